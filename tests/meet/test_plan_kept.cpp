// Plans: what cannot be edited is named, progress, and a plan that was kept is the plan that was made.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "libm150/m150.hpp"
#include "libm150/meet/plan_digest.hpp"
#include "libm150/meet/plan_schema.hpp"
#include "libm150/solve/random.hpp"
#include "libm150/store/json_record.hpp"
#include "tests/support/plan_world.hpp"

namespace m150::testing {
namespace {

TEST(PlanEditing, WhatIsNotInThePlanIsNamed) {
    const Snapshot now = base_of(1).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    const Attendee somebody = plan.seating->rounds[0][0].people[0];
    const auto refused = [&](auto edit) { EXPECT_THROW(edit(), InvalidInput); };
    refused([&] { lock(plan, {}, Placement{"geen", Id<Speaker>("x1")}); });
    refused([&] { forbid(plan, {}, Placement{"geen", Id<Speaker>("x1")}); });
    refused([&] { lock(plan, {}, Seat{{Id<Municipality>("GM9999"), 1}, 1, 1}); });
    refused([&] { lock(plan, {}, Seat{somebody, 3, 1}); });
    refused([&] { lock(plan, {}, Seat{somebody, 0, 1}); });
    refused([&] { lock(plan, {}, Seat{somebody, 1, 99}); });
    refused([&] { swap(plan, {}, somebody, somebody, 1); });
    refused([&] { swap(plan, {}, Id<Topic>("geen"), Id<Topic>("t-1")); });
    refused([&] { swap(plan, {}, Id<Topic>(plan.agenda[0].id), Id<Topic>(plan.agenda[0].id)); });
    refused([&] { forbid(plan, {}, Apart{somebody.municipality, somebody.municipality}); });
    PlanOptions options = plan.options;
    options.edits.speakers = {{plan.agenda[0].id, Id<Speaker>("niemand")}};
    refused([&] { plan_again(now, plan, options); });
    options = plan.options;
    options.edits.topics = {Id<Topic>("niets")};
    refused([&] { plan_again(now, plan, options); });
    options = plan.options;
    options.edits.seats = {{somebody, 1, 99}};
    refused([&] { plan_again(now, plan, options); });
    options = plan.options;
    options.seating.table_size = 1;
    refused([&] { plan_meeting(now, options); });
    options = plan.options;
    options.meeting.network = Id<Network>("geen");
    refused([&] { plan_meeting(now, options); });
    // Edits that contradict each other: the programme names them.
    options = plan.options;
    const Placement placed = placements_of(plan)[0];
    options.edits.speakers = options.edits.no_speakers = {placed};
    const MeetingPlan both = plan_again(now, plan, options);
    EXPECT_FALSE(both.programme->complete);
    EXPECT_EQ(codes(both.programme->contradiction),
              (std::vector<std::string>{"rule-lock", "rule-forbidden"}));
}

TEST(PlanMeeting, TellsHowFarItIsAndCanBeCancelledInEveryStep) {
    const Snapshot now = base_of(1).snapshot();
    PlanOptions options = options_of(now);
    std::vector<std::string> stages;
    options.progress = [&](const Progress& progress) {
        if (stages.empty() || stages.back() != progress.stage) stages.push_back(progress.stage);
        return true;
    };
    plan_meeting(now, options);
    EXPECT_EQ(stages.front(), "gap map");
    EXPECT_EQ(stages.back(), "seat");
    for (const std::string& stop : std::set<std::string>(stages.begin(), stages.end())) {
        options.progress = [&](const Progress& progress) { return progress.stage != stop; };
        EXPECT_THROW(plan_meeting(now, options), InvalidInput) << stop;
    }
}

TEST(KeptPlan, IsThePlanThatWasMadeByteForByte) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Snapshot now = base_of(seed).snapshot();
        PlanOptions options = options_of(now);
        options.seating.seed = seed == 1 ? ~std::uint64_t{0} : seed;
        options.speakers.weights = FitWeights{};
        options.speakers.max_travel_km = 60.5;
        options.speakers.goal = ProgrammeGoal::worst_first;
        options.speakers.parallel = {{}};
        const MeetingPlan plan = plan_meeting(now, options);
        PlanOptions edited = plan.options;
        edited.edits = forbid(plan, edited.edits, Id<Topic>(plan.agenda[0].id));
        edited.seating.earlier = {*plan.seating};
        for (const MeetingPlan& one : {plan, plan_again(now, plan, edited)}) {
            const std::string text = plan_to_json(one);
            const MeetingPlan back = plan_from_json(text);
            EXPECT_EQ(plan_to_json(back), text);
            EXPECT_EQ(back.gaps, one.gaps);
            EXPECT_EQ(back.proposal, one.proposal);
            EXPECT_EQ(back.programme, one.programme);
            EXPECT_EQ(back.seating, one.seating);
            EXPECT_EQ(back.options.edits, one.options.edits);
            EXPECT_EQ(diff(one, back), PlanDiff{});
            // What is planned around a plan that was read is what is planned around the plan itself.
            EXPECT_EQ(plan_to_json(plan_again(now, back, back.options)),
                      plan_to_json(plan_again(now, one, one.options)));
        }
    }
}

template <class Options>
void expect_written(const std::string& text) {
    for_each_field<Options>([&](const auto& field) {
        using Member = std::decay_t<decltype(std::declval<Options>().*field.member)>;
        if constexpr (!json::is_optional<Member> && !json::is_list<Member>) {
            EXPECT_NE(text.find("\"" + std::string(field.name) + "\":"), std::string::npos) << field.name;
        }
    });
}

// Later defaults change nothing of a plan that was kept: what it was made with is in it.
TEST(KeptPlan, HasAllWeightsAndLimitsAlsoThoseThatWereLeftAsTheyAre) {
    const Snapshot now = base_of(1).snapshot();
    PlanOptions options;
    options.meeting = options_of(now).meeting;
    options.speakers.weights = FitWeights{};
    const std::string plan = plan_to_json(plan_meeting(now, options));
    const std::string text = plan.substr(0, plan.find(",\"today\":"));
    expect_written<PlanOptions>(text);
    const auto inside = [&](const std::string& name) {
        const std::size_t start = text.find("\"" + name + "\":{");
        return start == std::string::npos ? "" : text.substr(start);
    };
    expect_written<GapMapOptions>(inside("gaps"));
    expect_written<GapWeights>(inside("gaps"));
    expect_written<BurstOptions>(inside("bursts"));
    expect_written<AgendaOptions>(inside("agenda"));
    expect_written<MatchSpeakersOptions>(inside("speakers"));
    expect_written<FitWeights>(inside("speakers"));
    expect_written<RulePrices>(inside("prices"));
    expect_written<SolveLimits>(inside("solver"));
    expect_written<SeatOptions>(inside("seating"));
    expect_written<SeatWeights>(inside("seating"));
    EXPECT_NE(inside("agenda").find("\"lengths\":[20,30,45]"), std::string::npos);
    EXPECT_NE(inside("solver").find("\"most_nodes\":200000"), std::string::npos);
    // One that was kept without them is read with today's.
    std::string older = plan;
    const std::string half = "\"half_minutes\":20,";
    ASSERT_NE(older.find(half), std::string::npos);
    older.erase(older.find(half), half.size());
    EXPECT_EQ(plan_to_json(plan_from_json(older)), plan);
}

TEST(KeptPlan, ThatIsDamagedIsRefusedWithThePlace) {
    const Snapshot now = base_of(1).snapshot();
    const std::string text = plan_to_json(plan_meeting(now, options_of(now)));
    const auto problem = [&](const std::string& changed) {
        try {
            plan_from_json(changed, "plan.json");
        } catch (const InvalidInput& error) {
            return error.problems()[0];
        }
        return Problem{"", "taken", "", ""};
    };
    EXPECT_EQ(problem("{\"version\":2,\"plan\":{}}").what, "the plan is of version 2");
    EXPECT_EQ(problem("{\"version\":2,\"plan\":{}}").where, "plan.json:1:12");
    EXPECT_EQ(problem("{}").what, "no version is given: this is no meeting plan");
    EXPECT_EQ(problem("[]").what, "no version is given: this is no meeting plan");
    EXPECT_NE(problem("").what, "taken");
    EXPECT_NE(problem("{\"version\":1}").what, "taken");
    EXPECT_NE(problem("{\"version\":1,\"plan\":{\"plaatje\":1}}").what, "taken");
    std::string misspelt = text;
    misspelt.replace(misspelt.find("\"today\""), 7, "\"todai\"");
    EXPECT_NE(problem(misspelt).what, "taken");
}

// The digests made anew, when the text has a plan: as if the plan had been so.
std::string signed_anew(const std::string& text) {
    json::Value root;
    json::Fault fault;
    if (!json::parse(text, root, fault)) return text;
    const json::Value* plan = root.find("plan");
    const std::size_t start = text.rfind("\"digests\":");
    if (plan == nullptr || start == std::string::npos) return text;
    std::string digests;
    for (const auto& [part, digest] : digests_of(*plan))
        digests += (digests.empty() ? "\"" : ",\"") + part + "\":\"" + digest + "\"";
    return text.substr(0, start) + "\"digests\":{" + digests + "}}";
}

// Whoever sits, speaks or is counted: a change by hand is refused with the part it is in, however the text is
// spaced; options can be changed.
TEST(KeptPlan, ThatWasChangedByHandIsRefusedButForOptions) {
    const Snapshot now = base_of(1).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    const std::string text = plan_to_json(plan);
    const auto said = [&](const std::string& from, const std::string& to, const std::string& after) {
        std::string changed = text;
        const std::size_t start = changed.find(from, changed.find(after));
        EXPECT_NE(start, std::string::npos) << from;
        if (start == std::string::npos) return std::string();
        changed.replace(start, from.size(), to);
        try {
            plan_from_json(changed, "plan.json");
        } catch (const InvalidInput& error) {
            EXPECT_EQ(error.problems().size(), 1U);
            return error.problems()[0].what;
        }
        return std::string("taken");
    };
    const std::string programme = "programme: is not what was planned: it was changed by hand";
    const std::string seating = "seating: is not what was planned: it was changed by hand";
    const Placement placed = placements_of(plan)[0];
    EXPECT_EQ(said("\"speaker\":\"" + placed.speaker.str() + "\"", "\"speaker\":\"x99\"", "\"programme\":"),
              programme);
    EXPECT_EQ(said("\"fit\":0", "\"fit\":1", "\"programme\":"), programme);
    const std::string first = plan.seating->rounds[0][0].people[0].municipality.str();
    EXPECT_EQ(said("\"" + first + "\"", "\"GM9999\"", "\"rounds\":[["), seating);
    const std::string topic = plan.seating->rounds[0][0].topic->str();
    EXPECT_EQ(said("\"topic\":\"" + topic + "\"", "\"topic\":\"nope\"", "\"rounds\":[["), seating);
    EXPECT_EQ(said("\"seed\":1,", "\"seed\":2,", "\"options\":"), "taken");
    EXPECT_EQ(said("\"version\":1,", "\n  \"version\" : 1 ,\n", "{"), "taken");
    std::string without = text;
    without.erase(without.rfind(",\"digests\""));
    EXPECT_THROW(plan_from_json(without + "}"), InvalidInput);
}

enum class Fate { refused, options_refused, planned };

// A text that is refused says where; one that is taken is a plan: written and read back it is the same, and
// planning around it gives a plan, or says which options cannot be used.
Fate fate_of(const Snapshot& now, const std::string& text) {
    std::optional<MeetingPlan> taken;
    try {
        taken = plan_from_json(signed_anew(text), "plan.json");
    } catch (const InvalidInput& error) {
        EXPECT_EQ(error.problems()[0].where.rfind("plan.json:", 0), 0U);
        return Fate::refused;
    }
    const std::string kept = plan_to_json(*taken);
    EXPECT_EQ(plan_to_json(plan_from_json(kept)), kept);
    try {
        const MeetingPlan again = plan_again(now, *taken, taken->options);
        diff(*taken, again);
        EXPECT_EQ(plan_to_json(plan_from_json(plan_to_json(again))), plan_to_json(again));
    } catch (const InvalidInput& error) {
        EXPECT_FALSE(error.problems().empty());
        return Fate::options_refused;
    }
    return Fate::planned;
}

TEST(KeptPlan, ThatIsDamagedIsRefusedOrCanBePlannedAround) {
    const Snapshot now = base_of(1).snapshot();
    const std::string text = plan_to_json(plan_meeting(now, options_of(now)));
    Random random(93);
    int refused = 0, planned = 0;
    for (int i = 0; i < 200; ++i) {
        EXPECT_EQ(fate_of(now, text.substr(0, random.below(text.size() - 2))), Fate::refused) << i;
        std::string changed = text;
        changed[random.below(changed.size())] = static_cast<char>(random.between(32, 126));
        const Fate fate = fate_of(now, changed);
        refused += fate == Fate::refused ? 1 : 0;
        planned += fate == Fate::planned ? 1 : 0;  // a letter of a title, a digit of a share
    }
    EXPECT_GT(refused, 80);
    EXPECT_GT(planned, 40);
}

TEST(KeptPlan, WithAnyListEmptiedIsRefusedOrCanBePlannedAround) {
    const Snapshot now = base_of(1).snapshot();
    const std::string text = plan_to_json(plan_meeting(now, options_of(now)));
    int refused = 0, planned = 0;
    for (std::size_t start = text.find('['); start != std::string::npos; start = text.find('[', start + 1)) {
        std::size_t end = start;
        int depth = 0;
        do {
            depth += text[end] == '[' ? 1 : text[end] == ']' ? -1 : 0;
        } while (++end < text.size() && depth > 0);
        const Fate fate = fate_of(now, text.substr(0, start) + "[]" + text.substr(end));
        refused += fate == Fate::refused ? 1 : 0;
        planned += fate == Fate::planned ? 1 : 0;
    }
    EXPECT_GT(refused, 30);
    EXPECT_GT(planned, 30);
}

TEST(KeptPlan, GoesToAFileAndBack) {
    const Snapshot now = base_of(1).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("m150-plan-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    write_plan(folder / "plan.json", plan);
    EXPECT_EQ(plan_to_json(read_plan(folder / "plan.json")), plan_to_json(plan));
    EXPECT_THROW(read_plan(folder / "geen.json"), InvalidInput);
    EXPECT_THROW(write_plan(folder / "geen" / "plan.json", plan), StoreError);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace m150::testing
