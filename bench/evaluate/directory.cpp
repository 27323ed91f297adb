// A test set as files: docs.jsonl, queries.jsonl (or TREC topics), qrels.txt.
#include <algorithm>
#include <fstream>
#include <set>

#include "bench/evaluate/file_lines.hpp"
#include "bench/evaluate/json_fields.hpp"
#include "bench/evaluate/test_set.hpp"
#include "bench/evaluate/trec.hpp"
#include "libm150/base/text.hpp"

namespace m150::evaluate {

namespace {

namespace fs = std::filesystem;

// Says that an id is no id, or comes twice.
void check_id(FileLines& lines, std::set<std::string>& ids, const std::string& id) {
    if (columns_of(id).size() != 1 || id.size() > 128) {
        lines.wrong("'" + excerpt(id, 60) + "' is no id", "1 to 128 bytes without white space");
    } else if (!ids.insert(id).second) {
        lines.wrong("the id '" + excerpt(id, 60) + "' comes twice", "each id once");
    }
}

std::vector<TestDocument> read_documents(const fs::path& file) {
    FileLines lines(file);
    std::vector<TestDocument> documents;
    std::set<std::string> ids;
    for (std::string line; lines.next(line);) {
        JsonFields fields(lines, line);
        TestDocument document;
        document.id = fields.text("id");
        document.title = fields.text("title", false);
        document.text = fields.text("text", false);
        document.answers = fields.texts("answers", false);
        document.topics = fields.texts("topics", false);
        if (const std::string topic = fields.text("topic", false); !topic.empty())
            document.topics.push_back(topic);
        if (const std::size_t hash = document.id.rfind('#'); hash != std::string::npos)
            document.need = document.id.substr(0, hash);
        if (!fields.fine()) continue;
        check_id(lines, ids, document.id);
        documents.push_back(std::move(document));
    }
    lines.finish();
    return documents;
}

std::vector<TestQuery> read_queries(const fs::path& directory) {
    std::vector<TestQuery> queries;
    const fs::path jsonl = directory / "queries.jsonl";
    if (!fs::exists(jsonl)) {
        const fs::path tsv = directory / "topics.tsv";
        const fs::path file = fs::exists(tsv) ? tsv : directory / "topics.txt";
        if (!fs::exists(file)) {
            throw InvalidInput(
                {directory.string(), "holds no queries", "queries.jsonl, topics.tsv or topics.txt", ""});
        }
        for (TrecTopic& topic : read_topics(file))
            queries.push_back({topic.id, topic.text, "", ""});
        return queries;
    }
    FileLines lines(jsonl);
    std::set<std::string> ids;
    for (std::string line; lines.next(line);) {
        JsonFields fields(lines, line);
        TestQuery query{fields.text("id"), fields.text("text"), "", ""};
        if (!fields.fine()) continue;
        check_id(lines, ids, query.id);
        if (trim(query.text).empty()) lines.wrong("the text is empty", "a question in words");
        queries.push_back(std::move(query));
    }
    lines.finish();
    return queries;
}

// What the ids of queries and documents made of the corpus say.
void find_needs(TestSet& set) {
    const auto part_of = [](const TestQuery& query) -> std::string {
        for (const char* part : {"sentence", "short"}) {
            if (query.id.ends_with(std::string(".") + part)) return part;
        }
        return "";
    };
    const bool made_of_needs = std::all_of(set.queries.begin(), set.queries.end(),
                                           [&](const TestQuery& query) { return !part_of(query).empty(); });
    for (TestQuery& query : set.queries) {
        if (!made_of_needs) continue;
        query.part = part_of(query);
        query.need = query.id.substr(0, query.id.size() - query.part.size() - 1);
    }
    for (TestDocument& document : set.documents) {
        if (!made_of_needs) document.need.clear();
    }
}

// TREC topics have a line each: every run of white space is a space.
std::string on_one_line(const std::string& text) {
    std::string line;
    for (const std::string_view word : columns_of(text))
        line.append(line.empty() ? "" : " ").append(word);
    return line;
}

void write_file(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw StoreError({file.string(), "cannot be written", "a directory with room to write in", ""});
}

}  // namespace

TestSet read_directory(const fs::path& directory) {
    TestSet set;
    set.name = directory.filename().empty() ? directory.parent_path().filename().string()
                                            : directory.filename().string();
    set.documents = read_documents(directory / "docs.jsonl");
    set.queries = read_queries(directory);
    set.judgements = read_qrels(directory / "qrels.txt");
    find_needs(set);
    int highest = 1;
    for (const auto& [query, grades] : set.judgements) {
        for (const auto& [document, grade] : grades)
            highest = std::max(highest, grade);
    }
    // Where grades differ, the best one is what a user is after.
    const std::string rel = highest > 1 ? "(rel=" + std::to_string(highest) + ")" : "";
    set.measures = parse_measures("nDCG@10 RR" + rel + "@10 R" + rel + "@10 AP" + rel + " P" + rel +
                                  "@5 Success" + rel + "@1 Judged@10");
    return set;
}

void write_directory(const fs::path& directory, const TestSet& set) {
    make_directory(directory);
    std::string documents;
    for (const TestDocument& document : set.documents) {
        Json json{{"id", document.id}};
        if (document.topics.size() == 1) json["topic"] = document.topics.front();
        if (document.topics.size() > 1) json["topics"] = document.topics;
        json["title"] = document.title;
        json["text"] = document.text;
        json["answers"] = document.answers;
        documents += json.dump() + "\n";
    }
    write_file(directory / "docs.jsonl", documents);
    std::string queries;
    for (const TestQuery& query : set.queries)
        queries += Json{{"id", query.id}, {"text", query.text}}.dump() + "\n";
    write_file(directory / "queries.jsonl", queries);
    std::vector<TrecTopic> topics;
    for (const TestQuery& query : set.queries)
        topics.push_back({query.id, on_one_line(query.text)});
    std::ostringstream tsv;
    write_topics(tsv, topics);
    write_file(directory / "topics.tsv", tsv.str());
    std::ostringstream qrels;
    write_qrels(qrels, set.judgements);
    write_file(directory / "qrels.txt", qrels.str());
}

}  // namespace m150::evaluate
