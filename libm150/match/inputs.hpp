// What matchers ask of their arguments, said the same way everywhere. Internal to this floor.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

// Collects problems and throws them together.
class Inputs {
  public:
    Inputs(const Snapshot& now, std::string where) : now_(now), where_(std::move(where)) {}

    void require(bool holds, const std::string& field, std::string what, std::string expected,
                 std::string advice = {});
    void in_range(const std::string& field, double value, double low, double high);  // finite, too
    void known(const std::vector<Id<Topic>>& topics, const std::string& field = "topics");
    void known(const std::vector<Id<Network>>& networks, const std::string& field = "networks");
    void known(const std::optional<Id<Network>>& network, const std::string& field = "network");
    void throw_if_any();  // InvalidInput with everything found so far

  private:
    const Snapshot& now_;
    std::string where_;
    std::vector<Problem> problems_;
};

// Whether `text` (the field of that name) can be a question: words, in UTF-8, not too long.
void require_text(Inputs& inputs, std::string_view text);

// Whether `embedding` (the field of that name) can be compared with what documents were given; empty: it is
// not to be.
void require_embedding(Inputs& inputs, const Snapshot& now, std::span<const float> embedding);
// Where a question lies: as it was given, or where the knowledge base's embedder puts its text. Empty:
// nowhere.
Embedding given_of(const Snapshot& now, std::span<const float> embedding, std::string_view text);

// The municipalities that exist today and belong to one of the networks (all when there are none), as numbers
// of the graph, ascending.
std::vector<int> members_of(const Snapshot& now, const std::vector<Id<Network>>& networks);
// The same of one network, or of all municipalities when there is none.
std::vector<int> members_of(const Snapshot& now, const std::optional<Id<Network>>& network);

// The municipality that `id` stands for today. When that is its successor, `said` gets a reason "merged" that
// tells so, once: told, not counted.
Id<Municipality> resolve_saying(const Snapshot& now, const Id<Municipality>& id, std::vector<Reason>& said);

// The reason with all its shares multiplied by `factor`.
void scale(Reason& reason, double factor);

// Folds parts smaller than `least` (an absolute share) into one part "other" that counts them, at every
// depth: a person reads the few that matter, and the sum stays what it was.
void fold_small(std::vector<Reason>& reasons, double least);

}  // namespace m150::inline v0
