// The part of a KnowledgeBase that keeps vectors from outside the library in step with its records.
#include <utility>

#include "libm150/knowledge/documents.hpp"
#include "libm150/knowledge/knowledge_state.hpp"
#include "libm150/knowledge/placing.hpp"

namespace m150::inline v0 {

std::vector<IndexDocument> KnowledgeBase::State::documents(const Question& question) const {
    std::vector<IndexDocument> made = documents_of(question, store.answers_to(question.id), options.index);
    if (!model.name.empty()) attach(store.embeddings_of(question.id), model, made);
    return made;
}

std::vector<Id<Question>> KnowledgeBase::State::all_questions() const {
    std::vector<Id<Question>> ids;
    catalog->pairs.for_each([&](const PairHead& pair) { ids.push_back(pair.id); });
    return ids;
}

void KnowledgeBase::State::write_embeddings(const std::function<void()>& write) {
    const std::uint64_t before = store.revision();
    store.begin();
    std::uint64_t after = before;
    try {
        write();
        after = store.commit();
    } catch (...) {
        store.rollback();
        throw;
    }
    if (kept_model(store) != model) {
        follow_model();
    } else if (after != before) {
        catch_up();
    }
}

void KnowledgeBase::State::follow_model() {
    model = kept_model(store);
    catalog = read_catalog(store);
    forget_snapshots();
    try {
        open_index();
    } catch (const StoreError&) {
        // No room for a new generation: the vectors are safe, and this opening searches them in memory.
        index.emplace(new_index(false));
        rebuild_index({});
    }
}

void KnowledgeBase::State::set_embeddings(const GivenEmbeddings& given) {
    const EmbeddingModel theirs{given.model, given.dimension};
    check_model(theirs, model, "embeddings");
    check_rows(
        given, [&](const Id<Question>& id) { return catalog->pairs.find(id.str()) != nullptr; },
        [&] {
            std::vector<std::string> ids;
            for (const Id<Question>& id : all_questions())
                ids.push_back(id.str());
            return ids;
        });
    write_embeddings([&] {
        if (model.name.empty()) store.set_embedding_model({theirs.name, theirs.dimension});
        put_rows(store, given);
    });
}

void KnowledgeBase::State::use_embedder(std::shared_ptr<const TextEmbedder> wanted,
                                        const ProgressFn& progress) {
    if (wanted) {
        const EmbeddingModel theirs{wanted->model(), wanted->dimension()};
        check_model(theirs, model, "the embedder's");
        const bool writable = store.access() == Access::read_write;
        if (!writable && model.name.empty()) {
            throw InvalidInput({"embedder", "no document has a vector that a question can be compared with",
                                "vectors of its model", "open the knowledge base for writing first"});
        }
        if (writable) {
            write_embeddings([&] {
                if (model.name.empty()) store.set_embedding_model({theirs.name, theirs.dimension});
                refresh_embeddings(store, wanted.get(), all_questions(), progress);
            });
        }
    }
    embedder = std::move(wanted);
    forget_snapshots();
}

void KnowledgeBase::State::drop_embeddings() {
    if (!model.name.empty()) write_embeddings([&] { store.drop_embeddings(); });
    embedder = nullptr;
    forget_snapshots();
}

}  // namespace m150::inline v0
