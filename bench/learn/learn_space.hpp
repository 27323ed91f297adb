// Learns a semantic space (libm150/search/semantic_space.hpp) from running text: counts which stems stand
// near each other, takes positive pointwise mutual information with smoothed contexts, and keeps the
// directions that say most of it, as Levy, Goldberg and Dagan (2015) found to work. docs/semantics.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "libm150/search/analysis.hpp"

namespace m150::bench {

struct LearnParameters {
    // How many words to either side are near. At a distance of d a word counts 1/d. 1..12.
    std::size_t window = 6;
    // Words that come fewer times get no vector; at least 1.
    std::uint64_t minimum = 5;
    std::size_t dimension = 128;  // of the space; 1..4096, less than the number of words
    // The power to which frequencies of contexts are raised, 0..1: below 1 rare contexts count for less.
    double smoothing = 0.75;
    // The power of the singular values in the vectors, 0..1.
    double exponent = 0.5;
};

// Where a text came from, for the description of the space.
struct Source {
    std::string name;
    std::uint64_t documents = 0;
    std::uint64_t tokens = 0;  // that are no stop words
    std::uint64_t hash = 0;    // FNV-1a of the texts
};

// The stems of documents, in order, without stop words: what a space is learned from.
class Stems {
  public:
    explicit Stems(const Analyzer& analyzer) : analyzer_(analyzer) {}
    void begin_source(std::string name) { sources_.push_back({std::move(name), 0, 0, 0}); }
    void add(const std::string& text);  // a document of the source begun last

    const Analyzer& analyzer() const noexcept { return analyzer_; }
    const std::vector<Source>& sources() const noexcept { return sources_; }
    // Numbers of stems; `no_stem` between documents.
    const std::vector<std::uint32_t>& tokens() const noexcept { return tokens_; }
    const std::vector<std::string>& names() const noexcept { return names_; }  // by number
    const std::vector<std::uint64_t>& counts() const noexcept { return counts_; }
    static constexpr std::uint32_t no_stem = 0xFFFFFFFFU;

  private:
    const Analyzer& analyzer_;
    std::vector<Source> sources_;
    std::vector<std::uint32_t> tokens_;
    std::map<std::string, std::uint32_t, std::less<>> numbers_;
    std::vector<std::string> names_;
    std::vector<std::uint64_t> counts_;
};

// Adds the documents of a file of JSON objects, one a line, as it is or compressed by gzip: of each its
// "title" and "text". Throws InvalidInput for a line that is no such object.
void add_text_file(const std::filesystem::path& file, Stems& stems);
// Whose records are learned from. A space moves the scores that everybody sees, and keeps words when their
// records are gone: so what not everybody may see is left out unless it is asked for.
enum class LearnFrom {
    everyone,      // questions for everyone, with their answers for everyone
    all_networks,  // also what is for all networks: municipalities of no network do not see that
    avh,           // all records
};
// Adds the questions with their answers of a knowledge base, or of a directory to load
// (docs/data-formats.md).
void add_records(const std::filesystem::path& directory, LearnFrom from, Stems& stems);

// The bytes of the space (libm150/search/space_file.hpp); the same for the same texts and parameters, and the
// same build. One thread, and minutes for millions of words. Throws InvalidInput for parameters out of range
// and for too little text.
using Say = std::function<void(const std::string& what)>;
std::string learn_space(const Stems& stems, const LearnParameters& parameters, const Say& say = {});

}  // namespace m150::bench
