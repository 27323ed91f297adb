#include <gtest/gtest.h>

#include "libm150/knowledge/layered.hpp"
#include "libm150/record/schema.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

struct Item {
    Id<Question> id;
    int value = 0;
    friend bool operator==(const Item&, const Item&) = default;
};

std::vector<Item> all(const Layered<Item>& table) {
    std::vector<Item> items;
    table.for_each([&](const Item& item) { items.push_back(item); });
    return items;
}

// The slow twin is a plain map.
TEST(Layered, ChangesLikeAMapAndOldCopiesDoNot) {
    Random random(1, "layered");
    for (int round = 0; round < 200; ++round) {
        std::map<std::string, int> twin;
        Layered<Item> table;
        std::vector<std::pair<Layered<Item>, std::vector<Item>>> copies;
        for (int step = 0; step < 20; ++step) {
            Layered<Item>::Changes changes;
            for (std::uint64_t k = random.below(5); k > 0; --k) {
                const std::string id = "id-" + std::to_string(random.below(30));
                if (random.chance(0.3)) {
                    changes[id] = std::nullopt;
                    twin.erase(id);
                } else {
                    changes[id] = Item{Id<Question>(id), static_cast<int>(random.below(1000))};
                    twin[id] = changes[id]->value;
                }
            }
            table = table.with(changes, 6);
            std::vector<Item> expected;
            for (const auto& [id, value] : twin)
                expected.push_back({Id<Question>(id), value});
            ASSERT_EQ(all(table), expected);
            for (int i = 0; i < 30; ++i) {
                const std::string id = "id-" + std::to_string(i);
                const Item* found = table.find(id);
                ASSERT_EQ(found != nullptr, twin.contains(id));
                if (found != nullptr) {
                    ASSERT_EQ(found->value, twin.at(id));
                }
            }
            copies.emplace_back(table, expected);
        }
        for (const auto& [copy, expected] : copies)
            ASSERT_EQ(all(copy), expected);
    }
}

}  // namespace
}  // namespace m150::testing
