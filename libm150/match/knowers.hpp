// Who knows: from what was found of each municipality to a ranking with its reasons. Internal to this floor.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/match/knower_features.hpp"

namespace m150::inline v0 {

// The topics of a question whose topics are not known: those it names, and those of the `pairs` found for it,
// best first, weighted by how similar they are. The weights add up to 1, or there are none.
std::vector<TopicWeight> topics_of(const Snapshot& now, const Query& query,
                                   const std::vector<SimilarPair>& pairs);
// The same of one whose topics are known: each counts alike.
std::vector<TopicWeight> topics_of(const std::vector<int>& known);

// Who knows, ranked: everybody with a positive score, best first, ties by id. `sure` (0..1) scales the
// scores: of a question unlike anything known less can be said. Weights are those of now.options(). A reason
// is made when it is asked for.
class KnowerRanking {
  public:
    // `now`, and what `question` refers to, must outlive it.
    KnowerRanking(const Snapshot& now, KnowerQuestion question, double sure);
    KnowerRanking(const KnowerRanking&) = delete;  // points into itself
    KnowerRanking& operator=(const KnowerRanking&) = delete;

    std::size_t size() const noexcept { return ranked_.size(); }
    int municipality(std::size_t place) const { return ranked_[place].candidate->municipality; }
    // Whether it has shown nothing, and is named for what those like it know.
    bool by_likeness(std::size_t place) const { return ranked_[place].candidate->by_likeness; }
    double score(std::size_t place) const { return ranked_[place].score; }  // knower()'s, but for rounding
    double confidence(std::size_t place) const;                             // knower()'s
    // The largest confidence of the first `limit`; 0 when there are none.
    double surest(std::size_t limit) const;
    Knower knower(std::size_t place) const;
    std::vector<Knower> first(std::size_t limit) const;  // of them, at most so many

  private:
    struct Ranked {
        const KnowerCandidate* candidate = nullptr;
        double score = 0.0;
    };
    const Snapshot& now_;
    KnowerQuestion question_;
    KnowerCandidates found_;
    KnowerValues weights_;
    double sure_ = 0.0;
    double level_ = 0.0;
    std::vector<Ranked> ranked_;
};

// How sure it is that a candidate knows, 0..1: a logistic function (ConfidenceOptions) of what there is to
// know it by and of its score.
double knows(const KnowledgeBaseOptions& options, const KnowerCandidates& found,
             const KnowerCandidate& candidate, double sure);

}  // namespace m150::inline v0
