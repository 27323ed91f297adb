#include "libm150/search/spelling.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "libm150/search/known_words.hpp"
#include "libm150/search/normalise.hpp"
#include "libm150/search/slips.hpp"
#include "libm150/search/spelling_tree.hpp"

namespace m150::inline v0 {

namespace {

// Costs are in bits, as in compound.hpp and slips.hpp.
constexpr double added_word = 13.0;  // a word that was given: about as likely as a well-known one
constexpr double second_slip = 2.0;  // who makes one slip in a word seldom makes another
constexpr std::size_t readings_weighed = 24;
constexpr std::size_t readings_given = 3;
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

void add_words(std::string_view bare, unsigned slips, Language language, const WordTrie& added,
               const std::function<bool(std::string_view)>& may_stand, WordReadings& found) {
    const KnownWords& known = KnownWords::of(language);
    const auto channel = [&](std::string_view word, unsigned made) {
        return slip_cost(bare, word) + (made > 1 ? second_slip : 0.0);
    };
    spelling_tree(language).near(bare, slips, true, [&](std::string_view word, std::size_t, unsigned made) {
        found.add(std::string(word), known.cost(word) + channel(word, made));
    });
    added.near(bare, slips, true, [&](std::string_view word, std::size_t, unsigned made) {
        if (made > 0 && may_stand(word)) found.add(std::string(word), added_word + channel(word, made));
    });
}

void add_compounds(std::string_view bare, unsigned slips, Language language, WordReadings& found) {
    for (WordReading& reading : KnownWords::of(language).compounds(bare, slips))
        found.add(std::move(reading.word), reading.cost);
}

}  // namespace

Speller::Speller(const SpellerWords& given, Language language) : language_(language), words_(given.trusted) {
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
    const KnownWords& known = KnownWords::of(language_);
    return known.word_or_form(bare) || trusted_.contains(bare) || names_.contains(std::string(bare)) ||
           known.compound(bare);
}

std::string Speller::name_near(std::string_view bare) const {
    // What only looks like a compound may be a name all the same: veen + en + dal.
    const bool listed = KnownWords::of(language_).listed(bare) || names_.contains(std::string(bare));
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
    WordReadings found;
    add_words(bare, 1, language_, added_, may_stand, found);
    if (bare.size() >= shortest_compound) add_compounds(bare, 1, language_, found);
    // Two slips are many: they are looked for when one does not explain the word well.
    const std::vector<WordReading> simple = found.best(1);
    if (bare.size() >= 6 && (simple.empty() || simple.front().cost > well_explained)) {
        add_words(bare, 2, language_, added_, may_stand, found);
        if (bare.size() >= shortest_compound) add_compounds(bare, 2, language_, found);
    }

    std::vector<WordReading> best = found.best(readings_weighed);
    constexpr std::size_t enough = 4;
    for (WordReading& reading : best) {
        const auto held = static_cast<double>(documents(reading.word, enough));
        reading.cost -= options.document_bits * std::log2(1.0 + held);
    }
    std::stable_sort(best.begin(), best.end(),
                     [](const WordReading& a, const WordReading& b) { return a.cost < b.cost; });
    if (best.empty()) return {};
    const std::string& meant = best.front().word;
    const bool doubtful = documents(meant, 1) == 0 && !KnownWords::of(language_).compound(meant);
    if (best.front().cost + (doubtful ? held_by_none : 0.0) > unknown_cost(bare.size())) return {};
    if (const std::size_t met = documents(std::string(bare), enough); met > 0) {
        const std::size_t wanted = times_as_many * met;
        if (met >= enough || documents(best.front().word, wanted) < wanted) return {};
    }

    std::vector<Respelling> result;
    double total = 0.0;
    for (const WordReading& reading : best) {
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
