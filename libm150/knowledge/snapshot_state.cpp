#include "libm150/knowledge/snapshot_state.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/knowledge/documents.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/knowledge/payload.hpp"

namespace m150::inline v0 {

namespace {

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

}  // namespace

void unknown_municipality(const Id<Municipality>& id, const Visible<Municipality>& known) {
    std::vector<std::string> codes;
    for (const Municipality* municipality : known)
        codes.push_back(municipality->id.str());
    const std::string guess = nearest(id.str(), codes);
    throw InvalidInput(
        {"municipality " + excerpt(id.str(), 40), "is unknown", "a municipality of this knowledge base",
         guess.empty() ? "look its code up in the list of municipalities" : "did you mean " + guess + "?"});
}

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
    if (given.options) {
        check_parameters(*given.options);
        source.view = source.view.ranked_by(given.options->index);
        source.options = *given.options;
    }
    source.options.expertise.today = today;
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
        SearchIndex index({}, source.options.index, true);
        index.apply(speaker_documents(*this), {}, 1);
        speaker_view = index.view();
    });
    return speaker_view;
}

}  // namespace m150::inline v0
