// What a snapshot says of meetings: who speaks.
#include "arguments.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using Pairs = std::vector<std::pair<std::string, Id<Speaker>>>;

std::vector<Placement> placements_of(const Pairs& pairs) {
    std::vector<Placement> placements;
    for (const auto& [item, speaker] : pairs)
        placements.push_back({item, speaker});
    return placements;
}

ProgrammeGoal goal_of(const std::string& name) {
    if (name == "sum") return ProgrammeGoal::sum;
    if (name == "worst-first") return ProgrammeGoal::worst_first;
    throw InvalidInput(
        {"match_speakers, goal", "is '" + excerpt(name, 60) + "'", "'sum' or 'worst-first'", ""});
}

void bind_match_speakers(py::class_<Snapshot>& type) {
    const MatchSpeakersOptions defaults;
    type.def(
        "match_speakers",
        [](const Snapshot& now, const Agenda& agenda, const std::optional<Date>& date, int most, int fewest,
           const std::vector<Id<Speaker>>& invited, double least_fit, std::size_t alternates,
           const std::optional<FitWeights>& weights, const std::string& goal,
           const std::map<Id<Speaker>, std::pair<int, int>>& limits, int max_per_organisation,
           int min_municipalities, int min_newcomers, int rest_meetings,
           const std::optional<Id<Network>>& network, const std::optional<double>& max_travel_km,
           const std::optional<Id<Municipality>>& host,
           const std::vector<std::pair<Id<Speaker>, Id<Speaker>>>& conflicts,
           const std::vector<std::vector<std::string>>& parallel, const Pairs& locks, const Pairs& forbidden,
           const Pairs& keep, std::size_t municipality_candidates, const RulePrices& prices,
           std::int64_t max_nodes, double max_seconds, const ProgressArgument& progress) {
            MatchSpeakersOptions options;
            options.agenda = items_of(now, agenda);
            options.date = date;
            options.network = network;
            options.host = host;
            if (const std::optional<Meeting> meeting = meeting_of(now, agenda)) {
                if (!options.date) options.date = meeting->date;
                if (!options.network) options.network = meeting->network;
                if (!options.host && !meeting->online) options.host = meeting->host;
            }
            options.max_items_per_speaker = most;
            options.min_items_per_speaker = fewest;
            options.invited = invited;
            options.least_fit = least_fit;
            options.alternates = alternates;
            options.weights = weights;
            options.goal = goal_of(goal);
            for (const auto& [speaker, limit] : limits)
                options.limits.push_back({speaker, limit.first, limit.second});
            options.max_per_organisation = max_per_organisation;
            options.min_municipalities = min_municipalities;
            options.min_newcomers = min_newcomers;
            options.rest_meetings = rest_meetings;
            options.max_travel_km = max_travel_km;
            for (const auto& [one, other] : conflicts)
                options.conflicts.push_back({one, other});
            options.parallel = parallel;
            options.locks = placements_of(locks);
            options.forbidden = placements_of(forbidden);
            options.keep = placements_of(keep);
            options.municipality_candidates = municipality_candidates;
            options.prices = prices;
            options.solver.most_nodes = max_nodes;
            options.solver.most_seconds = max_seconds;
            std::optional<Programme> programme;
            run_telling(progress_of(progress), [&](const ProgressFn& tell) {
                options.solver.progress = tell;
                programme = match_speakers(now, options);
            });
            return view_of(*std::move(programme), now);
        },
        py::arg("agenda"), py::kw_only(), py::arg("date") = py::none(),
        py::arg("max_items_per_speaker") = defaults.max_items_per_speaker,
        py::arg("min_items_per_speaker") = defaults.min_items_per_speaker, py::arg("invited") = py::tuple(),
        py::arg("least_fit") = defaults.least_fit, py::arg("alternates") = defaults.alternates,
        py::arg("weights") = py::none(), py::arg("goal") = "sum", py::arg("limits") = py::dict(),
        py::arg("max_per_organisation") = defaults.max_per_organisation,
        py::arg("min_municipalities") = defaults.min_municipalities,
        py::arg("min_newcomers") = defaults.min_newcomers, py::arg("rest_meetings") = defaults.rest_meetings,
        py::arg("network") = py::none(), py::arg("max_travel_km") = py::none(), py::arg("host") = py::none(),
        py::arg("conflicts") = py::tuple(), py::arg("parallel") = py::tuple(), py::arg("locks") = py::tuple(),
        py::arg("forbidden") = py::tuple(), py::arg("keep") = py::tuple(),
        py::arg("municipality_candidates") = defaults.municipality_candidates,
        py::arg_v("prices", defaults.prices, "RulePrices()"),
        py::arg("max_nodes") = defaults.solver.most_nodes,
        py::arg("max_seconds") = defaults.solver.most_seconds, py::arg("progress") = py::none(),
        "The best programme within all rules: exact.\n\n"
        "agenda: a meeting, its id, or agenda items. date, network, host: None: the meeting's, when agenda "
        "is "
        "one. Who is not\navailable on the day is left out.\n"
        "max_items_per_speaker: 1 to 100. min_items_per_speaker: what each of invited (ids of speakers) is "
        "promised. limits: for\nsingle speakers, id: (at least, at most).\n"
        "least_fit: 0..1; who fits an item less is no candidate for it. alternates: listed for each item. "
        "weights: None: the\nknowledge base's.\n"
        "goal: 'sum' of the fits, or 'worst-first': the item served worst before the sum.\n"
        "max_per_organisation: speakers of one organisation or municipality, 0: no limit. "
        "min_municipalities, "
        "min_newcomers:\nspeakers of municipalities, and speakers who never spoke, at least.\n"
        "rest_meetings: who spoke on a topic of an item at one of so many last meetings of network is no "
        "candidate for it.\nmax_travel_km: from the speaker's municipality to host.\n"
        "conflicts: pairs of speakers who are not both in it. parallel: lists of ids of items at the same "
        "time. "
        "locks, forbidden:\n(item, speaker). keep: the same of an earlier programme: as many stay as can "
        "without leaving more "
        "places empty.\n"
        "municipality_candidates: for each item so many municipalities that know most are candidates too.\n"
        "prices: of giving way, for .relaxation. max_nodes, max_seconds (0: none): when to stop with the "
        "best "
        "found; then\n.proved is False. progress: a function of (stage, done, total), True for a line of "
        "text; "
        "returning False cancels.\n\n"
        "What cannot be filled is in the programme with the reason, not an error. InvalidInput: as "
        "speaker_fit, options out\nof range, unknown speakers, items, networks and municipalities, "
        "cancelled. "
        "The GIL is released.");
}

}  // namespace

void bind_meetings(py::module_& module) {
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    bind_match_speakers(type);
}

}  // namespace m150::python
