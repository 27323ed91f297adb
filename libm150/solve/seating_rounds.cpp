#include "libm150/solve/seating_rounds.hpp"

#include <utility>
#include <vector>

#include "libm150/solve/random.hpp"
#include "libm150/solve/seating_round.hpp"

namespace m150::inline v0::seating {

namespace {

constexpr std::size_t kFew = 8;
constexpr int kFewSubjects = 50;

class Rounds {
  public:
    Rounds(const SeatingProblem& problem, const Start& start, std::uint64_t seed)
        : p_(problem), start_(start), model_(problem, start), random_(seed, "rounds") {}

    Seats best_of(const Seats& first) {
        Seats best = descend(first);
        const int beginnings = p_.rounds == 1 ? 0 : model_.people() <= 6 ? 60 : 240;
        for (int b = 0; b < beginnings; ++b) {
            // Afresh, or with one round of the best at random.
            Seats seats = best;
            const int one = b % 2 == 0 ? -1 : (b / 2) % p_.rounds;
            for (int round = 0; round < p_.rounds; ++round) {
                if (one < 0 || round == one) model_.seat(seats, round, model_.layers(round, at_random()));
            }
            seats = descend(std::move(seats), one < 0 ? b / 2 : one);
            if (cost(seats) < cost(best)) best = std::move(seats);
        }
        return best;
    }

  private:
    std::int64_t cost(const Seats& seats) const { return State(p_, seats, start_.home).cost(); }

    RoundCosts at_random() {
        RoundCosts costs = model_.alone();
        for (std::int64_t& one : costs.pair)
            one = random_.between(0, 1000);
        for (std::int64_t& one : costs.talks)
            one = -random_.between(0, 1000);
        costs.knower = 0;
        return costs;
    }

    Seats descend(Seats seats, int first = 0) {
        std::int64_t before = cost(seats);
        for (;;) {
            for (int k = 1; k <= p_.rounds; ++k) {
                const int round = (first + k) % p_.rounds;
                model_.seat(seats, round, model_.layers(round, model_.beside(seats, round, p_.rounds)));
            }
            const std::int64_t after = cost(seats);
            if (after >= before) return seats;
            before = after;
        }
    }

    const SeatingProblem& p_;
    const Start& start_;
    RoundModel model_;
    Random random_;
};

}  // namespace

bool are_few(const SeatingProblem& problem) {
    return problem.people.size() <= kFew && problem.subjects <= kFewSubjects && problem.before.empty();
}

Seats better_rounds(const SeatingProblem& problem, const Start& start, const Seats& seats,
                    std::uint64_t seed) {
    return Rounds(problem, start, seed).best_of(seats);
}

}  // namespace m150::inline v0::seating
