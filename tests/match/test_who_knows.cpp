#include "libm150/match/who_knows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "libm150/m150.hpp"
#include "tests/support/answered_base.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

using Network = AnsweredBase;

AskOptions about(const std::string& text) {
    AskOptions options;
    options.text = text;
    return options;
}

double feature(const std::vector<KnowerFeatures>& all, const char* municipality, KnowerFeature which) {
    for (const KnowerFeatures& one : all) {
        if (one.municipality.str() == municipality) return one.values[static_cast<std::size_t>(which)];
    }
    return -1.0;
}

double share(const Knower& knower, std::string_view code) {
    double sum = 0.0;
    for (const Reason& reason : knower.reasons)
        sum += reason.code == code ? reason.share : 0.0;
    return sum;
}

Pause pause_of(const char* municipality, std::vector<Id<Topic>> topics) {
    Pause pause;
    pause.id = Id<Pause>(std::string("p-") + municipality);
    pause.municipality = Id<Municipality>(municipality);
    pause.topics = std::move(topics);
    pause.from = Date(2024, 2, 1);
    pause.to = Date(2024, 3, 31);
    return pause;
}

std::vector<std::string> named(const Reply& reply) {
    std::vector<std::string> list;
    for (const Knower& knower : reply.municipalities)
        list.push_back(knower.municipality.str());
    return list;
}

TEST(WhoKnows, WhoAskedToBeLeftAloneIsNotNamedToAnybody) {
    Network network;
    network.answered("Mag een boa een bodycam dragen?", "bodycams", Date(2024, 1, 10), {"GM0307", "GM0310"});
    network.answered("Waar mag de hond los?", "honden", Date(2024, 1, 11), {"GM0307"});
    network.base.add(pause_of("GM0307", {Id<Topic>("bodycams")}));
    network.base.commit();
    SnapshotOptions options;
    options.as_of = Date(2024, 2, 15);
    for (const char* viewer : {"", "GM0312"}) {
        if (*viewer != '\0') options.viewer = Id<Municipality>(viewer);
        const Snapshot now = network.base.snapshot(options);
        EXPECT_EQ(named(ask(now, about("bodycam"))), std::vector<std::string>{"GM0310"}) << viewer;
        EXPECT_EQ(named(ask(now, about("hond los"))), std::vector<std::string>{"GM0307"}) << viewer;
        EXPECT_EQ(now.all<Pause>().size(), *viewer == '\0' ? 1u : 0u);
    }
    options.viewer.reset();
    options.as_of = Date(2024, 4, 1);
    EXPECT_EQ(named(ask(network.base.snapshot(options), about("bodycam"))).size(), 2u) << "it has ended";
}

TEST(WhoKnows, WhenAllAskedToBeLeftAloneTheReplySaysSo) {
    Network network;
    network.answered("Mag een boa een bodycam dragen?", "bodycams", Date(2024, 2, 10), {"GM0307"});
    for (const char* one : {"GM0355", "GM0307", "GM0310", "GM0312"})
        network.base.add(pause_of(one, {}));
    const Reply reply = ask(network.snapshot(), about("bodycam"));
    EXPECT_TRUE(reply.municipalities.empty());
    EXPECT_EQ(reply.answers.size(), 1u) << "the answer is there all the same";
    ASSERT_EQ(reply.notices.size(), 1u);
    EXPECT_EQ(reply.notices[0].code, "all-paused");
    // When there is no answer: whether one of them would know it, or nobody does. Never both.
    SnapshotOptions limits;
    limits.options = network.base.options();
    limits.options->verdict = {1.0, 1.0, 0.0};
    const Reply known = ask(network.base.snapshot(limits), about("bodycam"));
    EXPECT_EQ(known.verdict, Verdict::somebody);
    EXPECT_EQ(known.notices.at(0).code, "all-paused");
    limits.options->verdict = {1.0, 1.0, 1.0};
    const Snapshot strict = network.base.snapshot(limits);
    const Reply unknown = ask(strict, about("bodycam"));
    EXPECT_EQ(unknown.verdict, Verdict::nobody);
    ASSERT_EQ(unknown.notices.size(), 1u);
    EXPECT_EQ(explain(strict, unknown.notices[0]),
              "Alle gemeenten die gevraagd kunnen worden, willen nu niet benaderd worden");
    EXPECT_EQ(explain(strict, unknown.notices[0], TextLanguage::en),
              "All municipalities that could be asked want not to be approached for now");
}

// GM0307 answers most and lately, so it comes first; GM0310 has the more to show on this.
TEST(WhoKnows, TheVerdictIsOnTheSurestOfThoseThatAreNamed) {
    Network network;
    network.answered("Mag een boa een bodycam dragen?", "bodycams", Date(2022, 1, 10), {"GM0307"});
    for (int i = 0; i < 3; ++i)
        network.answered("Mag een boa een bodycam dragen?", "bodycams", Date(2024, 1, 10), {"GM0310"});
    for (int i = 0; i < 9; ++i)
        network.answered("Waar mag de hond los?", "honden", Date(2024, 2, 1), {"GM0307"});
    network.base.commit();
    SnapshotOptions options;
    options.options = network.base.options();
    options.options->knowers = {0.0, 0.0, 0.0, 1.0, 0.0, 0.0};  // by who is active
    options.options->verdict = {1.0, 1.0, 1.0};
    const Reply reply = ask(network.base.snapshot(options), about("bodycam"));
    ASSERT_EQ(named(reply), (std::vector<std::string>{"GM0307", "GM0310"}));
    EXPECT_EQ(reply.verdict, Verdict::nobody);
    const double first = reply.municipalities[0].confidence;
    const double second = reply.municipalities[1].confidence;
    ASSERT_LT(first, second);
    options.options->verdict.knows = (first + second) / 2;
    const Snapshot now = network.base.snapshot(options);
    EXPECT_EQ(ask(now, about("bodycam")).verdict, Verdict::somebody);
    AskOptions one = about("bodycam");
    one.limit = 1;
    EXPECT_EQ(ask(now, one).verdict, Verdict::nobody) << "the surest is not named";
}

// What the network brings is divided over the ways that lead to the municipality.
TEST(WhoKnows, SaysOverWhichTopicsAndMunicipalitiesItIsClose) {
    Network network;
    network.answered("Mag een boa een bodycam dragen?", "bodycams", Date(2024, 1, 10), {"GM0307", "GM0310"});
    network.answered("Waar mag de hond los?", "honden", Date(2024, 1, 10), {"GM0307"});
    for (const char* id : {"c-1", "c-2", "c-3"}) {
        network.base.add(Contact{Id<Contact>(id),
                                 Id<Municipality>("GM0310"),
                                 Id<Municipality>("GM0307"),
                                 Date(2024, 1, 11),
                                 {},
                                 ContactOutcome::helpful,
                                 {},
                                 {}});
    }
    const Snapshot now = network.snapshot();
    for (const Knower& knower : who_knows(now, about("bodycam"))) {
        const auto found = std::find_if(knower.reasons.begin(), knower.reasons.end(),
                                        [](const Reason& reason) { return reason.code == "network"; });
        ASSERT_NE(found, knower.reasons.end());
        EXPECT_NEAR(total_of(found->parts), found->share, 1e-12);
        const std::string text = explain_all(now, {*found});
        EXPECT_NE(text.find("via het onderwerp bodycams, waar zij van weet"), std::string::npos) << text;
        const std::string other = knower.municipality.str() == "GM0307" ? "GM0310" : "GM0307";
        EXPECT_NE(text.find("via " + other + ", waarmee zij contact had"), std::string::npos) << text;
        EXPECT_EQ(text.find("via " + knower.municipality.str()), std::string::npos) << text;
    }
}

TEST(WhoKnows, IsWhatAskSays) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        fill(base, make_world(seed, {}));
        const Snapshot now = base.snapshot();
        for (const char* text : {"bodycams bij controle", "vuurwerk overlast", "en of de het"}) {
            const std::vector<Knower> alone = who_knows(now, about(text));
            const std::vector<Knower> asked = ask(now, about(text)).municipalities;
            ASSERT_EQ(alone.size(), asked.size());
            for (std::size_t i = 0; i < alone.size(); ++i) {
                EXPECT_EQ(alone[i].municipality, asked[i].municipality);
                EXPECT_EQ(alone[i].score, asked[i].score);
                EXPECT_EQ(alone[i].reasons, asked[i].reasons);
            }
        }
    }
}

// The model by hand: the shares of a knower are its features times their weights, and nothing else.
TEST(WhoKnows, SharesAreFeaturesTimesWeights) {
    constexpr std::array<std::pair<KnowerFeature, const char*>, knower_features_count> codes{
        {{KnowerFeature::votes, "similar-answers"},
         {KnowerFeature::profile, "profile"},
         {KnowerFeature::topics, "topic-expertise"},
         {KnowerFeature::active, "active"},
         {KnowerFeature::steady, "steady"},
         {KnowerFeature::network, "network"}}};
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        fill(base, make_world(seed, {}));
        const Snapshot now = base.snapshot();
        AskOptions question = about("bodycams en vuurwerk bij controle");
        question.limit = 1000;
        const std::vector<Knower> knowers = who_knows(now, question);
        const std::vector<KnowerFeatures> features = knower_features(now, question);
        EXPECT_EQ(knowers.size(), features.size());
        double scale = 0.0;  // the same for all of them
        for (const Knower& knower : knowers) {
            double mean = 0.0;
            double total = 0.0;
            for (const auto& [which, code] : codes) {
                const double weight =
                    std::get<double>(get_parameter(now.options(), "knowers." + std::string(name_of(which))));
                mean += weight * feature(features, knower.municipality.str().c_str(), which);
                total += weight;
            }
            if (scale == 0.0) scale = knower.score * total / mean;
            EXPECT_NEAR(knower.score, scale * mean / total, 1e-12);
            for (const auto& [which, code] : codes) {
                const double weight =
                    std::get<double>(get_parameter(now.options(), "knowers." + std::string(name_of(which))));
                EXPECT_NEAR(
                    share(knower, code),
                    scale * weight * feature(features, knower.municipality.str().c_str(), which) / total,
                    1e-12)
                    << code;
            }
            EXPECT_LE(reason_error(knower.score, knower.reasons), 1e-9);
        }
        EXPECT_GT(scale, 0.0);
        EXPECT_LE(scale, 1.0);
    }
}

// Under what its answers bring stand those very answers.
TEST(WhoKnows, NamesTheAnswersThatItComesFrom) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        fill(base, make_world(seed, {}));
        const Snapshot now = base.snapshot();
        std::map<std::string, std::size_t> named;  // by code of the reason
        for (const Knower& knower : who_knows(now, about("bodycams en vuurwerk bij controle"))) {
            for (const Reason& reason : knower.reasons) {
                if (reason.code != "similar-answers" && reason.code != "profile") continue;
                EXPECT_FALSE(reason.parts.empty());
                for (const Reason& part : reason.parts) {
                    if (part.code != "answer") continue;
                    const auto pair = now.pair(Id<Question>(part.values.at(1).second));
                    ASSERT_TRUE(pair.has_value());
                    const auto given =
                        std::find_if(pair->answers.begin(), pair->answers.end(),
                                     [&](const Answer& a) { return a.id.str() == part.values.at(0).second; });
                    ASSERT_NE(given, pair->answers.end());
                    EXPECT_EQ(now.number_of(given->by.value()), now.number_of(knower.municipality));
                    ++named[reason.code];
                }
            }
        }
        EXPECT_GT(named["similar-answers"], 0u);
        EXPECT_GT(named["profile"], 0u);
    }
}

TEST(WhoKnows, EveryFeatureIsOneForWhoeverHasMostOfIt) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        fill(base, make_world(seed, {}));
        const std::vector<KnowerFeatures> features =
            knower_features(base.snapshot(), about("bodycams en vuurwerk bij controle"));
        ASSERT_FALSE(features.empty());
        for (std::size_t f = 0; f < knower_features_count; ++f) {
            double most = 0.0;
            for (const KnowerFeatures& one : features) {
                EXPECT_GE(one.values[f], 0.0);
                most = std::max(most, one.values[f]);
            }
            EXPECT_TRUE(most == 1.0 || most == 0.0) << f << ": " << most;
        }
    }
}

TEST(WhoKnows, FirstAnswersTellMoreThanTheOnesOnTop) {
    Network network;
    for (int i = 0; i < 8; ++i)
        network.answered("Bodycams in de horeca", nullptr, Date(2026, 1, 1), {"GM0307"});
    network.answered("Bodycams in de horeca", nullptr, Date(2026, 1, 1), {"GM0310"});
    const auto features = knower_features(network.snapshot(), about("bodycams"));
    EXPECT_DOUBLE_EQ(feature(features, "GM0307", KnowerFeature::votes), 1.0);
    const double contrast = KnowerOptions{}.contrast;
    EXPECT_NEAR(feature(features, "GM0310", KnowerFeature::votes),
                std::log1p(contrast / 8) / std::log1p(contrast), 1e-12);
}

TEST(WhoKnows, AProfileIsOfEverythingThatWasAnswered) {
    Network network;
    network.answered("Bodycams in de horeca", nullptr, Date(2026, 1, 1), {"GM0307", "GM0310"});
    for (int i = 0; i < 5; ++i)
        network.answered("Honden in het park", nullptr, Date(2026, 1, 1), {"GM0310"});
    const auto features = knower_features(network.snapshot(), about("bodycams in de horeca"));
    EXPECT_DOUBLE_EQ(feature(features, "GM0307", KnowerFeature::profile), 1.0);
    // One answer alike, beside five of others, against one alike: both with three more that are not.
    EXPECT_NEAR(feature(features, "GM0310", KnowerFeature::profile), (1.0 + 3.0) / (6.0 + 3.0), 1e-12);
}

TEST(WhoKnows, WhoAnswersLatelyAndForLongComesFirst) {
    Network network;
    network.answered("Bodycams in de horeca", nullptr, Date(2024, 1, 1), {"GM0307", "GM0310"});
    network.answered("Honden in het park", nullptr, Date(2026, 1, 1), {"GM0310"});
    network.answered("Fietsen op de stoep", nullptr, Date(2024, 1, 2), {"GM0307"});
    const Snapshot now = network.snapshot();
    const auto features = knower_features(now, about("bodycams"));
    EXPECT_DOUBLE_EQ(feature(features, "GM0310", KnowerFeature::active), 1.0);
    EXPECT_LT(feature(features, "GM0307", KnowerFeature::active), 0.1);
    EXPECT_DOUBLE_EQ(feature(features, "GM0310", KnowerFeature::steady), 1.0);
    EXPECT_NEAR(feature(features, "GM0307", KnowerFeature::steady), 1.0 / 731, 1e-12);
    EXPECT_EQ(who_knows(now, about("bodycams")).front().municipality.str(), "GM0310");
}

TEST(WhoKnows, TopicsThatAreKnownAreNotGuessed) {
    Network network;
    network.answered("Een vraag over iets anders", "honden", Date(2026, 1, 1), {"GM0312"});
    network.answered("Bodycams in de horeca", "bodycams", Date(2026, 1, 1), {"GM0307"});
    const Snapshot now = network.snapshot();
    AskOptions question = about("bodycams in de horeca");
    EXPECT_EQ(feature(knower_features(now, question), "GM0312", KnowerFeature::topics), -1.0);
    question.about = {Id<Topic>("honden"), Id<Topic>("honden")};
    const auto features = knower_features(now, question);
    EXPECT_DOUBLE_EQ(feature(features, "GM0312", KnowerFeature::topics), 1.0);
    EXPECT_DOUBLE_EQ(feature(features, "GM0307", KnowerFeature::topics), 0.0);
    question.about = {Id<Topic>("hodnen")};
    try {
        who_knows(now, question);
        FAIL() << "not refused";
    } catch (const InvalidInput& error) {
        EXPECT_NE(std::string(error.what()).find("about"), std::string::npos);
        EXPECT_NE(std::string(error.what()).find("did you mean honden?"), std::string::npos);
    }
}

TEST(WhoKnows, OnlyThoseWhoShowedSomethingOnTheQuestionUnlessAnybodyWillDo) {
    Network network;
    network.answered("Bodycams in de horeca", nullptr, Date(2026, 1, 1), {"GM0307"});
    network.answered("Honden in het park", nullptr, Date(2026, 1, 1), {"GM0310"});
    const Snapshot now = network.snapshot();
    ASSERT_EQ(who_knows(now, about("bodycams")).size(), 1U);
    SnapshotOptions anybody;
    anybody.options.emplace();
    anybody.options->knowers.anybody = true;
    const std::vector<Knower> all = who_knows(network.base.snapshot(anybody), about("bodycams"));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].municipality.str(), "GM0307");
    EXPECT_EQ(all[1].municipality.str(), "GM0310");
}

TEST(WhoKnows, HiddenAnswersAreNotCounted) {
    Network network;
    network.answered("Bodycams in de horeca", nullptr, Date(2026, 1, 1), {"GM0307"});
    network.answered("Honden in het park", nullptr, Date(2026, 2, 1), {"GM0307"});
    Snapshot now = network.snapshot();
    const int number = now.number_of(Id<Municipality>("GM0307"));
    EXPECT_EQ(now.activity(number).answers, 2U);
    EXPECT_EQ(now.activity(number).last, Date(2026, 2, 1));
    SnapshotOptions before;
    before.as_of = Date(2026, 1, 15);
    now = network.base.snapshot(before);
    EXPECT_EQ(now.activity(number).answers, 1U);
    EXPECT_EQ(now.activity(number).last, Date(2026, 1, 1));
    // A viewer who may not see the second question does not hear of it.
    Question hidden = network.base.snapshot().pair(Id<Question>("v-1002"))->question;
    hidden.audience = {AudienceKind::avh, {}, {}};
    network.base.replace(hidden);
    Answer answer = network.base.snapshot().pair(Id<Question>("v-1002"))->answers.front();
    answer.audience = {AudienceKind::avh, {}, {}};
    network.base.replace(answer);
    network.base.commit();
    SnapshotOptions zeist;
    zeist.viewer = Id<Municipality>("GM0312");
    now = network.base.snapshot(zeist);
    EXPECT_EQ(now.activity(now.number_of(Id<Municipality>("GM0307"))).last, Date(2026, 1, 1));
}

}  // namespace
}  // namespace m150::testing
