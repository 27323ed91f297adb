#include "libm150/meet/host.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/meet/distance.hpp"

namespace m150::inline v0 {

namespace {

std::string one_decimal(double number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", number);
    return text.data();
}

void check_options(const Snapshot& now, const HostOptions& o) {
    Inputs inputs(now, "host");
    inputs.require(!o.members.empty(), "members", "are none", "at least one municipality",
                   "give those of a region");
    inputs.in_range("most", static_cast<double>(o.most), 0, 10'000);
    inputs.in_range("furthest_weight", o.furthest_weight, 0, 10);
    inputs.in_range("lately_km", o.lately_km, 0, 500);
    inputs.in_range("lately_days", o.lately_days, 1, 100'000);
    inputs.throw_if_any();
}

// As municipalities of today, ascending, each once.
std::vector<Id<Municipality>> of_today(const Snapshot& now, const std::vector<Id<Municipality>>& ids,
                                       std::vector<Reason>& notices) {
    std::vector<Id<Municipality>> today;
    for (const Id<Municipality>& id : ids)
        today.push_back(resolve_saying(now, id, notices));
    std::sort(today.begin(), today.end());
    today.erase(std::unique(today.begin(), today.end()), today.end());
    return today;
}

class Ranker {
  public:
    Ranker(const Snapshot& now, const HostOptions& options) : now_(now), options_(options) {
        for (const Id<Municipality>& id : of_today(now, options.members, ranking_.notices)) {
            const Municipality* one = now.find(id);
            if (place_of(*one))
                members_.push_back(one);
            else
                ranking_.notices.push_back({"host-no-place", 0.0, {{"municipality", id.str()}}, {}});
        }
        std::vector<Id<Municipality>> hosts = of_today(now, options.hosts, ranking_.notices);
        for (const Municipality* one : members_) {
            const auto found = std::lower_bound(hosts.begin(), hosts.end(), one->id);
            const bool named = found != hosts.end() && *found == one->id;
            if (options.hosts.empty() || named) hosts_.push_back(one);
            if (named) hosts.erase(found);
        }
        Inputs inputs(now, "host");
        inputs.require(!members_.empty(), "members", "have no place, none of them", "one with a location");
        for (const Id<Municipality>& id : hosts)
            inputs.require(false, "hosts", id.str() + " is no member with a place", "some of the members");
        inputs.throw_if_any();
    }

    HostRanking rank() {
        for (const Municipality* one : hosts_)
            ranking_.hosts.push_back(proposal(*one));
        std::stable_sort(ranking_.hosts.begin(), ranking_.hosts.end(),
                         [](const HostProposal& a, const HostProposal& b) { return a.cost < b.cost; });
        if (ranking_.hosts.size() > options_.most) ranking_.hosts.resize(options_.most);
        return std::move(ranking_);
    }

  private:
    HostProposal proposal(const Municipality& host) const {
        HostProposal proposal;
        proposal.municipality = proposal.furthest = host.id;
        for (const Municipality* member : members_) {
            const double km = kilometres(*place_of(*member), *place_of(host));
            proposal.mean_km += km / static_cast<double>(members_.size());
            if (km > proposal.longest_km) {
                proposal.longest_km = km;
                proposal.furthest = member->id;
            }
        }
        for (const Meeting* meeting : now_.all<Meeting>()) {
            if (meeting->host && stands_for(*meeting->host, host.id) && meeting->date <= now_.today() &&
                (!proposal.was_host || *proposal.was_host < meeting->date))
                proposal.was_host = meeting->date;
        }
        const auto add = [&](const char* code, double share,
                             std::vector<std::pair<std::string, std::string>> values) {
            if (share > 0) proposal.reasons.push_back({code, share, std::move(values), {}});
        };
        add("host-travel", proposal.mean_km,
            {{"km", one_decimal(proposal.mean_km)}, {"count", std::to_string(members_.size())}});
        add("host-furthest", options_.furthest_weight * proposal.longest_km,
            {{"municipality", proposal.furthest.str()}, {"km", one_decimal(proposal.longest_km)}});
        if (proposal.was_host) {
            const double age = days_between(*proposal.was_host, now_.today()) / options_.lately_days;
            add("host-lately", options_.lately_km * std::exp2(-age), {{"date", proposal.was_host->str()}});
        }
        proposal.cost = total_of(proposal.reasons);
        return proposal;
    }

    // A meeting's host may have merged since.
    bool stands_for(const Id<Municipality>& id, const Id<Municipality>& host) const {
        const Municipality* one = now_.find(id);
        while (one != nullptr && !one->exists_on(now_.today()))
            one = one->successor ? now_.find(*one->successor) : nullptr;
        return one != nullptr && one->id == host;
    }

    const Snapshot& now_;
    const HostOptions& options_;
    HostRanking ranking_;
    std::vector<const Municipality*> members_, hosts_;
};

}  // namespace

HostRanking host(const Snapshot& now, const HostOptions& options) {
    check_options(now, options);
    return Ranker(now, options).rank();
}

}  // namespace m150::inline v0
