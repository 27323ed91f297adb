#include "libm150/knowledge/documents.hpp"

#include "libm150/knowledge/payload.hpp"
#include "libm150/knowledge/visibility.hpp"

namespace m150::inline v0 {

namespace {

IndexDocument document_of(std::string key, Pair pair, const Audience& audience,
                          std::vector<Id<Municipality>> seen_by) {
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
    std::vector<Id<Municipality>> askers;
    if (question.asked_by) askers.push_back(*question.asked_by);
    for (const auto& asker : askers)
        document.filters.push_back(party_filter(asker));
    for (const Answer& answer : pair.answers) {
        document.fields.push_back({FieldKind::answer, answer.text});
        if (answer.by) document.filters.push_back(party_filter(*answer.by));
    }
    for (std::string& filter : audience_filters(question_eyes, question.audience, askers)) {
        document.filters.push_back(std::move(filter));
    }
    for (std::string& filter : audience_filters(answer_eyes, audience, seen_by)) {
        document.filters.push_back(std::move(filter));
    }
    document.payload = encode_pair(pair);
    return document;
}

}  // namespace

std::string narrow_key(const Id<Question>& question, const Id<Answer>& answer) {
    return question.str() + " " + answer.str();  // no id holds a space
}

std::vector<IndexDocument> documents_of(const Question& question, const std::vector<Answer>& answers) {
    std::vector<IndexDocument> documents;
    Pair main{question, {}};
    std::vector<IndexDocument> narrow;
    for (const Answer& answer : answers) {
        if (covers(answer.audience, question.audience)) {
            main.answers.push_back(answer);
            continue;
        }
        std::vector<Id<Municipality>> seen_by;
        if (answer.by) seen_by.push_back(*answer.by);
        narrow.push_back(
            document_of(narrow_key(question.id, answer.id), {question, {answer}}, answer.audience, seen_by));
    }
    std::vector<Id<Municipality>> askers;
    if (question.asked_by) askers.push_back(*question.asked_by);
    documents.push_back(document_of(question.id.str(), std::move(main), question.audience, askers));
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
