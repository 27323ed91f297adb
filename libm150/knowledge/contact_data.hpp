// Contact data in free text. Internal to this floor.
#pragma once

#include <string>
#include <string_view>

namespace m150::inline v0 {

// The text with "[weggelaten]" where an e-mail address stood, or a number that can be a telephone's: one that
// starts with 0 or +, of nine digits or more, with spaces, dots, dashes or brackets among them.
std::string without_contact_data(std::string_view text);

}  // namespace m150::inline v0
