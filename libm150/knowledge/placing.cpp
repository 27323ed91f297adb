#include "libm150/knowledge/placing.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/knowledge/documents.hpp"
#include "libm150/search/fnv.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t most_problems = 100;

std::uint64_t text_hash(const IndexDocument& document) {
    return fnv(embedded_text(document));
}

bool all_finite(std::span<const float> row) {
    return std::all_of(row.begin(), row.end(), [](float number) { return std::isfinite(number); });
}

std::string shown(const EmbeddingModel& model) {
    return "'" + excerpt(model.name, 80) + "' with " + std::to_string(model.dimension) + " components";
}

// Their texts as a whole do not depend on where the options say that the first lines of an answer end.
std::vector<IndexDocument> documents_to_place(const Question& question, const std::vector<Answer>& answers) {
    return documents_of(question, answers, IndexOptions{});
}

// A document that waits for its vector.
struct Waiting {
    Id<Question> question;
    KeptEmbedding embedding;  // without the vector
    std::string text;
};

void put_all(Store& store, const TextEmbedder& embedder, std::vector<Waiting>& waiting) {
    std::vector<std::string> texts;
    for (Waiting& one : waiting)
        texts.push_back(std::move(one.text));
    std::vector<Embedding> vectors = place(embedder, texts);
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (vectors[i].empty()) continue;
        waiting[i].embedding.vector = std::move(vectors[i]);
        store.put_embedding(waiting[i].question, waiting[i].embedding);
    }
    waiting.clear();
}

}  // namespace

std::string embedded_text(const IndexDocument& document) {
    std::string text;
    for (const IndexField& field : document.fields) {
        if (field.text.empty()) continue;
        // The rest of an answer goes on where its first lines end.
        if (!text.empty() && field.kind != FieldKind::answer) text += '\n';
        text += field.text;
    }
    return text;
}

void attach(const std::vector<KeptEmbedding>& kept, const EmbeddingModel& model,
            std::vector<IndexDocument>& documents) {
    for (IndexDocument& document : documents) {
        const auto found = std::find_if(kept.begin(), kept.end(), [&](const KeptEmbedding& one) {
            return one.document == document.key && one.vector.size() == model.dimension;
        });
        if (found != kept.end() && found->text_hash == text_hash(document)) document.given = found->vector;
    }
}

std::vector<Embedding> place(const TextEmbedder& embedder, const std::vector<std::string>& texts) {
    const std::size_t dimension = embedder.dimension();
    const std::size_t at_once = std::max<std::size_t>(embedder.batch(), 1);
    std::vector<Embedding> vectors;
    std::vector<float> rows;
    for (std::size_t begin = 0; begin < texts.size(); begin += at_once) {
        const std::size_t count = std::min(at_once, texts.size() - begin);
        rows.assign(count * dimension, 0.0F);
        embedder.embed(std::span(texts).subspan(begin, count), rows);
        for (std::size_t i = 0; i < count; ++i) {
            const auto row = std::span<const float>(rows).subspan(i * dimension, dimension);
            if (!all_finite(row)) {
                throw InvalidInput(
                    {"the embedder '" + excerpt(embedder.model(), 80) + "'",
                     "gave a number that is not finite for the text '" + excerpt(texts[begin + i], 60) + "'",
                     "finite numbers", "mend the embedder"});
            }
            vectors.push_back(rounded(row));
        }
    }
    return vectors;
}

EmbeddingModel kept_model(const Store& store) {
    const std::optional<KeptModel> kept = store.embedding_model();
    return kept ? EmbeddingModel{kept->name, kept->dimension} : EmbeddingModel{};
}

void check_model(const EmbeddingModel& model, const EmbeddingModel& kept, const std::string& where) {
    std::vector<Problem> problems;
    if (model.name.empty() || model.name.size() > longest_name ||
        invalid_utf8(model.name) != std::string::npos) {
        problems.push_back({where + ", model", "'" + excerpt(model.name, 40) + "' cannot be a name",
                            "1 to " + std::to_string(longest_name) + " bytes of UTF-8",
                            "name the model, with its version"});
    }
    if (model.dimension < 1 || model.dimension > max_embedding_dimension) {
        problems.push_back({where + ", dimension", "is " + std::to_string(model.dimension),
                            "1 to " + std::to_string(max_embedding_dimension), ""});
    }
    if (problems.empty() && !kept.name.empty() && model != kept) {
        problems.push_back({where, "are vectors of " + shown(model), "vectors of " + shown(kept),
                            "drop the embeddings that there are before giving those of another model"});
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

void check_rows(const GivenEmbeddings& given, const std::function<bool(const Id<Question>&)>& known,
                const std::function<std::vector<std::string>()>& ids) {
    const std::size_t rows = given.questions.size();
    if (given.vectors.size() != rows * given.dimension) {
        throw InvalidInput({"embeddings, vectors", "are " + std::to_string(given.vectors.size()) + " numbers",
                            std::to_string(rows) + " rows of " + std::to_string(given.dimension),
                            "give a row for each question"});
    }
    std::vector<Problem> problems;
    std::size_t total = 0;
    const auto wrong = [&](const Id<Question>& id, std::string what, std::string expected,
                           std::string advice) {
        if (++total > most_problems) return;
        problems.push_back({"embeddings, question " + excerpt(id.str(), 60), std::move(what),
                            std::move(expected), std::move(advice)});
    };
    std::set<std::string_view> seen;
    std::optional<std::vector<std::string>> all;
    for (std::size_t i = 0; i < rows; ++i) {
        const Id<Question>& id = given.questions[i];
        if (!seen.insert(id.str()).second) wrong(id, "comes twice", "each question once", "give one row");
        if (!known(id)) {
            if (!all && total < most_problems) all = ids();
            const std::string guess = total < most_problems ? nearest(id.str(), *all) : std::string();
            wrong(id, "is unknown", "a question of this knowledge base",
                  guess.empty() ? "add the question first" : "did you mean " + guess + "?");
        }
        if (!all_finite(given.vectors.subspan(i * given.dimension, given.dimension)))
            wrong(id, "has a number that is not finite in its vector", "finite numbers", "");
    }
    if (total > 0) throw InvalidInput(std::move(problems), total);
}

void refresh_embeddings(Store& store, const TextEmbedder* embedder,
                        const std::vector<Id<Question>>& questions, const ProgressFn& progress) {
    std::vector<Waiting> waiting;
    std::size_t done = 0;
    const auto flush = [&] {
        if (embedder != nullptr) put_all(store, *embedder, waiting);
        if (progress && !progress({"embed", done, questions.size()})) {
            throw InvalidInput({"embeddings", "cancelled", "", "nothing was changed"});
        }
    };
    const std::size_t at_once = embedder == nullptr ? 0 : std::max<std::size_t>(embedder->batch(), 1);
    for (const Id<Question>& id : questions) {
        ++done;
        const std::optional<Question> question = store.find(id);
        if (!question) continue;
        const std::vector<KeptEmbedding> kept = store.embeddings_of(id);
        const std::vector<IndexDocument> documents = documents_to_place(*question, store.answers_to(id));
        const auto fits = [](const KeptEmbedding& one, const IndexDocument& document) {
            return one.document == document.key && one.text_hash == text_hash(document);
        };
        for (const KeptEmbedding& one : kept) {
            const bool used = std::any_of(documents.begin(), documents.end(),
                                          [&](const IndexDocument& document) { return fits(one, document); });
            if (!used) store.drop_embedding(id, one.document);
        }
        for (const IndexDocument& document : documents) {
            const bool has = std::any_of(kept.begin(), kept.end(),
                                         [&](const KeptEmbedding& one) { return fits(one, document); });
            if (embedder == nullptr || has) continue;
            waiting.push_back({id, {document.key, text_hash(document), {}}, embedded_text(document)});
        }
        if (at_once > 0 && waiting.size() >= at_once) flush();
    }
    flush();
}

void put_rows(Store& store, const GivenEmbeddings& given) {
    for (std::size_t i = 0; i < given.questions.size(); ++i) {
        const Id<Question>& id = given.questions[i];
        const IndexDocument document =
            documents_to_place(store.find(id).value(), store.answers_to(id)).front();  // the question's own
        Embedding vector = rounded(given.vectors.subspan(i * given.dimension, given.dimension));
        if (vector.empty()) {
            store.drop_embedding(id, document.key);
        } else {
            store.put_embedding(id, {document.key, text_hash(document), std::move(vector)});
        }
    }
}

}  // namespace m150::inline v0
