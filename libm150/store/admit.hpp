// What stands between a record and the store: validation, references, municipalities that merged.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "libm150/record/validate.hpp"
#include "libm150/store/connection.hpp"
#include "libm150/store/outcomes_told.hpp"
#include "libm150/store/references.hpp"

namespace m150::inline v0 {

enum class Write { insert, replace };

namespace admission {

// "question v-1, field date", as validate() says it.
template <class Record>
std::string place(const Record& record, std::string_view field) {
    return std::string(Schema<Record>::type) + " " + excerpt(record.id.str(), 60) + ", field " +
           std::string(field);
}

// Checks one reference of `record`; resolves it when it is a municipality that had merged by `day`.
template <class Record, class Target>
void check_reference(References& references, const Record& record, std::string_view field, Id<Target>& id,
                     const std::optional<Date>& day, std::vector<OpenReference>* open, Admission& admission) {
    constexpr std::string_view plural = Schema<Target>::plural;
    if (!references.exists(plural, id.str())) {
        if (open && index_of<Target>() >= index_of<Record>()) {
            open->push_back({std::string(field), std::string(plural), id.str()});
            return;
        }
        Problem problem = references.unknown(plural, id.str());
        problem.where = place(record, field);
        admission.problems.push_back(std::move(problem));
        return;
    }
    if constexpr (std::is_same_v<Target, Municipality>) {
        if (!day) return;
        References::AsOf as_of = references.as_of(id, *day);
        if (as_of.problem) {
            as_of.problem->where = place(record, field);
            admission.problems.push_back(std::move(*as_of.problem));
        } else if (as_of.resolution) {
            id = as_of.resolution->to;
            admission.resolutions.push_back(std::move(*as_of.resolution));
        }
    }
}

// Two municipalities that merged into one leave it in a list twice.
template <class Item>
void drop_repeats(std::vector<Id<Item>>& ids) {
    std::vector<Id<Item>> kept;
    for (Id<Item>& id : ids) {
        if (std::find(kept.begin(), kept.end(), id) == kept.end()) kept.push_back(std::move(id));
    }
    ids = std::move(kept);
}

template <class Record>
void tidy_lists(Record& record) {
    for_each_field<Record>([&](const auto& field) {
        auto& value = record.*field.member;
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::vector<Id<Municipality>>>)
            drop_repeats(value);
    });
    std::sort(record.audience.members.begin(), record.audience.members.end());
    drop_repeats(record.audience.members);
}

// What only the store can say about dates: an answer comes after its question, and what answered a question
// was there by then.
void check_dates(Store::Connection& connection, const Answer& answer, Admission& admission);
void check_dates(Store::Connection& connection, const Question& question, Admission& admission);
void check_dates(Store::Connection& connection, const Outcome& outcome, Admission& admission);
template <class Record>
void check_dates(Store::Connection&, const Record&, Admission&) {}

}  // namespace admission

// Everything that is wrong with writing `record` now. Municipalities are resolved in place. With `open`,
// references to types that come later in a load, or to its own type, may be to records that do not exist yet:
// they are added to it, to be checked at the end.
template <class Record>
Admission admit(Store::Connection& connection, Record& record, Write write,
                std::vector<OpenReference>* open = nullptr) {
    Admission admission{validate(record), {}};
    References& references = connection.references();
    const bool known = references.exists(Schema<Record>::plural, record.id.str());
    if (admission.problems.empty() && known != (write == Write::replace)) {
        admission.problems.push_back(
            {admission::place(record, "id"), known ? "exists already" : "does not exist",
             known ? "a new id" : "the id of a record to replace",
             known ? "give it another id, or replace the record" : "insert it instead"});
        return admission;
    }
    const std::optional<Date> day = date_of(record);
    for_each_reference(record, [&](std::string_view field, auto& id) {
        if (is_id(id.str())) admission::check_reference(references, record, field, id, day, open, admission);
    });
    const bool dates_later = open && std::is_same_v<Record, Question>;
    if (admission.problems.empty() && !dates_later) admission::check_dates(connection, record, admission);
    if (admission.problems.empty() && !admission.resolutions.empty()) {
        admission::tidy_lists(record);
        admission.problems = validate(record);
    }
    if constexpr (std::is_same_v<Record, Outcome>) {
        // In a load what contradicts it may be replaced yet.
        if (admission.problems.empty() && !open)
            OutcomesTold(connection, record.question).check(record, admission);
    }
    return admission;
}

}  // namespace m150::inline v0
