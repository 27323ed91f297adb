#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "bench/evaluate/systems.hpp"
#include "bench/evaluate/test_set.hpp"
#include "libm150/base/error.hpp"
#include "temporary_file.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <class Read>
std::string complaint(Read read) {
    try {
        read();
    } catch (const InvalidInput& error) {
        return error.what();
    }
    return "nothing";
}

// Levenshtein's distance, a swap of neighbours counting for one.
std::size_t slips_between(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            cost[i][j] = i == 0   ? j
                         : j == 0 ? i
                                  : std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                                              cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

TEST(Slips, AreOneOrTwoInEveryWordOfFourLetters) {
    const std::string text = "mag een boa bij de horecacontrole zelf beboeten wanneer niemand meewerkt";
    std::set<std::size_t> distances;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SlipOptions options;
        options.seed = seed;
        const std::vector<std::string> before = words_of(text), after = words_of(slipped(text, options, "q"));
        ASSERT_EQ(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            const std::size_t slips = slips_between(before[i], after[i]);
            if (before[i].size() < 4) {
                EXPECT_EQ(slips, 0U) << after[i];
            } else {
                EXPECT_GE(slips, 1U) << before[i];
                // A letter dropped from between two that are then swapped takes three steps of this distance.
                EXPECT_LE(slips, before[i].size() < 8 ? 1U : 3U) << before[i] << " " << after[i];
                distances.insert(slips);
            }
        }
    }
    EXPECT_THAT(distances, ::testing::IsSupersetOf({1U, 2U}));
}

TEST(Slips, KeepWhatIsNoPlainLetterAndDependOnSeedAndQueryAlone) {
    const SlipOptions options;
    EXPECT_EQ(slipped("café één 2026 5:16a", options, "q"), "café één 2026 5:16a");
    const std::string text = "Bodycams bij horecacontroles";
    EXPECT_EQ(slipped(text, options, "q"), slipped(text, options, "q"));
    EXPECT_NE(slipped(text, options, "q"), slipped(text, options, "r"));
    SlipOptions other;
    other.seed = 2;
    EXPECT_NE(slipped(text, options, "q"), slipped(text, other, "q"));
    other.rate = 0;
    EXPECT_EQ(slipped(text, other, "q"), text);
    other.rate = 1.5;
    EXPECT_THROW(with_slips({}, other), InvalidInput);
}

TEST(Slips, HitTheirShareOfTheWords) {
    TestSet set = read_corpus(M150_SOURCE_DIR "/examples/corpus");
    SlipOptions options;
    options.rate = 0.3;
    const TestSet slips = with_slips(set, options);
    std::size_t long_words = 0, changed = 0;
    for (std::size_t q = 0; q < set.queries.size(); ++q) {
        const auto before = words_of(set.queries[q].text), after = words_of(slips.queries[q].text);
        ASSERT_EQ(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            const bool letters = std::all_of(before[i].begin(), before[i].end(),
                                             [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; });
            if (!letters || before[i].size() < 4) continue;
            ++long_words;
            if (before[i] != after[i]) ++changed;
        }
    }
    EXPECT_GT(long_words, 1500U);
    EXPECT_NEAR(static_cast<double>(changed) / static_cast<double>(long_words), 0.3, 0.03);
}

const std::string pairs =
    "id,question,reference_answer\nv1,Mag dat?,\"Ja,\nmet toestemming.\"\nv2,Hoe lang?,Een week.\n";

TEST(Vac, IsAKnownItemBothWays) {
    const TemporaryFile file(pairs, "a.csv");
    const TestSet set = read_vac(file.path(), false);
    ASSERT_EQ(set.documents.size(), 2U);
    EXPECT_EQ(set.documents[0].title, "");
    EXPECT_THAT(set.documents[0].answers, ElementsAre("Ja,\nmet toestemming."));
    EXPECT_EQ(set.queries[0].text, "Mag dat?");
    EXPECT_EQ(set.judgements.at("v1"), (Grades{{"v1", 1}}));
    const TestSet reverse = read_vac(file.directory(), true);
    EXPECT_EQ(reverse.documents[1].title, "Hoe lang?");
    EXPECT_TRUE(reverse.documents[1].answers.empty());
    EXPECT_EQ(reverse.queries[1].text, "Een week.");
}

TEST(Vac, OfTheExamplesIsComplete) {
    const TestSet set = read_vac(M150_SOURCE_DIR "/examples/vac", false);
    EXPECT_EQ(set.documents.size(), 179U);  // 175 and 5, one of them in both
}

TEST(Vac, SaysWhereItIsWrong) {
    const auto read = [](const std::string& text) {
        const TemporaryFile file(text, "a.csv");
        return complaint([&] { read_vac(file.path(), false); });
    };
    EXPECT_THAT(read("id,question\nv1,a\n"), HasSubstr("a.csv:1: has no column reference_answer"));
    EXPECT_THAT(read(pairs + "v3,alleen\n"), HasSubstr("a.csv:5: has 2 cells; expected 3"));
    EXPECT_THAT(read(pairs + "v3,vraag,\n"), HasSubstr("a.csv:5: lacks"));
    EXPECT_THAT(read(pairs + "v1,iets,anders\n"),
                HasSubstr("a.csv:5: the id 'v1' stood before another text"));
    EXPECT_THAT(read(""), HasSubstr("is empty"));
    EXPECT_EQ(read(pairs + "v2,Hoe lang?,Een week.\n"), "nothing");
    EXPECT_THAT(complaint([] { read_vac("/no/such/place", false); }), HasSubstr("no such file"));
}

TEST(Directory, IsWrittenAsItIsRead) {
    const TestSet corpus = read_corpus(M150_SOURCE_DIR "/examples/corpus");
    const TemporaryFile place("");
    const auto directory = place.directory() / "set";
    write_directory(directory, corpus);
    const TestSet set = read_directory(directory);
    ASSERT_EQ(set.documents.size(), corpus.documents.size());
    for (std::size_t i = 0; i < set.documents.size(); ++i) {
        EXPECT_EQ(set.documents[i].id, corpus.documents[i].id);
        EXPECT_EQ(set.documents[i].answers, corpus.documents[i].answers);
        EXPECT_EQ(set.documents[i].topics, corpus.documents[i].topics);
        EXPECT_EQ(set.documents[i].need, corpus.documents[i].need);
    }
    ASSERT_EQ(set.queries.size(), corpus.queries.size());
    for (std::size_t i = 0; i < set.queries.size(); ++i) {
        EXPECT_EQ(set.queries[i].text, corpus.queries[i].text);
        EXPECT_EQ(set.queries[i].part, corpus.queries[i].part);
        EXPECT_EQ(set.queries[i].need, corpus.queries[i].need);
    }
    EXPECT_EQ(set.judgements, corpus.judgements);
    EXPECT_EQ(set.measures, corpus.measures);
    EXPECT_EQ(set.name, "set");
}

struct Files {
    TemporaryFile documents{R"({"id": "d1", "text": "Over bodycams."})"
                            "\n"
                            R"({"id": "d2", "title": "Honden", "answers": ["Los."]})"
                            "\n",
                            "docs.jsonl"};
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(documents.directory() / name, std::ios::binary) << text;
    }
    std::string complaint_of() const {
        return complaint([this] { read_directory(documents.directory()); });
    }
};

TEST(Directory, TakesTopicsOfTrec) {
    const Files files;
    EXPECT_THAT(files.complaint_of(),
                HasSubstr("holds no queries; expected queries.jsonl, topics.tsv or topics.txt"));
    files.write("topics.txt", "<top><num>1<title>loslopende hond</top>\n");
    EXPECT_THAT(files.complaint_of(), HasSubstr("qrels.txt: there is no such file"));
    files.write("qrels.txt", "1 0 d2 1\n");
    const TestSet set = read_directory(files.documents.directory());
    EXPECT_EQ(set.queries.at(0).text, "loslopende hond");
    EXPECT_EQ(set.measures.at(1).name(), "RR@10");
    EXPECT_FALSE(set.has_needs());
    files.write("topics.tsv", "2\tbodycam\n");
    EXPECT_EQ(read_directory(files.documents.directory()).queries.at(0).id, "2");
    files.write("queries.jsonl", "{\"id\": \"3\", \"text\": \" \"}\n");
    EXPECT_THAT(files.complaint_of(), HasSubstr("queries.jsonl:1: the text is empty"));
    files.write("docs.jsonl", "{\"id\": \"d 1\"}\n{\"id\": \"d\"}\n{\"id\": \"d\"}\n");
    EXPECT_THAT(files.complaint_of(), HasSubstr("docs.jsonl:1: 'd 1' is no id"));
    EXPECT_THAT(files.complaint_of(), HasSubstr("docs.jsonl:3: the id 'd' comes twice"));
}

TEST(TestSets, AreFoundByName) {
    TestSetOptions options;
    options.corpus = M150_SOURCE_DIR "/examples/corpus";
    options.vac = M150_SOURCE_DIR "/examples/vac";
    for (const std::string& name : test_set_names()) {
        options.name = name;
        EXPECT_EQ(read_test_set(options).name, name);
    }
    options.name = "corpsu";
    EXPECT_THAT(complaint([&] { read_test_set(options); }), HasSubstr("did you mean corpus?"));
    const TemporaryFile qrels("q 0 d 1\n", "theirs.txt");
    options.name = qrels.path().string();
    const TestSet set = read_test_set(options);
    EXPECT_EQ(set.name, "theirs");
    EXPECT_THAT(complaint([&] { run_system(parse_system("xapian"), set, {}); }),
                HasSubstr("holds no documents"));
}

TEST(Systems, AreFoundByName) {
    EXPECT_TRUE(parse_system("m150").topics_on_documents);
    EXPECT_FALSE(parse_system("m150-no-topics").topics_on_documents);
    const TemporaryFile file("q Q0 d 1 1 t\n", "theirs.run");
    EXPECT_EQ(parse_system(file.path().string()).name, "theirs");
    EXPECT_EQ(run_system(parse_system(file.path().string()), {}, {}).run.size(), 1U);
    EXPECT_THAT(complaint([] { parse_system("xapain"); }), HasSubstr("did you mean xapian?"));
}

}  // namespace
}  // namespace m150::testing
