// Snippets of several texts for one query. Internal.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "libm150/search/analysis.hpp"
#include "libm150/search/query.hpp"
#include "libm150/search/snippet.hpp"

namespace m150::inline v0 {

// What make_snippet() makes, for one text after another. For one thread; everything it is given must outlive
// it.
class SnippetMaker {
  public:
    SnippetMaker(const Query& query, const std::vector<double>& term_weights, const Analyzer& analyzer);
    Snippet make(std::string_view text, std::size_t bytes = 240);
    // How much of the query's weight the snippet made last shows: what snippets of several texts are compared
    // by.
    double shown() const noexcept { return shown_; }

  private:
    struct Match {
        std::size_t word = 0;            // index into words_
        std::vector<std::size_t> terms;  // of the query
    };
    class Sight;

    void find_matches(std::string_view text);
    Snippet::Range best_piece(std::size_t room) const;
    Snippet::Range grown(std::string_view text, Snippet::Range core, std::size_t room) const;

    const Analyzer& analyzer_;
    std::unordered_map<std::string_view, std::size_t> terms_;  // of the query that are words
    std::vector<double> weights_;                              // of the query's terms
    std::vector<Snippet::Range> words_;                        // of the text at hand, ascending
    std::vector<Match> matches_;
    double shown_ = 0.0;
};

}  // namespace m150::inline v0
