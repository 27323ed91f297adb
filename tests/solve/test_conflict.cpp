// Rules that contradict each other against every set of rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <set>
#include <utility>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/solve/choice.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/choice_twin.hpp"

namespace m150::testing {
namespace {

TEST(FindConflict, EveryRuleInItIsNeededAndTogetherTheyCannotHold) {
    Random random(22);
    int conflicts = 0;
    std::size_t largest = 0;
    for (int i = 0; i < 3000; ++i) {
        const ChoiceProblem problem = random_problem(random);
        std::vector<std::size_t> all;
        for (std::size_t r = 0; r < problem.rules.size(); ++r)
            all.push_back(r);
        if (!can_hold(problem, {})) {
            EXPECT_THROW(find_conflict(problem), InvalidInput);
            continue;
        }
        const Conflict found = find_conflict(problem);
        ASSERT_TRUE(found.smallest) << i;
        const std::vector<std::size_t>& conflict = found.rules;
        if (can_hold(problem, all)) {
            ASSERT_TRUE(conflict.empty()) << i;
            continue;
        }
        ++conflicts;
        largest = std::max(largest, conflict.size());
        ASSERT_FALSE(conflict.empty()) << i;
        ASSERT_FALSE(can_hold(problem, conflict)) << i;
        for (const std::size_t left_out : conflict) {
            std::vector<std::size_t> others = conflict;
            others.erase(std::find(others.begin(), others.end(), left_out));
            ASSERT_TRUE(can_hold(problem, others)) << i;
        }
    }
    EXPECT_GT(conflicts, 300);
    EXPECT_GE(largest, 3U);
}

// Of the sets of rules with a price that no choice keeps to: the smallest, and of those the one whose numbers
// add up to least.
using Size = std::pair<std::size_t, std::size_t>;

Size smallest_by_trying(const ChoiceProblem& problem) {
    std::set<std::size_t> kept;  // what each choice keeps to, one bit a rule
    for (std::size_t subset = 0; subset < (std::size_t{1} << problem.weights.size()); ++subset) {
        std::size_t keeps = 0;
        bool allowed = true;
        for (std::size_t r = 0; r < problem.rules.size(); ++r) {
            const bool holds = breach_of(problem.rules[r], subset) == 0;
            allowed = allowed && (holds || problem.rules[r].price > 0);
            keeps |= (holds ? std::size_t{1} : 0) << r;
        }
        if (allowed) kept.insert(keeps);
    }
    Size best{SIZE_MAX, 0};
    for (std::size_t rules = 1; rules < (std::size_t{1} << problem.rules.size()); ++rules) {
        Size size{0, 0};
        bool priced = true;
        for (std::size_t r = 0; r < problem.rules.size(); ++r) {
            if ((rules >> r & 1U) == 0) continue;
            ++size.first;
            size.second += r;
            priced = priced && problem.rules[r].price > 0;
        }
        if (!priced || size >= best) continue;
        const bool can =
            std::any_of(kept.begin(), kept.end(), [&](std::size_t keeps) { return (rules & ~keeps) == 0; });
        if (!can) best = size;
    }
    return best;
}

TEST(FindConflict, NoSmallerSetContradicts) {
    Random random(23);
    int conflicts = 0, deletion_larger = 0;
    std::size_t largest = 0;
    for (int i = 0; i < 6000; ++i) {
        const ChoiceProblem problem = random_problem(random, 11);
        if (!can_hold(problem, {})) continue;
        const Size best = smallest_by_trying(problem);
        const Conflict found = find_conflict(problem);
        ASSERT_TRUE(found.smallest) << i;
        if (best.first == SIZE_MAX) {
            ASSERT_TRUE(found.rules.empty()) << i;
            continue;
        }
        ++conflicts;
        Size size{found.rules.size(), 0};
        for (const std::size_t rule : found.rules)
            size.second += rule;
        ASSERT_FALSE(can_hold(problem, found.rules)) << i;
        ASSERT_EQ(size, best) << i;
        largest = std::max(largest, best.first);
        // Leaving out whatever can be left out, from the last rule on, does not always end at a smallest.
        std::vector<std::size_t> left;
        for (std::size_t r = 0; r < problem.rules.size(); ++r) {
            if (problem.rules[r].price > 0) left.push_back(r);
        }
        for (std::size_t k = left.size(); k-- > 0;) {
            std::vector<std::size_t> others = left;
            std::erase(others, left[k]);
            if (!can_hold(problem, others)) left = others;
        }
        ASSERT_LE(size.first, left.size()) << i;
        deletion_larger += size.first < left.size() ? 1 : 0;
    }
    EXPECT_GT(conflicts, 2000);
    EXPECT_GE(largest, 4U);
    EXPECT_GT(deletion_larger, 50);
}

// Two conflicts: the rules of the larger come first, so that leaving out the later ones ends there.
ChoiceProblem two_conflicts() {
    ChoiceProblem problem;
    problem.weights = {1.0, 1.0, 1.0};
    problem.rules = {{{{0, 1}}, -ChoiceRule::none, 0, 1},
                     {{{1, 1}}, -ChoiceRule::none, 0, 1},
                     {{{0, 1}, {1, 1}}, 1, ChoiceRule::none, 1},
                     {{{2, 1}}, 1, ChoiceRule::none, 1},
                     {{{2, 1}}, -ChoiceRule::none, 0, 1}};
    return problem;
}

TEST(FindConflict, TheSmallestIsFoundThoughALargerComesFirst) {
    const Conflict found = find_conflict(two_conflicts());
    EXPECT_EQ(found.rules, (std::vector<std::size_t>{3, 4}));
    EXPECT_TRUE(found.smallest);
}

TEST(FindConflict, ALimitLeavesOneOfWhichEveryRuleIsNeededAndSaysSo) {
    SolveLimits limits;
    limits.most_nodes = 2;
    const Conflict found = find_conflict(two_conflicts(), limits);
    EXPECT_EQ(found.rules, (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_FALSE(found.smallest);
}

// Twenty items for two hundred speakers under every kind of rule that a programme has.
struct Programme {
    static constexpr int none = ChoiceRule::none;
    static constexpr int items = 20, speakers = 200, houses = 40;
    ChoiceProblem problem;
    std::vector<std::size_t> place, once, house;  // rules, by item, by speaker and by house

    static int pair(int item, int speaker) { return item * speakers + speaker; }
    static int speaks(int speaker) { return items * speakers + speaker; }
    std::size_t rule(std::vector<ChoiceTerm> terms, int at_least, int at_most, int price) {
        problem.rules.push_back({std::move(terms), at_least, at_most, price});
        return problem.rules.size() - 1;
    }

    // Nobody but every tenth speaker, in turn, fits an item; three in ten cannot be there on the day.
    Programme() {
        Random random(24);
        problem.weights.resize(at(items * speakers + speakers));
        for (int item = 0; item < items; ++item) {
            std::vector<ChoiceTerm> all, unfit;
            for (int speaker = 0; speaker < speakers; ++speaker) {
                all.push_back({pair(item, speaker), 1});
                if (speaker % 10 != item % 10) unfit.push_back({pair(item, speaker), 1});
            }
            rule(all, -none, 2, 0);
            place.push_back(rule(all, 1, none, 10));
            rule(unfit, -none, 0, 10);
        }
        for (int speaker = 0; speaker < speakers; ++speaker) {
            std::vector<ChoiceTerm> all;
            for (int item = 0; item < items; ++item) {
                all.push_back({pair(item, speaker), 1});
                rule({{pair(item, speaker), 1}, {speaks(speaker), -1}}, -none, 0, 0);
            }
            once.push_back(rule(all, -none, 1, 5));
            rule({all.begin(), all.begin() + 5}, -none, 1, 100);
            if (random.chance(0.3)) rule(all, -none, 0, 30);
            all.push_back({speaks(speaker), -1});
            rule(all, 0, none, 0);
        }
        for (int h = 0; h < houses; ++h)
            house.push_back(rule(speaking(h), -none, 2, 5));
        for (int speaker = 0; speaker < 40; speaker += 2)
            rule({{speaks(speaker), 1}, {speaks(speaker + 1), 1}}, -none, 1, 20);
    }

    static std::vector<ChoiceTerm> speaking(int h) {
        std::vector<ChoiceTerm> members;
        for (int speaker = h; speaker < speakers; speaker += houses)
            members.push_back({speaks(speaker), 1});
        return members;
    }
};

Conflict timed(const char* what, const Programme& programme) {
    const std::clock_t begun = std::clock();
    Conflict found = find_conflict(programme.problem);
    const double took = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    std::printf("%s: %zu rules, %s, %.2f s of the processor\n", what, found.rules.size(),
                found.smallest ? "smallest" : "not proved smallest", took);
    return found;
}

TEST(FindConflict, OfTwentyItemsAndTwoHundredSpeakersUnderEveryRule) {
    EXPECT_TRUE(timed("nothing contradicts", Programme()).rules.empty());

    Programme promised;  // a speaker has been promised two items, and may have one
    std::vector<ChoiceTerm> hers;
    for (int item = 0; item < Programme::items; ++item)
        hers.push_back({Programme::pair(item, 7), 1});
    const std::size_t promise = promised.rule(hers, 2, Programme::none, 10);
    EXPECT_EQ(timed("a promise", promised).rules, (std::vector<std::size_t>{promised.once[7], promise}));

    Programme houses;  // five speakers are to be of two organisations that may have two each
    std::vector<ChoiceTerm> two = Programme::speaking(0), other = Programme::speaking(1);
    two.insert(two.end(), other.begin(), other.end());
    const std::size_t five = houses.rule(two, 5, Programme::none, 10);
    EXPECT_EQ(timed("organisations", houses).rules,
              (std::vector<std::size_t>{houses.house[0], houses.house[1], five}));

    Programme unfit;  // nobody who fits the first item is there on the day
    std::vector<ChoiceTerm> away;
    for (int speaker = 0; speaker < Programme::speakers; speaker += 10)
        for (int item = 0; item < Programme::items; ++item)
            away.push_back({Programme::pair(item, speaker), 1});
    const std::size_t absent = unfit.rule(away, -Programme::none, 0, 30);
    EXPECT_EQ(timed("nobody", unfit).rules,
              (std::vector<std::size_t>{unfit.place[0], unfit.place[0] + 1, absent}));

    Programme few;  // three speakers at most for twenty places
    std::vector<ChoiceTerm> all;
    for (int speaker = 0; speaker < Programme::speakers; ++speaker)
        all.push_back({Programme::speaks(speaker), 1});
    few.rule(all, -Programme::none, 3, 5);
    EXPECT_EQ(timed("three speakers", few).rules.size(), 9U);

    Programme empty;  // two speakers are there
    for (int speaker = 2; speaker < Programme::speakers; ++speaker)
        empty.rule({{Programme::speaks(speaker), 1}}, -Programme::none, 0, 30);
    EXPECT_FALSE(timed("everybody away", empty).rules.empty());
}

}  // namespace
}  // namespace m150::testing
