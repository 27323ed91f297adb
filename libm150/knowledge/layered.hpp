// A large sorted table that is cheap to copy and to change a little. Internal to this floor.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libm150/knowledge/places_by_id.hpp"

namespace m150::inline v0 {

// Items with a member `id` (an Id<...>), ascending by it: a shared base that never changes, and a small layer
// of changes over it (an item, or nothing where one was removed). When the layer outgrows `most_changes`, a
// new base is made. Copies share everything; with() gives a changed copy. Immutable, so safe to read from any
// number of threads.
template <class Item>
class Layered {
  public:
    using Changes = std::map<std::string, std::optional<Item>>;

    Layered() = default;
    // `items` ascending by id, each id once.
    explicit Layered(std::vector<Item> items) : base_(std::make_shared<const Base>(std::move(items))) {}

    const Item* find(const std::string& id) const {
        if (const auto changed = changes_->find(id); changed != changes_->end()) {
            return changed->second ? &*changed->second : nullptr;
        }
        const std::size_t at = base_->places.find(id, [&](std::size_t i) { return base_->id_of(i); });
        return at == PlacesById::none ? nullptr : &base_->items[at];
    }

    // Ascending by id.
    template <class Visit>
    void for_each(Visit&& visit) const {
        auto item = base_->items.begin();
        for (const auto& [id, changed] : *changes_) {
            for (; item != base_->items.end() && item->id.str() < id; ++item)
                visit(*item);
            if (item != base_->items.end() && item->id.str() == id) ++item;
            if (changed) visit(*changed);
        }
        for (; item != base_->items.end(); ++item)
            visit(*item);
    }

    Layered with(Changes changes, std::size_t most_changes = 1000) const {
        Layered result = *this;
        Changes merged = std::move(changes);
        merged.insert(changes_->begin(), changes_->end());  // keeps the newer of two
        result.changes_ = std::make_shared<const Changes>(std::move(merged));
        if (result.changes_->size() <= most_changes) return result;
        std::vector<Item> items;
        result.for_each([&](const Item& item) { items.push_back(item); });
        return Layered(std::move(items));
    }

  private:
    // Looked up by hash: a binary search over a large table misses the cache at every step.
    struct Base {
        explicit Base(std::vector<Item> given)
            : items(std::move(given)), places(items.size(), [this](std::size_t i) { return id_of(i); }) {}
        Base(const Base&) = delete;
        Base& operator=(const Base&) = delete;

        std::string_view id_of(std::size_t item) const { return items[item].id.str(); }

        const std::vector<Item> items;
        const PlacesById places;
    };

    std::shared_ptr<const Base> base_ = std::make_shared<const Base>(std::vector<Item>{});
    std::shared_ptr<const Changes> changes_ = std::make_shared<const Changes>();
};

}  // namespace m150::inline v0
