// Which speakers fit the agenda of the national meeting, and the best programme that can be made of them.
//
// Usage: 04_speakers [directory of records]     The twin in Python is 04_speakers.py; both print the same
// lines.
#include <libm150/m150.hpp>

#include <cstdio>

namespace {

// Rows are items, columns speakers; values are comparable across items.
void show_fit(const m150::Snapshot& now, const m150::Meeting& meeting) {
    const m150::SpeakerFit fit = m150::speaker_fit(now, meeting.agenda);
    for (std::size_t i = 0; i < fit.items.size(); ++i) {
        std::size_t best = 0;
        for (std::size_t j = 1; j < fit.speakers.size(); ++j) {
            if (fit.value(i, j) > fit.value(i, best)) best = j;
        }
        std::printf("item %s: %s fits best, %.3f\n", fit.items[i].c_str(), fit.speakers[best].str().c_str(),
                    fit.value(i, best));
    }
}

void show_programme(const m150::Snapshot& now, const m150::Meeting& meeting) {
    m150::MatchSpeakersOptions options;
    options.agenda = meeting.agenda;
    options.date = meeting.date;
    options.max_items_per_speaker = 2;
    const m150::Programme programme = m150::match_speakers(now, options);
    std::printf("%s objective %.3f\n", programme.complete ? "complete" : "incomplete", programme.objective);
    for (const m150::ProgrammeItem& place : programme.items) {
        std::printf("item %s\n", place.item.c_str());
        for (const m150::Slot& slot : place.speakers) {
            std::printf("  %.3f %s %s\n", slot.fit, slot.speaker.str().c_str(),
                        now.find(slot.speaker)->role.c_str());
        }
        for (const m150::Slot& slot : place.alternates) {
            std::printf("  alternate %.3f %s\n", slot.fit, slot.speaker.str().c_str());
        }
    }
}

// With twenty speakers wanted for one item not everything can be met, and the programme says what stands in
// the way.
void show_what_stops(const m150::Snapshot& now, const m150::Meeting& meeting) {
    m150::MatchSpeakersOptions options;
    options.agenda = {meeting.agenda.front()};
    options.agenda.front().speakers_at_least = 20;
    options.agenda.front().speakers_at_most = 20;
    for (const m150::Unfilled& unfilled : m150::match_speakers(now, options).unfilled) {
        std::printf("%s %s misses %d: %s\n", unfilled.what.c_str(), unfilled.id.c_str(), unfilled.missing,
                    unfilled.why.c_str());
    }
}

}  // namespace

int main(int argc, char** argv) {
    try {
        auto kb = m150::KnowledgeBase::in_memory();
        kb.load(argc > 1 ? argv[1] : M150_EXAMPLES_DIR "/network");
        const m150::Snapshot now = kb.snapshot();
        const m150::Meeting* meeting = now.find(m150::Id<m150::Meeting>("2027-landelijk"));
        if (meeting == nullptr) {
            std::fprintf(stderr, "the example network has this meeting\n");
            return 1;
        }
        show_fit(now, *meeting);
        show_programme(now, *meeting);
        show_what_stops(now, *meeting);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
