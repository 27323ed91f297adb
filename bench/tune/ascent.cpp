// Coordinate ascent on nDCG.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "bench/tune/linear_fit.hpp"
#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::tune {

namespace {

double discounted(double grade, std::size_t rank) {  // rank from 0
    return grade / std::log2(static_cast<double>(rank) + 2.0);
}

double ideal(std::vector<int> grades, std::size_t cutoff) {
    std::sort(grades.begin(), grades.end(), std::greater<>());
    double sum = 0.0;
    for (std::size_t i = 0; i < std::min(cutoff, grades.size()); ++i)
        sum += discounted(std::max(grades[i], 0), i);
    return sum;
}

// Mean nDCG for any scores, with what does not depend on them made once.
class MeanNdcg {
  public:
    MeanNdcg(const Examples& examples, std::size_t cutoff, const std::vector<std::vector<int>>& judged)
        : examples_(examples), cutoff_(cutoff) {
        for (std::size_t i = 0; i < examples.rows(); ++i) {
            if (examples.groups[i] >= rows_.size()) rows_.resize(examples.groups[i] + 1);
            rows_[examples.groups[i]].push_back(i);
        }
        if (!judged.empty() && judged.size() < rows_.size()) {
            throw InvalidInput({"fit",
                                "grades were given for " + std::to_string(judged.size()) + " of " +
                                    std::to_string(rows_.size()) + " queries",
                                "the grades of every query, or none", ""});
        }
        queries_ = judged.empty() ? 0 : judged.size();
        rows_.resize(std::max(rows_.size(), judged.size()));
        for (std::size_t g = 0; g < rows_.size(); ++g) {
            std::vector<int> grades;
            for (const std::size_t row : rows_[g])
                grades.push_back(examples.grades[row]);
            if (judged.empty() && !grades.empty()) ++queries_;
            ideal_.push_back(ideal(judged.empty() ? grades : judged[g], cutoff));
        }
    }

    double operator()(const std::vector<double>& scores) const {
        double sum = 0.0;
        std::vector<std::size_t> order;
        for (std::size_t g = 0; g < rows_.size(); ++g) {
            if (ideal_[g] <= 0) continue;
            order = rows_[g];
            const std::size_t top = std::min(cutoff_, order.size());
            std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(top), order.end(),
                              [&](std::size_t a, std::size_t b) {
                                  return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
                              });
            double gain = 0.0;
            for (std::size_t i = 0; i < top; ++i)
                gain += discounted(std::max(examples_.grades[order[i]], 0), i);
            sum += gain / ideal_[g];
        }
        return queries_ == 0 ? 0.0 : sum / static_cast<double>(queries_);
    }

  private:
    const Examples& examples_;
    std::size_t cutoff_;
    std::vector<std::vector<std::size_t>> rows_;  // by group
    std::vector<double> ideal_;
    std::size_t queries_ = 0;
};

// Weights mean the same when all are multiplied; they are kept at a sum of absolute values of 1.
void normalise(std::vector<double>& weights) {
    double total = 0.0;
    for (const double weight : weights)
        total += std::abs(weight);
    if (total <= 0) return;
    for (double& weight : weights)
        weight /= total;
}

class Climber {
  public:
    Climber(const Examples& examples, const AscentOptions& options, const MeanNdcg& measure)
        : examples_(examples), options_(options), measure_(measure) {}

    LinearModel climb(std::vector<double> start) const {
        LinearModel model;
        model.weights = std::move(start);
        normalise(model.weights);
        model.objective = measure_(scores_of(examples_, model));
        bool moved = true;
        for (; moved && model.steps < options_.most_passes; ++model.steps) {
            moved = false;
            for (std::size_t f = 0; f < examples_.features; ++f)
                moved = improve(model, f) || moved;
        }
        return model;
    }

  private:
    // Moves one weight to where the measure is best among steps of doubling length, both ways, and 0.
    bool improve(LinearModel& model, std::size_t feature) const {
        const std::vector<double> scores = scores_of(examples_, model);
        const double now = model.weights[feature];
        double best_value = model.objective + options_.least_gain;
        double best_weight = now;
        const auto attempt = [&](double weight) {
            if (options_.not_negative) weight = std::max(weight, 0.0);
            if (weight == now) return;
            std::vector<double> moved = scores;
            for (std::size_t i = 0; i < moved.size(); ++i)
                moved[i] += (weight - now) * examples_.row(i)[feature];
            const double value = measure_(moved);
            if (value > best_value) {
                best_value = value;
                best_weight = weight;
            }
        };
        attempt(0.0);
        for (double step = 1.0 / 1024; step <= 4.0; step *= 2) {
            attempt(now + step);
            attempt(now - step);
        }
        if (best_weight == now) return false;
        LinearModel next = model;
        next.weights[feature] = best_weight;
        normalise(next.weights);
        // Measured anew: what was measured added a difference to rounded scores.
        next.objective = measure_(scores_of(examples_, next));
        if (next.objective <= model.objective) return false;
        model = std::move(next);
        return true;
    }

    const Examples& examples_;
    const AscentOptions& options_;
    const MeanNdcg& measure_;
};

}  // namespace

double mean_ndcg(const Examples& examples, const std::vector<double>& scores, std::size_t cutoff,
                 const std::vector<std::vector<int>>& judged) {
    check_examples(examples);
    return MeanNdcg(examples, cutoff, judged)(scores);
}

LinearModel ascend(const Examples& examples, const AscentOptions& options) {
    check_examples(examples);
    if (!options.start.empty() && options.start.size() != examples.features) {
        throw InvalidInput({"fit, start", std::to_string(options.start.size()) + " weights were given",
                            std::to_string(examples.features) + " weights, one for each feature", ""});
    }
    const MeanNdcg measure(examples, options.cutoff, options.judged);
    const Climber climber(examples, options, measure);
    const std::vector<double> start =
        options.start.empty() ? std::vector<double>(examples.features, 1.0) : options.start;
    LinearModel best = climber.climb(start);
    Random random(options.seed, "ascent");
    for (std::size_t i = 0; i < options.restarts; ++i) {
        std::vector<double> other = start;
        for (double& weight : other)
            weight *= std::exp2(random.uniform(-2.0, 2.0));
        LinearModel model = climber.climb(std::move(other));
        if (model.objective > best.objective + options.least_gain) best = std::move(model);
    }
    return best;
}

}  // namespace m150::tune
