// What explain() says of who knows and who is asked, of plans of a meeting, and of what changed in them.
// Internal to this floor.
#pragma once

#include <array>
#include <string_view>

namespace m150::inline v0 {

// {name} stands for a value of the reason, {name:one|many} for the word that goes with it.
struct Sentence {
    std::string_view code, nl, en;
};

inline constexpr std::array knower_sentences{
    Sentence{"similar-answers", "Antwoordde op verwante vragen ({count})",
             "Answered similar questions ({count})"},
    Sentence{"profile", "Wat deze gemeente beantwoordt lijkt op deze vraag",
             "What this municipality answers is like this question"},
    Sentence{"active", "Gaf onlangs nog antwoorden, het laatste op {date}",
             "Gave answers lately, the last one on {date}"},
    Sentence{"steady", "Beantwoordt al langer vragen, van {from} tot {to}",
             "Has been answering for long, from {from} to {to}"},
    Sentence{"network", "Staat in het netwerk dicht bij deze onderwerpen",
             "Is close to these topics in the network"},
    Sentence{"walk-knows", "via het onderwerp {topic}, waar zij van weet",
             "over the topic {topic}, which it knows about"},
    Sentence{"walk-contact", "via {municipality}, waarmee zij contact had",
             "over {municipality}, which it was in contact with"},
    Sentence{"walk-working_group", "via {municipality}, uit dezelfde werkgroep",
             "over {municipality}, of the same working group"},
    Sentence{"walk-border", "via buurgemeente {municipality}", "over its neighbour {municipality}"},
    Sentence{"alike-know",
             "Liet nog niets van zich weten; gemeenten die erop lijken weten hiervan, zoals {municipality}",
             "Has shown nothing yet; municipalities like it know about this, such as {municipality}"},
    Sentence{"alike-know-topic",
             "Liet hierover nog niets weten; gemeenten die erop lijken weten hiervan, zoals {municipality}",
             "Has shown nothing on this yet; municipalities like it know about it, such as {municipality}"},
    Sentence{"all-paused", "Wie dit kan weten heeft gevraagd nu niet benaderd te worden",
             "Those who may know asked not to be approached for now"},
    Sentence{"all-left-alone", "Alle gemeenten die gevraagd kunnen worden, willen nu niet benaderd worden",
             "All municipalities that could be asked want not to be approached for now"},
    Sentence{"nobody-knows",
             "Waarschijnlijk weet nog niemand dit: gevraagd wordt wie er het dichtst bij komt",
             "Probably nobody knows this yet: those who come nearest are asked"},
    Sentence{"passed-full", "{municipality} ({score}) is vol: niet vaker dan {count} keer in deze periode",
             "{municipality} ({score}) is full: no more than {count} {count:time|times} in this period"},
    Sentence{"passed-shared",
             "{municipality} ({score}) wordt al {count} keer gevraagd: deze vraag gaat naar een ander",
             "{municipality} ({score}) is asked {count} {count:time|times} already: this question goes to "
             "another"},
    Sentence{"places-full", "Plaatsen die leeg blijven: {count} van de {of}; wie er van weet is vol",
             "Places that stay empty: {count} of the {of}; those who know are full"},
    Sentence{
        "places-open",
        "Plaatsen die leeg blijven: {count} van de {of}; verder weet niemand ervan die gevraagd mag worden",
        "Places that stay empty: {count} of the {of}; nobody else who may be asked knows of it"},
    Sentence{"outsiders-none",
             "Niemand van buiten {network} kan gids zijn: wie gevraagd mag worden, is er al lid",
             "Nobody from outside {network} can guide: those who may be asked are members already"},
    Sentence{
        "outsiders-not-needed",
        "Niemand van buiten {network} is gids: van alles wat nodig is weet een lid genoeg (deskundigheid "
        "{least} of meer)",
        "Nobody from outside {network} guides: of all that is needed a member knows enough (an expertise "
        "of {least} or more)"},
    Sentence{
        "outsiders-no-use",
        "Niemand van buiten {network} is gids: zij weten niets van wat daar ontbreekt, of de plaatsen zijn "
        "bezet",
        "Nobody from outside {network} guides: they know nothing of what is missing there, or the places "
        "are taken"},
};

inline constexpr std::array plan_sentences{
    Sentence{
        "plan-agenda-kept",
        "De agenda van de bijeenkomst is gebleven zoals zij was ({count} {count:agendapunt|agendapunten})",
        "The meeting's own agenda was kept as it is ({count} {count:item|items})"},
    Sentence{"plan-no-demand", "Geen van de {count} leden heeft ergens behoefte aan",
             "None of the {count} members needs anything"},
    Sentence{"agenda-limited",
             "De rekentijd was op: deze agenda ({count} {count:agendapunt|agendapunten}) is de beste die "
             "gevonden is, en hoogstens "
             "{percent} % minder waard dan de beste die er kan zijn",
             "The time to search was up: this agenda ({count} {count:item|items}) is the best that was "
             "found, and worth at "
             "most {percent} % less than the best there can be"},
    Sentence{"agenda-others-limited",
             "De rekentijd was op: van {count} andere agenda’s is niet zeker dat er geen betere is",
             "The time to search was up: of {count} other agendas it is not certain that there is none "
             "better"},
    Sentence{"agenda-without-never",
             "“{topic}” staat op plaats {rank} van wat er speelt, maar niet op de agenda: het is uitgesloten",
             "“{topic}” is number {rank} of what plays, but not on the agenda: it was ruled out"},
    Sentence{
        "agenda-without-rested",
        "“{topic}” staat op plaats {rank} van wat er speelt, maar niet op de agenda: het is op {date} nog "
        "behandeld, en daarna namen de vragen erover niet genoeg toe",
        "“{topic}” is number {rank} of what plays, but not on the agenda: it was treated on {date}, and "
        "questions on it did not grow enough since"},
    Sentence{
        "agenda-without-few",
        "“{topic}” staat op plaats {rank} van wat er speelt, maar niet op de agenda: van de gemeenten die "
        "komen hebben {count} er behoefte aan, en aan elk onderwerp op de agenda ten minste {least}",
        "“{topic}” is number {rank} of what plays, but not on the agenda: of the municipalities that come "
        "{count} need it, and at least {least} need each topic that is on it"},
    Sentence{"agenda-without-gain",
             "“{topic}” staat op plaats {rank} van wat er speelt, maar niet op de agenda: wie komt heeft er "
             "niets aan naast wat erop staat",
             "“{topic}” is number {rank} of what plays, but not on the agenda: it adds nothing for those who "
             "come beside what is on it"},
    Sentence{"agenda-without-worth",
             "“{topic}” staat op plaats {rank} van wat er speelt, maar niet op de agenda: er is geen plaats "
             "meer, en ruilen met wat erop staat maakt de agenda niet beter voor wie komt",
             "“{topic}” is number {rank} of what plays, but not on the agenda: there is no room left, and in "
             "the place of what is on it it makes the agenda no better for those who come"},
    Sentence{"agenda-without-room",
             "“{topic}” staat op plaats {rank} van wat er speelt, maar niet op de agenda: er is geen plaats "
             "meer naast wat erop moest of al stond",
             "“{topic}” is number {rank} of what plays, but not on the agenda: there is no room left beside "
             "what had to be on it or was on it before"},
    Sentence{"plan-no-speakers", "De agenda is leeg: er zijn geen sprekers gezocht",
             "The agenda is empty: no speakers were looked for"},
    Sentence{"travel-no-host",
             "Er is geen gastheer, of de bijeenkomst is online: van niemand is de reisafstand getoetst",
             "There is no host, or the meeting is online: nobody's distance was checked"},
    Sentence{"lock-paused",
             "{municipality} vroeg niet voorgesteld te worden, en staat toch vast bij “{title}”",
             "{municipality} asked not to be recommended, and is fixed in “{title}” all the same"},
    Sentence{"plan-parallel-without-item",
             "“{title}” was tegelijk met andere punten gepland, en staat niet meer op de agenda",
             "“{title}” was planned at the same time as other items, and is no more on the agenda"},
    Sentence{
        "agenda-stays",
        "Er is gehouden aan wat op de agenda stond. Zonder dat kan een agenda van meer waarde zijn voor wie "
        "komt: {of} tegen {worth} ({title})",
        "What was on the agenda stays. Without that an agenda can be worth more to those who come: {of} "
        "against {worth} ({title})"},
    Sentence{
        "agenda-rests-needed",
        "“{topic}” rust, want het was op {date} aan de beurt; toch hebben van de gemeenten die komen {count} "
        "er behoefte aan",
        "“{topic}” rests, for its turn was on {date}; still {count} of the municipalities that come need "
        "it"},
    Sentence{
        "host-no-location",
        "Van {municipality}, waar de bijeenkomst is, is niet bekend waar het ligt: van niemand is de "
        "reisafstand getoetst",
        "It is not known where {municipality} lies, where the meeting is: nobody's distance was checked"},
    Sentence{
        "group-no-location",
        "Van {municipality} is niet bekend waar het ligt: reizen erheen of ervandaan telt als {km} km, het "
        "gemiddelde tussen twee leden",
        "It is not known where {municipality} lies: travel to or from it counts as {km} km, the mean "
        "between two members"},
    Sentence{"municipality-travels-unknown",
             "{municipality} reist een afstand die niet bekend is, en telt als {km} km",
             "{municipality} travels a distance that is not known, and counts as {km} km"},
    Sentence{"seat-alone", "Tafels met maar één persoon, over alle rondes: {count}",
             "Tables with only one person, over all rounds: {count}"},
    Sentence{"seat-many-rounds", "Er zijn meer rondes ({of}) dan mensen ({count})",
             "There are more rounds ({of}) than people ({count})"},
    Sentence{
        "programme-limit",
        "De rekentijd was op: dit is het beste programma tot dan toe; dat er geen beter is, is niet bewezen",
        "The time to search was up: this is the best programme up to then; that there is no better is not "
        "proved"},
    Sentence{"advice-limit", "De rekentijd was op voordat bekend was welke regels elkaar in de weg zitten",
             "The time to search was up before it was known which rules stand in each other's way"},
    Sentence{"advice-not-smallest",
             "De rekentijd was op: misschien zitten ook minder regels dan deze elkaar in de weg",
             "The time to search was up: perhaps fewer rules than these stand in each other's way, too"},
    Sentence{"plan-no-seating",
             "Niemand heeft zich aangemeld: er is geen tafelindeling gemaakt, want wie komt is niet bekend",
             "Nobody has registered: no tables were made, as it is not known who comes"},
    Sentence{"plan-lock-without-item", "{speaker} stond vast bij “{title}”, dat niet meer op de agenda staat",
             "{speaker} was fixed in “{title}”, which is no more on the agenda"},
    Sentence{
        "seat-renumbered",
        "De vaste plaats van {municipality} (persoon {number}) in ronde {round} is nu aan tafel {to}, want "
        "er "
        "zijn minder tafels: die heette {from}",
        "The fixed seat of {municipality} (person {number}) in round {round} is at table {to} now, for there "
        "are fewer tables: it was {from}"},
    Sentence{"seat-of-nobody",
             "De vaste plaats van {municipality} (persoon {number}) in ronde {round} vervalt: die is niet "
             "aangemeld",
             "The fixed seat of {municipality} (person {number}) in round {round} lapses: nobody is "
             "registered for it"},
    Sentence{"registered-twice",
             "{municipality} staat meer dan eens op de lijst, en telt voor {count} {count:mens|mensen} samen",
             "{municipality} is on the list more than once, and counts for {count} {count:person|people} "
             "together"},
    Sentence{
        "wish-unknown",
        "De wens “{topic}” is geen bekend onderwerp en telt niet mee; gemeenten die haar hebben: {count}",
        "The wish “{topic}” is no known topic and does not count; municipalities that have it: {count}"},
    Sentence{"apart-of-nobody",
             "{municipality} en {successor} uit elkaar houden doet niets: zij komen niet allebei",
             "Keeping {municipality} and {successor} apart does nothing: they do not both come"},
    Sentence{"not-apart", "{municipality} en {successor} zitten toch aan dezelfde tafel",
             "{municipality} and {successor} sit at the same table all the same"},
    Sentence{"plan-date", "De bijeenkomst ging van {before} naar {after}",
             "The meeting was moved from {before} to {after}"},
    Sentence{"plan-item-added", "Erbij op de agenda: “{title}”, {minutes} minuten",
             "Added to the agenda: “{title}”, {minutes} minutes"},
    Sentence{"plan-item-removed", "Van de agenda af: “{title}”, {minutes} minuten",
             "Taken off the agenda: “{title}”, {minutes} minutes"},
    Sentence{"plan-item-minutes", "“{title}” duurt {after} minuten in plaats van {before}",
             "“{title}” takes {after} minutes instead of {before}"},
    Sentence{"plan-item-parallel", "“{title}” is nu tegelijk met andere",
             "“{title}” is now at the same time as others"},
    Sentence{"plan-item-plenary", "“{title}” is nu voor iedereen", "“{title}” is now for everybody"},
    Sentence{"plan-speaker-instead", "Bij “{title}” spreekt {speaker} in plaats van {other}",
             "In “{title}” {speaker} speaks instead of {other}"},
    Sentence{"plan-speaker-added", "Bij “{title}” spreekt {speaker} erbij",
             "In “{title}” {speaker} speaks as well"},
    Sentence{"plan-speaker-removed", "Bij “{title}” spreekt {speaker} niet meer",
             "In “{title}” {speaker} speaks no more"},
    Sentence{"plan-people-added", "Nieuwe aanmeldingen van {municipality}: {count}",
             "New registrations of {municipality}: {count}"},
    Sentence{"plan-people-removed", "Afmeldingen van {municipality}: {count}",
             "Cancellations of {municipality}: {count}"},
    Sentence{"plan-rounds", "{after} rondes aan tafel in plaats van {before}",
             "{after} rounds of tables instead of {before}"},
    Sentence{"plan-tables-added", "Er is nu een tafelindeling", "There are tables now"},
    Sentence{"plan-tables-removed", "Er is geen tafelindeling meer", "There are no tables any more"},
    Sentence{"plan-seats", "Veranderde plaatsen aan tafel: {count} van de {of}",
             "Seats that have changed: {count} of the {of}"},
    Sentence{"plan-table-topics", "Tafels die een ander onderwerp kregen: {count}",
             "Tables that got another topic: {count}"},
};

}  // namespace m150::inline v0
