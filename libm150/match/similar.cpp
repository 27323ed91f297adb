#include "libm150/match/similar.hpp"

#include <algorithm>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/match/answers.hpp"
#include "libm150/match/inputs.hpp"

namespace m150::inline v0 {

namespace {

// The stored question, or nothing when a text was given.
std::optional<Question> check_options(const Snapshot& now, const SimilarOptions& options) {
    Inputs inputs(now, "similar");
    const bool both = options.question && !options.text.empty();
    inputs.require(options.question || !options.text.empty(), "question", "is missing, and so is text",
                   "the id of a question, or a text");
    inputs.require(!both, "text", "is given beside a question", "the id of a question, or a text");
    if (!options.question && !options.text.empty()) require_text(inputs, options.text);
    inputs.require(!options.question || options.embedding.empty(), "embedding", "is given beside a question",
                   "the vector of a text that is still to be posted", "a stored question has its own");
    require_embedding(inputs, now, options.embedding);
    inputs.in_range("limit", static_cast<double>(options.limit), 1, 1000);
    std::optional<Question> question;
    if (options.question) {
        if (auto pair = now.pair(*options.question)) question = std::move(pair->question);
        inputs.require(question.has_value(), "question",
                       "'" + excerpt(options.question->str(), 60) + "' is unknown", "a question that is here",
                       "give the text of a question that is not stored yet");
    }
    inputs.throw_if_any();
    return question;
}

}  // namespace

std::vector<FoundAnswer> similar(const Snapshot& now, const SimilarOptions& options) {
    const std::optional<Question> stored = check_options(now, options);
    const std::string text = stored ? stored->title + "\n" + stored->text : options.text;
    SearchRequest request;
    request.query = now.understand(text);
    if (request.query.empty()) return {};
    request.given = stored ? now.embedding_of(stored->id) : given_of(now, options.embedding, text);
    std::vector<int> topics;
    if (stored) {
        for (const Id<Topic>& topic : stored->topics) {
            if (const int number = now.number_of(topic); number >= 0) topics.push_back(number);
        }
    }
    const std::string without = stored ? stored->id.str() : std::string();
    return found_answers(now, rank_hits(now, std::move(request), topics, without), options.limit);
}

}  // namespace m150::inline v0
