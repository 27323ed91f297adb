#include "libm150/search/label_index.hpp"

#include <algorithm>

#include "libm150/search/same_word.hpp"

namespace m150::inline v0 {

namespace {

// The forms under which an abbreviation may stand in a text: "boa's" and "boas" are forms of "boa".
std::vector<std::string> singular_forms(std::string_view word) {
    std::vector<std::string> forms{std::string(word)};
    for (const std::string_view ending : {"\xE2\x80\x99s", "'s", "s"}) {
        if (word.size() > ending.size() + 1 && word.ends_with(ending)) {
            forms.emplace_back(word.substr(0, word.size() - ending.size()));
            break;
        }
    }
    return forms;
}

}  // namespace

bool in_capitals(std::string_view word) {
    const auto capitals =
        std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return capitals >= 2 && !small;
}

std::vector<std::string> LabelIndex::add(const Analyzer& analyzer, std::string_view label, std::size_t number,
                                         Compare compare) {
    const std::vector<Token> tokens = analyzer.tokens(label);
    std::vector<std::string> stems;
    std::string key;
    for (const Token& token : tokens) {
        if (token.stem.empty()) continue;
        stems.push_back(token.stem);
        key.append(token.stem).push_back('\0');
    }
    const auto typed = [&](const Token& token) { return label.substr(token.begin, token.end - token.begin); };
    if (tokens.size() == 1 && (compare == Compare::abbreviation || in_capitals(typed(tokens[0])))) {
        by_abbreviation_[tokens[0].word].push_back(number);
    } else if (!stems.empty()) {
        by_stems_[key].push_back(number);
        language_ = analyzer.options().language;
        if (compare == Compare::word_itself && tokens.size() == 1) one_word_[number] = tokens[0].word;
    }
    longest_ = std::max(longest_, stems.size());
    return stems;
}

// The labels with these stems, of which `last` is the last word of so many.
std::vector<std::size_t> LabelIndex::mentioned(const std::string& key, const Token& last,
                                               std::size_t words) const {
    const auto found = by_stems_.find(key);
    if (found == by_stems_.end()) return {};
    std::vector<std::size_t> numbers = found->second;
    if (words > 1) return numbers;
    std::erase_if(numbers, [&](std::size_t number) {
        const auto word = one_word_.find(number);
        return word != one_word_.end() && !same_word(last.word, word->second, language_);
    });
    return numbers;
}

std::vector<std::size_t> LabelIndex::abbreviations(std::string_view word) const {
    for (const std::string& form : singular_forms(word)) {
        if (const auto found = by_abbreviation_.find(form); found != by_abbreviation_.end())
            return found->second;
    }
    return {};
}

std::vector<LabelIndex::Mention> LabelIndex::mentions(const std::vector<Token>& tokens) const {
    std::vector<std::size_t> words;  // tokens that are no stop words
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].stem.empty()) words.push_back(i);
    }
    std::vector<Mention> result;
    const auto found = [&](std::size_t first, std::size_t last, const std::vector<std::size_t>& numbers) {
        for (const std::size_t number : numbers)
            result.push_back({words[first], words[last - 1] + 1, number});
    };
    for (std::size_t at = 0; at < words.size();) {
        std::vector<std::string> keys;  // of the first, the first two, ... words from here
        for (std::size_t i = at; i < words.size() && i - at < longest_; ++i) {
            std::string key = keys.empty() ? std::string() : keys.back();
            keys.push_back(key.append(tokens[words[i]].stem).append(1, '\0'));
        }
        std::size_t length = 0;
        for (std::size_t n = keys.size(); n > 0 && length == 0; --n) {
            const auto numbers = mentioned(keys[n - 1], tokens[words[at + n - 1]], n);
            found(at, at + n, numbers);
            if (!numbers.empty()) length = n;
        }
        if (length <= 1) {
            const std::vector<std::size_t> numbers = abbreviations(tokens[words[at]].word);
            found(at, at + 1, numbers);
            if (!numbers.empty()) length = 1;
        }
        at += std::max<std::size_t>(length, 1);
    }
    return result;
}

}  // namespace m150::inline v0
