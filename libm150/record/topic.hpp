// Topics (onderwerpen), in SKOS's terms.
#pragma once

#include <string>
#include <vector>

#include "libm150/base/id.hpp"
#include "libm150/record/audience.hpp"

namespace m150::inline v0 {

struct Topic {
    Id<Topic> id;                                 // "bodycams"
    std::string preferred_label;                  // skos:prefLabel
    std::vector<std::string> alternative_labels;  // skos:altLabel; abbreviations included
    std::vector<Id<Topic>> broader;               // skos:broader
    std::vector<Id<Topic>> related;               // skos:related; symmetric, may be given on one side only
    std::string definition;                       // skos:definition; may be empty
    Audience audience{AudienceKind::everyone, {}, {}};
    Provenance provenance;
    friend bool operator==(const Topic&, const Topic&) = default;
};

}  // namespace m150::inline v0
