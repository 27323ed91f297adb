// Who knows what: dated evidence about municipalities and topics, summed with decay, spread over related
// topics. The model and its formulas, with their sources, are in docs/expertise.md.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"

namespace m150::inline v0 {

// What somebody did or said. Those before `declined` show expertise; who declined to help on a topic has less
// of it; asked and needs show demand, and never count as expertise.
enum class EvidenceKind {
    answered,
    accepted,
    presented,
    offers,
    working_group,
    helped,    // a question that was answered by it, or passed on to it, was helped by that
    thanked,   // a contact with it was helpful
    declined,  // was asked for help, and could not or would not give it
    asked,
    needs
};
inline constexpr int evidence_kinds = 10;
M150_EXPORT std::string_view name_of(EvidenceKind kind);  // "answered", ..., "working_group", ..., "needs"
constexpr bool shows_demand(EvidenceKind kind) {
    return kind == EvidenceKind::asked || kind == EvidenceKind::needs;
}
constexpr bool speaks_against(EvidenceKind kind) {
    return kind == EvidenceKind::declined;
}

// Municipalities and topics are numbered 0.. in ascending order of their ids by whoever builds the graph.
struct Evidence {
    EvidenceKind kind = EvidenceKind::answered;
    int municipality = 0;
    int topic = 0;
    Date date;
    // 0..1: strength within its kind (an offer of 2 out of 3 is 0.67; an answer on two topics is 0.5 for
    // each).
    double amount = 1.0;
    std::string record;  // id of the record that shows it
    // Who did or said it, when that municipality has merged into this one: its id. Empty: this one itself.
    std::string predecessor = {};
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

// A relation of a topic with itself says nothing and is passed over. Of several between the same two topics,
// the one with the largest share counts.
struct TopicRelation {
    int a = 0;
    int b = 0;
    bool broader = false;  // b is broader than a; false: related
    friend bool operator==(const TopicRelation&, const TopicRelation&) = default;
};

// Two municipalities that know each other: a contact, a shared working group, a border. A tie of a
// municipality with itself (what is left of a contact when both have merged into one) is passed over.
struct Tie {
    enum class Kind { contact, working_group, border };
    Kind kind = Kind::contact;
    int a = 0;
    int b = 0;
    Date date;            // not looked at for a border, which does not fade
    double amount = 1.0;  // 0..1
    std::string record;
    friend bool operator==(const Tie&, const Tie&) = default;
};

struct ExpertiseOptions {
    // Evidence and ties are aged against this day; later ones are refused.
    Date today;
    // Days after which evidence counts for half: staff leave. At least 1; 180 to 1500 are sensible.
    double half_life_days = 730.0;
    // Weight of one piece of fresh evidence of amount 1, by EvidenceKind; 0 to 1000 each; that of `declined`
    // is taken off. A municipality whose evidence weighs 1 has an expertise of one half.
    std::vector<double> weights{1.0, 2.0, 2.0, 1.5, 1.5, 2.0, 1.5, 1.0, 1.0, 1.5};
    // Part of the expertise on a topic that counts for a related one, 0..1. 0 keeps topics apart.
    double related_share = 0.3;
    // The same for a broader or a narrower topic, 0..1.
    double broader_share = 0.2;
    // Chance that the random walk of pagerank() starts afresh at each step, 0.01 to 1. Smaller values look
    // further.
    double restart = 0.15;
    // Strength of a fresh tie of amount 1, relative to an expertise of 1; 0..1. 0 leaves ties out.
    double tie_weight = 0.2;
    // Part of the weight of what a predecessor did or said that counts for the municipality it merged into,
    // 0..1. Its people and its practice largely go over, and some leave or change their work at a merger.
    double inherited = 0.7;

    friend bool operator==(const ExpertiseOptions&, const ExpertiseOptions&) = default;
};

struct GraphInput {
    int municipalities = 0;
    int topics = 0;
    std::vector<Evidence> evidence;
    std::vector<TopicRelation> relations;
    std::vector<Tie> ties;
};

struct PathStep {
    enum class Kind { knows, asks, related, broader, contact, working_group, border };
    bool is_topic = false;    // the node this step arrives at
    int node = 0;             // its number among the topics or the municipalities
    Kind kind = Kind::knows;  // the edge that was taken; knows and asks are gone in both directions
    double weight = 0.0;      // its strength, 0..1
};
struct Path {
    double strength = 0.0;  // product of the steps' weights, 0..1
    std::vector<PathStep> steps;
};

struct TopicWeight {
    int topic = 0;
    double weight = 0.0;
};

// What the evidence says on one day. Copies share their contents. Immutable; may be used from any number of
// threads. The order in which evidence, relations and ties were given makes no difference to any result, to
// the last bit.
//
// Numbers of municipalities and topics that are out of range throw InvalidInput, in every method.
class M150_EXPORT ExpertiseGraph {
  public:
    ExpertiseGraph();  // of no municipalities and no topics
    // Throws InvalidInput on numbers out of range, amounts that are not in 0..1, evidence and ties dated
    // after `today`, and options out of the ranges given there. Lists up to 100 of the problems.
    ExpertiseGraph(GraphInput input, const ExpertiseOptions& options);

    const ExpertiseOptions& options() const noexcept;
    int municipalities() const noexcept;
    int topics() const noexcept;

    // x / (1 + x), with x the sum over the direct evidence of weight * amount * 2^(-age / half-life), times
    // `inherited` for what a predecessor did; that of `declined` taken off, and 0 at least. 0 up to 1.
    double expertise(int municipality, int topic) const;
    // The same over what was asked and is needed.
    double demand(int municipality, int topic) const;
    // expertise() of the topic, and of the topics one relation away for their share:
    // 1 - (1 - e) * product of (1 - share_i * e_i). Never less than expertise(), and 0 up to 1.
    double spread_expertise(int municipality, int topic) const;

    // Why spread_expertise() is what it is; adds up to it. One reason for each topic that contributes: the
    // topic itself first ("knows", with the share expertise()), then the others by descending share
    // ("knows-related", "knows-broader", "knows-narrower": that other topic is broader, narrower); value
    // "topic" is its number. Parts: one for each piece of evidence (code name_of(kind), values "record" and
    // "date", and "predecessor" when it was one's), strongest first; a share that speaks against it is
    // negative. At most `most` pieces are listed over all topics together; a topic's remaining ones are in
    // one part "other" with value "count".
    std::vector<Reason> expertise_reasons(int municipality, int topic, std::size_t most = 5) const;
    // Why demand() is what it is; adds up to it. None, or one reason "asks" with parts as above.
    std::vector<Reason> demand_reasons(int municipality, int topic, std::size_t most = 5) const;

    // Personalised PageRank (Page et al. 1999, Haveliwala 2002): the share of its time that a random walk
    // over expertise, topic relations and ties spends at each municipality when it restarts at the topics in
    // proportion to their weights. Where nothing leads on it restarts. Length municipalities(); what is
    // missing to 1 was spent at topics. Solved directly, to 1e-13 in the 1-norm; the first call prepares what
    // the others use (a few ms). Throws InvalidInput unless the weights are finite, none is negative and at
    // least one is positive.
    std::vector<double> pagerank(const std::vector<TopicWeight>& seeds) const;
    // Where that walk came from when it was at the municipality: adds up to its share of time there. A reason
    // for each step that leads there, by descending share, then topics before municipalities, by number:
    // "walk-knows" (value "topic": its number) from a topic that it knows about, "walk-contact",
    // "walk-working_group" and "walk-border" (value "municipality": its number) from one that it is tied to.
    // Those that bring less than `least` of the time are told together, last ("other", value "count").
    std::vector<Reason> pagerank_reasons(const std::vector<TopicWeight>& seeds, int municipality,
                                         double least = 0.0) const;

    // The strongest paths between two municipalities that visit nothing twice, strongest first, at most
    // `most` (Yen 1971, Lawler 1972). Strengths are compared to about a part in 10^9; of equal ones the path
    // of fewer steps goes first, then the one with the smaller numbers, municipalities before topics. None
    // when `from` is `to` or nothing leads there. Meant for a handful: each next one takes a few searches of
    // the graph.
    std::vector<Path> strongest_paths(int from, int to, std::size_t most = 3) const;

  private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace m150::inline v0
