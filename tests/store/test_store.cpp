#include "libm150/store/store.hpp"

#include <map>
#include <random>

#include "tests/store/help.hpp"

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class StoreTest : public testing::Test {
  protected:
    StoreTest() { add_world(store); }
    Store store = Store::in_memory();
};

TEST_F(StoreTest, GivesBackWhatWasWritten) {
    Question asked = question("v-1", "GM0355", Date(2026, 3, 2), "Bodycams bij horecacontroles");
    asked.text = "Mogen boa's een bodycam dragen?\n\"Ja\", zei iemand \xF0\x9F\x93\xB9";
    asked.topics = {Id<Topic>("bodycams"), Id<Topic>("horeca")};
    asked.keywords = {"boa", "camera|beeld"};
    asked.target_group = "boa's";
    asked.audience = {AudienceKind::members, {}, {Id<Municipality>("GM0307"), Id<Municipality>("GM0355")}};
    asked.provenance = {"proef", true};
    store.begin();
    store.insert(asked);
    EXPECT_EQ(store.find(asked.id), asked) << "a transaction sees what it wrote";
    store.commit();
    EXPECT_EQ(store.find(asked.id), asked);
    EXPECT_EQ(store.count<Question>(), 1u);
    EXPECT_EQ(store.find(Id<Question>("v-2")), std::nullopt);
}

TEST_F(StoreTest, ReplaceWritesEveryField) {
    store.begin();
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    Question other = question("v-1", "GM0307", Date(2026, 3, 1), "Anders");
    other.text = "Nu met tekst";
    store.replace(other);
    EXPECT_EQ(store.find(other.id), other);
    EXPECT_EQ(store.count<Question>(), 1u);
}

TEST_F(StoreTest, InsertRefusesAKnownIdAndReplaceAnUnknownOne) {
    store.begin();
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    EXPECT_THAT(message_of<InvalidInput>([&] { store.insert(question("v-1", "GM0307", Date(2026, 1, 1))); }),
                HasSubstr("question v-1, field id: exists already"));
    EXPECT_THAT(message_of<InvalidInput>([&] { store.replace(question("v-2", "GM0307", Date(2026, 1, 1))); }),
                HasSubstr("question v-2, field id: does not exist"));
    EXPECT_EQ(store.find(Id<Question>("v-1"))->asked_by, Id<Municipality>("GM0355"));
}

TEST_F(StoreTest, RevisionsCountCommitsThatChangedSomething) {
    const std::uint64_t before = store.revision();
    store.begin();
    EXPECT_EQ(store.commit(), before) << "nothing was changed";
    store.begin();
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    EXPECT_EQ(store.revision(), before) << "not committed yet";
    EXPECT_EQ(store.commit(), before + 1);
    store.begin();
    store.insert(question("v-2", "GM0355", Date(2026, 3, 2)));
    store.rollback();
    EXPECT_EQ(store.revision(), before + 1);
    EXPECT_EQ(store.find(Id<Question>("v-2")), std::nullopt);
}

TEST_F(StoreTest, WritingNeedsATransactionAndThereIsOneAtATime) {
    EXPECT_THAT(message_of<InvalidInput>([&] { store.insert(municipality("GM0344", "Utrecht")); }),
                HasSubstr("no transaction is open"));
    EXPECT_THROW(store.commit(), InvalidInput);
    store.begin();
    EXPECT_THROW(store.begin(), InvalidInput);
    EXPECT_TRUE(store.in_transaction());
}

TEST_F(StoreTest, AnswersComeByDateThenId) {
    store.begin();
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    store.insert(answer("a-3", "v-1", "GM0307", Date(2026, 3, 3)));
    store.insert(answer("a-2", "v-1", "GM0307", Date(2026, 3, 4)));
    store.insert(answer("a-1", "v-1", "GM0307", Date(2026, 3, 4)));
    std::vector<std::string> ids;
    for (const Answer& found : store.answers_to(Id<Question>("v-1")))
        ids.push_back(found.id.str());
    EXPECT_THAT(ids, ElementsAre("a-3", "a-1", "a-2"));
    EXPECT_THAT(store.answers_to(Id<Question>("v-9")), IsEmpty());
}

TEST_F(StoreTest, HeadsSayWhatTheRecordsSay) {
    store.begin();
    Question nobody = question("v-0", "GM0355", Date(2025, 1, 1));
    nobody.asked_by.reset();
    nobody.audience = {AudienceKind::network, Id<Network>("M150"), {}};
    store.insert(nobody);
    Question asked = question("v-1", "GM0355", Date(2026, 3, 2));
    asked.topics = {Id<Topic>("horeca")};
    store.insert(asked);
    Answer accepted = answer("a-1", "v-1", "GM0307", Date(2026, 3, 4));
    accepted.by.reset();
    accepted.by_organisation = Id<Organisation>("VNG");
    accepted.accepted = true;
    accepted.status = AnswerStatus::outdated;
    store.insert(accepted);

    std::vector<QuestionHead> heads;
    store.for_each_head([&](QuestionHead&& head) { heads.push_back(std::move(head)); });
    ASSERT_EQ(heads.size(), 2u);
    EXPECT_EQ(heads[0].id.str(), "v-0");
    EXPECT_EQ(heads[0].asked_by, std::nullopt);
    EXPECT_EQ(heads[0].audience, nobody.audience);
    EXPECT_EQ(heads[1].asked_by, asked.asked_by);
    EXPECT_EQ(heads[1].date, asked.date);
    EXPECT_EQ(heads[1].topics, asked.topics);
    std::vector<AnswerHead> answers;
    store.for_each_head([&](AnswerHead&& head) { answers.push_back(std::move(head)); });
    ASSERT_EQ(answers.size(), 1u);
    EXPECT_EQ(answers[0].question, accepted.question);
    EXPECT_EQ(answers[0].by, std::nullopt);
    EXPECT_EQ(answers[0].by_organisation, accepted.by_organisation);
    EXPECT_TRUE(answers[0].accepted);
    EXPECT_EQ(answers[0].status, AnswerStatus::outdated);
    EXPECT_EQ(answers[0].date, accepted.date);
}

TEST_F(StoreTest, AVisitMayAskTheStoreOtherThings) {
    store.begin();
    for (const char* id : {"v-1", "v-2", "v-3"})
        store.insert(question(id, "GM0355", Date(2026, 3, 2)));
    std::size_t pairs = 0;
    store.for_each<Question>([&](Question&& outer) {
        store.for_each<Question>(
            [&](Question&& inner) { pairs += store.find(inner.id)->date == outer.date; });
    });
    EXPECT_EQ(pairs, 9u);
}

TEST_F(StoreTest, RemovesOnlyWhatNothingRefersTo) {
    store.begin();
    Question asked = question("v-1", "GM0355", Date(2026, 3, 2));
    asked.topics = {Id<Topic>("bodycams")};
    asked.audience = {AudienceKind::members, {}, {Id<Municipality>("GM0307")}};
    store.insert(asked);
    store.insert(answer("a-1", "v-1", "GM0355", Date(2026, 3, 4)));
    EXPECT_THAT(message_of<InvalidInput>([&] { store.remove(asked.id); }),
                HasSubstr("answer a-1 refers to it"));
    EXPECT_THAT(message_of<InvalidInput>([&] { store.remove(Id<Topic>("bodycams")); }),
                HasSubstr("question v-1"));
    EXPECT_THAT(message_of<InvalidInput>([&] { store.remove(Id<Municipality>("GM0307")); }),
                HasSubstr("question v-1"))
        << "an audience refers, too";
    EXPECT_THAT(message_of<InvalidInput>([&] { store.remove(Id<Municipality>("GM1992")); }),
                HasSubstr("municipality GM0501 refers to it"));
    EXPECT_THAT(message_of<InvalidInput>([&] { store.remove(Id<Answer>("a-9")); }),
                HasSubstr("does not exist"));
    store.remove(Id<Answer>("a-1"));
    store.remove(asked.id);
    store.remove(Id<Topic>("bodycams"));
    EXPECT_EQ(store.count<Question>() + store.count<Answer>(), 0u);
    EXPECT_EQ(store.count<Topic>(), 1u);
    store.commit();
    EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(StoreTest, ATopicIsNotHeldByOneWhoseNameItBegins) {
    store.begin();
    Topic longer;
    longer.id = Id<Topic>("horecacontrole");
    longer.preferred_label = "horecacontrole";
    store.insert(longer);
    Question asked = question("v-1", "GM0355", Date(2026, 3, 2));
    asked.topics = {longer.id};
    store.insert(asked);
    EXPECT_NO_THROW(store.remove(Id<Topic>("horeca")));
}

TEST_F(StoreTest, ChangesGiveEachRecordOnceAtItsLastChange) {
    const std::uint64_t start = store.revision();
    store.begin();
    store.insert(question("v-2", "GM0355", Date(2026, 3, 2)));
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    store.commit();
    store.begin();
    store.replace(question("v-2", "GM0307", Date(2026, 3, 2)));
    store.remove(Id<Question>("v-1"));
    store.insert(answer("a-1", "v-2", "GM0307", Date(2026, 3, 4)));
    store.commit();
    std::vector<std::string> said;
    for (const Change& change : store.changes_since(start)) {
        said.push_back(std::to_string(change.revision - start) + " " + change.type + " " + change.id +
                       (change.removed ? " removed" : ""));
    }
    EXPECT_THAT(said, ElementsAre("2 answers a-1", "2 questions v-1 removed", "2 questions v-2"));
    EXPECT_THAT(store.changes_since(start + 2), IsEmpty());
}

// A slow twin: the log replayed on a map gives the same as a map that was kept along the way.
TEST_F(StoreTest, ChangesLeadFromAnyRevisionToTheLast) {
    std::mt19937 random(7);
    std::vector<std::map<std::string, std::string>> states(store.revision() + 1);  // by revision: id -> title
    for (int commit = 0; commit < 60; ++commit) {
        std::map<std::string, std::string> state = states.back();
        store.begin();
        for (unsigned step = random() % 6; step > 0; --step) {
            const std::string id = "v-" + std::to_string(random() % 12);
            const std::string title = "titel " + std::to_string(random() % 1000);
            const bool known = state.contains(id);
            if (known && random() % 3 == 0) {
                store.remove(Id<Question>(id));
                state.erase(id);
                continue;
            }
            const Question asked = question(id.c_str(), "GM0355", Date(2026, 3, 2), title.c_str());
            known ? store.replace(asked) : store.insert(asked);
            state[id] = title;
        }
        if (random() % 5 == 0) {
            store.rollback();
        } else if (store.commit() == states.size()) {
            states.push_back(state);
        }
    }
    ASSERT_GT(states.size(), 30u);
    for (std::size_t from = 2; from < states.size(); ++from) {
        std::map<std::string, std::string> replayed = states[from];
        for (const Change& change : store.changes_since(from)) {
            if (change.removed) {
                replayed.erase(change.id);
            } else {
                replayed[change.id] = store.find(Id<Question>(change.id))->title;
            }
        }
        EXPECT_EQ(replayed, states.back()) << "from revision " << from;
    }
}

TEST_F(StoreTest, RefusesWhatValidateRefuses) {
    store.begin();
    Question empty = question("v-1", "GM0355", Date(2026, 3, 2), "");
    EXPECT_THAT(message_of<InvalidInput>([&] { store.insert(empty); }),
                HasSubstr("title and text are both empty"));
    Question with_nul = question("v-1", "GM0355", Date(2026, 3, 2));
    with_nul.text = std::string("a\0b", 3);
    EXPECT_THROW(store.insert(with_nul), InvalidInput);
    EXPECT_EQ(store.count<Question>(), 0u);
    EXPECT_TRUE(store.in_transaction()) << "a refused record does not end the transaction";
}

TEST_F(StoreTest, HoldsTheLongestTextAndAVeryLongWord) {
    store.begin();
    Question longest = question("v-1", "GM0355", Date(2026, 3, 2));
    longest.text = std::string(10000, 'x') + std::string(990000, 'y');
    store.insert(longest);
    EXPECT_EQ(store.find(longest.id), longest);
    longest.text += 'z';
    EXPECT_THROW(store.replace(longest), InvalidInput);
}

}  // namespace
}  // namespace m150::test
