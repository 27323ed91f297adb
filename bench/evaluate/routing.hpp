// Questions of which is known who asked and who answered them: routing, replayed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bench/evaluate/test_set.hpp"
#include "libm150/knowledge/knowledge_base.hpp"
#include "libm150/match/ask.hpp"

namespace m150::evaluate {

struct KnownWords;

struct RoutedQuestion {
    std::int64_t id = 0;
    std::int64_t asker = 0;
    std::string title;
    std::string text;
    std::vector<std::string> tags;
    std::vector<std::int64_t> answerers;  // others than the asker, each once, as given
    std::int64_t accepted = 0;            // whose answer was accepted; 0: nobody's
};

struct RoutingSet {
    std::string name;                       // of the directory
    std::vector<RoutedQuestion> questions;  // ascending by id: the order in which they were asked
};

// Record_All.json (a JSON object a line: QuestionId, QuestionOwnerId, AcceptedAnswererId, AnswererIdList and
// Tags), Q_title.txt and Q_content.txt (the id, a space, the text). Throws InvalidInput that lists what is
// wrong as file:line.
RoutingSet read_routing(const std::filesystem::path& directory);

// The defaults, but for what these sets ask for: their questions are a page long, so all words are looked for
// and more pairs are weighed, and by the protocol whoever answered anything may be named.
KnowledgeBaseOptions routing_configuration();

struct RoutingOptions {
    double train = 0.8;  // part of the questions that is known, the first by id; above 0, below 1
    // The data has no dates: its questions are spread evenly over as many days as its sites had existed,
    // about eight years.
    std::int32_t days = 3000;                                       // 1 to 100,000
    KnowledgeBaseOptions knowledge_base = routing_configuration();  // its language becomes English
};

// Who answers the last questions, told from the first? A person is a municipality, a tag is a topic.
// Candidates are who answered a known question; a later question is a query when one of them answered it, and
// those are the ones relevant to it. Askers are never candidates for their own questions.
class RoutingTask {
  public:
    // Throws InvalidInput for options out of range, no question to train on or to test with, and more than
    // 9,999 persons.
    RoutingTask(RoutingSet set, const RoutingOptions& options);

    const KnowledgeBase& base() const noexcept { return base_; }  // of the known questions
    const TestSet& tests() const noexcept { return tests_; }  // queries and judgements; documents are persons
    std::size_t known() const noexcept { return known_; }
    std::size_t candidates() const noexcept { return candidates_; }

    // Of the base, with `options` instead of its own.
    Snapshot snapshot(const KnowledgeBaseOptions& options) const;
    // The queries as they are put to the library, in the order of tests().
    std::vector<AskOptions> asks() const;
    // who_knows() of the base, with `options` instead of its own.
    Run run_library(const KnowledgeBaseOptions& options) const;
    // Number of answers to known questions.
    Run run_popularity() const;
    // The candidates of the questions found: the sum of the scores of the best `most` questions that each
    // answered (CombSUM), or of exp(score / best score * sharpness) (expCombSUM; Macdonald and Ounis 2006).
    Run run_votes_sum(std::size_t most = 100) const;
    Run run_votes_exponential(std::size_t most = 300, double sharpness = 4.0) const;
    // Models 1 and 2 of Balog, Azzopardi and de Rijke (SIGIR 2006): the chance that the question's words are
    // drawn from all that a candidate answered, and from one of the questions that the candidate answered.
    // Smoothed by length with the mean length as theirs.
    Run run_candidate_model() const;
    Run run_document_model() const;

  private:
    Run run_over(
        const std::function<std::vector<double>(const KnownWords&, const RoutedQuestion&)>& score) const;
    std::string person(std::int64_t user) const;  // the code of the municipality that stands for it

    RoutingSet set_;
    std::size_t known_ = 0;
    std::size_t candidates_ = 0;
    std::vector<std::int64_t> people_;  // ascending
    std::vector<std::string> tags_;     // ascending
    KnowledgeBase base_;
    TestSet tests_;
};

}  // namespace m150::evaluate
