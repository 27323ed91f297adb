// What is measured: libm150 as it is used, and Xapian as it comes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "bench/evaluate/test_set.hpp"
#include "libm150/knowledge/knowledge_base.hpp"

namespace m150::evaluate {

struct LibraryOptions {
    KnowledgeBaseOptions knowledge_base;
    std::vector<Topic> topics;        // with the labels that people use; the set's documents may be on them
    bool topics_on_documents = true;  // false: documents are added without their topics
    std::size_t depth = 100;          // answers wanted for a query, 1 to 1000
};

struct Outcome {
    Run run;
    std::map<std::string, double> confidence;  // of the reply to each query
};

// The set's documents as records of a knowledge base in memory, all of one date, public and answered by one
// organisation; each query put to it by ask(). Throws InvalidInput for records that the library refuses.
Outcome run_library(const TestSet& set, const LibraryOptions& options);

// Xapian out of the box: TermGenerator and QueryParser with the stemmer "dutch", OR of the terms, BM25 with
// its defaults.
Outcome run_xapian(const TestSet& set, std::size_t depth);

// The visible topics of a directory that KnowledgeBase::load takes (examples/network).
std::vector<Topic> topics_of_network(const std::filesystem::path& directory);

}  // namespace m150::evaluate
