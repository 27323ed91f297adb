// What a KnowledgeBase holds: the store, what is derived from it, and how the two are kept in step. Internal
// to this floor.
#pragma once

#include <deque>
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

    std::uint64_t commit();   // of the open transaction: records first, then index and catalog
    void look_for_commits();  // of the writer, when this base is read-only
    void rebuild_index(const ProgressFn& progress);
    void configure(const KnowledgeBaseOptions& wanted);
    void use_space(std::shared_ptr<const SemanticSpace> wanted);  // null: the one inside the library
    std::shared_ptr<const Snapshot::State> snapshot_state(const SnapshotOptions& options);
    void forget_snapshots() { recent.clear(); }

    // Recursive: a load's progress function may ask the base something from the same thread.
    std::recursive_mutex mutex;
    KnowledgeBaseOptions options;
    Store store;
    std::shared_ptr<const Analyzer> analyzer;
    std::shared_ptr<const SemanticSpace> held_space;  // of its own, in memory; null: none
    ChosenSpace space;
    std::optional<SearchIndex> index;
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<WordCache> words = std::make_shared<WordCache>();

  private:
    void open_index();
    void catch_up();  // applies to index and catalog what the store has committed since
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
