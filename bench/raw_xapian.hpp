// What Xapian alone takes for the same questions.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "libm150/knowledge/snapshot.hpp"

namespace m150::bench {

// The terms of each question with the weights that the library gives them, put to the library's own index by
// Xapian alone: an OR of the terms, its own BM25, ten hits with their data.
class RawXapian {
  public:
    // `generation`: the directory of the index.
    RawXapian(const std::string& generation, const Snapshot& now, const std::vector<std::string>& questions);

    std::size_t questions() const noexcept { return queries_.size(); }
    // Searches for one question; returns the milliseconds it took.
    double search(std::size_t question) const;
    // Searches for every question once and adds the milliseconds of each.
    void search_all(std::vector<double>& times) const;

  private:
    Xapian::Database database_;
    std::vector<Xapian::Query> queries_;
};

}  // namespace m150::bench
