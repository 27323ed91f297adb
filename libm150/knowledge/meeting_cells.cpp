#include "libm150/knowledge/meeting_cells.hpp"

#include <algorithm>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/store/connection.hpp"

namespace m150::inline v0 {

namespace {

bool is_one_of(const std::string& key, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), key) != words.end();
}

Problem is_wrong(const Sheet& sheet, std::size_t column, std::string expected) {
    return {"", "is '" + excerpt(sheet.text(column), 60) + "'", std::move(expected), "correct it"};
}

}  // namespace

std::optional<Id<Municipality>> MeetingCells::municipality(Sheet& sheet, std::size_t column) const {
    Problem problem{"", "is empty", "the code or the name of a municipality", "fill it in"};
    std::optional<Id<Municipality>> id;
    if (!sheet.text(column).empty()) id = recognise_.municipality(sheet.text(column), problem);
    if (!id) {
        sheet.wrong(column, std::move(problem));
        return std::nullopt;
    }
    References::AsOf as_of = store_.connection().references().as_of(*id, meeting_.date);
    if (as_of.problem) {
        sheet.wrong(column, std::move(*as_of.problem));
        return std::nullopt;
    }
    if (!as_of.resolution) return id;
    context_.resolved(sheet.file(), sheet.place(column), *as_of.resolution);
    return as_of.resolution->to;
}

std::optional<std::vector<Id<Topic>>> MeetingCells::topics(Sheet& sheet, std::size_t column) const {
    Problem problem;
    auto topics = recognise_.topics(sheet.text(column), problem);
    if (!topics) sheet.wrong(column, std::move(problem));
    return topics;
}

std::optional<Id<Speaker>> MeetingCells::speaker(Sheet& sheet, std::size_t column) const {
    Problem problem;
    auto speaker = recognise_.speaker(sheet.text(column), problem);
    if (!speaker) {
        sheet.wrong(column, std::move(problem));
        return std::nullopt;
    }
    if (store_.find(*speaker)) return speaker;
    const auto asked = municipality(sheet, column);
    return asked ? std::optional(Id<Speaker>(asked->str())) : std::nullopt;
}

std::optional<std::size_t> MeetingCells::item(Sheet& sheet, std::size_t column) const {
    const std::string key = plain_key(sheet.text(column));
    std::vector<std::string> known;
    for (std::size_t i = 0; i < meeting_.agenda.size(); ++i) {
        const AgendaItem& item = meeting_.agenda[i];
        if (sheet.text(column) == item.id || (!key.empty() && key == plain_key(item.title))) return i;
        known.push_back(item.id);
        known.push_back(item.title);
    }
    const std::string close = nearest(sheet.text(column), known);
    sheet.wrong(column, {"", "'" + excerpt(sheet.text(column), 60) + "' is not on the agenda of the meeting",
                         "the id or the title of an item",
                         close.empty() ? "correct it, or give the meeting the agenda of its plan first"
                                       : "did you mean '" + close + "'?"});
    return std::nullopt;
}

std::optional<double> MeetingCells::number(Sheet& sheet, std::size_t column, double low, double high) const {
    std::string text(sheet.text(column));
    std::replace(text.begin(), text.end(), ',', '.');
    double value = low - 1;
    try {
        from_text(text, value);
    } catch (const InvalidInput&) {
        value = low - 1;
    }
    if (value >= low && value <= high) return value;
    sheet.wrong(column, is_wrong(sheet, column, "a number from " + to_text(low) + " to " + to_text(high)));
    return std::nullopt;
}

std::optional<int> MeetingCells::count(Sheet& sheet, std::size_t column) const {
    if (sheet.text(column).empty()) return 1;
    const auto value = number(sheet, column, 1, 1000);
    if (!value) return std::nullopt;
    if (*value == static_cast<int>(*value)) return static_cast<int>(*value);
    sheet.wrong(column, is_wrong(sheet, column, "a whole number"));
    return std::nullopt;
}

bool MeetingCells::yes_or_no(Sheet& sheet, std::size_t column, std::optional<bool> otherwise,
                             std::optional<bool>& value) const {
    value = otherwise;
    if (sheet.text(column).empty()) return true;
    const std::string key = plain_key(sheet.text(column));
    const std::string_view text = sheet.text(column);
    const auto marked = [&](std::initializer_list<std::string_view> marks) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](std::string_view mark) { return text.starts_with(mark); });
    };
    const bool yes = marked({"\u2713", "\u2714", "\u2611"}) ||
                     is_one_of(key, {"ja", "j", "yes", "y", "x", "v", "1", "true", "aanwezig", "was er"});
    if (!yes && !marked({"\u2717", "\u2718"}) &&
        !is_one_of(key, {"nee", "n", "no", "0", "false", "afwezig", "afgemeld", "no show", "niet",
                         "was er niet", "niet aanwezig", "ziek", "verhinderd"})) {
        sheet.wrong(column, is_wrong(sheet, column, "ja or nee"));
        return false;
    }
    value = yes;
    return true;
}

std::optional<ContactOutcome> MeetingCells::outcome(Sheet& sheet, std::size_t column) const {
    const std::string key = plain_key(sheet.text(column));
    if (is_one_of(key, {"", "unknown", "onbekend", "afgesproken"})) return ContactOutcome::unknown;
    if (is_one_of(key, {"helpful", "geholpen", "nuttig", "ja"})) return ContactOutcome::helpful;
    if (is_one_of(key, {"not helpful", "niet geholpen", "niet nuttig", "nee"}))
        return ContactOutcome::not_helpful;
    if (is_one_of(key, {"declined", "afgewezen", "geweigerd", "kon niet"})) return ContactOutcome::declined;
    sheet.wrong(column, is_wrong(sheet, column, "geholpen, niet geholpen, afgewezen or onbekend"));
    return std::nullopt;
}

}  // namespace m150::inline v0
