// The table that every parameter is a line of. Internal.
#pragma once

#include <functional>
#include <vector>

#include "libm150/knowledge/parameters.hpp"

namespace m150::inline v0 {

struct ParameterRow {
    Parameter parameter;
    std::function<ParameterValue(const KnowledgeBaseOptions&)> get;
    // Of a value of the parameter's type, in range.
    std::function<void(KnowledgeBaseOptions&, const ParameterValue&)> set;
};

// In the order in which they are told.
const std::vector<ParameterRow>& parameter_table();

}  // namespace m150::inline v0
