#include "libm150/record/text_form.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "libm150/base/error.hpp"

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The value of type T that `text` stands for.
template <class T>
T read(std::string_view text) {
    T value{};
    from_text(text, value);
    return value;
}

template <class T>
void expect_both_ways(const T& value, const std::string& text) {
    EXPECT_EQ(to_text(value), text);
    EXPECT_EQ(read<T>(text), value) << text;
}

// The concept says of every kind of field whether it can be a cell, wherever its type comes from.
static_assert(HasTextForm<std::string> && HasTextForm<int> && HasTextForm<Date> && HasTextForm<Audience>);
static_assert(HasTextForm<Id<Topic>> && HasTextForm<std::map<int, std::int64_t>>);
static_assert(HasTextForm<std::vector<std::string>> && HasTextForm<std::vector<int>>);
static_assert(HasTextForm<std::vector<Id<Topic>>> && HasTextForm<std::vector<Id<Municipality>>>);
static_assert(HasTextForm<std::optional<std::string>> && HasTextForm<std::optional<double>>);
static_assert(HasTextForm<std::optional<Date>> && HasTextForm<std::optional<Id<Municipality>>>);
static_assert(!HasTextForm<Talk> && !HasTextForm<std::vector<Talk>> && !HasTextForm<std::optional<Talk>>);
static_assert(!HasTextForm<std::vector<AgendaItem>> && !HasTextForm<const char*>);

TEST(TextFormTest, EveryKindOfValueHasOneForm) {
    expect_both_ways(std::string(" a|b\\ "), " a|b\\ ");
    expect_both_ways(true, "true");
    expect_both_ways(false, "false");
    expect_both_ways(-3, "-3");
    expect_both_ways(std::int64_t{17811291}, "17811291");
    expect_both_ways(0.1, "0.1");
    expect_both_ways(Date(2026, 3, 2), "2026-03-02");
    expect_both_ways(AnswerStatus::outdated, "outdated");
    expect_both_ways(MeetingKind::regional, "regional");
    expect_both_ways(ContactOutcome::not_helpful, "not-helpful");
    expect_both_ways(std::map<int, std::int64_t>{{2022, 63000}, {2023, 63500}}, "2022:63000|2023:63500");
    expect_both_ways(Id<Municipality>("GM0355"), "GM0355");
    expect_both_ways(Id<Question>("v-1"), "v-1");
    expect_both_ways(std::optional<Date>(), "");
    expect_both_ways(std::optional<Date>(Date(2026, 3, 2)), "2026-03-02");
    expect_both_ways(std::vector<Id<Topic>>{Id<Topic>("a"), Id<Topic>("b")}, "a|b");
    expect_both_ways(std::vector<Id<Topic>>{}, "");
    expect_both_ways(std::vector<std::string>{"a|b", "c"}, "a\\|b|c");
}

TEST(TextFormTest, AudiencesAndProvenanceHaveAForm) {
    expect_both_ways(Audience{AudienceKind::everyone, {}, {}}, "public");
    expect_both_ways(Audience{AudienceKind::all_networks, {}, {}}, "all-networks");
    expect_both_ways(Audience{AudienceKind::avh, {}, {}}, "avh");
    expect_both_ways(Audience{AudienceKind::network, Id<Network>("M150"), {}}, "network:M150");
    expect_both_ways(
        Audience{AudienceKind::members, {}, {Id<Municipality>("GM0307"), Id<Municipality>("GM0355")}},
        "members:GM0307+GM0355");
    EXPECT_EQ(to_text(read<Audience>(" members:355+0307+gm0355")), "members:GM0307+GM0355")
        << "ascending, each once";
    expect_both_ways(Provenance{"CBS (CC BY 4.0)", false}, "CBS (CC BY 4.0)");
    expect_both_ways(Provenance{"proef", true}, "synthetic: proef");
    expect_both_ways(Provenance{}, "");
    // A source that only looks synthetic stays what it is.
    for (const char* source : {"synthetic: x", "\\synthetic: x", "\\\\synthetic: ", "\\x", "synthetic:x"}) {
        for (const bool synthetic : {false, true}) {
            const Provenance value{source, synthetic};
            EXPECT_EQ(read<Provenance>(to_text(value)), value) << to_text(value);
        }
    }
    expect_both_ways(Provenance{"\\x", false}, "\\x");
    for (const char* text : {"", "everybody", "network:", "members:Zeist", "Public"})
        EXPECT_THROW(read<Audience>(text), InvalidInput) << text;
}

TEST(TextFormTest, YesAndNoAreReadInTwoLanguages) {
    for (const char* text : {"true", "1", "ja", "Yes", " JA "})
        EXPECT_TRUE(read<bool>(text)) << text;
    for (const char* text : {"false", "0", "nee", "No"})
        EXPECT_FALSE(read<bool>(text)) << text;
    for (const char* text : {"", "x", "2", "waar"})
        EXPECT_THROW(read<bool>(text), InvalidInput) << text;
}

TEST(TextFormTest, NumbersAreReadWholeOrNotAtAll) {
    EXPECT_EQ(read<int>(" 12 "), 12);
    for (const char* text : {"", "12x", "1.5", "1 2", "99999999999", "0x10", "1e3"})
        EXPECT_THROW(read<int>(text), InvalidInput) << text;
    for (const char* text : {"", "1,5", "nan", "inf", "1e999", "x"})
        EXPECT_THROW(read<double>(text), InvalidInput) << text;
    EXPECT_THROW((read<std::map<int, std::int64_t>>("2022")), InvalidInput);
    EXPECT_THROW((read<std::map<int, std::int64_t>>("2022:")), InvalidInput);
}

TEST(TextFormTest, AnyNumberReadsBackTheSame) {
    std::mt19937_64 random(17);
    for (int round = 0; round < 2000; ++round) {
        const double number = std::ldexp(std::uniform_real_distribution<double>(-1, 1)(random),
                                         static_cast<int>(random() % 600) - 300);
        EXPECT_EQ(read<double>(to_text(number)), number) << to_text(number);
    }
    expect_both_ways(std::numeric_limits<std::int64_t>::min(), "-9223372036854775808");
    EXPECT_EQ(read<double>(to_text(std::numeric_limits<double>::denorm_min())),
              std::numeric_limits<double>::denorm_min());
}

TEST(TextFormTest, ListsEscapeTheirSeparator) {
    EXPECT_EQ(join_list({"a|b", "c\\", ""}), "a\\|b|c\\\\|");
    EXPECT_THAT(split_list("a\\|b|c\\\\|"), ElementsAre("a|b", "c\\", ""));
    std::mt19937 random(19);
    const std::string pieces[] = {"a", "|", "\\", " ", "\xC3\xA9"};
    for (int round = 0; round < 500; ++round) {
        std::vector<std::string> items(1 + random() % 4);
        for (std::string& item : items) {
            for (unsigned i = random() % 5; i > 0; --i)
                item += pieces[random() % std::size(pieces)];
        }
        if (items == std::vector<std::string>{""})
            continue;  // a list of one empty text has the form of an empty list
        EXPECT_EQ(split_list(join_list(items)), items);
    }
}

TEST(TextFormTest, IdsAreTrimmedAndNotEmpty) {
    EXPECT_EQ(read<Id<Question>>(" v-1 ").str(), "v-1");
    EXPECT_THROW(read<Id<Question>>("  "), InvalidInput);
    EXPECT_EQ(read<Id<Municipality>>("355").str(), "GM0355");
}

TEST(TextFormTest, ARefusalSaysWhatWasExpected) {
    try {
        read<AnswerStatus>("klaar");
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.what(), HasSubstr("'klaar' cannot be read; expected one of current, outdated"));
    }
}

}  // namespace
}  // namespace m150::test
