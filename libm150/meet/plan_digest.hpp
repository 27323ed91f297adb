// By what a plan that was kept shows that it was changed by hand. Internal to this floor.
#pragma once

#include <map>
#include <string>

#include "libm150/store/json.hpp"

namespace m150::inline v0 {

// A digest of each part of a plan but its options, by name: the same however the text is spaced, keys are
// ordered and numbers are written. It tells of changes, and keeps nobody from making them.
std::map<std::string, std::string> digests_of(const json::Value& plan);

}  // namespace m150::inline v0
