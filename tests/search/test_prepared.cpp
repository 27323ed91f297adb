#include "libm150/search/prepared.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace m150::indexing {
namespace {

const Analyzer& analyzer() {
    static const Analyzer shared;
    return shared;
}

std::map<std::string, std::uint32_t> counts(const IndexDocument& document, const IndexOptions& options) {
    const Prepared prepared = prepare(document, analyzer(), options);
    EXPECT_TRUE(std::is_sorted(prepared.terms.begin(), prepared.terms.end()));
    std::uint32_t sum = 0;
    for (const auto& [name, count] : prepared.terms)
        sum += count;
    EXPECT_EQ(prepared.stored->length, sum);
    return {prepared.terms.begin(), prepared.terms.end()};
}

TEST(Prepare, CountsWordsInQuartersByTheirField) {
    IndexDocument document;
    document.key = "k";
    document.fields = {{FieldKind::title, "bodycam"},
                       {FieldKind::text, "bodycam"},
                       {FieldKind::lead, "bodycam"},
                       {FieldKind::answer, "bodycam afval"}};
    document.concepts = {"t"};
    document.filters = {"public"};
    IndexOptions options;
    options.title_weight = 2.25;
    options.lead_weight = 0.75;
    options.answer_weight = 0.5;
    options.concept_weight = 3.0;
    auto found = counts(document, options);
    EXPECT_EQ(found[text_term(analyzer().tokens("bodycam")[0].stem)], 9U + 4U + 3U + 2U);
    EXPECT_EQ(found[text_term(analyzer().tokens("afval")[0].stem)], 2U);
    EXPECT_EQ(found[concept_term("t")], 12U);
    EXPECT_EQ(found.count(filter_term("public")), 1U);
    EXPECT_EQ(found[filter_term("public")], 0U);
}

TEST(Prepare, PartsOfCompoundsCountLessAndCanBeLeftOut) {
    IndexDocument document;
    document.key = "k";
    document.fields = {{FieldKind::title, "horecacontrole"}};
    const std::string part = text_term(analyzer().tokens("controle")[0].stem);
    EXPECT_EQ(counts(document, {})[part], 4U);
    IndexOptions options;
    options.part_weight = 0.0;
    EXPECT_EQ(counts(document, options).count(part), 0U);
    options.part_weight = 0.01;  // rounded to the smallest that counts
    EXPECT_EQ(counts(document, options)[part], 1U);
}

TEST(Prepare, AWordWrittenAsTwoIsCountedAsAPart) {
    IndexDocument document;
    document.key = "k";
    document.fields = {{FieldKind::text, "een body cam"}, {FieldKind::text, "body. Cam"}};
    const std::string whole = text_term(analyzer().tokens("bodycam")[0].stem);
    EXPECT_EQ(counts(document, {})[whole], 2U);
    IndexOptions options;
    options.part_weight = 0.0;
    EXPECT_EQ(counts(document, options).count(whole), 0U);
}

TEST(Prepare, NamesOfDifferentKindsDifferAndAreShortEnough) {
    std::set<std::string> names{text_term("a"), concept_term("a"), filter_term("a"), key_term("a")};
    EXPECT_EQ(names.size(), 4U);
    for (const std::string& text :
         {std::string(244, 'x'), std::string(245, 'x'), std::string(5000, 'x'), std::string(300, '\0')}) {
        const std::string name = filter_term(text);
        EXPECT_LE(name.size() + static_cast<std::size_t>(std::count(name.begin(), name.end(), '\0')), 245U);
        EXPECT_NE(name, filter_term(text + "y"));
    }
}

TEST(Fingerprint, ChangesWithWhatChangesTheTermsAndNothingElse) {
    const std::string plain = fingerprint(analyzer(), {});
    IndexOptions ranking;
    ranking.k1 = 2.0;
    ranking.b = 0.1;
    ranking.merge_at = 5;
    EXPECT_EQ(fingerprint(analyzer(), ranking), plain);
    std::vector<IndexOptions> others(8);
    others[0].title_weight = 3.0;
    others[1].text_weight = 3.0;
    others[2].answer_weight = 3.0;
    others[3].concept_weight = 3.0;
    others[4].part_weight = 0.25;
    others[5].analysis.compounds = false;
    others[6].analysis.language = Language::english;
    others[7].lead_weight = 3.0;
    std::set<std::string> lines{plain};
    for (const IndexOptions& options : others)
        lines.insert(fingerprint(analyzer(), options));
    EXPECT_EQ(lines.size(), 9U);
    for (const EmbeddingModel& model : {EmbeddingModel{"a", 384}, {"a", 385}, {"b", 384}})
        lines.insert(fingerprint(analyzer(), {}, {nullptr, model}));
    lines.insert(fingerprint(analyzer(), {}, {SemanticSpace::built_in(Language::dutch), {}}));
    EXPECT_EQ(lines.size(), 13U);
}

}  // namespace
}  // namespace m150::indexing
