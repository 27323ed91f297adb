// What was told of what became of questions: the one place where an outcome is held against the others.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "libm150/record/outcome.hpp"
#include "libm150/store/connection.hpp"
#include "libm150/store/references.hpp"

namespace m150::inline v0 {

class OutcomesTold {
  public:
    // Those of all stored questions; rows that cannot be read are passed over.
    explicit OutcomesTold(Store::Connection& connection);
    // Those of one question; without one none.
    OutcomesTold(Store::Connection& connection, const std::optional<Id<Question>>& question);

    // Adds to `admission` what of the outcomes that count, itself never, contradicts this one. A municipality
    // that had merged by the later of the two dates is its successor.
    using Counts = std::function<bool(const Id<Outcome>&)>;
    void check(
        const Outcome& outcome, Admission& admission,
        const Counts& counts = [](const Id<Outcome>&) { return true; }) const;

    const std::vector<Outcome>& all() const noexcept { return outcomes_; }  // ascending by id

  private:
    void keep(Outcome outcome);
    Outcome as_of(Outcome outcome, Date day) const;

    Store::Connection& connection_;
    std::vector<Outcome> outcomes_;
    std::map<Id<Question>, std::vector<std::size_t>> of_question_;  // places in outcomes_
};

}  // namespace m150::inline v0
