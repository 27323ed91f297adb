#include "libm150/knowledge/snapshot.hpp"

#include <algorithm>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/knowledge/documents.hpp"
#include "libm150/knowledge/payload.hpp"
#include "libm150/knowledge/placing.hpp"
#include "libm150/knowledge/snapshot_state.hpp"

namespace m150::inline v0 {

Snapshot::Snapshot(std::shared_ptr<const State> state) : state_(std::move(state)) {}

std::uint64_t Snapshot::revision() const noexcept {
    return state_->source.catalog->revision;
}
Date Snapshot::today() const noexcept {
    return state_->today;
}
const std::optional<Id<Municipality>>& Snapshot::viewer() const noexcept {
    return state_->options.viewer;
}

template <class Record>
const std::vector<const Record*>& Snapshot::all() const {
    return std::get<Visible<Record>>(state_->visible);
}
template <class Record>
const Record* Snapshot::find(const Id<Record>& id) const {
    return find_in(all<Record>(), id);
}

template <class Record>
bool Snapshot::seen_by(const Id<Municipality>& viewer, const Record& record) const {
    const Municipality* living = living_on(all<Municipality>(), viewer, today());
    return living != nullptr && eyes_of(*state_->source.catalog, *living, today()).sees(record);
}

#define M150_INSTANTIATE(Record)                                                           \
    template M150_EXPORT const std::vector<const Record*>& Snapshot::all<Record>() const;  \
    template M150_EXPORT const Record* Snapshot::find<Record>(const Id<Record>& id) const; \
    template M150_EXPORT bool Snapshot::seen_by<Record>(const Id<Municipality>&, const Record&) const;
M150_INSTANTIATE(Municipality)
M150_INSTANTIATE(Network)
M150_INSTANTIATE(Organisation)
M150_INSTANTIATE(Topic)
M150_INSTANTIATE(VocabularyEntry)
M150_INSTANTIATE(InventoryResponse)
M150_INSTANTIATE(NewsItem)
M150_INSTANTIATE(Meeting)
M150_INSTANTIATE(Speaker)
M150_INSTANTIATE(Contact)
M150_INSTANTIATE(WorkingGroup)
M150_INSTANTIATE(Outcome)
M150_INSTANTIATE(Pause)
#undef M150_INSTANTIATE

namespace {

// Adds the narrower answers that are seen to what the question's own document holds, and leaves out what came
// later.
Pair whole_pair(const Snapshot::State& state, const PairHead& head, Pair main) {
    for (const AnswerHead& answer : head.answers) {
        if (covers(answer.audience, head.question.audience) || !state.sees_answer(head, answer)) continue;
        Pair narrow = kept_pair(state.source.view, narrow_key(head.id, answer.id));
        main.answers.push_back(std::move(narrow.answers.at(0)));
    }
    std::erase_if(main.answers, [&](const Answer& answer) { return answer.date > state.today; });
    std::sort(main.answers.begin(), main.answers.end(), [](const Answer& a, const Answer& b) {
        return std::tie(a.date, a.id) < std::tie(b.date, b.id);
    });
    return main;
}

}  // namespace

std::optional<Pair> Snapshot::pair(const Id<Question>& id) const {
    const PairHead* head = state_->source.catalog->pairs.find(id.str());
    if (head == nullptr || !state_->sees_question(*head)) return std::nullopt;
    return whole_pair(*state_, *head, kept_pair(state_->source.view, id.str()));
}

std::optional<Pair> Snapshot::pair(const Hit& hit) const {
    if (hit.payload.empty() || hit.key != hit.group) return pair(Id<Question>(hit.group));
    const PairHead* head = state_->source.catalog->pairs.find(hit.group);
    if (head == nullptr) {
        throw StoreError({"index", "holds the document " + excerpt(hit.key, 60) + " of no record",
                          "an index of these records", rebuild_advice});
    }
    if (!state_->sees_question(*head)) return std::nullopt;
    return whole_pair(*state_, *head, decode_pair(hit.payload));
}

namespace {

void visit_pair(const Snapshot::State& state, const PairHead& pair, const Snapshot::Visit& visit) {
    std::vector<AnswerFact> answers;
    for (const AnswerHead& answer : pair.answers) {
        if (!state.sees_answer(pair, answer)) continue;
        answers.push_back(
            {answer.id, answer.by, answer.by_organisation, answer.date, answer.accepted, answer.status});
    }
    visit(pair.id, pair.question.asked_by, pair.question.date, pair.question.topics, answers);
}

}  // namespace

namespace {

QuestionHead head_of(const Question& question) {
    return {question.id, question.asked_by, question.date, question.topics, question.audience};
}

}  // namespace

bool Snapshot::seen_by(const Id<Municipality>& viewer, const Question& question) const {
    const Municipality* living = living_on(all<Municipality>(), viewer, today());
    return living != nullptr && eyes_of(*state_->source.catalog, *living, today()).sees(head_of(question));
}

bool Snapshot::seen_by(const Id<Municipality>& viewer, const Question& question, const Answer& answer) const {
    const Municipality* living = living_on(all<Municipality>(), viewer, today());
    if (living == nullptr) return false;
    const Eyes eyes = eyes_of(*state_->source.catalog, *living, today());
    AnswerHead head;
    head.by = answer.by;
    head.audience = answer.audience;
    return eyes.sees(head_of(question)) && eyes.sees_answer(head, question.audience);
}

std::uint64_t Snapshot::questions() const {
    std::uint64_t count = 0;
    state_->source.catalog->pairs.for_each(
        [&](const PairHead& pair) { count += state_->sees_question(pair) ? 1 : 0; });
    return count;
}

void Snapshot::for_each_question(const Visit& visit) const {
    state_->source.catalog->pairs.for_each([&](const PairHead& pair) {
        if (state_->sees_question(pair)) visit_pair(*state_, pair, visit);
    });
}

bool Snapshot::visit_question(const Id<Question>& id, const Visit& visit) const {
    const PairHead* pair = state_->source.catalog->pairs.find(id.str());
    if (pair == nullptr || !state_->sees_question(*pair)) return false;
    visit_pair(*state_, *pair, visit);
    return true;
}

Id<Municipality> Snapshot::resolve(const Id<Municipality>& id, std::vector<std::string>& notices) const {
    const Municipality& heir = heir_of(all<Municipality>(), id, today());
    if (heir.id != id) {
        const Municipality& merged = *find(id);
        notices.push_back(id.str() + " " + merged.name + " is opgegaan in " + heir.id.str() + " " +
                          heir.name + " (bestond tot en met " + merged.valid_to->str() + ")");
    }
    return heir.id;
}

bool Snapshot::is_member(const Id<Municipality>& municipality, const Id<Network>& network) const {
    const Municipality* who = find(municipality);
    const Network* which = find(network);
    return who != nullptr && which != nullptr && m150::is_member(*which, *who, today());
}

bool Snapshot::is_paused(int municipality, const std::vector<int>& topics) const {
    const auto& pauses = state_->pauses.at(static_cast<std::size_t>(municipality));
    return std::any_of(pauses.begin(), pauses.end(), [&](const Pause* pause) {
        return pause->topics.empty() ||
               std::any_of(pause->topics.begin(), pause->topics.end(), [&](const Id<Topic>& topic) {
                   return std::find(topics.begin(), topics.end(), number_of(topic)) != topics.end();
               });
    });
}

const KnowledgeBaseOptions& Snapshot::options() const noexcept {
    return state_->source.options;
}

SearchResult Snapshot::search(const SearchRequest& request) const {
    return state_->view().search(request);
}

void Snapshot::explain(const SearchRequest& request, std::vector<Hit>& hits) const {
    state_->view().explain(request, hits);
}

SearchResult Snapshot::search_speakers(const Query& query) const {
    SearchRequest request;
    request.query = query;
    request.limit = request.explained = all<Speaker>().size();
    return state_->speakers().search(request);
}

const EmbeddingModel& Snapshot::embedding_model() const noexcept {
    return state_->source.model;
}

Embedding Snapshot::embed(std::string_view text) const {
    if (!state_->source.embedder) return {};
    return place(*state_->source.embedder, {std::string(text)}).front();
}

Embedding Snapshot::embedding_of(const Id<Question>& id) const {
    const PairHead* head = state_->source.catalog->pairs.find(id.str());
    if (head == nullptr || !state_->sees_question(*head)) return {};
    return state_->view().given(id.str());
}

const Analyzer& Snapshot::analyzer() const noexcept {
    return *state_->source.analyzer;
}

const Thesaurus& Snapshot::thesaurus() const {
    return state_->topics();
}

Query Snapshot::understand(std::string_view text) const {
    const StateTexts texts(*state_);
    const KnowledgeBaseOptions& chosen = options();
    const QuerySources sources{analyzer(), thesaurus(), &state_->vocabulary(),
                               [this]() -> const Speller& { return state_->speller(); }, &texts};
    return make_query(text, sources, chosen.query, chosen.spelling);
}

const ExpertiseGraph& Snapshot::graph() const {
    std::call_once(state_->graph_once,
                   [&] { state_->graph = ExpertiseGraph(gather_evidence(*state_), options().expertise); });
    return state_->graph;
}

const Activity& Snapshot::activity(int municipality) const {
    std::call_once(state_->activity_once, [&] { state_->activities = gather_activity(*state_); });
    return state_->activities.at(static_cast<std::size_t>(municipality));
}

const std::vector<int>& Snapshot::most_alike(int municipality) const {
    std::call_once(state_->alike_once, [&] { state_->alike = find_most_alike(*state_); });
    return state_->alike.at(static_cast<std::size_t>(municipality));
}

bool Snapshot::is_heard_of(int municipality) const {
    return is_heard_of(municipality, static_cast<int>(state_->topic_number.size()));  // as gather_heard says
}

bool Snapshot::is_heard_of(int municipality, int topic) const {
    std::call_once(state_->heard_once, [&] { state_->heard = gather_heard(*state_); });
    return state_->heard.at(static_cast<std::size_t>(municipality)).at(static_cast<std::size_t>(topic)) != 0;
}

int Snapshot::number_of(const Id<Municipality>& id) const {
    const auto found = state_->node_of.find(id.str());
    return found == state_->node_of.end() ? -1 : found->second;
}
int Snapshot::number_of(const Id<Topic>& id) const {
    const auto found = state_->topic_number.find(id.str());
    return found == state_->topic_number.end() ? -1 : found->second;
}
const Municipality& Snapshot::municipality(int number) const {
    return *state_->nodes.at(static_cast<std::size_t>(number));
}
const Topic& Snapshot::topic(int number) const {
    return *all<Topic>().at(static_cast<std::size_t>(number));
}

}  // namespace m150::inline v0
