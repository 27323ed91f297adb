#include "bench/evaluate/systems.hpp"

#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/evaluate/trec.hpp"
#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/match/ask.hpp"

namespace m150::evaluate {

namespace {

using Json = nlohmann::ordered_json;

const Date day{2026, 1, 1};
const Id<Organisation> answerer{"test-set"};
constexpr const char* no_words = "-";

Id<Answer> answer_id(const TestDocument& document, std::size_t number) {
    return Id<Answer>(document.id + "/" + std::to_string(number));
}

// "m150:index.b=0.7:query.part_weight=0", from `begin` on, as the configuration file that says the same.
KnowledgeBaseOptions with_parameters(const std::string& system, std::size_t begin) {
    const std::string where = "system '" + excerpt(system, 60) + "'";
    std::string json;
    for (const std::string& assignment : split(std::string_view(system).substr(begin), ':')) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos) {
            throw InvalidInput({where, "'" + excerpt(assignment, 60) + "' sets no parameter",
                                "m150:name=value:name=value", "docs/configuration.md lists the names"});
        }
        const std::string value = assignment.substr(equals + 1);
        const bool literal = Json::accept(value);
        json += (json.empty() ? "" : ", ") + Json(assignment.substr(0, equals)).dump() + ": " +
                (literal ? value : Json(value).dump());
    }
    return configuration_from_json(R"({"version": 1, "parameters": {)" + json + "}}", where);
}

// Whether a file begins as JSON does.
bool is_json(const std::filesystem::path& file) {
    std::ifstream in(file);
    char first = 0;
    return static_cast<bool>(in >> first) && first == '{';
}

}  // namespace

KnowledgeBaseOptions in_language(KnowledgeBaseOptions options, const std::optional<Language>& language) {
    if (language) options.index.analysis.language = *language;
    return options;
}

TestBase::TestBase(const TestSet& set, const LibraryOptions& options)
    : options_(options),
      language_(set.language),
      base_(KnowledgeBase::in_memory(in_language(options.knowledge_base, set.language))) {
    if (!options.space.empty()) base_.use_space(options.space);
    if (options.embedder) base_.use_embedder(options.embedder);
    Organisation organisation;
    organisation.id = answerer;
    organisation.name = "Test set";
    base_.add(organisation);
    for (const Topic& topic : options.topics) {
        Topic alone = topic;  // first without the topics it refers to, which may come later
        alone.broader.clear();
        alone.related.clear();
        base_.add(alone);
        if (options.topics_on_documents) topics_.push_back(topic.id.str());
    }
    std::sort(topics_.begin(), topics_.end());
    for (const Topic& topic : options.topics)
        base_.replace(topic);
    for (const TestDocument& document : set.documents)
        write(document);
    base_.commit();
    now_ = base_.snapshot();
}

void TestBase::write(const TestDocument& document) {
    Question question;
    question.id = Id<Question>(document.id);
    question.date = day;
    question.title = document.title;
    question.text = document.text;
    if (question.title.empty() && question.text.empty()) question.title = no_words;
    for (const std::string& topic : document.topics) {
        if (std::binary_search(topics_.begin(), topics_.end(), topic)) question.topics.emplace_back(topic);
    }
    question.audience = {AudienceKind::everyone, {}, {}};
    base_.add(question);
    for (std::size_t i = 0; i < document.answers.size(); ++i) {
        Answer answer;
        answer.id = answer_id(document, i);
        answer.question = question.id;
        answer.by_organisation = answerer;
        answer.date = day;
        answer.text = document.answers[i];
        answer.audience = question.audience;
        base_.add(answer);
    }
}

void TestBase::remove(const std::vector<const TestDocument*>& documents) {
    for (const TestDocument* document : documents) {
        for (std::size_t i = 0; i < document->answers.size(); ++i)
            base_.remove(answer_id(*document, i));
        base_.remove(Id<Question>(document->id));
    }
    base_.commit();
    now_ = base_.snapshot();
}

void TestBase::add(const std::vector<const TestDocument*>& documents) {
    for (const TestDocument* document : documents)
        write(*document);
    base_.commit();
    now_ = base_.snapshot();
}

std::vector<Ranked> TestBase::ask(const std::string& query, double& confidence) const {
    return ask_snapshot(*now_, query, options_.depth, confidence);
}

Snapshot TestBase::snapshot(const KnowledgeBaseOptions& options) const {
    SnapshotOptions tried;
    tried.options = in_language(options, language_);
    return base_.snapshot(tried);
}

std::vector<Ranked> ask_snapshot(const Snapshot& now, const std::string& query, std::size_t depth,
                                 double& confidence) {
    AskOptions question;
    question.text = query;
    question.limit = depth;
    const Reply reply = m150::ask(now, question);
    std::vector<Ranked> found;
    for (const FoundAnswer& answer : reply.answers)
        found.push_back({answer.question.id.str(), answer.score});
    confidence = reply.confidence;
    return found;
}

Outcome run_library(const TestSet& set, const LibraryOptions& options) {
    const TestBase base(set, options);
    Outcome outcome;
    for (const TestQuery& query : set.queries)
        outcome.run[query.id] = base.ask(query.text, outcome.confidence[query.id]);
    return outcome;
}

Outcome run_xapian(const TestSet& set, std::size_t depth) {
    Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
    Xapian::TermGenerator generator;
    const Xapian::Stem stemmer(set.language == Language::english ? "english" : "dutch");
    generator.set_stemmer(stemmer);
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
    parser.set_stemmer(stemmer);
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

System parse_system(const std::string& text) {
    System system;
    system.name = text;
    const std::size_t colon = text.find(':');
    const std::string name = text.substr(0, colon);
    if (name == "m150" || name == "m150-no-topics") {
        system.topics_on_documents = name == "m150";
        if (colon != std::string::npos) system.knowledge_base = with_parameters(text, colon + 1);
        return system;
    }
    if (text == "xapian") {
        system.kind = System::Kind::xapian;
        return system;
    }
    std::error_code error;
    if (!std::filesystem::exists(text, error)) {
        const std::string guess = nearest(name, {"m150", "m150-no-topics", "xapian"});
        throw InvalidInput({"system",
                            "there is neither a system nor a file named '" + excerpt(text, 60) + "'",
                            "m150, m150-no-topics, xapian, a configuration file, or a TREC run file",
                            guess.empty() ? std::string() : "did you mean " + guess + "?"});
    }
    system.name = std::filesystem::path(text).stem().string();
    if (is_json(text)) {
        system.knowledge_base = read_configuration(text);
    } else {
        system.kind = System::Kind::run;
        system.file = text;
    }
    return system;
}

std::vector<std::string> default_systems(const TestSet& set) {
    const bool topics = std::any_of(set.documents.begin(), set.documents.end(),
                                    [](const TestDocument& document) { return !document.topics.empty(); });
    if (topics) return {"m150", "m150-no-topics", "xapian"};
    return {"m150", "xapian"};
}

LibraryOptions own_options(const System& system, LibraryOptions options) {
    options.topics_on_documents = system.topics_on_documents;
    if (system.knowledge_base) options.knowledge_base = *system.knowledge_base;
    return options;
}

Outcome run_system(const System& system, const TestSet& set, const LibraryOptions& options) {
    if (system.kind == System::Kind::run) return {read_run(system.file), {}};
    if (set.documents.empty()) {
        throw InvalidInput({"test set " + set.name, "holds no documents to put " + system.name + " to",
                            "run files to be scored, or a set with documents", ""});
    }
    if (system.kind == System::Kind::xapian) return run_xapian(set, options.depth);
    return run_library(set, own_options(system, options));
}

}  // namespace m150::evaluate
