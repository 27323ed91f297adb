#include "bench/evaluate/trec.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "libm150/base/error.hpp"
#include "temporary_file.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <class Read>
std::string complaint(Read read, const std::string& text) {
    const TemporaryFile file(text);
    try {
        read(file.path());
    } catch (const InvalidInput& error) {
        return error.what();
    }
    return "nothing";
}

TEST(Qrels, AreReadAndWritten) {
    const TemporaryFile file("\xEF\xBB\xBFq1 0 d1 2\r\nq1\t0\td2\t0\n\nq2 Q0 d1 -1\n");
    const Judgements judgements = read_qrels(file.path());
    EXPECT_EQ(judgements, (Judgements{{"q1", {{"d1", 2}, {"d2", 0}}}, {"q2", {{"d1", -1}}}}));
    std::ostringstream out;
    write_qrels(out, judgements);
    EXPECT_EQ(out.str(), "q1 0 d1 2\nq1 0 d2 0\nq2 0 d1 -1\n");
}

TEST(Qrels, SayWhereTheyAreWrong) {
    EXPECT_THAT(complaint(read_qrels, "q 0 d 1\nq 0 d\n"),
                AllOf(HasSubstr("file.txt:2: has 3 columns"), HasSubstr("query, 0, document, grade")));
    EXPECT_THAT(complaint(read_qrels, "q 0 d much\n"),
                HasSubstr("file.txt:1: the grade 'much' is no whole number"));
    EXPECT_THAT(complaint(read_qrels, "q 0 d 1.5\n"), HasSubstr("'1.5'"));
    EXPECT_THAT(complaint(read_qrels, "q 0 d 1\nq 0 d 2\n"),
                HasSubstr("file.txt:2: document 'd' was judged before"));
    EXPECT_THAT(complaint(read_qrels, "q 0 d\xFF 1\n"), HasSubstr("not valid text"));
    EXPECT_THAT(complaint(read_qrels, "a\nb\nc\n"), HasSubstr("3 problems"));
    EXPECT_THROW(read_qrels("/no/such/file"), InvalidInput);
    EXPECT_THROW(read_qrels("/"), InvalidInput);
}

TEST(Runs, AreReadWhateverTheirRanksSay) {
    const TemporaryFile file("q Q0 a 1 1.5 t\nq Q0 b 1 2e1 t\nq Q0 c 7 -3 t\n");
    const evaluate::Run run = read_run(file.path());
    EXPECT_EQ(run, (evaluate::Run{{"q", {{"a", 1.5}, {"b", 20}, {"c", -3}}}}));
    std::ostringstream out;
    write_run(out, run, "ours");
    EXPECT_EQ(out.str(), "q Q0 b 1 20 ours\nq Q0 a 2 1.5 ours\nq Q0 c 3 -3 ours\n");
}

TEST(Runs, KeepEveryBitOfAScore) {
    const double third = 1.0 / 3.0;
    std::ostringstream out;
    write_run(out, {{"q", {{"a", third}}}}, "t");
    const TemporaryFile file(out.str());
    EXPECT_EQ(read_run(file.path()).at("q").front().score, third);
}

TEST(Runs, SayWhereTheyAreWrong) {
    EXPECT_THAT(complaint(read_run, "q Q0 a 1 1.5\n"), HasSubstr("file.txt:1: has 5 columns"));
    EXPECT_THAT(complaint(read_run, "q Q0 a 1 high t\n"), HasSubstr("the score 'high' is no number"));
    EXPECT_THAT(complaint(read_run, "q Q0 a 1 nan t\n"), HasSubstr("the score 'nan' is no number"));
    EXPECT_THAT(complaint(read_run, "q Q0 a 1 2 t\nq Q0 a 2 1 t\n"),
                HasSubstr("file.txt:2: document 'a' was found before"));
    std::ostringstream out;
    EXPECT_THROW(write_run(out, {{"q", {{"a b", 1}}}}, "t"), InvalidInput);
    EXPECT_THROW(write_run(out, {}, "two words"), InvalidInput);
}

TEST(Topics, OfOneLineEach) {
    const TemporaryFile file("1\tWat kost een boa?\n2\t  bodycam  \n");
    const auto topics = read_topics(file.path());
    EXPECT_THAT(topics, ElementsAre(TrecTopic{"1", "Wat kost een boa?"}, TrecTopic{"2", "bodycam"}));
    std::ostringstream out;
    write_topics(out, topics);
    EXPECT_EQ(out.str(), "1\tWat kost een boa?\n2\tbodycam\n");
}

TEST(Topics, OfTheClassicForm) {
    const TemporaryFile file(
        "<top>\n<num> Number: 301\n<title> International\nOrganized Crime\n\n<desc> Description:\nIdentify "
        "...\n</top>\n"
        "\n<top><num>302</num><title>Topic: Polio</title></top>\n");
    EXPECT_THAT(read_topics(file.path()),
                ElementsAre(TrecTopic{"301", "International Organized Crime"}, TrecTopic{"302", "Polio"}));
}

TEST(Topics, SayWhereTheyAreWrong) {
    EXPECT_THAT(complaint(read_topics, "1 no tab\n"), HasSubstr("file.txt:1: has no tab"));
    EXPECT_THAT(complaint(read_topics, "1\ta\n1\tb\n"), HasSubstr("file.txt:2: query '1' comes twice"));
    EXPECT_THAT(complaint(read_topics, "one two\ta\n"), HasSubstr("'one two' is no query id"));
    EXPECT_THAT(complaint(read_topics, "<top>\n<num> 1\n</top>\n"),
                HasSubstr("file.txt:1: the topic has no <title>"));
    EXPECT_THAT(complaint(read_topics, "<top>\n<num> 1\n<title> a\n"), HasSubstr("<top> is not closed"));
    EXPECT_THAT(complaint(read_topics, "<top>\n<num> 1\n<title> a\n<top>\n"),
                HasSubstr("file.txt:4: <top> inside"));
    EXPECT_THAT(complaint(read_topics, "<top><num>1<title>a</top>\nstray\n"),
                HasSubstr("file.txt:2: text outside <top>"));
    std::ostringstream out;
    EXPECT_THROW(write_topics(out, {{"1", "two\nlines"}}), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
