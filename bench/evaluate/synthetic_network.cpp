#include "bench/evaluate/synthetic_network.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "bench/evaluate/synthetic_truth.hpp"
#include "libm150/base/error.hpp"

namespace m150::evaluate {

namespace {

const Date first_day{2023, 1, 1};
constexpr int days = 1096;  // three years
constexpr double hidden_part = 0.3;

const Audience everyone{AudienceKind::everyone, {}, {}};
const Provenance made_up{"synthetic", true};

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

class Maker {
  public:
    Maker(const Snapshot& around, const SyntheticWords& words, const SyntheticOptions& options,
          const KnowledgeBaseOptions& knowledge_base)
        : around_(around),
          words_(words),
          options_(options),
          truth_(plant(around, words, options)),
          network_{KnowledgeBase::in_memory(knowledge_base), {}, {}, {}, {}, {}, {}, {}} {}

    SyntheticNetwork make() {
        records();
        questions();
        inventory();
        contacts();
        network_.base.commit();
        held_out();
        return std::move(network_);
    }

  private:
    Random random(const char* part) const { return random_for(options_, part); }
    Id<Municipality> id_of(std::size_t municipality) const {
        return Id<Municipality>(synthetic_id("GM", municipality + 1, 4));
    }
    static Date day(Random& random, int from, int to) {
        return first_day.plus_days(static_cast<std::int32_t>(random.between(from, to)));
    }

    // All topics with their labels and relations, and the municipalities.
    void records() {
        for (const Topic* topic : around_.all<Topic>()) {
            Topic alone = *topic;  // the others it refers to are not there yet
            alone.broader.clear();
            alone.related.clear();
            network_.base.add(alone);
        }
        for (const Topic* topic : around_.all<Topic>())
            network_.base.replace(*topic);
        for (const Municipality& municipality : truth_.municipalities)
            network_.base.add(municipality);
        network_.planted = truth_.planted;
        network_.knows = truth_.knows;
        network_.needs = truth_.needs;
    }

    // One topic by popularity, with a chance of one in four a second one.
    std::vector<int> draw_topics(Random& random) const {
        std::vector<int> topics{static_cast<int>(random.pick(truth_.popularity))};
        if (random.chance(0.25)) {
            const int second = static_cast<int>(random.pick(truth_.popularity));
            if (second != topics.front()) topics.push_back(second);
        }
        return topics;
    }

    std::size_t draw_asker(int topic, Random& random) const {
        std::vector<double> weights;
        double total = 0.0;
        for (const auto& needs : truth_.needs) {
            weights.push_back(needs[at(topic)]);
            total += weights.back();
        }
        return random.chance(0.2) || total == 0.0 ? static_cast<std::size_t>(random.below(weights.size()))
                                                  : random.pick(weights);
    }

    // Somebody who is not in `taken`: mostly who knows the topic, and of those rather who is active.
    std::size_t draw_answerer(int topic, const std::set<std::size_t>& taken, Random& random) const {
        const bool anybody = random.chance(options_.noise.outsiders);
        std::vector<double> weights(options_.municipalities);
        double total = 0.0;
        for (std::size_t m = 0; m < weights.size(); ++m) {
            const double knows = truth_.knows[m][at(topic)];
            weights[m] = taken.count(m) > 0 ? 0.0 : truth_.activity[m] * (anybody ? 1.0 : knows * knows);
            total += weights[m];
        }
        if (total == 0.0) {  // in a small network there may be nobody who knows
            for (std::size_t m = 0; m < weights.size(); ++m)
                weights[m] = taken.count(m) > 0 ? 0.0 : truth_.activity[m];
        }
        return random.pick(weights);
    }

    std::string text(const std::vector<int>& topics, int count, Random& random) const {
        std::string text;
        for (std::size_t i = 0; i < topics.size(); ++i) {
            const int words = count / static_cast<int>(topics.size());
            text +=
                (text.empty() ? "" : " ") + words_.text(at(topics[i]), words, random, options_.noise.topical);
        }
        return text;
    }

    std::vector<Id<Topic>> label(const std::vector<int>& topics, Random& random) const {
        std::vector<int> labels = topics;
        if (random.chance(options_.noise.mislabelled)) {
            labels.clear();
            if (random.chance(0.5)) labels.push_back(truth_.planted[random.below(truth_.planted.size())]);
        }
        std::vector<Id<Topic>> ids;
        for (const int topic : labels)
            ids.push_back(around_.topic(topic).id);
        return ids;
    }

    void questions() {
        Random random = this->random("questions");
        std::vector<int> dates;
        for (std::size_t q = 0; q < options_.questions; ++q)
            dates.push_back(static_cast<int>(random.below(days - 60)));
        std::sort(dates.begin(), dates.end());
        std::size_t answers = 0;
        for (std::size_t q = 0; q < options_.questions; ++q) {
            const std::vector<int> topics = draw_topics(random);
            const std::size_t asker = draw_asker(topics.front(), random);
            Question question;
            question.id = Id<Question>(synthetic_id("v-", q + 1, 6));
            question.asked_by = id_of(asker);
            question.date = first_day.plus_days(dates[q]);
            question.title = text(topics, 6, random);
            question.text = text(topics, 25, random);
            question.topics = label(topics, random);
            question.audience = everyone;
            question.provenance = made_up;
            network_.base.add(question);
            RoutedQuestion routed;
            routed.id = static_cast<std::int64_t>(q + 1);
            routed.asker = static_cast<std::int64_t>(asker + 1);
            routed.title = question.title;
            routed.text = question.text;
            for (const Id<Topic>& topic : question.topics)
                routed.tags.push_back(topic.str());
            std::set<std::size_t> taken{asker};
            bool accepted = false;
            for (int count = 1 + (random.chance(0.5) ? 1 : 0) + (random.chance(0.3) ? 1 : 0); count > 0;
                 --count) {
                const int topic = topics[random.below(topics.size())];
                const std::size_t who = draw_answerer(topic, taken, random);
                taken.insert(who);
                Answer answer;
                answer.id = Id<Answer>(synthetic_id("a-", ++answers, 6));
                answer.question = question.id;
                answer.by = id_of(who);
                answer.date = question.date.plus_days(static_cast<std::int32_t>(random.between(1, 50)));
                answer.text = text(topics, 35, random);
                answer.accepted = !accepted && random.chance(0.5 * truth_.knows[who][at(topic)]);
                accepted = accepted || answer.accepted;
                answer.audience = everyone;
                answer.provenance = made_up;
                network_.base.add(answer);
                routed.text += "\n" + answer.text;
                routed.answerers.push_back(static_cast<std::int64_t>(who + 1));
                if (answer.accepted) routed.accepted = routed.answerers.back();
            }
            network_.known.push_back(std::move(routed));
        }
    }

    // What a municipality says of itself: 0..1 with an error, in steps of a third.
    void inventory() {
        Random random = this->random("inventory");
        std::size_t responses = 0;
        for (std::size_t m = 0; m < options_.municipalities; ++m) {
            const bool silent = random.chance(options_.noise.silent);
            const Date date = day(random, days / 2, days - 1);
            for (const int topic : truth_.planted) {
                const auto said = [&](double truth) {
                    const double value = truth + options_.noise.misjudged * random.bell();
                    return static_cast<int>(std::lround(3.0 * std::clamp(value, 0.0, 1.0)));
                };
                InventoryResponse response;
                response.offers = said(truth_.knows[m][at(topic)]);
                response.needs = said(truth_.needs[m][at(topic)]);
                if (silent || (response.offers == 0 && response.needs == 0)) continue;
                response.id = Id<InventoryResponse>(synthetic_id("i-", ++responses, 6));
                response.municipality = id_of(m);
                response.topic = around_.topic(topic).id;
                response.date = date;
                response.audience = everyone;
                response.provenance = made_up;
                network_.base.add(response);
            }
        }
    }

    // Who seeks help from whom: now and then by chance, or from somebody whom a contact knows, else from who
    // knows what is needed; rather within the province.
    void contacts() {
        Random random = this->random("contacts");
        const std::size_t count = options_.municipalities;
        std::vector<std::set<std::size_t>> met(count);
        const auto seen =
            static_cast<std::size_t>(static_cast<double>(options_.contacts) * (1.0 - hidden_part));
        for (std::size_t made = 0, tries = 0; made < options_.contacts && tries < 100 * options_.contacts;
             ++tries) {
            const auto learner = static_cast<std::size_t>(random.below(count));
            std::vector<double> weights(count, 0.0);
            const bool by_chance = random.chance(options_.noise.chance_contacts);
            const bool introduced = random.chance(0.3);
            std::set<std::size_t> friends;
            for (const std::size_t one : met[learner])
                friends.insert(met[one].begin(), met[one].end());
            double total = 0.0;
            for (std::size_t guide = 0; guide < count; ++guide) {
                if (guide == learner || met[learner].count(guide) > 0) continue;
                const double match = truth_.gain(learner, guide);
                if (by_chance) {
                    weights[guide] = 1.0;
                } else if (introduced) {
                    weights[guide] = friends.count(guide) > 0 ? match + 0.05 : 0.0;
                } else {
                    weights[guide] =
                        match * match * (truth_.province[learner] == truth_.province[guide] ? 2.0 : 1.0);
                }
                total += weights[guide];
            }
            if (total == 0.0) continue;
            const std::size_t guide = random.pick(weights);
            met[learner].insert(guide);
            met[guide].insert(learner);
            const std::pair pair(static_cast<int>(learner), static_cast<int>(guide));
            (made < seen ? network_.contacts : network_.hidden).push_back(pair);
            if (made < seen) add_contact(made, learner, guide, by_chance, random);
            ++made;
        }
    }

    void add_contact(std::size_t number, std::size_t learner, std::size_t guide, bool by_chance,
                     Random& random) {
        Contact contact;
        contact.id = Id<Contact>(synthetic_id("c-", number + 1, 6));
        contact.from = id_of(learner);
        contact.to = id_of(guide);
        contact.date =
            first_day.plus_days(static_cast<std::int32_t>(number * (days - 1) / options_.contacts));
        int best = truth_.planted[random.below(truth_.planted.size())];
        double most = 0.0;
        for (const int topic : truth_.planted) {
            const double match = truth_.needs[learner][at(topic)] * truth_.knows[guide][at(topic)];
            if (by_chance || match <= most) continue;
            most = match;
            best = topic;
        }
        contact.topics = {around_.topic(best).id};
        if (random.chance(0.2 + 0.6 * most)) contact.outcome = ContactOutcome::helpful;
        contact.audience = everyone;
        contact.provenance = made_up;
        network_.base.add(contact);
    }

    void held_out() {
        Random random = this->random("held out");
        for (std::size_t q = 0; q < options_.held_out; ++q) {
            HeldOutQuestion question;
            question.topics = draw_topics(random);
            question.asker = static_cast<int>(draw_asker(question.topics.front(), random));
            question.text = text(question.topics, 6, random) + "\n" + text(question.topics, 25, random);
            network_.held_out.push_back(std::move(question));
        }
    }

    const Snapshot& around_;
    const SyntheticWords& words_;
    const SyntheticOptions& options_;
    PlantedTruth truth_;
    SyntheticNetwork network_;
};

}  // namespace

const std::vector<NoiseLevel>& noise_levels() {
    static const std::vector<NoiseLevel> levels{
        {"low", 0.40, 0.05, 0.00, 0.10, 0.10, 0.10},
        {"middle", 0.30, 0.20, 0.15, 0.20, 0.30, 0.30},
        {"high", 0.20, 0.40, 0.30, 0.35, 0.50, 0.50},
    };
    return levels;
}

SyntheticNetwork make_synthetic_network(const Snapshot& around, const SyntheticWords& words,
                                        const SyntheticOptions& options,
                                        const KnowledgeBaseOptions& knowledge_base) {
    const auto require = [](bool holds, const char* what, const char* expected) {
        if (!holds) throw InvalidInput({"synthetic network", what, expected, ""});
    };
    require(options.municipalities >= 10 && options.municipalities <= 9999,
            "the number of municipalities is out of range", "10 to 9999");
    require(options.questions >= 1 && options.questions <= 999999, "the number of questions is out of range",
            "1 to 999999");
    require(options.held_out >= 1 && options.held_out <= 999999,
            "the number of questions held out is out of range", "1 to 999999");
    require(options.contacts <= options.municipalities * (options.municipalities - 1) / 4,
            "there are more contacts than municipalities can have", "a quarter of all pairs, at most");
    return Maker(around, words, options, knowledge_base).make();
}

}  // namespace m150::evaluate
