#include "libm150/solve/circulation.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

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
          tight_(network.arcs.size()),
          leaving_(static_cast<std::size_t>(network.nodes)),
          reached_by_(static_cast<std::size_t>(network.nodes)),
          last_step_(static_cast<std::size_t>(network.nodes)) {
        for (std::size_t a = 0; a < network.arcs.size(); ++a) {
            const Arc& arc = network.arcs[a];
            tight_[a] = arc.capacity > 0 && reduced_cost(arc, solution.potential) == 0;
            if (!tight_[a]) continue;
            leaving_[index(arc.from)].push_back(a);
            leaving_[index(arc.to)].push_back(a);
        }
    }

    bool tight(std::size_t arc) const { return tight_[arc]; }
    void fix(std::size_t arc) { tight_[arc] = false; }

    // Looks for a way to send one unit from `from` to `to`, another node, and remembers what it reached:
    // breadth first, but a node from which a single step leads to `to` ends the search as soon as it is seen.
    // In dense networks that is after a few nodes.
    bool find_path(int from, int to) {
        std::fill(reached_by_.begin(), reached_by_.end(), kNotReached);
        std::fill(last_step_.begin(), last_step_.end(), kNotReached);
        for (const std::size_t a : leaving_[index(to)]) {
            const Arc& arc = network_.arcs[a];
            const int before = arc.to == to ? arc.from : arc.to;
            if (open(a, before)) last_step_[index(before)] = static_cast<std::ptrdiff_t>(a);
        }
        queue_.assign(1, from);
        reached_by_[index(from)] = kStart;
        if (finish(from, to)) return true;
        for (std::size_t i = 0; i < queue_.size(); ++i) {
            for (const std::size_t a : leaving_[index(queue_[i])]) {
                const Arc& arc = network_.arcs[a];
                const int next = arc.from == queue_[i] ? arc.to : arc.from;
                if (reached(next) || !open(a, queue_[i])) continue;
                reached_by_[index(next)] = static_cast<std::ptrdiff_t>(a);
                if (finish(next, to)) return true;
                queue_.push_back(next);
            }
        }
        return false;
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

    bool reached(int node) const { return reached_by_[index(node)] != kNotReached; }

  private:
    static std::size_t index(int node) { return static_cast<std::size_t>(node); }

    // Whether flow through the arc can be changed so that one more unit leaves `node`.
    bool open(std::size_t a, int node) const {
        const Arc& arc = network_.arcs[a];
        return tight_[a] && (arc.from == node ? flow_[a] < arc.capacity : flow_[a] > 0);
    }

    bool finish(int node, int to) {
        if (last_step_[index(node)] == kNotReached) return false;
        reached_by_[index(to)] = last_step_[index(node)];
        return true;
    }

    static constexpr std::ptrdiff_t kNotReached = -1;
    static constexpr std::ptrdiff_t kStart = -2;

    const Network& network_;
    std::vector<int>& flow_;
    std::vector<bool> tight_;
    std::vector<std::vector<std::size_t>> leaving_;  // tight arcs at each node, either direction
    std::vector<std::ptrdiff_t> reached_by_;         // the arc, or one of the marks above
    std::vector<std::ptrdiff_t> last_step_;          // the arc from a node to the goal, or kNotReached
    std::vector<int> queue_;
};

// Classes of nodes: nodes of different classes are on no common cycle.
class Classes {
  public:
    explicit Classes(int nodes) : class_(static_cast<std::size_t>(nodes), 0) {}
    bool same(int one, int other) const {
        return class_[static_cast<std::size_t>(one)] == class_[static_cast<std::size_t>(other)];
    }
    // Nothing leads out of what `arcs` has just reached, and as flow changes along cycles only, nothing ever
    // will.
    void split(const TightArcs& arcs) {
        std::vector<int> renamed(static_cast<std::size_t>(count_), -1);
        for (std::size_t node = 0; node < class_.size(); ++node) {
            if (!arcs.reached(static_cast<int>(node))) continue;
            int& name = renamed[static_cast<std::size_t>(class_[node])];
            if (name < 0) name = count_++;
            class_[node] = name;
        }
    }

  private:
    std::vector<int> class_;
    int count_ = 1;
};

}  // namespace

void prefer_first(const Network& network, std::size_t ordered, Solution& solution) {
    TightArcs arcs(network, solution);
    Classes classes(network.nodes);
    // An arc that has flow keeps it. One that has none gets it if a cycle through it exists; the classes
    // spare the search in vain: each such search splits a class, so there are fewer of them than nodes.
    for (std::size_t a = 0; a < ordered; ++a) {
        const Arc& arc = network.arcs[a];
        if (!arcs.tight(a)) continue;
        if (solution.flow[a] == 0) {
            if (!classes.same(arc.from, arc.to)) continue;
            if (!arcs.find_path(arc.to, arc.from)) {
                classes.split(arcs);
                continue;
            }
            arcs.send(arc.to, arc.from);
            solution.flow[a] = 1;
        }
        arcs.fix(a);
    }
}

}  // namespace m150::inline v0::circulation
