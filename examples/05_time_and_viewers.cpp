// The same question seen by AVH and by a municipality, today and two years ago; and a snapshot that stays
// what it is.
//
// Usage: 05_time_and_viewers [directory of records]     The twin in Python is 05_time_and_viewers.py; both
// print the same lines.
#include <libm150/m150.hpp>

#include <cstdio>
#include <string>

namespace {

void show(const m150::Snapshot& now) {
    m150::AskOptions options;
    options.text = "Wat doen jullie tegen fatbikes in het centrum?";
    options.limit = 3;
    const m150::Reply reply = m150::ask(now, options);
    const std::string viewer = now.viewer() ? now.viewer()->str() : "AVH";
    std::printf("%s on %s: %llu questions, %zu contacts, confidence %.3f\n", viewer.c_str(),
                now.today().str().c_str(), static_cast<unsigned long long>(now.questions()),
                now.all<m150::Contact>().size(), reply.confidence);
    for (const m150::FoundAnswer& found : reply.answers) {
        std::printf("  %.3f %s of %s\n", found.score, found.question.id.str().c_str(),
                    found.question.date.str().c_str());
    }
}

m150::SnapshotOptions seen(bool by_zeist, bool in_2024) {
    m150::SnapshotOptions options;
    if (by_zeist) options.viewer = m150::parse_municipality_id("GM0355");
    if (in_2024) options.as_of = m150::Date(2024, 10, 1);
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        auto kb = m150::KnowledgeBase::in_memory();
        kb.load(argc > 1 ? argv[1] : M150_EXAMPLES_DIR "/network");
        show(kb.snapshot());
        // What is for AVH or for others only is neither counted nor found, nor in any reason.
        show(kb.snapshot(seen(true, false)));
        show(kb.snapshot(seen(false, true)));
        show(kb.snapshot(seen(true, true)));

        const m150::Snapshot before = kb.snapshot();
        m150::Question question;
        question.id = m150::Id<m150::Question>("v-1");
        question.asked_by = m150::parse_municipality_id("GM0355");
        question.date = m150::Date(2026, 10, 2);
        question.title = "Fatbikes in het centrum";
        question.topics = {m150::Id<m150::Topic>("verkeer")};
        kb.add(question);
        kb.commit();
        std::printf("before %llu after %llu\n", static_cast<unsigned long long>(before.questions()),
                    static_cast<unsigned long long>(kb.snapshot().questions()));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
