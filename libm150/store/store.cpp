#include "libm150/store/store.hpp"

#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/store/columns.hpp"
#include "libm150/store/connection.hpp"

namespace m150::inline v0 {

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

namespace {

void require_place(const std::filesystem::path& directory) {
    if (directory.empty()) {
        throw InvalidInput({"", "the path of the knowledge base is empty", "the path of a directory", ""});
    }
}

}  // namespace

Store Store::create(const std::filesystem::path& directory) {
    require_place(directory);
    return Store(std::make_unique<Connection>(directory, Access::read_write, true));
}

Store Store::open(const std::filesystem::path& directory, Access access) {
    require_place(directory);
    return Store(std::make_unique<Connection>(directory, access, false));
}

Store Store::in_memory() {
    return Store(std::make_unique<Connection>(std::filesystem::path(), Access::read_write, true));
}

const std::filesystem::path& Store::directory() const noexcept {
    return connection_->directory;
}
Access Store::access() const noexcept {
    return connection_->access;
}

std::uint64_t Store::revision() const {
    return static_cast<std::uint64_t>(connection_->database().integer("SELECT revision FROM state"));
}

void Store::begin() {
    connection_->begin();
}
std::uint64_t Store::commit() {
    return connection_->commit();
}
void Store::rollback() noexcept {
    connection_->rollback();
}
bool Store::in_transaction() const noexcept {
    return connection_->in_transaction();
}
void Store::begin_read() {
    connection_->begin_read();
}
void Store::end_read() noexcept {
    connection_->end_read();
}
Store::Connection& Store::connection() const noexcept {
    return *connection_;
}

std::vector<Answer> Store::answers_to(const Id<Question>& question) const {
    static const std::string text = sql::select_sql<Answer>() + " WHERE r.question = ? ORDER BY r.date, r.id";
    sql::Query query = connection_->database().query(text);
    query.bind(1, question.str());
    std::vector<Answer> answers;
    while (query.step())
        answers.push_back(sql::read_row<Answer>(query));
    return answers;
}

void Store::for_each_head(const std::function<void(QuestionHead&&)>& visit) const {
    sql::Query query = connection_->database().query(
        "SELECT id, asked_by, date, topics, audience FROM questions ORDER BY id");
    while (query.step()) {
        QuestionHead head;
        sql::read_value(query, 0, head.id);
        sql::read_value(query, 1, head.asked_by);
        sql::read_value(query, 2, head.date);
        sql::read_value(query, 3, head.topics);
        sql::read_value(query, 4, head.audience);
        visit(std::move(head));
    }
}

void Store::for_each_head(const std::function<void(AnswerHead&&)>& visit) const {
    sql::Query query = connection_->database().query(
        "SELECT id, question, by, by_organisation, date, accepted, status, audience FROM answers ORDER BY "
        "id");
    while (query.step()) {
        AnswerHead head;
        sql::read_value(query, 0, head.id);
        sql::read_value(query, 1, head.question);
        sql::read_value(query, 2, head.by);
        sql::read_value(query, 3, head.by_organisation);
        sql::read_value(query, 4, head.date);
        sql::read_value(query, 5, head.accepted);
        sql::read_value(query, 6, head.status);
        sql::read_value(query, 7, head.audience);
        visit(std::move(head));
    }
}

std::vector<Change> Store::changes_since(std::uint64_t revision) const {
    // SQLite takes a bare column (removed) from the row that gives max(): its documented behaviour.
    sql::Query query = connection_->database().query(
        "SELECT max(revision) AS last, type, id, removed FROM changes WHERE revision > ?1 GROUP BY type, id "
        "ORDER BY last, type, id");
    // No revision is higher than what SQLite's integers hold.
    query.bind(1, static_cast<std::int64_t>(std::min<std::uint64_t>(revision, INT64_MAX)));
    std::vector<Change> changes;
    while (query.step()) {
        changes.push_back({static_cast<std::uint64_t>(query.integer(0)), std::string(query.text(1)),
                           std::string(query.text(2)), query.integer(3) != 0});
    }
    return changes;
}

void Store::scrub() {
    if (connection_->in_transaction()) {
        throw InvalidInput(
            {"", "a transaction is open", "no open transaction", "commit or roll it back first"});
    }
    connection_->scrub();
}

}  // namespace m150::inline v0
