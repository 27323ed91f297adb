// The fields of a meeting plan and of all that is in it, for JSON and for what is built on it. Internal to
// this floor and to the bindings.
#pragma once

#include "libm150/meet/plan.hpp"
#include "libm150/record/schema.hpp"

namespace m150::inline v0 {

M150_EXPORT std::string to_text(ProgrammeGoal goal);  // "sum", "worst-first"
M150_EXPORT void from_text(std::string_view text, ProgrammeGoal& goal);

#define M150_PLAN_SCHEMA(Part, type_name)                          \
    template <>                                                    \
    struct Schema<Part> {                                          \
        static constexpr std::string_view type = type_name;        \
        static constexpr std::string_view plural = "";             \
        static constexpr auto fields_of() {                        \
            using R = Part;                                        \
            [[maybe_unused]] constexpr Need must = Need::required; \
            return std::tuple
#define M150_PLAN_SCHEMA_END \
    ;                        \
    }                        \
    }                        \
    ;

// The same of what was asked.
#define M150_PLAN_OPTIONS(Part, type_name)                         \
    template <>                                                    \
    struct Schema<Part> {                                          \
        static constexpr std::string_view type = type_name;        \
        static constexpr std::string_view plural = "";             \
        static constexpr bool writes_all = true;                   \
        static constexpr auto fields_of() {                        \
            using R = Part;                                        \
            [[maybe_unused]] constexpr Need must = Need::required; \
            return std::tuple

// clang-format off
M150_PLAN_SCHEMA(Reason, "reason"){
    Field{"code", &R::code, must}, Field{"share", &R::share}, Field{"values", &R::values}, Field{"parts", &R::parts}} M150_PLAN_SCHEMA_END

// --- what was asked: weights, limits and switches are always written, so that later defaults change no plan
M150_PLAN_OPTIONS(BurstOptions, "burst options"){Field{"times", &R::times}, Field{"cost", &R::cost}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(SolveLimits, "solver limits"){
    Field{"most_nodes", &R::most_nodes}, Field{"most_seconds", &R::most_seconds}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(GapWeights, "gap weights"){
    Field{"needs", &R::needs}, Field{"growth", &R::growth}, Field{"open", &R::open}, Field{"burst", &R::burst},
    Field{"untreated", &R::untreated}, Field{"scarce", &R::scarce}, Field{"news", &R::news},
    Field{"untreated_days", &R::untreated_days}, Field{"news_days", &R::news_days}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(GapMapOptions, "gap map options"){
    Field{"network", &R::network}, Field{"since", &R::since}, Field{"weights", &R::weights}, Field{"bursts", &R::bursts},
    Field{"listed", &R::listed}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(TreatedTopic, "treated topic"){
    Field{"topic", &R::topic, must}, Field{"minutes", &R::minutes}, Field{"parallel", &R::parallel}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(AgendaOptions, "agenda options"){
    Field{"minutes", &R::minutes}, Field{"lengths", &R::lengths}, Field{"half_minutes", &R::half_minutes},
    Field{"most_topics", &R::most_topics}, Field{"parallel_sessions", &R::parallel_sessions},
    Field{"parallel_minutes", &R::parallel_minutes}, Field{"step", &R::step}, Field{"second", &R::second},
    Field{"third", &R::third}, Field{"first_wish", &R::first_wish}, Field{"last_wish", &R::last_wish},
    Field{"news", &R::news}, Field{"must", &R::must}, Field{"never", &R::never}, Field{"rest_meetings", &R::rest_meetings},
    Field{"grown", &R::grown}, Field{"others", &R::others}, Field{"differ_by", &R::differ_by},
    Field{"solver", &R::solver}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(Placement, "placement"){Field{"item", &R::item, must}, Field{"speaker", &R::speaker, must}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(SpeakerLimit, "speaker limit"){
    Field{"speaker", &R::speaker, must}, Field{"at_least", &R::at_least}, Field{"at_most", &R::at_most}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(SpeakerConflict, "speaker conflict"){Field{"one", &R::one, must}, Field{"other", &R::other, must}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(FitWeights, "fit weights"){
    Field{"words", &R::words}, Field{"topics", &R::topics}, Field{"experience", &R::experience},
    Field{"related_topic", &R::related_topic}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(RulePrices, "rule prices"){
    Field{"place", &R::place}, Field{"promise", &R::promise}, Field{"lock", &R::lock}, Field{"municipality", &R::municipality},
    Field{"newcomer", &R::newcomer}, Field{"organisation", &R::organisation}, Field{"items", &R::items},
    Field{"conflict", &R::conflict}, Field{"fit", &R::fit}, Field{"rest", &R::rest}, Field{"travel", &R::travel},
    Field{"available", &R::available}, Field{"forbidden", &R::forbidden}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(MatchSpeakersOptions, "speaker options"){
    Field{"date", &R::date}, Field{"max_items_per_speaker", &R::max_items_per_speaker},
    Field{"min_items_per_speaker", &R::min_items_per_speaker}, Field{"invited", &R::invited}, Field{"least_fit", &R::least_fit},
    Field{"alternates", &R::alternates}, Field{"weights", &R::weights}, Field{"goal", &R::goal}, Field{"limits", &R::limits},
    Field{"max_per_organisation", &R::max_per_organisation}, Field{"min_municipalities", &R::min_municipalities},
    Field{"min_newcomers", &R::min_newcomers}, Field{"rest_meetings", &R::rest_meetings}, Field{"network", &R::network},
    Field{"max_travel_km", &R::max_travel_km}, Field{"host", &R::host}, Field{"conflicts", &R::conflicts},
    Field{"parallel", &R::parallel}, Field{"locks", &R::locks}, Field{"forbidden", &R::forbidden},
    Field{"municipality_candidates", &R::municipality_candidates}, Field{"prices", &R::prices},
    Field{"solver", &R::solver}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(SeatWeights, "seat weights"){
    Field{"repeat", &R::repeat}, Field{"knower", &R::knower}, Field{"wish", &R::wish},
    Field{"same_municipality", &R::same_municipality}, Field{"met_before", &R::met_before},
    Field{"same_region", &R::same_region}, Field{"alike", &R::alike}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(Attendee, "attendee"){Field{"municipality", &R::municipality, must}, Field{"number", &R::number, must}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(Seat, "seat"){Field{"who", &R::who, must}, Field{"round", &R::round, must}, Field{"table", &R::table, must}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(Apart, "pair to sit apart"){Field{"one", &R::one, must}, Field{"other", &R::other, must}} M150_PLAN_SCHEMA_END

// --- what was found
M150_PLAN_SCHEMA(MunicipalityLevel, "level"){Field{"municipality", &R::municipality, must}, Field{"level", &R::level}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(QuestionBurst, "burst"){
    Field{"from", &R::from, must}, Field{"to", &R::to, must}, Field{"questions", &R::questions}, Field{"weight", &R::weight}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(TopicGap, "topic gap"){
    Field{"topic", &R::topic, must}, Field{"score", &R::score}, Field{"reasons", &R::reasons}, Field{"demand", &R::demand},
    Field{"supply", &R::supply}, Field{"questions", &R::questions}, Field{"questions_before", &R::questions_before},
    Field{"open_questions", &R::open_questions}, Field{"last_treated", &R::last_treated},
    Field{"last_meeting", &R::last_meeting}, Field{"would_come", &R::would_come}, Field{"comers", &R::comers},
    Field{"know", &R::know}, Field{"knowers", &R::knowers}, Field{"bursts", &R::bursts}, Field{"news", &R::news}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(GapMap, "gap map"){
    Field{"since", &R::since, must}, Field{"today", &R::today, must}, Field{"members", &R::members}, Field{"topics", &R::topics}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(ProposedItem, "proposed item"){
    Field{"item", &R::item, must}, Field{"parallel", &R::parallel}, Field{"value", &R::value}, Field{"reasons", &R::reasons},
    Field{"municipalities", &R::municipalities}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(ProposedAgenda, "proposed agenda"){
    Field{"items", &R::items}, Field{"value", &R::value}, Field{"upper_bound", &R::upper_bound}, Field{"proved", &R::proved}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(RestingTopic, "resting topic"){
    Field{"topic", &R::topic, must}, Field{"meeting", &R::meeting, must}, Field{"date", &R::date, must},
    Field{"questions", &R::questions}, Field{"before", &R::before}, Field{"returns", &R::returns}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(AgendaProposal, "agenda proposal"){
    Field{"best", &R::best}, Field{"others", &R::others}, Field{"participants", &R::participants},
    Field{"resting", &R::resting}, Field{"unserved", &R::unserved}, Field{"notices", &R::notices}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(Slot, "slot"){
    Field{"speaker", &R::speaker, must}, Field{"fit", &R::fit}, Field{"reasons", &R::reasons},
    Field{"municipality", &R::municipality}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(ProgrammeItem, "programme item"){
    Field{"item", &R::item, must}, Field{"speakers", &R::speakers}, Field{"alternates", &R::alternates},
    Field{"missing", &R::missing}, Field{"served", &R::served}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(Unfilled, "unfilled place"){
    Field{"what", &R::what, must}, Field{"id", &R::id}, Field{"missing", &R::missing}, Field{"why", &R::why},
    Field{"items", &R::items}, Field{"speakers", &R::speakers}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(LockPrice, "lock price"){
    Field{"lock", &R::lock, must}, Field{"kept", &R::kept}, Field{"price", &R::price}, Field{"worst_price", &R::worst_price}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(Programme, "programme"){
    Field{"complete", &R::complete}, Field{"items", &R::items}, Field{"unfilled", &R::unfilled},
    Field{"objective", &R::objective}, Field{"upper_bound", &R::upper_bound}, Field{"proved", &R::proved},
    Field{"worst_item", &R::worst_item}, Field{"worst", &R::worst}, Field{"worst_bound", &R::worst_bound},
    Field{"locks", &R::locks}, Field{"contradiction", &R::contradiction}, Field{"relaxation", &R::relaxation},
    Field{"notices", &R::notices}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(MeetingTable, "table"){
    Field{"topic", &R::topic}, Field{"people", &R::people}, Field{"knowers", &R::knowers}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(SeatingPlan, "seating plan"){
    Field{"rounds", &R::rounds}, Field{"people", &R::people}, Field{"repeats", &R::repeats},
    Field{"repeats_bound", &R::repeats_bound}, Field{"wishes", &R::wishes}, Field{"wishes_met", &R::wishes_met},
    Field{"wishes_bound", &R::wishes_bound}, Field{"no_wish_met", &R::no_wish_met}, Field{"tables_without_knower", &R::tables_without_knower},
    Field{"same_municipality", &R::same_municipality}, Field{"same_region", &R::same_region},
    Field{"met_before", &R::met_before}, Field{"moves", &R::moves},
    Field{"topics_changed", &R::topics_changed}, Field{"notices", &R::notices}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(SeatOptions, "seat options"){
    Field{"rounds", &R::rounds}, Field{"table_size", &R::table_size}, Field{"knows", &R::knows}, Field{"weights", &R::weights},
    Field{"earlier", &R::earlier}, Field{"move", &R::move}, Field{"another_topic", &R::another_topic},
    Field{"seed", &R::seed}, Field{"steps", &R::steps},
    Field{"fixed", &R::fixed}, Field{"apart", &R::apart}} M150_PLAN_SCHEMA_END

M150_PLAN_SCHEMA(PlanEdits, "edits"){
    Field{"topics", &R::topics}, Field{"no_topics", &R::no_topics}, Field{"speakers", &R::speakers},
    Field{"no_speakers", &R::no_speakers}, Field{"seats", &R::seats}, Field{"apart", &R::apart}} M150_PLAN_SCHEMA_END
M150_PLAN_OPTIONS(PlanOptions, "plan options"){
    Field{"meeting", &R::meeting, must}, Field{"replace_agenda", &R::replace_agenda}, Field{"gaps", &R::gaps},
    Field{"agenda", &R::agenda}, Field{"speakers", &R::speakers}, Field{"seating", &R::seating}, Field{"edits", &R::edits}} M150_PLAN_SCHEMA_END
M150_PLAN_SCHEMA(MeetingPlan, "plan"){
    Field{"options", &R::options, must}, Field{"today", &R::today, must}, Field{"viewer", &R::viewer},
    Field{"gaps", &R::gaps, must}, Field{"agenda_kept", &R::agenda_kept}, Field{"proposal", &R::proposal},
    Field{"agenda", &R::agenda}, Field{"parallel", &R::parallel}, Field{"programme", &R::programme},
    Field{"seating", &R::seating}, Field{"notices", &R::notices}} M150_PLAN_SCHEMA_END
// clang-format on
#undef M150_PLAN_OPTIONS
#undef M150_PLAN_SCHEMA
#undef M150_PLAN_SCHEMA_END

}  // namespace m150::inline v0
