#include "libm150/search/spelling.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "libm150/search/compound.hpp"
#include "libm150/search/lexicon.hpp"
#include "libm150/search/normalise.hpp"
#include "libm150/search/slips.hpp"
#include "libm150/search/spelling_tree.hpp"

namespace m150::inline v0 {

namespace {

// Costs are in bits, as in compound.hpp and slips.hpp.
constexpr double of_all_words = 23.25;  // log2 of 10 million: LexiconEntry::frequency counts in that many
constexpr double inflected = 1.5;       // a form that the lexicon does not list, more than its base word
constexpr double added_word = 13.0;     // a word that was given: about as likely as a well-known one
constexpr double second_slip = 2.0;     // who makes one slip in a word seldom makes another
constexpr std::size_t readings_weighed = 24;
constexpr std::size_t readings_given = 3;
constexpr std::size_t parts_kept = 6;  // readings of the end of a compound
constexpr std::size_t times_as_many = 20;
constexpr double well_explained = 28.0;
constexpr std::size_t shortest_compound = 8;

// A word that nobody knows: what it costs to believe that it was meant so. Short words have neighbours
// anyhow.
double unknown_cost(std::size_t letters) {
    const auto n = static_cast<double>(letters);
    return std::min(36.0 + 0.4 * n, 20.0 + 2.2 * n);
}
// It is often a name in small letters, and that is left alone rather than searched as something else. A
// reading that no document holds must be so much cheaper, but for compounds, whose parts may be held.
constexpr double held_by_none = 4.0;

double word_cost(const LexiconEntry& entry) {
    return of_all_words - entry.frequency;
}

struct Reading {
    std::string word;
    double cost = 0.0;
};

// The cheapest reading of each word.
class Readings {
  public:
    void add(std::string word, double cost) {
        const auto [at, is_new] = cheapest_.emplace(std::move(word), cost);
        if (!is_new) at->second = std::min(at->second, cost);
    }
    bool empty() const { return cheapest_.empty(); }
    // Ascending by cost, then by word.
    std::vector<Reading> best(std::size_t most) const {
        std::vector<Reading> list;
        for (const auto& [word, cost] : cheapest_)
            list.push_back({word, cost});
        std::stable_sort(list.begin(), list.end(),
                         [](const Reading& a, const Reading& b) { return a.cost < b.cost; });
        if (list.size() > most) list.resize(most);
        return list;
    }

  private:
    std::map<std::string, double> cheapest_;
};

// A form and the base word it belongs to.
std::optional<LexiconEntry> inflected_entry(std::string_view word) {
    const std::string base = CompoundSplitter::dutch().forms().base(word);
    return base.empty() ? std::nullopt : Lexicon::dutch().find(base);
}

std::optional<LexiconEntry> singular_entry(std::string_view plural) {
    const std::string singular = CompoundSplitter::dutch().forms().singular(plural);
    return singular.empty() ? std::nullopt : Lexicon::dutch().find(singular);
}

// The entry of a word of the spelling tree, and what is added for an inflected form.
struct Cited {
    LexiconEntry entry;
    double more = 0.0;
};
Cited cited(std::string_view word) {
    if (const auto entry = Lexicon::dutch().find(word)) return {*entry, 0.0};
    return {inflected_entry(word).value(), inflected};
}

// Reads the letters from some place on as a compound, or as the end of one.
class CompoundReader {
  public:
    explicit CompoundReader(std::string_view text) : text_(text) {}

    std::vector<Reading> compounds(unsigned slips) { return with_modifiers(0, slips); }

  private:
    static constexpr std::size_t shortest_part = 3;
    static constexpr std::size_t shortest_misspelt = 4;

    // Everything from `from` on, as a last part or as more parts.
    const std::vector<Reading>& rest(std::size_t from, unsigned slips) {
        const auto key = std::pair(from, slips);
        const auto known = rest_.find(key);
        if (known != rest_.end()) return known->second;
        Readings found;
        add_heads(from, slips, found);
        for (Reading& reading : with_modifiers(from, slips))
            found.add(std::move(reading.word), reading.cost);
        return rest_.emplace(key, found.best(parts_kept)).first->second;
    }

    void add_heads(std::size_t from, unsigned slips, Readings& found) {
        const std::string_view head = text_.substr(from);
        if (head.size() < shortest_part) return;
        if (const auto entry = Lexicon::dutch().find(head)) {
            add_head(head, *entry, 0.0, found);
        } else if (const auto base = singular_entry(head)) {
            add_head(head, *base, inflected, found);
        }
        if (slips == 0 || head.size() < shortest_misspelt) return;
        spelling_tree().near(head, 1, true, [&](std::string_view word, std::size_t, unsigned made) {
            if (made == 0 || word.size() < shortest_part) return;
            const Cited known = cited(word);
            add_head(word, known.entry, known.more + slip_cost(head, word), found);
        });
    }

    void add_head(std::string_view word, const LexiconEntry& entry, double more, Readings& found) {
        const double cost = CompoundSplitter::dutch().part_cost(word, entry, true);
        if (std::isfinite(cost)) found.add(std::string(word), cost + more);
    }

    std::vector<Reading> with_modifiers(std::size_t from, unsigned slips) {
        Readings found;
        const std::string_view text = text_.substr(from);
        for (std::size_t length = shortest_part; length + shortest_part <= text.size(); ++length) {
            const std::string_view part = text.substr(0, length);
            if (const auto entry = Lexicon::dutch().find(part))
                go_on(from + length, part, *entry, 0.0, slips, found);
        }
        if (slips == 0) return found.best(parts_kept);
        spelling_tree().near(text, 1, false, [&](std::string_view word, std::size_t length, unsigned made) {
            if (made == 0 || length < shortest_misspelt || word.size() < shortest_misspelt) return;
            if (length + shortest_part > text.size()) return;
            if (const auto entry = Lexicon::dutch().find(word))
                go_on(from + length, word, *entry, slip_cost(text.substr(0, length), word), slips - 1, found);
        });
        return found.best(parts_kept);
    }

    // After a modifier that ends at `at`: a link, and the rest.
    void go_on(std::size_t at, std::string_view part, const LexiconEntry& entry, double more, unsigned slips,
               Readings& found) {
        const CompoundSplitter& splitter = CompoundSplitter::dutch();
        const double cost = splitter.part_cost(part, entry, false) + more;
        if (!(cost < most_believed)) return;
        for (const std::string_view link : {"", "s", "en", "e", "er"}) {
            if (text_.substr(at, link.size()) != link || at + link.size() + shortest_part > text_.size())
                continue;
            const double linked = cost + splitter.costs().link * (link.empty()                  ? 0
                                                                  : link == "s" || link == "en" ? 1
                                                                                                : 2);
            for (const Reading& end : rest(at + link.size(), slips)) {
                if (linked + end.cost < most_believed)
                    found.add(std::string(part).append(link).append(end.word), linked + end.cost);
            }
        }
    }

    static constexpr double most_believed = 48.0;
    std::string_view text_;
    std::map<std::pair<std::size_t, unsigned>, std::vector<Reading>> rest_;
};

void add_words(std::string_view bare, unsigned slips, const WordTrie& added,
               const std::function<bool(std::string_view)>& may_stand, Readings& found) {
    const auto channel = [&](std::string_view word, unsigned made) {
        return slip_cost(bare, word) + (made > 1 ? second_slip : 0.0);
    };
    spelling_tree().near(bare, slips, true, [&](std::string_view word, std::size_t, unsigned made) {
        const Cited known = cited(word);
        found.add(std::string(word), word_cost(known.entry) + known.more + channel(word, made));
    });
    added.near(bare, slips, true, [&](std::string_view word, std::size_t, unsigned made) {
        if (made > 0 && may_stand(word)) found.add(std::string(word), added_word + channel(word, made));
    });
}

void add_compounds(std::string_view bare, unsigned slips, Readings& found) {
    for (Reading& reading : CompoundReader(bare).compounds(slips))
        found.add(std::move(reading.word), reading.cost);
}

}  // namespace

Speller::Speller(const SpellerWords& given) : words_(given.trusted) {
    words_.insert(words_.end(), given.met.begin(), given.met.end());
    std::vector<std::string_view> sorted(words_.begin(), words_.end());
    trusted_.insert(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(given.trusted.size()));
    std::sort(sorted.begin(), sorted.end());
    added_ = WordTrie(sorted);
    std::vector<std::string_view> names;
    for (const std::string& name : given.names) {
        const auto [at, is_new] = names_.emplace(bare_word(normalise_word(name)), name);
        if (is_new) names.emplace_back(at->first);
    }
    std::sort(names.begin(), names.end());
    names_tree_ = WordTrie(names);
}

bool Speller::knows(std::string_view bare) const {
    const CompoundSplitter& splitter = CompoundSplitter::dutch();
    return Lexicon::dutch().find(bare).has_value() || trusted_.contains(bare) || splitter.name(bare) ||
           names_.contains(std::string(bare)) || !splitter.forms().base(bare).empty() ||
           !splitter.split(bare).empty();
}

std::string Speller::name_near(std::string_view bare) const {
    // What only looks like a compound may be a name all the same: veen + en + dal.
    const bool listed = Lexicon::dutch().find(bare) || names_.contains(std::string(bare)) ||
                        CompoundSplitter::dutch().name(bare);
    if (bare.size() < 5 || bare.size() > WordTrie::max_letters || listed) return {};
    std::string nearest;
    double least = 1000.0;
    bool tie = false;
    names_tree_.near(bare, bare.size() < 8 ? 1 : 2, true, [&](std::string_view name, std::size_t, unsigned) {
        const double cost = slip_cost(bare, name);
        tie = cost == least;
        if (cost >= least) return;
        least = cost;
        nearest = name;
    });
    return nearest.empty() || tie ? std::string() : names_.at(nearest);
}

std::vector<Respelling> Speller::readings(std::string_view bare, const SpellingOptions& options,
                                          const Documents& documents) const {
    const bool letters = std::all_of(bare.begin(), bare.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters || bare.size() < options.shortest || bare.size() > WordTrie::max_letters || knows(bare))
        return {};

    const auto may_stand = [&](std::string_view word) {
        return trusted_.contains(word) ||
               documents(std::string(word), documents_of_a_word) >= documents_of_a_word;
    };
    Readings found;
    add_words(bare, 1, added_, may_stand, found);
    if (bare.size() >= shortest_compound) add_compounds(bare, 1, found);
    // Two slips are many: they are looked for when one does not explain the word well.
    const std::vector<Reading> simple = found.best(1);
    if (bare.size() >= 6 && (simple.empty() || simple.front().cost > well_explained)) {
        add_words(bare, 2, added_, may_stand, found);
        if (bare.size() >= shortest_compound) add_compounds(bare, 2, found);
    }

    std::vector<Reading> best = found.best(readings_weighed);
    constexpr std::size_t enough = 4;
    for (Reading& reading : best) {
        const auto held = static_cast<double>(documents(reading.word, enough));
        reading.cost -= options.document_bits * std::log2(1.0 + held);
    }
    std::stable_sort(best.begin(), best.end(),
                     [](const Reading& a, const Reading& b) { return a.cost < b.cost; });
    if (best.empty()) return {};
    const std::string& meant = best.front().word;
    const bool doubtful = documents(meant, 1) == 0 && CompoundSplitter::dutch().split(meant).empty();
    if (best.front().cost + (doubtful ? held_by_none : 0.0) > unknown_cost(bare.size())) return {};
    if (const std::size_t met = documents(std::string(bare), enough); met > 0) {
        const std::size_t wanted = times_as_many * met;
        if (met >= enough || documents(best.front().word, wanted) < wanted) return {};
    }

    std::vector<Respelling> result;
    double total = 0.0;
    for (const Reading& reading : best) {
        const double dearer = reading.cost - best.front().cost;
        if (dearer > options.margin_bits || result.size() == readings_given) break;
        result.push_back({reading.word, std::exp2(-dearer)});
        total += result.back().share;
    }
    for (Respelling& one : result)
        one.share /= total;
    return result;
}

}  // namespace m150::inline v0
