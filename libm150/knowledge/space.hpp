// Which semantic space a knowledge base uses: one of its own, or that inside the library. Internal to this
// floor.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "libm150/base/error.hpp"
#include "libm150/search/semantic_space.hpp"

namespace m150::inline v0 {

// In the directory of a knowledge base that has a space of its own.
inline constexpr const char* space_file = "space.bin";

struct ChosenSpace {
    std::shared_ptr<const SemanticSpace> space;  // null: there is none for the language
    bool own = false;
    std::optional<Problem> problem;  // why the own one is not used, or knows less than it could
};

// `own`, or the one inside the library when `own` is null or does not suit the analyzer. `place` is told as
// where it is.
ChosenSpace choose_space(const std::shared_ptr<const SemanticSpace>& own, const std::string& place,
                         const Analyzer& analyzer);
// The same of the file in `directory`; one that cannot be read is a problem, and does not throw.
ChosenSpace load_space(const std::filesystem::path& directory, const Analyzer& analyzer);

// The file of a directory's own space on its way there: written in full beside it, and put in its place, or
// taken away, at once. Unless put() is called the directory is left as it was. Throws StoreError.
class SpaceReplacement {
  public:
    // Null: the directory is to have no space of its own.
    SpaceReplacement(const std::filesystem::path& directory, const SemanticSpace* space);
    ~SpaceReplacement();
    SpaceReplacement(const SpaceReplacement&) = delete;
    SpaceReplacement& operator=(const SpaceReplacement&) = delete;
    void put();

  private:
    std::filesystem::path file_;
    std::filesystem::path fresh_;  // empty: nothing was written
};

}  // namespace m150::inline v0
