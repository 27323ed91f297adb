// The three kinds of error, and the form every message takes.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"

namespace m150::inline v0 {

// One thing that is wrong, in the four parts a person needs: where it is, what is wrong, what was expected
// there, and what to do about it. Any part but `what` may be empty.
struct Problem {
    std::string where;     // "questions.csv:12:4", "Question v-1, field date", ...
    std::string what;      // "the date 2026-02-30 does not exist"
    std::string expected;  // "a calendar date written YYYY-MM-DD"
    std::string advice;    // "correct the date, or leave the field empty"

    M150_EXPORT std::string text() const;
    friend bool operator==(const Problem&, const Problem&) = default;
};

enum class ErrorKind {
    invalid_input,  // the caller gave something that cannot be used; nothing was changed
    store,          // the knowledge base on disk cannot be read or written
    internal,       // a promise of this library was broken: a defect to report
};

// Base of everything that libm150 throws. No other exception type leaves the library, std::bad_alloc
// excepted.
class M150_EXPORT Error : public std::runtime_error {
  public:
    Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
    ErrorKind kind() const noexcept { return kind_; }

  private:
    ErrorKind kind_;
};

// What the caller gave cannot be used. Holds everything that was found wrong, not just the first thing.
class M150_EXPORT InvalidInput : public Error {
  public:
    explicit InvalidInput(Problem problem);
    // `total` counts what was found when it is more than the problems listed (a load lists at most 100).
    // Requires at least one problem.
    explicit InvalidInput(std::vector<Problem> problems, std::size_t total = 0);

    const std::vector<Problem>& problems() const noexcept { return problems_; }
    std::size_t total() const noexcept { return total_; }

  private:
    std::vector<Problem> problems_;
    std::size_t total_;
};

// The knowledge base on disk cannot be read or written (locked, full disk, newer schema, damaged, no such
// place).
class M150_EXPORT StoreError : public Error {
  public:
    explicit StoreError(const Problem& problem);
};

// A promise of this library was broken.
class M150_EXPORT InternalError : public Error {
  public:
    explicit InternalError(const std::string& message);
};

}  // namespace m150::inline v0
