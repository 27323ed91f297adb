#include "libm150/base/error.hpp"

#include <algorithm>
#include <utility>

namespace m150::inline v0 {

namespace {

std::string text_of(const std::vector<Problem>& problems, std::size_t total) {
    if (problems.empty()) return "invalid input";
    if (total <= 1) return problems.front().text();
    std::string text = std::to_string(total) + " problems";
    if (total > problems.size()) text += " (the first " + std::to_string(problems.size()) + " are listed)";
    for (const Problem& problem : problems)
        text += "\n  " + problem.text();
    return text;
}

}  // namespace

std::string Problem::text() const {
    std::string result;
    if (!where.empty()) result += where + ": ";
    result += what;
    if (!expected.empty()) result += "; expected " + expected;
    if (!advice.empty()) result += "; " + advice;
    return result;
}

InvalidInput::InvalidInput(Problem problem) : InvalidInput(std::vector<Problem>{std::move(problem)}, 1) {}

InvalidInput::InvalidInput(std::vector<Problem> problems, std::size_t total)
    : Error(ErrorKind::invalid_input, text_of(problems, std::max(total, problems.size()))),
      problems_(std::move(problems)),
      total_(std::max(total, problems_.size())) {}

StoreError::StoreError(const Problem& problem) : Error(ErrorKind::store, problem.text()) {}

InternalError::InternalError(const std::string& message)
    : Error(ErrorKind::internal, "libm150 broke a promise of its own, please report this: " + message) {}

}  // namespace m150::inline v0
