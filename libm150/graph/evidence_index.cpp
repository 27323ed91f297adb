#include "libm150/graph/evidence_index.hpp"

#include <algorithm>
#include <cmath>

#include "libm150/graph/decay.hpp"

namespace m150::inline v0::graph {
namespace {

double weigh(const Evidence& evidence, const ExpertiseOptions& options) {
    const double weight = options.weights[static_cast<std::size_t>(evidence.kind)] * evidence.amount *
                          decay(evidence.date, options) *
                          (evidence.predecessor.empty() ? 1.0 : options.inherited);
    return speaks_against(evidence.kind) ? -weight : weight;
}

// A piece with what it is sorted by, so that sorting seldom has to look at the evidence itself.
struct Sortable {
    Piece piece;
    int topic = 0;
    bool demand = false;
};

// The order within a municipality. It is total but for pieces that are alike in all that is ever shown of
// them, so sums and reasons do not depend on the order in which evidence was given.
struct Before {
    const std::vector<Evidence>& evidence;

    bool operator()(const Sortable& left, const Sortable& right) const {
        if (left.topic != right.topic) return left.topic < right.topic;
        if (left.demand != right.demand) return right.demand;
        const double left_weight = std::abs(left.piece.weight);
        const double right_weight = std::abs(right.piece.weight);
        if (left_weight != right_weight) return left_weight > right_weight;
        const Evidence& a = evidence[left.piece.row];
        const Evidence& b = evidence[right.piece.row];
        if (a.date != b.date) return a.date > b.date;
        if (a.kind != b.kind) return a.kind < b.kind;
        if (a.record != b.record) return a.record < b.record;
        return a.predecessor < b.predecessor;
    }
};

// All evidence by municipality; begin[m] is where that of municipality m begins. A counting sort.
std::vector<Sortable> by_municipality(const GraphInput& input, const ExpertiseOptions& options,
                                      std::vector<std::size_t>& begin) {
    begin.assign(static_cast<std::size_t>(input.municipalities) + 1, 0);
    for (const Evidence& evidence : input.evidence)
        ++begin[static_cast<std::size_t>(evidence.municipality) + 1];
    for (std::size_t m = 1; m < begin.size(); ++m)
        begin[m] += begin[m - 1];
    std::vector<std::size_t> next = begin;
    std::vector<Sortable> sorted(input.evidence.size());
    for (std::size_t row = 0; row < input.evidence.size(); ++row) {
        const Evidence& evidence = input.evidence[row];
        sorted[next[static_cast<std::size_t>(evidence.municipality)]++] = {
            {weigh(evidence, options), row}, evidence.topic, shows_demand(evidence.kind)};
    }
    return sorted;
}

// Joins what [i, last) begins with: all evidence about the topic of its first piece.
Cell next_cell(const std::vector<Sortable>& sorted, std::size_t i, std::size_t last) {
    Cell cell;
    cell.topic = sorted[i].topic;
    cell.first = i;
    const auto here = [&](bool demand) {
        return i < last && sorted[i].topic == cell.topic && sorted[i].demand == demand;
    };
    for (; here(false); ++i)
        cell.knows += sorted[i].piece.weight;
    cell.knows = std::max(0.0, cell.knows);
    cell.middle = i;
    for (; here(true); ++i)
        cell.asks += sorted[i].piece.weight;
    cell.last = i;
    return cell;
}

}  // namespace

EvidenceIndex::EvidenceIndex(const GraphInput& input, const ExpertiseOptions& options) {
    std::vector<std::size_t> begin;
    std::vector<Sortable> sorted = by_municipality(input, options, begin);
    first_cell_.reserve(begin.size());
    for (std::size_t m = 0; m + 1 < begin.size(); ++m) {
        std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(begin[m]),
                  sorted.begin() + static_cast<std::ptrdiff_t>(begin[m + 1]), Before{input.evidence});
        first_cell_.push_back(cells_.size());
        for (std::size_t i = begin[m]; i < begin[m + 1]; i = cells_.back().last) {
            cells_.push_back(next_cell(sorted, i, begin[m + 1]));
        }
    }
    first_cell_.push_back(cells_.size());
    pieces_.reserve(sorted.size());
    for (const Sortable& entry : sorted)
        pieces_.push_back(entry.piece);
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
