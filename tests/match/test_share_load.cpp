#include "libm150/match/share_load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>

#include "libm150/m150.hpp"
#include "libm150/solve/sharing.hpp"
#include "tests/match/answerers.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(ShareLoad, WithoutFairnessTheBestAreAskedUntilTheyAreFull) {
    const Answerers network({6, 4, 2});
    ShareOptions options =
        asking({question("bodycams"), question("een bodycam"), question("bodycams dragen")});
    options.fairness = 0.0;
    options.per_question = 1;
    options.capacity = 2;
    const LoadPlan plan = share_load(network.base.snapshot(), options);
    EXPECT_EQ(load_of(plan, "GM0307").asked, 2);
    EXPECT_EQ(load_of(plan, "GM0307").ranked, 3);
    EXPECT_EQ(load_of(plan, "GM0310").asked, 1);
    EXPECT_DOUBLE_EQ(plan.score, plan.unfair_score);
    EXPECT_LT(plan.score, plan.ranked_score);
    EXPECT_THAT(plan.never_asked, ElementsAre(Id<Municipality>("GM0312")));
    // Whoever was passed over is named, with why.
    const auto passed = std::find_if(plan.questions.begin(), plan.questions.end(), [](const auto& one) {
        return asked(one) == std::vector<std::string>{"GM0310"};
    });
    ASSERT_NE(passed, plan.questions.end());
    ASSERT_THAT(passed->notices, SizeIs(1));
    EXPECT_EQ(passed->notices[0].code, "passed-full");
    EXPECT_EQ(passed->notices[0].value("municipality"), "GM0307");
    EXPECT_THAT(explain(network.base.snapshot(), passed->notices[0]), HasSubstr("vol"));
    EXPECT_GT(passed->ranked_score, passed->score);
}

TEST(ShareLoad, FairnessOneLevelsAmongThoseWhoKnowAnything) {
    const Answerers network({9, 3, 1});
    ShareOptions options =
        asking({question("bodycams"), question("een bodycam"), question("bodycams dragen")});
    options.fairness = 1.0;
    options.per_question = 1;
    const LoadPlan plan = share_load(network.base.snapshot(), options);
    EXPECT_EQ(plan.gini, 0.0);
    EXPECT_THAT(plan.never_asked, IsEmpty());
    EXPECT_GT(plan.gini_ranked, 0.5);
    EXPECT_EQ(plan.crowding, 0);
    // GM0313 and GM0317 know nothing: fairness does not ask them.
    EXPECT_THAT(plan.loads, SizeIs(3));
    // With a floor under what somebody must know, the load is shared among fewer.
    options.least = 0.99;
    EXPECT_EQ(load_of(share_load(network.base.snapshot(), options), "GM0307").asked, 3);
}

// The plan is what the kernel says of what who_knows() says.
TEST(ShareLoad, IsTheBestPlanForTheScoresOfWhoKnows) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        const World world = make_world(seed);
        fill(base, world);
        const Snapshot now = base.snapshot();
        std::vector<AskOptions> questions;
        for (const char* text :
             {"bodycams", "overlast van vuurwerk", "parkeren", "beleid hondenpoep", "ondermijning"})
            questions.push_back(question(text, world.municipalities[seed % 12].id.str().c_str()));
        ShareOptions options = asking(questions);
        options.load_so_far[world.municipalities[1].id] = 2;
        options.capacities[world.municipalities[2].id] = 1;
        double crowding = std::numeric_limits<double>::infinity();
        double score = std::numeric_limits<double>::infinity();
        double lowest_gini = 1.0;
        LoadPlan plan;
        for (const double fairness : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            options.fairness = fairness;
            plan = share_load(now, options);
            SharingProblem problem;
            for (const MunicipalityLoad& load : plan.loads) {
                problem.rooms.push_back({load.before, load.capacity});
                EXPECT_EQ(load.before, load.municipality == world.municipalities[1].id ? 2 : 0);
                EXPECT_EQ(load.capacity, load.municipality == world.municipalities[2].id ? 1 : 3);
                EXPECT_LE(load.load(), load.capacity);
            }
            problem.price = fairness < 1.0 ? options.step * fairness / (1.0 - fairness)
                                           : std::numeric_limits<double>::infinity();
            std::map<std::pair<int, std::string>, double> scores;
            for (std::size_t q = 0; q < questions.size(); ++q) {
                problem.places.push_back(options.per_question);
                AskOptions all = questions[q];
                all.limit = 1000;
                for (const Knower& knower : who_knows(now, all)) {
                    scores[{static_cast<int>(q), knower.municipality.str()}] = knower.score;
                    const auto bearer =
                        std::find_if(plan.loads.begin(), plan.loads.end(), [&](const MunicipalityLoad& load) {
                            return load.municipality == knower.municipality;
                        });
                    ASSERT_NE(bearer, plan.loads.end());
                    problem.candidates.push_back(
                        {static_cast<int>(q), static_cast<int>(bearer - plan.loads.begin()), knower.score});
                }
            }
            const Sharing twin = solve_sharing(problem);
            std::set<std::pair<int, std::string>> expected;
            std::set<std::pair<int, std::string>> found;
            for (const std::size_t c : twin.chosen) {
                const Candidate& candidate = problem.candidates[c];
                expected.emplace(candidate.left,
                                 plan.loads[static_cast<std::size_t>(candidate.right)].municipality.str());
            }
            for (std::size_t q = 0; q < plan.questions.size(); ++q) {
                for (const Knower& knower : plan.questions[q].asked) {
                    const std::pair key(static_cast<int>(q), knower.municipality.str());
                    EXPECT_EQ(knower.score, scores.at(key));
                    EXPECT_LE(reason_error(knower.score, knower.reasons), 1e-9);
                    EXPECT_NE(knower.municipality, *questions[q].asked_by);
                    found.insert(key);
                }
            }
            EXPECT_EQ(found, expected) << "seed " << seed << ", fairness " << fairness;
            EXPECT_LE(plan.objective, plan.upper_bound);
            EXPECT_NEAR(plan.objective, plan.upper_bound,
                        1e-9 * (1.0 + plan.price * static_cast<double>(plan.crowding)));
            EXPECT_LE(static_cast<double>(plan.crowding), crowding);
            EXPECT_LE(plan.score, score + 1e-9);
            crowding = static_cast<double>(plan.crowding);
            score = plan.score;
            if (fairness < 1.0) lowest_gini = std::min(lowest_gini, plan.gini);
        }
        EXPECT_LE(plan.gini, lowest_gini + 1e-12);
        EXPECT_LE(plan.score, plan.unfair_score + 1e-9);
        EXPECT_LE(plan.unfair_score, plan.ranked_score + 1e-9);
    }
}

TEST(ShareLoad, QuestionsThatComeOneByOneAreSharedByWhatWasAskedBefore) {
    const Answerers network({6, 4, 2, 1});
    const Snapshot now = network.base.snapshot();
    std::map<std::string, int> loads;
    ShareOptions options = asking({question("bodycams")});
    options.per_question = 1;
    options.fairness = 1.0;
    for (int i = 0; i < 8; ++i) {
        const LoadPlan plan = share_load(now, options);
        const Knower& knower = plan.questions[0].asked.at(0);
        ++options.load_so_far[knower.municipality];
        ++loads[knower.municipality.str()];
    }
    EXPECT_THAT(loads, ElementsAre(std::pair("GM0307", 2), std::pair("GM0310", 2), std::pair("GM0312", 2),
                                   std::pair("GM0313", 2)));
    // Of those who were asked as often the best is asked first.
    options.load_so_far.clear();
    EXPECT_THAT(asked(share_load(now, options).questions[0]), ElementsAre("GM0307"));
}

TEST(ShareLoad, NobodyWithRoomAndNobodyWhoKnowsAreSaid) {
    const Answerers network({3, 2});
    const Snapshot now = network.base.snapshot();
    ShareOptions options = asking({question("bodycams"), question("xyzzy")});
    options.capacity = 0;
    LoadPlan plan = share_load(now, options);
    EXPECT_THAT(plan.questions[0].asked, IsEmpty());
    EXPECT_THAT(plan.questions[0].ranked, SizeIs(2));
    EXPECT_TRUE(says(plan.questions[0].notices, "places-full"));
    EXPECT_TRUE(says(plan.questions[1].notices, "places-open"));
    EXPECT_FALSE(says(plan.questions[1].notices, "nobody-knows")) << "nobody is asked";
    EXPECT_EQ(plan.score, 0.0);
    EXPECT_EQ(plan.gini, 0.0);
    EXPECT_THAT(plan.never_asked, SizeIs(2));
    options.capacities[Id<Municipality>("GM0310")] = 1;  // one may be asked after all
    plan = share_load(now, options);
    EXPECT_THAT(asked(plan.questions[0]), ElementsAre("GM0310"));
    options = asking({question("de het een")});
    plan = share_load(now, options);
    EXPECT_TRUE(says(plan.questions[0].notices, "nothing-to-search-for"));
    EXPECT_THAT(plan.loads, IsEmpty());
    EXPECT_THAT(plan.notices, IsEmpty());
}

Outcome outcome(const char* id, const char* municipality, Date date, OutcomeKind kind) {
    Outcome one;
    one.id = Id<Outcome>(id);
    one.municipality = Id<Municipality>(municipality);
    one.asked = one.date = date;
    one.kind = kind;
    return one;
}

TEST(ShareLoad, OutcomesOfThePeriodCount) {
    Answerers network({6, 4, 2});
    network.base.add(outcome("u-1", "GM0307", Date(2026, 2, 27), OutcomeKind::passed_on));
    network.base.add(outcome("u-2", "GM0307", Date(2026, 3, 1), OutcomeKind::passed_on));
    network.base.add(outcome("u-3", "GM0310", Date(2026, 3, 1), OutcomeKind::contacted));
    network.base.add(outcome("u-4", "GM0312", Date(2026, 3, 1), OutcomeKind::declined));
    network.base.commit();
    ShareOptions options = asking({question("bodycams")});
    options.per_question = 1;
    options.fairness = 1.0;
    options.since = Date(2026, 3, 1);
    options.load_so_far[Id<Municipality>("GM0310")] = 2;  // what is not recorded
    LoadPlan plan = share_load(network.base.snapshot(), options);
    EXPECT_EQ(load_of(plan, "GM0307").before, 1);
    EXPECT_EQ(load_of(plan, "GM0310").before, 3);
    EXPECT_EQ(load_of(plan, "GM0312").before, 0);  // it did not do anything
    EXPECT_THAT(asked(plan.questions[0]), ElementsAre("GM0312"));
    options.since = Date(2026, 2, 1);
    plan = share_load(network.base.snapshot(), options);
    EXPECT_EQ(load_of(plan, "GM0307").before, 2);
    options.since.reset();
    plan = share_load(network.base.snapshot(), options);
    EXPECT_EQ(load_of(plan, "GM0307").before, 0);
}

TEST(ShareLoad, WhatIsToldAgainOfAQuestionIsOneAsk) {
    Answerers network({6, 4, 2});
    Question asked_before;
    asked_before.id = Id<Question>("v-told");
    asked_before.date = Date(2026, 2, 1);
    asked_before.title = "Wie heeft dit eerder gedaan?";
    network.base.add(asked_before);
    const auto tell = [&](const char* id, const char* who, Date date, OutcomeKind kind,
                          std::optional<bool> helpful) {
        Outcome one = outcome(id, who, date, kind);
        one.question = asked_before.id;
        one.helpful = helpful;
        network.base.add(one);
    };
    tell("u-1", "GM0307", Date(2026, 3, 3), OutcomeKind::passed_on, {});
    tell("u-2", "GM0307", Date(2026, 3, 10), OutcomeKind::passed_on, true);
    tell("u-3", "GM0307", Date(2026, 3, 11), OutcomeKind::contacted, true);
    tell("u-4", "GM0310", Date(2026, 3, 3), OutcomeKind::passed_on, {});
    tell("u-5", "GM0310", Date(2026, 3, 4), OutcomeKind::declined, {});
    tell("u-6", "GM0312", Date(2026, 3, 3), OutcomeKind::contacted, false);
    network.base.add(outcome("u-7", "GM0312", Date(2026, 3, 3), OutcomeKind::passed_on));
    network.base.add(outcome("u-8", "GM0312", Date(2026, 3, 3), OutcomeKind::passed_on));
    network.base.commit();
    ShareOptions options = asking({question("bodycams")});
    options.since = Date(2026, 3, 1);
    const LoadPlan plan = share_load(network.base.snapshot(), options);
    EXPECT_EQ(load_of(plan, "GM0307").before, 1);
    EXPECT_EQ(load_of(plan, "GM0310").before, 0) << "in the end it declined";
    EXPECT_EQ(load_of(plan, "GM0312").before, 3) << "of no stored question each is one";
    options.since = Date(2026, 3, 5);
    EXPECT_EQ(load_of(share_load(network.base.snapshot(), options), "GM0307").before, 0)
        << "asked before the period, whenever it answered";
}

TEST(ShareLoad, WhoWantsToBeLeftAloneIsNotAsked) {
    Answerers network({6, 4});
    for (const char* code : {"GM0307", "GM0310", "GM0312", "GM0313", "GM0317", "GM0355"}) {
        Pause pause;
        pause.id = Id<Pause>(std::string("p-") + code);
        pause.municipality = Id<Municipality>(code);
        pause.from = Date(2026, 2, 1);
        network.base.add(pause);
        network.base.commit();
        const LoadPlan plan =
            share_load(network.base.snapshot(), asking({question("bodycams"), question("een bodycam")}));
        const bool anybody_left = std::string(code) != "GM0355";
        EXPECT_NE(says(plan.notices, "all-paused"), anybody_left);
        for (const SharedQuestion& one : plan.questions) {
            EXPECT_THAT(asked(one), ::testing::Not(::testing::Contains("GM0307")));
            EXPECT_NE(says(one.notices, "all-paused"), anybody_left);
            EXPECT_EQ(says(one.notices, "places-open"), anybody_left) << "that nobody else knows is not so";
        }
        EXPECT_TRUE(std::none_of(plan.loads.begin(), plan.loads.end(), [](const MunicipalityLoad& load) {
            return load.municipality.str() == "GM0307";
        }));
    }
}

TEST(ShareLoad, ThatProbablyNobodyKnowsIsSaidAsAskSaysIt) {
    Answerers network({6, 4});
    ShareOptions sharing = asking({question("bodycams")});
    SnapshotOptions options;
    options.options = network.base.options();
    for (const double knows : {0.0, 1.0}) {
        options.options->verdict = {1.0, 1.0, knows};
        const Snapshot now = network.base.snapshot(options);
        const bool nobody = ask(now, sharing.questions[0]).verdict == Verdict::nobody;
        EXPECT_EQ(nobody, knows == 1.0);
        const SharedQuestion shared = share_load(now, sharing).questions.at(0);
        EXPECT_THAT(asked(shared), ElementsAre("GM0307", "GM0310"));
        EXPECT_EQ(says(shared.notices, "nobody-knows"), nobody);
    }
    for (const char* code : {"GM0307", "GM0310", "GM0312", "GM0313", "GM0317", "GM0355"}) {
        Pause pause;
        pause.id = Id<Pause>(std::string("p-") + code);
        pause.municipality = Id<Municipality>(code);
        pause.from = Date(2026, 2, 1);
        network.base.add(pause);
    }
    network.base.commit();
    const LoadPlan plan = share_load(network.base.snapshot(options), sharing);
    EXPECT_THAT(plan.questions[0].notices, SizeIs(1));
    EXPECT_TRUE(says(plan.questions[0].notices, "all-left-alone"));
    EXPECT_TRUE(says(plan.notices, "all-left-alone"));
}

TEST(ShareLoad, WhatAMergedMunicipalityWasAskedCountsForItsSuccessor) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    const World world = make_world(3);
    fill(base, world);
    const Id<Municipality> merged = add_merged(base, world);
    ShareOptions options = asking({question("bodycams"), question("vuurwerk")});
    options.load_so_far[merged] = 2;
    options.load_so_far[world.municipalities.front().id] = 1;
    const LoadPlan plan = share_load(base.snapshot(), options);
    EXPECT_EQ(load_of(plan, world.municipalities.front().id.str()).before, 3);
}

TEST(ShareLoad, SaysAllThatIsWrong) {
    const Answerers network({1});
    const Snapshot now = network.base.snapshot();
    const auto message = [&](const ShareOptions& options) -> std::string {
        try {
            share_load(now, options);
        } catch (const InvalidInput& error) {
            return error.what();
        }
        return "no error";
    };
    ShareOptions options;
    options.per_question = 0;
    options.capacity = -1;
    options.capacities[Id<Municipality>("GM0307")] = 10001;
    options.load_so_far[Id<Municipality>("GM0310")] = -1;
    options.since = Date(2030, 1, 1);
    options.fairness = std::numeric_limits<double>::quiet_NaN();
    options.step = 0.0;
    options.least = 2.0;
    const std::string all = message(options);
    for (const char* part : {"number of questions", "per_question", "capacity", "capacities, GM0307",
                             "load_so_far, GM0310", "since", "fairness", "step", "least"})
        EXPECT_THAT(all, HasSubstr(part));
    const std::string both = message(asking({question(""), question("bodycams"), question("x", "GM9999")}));
    EXPECT_THAT(both, HasSubstr("question 1 of 3: ask, text"));
    EXPECT_THAT(both, HasSubstr("question 3 of 3"));
    options = asking({question("bodycams")});
    options.capacities[Id<Municipality>("GM9999")] = 1;
    EXPECT_THAT(message(options), HasSubstr("GM9999"));
}

}  // namespace
}  // namespace m150::testing
