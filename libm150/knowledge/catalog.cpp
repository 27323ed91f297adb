#include "libm150/knowledge/catalog.hpp"

#include <algorithm>
#include <set>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace m150::inline v0 {

namespace {

template <class Record>
Table<Record> read_table(const Store& store) {
    auto records = std::make_shared<std::vector<Record>>();
    store.for_each<Record>([&](Record&& record) { records->push_back(std::move(record)); });
    return records;
}

template <class Visit>
void for_each_table(Catalog& catalog, Visit&& visit) {
    std::apply([&](auto&... table) { (visit(table), ...); }, catalog.tables);
}

template <class Record>
using RecordOf = std::remove_const_t<typename Record::element_type::value_type>;

bool before_in_time(const AnswerHead& a, const AnswerHead& b) {
    return std::tie(a.date, a.id) < std::tie(b.date, b.id);
}

QuestionHead head_of(const Question& question) {
    return {question.id, question.asked_by, question.date, question.topics, question.audience};
}

AnswerHead head_of(const Answer& answer) {
    return {answer.id,   answer.question, answer.by,     answer.by_organisation,
            answer.date, answer.accepted, answer.status, answer.audience};
}

Layered<PairHead> read_pairs(const Store& store) {
    std::vector<PairHead> pairs;
    std::unordered_map<std::string, std::size_t> place;
    store.for_each_head([&](QuestionHead&& head) {
        place.emplace(head.id.str(), pairs.size());
        Id<Question> id = head.id;
        pairs.push_back({std::move(id), std::move(head), {}});
    });
    store.for_each_head([&](AnswerHead&& head) {
        // An answer to a question that is gone is damage: nobody sees it, and check() names it.
        const auto question = place.find(head.question.str());
        if (question != place.end()) pairs[question->second].answers.push_back(std::move(head));
    });
    for (PairHead& pair : pairs)
        std::sort(pair.answers.begin(), pair.answers.end(), before_in_time);
    return Layered<PairHead>(std::move(pairs));
}

Date latest_of(const Catalog& catalog) {
    Date latest;
    for_each_dated(catalog,
                   [&](std::string_view, const std::string&, Date day) { latest = std::max(latest, day); });
    return latest;
}

}  // namespace

void for_each_dated(const Catalog& catalog, const VisitDated& visit) {
    const auto see = [&]<class Record>(const Id<Record>& id, Date day) {
        visit(Schema<Record>::type, id.str(), day);
    };
    catalog.pairs.for_each([&](const PairHead& pair) {
        see(pair.id, pair.question.date);
        for (const AnswerHead& answer : pair.answers)
            see(answer.id, answer.date);
    });
    const auto see_all = [&](const auto& records) {
        for (const auto& record : records)
            see(record.id, record.date);
    };
    see_all(catalog.table<InventoryResponse>());
    see_all(catalog.table<NewsItem>());
    see_all(catalog.table<Contact>());
    see_all(catalog.table<Outcome>());
}

std::shared_ptr<const Catalog> read_catalog(const Store& store) {
    auto catalog = std::make_shared<Catalog>();
    catalog->revision = store.revision();
    for_each_table(*catalog,
                   [&](auto& table) { table = read_table<RecordOf<std::decay_t<decltype(table)>>>(store); });
    catalog->pairs = read_pairs(store);
    catalog->latest = latest_of(*catalog);
    return catalog;
}

namespace {

// The questions with an answer among `answers`.
void add_questions_of(const Catalog& catalog, const std::unordered_set<std::string>& answers,
                      std::set<Id<Question>>& touched) {
    if (answers.empty()) return;
    catalog.pairs.for_each([&](const PairHead& pair) {
        for (const AnswerHead& answer : pair.answers) {
            if (answers.contains(answer.id.str())) touched.insert(pair.id);
        }
    });
}

}  // namespace

std::vector<Id<Question>> touched_questions(const Catalog& before, const Store& store,
                                            const std::vector<Change>& changes) {
    std::set<Id<Question>> touched;
    std::unordered_set<std::string> answers;  // removed, or replaced: they may have moved to another question
    for (const Change& change : changes) {
        if (change.type == Schema<Question>::plural) {
            touched.insert(Id<Question>(change.id));
        } else if (change.type == Schema<Answer>::plural) {
            answers.insert(change.id);
            if (const auto answer = store.find(Id<Answer>(change.id))) touched.insert(answer->question);
        }
    }
    add_questions_of(before, answers, touched);
    return {touched.begin(), touched.end()};
}

std::vector<Id<Question>> touched_questions(const Catalog& before, const Catalog& after,
                                            const std::vector<Change>& changes) {
    std::set<Id<Question>> touched;
    std::unordered_set<std::string> answers;
    for (const Change& change : changes) {
        if (change.type == Schema<Question>::plural) touched.insert(Id<Question>(change.id));
        if (change.type == Schema<Answer>::plural) answers.insert(change.id);
    }
    add_questions_of(before, answers, touched);
    add_questions_of(after, answers, touched);
    return {touched.begin(), touched.end()};
}

std::shared_ptr<const Catalog> update_catalog(const Catalog& before, const Store& store,
                                              const std::vector<Change>& changes) {
    auto catalog = std::make_shared<Catalog>(before);
    catalog->revision = store.revision();
    std::set<std::string> types;
    for (const Change& change : changes)
        types.insert(change.type);
    for_each_table(*catalog, [&](auto& table) {
        using Record = RecordOf<std::decay_t<decltype(table)>>;
        if (types.contains(std::string(Schema<Record>::plural))) table = read_table<Record>(store);
    });
    Layered<PairHead>::Changes pairs;
    for (const Id<Question>& id : touched_questions(before, store, changes)) {
        std::optional<PairHead>& pair = pairs[id.str()];
        const auto question = store.find(id);
        if (!question) continue;
        pair.emplace(PairHead{id, head_of(*question), {}});
        for (const Answer& answer : store.answers_to(id))
            pair->answers.push_back(head_of(answer));
        std::sort(pair->answers.begin(), pair->answers.end(), before_in_time);
    }
    if (!pairs.empty()) catalog->pairs = catalog->pairs.with(std::move(pairs));
    catalog->latest = latest_of(*catalog);
    return catalog;
}

}  // namespace m150::inline v0
