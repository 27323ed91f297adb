// Dutch writes its compounds as one word; this takes them apart.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "libm150/search/dutch_forms.hpp"
#include "libm150/search/lexicon.hpp"

namespace m150::inline v0 {

// One part of a compound: bytes [begin, end) of the word. What lies between two parts is a link (s, e, en,
// er).
struct CompoundPart {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const CompoundPart&, const CompoundPart&) = default;
};

// What a reading of a word costs, in bits: about what it would take to write the word down with a code book
// of the parts. Fitted on tests/search/data/compounds_seen.txt; docs/language.md explains the formula.
struct CompoundCosts {
    double part =
        17.0;  // a part that no other compound has; log2 of the number of compounds it was counted in
    double modifier = 0.53;        // taken off for each class of productivity as first part
    double head = 0.54;            // the same as last part
    double three_letters = 1.5;    // added to a part of three letters
    double four_letters = 0.8;     // added to a part of four letters
    double form = 0.8;             // added to an inflected form
    double verb = 1.75;            // added to an infinitive
    double link = 0.5;             // s, en; e and er cost twice this
    double known = 15.7;           // a known word as a whole ...
    double known_letter = 1.6;     // ... for each of its letters
    double known_frequency = 0.7;  // ... less this for each class of its frequency
    double unknown = 34;           // an unknown word as a whole: no split dearer than this is believed ...
    double unknown_letter = 0.3;   // ... with this for each letter
};

// Splits bare Dutch words. Immutable; any thread may use it.
class CompoundSplitter {
  public:
    // `lexicon` must outlive the splitter, and so must `rules`, the text of compound_rules.tsv.
    CompoundSplitter(const Lexicon& lexicon, std::string_view rules, const CompoundCosts& costs = {});

    // With the embedded lexicon and rules, made at first use.
    static const CompoundSplitter& dutch();
    const DutchForms& forms() const noexcept { return forms_; }
    // Is it a name that compound_rules.tsv lists?
    bool name(std::string_view word) const { return names_.count(word) != 0; }

    // Is it a first name that compound_rules.tsv lists?
    bool person(std::string_view word) const { return persons_.count(word) != 0; }

    // The parts in order, at least two, or none when the word is no compound.
    std::vector<CompoundPart> split(std::string_view word) const;

    // What a word of the lexicon costs as a part of a compound: its last one (`head`), or an earlier one.
    // Infinite when it may not be that.
    double part_cost(std::string_view part, const LexiconEntry& entry, bool head) const;
    const CompoundCosts& costs() const noexcept { return costs_; }

  private:
    struct Place;
    // What may end a compound: a word of the lexicon, or also a plural of one that the lexicon does not list.
    enum class Ending { known, plural };
    bool barred(std::string_view part, bool head) const;
    double whole_cost(std::string_view word) const;
    std::vector<CompoundPart> cheapest(std::string_view word, double below,
                                       Ending ending = Ending::known) const;
    std::vector<CompoundPart> reading_of_known(std::string_view word) const;
    bool compound_verb(std::string_view infinitive, const std::vector<CompoundPart>& parts) const;
    std::optional<LexiconEntry> last_part(std::string_view part) const;
    void extend(std::string_view word, std::size_t from, Ending ending, std::vector<Place>& places) const;

    const Lexicon& lexicon_;
    DutchForms forms_;
    CompoundCosts costs_;
    enum class Bar : unsigned char { modifier = 1, head = 2, both = 3 };
    std::unordered_map<std::string_view, Bar> barred_;
    std::unordered_set<std::string_view> whole_;  // with the names
    std::unordered_set<std::string_view> names_;
    std::unordered_set<std::string_view> persons_;
    std::vector<std::string_view> particles_;  // and prefixes that verbs take
};

}  // namespace m150::inline v0
