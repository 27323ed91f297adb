// What a Snapshot holds. Internal to this floor.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "libm150/knowledge/catalog.hpp"
#include "libm150/knowledge/embeddings.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/knowledge/understanding.hpp"
#include "libm150/knowledge/visibility.hpp"

namespace m150::inline v0 {

// What a snapshot is made from; the same for all snapshots of one revision.
struct SnapshotSource {
    std::shared_ptr<const Catalog> catalog;
    SearchView view;
    std::shared_ptr<const Analyzer> analyzer;
    KnowledgeBaseOptions options;
    std::shared_ptr<WordCache> words;
    std::shared_ptr<const SemanticSpace> space;    // null: there is none
    EmbeddingModel model;                          // of given vectors
    std::shared_ptr<const TextEmbedder> embedder;  // places questions; null: there is none
};

template <class Record>
using Visible = std::vector<const Record*>;

struct Snapshot::State {
    State(SnapshotSource from, const SnapshotOptions& options);

    bool sees_question(const PairHead& pair) const {
        return pair.question.date <= today && eyes.sees(pair.question);
    }
    bool sees_answer(const PairHead& pair, const AnswerHead& answer) const {  // of a question that is seen
        return answer.date <= today && eyes.sees_answer(answer, pair.question.audience);
    }
    const SearchView& view() const;  // of the documents that are seen, and of no others

    SnapshotSource source;
    SnapshotOptions options;
    Date today;
    Eyes eyes;
    std::tuple<Visible<Municipality>, Visible<Network>, Visible<Organisation>, Visible<Topic>,
               Visible<VocabularyEntry>, Visible<InventoryResponse>, Visible<NewsItem>, Visible<Meeting>,
               Visible<Speaker>, Visible<Contact>, Visible<WorkingGroup>, Visible<Outcome>, Visible<Pause>>
        visible;
    std::vector<const Municipality*> nodes;           // municipalities by number: those that exist today
    std::map<std::string, int, std::less<>> node_of;  // id -> number; merged ones have their successor's
    std::map<std::string, int, std::less<>> topic_number;

    const SearchView& speakers() const;
    const Thesaurus& topics() const;
    const Vocabulary& vocabulary() const;
    const Speller& speller() const;

    mutable std::once_flag view_once, speakers_once, graph_once, thesaurus_once, activity_once, alike_once,
        heard_once;
    mutable SearchView seen_view, speaker_view;
    mutable ExpertiseGraph graph;
    mutable std::vector<Activity> activities;       // by number
    mutable std::vector<std::vector<int>> alike;    // by number
    mutable std::vector<std::vector<char>> heard;   // as gather_heard says
    std::vector<std::vector<const Pause*>> pauses;  // by number: those that hold today, seen or not
    mutable Thesaurus thesaurus;
    mutable std::once_flag vocabulary_once, speller_once;
    mutable std::shared_ptr<const Vocabulary> vocabulary_made;
    mutable std::shared_ptr<const Speller> speller_made;
};

template <class Record>
const Record* find_in(const Visible<Record>& records, const Id<Record>& id) {
    const auto at =
        std::lower_bound(records.begin(), records.end(), id,
                         [](const Record* record, const Id<Record>& key) { return record->id < key; });
    return at != records.end() && (*at)->id == id ? *at : nullptr;
}

// Throws InvalidInput that names the nearest code among those known.
[[noreturn]] void unknown_municipality(const Id<Municipality>& id, const Visible<Municipality>& known);

// What to do about an index that does not go with the records.
inline constexpr const char* rebuild_advice = "make the index anew (rebuild_index, or `m150 rebuild`)";

// The pair that the index keeps under `key`. Throws StoreError when it keeps none: then it is no index of
// these records.
Pair kept_pair(const SearchView& view, const std::string& key);

// The graph's input from what the snapshot may see.
GraphInput gather_evidence(const Snapshot::State& state);
// By number; one for each of the nodes.
std::vector<Activity> gather_activity(const Snapshot::State& state);
// Snapshot::is_heard_of: for each municipality 0 or 1 for each topic, and last for anything, by number.
std::vector<std::vector<char>> gather_heard(const Snapshot::State& state);
// Snapshot::most_alike, by number.
std::vector<std::vector<int>> find_most_alike(const Snapshot::State& state);

// The municipality that `id` became by `day`, following successors; nullptr when it is unknown, not there
// yet, or gone without one.
const Municipality* living_on(const std::vector<const Municipality*>& municipalities,
                              const Id<Municipality>& id, Date day);
// The same; throws InvalidInput that says why there is none.
const Municipality& heir_of(const Visible<Municipality>& known, const Id<Municipality>& id, Date day);

// The eyes of a municipality that exists on the day.
Eyes eyes_of(const Catalog& catalog, const Municipality& viewer, Date day);

// What must change in the index for it to be that of a base that holds nothing but what the state sees: the
// keys to hide, and what to show in their place where a question was seen then but not yet all of its
// answers.
struct IndexChanges {
    std::vector<std::string> hidden;
    std::vector<IndexDocument> added;
};
IndexChanges hide_the_unseen(const Snapshot::State& state);
std::vector<IndexDocument> speaker_documents(const Snapshot::State& state);

}  // namespace m150::inline v0
