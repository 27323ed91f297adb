#include "libm150/knowledge/knowledge_state.hpp"

#include <algorithm>
#include <utility>

#include "libm150/knowledge/documents.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/knowledge/placing.hpp"

namespace m150::inline v0 {

namespace {

// From this many new questions on, a generation of the index is written at once instead of growing the delta.
constexpr std::size_t bulk = 2000;
constexpr std::size_t snapshots_kept = 4;
// Told as the place of a space that was given by use_space().
constexpr const char* own_space = "the semantic space of this knowledge base";

// Streams the documents of every question, telling how far it is about a hundred times.
using Documents = std::function<std::vector<IndexDocument>(const Question&)>;
void stream_documents(const Store& store, const Documents& documents, const ProgressFn& progress,
                      const SearchIndex::Add& add) {
    const std::uint64_t total = store.count<Question>();
    const std::uint64_t step = std::max<std::uint64_t>(1, total / 100);
    std::uint64_t done = 0;
    store.for_each<Question>([&](Question&& question) {
        for (const IndexDocument& document : documents(question))
            add(document);
        if (++done % step != 0 || !progress) return;
        if (!progress({"index", done, total})) {
            throw InvalidInput({"index", "cancelled", "",
                                "the records are unchanged; the index is made when it is next needed"});
        }
    });
}

}  // namespace

KnowledgeBase::State::State(Store opened, const KnowledgeBaseOptions& given)
    : options(given),
      store(std::move(opened)),
      analyzer(std::make_shared<const Analyzer>(given.index.analysis)),
      space(find_space()) {
    store.begin_read();
    catalog = read_catalog(store);
    model = kept_model(store);
    open_index();
    store.end_read();
}

SearchIndex KnowledgeBase::State::new_index(bool on_disk) const {
    const bool files = on_disk && !store.directory().empty();
    const std::filesystem::path place = files ? store.directory() / "index" : std::filesystem::path();
    return {place, options.index, !files || store.access() == Access::read_write,
            IndexMeaning{space.space, model}};
}

ChosenSpace KnowledgeBase::State::find_space() const {
    if (!store.directory().empty()) return load_space(store.directory(), *analyzer);
    return choose_space(held_space, own_space, *analyzer);
}

void KnowledgeBase::State::open_index() {
    index.emplace(new_index(true));
    const std::uint64_t reflected = index->revision();
    if (reflected == catalog->revision) return;
    const bool usable = reflected > 0 && reflected < catalog->revision;
    if (!usable) {
        if (store.access() == Access::read_only) index.emplace(new_index(false));
        rebuild_index({});
        return;
    }
    // What a crash, or a close between two merges, left unseen. The catalog as it was then is not known any
    // more, so every key that a touched question could have had is masked.
    std::vector<IndexDocument> written;
    std::vector<std::string> removed;
    const std::vector<Change> changes = store.changes_since(reflected);
    const std::vector<std::string> keys = index->view().keys();
    for (const Id<Question>& id : touched_questions(*catalog, store, changes)) {
        for (auto key = std::lower_bound(keys.begin(), keys.end(), id.str());
             key != keys.end() && (*key == id.str() || key->starts_with(id.str() + " ")); ++key) {
            removed.push_back(*key);
        }
        if (const auto question = store.find(id)) {
            for (IndexDocument& document : documents(*question))
                written.push_back(std::move(document));
        }
    }
    index->apply(written, removed, catalog->revision);
}

void KnowledgeBase::State::rebuild_index(const ProgressFn& progress) {
    const auto with_vectors = [&](const Question& question) { return documents(question); };
    index->rebuild(store.revision(), [&](const SearchIndex::Add& add) {
        stream_documents(store, with_vectors, progress, add);
    });
    forget_snapshots();
}

void KnowledgeBase::State::configure(const KnowledgeBaseOptions& wanted) {
    const KnowledgeBaseOptions before = options;
    const auto apply = [&](const KnowledgeBaseOptions& chosen) {
        options = chosen;
        analyzer = std::make_shared<const Analyzer>(options.index.analysis);
        space = find_space();
        forget_snapshots();
        open_index();
    };
    try {
        apply(wanted);
        // Last: were it first, a crash in between would leave options that nobody saw work.
        if (!store.directory().empty()) write_configuration(store.directory() / configuration_file, wanted);
    } catch (...) {
        apply(before);
        throw;
    }
}

void KnowledgeBase::State::use_space(std::shared_ptr<const SemanticSpace> wanted) {
    const bool files = !store.directory().empty();
    std::optional<SpaceReplacement> replacement;
    if (files) replacement.emplace(store.directory(), wanted.get());
    const ChosenSpace before = space;
    const auto apply = [&](const ChosenSpace& chosen) {
        space = chosen;
        forget_snapshots();
        open_index();
    };
    try {
        apply(choose_space(wanted, own_space, *analyzer));
        // Last, as in configure(): a crash in between leaves the space that there was, and an index to be
        // made anew.
        if (replacement) replacement->put();
    } catch (...) {
        apply(before);
        throw;
    }
    if (!files) held_space = std::move(wanted);
}

std::uint64_t KnowledgeBase::State::commit() {
    const std::uint64_t before = store.revision();
    if (!model.name.empty()) {
        refresh_embeddings(store, embedder.get(),
                           touched_questions(*catalog, store, store.changes_since(before)), {});
    }
    const std::uint64_t after = store.commit();
    if (after != before) catch_up();
    return after;
}

void KnowledgeBase::State::catch_up() {
    const std::shared_ptr<const Catalog> before = catalog;
    const std::vector<Change> changes = store.changes_since(before->revision);
    std::vector<Id<Question>> questions;
    if (changes.size() < bulk) {
        questions = touched_questions(*before, store, changes);
        catalog = update_catalog(*before, store, changes);
    } else {
        catalog = read_catalog(store);
        questions = touched_questions(*before, *catalog, changes);
    }
    forget_snapshots();
    index_questions(questions, *before);
}

void KnowledgeBase::State::index_questions(const std::vector<Id<Question>>& questions,
                                           const Catalog& before) {
    const auto is_new = [&](const Id<Question>& id) { return before.pairs.find(id.str()) == nullptr; };
    const bool all_new = std::all_of(questions.begin(), questions.end(), is_new);
    const auto documents_now = [&](const Id<Question>& id) {
        const auto question = store.find(id);
        return question ? documents(*question) : std::vector<IndexDocument>{};
    };
    if (questions.size() >= bulk) {
        const auto write = [&](const SearchIndex::Add& add) {
            for (const Id<Question>& id : questions) {
                for (const IndexDocument& document : documents_now(id))
                    add(document);
            }
        };
        try {
            if (all_new) {
                index->extend(catalog->revision, write);
            } else {
                rebuild_index({});
            }
            return;
        } catch (const StoreError&) {
            // No room for a new generation: the records are safe, and the delta below makes them findable all
            // the same.
        }
    }
    std::vector<IndexDocument> written;
    std::vector<std::string> removed;
    for (const Id<Question>& id : questions) {
        if (const PairHead* head = before.pairs.find(id.str())) {
            for (std::string& key : document_keys(*head))
                removed.push_back(std::move(key));
        }
        for (IndexDocument& document : documents_now(id))
            written.push_back(std::move(document));
    }
    index->apply(written, removed, catalog->revision);
}

void KnowledgeBase::State::look_for_commits() {
    if (store.access() != Access::read_only || store.directory().empty()) return;
    if (store.revision() == catalog->revision) return;
    store.begin_read();
    catalog = read_catalog(store);
    space = find_space();  // the writer may have changed this, and its index with it
    model = kept_model(store);
    forget_snapshots();
    open_index();
    store.end_read();
}

std::shared_ptr<const Snapshot::State> KnowledgeBase::State::snapshot_state(const SnapshotOptions& wanted) {
    for (const Recent& one : recent) {
        if (one.options == wanted) return one.state;
    }
    SnapshotSource source{catalog, index->view(), analyzer, options, words, space.space, model, embedder};
    recent.push_front({wanted, std::make_shared<const Snapshot::State>(std::move(source), wanted)});
    if (recent.size() > snapshots_kept) recent.pop_back();
    return recent.front().state;
}

}  // namespace m150::inline v0
