#include "libm150/search/stemmer.hpp"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>

#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {

struct DutchStemmer::State {
    const Lexicon& lexicon;
    Xapian::Stem snowball{"kraaij_pohlmann"};
    std::unordered_map<std::string_view, std::string_view> exceptions;
};

DutchStemmer::DutchStemmer(const Lexicon& lexicon) : state_(new State{lexicon, {}, {}}) {
    state_->snowball = Xapian::Stem("kraaij_pohlmann");
    word_data::each_line(word_data::stem_exceptions(), [&](std::string_view line) {
        const std::size_t tab = line.find('\t');
        if (tab != std::string_view::npos)
            state_->exceptions.emplace(line.substr(0, tab), line.substr(tab + 1));
    });
}

DutchStemmer::~DutchStemmer() = default;
DutchStemmer::DutchStemmer(DutchStemmer&&) noexcept = default;

std::string DutchStemmer::stem(std::string_view word) const {
    if (const auto found = state_->exceptions.find(word); found != state_->exceptions.end()) {
        return std::string(found->second);
    }
    if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::string(word);
    return state_->snowball(std::string(word));
}

}  // namespace m150::inline v0
