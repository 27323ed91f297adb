#include "libm150/search/prepared.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <optional>
#include <unordered_map>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/search/abbreviations.hpp"
#include "libm150/search/bm25.hpp"
#include "libm150/search/fnv.hpp"
#include "libm150/search/joined.hpp"

namespace m150::inline v0::indexing {

namespace {

// Raised when documents of the same records and analysis would be stored in another way.
constexpr int schema_version = 4;

// Xapian counts a NUL byte twice.
constexpr std::size_t max_term_bytes = 245;

std::string named(char kind, std::string_view text) {
    const auto nuls = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
    std::string name(1, kind);
    if (1 + text.size() + nuls <= max_term_bytes) return name.append(text);
    constexpr std::size_t kept = 100;  // at worst all of them NUL
    char hash[18];
    std::snprintf(hash, sizeof hash, "#%016llx", static_cast<unsigned long long>(fnv(text)));
    return name.append(text.substr(0, kept)).append(hash);
}

std::uint32_t in_quarters(double weight) {
    if (!(weight > 0.0)) return 0;
    return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(std::lround(weight * quarters)));
}

double weight_of(FieldKind kind, const IndexOptions& options) {
    switch (kind) {
        case FieldKind::title:
            return options.title_weight;
        case FieldKind::lead:
            return options.lead_weight;
        case FieldKind::answer:
            return options.answer_weight;
        case FieldKind::text:
            break;
    }
    return options.text_weight;
}

[[noreturn]] void refuse(const std::string& key, std::string what, std::string expected, std::string advice) {
    std::string shown = excerpt(key, 80);
    std::replace(shown.begin(), shown.end(), '\0', '?');  // a message ends at a NUL
    throw InvalidInput({"document '" + shown + "' of the search index", std::move(what), std::move(expected),
                        std::move(advice)});
}

void check(const IndexDocument& document) {
    const auto fits = [](const std::string& text) {
        return text.size() <= max_key_bytes && text.find('\0') == std::string::npos;
    };
    const std::string expected = "at most " + std::to_string(max_key_bytes) + " bytes without a NUL";
    if (document.key.empty() || !fits(document.key)) {
        refuse(document.key, "the key cannot be used", "1 byte or more, " + expected,
               "give the document another key");
    }
    if (!fits(document.group)) {
        refuse(document.key, "the group cannot be used", expected, "give the document another group");
    }
    for (const IndexField& field : document.fields) {
        const std::size_t at = invalid_utf8(field.text);
        if (at == std::string::npos) continue;
        refuse(document.key, "a text is not UTF-8 at byte " + std::to_string(at), "UTF-8 without NUL bytes",
               "convert the text");
    }
}

class Counts {
  public:
    void add(std::string name, std::uint32_t count) {
        std::uint32_t& sum = counts_[std::move(name)];
        sum += count;
        length_ += count;
        if (length_ > std::numeric_limits<std::uint32_t>::max()) {
            throw InvalidInput({"a document of the search index", "it is too long to be indexed",
                                "less than a thousand million weighted words", "split the document"});
        }
    }
    std::uint32_t length() const { return static_cast<std::uint32_t>(length_); }
    std::vector<std::pair<std::string, std::uint32_t>> sorted() && {
        std::vector<std::pair<std::string, std::uint32_t>> terms(std::make_move_iterator(counts_.begin()),
                                                                 std::make_move_iterator(counts_.end()));
        std::sort(terms.begin(), terms.end());
        return terms;
    }

  private:
    std::unordered_map<std::string, std::uint32_t> counts_;
    std::uint64_t length_ = 0;
};

// A word of small letters that the language does not know may be one of the field, and be missed when it is
// misspelt.
bool is_new_word(std::string_view typed, const WordForm& form) {
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    return !form.known && typed.size() >= 4 && typed.size() <= 30 &&
           std::all_of(typed.begin(), typed.end(), small);
}

void range(const char* name, double value, double low, double high) {
    if (value >= low && value <= high) return;
    char text[160];
    std::snprintf(text, sizeof text, "%g to %g", low, high);
    throw InvalidInput({std::string("IndexOptions, field ") + name,
                        "the value " + std::to_string(value) + " is out of range", text,
                        "see libm150/search/index.hpp for what it means"});
}

}  // namespace

std::string text_term(std::string_view term) {
    return named('w', term);
}
std::string concept_term(std::string_view id) {
    return named('c', id);
}
std::string filter_term(std::string_view filter) {
    return named('f', filter);
}
std::string key_term(std::string_view key) {
    return named('k', key);
}

std::string term_name(const QueryTerm& term) {
    return term.kind == QueryTerm::Kind::concept_id ? concept_term(term.term) : text_term(term.term);
}

Prepared prepare(const IndexDocument& document, const Analyzer& analyzer, const IndexOptions& options,
                 const IndexMeaning& meaning) {
    check(document);
    if (!document.given.empty() && document.given.size() != meaning.given.dimension) {
        refuse(document.key, "is given a vector of " + std::to_string(document.given.size()) + " components",
               std::to_string(meaning.given.dimension), "give it none, or one of the index's model");
    }
    Counts counts;
    std::optional<TextEmbedding> words;
    if (meaning.space) words.emplace(*meaning.space);
    for (const IndexField& field : document.fields) {
        const double weight = weight_of(field.kind, options);
        const std::uint32_t word = in_quarters(weight);
        const std::uint32_t part = in_quarters(weight * options.part_weight);
        WrittenApart apart(field.text, analyzer);
        analyzer.for_each_word(field.text, [&](std::size_t begin, std::size_t end, const WordForm& form) {
            const std::string whole = part == 0 ? std::string() : apart.next(begin, end, form);
            if (form.stem.empty()) return;
            const std::string_view typed = std::string_view(field.text).substr(begin, end - begin);
            if (is_new_word(typed, form)) counts.add(filter_term(word_filter + std::string(typed)), 0);
            if (words) words->add(form, word);
            counts.add(text_term(form.stem), word);
            if (part == 0) return;
            if (!whole.empty()) counts.add(text_term(whole), part);
            for (const std::string& piece : form.parts)
                counts.add(text_term(piece), part);
        });
    }
    for (const IndexField& field : document.fields) {
        for (const Abbreviation& found : find_abbreviations(field.text, options.analysis.language))
            counts.add(filter_term(abbreviation_filter + found.short_form + " " + found.long_form), 0);
    }
    for (const std::string& id : document.concepts)
        counts.add(concept_term(id), in_quarters(options.concept_weight));
    for (const std::string& filter : document.filters)
        counts.add(filter_term(filter), 0);

    Embedding embedding = words ? words->embedding() : Embedding();
    Prepared prepared;
    prepared.stored =
        std::make_shared<const Stored>(Stored{document.key, document.group, document.payload, document.date,
                                              counts.length(), std::move(embedding), document.given});
    prepared.terms = std::move(counts).sorted();
    return prepared;
}

void refuse_known_key(const std::string& key) {
    refuse(key, "the key is in the index already", "keys that differ", "give each document a key of its own");
}

void check_options(const IndexOptions& options) {
    range("title_weight", options.title_weight, 0.25, 16);
    range("text_weight", options.text_weight, 0.25, 16);
    range("lead_weight", options.lead_weight, 0.25, 16);
    range("answer_weight", options.answer_weight, 0.25, 16);
    range("concept_weight", options.concept_weight, 0.25, 16);
    range("part_weight", options.part_weight, 0, 1);
    range("k1", options.k1, 0, 100);
    range("b", options.b, 0, 1);
    range("semantic.known_words", options.semantic.known_words, 0, 10);
    range("semantic.unknown_words", options.semantic.unknown_words, 0, 10);
}

std::string fingerprint(const Analyzer& analyzer, const IndexOptions& options, const IndexMeaning& meaning) {
    std::string line = "schema=" + std::to_string(schema_version) + " analysis=" + analyzer.version();
    line += options.analysis.language == Language::dutch ? " dutch" : " english";
    line += options.analysis.compounds ? " compounds" : "";
    line += options.analysis.stop_words ? " stop_words" : "";
    line += " quarters=";
    for (const double weight :
         {options.title_weight, options.text_weight, options.lead_weight, options.answer_weight,
          options.concept_weight, options.title_weight * options.part_weight,
          options.text_weight * options.part_weight, options.lead_weight * options.part_weight,
          options.answer_weight * options.part_weight}) {
        line += std::to_string(in_quarters(weight)) + ",";
    }
    line += " lead_words=" + std::to_string(options.lead_words);
    line += meaning.space ? " space=" + std::to_string(meaning.space->hash()) : " no space";
    if (!meaning.given.name.empty())
        line += " given=" + meaning.given.name + "/" + std::to_string(meaning.given.dimension);
    return line;
}

}  // namespace m150::inline v0::indexing
