#include "libm150/search/spelling_tree.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "libm150/search/compound.hpp"
#include "libm150/search/dutch_spelling.hpp"
#include "libm150/search/lexicon.hpp"
#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {

namespace {

// Once in some two million words: what is rarer is inflected rarely.
constexpr std::uint8_t met_in_text = 2;

// What may be forms of a base word, by spelling alone.
std::vector<std::string> noun_forms(std::string_view word) {
    std::vector<std::string> forms{std::string(word) + "s"};
    if (word.ends_with('e')) forms.push_back(std::string(word) + "n");
    for (const std::string& open : dutch_spelling::open_spellings(word)) {
        forms.push_back(open + "en");
        forms.push_back(open + "e");
    }
    return forms;
}

// Infinitives with a past tense of their own: gekomen, not gekoomd.
bool is_strong(std::string_view infinitive) {
    static const std::vector<std::string_view> strong = [] {
        std::vector<std::string_view> list;
        word_data::each_line(word_data::strong_verbs(),
                             [&](std::string_view line) { list.push_back(line.substr(0, line.find('\t'))); });
        return list;
    }();
    return std::any_of(strong.begin(), strong.end(),
                       [&](std::string_view verb) { return infinitive.ends_with(verb); });
}

std::vector<std::string> verb_forms(std::string_view infinitive) {
    if (!infinitive.ends_with("en") || infinitive.size() < 4) return {};
    const std::string stem = dutch_spelling::closed_spelling(infinitive.substr(0, infinitive.size() - 2));
    if (is_strong(infinitive)) return {stem, stem + "t", std::string(infinitive) + "d"};
    const std::string past = stem + (dutch_spelling::past_in_t(infinitive) ? "t" : "d");
    const std::string participle = stem.ends_with('d') || stem.ends_with('t') ? stem : past;
    return {stem,
            stem + "t",
            past + "e",
            past + "en",
            std::string(infinitive) + "d",
            "ge" + participle,
            "ge" + participle + "e",
            participle + "e"};
}

WordTrie tree_of(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end());
    return WordTrie({words.begin(), words.end()});
}

WordTrie dutch_tree() {
    std::vector<std::string> words;
    const CompoundSplitter& splitter = CompoundSplitter::dutch();
    const DutchForms& known = splitter.forms();
    word_data::each_line(word_data::lexicon_nl(), [&](std::string_view line) {
        const std::string_view word = line.substr(0, line.find('\t'));
        const auto entry = Lexicon::dutch().find(word);
        if (!entry || entry->kind == 'n' || splitter.person(word)) return;
        words.emplace_back(word);
        if (entry->kind == 'f' || entry->frequency < met_in_text) return;
        for (std::string& form : entry->kind == 'v' ? verb_forms(word) : noun_forms(word)) {
            if (!Lexicon::dutch().find(form) && !known.base(form).empty() && !splitter.person(form))
                words.push_back(std::move(form));
        }
    });
    return tree_of(words);
}

WordTrie english_tree() {
    std::vector<std::string> words;
    word_data::each_line(word_data::lexicon_en(),
                         [&](std::string_view line) { words.emplace_back(line.substr(0, line.find('\t'))); });
    return tree_of(words);
}

}  // namespace

const WordTrie& spelling_tree(Language language) {
    if (language == Language::dutch) {
        static const WordTrie tree = dutch_tree();
        return tree;
    }
    static const WordTrie tree = english_tree();
    return tree;
}

}  // namespace m150::inline v0
