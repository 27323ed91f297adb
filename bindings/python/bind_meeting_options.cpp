// What counts when speakers, agendas, tables and working groups are planned: plain structs with a default for
// everything.
#include "option_struct.hpp"

namespace m150::python {

void bind_meeting_options(py::module_& module) {
    using G = GapWeights;
    bind_struct(
        module, "GapWeights",
        "What raises a topic in a gap map; all but news are times the mean demand of the members.",
        Option{"needs", &G::needs, "The demand itself."},
        Option{"growth", &G::growth, "Questions doubled twice over the period before: the whole of it."},
        Option{"open", &G::open, "Part of the period's questions that nobody answered."},
        Option{"burst", &G::burst, "A burst of questions that still runs."},
        Option{"untreated", &G::untreated, "How long no meeting treated it."},
        Option{"scarce", &G::scarce, "Times what the mean demand exceeds the mean expertise by, instead."},
        Option{"news", &G::news, "News items x, faded by age: x / (1 + x); needs no demand."},
        Option{"untreated_days", &G::untreated_days, "After which untreated counts half."},
        Option{"news_days", &G::news_days, "After which a news item counts half."});
    using S = SeatWeights;
    bind_struct(module, "SeatWeights", "What counts against what when people are seated; each 0 to 100,000.",
                Option{"repeat", &S::repeat, "Each time after the first that two people meet."},
                Option{"knower", &S::knower, "A table that nobody at it knows the topic of."},
                Option{"wish", &S::wish, "A first wish not met; a second for 2/3, others for 1/3 of it."},
                Option{"same_municipality", &S::same_municipality, "A pair of one at one table."},
                Option{"met_before", &S::met_before, "A pair that met before."},
                Option{"same_region", &S::same_region, "A pair of one veiligheidsregio."},
                Option{"alike", &S::alike, "A pair of municipalities of one size."});
    using W = WorkingGroupWeights;
    bind_struct(
        module, "WorkingGroupWeights",
        "What a working group is worth, in the unit of one municipality's whole demand; each 0 to 100.",
        Option{"demand", &W::demand, "Each member's demand."},
        Option{"knowledge", &W::knowledge,
               "Expertise that its knowers bring, up to enough; a quarter beyond."},
        Option{"enough", &W::enough, "Expertise that counts in full, together; 0.01 to 100."},
        Option{"lasting", &W::lasting, "Times the part of the periods with demand."},
        Option{"open", &W::open, "Times the part of the periods' questions that nobody answered."},
        Option{"region", &W::region, "Each different region."},
        Option{"size", &W::size, "Each of three sizes: below 35,000, below 50,000, or more inhabitants."},
        Option{"chair", &W::chair, "The chair's expertise over one more than the groups that it is in."},
        Option{"seat", &W::seat, "Taken off for each member: its time."},
        Option{"travel", &W::travel, "Taken off for each 100 km to the chair of a physical group."});
    using P = RulePrices;
    bind_struct(
        module, "RulePrices",
        "What it costs to give way on a rule by one, when rules of match_speakers cannot all hold and the "
        "cheapest way out is sought. Only their ratios matter; each 1 to 1000.",
        Option{"place", &P::place, "One speaker fewer than an item asks for."},
        Option{"promise", &P::promise, "One item fewer than a speaker was promised."},
        Option{"lock", &P::lock, "Letting go of a lock."},
        Option{"municipality", &P::municipality, "One speaker of a municipality fewer."},
        Option{"newcomer", &P::newcomer, "One newcomer fewer."},
        Option{"organisation", &P::organisation, "One speaker more of an organisation."},
        Option{"items", &P::items, "One item more for a speaker."},
        Option{"conflict", &P::conflict, "Two speakers together all the same."},
        Option{"fit", &P::fit, "A speaker who fits an item less than least_fit."},
        Option{"rest", &P::rest, "A speaker on a topic again too soon."},
        Option{"travel", &P::travel, "A speaker from too far."},
        Option{"available", &P::available, "A speaker who has to make the day free."},
        Option{"forbidden", &P::forbidden, "A placement that was forbidden."});
}

}  // namespace m150::python
