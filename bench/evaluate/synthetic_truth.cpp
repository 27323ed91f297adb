#include "bench/evaluate/synthetic_truth.hpp"

#include <cmath>
#include <cstdio>
#include <numeric>
#include <string>

namespace m150::evaluate {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// The topics that texts were written on are planted, each with its popularity.
void plant_topics(const Snapshot& around, const SyntheticWords& words, const SyntheticOptions& options,
                  PlantedTruth& truth) {
    Random random = random_for(options, "topics");
    std::vector<double> popularity;
    for (std::size_t t = 0; t < around.all<Topic>().size(); ++t) {
        const Topic& topic = *around.all<Topic>()[t];
        auto& near = truth.related.emplace_back();
        for (const Id<Topic>& other : topic.related)
            near.push_back(around.number_of(other));
        if (!words.knows(t)) continue;
        truth.planted.push_back(static_cast<int>(t));
        popularity.push_back(1.0 / static_cast<double>(popularity.size() + 3));
    }
    random.shuffle(popularity);
    truth.popularity.assign(truth.related.size(), 0.0);
    for (std::size_t i = 0; i < popularity.size(); ++i)
        truth.popularity[at(truth.planted[i])] = popularity[i];
}

void plant_municipalities(const SyntheticOptions& options, PlantedTruth& truth) {
    Random random = random_for(options, "municipalities");
    for (std::size_t m = 0; m < options.municipalities; ++m) {
        Municipality one;
        one.id = Id<Municipality>(synthetic_id("GM", m + 1, 4));
        one.name = "Gemeente " + std::to_string(m + 1);
        const std::uint64_t province = random.below(12);
        one.province = "Provincie " + std::to_string(province + 1);
        one.safety_region = "Regio " + std::to_string(2 * province + random.below(2) + 1);
        one.inhabitants[2023] = random.between(25000, 75000);
        one.urbanity = static_cast<int>(random.between(1, 5));
        one.provenance = {"synthetic", true};
        truth.municipalities.push_back(std::move(one));
        truth.province.push_back(province);
        // How readily it answers, whatever it knows: two in three are within a factor of 2.5 of the median.
        truth.activity.push_back(std::exp(0.9 * random.bell()));
    }
}

// One in fourteen knows a topic well, a few more something of it, more so of topics that are related to one
// that they know well. Who knows little of a topic may need it.
void plant_expertise(const SyntheticOptions& options, PlantedTruth& truth) {
    Random random = random_for(options, "expertise");
    const std::size_t topics = truth.related.size();
    truth.knows.assign(options.municipalities, std::vector<double>(topics));
    truth.needs = truth.knows;
    for (std::size_t m = 0; m < options.municipalities; ++m) {
        std::vector<double>& knows = truth.knows[m];
        for (const int topic : truth.planted) {
            if (random.chance(0.07)) {
                knows[at(topic)] = random.uniform(expert_from, 1.0);
            } else if (random.chance(0.08)) {
                knows[at(topic)] = random.uniform(somewhat_from, 0.5);
            }
        }
        for (const int topic : truth.planted) {
            if (knows[at(topic)] < expert_from) continue;
            for (const int other : truth.related[at(topic)]) {
                const bool planted = truth.popularity[at(other)] > 0.0;
                if (planted && knows[at(other)] == 0.0 && random.chance(0.3))
                    knows[at(other)] = random.uniform(somewhat_from, 0.5);
            }
        }
        for (const int topic : truth.planted) {
            if (knows[at(topic)] < somewhat_from && random.chance(0.2))
                truth.needs[m][at(topic)] = random.uniform(0.3, 1.0);
        }
    }
}

}  // namespace

double PlantedTruth::gain(std::size_t learner, std::size_t guide) const {
    return std::inner_product(needs[learner].begin(), needs[learner].end(), knows[guide].begin(), 0.0);
}

PlantedTruth plant(const Snapshot& around, const SyntheticWords& words, const SyntheticOptions& options) {
    PlantedTruth truth;
    plant_topics(around, words, options, truth);
    plant_municipalities(options, truth);
    plant_expertise(options, truth);
    return truth;
}

Random random_for(const SyntheticOptions& options, const char* part) {
    return Random(options.seed, std::string("synthetic ") + part);
}

std::string synthetic_id(const char* prefix, std::size_t number, int width) {
    char text[40];
    std::snprintf(text, sizeof text, "%s%0*zu", prefix, width, number);
    return text;
}

}  // namespace m150::evaluate
