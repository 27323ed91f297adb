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
                         std::is_same_v<Record, Contact> || std::is_same_v<Record, Outcome>) {
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

const Municipality& heir_of(const Visible<Municipality>& known, const Id<Municipality>& id, Date day) {
    const Municipality* municipality = find_in(known, id);
    if (municipality == nullptr) unknown_municipality(id, known);
    const Municipality* heir = living_on(known, id, day);
    if (heir == nullptr) {
        throw InvalidInput({"municipality " + id.str() + " (" + municipality->name + ")",
                            "does not exist on " + day.str() + " and has no successor",
                            "a municipality that exists that day",
                            "use another municipality, or another as_of"});
    }
    return *heir;
}

Eyes eyes_of(const Catalog& catalog, const Municipality& viewer, Date day) {
    std::set<Id<Network>> networks;
    for (const Network& network : catalog.table<Network>()) {
        if (is_member(network, viewer, day)) networks.insert(network.id);
    }
    return Eyes(viewer.id, std::move(networks));
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
        const Municipality& viewer = heir_of(everyone, *options.viewer, today);
        options.viewer = viewer.id;
        eyes = eyes_of(catalog, viewer, today);
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
    pauses.resize(nodes.size());
    for (const Pause& pause : catalog.table<Pause>()) {
        const auto found = node_of.find(pause.municipality.str());
        const bool holds = pause.from <= today && (!pause.to || today <= *pause.to);
        if (holds && found != node_of.end())
            pauses[static_cast<std::size_t>(found->second)].push_back(&pause);
    }
    int number = 0;
    for (const Topic* topic : std::get<Visible<Topic>>(visible))
        topic_number[topic->id.str()] = number++;
}

Pair kept_pair(const SearchView& view, const std::string& key) {
    const std::optional<std::string> payload = view.payload(key);
    if (!payload) {
        throw StoreError({"index", "has no document " + excerpt(key, 60) + ", of which there are records",
                          "an index of these records", rebuild_advice});
    }
    return decode_pair(*payload);
}

IndexChanges hide_the_unseen(const Snapshot::State& state) {
    IndexChanges changes;
    const auto late = [&](const Answer& answer) { return answer.date > state.today; };
    state.source.catalog->pairs.for_each([&](const PairHead& pair) {
        const bool seen = state.sees_question(pair);
        bool too_much = !seen;  // whether the question's own document is not to be there as it is
        for (const AnswerHead& answer : pair.answers) {
            const bool of_its_own = !covers(answer.audience, pair.question.audience);
            if (seen && state.sees_answer(pair, answer)) continue;
            if (of_its_own) changes.hidden.push_back(narrow_key(pair.id, answer.id));
            too_much = too_much || !of_its_own;
        }
        if (!too_much) return;
        changes.hidden.push_back(pair.id.str());
        if (!seen) return;
        Pair whole = kept_pair(state.source.view, pair.id.str());
        std::erase_if(whole.answers, late);
        for (IndexDocument& document :
             documents_of(whole.question, whole.answers, state.source.options.index))
            changes.added.push_back(std::move(document));
    });
    return changes;
}

const SearchView& Snapshot::State::view() const {
    if (eyes.all_seeing() && !options.as_of) return source.view;
    std::call_once(view_once, [&] {
        const IndexChanges changes = hide_the_unseen(*this);
        seen_view = changes.hidden.empty() ? source.view : source.view.with(changes.hidden, changes.added);
    });
    return seen_view;
}

const Thesaurus& Snapshot::State::topics() const {
    std::call_once(thesaurus_once, [&] {
        std::vector<Concept> concepts;
        for (const Topic* topic : std::get<Visible<Topic>>(visible)) {
            Concept& entry = concepts.emplace_back(Concept{topic->id.str(), {topic->preferred_label}});
            entry.labels.insert(entry.labels.end(), topic->alternative_labels.begin(),
                                topic->alternative_labels.end());
        }
        thesaurus = Thesaurus(*source.analyzer, concepts, source.options.thesaurus);
    });
    return thesaurus;
}

const Vocabulary& Snapshot::State::vocabulary() const {
    std::call_once(vocabulary_once, [&] {
        vocabulary_made =
            source.words->vocabulary(*source.analyzer, known_meanings(*this), source.options.vocabulary);
    });
    return *vocabulary_made;
}

const Speller& Snapshot::State::speller() const {
    std::call_once(speller_once, [&] {
        speller_made = source.words->speller(known_words(*this, topics(), vocabulary()),
                                             source.options.index.analysis.language);
    });
    return *speller_made;
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
        SearchIndex index({}, source.options.index, true, IndexMeaning{source.space, {}});
        index.apply(speaker_documents(*this), {}, 1);
        speaker_view = index.view();
    });
    return speaker_view;
}

}  // namespace m150::inline v0
