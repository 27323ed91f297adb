// What who_knows() is compared with.
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "bench/evaluate/routing_words.hpp"

namespace m150::evaluate {

namespace {

AnalysisOptions in(Language language) {
    AnalysisOptions options;
    options.language = language;
    return options;
}

// Numbers of the `most` largest that are above 0, largest first, ties by number.
std::vector<std::size_t> best_of(const std::vector<double>& scores, std::size_t most) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] > 0.0) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    if (order.size() > most) order.resize(most);
    return order;
}

// ln(exp(a) + exp(b)), a or b may be minus infinity.
double log_of_sum(double a, double b) {
    const double high = std::max(a, b);
    return std::isinf(high) ? high : high + std::log1p(std::exp(std::min(a, b) - high));
}

}  // namespace

KnownWords::KnownWords(const std::vector<RoutedQuestion>& questions, std::size_t known, Language language)
    : analyzer(in(language)) {
    std::set<std::int64_t> people;
    for (std::size_t i = 0; i < known; ++i)
        people.insert(questions[i].answerers.begin(), questions[i].answerers.end());
    candidates.assign(people.begin(), people.end());
    answered.resize(candidates.size());
    for (std::size_t i = 0; i < known; ++i) {
        const RoutedQuestion& question = questions[i];
        double length = 0.0;
        for (const auto& [word, count] : bag_of(question)) {
            postings[word].push_back({i, count});
            length += count;
        }
        lengths.push_back(length);
        words += length;
        for (const std::int64_t user : question.answerers) {
            const auto at = std::lower_bound(candidates.begin(), candidates.end(), user);
            answered[static_cast<std::size_t>(at - candidates.begin())].push_back(i);
        }
    }
}

KnownWords::Bag KnownWords::bag_of(const RoutedQuestion& question) const {
    Bag bag;
    const auto add = [&](const std::string& text, double times) {
        for (const Token& token : analyzer.tokens(text)) {
            if (!token.stem.empty()) bag[token.stem] += times;
        }
    };
    add(question.title, 2.0);
    add(question.text, 1.0);
    for (const std::string& tag : question.tags)
        bag["tag " + tag] += 2.0;  // no stem holds a space
    return bag;
}

std::vector<double> KnownWords::bm25(const Bag& query) const {
    constexpr double k1 = 1.2;
    constexpr double b = 0.5;
    const auto known = static_cast<double>(lengths.size());
    const double mean = words / known;
    std::vector<double> scores(lengths.size());
    for (const auto& [word, times] : query) {
        const auto found = postings.find(word);
        if (found == postings.end()) continue;
        const auto holding = static_cast<double>(found->second.size());
        const double rare = std::log1p((known - holding + 0.5) / (holding + 0.5));
        for (const Posting& posting : found->second) {
            const double damped = k1 * (1.0 - b + b * lengths[posting.question] / mean);
            scores[posting.question] +=
                2.0 * times / (1.0 + times) * rare * posting.count * (k1 + 1.0) / (posting.count + damped);
        }
    }
    return scores;
}

Run RoutingTask::run_over(
    const std::function<std::vector<double>(const KnownWords&, const RoutedQuestion&)>& score) const {
    const KnownWords known(set_.questions, known_, Language::english);
    Run run;
    for (std::size_t q = known_; q < set_.questions.size(); ++q) {
        const RoutedQuestion& question = set_.questions[q];
        const std::string id = question_id(question.id);
        if (tests_.judgements.count(id) == 0) continue;
        auto& found = run[id];
        const std::vector<double> scores = score(known, question);
        for (std::size_t c = 0; c < scores.size(); ++c) {
            if (known.candidates[c] != question.asker && std::isfinite(scores[c]))
                found.push_back({person(known.candidates[c]), scores[c]});
        }
    }
    return run;
}

namespace {

// Each candidate's sum over the questions it answered; who has none is not ranked.
std::vector<double> sums(const std::vector<std::vector<std::size_t>>& answered,
                         const std::vector<double>& votes) {
    std::vector<double> scores;
    for (const auto& questions : answered) {
        double sum = 0.0;
        for (const std::size_t question : questions)
            sum += votes[question];
        scores.push_back(sum > 0.0 ? sum : -std::numeric_limits<double>::infinity());
    }
    return scores;
}

}  // namespace

std::vector<double> popularity(const KnownWords& known) {
    std::vector<double> scores;
    for (const auto& questions : known.answered)
        scores.push_back(static_cast<double>(questions.size()));
    return scores;
}

std::vector<double> votes_sum(const KnownWords& known, const RoutedQuestion& question, std::size_t most) {
    const std::vector<double> scores = known.bm25(known.bag_of(question));
    std::vector<double> votes(scores.size());
    for (const std::size_t i : best_of(scores, most))
        votes[i] = scores[i];
    return sums(known.answered, votes);
}

std::vector<double> votes_exponential(const KnownWords& known, const RoutedQuestion& question,
                                      std::size_t most, double sharpness) {
    const std::vector<double> scores = known.bm25(known.bag_of(question));
    const std::vector<std::size_t> best = best_of(scores, most);
    std::vector<double> votes(scores.size());
    for (const std::size_t i : best)
        votes[i] = std::exp(sharpness * scores[i] / scores[best.front()]);
    return sums(known.answered, votes);
}

std::vector<double> candidate_model(const KnownWords& known, const RoutedQuestion& question) {
    const std::size_t count = known.candidates.size();
    std::vector<double> lengths(count);
    double total = 0.0;
    std::vector<std::vector<std::size_t>> answerers(known.lengths.size());
    for (std::size_t c = 0; c < count; ++c) {
        for (const std::size_t i : known.answered[c]) {
            lengths[c] += known.lengths[i];
            answerers[i].push_back(c);
        }
        total += lengths[c];
    }
    const double mean = total / static_cast<double>(count);
    std::vector<double> scores(count);
    for (const auto& [word, times] : known.bag_of(question)) {
        const auto found = known.postings.find(word);
        if (found == known.postings.end()) continue;
        double everywhere = 0.0;
        std::vector<double> said(count);
        for (const auto& posting : found->second) {
            everywhere += posting.count;
            for (const std::size_t c : answerers[posting.question])
                said[c] += posting.count;
        }
        for (std::size_t c = 0; c < count; ++c) {
            scores[c] += times * std::log((said[c] + mean * everywhere / known.words) / (lengths[c] + mean));
        }
    }
    return scores;
}

std::vector<double> document_model(const KnownWords& known, const RoutedQuestion& question) {
    const double mean = known.words / static_cast<double>(known.lengths.size());
    std::vector<double> chance(known.lengths.size());  // ln of the question's chance, by known question
    for (const auto& [word, times] : known.bag_of(question)) {
        const auto found = known.postings.find(word);
        if (found == known.postings.end()) continue;
        double everywhere = 0.0;
        for (const auto& posting : found->second)
            everywhere += posting.count;
        const double background = mean * everywhere / known.words;
        std::vector<double> said(chance.size());
        for (const auto& posting : found->second)
            said[posting.question] = posting.count;
        for (std::size_t i = 0; i < chance.size(); ++i)
            chance[i] += times * std::log((said[i] + background) / (known.lengths[i] + mean));
    }
    std::vector<double> scores;
    for (const auto& questions : known.answered) {
        double sum = -std::numeric_limits<double>::infinity();
        for (const std::size_t i : questions)
            sum = log_of_sum(sum, chance[i]);
        scores.push_back(sum);
    }
    return scores;
}

Run RoutingTask::run_popularity() const {
    return run_over([](const KnownWords& known, const RoutedQuestion&) { return popularity(known); });
}

Run RoutingTask::run_votes_sum(std::size_t most) const {
    return run_over([most](const KnownWords& known, const RoutedQuestion& question) {
        return votes_sum(known, question, most);
    });
}

Run RoutingTask::run_votes_exponential(std::size_t most, double sharpness) const {
    return run_over([=](const KnownWords& known, const RoutedQuestion& question) {
        return votes_exponential(known, question, most, sharpness);
    });
}

Run RoutingTask::run_candidate_model() const {
    return run_over(candidate_model);
}

Run RoutingTask::run_document_model() const {
    return run_over(document_model);
}

}  // namespace m150::evaluate
