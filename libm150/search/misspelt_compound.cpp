#include "libm150/search/misspelt_compound.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "libm150/search/compound.hpp"
#include "libm150/search/slips.hpp"
#include "libm150/search/spelling_tree.hpp"

namespace m150::inline v0 {

namespace {

constexpr double inflected = 1.5;      // bits: a form that the lexicon does not list, more than its base word
constexpr std::size_t parts_kept = 6;  // readings of the end of a compound

std::optional<LexiconEntry> singular_entry(std::string_view plural) {
    const std::string singular = CompoundSplitter::dutch().forms().singular(plural);
    return singular.empty() ? std::nullopt : Lexicon::dutch().find(singular);
}

// Reads the letters from some place on as a compound, or as the end of one.
class CompoundReader {
  public:
    explicit CompoundReader(std::string_view text) : text_(text) {}

    std::vector<WordReading> compounds(unsigned slips) { return with_modifiers(0, slips); }

  private:
    static constexpr std::size_t shortest_part = 3;
    static constexpr std::size_t shortest_misspelt = 4;

    // Everything from `from` on, as a last part or as more parts.
    const std::vector<WordReading>& rest(std::size_t from, unsigned slips) {
        const auto key = std::pair(from, slips);
        const auto known = rest_.find(key);
        if (known != rest_.end()) return known->second;
        WordReadings found;
        add_heads(from, slips, found);
        for (WordReading& reading : with_modifiers(from, slips))
            found.add(std::move(reading.word), reading.cost);
        return rest_.emplace(key, found.best(parts_kept)).first->second;
    }

    void add_heads(std::size_t from, unsigned slips, WordReadings& found) {
        const std::string_view head = text_.substr(from);
        if (head.size() < shortest_part) return;
        if (const auto entry = Lexicon::dutch().find(head)) {
            add_head(head, *entry, 0.0, found);
        } else if (const auto base = singular_entry(head)) {
            add_head(head, *base, inflected, found);
        }
        if (slips == 0 || head.size() < shortest_misspelt) return;
        spelling_tree(Language::dutch)
            .near(head, 1, true, [&](std::string_view word, std::size_t, unsigned made) {
                if (made == 0 || word.size() < shortest_part) return;
                const CitedWord known = cited_word(word);
                add_head(word, known.entry, known.more + slip_cost(head, word), found);
            });
    }

    void add_head(std::string_view word, const LexiconEntry& entry, double more, WordReadings& found) {
        const double cost = CompoundSplitter::dutch().part_cost(word, entry, true);
        if (std::isfinite(cost)) found.add(std::string(word), cost + more);
    }

    std::vector<WordReading> with_modifiers(std::size_t from, unsigned slips) {
        WordReadings found;
        const std::string_view text = text_.substr(from);
        for (std::size_t length = shortest_part; length + shortest_part <= text.size(); ++length) {
            const std::string_view part = text.substr(0, length);
            if (const auto entry = Lexicon::dutch().find(part))
                go_on(from + length, part, *entry, 0.0, slips, found);
        }
        if (slips == 0) return found.best(parts_kept);
        spelling_tree(Language::dutch)
            .near(text, 1, false, [&](std::string_view word, std::size_t length, unsigned made) {
                if (made == 0 || length < shortest_misspelt || word.size() < shortest_misspelt) return;
                if (length + shortest_part > text.size()) return;
                if (const auto entry = Lexicon::dutch().find(word))
                    go_on(from + length, word, *entry, slip_cost(text.substr(0, length), word), slips - 1,
                          found);
            });
        return found.best(parts_kept);
    }

    // After a modifier that ends at `at`: a link, and the rest.
    void go_on(std::size_t at, std::string_view part, const LexiconEntry& entry, double more, unsigned slips,
               WordReadings& found) {
        const CompoundSplitter& splitter = CompoundSplitter::dutch();
        const double cost = splitter.part_cost(part, entry, false) + more;
        if (!(cost < most_believed)) return;
        for (const std::string_view link : {"", "s", "en", "e", "er"}) {
            if (text_.substr(at, link.size()) != link || at + link.size() + shortest_part > text_.size())
                continue;
            const double linked = cost + splitter.costs().link * (link.empty()                  ? 0
                                                                  : link == "s" || link == "en" ? 1
                                                                                                : 2);
            for (const WordReading& end : rest(at + link.size(), slips)) {
                if (linked + end.cost < most_believed)
                    found.add(std::string(part).append(link).append(end.word), linked + end.cost);
            }
        }
    }

    static constexpr double most_believed = 48.0;
    std::string_view text_;
    std::map<std::pair<std::size_t, unsigned>, std::vector<WordReading>> rest_;
};

}  // namespace

CitedWord cited_word(std::string_view word) {
    if (const auto entry = Lexicon::dutch().find(word)) return {*entry, 0.0};
    const std::string base = CompoundSplitter::dutch().forms().base(word);
    return {Lexicon::dutch().find(base).value(), inflected};
}

std::vector<WordReading> misspelt_compounds(std::string_view text, unsigned slips) {
    return CompoundReader(text).compounds(slips);
}

}  // namespace m150::inline v0
