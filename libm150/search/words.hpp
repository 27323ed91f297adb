// Where the words of a text begin and end. docs/language.md lists what joins and what separates.
#pragma once

#include <cstddef>
#include <string_view>

namespace m150::inline v0 {

struct WordSpan {
    std::size_t begin = 0;  // bytes [begin, end) of the text
    std::size_t end = 0;
};

// The first word of `text` that begins at byte `from` or later; begin == end when there is none. `from` must
// lie between characters. Bytes that are no valid UTF-8 separate words. Linear in the bytes it passes.
WordSpan next_word(std::string_view text, std::size_t from) noexcept;

}  // namespace m150::inline v0
