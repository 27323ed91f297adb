// Random but reproducible input for the expertise graph, and the little that its tests share.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "libm150/graph/edges.hpp"
#include "libm150/graph/expertise.hpp"

namespace m150::testing {

// Numbers that are the same with every standard library: only the generator itself is specified to be.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
    double unit() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }  // [0, 1)
    bool chance(double probability) { return unit() < probability; }

    template <class T>
    void shuffle(std::vector<T>& list) {
        for (std::size_t i = list.size(); i > 1; --i) {
            std::swap(list[i - 1], list[static_cast<std::size_t>(below(static_cast<int>(i)))]);
        }
    }

  private:
    std::mt19937_64 engine_;
};

inline const Date graph_today(2026, 3, 2);

struct GraphSize {
    int municipalities = 6;
    int topics = 5;
    int evidence = 40;
    int relations = 5;
    int ties = 6;
};

inline Evidence random_evidence(Dice& dice, const GraphSize& size, const std::string& record) {
    return {static_cast<EvidenceKind>(dice.below(evidence_kinds)),
            dice.below(size.municipalities),
            dice.below(size.topics),
            graph_today.plus_days(-dice.below(2000)),
            dice.below(5) / 4.0,
            record};
}

// Leaves gaps on purpose: few relations and ties, amounts of 0, ties and relations of something with itself.
inline GraphInput random_graph(std::uint64_t seed, const GraphSize& size = {}) {
    Dice dice(seed);
    GraphInput input{size.municipalities, size.topics, {}, {}, {}};
    for (int i = 0; i < size.evidence; ++i) {
        input.evidence.push_back(random_evidence(dice, size, "r-" + std::to_string(i)));
    }
    for (int i = 0; i < size.relations; ++i) {
        input.relations.push_back({dice.below(size.topics), dice.below(size.topics), dice.chance(0.5)});
    }
    for (int i = 0; i < size.ties; ++i) {
        input.ties.push_back({static_cast<Tie::Kind>(dice.below(3)), dice.below(size.municipalities),
                              dice.below(size.municipalities), graph_today.plus_days(-dice.below(2000)),
                              dice.below(5) / 4.0, "t-" + std::to_string(i)});
    }
    return input;
}

inline ExpertiseOptions graph_options() {
    ExpertiseOptions options;
    options.today = graph_today;
    return options;
}

// Edges between `nodes` nodes, each pair with probability `density`, in the order that the graph's parts
// require. `weight` gives the weight of each.
template <class Weight>
std::vector<graph::Edge> random_edges(Dice& dice, int nodes, double density, Weight&& weight) {
    std::vector<graph::Edge> edges;
    for (int a = 0; a < nodes; ++a) {
        for (int b = a + 1; b < nodes; ++b) {
            for (PathStep::Kind kind : {PathStep::Kind::knows, PathStep::Kind::asks}) {
                if (dice.chance(density)) edges.push_back({a, b, kind, weight(dice)});
            }
        }
    }
    return edges;
}

}  // namespace m150::testing
