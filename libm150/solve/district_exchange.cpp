#include "libm150/solve/district_exchange.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace m150::inline v0::districts {

namespace {

struct Move {
    int from = 0;
    int to = 0;
    int size = 0;  // of the nodes that count
    std::int64_t more = 0;
    std::vector<int> nodes;
};

class Exchange {
  public:
    Exchange(const DistrictProblem& problem, const Neighbours& beside, const Centres& centres, Plan plan)
        : p_(problem), beside_(beside), centres_(centres), plan_(std::move(plan)) {}

    Plan run() {
        while (std::optional<Plan> next = better())
            plan_ = *std::move(next);
        return std::move(plan_);
    }

  private:
    // Of each node beside another part but the centres, by what it costs more.
    std::vector<Move> moves() const {
        std::vector<Move> moves;
        for (std::size_t i = 0; i < plan_.part.size(); ++i) {
            const int from = plan_.part[i];
            const int centre = plan_.judged.centre[at(from)];
            if (centre == static_cast<int>(i)) continue;
            std::set<int> around;
            for (const int j : beside_[i])
                around.insert(plan_.part[at(j)]);
            around.erase(from);
            if (around.empty()) continue;
            Parts without = plan_.part;
            without[i] = -1;
            std::vector<int> nodes{static_cast<int>(i)};
            for (const auto& piece : loose_pieces(beside_, without, from, centre))
                nodes.insert(nodes.end(), piece.begin(), piece.end());
            for (const int to : around)
                moves.push_back(move_of(nodes, from, to));
        }
        std::stable_sort(moves.begin(), moves.end(),
                         [](const Move& a, const Move& b) { return a.more < b.more; });
        return moves;
    }
    Move move_of(const std::vector<int>& nodes, int from, int to) const {
        Move move{from, to, 0, 0, nodes};
        for (const int node : nodes) {
            move.size += p_.nodes[at(node)].counts ? 1 : 0;
            move.more += cost(node, to) - cost(node, from);
        }
        return move;
    }
    std::int64_t cost(int node, int part) const {
        return centres_.cost_in(at(node), plan_.judged.centre[at(part)], part, plan_.judged.home);
    }

    std::optional<Plan> better() const {
        const std::vector<Move> all = moves();
        std::vector<int> size(at(p_.parts));
        for (std::size_t i = 0; i < plan_.part.size(); ++i)
            size[at(plan_.part[i])] += p_.nodes[i].counts ? 1 : 0;
        const auto fits = [&](int part, int more) {
            return size[at(part)] + more >= p_.at_least && size[at(part)] + more <= p_.at_most;
        };
        for (const Move& one : all) {
            if (one.more >= 0) break;
            if (fits(one.from, -one.size) && fits(one.to, one.size)) return applied({&one});
        }
        for (std::size_t a = 0; a < all.size(); ++a) {
            for (std::size_t b = a + 1; b < all.size(); ++b) {
                const Move& one = all[a];
                const Move& two = all[b];
                if (one.more + two.more >= 0) break;
                if (one.from != two.to || one.to != two.from) continue;
                if (!fits(one.from, two.size - one.size) || !fits(one.to, one.size - two.size)) continue;
                std::optional<Plan> next = applied({&one, &two});
                if (next) return next;
            }
        }
        return std::nullopt;
    }

    // Absent when parts then no longer hang together, or when it is not cheaper after all.
    std::optional<Plan> applied(const std::vector<const Move*>& moves) const {
        Parts part = plan_.part;
        for (const Move* move : moves) {
            for (const int node : move->nodes)
                part[at(node)] = move->to;
        }
        for (const Move* move : moves) {
            const int centre = plan_.judged.centre[at(move->from)];
            if (!loose_pieces(beside_, part, move->from, centre).empty()) return std::nullopt;
        }
        Plan next = plan_of(p_, std::move(part));
        if (next.judged.cost >= plan_.judged.cost) return std::nullopt;
        return next;
    }

    const DistrictProblem& p_;
    const Neighbours& beside_;
    const Centres& centres_;
    Plan plan_;
};

}  // namespace

Plan exchanged(const DistrictProblem& problem, const Neighbours& beside, const Centres& centres, Plan plan) {
    return Exchange(problem, beside, centres, std::move(plan)).run();
}

}  // namespace m150::inline v0::districts
