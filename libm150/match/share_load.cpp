#include "libm150/match/share_load.hpp"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "libm150/match/asked.hpp"
#include "libm150/match/confidence.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/match/knowers.hpp"
#include "libm150/match/outcomes.hpp"
#include "libm150/solve/sharing.hpp"

namespace m150::inline v0 {

namespace {

constexpr int most_load = 10000;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

void check_options(const Snapshot& now, const ShareOptions& options) {
    Inputs inputs(now, "share_load");
    inputs.in_range("number of questions", static_cast<double>(options.questions.size()), 1, 1000);
    inputs.in_range("per_question", options.per_question, 1, 100);
    inputs.in_range("capacity", options.capacity, 0, most_load);
    for (const auto& [id, capacity] : options.capacities)
        inputs.in_range("capacities, " + id.str(), capacity, 0, most_load);
    for (const auto& [id, load] : options.load_so_far)
        inputs.in_range("load_so_far, " + id.str(), load, 0, most_load);
    inputs.require(!options.since || *options.since <= now.today(), "since",
                   "lies after the reference day " + now.today().str(), "the first day of the period");
    inputs.in_range("fairness", options.fairness, 0.0, 1.0);
    inputs.in_range("step", options.step, 0.0, 1.0);
    inputs.require(options.step != 0.0, "step", "is 0", "a number above 0",
                   "for a plan without fairness leave that at 0");
    inputs.in_range("least", options.least, 0.0, 1.0);
    inputs.throw_if_any();
}

// What was found for a question: everybody who may be asked, best first. It stays where it is made, for what
// it holds refers to it.
class Found {
  public:
    Found(const Snapshot& now, const AskOptions& question, double least)
        : asked_(look_up(now, limited(question))) {
        if (asked_.understood.empty()) return;
        const double sure = confidence(asked_.ranked, now.options().confidence);
        ranking_.emplace(now, asked_.question(), sure);
        verdict_ = judge(now, asked_, sure, *ranking_, AskOptions{}.limit);
        while (size_ < ranking_->size() && !ranking_->by_likeness(size_) &&
               ranking_->score(size_) >= least * ranking_->score(0))
            ++size_;
    }
    Found(const Found&) = delete;
    Found& operator=(const Found&) = delete;

    std::size_t size() const noexcept { return size_; }
    const KnowerRanking& ranking() const { return *ranking_; }
    const std::vector<Reason>& notices() const noexcept { return asked_.notices; }
    Verdict verdict() const noexcept { return verdict_; }  // ask()'s, of as many as that names by itself
    bool all_left_alone() const noexcept { return !asked_.left_alone.empty(); }

  private:
    static AskOptions limited(AskOptions question) {
        question.limit = 1;  // it is passed over, so it may be anything
        return question;
    }

    Asked asked_;
    std::optional<KnowerRanking> ranking_;
    Verdict verdict_ = Verdict::nobody;
    std::size_t size_ = 0;
};

// All questions; what is wrong with any of them is thrown together.
std::deque<Found> find_all(const Snapshot& now, const ShareOptions& options) {
    std::deque<Found> all;
    std::vector<Problem> problems;
    for (std::size_t q = 0; q < options.questions.size(); ++q) {
        try {
            all.emplace_back(now, options.questions[q], options.least);
        } catch (const InvalidInput& error) {
            for (Problem problem : error.problems()) {
                problem.where = "question " + std::to_string(q + 1) + " of " +
                                std::to_string(options.questions.size()) +
                                (problem.where.empty() ? "" : ": ") + problem.where;
                problems.push_back(std::move(problem));
            }
        }
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return all;
}

// By number of the municipality; of those that merged it counts for their successor, and adds up.
std::vector<int> by_number(const Snapshot& now, const std::map<Id<Municipality>, int>& given, int otherwise) {
    std::vector<int> values(at(now.graph().municipalities()), otherwise);
    std::set<int> said;
    std::vector<Reason> merged;  // whom a code stands for is not worth a notice here
    for (const auto& [id, value] : given) {
        const int number = now.number_of(resolve_saying(now, id, merged));
        int& place = values[at(number)];
        place = said.insert(number).second ? value : place + value;
    }
    return values;
}

// What was asked of each in the period: as the caller counted, and as outcomes tell.
std::vector<int> loads_before(const Snapshot& now, const ShareOptions& options) {
    std::vector<int> loads = by_number(now, options.load_so_far, 0);
    if (!options.since) return loads;
    const auto is_asked = [](const Outcome* outcome) {
        return outcome->kind == OutcomeKind::passed_on || outcome->kind == OutcomeKind::contacted;
    };
    for (const OutcomeClaim& claim : claims_of(now, now.all<Outcome>())) {
        // However often it was told, it was asked once; and did nothing when in the end it declined.
        if (!is_asked(claim.told.back())) continue;
        const Outcome& asked = **std::find_if(claim.told.begin(), claim.told.end(), is_asked);
        const int number = now.number_of(*asked.municipality);
        if (number >= 0 && asked.date >= *options.since) ++loads[at(number)];
    }
    return loads;
}

// The municipalities that may be asked anything, as bearers of the load.
struct Bearers {
    std::vector<int> numbers;  // ascending
    std::vector<MunicipalityLoad> loads;

    std::size_t of(int number) const {
        return static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), number) -
                                        numbers.begin());
    }
};

Bearers bearers_of(const Snapshot& now, const std::deque<Found>& found, const ShareOptions& options) {
    std::set<int> numbers;
    for (const Found& one : found) {
        for (std::size_t place = 0; place < one.size(); ++place)
            numbers.insert(one.ranking().municipality(place));
    }
    const std::vector<int> before = loads_before(now, options);
    const std::vector<int> capacities = by_number(now, options.capacities, options.capacity);
    Bearers bearers{{numbers.begin(), numbers.end()}, {}};
    for (const int number : bearers.numbers) {
        bearers.loads.push_back(
            {now.municipality(number).id, before[at(number)], 0, capacities[at(number)], 0, 0});
    }
    return bearers;
}

SharingProblem problem_of(const std::deque<Found>& found, const Bearers& bearers,
                          const ShareOptions& options) {
    SharingProblem problem;
    for (const MunicipalityLoad& load : bearers.loads)
        problem.rooms.push_back({load.before, load.capacity});
    for (std::size_t q = 0; q < found.size(); ++q) {
        problem.places.push_back(options.per_question);
        for (std::size_t place = 0; place < found[q].size(); ++place) {
            const std::size_t bearer = bearers.of(found[q].ranking().municipality(place));
            problem.candidates.push_back(
                {static_cast<int>(q), static_cast<int>(bearer), found[q].ranking().score(place)});
        }
    }
    problem.price = options.fairness < 1.0 ? options.step * options.fairness / (1.0 - options.fairness)
                                           : std::numeric_limits<double>::infinity();
    return problem;
}

double score_of(const std::vector<Knower>& knowers) {
    double sum = 0.0;
    for (const Knower& knower : knowers)
        sum += knower.score;
    return sum;
}

std::string two_decimals(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

// Why those who rank best are not those who are asked, and what that is worth.
void explain_question(const Found& found, const Bearers& bearers, const Snapshot& now, int places,
                      SharedQuestion& question) {
    if (found.verdict() == Verdict::nobody && !question.asked.empty())
        question.notices.push_back({"nobody-knows", 0.0, {}, {}});
    for (const Knower& best : question.ranked) {
        const bool is_asked =
            std::any_of(question.asked.begin(), question.asked.end(),
                        [&](const Knower& one) { return one.municipality == best.municipality; });
        if (is_asked) continue;
        const MunicipalityLoad& load = bearers.loads[bearers.of(now.number_of(best.municipality))];
        const bool full = load.load() >= load.capacity;
        question.notices.push_back({full ? "passed-full" : "passed-shared",
                                    0.0,
                                    {{"municipality", best.municipality.str()},
                                     {"count", std::to_string(full ? load.capacity : load.load())},
                                     {"score", two_decimals(best.score)}},
                                    {}});
    }
    const int open = places - static_cast<int>(question.asked.size());
    if (open == 0 || found.all_left_alone()) return;  // of which the notices tell already
    const bool full = question.ranked.size() > question.asked.size();
    question.notices.push_back({full ? "places-full" : "places-open",
                                0.0,
                                {{"count", std::to_string(open)}, {"of", std::to_string(places)}},
                                {}});
}

// When nobody may be asked anything: "all-paused" if they would know of any of the questions.
std::optional<Reason> left_alone(const std::deque<Found>& found) {
    const auto is_left_alone = [](const Found& one) { return one.all_left_alone(); };
    if (!std::all_of(found.begin(), found.end(), is_left_alone)) return std::nullopt;
    const bool known = std::any_of(found.begin(), found.end(),
                                   [](const Found& one) { return one.verdict() != Verdict::nobody; });
    return Reason{known ? "all-paused" : "all-left-alone", 0.0, {}, {}};
}

std::vector<int> loads_of(const Bearers& bearers, int MunicipalityLoad::*given) {
    std::vector<int> loads;
    for (const MunicipalityLoad& load : bearers.loads)
        loads.push_back(load.before + load.*given);
    return loads;
}

}  // namespace

LoadPlan share_load(const Snapshot& now, const ShareOptions& options) {
    check_options(now, options);
    const std::deque<Found> found = find_all(now, options);
    Bearers bearers = bearers_of(now, found, options);
    SharingProblem problem = problem_of(found, bearers, options);
    const Sharing sharing = solve_sharing(problem);

    LoadPlan plan;
    plan.price = sharing.price;
    plan.crowding = sharing.crowding;
    plan.objective = sharing.objective;
    plan.upper_bound = sharing.upper_bound;
    problem.price = 0.0;
    plan.unfair_score = options.fairness > 0.0 ? solve_sharing(problem).weight : sharing.weight;

    std::size_t candidate = 0;
    auto next = sharing.chosen.begin();
    for (const Found& one : found) {
        const AskOptions& given = options.questions[plan.questions.size()];
        SharedQuestion& question = plan.questions.emplace_back();
        question.text = given.text;
        question.asked_by = given.asked_by;
        question.notices = one.notices();
        for (std::size_t place = 0; place < one.size(); ++place, ++candidate) {
            MunicipalityLoad& load = bearers.loads[bearers.of(one.ranking().municipality(place))];
            const bool best = place < at(options.per_question);
            const bool chosen = next != sharing.chosen.end() && *next == candidate;
            ++load.knows;
            load.ranked += best ? 1 : 0;
            load.asked += chosen ? 1 : 0;
            if (best) question.ranked.push_back(one.ranking().knower(place));
            if (chosen) question.asked.push_back(one.ranking().knower(place));
            if (chosen) ++next;
        }
        question.score = score_of(question.asked);
        question.ranked_score = score_of(question.ranked);
        plan.score += question.score;
        plan.ranked_score += question.ranked_score;
    }
    for (std::size_t q = 0; q < found.size(); ++q)
        explain_question(found[q], bearers, now, options.per_question, plan.questions[q]);
    if (auto notice = left_alone(found)) plan.notices.push_back(*std::move(notice));
    plan.gini = gini(loads_of(bearers, &MunicipalityLoad::asked));
    plan.gini_ranked = gini(loads_of(bearers, &MunicipalityLoad::ranked));
    for (const MunicipalityLoad& load : bearers.loads) {
        if (load.load() == 0) plan.never_asked.push_back(load.municipality);
    }
    plan.loads = std::move(bearers.loads);
    return plan;
}

}  // namespace m150::inline v0
