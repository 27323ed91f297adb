// The files of TREC: what was asked, what was judged, and what a system found.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "bench/evaluate/measures.hpp"

namespace m150::evaluate {

// All read_* throw InvalidInput that lists what is wrong as file:line, up to a hundred problems; a query or
// document that comes twice is one of them. Columns are separated by spaces or tabs; empty lines are passed
// over.

// "query 0 document grade" a line; the second column is passed over.
Judgements read_qrels(const std::filesystem::path& file);
void write_qrels(std::ostream& out, const Judgements& judgements);

// "query Q0 document rank score tag" a line; the rank is passed over, as trec_eval does.
Run read_run(const std::filesystem::path& file);
// Best first, as trec_eval would rank them, with ranks from 1. Scores are written so that reading gives the
// same number. Throws InvalidInput for an id with white space in it.
void write_run(std::ostream& out, const Run& run, const std::string& tag);

struct TrecTopic {
    std::string id;
    std::string text;
    friend bool operator==(const TrecTopic&, const TrecTopic&) = default;
};
// "id<TAB>text" a line, or the classic form when the file begins with "<top>": <num> and <title> are read,
// their labels ("Number:", "Topic:") left out, and other fields passed over.
std::vector<TrecTopic> read_topics(const std::filesystem::path& file);
// The first form. Throws InvalidInput for an id or text with a tab or line break in it.
void write_topics(std::ostream& out, const std::vector<TrecTopic>& topics);

}  // namespace m150::evaluate
