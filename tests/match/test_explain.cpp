#include "libm150/match/explain.hpp"

#include <gtest/gtest.h>

#include <set>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

void codes_in(const std::vector<Reason>& reasons, std::vector<const Reason*>& all) {
    for (const Reason& reason : reasons) {
        all.push_back(&reason);
        codes_in(reason.parts, all);
    }
}

TEST(Explain, WordsGoWithTheirNumber) {
    const KnowledgeBase base = KnowledgeBase::in_memory();
    const Snapshot now = base.snapshot();
    const auto said = [&](const char* code, const char* count, TextLanguage language) {
        return explain(now, {code, 0.0, {{"count", count}, {"of", "3"}}, {}}, language);
    };
    EXPECT_EQ(said("region-moves", "1", TextLanguage::nl),
              "1 lid verandert van regio, en 3 gemeenten die geen lid zijn");
    EXPECT_EQ(said("region-moves", "2", TextLanguage::nl),
              "2 leden veranderen van regio, en 3 gemeenten die geen lid zijn");
    EXPECT_EQ(said("region-moves", "1", TextLanguage::en),
              "1 member changes region, and 3 municipalities that are none");
    EXPECT_EQ(said("rule-newcomers", "1", TextLanguage::nl),
              "ten minste 1 spreker die nog niet eerder sprak");
    EXPECT_EQ(said("rule-newcomers", "12", TextLanguage::nl),
              "ten minste 12 sprekers die nog niet eerder spraken");
}

// Every reason that any matcher gives has a sentence in both languages, without holes.
TEST(Explain, EveryReasonHasWords) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, make_world(1));
    const Snapshot now = base.snapshot();
    AskOptions question;
    question.text = "bodycams en vuurwerk in de wijk";
    const Reply reply = ask(now, question);
    const ConnectionPlan plan = connect_all(now);
    ConnectOptions one;
    one.municipality = now.municipality(0).id;
    const Connections connections = connect(now, one);
    AgendaItem item;
    item.id = "i";
    item.title = "bodycams";
    const SpeakerFit fit = speaker_fit(now, {item});
    std::vector<const Reason*> all;
    for (const FoundAnswer& found : reply.answers)
        codes_in(found.reasons, all);
    for (const Knower& knower : reply.municipalities)
        codes_in(knower.reasons, all);
    for (const Connection& connection : plan.connections)
        codes_in(connection.reasons, all);
    for (const Connection& connection : connections)
        codes_in(connection.reasons, all);
    for (const auto& reasons : fit.reasons)
        codes_in(reasons, all);
    std::set<std::string> codes;
    for (const Reason* reason : all) {
        codes.insert(reason->code);
        for (const TextLanguage language : {TextLanguage::nl, TextLanguage::en}) {
            const std::string text = explain(now, *reason, language);
            EXPECT_NE(text, reason->code) << "no sentence for it";
            EXPECT_FALSE(text.empty());
            EXPECT_EQ(text.find('{'), std::string::npos) << text;
            EXPECT_EQ(text.find("“”"), std::string::npos) << reason->code << ": " << text;
            EXPECT_EQ(text.find("()"), std::string::npos) << reason->code << ": " << text;
        }
    }
    EXPECT_GT(codes.size(), 15U);
}

TEST(Explain, NamesArePutInPlaceOfIds) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, make_world(1));
    const Snapshot now = base.snapshot();
    const Reason reason{"has-topic", 0.3, {{"topic", "t-0"}}, {}};
    EXPECT_EQ(explain(now, reason), "onderwerp bodycams");
    EXPECT_EQ(explain(now, reason, TextLanguage::en), "topic bodycams");
    EXPECT_EQ(explain_all(now, {reason}), "+0.300  onderwerp bodycams\n");
}

}  // namespace
}  // namespace m150::testing
