// Who knows, and the numbers that it is concluded from.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/match/ask.hpp"

namespace m150::inline v0 {

// ask().municipalities, without the answers.
M150_EXPORT std::vector<Knower> who_knows(const Snapshot& now, const AskOptions& options);

// What the ranking looks at; "knowers.<name>" is the parameter with its weight.
enum class KnowerFeature : std::size_t { votes, profile, topics, active, steady, network };
inline constexpr std::size_t knower_features_count = 6;
using KnowerValues = std::array<double, knower_features_count>;  // by KnowerFeature
M150_EXPORT std::string_view name_of(KnowerFeature feature);     // "votes", ...

struct KnowerFeatures {
    Id<Municipality> municipality;
    KnowerValues values{};  // each 0..1, and 1 for whoever has most of it
};

// Of every municipality that who_knows() would rank for the question, ascending by id: for whoever fits a
// model of their own. `options.limit` is passed over. Throws what ask() throws.
M150_EXPORT std::vector<KnowerFeatures> knower_features(const Snapshot& now, const AskOptions& options);

}  // namespace m150::inline v0
