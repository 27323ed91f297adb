#include "libm150/search/compound.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr std::size_t shortest_part = 3;
// A part that is a compound itself is taken apart when it is this long: afvalstoffen + verordening, but not
// leeftijd + grens, since short compounds in compounds are mostly worn together.
constexpr std::size_t shortest_nested = 11;
// The last part of a verb is a verb, and of five letters that is mostly an ending: blok + keren, kop + pelen.
constexpr std::size_t shortest_in_verb = 6;
constexpr std::array<std::string_view, 5> links{"", "s", "en", "e", "er"};

}  // namespace

// The cheapest reading of the letters before this place as complete modifiers with their links.
struct CompoundSplitter::Place {
    double cost = impossible;
    CompoundPart last;         // the modifier that ends here, without its link
    std::size_t previous = 0;  // where that modifier begins
};

CompoundSplitter::CompoundSplitter(const Lexicon& lexicon, std::string_view rules, const CompoundCosts& costs)
    : lexicon_(lexicon), forms_(lexicon), costs_(costs) {
    word_data::each_line(rules, [&](std::string_view line) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) return;
        const std::string_view kind = line.substr(0, tab);
        const std::string_view word = line.substr(tab + 1);
        if (kind == "modifier") barred_.emplace(word, Bar::modifier);
        if (kind == "head") barred_.emplace(word, Bar::head);
        if (kind == "never") barred_.emplace(word, Bar::both);
        if (kind == "whole" || kind == "name") whole_.insert(word);
        if (kind == "name") names_.insert(word);
        if (kind == "person") persons_.insert(word);
        if (kind == "particle") particles_.push_back(word);
    });
}

const CompoundSplitter& CompoundSplitter::dutch() {
    static const CompoundSplitter splitter(Lexicon::dutch(), word_data::compound_rules());
    return splitter;
}

bool CompoundSplitter::barred(std::string_view part, bool head) const {
    const auto found = barred_.find(part);
    if (found == barred_.end()) return false;
    return (static_cast<unsigned>(found->second) & static_cast<unsigned>(head ? Bar::head : Bar::modifier)) !=
           0;
}

double CompoundSplitter::part_cost(std::string_view part, const LexiconEntry& entry, bool head) const {
    if (entry.kind == 'n' || barred(part, head)) return impossible;
    double cost = costs_.part - (head ? costs_.head * entry.head : costs_.modifier * entry.modifier);
    if (part.size() == 3) cost += costs_.three_letters;
    if (part.size() == 4) cost += costs_.four_letters;
    if (entry.kind == 'f') cost += costs_.form;
    if (entry.kind == 'v') cost += costs_.verb;
    return std::max(cost, 1.0);
}

double CompoundSplitter::whole_cost(std::string_view word) const {
    const auto letters = static_cast<double>(word.size());
    const auto entry = lexicon_.find(word);
    if (!entry || entry->kind == 'f') return costs_.unknown + costs_.unknown_letter * letters;
    if (entry->kind == 'n') return 0.0;
    return costs_.known + costs_.known_letter * letters - costs_.known_frequency * entry->frequency;
}

// A plural may end a compound though the lexicon has its singular only: handhavers.
std::optional<LexiconEntry> CompoundSplitter::last_part(std::string_view part) const {
    if (part.size() < 5 || !(part.ends_with('s') || part.ends_with("en"))) return std::nullopt;
    const std::string singular = forms_.singular(part);
    auto entry = singular.empty() ? std::nullopt : lexicon_.find(singular);
    if (entry) entry->kind = 'f';
    return entry;
}

// Tries every known word that begins at `from` as the next part; the last place of `places` is the end of the
// word.
void CompoundSplitter::extend(std::string_view word, std::size_t from, Ending ending,
                              std::vector<Place>& places) const {
    std::uint64_t hash = fnv_start;
    for (std::size_t to = from + 1; to <= word.size(); ++to) {
        hash = fnv_step(hash, word[to - 1]);
        const bool head = to == word.size();
        if (to - from < shortest_part || (head && from == 0)) continue;
        const std::string_view part = word.substr(from, to - from);
        auto entry = lexicon_.find(part, hash);
        if (!entry && head && ending == Ending::plural) entry = last_part(part);
        if (!entry) continue;
        const double cost = places[from].cost + part_cost(part, *entry, head);
        for (const std::string_view link : links) {
            const std::size_t next = to + link.size();
            if (head ? !link.empty() : next + shortest_part > word.size()) break;
            if (word.substr(to, link.size()) != link) continue;
            const double total = cost + costs_.link * (link.empty()                  ? 0
                                                       : link == "s" || link == "en" ? 1
                                                                                     : 2);
            if (total < places[next].cost) places[next] = {total, {from, to}, from};
        }
    }
}

std::vector<CompoundPart> CompoundSplitter::cheapest(std::string_view word, double below,
                                                     Ending ending) const {
    std::vector<Place> places(word.size() + 1);
    places[0].cost = 0.0;
    for (std::size_t from = 0; from + shortest_part <= word.size(); ++from) {
        if (places[from].cost < below) extend(word, from, ending, places);
    }
    if (places[word.size()].cost >= below) return {};
    std::vector<CompoundPart> parts;
    for (std::size_t at = word.size(); at > 0; at = places[at].previous)
        parts.push_back(places[at].last);
    std::reverse(parts.begin(), parts.end());
    return parts;
}

// Is an infinitive of the lexicon made of these parts? Most of those that can be read as parts are not: a
// shorter verb has a prefix or a particle (be-drukken, no bed + rukken), or a verb has an ending like a word
// (rooster-en, no roos + teren). Nor has a verb a link but en: it is gelijk-stellen, not gelijk + s + tellen.
// What the lexicon takes for an infinitive and is a plural (consumptie + goederen) passes the same test.
bool CompoundSplitter::compound_verb(std::string_view infinitive,
                                     const std::vector<CompoundPart>& parts) const {
    if (infinitive.size() - parts.back().begin < shortest_in_verb) return false;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t end = parts[i - 1].end;
        const std::string_view link = infinitive.substr(end, parts[i].begin - end);
        if (!link.empty() && link != "en") return false;
    }
    return std::none_of(particles_.begin(), particles_.end(), [&](std::string_view particle) {
        if (!infinitive.starts_with(particle)) return false;
        const auto rest = lexicon_.find(infinitive.substr(particle.size()));
        return rest && rest->kind == 'v';
    });
}

std::vector<CompoundPart> CompoundSplitter::reading_of_known(std::string_view word) const {
    auto parts = cheapest(word, whole_cost(word));
    const auto entry = lexicon_.find(word);
    if (!parts.empty() && entry && entry->kind == 'v' && !compound_verb(word, parts)) parts.clear();
    return parts;
}

std::vector<CompoundPart> CompoundSplitter::split(std::string_view word) const {
    if (word.size() < 2 * shortest_part || whole_.count(word) != 0) return {};
    const auto entry = lexicon_.find(word);
    if (!entry || entry->kind == 'f') {
        // A form of a known word is a compound when that word is one: maatregelen is no maat + regelen,
        // gesproken no gesp + roken.
        const std::string base = forms_.base(word);
        if (!base.empty() && (whole_.count(base) != 0 || reading_of_known(base).empty())) return {};
    }
    auto reading = reading_of_known(word);
    if (reading.empty() && !entry) reading = cheapest(word, whole_cost(word), Ending::plural);
    std::vector<CompoundPart> parts;
    for (const CompoundPart& part : reading) {
        const std::string_view text = word.substr(part.begin, part.end - part.begin);
        const auto within = text.size() >= shortest_nested ? split(text) : std::vector<CompoundPart>{};
        for (const CompoundPart& piece : within)
            parts.push_back({part.begin + piece.begin, part.begin + piece.end});
        if (within.empty()) parts.push_back(part);
    }
    return parts;
}

}  // namespace m150::inline v0
