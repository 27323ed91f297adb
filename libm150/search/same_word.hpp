// Whether two words are one, inflected or not. Internal to this floor.
#pragma once

#include <string_view>

#include "libm150/search/language.hpp"

namespace m150::inline v0 {

// Is the one word the other, perhaps inflected: a plural, a finite form, in Dutch a diminutive or an
// adjective's -e? What is only of the same family is another word: "handhaaft" and "handhaving" are no
// "handhaver", "licensee" no "licence". Words are normalised. English is told by the endings alone.
bool same_word(std::string_view a, std::string_view b, Language language);

}  // namespace m150::inline v0
