// Who knows what: dated evidence about municipalities and topics, summed with decay, spread over related topics.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"

namespace m150::inline v0 {

// What somebody did or said. The first five show expertise; asked and needs show demand, and never count as expertise.
enum class EvidenceKind { answered, accepted, presented, offers, working_group, asked, needs };
inline constexpr int evidence_kinds = 7;
M150_EXPORT std::string_view name_of(EvidenceKind kind);  // "answered", ...
constexpr bool shows_demand(EvidenceKind kind) { return kind == EvidenceKind::asked || kind == EvidenceKind::needs; }

// Municipalities and topics are numbered 0.. in ascending order of their ids by whoever builds the graph.
struct Evidence {
    EvidenceKind kind = EvidenceKind::answered;
    int municipality = 0;
    int topic = 0;
    Date date;
    double amount = 1.0;     // 0..1: strength within its kind (an offer of 2 out of 3 is 0.67; an answer on two topics is 0.5 for each)
    std::string record;      // id of the record that shows it
};

struct TopicRelation {
    int a = 0;
    int b = 0;
    bool broader = false;    // b is broader than a; false: related
};

// Two municipalities that know each other: a contact, a shared working group, a border.
struct Tie {
    enum class Kind { contact, working_group, border };
    Kind kind = Kind::contact;
    int a = 0;
    int b = 0;
    Date date;
    double amount = 1.0;     // 0..1
    std::string record;
};

struct ExpertiseOptions {
    Date today;                        // evidence is aged against this day; later evidence is refused
    double half_life_days = 730.0;     // after which evidence counts for half; staff leave. 180 to 1500 are sensible
    // Weight of one piece of fresh evidence, by EvidenceKind.
    std::vector<double> weights{1.0, 2.0, 2.0, 1.5, 1.5, 1.0, 1.5};
    double related_share = 0.3;        // of a topic's expertise that counts for a related topic
    double broader_share = 0.2;        // for a broader or narrower one
    double restart = 0.15;             // of the personalised PageRank
    double tie_weight = 0.2;           // of a fresh tie between municipalities, relative to expertise 1
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
    bool is_topic = false;   // the node this step arrives at
    int node = 0;
    Kind kind = Kind::knows; // the edge that was taken
    double weight = 0.0;     // its strength, 0..1
};
struct Path {
    double strength = 0.0;   // product of the steps' weights, 0..1
    std::vector<PathStep> steps;
};

struct TopicWeight { int topic = 0; double weight = 0.0; };

// Immutable; may be used from any number of threads.
class M150_EXPORT ExpertiseGraph {
  public:
    ExpertiseGraph();
    // Throws InvalidInput on indices out of range, weights that are negative or not finite, a half-life or restart out
    // of range, and evidence dated after `today`.
    ExpertiseGraph(GraphInput input, const ExpertiseOptions& options);

    const ExpertiseOptions& options() const noexcept;
    int municipalities() const noexcept;
    int topics() const noexcept;

    // Decayed, saturating sum of the direct evidence: x / (1 + x) of the weighted sum x, so 0..1.
    double expertise(int municipality, int topic) const;
    double demand(int municipality, int topic) const;
    // expertise() of the topic and of related and broader ones, discounted; the reasons (one a topic, parts: one a piece of evidence, code =
    // name_of(kind), values record and date) add up to the score. At most `most` pieces are listed, the rest in one reason "other".
    double spread_expertise(int municipality, int topic) const;
    std::vector<Reason> expertise_reasons(int municipality, int topic, std::size_t most = 5) const;
    std::vector<Reason> demand_reasons(int municipality, int topic, std::size_t most = 5) const;

    // Personalised PageRank from the topics, restarted there in proportion to their weights (at least one positive): the share of time that a random
    // walk over expertise, topic relations and ties spends at each municipality. Length municipalities(); Page et al. 1999,
    // Haveliwala 2002; solved to 1e-13 in the 1-norm. Dangling nodes restart.
    std::vector<double> pagerank(const std::vector<TopicWeight>& seeds) const;

    // The strongest simple paths between two municipalities, strongest first (Yen 1971 over -log weight), at most `most`.
    std::vector<Path> strongest_paths(int from, int to, std::size_t most = 3) const;

  private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace m150::inline v0
