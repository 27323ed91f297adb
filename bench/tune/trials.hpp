// Every configuration that was evaluated, one JSON line each, so that a search that was stopped goes on where
// it was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "bench/tune/objective.hpp"
#include "bench/tune/search_space.hpp"

namespace m150::tune {

struct Trial {
    std::size_t number = 0;  // from 1, in the order in which they were wanted
    std::size_t fold = 0;    // whose choosing queries were asked; 0: all queries
    Part asked;
    KnowledgeBaseOptions options;
    Score score;
};

// The file of trials of one objective. What is written to it is on its way to the disk when add() returns: a
// killed process loses what was not finished, and the half of a line it was writing.
class TrialFile {
  public:
    // Reads what is there. The last line is dropped when it does not end; InvalidInput when another line
    // cannot be read, or was made from other data or measures or by other versions.
    TrialFile(const std::filesystem::path& file, const Objective& objective);

    // The score of a trial that was made before; nullptr when it was not.
    const Score* find(const Trial& trial) const;
    void add(const Trial& trial, const SearchSpace& space, std::uint64_t seed);

  private:
    void read();
    std::string asked_by(const Part& asked) const;

    std::filesystem::path file_;
    const Objective& objective_;
    std::map<std::string, Score> known_;
    std::ofstream stream_;
};

// What tells configurations apart: of the whole configuration, not only of what is searched, so that one file
// may serve several searches.
std::string key_of(const KnowledgeBaseOptions& options);

}  // namespace m150::tune
