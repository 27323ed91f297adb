#include "libm150/match/asked.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/knowledge/filters.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/match/knowers.hpp"

namespace m150::inline v0 {

namespace {

void check_options(const Snapshot& now, const AskOptions& options, const std::optional<Question>& stored) {
    Inputs inputs(now, "ask");
    if (options.question) {
        inputs.require(stored.has_value(), "question",
                       "'" + excerpt(options.question->str(), 60) + "' is unknown", "a question that is here",
                       "give the text of a question that is not stored yet");
        inputs.require(options.text.empty(), "text", "is given beside a question",
                       "the id of a question, or a text");
        inputs.require(options.embedding.empty(), "embedding", "is given beside a question",
                       "the vector of a text that is not stored yet", "a stored question has its own");
    } else {
        require_text(inputs, options.text);
    }
    require_embedding(inputs, now, options.embedding);
    inputs.in_range("limit", static_cast<double>(options.limit), 1, 1000);
    inputs.known(options.topics);
    inputs.known(options.about, "about");
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
    if (!options.topics.empty()) {
        auto& any = request.filters.emplace_back();
        for (const auto& topic : options.topics)
            any.push_back(topic_filter(topic));
    }
    if (!options.networks.empty() || !options.provinces.empty()) {
        // A record keeps the code of a municipality that has merged since: it counts as its successor.
        auto& any = request.filters.emplace_back();
        for (const Municipality* one : now.all<Municipality>()) {
            if (std::binary_search(allowed.begin(), allowed.end(), now.number_of(one->id)))
                any.push_back(party_filter(one->id));
        }
    }
    return request;
}

// Numbers, ascending, each once.
std::vector<int> numbers_of(const Snapshot& now, const std::vector<Id<Topic>>& topics) {
    std::vector<int> numbers;
    for (const Id<Topic>& topic : topics) {
        if (const int number = now.number_of(topic); number >= 0) numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

// Looks for the topics that the question is said to be on, as for those that it names itself.
void name_topics(const Snapshot& now, const std::vector<int>& topics, Query& query) {
    for (const int number : topics) {
        const std::string& id = now.topic(number).id.str();
        const bool named = std::any_of(query.terms.begin(), query.terms.end(), [&](const QueryTerm& term) {
            return term.kind == QueryTerm::Kind::concept_id && term.term == id;
        });
        if (named) continue;
        query.terms.push_back(
            {id, QueryTerm::Kind::concept_id, now.options().thesaurus.concept_weight, "", id});
    }
}

// Takes out who asked not to be recommended: on anything, or on a topic that the question is at least half as
// much on as on its first.
void leave_alone(const Snapshot& now, Asked& asked) {
    std::vector<int> topics;
    for (const TopicWeight& topic : asked.topics) {
        if (topic.weight >= 0.5 * asked.topics.front().weight) topics.push_back(topic.topic);
    }
    const std::vector<int> all = asked.allowed;
    std::erase_if(asked.allowed, [&](int number) { return now.is_paused(number, topics); });
    if (all.empty() || !asked.allowed.empty()) return;
    asked.left_alone = all;
    asked.notices.push_back({"all-paused", 0.0, {}, {}});
}

}  // namespace

Asked look_up(const Snapshot& now, const AskOptions& options) {
    std::optional<Question> stored;
    if (options.question) {
        if (auto pair = now.pair(*options.question)) stored = std::move(pair->question);
    }
    check_options(now, options, stored);
    const std::string text = stored ? stored->title + "\n" + stored->text : options.text;
    const bool topics_known = stored && options.about.empty();
    Asked asked;
    if (options.asked_by) {
        asked.asker = now.number_of(resolve_saying(now, *options.asked_by, asked.notices));
    } else if (stored && stored->asked_by) {
        asked.asker = now.number_of(*stored->asked_by);
    }
    const std::vector<int> about = numbers_of(now, topics_known ? stored->topics : options.about);
    asked.understood = now.understand(text);
    name_topics(now, about, asked.understood);
    if (asked.understood.empty()) {
        asked.notices.push_back({"nothing-to-search-for", 0.0, {}, {}});
        return asked;
    }
    asked.allowed = allowed_municipalities(now, options);
    SearchRequest request = request_of(now, options, asked.understood, asked.allowed);
    request.given = stored ? now.embedding_of(stored->id) : given_of(now, options.embedding, text);
    asked.ranked = rank_hits(now, std::move(request), about, stored ? stored->id.str() : std::string());
    asked.pairs = asked.ranked.pairs();
    asked.topics = about.empty() ? topics_of(now, asked.understood, asked.pairs) : topics_of(about);
    leave_alone(now, asked);
    return asked;
}

Verdict judge(const Snapshot& now, Asked& asked, double confidence, const KnowerRanking& ranking,
              std::size_t limit) {
    double knows = ranking.surest(limit);
    if (!asked.left_alone.empty())
        knows = KnowerRanking(now, {asked.pairs, asked.topics, asked.asker, asked.left_alone}, confidence)
                    .surest(limit);
    const Verdict verdict = verdict_of(confidence, knows, now.options().verdict);
    if (verdict == Verdict::nobody) {
        for (Reason& notice : asked.notices) {
            if (notice.code == "all-paused") notice.code = "all-left-alone";
        }
    }
    return verdict;
}

}  // namespace m150::inline v0
