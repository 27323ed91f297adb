// Several test sets as one.
#include <algorithm>
#include <utility>

#include "bench/tune/objective.hpp"
#include "bench/tune/provenance.hpp"
#include "libm150/base/error.hpp"

namespace m150::tune {

namespace {

struct Member {
    std::size_t first = 0;  // number of its first query among all
    Objective objective;
};

// The part of `asked` that is the member's, by its own numbers.
Part own_part(const Member& member, const Part& asked) {
    Part own;
    for (const std::size_t query : asked) {
        if (query >= member.first && query - member.first < member.objective.queries.size())
            own.push_back(query - member.first);
    }
    return own;
}

Score evaluate_all(const std::vector<Member>& members, const KnowledgeBaseOptions& options,
                   const Part& asked) {
    Score all;
    for (const Member& member : members) {
        const Part own = own_part(member, asked);
        if (own.empty()) continue;
        const Score score = member.objective.evaluate(options, own);
        all.values.insert(all.values.end(), score.values.begin(), score.values.end());
        all.means.resize(score.means.size(), 0.0);
        for (std::size_t m = 0; m < score.means.size(); ++m)
            all.means[m] +=
                score.means[m] * static_cast<double>(own.size()) / static_cast<double>(asked.size());
        all.index_seconds += score.index_seconds;
        all.ask_seconds += score.ask_seconds;
    }
    return all;
}

Shares shares_of_all(const std::vector<Member>& members, const KnowledgeBaseOptions& options,
                     const Part& asked) {
    Shares all;
    for (const Member& member : members) {
        const Part own = own_part(member, asked);
        if (own.empty()) continue;
        const Shares shares = member.objective.shares(options, own);
        const Examples& examples = shares.examples;
        all.examples.features = examples.features;
        all.examples.values.insert(all.examples.values.end(), examples.values.begin(), examples.values.end());
        all.examples.grades.insert(all.examples.grades.end(), examples.grades.begin(), examples.grades.end());
        for (const std::size_t group : examples.groups)
            all.examples.groups.push_back(all.judged.size() + group);
        all.judged.insert(all.judged.end(), shares.judged.begin(), shares.judged.end());
    }
    return all;
}

}  // namespace

Objective joined(const std::vector<std::string>& names, const std::vector<Objective>& objectives) {
    Objective all;
    std::vector<Member> members;
    std::vector<std::string> hashes;
    for (std::size_t i = 0; i < objectives.size(); ++i) {
        const Objective& one = objectives[i];
        if (one.measures != objectives.front().measures) {
            throw InvalidInput({"test set " + names.at(i),
                                "is measured by other measures than " + names.front(),
                                "the same measures for all sets", "name them"});
        }
        members.push_back({all.queries.size(), one});
        for (const std::string& query : one.queries)
            all.queries.push_back(names.at(i) + "/" + query);
        hashes.push_back(names[i]);
        hashes.push_back(one.data);
    }
    if (members.empty()) return all;
    all.measures = objectives.front().measures;
    all.versions = objectives.front().versions;
    all.data = hash_of(hashes);
    all.evaluate = [members](const KnowledgeBaseOptions& options, const Part& asked) {
        return evaluate_all(members, options, asked);
    };
    const bool known = std::all_of(objectives.begin(), objectives.end(),
                                   [](const Objective& one) { return static_cast<bool>(one.shares); });
    if (known) {
        all.shares = [members](const KnowledgeBaseOptions& options, const Part& asked) {
            return shares_of_all(members, options, asked);
        };
    }
    return all;
}

}  // namespace m150::tune
