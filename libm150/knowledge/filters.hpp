// The filters by which documents of the index can be narrowed, as written by documents_of. Not installed.
#pragma once

#include <string>

#include "libm150/record/schema.hpp"

namespace m150::inline v0 {

inline std::string topic_filter(const Id<Topic>& topic) {
    return "topic:" + topic.str();
}
inline std::string party_filter(const Id<Municipality>& municipality) {
    return "party:" + municipality.str();
}

}  // namespace m150::inline v0
