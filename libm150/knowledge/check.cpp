// Records, index and graph against each other.
#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

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

constexpr const char* reopen_advice = "open the knowledge base again, and report this";

// The first record of each type that memory holds otherwise than the store.
template <class Record>
void check_table(const Table<Record>& held, const Table<Record>& stored, std::vector<Problem>& problems) {
    const auto [mine, theirs] = std::mismatch(held->begin(), held->end(), stored->begin(), stored->end());
    if (mine == held->end() && theirs == stored->end()) return;
    const bool differs = mine != held->end() && theirs != stored->end() && mine->id == theirs->id;
    const bool missing = mine == held->end() || (theirs != stored->end() && theirs->id < mine->id);
    problems.push_back(
        {"memory, " + std::string(Schema<Record>::type) + " " + (missing ? theirs->id : mine->id).str(),
         differs   ? "is not what the store holds"
         : missing ? "is missing, and stands in the store"
                   : "is held, and no longer in the store",
         "the records as they are stored", reopen_advice});
}

// The first piece of a graph's input that the records do not give, or that they give and it has not.
template <class Piece>
void check_pieces(const char* what, const std::vector<Piece>& held, const std::vector<Piece>& stored,
                  const std::function<std::string(const Piece&)>& name, std::vector<Problem>& problems) {
    const auto [mine, theirs] = std::mismatch(held.begin(), held.end(), stored.begin(), stored.end());
    if (mine == held.end() && theirs == stored.end()) return;
    problems.push_back({"graph",
                        std::string("rests on other ") + what + " than the records give, the first " +
                            (mine == held.end() ? name(*theirs) : name(*mine)),
                        std::to_string(stored.size()) + " of them, as the records say", reopen_advice});
}

// The graph is made from the catalog; the catalog must say what the store says.
void check_catalog(const Store& store, const Catalog& catalog, std::vector<Problem>& problems) {
    const std::shared_ptr<const Catalog> fresh = read_catalog(store);
    std::apply(
        [&](const auto&... table) {
            (check_table(table, std::get<std::decay_t<decltype(table)>>(fresh->tables), problems), ...);
        },
        catalog.tables);
    const auto input_of = [](const std::shared_ptr<const Catalog>& from) {
        SnapshotSource source{from, {}, nullptr, {}, nullptr, nullptr, {}, nullptr};
        return gather_evidence(Snapshot::State(std::move(source), {}));
    };
    const GraphInput now = input_of(std::make_shared<const Catalog>(catalog));
    const GraphInput anew = input_of(fresh);
    check_pieces<Evidence>(
        "evidence", now.evidence, anew.evidence, [](const Evidence& one) { return "of " + one.record; },
        problems);
    check_pieces<Tie>(
        "ties", now.ties, anew.ties,
        [](const Tie& one) { return one.record.empty() ? "a border" : "of " + one.record; }, problems);
    check_pieces<TopicRelation>(
        "relations of topics", now.relations, anew.relations,
        [](const TopicRelation& one) {
            return "of topic " + std::to_string(one.a) + " with " + std::to_string(one.b);
        },
        problems);
}

// A day that today is taken from, and that hardly any record comes near: most likely a slip in a date. How
// near is told by the records, for nothing here reads the clock.
constexpr std::size_t fewest_dated = 20;  // of fewer records none is an exception
constexpr std::size_t one_in = 100;       // at most this part of them lies beyond the gap; one may always
constexpr int longest_gap = 365;          // days

void check_today(const Catalog& catalog, std::vector<Problem>& problems) {
    std::vector<Date> days;
    std::string newest;
    for_each_dated(catalog, [&](std::string_view type, const std::string& id, Date day) {
        days.push_back(day);
        if (day == catalog.latest && newest.empty()) newest = std::string(type) + " " + id;
    });
    if (days.size() < fewest_dated) return;
    std::sort(days.begin(), days.end());
    const std::size_t most = std::max<std::size_t>(1, days.size() / one_in);
    for (std::size_t beyond = 1; beyond <= most; ++beyond) {
        const Date before = days[days.size() - beyond - 1];
        const int gap = days_between(before, days[days.size() - beyond]);
        if (gap <= longest_gap) continue;
        problems.push_back(
            {newest, "is dated " + catalog.latest.str() + ", and today is taken to be that day",
             "a day near " + before.str() + ", the last of " + std::to_string(days.size() - beyond) +
                 " of the " + std::to_string(days.size()) + " dated records",
             "correct the date; when it is right, the records to come will show that"});
        return;
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
    try {
        check_documents(state.store, state.options.index, state.index->view(), problems);
        check_catalog(state.store, *state.catalog, problems);
        check_today(*state.catalog, problems);
    } catch (const StoreError& damage) {  // of a record that cannot be read: the store's check names it too
        const std::string said = damage.what();
        const bool known = std::any_of(problems.begin(), problems.end(),
                                       [&](const Problem& problem) { return problem.text() == said; });
        if (!known) problems.push_back({"records", said, "records that can be read", ""});
    }
    if (problems.size() > most_listed) problems.resize(most_listed);
    return problems;
}

}  // namespace m150::inline v0
