#include "libm150/knowledge/documents.hpp"

#include <string_view>

#include "libm150/knowledge/payload.hpp"
#include "libm150/knowledge/visibility.hpp"

namespace m150::inline v0 {

namespace {

// Where the first lines of an answer end: with the first paragraph, or so many words.
std::size_t end_of_lead(std::string_view text, std::size_t most_words) {
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool blank = std::string_view(" \t\r\n").find(text[i]) != std::string_view::npos;
        if (blank && inside && (++words == most_words || text[i] == '\n')) return i;
        if (blank && !inside && text[i] == '\n' && words > 0) return i;
        inside = !blank;
    }
    return text.size();
}

IndexDocument document_of(std::string key, const Pair& pair, const IndexOptions& options) {
    IndexDocument document;
    const Question& question = pair.question;
    document.key = std::move(key);
    document.group = question.id.str();
    document.date = question.date;
    document.fields.push_back({FieldKind::title, question.title});
    document.fields.push_back({FieldKind::text, question.text});
    for (const std::string& keyword : question.keywords)
        document.fields.push_back({FieldKind::text, keyword});
    for (const Id<Topic>& topic : question.topics) {
        document.concepts.push_back(topic.str());
        document.filters.push_back(topic_filter(topic));
    }
    if (question.asked_by) document.filters.push_back(party_filter(*question.asked_by));
    for (const Answer& answer : pair.answers) {
        const std::size_t lead = end_of_lead(answer.text, options.lead_words);
        document.fields.push_back({FieldKind::lead, answer.text.substr(0, lead)});
        if (lead < answer.text.size())
            document.fields.push_back({FieldKind::answer, answer.text.substr(lead)});
        if (answer.by) document.filters.push_back(party_filter(*answer.by));
    }
    document.payload = encode_pair(pair);
    return document;
}

}  // namespace

std::string narrow_key(const Id<Question>& question, const Id<Answer>& answer) {
    return question.str() + " " + answer.str();  // no id holds a space
}

std::vector<IndexDocument> documents_of(const Question& question, const std::vector<Answer>& answers,
                                        const IndexOptions& options) {
    std::vector<IndexDocument> documents;
    Pair main{question, {}};
    std::vector<IndexDocument> narrow;
    for (const Answer& answer : answers) {
        if (covers(answer.audience, question.audience)) {
            main.answers.push_back(answer);
        } else {
            narrow.push_back(document_of(narrow_key(question.id, answer.id), {question, {answer}}, options));
        }
    }
    documents.push_back(document_of(question.id.str(), main, options));
    for (IndexDocument& document : narrow)
        documents.push_back(std::move(document));
    return documents;
}

std::vector<std::string> document_keys(const PairHead& pair) {
    std::vector<std::string> keys{pair.id.str()};
    for (const AnswerHead& answer : pair.answers) {
        if (!covers(answer.audience, pair.question.audience)) keys.push_back(narrow_key(pair.id, answer.id));
    }
    return keys;
}

}  // namespace m150::inline v0
