// What a snapshot knows of words: the vocabulary and the speller of what its viewer may see. Internal to this
// floor.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "libm150/knowledge/snapshot.hpp"
#include "libm150/search/query.hpp"

namespace m150::inline v0 {

// Vocabularies and spellers made lately, so that snapshots whose words are the same share them. Any thread
// may use it.
class WordCache {
  public:
    std::shared_ptr<const Vocabulary> vocabulary(const Analyzer& analyzer, std::vector<Meaning> meanings,
                                                 const VocabularyOptions& options);
    std::shared_ptr<const Speller> speller(SpellerWords words, Language language);

  private:
    template <class From, class Made>
    struct Entry {
        From from;
        std::shared_ptr<const Made> made;
    };
    std::mutex mutex_;
    std::list<Entry<std::pair<std::vector<Meaning>, VocabularyOptions>, Vocabulary>>
        vocabularies_;  // newest first
    std::list<Entry<std::pair<SpellerWords, Language>, Speller>> spellers_;
};

// The meanings that the snapshot may know: its vocabulary entries, the library's table for the terms that
// these do not have, and the abbreviations that visible documents explain.
std::vector<Meaning> known_meanings(const Snapshot::State& state);

// Words and names that the lexicon does not have: of labels and the vocabulary, of texts, and of
// municipalities.
SpellerWords known_words(const Snapshot::State& state, const Thesaurus& thesaurus,
                         const Vocabulary& vocabulary);

// Asks the documents that the state's viewer may see.
class StateTexts final : public VisibleTexts {
  public:
    explicit StateTexts(const Snapshot::State& state) : state_(state) {}
    std::size_t holding(const std::string& stem, std::size_t most) const override;
    double fit(const Meaning& learned, const std::vector<QueryTerm>& terms) const override;

  private:
    const Snapshot::State& state_;
};

}  // namespace m150::inline v0
