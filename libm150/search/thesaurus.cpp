#include "libm150/search/thesaurus.hpp"

#include <algorithm>
#include <string_view>

namespace m150::inline v0 {

namespace {

// In capitals: two ASCII letters or more, none of them small.
bool is_abbreviation(std::string_view word) {
    const auto capitals =
        std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return capitals >= 2 && !small;
}

// The forms under which an abbreviation may stand in a text: "boa's" and "boas" are forms of "boa".
std::vector<std::string> singular_forms(const std::string& word) {
    std::vector<std::string> forms{word};
    for (const std::string_view ending : {"\xE2\x80\x99s", "'s", "s"}) {
        if (word.size() > ending.size() + 1 && word.ends_with(ending)) {
            forms.push_back(word.substr(0, word.size() - ending.size()));
            break;
        }
    }
    return forms;
}

}  // namespace

Thesaurus::Thesaurus(const Analyzer& analyzer, const std::vector<Concept>& concepts,
                     const ThesaurusOptions& options)
    : concepts_(concepts), options_(options) {
    for (std::size_t c = 0; c < concepts_.size(); ++c) {
        auto& stems_of_labels = label_stems_.emplace_back();
        for (std::size_t l = 0; l < concepts_[c].labels.size(); ++l) {
            const std::string& text = concepts_[c].labels[l];
            const std::vector<Token> tokens = analyzer.tokens(text);
            std::vector<std::string>& stems = stems_of_labels.emplace_back();
            std::string key;
            for (const Token& token : tokens) {
                if (token.stem.empty()) continue;
                stems.push_back(token.stem);
                key.append(token.stem).push_back('\0');
            }
            if (stems.empty()) continue;
            longest_ = std::max(longest_, stems.size());
            const bool abbreviation =
                tokens.size() == 1 && is_abbreviation(std::string_view(text).substr(
                                          tokens[0].begin, tokens[0].end - tokens[0].begin));
            std::vector<Label>& labels = abbreviation ? by_abbreviation_[tokens[0].word] : by_stems_[key];
            // Of the labels of one concept that come to the same, the first is enough.
            if (labels.empty() || labels.back().concept_index != c) labels.push_back({c, l});
        }
    }
}

std::vector<Thesaurus::Mention> Thesaurus::mentions(const std::vector<Token>& tokens) const {
    std::vector<std::size_t> words;  // tokens that are no stop words
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].stem.empty()) words.push_back(i);
    }
    std::vector<Mention> result;
    const auto found = [&](std::size_t first, std::size_t last, const std::vector<Label>& labels) {
        for (const Label& label : labels) {
            result.push_back({words[first], words[last - 1] + 1, label.concept_index, label.label});
        }
    };
    for (std::size_t at = 0; at < words.size();) {
        std::vector<std::string> keys;  // of the first, the first two, ... words from here
        for (std::size_t i = at; i < words.size() && i - at < longest_; ++i) {
            std::string key = keys.empty() ? std::string() : keys.back();
            keys.push_back(key.append(tokens[words[i]].stem).append(1, '\0'));
        }
        std::size_t length = 0;
        for (std::size_t n = keys.size(); n > 0 && length == 0; --n) {
            if (const auto labels = by_stems_.find(keys[n - 1]); labels != by_stems_.end()) {
                found(at, at + n, labels->second);
                length = n;
            }
        }
        if (length <= 1) {
            for (const std::string& form : singular_forms(tokens[words[at]].word)) {
                const auto labels = by_abbreviation_.find(form);
                if (labels == by_abbreviation_.end()) continue;
                found(at, at + 1, labels->second);
                length = 1;
                break;
            }
        }
        at += std::max<std::size_t>(length, 1);
    }
    return result;
}

const std::vector<std::string>& Thesaurus::label_terms(std::size_t concept_index, std::size_t label) const {
    return label_stems_.at(concept_index).at(label);
}

}  // namespace m150::inline v0
