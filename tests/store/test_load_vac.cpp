#include "tests/store/help.hpp"

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class VacTest : public testing::Test {
  protected:
    VacTest() {
        add_world(store);
        options.organisation = Id<Organisation>("VNG");
        options.topics = {{"bodycam", Id<Topic>("bodycams")},
                          {"camera", Id<Topic>("bodycams")},
                          {"horeca", Id<Topic>("horeca")}};
    }
    LoadReport load(std::string_view text) {
        write_file(place / "vac.json", text);
        return load_vac(store, place / "vac.json", options);
    }
    std::vector<std::string> problems(std::string_view text) {
        try {
            load(text);
        } catch (const InvalidInput& error) {
            std::vector<std::string> texts;
            for (const Problem& problem : error.problems())
                texts.push_back(problem.text());
            return texts;
        }
        return {};
    }
    const Place place;
    Store store = Store::in_memory();
    VacOptions options;
};

TEST_F(VacTest, AVacBecomesAQuestionAndAnAnswer) {
    const LoadReport report = load(R"([
  {"id": 17, "vraag": "Mag een boa filmen?", "antwoord": "Ja,\nmits.", "status": "Actueel", "doelgroep": ["boa", "handhaver"],
   "trefwoorden": "Bodycam; camera, Privacy", "datum": "2024-05-01T12:00:00Z"},
  {"vraag": "Eerste regel\ntweede regel", "antwoord": "Nee.", "status": "niet meer actueel", "trefwoorden": ["horeca"], "datum": "2023-01-01"}
])");
    EXPECT_EQ(report.records, (std::map<std::string, std::uint64_t>{{"answers", 2}, {"questions", 2}}));
    EXPECT_THAT(report.notices, IsEmpty());
    const Question first = *store.find(Id<Question>("vac-17"));
    EXPECT_EQ(first.title, "Mag een boa filmen?");
    EXPECT_EQ(first.text, "");
    EXPECT_EQ(first.asked_by, std::nullopt);
    EXPECT_THAT(first.keywords, ElementsAre("Bodycam", "camera", "Privacy"));
    EXPECT_THAT(first.topics, ElementsAre(Id<Topic>("bodycams")));
    EXPECT_EQ(first.target_group, "boa, handhaver");
    EXPECT_EQ(first.audience.kind, AudienceKind::everyone);
    EXPECT_EQ(first.provenance.source, "vac.json");
    EXPECT_EQ(first.date, Date(2024, 5, 1));
    const Answer reply = store.answers_to(first.id).at(0);
    EXPECT_EQ(reply.text, "Ja,\nmits.");
    EXPECT_EQ(reply.by_organisation, Id<Organisation>("VNG"));
    EXPECT_EQ(reply.status, AnswerStatus::current);
    const Question second = *store.find(Id<Question>("vac-2"));
    EXPECT_EQ(second.title, "");
    EXPECT_EQ(second.text, "Eerste regel\ntweede regel");
    EXPECT_EQ(store.answers_to(second.id).at(0).status, AnswerStatus::outdated);
    EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(VacTest, DraftsAndUnknownKeysArePassedOverAndSaid) {
    const LoadReport report = load(
        R"([{"vraag":"A?","antwoord":"B","datum":"2024-01-01","url":"x"},{"vraag":"C?","status":"concept"}])");
    EXPECT_THAT(report.notices, ElementsAre("vac.json: 1 VACs with status concept passed over",
                                            "vac.json: the key 'url' of 1 VACs passed over"));
    EXPECT_EQ(store.count<Question>(), 1u);
}

TEST_F(VacTest, ADateMayComeFromTheOptions) {
    EXPECT_THAT(problems(R"([{"vraag":"A?","antwoord":"B"}])"),
                ElementsAre(StartsWith("vac.json:1:2: field datum: is missing")));
    options.date = Date(2025, 7, 1);
    load(R"([{"vraag":"A?","antwoord":"B"}])");
    EXPECT_EQ(store.find(Id<Question>("vac-1"))->date, Date(2025, 7, 1));
}

TEST_F(VacTest, EveryProblemHasItsPlaceAndNothingIsWritten) {
    EXPECT_THAT(
        problems("[\n"
                 " {\"vraag\":\"A?\",\"antwoord\":\"B\",\"datum\":\"2024-01-01\"},\n"
                 " {\"vraag\":\"A?\",\"status\":\"klaar\",\"datum\":\"2024-02-30\"},\n"
                 " 12,\n"
                 " {\"vraag\":\"\",\"antwoord\":\"B\",\"datum\":\"2024-01-01\"},\n"
                 " {\"id\":\"1\",\"vraag\":\"A?\",\"antwoord\":[],\"datum\":\"2024-01-01\"}\n"
                 "]"),
        ElementsAre(StartsWith("vac.json:3:2: field antwoord: is missing"),
                    StartsWith("vac.json:3:25: field status: 'klaar' is not known"),
                    StartsWith("vac.json:3:41: field datum: the date '2024-02-30' does not exist"),
                    StartsWith("vac.json:4:2: is a whole number; expected an object"),
                    StartsWith("vac.json:5:2: question vac-4, field text: title and text are both empty"),
                    StartsWith("vac.json:6:36: field antwoord: is a list")));
    EXPECT_EQ(store.count<Question>(), 0u);
}

TEST_F(VacTest, WhatIsNoListOfVacsIsRefused) {
    EXPECT_THAT(problems("{}"),
                ElementsAre(StartsWith("vac.json:1:1: is an object; expected a list of VACs")));
    EXPECT_THAT(problems("[{\"vraag\":\n\"A"),
                ElementsAre(StartsWith("vac.json:2:3: the JSON ends too early")));
    EXPECT_THAT(problems("[\"caf\xE9\"]"),
                ElementsAre(StartsWith("vac.json:1:6: this byte is not valid UTF-8")));
    EXPECT_THAT(message_of<InvalidInput>([&] { load_vac(store, place / "none.json", options); }),
                HasSubstr("cannot be read"));
    options.organisation = Id<Organisation>("XYZ");
    EXPECT_THAT(message_of<InvalidInput>([&] { load("[]"); }),
                HasSubstr("the organisation 'XYZ' does not exist"));
    EXPECT_FALSE(store.in_transaction());
}

}  // namespace
}  // namespace m150::test
