// Proposals of working groups as records, and how alike two proposals are.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/meet/working_groups.hpp"
#include "libm150/record/validate.hpp"

namespace m150::inline v0 {

namespace {

WorkingGroup checked(WorkingGroup record) {
    std::vector<Problem> wrong = validate(record);
    if (!wrong.empty()) throw InvalidInput(std::move(wrong));
    return record;
}

WorkingGroup existing(const Snapshot& now, const Id<WorkingGroup>& id) {
    const WorkingGroup* record = now.find(id);
    if (record == nullptr) {
        throw InvalidInput({"working group " + excerpt(id.str(), 60), "is unknown",
                            "the id of a working group", "use the snapshot that the proposal came from"});
    }
    return *record;
}

using Placing = std::pair<std::string, std::string>;

std::set<Placing> memberships_of(const WorkingGroupProposals& proposals) {
    std::set<Placing> all;
    for (const ProposedGroup& group : proposals.groups) {
        for (const GroupMember& member : group.members)
            all.insert({group.topics.front().str(), member.municipality.str()});
    }
    return all;
}

// Pairs of municipalities that share a group.
std::set<std::pair<std::string, std::string>> pairs_of(const WorkingGroupProposals& proposals) {
    std::set<std::pair<std::string, std::string>> pairs;
    for (const ProposedGroup& group : proposals.groups) {
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                pairs.insert(
                    std::minmax(group.members[i].municipality.str(), group.members[j].municipality.str()));
        }
    }
    return pairs;
}

template <class Item>
double in_both(const std::set<Item>& a, const std::set<Item>& b) {
    return static_cast<double>(
        std::count_if(a.begin(), a.end(), [&](const Item& item) { return b.count(item) > 0; }));
}

}  // namespace

WorkingGroup group_record(const ProposedGroup& proposal, Id<WorkingGroup> id, Date from) {
    WorkingGroup record;
    record.id = std::move(id);
    record.name = proposal.name;
    record.topics = proposal.topics;
    for (const GroupMember& member : proposal.members)
        record.members.push_back(member.municipality);
    record.chair = proposal.chair;
    record.from = from;
    return checked(std::move(record));
}

WorkingGroup joined_record(const Snapshot& now, const JoinProposal& proposal) {
    WorkingGroup record = existing(now, proposal.group);
    for (const GroupMember& member : proposal.members)
        record.members.push_back(member.municipality);
    std::sort(record.members.begin(), record.members.end());
    record.members.erase(std::unique(record.members.begin(), record.members.end()), record.members.end());
    return checked(std::move(record));
}

WorkingGroup closed_record(const Snapshot& now, const ClosingProposal& proposal, Date to,
                           std::string delivered) {
    WorkingGroup record = existing(now, proposal.group);
    record.to = to;
    record.delivered = std::move(delivered);
    return checked(std::move(record));
}

std::vector<EarlierGroup> earlier_groups(const WorkingGroupProposals& proposals) {
    std::vector<EarlierGroup> earlier;
    for (const ProposedGroup& group : proposals.groups) {
        EarlierGroup& one = earlier.emplace_back();
        one.topics = group.topics;
        for (const GroupMember& member : group.members)
            one.members.push_back(member.municipality);
    }
    return earlier;
}

GroupAgreement agreement(const WorkingGroupProposals& a, const WorkingGroupProposals& b) {
    GroupAgreement result;
    const auto one = memberships_of(a), other = memberships_of(b);
    const double both = in_both(one, other);
    const double either = static_cast<double>(one.size() + other.size()) - both;
    result.memberships = either > 0.0 ? both / either : 1.0;
    // The index from the table of pairs that are together in both, in one of them, and in neither.
    const double n = std::max(a.municipalities, b.municipalities);
    const auto in_a = pairs_of(a), in_b = pairs_of(b);
    const double all = n * (n - 1.0) / 2.0;
    const double together = in_both(in_a, in_b);
    const double expected =
        all > 0.0 ? static_cast<double>(in_a.size()) * static_cast<double>(in_b.size()) / all : 0.0;
    const double most = (static_cast<double>(in_a.size()) + static_cast<double>(in_b.size())) / 2.0;
    result.rand = most > expected ? (together - expected) / (most - expected) : 1.0;
    return result;
}

}  // namespace m150::inline v0
