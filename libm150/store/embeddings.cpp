// The members of Store that keep vectors from outside the library.
#include "libm150/store/columns.hpp"
#include "libm150/store/connection.hpp"

namespace m150::inline v0 {

std::optional<KeptModel> Store::embedding_model() const {
    sql::Query query = connection_->database().query("SELECT name, dimension FROM embedding_model");
    if (!query.step()) return std::nullopt;
    return KeptModel{std::string(query.text(0)), static_cast<std::size_t>(query.integer(1))};
}

void Store::set_embedding_model(const KeptModel& model) {
    sql::Database& database = connection_->for_writing();
    connection_->guarded([&] {
        database.query("INSERT INTO embedding_model VALUES (1, ?, ?)")
            .bind(1, std::string_view(model.name))
            .bind(2, static_cast<std::int64_t>(model.dimension))
            .run();
    });
}

std::vector<KeptEmbedding> Store::embeddings_of(const Id<Question>& question) const {
    sql::Query query = connection_->database().query(
        "SELECT document, text_hash, vector FROM embeddings WHERE question = ? ORDER BY document");
    query.bind(1, std::string_view(question.str()));
    std::vector<KeptEmbedding> embeddings;
    while (query.step()) {
        const std::string_view bytes = query.blob(2);
        embeddings.push_back({std::string(query.text(0)), static_cast<std::uint64_t>(query.integer(1)),
                              std::vector<std::int8_t>(bytes.begin(), bytes.end())});
    }
    return embeddings;
}

void Store::put_embedding(const Id<Question>& question, const KeptEmbedding& embedding) {
    sql::Database& database = connection_->for_writing();
    const std::vector<std::int8_t>& vector = embedding.vector;
    connection_->guarded([&] {
        database.query("INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?, ?)")
            .bind(1, std::string_view(embedding.document))
            .bind(2, std::string_view(question.str()))
            .bind(3, static_cast<std::int64_t>(embedding.text_hash))
            .bind_blob(4, {reinterpret_cast<const char*>(vector.data()), vector.size()})
            .run();
        connection_->log_change(Schema<Question>::plural, question.str(), false);
    });
}

void Store::drop_embedding(const Id<Question>& question, const std::string& document) {
    sql::Database& database = connection_->for_writing();
    connection_->guarded([&] {
        database.query("DELETE FROM embeddings WHERE document = ?").bind(1, std::string_view(document)).run();
        connection_->log_change(Schema<Question>::plural, question.str(), false);
    });
}

void Store::drop_embeddings() {
    sql::Database& database = connection_->for_writing();
    connection_->guarded([&] {
        database.query("DELETE FROM embeddings").run();
        database.query("DELETE FROM embedding_model").run();
    });
}

}  // namespace m150::inline v0
