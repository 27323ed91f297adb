#include "libm150/match/ask.hpp"

#include <algorithm>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/knowledge/filters.hpp"
#include "libm150/match/confidence.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/match/knowers.hpp"
#include "libm150/match/word_reasons.hpp"
#include "libm150/record/validate.hpp"
#include "libm150/search/snippet_maker.hpp"

namespace m150::inline v0 {

namespace {

void check_options(const Snapshot& now, const AskOptions& options) {
    Inputs inputs(now, "ask");
    inputs.require(!trim(options.text).empty(), "text", "is empty", "a question in words");
    inputs.require(options.text.size() <= max_text_bytes, "text",
                   "is " + std::to_string(options.text.size()) + " bytes long",
                   "at most " + std::to_string(max_text_bytes) + " bytes", "ask about one thing at a time");
    const std::size_t bad = invalid_utf8(options.text);
    inputs.require(bad == std::string_view::npos, "text",
                   "byte " + std::to_string(bad + 1) + " is not valid text", "UTF-8 without NUL bytes");
    inputs.in_range("limit", static_cast<double>(options.limit), 1, 1000);
    inputs.known(options.topics);
    inputs.known(options.networks);
    for (const std::string& province : options.provinces) {
        const auto& all = now.all<Municipality>();
        std::vector<std::string> provinces;
        for (const Municipality* municipality : all)
            provinces.push_back(municipality->province);
        const bool known = std::find(provinces.begin(), provinces.end(), province) != provinces.end();
        const std::string guess = known ? "" : nearest(province, provinces);
        inputs.require(known, "provinces", "'" + excerpt(province, 60) + "' is unknown",
                       "the name of a province", guess.empty() ? "" : "did you mean " + guess + "?");
    }
    inputs.require(!options.from || !options.to || *options.from <= *options.to, "to", "lies before from",
                   "a day on or after from");
    inputs.throw_if_any();
}

// Municipalities that the networks and provinces leave, as numbers, ascending.
std::vector<int> allowed_municipalities(const Snapshot& now, const AskOptions& options) {
    std::vector<int> allowed = members_of(now, options.networks);
    if (!options.provinces.empty()) {
        std::erase_if(allowed, [&](int number) {
            const auto& list = options.provinces;
            return std::find(list.begin(), list.end(), now.municipality(number).province) == list.end();
        });
    }
    return allowed;
}

SearchRequest request_of(const Snapshot& now, const AskOptions& options, const Query& query,
                         const std::vector<int>& allowed) {
    SearchRequest request;
    request.query = query;
    request.from = options.from;
    request.to = options.to;
    const KnowledgeBaseOptions& by = now.options();
    request.explained = options.limit + by.ranking.rising_hits;
    request.limit =
        std::max({by.knowers.voting_hits, by.knowers.topic_hits, confidence_hits, request.explained});
    if (!options.topics.empty()) {
        auto& any = request.filters.emplace_back();
        for (const auto& topic : options.topics)
            any.push_back(topic_filter(topic));
    }
    if (!options.networks.empty() || !options.provinces.empty()) {
        auto& any = request.filters.emplace_back();
        for (const int number : allowed)
            any.push_back(party_filter(now.municipality(number).id));
    }
    return request;
}

std::vector<Reason> answer_reasons(const Query& query, const SearchResult& found, const Hit& hit,
                                   double bonus) {
    std::vector<Reason> reasons{word_reason("words", query, found, hit)};
    if (bonus > 0) reasons.push_back({"accepted", bonus * reasons.front().share, {}, {}});
    return reasons;
}

// What a snippet of the pair is taken from.
std::string text_of(const Pair& pair) {
    std::string text = pair.question.text.empty() ? pair.question.title : pair.question.text;
    for (const Answer& answer : pair.answers)
        text += "\n" + answer.text;
    return text;
}

std::vector<FoundAnswer> found_answers(const Snapshot& now, const Query& query, const SearchResult& found,
                                       std::size_t limit) {
    const RankingOptions& by = now.options().ranking;
    std::vector<std::pair<FoundAnswer, const Hit*>> ranked;
    for (std::size_t i = 0; i < std::min(found.hits.size(), limit + by.rising_hits); ++i) {
        const Hit& hit = found.hits[i];
        bool accepted = false;
        now.visit_question(Id<Question>(hit.group),
                           [&](const auto&, const auto&, Date, const auto&, const auto& facts) {
                               accepted = std::any_of(facts.begin(), facts.end(),
                                                      [](const AnswerFact& fact) { return fact.accepted; });
                           });
        FoundAnswer& answer = ranked.emplace_back(FoundAnswer{}, &hit).first;
        answer.reasons = answer_reasons(query, found, hit, accepted ? by.accepted_bonus : 0.0);
        answer.score = total_of(answer.reasons);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return a.first.score != b.first.score ? a.first.score > b.first.score
                                              : a.second->group < b.second->group;
    });
    if (ranked.size() > limit) ranked.resize(limit);
    std::vector<FoundAnswer> answers;
    SnippetMaker snippets(query, found.term_weights, now.analyzer());
    for (auto& [answer, hit] : ranked) {
        Pair pair = now.pair(*hit).value();
        answer.snippet = snippets.make(text_of(pair));
        answer.question = std::move(pair.question);
        answer.answers = std::move(pair.answers);
        answers.push_back(std::move(answer));
    }
    return answers;
}

}  // namespace

Reply ask(const Snapshot& now, const AskOptions& options) {
    check_options(now, options);
    Reply reply;
    std::optional<Id<Municipality>> asker = options.asked_by;
    if (asker) asker = now.resolve(*asker, reply.notices);
    reply.understood = make_query(options.text, now.analyzer(), now.thesaurus(), now.options().query);
    if (reply.understood.empty()) {
        reply.notices.push_back(
            "de vraag bevat alleen woorden waarop niet gezocht kan worden; stel haar met een zelfstandig "
            "naamwoord");
        return reply;
    }
    const std::vector<int> allowed = allowed_municipalities(now, options);
    const SearchResult found = now.search(request_of(now, options, reply.understood, allowed));
    reply.answers = found_answers(now, reply.understood, found, options.limit);
    reply.confidence = confidence(reply.understood, found, now.options().confidence);
    const std::vector<TopicWeight> topics = topics_of(now, reply.understood, found);
    reply.municipalities = find_knowers(now, found, topics, reply.confidence, asker, allowed, options.limit);
    return reply;
}

}  // namespace m150::inline v0
