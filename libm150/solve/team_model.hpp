// Teams as rows and columns. Internal to solve/.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/solve/teams.hpp"

namespace m150::inline v0::team_model {

inline std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// Throws InvalidInput for a problem that form_teams does not take.
void check(const TeamProblem& problem);

// The mixed integer program over some of the offers, each of which may be started or not.
class Model {
  public:
    Model(const TeamProblem& problem, const std::vector<int>& offers);

    const MilpProblem& program() const { return program_; }
    std::vector<Team> read(const std::vector<double>& values) const;

  private:
    struct Columns {
        int offer = 0;
        int started = 0;
        std::vector<int> in;    // by candidate
        std::vector<int> lead;  // by candidate; -1: cannot
    };

    int column(double gain, double high, bool whole);
    void row(std::vector<MilpTerm> terms, double at_least, double at_most);
    void members(const TeamOffer& offer, Columns& columns);
    void lead(const TeamOffer& offer, Columns& columns);
    void strength(const TeamOffer& offer, const Columns& columns);
    void variety(const TeamVariety& variety, const Columns& columns);
    void shared();

    const TeamProblem& problem_;
    std::vector<Columns> columns_;
    MilpProblem program_;
};

// Whether these members under this lead keep to what the offer asks for.
bool keeps_to(const TeamOffer& offer, const std::vector<int>& members, int lead);

}  // namespace m150::inline v0::team_model
