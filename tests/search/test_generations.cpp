// The index on disk: what survives, what is noticed, what is gone.
#include "libm150/search/generations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "libm150/base/error.hpp"
#include "libm150/search/files.hpp"
#include "tests/search/index_world.hpp"

namespace m150::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

namespace fs = std::filesystem;

IndexDocument saying(const std::string& key, const std::string& text) {
    IndexDocument document;
    document.key = key;
    document.fields.push_back({FieldKind::text, text});
    document.payload = text;
    return document;
}

SearchRequest asking(const std::string& text) {
    static const Analyzer analyzer;
    SearchRequest request;
    request.query = make_query(text, analyzer, {});
    return request;
}

std::vector<std::string> found(const SearchView& view, const std::string& text) {
    std::vector<std::string> keys;
    for (const Hit& hit : view.search(asking(text)).hits)
        keys.push_back(hit.key);
    return keys;
}

std::set<std::string> names_in(const fs::path& directory) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(directory))
        names.insert(entry.path().filename().string());
    return names;
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Files below `directory` that hold `text` as bytes.
std::vector<std::string> files_with(const fs::path& directory, const std::string& text) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file() && content_of(entry.path()).find(text) != std::string::npos) {
            names.push_back(entry.path().string());
        }
    }
    return names;
}

// Runs `work` in a forked child; its result is the child's exit status.
template <class Work>
pid_t in_child(const Work& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        int status = 99;
        try {
            status = work();
        } catch (...) {
            status = 98;
        }
        ::_exit(status);
    }
    return child;
}

int wait_for(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// An index with a generation at revision 5: a and b.
void make_index(const fs::path& place) {
    SearchIndex index(place, {}, true);
    index.apply({saying("a", "bodycam"), saying("b", "bodycam en afval")}, {}, 5);
    index.merge();
}

TEST(Generations, WhatWasMergedIsThereWhenTheIndexIsOpenedAgain) {
    const TemporaryDirectory place;
    make_index(place.path() / "deep" / "index");
    const SearchIndex again(place.path() / "deep" / "index", {}, false);
    EXPECT_EQ(again.revision(), 5U);
    EXPECT_THAT(found(again.view(), "afval"), ElementsAre("b"));
}

TEST(Generations, ADeltaIsNotOnDiskAndTheRevisionSaysSo) {
    const TemporaryDirectory place;
    make_index(place.path());
    {
        SearchIndex index(place.path(), {}, true);
        index.apply({saying("c", "bodycam")}, {}, 6);
        EXPECT_EQ(index.revision(), 6U);
    }
    EXPECT_EQ(SearchIndex(place.path(), {}, true).revision(), 5U);
}

TEST(Generations, AGrownDeltaIsMergedByItself) {
    const TemporaryDirectory place;
    IndexOptions options;
    options.merge_at = 10;
    {
        SearchIndex index(place.path(), options, true);
        for (unsigned i = 1; i <= 10; ++i)
            index.apply({saying("d" + std::to_string(i), "bodycam")}, {}, i);
        EXPECT_THAT(names_in(place.path()), IsEmpty());
        index.apply({saying("d11", "bodycam")}, {}, 11);
        EXPECT_THAT(names_in(place.path()), ElementsAre("gen-1"));
    }
    EXPECT_EQ(SearchIndex(place.path(), options, true).revision(), 11U);
}

TEST(Generations, AnIndexMadeInAnotherWayCountsAsAbsentAndIsReplaced) {
    const TemporaryDirectory place;
    make_index(place.path());
    IndexOptions heavier;
    heavier.title_weight = 3.0;
    IndexOptions without_compounds;
    without_compounds.analysis.compounds = false;
    IndexOptions other_ranking;
    other_ranking.k1 = 0.9;
    EXPECT_EQ(SearchIndex(place.path(), heavier, false).revision(), 0U);
    EXPECT_EQ(SearchIndex(place.path(), without_compounds, false).revision(), 0U);
    EXPECT_EQ(SearchIndex(place.path(), other_ranking, false).revision(), 5U);
    {
        SearchIndex index(place.path(), heavier, true);
        EXPECT_EQ(index.view().documents(), 0U);
        index.rebuild(6, [](const SearchIndex::Add& add) { add(saying("z", "bodycam")); });
    }
    EXPECT_THAT(names_in(place.path()), ElementsAre("gen-2"));
    EXPECT_EQ(SearchIndex(place.path(), heavier, false).revision(), 6U);
}

TEST(Generations, ADamagedGenerationCountsAsAbsent) {
    const TemporaryDirectory place;
    for (const char* file :
         {"postlist.glass", "docdata.glass", "termlist.glass", "iamglass", "manifest", "lock"}) {
        for (const bool remove : {false, true}) {
            if (!remove && std::string(file) == "lock") continue;  // it is empty anyway
            const fs::path index = place.path() / (std::string(file) + (remove ? "-removed" : "-cut"));
            make_index(index);
            const fs::path victim = index / "gen-1" / file;
            ASSERT_TRUE(fs::exists(victim)) << victim;
            remove ? (void)fs::remove(victim) : fs::resize_file(victim, fs::file_size(victim) / 2);
            SearchIndex damaged(index, {}, true);
            EXPECT_EQ(damaged.revision(), 0U) << victim;
            EXPECT_EQ(damaged.view().documents(), 0U);
            damaged.rebuild(7, [](const SearchIndex::Add& add) { add(saying("a", "bodycam")); });
            EXPECT_THAT(found(damaged.view(), "bodycam"), ElementsAre("a"));
            EXPECT_THAT(names_in(index), ElementsAre("gen-2"));
        }
    }
}

TEST(Generations, BytesThatWentBadAreAnErrorWithAdviceAndNotACrash) {
    const TemporaryDirectory place;
    make_index(place.path());
    for (const char* name : {"postlist.glass", "docdata.glass", "termlist.glass"}) {
        const fs::path file = place.path() / "gen-1" / name;
        const std::string bytes(content_of(file).size(), '\x5a');
        std::ofstream(file, std::ios::binary) << bytes;  // of the same size
    }
    try {
        const SearchIndex index(place.path(), {}, false);
        if (index.revision() == 0) return;  // noticed at once
        (void)index.view().search(asking("bodycam"));
        FAIL() << "nothing noticed";
    } catch (const StoreError& error) {
        EXPECT_THAT(error.what(), HasSubstr("rebuild the index"));
    }
}

TEST(Generations, LeftoversOfACrashAreRemovedByTheWriterAndLeftByReaders) {
    const TemporaryDirectory place;
    make_index(place.path());
    fs::create_directories(place.path() / "new-2");
    fs::create_directories(place.path() / "new-2-packed");
    std::ofstream(place.path() / "new-2" / "postlist.glass") << "half of it";
    fs::copy(place.path() / "gen-1", place.path() / "gen-0");  // superseded, not removed any more
    const SearchIndex reader(place.path(), {}, false);
    EXPECT_THAT(names_in(place.path()), SizeIs(4));
    const SearchIndex writer(place.path(), {}, true);
    EXPECT_THAT(names_in(place.path()), ElementsAre("gen-1"));
    EXPECT_EQ(writer.revision(), 5U);
}

TEST(Generations, AWriterKilledAtAnyMomentLeavesAWholeIndex) {
    const TemporaryDirectory place;
    make_index(place.path());
    for (int round = 0; round < 12; ++round) {
        const pid_t child = in_child([&] {
            SearchIndex index(place.path(), {}, true);
            for (unsigned i = 0;; ++i) {
                index.apply({saying("c" + std::to_string(i % 7), "bodycam " + std::to_string(i))}, {},
                            index.revision() + 1);
                index.merge();
            }
            return 0;
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + 17 * round));
        ::kill(child, SIGKILL);
        wait_for(child);
        const SearchIndex reader(place.path(), {}, false);
        ASSERT_GE(reader.revision(), 5U);
        const SearchView view = reader.view();
        const std::vector<std::string> keys = view.keys();
        EXPECT_EQ(found(view, "bodycam").size(), keys.size());
        for (const std::string& key : keys)
            EXPECT_THAT(view.payload(key).value_or("?"), HasSubstr("bodycam"));
    }
    const SearchIndex writer(place.path(), {}, true);
    EXPECT_THAT(names_in(place.path()), SizeIs(1));
}

TEST(Generations, ASourceThatThrowsLeavesTheIndexAsItWas) {
    const TemporaryDirectory place;
    make_index(place.path());
    SearchIndex index(place.path(), {}, true);
    const auto cancelled = [](const SearchIndex::Add& add) {
        add(saying("c", "bodycam"));
        throw InvalidInput({"", "cancelled", "", ""});
    };
    EXPECT_THROW(index.extend(9, cancelled), InvalidInput);
    EXPECT_THROW(index.rebuild(9, cancelled), InvalidInput);
    EXPECT_EQ(index.revision(), 5U);
    EXPECT_THAT(found(index.view(), "afval"), ElementsAre("b"));
    EXPECT_THAT(names_in(place.path()), ElementsAre("gen-1"));
}

TEST(Generations, WithoutRoomForAMergeCommitsGoOnInMemory) {
    const TemporaryDirectory place;
    IndexOptions options;
    options.merge_at = 3;
    SearchIndex index(place.path() / "index", options, true);
    index.rebuild(1, [](const SearchIndex::Add& add) { add(saying("a", "bodycam")); });
    // No file may grow beyond a kilobyte: what a full disk looks like to the writer. In a child, for the
    // limit stays.
    const pid_t child = in_child([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{1024, 1024};
        ::setrlimit(RLIMIT_FSIZE, &full);
        for (unsigned i = 0; i < 9; ++i)
            index.apply({saying("d" + std::to_string(i), "bodycam")}, {}, 2 + i);
        if (index.revision() != 10U || found(index.view(), "bodycam").size() != 10) return 1;
        if (names_in(place.path() / "index") != std::set<std::string>{"gen-1"}) return 2;
        try {
            index.merge();
            return 3;
        } catch (const StoreError&) {
            return found(index.view(), "bodycam").size() == 10 ? 0 : 4;
        }
    });
    EXPECT_EQ(wait_for(child), 0);
    const SearchIndex again(place.path() / "index", options, true);
    EXPECT_EQ(again.revision(), 1U);
    EXPECT_THAT(names_in(place.path() / "index"), ElementsAre("gen-1"));
}

TEST(Generations, AnOldGenerationStaysUntilTheLastViewLetsItGo) {
    const TemporaryDirectory place;
    make_index(place.path());
    SearchIndex index(place.path(), {}, true);
    {
        const SearchView old = index.view();
        index.apply({saying("c", "bodycam")}, {"a"}, 6);
        index.merge();
        index.merge();
        EXPECT_THAT(names_in(place.path()), ElementsAre("gen-1", "gen-3"));
        EXPECT_THAT(found(old, "bodycam"), ElementsAre("a", "b"));
    }
    EXPECT_THAT(names_in(place.path()), ElementsAre("gen-3"));
    EXPECT_THAT(found(index.view(), "bodycam"), ElementsAre("c", "b"));
}

TEST(Generations, AnotherProcessKeepsTheGenerationThatItReads) {
    const TemporaryDirectory place;
    make_index(place.path());
    int to_child[2];
    int to_parent[2];
    ASSERT_EQ(::pipe(to_child), 0);
    ASSERT_EQ(::pipe(to_parent), 0);
    const auto signal = [](int descriptor) { return ::write(descriptor, "x", 1) == 1; };
    const auto await = [](int descriptor) {
        char byte = 0;
        return ::read(descriptor, &byte, 1) == 1;
    };
    const pid_t child = in_child([&] {
        const SearchIndex reader(place.path(), {}, false);
        const SearchView view = reader.view();
        const auto before = found(view, "bodycam");
        if (!signal(to_parent[1]) || !await(to_child[0])) return 1;
        return found(view, "bodycam") == before && before.size() == 2 && view.payload("a") == "bodycam" ? 0
                                                                                                        : 2;
    });
    ASSERT_TRUE(await(to_parent[0]));
    SearchIndex index(place.path(), {}, true);
    index.apply({}, {"a", "b"}, 6);
    index.merge();
    EXPECT_THAT(names_in(place.path()), ElementsAre("gen-1", "gen-2"));
    ASSERT_TRUE(signal(to_child[1]));
    EXPECT_EQ(wait_for(child), 0);
    index.merge();
    EXPECT_THAT(names_in(place.path()), ElementsAre("gen-3"));
    for (const int descriptor : {to_child[0], to_child[1], to_parent[0], to_parent[1]})
        ::close(descriptor);
}

TEST(Generations, WhatIsErasedLeavesNoByteInAnyFile) {
    const TemporaryDirectory place;
    SearchIndex index(place.path(), {}, true);
    World world(3);
    std::vector<IndexDocument> documents = world.documents(200);
    IndexDocument person = saying("key-qzxjvw", "dezewasgeheimqzxjvw en horeca");
    person.group = "group-qzxjvw";
    person.filters = {"by:qzxjvw"};
    person.concepts = {"concept-qzxjvw"};
    documents.insert(documents.begin() + 77, person);
    // Xapian remembers the smallest and largest values, deleted or not: so one with the first key and the
    // first date, too.
    person.key = "!first-qzxjvw";
    person.date = Date(1900, 1, 1);
    documents.push_back(person);
    index.rebuild(
        1, [&](const SearchIndex::Add& add) { std::for_each(documents.begin(), documents.end(), add); });
    EXPECT_THAT(files_with(place.path(), "qzxjvw"), Not(IsEmpty()));
    index.apply({}, {"key-qzxjvw", "!first-qzxjvw"}, 2);
    EXPECT_THAT(found(index.view(), "dezewasgeheimqzxjvw"), IsEmpty());
    index.merge();
    EXPECT_THAT(files_with(place.path(), "qzxjvw"), IsEmpty());
    // Xapian compresses some of what it keeps: so ask it as well.
    const SearchIndex again(place.path(), {}, false);
    EXPECT_EQ(again.view().documents(), 200U);
    EXPECT_THAT(found(again.view(), "dezewasgeheimqzxjvw"), IsEmpty());
    EXPECT_THAT(again.view().search(asking("dezewasgeheimqzxjvw")).term_weights, Each(0.0));
    EXPECT_EQ(again.view().payload("key-qzxjvw"), std::nullopt);
}

TEST(Generations, AReadOnlyIndexTakesChangesInMemoryAndWritesNothing) {
    const TemporaryDirectory place;
    make_index(place.path());
    fs::permissions(place.path() / "gen-1", fs::perms::owner_read | fs::perms::owner_exec);
    fs::permissions(place.path(), fs::perms::owner_read | fs::perms::owner_exec);
    const auto before = fs::last_write_time(place.path());
    IndexOptions options;
    options.merge_at = 1;
    SearchIndex index(place.path(), options, false);
    EXPECT_EQ(index.revision(), 5U);
    index.apply({saying("c", "bodycam"), saying("d", "bodycam"), saying("e", "bodycam")}, {"a"}, 6);
    index.merge();
    EXPECT_THAT(found(index.view(), "bodycam"), ElementsAre("c", "d", "e", "b"));
    index.extend(7, [](const SearchIndex::Add& add) { add(saying("f", "afval")); });
    EXPECT_THAT(found(index.view(), "afval"), ElementsAre("f", "b"));
    index.rebuild(8, [](const SearchIndex::Add& add) { add(saying("g", "afval")); });
    EXPECT_THAT(index.view().keys(), ElementsAre("g"));
    EXPECT_EQ(fs::last_write_time(place.path()), before);
    EXPECT_THAT(names_in(place.path()), ElementsAre("gen-1"));
    fs::permissions(place.path() / "gen-1", fs::perms::owner_all);
}

TEST(Generations, APlaceWithoutAnIndexIsEmptyForReadersAndMadeByTheWriter) {
    const TemporaryDirectory place;
    const SearchIndex reader(place.path() / "none", {}, false);
    EXPECT_EQ(reader.revision(), 0U);
    EXPECT_FALSE(fs::exists(place.path() / "none"));
    std::ofstream(place.path() / "file") << "no directory";
    EXPECT_THROW(SearchIndex(place.path() / "file", {}, true), StoreError);
}

TEST(Generations, ManyThreadsReadOneViewWhileTheWriterGoesOn) {
    const TemporaryDirectory place;
    World world(11);
    SearchIndex index(place.path(), {}, true);
    std::vector<IndexDocument> documents = world.documents(150);
    index.rebuild(
        1, [&](const SearchIndex::Add& add) { std::for_each(documents.begin(), documents.end(), add); });
    index.apply({world.document("d-3"), world.document("d-200")}, {"d-9"}, 2);
    const SearchView view = index.view();
    std::vector<SearchRequest> requests;
    std::vector<std::string> expected;
    for (int i = 0; i < 40; ++i) {
        requests.push_back(world.request(index.analyzer()));
        expected.push_back(bytes_of(view.search(requests.back())));
    }
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < 200; ++i) {
                const std::size_t n = (i * (t + 1)) % requests.size();
                if (bytes_of(view.search(requests[n])) != expected[n]) ++wrong;
                if (i % 50 == 0 && view.keys().size() != view.documents()) ++wrong;
            }
        });
    }
    for (unsigned i = 0; i < 5; ++i) {
        index.apply({world.document(world.key())}, {}, 3 + i);
        index.merge();
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(FileLock, ExcludesInOneProcessAsInTwo) {
    using indexing::FileLock;
    const TemporaryDirectory place;
    const fs::path file = place.path() / "lock";
    EXPECT_EQ(FileLock::attempt(file, FileLock::Kind::shared), nullptr);
    std::ofstream(file).flush();
    auto reader = FileLock::attempt(file, FileLock::Kind::shared);
    auto other = FileLock::attempt(file, FileLock::Kind::shared);
    ASSERT_TRUE(reader && other);
    EXPECT_EQ(FileLock::attempt(file, FileLock::Kind::exclusive), nullptr);
    reader.reset();
    EXPECT_EQ(FileLock::attempt(file, FileLock::Kind::exclusive), nullptr);
    other.reset();
    EXPECT_NE(FileLock::attempt(file, FileLock::Kind::exclusive), nullptr);
}

}  // namespace
}  // namespace m150::testing
