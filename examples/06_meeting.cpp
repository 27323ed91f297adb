// From what plays in a network to who sits at which table: a meeting planned step by step.
//
// Usage: 06_meeting [directory of records]     The twin in Python is 06_meeting.py; both print the same
// lines.
#include <libm150/m150.hpp>

#include <algorithm>
#include <cstdio>

namespace {

// What plays: demand against supply, how demand grows, when a topic was last treated.
void show_what_plays(const m150::Snapshot& now) {
    m150::GapMapOptions options;
    options.network = m150::Id<m150::Network>("M150");
    options.since = m150::Date(2023, 10, 1);
    const m150::GapMap gaps = m150::gap_map(now, options);
    for (std::size_t i = 0; i < std::min<std::size_t>(5, gaps.topics.size()); ++i) {
        const m150::TopicGap& gap = gaps.topics[i];
        std::printf("%.3f %s: %d questions, %d would come, %d know\n", gap.score, gap.topic.str().c_str(),
                    gap.questions, gap.would_come, gap.know);
    }
}

// What to treat: the agenda that meets most of the demand of those who come, and how much worse others are.
std::vector<m150::AgendaItem> propose(const m150::Snapshot& now, const m150::Meeting& meeting) {
    m150::AgendaOptions options;
    options.meeting = meeting;
    options.most_topics = 6;
    const m150::AgendaProposal proposal = m150::propose_agenda(now, options);
    std::vector<m150::AgendaItem> items;
    for (const m150::ProposedItem& proposed : proposal.best.items) {
        std::printf("%.3f %d min %s for %d\n", proposed.value, proposed.item.minutes,
                    proposed.item.topics[0].str().c_str(), proposed.municipalities);
        items.push_back(proposed.item);
    }
    for (const m150::ProposedAgenda& other : proposal.others)
        std::printf("another agenda is worth %.3f of %.3f\n", other.value, proposal.best.value);
    return items;
}

// Who speaks: the item served worst first, with a municipality among them.
void show_speakers(const m150::Snapshot& now, const m150::Meeting& meeting,
                   const std::vector<m150::AgendaItem>& items) {
    m150::MatchSpeakersOptions options;
    options.agenda = items;
    options.date = meeting.date;
    options.max_items_per_speaker = 2;
    options.goal = m150::ProgrammeGoal::worst_first;
    options.min_municipalities = 1;
    options.max_per_organisation = 2;
    const m150::Programme programme = m150::match_speakers(now, options);
    std::printf("served worst: %.3f, together %.3f\n", programme.worst, programme.objective);
    for (const m150::ProgrammeItem& place : programme.items) {
        std::printf("item %s: ", place.item.c_str());
        for (std::size_t i = 0; i < place.speakers.size(); ++i)
            std::printf("%s%s", i > 0 ? ", " : "", place.speakers[i].speaker.str().c_str());
        std::printf("\n");
    }
    for (const auto* reasons : {&programme.contradiction, &programme.relaxation}) {
        for (const m150::Reason& reason : *reasons)
            std::printf("%s\n", m150::explain(now, reason, m150::TextLanguage::en).c_str());
    }
}

// Who sits where: nobody meets twice in three rounds.
void show_tables(const m150::Snapshot& now, const m150::Meeting& meeting) {
    m150::SeatOptions options;
    options.meeting = meeting;
    options.rounds = 3;
    options.table_size = 8;
    options.steps = 300'000;
    const m150::SeatingPlan plan = m150::seat(now, options);
    std::printf("%d people, %d meet again, %d of %d wishes met\n", plan.people, plan.repeats, plan.wishes_met,
                plan.wishes);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        auto kb = m150::KnowledgeBase::in_memory();
        kb.load(argc > 1 ? argv[1] : M150_EXAMPLES_DIR "/network");
        m150::SnapshotOptions view;
        view.as_of = m150::Date(2024, 9, 30);  // before the national meeting of 10 October 2024
        const m150::Snapshot now = kb.snapshot(view);
        const m150::Meeting* meeting = now.find(m150::Id<m150::Meeting>("2024-najaar"));
        if (meeting == nullptr) {
            std::fprintf(stderr, "the example network has this meeting\n");
            return 1;
        }
        show_what_plays(now);
        show_speakers(now, *meeting, propose(now, *meeting));
        show_tables(now, *meeting);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
