// How likely a word is typed as another: the channel of the noisy-channel model of spelling.
#pragma once

#include <string_view>

namespace m150::inline v0 {

// Bits: minus the binary logarithm of the chance that who means `meant` types `typed`, about. 0 when they are
// the same; a slip that is often made costs less than one that is not: neighbours that change places, a
// letter doubled or not, spellings that sound alike in Dutch (ei and ij, d and t, c and k), keys that lie
// side by side. The cheapest sequence of slips counts, none of which touches what another has touched. Takes
// time in the product of the lengths; words of more than 64 bytes cost 1000.
double slip_cost(std::string_view typed, std::string_view meant);

}  // namespace m150::inline v0
