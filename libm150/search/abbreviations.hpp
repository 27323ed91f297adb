// Abbreviations that a text explains itself: "bedrijfsopvangteam (BOT)", "PSPO (public space protection
// order)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/language.hpp"

namespace m150::inline v0 {

struct Abbreviation {
    std::string short_form;  // normalised, without the ending of a plural: "bot", "boa"
    std::string long_form;   // its words, normalised, with single spaces: "buitengewoon opsporingsambtenaar"
    friend auto operator<=>(const Abbreviation&, const Abbreviation&) = default;
};

// All that `text` (valid UTF-8) explains, ascending, each once. After A. S. Schwartz and M. A. Hearst, "A
// simple algorithm for identifying abbreviation definitions in biomedical text" (2003): a short form of 2 to
// 10 letters in parentheses after its long form, or the other way round, within one sentence; the long form
// has at most min(n + 5, 2n) words for n letters, and holds those letters in order, the first at its
// beginning.
//
// Stricter than they are: the other letters stand where words or parts of Dutch compounds begin
// (bedrijfs-Opvang-Team), and no word but stop words of the language is passed over. Only of a short form
// with a capital may one letter in three stand elsewhere (Justitie EN Veiligheid), and only where nothing
// else fits. Short forms are no stop words and hold at most one digit; "hierna", "afgekort", "also known as"
// and the like before them are passed over.
std::vector<Abbreviation> find_abbreviations(std::string_view text, Language language);

}  // namespace m150::inline v0
