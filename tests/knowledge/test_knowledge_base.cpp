// The writer: what it keeps, what it refuses, what it says.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "libm150/m150.hpp"
#include "tests/knowledge/on_disk.hpp"
#include "tests/support/replies.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

class OnDisk : public DirectoryTest {
  protected:
    static std::vector<std::string> found(const KnowledgeBase& base, const std::string& text) {
        AskOptions options;
        options.text = text;
        std::vector<std::string> ids;
        for (const FoundAnswer& answer : ask(base.snapshot(by_words_alone(base)), options).answers)
            ids.push_back(answer.question.id.str());
        return ids;
    }
};

TEST_F(OnDisk, SaysTheSameAfterClosingAndOpening) {
    std::vector<std::string> before;
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base, make_world(1));
        before = found(base, "bodycams en vuurwerk");
    }
    const KnowledgeBase base = KnowledgeBase::open(place_);
    EXPECT_EQ(found(base, "bodycams en vuurwerk"), before);
    EXPECT_FALSE(before.empty());
    EXPECT_TRUE(base.check().empty());
}

TEST_F(OnDisk, AnswersWithinMemoryAndOnDiskAreTheSame) {
    KnowledgeBase disk = KnowledgeBase::create(place_);
    KnowledgeBase memory = KnowledgeBase::in_memory();
    fill(disk, make_world(2));
    fill(memory, make_world(2));
    EXPECT_EQ(found(disk, "parkeren in de wijk"), found(memory, "parkeren in de wijk"));
}

TEST_F(OnDisk, ALostIndexIsMadeAnewOnOpening) {
    std::vector<std::string> before;
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base, make_world(3));
        before = found(base, "ondermijning");
    }
    std::filesystem::remove_all(place_ / "index");
    const KnowledgeBase base = KnowledgeBase::open(place_);
    EXPECT_EQ(found(base, "ondermijning"), before);
    EXPECT_TRUE(base.check().empty());
}

TEST_F(OnDisk, AnotherAnalysisMakesAnotherIndex) {
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base, make_world(3));
        base.rebuild_index();  // so that there is a generation on disk, of the first analysis
    }
    KnowledgeBaseOptions options;
    options.index.analysis.compounds = false;
    options.index.title_weight = 4;
    KnowledgeBase anew = KnowledgeBase::in_memory(options);
    fill(anew, make_world(3));
    for (const Access access : {Access::read_only, Access::read_write}) {
        const KnowledgeBase base = KnowledgeBase::open(place_, access, options);
        EXPECT_TRUE(base.check().empty());
        EXPECT_EQ(bytes_of(base.snapshot()), bytes_of(anew.snapshot()));
    }
    const KnowledgeBase as_before = KnowledgeBase::open(place_);
    EXPECT_NE(bytes_of(as_before.snapshot()), bytes_of(anew.snapshot()));
}

TEST_F(OnDisk, OptionsGivenAtCreationHoldWheneverItIsOpened) {
    KnowledgeBaseOptions options;
    options.index.title_weight = 4;
    options.knowers.votes = 2;
    {
        KnowledgeBase base = KnowledgeBase::create(place_, options);
        fill(base, make_world(3));
    }
    EXPECT_EQ(KnowledgeBase::open(place_).options(), options);
    EXPECT_EQ(KnowledgeBase::open(place_, Access::read_only).snapshot().options().knowers.votes, 2);
    // Those given on opening win, and are gone with it.
    EXPECT_EQ(KnowledgeBase::open(place_, Access::read_only, KnowledgeBaseOptions{}).options(),
              KnowledgeBaseOptions{});
    EXPECT_EQ(KnowledgeBase::open(place_).options(), options);
    // What somebody wrote there by hand is checked, and nothing opened before it is right.
    std::ofstream(place_ / "configuration.json") << R"({"version": 1, "parameters": {"knowers.vote": 2}})";
    EXPECT_THROW(KnowledgeBase::open(place_), InvalidInput);
    EXPECT_EQ(KnowledgeBase::open(place_, Access::read_write, options).options(), options);
}

TEST_F(OnDisk, WithoutOptionsNoneAreKept) {
    { KnowledgeBase base = KnowledgeBase::create(place_); }
    EXPECT_FALSE(std::filesystem::exists(place_ / "configuration.json"));
    EXPECT_EQ(KnowledgeBase::open(place_).options(), KnowledgeBaseOptions{});
    KnowledgeBaseOptions bad;
    bad.index.b = 2;
    EXPECT_THROW(KnowledgeBase::create(place_ / "other", bad), InvalidInput);
    EXPECT_FALSE(std::filesystem::exists(place_ / "other"));
}

TEST_F(OnDisk, ConfiguringChangesARunningBaseAndTheNextOpening) {
    KnowledgeBaseOptions options;
    options.index.analysis.compounds = false;
    options.index.k1 = 0.3;
    std::vector<std::string> expected;
    {
        KnowledgeBase base = KnowledgeBase::in_memory(options);
        fill(base, make_world(3));
        expected = found(base, "ondermijning parkeren");
    }
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base, make_world(3));
        const Snapshot before = base.snapshot();
        base.configure(options);
        EXPECT_EQ(base.options(), options);
        EXPECT_EQ(found(base, "ondermijning parkeren"), expected);
        EXPECT_EQ(before.options().index.k1, KnowledgeBaseOptions{}.index.k1);
        EXPECT_TRUE(base.check().empty());
        base.begin();
        EXPECT_THROW(base.configure({}), InvalidInput);
    }
    KnowledgeBase base = KnowledgeBase::open(place_);
    EXPECT_EQ(base.options(), options);
    EXPECT_EQ(found(base, "ondermijning parkeren"), expected);
    KnowledgeBaseOptions bad;
    bad.index.b = 2;
    EXPECT_THROW(base.configure(bad), InvalidInput);
    // A file that cannot be written leaves everything as it was.
    std::filesystem::remove(place_ / "configuration.json");
    std::filesystem::create_directories(place_ / "configuration.json" / "in the way");
    EXPECT_THROW(base.configure({}), StoreError);
    EXPECT_EQ(base.options(), options);
    EXPECT_EQ(found(base, "ondermijning parkeren"), expected);
    EXPECT_THROW(KnowledgeBase::open(place_, Access::read_only).configure({}), InvalidInput);
}

TEST_F(OnDisk, AReaderFollowsTheWriterAndCannotWrite) {
    KnowledgeBase writer = KnowledgeBase::create(place_);
    const World world = make_world(4);
    fill(writer, world);
    KnowledgeBase reader = KnowledgeBase::open(place_, Access::read_only);
    const Snapshot old = reader.snapshot();
    Question question = world.questions.front();
    question.id = Id<Question>("later");
    question.title = "zonnebloemen";
    writer.add(question);
    writer.commit();
    EXPECT_EQ(found(reader, "zonnebloemen"), std::vector<std::string>{"later"});
    EXPECT_FALSE(old.pair(question.id).has_value());
    EXPECT_TRUE(reader.check().empty());
    EXPECT_THROW(reader.add(question), InvalidInput);
    EXPECT_THROW(reader.commit(), InvalidInput);
}

TEST_F(OnDisk, ASecondWriterIsToldWhoHoldsTheBase) {
    const KnowledgeBase writer = KnowledgeBase::create(place_);
    const std::string said = message_of([&] { KnowledgeBase::open(place_); });
    EXPECT_NE(said.find(std::to_string(getpid())), std::string::npos) << said;
}

TEST_F(OnDisk, PlacesThatAreNoKnowledgeBaseAreRefused) {
    EXPECT_THROW(KnowledgeBase::open(root_ / "nothing"), Error);
    std::filesystem::create_directories(root_ / "other");
    std::ofstream(root_ / "other" / "file") << "text";
    EXPECT_THROW(KnowledgeBase::open(root_ / "other"), Error);
    EXPECT_THROW(KnowledgeBase::create(root_ / "other"), Error);
    EXPECT_TRUE(std::filesystem::exists(root_ / "other" / "file"));
}

TEST_F(OnDisk, ARefusedRecordLeavesTheTransactionAsItWas) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    const World world = make_world(5);
    fill(base, world);
    Question good = world.questions.front();
    good.id = Id<Question>("good");
    base.add(good);
    Question bad = good;
    bad.id = Id<Question>("bad");
    bad.topics = {Id<Topic>("t-nowhere")};
    EXPECT_THROW(base.add(bad), InvalidInput);
    EXPECT_THROW(base.add(good), InvalidInput);  // a second time
    base.commit();
    EXPECT_TRUE(base.snapshot().pair(good.id).has_value());
    EXPECT_FALSE(base.snapshot().pair(bad.id).has_value());
    EXPECT_TRUE(base.check().empty());
}

TEST_F(OnDisk, AFailedLoadChangesNothing) {
    KnowledgeBase base = KnowledgeBase::create(place_);
    fill(base, make_world(6));
    const auto before = base.revision();
    std::ofstream(root_ / "questions.jsonl")
        << "{\"id\":\"x1\",\"date\":\"2025-01-01\",\"title\":\"een\"}\n"
        << "{\"id\":\"x2\",\"date\":\"2025-02-30\",\"title\":\"twee\"}\n";
    const std::string said = message_of([&] { base.load(root_); });
    EXPECT_NE(said.find("questions.jsonl:2:"), std::string::npos) << said;
    EXPECT_EQ(base.revision(), before);
    EXPECT_FALSE(base.in_transaction());
    EXPECT_FALSE(base.snapshot().pair(Id<Question>("x1")).has_value());
}

TEST_F(OnDisk, ACancelledLoadChangesNothing) {
    KnowledgeBase base = KnowledgeBase::create(place_);
    std::ofstream file(root_ / "questions.jsonl");
    for (int i = 0; i < 500; ++i)
        file << "{\"id\":\"x" << i << "\",\"date\":\"2025-01-01\",\"title\":\"een\"}\n";
    file.close();
    LoadOptions options;
    options.progress = [](const Progress&) { return false; };
    const std::string said = message_of([&] { base.load(root_, options); });
    EXPECT_NE(said.find("cancelled"), std::string::npos) << said;
    EXPECT_EQ(base.snapshot().questions(), 0U);
}

TEST_F(OnDisk, RemovedWordsLeaveNoTraceInAnyFile) {
    const std::string secret = "zonderlingheidsvermelding";
    KnowledgeBase base = KnowledgeBase::create(place_);
    const World world = make_world(7);
    fill(base, world);
    Question question = world.questions.front();
    question.id = Id<Question>("secret");
    question.text = secret;
    base.add(question);
    base.commit();
    base.rebuild_index();  // so that it is in a generation as well
    EXPECT_FALSE(found(base, secret).empty());
    base.remove(question.id);
    base.commit();
    EXPECT_TRUE(found(base, secret).empty());
    base.scrub();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(place_)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(bytes.find(secret.substr(0, 12)), std::string::npos) << entry.path();
    }
    EXPECT_TRUE(base.check().empty());
}

TEST_F(OnDisk, DamageInTheRecordsIsNamedByCheckAndStopsNothingElse) {
    const World world = make_world(12);
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base, world);
    }
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open((place_ / "records.sqlite").c_str(), &database), SQLITE_OK);
    const std::string remove =
        "DELETE FROM questions WHERE id = '" + world.answers.front().question.str() + "'";
    ASSERT_EQ(sqlite3_exec(database, remove.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database);
    sqlite3_close(database);
    const KnowledgeBase base = KnowledgeBase::open(place_);
    EXPECT_FALSE(base.check().empty());
    EXPECT_FALSE(found(base, "bodycams").empty());
}

TEST_F(OnDisk, ASecondTransactionIsRefused) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.begin();
    EXPECT_TRUE(base.in_transaction());
    EXPECT_THROW(base.begin(), InvalidInput);
    base.rollback();
    EXPECT_FALSE(base.in_transaction());
}

// The limit on file sizes plays the part of a full disk: writes fail, what was committed stays.
TEST_F(OnDisk, AFullDiskLeavesTheLastCommit) {
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base, make_world(8));
    }
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        int code = 1;
        try {
            KnowledgeBase base = KnowledgeBase::open(place_);
            const rlimit limit{400 * 1024, 400 * 1024};
            setrlimit(RLIMIT_FSIZE, &limit);
            Question question = make_world(8).questions.front();
            question.text = std::string(900 * 1024, 'x');
            for (int i = 0; i < 8; ++i) {
                question.id = Id<Question>("big-" + std::to_string(i));
                base.add(question);
            }
            base.commit();
        } catch (const StoreError&) {
            code = 42;
        } catch (...) {
            code = 2;
        }
        _exit(code);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 42) << "expected a StoreError";
    const KnowledgeBase base = KnowledgeBase::open(place_);
    EXPECT_TRUE(base.check().empty());
    EXPECT_EQ(base.snapshot().questions(), make_world(8).questions.size());
}

TEST_F(OnDisk, AForkedChildCannotWriteAndDoesNotKeepTheLock) {
    auto base = std::make_unique<KnowledgeBase>(KnowledgeBase::create(place_));
    fill(*base, make_world(9));
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        int code = 1;
        try {
            Question question = make_world(9).questions.front();
            question.id = Id<Question>("child");
            base->add(question);
        } catch (const Error&) {
            code = 42;
        }
        char go = 0;
        if (read(ends[0], &go, 1) != 1) code = 3;
        _exit(code);
    }
    base.reset();
    EXPECT_NO_THROW(KnowledgeBase::open(place_)) << "the child holds the writer's lock";
    ASSERT_EQ(write(ends[1], "g", 1), 1);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 42);
}

TEST_F(OnDisk, ManyNewQuestionsAtOnceAndChangesAmongThem) {
    KnowledgeBase base = KnowledgeBase::create(place_);
    const World world = make_world(10);
    fill(base, world);
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 2500; ++i) {
            Question question = world.questions[static_cast<std::size_t>(i) % world.questions.size()];
            question.id = Id<Question>("many-" + std::to_string(round) + "-" + std::to_string(i));
            base.add(question);
        }
        if (round == 1) base.replace(world.questions.front());  // so that not all are new
        base.commit();
        EXPECT_EQ(base.snapshot().questions(),
                  world.questions.size() + 2500U * static_cast<unsigned>(round + 1));
        EXPECT_TRUE(base.check().empty());
    }
}

}  // namespace
}  // namespace m150::testing
