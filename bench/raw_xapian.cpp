#include "raw_xapian.hpp"

#include <benchmark/benchmark.h>

#include <chrono>

#include "libm150/search/prepared.hpp"

namespace m150::bench {

RawXapian::RawXapian(const std::string& generation, const Snapshot& now,
                     const std::vector<std::string>& questions)
    : database_(generation) {
    for (const std::string& question : questions) {
        std::vector<Xapian::Query> terms;
        for (const QueryTerm& term : now.understand(question).terms) {
            terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(indexing::term_name(term)),
                               term.weight);
        }
        queries_.emplace_back(Xapian::Query::OP_OR, terms.begin(), terms.end());
    }
}

double RawXapian::search(std::size_t question) const {
    const auto start = std::chrono::steady_clock::now();
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.5, 0.5));
    enquire.set_query(queries_[question]);
    const Xapian::MSet hits = enquire.get_mset(0, 10);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
        benchmark::DoNotOptimize(hit.get_document().get_data());
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void RawXapian::search_all(std::vector<double>& times) const {
    for (std::size_t question = 0; question < queries_.size(); ++question)
        times.push_back(search(question));
}

}  // namespace m150::bench
