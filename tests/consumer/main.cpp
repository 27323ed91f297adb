// What an outside project does with an installed libm150: keep a few records, ask, and read the reasons.
// Prints the answer that it found; exits with 1 when a promise of the public headers is not kept.
#include <libm150/m150.hpp>

#include <iostream>

namespace {

m150::Municipality municipality(const char* id, const char* name) {
    m150::Municipality made;
    made.id = m150::Id<m150::Municipality>(id);
    made.name = name;
    return made;
}

m150::KnowledgeBase one_answered_question() {
    m150::KnowledgeBase kb = m150::KnowledgeBase::in_memory();
    kb.add(municipality("GM0355", "Zeist"));
    kb.add(municipality("GM0307", "Amersfoort"));
    m150::Question question;
    question.id = m150::Id<m150::Question>("v-1");
    question.asked_by = m150::Id<m150::Municipality>("GM0355");
    question.date = m150::Date(2026, 3, 2);
    question.title = "Bodycams bij horecacontroles";
    question.audience.kind = m150::AudienceKind::everyone;
    kb.add(question);
    m150::Answer answer;
    answer.id = m150::Id<m150::Answer>("a-1");
    answer.question = question.id;
    answer.by = m150::Id<m150::Municipality>("GM0307");
    answer.date = m150::Date(2026, 3, 4);
    answer.text = "Een bodycam mag, als de ondernemer vooraf is ingelicht.";
    answer.audience.kind = m150::AudienceKind::everyone;
    kb.add(answer);
    m150::Speaker speaker;
    speaker.id = m150::Id<m150::Speaker>("s-1");
    speaker.role = "teamleider";
    speaker.profile = "Bodycams bij de boa";
    kb.add(speaker);
    kb.commit();
    return kb;
}

bool rejects_an_empty_question(const m150::Snapshot& now) {
    try {
        m150::ask(now, {});
    } catch (const m150::InvalidInput& error) {  // thrown in the library, caught by its type here
        return !error.problems().empty();
    }
    return false;
}

// A rule that counts speakers needs the solver of integer programs, which a static m150 has to bring along.
bool plans_a_programme(const m150::Snapshot& now) {
    m150::MatchSpeakersOptions options;
    options.agenda.resize(1);
    options.agenda[0].id = "1";
    options.agenda[0].title = "Bodycams";
    options.min_newcomers = 1;
    const m150::Programme programme = m150::match_speakers(now, options);
    return programme.complete && programme.proved && programme.items[0].speakers.size() == 1;
}

}  // namespace

int main() {
    const m150::KnowledgeBase kb = one_answered_question();
    const m150::Snapshot now = kb.snapshot();
    m150::AskOptions options;
    options.text = "Mag een boa een bodycam dragen?";
    const m150::Reply reply = m150::ask(now, options);
    if (reply.answers.empty() || reply.municipalities.empty()) return 1;
    const m150::FoundAnswer& best = reply.answers.front();
    if (m150::reason_error(best.score, best.reasons) > 1e-9) return 1;
    if (!rejects_an_empty_question(now)) return 1;
    if (!plans_a_programme(now)) return 1;
    std::cout << best.question.id << " answered by " << reply.municipalities.front().municipality << '\n';
}
