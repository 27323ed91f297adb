// Whether a short form stands for words. Internal to this floor: abbreviations.hpp says by which rules.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/abbreviations.hpp"
#include "libm150/search/stop_words.hpp"

namespace m150::inline v0::abbreviating {

const StopWords& stop_words(Language language);

struct Word {
    std::size_t begin = 0;  // in the text
    std::size_t end = 0;
    std::string word;  // normalised
};

std::vector<Word> words_of(std::string_view text);

struct ShortForm {
    std::string letters;
    bool capital = false;  // is one of its letters?
};

// The short form that a piece of text is, if it is one.
std::optional<ShortForm> short_form(std::string_view text, Language language);

// How many letters of a short form need not stand where a word or a part begins.
enum class Spare { none, some };

// The abbreviation that the form and the words make, when every letter of the form stands in them as it
// should.
std::optional<Abbreviation> pair_of(const ShortForm& form, std::span<const Word> words, Spare spare,
                                    Language language);

}  // namespace m150::inline v0::abbreviating
