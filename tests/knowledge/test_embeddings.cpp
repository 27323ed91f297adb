// Vectors from outside the library, kept beside the records and in step with their texts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <stdexcept>

#include "tests/knowledge/on_disk.hpp"
#include "tests/knowledge/subject_model.hpp"
#include "tests/support/replies.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

double share_of(const Snapshot& now, const AskOptions& options, const std::string& id) {
    for (const FoundAnswer& answer : ask(now, options).answers) {
        if (answer.question.id.str() != id) continue;
        for (const Reason& reason : answer.reasons) {
            if (reason.code == "embedding") return reason.share;
        }
    }
    return 0.0;
}

class Given : public DirectoryTest {};

TEST_F(Given, AnEmbedderFindsWhatSharesNoWord) {
    KnowledgeBase base = KnowledgeBase::in_memory(without_space());
    fill(base);
    EXPECT_THAT(found(base.snapshot(), "poes"), IsEmpty());
    EXPECT_FALSE(base.embeddings());
    const auto model = std::make_shared<SubjectModel>();
    base.use_embedder(model);
    EXPECT_EQ(found(base.snapshot(), "poes"), (std::vector<std::string>{"v-1"}));
    EXPECT_EQ(found(base.snapshot(), "tempel"), (std::vector<std::string>{"v-2"}));
    const EmbeddingsInfo info = base.embeddings().value();
    EXPECT_EQ(info.model, "subjects-1");
    EXPECT_EQ(info.dimension, 3U);
    EXPECT_EQ(info.documents, 2U);  // the model places the third nowhere
    EXPECT_EQ(info.missing, 1U);
    EXPECT_THAT(base.check(), IsEmpty());
    AskOptions options;
    options.text = "poes";
    const Snapshot now = base.snapshot();
    EXPECT_GT(share_of(now, options, "v-1"), 0.0);
    EXPECT_THAT(explain_all(now, ask(now, options).answers.front().reasons), HasSubstr("subjects-1"));
    // What is written later is placed at its commit; the rest is not placed again.
    const int before = model->calls;
    base.add(question_of("v-4", "De hond van de buren"));
    base.commit();
    EXPECT_EQ(model->calls, before + 1);
    EXPECT_EQ(found(base.snapshot(), "poes").size(), 2U);
    // A snapshot goes on as it was.
    EXPECT_EQ(found(now, "poes"), (std::vector<std::string>{"v-1"}));
    base.use_embedder(nullptr);
    EXPECT_THAT(found(base.snapshot(), "poes"), IsEmpty());
    EXPECT_EQ(found(base.snapshot(), "poes", {1, 0, 0}).size(), 2U);
}

TEST_F(Given, RowsAreThoseOfTheQuestionsAndSimilarUsesThem) {
    KnowledgeBase base = KnowledgeBase::in_memory(without_space());
    fill(base);
    base.set_embeddings(rows({"v-1", "v-3"}, {1, 0, 0, 0.9F, 0.1F, 0}));
    EXPECT_EQ(base.embeddings()->documents, 2U);
    EXPECT_EQ(found(base.snapshot(), "poes", {2, 0, 0}), (std::vector<std::string>{"v-1", "v-3"}));
    SimilarOptions like;
    like.question = Id<Question>("v-1");
    EXPECT_EQ(similar(base.snapshot(), like).front().question.id.str(), "v-3");
    like = {};
    like.text = "poes";
    like.embedding = {0, 0, 1};
    EXPECT_THAT(similar(base.snapshot(), like), IsEmpty());
    // Others stay; a row of zeros takes one away.
    base.set_embeddings(rows({"v-1", "v-2"}, {0, 0, 0, 0, 1, 0}));
    EXPECT_EQ(base.embeddings()->documents, 2U);
    EXPECT_EQ(found(base.snapshot(), "poes", {1, 0, 0}), (std::vector<std::string>{"v-3"}));
    base.drop_embeddings();
    EXPECT_FALSE(base.embeddings());
    base.set_embeddings(rows({"v-1"}, {1, 0}, 2, "another"));
    EXPECT_EQ(base.embeddings()->dimension, 2U);
}

TEST_F(Given, AreKeptAndSaidAgainAfterOpening) {
    const World world = make_world(8);
    const auto model = std::make_shared<SubjectModel>();
    std::string before;
    KnowledgeBase memory = KnowledgeBase::in_memory();
    memory.use_embedder(model);
    fill(memory, world);
    {
        KnowledgeBase base = KnowledgeBase::create(place_);
        fill(base, world);
        base.use_embedder(model);
        before = bytes_of(base.snapshot());
    }
    EXPECT_EQ(bytes_of(memory.snapshot()), before);
    for (const Access access : {Access::read_only, Access::read_write}) {
        KnowledgeBase base = KnowledgeBase::open(place_, access);
        EXPECT_EQ(base.embeddings()->documents, memory.embeddings()->documents);
        EXPECT_THAT(base.check(), IsEmpty());
        const int calls = model->calls;
        base.use_embedder(model);
        // Placed are the documents that the model placed nowhere, once more, and no others.
        EXPECT_LE(model->calls - calls, static_cast<int>(base.embeddings()->missing));
        EXPECT_EQ(bytes_of(base.snapshot()), before);
    }
    std::filesystem::remove_all(place_ / "index");
    KnowledgeBase base = KnowledgeBase::open(place_);
    base.use_embedder(model);
    EXPECT_EQ(bytes_of(base.snapshot()), before);
}

class OtherModel final : public SubjectModel {
  public:
    std::string model() const override { return "subjects-2"; }
};

TEST_F(Given, OfAnotherModelOrShapeAreRefusedAndChangeNothing) {
    KnowledgeBase base = KnowledgeBase::create(place_, without_space());
    fill(base);
    base.set_embeddings(rows({"v-1"}, {1, 0, 0}));
    const std::uint64_t revision = base.revision();
    const auto refusal = [&](const GivenEmbeddings& given) {
        return message_of([&] { base.set_embeddings(given); });
    };
    EXPECT_THAT(refusal(rows({"v-1"}, {1, 0}, 2)), HasSubstr("drop the embeddings"));
    EXPECT_THAT(refusal(rows({"v-1"}, {1, 0, 0}, 3, "x")), HasSubstr("'subjects-1' with 3 components"));
    EXPECT_THAT(refusal(rows({"v-1"}, {}, 0)), HasSubstr("1 to 4096"));
    EXPECT_THAT(refusal(rows({"v-1"}, {}, 3, "")), HasSubstr("cannot be a name"));
    EXPECT_THAT(refusal(rows({"v-1", "v-2"}, {1, 0, 0})), HasSubstr("are 3 numbers; expected 2 rows of 3"));
    EXPECT_THAT(refusal(rows({"v-11"}, {1, 0, 0})), HasSubstr("did you mean v-1?"));
    EXPECT_THAT(refusal(rows({"v-1", "v-1"}, {1, 0, 0, 1, 0, 0})), HasSubstr("comes twice"));
    for (const float number :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()})
        EXPECT_THAT(refusal(rows({"v-2", "v-1"}, {0, 1, 0, 1, number, 0})), HasSubstr("question v-1"));
    EXPECT_THAT(message_of([&] { base.use_embedder(std::make_shared<OtherModel>()); }),
                HasSubstr("drop the embeddings"));
    base.add(question_of("v-9", "Nog open"));
    EXPECT_THAT(refusal(rows({"v-1"}, {1, 0, 0})), HasSubstr("a transaction is open"));
    EXPECT_THAT(message_of([&] { base.drop_embeddings(); }), HasSubstr("a transaction is open"));
    base.rollback();
    EXPECT_EQ(base.revision(), revision);
    EXPECT_EQ(base.embeddings()->documents, 1U);
    // A question of another length, or one when there is nothing to compare it with.
    const Snapshot now = base.snapshot();
    EXPECT_THAT(message_of([&] { found(now, "poes", {1, 0}); }), HasSubstr("has 2 components"));
    EXPECT_THAT(message_of([&] { found(now, "poes", {1, NAN, 0}); }), HasSubstr("not finite"));
    EXPECT_THAT(message_of([&] { found(KnowledgeBase::in_memory().snapshot(), "poes", {1}); }),
                HasSubstr("no document has one"));
    SimilarOptions both;
    both.question = Id<Question>("v-1");
    both.embedding = {1, 0, 0};
    EXPECT_THAT(message_of([&] { similar(now, both); }), HasSubstr("given beside a question"));
    KnowledgeBase reader = KnowledgeBase::open(place_, Access::read_only);
    EXPECT_THAT(message_of([&] {
                    reader.set_embeddings(rows({"v-1"}, {1, 0, 0}));
                }),
                HasSubstr("reading only"));
    EXPECT_THAT(message_of([&] { reader.drop_embeddings(); }), HasSubstr("reading only"));
}

// A vector speaks for the text that it was made of, and for no other.
TEST_F(Given, OfATextThatChangedAreGone) {
    KnowledgeBase base = KnowledgeBase::in_memory(without_space());
    fill(base);
    base.set_embeddings(rows({"v-1", "v-2"}, {1, 0, 0, 0, 1, 0}));
    base.replace(question_of("v-1", "Een teckel in de tuin, aangelijnd"));
    base.add(answer_of("a-2", "v-2", "Overleg met de buurt."));
    base.commit();
    EXPECT_EQ(base.embeddings()->documents, 0U);
    EXPECT_EQ(base.embeddings()->missing, 3U);
    EXPECT_THAT(found(base.snapshot(), "poes", {1, 0, 0}), IsEmpty());
    // Not even when the old text comes back: nothing of it was kept.
    base.replace(question_of("v-1", "Een teckel in de tuin"));
    base.commit();
    EXPECT_EQ(base.embeddings()->documents, 0U);
    base.use_embedder(std::make_shared<SubjectModel>());
    EXPECT_EQ(base.embeddings()->documents, 2U);
    // What does not touch the text keeps its vector.
    base.use_embedder(nullptr);
    Question same = question_of("v-1", "Een teckel in de tuin");
    same.asked_by = Id<Municipality>("GM0355");
    base.replace(same);
    base.commit();
    EXPECT_EQ(base.embeddings()->documents, 2U);
}

TEST_F(Given, AnEmbedderThatThrowsChangesNothing) {
    KnowledgeBase base = KnowledgeBase::create(place_, without_space());
    fill(base);
    base.add(question_of("v-4", "De hond ontploft"));
    base.commit();
    const std::uint64_t revision = base.revision();
    EXPECT_THROW(base.use_embedder(std::make_shared<SubjectModel>()), std::runtime_error);
    EXPECT_EQ(base.revision(), revision);
    EXPECT_FALSE(base.embeddings());
    EXPECT_FALSE(base.in_transaction());
    base.remove(Id<Question>("v-4"));
    base.commit();
    base.use_embedder(std::make_shared<SubjectModel>());
    base.add(question_of("v-5", "Het ontploft"));
    EXPECT_THROW(base.commit(), std::runtime_error);
    EXPECT_TRUE(base.in_transaction());
    base.rollback();
    EXPECT_THROW(found(base.snapshot(), "ontploft"), std::runtime_error);
    EXPECT_EQ(found(base.snapshot(), "poes"), (std::vector<std::string>{"v-1"}));
    EXPECT_THAT(message_of([&] {
                    base.drop_embeddings();
                    base.use_embedder(std::make_shared<SubjectModel>(),
                                      [](const Progress&) { return false; });
                }),
                HasSubstr("cancelled"));
    EXPECT_FALSE(base.embeddings());
}

// An answer for fewer eyes has a vector of its own: whoever may not see it is not told by it.
TEST_F(Given, SayNothingOfWhatAViewerMayNotSee) {
    const auto model = std::make_shared<SubjectModel>();
    const auto make = [&](bool with_hidden) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        Municipality other;
        other.id = Id<Municipality>("GM0307");
        other.name = "Amersfoort";
        other.province = "Utrecht";
        base.add(other);
        fill(base);
        base.use_embedder(model);
        if (with_hidden) {
            base.add(answer_of("a-1", "v-3", "Een poes in de tempel", AudienceKind::avh, Date(2026, 1, 1)));
            base.add(question_of("v-8", "Hond en teckel", AudienceKind::avh));
            base.commit();
        }
        return base;
    };
    const KnowledgeBase whole = make(true);
    const KnowledgeBase without = make(false);
    SnapshotOptions amersfoort;
    amersfoort.viewer = Id<Municipality>("GM0307");
    EXPECT_EQ(whole.embeddings()->documents, without.embeddings()->documents + 2);
    for (const char* text : {"poes", "tempel", "poes en tempel", "teckel"}) {
        EXPECT_EQ(bytes_of(whole.snapshot(amersfoort), text), bytes_of(without.snapshot(amersfoort), text));
        EXPECT_NE(bytes_of(whole.snapshot(), text), bytes_of(without.snapshot(), text));
    }
    EXPECT_TRUE(whole.snapshot(amersfoort).embedding_of(Id<Question>("v-8")).empty());
    EXPECT_FALSE(whole.snapshot().embedding_of(Id<Question>("v-8")).empty());
}

// On a day before its answer a question's text was another, so that its vector is not of that day.
TEST_F(Given, SayNothingOfWhatCameLater) {
    KnowledgeBase base = KnowledgeBase::in_memory(without_space());
    fill(base);
    base.add(answer_of("a-1", "v-1", "Neem een poes", AudienceKind::everyone, Date(2026, 3, 1)));
    base.commit();
    base.use_embedder(std::make_shared<SubjectModel>());
    SnapshotOptions earlier;
    earlier.as_of = Date(2026, 2, 1);
    EXPECT_EQ(found(base.snapshot(), "hond"), (std::vector<std::string>{"v-1"}));
    EXPECT_THAT(found(base.snapshot(earlier), "hond"), IsEmpty());
    EXPECT_EQ(found(base.snapshot(earlier), "kerk"), (std::vector<std::string>{"v-2"}));
}

std::string everything_in(const std::filesystem::path& directory) {
    std::string bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        if (entry.is_regular_file()) bytes.append(std::istreambuf_iterator<char>(stream), {});
    }
    return bytes;
}

TEST_F(Given, GoWithTheirQuestionFromEveryFile) {
    KnowledgeBase base = KnowledgeBase::create(place_);
    fill(base);
    std::vector<float> numbers(64);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = static_cast<float>((i * 37) % 127) - 60.0F;
    const Embedding vector = rounded(std::span<const float>(numbers));
    const std::string trace(reinterpret_cast<const char*>(vector.data()), vector.size());
    base.set_embeddings(rows({"v-1"}, numbers, 64));
    base.rebuild_index();
    EXPECT_NE(everything_in(place_).find(trace), std::string::npos);
    base.remove(Id<Question>("v-1"));
    base.commit();
    base.scrub();
    EXPECT_EQ(everything_in(place_).find(trace), std::string::npos);
    EXPECT_EQ(base.embeddings()->documents, 0U);
    EXPECT_THAT(base.check(), IsEmpty());
}

TEST_F(Given, OfTheWriterReachAReaderWithTheNextCommit) {
    KnowledgeBase writer = KnowledgeBase::create(place_, without_space());
    fill(writer);
    const KnowledgeBase reader = KnowledgeBase::open(place_, Access::read_only);
    const Snapshot old = reader.snapshot();
    writer.set_embeddings(rows({"v-1"}, {1, 0, 0}));
    EXPECT_EQ(found(reader.snapshot(), "poes", {1, 0, 0}), (std::vector<std::string>{"v-1"}));
    EXPECT_TRUE(old.embedding_model().name.empty());
    writer.drop_embeddings();
    writer.add(question_of("v-4", "Nieuw"));
    writer.commit();
    EXPECT_FALSE(reader.embeddings());
}

}  // namespace
}  // namespace m150::testing
