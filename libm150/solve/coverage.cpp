#include "libm150/solve/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/coverage_start.hpp"

namespace m150::inline v0 {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool part(double number) {
    return number >= 0.0 && number <= 1.0;
}

void check(const CoverageProblem& p) {
    std::vector<Problem> wrong;
    const auto require = [&](bool holds, const char* where, const char* what, const char* expected) {
        if (!holds) wrong.push_back({where, what, expected, "correct it"});
    };
    const int parties = static_cast<int>(p.seats.size());
    require(p.subjects >= 0 && p.budget >= 0 && p.most_subjects >= 0 && p.most_apart >= 0 && p.differ_by >= 0,
            "coverage", "a number is below 0", "0 or more");
    require(std::all_of(p.seats.begin(), p.seats.end(), [](int seats) { return seats >= 1; }), "seats",
            "a party has none", "at least 1");
    std::set<std::pair<int, int>> seen;
    for (const CoverageNeed& need : p.needs) {
        require(need.party >= 0 && need.party < parties && need.subject >= 0 && need.subject < p.subjects &&
                    part(need.amount) && seen.insert({need.party, need.subject}).second,
                "needs", "one names nobody or nothing, comes twice or is out of range",
                "0 to 1, once a pair");
    }
    for (const CoverageLength& length : p.lengths)
        require(length.cost > 0 && part(length.effect), "lengths", "one is out of range",
                "a cost above 0 and an effect from 0 to 1");
    require(part(p.apart_effect), "apart_effect", "is out of range", "0 to 1");
    require(!p.steps.empty(), "steps", "there are none", "at least one");
    for (std::size_t s = 0; s < p.steps.size(); ++s) {
        require(p.steps[s].width > 0.0 && std::isfinite(p.steps[s].width) && part(p.steps[s].worth) &&
                    (s == 0 || p.steps[s].worth <= p.steps[s - 1].worth),
                "steps", "one is out of range or worth more than the one before",
                "widths above 0, worths falling");
    }
    require(p.wishes.empty() || static_cast<int>(p.wishes.size()) == p.subjects, "wishes",
            "are not one a subject", "as many as subjects");
    for (const auto& set : p.unlike) {
        for (const int subject : set)
            require(subject >= 0 && subject < p.subjects, "unlike", "names no subject", "a subject");
    }
    std::set<int> near;
    for (const CoveredSubject& one : p.near)
        require(one.subject >= 0 && one.subject < p.subjects && one.length >= -1 &&
                    one.length < static_cast<int>(p.lengths.size()) && near.insert(one.subject).second,
                "near", "one names no subject or length, or comes twice", "a subject at a length, once");
    if (!wrong.empty()) throw InvalidInput(std::move(wrong));
}

// Columns: a subject at each length, a subject apart, the place of a party in a session apart, and what each
// step of a party's coverage is filled with.
class Model {
  public:
    explicit Model(const CoverageProblem& problem) : p_(problem) {
        needs_of_.resize(p_.seats.size());
        for (const CoverageNeed& need : p_.needs) {
            if (need.amount > 0.0) needs_of_[at(need.party)].push_back(need);
        }
        for (auto& needs : needs_of_) {
            std::sort(needs.begin(), needs.end(),
                      [](const CoverageNeed& a, const CoverageNeed& b) { return a.subject < b.subject; });
        }
        subjects();
        wishes();
        parties();
    }

    const MilpProblem& problem() const { return milp_; }

    std::vector<CoveredSubject> read(const std::vector<double>& values) const {
        std::vector<CoveredSubject> covered;
        for (int subject = 0; subject < p_.subjects; ++subject) {
            for (int length = 0; length < static_cast<int>(p_.lengths.size()); ++length) {
                if (values[at(together(subject, length))] > 0.5) covered.push_back({subject, length});
            }
            if (p_.most_apart > 0 && values[at(apart(subject))] > 0.5) covered.push_back({subject, -1});
        }
        return covered;
    }

  private:
    int ways() const { return static_cast<int>(p_.lengths.size()) + (p_.most_apart > 0 ? 1 : 0); }
    int together(int subject, int length) const { return subject * ways() + length; }
    int apart(int subject) const { return subject * ways() + static_cast<int>(p_.lengths.size()); }

    std::vector<MilpTerm> any_way(int subject) const {
        std::vector<MilpTerm> terms;
        for (int way = 0; way < ways(); ++way)
            terms.push_back({subject * ways() + way, 1.0});
        return terms;
    }

    int column(double gain, double high, bool whole) {
        milp_.columns.push_back({gain, 0.0, high, whole});
        return static_cast<int>(milp_.columns.size()) - 1;
    }

    void row(std::vector<MilpTerm> terms, double at_most) {
        MilpRow made;
        made.terms = std::move(terms);
        made.at_most = at_most;
        milp_.rows.push_back(std::move(made));
    }

    void subjects() {
        std::vector<MilpTerm> cost, all, sessions;
        for (int subject = 0; subject < p_.subjects; ++subject) {
            for (int way = 0; way < ways(); ++way)
                all.push_back({column(0.0, 1.0, true), 1.0});
            for (int length = 0; length < static_cast<int>(p_.lengths.size()); ++length)
                cost.push_back({together(subject, length), static_cast<double>(p_.lengths[at(length)].cost)});
            if (p_.most_apart > 0) sessions.push_back({apart(subject), 1.0});
            row(any_way(subject), 1.0);
        }
        row(std::move(cost), p_.budget);
        row(std::move(all), p_.most_subjects);
        if (p_.most_apart > 0) row(std::move(sessions), p_.most_apart);
    }

    void wishes() {
        for (int subject = 0; subject < static_cast<int>(p_.wishes.size()); ++subject) {
            if (p_.wishes[at(subject)] == CoverageWish::must) {
                MilpRow must;
                must.terms = any_way(subject);
                must.at_least = 1.0;
                milp_.rows.push_back(std::move(must));
            }
            for (int way = 0; way < ways() && p_.wishes[at(subject)] == CoverageWish::never; ++way)
                milp_.columns[at(subject * ways() + way)].high = 0.0;
        }
        for (const std::vector<int>& set : p_.unlike) {
            std::vector<MilpTerm> terms;
            for (const int subject : std::set<int>(set.begin(), set.end())) {
                const std::vector<MilpTerm> ways = any_way(subject);
                terms.insert(terms.end(), ways.begin(), ways.end());
            }
            row(std::move(terms), static_cast<double>(set.size()) - p_.differ_by);
        }
        near();
    }

    void near() {
        MilpRow subjects, ways;
        for (const CoveredSubject& one : p_.near) {
            const std::vector<MilpTerm> any = any_way(one.subject);
            subjects.terms.insert(subjects.terms.end(), any.begin(), any.end());
            if (one.length >= 0) ways.terms.push_back({together(one.subject, one.length), 1.0});
            if (one.length < 0 && p_.most_apart > 0) ways.terms.push_back({apart(one.subject), 1.0});
        }
        subjects.at_least = p_.near_subjects;
        ways.at_least = p_.near_ways;
        if (p_.near_subjects > 0) milp_.rows.push_back(std::move(subjects));
        if (p_.near_ways > 0) milp_.rows.push_back(std::move(ways));
    }

    // Parties with the same needs and seats are one party that counts so many times.
    void parties() {
        using Key = std::pair<int, std::vector<std::pair<int, double>>>;
        std::map<Key, int> alike;
        for (std::size_t party = 0; party < needs_of_.size(); ++party) {
            if (needs_of_[party].empty()) continue;
            Key key{p_.most_apart > 0 ? p_.seats[party] : 1, {}};
            for (const CoverageNeed& need : needs_of_[party])
                key.second.emplace_back(need.subject, need.amount);
            ++alike[key];
        }
        for (const auto& [key, count] : alike)
            party(key.first, key.second, count);
    }

    void party(int seats, const std::vector<std::pair<int, double>>& needs, int count) {
        std::vector<MilpTerm> filled;
        for (const CoverageStep& step : p_.steps)
            filled.push_back({column(step.worth * count, step.width, false), 1.0});
        std::vector<MilpTerm> places;
        for (const auto& [subject, amount] : needs) {
            for (int length = 0; length < static_cast<int>(p_.lengths.size()); ++length)
                filled.push_back({together(subject, length), -amount * p_.lengths[at(length)].effect});
            if (p_.most_apart == 0) continue;
            // Who has seats for every session needs no column for where it sits.
            const bool sees_all = seats >= std::min(p_.most_apart, static_cast<int>(needs.size()));
            const int place = sees_all ? apart(subject) : column(0.0, 1.0, false);
            filled.push_back({place, -amount * p_.apart_effect});
            if (sees_all) continue;
            row({{place, 1.0}, {apart(subject), -1.0}}, 0.0);
            places.push_back({place, 1.0});
        }
        if (!places.empty()) row(std::move(places), seats);
        row(std::move(filled), 0.0);
    }

    const CoverageProblem& p_;
    std::vector<std::vector<CoverageNeed>> needs_of_;
    MilpProblem milp_;
};

// `subjects`, when they are worth more than what there is.
void take(const CoverageProblem& problem, const std::vector<CoveredSubject>& subjects, Coverage& coverage) {
    double objective = 0.0;
    for (const double worth : worth_of(problem, subjects))
        objective += worth;
    if (coverage.feasible && objective <= coverage.objective) return;
    coverage.feasible = true;
    coverage.subjects = subjects;
    coverage.objective = objective;
}

}  // namespace

std::vector<std::vector<double>> covered_by(const CoverageProblem& problem,
                                            const std::vector<CoveredSubject>& subjects) {
    const std::size_t parties = problem.seats.size();
    std::vector<std::vector<double>> amounts(subjects.size(), std::vector<double>(parties, 0.0));
    std::vector<int> row_of(at(problem.subjects), -1);
    for (std::size_t s = 0; s < subjects.size(); ++s)
        row_of[at(subjects[s].subject)] = static_cast<int>(s);
    std::vector<std::vector<std::pair<double, int>>> sessions(parties);  // minus the amount, subject
    for (const CoverageNeed& need : problem.needs) {
        const int row = row_of[at(need.subject)];
        if (row < 0) continue;
        const int length = subjects[at(row)].length;
        if (length >= 0)
            amounts[at(row)][at(need.party)] = need.amount * problem.lengths[at(length)].effect;
        else
            sessions[at(need.party)].emplace_back(-need.amount * problem.apart_effect, need.subject);
    }
    for (std::size_t party = 0; party < parties; ++party) {
        std::sort(sessions[party].begin(), sessions[party].end());
        for (std::size_t k = 0; k < sessions[party].size() && k < at(problem.seats[party]); ++k)
            amounts[at(row_of[at(sessions[party][k].second)])][party] = -sessions[party][k].first;
    }
    return amounts;
}

std::vector<double> worth_of(const CoverageProblem& problem, const std::vector<CoveredSubject>& subjects) {
    const auto amounts = covered_by(problem, subjects);
    std::vector<double> worth(problem.seats.size(), 0.0);
    for (std::size_t party = 0; party < worth.size(); ++party) {
        double left = 0.0;
        for (const std::vector<double>& row : amounts)
            left += row[party];
        for (const CoverageStep& step : problem.steps) {
            worth[party] += step.worth * std::clamp(left, 0.0, step.width);
            left -= step.width;
        }
    }
    return worth;
}

Coverage solve_coverage(const CoverageProblem& problem, const SolveLimits& limits) {
    check(problem);
    const Model model(problem);
    const MilpResult found = solve_milp(model.problem(), limits);
    Coverage coverage;
    coverage.nodes = found.nodes;
    coverage.proved = found.status == MilpStatus::optimal || found.status == MilpStatus::infeasible;
    coverage.upper_bound = found.upper_bound;
    if (!found.values.empty()) take(problem, model.read(found.values), coverage);
    if (!coverage.proved) {
        if (const auto start = start_of(problem)) take(problem, *start, coverage);
        coverage.upper_bound = std::min(coverage.upper_bound, most_worth(problem));
    }
    if (coverage.feasible) coverage.upper_bound = std::max(coverage.upper_bound, coverage.objective);
    return coverage;
}

}  // namespace m150::inline v0
