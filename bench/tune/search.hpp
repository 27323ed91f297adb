// One search over the space, in which some of the queries choose.
#pragma once

#include <cstddef>
#include <vector>

#include "bench/tune/evaluator.hpp"

namespace m150::tune {

// What grid and random look at, the start first; those that share an index stand together. None for the
// strategies that decide on their way.
std::vector<Point> listed_points(const TuneOptions& options);

class Search {
  public:
    // The queries of `parts` choose; no others are looked at. All references outlive the search.
    Search(Evaluator& evaluator, const TuneOptions& options, const std::vector<Point>& listed,
           std::vector<Part> parts, std::size_t fold);

    Point choose();

  private:
    struct Seen {
        Point point;
        std::vector<double> by_part;
        double value = 0.0;
    };

    std::size_t best_of(const std::vector<Point>& points);
    std::size_t climb();
    std::size_t fit();
    Point nearest_to_start(std::size_t best) const;
    bool about_as_good(const Seen& one, const Seen& best) const;

    Evaluator& evaluator_;
    const TuneOptions& options_;
    const std::vector<Point>& listed_;
    std::vector<Part> parts_;
    Part asked_;  // the parts together
    std::size_t fold_;
    Point start_;
    std::vector<Seen> seen_;
};

}  // namespace m150::tune
