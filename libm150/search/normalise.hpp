// One spelling for a word however it was typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace m150::inline v0 {

// Longest word and longest term, in bytes; what is longer is cut before a character.
inline constexpr std::size_t max_word_bytes = 64;

// The normal form of a word found by next_word(): NFC, folded case, compatibility letters (U+0133, ligatures)
// spelt out, soft hyphens, zero-width characters and accents gone, one kind of hyphen and apostrophe, no dots
// inside abbreviations ("A.P.V." -> "apv") or thousands ("1.500" -> "1500"), no line break. At most
// max_word_bytes bytes; may be empty when nothing but marks is left. Looks at the first 1,024 bytes of `word`
// only.
std::string normalise_word(std::string_view word);

// The letters and digits of a normalised word alone, which is what a term is made of: "e-mail" -> "email",
// "boa's" -> "boa", "2:48" -> "2:48".
std::string bare_word(std::string_view normalised);

// The pieces between the hyphens of a normalised word, each bare: "24-uurs" -> 24, uurs. One piece when there
// is no hyphen.
std::vector<std::string> hyphen_pieces(std::string_view normalised);

// At most `bytes` bytes of valid UTF-8 `text`, cut before a character.
std::string_view cut(std::string_view text, std::size_t bytes) noexcept;

}  // namespace m150::inline v0
