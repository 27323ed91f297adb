// What explain() says of rules for speakers that contradict each other, and of what would make room. Internal
// to this floor.
#pragma once

#include <array>

#include "libm150/match/sentences.hpp"

namespace m150::inline v0 {

inline constexpr std::array rule_sentences{
    Sentence{"rule-place", "“{item}” vraagt ten minste {count} {count:spreker|sprekers}",
             "“{item}” asks for {count} {count:speaker|speakers} at least"},
    Sentence{"rule-lock", "{speaker} staat vast bij “{item}”", "{speaker} is fixed in “{item}”"},
    Sentence{"rule-promise", "{speaker} is ten minste {count} {count:agendapunt|agendapunten} toegezegd",
             "{speaker} was promised {count} {count:item|items} at least"},
    Sentence{"rule-municipalities", "ten minste {count} {count:spreker|sprekers} van een gemeente",
             "{count} {count:speaker|speakers} of a municipality at least"},
    Sentence{
        "rule-newcomers",
        "ten minste {count} {count:spreker die nog niet eerder sprak|sprekers die nog niet eerder spraken}",
        "{count} {count:speaker|speakers} who never spoke before at least"},
    Sentence{"rule-items", "{speaker} krijgt ten hoogste {count} {count:agendapunt|agendapunten}",
             "{speaker} gets {count} {count:item|items} at most"},
    Sentence{"rule-organisation", "ten hoogste {count} {count:spreker|sprekers} van {organisation}",
             "{count} {count:speaker|speakers} of {organisation} at most"},
    Sentence{"rule-conflict", "{speaker} en {other} niet allebei", "{speaker} and {other} not both"},
    Sentence{"rule-parallel", "{speaker} kan niet op twee plaatsen tegelijk zijn ({items})",
             "{speaker} cannot be in two places at once ({items})"},
    Sentence{"rule-fit", "bij “{item}” alleen sprekers die goed genoeg passen (geschiktheid {least} of meer)",
             "in “{item}” only speakers who fit well enough (a fit of {least} or more)"},
    Sentence{"rule-rest",
             "{speaker} sprak in de laatste {count} {count:bijeenkomst|bijeenkomsten} al over “{item}”",
             "{speaker} spoke on “{item}” at the last {count} {count:meeting|meetings} already"},
    Sentence{"rule-travel", "{speaker} komt van verder dan {km} km",
             "{speaker} comes from further than {km} km"},
    Sentence{"rule-available", "{speaker} is op {date} niet beschikbaar",
             "{speaker} is not available on {date}"},
    Sentence{"rule-forbidden", "{speaker} mag niet bij “{item}”", "{speaker} must not be in “{item}”"},
    Sentence{"relax-place", "laat {by} {by:plaats|plaatsen} bij “{item}” open",
             "leave {by} {by:place|places} in “{item}” empty"},
    Sentence{"relax-lock", "laat {speaker} los bij “{item}”", "let go of {speaker} in “{item}”"},
    Sentence{"relax-promise", "zeg {speaker} {by} {by:agendapunt|agendapunten} minder toe",
             "promise {speaker} {by} {by:item|items} less"},
    Sentence{"relax-municipalities", "neem genoegen met {by} {by:spreker|sprekers} van gemeenten minder",
             "make do with {by} {by:speaker|speakers} of municipalities fewer"},
    Sentence{"relax-newcomers", "neem genoegen met {by} nieuwe {by:spreker|sprekers} minder",
             "make do with {by} {by:newcomer|newcomers} fewer"},
    Sentence{"relax-items", "vraag {speaker} voor {by} {by:agendapunt|agendapunten} meer",
             "ask {speaker} for {by} {by:item|items} more"},
    Sentence{"relax-organisation", "sta {by} {by:spreker|sprekers} meer van {organisation} toe",
             "allow {by} {by:speaker|speakers} more of {organisation}"},
    Sentence{"relax-conflict", "vraag {speaker} en {other} toch allebei",
             "ask both {speaker} and {other} after all"},
    Sentence{"relax-parallel", "zet “{items}” niet tegelijk, voor {speaker}",
             "do not hold “{items}” at the same time, for {speaker}"},
    Sentence{"relax-fit",
             "neem bij “{item}” {by} {by:spreker die minder goed past|sprekers die minder goed passen}",
             "take {by} {by:speaker who fits|speakers who fit} less in “{item}”"},
    Sentence{"relax-rest", "laat {speaker} opnieuw spreken over “{item}”",
             "let {speaker} speak on “{item}” again"},
    Sentence{"relax-travel", "laat {speaker} van verder komen", "let {speaker} come from further"},
    Sentence{"relax-available", "vraag {speaker} om toch te komen op {date}",
             "ask {speaker} to come on {date} after all"},
    Sentence{"relax-forbidden", "laat {speaker} toch toe bij “{item}”",
             "let {speaker} into “{item}” after all"},
};

}  // namespace m150::inline v0
