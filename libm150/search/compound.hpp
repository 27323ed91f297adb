// Dutch writes its compounds as one word; this takes them apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/lexicon.hpp"

namespace m150::inline v0 {

// One part of a compound: bytes [begin, end) of the word. What lies between two parts is a link (s, e, en,
// er).
struct CompoundPart {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Splits bare Dutch words. Immutable; any thread may use it.
class CompoundSplitter {
  public:
    // `lexicon` must outlive the splitter. `rules` is the text of compound_rules.tsv, which must outlive it
    // too.
    CompoundSplitter(const Lexicon& lexicon, std::string_view rules);

    // The parts in order, at least two, or none when the word is no compound.
    std::vector<CompoundPart> split(std::string_view word) const;

  private:
    const Lexicon& lexicon_;
};

}  // namespace m150::inline v0
