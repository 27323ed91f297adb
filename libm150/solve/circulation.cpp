#include "libm150/solve/circulation.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>

#include "libm150/base/error.hpp"

namespace m150::inline v0::circulation {

namespace {

using Graph = lemon::SmartDigraph;

// LEMON asks for values by its own arc objects; ours stand in a vector in the order in which arcs were added.
template <class Value>
struct ArcView {
    const Graph& graph;
    const std::vector<Value>& values;
    Value operator[](const Graph::Arc& arc) const { return values[static_cast<std::size_t>(Graph::id(arc))]; }
};

std::int64_t reduced_cost(const Arc& arc, const std::vector<std::int64_t>& potential) {
    return arc.cost + potential[static_cast<std::size_t>(arc.from)] -
           potential[static_cast<std::size_t>(arc.to)];
}

}  // namespace

Wide cost_of(const Network& network, const std::vector<int>& flow) {
    Wide sum = 0;
    for (std::size_t a = 0; a < flow.size(); ++a)
        sum += Wide{network.arcs[a].cost} * flow[a];
    return sum;
}

Wide lower_bound(const Network& network, const std::vector<std::int64_t>& potential) {
    Wide sum = 0;
    for (const Arc& arc : network.arcs) {
        sum += Wide{std::min<std::int64_t>(0, reduced_cost(arc, potential))} * arc.capacity;
    }
    return sum;
}

Solution solve(const Network& network) {
    Graph graph;
    graph.reserveNode(network.nodes);
    graph.reserveArc(static_cast<int>(network.arcs.size()));
    for (int node = 0; node < network.nodes; ++node)
        graph.addNode();
    std::vector<int> capacity;
    std::vector<std::int64_t> cost;
    for (const Arc& arc : network.arcs) {
        graph.addArc(Graph::nodeFromId(arc.from), Graph::nodeFromId(arc.to));
        capacity.push_back(arc.capacity);
        cost.push_back(arc.cost);
    }
    // All supplies are 0, so the simplex starts from the empty circulation and its artificial arcs cost
    // nothing: its potentials stay as small as the costs of simple paths are.
    lemon::NetworkSimplex<Graph, int, std::int64_t> simplex(graph);
    simplex.upperMap(ArcView<int>{graph, capacity}).costMap(ArcView<std::int64_t>{graph, cost});
    if (simplex.run() != simplex.OPTIMAL) throw InternalError("a circulation was called impossible");

    Solution solution;
    for (std::size_t a = 0; a < network.arcs.size(); ++a) {
        solution.flow.push_back(simplex.flow(Graph::arcFromId(static_cast<int>(a))));
    }
    for (int node = 0; node < network.nodes; ++node) {
        solution.potential.push_back(simplex.potential(Graph::nodeFromId(node)));
    }
    if (cost_of(network, solution.flow) != lower_bound(network, solution.potential)) {
        throw InternalError("the cost of a circulation is not proved by its potentials");
    }
    return solution;
}

namespace {

// The circulations of least cost are those that differ from one of them by cycles of arcs with reduced cost 0
// (complementary slackness). This walks over these arcs, in the direction in which flow can still be changed.
class TightArcs {
  public:
    TightArcs(const Network& network, Solution& solution)
        : network_(network),
          flow_(solution.flow),
          free_(network.arcs.size()),
          arcs_of_(static_cast<std::size_t>(network.nodes)),
          class_(static_cast<std::size_t>(network.nodes), 0),
          reached_by_(static_cast<std::size_t>(network.nodes)),
          last_step_(static_cast<std::size_t>(network.nodes)) {
        for (std::size_t a = 0; a < network.arcs.size(); ++a) {
            const Arc& arc = network.arcs[a];
            free_[a] = arc.capacity > 0 && reduced_cost(arc, solution.potential) == 0;
            if (!free_[a]) continue;
            arcs_of_[index(arc.from)].push_back(a);
            arcs_of_[index(arc.to)].push_back(a);
        }
    }

    // Gives the arc, of capacity 1 and without flow, its unit if a cycle through it allows that.
    void try_to_fill(std::size_t a) {
        const Arc& arc = network_.arcs[a];
        if (!free_[a] || class_[index(arc.from)] != class_[index(arc.to)]) return;
        if (find_path(arc.to, arc.from)) {
            send(arc.to, arc.from);
            flow_[a] = 1;
        } else {
            split_class(class_[index(arc.from)]);
        }
    }

    // The flow of the arc is final.
    void fix(std::size_t a) { free_[a] = false; }

  private:
    static constexpr std::ptrdiff_t kNone = -1;
    static constexpr std::ptrdiff_t kStart = -2;

    static std::size_t index(int node) { return static_cast<std::size_t>(node); }
    bool reached(int node) const { return reached_by_[index(node)] != kNone; }

    // Whether flow through the arc can be changed so that one more unit leaves `node` by it.
    bool open(std::size_t a, int node) const {
        const Arc& arc = network_.arcs[a];
        return arc.from == node ? flow_[a] < arc.capacity : flow_[a] > 0;
    }

    // The arcs at a node whose flow is not final; forgets the others.
    const std::vector<std::size_t>& arcs_of(int node) {
        std::vector<std::size_t>& arcs = arcs_of_[index(node)];
        arcs.erase(std::remove_if(arcs.begin(), arcs.end(), [this](std::size_t a) { return !free_[a]; }),
                   arcs.end());
        return arcs;
    }

    // Looks for a way to send one unit from `from` to `to`, another node of its class, and remembers what it
    // reached: breadth first, but a node from which one step leads to `to` ends the search as soon as it is
    // seen. In dense networks that is after a few nodes.
    bool find_path(int from, int to) {
        std::fill(last_step_.begin(), last_step_.end(), kNone);
        bool any_last_step = false;
        for (const std::size_t a : arcs_of(to)) {
            const int before = network_.arcs[a].to == to ? network_.arcs[a].from : network_.arcs[a].to;
            if (!open(a, before) || class_[index(before)] != class_[index(to)]) continue;
            last_step_[index(before)] = static_cast<std::ptrdiff_t>(a);
            any_last_step = true;
        }
        // When nothing leads to `to`, all the others may as well be reached: nothing leads out of them.
        std::fill(reached_by_.begin(), reached_by_.end(), any_last_step ? kNone : kStart);
        reached_by_[index(to)] = kNone;
        if (!any_last_step) return false;
        reached_by_[index(from)] = kStart;
        queue_.assign(1, from);
        if (finish(from, to)) return true;
        for (std::size_t i = 0; i < queue_.size(); ++i) {
            const int node = queue_[i];
            for (const std::size_t a : arcs_of(node)) {
                const int next = network_.arcs[a].from == node ? network_.arcs[a].to : network_.arcs[a].from;
                if (reached(next) || !open(a, node) || class_[index(next)] != class_[index(node)]) continue;
                reached_by_[index(next)] = static_cast<std::ptrdiff_t>(a);
                if (finish(next, to)) return true;
                queue_.push_back(next);
            }
        }
        return false;
    }

    bool finish(int node, int to) {
        if (last_step_[index(node)] == kNone) return false;
        reached_by_[index(to)] = last_step_[index(node)];
        return true;
    }

    // Sends one unit along the path that was found.
    void send(int from, int to) {
        for (int node = to; node != from;) {
            const auto a = static_cast<std::size_t>(reached_by_[index(node)]);
            const bool forward = network_.arcs[a].to == node;
            flow_[a] += forward ? 1 : -1;
            node = forward ? network_.arcs[a].from : network_.arcs[a].to;
        }
    }

    // After a search in vain: nothing leads from the nodes of the class that it reached to the others, and as
    // flow changes along cycles only, nothing ever will. No cycle passes both.
    void split_class(int old) {
        for (std::size_t node = 0; node < class_.size(); ++node) {
            if (class_[node] == old && reached_by_[node] != kNone) class_[node] = classes_;
        }
        ++classes_;
    }

    const Network& network_;
    std::vector<int>& flow_;
    std::vector<bool> free_;                         // tight, and its flow not final
    std::vector<std::vector<std::size_t>> arcs_of_;  // free arcs at each node, either direction
    std::vector<int> class_;                         // nodes of different classes are on no common cycle
    int classes_ = 1;
    std::vector<std::ptrdiff_t> reached_by_;  // the arc, or one of the marks above
    std::vector<std::ptrdiff_t> last_step_;   // the arc from a node to the goal, or kNone
    std::vector<int> queue_;
};

}  // namespace

// An arc that has flow keeps it; one that has none gets it if it can; then its flow is final. The classes
// spare searches in vain: each splits a class, so there are fewer of them than nodes.
void prefer_first(const Network& network, std::size_t ordered, Solution& solution) {
    TightArcs arcs(network, solution);
    for (std::size_t a = 0; a < ordered; ++a) {
        if (solution.flow[a] == 0) arcs.try_to_fill(a);
        arcs.fix(a);
    }
}

}  // namespace m150::inline v0::circulation
