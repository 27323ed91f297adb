#include "bench/tune/test_sets.hpp"

#include <map>
#include <set>
#include <utility>

#include "libm150/base/error.hpp"

namespace m150::tune {

using evaluate::TestQuery;
using evaluate::TestSet;

TestSets read_test_sets(const std::vector<std::string>& names, const evaluate::TestSetOptions& options) {
    TestSets read;
    std::set<std::string> seen;
    for (const std::string& name : names) {
        evaluate::TestSetOptions one = options;
        one.name = name;
        TestSet set = evaluate::read_test_set(one);
        if (!seen.insert(set.name).second)
            throw InvalidInput({"tune", "is given two test sets named " + set.name, "different names", ""});
        const auto dropped = std::erase_if(set.queries, [&](const TestQuery& query) {
            const auto grades = set.judgements.find(query.id);
            return grades == set.judgements.end() || grades->second.empty();
        });
        if (dropped > 0)
            read.remarks.push_back(set.name + ": " + std::to_string(dropped) +
                                   " queries have no judgements and are left out");
        read.sets.push_back(std::move(set));
    }
    return read;
}

Objective objective_of(const TestSets& read, const evaluate::LibraryOptions& library,
                       const std::string& measures) {
    std::vector<std::string> names;
    std::vector<Objective> objectives;
    for (const TestSet& set : read.sets) {
        names.push_back(set.name);
        objectives.push_back(library_objective(
            set, library, measures.empty() ? set.measures : evaluate::parse_measures(measures)));
    }
    return objectives.size() == 1 ? objectives.front() : joined(names, objectives);
}

std::vector<std::string> needs_of(const TestSets& read, const std::vector<std::string>& queries) {
    std::map<std::string, std::string> needs;
    for (const TestSet& set : read.sets) {
        for (const TestQuery& query : set.queries)
            needs[(read.sets.size() > 1 ? set.name + "/" : "") + query.id] = query.need;
    }
    std::vector<std::string> result;
    for (const std::string& query : queries)
        result.push_back(needs[query]);
    return result;
}

}  // namespace m150::tune
