#include "libm150/store/json.hpp"

#include <random>

#include "libm150/store/json_record.hpp"
#include "tests/store/help.hpp"

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

json::Fault fault_of(std::string_view text) {
    json::Value value;
    json::Fault fault;
    EXPECT_FALSE(json::parse(text, value, fault)) << text;
    return fault;
}

TEST(Json, RemembersWhereEveryValueStood) {
    const std::string text = R"( {"a": 12 ,"b" :[true,-1.5e3, "x\u00e9\"y"],  "c":{"d":null}})";
    json::Value value;
    json::Fault fault;
    ASSERT_TRUE(json::parse(text, value, fault)) << fault.what;
    EXPECT_EQ(value.at, text.find('{'));
    EXPECT_EQ(value.members[0].at, text.find("\"a\""));
    EXPECT_EQ(value.find("a")->at, text.find("12"));
    EXPECT_EQ(value.find("a")->integer, 12);
    EXPECT_EQ(value.members[1].at, text.find("\"b\""));
    const json::Value& list = *value.find("b");
    EXPECT_EQ(list.at, text.find('['));
    EXPECT_EQ(list.items[0].at, text.find("true"));
    EXPECT_EQ(list.items[1].at, text.find("-1.5e3"));
    EXPECT_EQ(list.items[1].real, -1500.0);
    EXPECT_EQ(list.items[2].at, text.find("\"x"));
    EXPECT_EQ(list.items[2].text, "x\xC3\xA9\"y");
    EXPECT_EQ(value.find("c")->find("d")->at, text.find("null"));
}

TEST(Json, SaysWhereAndHowATextIsNoJson) {
    EXPECT_EQ(fault_of(R"({"a": x})").what, "this is not JSON");
    EXPECT_EQ(fault_of(R"({"a": x})").at, 6u);
    for (const char* cut : {R"({"a": "hal)", R"({"a": 1)", R"({"a)", R"({)", R"({"a":)", R"([1,)"}) {
        EXPECT_EQ(fault_of(cut).what, "the JSON ends too early") << cut;
        EXPECT_EQ(fault_of(cut).at, std::string_view(cut).size()) << cut;
    }
    EXPECT_EQ(fault_of(R"({"a":1}})").what, "this is not JSON");
    const json::Fault twice = fault_of(R"({"a":1,"b":2,"a":3})");
    EXPECT_EQ(twice.what, "the key 'a' is given twice");
    EXPECT_EQ(twice.at, 13u);
}

TEST(Json, NumbersThatNoIntegerHoldsAreReal) {
    json::Value value;
    json::Fault fault;
    ASSERT_TRUE(
        json::parse("[9223372036854775807, 9223372036854775808, 18446744073709551616]", value, fault));
    EXPECT_EQ(value.items[0].kind, json::Kind::integer);
    EXPECT_EQ(value.items[1].kind, json::Kind::real);
    EXPECT_EQ(value.items[2].kind, json::Kind::real);
}

TEST(Json, AHostileDepthIsRefused) {
    EXPECT_EQ(fault_of(std::string(100000, '[')).what, "lists and objects are nested too deep");
}

TEST(Json, AnyTextComesBackAsItWasWritten) {
    std::mt19937 random(3);
    const std::string pieces[] = {
        "a", "\"", "\\", "\n", "\r", "\t", "\x01", "\x7f", "\xC3\xA9", "\xF0\x9F\x93\xB9", "\xE2\x80\xA8",
        "/", "[",  ",",  "]"};
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (unsigned i = random() % 20; i > 0; --i)
            text += pieces[random() % std::size(pieces)];
        std::string written;
        json::append_text(written, text);
        EXPECT_EQ(written.find('\n'), std::string::npos) << "one line holds one record";
        json::Value value;
        json::Fault fault;
        ASSERT_TRUE(json::parse(written, value, fault)) << written;
        EXPECT_EQ(value.text, text);
    }
}

// Fast and slow reading of a list give the same, or the fast one declines.
TEST(Json, ThePlainListAgreesWithTheParser) {
    std::mt19937 random(4);
    const std::string pieces[] = {"a", "bc", ",", " ", "\"", "\\", "[", "]", "\xC3\xA9"};
    int read = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string text = random() % 8 == 0 ? "" : "[";
        std::vector<std::string> items;
        for (unsigned i = random() % 4; i > 0; --i) {
            std::string item;
            for (unsigned k = random() % 4; k > 0; --k)
                item += pieces[random() % std::size(pieces)];
            if (text.size() > 1) text += ',';
            json::append_text(text, item);
        }
        if (random() % 8 != 0) text += ']';
        std::vector<std::string_view> fast;
        if (!json::parse_plain_list(text, fast)) continue;
        ++read;
        json::Value value;
        json::Fault fault;
        ASSERT_TRUE(json::parse(text, value, fault)) << text;
        ASSERT_EQ(value.items.size(), fast.size()) << text;
        for (std::size_t i = 0; i < fast.size(); ++i)
            EXPECT_EQ(value.items[i].text, fast[i]) << text;
    }
    EXPECT_GT(read, 500);
}

TEST(JsonRecord, LeavesOutWhatARecordHasWithoutIt) {
    std::string written;
    json::write_object(written, question("v-1", "GM0355", Date(2026, 3, 2), "Waarom?"));
    EXPECT_EQ(written, R"({"id":"v-1","asked_by":"GM0355","date":"2026-03-02","title":"Waarom?"})");
    Meeting meeting;
    meeting.id = Id<Meeting>("m-1");
    meeting.title = "T";
    meeting.network = Id<Network>("M150");
    meeting.agenda = {AgendaItem{"1", "Opening", "", {}, 45, 1, 1}};
    written.clear();
    json::write_object(written, meeting);
    EXPECT_EQ(
        written,
        R"({"id":"m-1","title":"T","network":"M150","date":"1970-01-01","agenda":[{"id":"1","title":"Opening","minutes":45}]})");
}

TEST(JsonRecord, SaysEverythingThatCannotBeRead) {
    json::Value value;
    json::Fault fault;
    ASSERT_TRUE(json::parse(
        R"({"id":"GM0355","nam":"Zeist","inhabitants":{"2023":"x","later":1},"urbanity":1.5,"latitude":"52"})",
        value, fault));
    Municipality record;
    json::Decoder decoder;
    decoder.read_object(value, record);
    std::vector<std::string> said;
    for (const json::Fault& found : decoder.faults)
        said.push_back(found.field + ": " + found.what + "; " + found.advice);
    EXPECT_THAT(said,
                ElementsAre("name: the key 'name' is missing; ", "inhabitants: is a text; ",
                            "inhabitants: 'later' cannot be read; ", "latitude: is a text; ",
                            "urbanity: is a number; ", ": the key 'nam' is not known; did you mean 'name'?"));
}

TEST(JsonRecord, NullIsTheSameAsAbsent) {
    json::Value value;
    json::Fault fault;
    ASSERT_TRUE(json::parse(
        R"({"id":"v-1","asked_by":null,"date":"2026-03-02","title":"Waarom?","topics":null})", value, fault));
    Question record;
    json::Decoder decoder;
    decoder.read_object(value, record);
    EXPECT_TRUE(decoder.faults.empty());
    EXPECT_EQ(record.asked_by, std::nullopt);
}

}  // namespace
}  // namespace m150::test
