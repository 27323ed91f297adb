#include "libm150/match/ask.hpp"

#include <algorithm>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/knowledge/filters.hpp"
#include "libm150/match/answers.hpp"
#include "libm150/match/confidence.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/match/knowers.hpp"

namespace m150::inline v0 {

namespace {

void check_options(const Snapshot& now, const AskOptions& options) {
    Inputs inputs(now, "ask");
    require_text(inputs, options.text);
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

}  // namespace

Reply ask(const Snapshot& now, const AskOptions& options) {
    check_options(now, options);
    Reply reply;
    std::optional<Id<Municipality>> asker = options.asked_by;
    if (asker) asker = now.resolve(*asker, reply.notices);
    reply.understood = now.understand(options.text);
    if (reply.understood.empty()) {
        reply.notices.push_back(
            "de vraag bevat alleen woorden waarop niet gezocht kan worden; stel haar met een zelfstandig "
            "naamwoord");
        return reply;
    }
    const std::vector<int> allowed = allowed_municipalities(now, options);
    const RankedHits ranked = rank_hits(now, request_of(now, options, reply.understood, allowed));
    reply.answers = found_answers(now, ranked, options.limit);
    const std::vector<SimilarPair> pairs = ranked.pairs();
    reply.confidence = confidence(ranked, now.options().confidence);
    const std::vector<TopicWeight> topics = topics_of(now, reply.understood, pairs);
    reply.municipalities = find_knowers(now, pairs, topics, reply.confidence, asker, allowed, options.limit);
    return reply;
}

}  // namespace m150::inline v0
