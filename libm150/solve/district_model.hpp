// Which centre each node goes to, as an integer program in which parts hang together. Internal to solve/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "libm150/solve/district_parts.hpp"
#include "libm150/solve/milp.hpp"

namespace m150::inline v0::districts {

// A node may be in the part round `centre` only with one of `between`, which every way to the centre passes.
struct Cut {
    int node = 0;
    int centre = 0;
    std::vector<int> between;  // ascending
    friend auto operator<=>(const Cut&, const Cut&) = default;
};

struct ModelAnswer {
    // optimal: no better division with these centres and pairs. limited: the best found, parts hang together.
    MilpStatus status = MilpStatus::unknown;
    Parts part;                    // empty when nothing was found; parts in ascending order of centre
    std::vector<int> centre;       // ascending
    std::int64_t lower_bound = 0;  // of what any such division costs; when not infeasible
};

// Solves the same problem again and again with other centres and pairs; cuts that were found are kept.
class Model {
  public:
    // `work`: columns times nodes of the search trees of all programs together. Whatever is left, each
    // program gets a few nodes.
    Model(const DistrictProblem& problem, const Neighbours& beside, std::int64_t work, ProgressFn progress);

    // may[i][j]: node i may go to centre j. Centres are the j with may[j][j]; all of them are taken when
    // there are as many as parts. `homes`, when given, holds the centre that each group is at home at (-1:
    // anywhere), and nothing is asked about others.
    ModelAnswer solve(const std::vector<std::vector<bool>>& may, const Homes* homes = nullptr);

    bool work_left() const { return work_ > 0; }

  private:
    struct Columns;
    int cost_of(std::size_t node, int centre, const Homes* homes) const;
    void places(const std::vector<std::vector<bool>>& may, const Homes* homes, Columns& columns) const;
    void sizes(Columns& columns) const;
    void grouping(const DistrictGrouping& grouping, Columns& columns) const;
    void cuts(Columns& columns) const;
    bool cut_off(const Parts& part, const std::vector<int>& centre);
    std::vector<int> between(const std::vector<int>& piece, int centre) const;

    const DistrictProblem& problem_;
    const Neighbours& beside_;
    std::int64_t work_;
    ProgressFn progress_;
    std::map<int, std::vector<Cut>> cuts_;  // by centre
};

}  // namespace m150::inline v0::districts
