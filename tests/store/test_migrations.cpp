#include "libm150/store/migrations.hpp"

#include <set>

#include "libm150/store/connection.hpp"
#include "tests/store/help.hpp"

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> columns_in(sql::Database& database, const std::string& table) {
    std::vector<std::string> names;
    sql::Query rows = database.query("SELECT name FROM pragma_table_info(?)");
    rows.bind(1, table);
    while (rows.step())
        names.emplace_back(rows.text(0));
    return names;
}

TEST(Migrations, EveryFieldOfEveryRecordHasItsColumnAndNothingElseHas) {
    const Store store = Store::in_memory();
    sql::Database& database = store.connection().database();
    for_each_record_type([&]<class Record>() {
        std::vector<std::string> fields;
        for_each_field<Record>([&](const auto& field) { fields.emplace_back(field.name); });
        std::vector<std::string> columns = columns_in(database, std::string(Schema<Record>::plural));
        const bool apart = std::is_same_v<Record, Question> || std::is_same_v<Record, Answer>;
        if (apart) columns.emplace_back("text");
        EXPECT_THAT(columns, testing::UnorderedElementsAreArray(fields)) << Schema<Record>::plural;
        if (apart) {
            EXPECT_THAT(columns_in(database, std::string(Schema<Record>::type) + "_texts"),
                        ElementsAre("id", "text"));
        }
    });
}

TEST(Migrations, EveryScalarReferenceIsAForeignKey) {
    const Store store = Store::in_memory();
    std::set<std::string> wanted;
    for_each_record_type([&]<class Record>() {
        for_each_field<Record>([&](const auto& field) {
            using T = std::decay_t<decltype(std::declval<Record>().*field.member)>;
            const std::string from =
                std::string(Schema<Record>::plural) + "." + std::string(field.name) + " -> ";
            if constexpr (requires { typename T::record_type; }) {
                if (field.name != "id")
                    wanted.insert(from + std::string(Schema<typename T::record_type>::plural));
            } else if constexpr (requires { typename T::value_type::record_type; } && json::is_optional<T>) {
                wanted.insert(from + std::string(Schema<typename T::value_type::record_type>::plural));
            }
        });
    });
    std::set<std::string> found;
    for_each_record_type([&]<class Record>() {
        sql::Query keys =
            store.connection().database().query("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)");
        keys.bind(1, Schema<Record>::plural);
        while (keys.step()) {
            found.insert(std::string(Schema<Record>::plural) + "." + std::string(keys.text(0)) + " -> " +
                         std::string(keys.text(1)));
        }
    });
    EXPECT_EQ(found, wanted);
}

TEST(Migrations, TheOutcomesOfAQuestionAreFoundByAnIndex) {
    const Store store = Store::in_memory();
    sql::Query plan = store.connection().database().query(
        "EXPLAIN QUERY PLAN SELECT id FROM outcomes WHERE question = 'v'");
    ASSERT_TRUE(plan.step());
    EXPECT_THAT(std::string(plan.text(3)), HasSubstr("outcomes_by_question"));
}

TEST(Migrations, BringAnOlderDatabaseUpToDateAndRunOnce) {
    const Place place;
    sql::Database database(place / "old.sqlite", sql::Mode::create);
    sql::migrate(database, {"CREATE TABLE one (a INTEGER)"});
    EXPECT_EQ(database.integer("PRAGMA user_version"), 1);
    database.execute("INSERT INTO one VALUES (41)");
    const std::vector<std::string_view> steps{"CREATE TABLE one (a INTEGER)", "UPDATE one SET a = a + 1"};
    sql::migrate(database, steps);
    sql::migrate(database, steps);
    EXPECT_EQ(database.integer("SELECT a FROM one"), 42);
    EXPECT_EQ(sql::schema_version(database, "old", steps), 2);
}

// A base as the first schema had it, with records in it, and closed.
TEST(Migrations, ABaseOfTheFirstSchemaOpensWithItsRecords) {
    const Place place;
    fs::create_directories(place / "kb");
    {
        sql::Database database(place / "kb" / "records.sqlite", sql::Mode::create);
        sql::migrate(database, {sql::migrations().front()});
        ASSERT_EQ(database.integer("PRAGMA user_version"), 1);
        database.execute(R"sql(
            INSERT INTO municipalities (id, name, province, safety_region, inhabitants, neighbours, audience, provenance)
            VALUES ('GM0355', 'Zeist', 'Utrecht', '', '{"2023":66000}', '[]', 'public', '');
            INSERT INTO questions VALUES ('v-1', 'GM0355', '2025-03-02', 'Bodycams?', '[]', '[]', '', 'public', '');
            INSERT INTO question_texts VALUES ('v-1', 'Mag een boa een bodycam dragen?');
            INSERT INTO topics VALUES ('bodycams', 'Bodycams', '[]', '[]', '[]', '', 'public', '');
            INSERT INTO working_groups VALUES ('wg', 'Werkgroep', 'bodycams', '["GM0355"]', 'GM0355', '2025-03-01', NULL, 'public', '');
            INSERT INTO changes VALUES (1, 'municipalities', 'GM0355', 0), (1, 'questions', 'v-1', 0),
                (1, 'topics', 'bodycams', 0), (1, 'working_groups', 'wg', 0);
            UPDATE state SET revision = 1)sql");
    }
    Store store = Store::open(place / "kb", Access::read_write);
    EXPECT_EQ(store.connection().database().integer("PRAGMA user_version"),
              static_cast<std::int64_t>(sql::migrations().size()));
    EXPECT_EQ(store.revision(), 1u);
    EXPECT_EQ(store.count<Question>(), 1u);
    EXPECT_EQ(store.count<VocabularyEntry>(), 0u);
    EXPECT_EQ(store.find(Id<Question>("v-1"))->text, "Mag een boa een bodycam dragen?");
    EXPECT_EQ(store.find(Id<Municipality>("GM0355"))->inhabitants.at(2023), 66000);
    const WorkingGroup group = *store.find(Id<WorkingGroup>("wg"));
    EXPECT_EQ(group.topics, std::vector{Id<Topic>("bodycams")});
    EXPECT_EQ(group.chair, Id<Municipality>("GM0355"));
    EXPECT_EQ(group.from, Date(2025, 3, 1));
    EXPECT_THAT(store.check(), testing::IsEmpty());
    store.begin();
    VocabularyEntry entry;
    entry.id = Id<VocabularyEntry>("w");
    entry.term = "bodycam";
    entry.means = {"lichaamscamera"};
    store.insert(entry);
    EXPECT_EQ(store.commit(), 2u);
}

TEST(Migrations, AStepThatFailsLeavesTheDatabaseAsItWas) {
    const Place place;
    sql::Database database(place / "old.sqlite", sql::Mode::create);
    EXPECT_ANY_THROW(sql::migrate(
        database, {"CREATE TABLE one (a INTEGER)", "CREATE TABLE two (a); INSERT INTO nowhere VALUES (1)"}));
    EXPECT_EQ(database.integer("PRAGMA user_version"), 1);
    EXPECT_EQ(database.integer("SELECT count(*) FROM sqlite_schema"), 1);
    EXPECT_FALSE(database.in_transaction());
}

TEST(Migrations, ANewerSchemaIsRefusedAndLeftAlone) {
    const Place place;
    Store::create(place / "kb");
    {
        sql::Database database(place / "kb" / "records.sqlite", sql::Mode::read_write);
        database.execute("PRAGMA user_version = 99");
    }
    for (const Access access : {Access::read_write, Access::read_only}) {
        EXPECT_THAT(message_of<StoreError>([&] { Store::open(place / "kb", access); }),
                    HasSubstr("has schema version 99, made by a newer libm150; expected schema version 6 or "
                              "older; update libm150"));
    }
}

}  // namespace
}  // namespace m150::test
