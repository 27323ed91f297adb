// Test sets: documents, queries, and which of the documents answer which of the queries.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bench/evaluate/measures.hpp"
#include "libm150/search/language.hpp"

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
    std::optional<Language> language;  // of its texts, when it is said: systems then go by it
    std::vector<Measure> measures;     // that suit its judgements

    bool has_needs() const;
};

// Of generated slips of the keyboard.
struct SlipOptions {
    double rate = 1.0;  // chance that a word of at least four letters is mistyped, 0..1
    std::uint64_t seed = 1;
};

struct TestSetOptions {
    std::string name = "corpus";                       // test_set_names(), a directory, or a file of qrels
    std::filesystem::path corpus = "examples/corpus";  // directory (or file) with needs
    std::filesystem::path vac = "examples/vac";  // directory (or file) with question-answer pairs as CSV
    SlipOptions slips;
    std::optional<Language>
        language;  // of the texts; not said: as each configuration has it, Dutch for Xapian
};

// "corpus", "slips", "vac", "vac-reverse".
const std::vector<std::string>& test_set_names();

// Throws InvalidInput when there is no such set (naming the nearest) and for what is wrong in its files.
TestSet read_test_set(const TestSetOptions& options);

// The needs of every *.jsonl of `place` (a directory, or one file), in the order of their names. Question j
// of a need with answer j is a document, surplus answers go to question 0. Grade 2 for every document of a
// query's own need, 1 for those of related needs. Throws InvalidInput that lists what is wrong as file:line.
TestSet read_corpus(const std::filesystem::path& place);

// Every word of at least four letters of a query, with the chance of `rate`, gets one slip (of eight letters
// or more: one or two, equally likely): two letters swapped, one dropped, one doubled, or the key beside it.
// Judgements, ids and documents stay.
TestSet with_slips(TestSet set, const SlipOptions& options);
std::string slipped(const std::string& text, const SlipOptions& options, const std::string& stream);

// Known items: each question of the CSV files finds its own answer among all answers, which stand there
// without their questions; `reverse`: each answer finds its own question among all questions.
TestSet read_vac(const std::filesystem::path& place, bool reverse);

// docs.jsonl (id, title, text, answers, topic or topics), queries.jsonl (id, text) or topics.tsv or
// topics.txt (TREC), and qrels.txt. When every query id ends in ".sentence" or ".short", that is its part and
// what stands before it its need, as in the sets made of the corpus.
TestSet read_directory(const std::filesystem::path& directory);
// The same files, with queries.jsonl, and with topics.tsv for tools that read those of TREC. StoreError when
// they cannot be written.
void write_directory(const std::filesystem::path& directory, const TestSet& set);

}  // namespace m150::evaluate
