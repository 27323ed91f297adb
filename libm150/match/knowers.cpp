#include "libm150/match/knowers.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/solve/logistic.hpp"

namespace m150::inline v0 {

namespace {

// Parts of a reason below this fraction of the score are told together.
constexpr double least_told = 0.02;

// `share` is divided over the candidate's answers to the pairs found, in proportion to what each brought: the
// feature treats all alike.
Reason answers_reason(const char* code, const KnowerCandidate& candidate, double share,
                      double Vote::*brought) {
    constexpr std::size_t most_listed = 5;
    std::vector<const Vote*> votes;
    double total = 0.0;
    for (const Vote& vote : candidate.votes) {
        if (!(vote.*brought > 0.0)) continue;
        votes.push_back(&vote);
        total += vote.*brought;
    }
    std::stable_sort(votes.begin(), votes.end(),
                     [&](const Vote* a, const Vote* b) { return a->*brought > b->*brought; });
    Reason reason{code, share, {{"count", std::to_string(votes.size())}}, {}};
    double rest = 0.0;
    for (std::size_t i = 0; i < votes.size(); ++i) {
        const double part = share * (votes[i]->*brought / total);
        if (i >= most_listed) {
            rest += part;
            continue;
        }
        reason.parts.push_back({"answer",
                                part,
                                {{"answer", std::string(votes[i]->answer)},
                                 {"question", std::string(votes[i]->question)},
                                 {"date", votes[i]->date.str()},
                                 {"accepted", to_text(votes[i]->accepted)}},
                                {}});
        if (!votes[i]->predecessor.empty())
            reason.parts.back().values.emplace_back("predecessor", std::string(votes[i]->predecessor));
    }
    if (votes.size() > most_listed) {
        reason.parts.push_back({"other", rest, {{"count", std::to_string(votes.size() - most_listed)}}, {}});
    }
    return reason;
}

// The graph numbers topics and municipalities; people know them by their ids.
void name_nodes(const Snapshot& now, Reason& reason) {
    for (auto& [name, value] : reason.values) {
        if (name == "topic") value = now.topic(std::stoi(value)).id.str();
        if (name == "municipality") value = now.municipality(std::stoi(value)).id.str();
    }
    for (Reason& part : reason.parts)
        name_nodes(now, part);
}

// Whose answers were taken over, in a reason that counts answers.
void name_predecessors(const Activity& activity, Reason& reason) {
    if (activity.inherited == 0) return;
    reason.values.emplace_back("inherited", std::to_string(activity.inherited));
    for (const Id<Municipality>& predecessor : activity.predecessors)
        reason.values.emplace_back("predecessor", predecessor.str());
}

// `share` is divided over the ways by which the walk came to the municipality, in proportion to the time that
// each brought; those that bring less than `least` are told together.
Reason network_reason(const Snapshot& now, int municipality, const std::vector<TopicWeight>& topics,
                      double share, double least) {
    Reason reason{"network", share, {}, now.graph().pagerank_reasons(topics, municipality, least / share)};
    const double time = total_of(reason.parts);
    if (!(time > 0.0)) reason.parts.clear();  // too little for a number
    for (Reason& part : reason.parts) {
        scale(part, share / time);
        name_nodes(now, part);
    }
    return reason;
}

// Of a municipality that has shown nothing, at all or on these topics: the one most like it that knows them.
Reason alike_reason(const Snapshot& now, int municipality, const std::vector<TopicWeight>& topics,
                    double share) {
    Reason reason{now.is_heard_of(municipality) ? "alike-know-topic" : "alike-know", share, {}, {}};
    for (const int other : now.most_alike(municipality)) {
        const bool knows = std::any_of(topics.begin(), topics.end(), [&](const TopicWeight& topic) {
            return now.graph().spread_expertise(other, topic.topic) > 0.0;
        });
        if (!knows) continue;
        reason.values.emplace_back("municipality", now.municipality(other).id.str());
        break;
    }
    return reason;
}

// `share` is divided over the topics in proportion to what is known of each, and there over the evidence;
// topics that bring less than `least` are told together.
Reason topic_reason(const Snapshot& now, const KnowerCandidate& candidate,
                    const std::vector<TopicWeight>& topics, double share, double least) {
    Reason reason{"topic-expertise", share, {}, {}};
    double total = 0.0;
    for (const double strength : candidate.on_topic)
        total += strength;
    double small = 0.0;
    int folded = 0;
    if (candidate.by_likeness) return alike_reason(now, candidate.municipality, topics, share);
    for (std::size_t i = 0; i < topics.size(); ++i) {
        const double part = share * (candidate.on_topic[i] / total);
        if (!(part > 0.0)) continue;
        if (part < least) {
            small += part;
            ++folded;
            continue;
        }
        const int topic = topics[i].topic;
        std::vector<Reason> pieces = now.graph().expertise_reasons(candidate.municipality, topic);
        const double expertise = total_of(pieces);
        for (Reason& piece : pieces) {
            scale(piece, part / expertise);
            name_nodes(now, piece);
        }
        reason.parts.push_back({"on-topic", part, {{"topic", now.topic(topic).id.str()}}, std::move(pieces)});
    }
    if (folded > 0) reason.parts.push_back({"other", small, {{"count", std::to_string(folded)}}, {}});
    return reason;
}

// Why the candidate is where it is: a reason for each feature, which adds up to the score. `factor` turns a
// feature's value times its weight into score.
std::vector<Reason> reasons_of(const Snapshot& now, const KnowerCandidate& candidate,
                               const KnowerQuestion& question, const KnowerValues& weights, double factor,
                               double least) {
    const auto share_of = [&](KnowerFeature feature) {
        const auto which = static_cast<std::size_t>(feature);
        return factor * weights[which] * candidate.values[which];
    };
    std::vector<Reason> reasons;
    if (const double share = share_of(KnowerFeature::votes); share > 0.0)
        reasons.push_back(answers_reason("similar-answers", candidate, share, &Vote::weight));
    if (const double share = share_of(KnowerFeature::profile); share > 0.0)
        reasons.push_back(answers_reason("profile", candidate, share, &Vote::likeness));
    if (const double share = share_of(KnowerFeature::topics); share > 0.0)
        reasons.push_back(topic_reason(now, candidate, question.topics, share, least));
    const Activity& activity = now.activity(candidate.municipality);
    if (const double share = share_of(KnowerFeature::active); share > 0.0) {
        reasons.push_back({"active", share, {{"date", activity.last.str()}}, {}});
        name_predecessors(activity, reasons.back());
    }
    if (const double share = share_of(KnowerFeature::steady); share > 0.0) {
        reasons.push_back(
            {"steady", share, {{"from", activity.first.str()}, {"to", activity.last.str()}}, {}});
        name_predecessors(activity, reasons.back());
    }
    if (const double share = share_of(KnowerFeature::network); share > 0.0)
        reasons.push_back(network_reason(now, candidate.municipality, question.topics, share, least));
    return reasons;
}

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

std::vector<TopicWeight> topics_of(const std::vector<int>& known) {
    std::vector<TopicWeight> list;
    for (const int topic : known)
        list.push_back({topic, 1.0 / static_cast<double>(known.size())});
    return list;
}

double knows(const KnowledgeBaseOptions& options, const KnowerCandidates& found,
             const KnowerCandidate& candidate, double sure) {
    const ConfidenceOptions& by = options.confidence;
    const double score = sure * found.strongest * mean_of(candidate.values, weights_of(options.knowers));
    return logistic(by.knows_constant + by.knows_evidence * candidate.evidence + by.knows_score * score);
}

KnowerRanking::KnowerRanking(const Snapshot& now, KnowerQuestion question, double sure)
    : now_(now),
      question_(std::move(question)),
      found_(find_candidates(now, question_)),
      weights_(weights_of(now.options().knowers)),
      sure_(sure),
      level_(sure * found_.strongest) {
    for (const KnowerCandidate& candidate : found_.list) {
        const double score = level_ * mean_of(candidate.values, weights_);
        if (score > 0.0) ranked_.push_back({&candidate, score});
    }
    std::stable_sort(ranked_.begin(), ranked_.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
}

double KnowerRanking::confidence(std::size_t place) const {
    return knows(now_.options(), found_, *ranked_[place].candidate, sure_);
}

double KnowerRanking::surest(std::size_t limit) const {
    double most = 0.0;
    for (std::size_t place = 0; place < std::min(limit, size()); ++place)
        most = std::max(most, confidence(place));
    return most;
}

Knower KnowerRanking::knower(std::size_t place) const {
    const Ranked& one = ranked_[place];
    double total = 0.0;
    for (const double weight : weights_)
        total += weight;
    Knower knower{now_.municipality(one.candidate->municipality).id, 0.0, 0.0, {}};
    const double least = least_told * one.score;
    knower.reasons = reasons_of(now_, *one.candidate, question_, weights_, level_ / total, least);
    add_up(knower.reasons);
    for (Reason& reason : knower.reasons)
        fold_small(reason.parts, least);
    add_up(knower.reasons);
    knower.score = total_of(knower.reasons);
    knower.confidence = confidence(place);
    return knower;
}

std::vector<Knower> KnowerRanking::first(std::size_t limit) const {
    std::vector<Knower> knowers;
    for (std::size_t place = 0; place < std::min(limit, size()); ++place)
        knowers.push_back(knower(place));
    return knowers;
}

}  // namespace m150::inline v0
