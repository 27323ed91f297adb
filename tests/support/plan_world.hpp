// A small world with speakers and registrations, for tests of meeting plans.
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {

inline const Id<Network> network("M150");

inline KnowledgeBase base_of(std::uint64_t seed) {
    WorldOptions options;
    options.all_audiences = false;
    options.municipalities = 14;
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, make_world(seed, options));
    for (const char* id : {"x1", "x2", "x3", "x4", "x5"}) {
        Speaker speaker;
        speaker.id = Id<Speaker>(id);
        speaker.role = "adviseur";
        for (int t = 0; t < 5; ++t) {
            if ((id[1] - '0' + t) % 2 == 0) speaker.topics.emplace_back("t-" + std::to_string(t));
        }
        base.add(speaker);
    }
    base.commit();
    return base;
}

inline PlanOptions options_of(const Snapshot& now) {
    PlanOptions options;
    options.meeting.id = Id<Meeting>("nieuw");
    options.meeting.title = "Nieuwe bijeenkomst";
    options.meeting.network = network;
    options.meeting.date = now.today().plus_days(30);
    std::size_t i = 0;
    for (const Municipality* municipality : now.all<Municipality>()) {
        Registration one{municipality->id, 1 + static_cast<int>(i % 2), {}, {}};
        for (std::size_t w = 0; w < 1 + i % 3; ++w)
            one.wishes.push_back(now.topic(static_cast<int>((i + 2 * w) % 5)).id);
        options.meeting.registrations.push_back(one);
        ++i;
    }
    options.agenda.minutes = 60;
    options.agenda.lengths = {20, 30};
    options.agenda.most_topics = 3;
    options.agenda.parallel_sessions = 1;
    options.agenda.others = 1;
    options.speakers.max_items_per_speaker = 2;
    options.speakers.municipality_candidates = 2;
    options.seating.rounds = 2;
    options.seating.table_size = 5;
    options.seating.steps = 20'000;
    return options;
}

inline std::vector<std::string> codes(const std::vector<Reason>& reasons) {
    std::vector<std::string> list;
    for (const Reason& reason : reasons)
        list.push_back(reason.code);
    return list;
}

inline bool said(const MeetingPlan& plan, const char* code) {
    const auto list = codes(plan.notices);
    return std::count(list.begin(), list.end(), code) == 1;
}

inline std::set<std::string> items_of(const MeetingPlan& plan) {
    std::set<std::string> ids;
    for (const AgendaItem& item : plan.agenda)
        ids.insert(item.id);
    return ids;
}

inline std::vector<Placement> placements_of(const MeetingPlan& plan) {
    std::vector<Placement> list;
    for (const ProgrammeItem& item : plan.programme->items) {
        for (const Slot& slot : item.speakers)
            list.push_back({item.item, slot.speaker});
    }
    return list;
}

inline int table_of(const MeetingPlan& plan, const Attendee& who, int round) {
    const auto& tables = plan.seating->rounds[static_cast<std::size_t>(round - 1)];
    for (std::size_t t = 0; t < tables.size(); ++t) {
        if (std::count(tables[t].people.begin(), tables[t].people.end(), who) > 0)
            return static_cast<int>(t) + 1;
    }
    return 0;
}

}  // namespace m150::testing
