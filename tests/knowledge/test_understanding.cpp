// What a snapshot makes of questions, and that it never does so with words its viewer may not see.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "libm150/knowledge/knowledge_base.hpp"

namespace m150::testing {
namespace {

using ::testing::IsEmpty;

Question question_of(const std::string& id, Date date, const std::string& text, const std::string& asker,
                     AudienceKind audience) {
    Question question;
    question.id = Id<Question>(id);
    question.asked_by = Id<Municipality>(asker);
    question.date = date;
    question.text = text;
    question.audience = {audience, {}, {}};
    return question;
}

KnowledgeBase base_of(const KnowledgeBaseOptions& options = {}) {
    KnowledgeBase base = KnowledgeBase::in_memory(options);
    for (const auto& [code, name] :
         {std::pair{"GM0355", "Zeist"}, {"GM0307", "Amersfoort"}, {"GM0345", "Veenendaal"}}) {
        Municipality municipality;
        municipality.id = Id<Municipality>(code);
        municipality.name = name;
        base.add(municipality);
    }
    return base;
}

Snapshot seen_by(const KnowledgeBase& base, const std::string& code) {
    SnapshotOptions options;
    options.viewer = Id<Municipality>(code);
    return base.snapshot(options);
}

std::vector<std::string> meanings(const Snapshot& now, const std::string& text) {
    std::vector<std::string> list;
    for (const QueryNote& note : now.understand(text).notes)
        list.push_back(note.meaning);
    return list;
}

TEST(Understanding, AnEnglishBaseReadsEnglish) {
    KnowledgeBaseOptions options;
    options.index.analysis.language = Language::english;
    KnowledgeBase base = base_of(options);
    base.add(question_of("v-1", Date(2026, 3, 1),
                         "Does your weekend patrol of wardens (WPW) deal with rubbish on the pavement?",
                         "GM0355", AudienceKind::everyone));
    base.commit();
    const std::vector<std::string> found =
        meanings(base.snapshot(), "Who leads the WPW, and is it for rubish?");
    EXPECT_THAT(found, ::testing::UnorderedElementsAre("weekend patrol of wardens", "rubbish",
                                                       "waste, litter, refuse"));
    EXPECT_THAT(meanings(base_of().snapshot(), "Who leads the WPW?"), IsEmpty());
}

TEST(Understanding, AnAbbreviationIsLearnedFromRecordsThatTheViewerSees) {
    KnowledgeBase base = base_of();
    base.add(question_of("v-1", Date(2026, 3, 1), "Hoe werkt het weekendinterventieteam (WIT) bij jullie?",
                         "GM0355", AudienceKind::avh));
    base.commit();
    const auto learned = [&](const Snapshot& now) { return meanings(now, "Wie leidt het WIT?"); };
    EXPECT_THAT(learned(base.snapshot()), ::testing::ElementsAre("weekendinterventieteam"));
    EXPECT_THAT(learned(seen_by(base, "GM0355")), ::testing::ElementsAre("weekendinterventieteam"))
        << "its own";
    EXPECT_THAT(learned(seen_by(base, "GM0307")), IsEmpty()) << "not for these eyes";
    EXPECT_THAT(meanings(seen_by(base, "GM0307"), "het weekendinterventieteam"), IsEmpty());

    Answer answer;
    answer.id = Id<Answer>("a-1");
    answer.question = Id<Question>("v-1");
    answer.by = Id<Municipality>("GM0307");
    answer.date = Date(2026, 5, 1);
    answer.text = "Ons team handhaving verkeer (THV) doet dat.";
    answer.audience = {AudienceKind::avh, {}, {}};
    base.add(answer);
    base.commit();
    const auto later = [&](const Snapshot& now) { return meanings(now, "Wat doet THV dan?"); };
    EXPECT_THAT(later(base.snapshot()), ::testing::ElementsAre("team handhaving verkeer"));
    EXPECT_THAT(later(seen_by(base, "GM0345")), IsEmpty());
    SnapshotOptions then;
    then.as_of = Date(2026, 4, 1);
    EXPECT_THAT(later(base.snapshot(then)), IsEmpty()) << "the answer came later";
    EXPECT_THAT(learned(base.snapshot(then)), ::testing::ElementsAre("weekendinterventieteam"));
    then.as_of = Date(2026, 2, 1);
    EXPECT_THAT(learned(base.snapshot(then)), IsEmpty());

    base.remove(answer.id);
    base.remove(Id<Question>("v-1"));
    base.commit();
    EXPECT_THAT(learned(base.snapshot()), IsEmpty()) << "gone with its record";
}

TEST(Understanding, LearningAndTheTableCanBeLeftOut) {
    KnowledgeBaseOptions options;
    options.vocabulary.learn = false;
    options.vocabulary.table = false;
    KnowledgeBase base = base_of(options);
    base.add(question_of("v-1", Date(2026, 3, 1), "Het weekendinterventieteam (WIT)?", "GM0355",
                         AudienceKind::everyone));
    base.commit();
    EXPECT_THAT(meanings(base.snapshot(), "Wie leidt het WIT, en wat is een LOD?"), IsEmpty());
}

TEST(Understanding, EntriesOfTheBaseComeInsteadOfTheTable) {
    KnowledgeBase base = base_of();
    EXPECT_THAT(meanings(base.snapshot(), "een LOD opleggen"), ::testing::ElementsAre("last onder dwangsom"));
    VocabularyEntry entry;
    entry.id = Id<VocabularyEntry>("w-1");
    entry.term = "lod";
    entry.kind = VocabularyKind::abbreviation;
    entry.means = {"lokale opsporingsdienst"};
    base.add(entry);
    base.commit();
    EXPECT_THAT(meanings(base.snapshot(), "een LOD opleggen"),
                ::testing::ElementsAre("lokale opsporingsdienst"));
    entry.means = {};
    base.replace(entry);
    base.commit();
    EXPECT_THAT(meanings(base.snapshot(), "een LOD opleggen"), IsEmpty()) << "taken out";
    entry.means = {"lokale opsporingsdienst"};
    entry.audience = {AudienceKind::avh, {}, {}};
    base.replace(entry);
    base.commit();
    EXPECT_THAT(meanings(seen_by(base, "GM0355"), "een LOD opleggen"),
                ::testing::ElementsAre("last onder dwangsom"));
}

TEST(Understanding, WordsOfSeveralRecordsAreReadAndOnlyThoseThatAreSeen) {
    KnowledgeBase base = base_of();
    for (int i = 0; i < 3; ++i) {
        base.add(question_of("v-" + std::to_string(i), Date(2026, 3, 1), "Wat te doen tegen een blaffodil?",
                             "GM0355", AudienceKind::avh));
    }
    base.commit();
    EXPECT_THAT(meanings(base.snapshot(), "overlast van een blafodil"), ::testing::Contains("blaffodil"));
    EXPECT_THAT(meanings(seen_by(base, "GM0307"), "overlast van een blafodil"),
                ::testing::Not(::testing::Contains("blaffodil")));
    EXPECT_THAT(meanings(base.snapshot(), "overlast van een blaffodil"), IsEmpty());
}

TEST(Understanding, AWordThatOnlyHiddenRecordsHoldIsReadAsIfTheyWereNotThere) {
    const auto notes = [](bool hidden) {
        KnowledgeBase base = base_of();
        for (int i = 0; i < 30 && hidden; ++i) {
            base.add(question_of("v-" + std::to_string(i), Date(2026, 3, 1),
                                 "Het handhavign (HHV) van handhavign", "GM0355", AudienceKind::avh));
        }
        base.commit();
        return seen_by(base, "GM0307").understand("handhavign in Veenendal door HHV").notes;
    };
    EXPECT_EQ(notes(true), notes(false));
    EXPECT_FALSE(notes(true).empty());
}

TEST(Understanding, TheSameOnDiskAndInMemoryAndWhileRecordsChange) {
    const auto directory = std::filesystem::temp_directory_path() / "m150-understanding-test";
    std::filesystem::remove_all(directory);
    KnowledgeBase disk = KnowledgeBase::create(directory);
    for (const char* code : {"GM0355", "GM0307"}) {
        Municipality municipality;
        municipality.id = Id<Municipality>(code);
        municipality.name = code;
        disk.add(municipality);
    }
    disk.add(question_of("v-1", Date(2026, 3, 1), "Het weekendinterventieteam (WIT)?", "GM0355",
                         AudienceKind::avh));
    disk.commit();
    disk.rebuild_index();  // from here on a generation on disk
    EXPECT_THAT(meanings(disk.snapshot(), "Wie leidt het WIT?"),
                ::testing::ElementsAre("weekendinterventieteam"));
    EXPECT_THAT(meanings(seen_by(disk, "GM0307"), "Wie leidt het WIT?"), IsEmpty());
    disk.replace(
        question_of("v-1", Date(2026, 3, 1), "Het wijkinterventieteam (WIT)?", "GM0355", AudienceKind::avh));
    disk.commit();
    EXPECT_THAT(meanings(disk.snapshot(), "Wie leidt het WIT?"),
                ::testing::ElementsAre("wijkinterventieteam"));
    std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace m150::testing
