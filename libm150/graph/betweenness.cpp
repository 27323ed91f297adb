#include "libm150/graph/betweenness.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/range/iterator_range.hpp>

namespace m150::inline v0::graph {
namespace {

using Numbered = boost::property<boost::edge_index_t, std::size_t>;
using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Numbered>;

// The ties sorted, each once: what the algorithms add up is added in the same order whatever was given.
Graph make_graph(int nodes, std::span<const NodePair> ties) {
    std::vector<NodePair> sorted;
    for (const auto& [a, b] : ties) {
        if (a != b) sorted.push_back(std::minmax(a, b));
    }
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    Graph graph(static_cast<std::size_t>(nodes));
    std::size_t number = 0;
    for (const auto& [a, b] : sorted)
        boost::add_edge(static_cast<std::size_t>(a), static_cast<std::size_t>(b), number++, graph);
    return graph;
}

}  // namespace

std::vector<double> betweenness(int nodes, std::span<const NodePair> ties) {
    std::vector<double> result(static_cast<std::size_t>(nodes), 0.0);
    if (nodes < 3) return result;
    const Graph graph = make_graph(nodes, ties);
    const auto values =
        boost::make_iterator_property_map(result.begin(), boost::get(boost::vertex_index, graph));
    boost::brandes_betweenness_centrality(graph, boost::centrality_map(values));
    boost::relative_betweenness_centrality(graph, values);
    return result;
}

std::vector<int> connected_parts(int nodes, std::span<const NodePair> ties) {
    std::vector<int> found(static_cast<std::size_t>(nodes));
    const Graph graph = make_graph(nodes, ties);
    const int parts = boost::connected_components(
        graph, boost::make_iterator_property_map(found.begin(), boost::get(boost::vertex_index, graph)));
    std::vector<int> size(static_cast<std::size_t>(parts)), order(static_cast<std::size_t>(parts));
    for (const int part : found)
        ++size[static_cast<std::size_t>(part)];
    // Boost numbers parts by their smallest node, so a stable sort leaves that order among equal sizes.
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return size[static_cast<std::size_t>(a)] > size[static_cast<std::size_t>(b)];
    });
    std::vector<int> number(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        number[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    for (int& part : found)
        part = number[static_cast<std::size_t>(part)];
    return found;
}

std::vector<int> pieces_without(int nodes, std::span<const NodePair> ties) {
    const Graph graph = make_graph(nodes, ties);
    std::vector<std::size_t> block(boost::num_edges(graph));
    boost::biconnected_components(
        graph, boost::make_iterator_property_map(block.begin(), boost::get(boost::edge_index, graph)));
    // Two ties of a node lie in different blocks exactly when every way between them leads through it.
    std::vector<std::set<std::size_t>> blocks(static_cast<std::size_t>(nodes));
    for (const auto& edge : boost::make_iterator_range(boost::edges(graph))) {
        for (const auto end : {boost::source(edge, graph), boost::target(edge, graph)})
            blocks[end].insert(block[boost::get(boost::edge_index, graph, edge)]);
    }
    std::vector<int> pieces;
    for (const auto& one : blocks)
        pieces.push_back(static_cast<int>(one.size()));
    return pieces;
}

}  // namespace m150::inline v0::graph
