#include "libm150/solve/seating.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>
#include <string>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"
#include "libm150/solve/seating_rounds.hpp"
#include "libm150/solve/seating_start.hpp"
#include "libm150/solve/seating_state.hpp"

namespace m150::inline v0 {

namespace {

using seating::at;
using seating::State;

constexpr int kMostPeople = 2000;

// --- what is wrong with a problem -------------------------------------------------------------------------

class Check {
  public:
    explicit Check(const SeatingProblem& problem)
        : p_(problem), people_(static_cast<int>(p_.people.size())) {}

    void run() {
        range("people", people_, 1, kMostPeople);
        range("rounds", p_.rounds, 1, 20);
        range("table_size", p_.table_size, 2, 50);
        range("subjects", p_.subjects, 0, 10'000);
        range("repeat_cost", p_.repeat_cost, 0, 1'000'000);
        range("wish_cost", p_.wish_cost, 0, 10'000);
        range("knower_cost", p_.knower_cost, 0, 1'000'000);
        range("move_cost", p_.move_cost, 0, 1'000'000);
        range("subject_cost", p_.subject_cost, 0, 1'000'000);
        for (const SeatingPerson& person : p_.people)
            check_person(person);
        std::set<std::pair<int, int>> seen;
        for (const SeatingPair& pair : p_.pairs) {
            require(inside(pair.one, people_) && inside(pair.other, people_) && pair.one != pair.other &&
                        seen.insert(std::minmax(pair.one, pair.other)).second,
                    "pairs", "one names nobody, one person twice, or comes twice");
            range("pairs", pair.cost, 1, 1'000'000);
        }
        check_before();
        check_pins();
        if (!wrong_.empty()) throw InvalidInput(std::move(wrong_));
    }

  private:
    static bool inside(int index, int size) { return index >= 0 && index < size; }
    void require(bool holds, const char* where, const char* what) {
        if (!holds && wrong_.size() < 100) wrong_.push_back({where, what, "", "correct it"});
    }
    void range(const char* where, int value, int low, int high) {
        if (value >= low && value <= high) return;
        if (wrong_.size() < 100)
            wrong_.push_back({where, "is " + std::to_string(value),
                              std::to_string(low) + " to " + std::to_string(high), "correct it"});
    }
    void check_person(const SeatingPerson& person) {
        std::set<int> subjects;
        for (const SeatingWish& wish : person.wishes) {
            require(inside(wish.subject, p_.subjects) && subjects.insert(wish.subject).second, "wishes",
                    "one names no subject, or comes twice");
            range("wishes", wish.points, 1, 1000);
        }
        for (const int subject : person.knows)
            require(inside(subject, p_.subjects), "knows", "names no subject");
    }
    void check_before() {
        if (p_.before.empty()) return;
        require(
            static_cast<int>(p_.before.size()) == p_.rounds && p_.subjects_before.size() == p_.before.size(),
            "before", "has another number of rounds");
        for (std::size_t r = 0; r < p_.before.size() && r < p_.subjects_before.size(); ++r) {
            require(p_.subjects_before[r].size() == p_.before[r].size(), "subjects_before",
                    "are not one a table");
            for (const int subject : p_.subjects_before[r])
                require(subject == -1 || inside(subject, p_.subjects), "subjects_before", "name no subject");
            std::set<int> seated;
            for (const auto& table : p_.before[r]) {
                for (const int person : table)
                    require(inside(person, people_) && seated.insert(person).second, "before",
                            "seats nobody, or somebody twice in a round");
            }
        }
    }

    void check_pins() {
        std::set<std::pair<int, int>> seen;
        for (const SeatingPin& pin : p_.pins)
            require(inside(pin.round, p_.rounds) && inside(pin.person, people_) && pin.table >= 0 &&
                        seen.insert({pin.round, pin.person}).second,
                    "pins", "one names no round, nobody or no table, or somebody twice in a round");
    }

    const SeatingProblem& p_;
    int people_;
    std::vector<Problem> wrong_;
};

// --- the search -------------------------------------------------------------------------------------------

// Threshold accepting: a change is taken when it costs less than the threshold, which falls to nothing.
class Search {
  public:
    Search(State& state, const SeatingProblem& problem, const std::vector<std::vector<int>>& pinned,
           const SeatingOptions& options)
        : state_(state),
          problem_(problem),
          pinned_(pinned),
          options_(options),
          random_(options.seed, "search") {
        const auto size = static_cast<std::int64_t>(problem.people.size()) * problem.rounds;
        const std::int64_t each = problem.before.empty() ? 30'000 : 1'000;
        steps_ = options.steps > 0 ? options.steps : std::min<std::int64_t>(each * size, 12'000'000);
    }

    // The best seating that the search comes by.
    seating::Seats run() {
        seating::Seats best = state_.seats();
        std::int64_t best_cost = state_.cost();
        const std::int64_t high = first_threshold();
        for (std::int64_t step = 0; step < steps_ && best_cost > 0; ++step) {
            if (step % 65'536 == 0) tell(step);
            change(state_, threshold_at(step, high));
            if (state_.cost() >= best_cost) continue;
            best_cost = state_.cost();
            best = state_.seats();
        }
        return best;
    }

  private:
    void tell(std::int64_t step) const {
        if (!options_.progress) return;
        if (!options_.progress(
                {"seat", static_cast<std::uint64_t>(step), static_cast<std::uint64_t>(steps_)}))
            throw InvalidInput(Problem{"seat", "cancelled", "", ""});
    }

    // In each cycle it falls as the square of what is left, and the last tenth takes improvements alone. The
    // first cycle begins with what a usual change costs, which frees a few people from where they are caught;
    // the others with less, which is where many people find most (measured at 126: an eighth to a sixteenth
    // did best). In integers: the same on every machine.
    std::int64_t threshold_at(std::int64_t step, std::int64_t high) const {
        constexpr std::int64_t whole = 1 << 15;
        constexpr std::int64_t cycles = 3;
        const std::int64_t cycle = (steps_ + cycles - 1) / cycles;
        const std::int64_t falling = cycle - cycle / 10;
        if (step % cycle >= falling) return 0;
        const auto people = static_cast<std::int64_t>(problem_.people.size());
        const std::int64_t parts[cycles] = {1, people / 32, people / 8};
        const std::int64_t from = high / std::max<std::int64_t>(1, parts[step / cycle]);
        const std::int64_t left = whole - step % cycle * whole / falling;
        return (from * left / whole) * left / whole;
    }

    // What a usual change costs, by a walk at random from the first seating. To stay near a seating takes
    // improvements alone, so that nobody is moved to no avail.
    std::int64_t first_threshold() {
        if (!problem_.before.empty()) return 0;
        State walk = state_;
        std::vector<std::int64_t> sizes;
        for (int i = 0; i < 500; ++i) {
            const std::int64_t before = walk.cost();
            change(walk, std::numeric_limits<std::int64_t>::max());
            if (walk.cost() != before) sizes.push_back(std::abs(walk.cost() - before));
        }
        if (sizes.empty()) return 0;
        const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
        std::nth_element(sizes.begin(), middle, sizes.end());
        return *middle;
    }

    bool is_pinned(int round, int person) const { return pinned_[at(round)][at(person)] != State::nowhere; }

    int any(int count) { return static_cast<int>(random_.below(static_cast<std::uint64_t>(count))); }

    // Somebody to change places with: half of the time at a table whose subject `one` wishes to talk about.
    int someone_for(const State& state, int round, int one) {
        const auto& wishes = problem_.people[at(one)].wishes;
        if (!wishes.empty() && any(2) == 0) {
            const int subject = wishes[at(any(static_cast<int>(wishes.size())))].subject;
            const int tables = state.tables(round);
            const int first = any(tables);
            for (int t = 0; t < tables; ++t) {
                const int table = (first + t) % tables;
                if (state.subject(round, table) != subject) continue;
                const std::vector<int>& people = state.people(round, table);
                return people[at(any(static_cast<int>(people.size())))];
            }
        }
        return any(static_cast<int>(problem_.people.size()));
    }

    // Tries one change, and takes it back when it costs more than the threshold.
    void change(State& state, std::int64_t threshold) {
        const int round = any(problem_.rounds);
        const std::int64_t before = state.cost();
        if (problem_.subjects > 0 && any(64) == 0) {
            const int table = any(state.tables(round));
            const int kept = state.subject(round, table);
            state.set_subject(round, table, any(problem_.subjects));
            if (state.cost() - before > threshold) state.set_subject(round, table, kept);
            return;
        }
        const int one = any(static_cast<int>(problem_.people.size()));
        const int other = someone_for(state, round, one);
        const int here = state.table_of(round, one);
        const int there = state.table_of(round, other);
        if (here == there || is_pinned(round, one)) return;
        if (any(8) == 0) {
            if (!state.can_move(round, one, there)) return;
            state.move(round, one, there);
            if (state.cost() - before > threshold) state.move(round, one, here);
        } else if (!is_pinned(round, other)) {
            if (state.cost_of_swap(round, one, other) <= threshold) state.swap(round, one, other);
        }
    }

    State& state_;
    const SeatingProblem& problem_;
    const std::vector<std::vector<int>>& pinned_;
    const SeatingOptions& options_;
    Random random_;
    std::int64_t steps_ = 0;
};

}  // namespace

int repeats_bound(const std::vector<std::vector<int>>& table_sizes, int people) {
    long long meetings = 0, following = 0;
    for (std::size_t r = 0; r < table_sizes.size(); ++r) {
        for (const int size : table_sizes[r]) {
            meetings += static_cast<long long>(size) * (size - 1) / 2;
            if (r == 0) continue;
            const auto tables = static_cast<int>(table_sizes[r - 1].size());
            const long long each = size / tables, more = size % tables;
            following += (tables - more) * (each * (each - 1) / 2) + more * (each * (each + 1) / 2);
        }
    }
    const long long all = static_cast<long long>(people) * (people - 1) / 2;
    return static_cast<int>(std::max({0LL, meetings - all, following}));
}

Seating solve_seating(const SeatingProblem& problem, const SeatingOptions& options) {
    Check(problem).run();
    if (options.steps < 0) throw InvalidInput(Problem{"steps", "is below 0", "0 or more", "leave it 0"});
    const seating::Start start = seating::start_of(problem, options.seed);
    State state(problem, seats_of(start, problem.people.size()), start.home);
    seating::Seats best = Search(state, problem, start.pinned, options).run();
    bool proved = false;
    if (seating::are_few(problem)) {
        best = seating::better_rounds(problem, start, best, options.seed);
        proved = seating::prove_rounds(problem, start, best);
    }
    Seating seating = State(problem, best, start.home).result();
    seating.proved = proved || seating.cost == 0;
    return seating;
}

}  // namespace m150::inline v0
