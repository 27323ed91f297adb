#include "bench/evaluate/test_set.hpp"

#include <algorithm>

#include "bench/evaluate/trec.hpp"
#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"

namespace m150::evaluate {

namespace {

// Judgements alone: enough to score what others found.
TestSet of_qrels(const std::filesystem::path& file) {
    TestSet set;
    set.name = file.stem().string();
    set.judgements = read_qrels(file);
    for (const auto& [query, grades] : set.judgements)
        set.queries.push_back({query, "", "", ""});
    set.measures = parse_measures("nDCG@10 RR@10 R@10 AP P@5 Success@1 Judged@10");
    return set;
}

}  // namespace

bool TestSet::has_needs() const {
    return std::any_of(queries.begin(), queries.end(),
                       [](const TestQuery& query) { return !query.need.empty(); });
}

const std::vector<std::string>& test_set_names() {
    static const std::vector<std::string> names{"corpus", "slips", "vac", "vac-reverse"};
    return names;
}

namespace {

TestSet read_named(const TestSetOptions& options) {
    if (options.name == "corpus") return read_corpus(options.corpus);
    if (options.name == "vac" || options.name == "vac-reverse")
        return read_vac(options.vac, options.name == "vac-reverse");
    if (options.name == "slips") {
        TestSet set = with_slips(read_corpus(options.corpus), options.slips);
        set.name = "slips";
        return set;
    }
    std::error_code error;
    if (std::filesystem::is_directory(options.name, error)) return read_directory(options.name);
    if (std::filesystem::exists(options.name, error)) return of_qrels(options.name);
    const std::string guess = nearest(options.name, test_set_names());
    throw InvalidInput({"test set", "there is none named '" + excerpt(options.name, 60) + "'",
                        "corpus, slips, vac, vac-reverse, a directory with docs.jsonl, or a file of qrels",
                        guess.empty() ? std::string() : "did you mean " + guess + "?"});
}

}  // namespace

TestSet read_test_set(const TestSetOptions& options) {
    TestSet set = read_named(options);
    set.language = options.language;
    return set;
}

}  // namespace m150::evaluate
