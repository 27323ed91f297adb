// What is made as large as it can be.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "bench/evaluate/systems.hpp"
#include "bench/tune/folds.hpp"
#include "bench/tune/linear_fit.hpp"
#include "libm150/knowledge/knowledge_base_options.hpp"

namespace m150::tune {

// How well one configuration does on the queries it was asked.
struct Score {
    std::vector<double> values;  // of the first measure, by query asked
    std::vector<double> means;   // of every measure, over the queries asked
    double index_seconds = 0.0;  // to make the index; 0 when one that was there would do
    double ask_seconds = 0.0;
};

// What the scores of the documents found are sums of: a feature for each of score_parts(), a group for each
// query asked, in the order of asking.
struct Shares {
    Examples examples;
    std::vector<std::vector<int>> judged;  // grades of all judged documents, by query asked
};

struct Objective {
    std::vector<std::string> queries;             // ids
    std::vector<std::string> measures;            // names; the first is the one to choose by
    std::string data;                             // a hash of all that it measures on
    std::map<std::string, std::string> versions;  // of the program and its libraries
    // Puts the queries `asked` (numbers, ascending) to a world in which the others never were: documents that
    // only others ask for are not there, so that nothing of them is in what `asked` chooses. Called from
    // several threads at once; the same arguments give the same values.
    std::function<Score(const KnowledgeBaseOptions&, const Part& asked)> evaluate;
    // For linear fits; empty when scores have no known parts.
    std::function<Shares(const KnowledgeBaseOptions&, const Part& asked)> shares;
};

// A weight, and the reason under which its share of a score is told (docs/reasons.md).
struct ScorePart {
    std::string parameter;
    std::string reason;
};
// Those of an existing answer, the one that the others are relative to first.
const std::vector<ScorePart>& score_parts();

// The library on a test set. Configurations that make the same index share it; as many indexes are kept as
// there are `kept`. The set is copied.
Objective library_objective(const evaluate::TestSet& set, const evaluate::LibraryOptions& library,
                            const std::vector<evaluate::Measure>& measures, std::size_t kept = 4);

// All queries of several objectives, as "name/query". Each query counts the same, whichever set it is of.
// Throws InvalidInput when the measures differ. Names are different.
Objective joined(const std::vector<std::string>& names, const std::vector<Objective>& objectives);

}  // namespace m150::tune
