// Words for synthetic texts, with the frequencies and the topics they have in real ones.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"

namespace m150::evaluate {

class SyntheticWords {
  public:
    // From the questions and answers of a snapshot.
    explicit SyntheticWords(const Snapshot& now);

    // `count` words: `topical` of them (0..1) from the topic's own, the others from the language at large,
    // and now and then a rare compound made of two of them, so that the vocabulary keeps growing with the
    // texts as it does in real ones.
    std::string text(std::size_t topic, int count, Random& random, double topical = 1.0 / 3.0) const;
    bool knows(std::size_t topic) const;  // whether the topic has words of its own: questions were on it

  private:
    struct Words {
        std::vector<std::string> list;
        std::vector<double> cumulative;  // ascending; the last is the total
        void add(const std::unordered_map<std::string, double>& counts);
        const std::string& draw(Random& random) const;
    };

    Words general_;
    std::vector<Words> by_topic_;  // in the order of Snapshot::all<Topic>()
    std::vector<bool> known_;
};

}  // namespace m150::evaluate
