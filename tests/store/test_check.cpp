// Store::check finds damage that the store itself would never make: the tests make it behind its back.
#include "libm150/store/connection.hpp"
#include "tests/store/random_records.hpp"

namespace m150::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CheckTest : public testing::Test {
  protected:
    CheckTest() {
        add_world(store);
        store.begin();
        Question asked = question("v-1", "GM0355", Date(2026, 3, 2));
        asked.topics = {Id<Topic>("bodycams")};
        store.insert(asked);
        store.insert(answer("a-1", "v-1", "GM0307", Date(2026, 3, 4)));
        store.commit();
        store.connection().database().execute("PRAGMA foreign_keys = OFF");
    }
    std::vector<std::string> after(const std::string& sql) {
        store.connection().database().execute(sql);
        std::vector<std::string> said;
        for (const Problem& problem : store.check())
            said.push_back(problem.text());
        return said;
    }
    Store store = Store::in_memory();
};

TEST_F(CheckTest, FindsNothingInWhatTheStoreWrote) {
    EXPECT_THAT(store.check(), IsEmpty());
    Store other = Store::in_memory();
    RandomRecords(99).fill(other, 20);
    EXPECT_THAT(other.check(), IsEmpty());
}

TEST_F(CheckTest, FindsReferencesToNothing) {
    EXPECT_THAT(after("UPDATE answers SET question = 'v-9'"),
                Contains(HasSubstr("answer a-1, field question: refers to the question 'v-9'")));
    EXPECT_THAT(after("UPDATE questions SET topics = '[\"x\"]'"),
                Contains(HasSubstr("question v-1, field topics: refers to the topic 'x'")));
    EXPECT_THAT(after("DELETE FROM municipalities WHERE id = 'GM0355'"),
                Contains(HasSubstr("table questions: holds references to nothing")));
}

TEST_F(CheckTest, FindsFieldsThatCannotBeRead) {
    EXPECT_THAT(after("UPDATE questions SET topics = '[\"x'"),
                ElementsAre(HasSubstr("question v-1, field topics: is damaged in the database")));
    EXPECT_THAT(after("UPDATE questions SET topics = '[]', date = '2026-02-30'"),
                Contains(HasSubstr("question v-1, field date: is damaged")));
    EXPECT_THAT(message_of<StoreError>([&] { (void)store.find(Id<Question>("v-1")); }),
                HasSubstr("is damaged in the database"));
}

TEST_F(CheckTest, FindsValuesThatNoRecordMayHave) {
    EXPECT_THAT(after("UPDATE questions SET title = ''"),
                ElementsAre(HasSubstr("question v-1, field text: title and text are both empty")));
}

TEST_F(CheckTest, FindsLostTextsAndChanges) {
    EXPECT_THAT(after("DELETE FROM question_texts"),
                ElementsAre(HasSubstr("question v-1: has lost its text")));
    EXPECT_THAT(after("DELETE FROM changes WHERE id = 'a-1'"),
                Contains(HasSubstr("answer a-1: is not in the log of changes")));
    EXPECT_THAT(after("DELETE FROM answers"), Contains(HasSubstr("answer_texts")));
    EXPECT_THAT(after("DELETE FROM topics"),
                Contains(HasSubstr("topic horeca: is in the log of changes but nowhere else")));
}

TEST_F(CheckTest, FindsDatesThatContradictEachOther) {
    EXPECT_THAT(after("UPDATE answers SET date = '2026-01-01'"),
                ElementsAre(HasSubstr("answer a-1, field date: is 2026-01-01, before its question")));
    EXPECT_THAT(after("UPDATE answers SET date = '2026-04-01', \"by\" = 'GM0501'"),
                ElementsAre(HasSubstr("answer a-1: refers to GM0501, but GM0501 Brielle merged into GM1992 "
                                      "Voorne aan Zee on 2023-01-01")));
}

TEST(Check, FindsABrokenPage) {
    const Place place;
    {
        Store store = Store::create(place / "kb");
        RandomRecords(5).fill(store, 60);
        store.scrub();
    }
    const fs::path file = place / "kb" / "records.sqlite";
    std::string bytes = read_file(file);
    const std::size_t page = 4096;
    ASSERT_GT(bytes.size(), 20 * page);
    for (std::size_t number = 8; number < 16; ++number)
        bytes.replace(number * page, 100, 100, '\x7f');
    write_file(file, bytes);
    const Store store = Store::open(place / "kb", Access::read_only);
    EXPECT_FALSE(store.check().empty());
}

}  // namespace
}  // namespace m150::test
