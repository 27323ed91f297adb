// The languages that texts may be in.
#pragma once

namespace m150::inline v0 {

enum class Language { dutch, english };

}  // namespace m150::inline v0
