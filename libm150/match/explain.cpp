#include "libm150/match/explain.hpp"

#include <array>
#include <cstdio>
#include <string_view>

#include "libm150/base/text.hpp"
#include "libm150/match/rule_sentences.hpp"
#include "libm150/match/sentences.hpp"

namespace m150::inline v0 {

namespace {

// {name} stands for a value of the reason; {municipality}, {successor}, {guide}, {learner}, {topic} and
// {question} are shown by name.
constexpr std::array sentences{
    Sentence{"words", "Woorden uit de vraag staan in dit antwoord",
             "Words of the question occur in this answer"},
    Sentence{"word", "het woord “{word}”", "the word “{word}”"},
    Sentence{"part", "een deel van “{word}”", "part of “{word}”"},
    Sentence{"joined", "“{word}” in één woord", "“{word}” as one word"},
    Sentence{"correction", "“{word}”, gelezen als “{meaning}”", "“{word}”, read as “{meaning}”"},
    Sentence{"other-word", "“{word}”: {meaning}", "“{word}”: {meaning}"},
    Sentence{"synonym", "ander woord voor “{word}” (onderwerp {topic})",
             "another word for “{word}” (topic {topic})"},
    Sentence{"names-topic", "“{word}” hoort bij het onderwerp {topic}",
             "“{word}” belongs to the topic {topic}"},
    Sentence{"meaning", "Gaat over iets dat er in betekenis op lijkt", "Is about something close in meaning"},
    Sentence{"embedding", "Lijkt erop volgens het model {model}",
             "Is close to it according to the model {model}"},
    Sentence{"similar-pairs", "Vragen die hierop lijken passen ook", "Questions like this one fit as well"},
    Sentence{"similar-pair", "lijkt op “{question}”", "is like “{question}”"},
    Sentence{"topics", "Heeft een onderwerp waarover de vraag lijkt te gaan",
             "Has a topic that the question seems to be about"},
    Sentence{"recent", "Is van kort geleden", "Is of recent date"},
    Sentence{"accepted", "De vrager heeft een antwoord als juist aangemerkt", "The asker accepted an answer"},
    Sentence{"answer", "antwoord van {date} op “{question}”", "answer of {date} to “{question}”"},
    Sentence{"topic-expertise", "Ervaring met de onderwerpen van de vraag",
             "Experience with the topics of the question"},
    Sentence{"on-topic", "onderwerp {topic}", "topic {topic}"},
    Sentence{"knows", "weet van {topic}", "knows about {topic}"},
    Sentence{"knows-related", "weet van het verwante onderwerp {topic}",
             "knows about the related topic {topic}"},
    Sentence{"knows-broader", "weet van het ruimere onderwerp {topic}",
             "knows about the broader topic {topic}"},
    Sentence{"knows-narrower", "weet van het engere onderwerp {topic}",
             "knows about the narrower topic {topic}"},
    Sentence{"asks", "vraagt over {topic}", "asks about {topic}"},
    Sentence{"answered", "beantwoordde een vraag ({record}, {date})",
             "answered a question ({record}, {date})"},
    Sentence{"presented", "hield een presentatie ({record}, {date})", "gave a talk ({record}, {date})"},
    Sentence{"offers", "biedt ervaring aan in de inventarisatie ({date})",
             "offers experience in the inventory ({date})"},
    Sentence{"working_group", "doet mee in een werkgroep ({record}, {date})",
             "takes part in a working group ({record}, {date})"},
    Sentence{"helped", "hielp met een vraag ({record}, {date})", "helped with a question ({record}, {date})"},
    Sentence{"thanked", "kreeg dank na een contact ({record}, {date})",
             "was thanked after a contact ({record}, {date})"},
    Sentence{"declined", "kon of wilde niet helpen ({record}, {date})",
             "could or would not help ({record}, {date})"},
    Sentence{"asked", "stelde een vraag ({record}, {date})", "asked a question ({record}, {date})"},
    Sentence{"needs", "heeft behoefte volgens de inventarisatie ({date})",
             "has a need according to the inventory ({date})"},
    Sentence{"other", "kleinere bijdragen ({count})", "smaller contributions ({count})"},
    Sentence{"need", "{guide} weet wat hier nodig is", "{guide} knows what is needed here"},
    Sentence{"mutual", "Andersom ook: {learner} weet wat zij nodig hebben",
             "The other way round too: {learner} knows what they need"},
    Sentence{"topic-match", "{topic}: behoefte {needs}%, kennis {knows}%",
             "{topic}: need {needs}%, knowledge {knows}%"},
    Sentence{"alike", "Lijken op elkaar in grootte en stedelijkheid", "Are alike in size and urbanity"},
    Sentence{"border", "Zijn buren", "Share a border"},
    Sentence{"same-region", "Liggen in dezelfde veiligheidsregio", "Are in the same safety region"},
    Sentence{"known", "Hadden al contact", "Were in contact already"},
    Sentence{"known-group", "Zitten of zaten samen in een werkgroep",
             "Are or were in a working group together"},
    Sentence{"repeat", "Ook betere koppelingen gaan vooral over {topic} ({count})",
             "Better connections are mainly about {topic}, too ({count})"},
    Sentence{"across", "{guide} is geen lid van {network} en wordt gevraagd om wat daar niemand weet",
             "{guide} is no member of {network}, and is asked for what nobody there knows"},
    Sentence{"learner-no-demand", "{learner} heeft nergens behoefte aan, voor zover bekend",
             "{learner} needs nothing, as far as is known"},
    Sentence{"learner-nobody-knows", "Niemand weet iets van wat {learner} nodig heeft",
             "Nobody knows about what {learner} needs"},
    Sentence{"learner-already-connected",
             "Met wie weet wat {learner} nodig heeft was er sinds {date} al contact",
             "Those who know what {learner} needs were in contact with it since {date}"},
    Sentence{"learner-no-weight", "De behoefte telt niet mee (gewicht 0), dus is geen koppeling iets waard",
             "Needs count for nothing (weight 0), so no connection is worth anything"},
    Sentence{"no-learner-places", "Niemand mag een gids krijgen: alle plaatsen voor wie leert zijn 0",
             "Nobody may have a guide: all places of learners are 0"},
    Sentence{"no-guide-places", "Niemand mag gids zijn: alle plaatsen van gidsen zijn 0",
             "Nobody may guide: all places of guides are 0"},
    Sentence{"merged", "{municipality} is opgegaan in {successor}",
             "{municipality} has merged into {successor}"},
    Sentence{"nothing-to-search-for",
             "De vraag bevat alleen woorden waarop niet gezocht kan worden; stel haar met een zelfstandig "
             "naamwoord",
             "The question holds only words that cannot be searched for; put it with a noun"},
    Sentence{"path", "Hangen nu zo samen: {path}", "Are linked like this now: {path}"},
    Sentence{"profile-words", "Woorden van het agendapunt staan in het profiel of de praatjes",
             "Words of the agenda item occur in the profile or the talks"},
    Sentence{"speaks-on", "Spreekt over de onderwerpen van het agendapunt",
             "Speaks on the topics of the agenda item"},
    Sentence{"speaks-on-related", "Spreekt over wat verwant is aan de onderwerpen van het agendapunt",
             "Speaks on what is related to the topics of the agenda item"},
    Sentence{"has-topic", "onderwerp {topic}", "topic {topic}"},
    Sentence{"has-related-topic", "een onderwerp verwant aan {topic}", "a topic related to {topic}"},
    Sentence{"experience", "Sprak er eerder over", "Has spoken on it before"},
    Sentence{"talk", "“{title}” op {date}", "“{title}” on {date}"},
    Sentence{"municipality-knows", "Deze gemeente weet van de onderwerpen van het agendapunt",
             "This municipality knows about the topics of the agenda item"},
    Sentence{"municipality-needs", "{municipality} heeft er behoefte aan", "{municipality} needs it"},
    Sentence{"agenda-covers", "Gemeenten met een behoefte waarin het voorziet: {count}",
             "Municipalities with a need that it meets: {count}"},
    Sentence{"no-registrations",
             "Niemand heeft zich aangemeld: gerekend is met alle {count} leden van {network}",
             "Nobody has registered: all {count} members of {network} are counted"},
    Sentence{"no-demand", "Niemand van de deelnemers heeft ergens behoefte aan",
             "None of the participants needs anything"},
    Sentence{"gap-needs", "Er is behoefte aan dit onderwerp; gemeenten die ervoor zouden komen: {count}",
             "It is needed; municipalities that would come for it: {count}"},
    Sentence{"gap-growth",
             "De vraag groeit: {count} {count:vraag|vragen}, tegen {before} in de periode ervoor",
             "Demand grows: {count} {count:question|questions}, against {before} in the period before"},
    Sentence{"gap-open", "Vragen die onbeantwoord bleven: {count} van de {of}",
             "Questions that went unanswered: {count} of the {of}"},
    Sentence{"gap-burst", "Plotseling veel vragen sinds {date} ({count})",
             "Suddenly many questions since {date} ({count})"},
    Sentence{"gap-untreated", "Laatst op een bijeenkomst behandeld op {date}",
             "Last treated at a meeting on {date}"},
    Sentence{"gap-never-treated", "Nog nooit op een bijeenkomst behandeld", "Never treated at a meeting"},
    Sentence{"gap-scarce", "Er is meer behoefte dan kennis; gemeenten die er veel van weten: {count}",
             "There is more need than knowledge; municipalities that know much about it: {count}"},
    Sentence{"gap-news", "Het is in het nieuws", "It is in the news"},
    Sentence{"news-item", "“{title}” op {date}", "“{title}” on {date}"},
    Sentence{"group-lasts", "In {count} van de {of} laatste perioden van {days} dagen vroeg iemand ernaar",
             "Somebody asked for it in {count} of the last {of} periods of {days} days"},
    Sentence{"group-demand", "Gemeenten die er meer van willen weten: {count}",
             "Municipalities that want to know more of it: {count}"},
    Sentence{"group-knowledge", "Gemeenten die ervan weten: {count}",
             "Municipalities that know about it: {count}"},
    Sentence{"municipality-brings", "{municipality} weet ervan", "{municipality} knows about it"},
    Sentence{"group-regions", "Uit {count} {count:regio|regio’s}", "From {count} {count:region|regions}"},
    Sentence{"group-new-regions",
             "Uit {count} {count:regio die er nog niet bij was|regio’s die er nog niet bij waren}",
             "From {count} {count:region that was|regions that were} not in it yet"},
    Sentence{"group-new-sizes",
             "{count} {count:omvangsklasse die er nog niet bij was|omvangsklassen die er nog niet bij waren}",
             "{count} {count:class of size that was|classes of size that were} not in it yet"},
    Sentence{"group-sizes", "{count} {count:omvangsklasse|omvangsklassen} bij elkaar",
             "{count} {count:class|classes} of size together"},
    Sentence{"group-chair", "{municipality} kan voorzitten", "{municipality} can chair it"},
    Sentence{"group-seats", "Gemeenten die er tijd aan besteden: {count}",
             "Municipalities that spend time on it: {count}"},
    Sentence{"group-kept", "Gemeenten die er in een eerder voorstel al in zaten: {count}",
             "Municipalities that were in it in an earlier proposal already: {count}"},
    Sentence{"group-travel", "Reizen naar {municipality}", "Travelling to {municipality}"},
    Sentence{"municipality-travels", "{municipality}: {km} km", "{municipality}: {km} km"},
    Sentence{"closing-faded",
             "De vraag is weggezakt: gemeenten die er sinds {date} naar vroegen: {count}, tegen {before} in "
             "even lange tijd voor de start",
             "Demand has faded: municipalities that asked for it since {date}: {count}, against {before} in "
             "as long before it started"},
    Sentence{"closing-served", "Kwam op {date} tot “{text}”; daarna geen stap en geen vraag meer",
             "Came to “{text}” on {date}; no step and no question since"},
    Sentence{"no-lasting-demand-chosen", "Naar geen van de gekozen onderwerpen wordt blijvend gevraagd",
             "Demand lasts for none of the topics that were chosen"},
    Sentence{"no-lasting-demand", "Naar geen enkel onderwerp wordt blijvend gevraagd",
             "Demand lasts on no topic"},
    Sentence{
        "groups-limited",
        "De rekentijd was op: {count} {count:groep|groepen} gevonden, en er kunnen er meer of betere zijn",
        "The time to search was up: {count} {count:group|groups} found, and there may be more or better "
        "ones"},
    Sentence{"fewer-groups",
             "{count} van de {of} gevraagde groepen: meer zijn er niet te maken die de moeite waard zijn",
             "{count} of the {of} groups asked for: no more can be made that are worth their while"},
    Sentence{"must-repeat", "Zo vaak zitten twee mensen hoe dan ook opnieuw bij elkaar: {count}",
             "So often two people sit together again in any plan: {count}"},
    Sentence{"region-travel", "{count} leden reizen gemiddeld {km} km naar de gastheer van hun regio",
             "{count} members travel {km} km on average to the host of their region"},
    Sentence{"region-land", "Gemeenten die geen lid zijn, tellen licht mee in de verdeling van het land",
             "Municipalities that are no members count lightly in how the land is divided"},
    Sentence{
        "region-apart-province",
        "{count} {count:lid valt|leden vallen} buiten de regio van de meeste leden in hun provincie",
        "{count} {count:member falls|members fall} outside the region of most members of their province"},
    Sentence{
        "region-apart-safety",
        "{count} {count:lid valt|leden vallen} buiten de regio van de meeste leden in hun veiligheidsregio",
        "{count} {count:member falls|members fall} outside the region of most members of their "
        "veiligheidsregio"},
    Sentence{"region-moves",
             "{count} {count:lid verandert|leden veranderen} van regio, en {of} {of:gemeente die geen lid "
             "is|gemeenten die geen lid zijn}",
             "{count} {count:member changes|members change} region, and {of} {of:municipality that is "
             "none|municipalities that are none}"},
    Sentence{"region-uneven",
             "De regio's kunnen niet gelijker: {least} tot {most} leden, want ze moeten aaneengesloten zijn",
             "The regions cannot be more equal: {least} to {most} members, for they have to hang together"},
    Sentence{"region-uneven-found", "Gelijkere regio's dan {least} tot {most} leden zijn niet gevonden",
             "No regions more equal than {least} to {most} members were found"},
    Sentence{
        "region-guessed",
        "Van {municipality} is niet bekend waar het ligt; aangenomen is midden tussen zijn buurgemeenten",
        "It is not known where {municipality} lies; it is taken to lie amid its neighbours"},
    Sentence{"region-unplaced",
             "{municipality} is niet ingedeeld: er is geen ligging en geen buurgemeente bekend",
             "{municipality} is in no region: neither its location nor a neighbour is known"},
    Sentence{
        "region-assumed",
        "Geen grens of overtocht verbindt {municipality} met de rest; aangenomen is een overtocht naar "
        "{other} "
        "({km} km)",
        "No border or crossing joins {municipality} to the rest; a crossing to {other} is assumed ({km} km)"},
    Sentence{"host-travel", "De {count} leden reizen gemiddeld {km} km",
             "The {count} members travel {km} km on average"},
    Sentence{"host-furthest", "{municipality} komt het verst: {km} km",
             "{municipality} comes from furthest: {km} km"},
    Sentence{"host-lately", "Was al gastheer op {date}", "Was host on {date} already"},
    Sentence{"host-no-place",
             "Van {municipality} is niet bekend waar het ligt, dus het telt niet mee in de afstanden",
             "It is not known where {municipality} lies, so it does not count in the distances"},
    Sentence{"meeting-past", "De bijeenkomst van {date} ligt vóór de peildatum {today}",
             "The meeting of {date} lies before the reference day {today}"},
    Sentence{"no-location",
             "Van {municipality} is niet bekend waar het ligt, dus de reisafstand is niet getoetst",
             "It is not known where {municipality} lies, so its distance was not checked"},
};

std::string name_of_municipality(const Snapshot& now, std::string_view id) {
    const Municipality* municipality = now.find(Id<Municipality>(std::string(id)));
    return municipality != nullptr ? municipality->name : std::string(id);
}

std::string name_of_topic(const Snapshot& now, std::string_view id) {
    const Topic* topic = now.find(Id<Topic>(std::string(id)));
    return topic != nullptr ? topic->preferred_label : std::string(id);
}

// A speaker is known by role; a municipality may be asked to speak too.
std::string name_of_speaker(const Snapshot& now, std::string_view id) {
    const Speaker* speaker = now.find(Id<Speaker>(std::string(id)));
    if (speaker == nullptr) return name_of_municipality(now, id);
    return speaker->role.empty() ? std::string(id) : speaker->role + " (" + std::string(id) + ")";
}

// An organisation, or the municipality that somebody is of.
std::string name_of_house(const Snapshot& now, std::string_view id) {
    const Organisation* organisation = now.find(Id<Organisation>(std::string(id)));
    return organisation != nullptr ? organisation->name : name_of_municipality(now, id);
}

std::string path_text(const Snapshot& now, const Reason& reason) {
    std::string text;
    for (const auto& [kind, id] : reason.values) {
        text += (text.empty() ? "" : " → ") +
                (kind == "topic" ? name_of_topic(now, id) : name_of_municipality(now, id));
    }
    return text;
}

std::string shown(const Snapshot& now, const Reason& reason, std::string_view name) {
    const std::string_view value = reason.value(name);
    if (name == "path") return path_text(now, reason);
    if (name == "municipality" || name == "successor" || name == "guide" || name == "learner" ||
        name == "predecessor")
        return name_of_municipality(now, value);
    if (name == "topic") return name_of_topic(now, value);
    if (name == "speaker" || name == "other") return name_of_speaker(now, value);
    if (name == "organisation") return name_of_house(now, value);
    if (name == "question") {
        const auto pair = now.pair(Id<Question>(std::string(value)));
        if (!pair) return std::string(value);
        return pair->question.title.empty() ? excerpt(pair->question.text, 80) : pair->question.title;
    }
    return std::string(value);
}

// What stands between braces: a value, or of one|many the word that goes with it.
std::string filled(const Snapshot& now, const Reason& reason, std::string_view inside) {
    const std::size_t colon = inside.find(':'), bar = inside.find('|');
    if (colon == std::string_view::npos || bar == std::string_view::npos) return shown(now, reason, inside);
    const bool one = reason.value(inside.substr(0, colon)) == "1";
    return std::string(one ? inside.substr(colon + 1, bar - colon - 1) : inside.substr(bar + 1));
}

// Of what municipalities did that have merged since: ", overgenomen van Uden, dat opging in Maashorst".
std::string taken_over(const Snapshot& now, const Reason& reason, TextLanguage language) {
    const bool dutch = language == TextLanguage::nl;
    std::vector<std::string> names;
    std::string successor;
    for (const auto& [name, value] : reason.values) {
        if (name != "predecessor") continue;
        names.push_back(name_of_municipality(now, value));
        const int number = now.number_of(Id<Municipality>(value));
        if (number >= 0) successor = now.municipality(number).name;
    }
    if (names.empty()) return "";
    std::string from;
    for (std::size_t i = 0; i < names.size(); ++i)
        from += (i == 0 ? "" : i + 1 < names.size() ? ", " : dutch ? " en " : " and ") + names[i];
    const std::string count(reason.value("inherited"));
    if (!dutch) {
        return ", " + (count.empty() ? "" : count + " of them ") + "taken over from " + from +
               ", which merged into " + successor;
    }
    return ", " + (count.empty() ? "" : "waarvan " + count + " ") + "overgenomen van " + from +
           (names.size() == 1 ? ", dat opging in " : ", die opgingen in ") + successor;
}

void append_lines(const Snapshot& now, const std::vector<Reason>& reasons, TextLanguage language,
                  std::size_t depth, std::string& text) {
    for (const Reason& reason : reasons) {
        std::array<char, 32> share{};
        std::snprintf(share.data(), share.size(), "%+.3f  ", reason.share);
        text += std::string(2 * depth, ' ') + share.data() + explain(now, reason, language) + "\n";
        append_lines(now, reason.parts, language, depth + 1, text);
    }
}

}  // namespace

std::string explain(const Snapshot& now, const Reason& reason, TextLanguage language) {
    std::string_view pattern = reason.code;
    const auto look_in = [&](const auto& sentences_there) {
        for (const Sentence& sentence : sentences_there) {
            if (sentence.code == reason.code)
                pattern = language == TextLanguage::nl ? sentence.nl : sentence.en;
        }
    };
    look_in(knower_sentences);
    look_in(plan_sentences);
    look_in(rule_sentences);
    for (const Sentence& sentence : sentences) {
        if (sentence.code != reason.code) continue;
        pattern = language == TextLanguage::nl ? sentence.nl : sentence.en;
        if (reason.code == "accepted" &&
            !reason.value("record").empty()) {  // as evidence rather than of an answer shown
            pattern = language == TextLanguage::nl
                          ? "haar antwoord werd als juist aangemerkt ({record}, {date})"
                          : "its answer was accepted ({record}, {date})";
        }
    }
    const std::string record(reason.value("record"));
    if (reason.code == "needs" && now.find(Id<InventoryResponse>(record)) == nullptr &&
        now.find(Id<Meeting>(record)) != nullptr) {
        pattern = language == TextLanguage::nl ? "kwam ervoor naar een bijeenkomst ({record}, {date})"
                                               : "came to a meeting for it ({record}, {date})";
    }
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = pattern.find('}', open == std::string_view::npos ? 0 : open);
        text += pattern.substr(0, open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        text += filled(now, reason, pattern.substr(open + 1, close - open - 1));
        pattern.remove_prefix(close + 1);
    }
    std::string because;  // words of the question that told which meaning was meant
    for (const auto& [name, value] : reason.values) {
        if (name == "because") because += (because.empty() ? "“" : ", “") + value + "”";
    }
    if (!because.empty()) text += (language == TextLanguage::nl ? ", vanwege " : ", because of ") + because;
    return text + taken_over(now, reason, language);
}

std::string explain_all(const Snapshot& now, const std::vector<Reason>& reasons, TextLanguage language) {
    std::string text;
    append_lines(now, reasons, language, 0, text);
    return text;
}

}  // namespace m150::inline v0
