// Seatings against every seating of a few people, the cost counted anew, and the bounds.
#include "libm150/solve/seating.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/seating_twin.hpp"

namespace m150::testing {
namespace {

SeatingProblem random_problem(Random& random, int people, int rounds, int subjects) {
    SeatingProblem p;
    p.people.resize(at(people));
    p.rounds = rounds;
    p.table_size = 2 + static_cast<int>(random.below(2));
    p.subjects = subjects;
    p.repeat_cost = 50;
    for (SeatingPerson& person : p.people) {
        for (int s = 0; s < subjects; ++s) {
            if (random.chance(0.4)) person.wishes.push_back({s, static_cast<int>(random.between(1, 3))});
            if (random.chance(0.3)) person.knows.push_back(s);
        }
    }
    for (int one = 0; one < people; ++one) {
        for (int other = 0; other < one; ++other) {
            if (random.chance(0.2)) p.pairs.push_back({one, other, static_cast<int>(random.between(1, 40))});
        }
    }
    return p;
}

// Every way to seat people at tables of the sizes that the seating found has.
void each_round(int people, std::vector<int> sizes, const std::function<void(const SeatingRound&)>& visit) {
    SeatingRound round(sizes.size());
    const std::function<void(int)> seat = [&](int person) {
        if (person == people) return visit(round);
        for (std::size_t t = 0; t < sizes.size(); ++t) {
            if (sizes[t] == 0) continue;
            --sizes[t];
            round[t].push_back(person);
            seat(person + 1);
            round[t].pop_back();
            ++sizes[t];
        }
    };
    seat(0);
}

std::int64_t best_by_trying(const SeatingProblem& p, const std::vector<int>& sizes) {
    std::vector<SeatingRound> all;
    each_round(static_cast<int>(p.people.size()), sizes,
               [&](const SeatingRound& round) { all.push_back(round); });
    const int choices = std::max(1, p.subjects);
    int combinations = 1;
    for (std::size_t t = 0; t < 2 * sizes.size(); ++t)
        combinations *= choices;
    std::int64_t best = INT64_MAX;
    for (const SeatingRound& second : all) {
        for (int c = 0; c < combinations; ++c) {
            std::vector<std::vector<int>> subjects(2, std::vector<int>(sizes.size(), -1));
            int rest = c;
            for (auto& row : subjects) {
                for (int& subject : row) {
                    if (p.subjects > 0) subject = rest % choices;
                    rest /= choices;
                }
            }
            // The first round may be any; without subjects and wishes one is as good as another but for
            // pairs.
            for (const SeatingRound& first : all)
                best = std::min(best, cost_of(p, {first, second}, subjects));
        }
    }
    return best;
}

TEST(Seating, ASmallOneIsTheBestThereIs) {
    Random random(71);
    for (int i = 0; i < 120; ++i) {
        const int people = static_cast<int>(random.between(3, 5));
        const int subjects = people < 5 ? static_cast<int>(random.below(3)) : 0;
        const SeatingProblem problem = random_problem(random, people, 2, subjects);
        const Seating found = solve_seating(problem, {static_cast<std::uint64_t>(i), 60'000, {}});
        std::vector<int> sizes;
        for (const auto& table : found.rounds[0])
            sizes.push_back(static_cast<int>(table.size()));
        // A table may also be left without a subject at the start; then it has one more choice than was
        // tried.
        ASSERT_EQ(found.cost, cost_of(problem, found.rounds, found.subjects)) << i;
        ASSERT_LE(found.cost, best_by_trying(problem, sizes)) << i;
    }
}

TEST(Seating, EverybodySitsOnceARoundAndTheCostIsWhatItSays) {
    Random random(72);
    for (int i = 0; i < 40; ++i) {
        const int people = static_cast<int>(random.between(1, 30));
        SeatingProblem problem = random_problem(random, people, static_cast<int>(random.between(1, 4)), 5);
        problem.table_size = static_cast<int>(random.between(2, 8));
        const Seating found = solve_seating(problem, {1, 5'000, {}});
        ASSERT_EQ(found.cost, cost_of(problem, found.rounds, found.subjects));
        ASSERT_GE(found.repeats, found.repeats_bound);
        ASSERT_LE(found.wish_points, found.wish_points_bound);
        for (const SeatingRound& round : found.rounds) {
            std::set<int> seated;
            std::size_t least = 99, most = 0;
            for (const auto& table : round) {
                seated.insert(table.begin(), table.end());
                least = std::min(least, table.size());
                most = std::max(most, table.size());
            }
            ASSERT_EQ(static_cast<int>(seated.size()), people);
            ASSERT_LE(most, at(problem.table_size));
            ASSERT_LE(most, least + 1);
        }
        const Seating again = solve_seating(problem, {1, 5'000, {}});
        ASSERT_EQ(again.rounds, found.rounds);
    }
}

TEST(Seating, AHundredAndFiftyMeetNobodyTwiceInThreeRounds) {
    Random random(73);
    SeatingProblem problem = random_problem(random, 150, 3, 12);
    problem.table_size = 8;
    problem.repeat_cost = 1000;
    for (SeatingPair& pair : problem.pairs)
        pair.cost = 5;
    const Seating found = solve_seating(problem);
    EXPECT_EQ(found.repeats, 0);
    EXPECT_EQ(found.repeats_bound, 0);
    EXPECT_GE(found.wish_points * 10, found.wish_points_bound * 9);
}

// Nine at tables of three have a plan for four rounds in which everybody meets everybody once: the affine
// plane of order three. A fifth round must repeat.
TEST(Seating, TheBoundIsMetWhereAPlaneExists) {
    SeatingProblem problem;
    problem.people.resize(9);
    problem.table_size = 3;
    problem.rounds = 4;
    EXPECT_EQ(solve_seating(problem).repeats, 0);
    problem.rounds = 5;
    const Seating five = solve_seating(problem);
    EXPECT_EQ(five.repeats_bound, 9);
    EXPECT_EQ(five.repeats, 9);
    EXPECT_EQ(repeats_bound({{5}, {5}}, 5), 10);
    EXPECT_EQ(repeats_bound({{4, 4}, {4, 4}}, 8), 4);
}

TEST(Seating, LateChangesMoveFew) {
    Random random(74);
    SeatingProblem problem = random_problem(random, 80, 3, 8);
    problem.table_size = 8;
    problem.repeat_cost = 1000;
    problem.pairs.clear();
    const Seating first = solve_seating(problem);
    // People 0 to 4 stay away: they are taken out and the others renumbered; three new ones come last.
    SeatingProblem changed = problem;
    changed.people.erase(changed.people.begin(), changed.people.begin() + 5);
    changed.people.resize(changed.people.size() + 3);
    changed.before = first.rounds;
    changed.subjects_before = first.subjects;
    for (SeatingRound& round : changed.before) {
        for (auto& table : round) {
            std::erase_if(table, [](int person) { return person < 5; });
            for (int& person : table)
                person -= 5;
        }
    }
    changed.move_cost = 200;
    const Seating second = solve_seating(changed);
    EXPECT_LE(second.moves, 12);
    EXPECT_EQ(second.repeats, 0);
    int moved = 0;
    for (std::size_t r = 0; r < 3; ++r) {
        for (std::size_t t = 0; t < changed.before[r].size() && t < second.rounds[r].size(); ++t) {
            for (const int person : changed.before[r][t])
                moved +=
                    std::count(second.rounds[r][t].begin(), second.rounds[r][t].end(), person) == 0 ? 1 : 0;
        }
    }
    EXPECT_EQ(second.moves, moved);
    // Nothing changed: nobody moves.
    changed = problem;
    changed.before = first.rounds;
    changed.subjects_before = first.subjects;
    changed.move_cost = 1'000'000;
    const Seating same = solve_seating(changed);
    EXPECT_EQ(same.rounds, first.rounds);
    EXPECT_EQ(same.moves, 0);
}

TEST(Seating, ATableKeepsItsSubjectForWhatThatCosts) {
    Random random(9);
    int changed = 0, kept = 0;
    for (int i = 0; i < 30; ++i) {
        SeatingProblem problem = random_problem(random, 18, 2, 5);
        problem.table_size = 6;
        const Seating first = solve_seating(problem, {1, 20'000, {}});
        problem.before = first.rounds;
        problem.subjects_before = first.subjects;
        problem.move_cost = 1'000'000;
        for (SeatingPerson& person : problem.people)  // they wish something else now
            person.wishes = {{static_cast<int>(random.below(5)), 3}};
        for (const int cost : {0, 20, 1'000'000}) {
            problem.subject_cost = cost;
            const Seating second = solve_seating(problem, {1, 20'000, {}});
            int others = 0;
            for (std::size_t r = 0; r < second.subjects.size(); ++r) {
                for (std::size_t t = 0; t < second.subjects[r].size(); ++t)
                    others += first.subjects[r][t] >= 0 && first.subjects[r][t] != second.subjects[r][t];
            }
            ASSERT_EQ(second.subjects_changed, others);
            ASSERT_EQ(second.cost, cost_of(problem, second.rounds, second.subjects) +
                                       std::int64_t{cost} * second.subjects_changed);
            (cost == 0 ? changed : kept) += cost == 20 ? 0 : others;
        }
    }
    EXPECT_GT(changed, 30);
    EXPECT_EQ(kept, 0);
}

TEST(Seating, ATableGoesWhenManyStayAway) {
    SeatingProblem problem;
    problem.people.resize(9);
    problem.table_size = 3;
    problem.rounds = 2;
    const Seating first = solve_seating(problem);
    SeatingProblem changed = problem;
    changed.people.resize(6);
    changed.before = first.rounds;
    changed.subjects_before = first.subjects;
    for (SeatingRound& round : changed.before) {
        for (auto& table : round)
            std::erase_if(table, [](int person) { return person >= 6; });
    }
    changed.move_cost = 10;
    const Seating second = solve_seating(changed);
    for (const SeatingRound& round : second.rounds)
        EXPECT_EQ(round.size(), 2U);
}

TEST(Seating, WhoIsPinnedSitsThereAndTablesStayEven) {
    Random random(75);
    int refused = 0, pinned = 0;
    for (int i = 0; i < 400; ++i) {
        const int people = static_cast<int>(random.between(4, 20));
        SeatingProblem problem = random_problem(random, people, static_cast<int>(random.between(1, 3)), 3);
        problem.table_size = static_cast<int>(random.between(2, 6));
        if (random.chance(0.5)) {
            const Seating first = solve_seating(problem, {1, 1'000, {}});
            problem.before = first.rounds;
            problem.subjects_before = first.subjects;
            problem.move_cost = 20;
            const auto leaves = static_cast<std::ptrdiff_t>(random.below(4));
            for (SeatingRound& round : problem.before) {
                for (auto& table : round)
                    std::erase_if(table, [&](int person) { return person >= people - leaves; });
            }
            problem.people.resize(at(people) - at(static_cast<int>(leaves)));
            std::erase_if(problem.pairs, [&](const SeatingPair& pair) {
                return std::max(pair.one, pair.other) >= people - leaves;
            });
        }
        const auto here = static_cast<int>(problem.people.size());
        const int tables = (here + problem.table_size - 1) / problem.table_size;
        for (int r = 0; r < problem.rounds; ++r) {
            for (const std::size_t person : random.sample(
                     problem.people.size(), std::min<std::uint64_t>(problem.people.size(), random.below(8))))
                problem.pins.push_back(
                    {r, static_cast<int>(person), static_cast<int>(random.below(at(tables)))});
        }
        // What pins may ask: no table more than its room, and no more large tables than there are.
        bool fits = true;
        for (int r = 0; r < problem.rounds; ++r) {
            int large = 0;
            for (int t = 0; t < tables; ++t) {
                const auto count =
                    std::count_if(problem.pins.begin(), problem.pins.end(),
                                  [&](const SeatingPin& pin) { return pin.round == r && pin.table == t; });
                fits = fits && count <= here / tables + (here % tables > 0 ? 1 : 0);
                large += count > here / tables ? 1 : 0;
            }
            fits = fits && large <= here % tables;
        }
        try {
            const Seating found = solve_seating(problem, {1, 5'000, {}});
            ASSERT_TRUE(fits) << i;
            for (const SeatingPin& pin : problem.pins) {
                ++pinned;
                if (!problem.before.empty() && problem.before[0].size() != found.rounds[0].size()) continue;
                const auto& table = found.rounds[at(pin.round)][at(pin.table)];
                ASSERT_EQ(std::count(table.begin(), table.end(), pin.person), 1) << i;
            }
            ASSERT_EQ(found.cost, cost_of(problem, found.rounds, found.subjects) +
                                      std::int64_t{problem.move_cost} * found.moves +
                                      std::int64_t{problem.subject_cost} * found.subjects_changed);
            for (const SeatingRound& round : found.rounds) {
                std::set<int> seated;
                std::size_t least = 99, most = 0;
                for (const auto& table : round) {
                    seated.insert(table.begin(), table.end());
                    least = std::min(least, table.size());
                    most = std::max(most, table.size());
                }
                ASSERT_EQ(static_cast<int>(seated.size()), here) << i;
                ASSERT_LE(most, least + 1) << i;
            }
        } catch (const InvalidInput& error) {
            ASSERT_EQ(error.problems()[0].where, "pins");
            // Refused with reason: too many at a table, or (near a plan) no table that can go.
            ASSERT_TRUE(!fits ||
                        (!problem.before.empty() && static_cast<int>(problem.before[0].size()) > tables))
                << i;
            ++refused;
        }
    }
    EXPECT_GT(refused, 5);
    EXPECT_GT(pinned, 400);
}

TEST(Seating, BadInputIsNamedAndProgressCancels) {
    SeatingProblem good;
    good.people.resize(4);
    good.table_size = 2;
    good.subjects = 1;
    const auto wrong = [&](auto change) {
        SeatingProblem problem = good;
        change(problem);
        EXPECT_THROW(solve_seating(problem), InvalidInput);
    };
    using P = SeatingProblem;
    wrong([](P& p) { p.people.clear(); });
    wrong([](P& p) { p.table_size = 1; });
    wrong([](P& p) { p.rounds = 0; });
    wrong([](P& p) { p.people[0].wishes = {{1, 1}}; });
    wrong([](P& p) { p.people[0].wishes = {{0, 1}, {0, 2}}; });
    wrong([](P& p) { p.people[0].knows = {-1}; });
    wrong([](P& p) { p.pairs = {{0, 0, 1}}; });
    wrong([](P& p) { p.pairs = {{0, 1, 1}, {1, 0, 1}}; });
    wrong([](P& p) { p.pairs = {{0, 1, 0}}; });
    wrong([](P& p) { p.before = {{{0, 0}}}, p.subjects_before = {{-1}}; });
    wrong([](P& p) { p.before = {{{0, 1}}}; });
    wrong([](P& p) { p.pins = {{1, 0, 0}}; });
    wrong([](P& p) { p.pins = {{0, 4, 0}}; });
    wrong([](P& p) { p.pins = {{0, 0, 2}}; });
    wrong([](P& p) { p.pins = {{0, 0, 0}, {0, 0, 1}}; });
    wrong([](P& p) { p.pins = {{0, 0, 0}, {0, 1, 0}, {0, 2, 0}}; });
    SeatingOptions options;
    options.progress = [](const Progress&) { return false; };
    good.pairs = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}};
    EXPECT_THROW(solve_seating(good, options), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
