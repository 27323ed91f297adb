// Who really knows and needs what in a made-up network. Internal to the instrument.
#pragma once

#include <cstdint>
#include <vector>

#include "bench/evaluate/synthetic_network.hpp"
#include "libm150/solve/random.hpp"

namespace m150::evaluate {

struct PlantedTruth {
    std::vector<int> planted;               // topics, ascending
    std::vector<double> popularity;         // by topic; 0: not planted
    std::vector<std::vector<int>> related;  // by topic
    std::vector<Municipality> municipalities;
    std::vector<std::uint64_t> province;     // by municipality
    std::vector<double> activity;            // likewise: how readily it answers, whatever it knows
    std::vector<std::vector<double>> knows;  // municipality by topic, 0..1
    std::vector<std::vector<double>> needs;  // likewise

    // What the guide knows of what the learner needs, added up over topics.
    double gain(std::size_t learner, std::size_t guide) const;
};

PlantedTruth plant(const Snapshot& around, const SyntheticWords& words, const SyntheticOptions& options);

// The generator of random numbers for one part of a network.
Random random_for(const SyntheticOptions& options, const char* part);

// "GM0012" for ("GM", 12, 4).
std::string synthetic_id(const char* prefix, std::size_t number, int width);

}  // namespace m150::evaluate
