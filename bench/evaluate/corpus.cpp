// The corpus of information needs (examples/corpus/README.md) as a test set.
#include <algorithm>
#include <map>
#include <set>

#include "bench/evaluate/json_fields.hpp"
#include "bench/evaluate/test_set.hpp"
#include "libm150/base/text.hpp"

namespace m150::evaluate {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> needs_files(const fs::path& place) {
    if (!fs::is_directory(place)) {
        require_file(place, "a directory with needs in *.jsonl, or one such file");
        return {place};
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(place)) {
        if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) {
        throw InvalidInput({place.string(), "holds no *.jsonl", "files with an information need a line",
                            "name the directory of the corpus, such as examples/corpus"});
    }
    return files;
}

struct Need {
    std::string id;
    std::string topic;
    std::vector<TestDocument> documents;
    std::vector<std::string> queries;
    std::vector<std::string> related;
};

Need read_need(FileLines& lines, const std::string& line, bool& fine) {
    JsonFields fields(lines, line);
    Need need;
    need.id = fields.text("id");
    need.topic = fields.text("topic");
    need.queries = fields.texts("queries");
    need.related = fields.texts("related", false);
    const std::vector<std::string> answers = fields.texts("answers");
    const std::vector<Json> questions = fields.objects("questions");
    for (std::size_t j = 0; j < questions.size(); ++j) {
        TestDocument document;
        const std::string where = "question " + std::to_string(j);
        document.id = need.id + "#" + std::to_string(j);
        document.title = fields.text_in(questions[j], "title", where);
        document.text = fields.text_in(questions[j], "text", where);
        if (j < answers.size()) document.answers.push_back(answers[j]);
        if (j == 0 && answers.size() > questions.size())
            document.answers.insert(document.answers.end(),
                                    answers.begin() + static_cast<std::ptrdiff_t>(questions.size()),
                                    answers.end());
        document.topics = {need.topic};
        document.need = need.id;
        need.documents.push_back(std::move(document));
    }
    fine = fields.fine();
    if (!fine) return need;
    const auto require = [&](bool holds, const std::string& what, const std::string& expected) {
        if (holds) return;
        fine = false;
        lines.wrong(what, expected);
    };
    require(columns_of(need.id).size() == 1 && need.id.size() <= 100,
            "'" + excerpt(need.id, 60) + "' is no id", "1 to 100 bytes without white space");
    require(!need.documents.empty(), "has no questions", "at least one question");
    require(!need.queries.empty(), "has no queries",
            "at least one query: first a sentence, then a few words");
    return need;
}

}  // namespace

TestSet read_corpus(const std::filesystem::path& place) {
    std::vector<Need> needs;
    std::set<std::string> ids;
    for (const fs::path& file : needs_files(place)) {
        FileLines lines(file);
        for (std::string line; lines.next(line);) {
            bool fine = true;
            Need need = read_need(lines, line, fine);
            if (!fine) continue;
            if (!ids.insert(need.id).second) {
                lines.wrong("the need '" + need.id + "' comes twice", "each need once");
                continue;
            }
            needs.push_back(std::move(need));
        }
        lines.finish();
    }
    TestSet set;
    set.name = "corpus";
    set.measures =
        parse_measures("nDCG@10 RR(rel=2)@10 R(rel=2)@10 AP(rel=2) P(rel=2)@5 Success(rel=2)@1 Judged@10");
    std::map<std::string, std::vector<std::string>> documents_of;
    for (const Need& need : needs) {
        for (const TestDocument& document : need.documents) {
            documents_of[need.id].push_back(document.id);
            set.documents.push_back(document);
        }
    }
    for (const Need& need : needs) {
        Grades grades;
        for (const std::string& related : need.related) {
            for (const std::string& document : documents_of[related])
                grades[document] = 1;
        }
        for (const std::string& document : documents_of[need.id])
            grades[document] = 2;
        for (std::size_t k = 0; k < need.queries.size(); ++k) {
            const std::string part = k == 0 ? "sentence" : "short";
            const std::string id = need.id + "." + part + (k > 1 ? std::to_string(k) : "");
            set.queries.push_back({id, need.queries[k], part, need.id});
            set.judgements[id] = grades;
        }
    }
    return set;
}

}  // namespace m150::evaluate
