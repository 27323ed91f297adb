#include "libm150/match/knower_features.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace m150::inline v0 {

namespace {

// Sums of the pairs found that a municipality answered, by number.
struct Answered {
    std::vector<std::vector<Vote>> votes;
    std::vector<double> likeness;  // sum of the scores of the pairs, each once
};

// The square of the similarity lets one close pair count for more than many distant ones. Of several answers
// to one pair the first of the municipality's own makes its profile, or else the first that it took over.
Answered collect(const Snapshot& now, const std::vector<SimilarPair>& pairs, const KnowerOptions& by) {
    const auto municipalities = static_cast<std::size_t>(now.graph().municipalities());
    Answered found{std::vector<std::vector<Vote>>(municipalities), std::vector<double>(municipalities)};
    const ExpertiseOptions& graph = now.graph().options();
    for (std::size_t i = 0; i < std::min(by.voting_hits, pairs.size()); ++i) {
        const double close = pairs[i].score * pairs[i].score;
        std::vector<std::size_t> counted;
        const auto count = [&](const AnswerFact& answer, bool inherited) {
            if (!answer.by || answer.status != AnswerStatus::current) return;
            const int number = now.number_of(*answer.by);
            if (number < 0 || (now.municipality(number).id != *answer.by) != inherited) return;
            const auto who = static_cast<std::size_t>(number);
            const double part = inherited ? graph.inherited : 1.0;
            const double fresh = std::exp2(-days_between(answer.date, now.today()) / graph.half_life_days);
            const double weight = part * close * fresh * (answer.accepted ? by.accepted : 1.0);
            const bool again = std::find(counted.begin(), counted.end(), who) != counted.end();
            const double likeness = again ? 0.0 : part * pairs[i].score;
            found.votes[who].push_back({weight, likeness, answer.id.str(), pairs[i].question, answer.date,
                                        answer.accepted,
                                        inherited ? std::string_view(answer.by->str()) : std::string_view()});
            found.likeness[who] += likeness;
            if (!again) counted.push_back(who);
        };
        for (const bool inherited : {false, true}) {
            for (const AnswerFact& answer : pairs[i].answers)
                count(answer, inherited);
        }
    }
    return found;
}

// Who asked, needs, offers nothing or declined on one of the topics has spoken for itself.
bool can_only_be_guessed(const Snapshot& now, int municipality, const std::vector<TopicWeight>& topics) {
    if (now.activity(municipality).answers > 0) return false;
    for (const TopicWeight& topic : topics) {
        if (now.is_heard_of(municipality, topic.topic)) return false;
    }
    for (int topic = 0; topic < now.graph().topics(); ++topic) {
        if (now.graph().spread_expertise(municipality, topic) > 0.0) return false;
    }
    return true;
}

// What may be expected of who has shown nothing: for each of the topics a part of the mean expertise of those
// most like it, as strength() tells it, times the topic's weight.
std::vector<double> expected(const Snapshot& now, int municipality, const std::vector<TopicWeight>& topics) {
    const std::vector<int>& alike = now.most_alike(municipality);
    std::vector<double> on_topic;
    for (const TopicWeight& topic : topics) {
        double sum = 0.0;
        for (const int other : alike)
            sum += now.graph().spread_expertise(other, topic.topic);
        const double mean = alike.empty() ? 0.0 : sum / static_cast<double>(alike.size());
        on_topic.push_back(topic.weight * -std::log1p(-now.options().knowers.alike * mean));
    }
    return on_topic;
}

double total_of(const std::vector<double>& values) {
    double total = 0.0;
    for (const double value : values)
        total += value;
    return total;
}

// Puts each candidate's value of a feature relative to the largest. `contrast` above 0 takes the logarithm.
void set_relative(std::vector<KnowerCandidate>& candidates, const std::vector<double>& raw,
                  KnowerFeature feature, double contrast = 0.0) {
    const double most = raw.empty() ? 0.0 : *std::max_element(raw.begin(), raw.end());
    if (!(most > 0.0)) return;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const double part = raw[i] / most;
        candidates[i].values[static_cast<std::size_t>(feature)] =
            contrast > 0.0 ? std::log1p(contrast * part) / std::log1p(contrast) : part;
    }
}

}  // namespace

std::string_view name_of(KnowerFeature feature) {
    constexpr std::array<std::string_view, knower_features_count> names{"votes",  "profile", "topics",
                                                                        "active", "steady",  "network"};
    return names.at(static_cast<std::size_t>(feature));
}

double strength(const ExpertiseGraph& graph, int municipality, int topic) {
    constexpr double nearly_one = 1.0 - 1e-15;  // where a sum of evidence has no more digits in it
    return -std::log1p(-std::min(nearly_one, graph.spread_expertise(municipality, topic)));
}

KnowerValues weights_of(const KnowerOptions& options) {
    return {options.votes, options.profile, options.topics, options.active, options.steady, options.network};
}

double mean_of(const KnowerValues& values, const KnowerValues& weights) {
    double sum = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += weights[i] * values[i];
        total += weights[i];
    }
    return total > 0.0 ? sum / total : 0.0;
}

KnowerCandidates find_candidates(const Snapshot& now, const KnowerQuestion& question) {
    const KnowerOptions& by = now.options().knowers;
    const ExpertiseGraph& graph = now.graph();
    Answered answered = collect(now, question.pairs, by);
    std::vector<double> near;
    if (!question.topics.empty() && by.network > 0.0) near = graph.pagerank(question.topics);

    KnowerCandidates found;
    std::vector<double> votes, profile, topics, active, steady, network;
    for (const int number : question.only) {
        if (number == question.asker) continue;
        const auto who = static_cast<std::size_t>(number);
        KnowerCandidate candidate;
        candidate.municipality = number;
        candidate.on_topic.reserve(question.topics.size());
        for (const TopicWeight& topic : question.topics)
            candidate.on_topic.push_back(topic.weight * strength(graph, number, topic.topic));
        candidate.votes = std::move(answered.votes[who]);
        std::sort(candidate.votes.begin(), candidate.votes.end(), [](const Vote& a, const Vote& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.answer < b.answer;
        });
        for (const Vote& vote : candidate.votes)
            candidate.vote_total += vote.weight;
        double on_topics = total_of(candidate.on_topic);
        const Activity& activity = now.activity(number);
        if (by.alike > 0.0 && on_topics == 0.0 && can_only_be_guessed(now, number, question.topics)) {
            candidate.by_likeness = true;
            candidate.on_topic = expected(now, number, question.topics);
            on_topics = total_of(candidate.on_topic);
        }
        // To be active, or close in the network, is not yet to know.
        const bool knows = candidate.vote_total > 0.0 || on_topics > 0.0;
        if (!knows && !(by.anybody && activity.answers > 0)) continue;
        candidate.evidence = -std::expm1(-(candidate.vote_total + on_topics));
        found.strongest = std::max(found.strongest, candidate.evidence);
        const double answers = activity.weight + by.prior_answers;
        votes.push_back(candidate.vote_total);
        profile.push_back(answers > 0.0 ? answered.likeness[who] / answers : 0.0);
        topics.push_back(on_topics);
        active.push_back(activity.recent);
        steady.push_back(activity.days);
        network.push_back(near.empty() ? 0.0 : near[who]);
        found.list.push_back(std::move(candidate));
    }
    set_relative(found.list, votes, KnowerFeature::votes, by.contrast);
    set_relative(found.list, profile, KnowerFeature::profile);
    set_relative(found.list, topics, KnowerFeature::topics, by.contrast);
    set_relative(found.list, active, KnowerFeature::active, by.contrast);
    set_relative(found.list, steady, KnowerFeature::steady);
    set_relative(found.list, network, KnowerFeature::network);
    return found;
}

}  // namespace m150::inline v0
