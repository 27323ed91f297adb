#include "libm150/knowledge/parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>

#include "libm150/base/error.hpp"
#include "libm150/knowledge/knowledge_base.hpp"

namespace m150 {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

// A value that is allowed and not the default.
ParameterValue another(const Parameter& one) {
    switch (one.type) {
        case ParameterType::boolean:
            return !std::get<bool>(one.initial);
        case ParameterType::choice:
            return one.choices.back();
        case ParameterType::integer:
            return static_cast<std::int64_t>(one.high);
        case ParameterType::real:
            break;
    }
    return std::get<double>(one.initial) == one.high ? one.low : one.high;
}

std::vector<Problem> problems_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const InvalidInput& error) {
        return error.problems();
    }
    return {};
}

std::vector<Problem> problems_in(const std::string& json) {
    return problems_of([&] { configuration_from_json(json, "file.json"); });
}

std::size_t count_of(const std::string& prefix) {
    std::size_t count = 0;
    for (const Parameter& one : list_parameters())
        count += one.name.starts_with(prefix) ? 1 : 0;
    return count;
}

TEST(Parameters, StartAtTheDefaultsAndLieInTheirRange) {
    std::set<std::string> names;
    for (const Parameter& one : list_parameters()) {
        EXPECT_TRUE(names.insert(one.name).second) << one.name;
        EXPECT_EQ(get_parameter({}, one.name), one.initial) << one.name;
        EXPECT_FALSE(one.meaning.empty()) << one.name;
        if (one.type == ParameterType::real || one.type == ParameterType::integer) {
            EXPECT_LT(one.low, one.high) << one.name;
        }
    }
    check_parameters({});
}

// An option that was added without its line in the table changes the size of its struct.
TEST(Parameters, CoverEveryField) {
    constexpr std::size_t number = sizeof(double);
    EXPECT_EQ(sizeof(IndexOptions), sizeof(AnalysisOptions) + number * (count_of("index.") - 3));
    EXPECT_EQ(sizeof(AnalysisOptions), 8U);  // an enum and two flags
    EXPECT_EQ(sizeof(ThesaurusOptions), number * count_of("thesaurus."));
    EXPECT_EQ(sizeof(QueryOptions), number * count_of("query."));
    EXPECT_EQ(sizeof(VocabularyOptions), number * (count_of("vocabulary.") - 1));  // two flags share a place
    EXPECT_EQ(sizeof(SpellingOptions), number * count_of("spelling."));
    EXPECT_EQ(sizeof(RankingOptions), number * count_of("ranking."));
    EXPECT_EQ(sizeof(KnowerOptions), number * count_of("knowers."));
    EXPECT_EQ(sizeof(ConfidenceOptions), number * count_of("confidence."));
    EXPECT_EQ(sizeof(VerdictOptions), number * count_of("verdict."));
    EXPECT_EQ(sizeof(ConnectWeights), number * count_of("connect."));
    EXPECT_EQ(sizeof(FitWeights), number * count_of("speakers."));
    EXPECT_EQ(count_of("expertise.weights."), static_cast<std::size_t>(evidence_kinds));
    EXPECT_EQ(sizeof(ExpertiseOptions),
              8 /* today */ + sizeof(std::vector<double>) +
                  number * (count_of("expertise.") - count_of("expertise.weights.")));
    EXPECT_EQ(sizeof(KnowledgeBaseOptions),
              sizeof(IndexOptions) + sizeof(ThesaurusOptions) + sizeof(QueryOptions) +
                  sizeof(VocabularyOptions) + sizeof(SpellingOptions) + sizeof(RankingOptions) +
                  sizeof(KnowerOptions) + sizeof(ConfidenceOptions) + sizeof(VerdictOptions) +
                  sizeof(ConnectWeights) + sizeof(FitWeights) + sizeof(ExpertiseOptions));
}

TEST(Parameters, EachIsSetByItsNameAndNothingElseWithIt) {
    for (const Parameter& one : list_parameters()) {
        KnowledgeBaseOptions options;
        set_parameter(options, one.name, another(one));
        EXPECT_EQ(get_parameter(options, one.name), another(one)) << one.name;
        for (const Parameter& other : list_parameters()) {
            if (other.name == one.name) continue;
            EXPECT_EQ(get_parameter(options, other.name), other.initial) << one.name << " and " << other.name;
        }
        EXPECT_EQ(same_index(options, {}), !one.makes_index) << one.name;
        EXPECT_EQ(configuration_from_json(configuration_to_json(options)), options) << one.name;
    }
}

TEST(Parameters, GoThroughJsonToTheLastBit) {
    KnowledgeBaseOptions options;
    options.index.k1 = 0.1 + 0.2;
    options.index.b = 1.0 / 3.0;
    options.expertise.half_life_days = 1e-300 + 1e5;
    options.confidence.constant = -std::numeric_limits<double>::denorm_min();
    options.confidence.known = -0.0;
    const std::string text = configuration_to_json(options);
    const KnowledgeBaseOptions back = configuration_from_json(text);
    EXPECT_EQ(back, options);
    EXPECT_EQ(configuration_to_json(back), text);
    EXPECT_THAT(text, HasSubstr("\"index.k1\": 0.30000000000000004,\n"));
    EXPECT_THAT(text, HasSubstr("\"confidence.known\": 0,\n"));
}

TEST(Parameters, TakeWholeNumbersForRealsAndTheOtherWayRoundWhereNothingIsLost) {
    KnowledgeBaseOptions options;
    set_parameter(options, "index.title_weight", std::int64_t{3});
    EXPECT_EQ(options.index.title_weight, 3.0);
    set_parameter(options, "query.max_terms", 20.0);
    EXPECT_EQ(options.query.max_terms, 20U);
    EXPECT_THROW(set_parameter(options, "query.max_terms", 20.5), InvalidInput);
    EXPECT_THROW(set_parameter(options, "query.max_terms", 1e30), InvalidInput);
    EXPECT_THROW(set_parameter(options, "query.max_terms", true), InvalidInput);
    EXPECT_EQ(options.query.max_terms, 20U);
}

TEST(Parameters, AnUnknownNameIsRefusedWithTheNearest) {
    KnowledgeBaseOptions options;
    const auto advice = [&](const char* name) {
        return problems_of([&] { set_parameter(options, name, 1.0); }).at(0).advice;
    };
    EXPECT_EQ(advice("index.tite_weight"), "did you mean index.title_weight?");
    EXPECT_EQ(advice("title_weight"), "did you mean index.title_weight?");
    EXPECT_EQ(advice("search.half_life_day"), "did you mean expertise.half_life_days?");
    EXPECT_EQ(advice("zzzzzzzzzzzzzzzzz"), "");
}

TEST(Parameters, OutOfRangeIsRefusedAllAtOnce) {
    KnowledgeBaseOptions options;
    options.index.b = 1.5;
    options.knowers.votes = std::numeric_limits<double>::quiet_NaN();
    options.expertise.weights[2] = -1;
    options.knowers.voting_hits = 0;
    options.speakers = {0, 0, 0, 0};
    const auto problems = problems_of([&] { check_parameters(options); });
    ASSERT_THAT(problems, SizeIs(5));
    EXPECT_EQ(problems[0].where, "parameter index.b");
    EXPECT_EQ(problems[0].what, "is 1.5");
    EXPECT_EQ(problems[0].expected, "a number from 0 to 1");
    EXPECT_EQ(problems[2].expected, "a whole number from 1 to 1000");
    EXPECT_THROW(configuration_to_json(options), InvalidInput);

    KnowledgeBaseOptions few;
    few.expertise.weights.pop_back();
    EXPECT_THAT(problems_of([&] { check_parameters(few); }), SizeIs(1));
    EXPECT_THROW(get_parameter(few, "index.b"), InvalidInput);
    EXPECT_THROW(set_parameter(few, "index.b", 0.1), InvalidInput);
}

TEST(Parameters, WeightsThatNameNobodyAreRefused) {
    KnowledgeBaseOptions options;
    options.knowers.votes = options.knowers.profile = options.knowers.topics = 0;
    options.knowers.active = options.knowers.steady = 0;
    check_parameters(options);  // by the network alone
    options.knowers.network = 0;
    const auto problems = problems_of([&] { check_parameters(options); });
    ASSERT_THAT(problems, SizeIs(1));
    EXPECT_EQ(problems[0].what, "are all 0");
    EXPECT_NE(problems[0].where.find("knowers.votes"), std::string::npos);
    EXPECT_THROW(KnowledgeBase::in_memory(options), InvalidInput);
}

TEST(Configuration, LeavesAtTheirDefaultWhatItDoesNotName) {
    EXPECT_EQ(configuration_from_json(R"({"version": 1})"), KnowledgeBaseOptions{});
    KnowledgeBaseOptions expected;
    expected.index.k1 = 2;
    expected.index.analysis.language = Language::english;
    expected.index.analysis.compounds = false;
    EXPECT_EQ(configuration_from_json(R"({"version": 1, "parameters": {"index.k1": 2,
        "index.analysis.language": "en", "index.analysis.compounds": false}})"),
              expected);
}

TEST(Configuration, OfAnotherVersionIsRefusedAndNothingElseSaidOfIt) {
    const auto problems = problems_in("{\n  \"version\": 2, \"nonsense\": {}}");
    ASSERT_THAT(problems, SizeIs(1));
    EXPECT_EQ(problems[0].where, "file.json:2:14");
    EXPECT_EQ(problems[0].what, "the configuration is of version 2");
    EXPECT_EQ(problems[0].expected, "\"version\": 1");
    EXPECT_THAT(problems_in("{}").at(0).what, HasSubstr("no version"));
    EXPECT_THAT(problems_in("[1]").at(0).what, HasSubstr("no version"));
    EXPECT_THAT(problems_in(R"({"version": "1"})").at(0).what, HasSubstr("of version a text"));
}

TEST(Configuration, SaysEverythingThatIsWrongAndWhere) {
    const auto problems = problems_in(R"({"version": 1,
  "parameters": {
    "index.k2": 1.5,
    "index.b": 7,
    "index.title_weight": "heavy",
    "knowers.votes": null,
    "index.analysis.language": "fr"
  },
  "index.b": 0.5
})");
    ASSERT_THAT(problems, SizeIs(6));
    EXPECT_EQ(problems[0].where, "file.json:3:5");
    EXPECT_EQ(problems[0].advice, "did you mean index.k1?");
    EXPECT_EQ(problems[1].where, "file.json:4:5");
    EXPECT_EQ(problems[1].what, "parameter index.b is 7");
    EXPECT_EQ(problems[2].what, "parameter index.title_weight is \"heavy\"");
    EXPECT_EQ(problems[3].what, "knowers.votes is null");
    EXPECT_EQ(problems[4].expected, "\"nl\" or \"en\"");
    EXPECT_EQ(problems[5].where, "file.json:9:3");
    EXPECT_EQ(problems[5].advice, "put parameters inside \"parameters\"");

    EXPECT_THAT(problems_in("{\"version\": 1, \"para").at(0).what, HasSubstr("ends too early"));
    EXPECT_THAT(problems_in("index.k1 = 2").at(0).what, HasSubstr("not JSON"));
    EXPECT_THAT(problems_in(R"({"version": 1, "parameters": {"index.k1": 1, "index.k1": 2}})").at(0).what,
                HasSubstr("given twice"));
    EXPECT_THAT(problems_in(R"({"version": 1, "parameters": [1]})").at(0).expected, HasSubstr("an object"));
}

TEST(Configuration, IsReadFromAndWrittenToAFile) {
    const auto place = std::filesystem::path(::testing::TempDir()) / "m150-configuration-test";
    std::filesystem::remove_all(place);
    std::filesystem::create_directories(place);
    KnowledgeBaseOptions options;
    options.ranking.accepted_bonus = 0.125;
    write_configuration(place / "a.json", {});
    write_configuration(place / "a.json", options);
    EXPECT_EQ(read_configuration(place / "a.json"), options);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(place), {}), 1);

    EXPECT_THAT(problems_of([&] { read_configuration(place / "b.json"); }).at(0).what,
                HasSubstr("cannot be read"));
    EXPECT_THROW(read_configuration(place), InvalidInput);
    EXPECT_THROW(write_configuration(place / "nowhere" / "a.json", options), StoreError);
    std::ofstream(place / "c.json") << R"({"version": 1, "parameters": {"index.b": 2}})";
    EXPECT_THAT(problems_of([&] { read_configuration(place / "c.json"); }).at(0).where,
                HasSubstr("c.json:1:31"));
    std::filesystem::resize_file(place / "a.json", 2 << 20);
    EXPECT_THAT(problems_of([&] { read_configuration(place / "a.json"); }).at(0).what,
                HasSubstr("bytes long"));
    std::filesystem::remove_all(place);
}

// The table of docs/configuration.md.
std::string documented() {
    const auto range = [](const Parameter& one) -> std::string {
        if (one.type == ParameterType::boolean) return "true, false";
        if (one.type == ParameterType::choice) {
            std::string text;
            for (const std::string& choice : one.choices)
                text += (text.empty() ? "" : ", ") + choice;
            return text;
        }
        return parameter_text(one.low) + " .. " + parameter_text(one.high) +
               (one.type == ParameterType::integer ? ", whole"
                : one.step > 0                     ? ", by " + parameter_text(one.step)
                                                   : "");
    };
    std::string text = "| parameter | default | range | index | meaning |\n|---|---|---|---|---|\n";
    for (const Parameter& one : list_parameters()) {
        text += "| `" + one.name + "` | " + parameter_text(one.initial) + " | " + range(one) + " | " +
                (one.makes_index ? "yes" : "") + " | " + one.meaning + " |\n";
    }
    return text;
}

// M150_UPDATE_DOCS=1 writes the table instead of comparing it.
TEST(Configuration, IsDocumentedAsItIs) {
    const std::filesystem::path page = std::filesystem::path(M150_SOURCE_DIR) / "docs" / "configuration.md";
    std::ifstream stream(page);
    ASSERT_TRUE(stream) << page;
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    const std::string begin = "<!-- table: made by tests/knowledge/test_parameters.cpp -->\n";
    const std::string end = "<!-- end of the table -->\n";
    const std::size_t from = text.find(begin);
    const std::size_t to = text.find(end);
    ASSERT_TRUE(from != std::string::npos && to != std::string::npos && from < to);
    const std::string table = text.substr(from + begin.size(), to - from - begin.size());
    if (std::getenv("M150_UPDATE_DOCS") != nullptr) {
        text.replace(from + begin.size(), table.size(), documented());
        std::ofstream(page) << text;
        return;
    }
    EXPECT_EQ(table, documented()) << "run this test with M150_UPDATE_DOCS=1 in the environment";
}

}  // namespace
}  // namespace m150
