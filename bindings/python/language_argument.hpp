// The language of texts, as Python names it.
#pragma once

#include <optional>
#include <string>

#include "libm150/search/language.hpp"

namespace m150::python {

// nl or en; throws InvalidInput for another word. None stays none.
Language analysis_language(const std::string& word);
std::optional<Language> analysis_language(const std::optional<std::string>& word);

}  // namespace m150::python
