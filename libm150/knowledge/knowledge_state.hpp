// What a KnowledgeBase holds: the store, what is derived from it, and how the two are kept in step. Internal
// to this floor.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "libm150/knowledge/catalog.hpp"
#include "libm150/knowledge/knowledge_base.hpp"
#include "libm150/knowledge/snapshot_state.hpp"
#include "libm150/knowledge/space.hpp"

namespace m150::inline v0 {

// In the directory of a knowledge base, when options were given for it.
inline constexpr const char* configuration_file = "configuration.json";

struct KnowledgeBase::State {
    // Opens the index beside the records and brings it up to their revision.
    State(Store opened, const KnowledgeBaseOptions& given);

    // Of the open transaction: vectors are made of what was written first, then the records are committed,
    // then index and catalog follow.
    std::uint64_t commit();
    void look_for_commits();  // of the writer, when this base is read-only
    void rebuild_index(const ProgressFn& progress);
    void configure(const KnowledgeBaseOptions& wanted);
    void use_space(std::shared_ptr<const SemanticSpace> wanted);  // null: the one inside the library
    void set_embeddings(const GivenEmbeddings& given);
    void use_embedder(std::shared_ptr<const TextEmbedder> wanted, const ProgressFn& progress);
    void drop_embeddings();
    std::shared_ptr<const Snapshot::State> snapshot_state(const SnapshotOptions& options);
    void forget_snapshots() { recent.clear(); }

    // Recursive: a load's progress function may ask the base something from the same thread.
    std::recursive_mutex mutex;
    KnowledgeBaseOptions options;
    Store store;
    std::shared_ptr<const Analyzer> analyzer;
    std::shared_ptr<const SemanticSpace> held_space;  // of its own, in memory; null: none
    ChosenSpace space;
    EmbeddingModel model;  // whose vectors the store keeps
    std::shared_ptr<const TextEmbedder> embedder;
    std::optional<SearchIndex> index;
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<WordCache> words = std::make_shared<WordCache>();

  private:
    void open_index();
    std::vector<IndexDocument> documents(const Question& question) const;  // with their vectors
    std::vector<Id<Question>> all_questions() const;
    // Runs `write`, which changes vectors, in a transaction of its own, and brings index and catalog up to
    // it.
    void write_embeddings(const std::function<void()>& write);
    void follow_model();  // makes the index that another model, or none, wants
    void catch_up();      // applies to index and catalog what the store has committed since
    void index_questions(const std::vector<Id<Question>>& questions, const Catalog& before);
    SearchIndex new_index(bool on_disk) const;
    ChosenSpace find_space() const;  // held, or in the directory

    struct Recent {
        SnapshotOptions options;
        std::shared_ptr<const Snapshot::State> state;
    };
    std::deque<Recent> recent;  // snapshots of this revision, newest first, so that their graphs are shared
};

// Everything in which records, index and graph contradict each other.
std::vector<Problem> check_knowledge(const KnowledgeBase::State& state);

}  // namespace m150::inline v0
