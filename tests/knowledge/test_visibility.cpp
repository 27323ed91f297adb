// Whoever may not see a record doesn't see it, nor its words.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "libm150/knowledge/visibility.hpp"
#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

QuestionHead head(const Question& question) {
    return {question.id, question.asked_by, question.date, question.topics, question.audience};
}
AnswerHead head(const Answer& answer) {
    return {answer.id,   answer.question, answer.by,     answer.by_organisation,
            answer.date, answer.accepted, answer.status, answer.audience};
}

Eyes eyes_of(const World& world, const Municipality& viewer, Date day) {
    std::set<Id<Network>> networks;
    for (const Network& network : world.networks) {
        if (is_member(network, viewer, day)) networks.insert(network.id);
    }
    return {viewer.id, networks};
}

// The slow twin: a world from which everything hidden has been taken out.
World seen_by(const World& world, const Municipality& viewer, Date day) {
    const Eyes eyes = eyes_of(world, viewer, day);
    World seen = world;
    std::erase_if(seen.questions, [&](const Question& question) { return !eyes.sees(head(question)); });
    std::erase_if(seen.answers, [&](const Answer& answer) {
        const auto question = std::find_if(seen.questions.begin(), seen.questions.end(),
                                           [&](const Question& q) { return q.id == answer.question; });
        return question == seen.questions.end() || !eyes.sees_answer(head(answer), question->audience);
    });
    const auto hide = [&](auto& records) {
        std::erase_if(records, [&](const auto& record) { return !eyes.sees(record); });
    };
    hide(seen.inventory);
    hide(seen.contacts);
    hide(seen.working_groups);
    hide(seen.speakers);
    return seen;
}

std::string everything_in(const Snapshot& now, const Reply& reply) {
    std::string text = explain_all(now, {});
    for (const FoundAnswer& found : reply.answers) {
        text +=
            found.question.title + found.question.text + found.snippet.text + explain_all(now, found.reasons);
        for (const Answer& answer : found.answers)
            text += answer.text;
    }
    for (const Knower& knower : reply.municipalities)
        text += explain_all(now, knower.reasons);
    for (const std::string& notice : reply.notices)
        text += notice;
    return text;
}

TEST(Eyes, AudiencesAdmitWhomTheyName) {
    const Id<Municipality> zeist("GM0355");
    const Eyes member(zeist, {Id<Network>("M150")});
    const Eyes outsider(zeist, {});
    const Audience everyone{AudienceKind::everyone, {}, {}};
    const Audience networks{AudienceKind::all_networks, {}, {}};
    const Audience m150{AudienceKind::network, Id<Network>("M150"), {}};
    const Audience named{AudienceKind::members, {}, {zeist}};
    const Audience avh{AudienceKind::avh, {}, {}};
    EXPECT_TRUE(outsider.admitted(everyone));
    EXPECT_FALSE(outsider.admitted(networks));
    EXPECT_TRUE(member.admitted(networks));
    EXPECT_TRUE(member.admitted(m150));
    EXPECT_FALSE(Eyes(zeist, {Id<Network>("G40")}).admitted(m150));
    EXPECT_TRUE(outsider.admitted(named));
    EXPECT_FALSE(member.admitted(avh));
    EXPECT_TRUE(Eyes().admitted(avh));
}

TEST(Eyes, AFilterIsSharedExactlyWhenTheRecordIsSeen) {
    const World world = make_world(3);
    const Date day(2025, 6, 1);
    for (const Municipality& viewer : world.municipalities) {
        const Eyes eyes = eyes_of(world, viewer, day);
        const auto mine = eyes.filters("x:");
        for (const Question& question : world.questions) {
            const auto its = audience_filters("x:", question.audience, parties(head(question)));
            const bool shared = std::any_of(its.begin(), its.end(), [&](const std::string& filter) {
                return std::find(mine.begin(), mine.end(), filter) != mine.end();
            });
            EXPECT_EQ(shared, eyes.sees(head(question))) << question.id;
        }
    }
}

TEST(Visibility, AViewersSnapshotKnowsWhatABaseWithoutTheHiddenRecordsKnows) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const World world = make_world(seed);
        KnowledgeBase base = KnowledgeBase::in_memory();
        fill(base, world);
        const Date day = base.snapshot().today();
        for (const Municipality& viewer : world.municipalities) {
            KnowledgeBase twin = KnowledgeBase::in_memory();
            const World seen = seen_by(world, viewer, day);
            fill(twin, seen);
            SnapshotOptions options;
            options.viewer = viewer.id;
            const Snapshot now = base.snapshot(options);
            SnapshotOptions same_day;
            same_day.as_of = day;
            const Snapshot expected = twin.snapshot(same_day);
            EXPECT_EQ(now.questions(), seen.questions.size());
            for (int m = 0; m < now.graph().municipalities(); ++m) {
                for (int t = 0; t < now.graph().topics(); ++t) {
                    EXPECT_EQ(now.graph().expertise(m, t), expected.graph().expertise(m, t));
                    EXPECT_EQ(now.graph().demand(m, t), expected.graph().demand(m, t));
                }
            }
            AskOptions question;
            question.text = "bodycams vergunning overlast";
            question.limit = 1000;
            const auto ids = [](const Reply& reply) {
                std::set<std::string> list;
                for (const FoundAnswer& found : reply.answers) {
                    list.insert(found.question.id.str());
                    for (const Answer& answer : found.answers)
                        list.insert(answer.id.str());
                }
                return list;
            };
            EXPECT_EQ(ids(ask(now, question)), ids(ask(expected, question))) << viewer.id;
        }
    }
}

TEST(Visibility, NoWordOfAHiddenRecordIsShownOrFound) {
    const World world = make_world(11);
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world);
    std::size_t hidden_records = 0;
    for (const Municipality& viewer : world.municipalities) {
        SnapshotOptions options;
        options.viewer = viewer.id;
        const Snapshot now = base.snapshot(options);
        const World seen = seen_by(world, viewer, now.today());
        const auto shown = [&](const auto& records, const std::string& id) {
            return std::any_of(records.begin(), records.end(),
                               [&](const auto& record) { return record.id.str() == id; });
        };
        AskOptions broad;
        broad.text = "bodycams ondermijning vuurwerk hondenpoep parkeren vergunning controle";
        broad.limit = 1000;
        const std::string all = everything_in(now, ask(now, broad));
        const auto check = [&](const std::string& id, bool visible) {
            if (visible) return;
            ++hidden_records;
            EXPECT_EQ(all.find(mark(id)), std::string::npos) << viewer.id << " " << id;
            AskOptions precise;
            precise.text = mark(id);
            const Reply reply = ask(now, precise);
            EXPECT_TRUE(reply.answers.empty()) << viewer.id << " finds " << id;
            EXPECT_TRUE(reply.municipalities.empty());
            EXPECT_EQ(reply.confidence, 0.0);
        };
        for (const Question& question : world.questions)
            check(question.id.str(), shown(seen.questions, question.id.str()));
        for (const Answer& answer : world.answers)
            check(answer.id.str(), shown(seen.answers, answer.id.str()));
    }
    EXPECT_GT(hidden_records, 100U);
}

TEST(Visibility, AnUnknownViewerIsRefused) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, make_world(1));
    SnapshotOptions options;
    options.viewer = Id<Municipality>("GM9999");
    EXPECT_THROW(base.snapshot(options), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
