#include "libm150/graph/input_check.hpp"

#include <cmath>
#include <sstream>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"

namespace m150::inline v0::graph {
namespace {

constexpr std::size_t most_listed = 100;

// Collects problems; a broken input of a million rows must not make a million texts.
class Findings {
  public:
    template <class MakeProblem>
    void add(bool wrong, MakeProblem&& make_problem) {
        if (!wrong) return;
        if (problems_.size() < most_listed) problems_.push_back(make_problem());
        ++total_;
    }

    void throw_if_any() {
        if (total_ > 0) throw InvalidInput(std::move(problems_), total_);
    }

  private:
    std::vector<Problem> problems_;
    std::size_t total_ = 0;
};

std::string text_of(double value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

bool within(double value, double least, double most) {
    return value >= least && value <= most;  // false for NaN
}

Problem number_problem(const std::string& where, const char* what, int number, int count) {
    const std::string range = "a number from 0 to " + std::to_string(count - 1);
    return {where, std::string("there is no ") + what + " " + std::to_string(number),
            count > 0 ? range : std::string("none: the graph has no ") + what,
            "number them from 0 in ascending order of their ids"};
}

void check_range(Findings& findings, const char* name, double value, double least, double most) {
    findings.add(!within(value, least, most), [&] {
        return Problem{std::string("ExpertiseOptions, field ") + name,
                       "the value " + text_of(value) + " is out of range",
                       "a number from " + text_of(least) + " to " + text_of(most),
                       "leave the field out for its default"};
    });
}

void check_options(Findings& findings, const ExpertiseOptions& options) {
    check_range(findings, "half_life_days", options.half_life_days, 1.0, 1e6);
    check_range(findings, "related_share", options.related_share, 0.0, 1.0);
    check_range(findings, "broader_share", options.broader_share, 0.0, 1.0);
    check_range(findings, "restart", options.restart, 0.01, 1.0);
    check_range(findings, "tie_weight", options.tie_weight, 0.0, 1.0);
    check_range(findings, "inherited", options.inherited, 0.0, 1.0);
    findings.add(options.weights.size() != evidence_kinds, [&] {
        return Problem{"ExpertiseOptions, field weights",
                       std::to_string(options.weights.size()) + " weights were given",
                       std::to_string(evidence_kinds) + " weights, one for each kind of evidence",
                       "leave the field out for its default"};
    });
    for (double weight : options.weights)
        check_range(findings, "weights", weight, 0.0, 1000.0);
}

void check_amount(Findings& findings, const std::string& where, double amount) {
    findings.add(!within(amount, 0.0, 1.0), [&] {
        return Problem{where, "the amount " + text_of(amount) + " is out of range", "a number from 0 to 1",
                       "give the strength of the record as a part of the strongest of its kind"};
    });
}

void check_date(Findings& findings, const std::string& where, Date date, Date today) {
    findings.add(date > today, [&] {
        return Problem{where, "the date " + date.str() + " is later than today, " + today.str(),
                       "a date of at most " + today.str(), "leave out what has not happened yet"};
    });
}

void check_evidence(Findings& findings, const Evidence& evidence, std::size_t row, const GraphInput& input,
                    Date today) {
    const int kind = static_cast<int>(evidence.kind);
    const bool fine = kind >= 0 && kind < evidence_kinds && evidence.municipality >= 0 &&
                      evidence.municipality < input.municipalities && evidence.topic >= 0 &&
                      evidence.topic < input.topics && within(evidence.amount, 0.0, 1.0) &&
                      evidence.date <= today;
    if (fine) return;  // before any text is made: this is asked of every row
    const std::string where = "evidence " + std::to_string(row) + " (record " + evidence.record + ")";
    findings.add(kind < 0 || kind >= evidence_kinds, [&] {
        return Problem{where, "there is no kind of evidence " + std::to_string(kind), "an EvidenceKind", ""};
    });
    findings.add(evidence.municipality < 0 || evidence.municipality >= input.municipalities, [&] {
        return number_problem(where, "municipality", evidence.municipality, input.municipalities);
    });
    findings.add(evidence.topic < 0 || evidence.topic >= input.topics,
                 [&] { return number_problem(where, "topic", evidence.topic, input.topics); });
    check_amount(findings, where, evidence.amount);
    check_date(findings, where, evidence.date, today);
}

void check_tie(Findings& findings, const Tie& tie, std::size_t row, const GraphInput& input, Date today) {
    const int kind = static_cast<int>(tie.kind);
    const bool known_kind = kind >= 0 && kind <= static_cast<int>(Tie::Kind::border);
    const bool fades = tie.kind != Tie::Kind::border;
    const bool fine = known_kind && tie.a >= 0 && tie.a < input.municipalities && tie.b >= 0 &&
                      tie.b < input.municipalities && within(tie.amount, 0.0, 1.0) &&
                      !(fades && tie.date > today);
    if (fine) return;
    const std::string where = "tie " + std::to_string(row) + " (record " + tie.record + ")";
    findings.add(!known_kind, [&] {
        return Problem{where, "there is no kind of tie " + std::to_string(kind), "a Tie::Kind", ""};
    });
    for (int end : {tie.a, tie.b}) {
        findings.add(end < 0 || end >= input.municipalities,
                     [&] { return number_problem(where, "municipality", end, input.municipalities); });
    }
    check_amount(findings, where, tie.amount);
    if (fades) check_date(findings, where, tie.date, today);
}

void check_relation(Findings& findings, const TopicRelation& relation, std::size_t row,
                    const GraphInput& input) {
    for (int end : {relation.a, relation.b}) {
        findings.add(end < 0 || end >= input.topics, [&] {
            return number_problem("relation " + std::to_string(row), "topic", end, input.topics);
        });
    }
}

}  // namespace

void check(const GraphInput& input, const ExpertiseOptions& options) {
    Findings findings;
    check_options(findings, options);
    findings.add(input.municipalities < 0 || input.topics < 0, [&] {
        return Problem{"GraphInput", "a number of municipalities or topics is negative", "0 or more", ""};
    });
    findings.throw_if_any();
    for (std::size_t i = 0; i < input.evidence.size(); ++i) {
        check_evidence(findings, input.evidence[i], i, input, options.today);
    }
    for (std::size_t i = 0; i < input.relations.size(); ++i)
        check_relation(findings, input.relations[i], i, input);
    for (std::size_t i = 0; i < input.ties.size(); ++i)
        check_tie(findings, input.ties[i], i, input, options.today);
    findings.throw_if_any();
}

void check_number(const char* what, int number, int count) {
    if (number < 0 || number >= count)
        throw InvalidInput(number_problem("expertise graph", what, number, count));
}

void check_seeds(const std::vector<TopicWeight>& seeds, int topics) {
    Findings findings;
    bool any = false;
    for (const TopicWeight& seed : seeds) {
        findings.add(seed.topic < 0 || seed.topic >= topics,
                     [&] { return number_problem("seeds of pagerank", "topic", seed.topic, topics); });
        findings.add(!within(seed.weight, 0.0, 1e100), [&] {
            return Problem{"seeds of pagerank", "the weight " + text_of(seed.weight) + " is out of range",
                           "a finite number, 0 or more", ""};
        });
        any = any || seed.weight > 0.0;
    }
    findings.throw_if_any();
    if (!any) {
        throw InvalidInput(Problem{"seeds of pagerank", "no topic has a positive weight",
                                   "at least one that has",
                                   "do not ask when nothing was understood of the question"});
    }
}

}  // namespace m150::inline v0::graph
