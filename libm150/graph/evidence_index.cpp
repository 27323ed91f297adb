#include "libm150/graph/evidence_index.hpp"

#include <algorithm>

#include "libm150/graph/decay.hpp"

namespace m150::inline v0::graph {
namespace {

Piece weigh(const Evidence& evidence, std::size_t row, const ExpertiseOptions& options) {
    const double weight = options.weights[static_cast<std::size_t>(evidence.kind)];
    return {weight * evidence.amount * decay(evidence.date, options), row};
}

// The order within a municipality. It is total but for pieces that are alike in all that is ever shown of
// them, so sums and reasons do not depend on the order in which evidence was given.
struct Before {
    const std::vector<Evidence>& evidence;

    bool operator()(const Piece& left, const Piece& right) const {
        const Evidence& a = evidence[left.row];
        const Evidence& b = evidence[right.row];
        if (a.topic != b.topic) return a.topic < b.topic;
        if (shows_demand(a.kind) != shows_demand(b.kind)) return shows_demand(b.kind);
        if (left.weight != right.weight) return left.weight > right.weight;
        if (a.date != b.date) return a.date > b.date;
        if (a.kind != b.kind) return a.kind < b.kind;
        return a.record < b.record;
    }
};

}  // namespace

EvidenceIndex::EvidenceIndex(const GraphInput& input, const ExpertiseOptions& options)
    : pieces_(input.evidence.size()) {
    const auto municipalities = static_cast<std::size_t>(input.municipalities);
    // Counting sort by municipality, then a comparison sort within each.
    std::vector<std::size_t> begin(municipalities + 1, 0);
    for (const Evidence& evidence : input.evidence)
        ++begin[static_cast<std::size_t>(evidence.municipality) + 1];
    for (std::size_t m = 0; m < municipalities; ++m)
        begin[m + 1] += begin[m];
    std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
    for (std::size_t row = 0; row < input.evidence.size(); ++row) {
        const Evidence& evidence = input.evidence[row];
        pieces_[next[static_cast<std::size_t>(evidence.municipality)]++] = weigh(evidence, row, options);
    }
    first_cell_.reserve(municipalities + 1);
    for (std::size_t m = 0; m < municipalities; ++m) {
        first_cell_.push_back(cells_.size());
        add_cells(input, begin[m], begin[m + 1]);
    }
    first_cell_.push_back(cells_.size());
}

void EvidenceIndex::add_cells(const GraphInput& input, std::size_t first, std::size_t last) {
    std::sort(pieces_.begin() + static_cast<std::ptrdiff_t>(first),
              pieces_.begin() + static_cast<std::ptrdiff_t>(last), Before{input.evidence});
    std::size_t i = first;
    while (i < last) {
        Cell cell;
        cell.topic = input.evidence[pieces_[i].row].topic;
        cell.first = i;
        const auto here = [&](bool demand) {
            if (i == last) return false;
            const Evidence& evidence = input.evidence[pieces_[i].row];
            return evidence.topic == cell.topic && shows_demand(evidence.kind) == demand;
        };
        for (; here(false); ++i)
            cell.knows += pieces_[i].weight;
        cell.middle = i;
        for (; here(true); ++i)
            cell.asks += pieces_[i].weight;
        cell.last = i;
        cells_.push_back(cell);
    }
}

std::span<const Cell> EvidenceIndex::cells_of(int municipality) const {
    const auto m = static_cast<std::size_t>(municipality);
    return std::span(cells_).subspan(first_cell_[m], first_cell_[m + 1] - first_cell_[m]);
}

const Cell* EvidenceIndex::find(int municipality, int topic) const {
    const std::span<const Cell> cells = cells_of(municipality);
    const auto found = std::lower_bound(cells.begin(), cells.end(), topic,
                                        [](const Cell& cell, int wanted) { return cell.topic < wanted; });
    return found == cells.end() || found->topic != topic ? nullptr : &*found;
}

std::span<const Piece> EvidenceIndex::knows(const Cell& cell) const {
    return std::span(pieces_).subspan(cell.first, cell.middle - cell.first);
}

std::span<const Piece> EvidenceIndex::asks(const Cell& cell) const {
    return std::span(pieces_).subspan(cell.middle, cell.last - cell.middle);
}

double EvidenceIndex::expertise(int municipality, int topic) const {
    const Cell* cell = find(municipality, topic);
    return cell == nullptr ? 0.0 : saturate(cell->knows);
}

}  // namespace m150::inline v0::graph
