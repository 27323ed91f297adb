#include "libm150/graph/expertise.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "libm150/graph/decay.hpp"
#include "libm150/graph/edges.hpp"
#include "libm150/graph/evidence_index.hpp"
#include "libm150/graph/input_check.hpp"
#include "libm150/graph/pagerank.hpp"
#include "libm150/graph/paths.hpp"
#include "libm150/graph/spread.hpp"
#include "libm150/graph/topic_links.hpp"

namespace m150::inline v0 {

std::string_view name_of(EvidenceKind kind) {
    switch (kind) {
        case EvidenceKind::answered:
            return "answered";
        case EvidenceKind::accepted:
            return "accepted";
        case EvidenceKind::presented:
            return "presented";
        case EvidenceKind::offers:
            return "offers";
        case EvidenceKind::working_group:
            return "working_group";
        case EvidenceKind::helped:
            return "helped";
        case EvidenceKind::thanked:
            return "thanked";
        case EvidenceKind::declined:
            return "declined";
        case EvidenceKind::asked:
            return "asked";
        case EvidenceKind::needs:
            break;
    }
    return "needs";
}

namespace {

// Of a step of the walk to a municipality.
const char* code_of(PathStep::Kind kind) {
    switch (kind) {
        case PathStep::Kind::contact:
            return "walk-contact";
        case PathStep::Kind::working_group:
            return "walk-working_group";
        case PathStep::Kind::border:
            return "walk-border";
        default:
            return "walk-knows";
    }
}

}  // namespace

struct ExpertiseGraph::State {
    GraphInput input;
    ExpertiseOptions options;
    graph::EvidenceIndex evidence;
    graph::TopicLinks links;
    std::vector<graph::Edge> edges;
    graph::PathFinder paths;
    // Not every graph is walked, and a graph is made at every commit: the factorisation waits for the first
    // question.
    mutable std::once_flag walk_made;
    mutable std::optional<graph::PageRank> walk;
    // The same for the spread expertise of everybody on everything, which whoever ranks asks for again and
    // again.
    mutable std::once_flag spread_made;
    mutable std::vector<double> spread_table;  // municipality by topic

    // Requires that graph::check passed.
    State(GraphInput given, const ExpertiseOptions& chosen)
        : input(std::move(given)),
          options(chosen),
          evidence(input, options),
          links(input, options),
          edges(graph::make_edges(input, options, evidence, links)),
          paths(nodes(), edges) {}

    int nodes() const { return input.municipalities + input.topics; }

    void check_pair(int municipality, int topic) const {
        graph::check_number("municipality", municipality, input.municipalities);
        graph::check_number("topic", topic, input.topics);
    }

    double spread(int municipality, int topic) const {
        std::call_once(spread_made, [this] {
            spread_table.reserve(static_cast<std::size_t>(input.municipalities) *
                                 static_cast<std::size_t>(input.topics));
            for (int m = 0; m < input.municipalities; ++m) {
                for (int t = 0; t < input.topics; ++t)
                    spread_table.push_back(graph::total_of(graph::spread(evidence, links, m, t)));
            }
        });
        return spread_table[static_cast<std::size_t>(municipality) * static_cast<std::size_t>(input.topics) +
                            static_cast<std::size_t>(topic)];
    }

    const graph::PageRank& random_walk() const {
        std::call_once(walk_made, [this] { walk.emplace(nodes(), edges, options.restart); });
        return *walk;
    }

    // The time at each node, municipalities first.
    std::vector<double> walk_from(const std::vector<TopicWeight>& seeds) const {
        graph::check_seeds(seeds, input.topics);
        std::vector<double> weights(static_cast<std::size_t>(nodes()), 0.0);
        for (const TopicWeight& seed : seeds)
            weights[static_cast<std::size_t>(input.municipalities + seed.topic)] += seed.weight;
        return random_walk().solve(weights);
    }
};

ExpertiseGraph::ExpertiseGraph() : ExpertiseGraph(GraphInput{}, ExpertiseOptions{}) {}

ExpertiseGraph::ExpertiseGraph(GraphInput input, const ExpertiseOptions& options) {
    graph::check(input, options);
    state_ = std::make_shared<const State>(std::move(input), options);
}

const ExpertiseOptions& ExpertiseGraph::options() const noexcept {
    return state_->options;
}
int ExpertiseGraph::municipalities() const noexcept {
    return state_->input.municipalities;
}
int ExpertiseGraph::topics() const noexcept {
    return state_->input.topics;
}

double ExpertiseGraph::expertise(int municipality, int topic) const {
    state_->check_pair(municipality, topic);
    return state_->evidence.expertise(municipality, topic);
}

double ExpertiseGraph::demand(int municipality, int topic) const {
    state_->check_pair(municipality, topic);
    const graph::Cell* cell = state_->evidence.find(municipality, topic);
    return cell == nullptr ? 0.0 : graph::saturate(cell->asks);
}

double ExpertiseGraph::spread_expertise(int municipality, int topic) const {
    state_->check_pair(municipality, topic);
    return state_->spread(municipality, topic);
}

std::vector<Reason> ExpertiseGraph::expertise_reasons(int municipality, int topic, std::size_t most) const {
    state_->check_pair(municipality, topic);
    const auto shares = graph::spread(state_->evidence, state_->links, municipality, topic);
    return graph::expertise_reasons(state_->evidence, state_->input.evidence, shares, municipality, most);
}

std::vector<Reason> ExpertiseGraph::demand_reasons(int municipality, int topic, std::size_t most) const {
    state_->check_pair(municipality, topic);
    return graph::demand_reasons(state_->evidence, state_->input.evidence, municipality, topic, most);
}

std::vector<double> ExpertiseGraph::pagerank(const std::vector<TopicWeight>& seeds) const {
    std::vector<double> time = state_->walk_from(seeds);
    time.resize(static_cast<std::size_t>(municipalities()));
    return time;
}

std::vector<Reason> ExpertiseGraph::pagerank_reasons(const std::vector<TopicWeight>& seeds, int municipality,
                                                     double least) const {
    graph::check_number("municipality", municipality, municipalities());
    const std::vector<graph::Arrival> brought =
        state_->random_walk().arrivals(state_->walk_from(seeds), state_->edges, municipality);
    double time = 0.0;
    for (const graph::Arrival& arrival : brought)
        time += arrival.time;
    std::vector<Reason> topics, ties;
    double small = 0.0;
    int folded = 0;
    for (const graph::Arrival& arrival : brought) {
        if (!(arrival.time > 0.0)) continue;
        if (arrival.time < least * time) {
            small += arrival.time;
            ++folded;
            continue;
        }
        const graph::Edge& edge = state_->edges[static_cast<std::size_t>(arrival.edge)];
        const int from = edge.a == municipality ? edge.b : edge.a;
        const bool topic = from >= municipalities();
        (topic ? topics : ties)
            .push_back(
                {code_of(edge.kind),
                 arrival.time,
                 {{topic ? "topic" : "municipality", std::to_string(topic ? from - municipalities() : from)}},
                 {}});
    }
    topics.insert(topics.end(), ties.begin(), ties.end());
    std::stable_sort(topics.begin(), topics.end(),
                     [](const Reason& a, const Reason& b) { return a.share > b.share; });
    if (folded > 0) topics.push_back({"other", small, {{"count", std::to_string(folded)}}, {}});
    return topics;
}

std::vector<Path> ExpertiseGraph::strongest_paths(int from, int to, std::size_t most) const {
    graph::check_number("municipality", from, municipalities());
    graph::check_number("municipality", to, municipalities());
    std::vector<Path> paths;
    for (const graph::Route& route : state_->paths.strongest(from, to, most)) {
        Path path{route.strength, {}};
        for (const graph::Edge& edge : route.edges) {
            const bool is_topic = edge.b >= municipalities();
            path.steps.push_back(
                {is_topic, is_topic ? edge.b - municipalities() : edge.b, edge.kind, edge.weight});
        }
        paths.push_back(std::move(path));
    }
    return paths;
}

}  // namespace m150::inline v0
