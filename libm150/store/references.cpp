#include "libm150/store/references.hpp"

#include <algorithm>
#include <array>

#include "libm150/base/text.hpp"
#include "libm150/record/text_form.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::array<std::string_view, 5> many{"questions", "answers", "inventory", "news", "contacts"};

// "did you mean" looks at this many ids before and after the unknown one.
constexpr std::int64_t neighbours_looked_at = 2000;

std::string type_name(std::string_view plural) {
    std::string name;
    for_each_record_type([&]<class Record>() {
        if (Schema<Record>::plural == plural) name = Schema<Record>::type;
    });
    return name;
}

}  // namespace

bool References::exists(std::string_view plural, const std::string& id) {
    const std::string table = '"' + std::string(plural) + '"';
    if (std::find(many.begin(), many.end(), plural) != many.end()) {
        return database_.query("SELECT 1 FROM " + table + " WHERE id = ?").bind(1, id).step();
    }
    auto found = known_.find(plural);
    if (found == known_.end()) {
        found = known_.emplace(std::string(plural), std::unordered_set<std::string>{}).first;
        sql::Query all = database_.query("SELECT id FROM " + table);
        while (all.step())
            found->second.emplace(all.text(0));
    }
    return found->second.contains(id);
}

void References::wrote(std::string_view plural, const std::string& id) {
    const auto found = known_.find(plural);
    if (found != known_.end()) found->second.insert(id);
    if (plural == Schema<Municipality>::plural) lives_.erase(id);
}

void References::forget() {
    known_.clear();
    lives_.clear();
}

const References::Life* References::life_of(const Id<Municipality>& id) {
    const auto found = lives_.find(id.str());
    if (found != lives_.end()) return &found->second;
    sql::Query row =
        database_.query("SELECT name, valid_from, valid_to, successor FROM municipalities WHERE id = ?");
    if (!row.bind(1, id.str()).step()) return nullptr;
    Life life;
    life.name = row.text(0);
    if (!row.is_null(1)) life.from = Date::parse(row.text(1));
    if (!row.is_null(2)) life.to = Date::parse(row.text(2));
    if (!row.is_null(3)) life.successor = Id<Municipality>(std::string(row.text(3)));
    return &lives_.emplace(id.str(), std::move(life)).first->second;
}

std::string References::described(const Id<Municipality>& id) {
    const Life* life = life_of(id);
    return life ? id.str() + " " + life->name : id.str();
}

References::AsOf References::as_of(const Id<Municipality>& id, Date day) {
    const Life* life = life_of(id);
    if (!life || life->on(day)) return {};
    if (life->from && day < *life->from) {
        return {std::nullopt,
                Problem{"", described(id) + " did not exist yet on " + day.str(),
                        "a municipality that existed on that day",
                        "it exists from " + life->from->str() + "; name one that it was made of"}};
    }
    const Date ended = *life->to;
    Id<Municipality> now = id;
    std::set<Id<Municipality>> seen{id};
    while (life && !life->on(day)) {
        if (!life->successor || (life->to && day <= *life->to)) break;
        now = *life->successor;
        if (!seen.insert(now).second) break;
        life = life_of(now);
    }
    if (life && life->on(day)) {
        return {
            Resolution{id, now,
                       described(id) + " merged into " + described(now) + " on " + ended.plus_days(1).str()},
            std::nullopt};
    }
    const std::string why = now == id ? " and names no successor" : " and no successor of it existed then";
    return {std::nullopt, Problem{"", described(id) + " ended on " + ended.str() + why,
                                  "a municipality that existed on " + day.str(),
                                  "give it a successor, or name the municipality that took over"}};
}

std::optional<Date> References::date_of_question(const Id<Question>& id) {
    sql::Query row = database_.query("SELECT date FROM questions WHERE id = ?");
    if (!row.bind(1, id.str()).step()) return std::nullopt;
    return Date::parse(row.text(0));
}

std::vector<std::string> References::candidates(std::string_view plural, const std::string& id) {
    const std::string from = "SELECT id FROM \"" + std::string(plural) + "\" WHERE id ";
    std::vector<std::string> ids;
    for (const char* side : {"< ?1 ORDER BY id DESC LIMIT ?2", "> ?1 ORDER BY id LIMIT ?2"}) {
        sql::Query near = database_.query(from + side);
        near.bind(1, id).bind(2, neighbours_looked_at);
        while (near.step())
            ids.emplace_back(near.text(0));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

Problem References::unknown(std::string_view plural, const std::string& id) {
    const std::string type = type_name(plural);
    std::string close = nearest(id, candidates(plural, id));
    if (plural == Schema<Municipality>::plural && !close.empty()) close = described(Id<Municipality>(close));
    return {"", "refers to the " + type + " '" + excerpt(id, 60) + "', which does not exist",
            "the id of a " + type,
            close.empty() ? "add the " + type + " first" : "did you mean " + close + "?"};
}

}  // namespace m150::inline v0
