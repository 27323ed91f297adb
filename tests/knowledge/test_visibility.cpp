// Whoever may not see a record doesn't see it, nor its words.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "libm150/knowledge/visibility.hpp"
#include "libm150/m150.hpp"
#include "tests/support/replies.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

QuestionHead head(const Question& question) {
    return {question.id, question.asked_by, question.date, question.topics, question.audience};
}
Eyes eyes_of(const World& world, const Municipality& viewer, Date day) {
    std::set<Id<Network>> networks;
    for (const Network& network : world.networks) {
        if (is_member(network, viewer, day)) networks.insert(network.id);
    }
    return {viewer.id, networks};
}

// SECURITY.md, once more: who sees an answer to a question that is seen.
bool may_see(const Eyes& eyes, const Id<Municipality>& viewer, const Answer& answer,
             const Question& question) {
    const AudienceKind kind = answer.audience.kind;
    if (answer.by == viewer || eyes.admitted(answer.audience)) return true;
    if (kind == AudienceKind::avh || question.audience.kind == AudienceKind::avh) return false;
    return answer.audience == question.audience ||
           (kind == AudienceKind::all_networks && question.audience.kind == AudienceKind::network);
}

// The slow twin: a world from which everything hidden has been taken out.
World seen_by(const World& world, const Municipality& viewer, Date day) {
    const Eyes eyes = eyes_of(world, viewer, day);
    World seen = world;
    std::erase_if(seen.questions, [&](const Question& question) { return !eyes.sees(head(question)); });
    std::erase_if(seen.answers, [&](const Answer& answer) {
        const auto question = std::find_if(seen.questions.begin(), seen.questions.end(),
                                           [&](const Question& q) { return q.id == answer.question; });
        return question == seen.questions.end() || !may_see(eyes, viewer.id, answer, *question);
    });
    const auto hide = [&](auto& records) {
        std::erase_if(records, [&](const auto& record) { return !eyes.sees(record); });
    };
    hide(seen.inventory);
    hide(seen.contacts);
    hide(seen.working_groups);
    hide(seen.speakers);
    hide(seen.news);
    hide(seen.meetings);
    hide(seen.vocabulary);
    return seen;
}

// A world with every type of record.
World whole_world(std::uint64_t seed) {
    WorldOptions options;
    options.around = true;
    return make_world(seed, options);
}

std::string everything_in(const Snapshot& now, const Reply& reply) {
    std::string text = explain_all(now, {});
    for (const FoundAnswer& found : reply.answers) {
        text += found.question.title + found.question.text + found.snippet.of + found.snippet.text +
                explain_all(now, found.reasons);
        for (const Answer& answer : found.answers)
            text += answer.text;
    }
    for (const Knower& knower : reply.municipalities)
        text += explain_all(now, knower.reasons);
    return text + explain_all(now, reply.notices);
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

TEST(Eyes, WhatIsForAvhOnlyBelongsToNoQuestion) {
    const Audience everyone{AudienceKind::everyone, {}, {}};
    const Audience networks{AudienceKind::all_networks, {}, {}};
    const Audience m150{AudienceKind::network, Id<Network>("M150"), {}};
    const Audience g40{AudienceKind::network, Id<Network>("G40"), {}};
    const Audience named{AudienceKind::members, {}, {Id<Municipality>("GM0355")}};
    const Audience avh{AudienceKind::avh, {}, {}};
    for (const Audience& question : {everyone, networks, m150, named, avh}) {
        EXPECT_FALSE(covers(avh, question)) << to_text(question);
        EXPECT_TRUE(covers(everyone, question)) << to_text(question);
    }
    for (const Audience& answer : {networks, m150, named})
        EXPECT_FALSE(covers(answer, avh)) << to_text(answer);
    EXPECT_TRUE(covers(networks, m150));
    EXPECT_TRUE(covers(named, named));
    EXPECT_FALSE(covers(m150, networks));
    EXPECT_FALSE(covers(m150, g40));
    EXPECT_FALSE(covers(named, m150));
}

TEST(Visibility, AViewersSnapshotKnowsWhatABaseWithoutTheHiddenRecordsKnows) {
    std::size_t news = 0, meetings = 0, words = 0;  // hidden from somebody
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const World world = whole_world(seed);
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
            for (const std::string& question : some_questions)
                EXPECT_EQ(bytes_of(now, question, 1000), bytes_of(expected, question, 1000)) << viewer.id;
            EXPECT_EQ(gaps_of(now), gaps_of(expected)) << viewer.id;
            news += world.news.size() - seen.news.size();
            meetings += world.meetings.size() - seen.meetings.size();
            words += world.vocabulary.size() - seen.vocabulary.size();
        }
    }
    EXPECT_GT(news, 0U);
    EXPECT_GT(meetings, 0U);
    EXPECT_GT(words, 0U);
}

TEST(Visibility, WordsAreWeighedByWhatTheViewerSees) {
    const World world = make_world(12);
    const Municipality& viewer = world.municipalities[3];
    SnapshotOptions options;
    options.viewer = viewer.id;
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world);
    options.as_of = base.snapshot().today();
    const std::string before = bytes_of(base.snapshot(options));
    const std::string before_for_avh = bytes_of(base.snapshot());
    for (int i = 0; i < 40; ++i) {
        Question hidden = world.questions.front();
        hidden.id = Id<Question>("hidden-" + std::to_string(i));
        hidden.asked_by = world.municipalities[5].id;
        hidden.audience = {AudienceKind::avh, {}, {}};
        hidden.title = "bodycams parkeren ondermijning vuurwerk college dossier";
        base.add(hidden);
    }
    base.commit();
    EXPECT_EQ(bytes_of(base.snapshot(options)), before);
    EXPECT_NE(bytes_of(base.snapshot()), before_for_avh) << "the words are not as rare as they were";
}

TEST(Visibility, AViewerOfAnEarlierDaySeesWhatABaseOfThatDayWouldShow) {
    const World world = whole_world(13);
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world);
    const Date day(2024, 11, 1);
    const auto late = [&](const auto& record) { return record.date > day; };
    for (const Municipality& viewer : world.municipalities) {
        World then = seen_by(world, viewer, day);
        std::erase_if(then.questions, late);
        std::erase_if(then.answers, late);
        std::erase_if(then.inventory, late);
        std::erase_if(then.contacts, late);
        std::erase_if(then.news, late);
        std::erase_if(then.working_groups, [&](const auto& group) { return group.from > day; });
        for (Speaker& speaker : then.speakers)
            std::erase_if(speaker.talks, late);
        KnowledgeBase twin = KnowledgeBase::in_memory();
        fill(twin, then);
        SnapshotOptions options;
        options.as_of = day;
        const Snapshot expected = twin.snapshot(options);
        options.viewer = viewer.id;
        EXPECT_EQ(bytes_of(base.snapshot(options)), bytes_of(expected)) << viewer.id;
        EXPECT_EQ(gaps_of(base.snapshot(options)), gaps_of(expected)) << viewer.id;
    }
}

// One question for AVH only, and an answer for each kind of eyes.
TEST(Visibility, WhoAskedForAvhOnlyDoesNotSeeWhatIsForAvhOnly) {
    World world = make_world(14);
    world.questions.clear();
    world.answers.clear();
    const Id<Municipality> asker = world.municipalities[1].id;
    const Id<Municipality> other = world.municipalities[2].id;
    const Audience avh{AudienceKind::avh, {}, {}};
    Question question;
    question.id = Id<Question>("q");
    question.asked_by = asker;
    question.date = Date(2025, 1, 1);
    question.title = "bodycams";
    question.audience = avh;
    world.questions.push_back(question);
    const auto answer = [&](const std::string& id, const Id<Municipality>& by, const Audience& audience) {
        Answer one;
        one.id = Id<Answer>(id);
        one.question = question.id;
        one.by = by;
        one.date = Date(2025, 1, 2);
        one.text = "bodycams " + mark(id);
        one.audience = audience;
        world.answers.push_back(one);
    };
    answer("a-avh", other, avh);
    answer("a-everyone", other, {AudienceKind::everyone, {}, {}});
    answer("a-named", other, {AudienceKind::members, {}, {asker}});
    answer("a-others", other, {AudienceKind::members, {}, {other}});
    answer("a-own", asker, avh);
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world);
    EXPECT_TRUE(base.check().empty());
    const auto seen = [&](const std::optional<Id<Municipality>>& viewer) {
        SnapshotOptions options;
        options.viewer = viewer;
        const Snapshot now = base.snapshot(options);
        const Snapshot literal = base.snapshot(by_words_alone(base, options));
        std::set<std::string> found;
        for (const char* id : {"a-avh", "a-everyone", "a-named", "a-others", "a-own"}) {
            AskOptions precise;
            precise.text = mark(id);
            if (!ask(literal, precise).answers.empty()) found.insert(id);
        }
        std::set<std::string> shown;
        if (const auto pair = now.pair(question.id)) {
            for (const Answer& one : pair->answers)
                shown.insert(one.id.str());
        }
        EXPECT_EQ(found, shown);
        return shown;
    };
    EXPECT_EQ(seen({}).size(), 5U);
    EXPECT_EQ(seen(asker), (std::set<std::string>{"a-everyone", "a-named", "a-own"}));
    EXPECT_TRUE(seen(other).empty()) << "an answer is shown with its question, and that is not for its eyes";
}

// Whoever answered sees its own answer, and who asked the question does not.
TEST(Visibility, AnAnswerForAvhOnlyIsSeenByWhoGaveIt) {
    World world = make_world(15);
    world.questions.resize(1);
    world.answers.clear();
    Question& question = world.questions.front();
    question.audience = {AudienceKind::everyone, {}, {}};
    question.asked_by = world.municipalities[1].id;
    Answer answer;
    answer.id = Id<Answer>("a");
    answer.question = question.id;
    answer.by = world.municipalities[2].id;
    answer.date = question.date;
    answer.text = "geheim";
    answer.audience = {AudienceKind::avh, {}, {}};
    world.answers.push_back(answer);
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world);
    for (const Municipality& viewer : world.municipalities) {
        SnapshotOptions options;
        options.viewer = viewer.id;
        const Snapshot now = base.snapshot(options);
        EXPECT_EQ(now.pair(question.id)->answers.size(), viewer.id == *answer.by ? 1U : 0U) << viewer.id;
        AskOptions precise;
        precise.text = "geheim";
        EXPECT_EQ(ask(base.snapshot(by_words_alone(base, options)), precise).answers.empty(),
                  viewer.id != *answer.by)
            << viewer.id;
    }
}

TEST(Visibility, NoWordOfAHiddenRecordIsShownOrFound) {
    const World world = whole_world(11);
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world);
    std::size_t hidden_records = 0;
    for (const Municipality& viewer : world.municipalities) {
        SnapshotOptions options;
        options.viewer = viewer.id;
        const Snapshot now = base.snapshot(options);
        // Taken as it is typed: a word that nobody may know would be read as one that is seen.
        SnapshotOptions literally = by_words_alone(base, options);
        literally.options->spelling.correct = false;
        const Snapshot typed = base.snapshot(literally);
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
            const Reply reply = ask(typed, precise);
            EXPECT_TRUE(reply.answers.empty()) << viewer.id << " finds " << id;
            EXPECT_TRUE(reply.municipalities.empty());
            EXPECT_EQ(reply.confidence, 0.0);
            for (const QueryNote& note : now.understand(precise.text).notes)
                EXPECT_EQ(note.meaning.find(mark(id)), std::string::npos) << viewer.id << " " << id;
        };
        for (const Question& question : world.questions)
            check(question.id.str(), shown(seen.questions, question.id.str()));
        for (const Answer& answer : world.answers)
            check(answer.id.str(), shown(seen.answers, answer.id.str()));
        for (const VocabularyEntry& entry : world.vocabulary)
            check(entry.id.str(), shown(seen.vocabulary, entry.id.str()));
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
