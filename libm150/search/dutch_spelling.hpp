// How Dutch spells a stem in an open syllable (handhav-en, legg-en) and in a closed one (handhaaf, leg).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace m150::inline v0::dutch_spelling {

bool vowel(char c) noexcept;

// `word` without `ending`, or empty when it has another.
std::string_view without(std::string_view word, std::string_view ending) noexcept;
std::string joined(std::string_view a, std::string_view b);

// How a word may be spelt before -en or -e, most likely first: handhaaf -> handhav, handhaf; leg -> legg;
// regel -> regell, regel.
std::vector<std::string> open_spellings(std::string_view stem);

// The words that `stem`, found before -en or -e, may be, most likely first: zak -> zaak, zak; zakk -> zak,
// zakk; huiz -> huis, huiz.
std::vector<std::string> closed_spellings(std::string_view stem);

// The most likely of these, with unstressed last syllables left alone: handhav -> handhaaf, vergader ->
// vergader.
std::string closed_spelling(std::string_view stem);

// Does the weak past of this infinitive have t (werkte) rather than d (handhaafde)? What counts is the
// consonant before -en. Requires a word on -en.
bool past_in_t(std::string_view infinitive) noexcept;

}  // namespace m150::inline v0::dutch_spelling
