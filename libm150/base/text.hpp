// The few operations on UTF-8 text that every floor needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"

namespace m150::inline v0 {

// Byte offset of the first byte that is not valid UTF-8, or npos. A NUL byte counts as invalid: no record has
// one.
M150_EXPORT std::size_t invalid_utf8(std::string_view text) noexcept;

// Splits at every `separator`; an empty text gives no parts.
M150_EXPORT std::vector<std::string> split(std::string_view text, char separator);

// Without leading and trailing ASCII white space.
M150_EXPORT std::string_view trim(std::string_view text) noexcept;

// ASCII letters to lower case; other bytes as they are.
M150_EXPORT std::string ascii_lower(std::string_view text);

// At most `bytes` bytes of `text`, cut before a character rather than in it, with "..." when something was
// cut.
M150_EXPORT std::string excerpt(std::string_view text, std::size_t bytes);

// The candidate with the smallest edit distance (Levenshtein, over bytes) to `word`, when that is at most a
// third of the word's length; else empty. For "did you mean" in messages.
M150_EXPORT std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace m150::inline v0
