// What explain() says of plans of a meeting, and of what changed in them. Internal to this floor.
#pragma once

#include <array>
#include <string_view>

namespace m150::inline v0 {

struct Sentence {
    std::string_view code, nl, en;
};

// {name} stands for a value of the reason, as in explain.cpp.
inline constexpr std::array plan_sentences{
    Sentence{"plan-agenda-kept",
             "De agenda van de bijeenkomst is gebleven zoals zij was ({count} agendapunten)",
             "The meeting's own agenda was kept as it is ({count} items)"},
    Sentence{"plan-no-demand", "Geen van de {count} leden heeft ergens behoefte aan",
             "None of the {count} members needs anything"},
    Sentence{"plan-no-speakers", "De agenda is leeg: er zijn geen sprekers gezocht",
             "The agenda is empty: no speakers were looked for"},
    Sentence{"plan-no-seating",
             "Niemand heeft zich aangemeld: er is geen tafelindeling gemaakt, want wie komt is niet bekend",
             "Nobody has registered: no tables were made, as it is not known who comes"},
    Sentence{"plan-lock-without-item", "{speaker} stond vast bij “{title}”, dat niet meer op de agenda staat",
             "{speaker} was fixed in “{title}”, which is no more on the agenda"},
    Sentence{"seat-of-nobody",
             "De vaste plaats van {municipality} (persoon {number}) in ronde {round} vervalt: die is niet "
             "aangemeld",
             "The fixed seat of {municipality} (person {number}) in round {round} lapses: nobody is "
             "registered for it"},
    Sentence{"not-apart", "{municipality} en {successor} zitten toch aan een tafel",
             "{municipality} and {successor} sit at one table all the same"},
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
    Sentence{"plan-people-added", "Van {municipality} komen er {count} bij",
             "{municipality} registered {count} more"},
    Sentence{"plan-people-removed", "Van {municipality} komen er {count} niet",
             "{municipality} cancelled {count}"},
    Sentence{"plan-rounds", "{after} rondes aan tafel in plaats van {before}",
             "{after} rounds of tables instead of {before}"},
    Sentence{"plan-tables-added", "Er is nu een tafelindeling", "There are tables now"},
    Sentence{"plan-tables-removed", "Er is geen tafelindeling meer", "There are no tables any more"},
    Sentence{"plan-seats", "{count} van de {of} plaatsen aan tafel zijn veranderd",
             "{count} of the {of} seats have changed"},
    Sentence{"plan-table-topics", "{count} tafel(s) kregen een ander onderwerp",
             "{count} table(s) got another topic"},
};

}  // namespace m150::inline v0
