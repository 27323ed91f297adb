#include "libm150/record/validate.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <type_traits>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/record/text_form.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t max_list_items = 10000;

// Collects problems of one record, each with the record and the field it is about.
class Findings {
  public:
    Findings(std::string_view type, const std::string& id)
        : record_(std::string(type) + " " + (id.empty() ? std::string("without an id") : excerpt(id, 60))) {}

    void add(std::string_view field, std::string what, std::string expected, std::string advice = {}) {
        problems_.push_back({record_ + ", field " + std::string(field), std::move(what), std::move(expected),
                             std::move(advice)});
    }
    void require(bool holds, std::string_view field, std::string what, std::string expected,
                 std::string advice = {}) {
        if (!holds) add(field, std::move(what), std::move(expected), std::move(advice));
    }
    void within(std::string_view field, double value, double low, double high) {
        require(std::isfinite(value) && value >= low && value <= high, field, "is " + to_text(value),
                "a number from " + to_text(low) + " to " + to_text(high));
    }
    std::vector<Problem> take() { return std::move(problems_); }

  private:
    std::string record_;
    std::vector<Problem> problems_;
};

bool is_line(std::string_view field) {
    return field != "text" && field != "remark" && field != "profile" && field != "definition";
}

void check_id(Findings& findings, std::string_view field, const std::string& id) {
    findings.require(is_id(id), field, id.empty() ? "is empty" : "'" + excerpt(id, 60) + "' is no id",
                     "1 to " + std::to_string(max_id_bytes) + " bytes without spaces, '|' or '\\'");
}

void check(Findings& findings, std::string_view field, const std::string& text) {
    const std::size_t limit = is_line(field) ? max_line_bytes : max_text_bytes;
    findings.require(text.size() <= limit, field, "is " + std::to_string(text.size()) + " bytes long",
                     "at most " + std::to_string(limit) + " bytes",
                     "shorten it, or split it over two records");
    const std::size_t at = invalid_utf8(text);
    findings.require(at == std::string_view::npos, field,
                     "byte " + std::to_string(at + 1) + " is not valid text", "UTF-8 without NUL bytes",
                     "save the source as UTF-8");
    const bool broken = is_line(field) && text.find_first_of("\r\n") != std::string::npos;
    findings.require(!broken, field, "holds a line break", "one line");
}

template <class Record>
void check(Findings& findings, std::string_view field, const Id<Record>& id) {
    if constexpr (std::is_same_v<Record, Municipality>) {
        bool canonical = true;
        try {
            canonical = parse_municipality_id(id.str()) == id;
        } catch (const InvalidInput&) {
            canonical = false;
        }
        findings.require(canonical, field, "'" + excerpt(id.str(), 60) + "' is no municipality code",
                         "a CBS code in its canonical form, such as GM0355", "use parse_municipality_id");
    } else {
        check_id(findings, field, id.str());
    }
}

template <class Part>
concept HasSchema = requires {
    Schema<Part>::type;
};

void check(Findings&, std::string_view, bool) {}
void check(Findings&, std::string_view, int) {}
void check(Findings&, std::string_view, std::int64_t) {}
void check(Findings&, std::string_view, Date) {}
void check(Findings&, std::string_view, AnswerStatus) {}
void check(Findings&, std::string_view, MeetingKind) {}
void check(Findings&, std::string_view, ContactOutcome) {}
void check(Findings&, std::string_view, OutcomeKind) {}
void check(Findings&, std::string_view, VocabularyKind) {}
void check(Findings& findings, std::string_view field, double value) {
    findings.require(std::isfinite(value), field, "is not a finite number", "a finite number");
}
void check(Findings& findings, std::string_view field, const Provenance& value) {
    check(findings, field, value.source);
}
void check(Findings& findings, std::string_view field, const Audience& value) {
    if (value.kind == AudienceKind::network) check(findings, field, value.network);
    if (value.kind != AudienceKind::members) return;
    findings.require(!value.members.empty(), field, "names no members", "members:<code>+<code>...");
    for (const auto& member : value.members)
        check(findings, field, member);
}
void check(Findings& findings, std::string_view field, const std::map<int, std::int64_t>& value) {
    for (const auto& [year, count] : value) {
        findings.require(year >= 1800 && year <= 2200, field, "has the year " + std::to_string(year),
                         "1800 to 2200");
        findings.require(count >= 0, field, "is negative in " + std::to_string(year), "0 or more");
    }
}
template <class Value>
void check(Findings& findings, std::string_view field, const std::optional<Value>& value);
template <class Value>
void check(Findings& findings, std::string_view field, const std::vector<Value>& values);
template <HasSchema Part>
void check(Findings& findings, std::string_view field, const Part& part) {
    for_each_field<Part>([&](const auto& f) {
        const std::string name = std::string(field) + "." + std::string(f.name);
        if constexpr (std::is_same_v<std::decay_t<decltype(part.*f.member)>, std::string>) {
            if (f.need == Need::required)
                findings.require(!(part.*f.member).empty(), name, "is empty", "some text");
            check(findings, f.name == "text" ? f.name : std::string_view(name), part.*f.member);
        } else {
            check(findings, name, part.*f.member);
        }
    });
}
template <class Value>
void check(Findings& findings, std::string_view field, const std::optional<Value>& value) {
    if (value) check(findings, field, *value);
}
template <class Value>
void check(Findings& findings, std::string_view field, const std::vector<Value>& values) {
    findings.require(values.size() <= max_list_items, field,
                     "has " + std::to_string(values.size()) + " items",
                     "at most " + std::to_string(max_list_items));
    for (std::size_t i = 0; i < values.size() && i < max_list_items; ++i) {
        check(findings, std::string(field) + "[" + std::to_string(i) + "]", values[i]);
        if constexpr (!HasSchema<Value>) {
            const bool repeated = std::find(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(i),
                                            values[i]) != values.begin() + static_cast<std::ptrdiff_t>(i);
            findings.require(!repeated, field, "names '" + excerpt(to_text(values[i]), 60) + "' twice",
                             "each item once");
        }
    }
}

// What every record must satisfy, field by field.
template <class Record>
Findings check_fields(const Record& record) {
    Findings findings(Schema<Record>::type, record.id.str());
    for_each_field<Record>([&](const auto& field) {
        const auto& value = record.*field.member;
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>) {
            if (field.need == Need::required)
                findings.require(!trim(value).empty(), field.name, "is empty", "some text");
        }
        check(findings, field.name, value);
    });
    return findings;
}

void check_order(Findings& findings, std::string_view field, const std::optional<Date>& from,
                 const std::optional<Date>& to) {
    if (from && to) {
        findings.require(*from <= *to, field, to->str() + " lies before " + from->str(),
                         "a last day on or after the first");
    }
}

}  // namespace

// Ids become boolean terms and parts of messages: printable, and no white space or list separator in them.
bool is_id(std::string_view id) {
    const auto bad = [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '|' || c == '\\' || c == 127;
    };
    return !id.empty() && id.size() <= max_id_bytes && std::none_of(id.begin(), id.end(), bad) &&
           invalid_utf8(id) == std::string_view::npos;
}

std::vector<Problem> validate(const Municipality& record) {
    Findings findings = check_fields(record);
    findings.require(record.latitude.has_value() == record.longitude.has_value(), "latitude",
                     "latitude and longitude are not both given", "both or neither");
    if (record.latitude) findings.within("latitude", *record.latitude, -90, 90);
    if (record.longitude) findings.within("longitude", *record.longitude, -180, 180);
    if (record.urbanity) findings.within("urbanity", *record.urbanity, 1, 5);
    if (record.area_km2) findings.within("area_km2", *record.area_km2, 0, 1e6);
    check_order(findings, "valid_to", record.valid_from, record.valid_to);
    findings.require(!record.successor || record.valid_to, "successor",
                     "is given for a municipality that still exists", "valid_to as well",
                     "give the last day of existence");
    findings.require(record.successor != record.id, "successor", "is the municipality itself",
                     "another municipality");
    return findings.take();
}

std::vector<Problem> validate(const Network& record) {
    Findings findings = check_fields(record);
    for (const Band& band : record.bands) {
        findings.require(band.at_least >= 0, "bands", "starts below 0 inhabitants", "0 or more");
        findings.require(!band.at_most || *band.at_most >= band.at_least, "bands",
                         "ends below where it starts", "at_most not below at_least");
        check_order(findings, "bands", band.from, band.to);
    }
    for (const Membership& member : record.members)
        check_order(findings, "members", member.from, member.to);
    return findings.take();
}

std::vector<Problem> validate(const Organisation& record) {
    return check_fields(record).take();
}

std::vector<Problem> validate(const Topic& record) {
    Findings findings = check_fields(record);
    const auto names_itself = [&](const auto& list) {
        return std::find(list.begin(), list.end(), record.id) != list.end();
    };
    findings.require(!names_itself(record.broader), "broader", "names the topic itself", "other topics");
    findings.require(!names_itself(record.related), "related", "names the topic itself", "other topics");
    for (const std::string& label : record.alternative_labels) {
        findings.require(!trim(label).empty(), "alternative_labels", "holds an empty label",
                         "labels with text");
    }
    return findings.take();
}

std::vector<Problem> validate(const VocabularyEntry& record) {
    Findings findings = check_fields(record);
    const auto filled = [&](std::string_view field, const std::vector<std::string>& list) {
        for (const std::string& text : list)
            findings.require(!trim(text).empty(), field, "holds an empty text", "words");
    };
    filled("means", record.means);
    filled("context", record.context);
    return findings.take();
}

std::vector<Problem> validate(const Question& record) {
    Findings findings = check_fields(record);
    findings.require(!trim(record.title).empty() || !trim(record.text).empty(), "text",
                     "title and text are both empty", "a question in words");
    return findings.take();
}

std::vector<Problem> validate(const Answer& record) {
    Findings findings = check_fields(record);
    findings.require(record.by.has_value() != record.by_organisation.has_value(), "by",
                     record.by ? "by and by_organisation are both given" : "nobody is named as the answerer",
                     "exactly one of by and by_organisation");
    return findings.take();
}

std::vector<Problem> validate(const InventoryResponse& record) {
    Findings findings = check_fields(record);
    findings.within("needs", record.needs, 0, 3);
    findings.within("offers", record.offers, 0, 3);
    return findings.take();
}

std::vector<Problem> validate(const NewsItem& record) {
    return check_fields(record).take();
}

std::vector<Problem> validate(const Meeting& record) {
    Findings findings = check_fields(record);
    std::set<std::string> seen;
    for (const AgendaItem& item : record.agenda) {
        findings.require(seen.insert(item.id).second, "agenda",
                         "has two items with the id " + excerpt(item.id, 60), "an id once in an agenda");
        findings.within("agenda.minutes", item.minutes, 1, 1440);
        findings.within("agenda.speakers_at_least", item.speakers_at_least, 0, 1000);
        findings.require(item.speakers_at_most >= item.speakers_at_least && item.speakers_at_most <= 1000,
                         "agenda.speakers_at_most", "is " + to_text(item.speakers_at_most),
                         "at least speakers_at_least, at most 1000");
    }
    std::set<Id<Municipality>> registered;
    for (const Registration& registration : record.registrations) {
        findings.require(registered.insert(registration.municipality).second, "registrations",
                         "names " + registration.municipality.str() + " twice",
                         "one registration a municipality");
        findings.within("registrations.people", registration.people, 1, 1000);
    }
    return findings.take();
}

std::vector<Problem> validate(const Speaker& record) {
    Findings findings = check_fields(record);
    findings.require(!(record.organisation && record.municipality), "organisation",
                     "organisation and municipality are both given", "at most one of the two");
    for (const Period& period : record.availability)
        check_order(findings, "availability", period.from, period.to);
    for (const Talk& talk : record.talks) {
        if (talk.rating) findings.within("talks.rating", *talk.rating, 1, 5);
    }
    return findings.take();
}

std::vector<Problem> validate(const Contact& record) {
    Findings findings = check_fields(record);
    findings.require(record.from != record.to, "to", "is the same municipality as from",
                     "two municipalities");
    return findings.take();
}

std::vector<Problem> validate(const WorkingGroup& record) {
    Findings findings = check_fields(record);
    findings.require(!record.topics.empty(), "topics", "is empty", "the topics that the group is about",
                     "name at least one");
    check_order(findings, "to", record.from, record.to);
    if (record.chair) {
        findings.require(
            std::find(record.members.begin(), record.members.end(), *record.chair) != record.members.end(),
            "chair", record.chair->str() + " is not among the members", "a member", "add it to members");
    }
    for (const Milestone& milestone : record.milestones) {
        findings.require(record.from <= milestone.date && (!record.to || milestone.date <= *record.to),
                         "milestones", milestone.date.str() + " lies outside the days of the group",
                         "days from `from` to `to`");
    }
    findings.require(trim(record.delivered).empty() || record.to, "delivered",
                     "is given for a group that still runs", "`to` as well", "give its last day");
    return findings.take();
}

// An outcome that contradicts itself says nothing that can be counted.
std::vector<Problem> validate(const Outcome& record) {
    Findings findings = check_fields(record);
    check_order(findings, "date", record.asked, record.date);
    const bool by_base = record.kind == OutcomeKind::answered_by_base;
    const bool by_nobody = record.kind == OutcomeKind::no_answer;
    const std::string kind = to_text(record.kind);
    findings.require(by_base || !record.pair, "pair", "is given for the kind " + kind,
                     "a pair for answered-by-base only", "leave it out, or correct the kind");
    findings.require(!(record.pair && record.pair == record.question), "pair", "is the question itself",
                     "another question, whose answers were there already", "name that one, or leave it out");
    findings.require(by_base || by_nobody || record.municipality, "municipality",
                     "is missing for the kind " + kind, "the municipality that was asked");
    findings.require(!((by_base || by_nobody) && record.municipality), "municipality",
                     "is given for the kind " + kind, "one for passed-on, contacted and declined only",
                     "leave it out, or correct the kind");
    findings.require(!(record.municipality && record.municipality == record.asked_by), "municipality",
                     "is who asked", "another municipality");
    const bool helped = record.helpful.value_or(false);
    findings.require(!helped || (!by_nobody && record.kind != OutcomeKind::declined), "helpful",
                     "is true for the kind " + kind, "false or nothing, as nobody helped",
                     "leave it out, or correct the kind");
    if (record.confidence) findings.within("confidence", *record.confidence, 0, 1);
    return findings.take();
}

std::vector<Problem> validate(const Pause& record) {
    Findings findings = check_fields(record);
    check_order(findings, "to", record.from, record.to);
    return findings.take();
}

}  // namespace m150::inline v0
