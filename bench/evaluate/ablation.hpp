// What each part of the search is worth: turned off by itself, and measured again.
#pragma once

#include <string>
#include <vector>

#include "bench/evaluate/compare.hpp"
#include "bench/evaluate/systems.hpp"

namespace m150::evaluate {

// A parameter, and the value that takes what it stands for out.
struct Switch {
    std::string parameter;
    std::string off;  // "0" or "false"
    std::string meaning;
    KnowledgeBaseOptions options;  // with it off
};

// Every parameter that moves the answers to a question, and can be turned off: a true one is made false, a
// number that may be 0 becomes 0. They come from list_parameters(), so a new one is here by itself.
// Parameters of who knows, confidence, connections, speakers and expertise don't move the answers; those that
// are off already, or that the library does not allow off, are left out.
std::vector<Switch> switches(const KnowledgeBaseOptions& options);

struct Ablation {
    Switch part;
    Quality quality;  // with the part off
    // The whole against all but this part: a difference below 0 says that the part helps.
    Comparison comparison;
};

// Holm's correction is over the parts, for each measure.
struct AblationReport {
    Quality whole;
    std::vector<Ablation> parts;
    std::vector<std::vector<double>> holm;  // [part][measure]
};

AblationReport ablate(const TestSet& set, const LibraryOptions& options, const std::vector<Measure>& measures,
                      const ResamplingOptions& resampling = {});

}  // namespace m150::evaluate
