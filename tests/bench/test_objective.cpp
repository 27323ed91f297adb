#include "bench/tune/objective.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "bench/tune/provenance.hpp"
#include "bench/tune/tune.hpp"
#include "bench/tune/world.hpp"
#include "libm150/base/error.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/match/ask.hpp"
#include "temporary_file.hpp"

namespace m150::tune {
namespace {

using evaluate::TestDocument;
using evaluate::TestQuery;
using evaluate::TestSet;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TestDocument document(const std::string& id, const std::string& need) {
    return {id, "title", "text", {}, {}, need};
}

TEST(World, HidesTheDocumentsOfOtherNeeds) {
    TestSet set;
    set.documents = {document("a#0", "a"), document("b#0", "b"), document("c#0", "c"), document("d", "")};
    set.queries = {{"a.1", "", "", "a"}, {"a.2", "", "", "a"}, {"b.1", "", "", "b"}};
    set.judgements = {{"a.1", {{"a#0", 2}, {"b#0", 1}}}, {"a.2", {{"b#0", 2}}}, {"b.1", {{"b#0", 2}}}};
    EXPECT_THAT(documents_of_others(set, {"a.1"}), ElementsAre("b#0"));  // nobody asks for c#0 and d
    EXPECT_THAT(documents_of_others(set, {"b.1"}), ElementsAre("a#0"));
    EXPECT_THAT(documents_of_others(set, {"a.2", "b.1"}), IsEmpty());  // one of a's queries is enough
    const World world = world_of(set, {"a.1", "a.2"});
    EXPECT_EQ(world.set.documents.size(), 3U);
    EXPECT_EQ(world.set.queries.size(), 2U);
    ASSERT_EQ(world.set.judgements.size(), 2U);
    EXPECT_EQ(world.set.judgements.at("a.1"), (evaluate::Grades{{"a#0", 2}}));
    EXPECT_EQ(world.set.judgements.at("a.2"), (evaluate::Grades{{"b#0", 2}}));  // has no other
}

TEST(World, HidesWithoutNeedsWhatOnlyOthersJudged) {
    TestSet set;
    set.documents = {document("1", ""), document("2", ""), document("3", ""), document("4", "")};
    set.queries = {{"a", "", "", ""}, {"b", "", "", ""}};
    set.judgements = {{"a", {{"1", 1}, {"2", 0}}}, {"b", {{"2", 1}, {"3", 0}}}};
    EXPECT_THAT(documents_of_others(set, {"a"}), ElementsAre("3"));
    EXPECT_THAT(documents_of_others(set, {"b"}), ElementsAre("1"));
    EXPECT_THAT(documents_of_others(set, {"a", "b"}), IsEmpty());
}

// Two queries of one set, three of another, and a value for each that tells them apart.
Objective numbered(std::size_t queries, double first) {
    Objective objective;
    for (std::size_t q = 0; q < queries; ++q)
        objective.queries.push_back("q" + std::to_string(q));
    objective.measures = {"m"};
    objective.data = std::to_string(queries);
    objective.evaluate = [first](const KnowledgeBaseOptions&, const Part& asked) {
        Score score;
        double sum = 0.0;
        for (const std::size_t query : asked) {
            score.values.push_back(first + static_cast<double>(query));
            sum += score.values.back();
        }
        score.means = {sum / static_cast<double>(asked.size())};
        return score;
    };
    objective.shares = [first](const KnowledgeBaseOptions&, const Part& asked) {
        Shares shares;
        shares.examples.features = 1;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            shares.examples.values.push_back(first + static_cast<double>(asked[i]));
            shares.examples.groups.push_back(i);
            shares.examples.grades.push_back(1);
            shares.judged.push_back({1});
        }
        return shares;
    };
    return objective;
}

TEST(Joined, AsksEachSetItsOwnQueries) {
    Objective both = joined({"x", "y"}, {numbered(2, 0), numbered(3, 10)});
    EXPECT_THAT(both.queries, ElementsAre("x/q0", "x/q1", "y/q0", "y/q1", "y/q2"));
    const Score some = both.evaluate({}, {1, 2, 4});
    EXPECT_THAT(some.values, ElementsAre(1, 10, 12));
    EXPECT_NEAR(some.means[0], 23.0 / 3, 1e-12);
    EXPECT_THAT(both.evaluate({}, {3}).values, ElementsAre(11));
    const Shares shares = both.shares({}, {1, 2, 4});
    EXPECT_THAT(shares.examples.values, ElementsAre(1, 10, 12));
    EXPECT_THAT(shares.examples.groups, ElementsAre(0, 1, 2));
    Objective other = numbered(2, 0);
    EXPECT_NE(both.data, joined({"y", "x"}, {other, numbered(3, 10)}).data);
    other.measures = {"n"};
    EXPECT_THROW(joined({"x", "y"}, {numbered(2, 0), other}), InvalidInput);
}

// The library on a few needs of the corpus.
class LibraryObjective : public ::testing::Test {
  protected:
    LibraryObjective() {
        set_ = evaluate::read_corpus(std::filesystem::path(M150_SOURCE_DIR) / "examples" / "corpus");
        std::set<std::string> needs;
        std::erase_if(set_.documents, [&](const TestDocument& one) {
            if (needs.size() < 8) needs.insert(one.need);
            return needs.count(one.need) == 0;
        });
        std::erase_if(set_.queries, [&](const TestQuery& one) { return needs.count(one.need) == 0; });
        std::set<std::string> queries, documents;
        for (const TestQuery& one : set_.queries)
            queries.insert(one.id);
        for (const TestDocument& one : set_.documents)
            documents.insert(one.id);
        std::erase_if(set_.judgements, [&](const auto& one) { return queries.count(one.first) == 0; });
        for (auto& [query, grades] : set_.judgements)
            std::erase_if(grades, [&](const auto& one) { return documents.count(one.first) == 0; });
        measures_ = evaluate::parse_measures("nDCG@10 RR(rel=2)@10");
        library_.depth = 10;
    }

    Part all() const {
        Part numbers(set_.judgements.size());
        std::iota(numbers.begin(), numbers.end(), std::size_t{0});
        return numbers;
    }
    std::vector<std::string> needs_of(const Objective& objective) const {
        std::vector<std::string> needs;
        for (const std::string& id : objective.queries) {
            needs.push_back(std::find_if(set_.queries.begin(), set_.queries.end(), [&](const TestQuery& one) {
                                return one.id == id;
                            })->need);
        }
        return needs;
    }
    TuneOptions options_for(const Objective& objective, const std::string& space) const {
        TuneOptions options;
        options.space = search_space_from_json(space);
        options.strategy = Strategy::grid;
        options.outer = 4;
        options.inner = 2;
        options.labels = needs_of(objective);
        return options;
    }

    TestSet set_;
    evaluate::LibraryOptions library_;
    std::vector<evaluate::Measure> measures_;
};

TEST_F(LibraryObjective, WhatSharesAnIndexMakesItOnceAndScoresAsABaseOfItsOwn) {
    const Objective objective = library_objective(set_, library_, measures_);
    KnowledgeBaseOptions options;
    const Score first = objective.evaluate(options, all());
    EXPECT_GT(first.index_seconds, 0.0);
    options.index.k1 = 0.3;
    options.query.part_weight = 1.5;
    const Score second = objective.evaluate(options, all());
    EXPECT_EQ(second.index_seconds, 0.0);
    EXPECT_NE(second.values, first.values);
    EXPECT_EQ(second.values, library_objective(set_, library_, measures_).evaluate(options, all()).values);
    library_.knowledge_base = options;
    const evaluate::Run run = evaluate::run_library(set_, library_).run;
    EXPECT_EQ(second.values, evaluate::evaluate(set_.judgements, run, measures_).values[0]);
    options.index.title_weight = 5;
    EXPECT_GT(objective.evaluate(options, all()).index_seconds, 0.0);
    EXPECT_EQ(objective.queries.size(), first.values.size());
    EXPECT_NEAR(first.means[0], mean_of(first.values), 1e-12);
}

TEST_F(LibraryObjective, SharesAddUpToWhatRanks) {
    const Objective objective = library_objective(set_, library_, measures_);
    const Shares shares = objective.shares({}, all());
    ASSERT_GT(shares.examples.rows(), 20U);
    EXPECT_EQ(shares.judged.size(), set_.judgements.size());
    AskOptions question;
    question.limit = 10;
    const evaluate::TestBase base(set_, library_);
    const Snapshot now = base.snapshot({});
    std::size_t row = 0;
    for (std::size_t q = 0; q < objective.queries.size(); ++q) {
        for (const TestQuery& query : set_.queries) {
            if (query.id == objective.queries[q]) question.text = query.text;
        }
        for (const FoundAnswer& answer : ask(now, question).answers) {
            double sum = 0.0;
            for (const Reason& reason : answer.reasons) {
                if (reason.code == "accepted" || reason.code == "recent") sum += reason.share;
            }
            for (std::size_t f = 0; f < shares.examples.features; ++f)
                sum += shares.examples.row(row)[f];
            EXPECT_NEAR(sum, answer.score, 1e-9) << "a part of the score is not among score_parts()";
            EXPECT_EQ(shares.examples.groups[row], q);
            ++row;
        }
    }
    EXPECT_EQ(row, shares.examples.rows());
}

TEST_F(LibraryObjective, TheHashTellsDataApart) {
    const std::string before = hash_of(set_, library_);
    EXPECT_EQ(before, hash_of(set_, library_));
    TestSet other = set_;
    other.documents[0].text += " ";
    EXPECT_NE(hash_of(other, library_), before);
    other = set_;
    other.judgements.begin()->second.begin()->second += 1;
    EXPECT_NE(hash_of(other, library_), before);
    library_.depth = 20;
    EXPECT_NE(hash_of(set_, library_), before);
    const std::string without_space = hash_of(set_, library_);
    library_.space = M150_SOURCE_DIR "/libm150/search/data/space_nl.bin";  // any file will do
    EXPECT_NE(hash_of(set_, library_), without_space);
    other = set_;
    other.language = Language::english;
    EXPECT_NE(hash_of(other, library_), hash_of(set_, library_));
    EXPECT_NE(library_versions(Language::english), library_versions());
}

// Documents of a fold's needs are unknown to those who choose for it: they may be anything.
TEST_F(LibraryObjective, NothingLeaksFromTheDocumentsOfTheQueriesThatAreMeasured) {
    const char* const space = R"({"index.b": [0.1, 0.9], "index.title_weight": [1, 4]})";
    const Objective objective = library_objective(set_, library_, measures_);
    TuneOptions options = options_for(objective, space);
    const TuneResult result = tune(objective, options);
    options.one_world = true;
    const TuneResult open = tune(objective, options);
    std::size_t noticed = 0;
    for (std::size_t f = 0; f < result.folds.size(); ++f) {
        std::set<std::string> measured;
        for (const std::size_t query : result.folds[f].fold.test)
            measured.insert(options.labels[query]);
        TestSet other = set_;
        for (TestDocument& one : other.documents) {
            if (measured.count(one.need) == 0) continue;
            one.title = "Handhaven";  // in the way of many queries
            one.text = "Mag de gemeente handhaven als de boa een overtreding ziet, en wat mag dat kosten?";
            one.answers.clear();
        }
        const Objective changed = library_objective(other, library_, measures_);
        options.one_world = false;
        const TuneResult blind = tune(changed, options);
        EXPECT_EQ(blind.folds[f].chosen, result.folds[f].chosen);
        EXPECT_EQ(blind.folds[f].seen, result.folds[f].seen);
        EXPECT_NE(blind.folds[f].unseen, result.folds[f].unseen);
        options.one_world = true;
        noticed += tune(changed, options).folds[f].seen != open.folds[f].seen ? 1 : 0;
    }
    EXPECT_GT(noticed, 0U) << "nor in one world: the test cannot fail";
}

TEST_F(LibraryObjective, TheWinnerIsAFileThatAKnowledgeBaseTakes) {
    const Objective objective = library_objective(set_, library_, measures_);
    TuneOptions options = options_for(objective, R"({"index.title_weight": [1, 3], "index.b": [0.1, 0.9]})");
    const TuneResult one = tune(objective, options);
    options.threads = 1;
    const TuneResult two = tune(library_objective(set_, library_, measures_), options);
    EXPECT_EQ(one.unseen, two.unseen);
    EXPECT_EQ(one.options, two.options);
    const m150::testing::TemporaryFile file("", "winner.json");
    write_configuration(file.path(), one.options);
    KnowledgeBase base = KnowledgeBase::in_memory(read_configuration(file.path()));
    EXPECT_EQ(base.options(), one.options);
    base.load(std::filesystem::path(M150_SOURCE_DIR) / "examples" / "network");
    AskOptions question;
    question.text = "Mogen onze boa's een bodycam dragen?";
    EXPECT_FALSE(ask(base.snapshot(), question).answers.empty());
}

}  // namespace
}  // namespace m150::tune
