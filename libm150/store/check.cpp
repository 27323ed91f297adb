// Store::check: everything that is wrong with the records, found by reading all of them.
#include <map>
#include <set>

#include "libm150/store/admit.hpp"
#include "libm150/store/columns.hpp"
#include "libm150/store/connection.hpp"

namespace m150::inline v0 {

namespace {

using Problems = std::vector<Problem>;

constexpr const char* restore = "restore a backup, or load an export into a new knowledge base";

// Damage ends a scan, not the check.
template <class Scan>
void scan(Problems& problems, const std::string& what, Scan&& run) {
    try {
        run();
    } catch (const Error& error) {
        problems.push_back({what, std::string("cannot be read: ") + error.what(), "", restore});
    }
}

void check_file(sql::Database& database, Problems& problems) {
    scan(problems, "the database", [&] {
        sql::Query rows = database.query("PRAGMA integrity_check(100)");
        while (rows.step()) {
            if (rows.text(0) != "ok")
                problems.push_back({"the database", std::string(rows.text(0)), "", restore});
        }
    });
    scan(problems, "the references", [&] {
        std::set<std::string>
            tables;  // the records are named by the walk over them; here, that SQLite agrees
        sql::Query rows = database.query("PRAGMA foreign_key_check");
        while (rows.step())
            tables.emplace(rows.text(0));
        for (const std::string& table : tables) {
            problems.push_back(
                {"table " + table, "holds references to nothing", "records that exist", restore});
        }
    });
}

template <class Record>
void check_record(Store::Connection& connection, Record& record, Problems& problems) {
    for (Problem& problem : validate(record))
        problems.push_back(std::move(problem));
    Admission admission;
    const std::optional<Date> day = date_of(record);
    for_each_reference(record, [&](std::string_view field, auto& id) {
        admission::check_reference(connection.references(), record, field, id, day, nullptr, admission);
    });
    if constexpr (std::is_same_v<Record, Answer> || std::is_same_v<Record, Outcome>)
        admission::check_dates(connection, record, admission);
    for (Problem& problem : admission.problems)
        problems.push_back(std::move(problem));
    for (const Resolution& resolution : admission.resolutions) {
        problems.push_back({std::string(Schema<Record>::type) + " " + record.id.str(),
                            "refers to " + resolution.from.str() + ", but " + resolution.text,
                            resolution.to.str(), "replace the record, which resolves it"});
    }
}

template <class Record>
void check_records(const Store& store, Problems& problems) {
    static const std::string text = sql::select_sql<Record>() + " ORDER BY r.id";
    Store::Connection& connection = store.connection();
    sql::Query rows = connection.database().query(text);
    while (rows.step()) {
        std::optional<Record> record;
        try {
            record = sql::read_row<Record>(rows);
        } catch (const StoreError& error) {
            problems.push_back({"", error.what(), "", ""});
        }
        if (record) check_record(connection, *record, problems);
    }
}

// Every record has its last change in the log, every question and answer its text.
template <class Record>
void check_companions(sql::Database& database, Problems& problems) {
    const std::string type(Schema<Record>::type);
    const auto list = [&](const std::string& sql, const std::string& what) {
        sql::Query rows = database.query(sql);
        while (rows.step())
            problems.push_back({type + " " + std::string(rows.text(0)), what, "", restore});
    };
    if constexpr (sql::has_text_table<Record>) {
        list("SELECT id FROM " + sql::table_of<Record>() + " EXCEPT SELECT id FROM " +
                 std::string(sql::text_table<Record>),
             "has lost its text");
    }
    const std::string logged =
        "SELECT id FROM (SELECT id, max(revision), removed FROM changes WHERE type = '" +
        std::string(Schema<Record>::plural) + "' GROUP BY id) WHERE NOT removed";
    list("SELECT id FROM " + sql::table_of<Record>() + " EXCEPT " + logged, "is not in the log of changes");
    list(logged + " EXCEPT SELECT id FROM " + sql::table_of<Record>(),
         "is in the log of changes but nowhere else");
}

// Following successors must end somewhere.
void check_successors(const Store& store, Problems& problems) {
    std::map<Id<Municipality>, Id<Municipality>> next;
    store.for_each<Municipality>([&](Municipality&& municipality) {
        if (municipality.successor) next.emplace(municipality.id, *municipality.successor);
    });
    for (const auto& [start, first] : next) {
        std::size_t steps = 0;
        Id<Municipality> at = first;
        for (auto found = next.find(at); found != next.end() && at != start && steps <= next.size();
             ++steps) {
            at = found->second;
            found = next.find(at);
        }
        if (at == start) {
            problems.push_back({"municipality " + start.str() + ", field successor", "leads back to itself",
                                "successors that end in one that exists", "correct one of them"});
        }
    }
}

// Of two that contradict each other the one with the larger id is named.
void check_outcomes(Store::Connection& connection, Problems& problems) {
    const OutcomesTold told(connection);
    Admission admission;
    for (const Outcome& outcome : told.all())
        told.check(outcome, admission, [&](const Id<Outcome>& other) { return other < outcome.id; });
    for (Problem& problem : admission.problems)
        problems.push_back(std::move(problem));
}

}  // namespace

std::vector<Problem> Store::check() const {
    Problems problems;
    const ReadHold hold(*connection_);
    connection_->references().forget();  // others may have written since
    check_file(connection_->database(), problems);
    for_each_record_type([&]<class Record>() {
        const std::string plural(Schema<Record>::plural);
        scan(problems, plural, [&] { check_records<Record>(*this, problems); });
        scan(problems, plural, [&] { check_companions<Record>(connection_->database(), problems); });
    });
    scan(problems, "municipalities", [&] { check_successors(*this, problems); });
    scan(problems, "outcomes", [&] { check_outcomes(*connection_, problems); });
    return problems;
}

}  // namespace m150::inline v0
