// Words that stand for other words: abbreviations and their meanings, what citizens say and what records say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/search/abbreviations.hpp"
#include "libm150/search/label_index.hpp"

namespace m150::inline v0 {

// One thing that a term may stand for.
struct Meaning {
    enum class Kind {
        abbreviation,  // several meanings of one term exclude each other, and context decides; who asks for
                       // the meaning looks for the abbreviation as well
        synonym        // who asks for the term also looks for its labels; not the other way round. A term
                       // of one word is that word, inflected or not, and not its whole family
    };
    Kind kind = Kind::synonym;
    std::string term;
    // Ways to say it. An abbreviation that may also be an ordinary word has a meaning with that word as its
    // label.
    std::vector<std::string> labels;
    std::vector<std::string> context;  // words that speak for this meaning
    std::string source;                // "table"; "records"; else the id of who added it
    friend bool operator==(const Meaning&, const Meaning&) = default;
};

// The table that comes with the library: data/vocabulary_nl.tsv or vocabulary_en.tsv.
M150_EXPORT const std::vector<Meaning>& vocabulary_table(Language language);

// What texts explain, as meanings with the source "records": long forms that differ by inflection are labels
// of one, the shortest first.
std::vector<Meaning> learned_meanings(const Analyzer& analyzer, const std::vector<Abbreviation>& explained);

struct VocabularyOptions {
    // Weights of what is filled in, relative to a word of the question: 0 to 1.
    double abbreviation_weight = 0.6;
    double synonym_weight = 0.4;
    // Whether the table that comes with the library is used, and abbreviations are learned from records.
    bool table = true;
    bool learn = true;
    // How an abbreviation with several meanings is read. Each word of the question that speaks for a meaning
    // makes it this many bits likelier; the documents that explain the abbreviation so do, when the rest of
    // the question fits them, by up to document_bits. A meaning that is at least `sure` likely is taken
    // alone. 0 to 20; 0.5 to 1.
    double context_bits = 2.0;
    double document_bits = 4.0;
    double sure = 0.8;
    // In small letters the ordinary word is likelier by so many bits: "gas", but not "GAS". 0 to 20.
    double plain_bits = 2.0;
    // The base's own topic of that abbreviation is likelier by so many bits: half a word of context, so that
    // it comes first where nothing else is said. 0 to 20.
    double topic_bits = 1.0;
    double least_share = 0.05;  // a meaning that is less likely is left out; 0 to 0.5
    friend bool operator==(const VocabularyOptions&, const VocabularyOptions&) = default;
};

// Immutable; may be used from any number of threads.
class M150_EXPORT Vocabulary {
  public:
    Vocabulary() = default;
    Vocabulary(const Analyzer& analyzer, std::vector<Meaning> meanings,
               const VocabularyOptions& options = {});

    struct Mention {
        std::size_t first = 0;  // tokens [first, last) of the text
        std::size_t last = 0;
        std::size_t meaning = 0;
        bool by_term = true;  // false: by a label of an abbreviation's meaning
    };
    // Longest matches, left to right, of terms and of labels each by themselves; see LabelIndex.
    std::vector<Mention> mentions(const std::vector<Token>& tokens) const;
    // The meanings of a word that is an abbreviation whatever else it may be ("OM", which is a stop word as
    // well).
    std::vector<std::size_t> meanings_of(std::string_view normalised) const;

    const Meaning& meaning(std::size_t number) const { return meanings_[number]; }
    // Stems of a label, and of all the words that speak for the meaning, its labels included (ascending).
    const std::vector<std::string>& label_terms(std::size_t meaning, std::size_t label) const {
        return label_terms_[meaning][label];
    }
    const std::vector<std::string>& context_terms(std::size_t meaning) const {
        return context_terms_[meaning];
    }
    const std::string& term_of(std::size_t meaning) const {
        return terms_[meaning];
    }  // stem of its term, if one word
    std::size_t size() const noexcept { return meanings_.size(); }
    const VocabularyOptions& options() const noexcept { return options_; }

  private:
    std::vector<Meaning> meanings_;
    std::vector<std::vector<std::vector<std::string>>> label_terms_;
    std::vector<std::vector<std::string>> context_terms_;
    std::vector<std::string> terms_;
    LabelIndex by_term_;
    LabelIndex by_label_;
    VocabularyOptions options_;
};

}  // namespace m150::inline v0
