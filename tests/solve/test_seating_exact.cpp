// Seatings of up to eight people against every seating there is.
#include <gtest/gtest.h>

#include <cstdio>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"
#include "libm150/solve/seating.hpp"
#include "tests/support/seating_twin.hpp"

namespace m150::testing {
namespace {

// With wishes and knowers, pairs who are to sit apart, met before or are of one place, and people who have
// a seat.
SeatingProblem small_problem(Random& random) {
    SeatingProblem p;
    const auto people = static_cast<int>(random.between(2, 8));
    p.people.resize(at(people));
    p.rounds = static_cast<int>(random.between(1, 3));
    p.table_size = static_cast<int>(random.between(2, 4));
    const int tables = (people + p.table_size - 1) / p.table_size;
    p.subjects = static_cast<int>(random.between(0, tables > 3 ? 2 : 3));
    const bool as_at_meetings = random.chance(0.5);
    p.repeat_cost = as_at_meetings ? 1000 : 50;
    p.wish_cost = as_at_meetings ? 1 : 10;
    const double wishes = random.uniform(0.1, 0.8), knows = random.uniform(0.0, 0.6);
    for (SeatingPerson& person : p.people) {
        for (const std::size_t s : random.sample(at(p.subjects), at(p.subjects))) {
            const int points = as_at_meetings ? 30 / (1 + static_cast<int>(random.below(3)))
                                              : static_cast<int>(random.between(1, 3));
            if (random.chance(wishes)) person.wishes.push_back({static_cast<int>(s), points});
            if (random.chance(knows)) person.knows.push_back(static_cast<int>(s));
        }
    }
    const int costs[] = {2, 5, 7, 20, 300, 500'000};
    for (int one = 0; one < people; ++one) {
        for (int other = 0; other < one; ++other) {
            if (random.chance(0.3)) p.pairs.push_back({one, other, costs[random.below(6)]});
        }
    }
    if (random.chance(0.4)) {
        for (int r = 0; r < p.rounds; ++r) {
            for (const std::size_t person : random.sample(at(people), random.below(3)))
                p.pins.push_back({r, static_cast<int>(person), static_cast<int>(random.below(at(tables)))});
        }
    }
    return p;
}

TEST(Seating, OfAFewPeopleItIsTheBestThereIs) {
    Random random(76);
    int tried = 0, pinned = 0, large = 0, proved = 0;
    for (int i = 0; i < 2050; ++i) {
        const SeatingProblem problem = small_problem(random);
        Seating found;
        try {
            found = solve_seating(problem, {static_cast<std::uint64_t>(i), 2'000, {}});
        } catch (const InvalidInput& refused) {
            ASSERT_EQ(refused.problems()[0].where, "pins");
            continue;
        }
        ASSERT_EQ(found.cost, cost_of(problem, found.rounds, found.subjects)) << i;
        const SeatingTwin twin(problem);
        const std::int64_t best = twin.best(found.cost + 1);
        ASSERT_EQ(found.cost, best) << i;
        proved += found.proved ? 1 : 0;
        ++tried;
        pinned += problem.pins.empty() ? 0 : 1;
        large += problem.people.size() >= 7 && problem.rounds == 3 ? 1 : 0;
    }
    EXPECT_GE(tried, 2000);
    EXPECT_GE(proved, tried * 98 / 100);
    EXPECT_GT(pinned, 300);
    EXPECT_GT(large, 150);
}

// When nothing counts but wishes, they cost least where most are met.
std::int64_t most_points(SeatingProblem problem) {
    problem.pairs.clear();
    problem.pins.clear();
    problem.repeat_cost = problem.knower_cost = 0;
    problem.wish_cost = 1;
    const SeatingTwin twin(problem);
    return twin.wished() - twin.best(twin.wished() + 1);
}

TEST(Seating, NoSeatingMeetsMoreWishesThanTheBound) {
    Random random(77);
    int tight = 0, telling = 0, several = 0;
    for (int i = 0; i < 2500; ++i) {
        const SeatingProblem problem = small_problem(random);
        const auto people = static_cast<int>(problem.people.size());
        const int tables = (people + problem.table_size - 1) / problem.table_size;
        std::vector<int> sizes(at(tables), people / tables);
        for (int t = 0; t < people % tables; ++t)
            ++sizes[at(t)];
        const std::vector<std::vector<int>> rounds(at(problem.rounds), sizes);
        const std::int64_t bound = wish_points_bound(problem.people, rounds);
        const std::int64_t most = most_points(problem);
        ASSERT_GE(bound, most) << i;
        if (problem.rounds == 1) {
            ASSERT_EQ(bound, most) << i;
            continue;
        }
        ++several;
        tight += bound == most ? 1 : 0;
        std::int64_t wished = 0;
        for (const SeatingPerson& person : problem.people) {
            for (const SeatingWish& wish : person.wishes)
                wished += wish.points;
        }
        telling += bound < wished ? 1 : 0;
    }
    EXPECT_GE(tight * 100, several * 99);
    EXPECT_GT(several, 1500);
    EXPECT_GT(telling, 50);
}

}  // namespace
}  // namespace m150::testing
