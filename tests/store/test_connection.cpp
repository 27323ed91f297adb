// Opening, locking, forking, full disks, places that cannot be written: what goes wrong around the records.
#include "libm150/store/connection.hpp"

#include <sys/resource.h>

#include <csignal>

#include "tests/store/help.hpp"

namespace m150::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

class ConnectionTest : public testing::Test {
  protected:
    Store made() {
        Store store = Store::create(kb);
        add_world(store);
        return store;
    }
    const Place place;
    const fs::path kb = place / "kb.m150";
};

// As somebody without the rights of root, for root may write anywhere.
std::string without_rights(const std::function<std::string()>& work) {
    return in_child([&]() -> std::string {
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return "cannot drop rights";
        return work();
    });
}

// A knowledge base that may be read but in no way be written, and may again afterwards.
class ReadOnlyPlace {
  public:
    explicit ReadOnlyPlace(const fs::path& directory) : directory_(directory) { set(false); }
    ~ReadOnlyPlace() { set(true); }

  private:
    void set(bool writable) {
        for (const auto& entry : fs::directory_iterator(directory_))
            fs::permissions(entry, fs::perms(writable ? 0644 : 0444));
        fs::permissions(directory_, fs::perms(writable ? 0755 : 0555));
    }
    fs::path directory_;
};

TEST_F(ConnectionTest, WhatWasCommittedIsThereAfterReopening) {
    {
        Store store = made();
        store.begin();
        store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
        store.commit();
        store.begin();
        store.insert(question("v-2", "GM0355", Date(2026, 3, 2)));
    }
    const Store store = Store::open(kb, Access::read_write);
    EXPECT_EQ(store.count<Question>(), 1u) << "what was not committed is not";
    EXPECT_EQ(store.revision(), 2u);
    EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(ConnectionTest, CreateWantsAPlaceThatHoldsNothing) {
    made();
    EXPECT_THAT(message_of<StoreError>([&] { Store::create(kb); }), HasSubstr("already holds"));
    fs::create_directories(place / "empty");
    EXPECT_NO_THROW(Store::create(place / "empty"));
    write_file(place / "file", "text");
    EXPECT_THROW(Store::create(place / "file"), StoreError);
    EXPECT_THROW(Store::create(""), InvalidInput);
}

TEST_F(ConnectionTest, WhatIsNoKnowledgeBaseIsSaidToBeNone) {
    EXPECT_THAT(message_of<StoreError>([&] { Store::open(place / "nowhere", Access::read_only); }),
                HasSubstr("is no knowledge base: there is no such directory"));
    fs::create_directories(place / "photos");
    EXPECT_THAT(message_of<StoreError>([&] { Store::open(place / "photos", Access::read_write); }),
                HasSubstr("is no knowledge base: it holds no records.sqlite"));
    EXPECT_TRUE(fs::is_empty(place / "photos")) << "and nothing is left there";
    write_file(place / "text" / "records.sqlite", std::string(5000, 'x'));
    EXPECT_THAT(message_of<StoreError>([&] { Store::open(place / "text", Access::read_only); }),
                HasSubstr("is no SQLite database"));
    fs::create_directories(place / "other");
    sql::Database(place / "other" / "records.sqlite", sql::Mode::create).execute("CREATE TABLE songs (a)");
    for (const Access access : {Access::read_write, Access::read_only}) {
        EXPECT_THAT(message_of<StoreError>([&] { Store::open(place / "other", access); }),
                    HasSubstr("is no knowledge base"));
    }
}

TEST_F(ConnectionTest, ASecondWriterInTheSameProcessIsRefused) {
    Store first = made();
    EXPECT_THAT(message_of<StoreError>([&] { Store::open(kb, Access::read_write); }),
                AllOf(HasSubstr("is being written by this process"), HasSubstr(std::to_string(::getpid()))));
    fs::create_symlink(kb, place / "other name");
    EXPECT_THROW(Store::open(place / "other name", Access::read_write), StoreError);
    // The refusals have not taken the lock away from the first.
    EXPECT_THAT(
        in_child([&] { return message_of<StoreError>([&] { Store::open(kb, Access::read_write); }); }),
        HasSubstr("is being written by process"));
}

TEST_F(ConnectionTest, ASecondWriterInAnotherProcessIsToldWhoHoldsIt) {
    const Store first = made();
    std::array<char, 256> host{};
    ASSERT_EQ(::gethostname(host.data(), host.size() - 1), 0);
    EXPECT_THAT(
        in_child([&] { return message_of<StoreError>([&] { Store::open(kb, Access::read_write); }); }),
        HasSubstr("is being written by process " + std::to_string(::getpid()) + " on host " + host.data()));
}

TEST_F(ConnectionTest, TheLockEndsWithTheWriterHoweverItEnds) {
    { const Store first = made(); }
    EXPECT_NO_THROW(Store::open(kb, Access::read_write));
    EXPECT_EQ(in_child([&]() -> std::string {
                  const Store other = Store::open(kb, Access::read_write);
                  ::kill(::getpid(), SIGKILL);
                  return "still here";
              }),
              "died");
    EXPECT_NO_THROW(Store::open(kb, Access::read_write));
}

TEST_F(ConnectionTest, AReaderLivesBesideAWriterAndHoldsItsRevision) {
    Store writer = made();
    Store reader = Store::open(kb, Access::read_only);
    reader.begin_read();
    writer.begin();
    writer.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    EXPECT_EQ(reader.count<Question>(), 0u);
    const std::uint64_t revision = writer.commit();
    EXPECT_EQ(reader.count<Question>(), 0u);
    EXPECT_EQ(reader.revision(), revision - 1);
    reader.end_read();
    EXPECT_EQ(reader.count<Question>(), 1u);
    EXPECT_EQ(reader.revision(), revision);
    EXPECT_THAT(message_of<InvalidInput>([&] { reader.begin(); }), HasSubstr("is open read-only"));
    EXPECT_THROW(reader.insert(question("v-2", "GM0355", Date(2026, 3, 2))), InvalidInput);
}

TEST_F(ConnectionTest, AForkedChildMayNotUseItsParentsConnection) {
    Store store = made();
    store.begin();
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    const std::string said = in_child([&] {
        return message_of<StoreError>([&] { store.insert(question("v-2", "GM0355", Date(2026, 3, 2))); });
    });
    EXPECT_THAT(said, AllOf(HasSubstr("was opened by process " + std::to_string(::getpid())),
                            HasSubstr("forked child")));
    EXPECT_THAT(in_child([&] { return message_of<StoreError>([&] { store.commit(); }); }),
                HasSubstr("forked child"));
    EXPECT_THAT(in_child([&] { return message_of<StoreError>([&] { (void)store.count<Question>(); }); }),
                HasSubstr("forked child"));
    EXPECT_EQ(in_child([&]() -> std::string {
                  {
                      const Store gone = std::move(store);
                  }  // the child's copy goes: neither lock nor transaction may
                  return "gone";
              }),
              "gone");
    EXPECT_THAT(
        in_child([&] { return message_of<StoreError>([&] { Store::open(kb, Access::read_write); }); }),
        HasSubstr("is being written by process"));
    store.commit();
    EXPECT_EQ(store.count<Question>(), 1u);
}

TEST_F(ConnectionTest, AForkedChildMayOpenForReading) {
    const Store store = made();
    EXPECT_EQ(
        in_child([&] { return std::to_string(Store::open(kb, Access::read_only).count<Municipality>()); }),
        "4");
}

TEST_F(ConnectionTest, WhereNothingCanBeWrittenItCanBeReadAllTheSame) {
    { const Store store = made(); }
    const ReadOnlyPlace locked(kb);
    EXPECT_THAT(
        without_rights([&] { return message_of<StoreError>([&] { Store::open(kb, Access::read_write); }); }),
        AllOf(HasSubstr("cannot be opened for writing"), HasSubstr("open it read-only")));
    EXPECT_EQ(without_rights(
                  [&] { return std::to_string(Store::open(kb, Access::read_only).count<Municipality>()); }),
              "4");
    EXPECT_THAT(without_rights([&] { return message_of<StoreError>([&] { Store::create(kb / "inner"); }); }),
                HasSubstr("cannot be made"));
}

TEST_F(ConnectionTest, AReaderWithoutRightsSeesWhatARunningWriterCommitted) {
    Store writer = made();
    fs::permissions(kb, fs::perms(0755));
    EXPECT_EQ(without_rights(
                  [&] { return std::to_string(Store::open(kb, Access::read_only).count<Municipality>()); }),
              "4");
}

TEST_F(ConnectionTest, ALogThatCannotBeReadWhereNothingCanBeWrittenIsNotPassedOver) {
    EXPECT_EQ(in_child([&]() -> std::string {
                  const Store store = made();
                  ::kill(::getpid(), SIGKILL);  // leaves the log behind
                  return "still here";
              }),
              "died");
    ASSERT_GT(fs::file_size(kb / "records.sqlite-wal"), 0u);
    fs::remove(kb / "records.sqlite-shm");  // as after copying the files, or on a disk mounted for reading
    const ReadOnlyPlace locked(kb);
    EXPECT_THAT(
        without_rights([&] { return message_of<StoreError>([&] { Store::open(kb, Access::read_only); }); }),
        HasSubstr("was not closed by its writer"));
}

TEST_F(ConnectionTest, AReaderThatCouldNotFollowAWriterSaysSo) {
    { const Store store = made(); }
    std::array<int, 2> told{};
    std::array<int, 2> done{};
    ASSERT_EQ(::pipe(told.data()) + ::pipe(done.data()), 0);
    // The parent, who may write, writes once the child has opened.
    const ReadOnlyPlace locked(kb);
    const pid_t writer = ::fork();
    if (writer == 0) {
        char byte = 0;
        (void)!::read(told[0], &byte, 1);
        fs::permissions(kb, fs::perms(0755));
        for (const auto& entry : fs::directory_iterator(kb))
            fs::permissions(entry, fs::perms(0644));
        Store store = Store::open(kb, Access::read_write);
        store.begin();
        store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
        store.commit();
        (void)!::write(done[1], "x", 1);
        ::_exit(0);
    }
    const std::string said = without_rights([&]() -> std::string {
        const Store reader = Store::open(kb, Access::read_only);
        const std::string before = std::to_string(reader.count<Question>());
        char byte = 0;
        (void)!::write(told[1], "x", 1);
        (void)!::read(done[0], &byte, 1);
        return before + " " + message_of<StoreError>([&] { (void)reader.count<Question>(); });
    });
    int status = 0;
    ::waitpid(writer, &status, 0);
    for (const int end : {told[0], told[1], done[0], done[1]})
        ::close(end);
    EXPECT_THAT(said, AllOf(testing::StartsWith("0 "), HasSubstr("has been written since it was opened")));
}

TEST_F(ConnectionTest, AFullDatabaseSaysSoAndKeepsTheLastCommit) {
    Store store = made();
    sql::Database& database = store.connection().database();
    const std::int64_t pages = database.integer("PRAGMA page_count");
    database.integer("PRAGMA max_page_count = " + std::to_string(pages + 20));
    store.begin();
    const std::string said = message_of<StoreError>([&] {
        for (int i = 0; i < 1000; ++i) {
            Question asked = question(("v-" + std::to_string(i)).c_str(), "GM0355", Date(2026, 3, 2));
            asked.text = std::string(3000, 'x');
            store.insert(asked);
        }
    });
    EXPECT_THAT(said,
                AllOf(HasSubstr("the disk is full"), HasSubstr("everything committed before is intact")));
    EXPECT_FALSE(store.in_transaction());
    EXPECT_THROW(store.insert(question("v-x", "GM0355", Date(2026, 3, 2))), InvalidInput)
        << "nothing goes outside a transaction";
    EXPECT_EQ(store.count<Question>(), 0u);
    EXPECT_THAT(store.check(), IsEmpty());
    database.integer("PRAGMA max_page_count = 100000");
    store.begin();
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    EXPECT_NO_THROW(store.commit()) << "once there is room, work goes on";
}

TEST_F(ConnectionTest, AFileThatMayNotGrowWhileCommittingLeavesTheLastCommitIntact) {
    { Store store = made(); }
    const std::string said = in_child([&]() -> std::string {
        Store store = Store::open(kb, Access::read_write);
        store.begin();
        for (int i = 0; i < 200; ++i) {
            Question asked = question(("v-" + std::to_string(i)).c_str(), "GM0355", Date(2026, 3, 2));
            asked.text = std::string(3000, 'x');
            store.insert(asked);  // within the cache: nothing is on the disk yet
        }
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{100000, 100000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        return message_of<StoreError>([&] { store.commit(); });
    });
    EXPECT_THAT(said, AllOf(HasSubstr("the disk"), HasSubstr("everything committed before is intact")));
    const Store store = Store::open(kb, Access::read_write);
    EXPECT_EQ(store.count<Question>(), 0u);
    EXPECT_EQ(store.count<Municipality>(), 4u);
    EXPECT_THAT(store.check(), IsEmpty());
}

// Kills a writer at many moments of its work: what it said to be committed is there, and all of it or
// nothing.
TEST_F(ConnectionTest, KilledAtAnyMomentTheCommitsThatWereMadeAreThere) {
    { Store store = made(); }
    int with_some = 0;
    for (int round = 0; round < 25; ++round) {
        std::array<int, 2> ends{};
        ASSERT_EQ(::pipe(ends.data()), 0);
        const std::uint64_t before = Store::open(kb, Access::read_only).revision();
        const pid_t child = ::fork();
        if (child == 0) {
            Store store = Store::open(kb, Access::read_write);
            for (int commit = 0;; ++commit) {
                store.begin();
                for (int i = 0; i < 5; ++i) {
                    const std::string id =
                        std::to_string(round) + "-" + std::to_string(commit) + "-" + std::to_string(i);
                    store.insert(question(id.c_str(), "GM0355", Date(2026, 3, 2)));
                }
                const std::uint64_t revision = store.commit();
                (void)!::write(ends[1], &revision, sizeof revision);
            }
        }
        ::usleep(static_cast<useconds_t>(3000 + round * 1700));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ::close(ends[1]);
        std::uint64_t told = before;
        for (std::uint64_t revision = 0; ::read(ends[0], &revision, sizeof revision) == sizeof revision;)
            told = revision;
        ::close(ends[0]);
        const Store store = Store::open(kb, Access::read_write);
        EXPECT_GE(store.revision(), told);
        EXPECT_LE(store.revision(), told + 1) << "a commit may be made just before it is told";
        EXPECT_EQ(store.count<Question>(), 5 * (store.revision() - 1));
        EXPECT_THAT(store.check(), IsEmpty());
        with_some += told > before;
    }
    EXPECT_GT(with_some, 0);
}

TEST_F(ConnectionTest, ScrubLeavesNoByteOfWhatWasRemoved) {
    Store store = made();
    const auto secret = [](int i) { return "geheim" + std::to_string(i * 7919) + "woord"; };
    store.begin();
    for (int i = 0; i < 400; ++i) {
        Question asked = question(("v-" + std::to_string(i)).c_str(), "GM0355", Date(2026, 3, 2));
        asked.text = secret(i) + std::string(static_cast<std::size_t>(i * 13 % 900), 'x');
        asked.keywords = {secret(i)};
        store.insert(asked);
    }
    store.commit();
    ASSERT_THAT(all_bytes(kb), HasSubstr(secret(7)));
    store.begin();
    for (int i = 0; i < 400; i += 3)
        store.remove(Id<Question>("v-" + std::to_string(i)));
    store.commit();
    EXPECT_EQ(store.count<Question>(), 266u);
    store.scrub();
    const std::string bytes = all_bytes(kb);
    for (int i = 0; i < 400; ++i) {
        EXPECT_EQ(bytes.find(secret(i)) == std::string::npos, i % 3 == 0) << "record " << i;
    }
    EXPECT_THAT(store.check(), IsEmpty());
    store.begin();
    EXPECT_THROW(store.scrub(), InvalidInput);
}

TEST_F(ConnectionTest, ScrubSaysWhenAReaderStillHoldsTheOldPages) {
    Store store = made();
    store.connection().database().integer("PRAGMA busy_timeout = 50");
    Store reader = Store::open(kb, Access::read_only);
    reader.begin_read();
    EXPECT_THAT(message_of<StoreError>([&] { store.scrub(); }),
                HasSubstr("a reader holds an older revision"));
    reader.end_read();
    EXPECT_NO_THROW(store.scrub());
}

}  // namespace
}  // namespace m150::test
