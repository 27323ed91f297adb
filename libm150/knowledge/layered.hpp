// A large sorted table that is cheap to copy and to change a little. Internal to this floor.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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
    explicit Layered(std::vector<Item> items)
        : base_(std::make_shared<const std::vector<Item>>(std::move(items))) {}

    const Item* find(const std::string& id) const {
        if (const auto changed = changes_->find(id); changed != changes_->end()) {
            return changed->second ? &*changed->second : nullptr;
        }
        const auto at =
            std::lower_bound(base_->begin(), base_->end(), id,
                             [](const Item& item, const std::string& key) { return item.id.str() < key; });
        return at != base_->end() && at->id.str() == id ? &*at : nullptr;
    }

    // Ascending by id.
    template <class Visit>
    void for_each(Visit&& visit) const {
        auto item = base_->begin();
        for (const auto& [id, changed] : *changes_) {
            for (; item != base_->end() && item->id.str() < id; ++item)
                visit(*item);
            if (item != base_->end() && item->id.str() == id) ++item;
            if (changed) visit(*changed);
        }
        for (; item != base_->end(); ++item)
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
    std::shared_ptr<const std::vector<Item>> base_ = std::make_shared<const std::vector<Item>>();
    std::shared_ptr<const Changes> changes_ = std::make_shared<const Changes>();
};

}  // namespace m150::inline v0
