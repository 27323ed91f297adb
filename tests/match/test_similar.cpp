#include "libm150/match/similar.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

Snapshot network() {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(std::string(M150_SOURCE_DIR) + "/examples/network");
    return base.snapshot();
}

SimilarOptions to(const std::string& question, std::size_t limit = 10) {
    SimilarOptions options;
    options.question = Id<Question>(question);
    options.limit = limit;
    return options;
}

TEST(Similar, AQuestionIsNotLikeItselfAndScoresAreSums) {
    const Snapshot now = network();
    std::vector<std::string> ids;
    now.for_each_question([&](const Id<Question>& id, const auto&, Date, const auto&, const auto&) {
        if (ids.size() < 40) ids.push_back(id.str());
    });
    for (const std::string& id : ids) {
        const auto found = similar(now, to(id));
        ASSERT_EQ(found.size(), 10U);
        for (std::size_t i = 0; i < found.size(); ++i) {
            EXPECT_NE(found[i].question.id.str(), id);
            EXPECT_LE(reason_error(found[i].score, found[i].reasons), 1e-9);
            EXPECT_GE(found[i == 0 ? 0 : i - 1].score, found[i].score);
        }
    }
}

TEST(Similar, ADuplicateComesFirst) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, make_world(3));
    Question question;
    question.id = Id<Question>("dubbel-1");
    question.date = Date(2025, 6, 1);
    question.title = "Fatbikes in de winkelstraat";
    question.text = "Opgevoerde fatbikes rijden door het voetgangersgebied. Wat mag een boa?";
    base.add(question);
    question.id = Id<Question>("dubbel-2");
    question.text = "Wat mag een boa tegen opgevoerde fatbikes in het voetgangersgebied?";
    base.add(question);
    base.commit();
    const Snapshot now = base.snapshot();
    EXPECT_EQ(similar(now, to("dubbel-1")).front().question.id.str(), "dubbel-2");
    EXPECT_EQ(similar(now, to("dubbel-2")).front().question.id.str(), "dubbel-1");
    SimilarOptions typed;
    typed.text = question.title + " " + question.text;
    EXPECT_EQ(similar(now, typed).front().question.id.str(), "dubbel-2");
}

TEST(Similar, TheTopicsOfAStoredQuestionCount) {
    const Snapshot now = network();
    const auto of_topic = [&](const FoundAnswer& found, const Id<Topic>& topic) {
        const auto& topics = found.question.topics;
        return std::find(topics.begin(), topics.end(), topic) != topics.end();
    };
    std::size_t same = 0, all = 0;
    now.for_each_question([&](const Id<Question>& id, const auto&, Date, const auto& topics, const auto&) {
        if (topics.size() != 1 || all >= 50) return;
        const auto found = similar(now, to(id.str(), 1));
        same += of_topic(found.front(), topics.front()) ? 1 : 0;
        ++all;
    });
    EXPECT_GE(same * 10, all * 9);
}

TEST(Similar, WhatTheViewerMayNotSeeIsNotFound) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    const World world = make_world(5);
    fill(base, world);
    SnapshotOptions options;
    options.viewer = world.municipalities.front().id;
    const Snapshot now = base.snapshot(options);
    std::size_t hidden = 0;
    for (const Question& question : world.questions) {
        if (!now.pair(question.id)) {
            ++hidden;
            EXPECT_THROW(similar(now, to(question.id.str())), InvalidInput);
            continue;
        }
        for (const FoundAnswer& found : similar(now, to(question.id.str(), 100)))
            EXPECT_TRUE(now.pair(found.question.id).has_value());
    }
    EXPECT_GT(hidden, 0U);
}

TEST(Similar, BadInputIsRefused) {
    const Snapshot now = network();
    EXPECT_THROW(similar(now, {}), InvalidInput);
    EXPECT_THROW(similar(now, to("geen-vraag")), InvalidInput);
    SimilarOptions both = to("geen-vraag");
    both.text = "bodycam";
    EXPECT_THROW(similar(now, both), InvalidInput);
    SimilarOptions options;
    options.text = "\xff";
    EXPECT_THROW(similar(now, options), InvalidInput);
    options.text = "bodycam";
    options.limit = 0;
    EXPECT_THROW(similar(now, options), InvalidInput);
    options.limit = 3;
    EXPECT_EQ(similar(now, options).size(), 3U);
    options.text = "en of de het";
    EXPECT_TRUE(similar(now, options).empty());
}

}  // namespace
}  // namespace m150::testing
