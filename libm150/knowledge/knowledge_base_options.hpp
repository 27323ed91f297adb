// The one configuration: everything that can be chosen about how a knowledge base finds and ranks.
#pragma once

#include "libm150/graph/expertise.hpp"
#include "libm150/knowledge/ranking_options.hpp"
#include "libm150/search/index.hpp"
#include "libm150/search/query.hpp"
#include "libm150/search/spelling.hpp"
#include "libm150/search/thesaurus.hpp"
#include "libm150/search/vocabulary.hpp"

namespace m150::inline v0 {

// Every number in it is a parameter with a name, a range and a meaning (parameters.hpp,
// docs/configuration.md).
struct KnowledgeBaseOptions {
    IndexOptions index;  // what is stored of each word, and BM25
    ThesaurusOptions thesaurus;
    QueryOptions query;
    VocabularyOptions vocabulary;
    SpellingOptions spelling;
    RankingOptions ranking;
    KnowerOptions knowers;
    ConfidenceOptions confidence;
    VerdictOptions verdict;
    ConnectWeights connect;
    FitWeights speakers;
    ExpertiseOptions expertise;  // `today` is the snapshot's

    friend bool operator==(const KnowledgeBaseOptions&, const KnowledgeBaseOptions&) = default;
};

}  // namespace m150::inline v0
