#include "libm150/match/answers.hpp"

#include <algorithm>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/match/word_reasons.hpp"
#include "libm150/search/snippet_maker.hpp"

namespace m150::inline v0 {

namespace {

// Parts of a reason below this fraction of the score are told together.
constexpr double least_told = 0.02;

// How much of its weight meaning keeps. The part of a question's words that a pair can hold shrinks as the
// question gets longer, and its cosine does not: so that is made to.
double held_by_meaning(const Query& query, std::size_t words) {
    const auto own = std::count_if(query.terms.begin(), query.terms.end(),
                                   [](const QueryTerm& term) { return term.kind == QueryTerm::Kind::word; });
    return std::min(1.0, static_cast<double>(words) / static_cast<double>(std::max<std::ptrdiff_t>(own, 1)));
}

Contender contender_of(const Snapshot& now, const SearchResult& found, const Hit& hit, double meaning,
                       std::vector<AnswerFact>& said) {
    Contender contender;
    contender.id = hit.group;
    contender.words = found.best_possible > 0 ? hit.score / found.best_possible : 0.0;
    contender.cosine = hit.cosine * meaning;
    contender.vector = hit.embedding;
    contender.given = hit.given_cosine;
    Date newest = hit.date;
    now.visit_question(Id<Question>(hit.group), [&](const auto&, const auto&, Date, const auto& topics,
                                                    const std::vector<AnswerFact>& answers) {
        for (const Id<Topic>& topic : topics) {
            if (const int number = now.number_of(topic); number >= 0) contender.topics.push_back(number);
        }
        said = std::vector<AnswerFact>(answers);
        for (const AnswerFact& answer : answers) {
            contender.accepted = contender.accepted || answer.accepted;
            newest = std::max(newest, answer.date);
        }
    });
    std::sort(contender.topics.begin(), contender.topics.end());
    contender.topics.erase(std::unique(contender.topics.begin(), contender.topics.end()),
                           contender.topics.end());
    contender.age_days = days_between(newest, now.today());
    return contender;
}

// The reason `code` with a part for each share; `value` names the part's value.
template <class Value>
void add_reason(std::vector<Reason>& reasons, const char* code, const char* part_code,
                const std::vector<ShareOf>& shares, const Value& value, double least) {
    if (shares.empty()) return;
    Reason reason{code, 0.0, {}, {}};
    for (const ShareOf& share : shares)
        reason.parts.push_back({part_code, share.share, {value(share.which)}, {}});
    std::stable_sort(reason.parts.begin(), reason.parts.end(),
                     [](const Reason& a, const Reason& b) { return a.share > b.share; });
    fold_small(reason.parts, least);
    reason.share = total_of(reason.parts);
    reasons.push_back(std::move(reason));
}

std::vector<Reason> reasons_of(const Snapshot& now, const RankedHits& ranked, const Fused& fused,
                               const Hit& hit) {
    std::vector<Reason> reasons;
    if (fused.words > 0) {
        const double scale = fused.words / ranked.contenders[fused.contender].words;
        reasons.push_back(word_reason("words", ranked.request.query, ranked.found, hit, scale));
    }
    if (fused.meaning > 0) reasons.push_back({"meaning", fused.meaning, {}, {}});
    if (fused.given > 0)
        reasons.push_back({"embedding", fused.given, {{"model", now.embedding_model().name}}, {}});
    const double least = least_told * fused.score;
    add_reason(
        reasons, "similar-pairs", "similar-pair", fused.neighbours,
        [&](std::size_t which) {
            return std::pair(std::string("question"), std::string(ranked.contenders[which].id));
        },
        least);
    add_reason(
        reasons, "topics", "on-topic", fused.topics,
        [&](std::size_t which) {
            return std::pair(std::string("topic"), now.topic(static_cast<int>(which)).id.str());
        },
        least);
    if (fused.accepted > 0) reasons.push_back({"accepted", fused.accepted, {}, {}});
    if (fused.recent > 0) reasons.push_back({"recent", fused.recent, {}, {}});
    return reasons;
}

// Of the text of the pair that shows most of what was asked, the question's before an answer's. Never of two
// texts: they were written by two municipalities.
Snippet best_snippet(const Pair& pair, SnippetMaker& snippets) {
    Snippet best = snippets.make(pair.question.text.empty() ? pair.question.title : pair.question.text);
    best.of = pair.question.id.str();
    double most = snippets.shown();
    for (const Answer& answer : pair.answers) {
        Snippet snippet = snippets.make(answer.text);
        // Sums of the same weights in another order differ in their last digits.
        if (!(snippets.shown() > most + 1e-9)) continue;
        most = snippets.shown();
        best = std::move(snippet);
        best.of = answer.id.str();
    }
    return best;
}

}  // namespace

std::vector<SimilarPair> RankedHits::pairs() const {
    std::vector<SimilarPair> list;
    for (const Fused& fused : ranking)
        list.push_back({contenders[fused.contender].id, fused.score, answers[fused.contender]});
    return list;
}

RankedHits rank_hits(const Snapshot& now, SearchRequest request, const std::vector<int>& topics,
                     std::string_view without) {
    const RankingOptions& by = now.options().ranking;
    RankedHits ranked;
    // Always as many, so that what is found does not depend on how much of it is wanted.
    request.limit = by.candidates + (without.empty() ? 0 : 1);
    request.explained = 0;
    request.meaning = by.cosine > 0.0;
    request.nearest = request.meaning ? by.nearest : 0;
    if (!(by.given > 0.0)) request.given.clear();
    request.nearest_given = by.nearest_given;
    ranked.found = now.search(request);
    std::erase_if(ranked.found.hits, [&](const Hit& hit) {
        return (!without.empty() && hit.group == without) ||
               (hit.score == 0.0 && hit.cosine < by.least_cosine && hit.given_cosine < by.least_cosine);
    });
    const double meaning = held_by_meaning(request.query, by.meant_words);
    for (const Hit& hit : ranked.found.hits)
        ranked.contenders.push_back(
            contender_of(now, ranked.found, hit, meaning, ranked.answers.emplace_back()));
    ranked.request = std::move(request);
    ranked.about = believed_topics(ranked.contenders, by, topics);
    ranked.ranking = fuse(ranked.contenders, ranked.about, by);
    return ranked;
}

std::vector<FoundAnswer> found_answers(const Snapshot& now, const RankedHits& ranked, std::size_t limit) {
    const std::size_t count = std::min(limit, ranked.ranking.size());
    std::vector<Hit> shown;
    for (std::size_t i = 0; i < count; ++i)
        shown.push_back(ranked.found.hits[ranked.ranking[i].contender]);
    now.explain(ranked.request, shown);
    std::vector<FoundAnswer> answers;
    SnippetMaker snippets(ranked.request.query, ranked.found.term_weights, now.analyzer());
    for (std::size_t i = 0; i < count; ++i) {
        FoundAnswer& answer = answers.emplace_back();
        answer.reasons = reasons_of(now, ranked, ranked.ranking[i], shown[i]);
        answer.score = total_of(answer.reasons);
        Pair pair = now.pair(shown[i]).value();
        answer.snippet = best_snippet(pair, snippets);
        answer.question = std::move(pair.question);
        answer.answers = std::move(pair.answers);
    }
    // Reasons are added in another order than the ranking's shares: equals may differ in the last digit.
    std::stable_sort(answers.begin(), answers.end(),
                     [](const FoundAnswer& a, const FoundAnswer& b) { return a.score > b.score; });
    return answers;
}

}  // namespace m150::inline v0
