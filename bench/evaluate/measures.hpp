// Measures of rankings against judgements, under the names that ir_measures gives them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace m150::evaluate {

// What people said of documents, by query: a grade above 0 is relevant, and how much so. A document without a
// grade was not judged.
using Grades = std::map<std::string, int>;
using Judgements = std::map<std::string, Grades>;

struct Ranked {
    std::string document;
    double score = 0.0;
    friend bool operator==(const Ranked&, const Ranked&) = default;
};
// What a system found, by query. The order of the list means nothing; each document is there once.
using Run = std::map<std::string, std::vector<Ranked>>;

// What one of them is, with its formula: docs/evaluation.md.
struct Measure {
    enum class Kind { ndcg, ap, rr, p, r, success, judged };
    Kind kind = Kind::ndcg;
    int rel = 1;  // the lowest grade that counts as relevant; of no meaning to nDCG and Judged
    std::optional<std::size_t> cutoff;  // only the first so many documents count; absent: all

    std::string name() const;  // "RR(rel=2)@10"
    friend bool operator==(const Measure&, const Measure&) = default;
};

// One measure written as ir_measures writes it. Throws InvalidInput, with the nearest name when it is
// unknown.
Measure parse_measure(std::string_view text);
// Several, with commas or white space between them; each once. Throws InvalidInput that lists all that is
// wrong.
std::vector<Measure> parse_measures(std::string_view text);

// Measures of one run, query by query.
struct Evaluation {
    std::vector<Measure> measures;
    std::vector<std::string> queries;         // that have judgements, ascending
    std::vector<std::vector<double>> values;  // [measure][query]
    std::vector<std::string> missing;  // of `queries`, those that the run does not hold: they count as 0
    std::vector<std::string>
        nothing_relevant;               // of `queries`, those judged without a grade above 0: 0 as well
    std::vector<std::string> unjudged;  // queries of the run without judgements: in no figure

    // Of one measure over all queries; 0 when there are none.
    double mean(std::size_t measure) const;
};

// As trec_eval ranks them: by score as a 32-bit number, best first, ties by document id descending.
std::vector<Ranked> ranked_by_trec_eval(std::vector<Ranked> found);

// Documents are ranked as the tool does that ir_measures asks. That is trec_eval for nDCG, AP, RR without a
// cutoff, P, R and Success. For RR with a cutoff and Judged it is ir_measures itself: by score, ties by
// document id ascending.
Evaluation evaluate(const Judgements& judgements, const Run& run, const std::vector<Measure>& measures);

}  // namespace m150::evaluate
