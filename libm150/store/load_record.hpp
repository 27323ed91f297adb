// One record of a file on its way into the store: read from a row or a line, admitted, written, or refused
// with everything that is wrong and where.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/store/admit.hpp"
#include "libm150/store/csv.hpp"
#include "libm150/store/json_record.hpp"
#include "libm150/store/load_context.hpp"
#include "libm150/store/write.hpp"

namespace m150::inline v0 {

template <class Record>
inline constexpr std::size_t field_count = std::tuple_size_v<decltype(Schema<Record>::fields_of())>;

template <class Record>
std::vector<std::string> field_names() {
    std::vector<std::string> names;
    for_each_field<Record>([&](const auto& field) { names.emplace_back(field.name); });
    return names;
}

// A record with the places of its fields.
template <class Record>
struct Draft {
    Record record;
    Place start;
    std::array<Place, field_count<Record>> places{};  // line 0: the field is not given
    bool faulty = false;

    // Where the field of this name is given, else where the record starts.
    Place place_of(std::string_view name) const {
        Place found = start;
        std::size_t at = 0;
        for_each_field<Record>([&](const auto& field) {
            if (field.name == name && places[at].line > 0) found = places[at];
            ++at;
        });
        return found;
    }
};

// The field that a problem from validate() or the store is about: "question v-1, field agenda[2].title" ->
// "agenda".
inline std::string_view field_in(std::string_view where) {
    constexpr std::string_view mark = ", field ";
    const std::size_t at = where.find(mark);
    if (at == std::string_view::npos) return {};
    const std::string_view field = where.substr(at + mark.size());
    return field.substr(0, field.find_first_of(".["));
}

// Reports which references of a record that is refused anyway are to nothing: everything that is wrong is
// listed. Of types that come later in a load nothing can be said yet.
template <class Record>
void blame_references(LoadContext& context, const std::string& file, const Draft<Record>& draft) {
    References& references = context.store().connection().references();
    for_each_reference(draft.record, [&]<class Target>(std::string_view field, const Id<Target>& id) {
        constexpr std::string_view plural = Schema<Target>::plural;
        if (index_of<Target>() >= index_of<Record>() || !is_id(id.str()) ||
            references.exists(plural, id.str()) || context.was_refused(plural, id.str()))
            return;
        Problem problem = references.unknown(plural, id.str());
        problem.where =
            draft.record.id.empty() ? "field " + std::string(field) : admission::place(draft.record, field);
        context.problem(file, draft.place_of(field), std::move(problem));
    });
}

// Admits and writes the draft, or reports what is wrong with it.
template <class Record>
void take(LoadContext& context, const std::string& file, Draft<Record>& draft) {
    constexpr std::string_view plural = Schema<Record>::plural;
    Record& record = draft.record;
    Store::Connection& connection = context.store().connection();
    const auto refuse = [&] {
        if (!connection.references().exists(plural, record.id.str()))
            context.refused(plural, record.id.str());
    };
    bool on_refused = false;
    for_each_reference(record, [&](std::string_view, const auto& id) {
        using Target = typename std::decay_t<decltype(id)>::record_type;
        on_refused = on_refused || context.was_refused(Schema<Target>::plural, id.str());
    });
    if (draft.faulty || on_refused) {
        blame_references(context, file, draft);
        return refuse();
    }

    Write write = Write::insert;
    if (context.options().replace) {
        const std::string before = context.given_before(plural, record.id.str(), file, draft.start);
        if (!before.empty()) {
            context.problem(file, draft.place_of("id"),
                            {admission::place(record, "id"), "is given twice; the first time at " + before,
                             "each record once", "remove one of the two"});
            return;
        }
        if (connection.references().exists(plural, record.id.str())) write = Write::replace;
    }
    std::vector<OpenReference> open;
    Admission admission = admit(connection, record, write, &open);
    for (Problem& problem : admission.problems) {
        const Place place = draft.place_of(field_in(problem.where));
        context.problem(file, place, std::move(problem));
    }
    if (!admission.problems.empty()) return refuse();
    for (OpenReference& reference : open) {
        const Place place = draft.place_of(reference.field);
        const std::string name = std::string(Schema<Record>::type) + " " + record.id.str();
        context.later(file, place, name, std::move(reference));
    }
    if constexpr (std::is_same_v<Record, Question>) {
        // Its answers may move along in this load; those that come later are checked against it anyway.
        Admission dates;
        if (write == Write::replace) admission::check_dates(connection, record, dates);
        if (!dates.problems.empty()) context.later(file, draft.place_of("date"), record.id);
    }
    if constexpr (std::is_same_v<Record, Outcome>) context.later(file, draft.place_of("kind"), record.id);
    for (const Resolution& resolution : admission.resolutions)
        context.resolved(file, draft.start, resolution);
    write_record(connection, record, write);
    ++context.report().records[std::string(plural)];
}

// Reads one field from a cell. Lists of parts are JSON in a cell; everything else has a text form.
template <class T>
Problem read_cell(const std::string& cell, T& value) {
    if constexpr (HasTextForm<T>) {
        try {
            from_text(cell, value);
        } catch (const InvalidInput& error) {
            return error.problems().front();
        }
    } else {
        json::Value parsed;
        json::Fault fault;
        json::Decoder decoder;
        if (json::parse(cell, parsed, fault)) {
            decoder.read(parsed, value, "");
            if (decoder.faults.empty()) return {};
            fault = decoder.faults.front();
        }
        const std::size_t at = characters(std::string_view(cell).substr(0, fault.at)) + 1;
        return {"", "at character " + std::to_string(at) + " of the cell: " + fault.what, fault.expected,
                fault.advice};
    }
    return {};
}

// Fills the draft from a row; columns[k] is the cell of field k, or -1. Reports what cannot be read.
template <class Record>
void read_row_cells(LoadContext& context, const std::string& file, const CsvReader::Row& row,
                    const std::vector<int>& columns, Draft<Record>& draft) {
    draft.start = row.start;
    std::size_t at = 0;
    for_each_field<Record>([&](const auto& field) {
        const int column = columns[at];
        const std::size_t index = at++;
        if (column < 0) return;
        const CsvReader::Cell& cell = row.cells[static_cast<std::size_t>(column)];
        draft.places[index] = cell.place;
        Problem problem;
        auto& value = draft.record.*field.member;
        constexpr bool is_text = std::is_same_v<std::decay_t<decltype(value)>, std::string>;
        if (is_text ? !cell.text.empty() : !trim(cell.text).empty()) {
            problem = read_cell(cell.text, value);
        } else if (field.need == Need::required) {
            problem = {"", "is empty", "every " + std::string(Schema<Record>::type) + " to have one", ""};
        }
        if (problem.what.empty()) return;
        draft.faulty = true;
        problem.where = "field " + std::string(field.name);
        context.problem(file, cell.place, std::move(problem));
    });
}

// Fills the draft from a line of JSON. Reports what cannot be read.
template <class Record>
void read_json_line(LoadContext& context, const std::string& file, std::size_t number,
                    const std::string& line, Draft<Record>& draft) {
    const auto place_at = [&](std::size_t at) {
        return Place{number, characters(std::string_view(line).substr(0, at)) + 1};
    };
    draft.start = {number, 1};
    const auto report = [&](const json::Fault& fault) {
        draft.faulty = true;
        const std::string where = fault.field.empty() ? "" : "field " + fault.field;
        context.problem(file, place_at(fault.at), {where, fault.what, fault.expected, fault.advice});
    };
    json::Value value;
    json::Fault fault;
    if (!json::parse(line, value, fault)) return report(fault);
    json::Decoder decoder;
    decoder.read_object(value, draft.record);
    for (const json::Fault& found : decoder.faults)
        report(found);
    std::size_t at = 0;
    for_each_field<Record>([&](const auto& field) {
        if (const json::Value* found = value.find(field.name)) draft.places[at] = place_at(found->at);
        ++at;
    });
}

}  // namespace m150::inline v0
