#include "libm150/search/compound.hpp"

namespace m150::inline v0 {

CompoundSplitter::CompoundSplitter(const Lexicon& lexicon, std::string_view) : lexicon_(lexicon) {}

std::vector<CompoundPart> CompoundSplitter::split(std::string_view word) const {
    if (word.size() < 7) return {};
    for (std::size_t at = word.size() - 4; at >= 4; --at) {
        const auto head = lexicon_.find(word.substr(at));
        if (!head || head->head < 6) continue;
        for (const std::string_view link : {"", "s", "en", "e"}) {
            const std::string_view first = word.substr(0, at);
            if (!first.ends_with(link) || first.size() < link.size() + 3) continue;
            const auto modifier = lexicon_.find(first.substr(0, first.size() - link.size()));
            if (modifier && modifier->modifier >= 4)
                return {{0, first.size() - link.size()}, {at, word.size()}};
        }
    }
    return {};
}

}  // namespace m150::inline v0
