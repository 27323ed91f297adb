// How expertise on other topics counts, and the reasons for a municipality's expertise and demand.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "libm150/graph/evidence_index.hpp"
#include "libm150/graph/topic_links.hpp"

namespace m150::inline v0::graph {

// What one topic contributes to the spread expertise on another, or on itself.
struct TopicShare {
    int topic = 0;
    std::optional<LinkKind> link;  // absent: the topic itself
    double share = 0.0;            // positive
};

// The spread expertise of a municipality on a topic, 1 - (1 - e) * product of (1 - s_i e_i), taken apart: the
// topic itself contributes e; what the others add to that is divided in proportion to s_i e_i. The topic
// itself first, then by descending share and ascending topic.
std::vector<TopicShare> spread(const EvidenceIndex& evidence, const TopicLinks& links, int municipality,
                               int topic);

// Sum of the shares, in order.
double total_of(const std::vector<TopicShare>& shares);

// As ExpertiseGraph::expertise_reasons and demand_reasons say. `rows` is GraphInput::evidence.
std::vector<Reason> expertise_reasons(const EvidenceIndex& evidence, const std::vector<Evidence>& rows,
                                      const std::vector<TopicShare>& shares, int municipality,
                                      std::size_t most);
std::vector<Reason> demand_reasons(const EvidenceIndex& evidence, const std::vector<Evidence>& rows,
                                   int municipality, int topic, std::size_t most);

}  // namespace m150::inline v0::graph
