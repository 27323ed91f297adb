// What is measured: libm150 as it is used, and Xapian as it comes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bench/evaluate/test_set.hpp"
#include "libm150/knowledge/knowledge_base.hpp"

namespace m150::evaluate {

struct LibraryOptions {
    KnowledgeBaseOptions knowledge_base;
    std::filesystem::path space;  // file of the semantic space; empty: the one inside the library
    std::shared_ptr<const TextEmbedder> embedder;  // places documents and queries; null: there is none
    std::vector<Topic> topics;        // with the labels that people use; the set's documents may be on them
    bool topics_on_documents = true;  // false: documents are added without their topics
    std::size_t depth = 100;          // answers wanted for a query, 1 to 1000
};

struct Outcome {
    Run run;
    std::map<std::string, double> confidence;  // of the reply to each query
};

// The documents of a set as records of a knowledge base in memory, all of one date, public and answered by
// one organisation. A document that is an answer without a question gets a title without a word in it.
class TestBase {
  public:
    // Throws InvalidInput for records, and a semantic space, that the library refuses.
    TestBase(const TestSet& set, const LibraryOptions& options);

    // ask() puts the query to the documents that are there.
    std::vector<Ranked> ask(const std::string& query, double& confidence) const;
    // The documents that are there, ranked by these options, which must ask for the index that there is.
    Snapshot snapshot(const KnowledgeBaseOptions& options) const;

    // Takes documents out, and puts them back in.
    void remove(const std::vector<const TestDocument*>& documents);
    void add(const std::vector<const TestDocument*>& documents);

  private:
    void write(const TestDocument& document);

    LibraryOptions options_;
    std::optional<Language> language_;
    KnowledgeBase base_;
    std::vector<std::string> topics_;  // ids that documents may be on, ascending
    std::optional<Snapshot> now_;
};

// The options for texts in that language; as they are when none is said.
KnowledgeBaseOptions in_language(KnowledgeBaseOptions options, const std::optional<Language>& language);

// A query put to a snapshot.
std::vector<Ranked> ask_snapshot(const Snapshot& now, const std::string& query, std::size_t depth,
                                 double& confidence);

// Each query of the set put to its documents.
Outcome run_library(const TestSet& set, const LibraryOptions& options);

// Xapian out of the box: TermGenerator and QueryParser with the stemmer "dutch", OR of the terms, BM25 with
// its defaults. The confidence is the best score.
Outcome run_xapian(const TestSet& set, std::size_t depth);

// The visible topics of a directory that KnowledgeBase::load takes (examples/network).
std::vector<Topic> topics_of_network(const std::filesystem::path& directory);

// A system as it is named on the command line: "m150" (documents with their topics), "m150-no-topics"
// (without), either with parameters of its own ("m150:index.b=0.7:query.part_weight=0"), "xapian", a
// configuration file, or a TREC run file.
struct System {
    enum class Kind { library, xapian, run };
    Kind kind = Kind::library;
    std::string name;  // to show
    bool topics_on_documents = true;
    std::optional<KnowledgeBaseOptions> knowledge_base;  // of a library; absent: those it is run with
    std::filesystem::path file;                          // of a run
};

// Throws InvalidInput, with the nearest name, for what is neither.
System parse_system(const std::string& text);
// m150, m150-no-topics when a document of the set has topics, and xapian.
std::vector<std::string> default_systems(const TestSet& set);
// `options` with what a system that is a library says itself.
LibraryOptions own_options(const System& system, LibraryOptions options);
// A library runs with own_options().
Outcome run_system(const System& system, const TestSet& set, const LibraryOptions& options);

}  // namespace m150::evaluate
