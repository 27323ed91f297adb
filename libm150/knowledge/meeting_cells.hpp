// What the cells of a meeting's lists say. Internal to this floor.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/knowledge/recognise.hpp"
#include "libm150/knowledge/sheet.hpp"
#include "libm150/record/contact.hpp"
#include "libm150/record/meeting.hpp"

namespace m150::inline v0 {

// Reads cells, and says in the sheet what is wrong with one: then the value is absent.
class MeetingCells {
  public:
    MeetingCells(const Store& store, const Meeting& meeting, LoadContext& context)
        : store_(store), meeting_(meeting), context_(context), recognise_(store, meeting.date) {}

    // As it was on the day of the meeting.
    std::optional<Id<Municipality>> municipality(Sheet& sheet, std::size_t column) const;
    std::optional<std::vector<Id<Topic>>> topics(Sheet& sheet, std::size_t column) const;
    // Of a municipality that was asked to speak: its code, as it was on the day of the meeting.
    std::optional<Id<Speaker>> speaker(Sheet& sheet, std::size_t column) const;
    // The place on the agenda of the item of that id or title.
    std::optional<std::size_t> item(Sheet& sheet, std::size_t column) const;
    // From `low` to `high`; a decimal comma is one.
    std::optional<double> number(Sheet& sheet, std::size_t column, double low, double high) const;
    std::optional<int> count(Sheet& sheet, std::size_t column) const;  // 1 to 1000; an empty cell is 1
    // Yes or no as people write it, `otherwise` for an empty cell. False when it is neither.
    bool yes_or_no(Sheet& sheet, std::size_t column, std::optional<bool> otherwise,
                   std::optional<bool>& value) const;
    std::optional<ContactOutcome> outcome(Sheet& sheet, std::size_t column) const;

  private:
    const Store& store_;
    const Meeting& meeting_;
    LoadContext& context_;
    Recogniser recognise_;
};

}  // namespace m150::inline v0
