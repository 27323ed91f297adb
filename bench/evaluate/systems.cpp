#include "bench/evaluate/systems.hpp"

#include <xapian.h>

#include <algorithm>
#include <set>

#include "libm150/base/error.hpp"
#include "libm150/match/ask.hpp"

namespace m150::evaluate {

namespace {

const Date day{2026, 1, 1};
const Id<Organisation> answerer{"test-set"};
// A document that is an answer without its question: a title without a word in it.
constexpr const char* no_words = "-";

void add_document(KnowledgeBase& base, const TestDocument& document, const std::set<Id<Topic>>& topics) {
    Question question;
    question.id = Id<Question>(document.id);
    question.date = day;
    question.title = document.title;
    question.text = document.text;
    if (question.title.empty() && question.text.empty()) question.title = no_words;
    for (const std::string& topic : document.topics) {
        if (topics.count(Id<Topic>(topic)) != 0) question.topics.emplace_back(topic);
    }
    question.audience = {AudienceKind::everyone, {}, {}};
    base.add(question);
    for (std::size_t i = 0; i < document.answers.size(); ++i) {
        Answer answer;
        answer.id = Id<Answer>(document.id + "/" + std::to_string(i));
        answer.question = question.id;
        answer.by_organisation = answerer;
        answer.date = day;
        answer.text = document.answers[i];
        answer.audience = question.audience;
        base.add(answer);
    }
}

}  // namespace

Outcome run_library(const TestSet& set, const LibraryOptions& options) {
    KnowledgeBase base = KnowledgeBase::in_memory(options.knowledge_base);
    Organisation organisation;
    organisation.id = answerer;
    organisation.name = "Test set";
    base.add(organisation);
    std::set<Id<Topic>> topics;
    for (const Topic& topic : options.topics) {
        Topic alone = topic;  // first without the topics it refers to, which may come later
        alone.broader.clear();
        alone.related.clear();
        base.add(alone);
        if (options.topics_on_documents) topics.insert(topic.id);
    }
    for (const Topic& topic : options.topics)
        base.replace(topic);
    for (const TestDocument& document : set.documents)
        add_document(base, document, topics);
    base.commit();
    const Snapshot now = base.snapshot();

    Outcome outcome;
    for (const TestQuery& query : set.queries) {
        AskOptions question;
        question.text = query.text;
        question.limit = options.depth;
        const Reply reply = ask(now, question);
        auto& found = outcome.run[query.id];
        for (const FoundAnswer& answer : reply.answers)
            found.push_back({answer.question.id.str(), answer.score});
        outcome.confidence[query.id] = reply.confidence;
    }
    return outcome;
}

Outcome run_xapian(const TestSet& set, std::size_t depth) {
    Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("dutch"));
    for (const TestDocument& document : set.documents) {
        Xapian::Document entry;
        generator.set_document(entry);
        for (const std::string& text : {document.title, document.text}) {
            generator.index_text(text);
            generator.increase_termpos();
        }
        for (const std::string& text : document.answers) {
            generator.index_text(text);
            generator.increase_termpos();
        }
        entry.set_data(document.id);
        database.add_document(entry);
    }
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem("dutch"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_default_op(Xapian::Query::OP_OR);
    Outcome outcome;
    for (const TestQuery& query : set.queries) {
        Xapian::Enquire enquire(database);
        enquire.set_query(parser.parse_query(query.text, 0));
        auto& found = outcome.run[query.id];
        const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(depth));
        for (auto match = matches.begin(); match != matches.end(); ++match)
            found.push_back({match.get_document().get_data(), match.get_weight()});
        outcome.confidence[query.id] = found.empty() ? 0.0 : found.front().score;
    }
    return outcome;
}

std::vector<Topic> topics_of_network(const std::filesystem::path& directory) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(directory);
    const Snapshot now = base.snapshot();
    std::vector<Topic> topics;
    for (const Topic* topic : now.all<Topic>())
        topics.push_back(*topic);
    return topics;
}

}  // namespace m150::evaluate
