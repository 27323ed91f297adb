#include "libm150/graph/edges.hpp"

#include <algorithm>
#include <tuple>

#include "libm150/graph/decay.hpp"

namespace m150::inline v0::graph {
namespace {

PathStep::Kind step_of(Tie::Kind kind) {
    switch (kind) {
        case Tie::Kind::contact:
            return PathStep::Kind::contact;
        case Tie::Kind::working_group:
            return PathStep::Kind::working_group;
        case Tie::Kind::border:
            break;
    }
    return PathStep::Kind::border;
}

bool same_place(const Edge& x, const Edge& y) {
    return std::tie(x.a, x.b, x.kind) == std::tie(y.a, y.b, y.kind);
}

// One edge for each tie; then those of one kind between the same two are joined. Sorted by weight too, so
// that the product is always taken in the same order.
std::vector<Edge> tie_edges(const std::vector<Tie>& ties, const ExpertiseOptions& options) {
    std::vector<Edge> single;
    for (const Tie& tie : ties) {
        const double left = tie.kind == Tie::Kind::border ? 1.0 : decay(tie.date, options);
        const double weight = options.tie_weight * tie.amount * left;
        if (tie.a == tie.b || weight <= 0.0) continue;
        single.push_back({std::min(tie.a, tie.b), std::max(tie.a, tie.b), step_of(tie.kind), weight});
    }
    std::sort(single.begin(), single.end(), [](const Edge& x, const Edge& y) {
        return std::tie(x.a, x.b, x.kind, y.weight) < std::tie(y.a, y.b, y.kind, x.weight);
    });
    std::vector<Edge> joined;
    for (const Edge& edge : single) {
        if (joined.empty() || !same_place(joined.back(), edge)) {
            joined.push_back(edge);
        } else {
            double& weight = joined.back().weight;
            weight += (1.0 - weight) * edge.weight;
        }
    }
    return joined;
}

}  // namespace

std::vector<Edge> make_edges(const GraphInput& input, const ExpertiseOptions& options,
                             const EvidenceIndex& evidence, const TopicLinks& links) {
    std::vector<Edge> edges = tie_edges(input.ties, options);
    const auto add = [&](int a, int b, PathStep::Kind kind, double weight) {
        if (weight > 0.0) edges.push_back({a, b, kind, weight});
    };
    for (int m = 0; m < input.municipalities; ++m) {
        for (const Cell& cell : evidence.cells_of(m)) {
            add(m, input.municipalities + cell.topic, PathStep::Kind::knows, saturate(cell.knows));
            add(m, input.municipalities + cell.topic, PathStep::Kind::asks, saturate(cell.asks));
        }
    }
    for (int t = 0; t < input.topics; ++t) {
        for (const TopicLink& link : links.of(t)) {
            const auto kind =
                link.kind == LinkKind::related ? PathStep::Kind::related : PathStep::Kind::broader;
            if (t < link.topic)
                add(input.municipalities + t, input.municipalities + link.topic, kind, link.share);
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) {
        return std::tie(x.a, x.b, x.kind) < std::tie(y.a, y.b, y.kind);
    });
    return edges;
}

}  // namespace m150::inline v0::graph
