// The questions that are known as bags of words, and what the baselines make of them. Internal to the
// instrument.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bench/evaluate/routing.hpp"
#include "libm150/search/analysis.hpp"

namespace m150::evaluate {

std::string question_id(std::int64_t id);

struct KnownWords {
    using Bag = std::map<std::string, double>;  // how often each word is there
    struct Posting {
        std::size_t question = 0;
        double count = 0.0;
    };

    // The first `known` of the questions.
    KnownWords(const std::vector<RoutedQuestion>& questions, std::size_t known, Language language);
    // Stems of title and text, and tags; the title and the tags twice. The same for known questions and those
    // that are asked.
    Bag bag_of(const RoutedQuestion& question) const;
    // BM25 (k1 1.2, b 0.5) of each known question, in their order.
    std::vector<double> bm25(const Bag& query) const;

    Analyzer analyzer;
    std::map<std::string, std::vector<Posting>> postings;
    std::vector<double> lengths;                     // of the known questions
    std::vector<std::vector<std::size_t>> answered;  // by candidate: the known questions, ascending
    std::vector<std::int64_t> candidates;            // ascending
    double words = 0.0;                              // sum of the lengths
};

// A score for each candidate; minus infinity: it is not ranked. RoutingTask says what each is.
std::vector<double> popularity(const KnownWords& known);
std::vector<double> votes_sum(const KnownWords& known, const RoutedQuestion& question, std::size_t most);
std::vector<double> votes_exponential(const KnownWords& known, const RoutedQuestion& question,
                                      std::size_t most, double sharpness);
std::vector<double> candidate_model(const KnownWords& known, const RoutedQuestion& question);
std::vector<double> document_model(const KnownWords& known, const RoutedQuestion& question);

}  // namespace m150::evaluate
