#include "libm150/solve/district_sweep.hpp"

#include <algorithm>
#include <utility>

namespace m150::inline v0::districts {

namespace {

class Sweeper {
  public:
    Sweeper(const DistrictProblem& problem, const Neighbours& beside, const std::vector<int>& nodes, int from,
            int to, const std::vector<std::int64_t>& more)
        : p_(problem),
          beside_(beside),
          nodes_(nodes),
          more_(more),
          from_(from),
          to_(to),
          side_(problem.nodes.size()) {
        for (const int node : nodes)
            side_[at(node)] = Side::other;
        found_.resize(side_.size());
    }

    Sweep run(int most) {
        take(from_);
        cut_off();
        while (size_ <= most) {
            sweep_.stops.push_back({sweep_.order.size(), size_, cost_});
            const int next = cheapest(most - size_);
            if (next < 0) break;
            take(next);
            cut_off();
        }
        return std::move(sweep_);
    }

  private:
    enum class Side { none, first, other };

    // What hangs on something: how many nodes, how many of them count, and what they cost more.
    struct Load {
        int nodes = 0;
        int size = 0;
        std::int64_t more = 0;
        void add(const Load& other) {
            nodes += other.nodes;
            size += other.size;
            more += other.more;
        }
    };
    // Of depth-first search from `to`.
    struct Found {
        int number = -1;
        int low = 0;  // the lowest number reached from what is below
        int parent = -1;
        Load below;  // the node with all below it
        Load off;    // the node with what it cuts off from `to`
    };

    Load load_of(int node) const { return {1, p_.nodes[at(node)].counts ? 1 : 0, more_[at(node)]}; }

    void take(int node) {
        side_[at(node)] = Side::first;
        sweep_.order.push_back(node);
        size_ += load_of(node).size;
        cost_ += more_[at(node)];
    }

    // Depth-first search through the other part (Hopcroft and Tarjan 1973): what each node cuts off.
    void search() {
        for (const int node : visited_)
            found_[at(node)].number = -1;
        visited_.clear();
        stack_.clear();
        enter(to_, -1);
        while (!stack_.empty()) {
            auto& [node, next] = stack_.back();
            const std::vector<int>& around = beside_[at(node)];
            if (next == around.size()) {
                leave(node);
                stack_.pop_back();
                continue;
            }
            const int other = around[next++];
            if (side_[at(other)] != Side::other) continue;
            if (found_[at(other)].number < 0)
                enter(other, node);
            else if (other != found_[at(node)].parent)
                found_[at(node)].low = std::min(found_[at(node)].low, found_[at(other)].number);
        }
    }
    void enter(int node, int parent) {
        const int number = static_cast<int>(visited_.size());
        found_[at(node)] = {number, number, parent, load_of(node), load_of(node)};
        visited_.push_back(node);
        stack_.emplace_back(node, 0);
    }
    void leave(int node) {
        const Found& mine = found_[at(node)];
        if (mine.parent < 0) return;
        Found& parent = found_[at(mine.parent)];
        parent.low = std::min(parent.low, mine.low);
        parent.below.add(mine.below);
        if (mine.low >= parent.number) parent.off.add(mine.below);
    }

    // The node beside the first part that costs least more, a node, with what it cuts off; -1: none fits.
    int cheapest(int room) const {
        int best = -1;
        for (const int node : visited_) {
            if (node == to_ || found_[at(node)].off.size > room) continue;
            const std::vector<int>& around = beside_[at(node)];
            if (std::none_of(around.begin(), around.end(),
                             [&](int other) { return side_[at(other)] == Side::first; }))
                continue;
            if (best < 0 || before(node, best)) best = node;
        }
        return best;
    }
    bool before(int a, int b) const {
        const Load& left = found_[at(a)].off;
        const Load& right = found_[at(b)].off;
        const std::int64_t mean_a = left.more * right.nodes, mean_b = right.more * left.nodes;
        return mean_a != mean_b ? mean_a < mean_b : a < b;
    }

    // Takes what no longer hangs together with `to`; what is left has been searched.
    void cut_off() {
        search();
        for (const int node : nodes_) {
            if (side_[at(node)] == Side::other && found_[at(node)].number < 0) take(node);
        }
    }

    const DistrictProblem& p_;
    const Neighbours& beside_;
    const std::vector<int>& nodes_;
    const std::vector<std::int64_t>& more_;
    int from_, to_;
    std::vector<Side> side_;
    std::vector<Found> found_;
    std::vector<int> visited_;  // by number
    std::vector<std::pair<int, std::size_t>> stack_;
    Sweep sweep_;
    int size_ = 0;
    std::int64_t cost_ = 0;
};

}  // namespace

Sweep sweep(const DistrictProblem& problem, const Neighbours& beside, const std::vector<int>& nodes, int from,
            int to, const std::vector<std::int64_t>& more, int most) {
    return Sweeper(problem, beside, nodes, from, to, more).run(most);
}

}  // namespace m150::inline v0::districts
