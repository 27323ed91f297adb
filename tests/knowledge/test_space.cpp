// A knowledge base's own semantic space: used, kept, refused in words, and no way round what a viewer may
// see.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "libm150/m150.hpp"
#include "libm150/search/space_file.hpp"
#include "tests/knowledge/on_disk.hpp"
#include "tests/support/replies.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string their_lists = "nl-4cs-" + std::string(16, '0') + "-xapian1.4.22";

std::string our_lists() {
    return Analyzer().version();
}

// Two directions: animals, and buildings.
std::string small_space(const std::string& rules = Analyzer().rules(), const std::string& lists = our_lists(),
                        double turned = 1.0) {
    return semantic::write_space({{"hond", 2.0, {1.0, 0.0}},
                                  {"kat", 2.0, {1.0, 0.1 * turned}},
                                  {"kerk", 1.0, {0.0, 1.0}},
                                  {"school", 1.0, {0.1, 1.0}}},
                                 2, {{"analysis", rules}, {"word-lists", lists}, {"made", "by hand"}});
}

void add_question(KnowledgeBase& base, const std::string& id, const std::string& text) {
    Question question;
    question.id = Id<Question>(id);
    question.date = Date(2026, 1, 1);
    question.title = text;
    question.audience.kind = AudienceKind::everyone;
    base.add(question);
}

void fill(KnowledgeBase& base) {
    add_question(base, "v-1", "Een kat");
    add_question(base, "v-2", "Een school");
    base.commit();
}

// The best answer to a question.
std::string first_for(const KnowledgeBase& base, const std::string& text) {
    AskOptions options;
    options.text = text;
    const auto answers = ask(base.snapshot(), options).answers;
    return answers.empty() ? "" : answers.front().question.id.str();
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The newest generation of the index, by name: changes when the index is made anew.
std::string generation_of(const std::filesystem::path& base) {
    std::string newest;
    for (const auto& entry : std::filesystem::directory_iterator(base / "index"))
        newest = std::max(newest, entry.path().filename().string());
    return newest;
}

class OwnSpace : public DirectoryTest {
  protected:
    std::filesystem::path written(const std::string& bytes) const {
        const std::filesystem::path file = root_ / "a-space.bin";
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
        return file;
    }
};

TEST_F(OwnSpace, SaysWhatWordsMean) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base);
    const SpaceInfo before = base.space();
    EXPECT_FALSE(before.own);
    EXPECT_GT(before.words, 10000U);
    base.use_space(written(small_space()));
    const SpaceInfo info = base.space();
    EXPECT_TRUE(info.own);
    EXPECT_EQ(info.words, 4U);
    EXPECT_EQ(info.dimension, 2U);
    EXPECT_EQ(info.description.at("made"), "by hand");
    EXPECT_FALSE(info.problem);
    EXPECT_NE(info.hash, before.hash);
    EXPECT_EQ(first_for(base, "hond"), "v-1");
    EXPECT_EQ(first_for(base, "kerk"), "v-2");
    add_question(base, "v-3", "Nog een kat en nog een kat");
    base.commit();
    EXPECT_NE(first_for(base, "hond"), "v-2");
    base.use_space({});
    EXPECT_EQ(base.space().hash, before.hash);
}

TEST_F(OwnSpace, IsKeptInTheDirectoryAndMakesTheIndexAnewOnce) {
    std::string made;
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base);
        base.rebuild_index();
        made = generation_of(place_);
        base.use_space(written(small_space()));
        EXPECT_NE(generation_of(place_), made);
        made = generation_of(place_);
        EXPECT_EQ(first_for(base, "hond"), "v-1");
    }
    EXPECT_EQ(content_of(place_ / "space.bin"), small_space());
    EXPECT_FALSE(std::filesystem::exists(place_ / "space.bin.new"));
    for (const Access access : {Access::read_write, Access::read_only}) {
        const KnowledgeBase base = KnowledgeBase::open(place_, access);
        EXPECT_EQ(generation_of(place_), made);
        EXPECT_TRUE(base.space().own);
        EXPECT_THAT(base.check(), IsEmpty());
        EXPECT_EQ(first_for(base, "hond"), "v-1");
    }
    {
        KnowledgeBase base = KnowledgeBase::open(place_);
        base.use_space(place_ / "space.bin");  // what it has: nothing is made anew
        EXPECT_EQ(generation_of(place_), made);
        base.use_space({});
        EXPECT_NE(generation_of(place_), made);
        EXPECT_FALSE(base.space().own);
        base.use_space({});  // none to remove
    }
    EXPECT_FALSE(std::filesystem::exists(place_ / "space.bin"));
}

// A base with the file answers, digit for digit, as one in memory that was given it.
TEST_F(OwnSpace, SaysTheSameOnDiskAndInMemory) {
    const World world = make_world(5);
    KnowledgeBase memory = KnowledgeBase::in_memory();
    memory.use_space(written(small_space()));
    fill(memory, world);
    {
        KnowledgeBase disk = KnowledgeBase::create(place_);
        fill(disk, world);
        disk.use_space(written(small_space()));
    }
    const KnowledgeBase disk = KnowledgeBase::open(place_);
    for (const char* text : {"hond en kerk", "bodycams", "parkeren in de wijk"})
        EXPECT_EQ(bytes_of(disk.snapshot(), text), bytes_of(memory.snapshot(), text)) << text;
}

// One space for all: what a viewer may not see is not in its replies for that either.
TEST_F(OwnSpace, TellsAViewerNothingOfWhatIsHidden) {
    const auto made = [&](bool with_hidden) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        base.use_space(written(small_space()));
        Municipality zeist;
        zeist.id = Id<Municipality>("GM0355");
        zeist.name = "Zeist";
        zeist.province = "Utrecht";
        base.add(zeist);
        fill(base);
        if (with_hidden) {
            Question hidden;
            hidden.id = Id<Question>("v-8");
            hidden.date = Date(2026, 1, 1);
            hidden.title = "Een hond, een kat, een fatbike en een kerk";
            hidden.audience.kind = AudienceKind::avh;
            base.add(hidden);
            base.commit();
        }
        return base;
    };
    const KnowledgeBase whole = made(true);
    const KnowledgeBase without = made(false);
    SnapshotOptions zeist;
    zeist.viewer = Id<Municipality>("GM0355");
    for (const char* text : {"hond", "fatbike", "hond en kerk"}) {
        EXPECT_EQ(bytes_of(whole.snapshot(zeist), text), bytes_of(without.snapshot(zeist), text));
        EXPECT_NE(bytes_of(whole.snapshot(), text), bytes_of(without.snapshot(), text));
    }
}

TEST_F(OwnSpace, ThatCannotBeUsedIsPassedOverAndSaid) {
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base);
    }
    std::string damaged = small_space();
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    for (const auto& [bytes, message] : {std::pair{damaged, "changed or damaged"},
                                         {std::string("no space"), "no semantic space"},
                                         {std::string(), "no semantic space"},
                                         {small_space("en-4"), "by the rules 'en-4'"},
                                         {small_space("nl-1"), "by the rules 'nl-1'"}}) {
        std::ofstream(place_ / "space.bin", std::ios::binary | std::ios::trunc) << bytes;
        for (const Access access : {Access::read_write, Access::read_only}) {
            const KnowledgeBase base = KnowledgeBase::open(place_, access);
            const SpaceInfo info = base.space();
            EXPECT_FALSE(info.own);
            EXPECT_GT(info.words, 10000U);
            ASSERT_TRUE(info.problem) << message;
            EXPECT_THAT(info.problem->text(), HasSubstr(message));
            EXPECT_THAT(info.problem->where, HasSubstr("space.bin"));
            const std::vector<Problem> problems = base.check();
            ASSERT_EQ(problems.size(), 1U);
            EXPECT_EQ(problems.front(), *info.problem);
            EXPECT_EQ(first_for(base, "kat"), "v-1");
        }
    }
    std::filesystem::remove(place_ / "space.bin");
    std::filesystem::create_directory(place_ / "space.bin");
    EXPECT_THAT(KnowledgeBase::open(place_).space().problem.value().text(), HasSubstr("cannot be read"));
}

TEST_F(OwnSpace, OfOtherWordListsIsUsedAndSaid) {
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base);
        base.use_space(written(small_space(Analyzer().rules(), their_lists)));
    }
    const KnowledgeBase base = KnowledgeBase::open(place_);
    EXPECT_TRUE(base.space().own);
    EXPECT_THAT(base.space().problem.value().text(), HasSubstr("other word lists"));
    EXPECT_THAT(base.check(), IsEmpty());
    EXPECT_EQ(first_for(base, "hond"), "v-1");
}

TEST_F(OwnSpace, FollowsTheLanguageOfTheBase) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.use_space(written(small_space()));
    KnowledgeBaseOptions english;
    english.index.analysis.language = Language::english;
    base.configure(english);
    EXPECT_FALSE(base.space().own);
    EXPECT_EQ(base.space().words, 0U);
    EXPECT_THAT(base.space().problem.value().text(), HasSubstr("'nl-"));
    EXPECT_THAT(message_of([&] { base.use_space(written(small_space())); }), HasSubstr("'en-"));
    base.configure({});
    EXPECT_TRUE(base.space().own);
    EXPECT_FALSE(base.space().problem);
}

TEST_F(OwnSpace, ThatIsRefusedChangesNothing) {
    KnowledgeBase base = KnowledgeBase::create(place_);
    fill(base);
    base.use_space(written(small_space()));
    const std::string made = generation_of(place_);
    const std::string kept = content_of(place_ / "space.bin");
    const auto unchanged = [&] {
        EXPECT_EQ(generation_of(place_), made);
        EXPECT_EQ(content_of(place_ / "space.bin"), kept);
        EXPECT_FALSE(std::filesystem::exists(place_ / "space.bin.new"));
        EXPECT_TRUE(base.space().own);
        EXPECT_EQ(first_for(base, "hond"), "v-1");
    };
    EXPECT_THROW(base.use_space(written("no space")), InvalidInput);
    unchanged();
    EXPECT_THROW(base.use_space(written(small_space("en-4"))), InvalidInput);
    unchanged();
    EXPECT_THROW(base.use_space(root_ / "nowhere.bin"), StoreError);
    unchanged();
    add_question(base, "v-9", "Een open transactie");
    EXPECT_THAT(message_of([&] { base.use_space({}); }), HasSubstr("a transaction is open"));
    base.rollback();
    unchanged();
    const KnowledgeBase reader = KnowledgeBase::open(place_, Access::read_only);
    EXPECT_THAT(message_of([&] { const_cast<KnowledgeBase&>(reader).use_space({}); }),
                HasSubstr("opened for reading only"));
    unchanged();
}

// The new file cannot take its place: the index was made anew for nothing, and is as it was.
TEST_F(OwnSpace, ThatCannotBeWrittenChangesNothing) {
    KnowledgeBase base = KnowledgeBase::create(place_);
    fill(base);
    const std::uint64_t before = base.space().hash;
    std::filesystem::create_directories(place_ / "space.bin" / "in-the-way");
    EXPECT_THROW(base.use_space(written(small_space())), StoreError);
    EXPECT_EQ(base.space().hash, before);
    EXPECT_EQ(first_for(base, "kat"), "v-1");
    EXPECT_FALSE(std::filesystem::exists(place_ / "space.bin.new"));
    std::filesystem::remove_all(place_ / "space.bin");
    EXPECT_THAT(base.check(), IsEmpty());
}

TEST_F(OwnSpace, OfTheWriterReachesAReaderWithTheNextCommit) {
    KnowledgeBase writer = KnowledgeBase::create(place_);
    fill(writer);
    const KnowledgeBase reader = KnowledgeBase::open(place_, Access::read_only);
    const Snapshot old = reader.snapshot();
    writer.use_space(written(small_space()));
    EXPECT_FALSE(reader.space().own);
    add_question(writer, "v-3", "Een derde");
    writer.commit();
    EXPECT_EQ(first_for(reader, "hond"), "v-1");
    EXPECT_TRUE(reader.space().own);
    EXPECT_EQ(old.questions(), 2U);
}

}  // namespace
}  // namespace m150::testing
