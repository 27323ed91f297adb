#include "libm150/solve/conditional_logit.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <string>

#include "libm150/base/error.hpp"

namespace m150::inline v0 {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using Rows = Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;
using Column = Eigen::Map<const Eigen::VectorXf>;

[[noreturn]] void refuse(std::string what, std::string expected) {
    throw InvalidInput({"choices", std::move(what), std::move(expected), ""});
}

// One occasion under some weights.
struct Occasion {
    Occasion(const Choices& choices, std::size_t number, const VectorXd& weights)
        : rows(Rows(choices.values(number), static_cast<Eigen::Index>(choices.alternatives(number)),
                    static_cast<Eigen::Index>(choices.features()))
                   .cast<double>()),
          chosen(Column(choices.chosen(number), static_cast<Eigen::Index>(choices.alternatives(number)))
                     .cast<double>()) {
        const VectorXd utility = rows * weights;
        const double most = utility.maxCoeff();
        chance = (utility.array() - most).exp().matrix();
        const double sum = chance.sum();
        chance /= sum;
        loss = most + std::log(sum) - chosen.dot(utility);
    }
    MatrixXd rows;
    VectorXd chosen;
    VectorXd chance;
    double loss = 0.0;
};

class Objective {
  public:
    Objective(const Choices& choices, double ridge)
        : choices_(choices), penalty_(VectorXd::Zero(static_cast<Eigen::Index>(choices.features()))) {
        const auto features = static_cast<Eigen::Index>(choices.features());
        VectorXd sum = VectorXd::Zero(features);
        VectorXd squares = VectorXd::Zero(features);
        double rows = 0.0;
        for (std::size_t i = 0; i < choices.occasions(); ++i) {
            const Occasion one(choices, i, VectorXd::Zero(features));
            sum += one.rows.colwise().sum().transpose();
            squares += one.rows.colwise().squaredNorm().transpose();
            rows += static_cast<double>(one.rows.rows());
        }
        // A feature that never varies says nothing; it gets the penalty of one with variance 1, and no
        // weight.
        for (Eigen::Index f = 0; f < features; ++f) {
            const double mean = sum[f] / rows;
            const double variance = squares[f] / rows - mean * mean;
            penalty_[f] = ridge * (variance > 1e-12 ? variance : 1.0);
        }
    }

    double value(const VectorXd& weights) const {
        double loss = 0.0;
        for (std::size_t i = 0; i < choices_.occasions(); ++i)
            loss += Occasion(choices_, i, weights).loss;
        return loss / count() + penalty(weights);
    }

    struct Local {
        double value = 0.0;
        VectorXd slope;
        MatrixXd curvature;
    };
    Local at(const VectorXd& weights) const {
        const Eigen::Index features = weights.size();
        Local local{0.0, VectorXd::Zero(features), MatrixXd::Zero(features, features)};
        for (std::size_t i = 0; i < choices_.occasions(); ++i) {
            const Occasion one(choices_, i, weights);
            const VectorXd mean = one.rows.transpose() * one.chance;
            local.value += one.loss;
            local.slope += mean - one.rows.transpose() * one.chosen;
            local.curvature +=
                one.rows.transpose() * one.chance.asDiagonal() * one.rows - mean * mean.transpose();
        }
        local.value = local.value / count() + penalty(weights);
        local.slope = (local.slope / count() + penalty_.cwiseProduct(weights)).eval();
        local.curvature /= count();
        local.curvature.diagonal() += penalty_;
        return local;
    }

  private:
    double count() const { return static_cast<double>(choices_.occasions()); }
    double penalty(const VectorXd& weights) const {
        return 0.5 * penalty_.dot(weights.cwiseProduct(weights));
    }

    const Choices& choices_;
    VectorXd penalty_;
};

// Largest slope of a weight that may still move: upwards from 0, either way from elsewhere.
double open_slope(const VectorXd& weights, const VectorXd& slope) {
    double most = 0.0;
    for (Eigen::Index f = 0; f < weights.size(); ++f) {
        const double open = weights[f] > 0.0 ? std::abs(slope[f]) : std::max(0.0, -slope[f]);
        most = std::max(most, open);
    }
    return most;
}

// The least of the quadratic model around `weights` among weights that are not negative: one coordinate after
// the other, each to its own least, which converges because the curvature is positive definite.
VectorXd least_of_model(const VectorXd& weights, const Objective::Local& local) {
    constexpr int most_rounds = 10000;
    VectorXd found = weights;
    VectorXd slope = local.slope;  // of the model, at `found`
    for (int round = 0; round < most_rounds; ++round) {
        double moved = 0.0;
        for (Eigen::Index f = 0; f < found.size(); ++f) {
            const double next = std::max(0.0, found[f] - slope[f] / local.curvature(f, f));
            const double step = next - found[f];
            if (step == 0.0) continue;
            found[f] = next;
            slope += step * local.curvature.col(f);
            moved = std::max(moved, std::abs(step));
        }
        if (moved <= 1e-14 * (1.0 + found.maxCoeff())) break;
    }
    return found;
}

void check(const Choices& choices, const ConditionalLogitOptions& options) {
    if (choices.occasions() == 0) refuse("there is no occasion to learn from", "at least one");
    if (!(options.ridge > 0.0 && options.ridge <= 1000.0)) refuse("ridge is out of range", "above 0 to 1000");
    if (options.most_steps < 1 || options.most_steps > 100000)
        refuse("most_steps is out of range", "1 to 100000");
    if (!(options.tolerance >= 1e-12 && options.tolerance <= 1.0))
        refuse("tolerance is out of range", "1e-12 to 1");
}

}  // namespace

Choices::Choices(std::size_t features) : features_(features) {}

void Choices::add(const std::vector<double>& values, const std::vector<double>& chosen) {
    if (values.size() != features_ * chosen.size())
        refuse(
            std::to_string(values.size()) + " values for " + std::to_string(chosen.size()) + " alternatives",
            std::to_string(features_) + " for each alternative");
    double total = 0.0;
    for (const double part : chosen) {
        if (!(part >= 0.0) || !std::isfinite(part))
            refuse("a part chosen is not a number of 0 or more", "0 or more");
        total += part;
    }
    if (!(total > 0.0)) refuse("nothing was chosen", "a part above 0 for at least one alternative");
    for (const double value : values) {
        if (!std::isfinite(static_cast<float>(value))) refuse("a feature is not finite", "a number");
    }
    for (const double value : values)
        values_.push_back(static_cast<float>(value));
    for (const double part : chosen)
        chosen_.push_back(static_cast<float>(part / total));
    ends_.push_back(begin_of(ends_.size()) + chosen.size());
}

std::size_t Choices::alternatives(std::size_t occasion) const {
    return ends_.at(occasion) - begin_of(occasion);
}
const float* Choices::values(std::size_t occasion) const {
    return values_.data() + features_ * begin_of(occasion);
}
const float* Choices::chosen(std::size_t occasion) const {
    return chosen_.data() + begin_of(occasion);
}

double loss_of(const Choices& choices, const std::vector<double>& weights) {
    if (weights.size() != choices.features())
        refuse(std::to_string(weights.size()) + " weights", std::to_string(choices.features()));
    const VectorXd w = Eigen::Map<const VectorXd>(weights.data(), static_cast<Eigen::Index>(weights.size()));
    double loss = 0.0;
    for (std::size_t i = 0; i < choices.occasions(); ++i)
        loss += Occasion(choices, i, w).loss;
    return choices.occasions() > 0 ? loss / static_cast<double>(choices.occasions()) : 0.0;
}

ConditionalLogitFit fit_conditional_logit(const Choices& choices, const ConditionalLogitOptions& options) {
    check(choices, options);
    const Objective problem(choices, options.ridge);
    VectorXd weights = VectorXd::Zero(static_cast<Eigen::Index>(choices.features()));
    Objective::Local local = problem.at(weights);
    ConditionalLogitFit fit;
    for (fit.steps = 0; fit.steps < options.most_steps; ++fit.steps) {
        if (open_slope(weights, local.slope) <= options.tolerance) break;
        if (options.progress && !options.progress({"weights", fit.steps, options.most_steps}))
            throw InvalidInput({"fit", "cancelled", "", ""});
        const VectorXd step = least_of_model(weights, local) - weights;
        const double promised = local.slope.dot(step);  // below 0, as the curvature is positive definite
        double length = 1.0;
        VectorXd next = weights + step;
        constexpr double shortest = 1e-12;
        while (problem.value(next) > local.value + 1e-4 * length * promised && length > shortest) {
            length /= 2.0;
            next = weights + length * step;
        }
        if (length <= shortest) break;  // no more digits to gain
        weights = next;
        local = problem.at(weights);
    }
    fit.slope = open_slope(weights, local.slope);
    fit.converged = fit.slope <= options.tolerance;
    fit.weights.assign(weights.data(), weights.data() + weights.size());
    fit.loss = loss_of(choices, fit.weights);
    return fit;
}

}  // namespace m150::inline v0
