// The word lists of libm150/search/data, which the build puts inside the library.
#pragma once

#include <cstdint>
#include <string_view>

#include "libm150/search/language.hpp"

namespace m150::inline v0::word_data {

std::string_view stop_words_nl() noexcept;
std::string_view stop_words_en() noexcept;
std::string_view stem_exceptions() noexcept;
std::string_view strong_verbs() noexcept;
std::string_view homonyms() noexcept;
std::string_view lexicon_nl() noexcept;
std::string_view lexicon_en() noexcept;
std::string_view compound_rules() noexcept;
// These two are not in hash(): they change questions, not the index.
std::string_view vocabulary_nl() noexcept;
std::string_view vocabulary_en() noexcept;
// Not a list of words but a semantic space (space_file.hpp), at an address that is a multiple of 8.
std::string_view space_nl() noexcept;

// FNV-1a over every list that the analysis of the language uses, in a fixed order.
std::uint64_t hash(Language language) noexcept;

// Calls `use(line)` for each line that is neither empty nor a comment ('#').
template <class Use>
void each_line(std::string_view text, Use use) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!line.empty() && line.front() != '#') use(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

}  // namespace m150::inline v0::word_data
