#include "bench/evaluate/ablation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "libm150/base/error.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "temporary_file.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> names_of(const std::vector<Switch>& switches) {
    std::vector<std::string> names;
    for (const Switch& one : switches)
        names.push_back(one.parameter);
    return names;
}

TEST(Ablation, TurnsOffWhatCanBeOff) {
    const auto all = switches({});
    const auto names = names_of(all);
    for (const char* name : {"index.analysis.compounds", "index.analysis.stop_words", "index.b",
                             "thesaurus.synonym_weight", "thesaurus.concept_weight", "query.part_weight"}) {
        EXPECT_THAT(names, Contains(name));
    }
    for (const char* name : {"index.title_weight", "index.merge_at", "knowers.votes", "confidence.lead",
                             "verdict.likely", "connect.near", "speakers.words", "expertise.restart"}) {
        EXPECT_THAT(names, Not(Contains(name)));
    }
    for (const Switch& one : all) {
        std::size_t changed = 0;
        for (const Parameter& parameter : list_parameters()) {
            if (get_parameter(one.options, parameter.name) != get_parameter({}, parameter.name)) ++changed;
        }
        EXPECT_EQ(changed, 1U) << one.parameter;
        EXPECT_EQ(parameter_text(get_parameter(one.options, one.parameter)), one.off);
        EXPECT_FALSE(one.meaning.empty());
    }
}

TEST(Ablation, LeavesOutWhatIsOff) {
    KnowledgeBaseOptions options;
    set_parameter(options, "index.analysis.compounds", false);
    EXPECT_THAT(names_of(switches(options)), Not(Contains("index.analysis.compounds")));
}

TEST(Ablation, ShowsWhatAPartIsWorth) {
    TestSet set;
    set.name = "two";
    set.documents = {{"d1", "Controle in de horeca", "", {}, {}, ""},
                     {"d2", "Honden", "Waar mogen honden los?", {}, {}, ""}};
    set.queries = {{"q1", "horecacontrole", "", ""}, {"q2", "hond", "", ""}};
    set.judgements = {{"q1", {{"d1", 1}}}, {"q2", {{"d2", 1}}}};
    const AblationReport report = ablate(set, {}, parse_measures("RR@10"));
    EXPECT_DOUBLE_EQ(report.whole.evaluation.mean(0), 1.0);
    const auto part = std::find_if(report.parts.begin(), report.parts.end(), [](const Ablation& one) {
        return one.part.parameter == "index.analysis.compounds";
    });
    ASSERT_NE(part, report.parts.end());
    EXPECT_DOUBLE_EQ(part->comparison.measures[0].difference, -0.5);  // horecacontrole finds nothing any more
    EXPECT_DOUBLE_EQ(part->quality.evaluation.mean(0), 0.5);
    EXPECT_EQ(part->comparison.measures[0].worse, 1U);
    EXPECT_EQ(report.holm.size(), report.parts.size());
}

TEST(Systems, MayHaveParametersOfTheirOwn) {
    const System system = parse_system("m150-no-topics:index.b=0.7:index.analysis.compounds=false");
    EXPECT_FALSE(system.topics_on_documents);
    ASSERT_TRUE(system.knowledge_base);
    EXPECT_EQ(system.knowledge_base->index.b, 0.7);
    EXPECT_FALSE(system.knowledge_base->index.analysis.compounds);
    EXPECT_FALSE(parse_system("m150").knowledge_base);
    EXPECT_TRUE(own_options(system, {}).knowledge_base == *system.knowledge_base);

    const TemporaryFile file(R"({"version": 1, "parameters": {"index.k1": 2}})", "tuned.json");
    const System tuned = parse_system(file.path().string());
    EXPECT_EQ(tuned.name, "tuned");
    EXPECT_EQ(tuned.knowledge_base.value().index.k1, 2.0);

    const auto complaint = [](const std::string& text) -> std::string {
        try {
            parse_system(text);
        } catch (const InvalidInput& error) {
            return error.what();
        }
        return "nothing";
    };
    EXPECT_THAT(complaint("m150:index.bb=1"), HasSubstr("did you mean index.b?"));
    EXPECT_THAT(complaint("m150:index.b=2"), HasSubstr("from 0 to 1"));
    EXPECT_THAT(complaint("m150:index.b=high"), HasSubstr("a number from 0 to 1"));
    EXPECT_THAT(complaint("m150:index.b"), HasSubstr("sets no parameter"));
}

}  // namespace
}  // namespace m150::testing
