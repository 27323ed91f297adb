// Which topics lend a part of their expertise to which.
#pragma once

#include <span>
#include <vector>

#include "libm150/graph/expertise.hpp"

namespace m150::inline v0::graph {

// Seen from one topic: what the other topic is to it.
enum class LinkKind { related, broader, narrower };

struct TopicLink {
    int topic = 0;  // the other one
    LinkKind kind = LinkKind::related;
    double share = 0.0;  // of its expertise that counts here; positive
};

class TopicLinks {
  public:
    // Requires that check(input, options) passed.
    TopicLinks(const GraphInput& input, const ExpertiseOptions& options);

    // At most one to each other topic; ascending. Links with a share of 0 are left out.
    std::span<const TopicLink> of(int topic) const { return links_[static_cast<std::size_t>(topic)]; }

  private:
    std::vector<std::vector<TopicLink>> links_;
};

}  // namespace m150::inline v0::graph
