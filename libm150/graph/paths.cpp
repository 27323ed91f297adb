// Yen's algorithm (Management Science 17, 1971) with Lawler's saving (Management Science 18, 1972), over
// Dijkstra's shortest paths of Boost.Graph.
//
// A step's length is -ln(weight) in whole units of 2^-32. Whole numbers make sums exact, so ties are ties
// whatever the order of adding, and they can be broken by the rule instead of by rounding.
#include "libm150/graph/paths.hpp"

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>

namespace m150::inline v0::graph {
namespace {

struct Cost {
    std::int64_t length = 0;
    std::int32_t steps = 0;

    friend auto operator<=>(const Cost&, const Cost&) = default;
    friend Cost operator+(Cost a, Cost b) { return {a.length + b.length, a.steps + b.steps}; }
};

// Half of what fits: adding a step to it does not overflow.
constexpr Cost unreachable{std::numeric_limits<std::int64_t>::max() / 2, 0};

// The smallest positive double is 2^-1074: 4.6e12 units, so a million such steps fit.
Cost cost_of(double weight) {
    return {std::llround(-std::log2(weight) * 4294967296.0), 1};
}

struct Arc {
    Cost cost;
    double weight = 0.0;
    PathStep::Kind kind = PathStep::Kind::knows;
};

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;

struct NotVisited {
    const std::vector<char>* visited = nullptr;
    bool operator()(Vertex v) const { return (*visited)[v] == 0; }
};

Vertex vertex(int node) {
    return static_cast<Vertex>(node);
}

std::vector<Edge> strongest_parallel(std::span<const Edge> edges) {
    std::vector<Edge> result;
    result.reserve(edges.size());
    for (const Edge& edge : edges) {
        if (result.empty() || result.back().a != edge.a || result.back().b != edge.b) {
            result.push_back(edge);
        } else if (edge.weight > result.back().weight) {
            result.back() = edge;
        }
    }
    return result;
}

// A stable counting sort of the arcs by where they start. As the edges ascend by a, then b, a node's arcs
// come out in ascending order of where they lead.
Graph make_graph(int nodes, const std::vector<Edge>& edges) {
    std::vector<std::size_t> next(vertex(nodes) + 1, 0);
    for (const Edge& edge : edges) {
        ++next[vertex(edge.a) + 1];
        ++next[vertex(edge.b) + 1];
    }
    for (std::size_t v = 1; v < next.size(); ++v)
        next[v] += next[v - 1];
    std::vector<std::pair<Vertex, Vertex>> ends(2 * edges.size());
    std::vector<Arc> arcs(2 * edges.size());
    for (const Edge& edge : edges) {
        const Arc arc{cost_of(edge.weight), edge.weight, edge.kind};
        for (const auto& [from, to] : {std::pair(edge.a, edge.b), std::pair(edge.b, edge.a)}) {
            const std::size_t place = next[vertex(from)]++;
            ends[place] = {vertex(from), vertex(to)};
            arcs[place] = arc;
        }
    }
    return Graph(boost::edges_are_sorted, ends.begin(), ends.end(), arcs.begin(), vertex(nodes), ends.size());
}

// A route while it is searched for. `branch` is the index of the node where it left the route it was derived
// from.
struct Candidate {
    Cost cost;
    std::vector<int> nodes;
    std::size_t branch = 0;

    bool operator<(const Candidate& other) const {
        return std::tie(cost, nodes) < std::tie(other.cost, other.nodes);
    }
};

}  // namespace

struct PathFinder::Network {
    Graph graph;

    const Arc& arc(int from, int to) const;
    std::vector<Cost> costs_to(int target, const std::vector<char>& visited) const;
    std::optional<Candidate> best(std::vector<int> prefix, const std::vector<int>& banned, int target) const;
    Route route(const Candidate& candidate) const;
};

PathFinder::PathFinder(int nodes, std::span<const Edge> edges)
    : network_(std::make_unique<const Network>(Network{make_graph(nodes, strongest_parallel(edges))})) {}

PathFinder::PathFinder(PathFinder&&) noexcept = default;
PathFinder& PathFinder::operator=(PathFinder&&) noexcept = default;
PathFinder::~PathFinder() = default;

// Requires that there is one.
const Arc& PathFinder::Network::arc(int from, int to) const {
    const auto [first, last] = boost::out_edges(vertex(from), graph);
    const auto found =
        std::find_if(first, last, [&](const auto& e) { return boost::target(e, graph) == vertex(to); });
    return graph[*found];
}

// Of the best route from every node to `target` that avoids what was visited. The edges are symmetric, so the
// search runs from the target backwards.
std::vector<Cost> PathFinder::Network::costs_to(int target, const std::vector<char>& visited) const {
    std::vector<Cost> costs(boost::num_vertices(graph), unreachable);
    const boost::filtered_graph<Graph, boost::keep_all, NotVisited> open(graph, boost::keep_all{},
                                                                         NotVisited{&visited});
    boost::dijkstra_shortest_paths(open, vertex(target),
                                   boost::weight_map(boost::get(&Arc::cost, graph))
                                       .distance_map(boost::make_iterator_property_map(
                                           costs.begin(), boost::get(boost::vertex_index, graph)))
                                       .distance_compare(std::less<Cost>{})
                                       .distance_combine(std::plus<Cost>{})
                                       .distance_inf(unreachable)
                                       .distance_zero(Cost{}));
    return costs;
}

// The best route to `target` that begins with `prefix` and does not go on with one of `banned`.
std::optional<Candidate> PathFinder::Network::best(std::vector<int> prefix, const std::vector<int>& banned,
                                                   int target) const {
    std::vector<char> visited(boost::num_vertices(graph), 0);
    for (int node : prefix)
        visited[vertex(node)] = 1;
    const std::vector<Cost> to_go = costs_to(target, visited);

    Candidate result{{}, std::move(prefix), 0};
    result.branch = result.nodes.size() - 1;
    for (std::size_t i = 0; i < result.branch; ++i) {
        result.cost = result.cost + arc(result.nodes[i], result.nodes[i + 1]).cost;
    }
    // Node by node: of all ways on that are as good as any, the smallest number. From the second on nothing
    // is banned.
    while (result.nodes.back() != target) {
        const bool at_branch = result.nodes.size() == result.branch + 1;
        Cost least = unreachable;
        int next = -1;
        Cost step;
        const auto [first, last] = boost::out_edges(vertex(result.nodes.back()), graph);
        for (auto e = first; e != last; ++e) {
            const Vertex there = boost::target(*e, graph);
            if (to_go[there] == unreachable) continue;  // visited nodes are among these
            const int node = static_cast<int>(there);
            if (at_branch && std::find(banned.begin(), banned.end(), node) != banned.end()) continue;
            const Cost cost = graph[*e].cost + to_go[there];
            if (cost < least) std::tie(least, next, step) = std::tuple(cost, node, graph[*e].cost);
        }
        if (next < 0) return std::nullopt;
        result.cost = result.cost + step;
        result.nodes.push_back(next);
    }
    return result;
}

Route PathFinder::Network::route(const Candidate& candidate) const {
    Route result;
    result.nodes = candidate.nodes;
    for (std::size_t i = 0; i + 1 < result.nodes.size(); ++i) {
        const Arc& step = arc(result.nodes[i], result.nodes[i + 1]);
        result.edges.push_back({result.nodes[i], result.nodes[i + 1], step.kind, step.weight});
        result.strength *= step.weight;
    }
    return result;
}

std::vector<Route> PathFinder::strongest(int from, int to, std::size_t most) const {
    std::vector<Candidate> found;
    std::set<Candidate> waiting;
    if (most > 0 && from != to) {
        if (std::optional<Candidate> first = network_->best({from}, {}, to))
            waiting.insert(*std::move(first));
    }
    while (!waiting.empty() && found.size() < most) {
        found.push_back(std::move(waiting.extract(waiting.begin()).value()));
        if (found.size() == most) break;
        // Every other route leaves this one somewhere. Before its own branch they are waiting already.
        const Candidate last = found.back();
        for (std::size_t branch = last.branch; branch + 1 < last.nodes.size(); ++branch) {
            std::vector<int> prefix(last.nodes.begin(),
                                    last.nodes.begin() + static_cast<std::ptrdiff_t>(branch) + 1);
            std::vector<int> banned;
            for (const Candidate& other : found) {
                const bool shared = other.nodes.size() > branch + 1 &&
                                    std::equal(prefix.begin(), prefix.end(), other.nodes.begin());
                if (shared) banned.push_back(other.nodes[branch + 1]);
            }
            if (std::optional<Candidate> next = network_->best(std::move(prefix), banned, to)) {
                waiting.insert(*std::move(next));
            }
        }
    }
    std::vector<Route> routes;
    routes.reserve(found.size());
    for (const Candidate& candidate : found)
        routes.push_back(network_->route(candidate));
    return routes;
}

}  // namespace m150::inline v0::graph
