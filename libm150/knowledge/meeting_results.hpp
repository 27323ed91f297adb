// What a meeting brought, from the lists that people keep of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/id.hpp"
#include "libm150/record/meeting.hpp"
#include "libm150/store/store.hpp"

namespace m150::inline v0 {

// CSV files (docs/meetings.md lists their columns), each of which may be absent. Municipalities, topics and
// speakers are recognised as people write them.
struct MeetingFiles {
    std::optional<std::filesystem::path> registrations;  // gemeente, aantal, wensen, aanwezig
    std::optional<std::filesystem::path> ratings;        // spreker, agendapunt, cijfer, aantal
    std::optional<std::filesystem::path> contacts;       // van, naar, onderwerp, uitkomst
    std::optional<std::filesystem::path> questions;      // gemeente, vraag, onderwerp, titel
    // Of a row of `registrations` that does not say whether it attended: true for a list of those who were
    // there. Absent: not known.
    std::optional<bool> attended;
    // Ratings are 1 to this: 5, or 10 for school marks, which become 1 to 5. 2 to 100.
    int highest_rating = 5;
    std::size_t max_errors = 100;  // problems listed before the rest is only counted
};

struct MeetingImport {
    // By plural type name: how many records were written. The meeting counts as one.
    std::map<std::string, std::uint64_t> records;
    int registrations = 0;  // municipalities on the list
    int attended = 0;       // of them, those that attended
    int ratings = 0;        // talks that were given a rating
    int contacts = 0;
    int questions = 0;
    int passed_over = 0;  // records that were there already, just so
    // Columns that were left out, by their heads; encodings; municipalities resolved.
    std::vector<std::string> notices;
    friend bool operator==(const MeetingImport&, const MeetingImport&) = default;
};

// Into the open transaction of the store; see KnowledgeBase::import_meeting.
M150_EXPORT MeetingImport import_meeting_results(Store& store, const Id<Meeting>& meeting,
                                                 const MeetingFiles& files);

}  // namespace m150::inline v0
