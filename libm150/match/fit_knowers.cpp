#include "libm150/match/fit_knowers.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "libm150/knowledge/parameters.hpp"
#include "libm150/match/knower_features.hpp"
#include "libm150/match/replay.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/solve/conditional_logit.hpp"

namespace m150::inline v0 {

namespace {

// Names as in the configuration, in the order of KnowerFeature.
std::string weight_name(std::size_t feature) {
    return "knowers." + std::string(name_of(static_cast<KnowerFeature>(feature)));
}

void check_choices(const ParameterChoices& choices, std::vector<Problem>& problems) {
    const Parameter& chosen = parameter(choices.name);
    const std::string where = "fit_knowers, choose, " + choices.name;
    for (std::size_t f = 0; f < knower_features_count; ++f) {
        if (choices.name == weight_name(f))
            problems.push_back(
                {where, "is a weight that is learned anyhow", "another parameter", "leave it out"});
    }
    if (chosen.makes_index)
        problems.push_back(
            {where, "would need another index", "a parameter that only ranks", "leave it out"});
    if (chosen.type != ParameterType::real && chosen.type != ParameterType::integer)
        problems.push_back({where, "is no number", "a parameter that is a number", "leave it out"});
    else if (choices.values.empty())
        problems.push_back(
            {where, "has no values", "one or more to choose among", "give them, or leave it out"});
    else
        for (const double value : choices.values) {
            KnowledgeBaseOptions with;
            set_parameter(with, choices.name, value);  // throws for what is out of its range
        }
}

void check(const FitKnowersOptions& options) {
    std::vector<Problem> problems;
    const auto within = [&](const char* field, double value, double low, double high) {
        if (value >= low && value <= high) return;
        problems.push_back({std::string("fit_knowers, ") + field, "is " + to_text(value),
                            "a number from " + to_text(low) + " to " + to_text(high), ""});
    };
    within("windows", static_cast<double>(options.windows), 1, 100);
    within("horizon", options.horizon, 1e-6, 0.9);
    within("step", options.step, 1e-6, 0.9);
    within("most", static_cast<double>(options.most), 1, 1e6);
    within("passes", static_cast<double>(options.passes), 1, 100);
    within("ridge", options.ridge, 1e-9, 1000);
    for (const ParameterChoices& choices : options.choose)
        check_choices(choices, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

double number_of(const KnowledgeBaseOptions& options, const std::string& name) {
    const ParameterValue value = get_parameter(options, name);
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
}

void set_weights(KnowledgeBaseOptions& options, const std::vector<double>& weights) {
    for (std::size_t f = 0; f < weights.size(); ++f)
        set_parameter(options, weight_name(f), weights[f]);
}

class Fit {
  public:
    Fit(const KnowledgeBase& base, const FitKnowersOptions& options)
        : options_(options),
          before_(base.options()),
          replay_(base, options),
          blind_(std::log(std::max(1, base.snapshot().graph().municipalities()))) {
        expected_ = replay_.length();
        for (const ParameterChoices& choices : options.choose)
            expected_ += options.passes * choices.values.size() * replay_.length();
    }

    FittedKnowers run() {
        FittedKnowers best = learn(before_);
        const double given = best.loss_before;
        std::vector<TriedValue> tried;
        for (std::size_t pass = 0; pass < options_.passes; ++pass) {
            bool changed = false;
            for (const ParameterChoices& choices : options_.choose)
                changed = choose(choices, best, tried) || changed;
            if (!changed) break;
        }
        best.loss_before = given;
        best.tried = std::move(tried);
        return best;
    }

  private:
    // The first of several values that are as good as each other; what is there stays when no other is
    // better.
    bool choose(const ParameterChoices& choices, FittedKnowers& best, std::vector<TriedValue>& tried) {
        const double own = number_of(best.options, choices.name);
        bool listed = std::find(choices.values.begin(), choices.values.end(), own) != choices.values.end();
        FittedKnowers least = best;
        bool changed = false;
        for (const double value : choices.values) {
            if (value == own) {
                tried.push_back({choices.name, value, best.loss_over_all});
                continue;
            }
            KnowledgeBaseOptions with = best.options;
            set_parameter(with, choices.name, value);
            FittedKnowers one = learn(with);
            tried.push_back({choices.name, value, one.loss_over_all});
            if (listed && one.loss_over_all >= least.loss_over_all) continue;
            listed = true;  // a value that is not on the list gives way to the first that is
            least = std::move(one);
            changed = true;
        }
        best = std::move(least);
        return changed;
    }

    FittedKnowers learn(const KnowledgeBaseOptions& with) {
        FittedKnowers learned;
        learned.options = with;
        // A feature of weight 0 is not looked at; here each has to be, to learn what it is worth.
        set_weights(learned.options, std::vector<double>(knower_features_count, 1.0));
        const Choices choices = replay_.choices(learned.options, [this] { tell(); });
        if (choices.occasions() == 0) {
            throw InvalidInput({"fit_knowers", "no question teaches anything",
                                "questions answered by municipalities that had answered before",
                                "keep the weights that are there until more was answered"});
        }
        ConditionalLogitOptions how;
        how.ridge = options_.ridge;
        how.progress = options_.progress;
        const ConditionalLogitFit fit = fit_conditional_logit(choices, how);
        set_weights(learned.options, fit.weights);
        const KnowerValues own = weights_of(before_.knowers);
        learned.questions = choices.occasions();
        learned.loss = fit.loss;
        const auto asked = static_cast<double>(replay_.length());
        const auto taught = static_cast<double>(learned.questions);
        learned.loss_over_all = (taught * fit.loss + (asked - taught) * blind_) / asked;
        learned.loss_before = loss_of(choices, {own.begin(), own.end()});
        learned.loss_of_none = loss_of(choices, std::vector<double>(knower_features_count, 0.0));
        learned.converged = fit.converged;
        return learned;
    }

    void tell() {
        if (++asked_ % 20 != 0 || !options_.progress) return;
        if (!options_.progress({"questions", asked_, std::max(asked_, expected_)}))
            throw InvalidInput({"fit_knowers", "cancelled", "", "nothing was changed"});
    }

    const FitKnowersOptions& options_;
    const KnowledgeBaseOptions before_;
    const Replay replay_;
    std::size_t asked_ = 0;
    std::size_t expected_ = 0;
    const double blind_;  // loss of a guess among all municipalities
};

}  // namespace

FittedKnowers fit_knowers(const KnowledgeBase& base, const FitKnowersOptions& options) {
    check(options);
    return Fit(base, options).run();
}

}  // namespace m150::inline v0
