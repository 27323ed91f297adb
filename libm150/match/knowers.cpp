#include "libm150/match/knowers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/record/text_form.hpp"

namespace m150::inline v0 {

namespace {

// Parts of a reason below this fraction of the score are told together.
constexpr double least_told = 0.02;

struct Vote {
    double weight = 0.0;
    std::string_view answer;  // ids: of the snapshot's records
    std::string_view question;
    Date date;
    bool accepted = false;
};

// Votes by municipality number. The square of the similarity lets one close pair count for more than many
// distant ones.
std::vector<std::vector<Vote>> collect_votes(const Snapshot& now, const std::vector<SimilarPair>& pairs,
                                             const KnowerOptions& weights) {
    std::vector<std::vector<Vote>> votes(static_cast<std::size_t>(now.graph().municipalities()));
    const double half_life = now.graph().options().half_life_days;
    for (std::size_t i = 0; i < std::min(weights.voting_hits, pairs.size()); ++i) {
        const double close = pairs[i].score * pairs[i].score;
        now.visit_question(
            Id<Question>(std::string(pairs[i].question)),
            [&](const auto& question, const auto&, Date, const auto&, const auto& answers) {
                for (const AnswerFact& answer : answers) {
                    if (!answer.by || answer.status != AnswerStatus::current) continue;
                    const int number = now.number_of(*answer.by);
                    if (number < 0) continue;
                    const double fresh = std::exp2(-days_between(answer.date, now.today()) / half_life);
                    const double weight = close * fresh * (answer.accepted ? weights.accepted : 1.0);
                    votes[static_cast<std::size_t>(number)].push_back(
                        {weight, answer.id.str(), question.str(), answer.date, answer.accepted});
                }
            });
    }
    for (std::vector<Vote>& list : votes) {
        std::sort(list.begin(), list.end(), [](const Vote& a, const Vote& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.answer < b.answer;
        });
    }
    return votes;
}

double vote_score(const std::vector<Vote>& votes, const KnowerOptions& weights) {
    double score = 0.0;
    double discount = weights.votes;
    for (const Vote& vote : votes) {
        score += discount * vote.weight;
        discount *= weights.next_vote;
    }
    return score;
}

Reason vote_reason(const std::vector<Vote>& votes, const KnowerOptions& weights) {
    constexpr std::size_t most_listed = 5;
    Reason reason{"similar-answers", 0.0, {{"count", std::to_string(votes.size())}}, {}};
    double discount = weights.votes;
    double rest = 0.0;
    for (std::size_t i = 0; i < votes.size(); ++i, discount *= weights.next_vote) {
        const Vote& vote = votes[i];
        if (i >= most_listed) {
            rest += discount * vote.weight;
            continue;
        }
        reason.parts.push_back({"answer",
                                discount * vote.weight,
                                {{"answer", std::string(vote.answer)},
                                 {"question", std::string(vote.question)},
                                 {"date", vote.date.str()},
                                 {"accepted", to_text(vote.accepted)}},
                                {}});
    }
    if (votes.size() > most_listed) {
        reason.parts.push_back({"other", rest, {{"count", std::to_string(votes.size() - most_listed)}}, {}});
    }
    return reason;
}

// The graph numbers topics; people know them by their ids.
void name_topics(const Snapshot& now, Reason& reason) {
    for (auto& [name, value] : reason.values) {
        if (name == "topic") value = now.topic(std::stoi(value)).id.str();
    }
    for (Reason& part : reason.parts)
        name_topics(now, part);
}

// `factor` turns expertise into score; topics that bring less than `least` are told together.
Reason topic_reason(const Snapshot& now, int municipality, const std::vector<TopicWeight>& topics,
                    double factor, double least) {
    Reason reason{"topic-expertise", 0.0, {}, {}};
    double small = 0.0;
    int folded = 0;
    for (const TopicWeight& topic : topics) {
        const double share = factor * topic.weight * now.graph().spread_expertise(municipality, topic.topic);
        if (share <= 0) continue;
        if (share < least) {
            small += share;
            ++folded;
            continue;
        }
        Reason part{"on-topic",
                    0.0,
                    {{"topic", now.topic(topic.topic).id.str()}},
                    now.graph().expertise_reasons(municipality, topic.topic)};
        for (Reason& piece : part.parts) {
            scale(piece, factor * topic.weight);
            name_topics(now, piece);
        }
        reason.parts.push_back(std::move(part));
    }
    if (folded > 0) reason.parts.push_back({"other", small, {{"count", std::to_string(folded)}}, {}});
    return reason;
}

struct Ranked {
    int municipality = 0;
    double score = 0.0;
};

}  // namespace

std::vector<TopicWeight> topics_of(const Snapshot& now, const Query& query,
                                   const std::vector<SimilarPair>& pairs) {
    const KnowerOptions& options = now.options().knowers;
    std::map<int, double> weights;
    double hits_total = 0.0;
    for (std::size_t i = 0; i < std::min(options.topic_hits, pairs.size()); ++i) {
        const double close = pairs[i].score * pairs[i].score;
        hits_total += close;
        now.visit_question(Id<Question>(std::string(pairs[i].question)),
                           [&](const auto&, const auto&, Date, const auto& topics, const auto&) {
                               for (const Id<Topic>& topic : topics) {
                                   if (const int number = now.number_of(topic); number >= 0) {
                                       weights[number] += close / static_cast<double>(topics.size());
                                   }
                               }
                           });
    }
    if (hits_total > 0) {
        for (auto& [topic, weight] : weights)
            weight /= hits_total;
    }
    for (const QueryTerm& term : query.terms) {
        if (term.kind != QueryTerm::Kind::concept_id) continue;
        if (const int number = now.number_of(Id<Topic>(term.via)); number >= 0)
            weights[number] += options.named_topic;
    }
    std::vector<TopicWeight> list;
    for (const auto& [topic, weight] : weights)
        list.push_back({topic, weight});
    std::stable_sort(list.begin(), list.end(),
                     [](const TopicWeight& a, const TopicWeight& b) { return a.weight > b.weight; });
    if (list.size() > options.most_topics) list.resize(options.most_topics);
    double total = 0.0;
    for (const TopicWeight& topic : list)
        total += topic.weight;
    if (total <= 0) return {};
    for (TopicWeight& topic : list)
        topic.weight /= total;
    return list;
}

std::vector<Knower> find_knowers(const Snapshot& now, const std::vector<SimilarPair>& pairs,
                                 const std::vector<TopicWeight>& topics, double sure,
                                 const std::optional<Id<Municipality>>& asked_by,
                                 const std::vector<int>& only, std::size_t limit) {
    const KnowerOptions& weights = now.options().knowers;
    const ExpertiseGraph& graph = now.graph();
    const std::vector<std::vector<Vote>> votes = collect_votes(now, pairs, weights);
    std::vector<double> near;
    if (!topics.empty()) near = graph.pagerank(topics);
    const double nearest_of_all = near.empty() ? 0.0 : *std::max_element(near.begin(), near.end());
    const int asker = asked_by ? now.number_of(*asked_by) : -1;
    const auto network_share = [&](int number) {
        return nearest_of_all > 0
                   ? weights.network * sure * near[static_cast<std::size_t>(number)] / nearest_of_all
                   : 0.0;
    };

    std::vector<Ranked> ranked;
    for (const int number : only) {
        if (number == asker) continue;
        double expertise = 0.0;
        for (const TopicWeight& topic : topics)
            expertise += topic.weight * graph.spread_expertise(number, topic.topic);
        const double by_votes = vote_score(votes[static_cast<std::size_t>(number)], weights);
        if (by_votes <= 0 && expertise <= 0) continue;  // closeness alone is not knowing
        ranked.push_back({number, by_votes + weights.topics * sure * expertise + network_share(number)});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    if (ranked.size() > limit) ranked.resize(limit);

    std::vector<Knower> knowers;
    for (const Ranked& one : ranked) {
        Knower knower{now.municipality(one.municipality).id, 0.0, {}};
        const auto& own = votes[static_cast<std::size_t>(one.municipality)];
        if (!own.empty()) knower.reasons.push_back(vote_reason(own, weights));
        Reason on_topics =
            topic_reason(now, one.municipality, topics, weights.topics * sure, least_told * one.score);
        if (!on_topics.parts.empty()) knower.reasons.push_back(std::move(on_topics));
        if (const double share = network_share(one.municipality); share > 0) {
            knower.reasons.push_back({"network", share, {}, {}});
        }
        add_up(knower.reasons);
        for (Reason& reason : knower.reasons)
            fold_small(reason.parts, least_told * one.score);
        add_up(knower.reasons);
        knower.score = total_of(knower.reasons);
        knowers.push_back(std::move(knower));
    }
    return knowers;
}

}  // namespace m150::inline v0
