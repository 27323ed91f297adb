// Records, index and graph against each other.
#include <algorithm>
#include <iterator>
#include <set>

#include "libm150/knowledge/documents.hpp"
#include "libm150/knowledge/knowledge_state.hpp"
#include "libm150/knowledge/payload.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t most_listed = 100;

void check_documents(const Store& store, const IndexOptions& options, const SearchView& view,
                     std::vector<Problem>& problems) {
    std::set<std::string> expected;
    store.for_each<Question>([&](Question&& question) {
        for (const IndexDocument& document : documents_of(question, store.answers_to(question.id), options)) {
            expected.insert(document.key);
            const auto kept = view.payload(document.key);
            if (!kept) {
                problems.push_back({"index, question " + question.id.str(), "is missing",
                                    "a document with the key " + document.key, rebuild_advice});
            } else if (*kept != document.payload) {
                problems.push_back({"index, question " + question.id.str(),
                                    "shows another text than the records", "the same", rebuild_advice});
            }
        }
    });
    for (const std::string& key : view.keys()) {
        if (!expected.contains(key))
            problems.push_back({"index", "holds the document " + key + " of no record",
                                "documents of records only", rebuild_advice});
    }
}

// The graph is made from the catalog; the catalog must say what the store says.
void check_catalog(const Store& store, const Catalog& catalog, std::vector<Problem>& problems) {
    const std::shared_ptr<const Catalog> fresh = read_catalog(store);
    const auto evidence = [](const std::shared_ptr<const Catalog>& from) {
        SnapshotSource source{from, {}, nullptr, {}, nullptr, nullptr, {}, nullptr};
        return gather_evidence(Snapshot::State(std::move(source), {}));
    };
    const GraphInput now = evidence(std::make_shared<const Catalog>(catalog));
    const GraphInput anew = evidence(fresh);
    const auto same = [](const Evidence& a, const Evidence& b) {
        return a.kind == b.kind && a.municipality == b.municipality && a.topic == b.topic &&
               a.date == b.date && a.amount == b.amount && a.record == b.record;
    };
    const bool equal = now.municipalities == anew.municipalities && now.topics == anew.topics &&
                       now.ties.size() == anew.ties.size() &&
                       std::equal(now.evidence.begin(), now.evidence.end(), anew.evidence.begin(),
                                  anew.evidence.end(), same);
    if (!equal) {
        problems.push_back({"graph",
                            "rests on " + std::to_string(now.evidence.size()) + " pieces of evidence",
                            "the " + std::to_string(anew.evidence.size()) + " that the records give",
                            "open the knowledge base again, and report this"});
    }
}

}  // namespace

std::vector<Problem> check_knowledge(const KnowledgeBase::State& state) {
    std::vector<Problem> problems = state.store.check();
    if (state.space.problem && !state.space.own) problems.push_back(*state.space.problem);
    if (state.store.in_transaction())
        return problems;  // index and graph show the last commit, the store what is being written
    if (state.index->revision() != state.store.revision()) {
        problems.push_back({"index", "reflects revision " + std::to_string(state.index->revision()),
                            "revision " + std::to_string(state.store.revision()) + " of the records",
                            rebuild_advice});
    }
    check_documents(state.store, state.options.index, state.index->view(), problems);
    check_catalog(state.store, *state.catalog, problems);
    if (problems.size() > most_listed) problems.resize(most_listed);
    return problems;
}

}  // namespace m150::inline v0
