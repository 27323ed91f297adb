#include "bench/evaluate/routing.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

#include "bench/evaluate/file_lines.hpp"
#include "bench/evaluate/json_fields.hpp"
#include "bench/evaluate/routing_words.hpp"
#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/match/who_knows.hpp"
#include "libm150/record/text_form.hpp"

namespace m150::evaluate {

namespace {

constexpr std::size_t most_people = 9999;  // codes that a municipality can have
const Date first_day{2011, 1, 1};

bool read_number(std::string_view text, std::int64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0;
}

// "12 how can one ...": the text by id.
std::map<std::int64_t, std::string> read_texts(const std::filesystem::path& file) {
    std::map<std::int64_t, std::string> texts;
    FileLines lines(file);
    for (std::string line; lines.next(line);) {
        const std::size_t space = std::min(line.find(' '), line.size());
        std::int64_t id = 0;
        if (!read_number(std::string_view(line).substr(0, space), id)) {
            lines.wrong("'" + excerpt(line.substr(0, space), 30) + "' is no id of a question",
                        "a whole number, a space and a text");
        } else if (!texts.emplace(id, trim(std::string_view(line).substr(space))).second) {
            lines.wrong("question " + std::to_string(id) + " was there before", "each question once");
        }
    }
    lines.finish();
    return texts;
}

// A code as `width` digits after `prefix`, so that codes sort as numbers do.
std::string code_of(const char* prefix, std::size_t number, int width) {
    char text[40];
    std::snprintf(text, sizeof text, "%s%0*zu", prefix, width, number);
    return text;
}

template <class Value>
std::size_t place_of(const std::vector<Value>& ascending, const Value& value) {
    return static_cast<std::size_t>(std::lower_bound(ascending.begin(), ascending.end(), value) -
                                    ascending.begin());
}

void require(bool holds, const char* what, const char* expected) {
    if (!holds) throw InvalidInput({"routing", what, expected, ""});
}

KnowledgeBaseOptions in_english(KnowledgeBaseOptions options) {
    options.index.analysis.language = Language::english;
    return options;
}

}  // namespace

std::string question_id(std::int64_t id) {
    return code_of("q", static_cast<std::size_t>(id), 9);
}

KnowledgeBaseOptions routing_configuration() {
    KnowledgeBaseOptions options;
    options.index.analysis.language = Language::english;
    options.query.max_terms = 300;
    options.ranking.candidates = 500;
    options.knowers.voting_hits = 500;
    options.knowers.anybody = true;
    return options;
}

RoutingSet read_routing(const std::filesystem::path& directory) {
    RoutingSet set;
    set.name = directory.filename().empty() ? directory.parent_path().filename().string()
                                            : directory.filename().string();
    FileLines lines(directory / "Record_All.json");
    std::map<std::int64_t, std::string> titles = read_texts(directory / "Q_title.txt");
    std::map<std::int64_t, std::string> texts = read_texts(directory / "Q_content.txt");
    std::set<std::int64_t> seen;
    for (std::string line; lines.next(line);) {
        JsonFields fields(lines, line);
        RoutedQuestion question;
        const auto number = [&](const char* key, const std::string& text) {
            std::int64_t value = 0;
            if (fields.fine() && !read_number(text, value))
                lines.wrong(std::string(key) + " is '" + excerpt(text, 30) + "'", "a whole number above 0");
            return value;
        };
        question.id = number("QuestionId", fields.text("QuestionId"));
        question.asker = number("QuestionOwnerId", fields.text("QuestionOwnerId"));
        const std::string accepted = fields.text("AcceptedAnswererId", false);
        if (!accepted.empty()) question.accepted = number("AcceptedAnswererId", accepted);
        for (const std::string& text : fields.texts("AnswererIdList")) {
            const std::int64_t who = number("AnswererIdList", text);
            const auto& known = question.answerers;
            if (who != question.asker && std::find(known.begin(), known.end(), who) == known.end())
                question.answerers.push_back(who);
        }
        question.tags = fields.texts("Tags", false);
        if (!fields.fine()) continue;
        if (!seen.insert(question.id).second)
            lines.wrong("question " + std::to_string(question.id) + " was there before",
                        "each question once");
        question.title = std::move(titles[question.id]);
        question.text = std::move(texts[question.id]);
        if (question.title.empty() && question.text.empty())
            lines.wrong("question " + std::to_string(question.id) + " has no title and no text",
                        "a line of Q_title.txt or Q_content.txt with its id");
        set.questions.push_back(std::move(question));
    }
    lines.finish();
    std::sort(set.questions.begin(), set.questions.end(),
              [](const RoutedQuestion& a, const RoutedQuestion& b) { return a.id < b.id; });
    return set;
}

RoutingTask::RoutingTask(RoutingSet set, const RoutingOptions& options)
    : set_(std::move(set)), base_(KnowledgeBase::in_memory(in_english(options.knowledge_base))) {
    require(options.train > 0.0 && options.train < 1.0, "train is out of range", "above 0, below 1");
    require(options.days >= 1 && options.days <= 100000, "days is out of range", "1 to 100000");
    const auto& questions = set_.questions;
    known_ = static_cast<std::size_t>(static_cast<double>(questions.size()) * options.train);
    require(known_ > 0 && known_ < questions.size(), "there are too few questions",
            "questions to know and questions to ask");
    std::set<std::int64_t> people;
    std::set<std::int64_t> answered;
    std::set<std::string> tags;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const RoutedQuestion& question = questions[i];
        people.insert(question.asker);
        people.insert(question.answerers.begin(), question.answerers.end());
        if (i < known_) answered.insert(question.answerers.begin(), question.answerers.end());
        tags.insert(question.tags.begin(), question.tags.end());
    }
    people_.assign(people.begin(), people.end());
    tags_.assign(tags.begin(), tags.end());
    candidates_ = answered.size();
    require(people_.size() <= most_people, "there are more than 9999 persons", "9999 at most");
    for (const std::int64_t user : people_) {
        Municipality municipality;
        municipality.id = Id<Municipality>(person(user));
        municipality.name = std::to_string(user);
        base_.add(municipality);
        tests_.documents.push_back({municipality.id.str(), municipality.name, "", {}, {}, ""});
    }
    for (std::size_t t = 0; t < tags_.size(); ++t) {
        Topic topic;
        topic.id = Id<Topic>(code_of("t", t + 1, 5));
        topic.preferred_label = tags_[t];
        std::replace(topic.preferred_label.begin(), topic.preferred_label.end(), '-', ' ');
        base_.add(topic);
    }
    const Audience everyone{AudienceKind::everyone, {}, {}};
    for (std::size_t i = 0; i < known_; ++i) {
        const RoutedQuestion& given = questions[i];
        Question question;
        question.id = Id<Question>(question_id(given.id));
        question.asked_by = Id<Municipality>(person(given.asker));
        question.date = first_day.plus_days(static_cast<std::int32_t>(static_cast<double>(i) * options.days /
                                                                      static_cast<double>(questions.size())));
        question.title = given.title;
        question.text = given.text;
        for (const std::string& tag : given.tags)
            question.topics.emplace_back(code_of("t", place_of(tags_, tag) + 1, 5));
        question.audience = everyone;
        base_.add(question);
        for (std::size_t a = 0; a < given.answerers.size(); ++a) {
            Answer answer;
            answer.id = Id<Answer>(question.id.str() + "/" + std::to_string(a));
            answer.question = question.id;
            answer.by = Id<Municipality>(person(given.answerers[a]));
            answer.date = question.date;
            answer.text = "-";  // the data holds no answers, only who gave them
            answer.accepted = given.answerers[a] == given.accepted;
            answer.audience = everyone;
            base_.add(answer);
        }
    }
    base_.commit();

    tests_.name = set_.name;
    tests_.measures = parse_measures("RR Success@5 AP R@100");
    for (std::size_t i = known_; i < questions.size(); ++i) {
        Grades grades;
        for (const std::int64_t user : questions[i].answerers) {
            if (answered.count(user) > 0) grades[person(user)] = 1;
        }
        if (grades.empty()) continue;
        tests_.queries.push_back({question_id(questions[i].id), questions[i].title, "", ""});
        tests_.judgements[tests_.queries.back().id] = std::move(grades);
    }
    require(!tests_.queries.empty(), "nobody answered both a known question and a later one",
            "a later question that somebody answered who had answered before");
}

std::string RoutingTask::person(std::int64_t user) const {
    return code_of("GM", place_of(people_, user) + 1, 4);
}

std::vector<AskOptions> RoutingTask::asks() const {
    std::vector<AskOptions> asks;
    for (std::size_t i = known_; i < set_.questions.size(); ++i) {
        const RoutedQuestion& question = set_.questions[i];
        if (tests_.judgements.count(question_id(question.id)) == 0) continue;
        AskOptions& ask = asks.emplace_back();
        ask.text = question.title + "\n" + question.text;
        ask.asked_by = Id<Municipality>(person(question.asker));
        ask.limit = 1000;
        for (const std::string& tag : question.tags)
            ask.about.emplace_back(code_of("t", place_of(tags_, tag) + 1, 5));
    }
    return asks;
}

Snapshot RoutingTask::snapshot(const KnowledgeBaseOptions& options) const {
    SnapshotOptions with;
    with.options = in_english(options);
    return base_.snapshot(with);
}

Run RoutingTask::run_library(const KnowledgeBaseOptions& options) const {
    const Snapshot now = snapshot(options);
    const std::vector<AskOptions> questions = asks();
    Run run;
    for (std::size_t q = 0; q < questions.size(); ++q) {
        auto& found = run[tests_.queries[q].id];
        for (const Knower& knower : who_knows(now, questions[q]))
            found.push_back({knower.municipality.str(), knower.score});
    }
    return run;
}

}  // namespace m150::evaluate
