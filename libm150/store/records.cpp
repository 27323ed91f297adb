// The members of Store that are made for every record type.
#include "libm150/base/text.hpp"
#include "libm150/store/admit.hpp"
#include "libm150/store/columns.hpp"
#include "libm150/store/write.hpp"

namespace m150::inline v0 {

namespace sql {

void unreadable(std::string_view type, std::string_view id, std::string_view field, const std::string& what) {
    throw StoreError({std::string(type) + " " + std::string(id) + ", field " + std::string(field),
                      "is damaged in the database (" + what + ")", "",
                      "restore a backup, or replace the record"});
}

}  // namespace sql

namespace admission {

void check_dates(Store::Connection& connection, const Answer& answer, Admission& admission) {
    const std::optional<Date> asked = connection.references().date_of_question(answer.question);
    if (!asked || *asked <= answer.date) return;
    admission.problems.push_back(
        {place(answer, "date"),
         "is " + answer.date.str() + ", before its question " + answer.question.str() + " of " + asked->str(),
         "a date on or after the question's", "correct one of the two dates"});
}

void check_dates(Store::Connection& connection, const Question& question, Admission& admission) {
    sql::Query earliest = connection.database().query(
        "SELECT date, id FROM answers WHERE question = ? ORDER BY date, id LIMIT 1");
    if (!earliest.bind(1, question.id.str()).step()) return;
    if (Date::parse(earliest.text(0)) >= question.date) return;
    admission.problems.push_back({place(question, "date"),
                                  "is " + question.date.str() + ", after its answer " +
                                      std::string(earliest.text(1)) + " of " + std::string(earliest.text(0)),
                                  "a date on or before its first answer's", "correct one of the two dates"});
}

void check_dates(Store::Connection& connection, const Outcome& outcome, Admission& admission) {
    if (!outcome.pair) return;
    const std::optional<Date> there = connection.references().date_of_question(*outcome.pair);
    if (!there || *there <= outcome.date) return;
    admission.problems.push_back({place(outcome, "pair"),
                                  "is question " + outcome.pair->str() + " of " + there->str() +
                                      ", after the outcome of " + outcome.date.str(),
                                  "a question that had been asked by then",
                                  "name the question that helped, or correct one of the two dates"});
}

}  // namespace admission

namespace {

template <class Record>
std::vector<std::string> admit_and_write(Store::Connection& connection, Record& record, Write write) {
    connection.for_writing();
    Admission admission = admit(connection, record, write);
    if (!admission.problems.empty()) throw InvalidInput(std::move(admission.problems));
    write_record(connection, record, write);
    std::vector<std::string> notices;
    for (const Resolution& resolution : admission.resolutions) {
        notices.push_back(std::string(Schema<Record>::type) + " " + record.id.str() + ": " + resolution.text +
                          "; " + resolution.to.str() + " is used");
    }
    return notices;
}

// How the columns of `Other` that can refer to a `Target` are searched for an id: ?1 is the id, ?2 the id as
// a JSON text (the last condition, always true, is there so that every statement has both). Gives candidates:
// an audience holds ids within a longer text.
template <class Target, class Other>
std::string referrers_sql() {
    std::string conditions;
    for_each_field<Other>([&](const auto& field) {
        using T = std::decay_t<decltype(std::declval<Other>().*field.member)>;
        if constexpr (can_refer_to<Target, T>()) {
            if (field.name == "id") return;
            const std::string column = '"' + std::string(field.name) + '"';
            conditions += conditions.empty() ? "" : " OR ";
            if constexpr (std::is_same_v<T, Audience>) {
                conditions += "instr(" + column + ", ?1) > 0";
            } else if constexpr (json::is_list<T>) {
                conditions += "instr(" + column + ", ?2) > 0";
            } else {
                conditions += column + " = ?1";
            }
        }
    });
    if (conditions.empty()) return {};
    return "SELECT id FROM " + sql::table_of<Other>() + " WHERE (" + conditions +
           ") AND (?1 <> ?2) ORDER BY id";
}

template <class Record>
bool refers_to(const Record& record, const auto& wanted) {
    bool refers = false;
    for_each_reference(record, [&](std::string_view, const auto& id) {
        if constexpr (std::is_same_v<std::decay_t<decltype(id)>, std::decay_t<decltype(wanted)>>)
            refers |= id == wanted;
    });
    return refers;
}

// The first record found that refers to `id`, in words; empty when none does.
template <class Target>
std::string first_referrer(const Store& store, const Id<Target>& id) {
    std::string quoted;
    json::append_text(quoted, id.str());
    std::string found;
    for_each_record_type([&]<class Other>() {
        const std::string text = referrers_sql<Target, Other>();
        if (text.empty() || !found.empty()) return;
        sql::Query candidates = store.connection().database().query(text);
        candidates.bind(1, id.str()).bind(2, quoted);
        while (found.empty() && candidates.step()) {
            const Id<Other> other{std::string(candidates.text(0))};
            if (other.str() == id.str() && std::is_same_v<Other, Target>) continue;
            const std::optional<Other> record = store.find(other);
            if (record && refers_to(*record, id))
                found = std::string(Schema<Other>::type) + " " + other.str();
        }
    });
    return found;
}

}  // namespace

template <class Record>
std::vector<std::string> Store::insert(Record record) {
    return admit_and_write(*connection_, record, Write::insert);
}

template <class Record>
std::vector<std::string> Store::replace(Record record) {
    return admit_and_write(*connection_, record, Write::replace);
}

template <class Record>
void Store::remove(const Id<Record>& id) {
    sql::Database& database = connection_->for_writing();
    const std::string where = std::string(Schema<Record>::type) + " " + excerpt(id.str(), 60);
    if (!connection_->references().exists(Schema<Record>::plural, id.str())) {
        throw InvalidInput({where, "does not exist", "the id of a record", "nothing needs to be removed"});
    }
    const std::string referrer = first_referrer(*this, id);
    if (!referrer.empty()) {
        throw InvalidInput({where, "cannot be removed: " + referrer + " refers to it",
                            "a record that nothing refers to", "remove or change what refers to it first"});
    }
    connection_->guarded([&] {
        if constexpr (sql::has_text_table<Record>) {
            database.query("DELETE FROM " + std::string(sql::text_table<Record>) + " WHERE id = ?")
                .bind(1, id.str())
                .run();
        }
        database.query("DELETE FROM " + sql::table_of<Record>() + " WHERE id = ?").bind(1, id.str()).run();
        connection_->log_change(Schema<Record>::plural, id.str(), true);
        connection_->references().forget();
    });
}

template <class Record>
std::optional<Record> Store::find(const Id<Record>& id) const {
    static const std::string text = sql::select_sql<Record>() + " WHERE r.id = ?";
    sql::Query query = connection_->database().query(text);
    if (!query.bind(1, id.str()).step()) return std::nullopt;
    return sql::read_row<Record>(query);
}

template <class Record>
std::uint64_t Store::count() const {
    static const std::string text = "SELECT count(*) FROM " + sql::table_of<Record>();
    return static_cast<std::uint64_t>(connection_->database().integer(text));
}

template <class Record>
void Store::for_each(const std::function<void(Record&&)>& visit) const {
    static const std::string text = sql::select_sql<Record>() + " ORDER BY r.id";
    sql::Query query = connection_->database().query(text);
    while (query.step())
        visit(sql::read_row<Record>(query));
}

// A type cannot stand in parentheses.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define M150_STORE_MEMBERS(Record)                                                   \
    template M150_EXPORT std::vector<std::string> Store::insert(Record);             \
    template M150_EXPORT std::vector<std::string> Store::replace(Record);            \
    template M150_EXPORT void Store::remove(const Id<Record>&);                      \
    template M150_EXPORT std::optional<Record> Store::find(const Id<Record>&) const; \
    template M150_EXPORT std::uint64_t Store::count<Record>() const;                 \
    template M150_EXPORT void Store::for_each(const std::function<void(Record &&)>&) const;
// NOLINTEND(bugprone-macro-parentheses)
M150_STORE_MEMBERS(Municipality)
M150_STORE_MEMBERS(Network)
M150_STORE_MEMBERS(Organisation)
M150_STORE_MEMBERS(Topic)
M150_STORE_MEMBERS(VocabularyEntry)
M150_STORE_MEMBERS(Question)
M150_STORE_MEMBERS(Answer)
M150_STORE_MEMBERS(InventoryResponse)
M150_STORE_MEMBERS(NewsItem)
M150_STORE_MEMBERS(Meeting)
M150_STORE_MEMBERS(Speaker)
M150_STORE_MEMBERS(Contact)
M150_STORE_MEMBERS(WorkingGroup)
M150_STORE_MEMBERS(Outcome)
M150_STORE_MEMBERS(Pause)
#undef M150_STORE_MEMBERS

}  // namespace m150::inline v0
