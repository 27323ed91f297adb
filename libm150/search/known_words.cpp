#include "libm150/search/known_words.hpp"

#include <algorithm>
#include <optional>

#include "libm150/search/compound.hpp"
#include "libm150/search/lexicon.hpp"
#include "libm150/search/misspelt_compound.hpp"

namespace m150::inline v0 {

namespace {

constexpr double of_all_words = 23.25;  // log2 of 10 million: LexiconEntry::frequency counts in that many

double word_cost(const LexiconEntry& entry) {
    return of_all_words - entry.frequency;
}

class DutchWords final : public KnownWords {
  public:
    bool listed(std::string_view bare) const override {
        return Lexicon::dutch().find(bare) || splitter().name(bare);
    }
    bool word_or_form(std::string_view bare) const override {
        return listed(bare) || !splitter().forms().base(bare).empty();
    }
    bool compound(std::string_view bare) const override { return !splitter().split(bare).empty(); }
    double cost(std::string_view word) const override {
        const CitedWord known = cited_word(word);
        return word_cost(known.entry) + known.more;
    }
    std::vector<WordReading> compounds(std::string_view bare, unsigned slips) const override {
        return misspelt_compounds(bare, slips);
    }

  private:
    static const CompoundSplitter& splitter() { return CompoundSplitter::dutch(); }
};

class EnglishWords final : public KnownWords {
  public:
    bool listed(std::string_view bare) const override { return Lexicon::english().find(bare).has_value(); }
    bool word_or_form(std::string_view bare) const override { return listed(bare); }
    bool compound(std::string_view) const override { return false; }
    double cost(std::string_view word) const override {
        return word_cost(Lexicon::english().find(word).value());
    }
    std::vector<WordReading> compounds(std::string_view, unsigned) const override { return {}; }
};

}  // namespace

void WordReadings::add(std::string word, double cost) {
    const auto [at, is_new] = cheapest_.emplace(std::move(word), cost);
    if (!is_new) at->second = std::min(at->second, cost);
}

std::vector<WordReading> WordReadings::best(std::size_t most) const {
    std::vector<WordReading> list;
    list.reserve(cheapest_.size());
    for (const auto& [word, cost] : cheapest_)
        list.push_back({word, cost});
    std::stable_sort(list.begin(), list.end(),
                     [](const WordReading& a, const WordReading& b) { return a.cost < b.cost; });
    if (list.size() > most) list.resize(most);
    return list;
}

const KnownWords& KnownWords::of(Language language) {
    static const DutchWords dutch;
    static const EnglishWords english;
    if (language == Language::dutch) return dutch;
    return english;
}

}  // namespace m150::inline v0
