#include "bench/evaluate/fairness.hpp"

#include <algorithm>
#include <numeric>

namespace m150::evaluate {

namespace {

// Gini's coefficient by its definition on sorted loads; the library has its own, of those who could be asked.
double gini_of(std::vector<int> loads) {
    std::sort(loads.begin(), loads.end());
    double total = 0.0;
    double ranked = 0.0;
    for (std::size_t i = 0; i < loads.size(); ++i) {
        total += loads[i];
        ranked += (2.0 * static_cast<double>(i + 1) - static_cast<double>(loads.size()) - 1.0) * loads[i];
    }
    return total > 0.0 ? ranked / (static_cast<double>(loads.size()) * total) : 0.0;
}

}  // namespace

std::vector<FairnessFigures> fairness_figures(const Snapshot& now, const std::vector<AskOptions>& questions,
                                              const std::vector<std::string>& queries, std::size_t candidates,
                                              const FairnessOptions& options) {
    std::vector<FairnessFigures> all;
    ShareOptions share;
    share.questions = questions;
    share.per_question = options.per_question;
    share.capacity = 10000;
    share.step = options.step;
    for (const FairnessOptions::Plan& wanted : options.plans) {
        share.fairness = wanted.fairness;
        share.least = wanted.least;
        const LoadPlan plan = share_load(now, share);
        FairnessFigures& figures = all.emplace_back();
        figures.plan = wanted;
        figures.score = plan.score;
        for (std::size_t q = 0; q < plan.questions.size(); ++q) {
            auto& found = figures.run[queries.at(q)];
            for (const Knower& knower : plan.questions[q].asked)
                found.push_back({knower.municipality.str(), knower.score});
        }
        std::vector<int> loads;
        for (const MunicipalityLoad& load : plan.loads)
            loads.push_back(load.load());
        loads.resize(std::max(candidates, loads.size()), 0);
        const auto never = std::count(loads.begin(), loads.end(), 0);
        figures.never = loads.empty() ? 0.0 : static_cast<double>(never) / static_cast<double>(loads.size());
        figures.gini = gini_of(loads);
        figures.most = loads.empty() ? 0 : *std::max_element(loads.begin(), loads.end());
    }
    return all;
}

}  // namespace m150::evaluate
