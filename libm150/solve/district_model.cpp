#include "libm150/solve/district_model.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace m150::inline v0::districts {

namespace {

constexpr int kMostRounds = 60;  // of cuts; seldom more than three are needed
constexpr std::int64_t kLeastNodes = 20;
constexpr double kNone = std::numeric_limits<double>::infinity();

}  // namespace

struct Model::Columns {
    MilpProblem milp;
    std::vector<int> centres;          // ascending
    std::vector<std::vector<int>> of;  // [node][index of a centre]: its column, or -1
    bool choose = false;               // which centres

    int add(double gain, double low, double high, bool whole) {
        milp.columns.push_back({gain, low, high, whole});
        return static_cast<int>(milp.columns.size()) - 1;
    }
    void row(std::vector<MilpTerm> terms, double at_least, double at_most) {
        milp.rows.push_back({std::move(terms), at_least, at_most});
    }
    int own(std::size_t c) const { return of[at(centres[c])][c]; }
};

Model::Model(const DistrictProblem& problem, const Neighbours& beside, std::int64_t work, ProgressFn progress)
    : problem_(problem), beside_(beside), work_(work), progress_(std::move(progress)) {}

int Model::cost_of(std::size_t node, int centre, const Homes* homes) const {
    int cost = problem_.cost[node][at(centre)];
    for (std::size_t q = 0; homes != nullptr && q < homes->size(); ++q) {
        const int group = problem_.groupings[q].group[node];
        const int home = group < 0 ? -1 : (*homes)[q][at(group)];
        if (home >= 0 && home != centre) cost += problem_.groupings[q].cost[node];
    }
    return cost;
}

void Model::places(const std::vector<std::vector<bool>>& may, const Homes* homes, Columns& columns) const {
    const std::size_t nodes = problem_.nodes.size();
    for (std::size_t j = 0; j < nodes; ++j) {
        if (may[j][j]) columns.centres.push_back(static_cast<int>(j));
    }
    columns.choose = static_cast<int>(columns.centres.size()) > problem_.parts;
    columns.of.assign(nodes, std::vector<int>(columns.centres.size(), -1));
    for (std::size_t i = 0; i < nodes; ++i) {
        std::vector<MilpTerm> somewhere;
        for (std::size_t c = 0; c < columns.centres.size(); ++c) {
            const int centre = columns.centres[c];
            const bool self = centre == static_cast<int>(i);
            const bool is_centre = !columns.choose && may[i][i];
            if (!may[i][at(centre)] || (is_centre && !self)) continue;
            columns.of[i][c] = columns.add(-cost_of(i, centre, homes), is_centre ? 1.0 : 0.0, 1.0, true);
            somewhere.push_back({columns.of[i][c], 1.0});
        }
        columns.row(std::move(somewhere), 1.0, 1.0);
    }
    if (!columns.choose) return;
    std::vector<MilpTerm> chosen;
    for (std::size_t c = 0; c < columns.centres.size(); ++c) {
        chosen.push_back({columns.own(c), 1.0});
        for (std::size_t i = 0; i < nodes; ++i) {
            if (columns.of[i][c] >= 0 && columns.of[i][c] != columns.own(c))
                columns.row({{columns.of[i][c], 1.0}, {columns.own(c), -1.0}}, -kNone, 0.0);
        }
    }
    columns.row(std::move(chosen), problem_.parts, problem_.parts);
}

void Model::sizes(Columns& columns) const {
    for (std::size_t c = 0; c < columns.centres.size(); ++c) {
        std::vector<MilpTerm> size;
        const bool counts = problem_.nodes[at(columns.centres[c])].counts;
        for (std::size_t i = 0; i < problem_.nodes.size(); ++i) {
            const int column = columns.of[i][c];
            if (column >= 0 && column != columns.own(c) && problem_.nodes[i].counts)
                size.push_back({column, 1.0});
        }
        const double own = counts ? 1.0 : 0.0;
        std::vector<MilpTerm> least = size;
        least.push_back({columns.own(c), own - problem_.at_least});
        size.push_back({columns.own(c), own - problem_.at_most});
        columns.row(std::move(least), 0.0, kNone);
        columns.row(std::move(size), -kNone, 0.0);
    }
}

// Which centre is the home of each group, and which nodes are not there.
void Model::grouping(const DistrictGrouping& grouping, Columns& columns) const {
    std::map<int, std::vector<int>> groups;
    for (std::size_t i = 0; i < grouping.group.size(); ++i) {
        if (grouping.group[i] >= 0 && grouping.cost[i] > 0)
            groups[grouping.group[i]].push_back(static_cast<int>(i));
    }
    std::vector<std::vector<MilpTerm>> homes_at(columns.centres.size());
    for (const auto& [group, nodes] : groups) {
        if (nodes.size() == 1 && !grouping.one_each) continue;  // at home wherever it is
        std::vector<MilpTerm> somewhere;
        for (std::size_t c = 0; c < columns.centres.size(); ++c) {
            const int home = columns.add(0.0, 0.0, 1.0, true);
            somewhere.push_back({home, 1.0});
            homes_at[c].push_back({home, 1.0});
            for (const int node : nodes) {
                if (columns.of[at(node)][c] < 0) continue;
                const int apart = columns.add(-grouping.cost[at(node)], 0.0, 1.0, false);
                columns.row({{columns.of[at(node)][c], 1.0}, {home, -1.0}, {apart, -1.0}}, -kNone, 0.0);
            }
        }
        columns.row(std::move(somewhere), 1.0, 1.0);
    }
    for (std::size_t c = 0; c < columns.centres.size() && grouping.one_each; ++c) {
        homes_at[c].push_back({columns.own(c), -1.0});
        columns.row(std::move(homes_at[c]), -kNone, 0.0);
    }
}

void Model::cuts(Columns& columns) const {
    for (std::size_t c = 0; c < columns.centres.size(); ++c) {
        const auto found = cuts_.find(columns.centres[c]);
        if (found == cuts_.end()) continue;
        for (const Cut& cut : found->second) {
            const int column = columns.of[at(cut.node)][c];
            if (column < 0) continue;
            std::vector<MilpTerm> terms{{column, 1.0}};
            for (const int node : cut.between) {
                if (columns.of[at(node)][c] >= 0) terms.push_back({columns.of[at(node)][c], -1.0});
            }
            columns.row(std::move(terms), -kNone, 0.0);
        }
    }
}

// The nodes next to the piece that can be reached from the centre without passing another such node.
std::vector<int> Model::between(const std::vector<int>& piece, int centre) const {
    std::vector<bool> outside(beside_.size(), true), next_to(beside_.size());
    for (const int node : piece)
        outside[at(node)] = false;
    for (const int node : piece) {
        for (const int next : beside_[at(node)])
            next_to[at(next)] = outside[at(next)];
    }
    if (next_to[at(centre)]) return {centre};
    std::vector<bool> open = outside;
    for (std::size_t i = 0; i < open.size(); ++i)
        open[i] = open[i] && !next_to[i];
    std::vector<int> nodes;
    for (const int node : reached(beside_, centre, open)) {
        for (const int next : beside_[at(node)]) {
            if (next_to[at(next)]) nodes.push_back(next);
        }
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

// Adds cuts for the nodes that are cut off from their centres; whether there are any.
bool Model::cut_off(const Parts& part, const std::vector<int>& centre) {
    bool any = false;
    for (std::size_t p = 0; p < centre.size(); ++p) {
        for (const auto& piece : loose_pieces(beside_, part, static_cast<int>(p), centre[p])) {
            const std::vector<int> nodes = between(piece, centre[p]);
            for (const int node : piece)
                cuts_[centre[p]].push_back({node, centre[p], nodes});
            any = true;
        }
    }
    return any;
}

ModelAnswer Model::solve(const std::vector<std::vector<bool>>& may, const Homes* homes) {
    Columns columns;
    places(may, homes, columns);
    sizes(columns);
    for (const DistrictGrouping& one : problem_.groupings) {
        if (homes == nullptr) grouping(one, columns);
    }
    const auto width = static_cast<std::int64_t>(columns.milp.columns.size());
    const std::size_t rows = columns.milp.rows.size();
    ModelAnswer answer;
    for (int round = 0; round < kMostRounds; ++round) {
        columns.milp.rows.resize(rows);
        cuts(columns);
        const MilpResult found =
            solve_milp(columns.milp, {std::max(kLeastNodes, work_ / width), 0.0, progress_});
        work_ -= found.nodes * width;
        answer.status = found.status;
        if (found.status == MilpStatus::infeasible) return answer;
        // A cost is whole; what the solver says of it is off by rounding.
        if (std::isfinite(found.upper_bound)) {
            const double least = -found.upper_bound;
            const auto bound = static_cast<std::int64_t>(std::ceil(least - 1e-6 * (1.0 + std::abs(least))));
            answer.lower_bound = std::max(answer.lower_bound, bound);
        }
        if (found.values.empty()) return answer;
        std::vector<int> number(columns.centres.size(), -1);
        answer.centre.clear();
        for (std::size_t c = 0; c < columns.centres.size(); ++c) {
            if (found.values[at(columns.own(c))] < 0.5) continue;
            number[c] = static_cast<int>(answer.centre.size());
            answer.centre.push_back(columns.centres[c]);
        }
        Parts part(problem_.nodes.size(), -1);
        for (std::size_t i = 0; i < part.size(); ++i) {
            for (std::size_t c = 0; c < columns.centres.size(); ++c) {
                if (columns.of[i][c] >= 0 && found.values[at(columns.of[i][c])] > 0.5) part[i] = number[c];
            }
        }
        if (!cut_off(part, answer.centre)) {
            answer.part = std::move(part);
            return answer;
        }
    }
    answer.status = MilpStatus::unknown;
    return answer;
}

}  // namespace m150::inline v0::districts
