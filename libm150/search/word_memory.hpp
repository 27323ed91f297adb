// What was made of the words met lately. Internal to this floor.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libm150/search/analysis.hpp"

namespace m150::inline v0 {

// A cache of a fixed number of places: of the words whose hash leads to one set, the two met last are kept.
// To find one takes a look at its set and one at the word itself. Any thread may use it.
class WordMemory {
  public:
    // The form of `surface`; make(surface) gives it when it is not known any more. It is called outside the
    // lock, so two threads may make one word at a time.
    template <class Make>
    std::shared_ptr<const WordForm> form_of(std::string_view surface, const Make& make) {
        const std::size_t hash = std::hash<std::string_view>{}(surface);
        Shard& shard = shards_[hash % shard_count];
        const std::size_t set = hash / shard_count % sets;
        {
            const std::lock_guard<std::mutex> lock(shard.mutex);
            if (shard.places.empty()) shard.places.resize(sets);
            auto& [newest, older] = shard.places[set];
            if (newest.holds(hash, surface)) return newest.form();
            if (older.holds(hash, surface)) {
                std::swap(newest, older);
                return newest.form();
            }
        }
        Place made{hash, std::make_shared<const Word>(Word{std::string(surface), make(surface)})};
        std::shared_ptr<const WordForm> form = made.form();
        const std::lock_guard<std::mutex> lock(shard.mutex);
        auto& [newest, older] = shard.places[set];
        older = std::exchange(newest, std::move(made));
        return form;
    }

  private:
    static constexpr std::size_t shard_count = 16;
    static constexpr std::size_t sets = 4096;  // of two words in each shard: 131,072 words, 25 MB, at most

    struct Word {
        std::string surface;
        WordForm form;
    };
    struct Place {
        std::size_t hash = 0;
        std::shared_ptr<const Word> word;

        bool holds(std::size_t wanted, std::string_view surface) const {
            return hash == wanted && word && word->surface == surface;
        }
        std::shared_ptr<const WordForm> form() const { return {word, &word->form}; }
    };
    struct Shard {
        std::mutex mutex;
        std::vector<std::pair<Place, Place>> places;
    };
    std::array<Shard, shard_count> shards_;
};

}  // namespace m150::inline v0
