// Giving the documents of questions their vectors, and keeping these in step with the texts. Internal to this
// floor.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/progress.hpp"
#include "libm150/knowledge/embeddings.hpp"
#include "libm150/search/index.hpp"
#include "libm150/store/store.hpp"

namespace m150::inline v0 {

// What a model is given of a document: its texts, in order.
std::string embedded_text(const IndexDocument& document);

// Gives documents the vectors that were made of the very texts they have, and no others.
void attach(const std::vector<KeptEmbedding>& kept, const EmbeddingModel& model,
            std::vector<IndexDocument>& documents);

// The vectors of texts, a batch at a time. Throws InvalidInput when the model gives a number that is not
// finite.
std::vector<Embedding> place(const TextEmbedder& embedder, const std::vector<std::string>& texts);

// Whose vectors the store keeps.
EmbeddingModel kept_model(const Store& store);

// Throws InvalidInput when a model cannot be kept: no name, a dimension out of range, another than `kept`.
void check_model(const EmbeddingModel& model, const EmbeddingModel& kept, const std::string& where);
// Throws InvalidInput with what is wrong with the ids, the shape and the numbers. `known` says whether there
// is such a question.
void check_rows(const GivenEmbeddings& given, const std::function<bool(const Id<Question>&)>& known,
                const std::function<std::vector<std::string>()>& ids);

// In the open transaction: drops the questions' vectors that were made of texts they have no more, and has
// those that are missing made when there is an embedder (null: there is none). Throws InvalidInput when
// `progress` says so.
void refresh_embeddings(Store& store, const TextEmbedder* embedder,
                        const std::vector<Id<Question>>& questions, const ProgressFn& progress);
// In the open transaction: puts the rows for the questions' own documents.
void put_rows(Store& store, const GivenEmbeddings& given);

}  // namespace m150::inline v0
