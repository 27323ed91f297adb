// Documents made ready for the index: analysed, weighed, checked. Internal.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/search/index.hpp"

namespace m150::inline v0::indexing {

// What the index gives back of a document.
struct Stored {
    std::string key;
    std::string group;
    std::string payload;
    Date date;
    std::uint32_t length = 0;  // sum of the counts of its terms, in quarters
    Embedding embedding;       // in the semantic space; empty: not known there
    Embedding given;           // empty: none
};

struct Prepared {
    std::shared_ptr<const Stored> stored;
    // Terms with their counts in quarters, ascending by term, each once. Filters count 0.
    std::vector<std::pair<std::string, std::uint32_t>> terms;
};

// The names of terms in the index. The first byte says what kind it is. Names are at most 245 bytes long, as
// Xapian wants it: the end of a longer one is replaced by a hash.
std::string text_term(std::string_view term);
std::string concept_term(std::string_view id);
std::string filter_term(std::string_view filter);
std::string key_term(std::string_view key);
std::string term_name(const QueryTerm& term);

// Throws InvalidInput for a key that is empty, longer than max_key_bytes or holds a NUL byte, a group that is
// too long, text that is not UTF-8, and a given vector of another size than the model's.
inline constexpr std::size_t max_key_bytes = 1000;
Prepared prepare(const IndexDocument& document, const Analyzer& analyzer, const IndexOptions& options,
                 const IndexMeaning& meaning = {});

// Throws InvalidInput: documents that are streamed must have keys of their own.
[[noreturn]] void refuse_known_key(const std::string& key);

// Throws InvalidInput when an option is out of its range.
void check_options(const IndexOptions& options);

// One line that says how the terms of an index came about: two indexes with the same line hold the same
// terms.
std::string fingerprint(const Analyzer& analyzer, const IndexOptions& options,
                        const IndexMeaning& meaning = {});

}  // namespace m150::inline v0::indexing
