#include "libm150/store/load.hpp"

#include <map>

#include "tests/store/help.hpp"

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class LoadTest : public testing::Test {
  protected:
    // The problems of loading the directory, a line each; empty when it loads.
    std::vector<std::string> problems(const LoadOptions& options = {}) {
        try {
            load_directory(store, directory, options);
        } catch (const InvalidInput& error) {
            std::vector<std::string> texts;
            for (const Problem& problem : error.problems())
                texts.push_back(problem.text());
            return texts;
        }
        return {};
    }
    void file(const std::string& name, std::string_view text) { write_file(directory / name, text); }

    const Place place;
    const fs::path directory = place / "data";
    Store store = Store::in_memory();
};

constexpr const char* two_municipalities = "id,name\nGM0355,Zeist\nGM0307,Amersfoort\n";

TEST_F(LoadTest, LoadsCsvAndJsonLinesTogether) {
    file("municipalities.csv",
         "id;name;inhabitants;neighbours\r\n355;Zeist;2022:65000|2023:66000;0307\r\ngm0307;Amersfoort;;\r\n");
    file("topics.jsonl",
         R"({"id":"bodycams","preferred_label":"Bodycams","related":["horeca"]})"
         "\n\n"
         R"({"id":"horeca","preferred_label":"Horeca","audience":"avh","provenance":"synthetic: proef"})"
         "\n");
    file("questions.jsonl",
         R"({"id":"v-1","asked_by":"0355","date":"2026-03-02","title":"Bodycams?","topics":["bodycams"]})");
    file("answers.csv", "id,question,by,date,text,accepted\na-1,v-1,307,2026-03-04,\"Ja,\nmits.\",ja\n");
    const std::uint64_t before = store.revision();
    const LoadReport report = load_directory(store, directory);
    EXPECT_EQ(report.records, (std::map<std::string, std::uint64_t>{
                                  {"answers", 1}, {"municipalities", 2}, {"questions", 1}, {"topics", 2}}));
    EXPECT_THAT(report.notices, IsEmpty());
    EXPECT_EQ(store.revision(), before + 1);
    const Municipality zeist = *store.find(Id<Municipality>("GM0355"));
    EXPECT_EQ(zeist.inhabitants.at(2023), 66000);
    EXPECT_THAT(zeist.neighbours, ElementsAre(Id<Municipality>("GM0307")));
    const Topic horeca = *store.find(Id<Topic>("horeca"));
    EXPECT_EQ(horeca.audience.kind, AudienceKind::avh);
    EXPECT_EQ(horeca.provenance, (Provenance{"proef", true}));
    const Answer answered = *store.find(Id<Answer>("a-1"));
    EXPECT_EQ(answered.text, "Ja,\nmits.");
    EXPECT_TRUE(answered.accepted);
    EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(LoadTest, PartsInCsvAreJsonInTheCell) {
    file("municipalities.csv", two_municipalities);
    file("networks.csv",
         "id,name,bands,members\nM150,M150,\"[{\"\"at_least\"\":25000,\"\"at_most\"\":75000}]\",\"[{"
         "\"\"municipality\"\":\"\"355\"\",\"\"from\"\":\"\"2023-01-01\"\"}]\"\n");
    ASSERT_THAT(problems(), IsEmpty());
    const Network network = *store.find(Id<Network>("M150"));
    ASSERT_EQ(network.bands.size(), 1u);
    EXPECT_EQ(network.bands[0].at_most, 75000);
    EXPECT_EQ(network.members.at(0).municipality, Id<Municipality>("GM0355"));
    EXPECT_EQ(network.members.at(0).from, Date(2023, 1, 1));
    file("networks.csv", "id,name,bands\nG40,G40,\"[{\"\"at_most\"\":75000}]\"\n");
    EXPECT_THAT(
        problems(),
        testing::Contains(HasSubstr(
            "networks.csv:2:9: field bands: at character 2 of the cell: the key 'at_least' is missing")));
}

TEST_F(LoadTest, AbsentColumnsAndEmptyCellsGiveWhatARecordHasWithoutThem) {
    file("municipalities.csv", two_municipalities);
    file("topics.csv", "id,preferred_label,audience\nbodycams,Bodycams,\n");
    file("inventory.csv", "id,municipality,topic,date,needs,audience\ni-1,355,bodycams,2024-01-01,,\n");
    ASSERT_THAT(problems(), IsEmpty());
    EXPECT_EQ(store.find(Id<Topic>("bodycams"))->audience, Topic{}.audience);
    const InventoryResponse response = *store.find(Id<InventoryResponse>("i-1"));
    EXPECT_EQ(response.needs, 0);
    EXPECT_EQ(response.audience, InventoryResponse{}.audience);
}

TEST_F(LoadTest, RecordsMayReferToLaterOnes) {
    file("municipalities.csv",
         "id,name,valid_to,successor,neighbours,audience\nGM0501,Brielle,2022-12-31,GM1992,GM1992,network:"
         "M150\nGM1992,Voorne aan Zee,,,,\n");
    file("networks.jsonl", R"({"id":"M150","name":"M150"})");
    file("topics.csv", "id,preferred_label,broader,related\na,A,c,b\nb,B,,\nc,C,,\n");
    EXPECT_THAT(problems(), IsEmpty());
    EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(LoadTest, AReferenceThatStaysOpenIsSaidAtItsPlace) {
    file("topics.csv", "id,preferred_label,related\na,A,b\nb,B,a|x\n");
    EXPECT_THAT(
        problems(),
        ElementsAre(HasSubstr(
            "topics.csv:3:5: topic b, field related: refers to the topic 'x', which does not exist")));
    EXPECT_EQ(store.count<Topic>(), 0u);
}

TEST_F(LoadTest, EveryProblemIsListedByFileLineAndColumnAndNothingIsWritten) {
    file("municipalities.csv", two_municipalities);
    file("questions.jsonl", R"({"id":"v-1","asked_by":"GM0356","date":"2026-02-30","title":"Waarom?"})"
                            "\n"
                            R"({"id":"v-2","asked_by":"GM0356","date":"2026-02-20","title":"Waarom?"})"
                            "\n"
                            R"({"id":"v-3","date":"2026-02-20","titel":"Waarom?"})"
                            "\n"
                            R"({"id":"v-4","date":"2026-02-20","title":"Waarom?"})"
                            "\n"
                            R"({"id":"v-4","date":"2026-02-20","title":"Nog eens?"})"
                            "\n"
                            R"({"id":"v-5","date":"2026-02-20","ti)");
    file("answers.csv",
         "id,question,by,date,text\n"
         "a-1,v-1,GM0307,2026-03-01,aan een afgewezen vraag\n"
         "a-2,v-4,GM0307,2026-01-01,te vroeg\n"
         "a-3,v-4,GM0307,2026-03-01,te veel,cellen\n"
         "a-4,v-4,GM0307,2026-03-01\n"
         "a-5,v-44,,2026-03-01,\n");
    EXPECT_THAT(
        problems(),
        ElementsAre(StartsWith("answers.csv:3:16: answer a-2, field date: is 2026-01-01, before its question "
                               "v-4 of 2026-02-20"),
                    StartsWith("answers.csv:4:35: the row has 6 cells; expected 5, as the header"),
                    StartsWith("answers.csv:5:26: the row has 4 cells; expected 5, as the header"),
                    StartsWith("answers.csv:6:5: answer a-5, field question: refers to the question 'v-44', "
                               "which does not exist"),
                    StartsWith("answers.csv:6:22: field text: is empty"),
                    StartsWith("questions.jsonl:1:24: question v-1, field asked_by: refers to the "
                               "municipality 'GM0356'"),
                    StartsWith("questions.jsonl:1:40: field date: the date '2026-02-30' does not exist"),
                    StartsWith("questions.jsonl:2:24: question v-2, field asked_by: refers to the "
                               "municipality 'GM0356', which does "
                               "not exist; expected the id of a municipality; did you mean GM0355 Zeist?"),
                    StartsWith("questions.jsonl:3:33: the key 'titel' is not known"),
                    StartsWith("questions.jsonl:5:7: question v-4, field id: exists already"),
                    StartsWith("questions.jsonl:6:36: the JSON ends too early")));
    EXPECT_EQ(store.count<Municipality>(), 0u);
    EXPECT_EQ(store.revision(), 0u);
    EXPECT_FALSE(store.in_transaction());
}

TEST_F(LoadTest, AllThatIsWrongWithOneRecordIsListed) {
    file("municipalities.csv", two_municipalities);
    file("questions.jsonl",
         R"({"id":"v-1","asked_by":"GM9999","date":"2026-02-20","title":"","topics":["bodycams"]})");
    EXPECT_THAT(problems(),
                ElementsAre(StartsWith("questions.jsonl:1:1: question v-1, field text: "),
                            StartsWith("questions.jsonl:1:24: question v-1, field asked_by: refers to"),
                            HasSubstr("question v-1, field topics: refers to the topic 'bodycams'")));
}

TEST_F(LoadTest, ListsTheFirstProblemsInOrderAndCountsTheRest) {
    std::string rows = "id,name\n";
    for (int i = 0; i < 250; ++i)
        rows += "x" + std::to_string(i) + ",Naam\n";
    file("municipalities.csv", rows);
    file("contacts.csv", "id,from,to,date\n,1,2,2024-01-01\n");
    try {
        load_directory(store, directory);
        FAIL();
    } catch (const InvalidInput& error) {
        ASSERT_EQ(error.problems().size(), 100u);
        EXPECT_EQ(error.total(), 253u);
        EXPECT_EQ(error.problems()[0].where, "contacts.csv:2:1") << "the last to be read, the first in order";
        EXPECT_THAT(error.problems()[2].text(),
                    StartsWith("contacts.csv:2:4: field to: refers to the municipality 'GM0002'"));
        EXPECT_EQ(error.problems()[3].where, "municipalities.csv:2:1");
        EXPECT_EQ(error.problems()[99].where, "municipalities.csv:98:1");
        EXPECT_TRUE(std::string_view(error.what()).starts_with("253 problems (the first 100 are listed)"));
    }
    LoadOptions options;
    options.max_errors = 3;
    EXPECT_EQ(problems(options).size(), 3u);
}

TEST_F(LoadTest, AHeaderMustNameTheRequiredColumnsAndNoOthers) {
    file("organisations.csv", "id;nam;url;url\nVNG;Vereniging;;\n");
    EXPECT_THAT(
        problems(),
        ElementsAre(
            StartsWith(
                "organisations.csv:1:4: the column 'nam' is not known; expected a column of organisations; "
                "did you mean 'name'?"),
            StartsWith("organisations.csv:1:12: the column 'url' is there twice"),
            StartsWith("organisations.csv:1:15: the column 'name' is missing")));
    file("organisations.csv", "");
    EXPECT_THAT(problems(), ElementsAre(StartsWith("organisations.csv:1:1: the file is empty")));
}

TEST_F(LoadTest, WhatRefersToARefusedRecordIsNotBlamed) {
    file("municipalities.csv", "id,naam van de gemeente\nGM0355,Zeist\n");
    file("questions.csv",
         "id,asked_by,date,title\nv-1,GM0355,2026-01-01,Een?,Twee?\nv-2,GM0355,2026-01-01,Twee?\n");
    file("answers.csv",
         "id,question,by,date,text\na-1,v-1,GM0355,2026-01-02,Ja\na-2,v-3,GM0355,2026-01-02,Ja\n");
    EXPECT_THAT(
        problems(),
        ElementsAre(StartsWith("answers.csv:3:5: answer a-2, field question: refers to the question 'v-3'"),
                    StartsWith("municipalities.csv:1:4: the column 'naam van de gemeente' is not known"),
                    StartsWith("municipalities.csv:1:24: the column 'name' is missing"),
                    StartsWith("questions.csv:2:28: the row has 5 cells")))
        << "of Zeist nothing can be said before there are municipalities";
    file("municipalities.csv", two_municipalities);
    EXPECT_THAT(
        problems(),
        ElementsAre(StartsWith("answers.csv:3:5: answer a-2, field question: refers to the question 'v-3'"),
                    StartsWith("questions.csv:2:28: the row has 5 cells")));
}

TEST_F(LoadTest, Cp1252IsReadAndSaid) {
    file("organisations.csv", "id;name\nCCV;Centrum voor Criminaliteitspreventie caf\xE9\n");
    const LoadReport report = load_directory(store, directory);
    EXPECT_THAT(report.notices,
                ElementsAre("organisations.csv: is not UTF-8; read as cp1252 (Windows, Western European)"));
    EXPECT_THAT(store.find(Id<Organisation>("CCV"))->name, testing::EndsWith("caf\xC3\xA9"));
}

TEST_F(LoadTest, BytesThatAreNoTextAreProblems) {
    file("organisations.csv", std::string_view("id,name\nCCV,a\0b\nVNG,caf\xC3\xA9 caf\xC3\n", 31));
    file("topics.jsonl", "{\"id\":\"a\",\"preferred_label\":\"\xC3\xA9\xE9\"}\n");
    EXPECT_THAT(problems(), ElementsAre(StartsWith("organisations.csv:2:6: a NUL byte"),
                                        StartsWith("organisations.csv:3:13: this byte is not valid UTF-8"),
                                        StartsWith("topics.jsonl:1:31: this byte is not valid UTF-8")));
    file("organisations.csv", std::string_view("\xFF\xFEi\0d\0\n\0", 8));
    fs::remove(directory / "topics.jsonl");
    EXPECT_THAT(problems(), ElementsAre(StartsWith("organisations.csv:1:1: the file is UTF-16")));
}

TEST_F(LoadTest, MergedMunicipalitiesAreReplacedAndSaidOnce) {
    add_world(store);
    file("questions.jsonl", R"({"id":"v-1","asked_by":"GM0501","date":"2024-01-01","title":"Een?"})"
                            "\n"
                            R"({"id":"v-2","asked_by":"GM0501","date":"2024-01-02","title":"Twee?"})"
                            "\n"
                            R"({"id":"v-3","asked_by":"GM0501","date":"2022-01-02","title":"Drie?"})"
                            "\n");
    const LoadReport report = load_directory(store, directory);
    EXPECT_THAT(report.notices, ElementsAre("questions.jsonl:1:1: GM0501 Brielle merged into GM1992 Voorne "
                                            "aan Zee on 2023-01-01; replaced in 2 places"));
    EXPECT_EQ(store.find(Id<Question>("v-2"))->asked_by, Id<Municipality>("GM1992"));
    EXPECT_EQ(store.find(Id<Question>("v-3"))->asked_by, Id<Municipality>("GM0501"));
}

TEST_F(LoadTest, FilesThatAreNotLoadedAreSaid) {
    file("organisations.csv", "id,name\nVNG,VNG\n");
    file("README.md", "");
    file("truth-expertise.csv", "");
    file("LICENSE", "");
    file("question.jsonl", "");
    file("foto.png", "");
    EXPECT_THAT(
        load_directory(store, directory).notices,
        ElementsAre(
            "foto.png: passed over, no record type has such a file",
            "question.jsonl: passed over, no record type has such a file (did you mean questions.jsonl?)"));
    EXPECT_THAT(message_of<InvalidInput>([&] { load_directory(store, place / "nowhere"); }),
                HasSubstr("cannot be read"));
    fs::create_directories(place / "empty");
    EXPECT_THAT(message_of<InvalidInput>([&] { load_directory(store, place / "empty"); }),
                HasSubstr("holds nothing to load"));
}

TEST_F(LoadTest, KnownRecordsAreReplacedWhenAsked) {
    add_world(store);
    store.begin();
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    store.insert(answer("a-1", "v-1", "GM0307", Date(2026, 3, 2)));
    store.commit();
    file("questions.jsonl", R"({"id":"v-1","asked_by":"GM0307","date":"2026-03-05","title":"Later"})");
    EXPECT_THAT(problems(), ElementsAre(HasSubstr("exists already")));
    LoadOptions options;
    options.replace = true;
    EXPECT_THAT(problems(options),
                ElementsAre(StartsWith(
                    "questions.jsonl:1:40: question v-1, field date: is 2026-03-05, after its answer a-1")));
    file("answers.jsonl",
         R"({"id":"a-1","question":"v-1","by":"GM0355","date":"2026-03-06","text":"Ook later"})");
    EXPECT_THAT(problems(options), IsEmpty()) << "the answer moves along";
    EXPECT_EQ(store.find(Id<Question>("v-1"))->title, "Later");
    EXPECT_EQ(store.find(Id<Answer>("a-1"))->date, Date(2026, 3, 6));
    file("topics.csv", "id,preferred_label\nnieuw,Een\nnieuw,Twee\n");
    EXPECT_THAT(
        problems(options),
        ElementsAre(StartsWith(
            "topics.csv:3:1: topic nieuw, field id: is given twice; the first time at topics.csv:2:1")));
}

TEST_F(LoadTest, WithinATransactionOnlyTheLoadIsUndone) {
    add_world(store);
    const std::uint64_t before = store.revision();
    store.begin();
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    file("topics.csv", "id,preferred_label\nnieuw,Een\n,Twee\n");
    EXPECT_EQ(problems().size(), 1u);
    EXPECT_EQ(store.find(Id<Topic>("nieuw")), std::nullopt);
    EXPECT_NE(store.find(Id<Question>("v-1")), std::nullopt);
    Question asked = question("v-2", "GM0355", Date(2026, 3, 2));
    asked.topics = {Id<Topic>("nieuw")};
    EXPECT_THROW(store.insert(asked), InvalidInput) << "what was undone is unknown";
    file("topics.csv", "id,preferred_label\nnieuw,Een\n");
    EXPECT_THAT(problems(), IsEmpty());
    EXPECT_EQ(store.revision(), before) << "not committed yet";
    EXPECT_EQ(store.commit(), before + 1);
    EXPECT_EQ(store.count<Topic>(), 3u);
}

TEST_F(LoadTest, TellsHowFarItIsAndStopsWhenTold) {
    std::string rows = "id,name\n";
    for (int i = 0; i < 50000; ++i)
        rows += "org-" + std::to_string(i) + ",Naam\n";
    file("organisations.csv", rows);
    std::vector<Progress> seen;
    LoadOptions options;
    options.progress = [&](const Progress& progress) {
        seen.push_back(progress);
        return seen.size() < 2;
    };
    EXPECT_THAT(problems(options), ElementsAre(HasSubstr("cancelled")));
    EXPECT_EQ(store.count<Organisation>(), 0u);
    options.progress = [&](const Progress& progress) {
        seen.push_back(progress);
        return true;
    };
    seen.clear();
    EXPECT_THAT(problems(options), IsEmpty());
    ASSERT_FALSE(seen.empty());
    EXPECT_LE(seen.size(), 101u);
    EXPECT_EQ(seen.back().total, rows.size());
    EXPECT_EQ(seen.back().done, rows.size());
    EXPECT_EQ(seen.back().stage, "load");
}

TEST_F(LoadTest, AFileOf100KilobytesOfNonsenseEndsInProblems) {
    std::string nonsense;
    for (int i = 0; i < 100000; ++i)
        nonsense += static_cast<char>((i * 7919) >> 3);
    file("questions.jsonl", nonsense);
    file("topics.csv", nonsense);
    EXPECT_FALSE(problems().empty());
    EXPECT_EQ(store.revision(), 0u);
}

}  // namespace
}  // namespace m150::test
