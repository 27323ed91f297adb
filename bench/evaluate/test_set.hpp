// Test sets: documents, queries, and which of the documents answer which of the queries.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bench/evaluate/measures.hpp"

namespace m150::evaluate {

// A question with its answers.
struct TestDocument {
    std::string id;
    std::string title;
    std::string text;
    std::vector<std::string> answers;
    std::vector<std::string> topics;  // ids
    std::string need;  // the information need it was written for; empty when the set has no needs
};

struct TestQuery {
    std::string id;
    std::string text;
    std::string part;  // queries that are also reported apart ("sentence", "short"); empty: they are not
    std::string need;
};

struct TestSet {
    std::string name;
    std::vector<TestDocument> documents;
    std::vector<TestQuery> queries;
    Judgements judgements;
    std::vector<Measure> measures;  // that suit its judgements
};

// "corpus": the needs of every *.jsonl of `place` (a directory, or one file), in the order of their names.
// Question j of a need with answer j is a document, surplus answers go to question 0. Grade 2 for every
// document of a query's own need, 1 for those of related needs. Throws InvalidInput that lists what is wrong
// as file:line.
TestSet read_corpus(const std::filesystem::path& place);

}  // namespace m150::evaluate
