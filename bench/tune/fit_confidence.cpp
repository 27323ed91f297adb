#include "bench/tune/fit_confidence.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bench/tune/folds.hpp"
#include "bench/tune/ratios.hpp"
#include "libm150/base/error.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/solve/logistic.hpp"

namespace m150::tune {

namespace {

using evaluate::Claim;

// Small, so that no feature takes the logistic function to where doubles cannot be turned back.
constexpr double probe = 1.0 / 16;

double log_odds(double probability) {
    return std::log(probability / (1.0 - probability));
}

double value_of(const KnowledgeBaseOptions& options, const std::string& parameter) {
    return std::get<double>(get_parameter(options, parameter));
}

std::vector<double> coefficients_of(const KnowledgeBaseOptions& options) {
    std::vector<double> coefficients;
    for (const std::string& name : confidence_parameters())
        coefficients.push_back(value_of(options, name));
    return coefficients;
}

double confidence_of(const Replies& replies, std::size_t claim, const std::vector<double>& coefficients) {
    if (!replies.found[claim]) return 0.0;
    double sum = coefficients.front();
    for (std::size_t f = 0; f < replies.examples.features; ++f)
        sum += coefficients[f + 1] * replies.examples.row(claim)[f];
    return logistic(sum);
}

// The rows of the queries of a part in which something was found.
std::vector<std::size_t> rows_of(const Replies& replies, const Part& queries) {
    std::vector<std::size_t> rows;
    for (std::size_t claim = 0; claim < replies.claims.size(); ++claim) {
        if (replies.found[claim] &&
            std::binary_search(queries.begin(), queries.end(), replies.examples.groups[claim]))
            rows.push_back(claim);
    }
    return rows;
}

std::vector<double> fitted(const Replies& replies, const std::vector<std::size_t>& rows, double l2) {
    const std::size_t features = replies.examples.features;
    std::vector<double> centre(features, 0.0), spread(features, 0.0);
    const auto count = static_cast<double>(std::max<std::size_t>(rows.size(), 1));
    for (std::size_t f = 0; f < features; ++f) {
        for (const std::size_t row : rows)
            centre[f] += replies.examples.row(row)[f] / count;
        for (const std::size_t row : rows)
            spread[f] += std::pow(replies.examples.row(row)[f] - centre[f], 2) / count;
        spread[f] = spread[f] > 1e-18 ? std::sqrt(spread[f]) : 1.0;  // the same everywhere: it gets no weight
    }
    Examples scaled;
    scaled.features = features;
    for (const std::size_t row : rows) {
        for (std::size_t f = 0; f < features; ++f)
            scaled.values.push_back((replies.examples.row(row)[f] - centre[f]) / spread[f]);
        scaled.groups.push_back(replies.examples.groups[row]);
        scaled.grades.push_back(replies.examples.grades[row]);
    }
    FitOptions options;
    options.l2 = l2;
    const LinearModel model = fit_logistic(scaled, 1, options);
    std::vector<double> coefficients{model.constant};
    for (std::size_t f = 0; f < features; ++f) {
        coefficients.push_back(four_digits(model.weights[f] / spread[f]));
        coefficients.front() -= model.weights[f] / spread[f] * centre[f];
    }
    coefficients.front() = four_digits(coefficients.front());
    return coefficients;
}

evaluate::NobodyKnows judged(const Replies& replies, const std::vector<double>& confidences) {
    std::vector<Claim> claims = replies.claims;
    for (std::size_t i = 0; i < claims.size(); ++i)
        claims[i].confidence = confidences[i];
    return evaluate::nobody_knows(claims);
}

std::vector<double> confidences_of(const Replies& replies, const std::vector<double>& coefficients) {
    std::vector<double> confidences;
    for (std::size_t claim = 0; claim < replies.claims.size(); ++claim)
        confidences.push_back(confidence_of(replies, claim, coefficients));
    return confidences;
}

}  // namespace

const std::vector<std::string>& confidence_parameters() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list{"confidence.constant"};
        for (const Parameter& one : list_parameters()) {
            if (one.name.starts_with("confidence.") && !one.name.starts_with("confidence.knows") &&
                one.name != list.front())
                list.push_back(one.name);
        }
        return list;
    }();
    return names;
}

Replies ask_for_replies(const evaluate::TestSet& set, const evaluate::LibraryOptions& library) {
    std::vector<KnowledgeBaseOptions> probes;
    for (const std::string& on : confidence_parameters()) {
        KnowledgeBaseOptions& options = probes.emplace_back(library.knowledge_base);
        for (const std::string& name : confidence_parameters())
            set_parameter(options, name, name == on ? probe : 0.0);
    }
    const auto asked = evaluate::ask_with_and_without(set, library, probes);
    Replies replies;
    replies.claims = asked.front();
    replies.examples.features = probes.size() - 1;
    for (std::size_t claim = 0; claim < replies.claims.size(); ++claim) {
        replies.found.push_back(asked.front()[claim].confidence > 0.0);
        for (std::size_t f = 1; f < probes.size(); ++f) {
            replies.examples.values.push_back(
                replies.found.back() ? log_odds(asked[f][claim].confidence) / probe : 0.0);
        }
        replies.examples.groups.push_back(claim / 2);
        replies.examples.grades.push_back(replies.claims[claim].helped ? 1 : 0);
    }
    return replies;
}

ConfidenceFit fit_confidence(const Replies& replies, const KnowledgeBaseOptions& start,
                             const ConfidenceFitOptions& options) {
    check_examples(replies.examples);
    if (2 * options.labels.size() != replies.claims.size()) {
        throw InvalidInput({"fit, labels", std::to_string(options.labels.size()) + " were given",
                            "one for each of the " + std::to_string(replies.claims.size() / 2) + " queries",
                            ""});
    }
    ConfidenceFit fit;
    fit.start = judged(replies, confidences_of(replies, coefficients_of(start)));
    std::vector<double> unseen(replies.claims.size(), 0.0);
    Part all;
    for (const Fold& fold : folds_of(parts_by_group(options.labels, options.folds, options.seed))) {
        fit.by_fold.push_back(fitted(replies, rows_of(replies, fold.train), options.l2));
        for (const std::size_t row : rows_of(replies, fold.test))
            unseen[row] = confidence_of(replies, row, fit.by_fold.back());
        all.insert(all.end(), fold.test.begin(), fold.test.end());
    }
    fit.unseen = judged(replies, unseen);
    std::sort(all.begin(), all.end());
    fit.coefficients = fitted(replies, rows_of(replies, all), options.l2);
    fit.seen = judged(replies, confidences_of(replies, fit.coefficients));
    fit.options = start;
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i)
        set_parameter(fit.options, confidence_parameters()[i], fit.coefficients[i]);
    return fit;
}

}  // namespace m150::tune
