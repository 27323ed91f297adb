#include "bench/evaluate/routing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "libm150/base/error.hpp"
#include "tests/bench/temporary_file.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;

// Ten questions. 11 answers on dogs and 12 on cameras, 13 once on both; 1 asks, and once answers itself.
const char* const records =
    R"({"QuestionId": "30", "QuestionOwnerId": "1", "AcceptedAnswererId": "11", "AnswererIdList": ["11"], "Tags": ["dogs"]}
{"QuestionId": "4", "QuestionOwnerId": "1", "AcceptedAnswererId": "12", "AnswererIdList": ["12", "13"], "Tags": ["cameras"]}
{"QuestionId": "5", "QuestionOwnerId": "1", "AcceptedAnswererId": "11", "AnswererIdList": ["11", "11", "1"], "Tags": ["dogs"]}
{"QuestionId": "6", "QuestionOwnerId": "1", "AcceptedAnswererId": "11", "AnswererIdList": ["11"], "Tags": ["dogs"]}
{"QuestionId": "7", "QuestionOwnerId": "1", "AcceptedAnswererId": "12", "AnswererIdList": ["12"], "Tags": ["cameras"]}
{"QuestionId": "8", "QuestionOwnerId": "11", "AcceptedAnswererId": "13", "AnswererIdList": ["13"], "Tags": ["dogs"]}
{"QuestionId": "9", "QuestionOwnerId": "1", "AcceptedAnswererId": "11", "AnswererIdList": ["11"], "Tags": ["dogs"]}
{"QuestionId": "20", "QuestionOwnerId": "1", "AcceptedAnswererId": "12", "AnswererIdList": ["12", "11"], "Tags": ["cameras"]}
{"QuestionId": "31", "QuestionOwnerId": "1", "AcceptedAnswererId": "12", "AnswererIdList": ["12", "99"], "Tags": ["cameras"]}
{"QuestionId": "32", "QuestionOwnerId": "1", "AcceptedAnswererId": "99", "AnswererIdList": ["99"], "Tags": ["boats"]}
)";
const char* const titles =
    "4 where may a camera be worn\n5 where may a dog run free\n6 how long is a leash for a dog\n"
    "7 who may see what a camera saw\n8 which dog bites\n9 is a dog allowed in the park\n"
    "20 is a camera allowed in the park\n30 which dog barks at night\n31 does the camera work at night\n"
    "32 how fast may a boat go\n";

class RoutingFiles {
  public:
    explicit RoutingFiles(const std::string& json = records, const std::string& title = titles,
                          const std::string& content = "4 on the street\n")
        : file_(json, "Record_All.json") {
        std::ofstream(file_.directory() / "Q_title.txt", std::ios::binary) << title;
        std::ofstream(file_.directory() / "Q_content.txt", std::ios::binary) << content;
    }
    const std::filesystem::path& directory() const { return file_.directory(); }

  private:
    TemporaryFile file_;
};

TEST(Routing, ReadsQuestionsInTheOrderInWhichTheyWereAsked) {
    const RoutingFiles files;
    const RoutingSet set = read_routing(files.directory());
    ASSERT_EQ(set.questions.size(), 10U);
    EXPECT_EQ(set.questions[0].id, 4);
    EXPECT_EQ(set.questions[0].title, "where may a camera be worn");
    EXPECT_EQ(set.questions[0].text, "on the street");
    EXPECT_THAT(set.questions[0].answerers, ::testing::ElementsAre(12, 13));
    EXPECT_EQ(set.questions[0].accepted, 12);
    EXPECT_THAT(set.questions[1].answerers, ::testing::ElementsAre(11));  // once, and not the asker
    EXPECT_EQ(set.questions[9].id, 32);
}

TEST(Routing, AsksTheLastQuestionsOfWhatIsKnownFromTheFirst) {
    const RoutingFiles files;
    RoutingOptions options;
    options.train = 0.7;
    const RoutingTask task(read_routing(files.directory()), options);
    EXPECT_EQ(task.known(), 7U);
    EXPECT_EQ(task.candidates(), 3U);
    // 32 was answered by nobody who is known, and of 31 only one of the two is.
    ASSERT_EQ(task.tests().queries.size(), 2U);
    EXPECT_EQ(task.tests().queries[0].id, "q000000030");
    EXPECT_THAT(task.tests().judgements.at("q000000031"), ::testing::SizeIs(1));
    const evaluate::Run run = task.run_library(options.knowledge_base);
    const auto first = [&](const evaluate::Run& of, const char* query) {
        return ranked_by_trec_eval(of.at(query)).front().document;
    };
    const std::string dogs = task.tests().judgements.at("q000000030").begin()->first;
    const std::string cameras = task.tests().judgements.at("q000000031").begin()->first;
    for (const evaluate::Run& one : {run, task.run_votes_sum(), task.run_votes_exponential(),
                                     task.run_candidate_model(), task.run_document_model()}) {
        EXPECT_EQ(first(one, "q000000030"), dogs);
        EXPECT_EQ(first(one, "q000000031"), cameras);
        EXPECT_EQ(one.size(), 2U);
    }
    const evaluate::Run popular = task.run_popularity();
    EXPECT_EQ(first(popular, "q000000031"), dogs);  // who answered most
    EXPECT_EQ(popular.at("q000000031").size(), 3U);
    EXPECT_EQ(run, task.run_library(options.knowledge_base));
}

TEST(Routing, ModelsAreWhatAHandGets) {
    // Two candidates, one word each: 1 "dog" (a title counts twice), 2 "camera".
    const RoutingFiles files(
        R"({"QuestionId": "1", "QuestionOwnerId": "9", "AnswererIdList": ["1"]}
{"QuestionId": "2", "QuestionOwnerId": "9", "AnswererIdList": ["2"]}
{"QuestionId": "3", "QuestionOwnerId": "9", "AnswererIdList": ["1"]})",
        "1 dog\n2 camera\n3 dog\n", "1 dog\n");
    RoutingOptions options;
    options.train = 0.67;
    const RoutingTask task(read_routing(files.directory()), options);
    const auto score = [](const evaluate::Run& run, std::size_t which) {
        return run.at("q000000003").at(which).score;
    };
    // "dog" is 3 of the 5 words known; the mean length of both is 2.5; the question says it twice.
    for (const evaluate::Run& run : {task.run_candidate_model(), task.run_document_model()}) {
        EXPECT_NEAR(score(run, 0), 2 * std::log((3 + 2.5 * 0.6) / (3 + 2.5)), 1e-12);
        EXPECT_NEAR(score(run, 1), 2 * std::log((0 + 2.5 * 0.6) / (2 + 2.5)), 1e-12);
    }
    const double bm25 =
        2.0 * 2.0 / 3.0 * std::log1p((2 - 1 + 0.5) / 1.5) * 3 * 2.2 / (3 + 1.2 * (0.5 + 0.5 * 3 / 2.5));
    EXPECT_NEAR(score(task.run_votes_sum(), 0), bm25, 1e-12);
    EXPECT_EQ(task.run_votes_sum().at("q000000003").size(), 1U);  // who has no vote is not ranked
    EXPECT_NEAR(score(task.run_votes_exponential(300, 4), 0), std::exp(4.0), 1e-12);
}

TEST(Routing, MistakesAreNamedWhereTheyStand) {
    const auto message = [](const RoutingFiles& files) {
        try {
            read_routing(files.directory());
        } catch (const InvalidInput& error) {
            return std::string(error.what());
        }
        return std::string("nothing wrong");
    };
    using ::testing::HasSubstr;
    EXPECT_THAT(message(RoutingFiles("{\"QuestionId\": \"4\"}\n")),
                HasSubstr("Record_All.json:1: the key QuestionOwnerId is missing"));
    EXPECT_THAT(message(RoutingFiles("half a line\n")), HasSubstr("Record_All.json:1: is no JSON"));
    const std::string one = R"({"QuestionId": "4", "QuestionOwnerId": "x", "AnswererIdList": ["2"]})";
    EXPECT_THAT(message(RoutingFiles(one)), HasSubstr("QuestionOwnerId is 'x'"));
    const std::string right = R"({"QuestionId": "4", "QuestionOwnerId": "1", "AnswererIdList": ["2"]})";
    EXPECT_THAT(message(RoutingFiles(right + "\n" + right)),
                HasSubstr("Record_All.json:2: question 4 was there"));
    EXPECT_THAT(message(RoutingFiles(right, "x y\n")), HasSubstr("Q_title.txt:1: 'x' is no id"));
    EXPECT_THAT(message(RoutingFiles(right, "5 y\n", "5 y\n")),
                HasSubstr("question 4 has no title and no text"));
    EXPECT_EQ(message(RoutingFiles(right)), "nothing wrong");
    EXPECT_THROW(read_routing("/nowhere"), InvalidInput);
}

TEST(Routing, WhatCannotBeReplayedIsRefused) {
    const RoutingFiles files;
    const RoutingSet set = read_routing(files.directory());
    const auto refused = [&](double train, std::int32_t days) {
        RoutingOptions options;
        options.train = train;
        options.days = days;
        EXPECT_THROW(RoutingTask(set, options), InvalidInput);
    };
    refused(0.0, 3000);
    refused(1.0, 3000);
    refused(0.05, 3000);
    refused(0.8, 0);
    EXPECT_THROW(RoutingTask(RoutingSet{}, RoutingOptions{}), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
