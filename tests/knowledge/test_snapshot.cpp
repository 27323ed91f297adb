// Snapshots stay what they were, and know what was known then.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "libm150/m150.hpp"
#include "tests/support/replies.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

TEST(Snapshot, StaysTheSameWhileOthersCommitAndAfterTheBaseIsGone) {
    std::optional<Snapshot> old;
    std::string before;
    {
        KnowledgeBaseOptions options;
        options.index.merge_at = 10;  // so that generations come and go
        KnowledgeBase base = KnowledgeBase::in_memory(options);
        const World world = make_world(5);
        fill(base, world);
        old = base.snapshot();
        before = bytes_of(*old);
        for (int i = 0; i < 60; ++i) {
            Question question = world.questions.front();
            question.id = Id<Question>("new-" + std::to_string(i));
            question.title = "bodycams vuurwerk parkeren ondermijning";
            base.add(question);
            if (i % 3 == 0) {
                Question changed = world.questions[static_cast<std::size_t>(i) % world.questions.size()];
                changed.text = "heel iets anders nu";
                base.replace(changed);
            }
            base.commit();
        }
        EXPECT_EQ(bytes_of(*old), before);
        EXPECT_NE(bytes_of(base.snapshot()), before);
    }
    EXPECT_EQ(bytes_of(*old), before);
}

TEST(Snapshot, AnswersAreTheSameFromAnyNumberOfThreads) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, make_world(6));
    const Snapshot now = base.snapshot();
    std::vector<std::string> results(8);
    std::vector<std::thread> threads;
    for (std::string& result : results)
        threads.emplace_back([&] { result = bytes_of(now) + plans_of(now); });
    for (std::thread& thread : threads)
        thread.join();
    const Snapshot alone = base.snapshot();
    const std::string expected = bytes_of(alone) + plans_of(alone);
    for (const std::string& result : results)
        EXPECT_EQ(result, expected);
    EXPECT_GT(plans_of(alone).size(), 1000U);
}

TEST(Snapshot, KnowsOnlyWhatWasKnownThen) {
    WorldOptions open;
    open.all_audiences = false;
    const World world = make_world(7, open);
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world);
    for (const Date day : {Date(2024, 3, 1), Date(2024, 9, 15), Date(2025, 12, 1)}) {
        World then = world;  // the slow twin: nothing later was ever written
        const auto late = [&](const auto& record) { return record.date > day; };
        std::erase_if(then.questions, late);
        std::erase_if(then.answers, late);
        std::erase_if(then.inventory, late);
        std::erase_if(then.contacts, late);
        std::erase_if(then.working_groups, [&](const auto& group) { return group.from > day; });
        for (Speaker& speaker : then.speakers)
            std::erase_if(speaker.talks, late);
        KnowledgeBase twin = KnowledgeBase::in_memory();
        fill(twin, then);
        SnapshotOptions options;
        options.as_of = day;
        const Snapshot now = base.snapshot(options);
        const Snapshot expected = twin.snapshot(options);
        EXPECT_EQ(now.today(), day);
        EXPECT_EQ(now.questions(), then.questions.size());
        for (int m = 0; m < now.graph().municipalities(); ++m) {
            for (int t = 0; t < now.graph().topics(); ++t) {
                EXPECT_EQ(now.graph().expertise(m, t), expected.graph().expertise(m, t));
                EXPECT_EQ(now.graph().demand(m, t), expected.graph().demand(m, t));
            }
        }
        EXPECT_EQ(bytes_of(now), bytes_of(expected)) << "to the last digit, words weighed as they were then";
        for (const Question& question : world.questions)
            EXPECT_EQ(now.pair(question.id), expected.pair(question.id));
        const Snapshot literal = base.snapshot(by_words_alone(base, options));
        for (const Answer& answer : world.answers) {
            AskOptions precise;
            precise.text = mark(answer.id.str());
            EXPECT_EQ(ask(literal, precise).answers.empty(), answer.date > day) << answer.id;
        }
    }
}

TEST(Snapshot, WhatIsCommittedIsFoundWithoutARebuildAndTheRebuildChangesNothing) {
    WorldOptions open;
    open.all_audiences = false;
    const World world = make_world(8, open);
    KnowledgeBase at_once = KnowledgeBase::in_memory();
    fill(at_once, world);
    KnowledgeBase one_by_one = KnowledgeBase::in_memory();
    World without = world;
    without.questions.clear();
    without.answers.clear();
    fill(one_by_one, without);
    for (const Question& question : world.questions) {
        one_by_one.add(question);
        for (const Answer& answer : world.answers) {
            if (answer.question == question.id) one_by_one.add(answer);
        }
        one_by_one.commit();
        ASSERT_TRUE(one_by_one.snapshot().pair(question.id).has_value());
    }
    const std::string incremental = bytes_of(one_by_one.snapshot());
    EXPECT_EQ(incremental, bytes_of(at_once.snapshot()));
    one_by_one.rebuild_index();
    EXPECT_EQ(incremental, bytes_of(one_by_one.snapshot()));
    EXPECT_TRUE(one_by_one.check().empty());
}

TEST(Snapshot, WhatIsNotCommittedIsNotSeen) {
    const World world = make_world(9);
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world);
    const auto questions_before = base.snapshot().questions();
    Question question = world.questions.front();
    question.id = Id<Question>("new");
    base.add(question);
    EXPECT_EQ(base.snapshot().questions(), questions_before);
    base.rollback();
    base.add(question);
    base.commit();
    EXPECT_EQ(base.snapshot().questions(), questions_before + 1);
}

// Brielle merged into Voorne aan Zee on 1 January 2023; GM0999 ended then without a successor.
KnowledgeBase merged_base() {
    KnowledgeBase base = KnowledgeBase::in_memory();
    Municipality voorne;
    voorne.id = Id<Municipality>("GM1992");
    voorne.name = "Voorne aan Zee";
    voorne.valid_from = Date(2023, 1, 1);
    voorne.inhabitants[2023] = 73000;
    base.add(voorne);
    Municipality brielle;
    brielle.id = Id<Municipality>("GM0501");
    brielle.name = "Brielle";
    brielle.valid_to = Date(2022, 12, 31);
    brielle.inhabitants[2022] = 17000;
    brielle.successor = voorne.id;
    base.add(brielle);
    Municipality gone;
    gone.id = Id<Municipality>("GM0999");
    gone.name = "Weg";
    gone.valid_to = Date(2022, 12, 31);
    base.add(gone);
    base.commit();
    return base;
}

TEST(Snapshot, AMergedMunicipalityIsResolvedAndSaid) {
    const KnowledgeBase base = merged_base();
    const Id<Municipality> brielle("GM0501"), voorne("GM1992");
    SnapshotOptions after;
    after.as_of = Date(2024, 1, 1);
    std::vector<std::string> notices;
    EXPECT_EQ(base.snapshot(after).resolve(brielle, notices), voorne);
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_NE(notices[0].find("Voorne aan Zee"), std::string::npos);
    SnapshotOptions before;
    before.as_of = Date(2022, 6, 1);
    notices.clear();
    EXPECT_EQ(base.snapshot(before).resolve(brielle, notices), brielle);
    EXPECT_TRUE(notices.empty());
    EXPECT_THROW(base.snapshot(before).resolve(voorne, notices), InvalidInput);
}

TEST(Snapshot, AMergedViewerSeesWithTheEyesOfItsSuccessor) {
    KnowledgeBase base = merged_base();
    Network network;
    network.id = Id<Network>("M150");
    network.name = "M150";
    network.bands = {{25000, 75000, {}, {}}};
    base.add(network);
    Question question;
    question.id = Id<Question>("q");
    question.date = Date(2022, 3, 1);
    question.title = "Bodycams";
    question.audience = {AudienceKind::all_networks, {}, {}};
    base.add(question);
    base.commit();
    SnapshotOptions after;
    after.as_of = Date(2024, 1, 1);
    after.viewer = Id<Municipality>("GM0501");
    EXPECT_EQ(base.snapshot(after).viewer(), Id<Municipality>("GM1992"));
    EXPECT_EQ(base.snapshot(after).questions(), 1U) << "Voorne aan Zee is a member; Brielle was too small";
    SnapshotOptions before = after;
    before.as_of = Date(2022, 6, 1);
    EXPECT_EQ(base.snapshot(before).viewer(), Id<Municipality>("GM0501"));
    EXPECT_EQ(base.snapshot(before).questions(), 0U);
    after.viewer = Id<Municipality>("GM0999");
    EXPECT_THROW(base.snapshot(after), InvalidInput) << "nobody's eyes";
}

}  // namespace
}  // namespace m150::testing
