#include "libm150/graph/topic_links.hpp"

#include <gtest/gtest.h>

#include "tests/support/graph_world.hpp"

namespace m150 {
namespace {

using graph::LinkKind;
using graph::TopicLinks;
using testing::graph_options;

TopicLinks links_of(std::vector<TopicRelation> relations, const ExpertiseOptions& options = graph_options()) {
    return TopicLinks({0, 4, {}, std::move(relations), {}}, options);
}

TEST(TopicLinks, ARelationIsSeenFromBothSides) {
    const TopicLinks links = links_of({{0, 2, false}, {2, 3, true}});
    ASSERT_EQ(links.of(2).size(), 2U);
    EXPECT_EQ(links.of(2)[0].topic, 0);
    EXPECT_EQ(links.of(2)[0].kind, LinkKind::related);
    EXPECT_EQ(links.of(2)[0].share, 0.3);
    EXPECT_EQ(links.of(2)[1].topic, 3);
    EXPECT_EQ(links.of(2)[1].kind, LinkKind::broader);
    EXPECT_EQ(links.of(2)[1].share, 0.2);
    ASSERT_EQ(links.of(3).size(), 1U);
    EXPECT_EQ(links.of(3)[0].kind, LinkKind::narrower);
    EXPECT_TRUE(links.of(1).empty());
}

TEST(TopicLinks, OfSeveralRelationsTheOneWithTheLargestShareCounts) {
    for (const bool broader_is_more : {false, true}) {
        ExpertiseOptions options = graph_options();
        options.broader_share = broader_is_more ? 0.6 : 0.1;
        const TopicLinks links = links_of({{1, 0, true}, {0, 1, false}, {1, 0, false}}, options);
        ASSERT_EQ(links.of(0).size(), 1U);
        ASSERT_EQ(links.of(1).size(), 1U);
        EXPECT_EQ(links.of(0)[0].kind, broader_is_more ? LinkKind::narrower : LinkKind::related);
        EXPECT_EQ(links.of(1)[0].kind, broader_is_more ? LinkKind::broader : LinkKind::related);
        EXPECT_EQ(links.of(0)[0].share, broader_is_more ? 0.6 : 0.3);
    }
}

TEST(TopicLinks, ATopicIsNotLinkedToItselfNorForAShareOfNothing) {
    ExpertiseOptions options = graph_options();
    options.broader_share = 0.0;
    const TopicLinks links = links_of({{1, 1, false}, {0, 3, true}}, options);
    for (int topic = 0; topic < 4; ++topic)
        EXPECT_TRUE(links.of(topic).empty()) << topic;
}

}  // namespace
}  // namespace m150
