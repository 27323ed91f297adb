// Which speakers fit an agenda.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/record/meeting.hpp"

namespace m150::inline v0 {

// Rows are agenda items, columns are speakers. Each value is 0..1 and comparable across items: an item with
// common words does not make every speaker look good.
struct SpeakerFit {
    std::vector<std::string> items;            // ids, in the order of the agenda
    std::vector<Id<Speaker>> speakers;         // ascending
    std::vector<double> values;                // row by row: items.size() x speakers.size()
    std::vector<std::vector<Reason>> reasons;  // in the same order; each adds up to its value

    double value(std::size_t item, std::size_t speaker) const {
        return values[item * speakers.size() + speaker];
    }
};

// Without weights those of the knowledge base. Throws InvalidInput for an agenda without items, with an id
// twice, or with unknown topics.
M150_EXPORT SpeakerFit speaker_fit(const Snapshot& now, const std::vector<AgendaItem>& agenda,
                                   const std::optional<FitWeights>& weights = {});

}  // namespace m150::inline v0
