#include "libm150/knowledge/snapshot.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/knowledge/documents.hpp"
#include "libm150/knowledge/payload.hpp"
#include "libm150/knowledge/snapshot_state.hpp"

namespace m150::inline v0 {

namespace {

template <class Record>
const Record* find_in(const Visible<Record>& records, const Id<Record>& id) {
    const auto at =
        std::lower_bound(records.begin(), records.end(), id,
                         [](const Record* record, const Id<Record>& key) { return record->id < key; });
    return at != records.end() && (*at)->id == id ? *at : nullptr;
}

// Dated records that a snapshot of an earlier day does not know yet.
template <class Record>
bool known_by(const Record& record, Date day) {
    if constexpr (requires { requires std::is_same_v<decltype(record.from), Date>; }) {
        return record.from <= day;
    } else if constexpr (std::is_same_v<Record, InventoryResponse> || std::is_same_v<Record, NewsItem> ||
                         std::is_same_v<Record, Contact>) {
        return record.date <= day;
    } else {
        return true;
    }
}

[[noreturn]] void unknown_municipality(const Id<Municipality>& id, const Visible<Municipality>& known) {
    std::vector<std::string> codes;
    for (const Municipality* municipality : known)
        codes.push_back(municipality->id.str());
    const std::string guess = nearest(id.str(), codes);
    throw InvalidInput(
        {"municipality " + excerpt(id.str(), 40), "is unknown", "a municipality of this knowledge base",
         guess.empty() ? "look its code up in the list of municipalities" : "did you mean " + guess + "?"});
}

}  // namespace

const Municipality* living_on(const Visible<Municipality>& municipalities, const Id<Municipality>& id,
                              Date day) {
    const Municipality* municipality = find_in(municipalities, id);
    for (std::size_t steps = 0; municipality != nullptr && steps <= municipalities.size(); ++steps) {
        if (municipality->exists_on(day)) return municipality;
        const bool gone = municipality->valid_to && *municipality->valid_to < day;
        if (!gone || !municipality->successor) return nullptr;
        municipality = find_in(municipalities, *municipality->successor);
    }
    return nullptr;
}

Snapshot::State::State(SnapshotSource from, const SnapshotOptions& given)
    : source(std::move(from)), options(given), today(given.as_of.value_or(source.catalog->latest)) {
    const Catalog& catalog = *source.catalog;
    if (options.viewer) {
        const auto& municipalities = catalog.table<Municipality>();
        Visible<Municipality> everyone;
        for (const Municipality& municipality : municipalities)
            everyone.push_back(&municipality);
        const Municipality* viewer = find_in(everyone, *options.viewer);
        if (viewer == nullptr) unknown_municipality(*options.viewer, everyone);
        std::set<Id<Network>> networks;
        for (const Network& network : catalog.table<Network>()) {
            if (m150::is_member(network, *viewer, today)) networks.insert(network.id);
        }
        eyes = Eyes(*options.viewer, std::move(networks));
    }
    std::apply(
        [&](auto&... lists) {
            const auto fill = [&]<class Record>(Visible<Record>& list) {
                for (const Record& record : catalog.table<Record>()) {
                    if (known_by(record, today) && eyes.sees(record)) list.push_back(&record);
                }
            };
            (fill(lists), ...);
        },
        visible);
    const auto& municipalities = std::get<Visible<Municipality>>(visible);
    for (const Municipality* municipality : municipalities) {
        if (!municipality->exists_on(today)) continue;
        node_of[municipality->id.str()] = static_cast<int>(nodes.size());
        nodes.push_back(municipality);
    }
    for (const Municipality* municipality : municipalities) {
        if (municipality->exists_on(today)) continue;
        const Municipality* heir = living_on(municipalities, municipality->id, today);
        if (heir != nullptr) node_of[municipality->id.str()] = node_of.at(heir->id.str());
    }
    int number = 0;
    for (const Topic* topic : std::get<Visible<Topic>>(visible))
        topic_number[topic->id.str()] = number++;
}

ThenDocuments documents_then(const Snapshot::State& state) {
    ThenDocuments then;
    const auto late = [&](const AnswerHead& answer) { return answer.date > state.today; };
    state.source.catalog->pairs.for_each([&](const PairHead& pair) {
        const bool straddles =
            pair.question.date <= state.today && std::any_of(pair.answers.begin(), pair.answers.end(), late);
        if (!straddles) return;
        std::vector<Answer> kept;
        Question question;
        for (const std::string& key : document_keys(pair)) {
            then.hidden.push_back(key);
            Pair whole = decode_pair(state.source.view.payload(key).value());
            question = std::move(whole.question);
            for (Answer& answer : whole.answers) {
                if (answer.date <= state.today) kept.push_back(std::move(answer));
            }
        }
        for (IndexDocument& document : documents_of(question, kept))
            then.added.push_back(std::move(document));
    });
    return then;
}

const SearchView& Snapshot::State::view() const {
    if (!options.as_of) return source.view;
    std::call_once(view_once, [&] {
        const ThenDocuments then = documents_then(*this);
        view_then = then.hidden.empty() ? source.view : source.view.with(then.hidden, then.added);
    });
    return view_then;
}

std::vector<IndexDocument> speaker_documents(const Snapshot::State& state) {
    std::vector<IndexDocument> documents;
    for (const Speaker* speaker : std::get<Visible<Speaker>>(state.visible)) {
        IndexDocument& document = documents.emplace_back();
        document.key = document.group = speaker->id.str();
        document.fields = {{FieldKind::title, speaker->role}, {FieldKind::text, speaker->profile}};
        for (const Talk& talk : speaker->talks) {
            if (talk.date <= state.today) document.fields.push_back({FieldKind::answer, talk.title});
        }
        for (const Id<Topic>& topic : speaker->topics)
            document.concepts.push_back(topic.str());
    }
    return documents;
}

const SearchView& Snapshot::State::speakers() const {
    std::call_once(speakers_once, [&] {
        SearchIndex index({}, source.index, true);
        index.apply(speaker_documents(*this), {}, 1);
        speaker_view = index.view();
    });
    return speaker_view;
}

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

#define M150_INSTANTIATE(Record)                                                          \
    template M150_EXPORT const std::vector<const Record*>& Snapshot::all<Record>() const; \
    template M150_EXPORT const Record* Snapshot::find<Record>(const Id<Record>& id) const;
M150_INSTANTIATE(Municipality)
M150_INSTANTIATE(Network)
M150_INSTANTIATE(Organisation)
M150_INSTANTIATE(Topic)
M150_INSTANTIATE(InventoryResponse)
M150_INSTANTIATE(NewsItem)
M150_INSTANTIATE(Meeting)
M150_INSTANTIATE(Speaker)
M150_INSTANTIATE(Contact)
M150_INSTANTIATE(WorkingGroup)
#undef M150_INSTANTIATE

namespace {

// Adds the narrower answers that are seen to what the question's own document holds, and leaves out what came
// later.
Pair whole_pair(const Snapshot::State& state, const PairHead& head, Pair main) {
    for (const AnswerHead& answer : head.answers) {
        if (covers(answer.audience, head.question.audience) || !state.sees_answer(head, answer)) continue;
        Pair narrow = decode_pair(state.source.view.payload(narrow_key(head.id, answer.id)).value());
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
    return whole_pair(*state_, *head, decode_pair(state_->source.view.payload(id.str()).value()));
}

std::optional<Pair> Snapshot::pair(const Hit& hit) const {
    if (hit.payload.empty() || hit.key != hit.group) return pair(Id<Question>(hit.group));
    const PairHead* head = state_->source.catalog->pairs.find(hit.group);
    if (head == nullptr || !state_->sees_question(*head)) return std::nullopt;
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
    const auto& known = all<Municipality>();
    const Municipality* municipality = find_in(known, id);
    if (municipality == nullptr) unknown_municipality(id, known);
    const Municipality* heir = living_on(known, id, today());
    if (heir == nullptr) {
        throw InvalidInput({"municipality " + id.str() + " (" + municipality->name + ")",
                            "does not exist on " + today().str() + " and has no successor",
                            "a municipality that exists that day",
                            "use another municipality, or another as_of"});
    }
    if (heir != municipality) {
        notices.push_back(id.str() + " " + municipality->name + " is opgegaan in " + heir->id.str() + " " +
                          heir->name + " (bestond tot en met " + municipality->valid_to->str() + ")");
    }
    return heir->id;
}

bool Snapshot::is_member(const Id<Municipality>& municipality, const Id<Network>& network) const {
    const Municipality* who = find(municipality);
    const Network* which = find(network);
    return who != nullptr && which != nullptr && m150::is_member(*which, *who, today());
}

SearchResult Snapshot::search(SearchRequest request) const {
    if (!state_->eyes.all_seeing()) {
        request.filters.push_back(state_->eyes.filters(question_eyes));
        request.filters.push_back(state_->eyes.filters(answer_eyes));
    }
    if (state_->options.as_of && (!request.to || *request.to > today())) request.to = today();
    return state_->view().search(request);
}

SearchResult Snapshot::search_speakers(const Query& query) const {
    SearchRequest request;
    request.query = query;
    request.limit = request.explained = all<Speaker>().size();
    return state_->speakers().search(request);
}

const Analyzer& Snapshot::analyzer() const noexcept {
    return *state_->source.analyzer;
}

const Thesaurus& Snapshot::thesaurus() const {
    std::call_once(state_->thesaurus_once, [&] {
        std::vector<Concept> concepts;
        for (const Topic* topic : all<Topic>()) {
            Concept& entry = concepts.emplace_back(Concept{topic->id.str(), {topic->preferred_label}});
            entry.labels.insert(entry.labels.end(), topic->alternative_labels.begin(),
                                topic->alternative_labels.end());
        }
        state_->thesaurus = Thesaurus(analyzer(), concepts, state_->source.thesaurus);
    });
    return state_->thesaurus;
}

const ExpertiseGraph& Snapshot::graph() const {
    std::call_once(state_->graph_once, [&] {
        ExpertiseOptions options = state_->options.expertise;
        options.today = today();
        state_->graph = ExpertiseGraph(gather_evidence(*state_), options);
    });
    return state_->graph;
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
