#include "bench/evaluate/synthetic_words.hpp"

#include <algorithm>
#include <map>

namespace m150::evaluate {

namespace {

constexpr double compound_part = 0.02;

std::vector<std::string> words_of(const Snapshot& now, const Pair& pair) {
    std::string text = pair.question.title + " " + pair.question.text;
    for (const Answer& answer : pair.answers)
        text += " " + answer.text;
    std::vector<std::string> words;
    for (const Token& token : now.analyzer().tokens(text))
        words.push_back(token.word);
    return words;
}

}  // namespace

void SyntheticWords::Words::add(const std::unordered_map<std::string, double>& counts) {
    const std::map<std::string, double> sorted(counts.begin(), counts.end());
    double total = 0.0;
    for (const auto& [word, count] : sorted) {
        total += count;
        list.push_back(word);
        cumulative.push_back(total);
    }
}

const std::string& SyntheticWords::Words::draw(Random& random) const {
    const double at = random.uniform(0.0, cumulative.back());
    const auto found = std::upper_bound(cumulative.begin(), cumulative.end(), at);
    return list[std::min<std::size_t>(static_cast<std::size_t>(found - cumulative.begin()), list.size() - 1)];
}

SyntheticWords::SyntheticWords(const Snapshot& now) {
    const std::size_t topics = now.all<Topic>().size();
    std::unordered_map<std::string, double> all;
    std::vector<std::unordered_map<std::string, double>> own(topics);
    now.for_each_question([&](const auto& id, const auto&, Date, const auto& on, const auto&) {
        const std::vector<std::string> words = words_of(now, now.pair(id).value());
        for (const std::string& word : words) {
            all[word] += 1.0;
            for (const auto& topic : on)
                own[static_cast<std::size_t>(now.number_of(topic))][word] += 1.0;
        }
    });
    if (all.empty())
        throw InvalidInput({"base", "holds no questions", "a directory with texts to take words from",
                            "use examples/network"});
    general_.add(all);
    by_topic_.resize(topics);
    for (std::size_t t = 0; t < topics; ++t) {
        // What a topic uses more than the language at large does is its own.
        for (auto& [word, count] : own[t])
            count = count * count / all.at(word);
        by_topic_[t].add(own[t].empty() ? all : own[t]);
        known_.push_back(!own[t].empty());
    }
}

bool SyntheticWords::knows(std::size_t topic) const {
    return known_[topic];
}

std::string SyntheticWords::text(std::size_t topic, int count, Random& random, double topical) const {
    std::string text;
    for (int i = 0; i < count; ++i) {
        const Words& source = random.chance(topical) ? by_topic_[topic] : general_;
        std::string word = source.draw(random);
        if (random.chance(compound_part)) word += by_topic_[topic].draw(random);
        text += (text.empty() ? "" : " ") + word;
        if (i % 14 == 13) text += '.';
    }
    return text;
}

}  // namespace m150::evaluate
