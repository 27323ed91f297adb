#include "bench/evaluate/trec.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

#include "bench/evaluate/file_lines.hpp"
#include "libm150/base/text.hpp"

namespace m150::evaluate {

namespace {

template <class Number>
bool number_in(std::string_view text, Number& number) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && error == std::errc() && end == text.data() + text.size();
}

std::string shown(std::string_view text) {
    return "'" + excerpt(text, 60) + "'";
}

void require_no_space(const char* file, const std::string& id) {
    if (!id.empty() && id.find_first_of(" \t\r\n\f\v") == std::string::npos) return;
    throw InvalidInput({file, "the id '" + excerpt(id, 60) + "' cannot be written", "ids without white space",
                        "give the query or document another id"});
}

// <top> ... </top> with one field a tag; a field ends where the next tag begins.
class ClassicTopics {
  public:
    explicit ClassicTopics(FileLines& lines) : lines_(lines) {}

    std::vector<TrecTopic> read(std::string line) {
        do {
            for (std::string_view rest = line; !rest.empty();)
                rest = take(rest);
        } while (lines_.next(line));
        if (open_) lines_.wrong_at(opened_, "<top> is not closed", "</top> at the end of each topic");
        return std::move(topics_);
    }

  private:
    std::string_view take(std::string_view rest) {
        const std::size_t end = rest.find('>');
        if (!rest.starts_with('<') || end == std::string_view::npos) {
            const std::size_t next = std::min(rest.find('<', 1), rest.size());
            add_text(rest.substr(0, next));
            return rest.substr(next);
        }
        const std::string tag = ascii_lower(rest.substr(1, end - 1));
        if (tag == "top") {
            if (open_) lines_.wrong("<top> inside a topic", "</top> before the next <top>");
            open_ = true;
            opened_ = lines_.number();
            id_.clear();
            title_.clear();
        } else if (tag == "/top") {
            close();
        }
        field_ = tag;
        return rest.substr(end + 1);
    }

    void add_text(std::string_view text) {
        text = trim(text);
        if (text.empty()) return;
        if (!open_) return lines_.wrong("text outside <top>", "<top>");
        if (field_ != "num" && field_ != "title") return;
        std::string& field = field_ == "num" ? id_ : title_;
        const std::string_view label = field_ == "num" ? "number:" : "topic:";
        if (field.empty() && ascii_lower(text.substr(0, label.size())) == label)
            text = trim(text.substr(label.size()));
        if (!field.empty() && !text.empty()) field += ' ';
        field += text;
    }

    void close() {
        if (!open_) return lines_.wrong("</top> without <top>", "<top>");
        open_ = false;
        if (id_.empty() || title_.empty()) {
            lines_.wrong_at(opened_, std::string("the topic has no ") + (id_.empty() ? "<num>" : "<title>"),
                            "<num> and <title> with text");
        } else if (columns_of(id_).size() > 1) {
            lines_.wrong_at(opened_, shown(id_) + " is no query id", "an id without white space in <num>");
        } else if (!ids_.insert(id_).second) {
            lines_.wrong_at(opened_, "query " + shown(id_) + " comes twice", "each query once");
        } else {
            topics_.push_back({id_, title_});
        }
    }

    FileLines& lines_;
    std::vector<TrecTopic> topics_;
    std::set<std::string> ids_;
    bool open_ = false;
    std::size_t opened_ = 0;
    std::string field_, id_, title_;
};

}  // namespace

Judgements read_qrels(const std::filesystem::path& file) {
    constexpr const char* form = "four columns: query, 0, document, grade";
    FileLines lines(file);
    Judgements judgements;
    for (std::string line; lines.next(line);) {
        const auto columns = columns_of(line);
        int grade = 0;
        if (columns.size() != 4) {
            lines.wrong("has " + std::to_string(columns.size()) + " columns", form);
        } else if (!number_in(columns[3], grade)) {
            lines.wrong("the grade " + shown(columns[3]) + " is no whole number", form);
        } else if (!judgements[std::string(columns[0])].emplace(columns[2], grade).second) {
            lines.wrong("document " + shown(columns[2]) + " was judged before for query " + shown(columns[0]),
                        "one grade for each query and document");
        }
    }
    lines.finish();
    return judgements;
}

void write_qrels(std::ostream& out, const Judgements& judgements) {
    for (const auto& [query, grades] : judgements) {
        require_no_space("qrels", query);
        for (const auto& [document, grade] : grades) {
            require_no_space("qrels", document);
            out << query << " 0 " << document << ' ' << grade << '\n';
        }
    }
}

Run read_run(const std::filesystem::path& file) {
    constexpr const char* form = "six columns: query, Q0, document, rank, score, tag";
    FileLines lines(file);
    Run run;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::string line; lines.next(line);) {
        const auto columns = columns_of(line);
        double score = 0.0;
        if (columns.size() != 6) {
            lines.wrong("has " + std::to_string(columns.size()) + " columns", form);
        } else if (!number_in(columns[4], score) || !std::isfinite(score)) {
            lines.wrong("the score " + shown(columns[4]) + " is no number", form);
        } else if (!seen.emplace(columns[0], columns[2]).second) {
            lines.wrong("document " + shown(columns[2]) + " was found before for query " + shown(columns[0]),
                        "each document once for a query");
        } else {
            run[std::string(columns[0])].push_back({std::string(columns[2]), score});
        }
    }
    lines.finish();
    return run;
}

void write_run(std::ostream& out, const Run& run, const std::string& tag) {
    require_no_space("run, tag", tag);
    for (const auto& [query, found] : run) {
        require_no_space("run", query);
        std::size_t rank = 0;
        for (const Ranked& ranked : ranked_by_trec_eval(found)) {
            require_no_space("run", ranked.document);
            char score[32];
            const auto end = std::to_chars(score, score + sizeof score, ranked.score).ptr;
            out << query << " Q0 " << ranked.document << ' ' << ++rank << ' '
                << std::string_view(score, static_cast<std::size_t>(end - score)) << ' ' << tag << '\n';
        }
    }
}

std::vector<TrecTopic> read_topics(const std::filesystem::path& file) {
    FileLines lines(file);
    std::vector<TrecTopic> topics;
    std::set<std::string> ids;
    std::string line;
    for (bool first = true; lines.next(line); first = false) {
        if (first && ascii_lower(line).starts_with("<top>")) {
            topics = ClassicTopics(lines).read(line);
            break;
        }
        const std::size_t tab = line.find('\t');
        const std::string id(trim(std::string_view(line).substr(0, tab)));
        if (tab == std::string::npos || columns_of(id).size() != 1) {
            lines.wrong(
                tab == std::string::npos ? "has no tab" : shown(id) + " is no query id",
                "an id without white space, a tab, and the text of the query; or <top> on the first line");
        } else if (!ids.insert(id).second) {
            lines.wrong("query " + shown(id) + " comes twice", "each query once");
        } else {
            topics.push_back({id, std::string(trim(std::string_view(line).substr(tab + 1)))});
        }
    }
    lines.finish();
    return topics;
}

void write_topics(std::ostream& out, const std::vector<TrecTopic>& topics) {
    for (const TrecTopic& topic : topics) {
        require_no_space("topics", topic.id);
        if (trim(topic.text).empty() || topic.text.find_first_of("\t\r\n") != std::string::npos) {
            throw InvalidInput({"topics, query " + topic.id,
                                "the text cannot be written on a line of its own",
                                "some text without tabs and line breaks", "write it as JSONL instead"});
        }
        out << topic.id << '\t' << topic.text << '\n';
    }
}

}  // namespace m150::evaluate
