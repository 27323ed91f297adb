#include "bench/tune/linear_fit.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/logistic.hpp"

namespace m150::tune {

namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

void refuse(const std::string& what, const std::string& expected) {
    throw InvalidInput({"fit", what, expected, ""});
}

void check_options(const FitOptions& options) {
    if (!(std::isfinite(options.l2) && options.l2 > 0))
        refuse("l2 is " + std::to_string(options.l2), "a number above 0");
    if (!(options.tolerance > 0)) refuse("tolerance is not above 0", "a small number above 0");
}

std::size_t groups_of(const Examples& examples) {
    const auto most = std::max_element(examples.groups.begin(), examples.groups.end());
    return most == examples.groups.end() ? 0 : *most + 1;
}

// One term of a loss: weight x log(1 + exp(-sign x (direction . parameters))).
struct Term {
    Vector direction;
    double sign = 1.0;
    double weight = 0.0;
};

// The regularised loss over all terms. The last parameter is not shrunk when it is the constant.
class Loss {
  public:
    Loss(std::vector<Term> terms, Index parameters, double l2, bool constant)
        : terms_(std::move(terms)), shrink_(Vector::Constant(parameters, l2)) {
        if (constant) shrink_[parameters - 1] = 0.0;
    }

    double value(const Vector& at) const {
        double sum = 0.5 * (shrink_.array() * at.array().square()).sum();
        for (const Term& term : terms_)
            sum += term.weight * logistic_loss(term.sign * term.direction.dot(at));
        return sum;
    }

    void slopes(const Vector& at, Vector& gradient, Matrix& hessian) const {
        gradient = shrink_.cwiseProduct(at);
        hessian = shrink_.asDiagonal();
        for (const Term& term : terms_) {
            const double missing = logistic(-term.sign * term.direction.dot(at));
            gradient -= term.weight * term.sign * missing * term.direction;
            hessian.selfadjointView<Eigen::Lower>().rankUpdate(term.direction,
                                                               term.weight * missing * (1.0 - missing));
        }
        hessian = Matrix(hessian.selfadjointView<Eigen::Lower>());
    }

  private:
    std::vector<Term> terms_;
    Vector shrink_;
};

// Newton's method with halving of steps; parameters in `bounded` are kept at or above 0 by projection
// (Bertsekas 1982: those that press against the bound are left out of the Newton system).
class Newton {
  public:
    Newton(const Loss& loss, std::vector<bool> bounded, const FitOptions& options)
        : loss_(loss), bounded_(std::move(bounded)), options_(options) {}

    std::size_t minimise(Vector& at) const {
        Vector gradient;
        Matrix hessian;
        std::size_t steps = 0;
        for (; steps < options_.most_steps; ++steps) {
            loss_.slopes(at, gradient, hessian);
            const std::vector<bool> held = held_at(at, gradient);
            double steepest = 0.0;
            for (Index i = 0; i < at.size(); ++i) {
                if (!held[static_cast<std::size_t>(i)]) steepest = std::max(steepest, std::abs(gradient[i]));
            }
            if (steepest <= options_.tolerance || !step(at, gradient, hessian, held)) break;
        }
        return steps;
    }

  private:
    std::vector<bool> held_at(const Vector& at, const Vector& gradient) const {
        std::vector<bool> held(bounded_.size());
        for (std::size_t i = 0; i < held.size(); ++i) {
            const auto j = static_cast<Index>(i);
            held[i] = bounded_[i] && at[j] <= 0.0 && gradient[j] > 0.0;
        }
        return held;
    }

    Vector projected(Vector point) const {
        for (std::size_t i = 0; i < bounded_.size(); ++i) {
            double& value = point[static_cast<Index>(i)];
            if (bounded_[i]) value = std::max(value, 0.0);
        }
        return point;
    }

    // False when no step goes down any more: the end of what doubles can tell apart.
    bool step(Vector& at, Vector gradient, Matrix hessian, const std::vector<bool>& held) const {
        for (std::size_t i = 0; i < held.size(); ++i) {
            const auto j = static_cast<Index>(i);
            if (!held[i]) continue;
            hessian.row(j).setZero();
            hessian.col(j).setZero();
            hessian(j, j) = 1.0;
            gradient[j] = 0.0;
        }
        // The constant is not shrunk, so that the matrix may be singular to working precision.
        const double trace = hessian.trace() / static_cast<double>(at.size());
        hessian.diagonal().array() += 1e-14 * trace;
        const Vector direction = -hessian.ldlt().solve(gradient);
        const double before = loss_.value(at);
        for (double length = 1.0; length > 1e-12; length /= 2) {
            const Vector next = projected(at + length * direction);
            const double expected = gradient.dot(next - at);
            if (loss_.value(next) <= before + 1e-4 * expected && next != at) {
                at = next;
                return true;
            }
        }
        return false;
    }

    const Loss& loss_;
    std::vector<bool> bounded_;
    const FitOptions& options_;
};

LinearModel fit(std::vector<Term> terms, std::size_t features, bool constant, const FitOptions& options) {
    const auto parameters = static_cast<Index>(features + (constant ? 1 : 0));
    const Loss loss(std::move(terms), parameters, options.l2, constant);
    std::vector<bool> bounded(features + (constant ? 1 : 0), options.not_negative);
    if (constant) bounded.back() = false;
    Vector at = Vector::Zero(parameters);
    LinearModel model;
    model.steps = Newton(loss, std::move(bounded), options).minimise(at);
    model.objective = loss.value(at);
    model.weights.assign(at.data(), at.data() + features);
    if (constant) model.constant = at[parameters - 1];
    return model;
}

Vector row_of(const Examples& examples, std::size_t row, bool constant) {
    const auto features = static_cast<Index>(examples.features);
    Vector values(features + (constant ? 1 : 0));
    values.head(features) = Eigen::Map<const Vector>(examples.row(row), features);
    if (constant) values[features] = 1.0;
    return values;
}

// Rows by group, in their order.
std::vector<std::vector<std::size_t>> rows_by_group(const Examples& examples) {
    std::vector<std::vector<std::size_t>> rows(groups_of(examples));
    for (std::size_t i = 0; i < examples.rows(); ++i)
        rows[examples.groups[i]].push_back(i);
    return rows;
}

}  // namespace

void check_examples(const Examples& examples) {
    if (examples.features == 0) refuse("there are no features", "at least one feature");
    if (examples.groups.size() != examples.rows() ||
        examples.values.size() != examples.rows() * examples.features) {
        refuse("there are " + std::to_string(examples.values.size()) + " values and " +
                   std::to_string(examples.groups.size()) + " groups for " + std::to_string(examples.rows()) +
                   " rows of " + std::to_string(examples.features) + " features",
               "a value for each row and feature, and a group for each row");
    }
    const auto broken = std::find_if(examples.values.begin(), examples.values.end(),
                                     [](double value) { return !std::isfinite(value); });
    if (broken == examples.values.end()) return;
    const auto number = static_cast<std::size_t>(broken - examples.values.begin());
    refuse("feature " + std::to_string(number % examples.features) + " of row " +
               std::to_string(number / examples.features) + " is not finite",
           "numbers");
}

LinearModel fit_logistic(const Examples& examples, int relevant, const FitOptions& options) {
    check_examples(examples);
    check_options(options);
    const auto by_group = rows_by_group(examples);
    const auto filled =
        std::count_if(by_group.begin(), by_group.end(), [](const auto& rows) { return !rows.empty(); });
    std::vector<Term> terms;
    bool both[2] = {false, false};
    for (const auto& rows : by_group) {
        for (const std::size_t row : rows) {
            const bool good = examples.grades[row] >= relevant;
            both[good ? 1 : 0] = true;
            terms.push_back({row_of(examples, row, true), good ? 1.0 : -1.0,
                             1.0 / (static_cast<double>(filled) * static_cast<double>(rows.size()))});
        }
    }
    // With one kind only, the constant would run off without end.
    if (!both[0] || !both[1]) {
        refuse(both[1] ? "every row is relevant" : "no row is relevant",
               "rows that are relevant and rows that are not");
    }
    return fit(std::move(terms), examples.features, true, options);
}

LinearModel fit_pairwise(const Examples& examples, const FitOptions& options) {
    check_examples(examples);
    check_options(options);
    std::vector<Term> terms;
    std::size_t queries = 0;
    for (const auto& rows : rows_by_group(examples)) {
        const std::size_t first = terms.size();
        double total = 0.0;
        for (const std::size_t better : rows) {
            for (const std::size_t worse : rows) {
                const int gap = examples.grades[better] - examples.grades[worse];
                if (gap <= 0) continue;
                total += gap;
                terms.push_back({row_of(examples, better, false) - row_of(examples, worse, false), 1.0,
                                 static_cast<double>(gap)});
            }
        }
        queries += total > 0 ? 1 : 0;
        for (std::size_t i = first; i < terms.size(); ++i)
            terms[i].weight /= total;
    }
    if (terms.empty()) refuse("no query has rows of different grades", "at least one pair, better and worse");
    for (Term& term : terms)
        term.weight /= static_cast<double>(queries);
    return fit(std::move(terms), examples.features, false, options);
}

std::vector<double> scores_of(const Examples& examples, const LinearModel& model) {
    std::vector<double> scores(examples.rows());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i] =
            std::inner_product(model.weights.begin(), model.weights.end(), examples.row(i), model.constant);
    }
    return scores;
}

}  // namespace m150::tune
