// What a programme's search gives when it is stopped, and what it says then.
#include <gtest/gtest.h>

#include <algorithm>

#include "libm150/m150.hpp"
#include "libm150/meet/programme_greedy.hpp"
#include "libm150/meet/programme_solve.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/programme_twin.hpp"

namespace m150::testing {
namespace {

bool says(const Programme& programme, const std::string& code) {
    return std::any_of(programme.notices.begin(), programme.notices.end(),
                       [&](const Reason& notice) { return notice.code == code; });
}

TEST(SpeakerLimits, OnlyWhoCannotBePlacedIsNamedAsNotChecked) {
    KnowledgeBase base = small_base(1);
    const auto unplace = [&](std::size_t i) {
        Municipality one = *base.snapshot().find(code(i));
        one.latitude = one.longitude = std::nullopt;
        base.replace(one);
        base.commit();
    };
    MatchSpeakersOptions options = one_item("t0");
    options.host = code(0);
    options.max_travel_km = 60.0;
    options.municipality_candidates = 3;
    EXPECT_TRUE(match_speakers(base.snapshot(), options).notices.empty());
    std::size_t home = 0;
    for (const std::size_t i : {1U, 2U}) {
        for (const Speaker* speaker : base.snapshot().all<Speaker>())
            if (speaker->municipality == code(i)) home = i;
    }
    ASSERT_GT(home, 0U);
    unplace(home);
    const std::vector<Reason> guest = match_speakers(base.snapshot(), options).notices;
    ASSERT_EQ(guest.size(), 1U);
    EXPECT_EQ(guest[0].code, "no-location");
    EXPECT_EQ(guest[0].value("municipality"), code(home).str());
    unplace(0);  // then no distance is known, and only the host is to blame
    EXPECT_EQ(
        texts(base.snapshot(), match_speakers(base.snapshot(), options).notices),
        std::vector<std::string>{"Van Plaats 0, waar de bijeenkomst is, is niet bekend waar het ligt: van "
                                 "niemand is de reisafstand getoetst"});
    options.max_travel_km.reset();
    EXPECT_TRUE(match_speakers(base.snapshot(), options).notices.empty());
}

TEST(SpeakerLimits, ALimitGivesTheBestFoundWithItsBounds) {
    Random random(34);
    int stopped = 0, missing = 0;
    for (std::uint64_t world = 1; world <= 5; ++world) {
        const Snapshot now = small_base(world).snapshot();
        for (int i = 0; i < 80; ++i) {
            MatchSpeakersOptions options = random_options(random);
            const Programme best = match_speakers(now, options);
            options.solver.most_nodes = 1;
            const Programme found = match_speakers(now, options);
            const Twin twin(now, options);
            const auto programme = twin.of(found);
            ASSERT_TRUE(twin.allowed(programme)) << world << ' ' << i;
            ASSERT_EQ(found.complete, found.unfilled.empty());
            ASSERT_LE(found.objective, found.upper_bound);
            ASSERT_LE(found.worst, found.worst_bound);
            ASSERT_EQ(says(found, "programme-limit"), !found.proved);
            if (found.proved) {
                ASSERT_EQ(twin.worth(programme), twin.best());
                const bool told = found.complete || !found.contradiction.empty();
                ASSERT_EQ(says(found, "advice-limit"), !told);
                continue;
            }
            ++stopped;
            missing += found.complete ? 0 : 1;
            ASSERT_TRUE(found.contradiction.empty() && found.relaxation.empty());
            if (options.goal == ProgrammeGoal::worst_first && best.complete == found.complete) {
                ASSERT_LE(best.worst, found.worst_bound + quantum);
            }
        }
    }
    EXPECT_GT(stopped, 20);
    EXPECT_GT(missing, 5);
}

TEST(SpeakerLimits, RulesThatAreNotProvedToBeFewestAreSaidToBeSo) {
    Random random(36);
    int unproved = 0;
    const Snapshot now = small_base(2).snapshot();
    for (int i = 0; i < 150; ++i) {
        MatchSpeakersOptions options = random_options(random);
        const Programme best = match_speakers(now, options);
        ASSERT_FALSE(says(best, "advice-not-smallest")) << i;
        for (const std::int64_t nodes : {3, 6, 12, 25}) {
            options.solver.most_nodes = nodes;
            const Programme found = match_speakers(now, options);
            if (!says(found, "advice-not-smallest")) continue;
            ASSERT_GE(found.contradiction.size(), best.contradiction.size()) << i;
            ++unproved;
        }
    }
    EXPECT_GT(unproved, 5);
}

TEST(SpeakerLimits, AProgrammeMadeAtOnceKeepsToTheRules) {
    Random random(35);
    int filled = 0, lost = 0;
    const Snapshot now = small_base(3).snapshot();
    for (int i = 0; i < 200; ++i) {
        const MatchSpeakersOptions options = random_options(random);
        const Candidates candidates = find_candidates(now, options);
        const ProgrammeModel model = model_of(options, candidates, ModelUse::plan);
        std::int64_t cost = 0, nothing = 0;
        for (const Breach& breach : breaches_of(model, greedy_programme(model, candidates))) {
            ASSERT_GT(model.problem.rules[breach.rule].price, 0);
            cost += std::int64_t{model.problem.rules[breach.rule].price} * breach.by;
        }
        for (const Breach& breach : breaches_of(model, std::vector<bool>(model.problem.weights.size())))
            nothing += std::int64_t{model.problem.rules[breach.rule].price} * breach.by;
        const std::int64_t least = solve_choice(model.problem).breach_cost;
        ASSERT_LE(least, cost);
        ASSERT_LE(cost, nothing);
        filled += cost < nothing ? 1 : 0;
        lost += cost > least ? 1 : 0;
    }
    EXPECT_GT(filled, 150);
    EXPECT_LT(lost, 60);
}

TEST(SpeakerLimits, TheSolverCanBeCancelled) {
    const Snapshot now = small_base(1).snapshot();
    MatchSpeakersOptions options = one_item("t0");
    options.min_newcomers = 1;
    options.solver.progress = [](const Progress&) { return false; };
    EXPECT_THROW(match_speakers(now, options), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
