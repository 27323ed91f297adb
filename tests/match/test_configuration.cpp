// Every parameter of the configuration reaches what it is said to weigh.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "libm150/m150.hpp"

namespace m150::testing {
namespace {

// A model that knows five letters: the same on every machine, and of no use but to be different.
class LetterModel final : public TextEmbedder {
  public:
    std::string model() const override { return "letters"; }
    std::size_t dimension() const override { return 5; }
    void embed(std::span<const std::string> texts, std::span<float> rows) const override {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t d = 0; d < 5; ++d)
                rows[5 * i + d] =
                    static_cast<float>(std::count(texts[i].begin(), texts[i].end(), "bdfvw"[d]));
        }
    }
};

KnowledgeBase network(const KnowledgeBaseOptions& options) {
    KnowledgeBase base = KnowledgeBase::in_memory(options);
    base.load(std::string(M150_SOURCE_DIR) + "/examples/network");
    // An abbreviation that two records explain in two ways.
    for (const auto& [id, text] :
         {std::pair{"v-wit-1", "Ons weekendinterventieteam (WIT) rijdt op zaterdag langs de horeca."},
          std::pair{"v-wit-2", "Ons woninginspectieteam (WIT) gaat langs bij overbewoning."}}) {
        Question question;
        question.id = Id<Question>(id);
        question.date = Date(2026, 3, 1);
        question.text = text;
        question.audience = {AudienceKind::everyone, {}, {}};
        base.add(question);
    }
    // A municipality that merged, and had helped.
    Municipality merged;
    merged.id = Id<Municipality>("GM0009");
    merged.name = "Oudeplaats";
    merged.valid_to = Date(2023, 12, 31);
    merged.successor = Id<Municipality>("GM0302");
    base.add(merged);
    Outcome before;
    before.id = Id<Outcome>("u-0");
    before.asked = before.date = Date(2023, 3, 1);
    before.topics = {Id<Topic>("bodycams")};
    before.kind = OutcomeKind::passed_on;
    before.municipality = merged.id;
    before.helpful = true;
    base.add(before);
    // Two requests that were passed on: one helped, the other was declined.
    for (const auto& [id, kind] :
         {std::pair{"u-1", OutcomeKind::passed_on}, std::pair{"u-2", OutcomeKind::declined}}) {
        Outcome outcome;
        outcome.id = Id<Outcome>(id);
        outcome.asked = outcome.date = Date(2026, 3, 1);
        outcome.topics = {Id<Topic>("bodycams")};
        outcome.kind = kind;
        outcome.municipality = Id<Municipality>("GM0302");
        outcome.helpful = kind == OutcomeKind::passed_on;
        base.add(outcome);
    }
    base.commit();
    base.use_embedder(std::make_shared<LetterModel>());
    return base;
}

// Everything that the matchers say about a few inputs, as text.
std::string everything(const Snapshot& now) {
    std::string text;
    const auto say = [&](const std::string& what, double score, const std::vector<Reason>& reasons) {
        text += what + " " + to_text(score) + "\n" + explain_all(now, reasons);
    };
    for (const char* question :
         {"Mogen onze boa's een bodycam dragen bij horecacontroles, en wat zegt de horecacontrole dan?",
          "Wie heeft ervaring met een BOT na een incident met een opgevoerde fatbike?",
          "Mag een boa een body cam aan bij het dumpen van afval?",
          "the boa and the police at the horecacontrole", "Rijdt jullie WIT ook op zaterdag?",
          "overlast van jongeren in het park", "vuurwerk in de woonwijk",
          "een parkeervergunning voor bedrijven",
          "Moet handhavign van de LOD of vuilnis door een BOT na agressie of een gas?",
          "overlats lcahgas hod", "kan henk van team toezicht komen"}) {
        AskOptions options;
        options.text = question;
        options.limit = 6;
        const Reply reply = ask(now, options);
        text += to_text(reply.confidence) + " " + explain(reply.verdict) + "\n";
        for (const FoundAnswer& found : reply.answers)
            say(found.question.id.str(), found.score, found.reasons);
        for (const Knower& knower : reply.municipalities)
            say(knower.municipality.str(), knower.score, knower.reasons);
    }
    AskOptions many;  // those who come last, too
    many.text = "bodycam";
    many.limit = 400;
    for (const Knower& knower : who_knows(now, many))
        say(knower.municipality.str(), knower.confidence, {});
    ConnectOptions zeist;
    zeist.municipality = Id<Municipality>("GM0355");
    zeist.limit = 20;
    for (const Connection& connection : connect(now, zeist))
        say(connection.guide.str(), connection.score, connection.reasons);
    for (const Connection& connection : connect_all(now).connections)
        say(connection.learner.str() + " " + connection.guide.str(), connection.score, {});
    const Meeting* meeting = now.find(Id<Meeting>("2027-landelijk"));
    const SpeakerFit fit = speaker_fit(now, meeting->agenda);
    for (std::size_t i = 0; i < fit.values.size(); ++i)
        say("", fit.values[i], fit.reasons[i]);
    return text;
}

ParameterValue extreme(const Parameter& one, bool high) {
    if (one.type == ParameterType::boolean) return !std::get<bool>(one.initial);
    if (one.type == ParameterType::choice) return one.choices.back();
    if (one.type == ParameterType::integer) return static_cast<std::int64_t>(high ? one.high : one.low);
    return high ? one.high : one.low;
}

TEST(Configuration, EveryParameterChangesSomething) {
    const KnowledgeBase base = network({});
    const std::string before = everything(base.snapshot());
    for (const Parameter& one : list_parameters()) {
        if (one.name == "index.merge_at") continue;  // when work is done, not what comes out
        bool changed = false;
        for (const bool high : {false, true}) {
            if (changed || extreme(one, high) == one.initial) continue;
            SnapshotOptions other;
            other.options.emplace();
            set_parameter(*other.options, one.name, extreme(one, high));
            if (one.makes_index) {
                EXPECT_THROW(base.snapshot(other), InvalidInput) << one.name;
                changed = everything(network(*other.options).snapshot()) != before;
            } else {
                changed = everything(base.snapshot(other)) != before;
            }
        }
        EXPECT_TRUE(changed) << one.name;
    }
    EXPECT_EQ(everything(base.snapshot()), before);
}

TEST(Configuration, ASnapshotWithOtherOptionsIsThatOfABaseMadeWithThem) {
    KnowledgeBaseOptions options;
    options.index.k1 = 0.4;
    options.index.b = 0.9;
    options.thesaurus.synonym_weight = 0.1;
    options.expertise.half_life_days = 300;
    options.knowers.voting_hits = 7;
    SnapshotOptions tried;
    tried.options = options;
    EXPECT_EQ(everything(network({}).snapshot(tried)), everything(network(options).snapshot()));
}

TEST(Configuration, MoreAnswersAskedForDoNotChangeWhoKnows) {
    const Snapshot now = network({}).snapshot();
    AskOptions few;
    few.text = "fatbikes in de winkelstraat";
    few.limit = 3;
    AskOptions many = few;
    many.limit = 200;
    const Reply a = ask(now, few);
    const Reply b = ask(now, many);
    for (std::size_t i = 0; i < a.municipalities.size(); ++i) {
        EXPECT_EQ(a.municipalities[i].municipality, b.municipalities[i].municipality);
        EXPECT_EQ(a.municipalities[i].score, b.municipalities[i].score);
    }
}

}  // namespace
}  // namespace m150::testing
