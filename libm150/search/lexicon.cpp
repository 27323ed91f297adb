#include "libm150/search/lexicon.hpp"

#include <algorithm>

#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {

Lexicon::Lexicon(std::string_view list) : list_(list) {
    size_ = static_cast<std::size_t>(std::count(list.begin(), list.end(), '\n'));
    std::size_t slots = 16;
    while (slots < 2 * size_)
        slots *= 2;
    slots_.resize(slots);
    word_data::each_line(list, [&](std::string_view line) {
        const std::uint64_t hash = fnv(line.substr(0, line.find('\t')));
        std::size_t at = hash & (slots - 1);
        while (slots_[at].offset != 0)
            at = (at + 1) & (slots - 1);
        slots_[at] = {static_cast<std::uint32_t>(hash >> 32U),
                      static_cast<std::uint32_t>(line.data() - list.data()) + 1};
    });
}

const Lexicon& Lexicon::dutch() {
    static const Lexicon lexicon(word_data::lexicon_nl());
    return lexicon;
}

const Lexicon& Lexicon::english() {
    static const Lexicon lexicon(word_data::lexicon_en());
    return lexicon;
}

std::optional<LexiconEntry> Lexicon::find(std::string_view word, std::uint64_t hash) const noexcept {
    const auto tag = static_cast<std::uint32_t>(hash >> 32U);
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].offset != 0;
         at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].tag != tag) continue;
        const std::string_view line = list_.substr(slots_[at].offset - 1);
        const std::size_t rest = word.size() + 1;
        if (line.size() < rest + 6 || !line.starts_with(word) || line[word.size()] != '\t') continue;
        const auto grade = [&](std::size_t i) { return static_cast<std::uint8_t>(line[rest + i] - 'a'); };
        return LexiconEntry{line[rest], grade(1), grade(2), grade(3), grade(4), grade(5)};
    }
    return std::nullopt;
}

bool Lexicon::base(std::string_view word) const noexcept {
    const auto entry = find(word);
    return entry && entry->kind == 'b';
}

}  // namespace m150::inline v0
