#include "libm150/graph/topic_links.hpp"

#include <algorithm>

namespace m150::inline v0::graph {
namespace {

// Ascending by topic; the link that counts comes first among those to the same topic.
bool before(const TopicLink& a, const TopicLink& b) {
    if (a.topic != b.topic) return a.topic < b.topic;
    if (a.share != b.share) return a.share > b.share;
    return a.kind < b.kind;
}

}  // namespace

TopicLinks::TopicLinks(const GraphInput& input, const ExpertiseOptions& options)
    : links_(static_cast<std::size_t>(input.topics)) {
    for (const TopicRelation& relation : input.relations) {
        const double share = relation.broader ? options.broader_share : options.related_share;
        if (relation.a == relation.b || share <= 0.0) continue;
        const LinkKind up = relation.broader ? LinkKind::broader : LinkKind::related;
        const LinkKind down = relation.broader ? LinkKind::narrower : LinkKind::related;
        links_[static_cast<std::size_t>(relation.a)].push_back({relation.b, up, share});
        links_[static_cast<std::size_t>(relation.b)].push_back({relation.a, down, share});
    }
    for (std::vector<TopicLink>& links : links_) {
        std::sort(links.begin(), links.end(), before);
        const auto same_topic = [](const TopicLink& a, const TopicLink& b) { return a.topic == b.topic; };
        links.erase(std::unique(links.begin(), links.end(), same_topic), links.end());
    }
}

}  // namespace m150::inline v0::graph
