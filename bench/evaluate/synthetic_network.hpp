// A made-up network of which it is known who really knows what: planted expertise, and what can be seen of it
// through noise. Synthetic: no municipality, question or answer in it is real.
//
// The generator and its numbers were written down before any system was run on it, the library included, and
// were not changed after that. Where a choice could favour somebody, it favours what the library is compared
// with: nobody's expertise fades (so that to forget, as the library does, only costs), contacts follow
// introductions by common contacts as well as needs (which is what common neighbours see), and those who are
// active answer more, whatever they know (which is what popularity sees).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "bench/evaluate/routing.hpp"
#include "bench/evaluate/synthetic_words.hpp"
#include "libm150/knowledge/knowledge_base.hpp"

namespace m150::evaluate {

struct NoiseLevel {
    std::string name;
    double topical = 0.0;      // part of the words of a text that are its topic's own
    double outsiders = 0.0;    // chance that an answer comes from anybody rather than from who knows
    double mislabelled = 0.0;  // chance that a question has no topics, or one wrong one (equally likely)
    double misjudged = 0.0;    // standard deviation of what an inventory says of needs and offers, of 0..1
    double silent = 0.0;       // chance that a municipality gives no inventory
    double chance_contacts = 0.0;  // part of the contacts that come about by chance
};

// "low", "middle" and "high".
const std::vector<NoiseLevel>& noise_levels();

struct SyntheticOptions {
    std::uint64_t seed = 1;
    NoiseLevel noise = noise_levels()[1];
    std::size_t municipalities = 120;  // 10 to 9,999
    std::size_t questions = 600;       // that are known, over three years
    std::size_t held_out = 100;        // that are asked afterwards
    std::size_t contacts = 600;        // the last three of ten are hidden
};

// A question that is asked when the rest is known. Its topics are not told to anybody.
struct HeldOutQuestion {
    std::string text;
    int asker = 0;
    std::vector<int> topics;
};

// Municipalities and topics by their numbers, which are those of the snapshot's graph; contacts are (who
// sought help, who was asked).
struct SyntheticNetwork {
    KnowledgeBase base;                      // what can be seen
    std::vector<int> planted;                // topics that anything is about, ascending
    std::vector<std::vector<double>> knows;  // the truth, municipality by topic, 0..1
    std::vector<std::vector<double>> needs;  // likewise
    std::vector<RoutedQuestion> known;       // for baselines: question and answers as one text; user m + 1
    std::vector<HeldOutQuestion> held_out;
    std::vector<std::pair<int, int>> contacts;  // that can be seen, in the order of their dates
    std::vector<std::pair<int, int>> hidden;    // later ones, none between the same two as one that is seen
};

// From what a municipality really knows (0..1) on: knows it well, and knows something of it.
inline constexpr double expert_from = 0.6;
inline constexpr double somewhat_from = 0.2;

// `around` gives the topics with their relations, and `words` must be of it. The truth depends on the seed
// and the sizes alone, so that levels of noise compare. Same options, same bytes. Throws InvalidInput for
// options out of range.
SyntheticNetwork make_synthetic_network(const Snapshot& around, const SyntheticWords& words,
                                        const SyntheticOptions& options,
                                        const KnowledgeBaseOptions& knowledge_base = {});

}  // namespace m150::evaluate
