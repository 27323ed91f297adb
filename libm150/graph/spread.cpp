#include "libm150/graph/spread.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "libm150/graph/decay.hpp"

namespace m150::inline v0::graph {
namespace {

const char* code_of(const std::optional<LinkKind>& link) {
    if (!link) return "knows";
    switch (*link) {
        case LinkKind::related:
            return "knows-related";
        case LinkKind::broader:
            return "knows-broader";
        case LinkKind::narrower:
            break;
    }
    return "knows-narrower";
}

// A reason of one topic, and the evidence that its share is divided over in proportion to the weights.
struct Topical {
    Reason reason;
    std::span<const Piece> pieces;  // strongest first, with or against
    double sum = 0.0;               // of their weights; positive
    std::size_t listed = 0;

    double share_of(double weight) const { return reason.share * (weight / sum); }
    // Of the next piece to list, as a size; 0 when all that count are listed.
    double next_size() const {
        return listed < pieces.size() ? std::abs(share_of(pieces[listed].weight)) : 0.0;
    }
};

Reason reason_of(const Evidence& evidence, double share) {
    Reason reason{std::string(name_of(evidence.kind)),
                  share,
                  {{"record", evidence.record}, {"date", evidence.date.str()}},
                  {}};
    if (!evidence.predecessor.empty()) reason.values.emplace_back("predecessor", evidence.predecessor);
    return reason;
}

// Lists the `most` pieces with the largest shares, with or against, over all topics; equal ones in the order
// of the topics.
std::vector<Reason> list_pieces(std::vector<Topical> topicals, const std::vector<Evidence>& rows,
                                std::size_t most) {
    for (std::size_t n = 0; n < most; ++n) {
        const auto best = std::max_element(
            topicals.begin(), topicals.end(),
            [](const Topical& a, const Topical& b) { return a.next_size() < b.next_size(); });
        if (best == topicals.end() || best->next_size() <= 0.0) break;
        const Piece& piece = best->pieces[best->listed];
        best->reason.parts.push_back(reason_of(rows[piece.row], best->share_of(piece.weight)));
        ++best->listed;
    }
    std::vector<Reason> reasons;
    for (Topical& topical : topicals) {
        double weight = 0.0;
        std::size_t count = 0;
        for (const Piece& piece : topical.pieces.subspan(topical.listed)) {
            weight += piece.weight;
            count += piece.weight != 0.0 ? 1 : 0;
        }
        if (count > 0) {
            topical.reason.parts.push_back(
                {"other", topical.share_of(weight), {{"count", std::to_string(count)}}, {}});
        }
        reasons.push_back(std::move(topical.reason));
    }
    add_up(reasons);
    return reasons;
}

Reason topic_reason(const char* code, double share, int topic) {
    return {code, share, {{"topic", std::to_string(topic)}}, {}};
}

}  // namespace

std::vector<TopicShare> spread(const EvidenceIndex& evidence, const TopicLinks& links, int municipality,
                               int topic) {
    const double direct = evidence.expertise(municipality, topic);
    std::vector<TopicShare> others;
    double sum = 0.0;
    double log_left = 0.0;  // ln of the product of (1 - lent), exact when faint
    for (const TopicLink& link : links.of(topic)) {
        const double lent = link.share * evidence.expertise(municipality, link.topic);
        if (lent <= 0.0) continue;
        others.push_back({link.topic, link.kind, lent});
        sum += lent;
        log_left += std::log1p(-lent);
    }
    const double added = (1.0 - direct) * -std::expm1(log_left);
    for (TopicShare& other : others)
        other.share = added * (other.share / sum);
    std::stable_sort(others.begin(), others.end(),
                     [](const TopicShare& a, const TopicShare& b) { return a.share > b.share; });
    if (direct > 0.0) others.insert(others.begin(), TopicShare{topic, std::nullopt, direct});
    return others;
}

double total_of(const std::vector<TopicShare>& shares) {
    double total = 0.0;
    for (const TopicShare& share : shares)
        total += share.share;
    return total;
}

std::vector<Reason> expertise_reasons(const EvidenceIndex& evidence, const std::vector<Evidence>& rows,
                                      const std::vector<TopicShare>& shares, int municipality,
                                      std::size_t most) {
    std::vector<Topical> topicals;
    for (const TopicShare& share : shares) {
        const Cell& cell = *evidence.find(municipality, share.topic);
        topicals.push_back({topic_reason(code_of(share.link), share.share, share.topic), evidence.knows(cell),
                            cell.knows, 0});
    }
    return list_pieces(std::move(topicals), rows, most);
}

std::vector<Reason> demand_reasons(const EvidenceIndex& evidence, const std::vector<Evidence>& rows,
                                   int municipality, int topic, std::size_t most) {
    const Cell* cell = evidence.find(municipality, topic);
    if (cell == nullptr || cell->asks <= 0.0) return {};
    return list_pieces(
        {{topic_reason("asks", saturate(cell->asks), topic), evidence.asks(*cell), cell->asks, 0}}, rows,
        most);
}

}  // namespace m150::inline v0::graph
