#include "libm150/match/inputs.hpp"

#include <algorithm>
#include <cmath>

#include "libm150/base/text.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/record/validate.hpp"

namespace m150::inline v0 {

namespace {

template <class Record>
void check_known(const Snapshot& now, Inputs& inputs, const std::string& field,
                 const std::vector<Id<Record>>& ids) {
    for (const Id<Record>& id : ids) {
        if (now.find(id) != nullptr) continue;
        std::vector<std::string> all;
        for (const Record* record : now.all<Record>())
            all.push_back(record->id.str());
        const std::string guess = nearest(id.str(), all);
        inputs.require(false, field, "'" + excerpt(id.str(), 60) + "' is unknown",
                       "the id of a " + std::string(Schema<Record>::type) + " of this knowledge base",
                       guess.empty() ? "" : "did you mean " + guess + "?");
    }
}

}  // namespace

void Inputs::require(bool holds, const std::string& field, std::string what, std::string expected,
                     std::string advice) {
    if (!holds)
        problems_.push_back({where_ + ", " + field, std::move(what), std::move(expected), std::move(advice)});
}

void Inputs::in_range(const std::string& field, double value, double low, double high) {
    // Whole numbers as people write them.
    const auto written = [](double number) {
        const bool whole = std::floor(number) == number && std::abs(number) < 1e15;
        return whole ? std::to_string(static_cast<long long>(number)) : to_text(number);
    };
    require(std::isfinite(value) && value >= low && value <= high, field, "is " + written(value),
            "a number from " + written(low) + " to " + written(high));
}

void Inputs::known(const std::vector<Id<Topic>>& topics, const std::string& field) {
    check_known(now_, *this, field, topics);
}
void Inputs::known(const std::vector<Id<Network>>& networks, const std::string& field) {
    check_known(now_, *this, field, networks);
}
void Inputs::known(const std::optional<Id<Network>>& network, const std::string& field) {
    if (network) known(std::vector{*network}, field);
}

void Inputs::throw_if_any() {
    if (!problems_.empty()) throw InvalidInput(std::move(problems_));
}

void require_text(Inputs& inputs, std::string_view text) {
    inputs.require(!trim(text).empty(), "text", "is empty", "a question in words");
    inputs.require(text.size() <= max_text_bytes, "text", "is " + std::to_string(text.size()) + " bytes long",
                   "at most " + std::to_string(max_text_bytes) + " bytes", "ask about one thing at a time");
    const std::size_t bad = invalid_utf8(text);
    inputs.require(bad == std::string_view::npos, "text",
                   "byte " + std::to_string(bad + 1) + " is not valid text", "UTF-8 without NUL bytes");
}

void require_embedding(Inputs& inputs, const Snapshot& now, std::span<const float> embedding) {
    if (embedding.empty()) return;
    const EmbeddingModel& model = now.embedding_model();
    inputs.require(!model.name.empty(), "embedding", "is given, and no document has one",
                   "none, or documents with vectors of the same model",
                   "give the documents theirs first: set_embeddings or use_embedder");
    if (model.name.empty()) return;
    inputs.require(embedding.size() == model.dimension, "embedding",
                   "has " + std::to_string(embedding.size()) + " components",
                   std::to_string(model.dimension) + ", as '" + excerpt(model.name, 80) + "' has",
                   "place the question by the model that placed the documents");
    inputs.require(std::all_of(embedding.begin(), embedding.end(), [](float x) { return std::isfinite(x); }),
                   "embedding", "has a number that is not finite", "finite numbers");
}

Embedding given_of(const Snapshot& now, std::span<const float> embedding, std::string_view text) {
    if (!(now.options().ranking.given > 0.0)) return {};
    return embedding.empty() ? now.embed(text) : rounded(embedding);
}

std::vector<int> members_of(const Snapshot& now, const std::vector<Id<Network>>& networks) {
    std::vector<int> members;
    for (int number = 0; number < now.graph().municipalities(); ++number) {
        const Municipality& municipality = now.municipality(number);
        const bool member = networks.empty() ||
                            std::any_of(networks.begin(), networks.end(), [&](const Id<Network>& network) {
                                return now.is_member(municipality.id, network);
                            });
        if (member) members.push_back(number);
    }
    return members;
}

std::vector<int> members_of(const Snapshot& now, const std::optional<Id<Network>>& network) {
    return members_of(now, network ? std::vector{*network} : std::vector<Id<Network>>{});
}

Id<Municipality> resolve_saying(const Snapshot& now, const Id<Municipality>& id, std::vector<Reason>& said) {
    std::vector<std::string> sentences;  // in the words of explain() rather
    Id<Municipality> today = now.resolve(id, sentences);
    if (today == id) return today;
    Reason merged{"merged", 0.0, {{"municipality", id.str()}, {"successor", today.str()}}, {}};
    if (std::find(said.begin(), said.end(), merged) == said.end()) said.push_back(std::move(merged));
    return today;
}

void scale(Reason& reason, double factor) {
    reason.share *= factor;
    for (Reason& part : reason.parts)
        scale(part, factor);
}

void fold_small(std::vector<Reason>& reasons, double least) {
    double folded = 0.0;
    int count = 0;
    std::erase_if(reasons, [&](const Reason& reason) {
        const bool small = reason.code == "other" || std::abs(reason.share) < least;
        if (!small) return false;
        folded += reason.share;
        count += reason.code == "other" ? std::stoi(std::string(reason.value("count"))) : 1;
        return true;
    });
    for (Reason& reason : reasons)
        fold_small(reason.parts, least);
    if (count > 0) reasons.push_back({"other", folded, {{"count", std::to_string(count)}}, {}});
}

}  // namespace m150::inline v0
