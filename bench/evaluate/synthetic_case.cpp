#include "bench/evaluate/synthetic_case.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "bench/evaluate/routing_words.hpp"
#include "bench/evaluate/synthetic.hpp"
#include "libm150/match/who_knows.hpp"

namespace m150::evaluate {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// What is believed of every municipality and planted topic, in one order.
template <class Belief>
std::vector<double> by_pair(const SyntheticNetwork& network, const Belief& belief) {
    std::vector<double> values;
    for (std::size_t m = 0; m < network.knows.size(); ++m) {
        for (const int topic : network.planted)
            values.push_back(belief(m, topic));
    }
    return values;
}

}  // namespace

SyntheticCase::SyntheticCase(SyntheticNetwork network, std::string name)
    : network_(std::move(network)), name_(std::move(name)), now_(network_.base.snapshot()) {
    for (std::size_t q = 0; q < network_.held_out.size(); ++q) {
        ids_.push_back(name_ + "-" + std::to_string(q + 1));
        AskOptions ask;
        ask.text = network_.held_out[q].text;
        ask.asked_by = now_.municipality(network_.held_out[q].asker).id;
        ask.limit = 1000;
        asks_.push_back(std::move(ask));
    }
}

void SyntheticCase::add_queries(TestSet& set) const {
    for (std::size_t q = 0; q < ids_.size(); ++q) {
        const HeldOutQuestion& question = network_.held_out[q];
        Grades grades;
        bool anybody = false;
        for (std::size_t m = 0; m < network_.knows.size(); ++m) {
            if (static_cast<int>(m) == question.asker) continue;
            double knows = 0.0;
            for (const int topic : question.topics)
                knows = std::max(knows, network_.knows[m][at(topic)]);
            if (knows < somewhat_from) continue;
            grades[now_.municipality(static_cast<int>(m)).id.str()] = knows >= expert_from ? 2 : 1;
            anybody = anybody || knows >= expert_from;
        }
        if (!anybody) continue;
        set.queries.push_back({ids_[q], question.text, "", name_});
        set.judgements[ids_[q]] = std::move(grades);
    }
}

Runs SyntheticCase::route() const {
    Runs runs{{the_library, {}},          {"popularity", {}},      {"votes, sum", {}},
              {"votes, exponential", {}}, {"candidate model", {}}, {"document model", {}}};
    const KnownWords known(network_.known, network_.known.size(), Language::dutch);
    for (std::size_t q = 0; q < ids_.size(); ++q) {
        for (const Knower& knower : who_knows(now_, asks_[q]))
            runs[0].second[ids_[q]].push_back({knower.municipality.str(), knower.score});
        RoutedQuestion question;
        const std::size_t end = asks_[q].text.find('\n');
        question.title = asks_[q].text.substr(0, end);
        question.text = asks_[q].text.substr(end + 1);
        const std::vector<double> scores[] = {
            popularity(known), votes_sum(known, question, 100), votes_exponential(known, question, 300, 4.0),
            candidate_model(known, question), document_model(known, question)};
        for (std::size_t s = 0; s < std::size(scores); ++s) {
            auto& found = runs[s + 1].second[ids_[q]];
            for (std::size_t c = 0; c < scores[s].size(); ++c) {
                const int who = static_cast<int>(known.candidates[c] - 1);
                if (who != network_.held_out[q].asker && std::isfinite(scores[s][c]))
                    found.push_back({now_.municipality(who).id.str(), scores[s][c]});
            }
        }
    }
    return runs;
}

std::vector<std::pair<std::string, double>> SyntheticCase::expertise() const {
    const std::vector<double> truth =
        by_pair(network_, [&](std::size_t m, int topic) { return network_.knows[m][at(topic)]; });
    std::vector<std::map<int, double>> answered(network_.knows.size()), offered(network_.knows.size());
    std::vector<double> all(network_.knows.size());
    for (const RoutedQuestion& question : network_.known) {
        for (const std::int64_t user : question.answerers) {
            const auto who = static_cast<std::size_t>(user - 1);
            all[who] += 1.0;
            for (const std::string& topic : question.tags)
                answered[who][now_.number_of(Id<Topic>(topic))] += 1.0;
        }
    }
    for (const InventoryResponse* one : now_.all<InventoryResponse>())
        offered[at(now_.number_of(one->municipality))][now_.number_of(one->topic)] = one->offers;
    const auto of = [](const std::map<int, double>& values, int topic) {
        const auto found = values.find(topic);
        return found == values.end() ? 0.0 : found->second;
    };
    const auto correlation = [&](const auto& belief) { return spearman(by_pair(network_, belief), truth); };
    const ExpertiseGraph& graph = now_.graph();
    return {{the_library, correlation([&](std::size_t m, int topic) {
                 return graph.spread_expertise(static_cast<int>(m), topic);
             })},
            {"m150, each topic alone", correlation([&](std::size_t m, int topic) {
                 return graph.expertise(static_cast<int>(m), topic);
             })},
            {"popularity", correlation([&](std::size_t m, int) { return all[m]; })},
            {"answers on the topic",
             correlation([&](std::size_t m, int topic) { return of(answered[m], topic); })},
            {"self-reports", correlation([&](std::size_t m, int topic) { return of(offered[m], topic); })}};
}

std::vector<std::pair<std::string, ConnectionFigures>> SyntheticCase::connections() const {
    const ConnectWeights own = now_.options().connect;
    ConnectWeights one_way = own;
    one_way.mutual = 0.0;
    std::vector<std::pair<std::string, ConnectionFigures>> figures{
        {the_library, judge_connections(network_, library_scores(now_, own), true)},
        {"m150, mutual = 0", judge_connections(network_, library_scores(now_, one_way), true)}};
    for (const auto& [name, scores] : baseline_scores(network_, now_))
        figures.emplace_back(name, judge_connections(network_, scores, false));
    return figures;
}

std::vector<FairnessFigures> SyntheticCase::fairness(const FairnessOptions& options) const {
    return fairness_figures(now_, asks_, ids_, network_.knows.size(), options);
}

double SyntheticCase::never_experts(const Run& run) const {
    std::set<std::string> named;
    for (const auto& [query, found] : run) {
        for (const Ranked& one : found)
            named.insert(one.document);
    }
    std::set<int> topics;
    for (const HeldOutQuestion& question : network_.held_out)
        topics.insert(question.topics.begin(), question.topics.end());
    double experts = 0.0, never = 0.0;
    for (std::size_t m = 0; m < network_.knows.size(); ++m) {
        const bool expert = std::any_of(topics.begin(), topics.end(), [&](int topic) {
            return network_.knows[m][at(topic)] >= expert_from;
        });
        if (!expert) continue;
        experts += 1.0;
        never += named.count(now_.municipality(static_cast<int>(m)).id.str()) > 0 ? 0.0 : 1.0;
    }
    return experts > 0.0 ? never / experts : 0.0;
}

}  // namespace m150::evaluate
