// Words that stand for other words, as kept by hand: AVH's own vocabulary.
#pragma once

#include <string>
#include <vector>

#include "libm150/base/id.hpp"
#include "libm150/record/audience.hpp"

namespace m150::inline v0 {

enum class VocabularyKind {
    abbreviation,  // several entries of one term are several meanings, of which context picks one; who asks
                   // for a meaning looks for the abbreviation as well
    synonym        // who asks for the term also looks for what it means, not the other way round
};

// One line of the vocabulary. The entries of a term take the place of what the library's own table says of
// it, so an entry that means nothing takes a term out.
struct VocabularyEntry {
    Id<VocabularyEntry> id;
    std::string term;                // "BOT", "vuilnis bijzetten"
    std::vector<std::string> means;  // ways to say what it means: "bedrijfsopvangteam", "opvangteam"
    VocabularyKind kind = VocabularyKind::synonym;
    std::vector<std::string> context;  // words that speak for this meaning: "agressie", "nazorg"
    Audience audience{AudienceKind::everyone, {}, {}};
    Provenance provenance;
    friend bool operator==(const VocabularyEntry&, const VocabularyEntry&) = default;
};

}  // namespace m150::inline v0
