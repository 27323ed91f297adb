// Which records a record refers to, and whether those exist on its date.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/error.hpp"
#include "libm150/record/schema.hpp"
#include "libm150/store/json_record.hpp"
#include "libm150/store/sqlite.hpp"

namespace m150::inline v0 {

// The place of `Record` in RecordTypes.
template <class Record>
constexpr std::size_t index_of() {
    std::size_t index = 0;
    std::size_t found = 0;
    for_each_record_type([&]<class Other>() {
        if (std::is_same_v<Record, Other>) found = index;
        ++index;
    });
    return found;
}

// Calls visit(field, id) for every id of a record in `value`, which may be const or not.
template <class T, class Visit>
void visit_references(std::string_view field, T& value, Visit& visit) {
    using Plain = std::remove_const_t<T>;
    if constexpr (requires { typename Plain::record_type; }) {
        visit(field, value);
    } else if constexpr (json::is_optional<Plain>) {
        if (value) visit_references(field, *value, visit);
    } else if constexpr (json::is_list<Plain>) {
        for (auto& item : value)
            visit_references(field, item, visit);
    } else if constexpr (std::is_same_v<Plain, Audience>) {
        if (value.kind == AudienceKind::network) visit(field, value.network);
        if (value.kind == AudienceKind::members) visit_references(field, value.members, visit);
    } else if constexpr (json::HasSchema<Plain>) {
        for_each_field<Plain>([&](const auto& part) { visit_references(field, value.*part.member, visit); });
    }
}

// Calls visit(field, id) for every id in `record` but its own; `field` is the record's field, also for its
// parts.
template <class Record, class Visit>
void for_each_reference(Record& record, Visit&& visit) {
    for_each_field<std::remove_const_t<Record>>([&](const auto& field) {
        if (field.name != "id") visit_references(field.name, record.*field.member, visit);
    });
}

// Whether a value of type T can hold the id of a `Target`.
template <class Target, class T>
constexpr bool can_refer_to() {
    if constexpr (requires { typename T::record_type; }) {
        return std::is_same_v<typename T::record_type, Target>;
    } else if constexpr (json::is_optional<T> || json::is_list<T>) {
        return can_refer_to<Target, typename T::value_type>();
    } else if constexpr (std::is_same_v<T, Audience>) {
        return std::is_same_v<Target, Municipality> || std::is_same_v<Target, Network>;
    } else if constexpr (json::HasSchema<T>) {
        bool can = false;
        for_each_field<T>([&](const auto& part) {
            can = can || can_refer_to<Target, std::decay_t<decltype(std::declval<T>().*part.member)>>();
        });
        return can;
    } else {
        return false;
    }
}

// The day as of which a record's references are meant; none for records that are not about a day.
template <class Record>
std::optional<Date> date_of(const Record& record) {
    if constexpr (requires { record.date; }) {
        return record.date;
    } else if constexpr (std::is_same_v<Record, WorkingGroup> || std::is_same_v<Record, Pause>) {
        return record.from;
    } else {
        return std::nullopt;
    }
}

// A municipality that was replaced by its successor, and the words for it.
struct Resolution {
    Id<Municipality> from;
    Id<Municipality> to;
    std::string text;  // "GM0501 Brielle merged into GM1992 Voorne aan Zee on 2023-01-01"
};

struct Admission {
    std::vector<Problem> problems;        // as validate() gives them
    std::vector<Resolution> resolutions;  // of municipalities, already made in the record
};

// A reference to a record that may still come in the same load.
struct OpenReference {
    std::string field;
    std::string type;  // plural
    std::string id;
};

// Knows what exists. The ids of all types but the many (questions, answers, inventory, news, contacts) are
// kept in memory once asked for; the owner tells what it writes.
class References {
  public:
    explicit References(sql::Database& database) : database_(database) {}

    bool exists(std::string_view plural, const std::string& id);
    void wrote(std::string_view plural, const std::string& id);
    void forget();  // what is in memory, because a transaction was undone or others may have written

    // The municipality that `id`, which exists, was on `day`: itself or the successor that had taken over. A
    // problem (what, expected, advice) when there was none.
    struct AsOf {
        std::optional<Resolution> resolution;
        std::optional<Problem> problem;
    };
    AsOf as_of(const Id<Municipality>& id, Date day);

    std::optional<Date> date_of_question(const Id<Question>& id);

    // "refers to ..., which does not exist", with the nearest id that does.
    Problem unknown(std::string_view plural, const std::string& id);

  private:
    struct Life {
        std::string name;
        std::optional<Date> from;
        std::optional<Date> to;
        std::optional<Id<Municipality>> successor;
        bool on(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
    };
    const Life* life_of(const Id<Municipality>& id);
    std::string described(const Id<Municipality>& id);
    std::vector<std::string> candidates(std::string_view plural, const std::string& id);

    sql::Database& database_;
    std::map<std::string, std::unordered_set<std::string>, std::less<>> known_;
    std::unordered_map<std::string, Life> lives_;
};

}  // namespace m150::inline v0
