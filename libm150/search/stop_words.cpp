#include "libm150/search/stop_words.hpp"

#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {

StopWords::StopWords(Language language) {
    const std::string_view list =
        language == Language::dutch ? word_data::stop_words_nl() : word_data::stop_words_en();
    word_data::each_line(list, [&](std::string_view line) { words_.emplace(line); });
}

}  // namespace m150::inline v0
