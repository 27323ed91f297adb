// The words that are known, looked up inside the embedded list.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "libm150/search/fnv.hpp"

namespace m150::inline v0 {

// What lexicon_nl.tsv says of a word. The figures are logarithmic classes, 0..25: data/build_lexicon_nl.py
// defines them.
struct LexiconEntry {
    char kind = 'b';             // b base word, v infinitive, n name, f inflected form
    std::uint8_t frequency = 0;  // how often it stands alone in running text
    std::uint8_t modifier = 0;   // in how many base words it is the first part
    std::uint8_t head = 0;       // in how many base words it is the last part
    std::uint8_t links = 0;      // what follows it as first part: 1 nothing, 2 s, 4 e, 8 en, added up
    std::uint8_t senses = 0;     // what the wordnet knows it as: the next three, added up
    static constexpr std::uint8_t noun = 1, verb = 2, adjective = 4;
};

// An open-addressing table of offsets into the embedded list, built in a few milliseconds. Immutable; any
// thread may use it.
class Lexicon {
  public:
    // `list` is the text of lexicon_nl.tsv, which must outlive the lexicon.
    explicit Lexicon(std::string_view list);

    // The embedded lexicons, made at first use. The English one has words and their forms alike as base
    // words, with their frequency alone (data/build_lexicon_en.py).
    static const Lexicon& dutch();
    static const Lexicon& english();

    std::optional<LexiconEntry> find(std::string_view word) const noexcept { return find(word, fnv(word)); }
    // `hash` is fnv(word): a caller that tries many prefixes of one text carries it on.
    std::optional<LexiconEntry> find(std::string_view word, std::uint64_t hash) const noexcept;

    // Is it a base word that is no name?
    bool base(std::string_view word) const noexcept;
    std::size_t size() const noexcept { return size_; }

  private:
    struct Slot {
        std::uint32_t tag = 0;     // high half of the hash
        std::uint32_t offset = 0;  // of the word in list_, plus 1; 0 is an empty slot
    };

    std::string_view list_;
    std::vector<Slot> slots_;  // a power of two
    std::size_t size_ = 0;
};

}  // namespace m150::inline v0
