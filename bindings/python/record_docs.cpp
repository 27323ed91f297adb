// What every record type and field means, for help() and editors. Here rather than in the schema, which is
// about form.
#include <array>

#include "records.hpp"

namespace m150::python {

namespace {

struct Doc {
    std::string_view type, field, text;
};

// A field that means the same everywhere is said once, with "" as type.
constexpr std::array docs{
    Doc{"", "id", "Id: opaque text of 1 to 128 bytes, unique among the records of its type."},
    Doc{"", "audience",
        "Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The "
        "parties to it do too; an answer is seen only with its question."},
    Doc{"", "provenance",
        "Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this."},
    Doc{"", "topics", "Ids of the topics it is about."},

    Doc{"municipality", "", "A gemeente: the unit that asks, answers and is connected."},
    Doc{"municipality", "id", "CBS code in the form GM0355; also taken: gm0355, 0355, 355 and the TOOI URI."},
    Doc{"municipality", "name", "Official name."},
    Doc{"municipality", "province", "Name of the province."},
    Doc{"municipality", "safety_region", "Veiligheidsregio, by name."},
    Doc{"municipality", "inhabitants", "Inhabitants on 1 January, by year."},
    Doc{"municipality", "latitude", "Of the land centroid, degrees north (WGS 84)."},
    Doc{"municipality", "longitude", "Of the land centroid, degrees east (WGS 84)."},
    Doc{"municipality", "urbanity", "Stedelijkheidsklasse of CBS: 1 (very urban) to 5 (rural)."},
    Doc{"municipality", "area_km2", "Land area in square kilometres."},
    Doc{"municipality", "neighbours", "Codes of the municipalities that share a border."},
    Doc{"municipality", "crossings",
        "Codes of the municipalities that a ferry or a tunnel leads to, where there is no border; one side "
        "is "
        "enough."},
    Doc{"municipality", "valid_from", "First day of existence; None: before all records."},
    Doc{"municipality", "valid_to", "Last day of existence; None: still exists."},
    Doc{"municipality", "successor", "Code of the municipality that took over when it merged."},

    Doc{"band", "", "Every municipality with so many inhabitants is a member of the network, for a period."},
    Doc{"band", "at_least", "Smallest number of inhabitants."},
    Doc{"band", "at_most", "Largest number of inhabitants; None: no limit."},
    Doc{"band", "from", "First day; None: always was."},
    Doc{"band", "to", "Last day; None: still is."},

    Doc{"membership", "",
        "One municipality that is a member of the network, or is not although a band says so."},
    Doc{"membership", "municipality", "Code of the municipality."},
    Doc{"membership", "excluded", "True: not a member, whatever the bands say."},
    Doc{"membership", "from", "First day; None: always was."},
    Doc{"membership", "to", "Last day; None: still is."},

    Doc{"network", "", "A network of municipalities: bands of inhabitants and explicit members, both dated."},
    Doc{"network", "name", "Name in full."},
    Doc{"network", "bands", "Bands of inhabitants; being in one of them makes a member."},
    Doc{"network", "members", "Explicit members and exclusions; they win over the bands."},

    Doc{"vocabulary entry", "",
        "A word that stands for others, kept by hand. The entries of a term take the place of what the "
        "library's "
        "own table says of it."},
    Doc{"vocabulary entry", "term", "The word or words that people say: 'BOT', 'vuilnis bijzetten'."},
    Doc{"vocabulary entry", "means",
        "Ways to say what it means: 'bedrijfsopvangteam', 'opvangteam'. Empty: the term is taken out."},
    Doc{"vocabulary entry", "kind",
        "'abbreviation' (several entries of a term are several meanings, and context picks one; the meaning "
        "finds "
        "the abbreviation too) or 'synonym' (one way)."},
    Doc{"vocabulary entry", "context", "Words that speak for this meaning: 'agressie', 'nazorg'."},

    Doc{"organisation", "", "An organisation that the networks work with: VNG, CCV, a ministry."},
    Doc{"organisation", "name", "Name in full."},
    Doc{"organisation", "kind", "Free text: 'koepel', 'kenniscentrum', ..."},
    Doc{"organisation", "url", "Web address; may be empty."},

    Doc{"topic", "", "A topic (onderwerp), in SKOS's terms."},
    Doc{"topic", "preferred_label", "skos:prefLabel."},
    Doc{"topic", "alternative_labels",
        "skos:altLabel; abbreviations included. Questions are found by these too."},
    Doc{"topic", "broader", "skos:broader: ids of wider topics."},
    Doc{"topic", "related", "skos:related: ids; one side is enough."},
    Doc{"topic", "definition", "skos:definition; may be empty."},

    Doc{"question", "",
        "A question of a municipality, or a published one of nobody in particular. With its answers it is a "
        "VAC."},
    Doc{"question", "asked_by", "Code of the municipality that asked; None: nobody in particular."},
    Doc{"question", "date", "Day on which it was asked."},
    Doc{"question", "title", "One line; title or text may be empty, not both."},
    Doc{"question", "text", "The question itself."},
    Doc{"question", "keywords", "Trefwoorden, as given."},
    Doc{"question", "target_group", "Doelgroep, as given; may be empty."},

    Doc{"answer", "", "An answer to a question, by one municipality or one organisation."},
    Doc{"answer", "question", "Id of the question."},
    Doc{"answer", "by",
        "Code of the municipality that answered. Exactly one of by and by_organisation is given."},
    Doc{"answer", "by_organisation", "Id of the organisation that answered."},
    Doc{"answer", "date", "Day of the answer, not before the question's."},
    Doc{"answer", "text", "The answer itself."},
    Doc{"answer", "accepted", "Whether the asker said that this was it."},
    Doc{"answer", "status", "'current' or 'outdated' (niet meer actueel)."},

    Doc{"inventory response", "",
        "One line of an inventory: what a municipality needs and offers on a topic."},
    Doc{"inventory response", "municipality", "Code of the municipality."},
    Doc{"inventory response", "topic", "Id of the topic."},
    Doc{"inventory response", "needs", "0 none, 1 some, 2 clear, 3 urgent."},
    Doc{"inventory response", "offers", "0 none, 1 can say something, 2 has experience, 3 can help others."},
    Doc{"inventory response", "date",
        "Day of the response; a later one on the same topic replaces it in what is concluded."},
    Doc{"inventory response", "remark", "Free text; may be empty."},

    Doc{"news item", "", "An actualiteit."},
    Doc{"news item", "date", "Day of publication."},
    Doc{"news item", "organisation", "Id of the organisation that published it; None: unknown."},
    Doc{"news item", "title", "One line."},
    Doc{"news item", "text", "The text; may be empty."},
    Doc{"news item", "url", "Web address; may be empty."},

    Doc{"agenda item", "", "One item of a meeting's agenda."},
    Doc{"agenda item", "id", "Id, unique in its agenda."},
    Doc{"agenda item", "title", "One line."},
    Doc{"agenda item", "text", "What it is about; may be empty."},
    Doc{"agenda item", "minutes", "Length in minutes."},
    Doc{"agenda item", "speakers_at_least", "Fewest speakers it needs."},
    Doc{"agenda item", "speakers_at_most", "Most speakers it takes."},

    Doc{"registration", "", "A municipality's registration (aanmelding) for a meeting."},
    Doc{"registration", "municipality", "Code of the municipality."},
    Doc{"registration", "people", "How many come."},
    Doc{"registration", "wishes", "Ids of the topics it wants to talk about, most wanted first."},
    Doc{"registration", "attended", "Whether it was there; None: not known (yet)."},

    Doc{"meeting", "", "A meeting (bijeenkomst) with its agenda and registrations."},
    Doc{"meeting", "title", "One line."},
    Doc{"meeting", "kind", "'national' or 'regional'."},
    Doc{"meeting", "network", "Id of the network whose meeting it is."},
    Doc{"meeting", "date", "Day of the meeting."},
    Doc{"meeting", "online", "Whether it is held online."},
    Doc{"meeting", "host", "Code of the municipality where it is held; None: online, or not known yet."},
    Doc{"meeting", "agenda", "Its items, in order."},
    Doc{"meeting", "registrations", "Who comes."},

    Doc{"period", "", "From a day up to and including another."},
    Doc{"period", "from", "First day."},
    Doc{"period", "to", "Last day."},

    Doc{"talk", "", "A talk that a speaker gave."},
    Doc{"talk", "date", "Day of the talk."},
    Doc{"talk", "title", "One line."},
    Doc{"talk", "meeting", "Id of the meeting; None: elsewhere."},
    Doc{"talk", "rating", "Mean of the listeners' ratings, 1 to 5; None: not rated."},

    Doc{"speaker", "", "A speaker: an opaque id with a role. No name of a person is asked for or kept."},
    Doc{"speaker", "role", "'teamleider handhaving', 'beleidsadviseur', ..."},
    Doc{"speaker", "organisation", "Id of the organisation; at most one of organisation and municipality."},
    Doc{"speaker", "municipality", "Code of the municipality."},
    Doc{"speaker", "profile", "What the speaker can tell about, free text."},
    Doc{"speaker", "topics", "Ids of the topics the speaker speaks on."},
    Doc{"speaker", "talks", "Talks given before."},
    Doc{"speaker", "availability", "Periods in which the speaker can come; empty: always."},

    Doc{"contact", "", "Two municipalities that were brought into contact."},
    Doc{"contact", "from", "Code of the municipality that sought help."},
    Doc{"contact", "to", "Code of the municipality that was asked; not the same."},
    Doc{"contact", "date", "Day of the contact."},
    Doc{"contact", "outcome", "'unknown', 'helpful', 'not-helpful' or 'declined'."},

    Doc{"working group", "", "Municipalities that work on a topic together for a period."},
    Doc{"working group", "name", "Name in full."},
    Doc{"working group", "topic", "Id of the topic."},
    Doc{"working group", "members", "Codes of the members, the chair included."},
    Doc{"working group", "chair", "Code of the municipality that runs it; None: nobody in particular."},
    Doc{"working group", "from", "First day."},
    Doc{"working group", "to", "Last day; None: still runs."},
    Doc{"working group", "milestones", "Steps on its way, in its days."},
    Doc{"working group", "delivered", "What it left behind when it ended; only with `to`."},

    Doc{"milestone", "", "A step of a working group on its way."},
    Doc{"milestone", "date", "Day of the step."},
    Doc{"milestone", "text", "What was done."},

    Doc{"outcome", "", "What became of a question that was put to the base or to AVH."},
    Doc{"outcome", "question", "Id of the question, when it is stored."},
    Doc{"outcome", "asked_by", "Code of the municipality that asked; None: not known."},
    Doc{"outcome", "asked", "Day on which it was asked."},
    Doc{"outcome", "date", "Day on which it was known what became of it, not before `asked`."},
    Doc{"outcome", "kind",
        "'answered-by-base', 'passed-on' (to a municipality that took it up), 'contacted', 'declined' or "
        "'no-answer'."},
    Doc{"outcome", "pair", "Id of the question whose answers were there; answered-by-base only."},
    Doc{"outcome", "municipality",
        "Code of the municipality that was asked; passed-on, contacted and declined only."},
    Doc{"outcome", "helpful", "Whether it helped; None: nobody said."},
    Doc{"outcome", "confidence", "What the base had said of its own answers (Reply.confidence), 0..1."},

    Doc{"pause", "", "A municipality that asked not to be recommended: an opt-out, or a pause when it ends."},
    Doc{"pause", "municipality", "Code of the municipality."},
    Doc{"pause", "topics", "Ids of the topics on which; empty: on anything."},
    Doc{"pause", "from", "First day."},
    Doc{"pause", "to", "Last day; None: until further notice."},
};

}  // namespace

std::string record_doc(std::string_view type, std::string_view field) {
    std::string_view found;
    for (const Doc& doc : docs) {
        if (doc.field != field) continue;
        if (doc.type == type) return std::string(doc.text);
        if (doc.type.empty() && !field.empty()) found = doc.text;
    }
    if (found.empty())
        throw InternalError("nothing is written down about field '" + std::string(field) + "' of a " +
                            std::string(type));
    return std::string(found);
}

}  // namespace m150::python
