// Where in a list the item with an id stands. Internal to this floor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace m150::inline v0 {

// An open-addressing table of places in a list that does not change, twice as many slots as items at least.
// To find one takes a look at its slot and one at the item, which is wanted anyhow: in a large list each look
// misses the processor's cache.
class PlacesById {
  public:
    // id_of(i) is the id of item i, as a string_view; ids differ.
    template <class IdOf>
    PlacesById(std::size_t items, const IdOf& id_of) {
        std::size_t slots = 16;
        while (slots < 2 * items)
            slots *= 2;
        slots_.resize(slots);
        for (std::size_t i = 0; i < items; ++i) {
            const std::size_t hash = hash_of(id_of(i));
            std::size_t at = hash & (slots - 1);
            while (slots_[at].next != 0)
                at = (at + 1) & (slots - 1);
            slots_[at] = {tag_of(hash), static_cast<std::uint32_t>(i + 1)};
        }
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    template <class IdOf>
    std::size_t find(std::string_view id, const IdOf& id_of) const {
        const std::size_t hash = hash_of(id);
        const std::uint32_t tag = tag_of(hash);
        for (std::size_t at = hash & (slots_.size() - 1); slots_[at].next != 0;
             at = (at + 1) & (slots_.size() - 1)) {
            const std::size_t item = slots_[at].next - 1;
            if (slots_[at].tag == tag && id_of(item) == id) return item;
        }
        return none;
    }

  private:
    struct Slot {
        std::uint32_t tag = 0;   // other bits of the hash than the slot goes by
        std::uint32_t next = 0;  // the item after the one that stands here; 0: the slot is empty
    };
    static std::size_t hash_of(std::string_view id) { return std::hash<std::string_view>{}(id); }
    static std::uint32_t tag_of(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

    std::vector<Slot> slots_;  // a power of two
};

}  // namespace m150::inline v0
