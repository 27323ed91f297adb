// Asks two questions: one that the network can answer, and one on which nobody knows yet.
//
// Usage: 02_ask [directory of records]     The twin in Python is 02_ask.py; both print the same lines.
#include <libm150/m150.hpp>

#include <cstdio>

namespace {

constexpr const char* questions[] = {
    "Mogen onze boa's een bodycam dragen bij horecacontroles?",
    "Wie betaalt het onderhoud van de zwembaden na een aardbeving?",
};

void show(const m150::Snapshot& now, const m150::Reply& reply) {
    const std::string verdict = m150::explain(reply.verdict, m150::TextLanguage::en);
    std::printf("confidence %.3f: %s\n", reply.confidence, verdict.c_str());
    for (const m150::FoundAnswer& found : reply.answers) {
        std::printf("  %.3f %s %s (%zu)\n", found.score, found.question.id.str().c_str(),
                    found.question.title.c_str(), found.answers.size());
        for (const m150::Reason& reason : found.reasons) {
            std::printf("    %+.3f %s\n", reason.share, m150::explain(now, reason).c_str());
        }
    }
    for (const m150::Knower& knower : reply.municipalities) {
        std::printf("  %.3f %s %s\n", knower.score, knower.municipality.str().c_str(),
                    now.find(knower.municipality)->name.c_str());
        std::printf("%s", m150::explain_all(now, knower.reasons).c_str());
    }
}

}  // namespace

int main(int argc, char** argv) {
    try {
        auto kb = m150::KnowledgeBase::in_memory();
        kb.load(argc > 1 ? argv[1] : M150_EXAMPLES_DIR "/network");
        const m150::Snapshot now = kb.snapshot();
        for (const char* question : questions) {
            std::printf("%s\n", question);
            m150::AskOptions options;
            options.text = question;
            options.asked_by = m150::parse_municipality_id("GM0355");
            options.limit = 3;
            show(now, m150::ask(now, options));
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
