// Working groups: against every set of groups of small networks, what must hold of any proposal, and what
// cannot be.
#include "libm150/meet/working_groups.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

KnowledgeBase base_of(const World& world) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world);
    return base;
}

World world_of(std::uint64_t seed, int municipalities, int topics, int questions) {
    WorldOptions options;
    options.all_audiences = false;
    options.municipalities = municipalities;
    options.topics = topics;
    options.questions = questions;
    return make_world(seed, options);
}

// A group as the pages define it, weighed from the records and the graph alone.
struct TriedGroup {
    std::set<int> topics, members;
    int chair = 0;
    double worth = 0.0;
};

class Twin {
  public:
    Twin(const World& world, const Snapshot& now, const WorkingGroupOptions& options,
         const WorkingGroupProposals& proposals)
        : world_(world), now_(now), options_(options) {
        for (const WorkingGroup* group : now.all<WorkingGroup>()) {
            for (const Id<Topic>& topic : group->topics)
                served_.insert(now.number_of(topic));
            const bool closes =
                std::any_of(proposals.closings.begin(), proposals.closings.end(),
                            [&](const ClosingProposal& closing) { return closing.group == group->id; });
            for (const auto& member : group->members)
                groups_[now.number_of(member)] += closes ? 0 : 1;
            if (!closes) chairs_.insert(now.number_of(*group->chair));
        }
        for (int a = 0; a < now.graph().topics(); ++a) {
            try_groups({a});
            for (const Id<Topic>& other : now.topic(a).related)
                if (options.bundle > 1) try_groups({a, now.number_of(other)});
        }
    }

    double best() const {
        std::vector<const TriedGroup*> chosen;
        return best(0, chosen, 0.0);
    }
    std::size_t tried() const { return groups_tried_.size(); }

  private:
    double level(double raw) const { return std::round(raw / options_.step) * options_.step; }
    double demand(int m, int t) const { return level(now_.graph().demand(m, t)); }
    double expertise(int m, int t) const { return level(now_.graph().expertise(m, t)); }

    std::set<std::string> askers(const std::set<int>& topics, int period) const {
        std::set<std::string> who;
        const auto in = [&](Date date, const Id<Topic>& topic) {
            const int days = days_between(date, now_.today());
            return days >= period * options_.period_days && days < (period + 1) * options_.period_days &&
                   topics.count(now_.number_of(topic)) > 0;
        };
        for (const Question& question : world_.questions)
            if (in(question.date, question.topics[0])) who.insert(question.asked_by->str());
        for (const InventoryResponse& one : world_.inventory)
            if (one.needs >= 2 && in(one.date, one.topic)) who.insert(one.municipality.str());
        return who;
    }

    void try_groups(const std::set<int>& topics) {
        int periods = 0;
        for (int period = 0; period < options_.periods; ++period)
            periods += static_cast<int>(askers(topics, period).size()) >= options_.askers ? 1 : 0;
        for (const int topic : topics) {
            bool asked = false;
            for (int period = 0; period < options_.periods; ++period)
                asked = asked || static_cast<int>(askers({topic}, period).size()) >= options_.askers;
            if (!asked || served_.count(topic) > 0) return;
        }
        if (periods < options_.lasting) return;
        double worth = options_.weights.lasting * periods / options_.periods;
        int all = 0, open = 0;
        now_.for_each_question(
            [&](const auto&, const auto&, Date date, const auto& on, const std::vector<AnswerFact>& answers) {
                if (topics.count(now_.number_of(on[0])) == 0 ||
                    days_between(date, now_.today()) >= options_.periods * options_.period_days)
                    return;
                ++all;
                open += answers.empty() ? 1 : 0;
            });
        if (all > 0) worth += options_.weights.open * open / all;
        for (int subset = 1; subset < 1 << now_.graph().municipalities(); ++subset)
            try_members(topics, subset, worth);
    }

    void try_members(const std::set<int>& topics, int subset, double worth) {
        const WorkingGroupWeights& w = options_.weights;
        TriedGroup group{topics, {}, 0, worth};
        std::set<std::string> regions;
        std::set<int> sizes;
        std::map<int, int> on_knowers, on_needers;
        int knowers = 0, needers = 0;
        double knowledge = 0.0;
        const double share = topics.size() > 1 ? options_.shared : 1.0;
        for (int m = 0; m < now_.graph().municipalities(); ++m) {
            if ((subset >> m & 1) == 0) continue;
            double d = 0, k = 0, most_d = 0, most_k = 0;
            for (const int t : topics) {
                d += demand(m, t);
                k += expertise(m, t);
                most_d = std::max(most_d, demand(m, t));
                most_k = std::max(most_k, expertise(m, t));
                on_knowers[t] += expertise(m, t) >= options_.knows ? 1 : 0;
                on_needers[t] += expertise(m, t) < options_.knows && demand(m, t) >= options_.needs ? 1 : 0;
            }
            const bool knows = most_k >= options_.knows, needs = !knows && most_d >= options_.needs;
            if (!knows && !needs) return;
            (knows ? knowers : needers) += 1;
            group.members.insert(m);
            group.worth += w.demand * share * d - w.seat;
            if (knows) knowledge += share * k;
            regions.insert(now_.municipality(m).safety_region);
            const auto people = inhabitants_in(now_.municipality(m), now_.today().year());
            sizes.insert(*people < 35000 ? 0 : *people < 50000 ? 1 : 2);
        }
        const int size = static_cast<int>(group.members.size());
        if (size < options_.at_least || size > options_.at_most || knowers < options_.knowers ||
            needers < options_.needers || static_cast<int>(regions.size()) < options_.least_regions)
            return;
        for (const int t : topics) {
            if (topics.size() > 1 && (on_knowers[t] == 0 || on_needers[t] == 0)) return;
        }
        group.worth +=
            w.knowledge * (std::min(knowledge, w.enough) + 0.25 * std::max(0.0, knowledge - w.enough));
        group.worth +=
            w.region * static_cast<double>(regions.size()) + w.size * static_cast<double>(sizes.size());
        for (const int m : group.members) {
            double k = 0, most_k = 0;
            for (const int t : topics) {
                k += share * expertise(m, t);
                most_k = std::max(most_k, expertise(m, t));
            }
            if (most_k < options_.knows || chairs_.count(m) > 0) continue;
            TriedGroup led = group;
            led.chair = m;
            const auto in = groups_.find(m);
            led.worth += w.chair * k / (1.0 + (in == groups_.end() ? 0 : in->second));
            if (led.worth > 0) groups_tried_.push_back(std::move(led));
        }
    }

    double best(std::size_t from, std::vector<const TriedGroup*>& chosen, double worth) const {
        double most = worth;
        if (static_cast<int>(chosen.size()) == options_.groups) return most;
        for (std::size_t g = from; g < groups_tried_.size(); ++g) {
            if (!fits(groups_tried_[g], chosen)) continue;
            chosen.push_back(&groups_tried_[g]);
            most = std::max(most, best(g + 1, chosen, worth + groups_tried_[g].worth));
            chosen.pop_back();
        }
        return most;
    }

    bool fits(const TriedGroup& group, const std::vector<const TriedGroup*>& chosen) const {
        for (const int m : group.members) {
            const auto in = groups_.find(m);
            int count = 1 + (in == groups_.end() ? 0 : in->second);
            for (const TriedGroup* other : chosen)
                count += other->members.count(m) > 0 ? 1 : 0;
            if (count > options_.per_municipality) return false;
        }
        return std::none_of(chosen.begin(), chosen.end(), [&](const TriedGroup* other) {
            return other->chair == group.chair ||
                   std::any_of(group.topics.begin(), group.topics.end(),
                               [&](int topic) { return other->topics.count(topic) > 0; });
        });
    }

    const World& world_;
    const Snapshot& now_;
    const WorkingGroupOptions& options_;
    std::set<int> served_, chairs_;
    std::map<int, int> groups_;
    std::vector<TriedGroup> groups_tried_;
};

TEST(WorkingGroups, NoSetOfGroupsOfASmallNetworkIsWorthMore) {
    int several = 0, bundles = 0, none = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        World world = world_of(seed, 6, 5, 40 + static_cast<int>(seed % 3) * 20);
        if (seed % 3 > 0) world.working_groups.clear();
        KnowledgeBase base = base_of(world);
        const Snapshot now = base.snapshot();
        WorkingGroupOptions options;
        options.at_least = 2;
        options.at_most = 3 + static_cast<int>(seed % 2);
        options.knowers = 1;
        options.needers = 1;
        options.knows = 0.4;
        options.needs = 0.15;
        options.lasting = 2;
        options.weights.seat = 0.1;
        options.groups = 2;
        options.joining = 0;
        options.per_municipality = seed % 3 == 0 ? 1 : 2;
        const WorkingGroupProposals found = propose_working_groups(now, options);
        const Twin twin(world, now, options, found);
        ASSERT_NEAR(found.value, twin.best(), 1e-6) << "seed " << seed;
        ASSERT_TRUE(found.proved);
        several += found.groups.size() > 1 ? 1 : 0;
        none += found.groups.empty() ? 1 : 0;
        for (const ProposedGroup& group : found.groups)
            bundles += group.topics.size() > 1 ? 1 : 0;
    }
    EXPECT_GT(several, 15);
    EXPECT_GT(bundles, 0);
    EXPECT_LT(none, 100);
}

void expect_lawful(const Snapshot& now, const WorkingGroupOptions& options,
                   const WorkingGroupProposals& found) {
    std::map<std::string, int> in;
    std::set<std::string> topics, chairs, closing;
    for (const ClosingProposal& one : found.closings)
        closing.insert(one.group.str());
    for (const WorkingGroup* group : now.all<WorkingGroup>()) {
        if (group->to || closing.count(group->id.str()) > 0) continue;
        for (const auto& member : group->members)
            ++in[member.str()];
        if (group->chair) chairs.insert(group->chair->str());
    }
    EXPECT_LE(static_cast<int>(found.groups.size()), options.groups);
    for (const ProposedGroup& group : found.groups) {
        const int size = static_cast<int>(group.members.size());
        EXPECT_TRUE(size >= options.at_least && size <= options.at_most);
        EXPECT_GE(std::count_if(group.members.begin(), group.members.end(),
                                [](const auto& one) { return one.knows; }),
                  options.knowers);
        EXPECT_GE(std::count_if(group.members.begin(), group.members.end(),
                                [](const auto& one) { return one.needs; }),
                  options.needers);
        std::set<std::string> regions;
        bool chair = false;
        for (const GroupMember& member : group.members) {
            EXPECT_NE(member.knows, member.needs);
            ++in[member.municipality.str()];
            regions.insert(now.find(member.municipality)->safety_region);
            chair = chair || (member.municipality == group.chair && member.knows);
        }
        EXPECT_GE(static_cast<int>(regions.size()), options.least_regions);
        EXPECT_EQ(static_cast<int>(regions.size()), group.regions);
        EXPECT_TRUE(chair);
        EXPECT_TRUE(chairs.insert(group.chair.str()).second) << "chairs one group at most";
        for (const Id<Topic>& topic : group.topics)
            EXPECT_TRUE(topics.insert(topic.str()).second) << "a topic in two groups";
        EXPECT_LE(static_cast<int>(group.topics.size()), options.bundle);
        EXPECT_GE(std::count_if(group.asked.begin(), group.asked.end(),
                                [&](int count) { return count >= options.askers; }),
                  options.lasting);
        EXPECT_LE(reason_error(group.score, group.reasons), 1e-9);
    }
    double value = 0.0;
    for (const ProposedGroup& group : found.groups)
        value += group.score;
    for (const JoinProposal& join : found.joins) {
        value += join.score;
        EXPECT_LE(reason_error(join.score, join.reasons), 1e-9);
        EXPECT_LE(static_cast<int>(join.members.size()), options.joining);
        for (const GroupMember& member : join.members)
            ++in[member.municipality.str()];
    }
    EXPECT_NEAR(found.value, value, 1e-9);
    EXPECT_GE(found.upper_bound, found.value);
    for (const auto& [id, count] : in)
        EXPECT_LE(count, options.per_municipality) << id;
}

TEST(WorkingGroups, EveryProposalKeepsToItsBoundsAndExplainsItself) {
    std::size_t proposed = 0, joined = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        KnowledgeBase base = base_of(world_of(seed, 30, 7, 320));
        const Snapshot now = base.snapshot();
        WorkingGroupOptions options;
        options.per_municipality = 1 + static_cast<int>(seed % 2);
        options.regions = seed % 4 == 0 ? GroupRegions::province : GroupRegions::safety_region;
        options.least_regions = 2;
        if (seed % 4 == 0) options.least_regions = 1;
        options.bundle = 1 + static_cast<int>(seed % 3);
        options.at_most = 7;
        options.physical = seed % 5 == 0;
        const WorkingGroupProposals found = propose_working_groups(now, options);
        if (seed % 4 != 0) expect_lawful(now, options, found);
        proposed += found.groups.size();
        joined += found.joins.size();
        EXPECT_EQ(found.topics.size(), now.all<Topic>().size());
        const WorkingGroupProposals again = propose_working_groups(now, options);
        EXPECT_EQ(agreement(found, again).memberships, 1.0);
        EXPECT_EQ(agreement(found, again).rand, 1.0);
        for (const ProposedGroup& group : found.groups) {
            for (const TextLanguage language : {TextLanguage::nl, TextLanguage::en}) {
                const std::string text = explain_all(now, group.reasons, language);
                EXPECT_EQ(text.find('{'), std::string::npos) << text;
                EXPECT_EQ(text.find("group-"), std::string::npos) << text;
            }
        }
    }
    EXPECT_GT(proposed, 12U);
    EXPECT_GT(joined, 3U);
}

TEST(WorkingGroups, StayingNearWhatWasProposedChangesLittleAndSaysWhatItIsWorth) {
    double free = 0.0, kept = 0.0;
    int runs = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        KnowledgeBase base = base_of(world_of(seed, 30, 7, 320));
        const Snapshot now = base.snapshot();
        WorkingGroupOptions options;
        const WorkingGroupProposals before = propose_working_groups(now, options);
        WorkingGroupOptions near = options;
        near.stay_near = earlier_groups(before);
        options.noise = near.noise = 0.05;
        for (options.seed = 1; options.seed <= 5; ++options.seed) {
            near.seed = options.seed;
            free += agreement(before, propose_working_groups(now, options)).memberships;
            const WorkingGroupProposals after = propose_working_groups(now, near);
            kept += agreement(before, after).memberships;
            ++runs;
            for (const ProposedGroup& group : after.groups)
                EXPECT_LE(reason_error(group.score, group.reasons), 1e-9);
        }
    }
    EXPECT_GE(kept / runs, free / runs);
    EXPECT_GT(kept / runs, 0.85);
}

TEST(WorkingGroupAgreement, IsOneForTheSameAndAboutNoughtForGroupsByChance) {
    Random random(3, "agreement");
    const auto by_chance = [&] {
        WorkingGroupProposals proposals;
        proposals.municipalities = 60;
        for (int g = 0; g < 4; ++g) {
            ProposedGroup& group = proposals.groups.emplace_back();
            group.topics = {Id<Topic>("t-" + std::to_string(g))};
            for (const std::size_t m : random.sample(60, 8))
                group.members.push_back({parse_municipality_id(std::to_string(100 + m)), 0, 0, false, false});
        }
        return proposals;
    };
    double mean = 0.0;
    for (int i = 0; i < 200; ++i) {
        const WorkingGroupProposals one = by_chance(), other = by_chance();
        EXPECT_EQ(agreement(one, one).rand, 1.0);
        EXPECT_EQ(agreement(one, one).memberships, 1.0);
        EXPECT_EQ(agreement(one, other).rand, agreement(other, one).rand);
        mean += agreement(one, other).rand / 200;
    }
    EXPECT_NEAR(mean, 0.0, 0.02);
    EXPECT_EQ(agreement({}, {}).rand, 1.0);
}

}  // namespace
}  // namespace m150::testing
