#include "libm150/solve/platt.hpp"

#include <cmath>
#include <string>

#include "libm150/base/error.hpp"
#include "libm150/solve/logistic.hpp"

namespace m150::inline v0 {

namespace {

double objective(const std::vector<Said>& said, const PlattScaling& at, double trust) {
    double sum = 0.5 * trust * ((at.slope - 1.0) * (at.slope - 1.0) + at.constant * at.constant);
    for (const Said& one : said)
        sum += logistic_loss((one.happened ? 1.0 : -1.0) * (at.slope * one.log_odds + at.constant));
    return sum;
}

struct Step {
    double slope = 0.0;
    double constant = 0.0;
    double promised = 0.0;  // decrease of the objective to first order; 0 at the best
};

// Newton's step. `flat`: the slope stays where it is.
Step newton(const std::vector<Said>& said, const PlattScaling& at, double trust, bool flat) {
    double g_slope = trust * (at.slope - 1.0);
    double g_constant = trust * at.constant;
    double h_slope = trust, h_both = 0.0, h_constant = trust;
    for (const Said& one : said) {
        const double p = logistic(at.slope * one.log_odds + at.constant);
        const double off = p - (one.happened ? 1.0 : 0.0);
        const double curve = p * (1.0 - p);
        g_slope += off * one.log_odds;
        g_constant += off;
        h_slope += curve * one.log_odds * one.log_odds;
        h_both += curve * one.log_odds;
        h_constant += curve;
    }
    Step step;
    if (flat) {
        step.constant = -g_constant / h_constant;
    } else {
        const double determinant = h_slope * h_constant - h_both * h_both;  // positive: trust is
        step.slope = -(h_constant * g_slope - h_both * g_constant) / determinant;
        step.constant = -(h_slope * g_constant - h_both * g_slope) / determinant;
    }
    step.promised = -(g_slope * step.slope + g_constant * step.constant);
    return step;
}

PlattScaling minimise(const std::vector<Said>& said, PlattScaling at, double trust, bool flat) {
    constexpr int most_steps = 100;
    double value = objective(said, at, trust);
    for (int i = 0; i < most_steps; ++i) {
        const Step step = newton(said, at, trust, flat);
        if (!(step.promised > 1e-13 * (1.0 + value))) break;
        double length = 1.0;
        PlattScaling next;
        double there = value;
        for (; length > 1e-10; length *= 0.5) {
            next = {at.slope + length * step.slope, at.constant + length * step.constant};
            there = objective(said, next, trust);
            if (there <= value - 1e-4 * length * step.promised) break;
        }
        if (!(there < value)) break;
        at = next;
        value = there;
    }
    return at;
}

}  // namespace

PlattScaling fit_platt(const std::vector<Said>& said, double trust) {
    if (!(std::isfinite(trust) && trust > 0)) {
        throw InvalidInput(
            {"fit_platt, trust", "is " + std::to_string(trust), "a number above 0", "1 is sensible"});
    }
    for (const Said& one : said) {
        if (!std::isfinite(one.log_odds)) {
            throw InvalidInput({"fit_platt", "log-odds are not finite", "finite numbers",
                                "leave out what was said to be certain"});
        }
    }
    const PlattScaling free = minimise(said, {}, trust, false);
    return free.slope >= 0 ? free : minimise(said, {0.0, 0.0}, trust, true);
}

double log_loss(const std::vector<Said>& said, const PlattScaling& scaling) {
    if (said.empty()) return 0.0;
    return objective(said, scaling, 0.0) / static_cast<double>(said.size());
}

}  // namespace m150::inline v0
