#include "bench/evaluate/measures.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"

namespace m150::evaluate {

namespace {

using Kind = Measure::Kind;

// What ir_measures knows under each name, as far as we do.
struct Known {
    std::string_view name;
    Kind kind;
    bool alias = false;  // another name for a measure that stands before it
    bool takes_rel = true;
    bool needs_cutoff = false;
};
constexpr std::array<Known, 12> known_measures{{
    {"nDCG", Kind::ndcg, false, false, false},
    {"AP", Kind::ap, false, true, false},
    {"RR", Kind::rr, false, true, false},
    {"P", Kind::p, false, true, true},
    {"R", Kind::r, false, true, true},
    {"Success", Kind::success, false, true, true},
    {"Judged", Kind::judged, false, false, false},
    {"NDCG", Kind::ndcg, true, false, false},
    {"MAP", Kind::ap, true, true, false},
    {"MRR", Kind::rr, true, true, false},
    {"Precision", Kind::p, true, true, true},
    {"Recall", Kind::r, true, true, true},
}};

const Known& known_as(Kind kind) {
    return *std::find_if(known_measures.begin(), known_measures.end(),
                         [&](const Known& known) { return known.kind == kind; });
}

constexpr const char* expected_form =
    "a measure such as nDCG@10, AP, RR(rel=2)@10, P@5, R@10, Success@1 or Judged@10";

std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || number > 1000000)
        return std::nullopt;
    return number;
}

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(trim(text)) {}

    Measure parse() {
        const std::size_t name_end = std::min(text_.find_first_of("(@ \t"), text_.size());
        const Known& known = find(text_.substr(0, name_end));
        Measure measure;
        measure.kind = known.kind;
        std::string_view rest = trim(text_.substr(name_end));
        if (rest.starts_with('(')) {
            const std::size_t close = rest.find(')');
            if (close == std::string_view::npos) wrong("the bracket is not closed", expected_form);
            parameter(known, trim(rest.substr(1, close - 1)), measure);
            rest = trim(rest.substr(close + 1));
        }
        if (rest.starts_with('@')) {
            measure.cutoff = number_in(trim(rest.substr(1)));
            if (!measure.cutoff || *measure.cutoff == 0)
                wrong("'" + excerpt(rest, 40) + "' is no cutoff", "@ and a whole number of at least 1");
        } else if (!rest.empty()) {
            wrong("'" + excerpt(rest, 40) + "' is not understood", expected_form);
        }
        if (known.needs_cutoff && !measure.cutoff)
            wrong("has no cutoff",
                  std::string(known.name) + "@ and a number, such as " + std::string(known.name) + "@10");
        return measure;
    }

  private:
    [[noreturn]] void wrong(std::string what, std::string expected, std::string advice = {}) const {
        throw InvalidInput({"measure '" + excerpt(text_, 60) + "'", std::move(what), std::move(expected),
                            std::move(advice)});
    }

    const Known& find(std::string_view name) const {
        std::vector<std::string> names;
        for (const Known& known : known_measures) {
            if (known.name == name) return known;
            names.emplace_back(known.name);
        }
        // A name in other capitals is nearer than any other.
        std::string guess;
        for (const Known& known : known_measures) {
            if (guess.empty() && ascii_lower(known.name) == ascii_lower(name)) guess = known.name;
        }
        if (guess.empty()) guess = nearest(name, names);
        wrong("there is no measure named '" + excerpt(name, 40) + "'", expected_form,
              guess.empty() ? std::string() : "did you mean " + guess + "?");
    }

    void parameter(const Known& known, std::string_view text, Measure& measure) const {
        if (text.empty()) return;
        const std::size_t equals = text.find('=');
        const std::string_view name = trim(text.substr(0, equals));
        const std::string takes = known.takes_rel ? "(rel=2), the lowest grade that counts"
                                                  : "no parameters for " + std::string(known.name);
        if (equals == std::string_view::npos || name != "rel" || !known.takes_rel)
            wrong("'" + excerpt(text, 40) + "' is not taken", takes);
        const auto rel = number_in(trim(text.substr(equals + 1)));
        if (!rel || *rel < 1 || *rel > 1000) wrong("'" + excerpt(text, 40) + "' is no grade", "1 to 1000");
        measure.rel = static_cast<int>(*rel);
    }

    std::string_view text_;
};

// The grades of one query's documents in ranked order; nothing for a document that was not judged.
using Ranking = std::vector<std::optional<int>>;

// trec_eval keeps scores as floats, so that what differs beyond seven digits is a tie.
bool before_in_trec_eval(const Ranked& a, const Ranked& b) {
    const auto left = static_cast<float>(a.score);
    const auto right = static_cast<float>(b.score);
    return left != right ? left > right : a.document > b.document;
}

bool before_in_python(const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
}

template <class Before>
Ranking ranking_of(std::vector<Ranked> found, const Grades& grades, Before before) {
    std::sort(found.begin(), found.end(), before);
    Ranking ranking;
    ranking.reserve(found.size());
    for (const Ranked& ranked : found) {
        const auto grade = grades.find(ranked.document);
        ranking.push_back(grade == grades.end() ? std::nullopt : std::optional<int>(grade->second));
    }
    return ranking;
}

struct Query {
    const Grades& grades;
    Ranking by_trec_eval;
    Ranking by_python;

    std::size_t relevant(int rel) const {
        return static_cast<std::size_t>(std::count_if(
            grades.begin(), grades.end(), [&](const auto& grade) { return grade.second >= rel; }));
    }
};

bool counts(const std::optional<int>& grade, int rel) {
    return grade && *grade >= rel;
}

std::size_t hits_in(const Ranking& ranking, int rel, std::size_t depth) {
    const auto end = ranking.begin() + static_cast<std::ptrdiff_t>(std::min(depth, ranking.size()));
    return static_cast<std::size_t>(
        std::count_if(ranking.begin(), end, [&](const auto& grade) { return counts(grade, rel); }));
}

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Järvelin and Kekäläinen 2002, with the grade itself as gain and log2(rank + 1) as discount.
double ndcg(const Query& query, std::size_t depth) {
    const auto gain_at = [](int grade, std::size_t at) {
        return grade > 0 ? grade / std::log2(static_cast<double>(at) + 2.0) : 0.0;
    };
    double gain = 0.0;
    for (std::size_t i = 0; i < std::min(depth, query.by_trec_eval.size()); ++i)
        gain += gain_at(query.by_trec_eval[i].value_or(0), i);
    std::vector<int> ideal;
    for (const auto& [document, grade] : query.grades)
        ideal.push_back(grade);
    std::sort(ideal.begin(), ideal.end(), std::greater<>());
    double best = 0.0;
    for (std::size_t i = 0; i < std::min(depth, ideal.size()); ++i)
        best += gain_at(ideal[i], i);
    return best > 0 ? gain / best : 0.0;
}

double average_precision(const Query& query, int rel, std::size_t depth) {
    double sum = 0.0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < std::min(depth, query.by_trec_eval.size()); ++i) {
        if (counts(query.by_trec_eval[i], rel)) sum += ratio(++found, i + 1);
    }
    const std::size_t relevant = query.relevant(rel);
    return relevant == 0 ? 0.0 : sum / static_cast<double>(relevant);
}

double reciprocal_rank(const Ranking& ranking, int rel, std::size_t depth) {
    for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
        if (counts(ranking[i], rel)) return 1.0 / static_cast<double>(i + 1);
    }
    return 0.0;
}

double judged(const Ranking& ranking, std::size_t depth) {
    const std::size_t seen = std::min(depth, ranking.size());
    const auto end = ranking.begin() + static_cast<std::ptrdiff_t>(seen);
    return ratio(static_cast<std::size_t>(std::count_if(ranking.begin(), end,
                                                        [](const auto& grade) { return grade.has_value(); })),
                 seen);
}

double value_of(const Measure& measure, const Query& query) {
    const std::size_t depth = measure.cutoff.value_or(query.by_trec_eval.size() + query.grades.size());
    switch (measure.kind) {
        case Kind::ndcg:
            return ndcg(query, depth);
        case Kind::ap:
            return average_precision(query, measure.rel, depth);
        case Kind::rr:
            return reciprocal_rank(measure.cutoff ? query.by_python : query.by_trec_eval, measure.rel, depth);
        case Kind::p:
            return ratio(hits_in(query.by_trec_eval, measure.rel, depth), depth);
        case Kind::r:
            return ratio(hits_in(query.by_trec_eval, measure.rel, depth), query.relevant(measure.rel));
        case Kind::success:
            return hits_in(query.by_trec_eval, measure.rel, depth) > 0 ? 1.0 : 0.0;
        case Kind::judged:
            return judged(query.by_python, depth);
    }
    return 0.0;
}

}  // namespace

std::string Measure::name() const {
    std::string text(known_as(kind).name);
    if (rel != 1) text += "(rel=" + std::to_string(rel) + ")";
    if (cutoff) text += "@" + std::to_string(*cutoff);
    return text;
}

Measure parse_measure(std::string_view text) {
    return Parser(text).parse();
}

std::vector<Measure> parse_measures(std::string_view text) {
    std::vector<std::string> pieces(1);
    int depth = 0;
    for (const char letter : text) {
        depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        if (depth <= 0 && (letter == ',' || letter == ' ' || letter == '\t' || letter == '\n')) {
            pieces.emplace_back();
        } else {
            pieces.back() += letter;
        }
    }
    std::vector<Measure> measures;
    std::vector<Problem> problems;
    for (const std::string& piece : pieces) {
        if (piece.empty()) continue;
        try {
            const Measure measure = parse_measure(piece);
            if (std::find(measures.begin(), measures.end(), measure) == measures.end())
                measures.push_back(measure);
        } catch (const InvalidInput& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (problems.empty() && measures.empty())
        problems.push_back({"measures", "none is named", expected_form, ""});
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return measures;
}

double Evaluation::mean(std::size_t measure) const {
    double sum = 0.0;
    for (const double value : values.at(measure))
        sum += value;
    return queries.empty() ? 0.0 : sum / static_cast<double>(queries.size());
}

std::vector<Ranked> ranked_by_trec_eval(std::vector<Ranked> found) {
    std::sort(found.begin(), found.end(), before_in_trec_eval);
    return found;
}

Evaluation evaluate(const Judgements& judgements, const Run& run, const std::vector<Measure>& measures) {
    Evaluation evaluation;
    evaluation.measures = measures;
    evaluation.values.resize(measures.size());
    const std::vector<Ranked> nothing;
    for (const auto& [id, grades] : judgements) {
        if (grades.empty()) continue;
        const auto found = run.find(id);
        const auto& documents = found == run.end() ? nothing : found->second;
        const Query query{grades, ranking_of(documents, grades, before_in_trec_eval),
                          ranking_of(documents, grades, before_in_python)};
        evaluation.queries.push_back(id);
        if (documents.empty()) evaluation.missing.push_back(id);
        if (query.relevant(1) == 0) evaluation.nothing_relevant.push_back(id);
        for (std::size_t m = 0; m < measures.size(); ++m)
            evaluation.values[m].push_back(value_of(measures[m], query));
    }
    for (const auto& [id, documents] : run) {
        const auto grades = judgements.find(id);
        if (grades == judgements.end() || grades->second.empty()) evaluation.unjudged.push_back(id);
    }
    return evaluation;
}

}  // namespace m150::evaluate
