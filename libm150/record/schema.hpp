// One description of every record type: its fields by name, in order. Files, the database, JSON and the
// Python face are all made from it, so a field is added in one place.
#pragma once

#include <string_view>
#include <tuple>

#include "libm150/record/contact.hpp"
#include "libm150/record/inventory.hpp"
#include "libm150/record/meeting.hpp"
#include "libm150/record/municipality.hpp"
#include "libm150/record/network.hpp"
#include "libm150/record/outcome.hpp"
#include "libm150/record/question.hpp"
#include "libm150/record/topic.hpp"
#include "libm150/record/vocabulary.hpp"

namespace m150::inline v0 {

enum class Need { required, optional };

// One field: its name, where it lives in the record, whether a file must give it.
template <class Record, class Value>
struct Field {
    std::string_view name;
    Value Record::*member;
    Need need = Need::optional;
};
template <class Record, class Value>
Field(std::string_view, Value Record::*, Need) -> Field<Record, Value>;
template <class Record, class Value>
Field(std::string_view, Value Record::*) -> Field<Record, Value>;

// Schema<Record>: `type` names one record in messages ("question"), `plural` names the table and the file,
// `fields` is a tuple of Field. Parts of records (AgendaItem, Talk, ...) have a schema too, with an empty
// plural.
template <class Record>
struct Schema;

#define M150_SCHEMA(Record, type_name, plural_name)             \
    template <>                                                 \
    struct Schema<Record> {                                     \
        static constexpr std::string_view type = type_name;     \
        static constexpr std::string_view plural = plural_name; \
        static constexpr auto fields_of() {                     \
            using R = Record;                                   \
            constexpr Need must = Need::required;               \
            return std::tuple
#define M150_SCHEMA_END \
    ;                   \
    }                   \
    }                   \
    ;

// clang-format off
M150_SCHEMA(Municipality, "municipality", "municipalities"){
    Field{"id", &R::id, must}, Field{"name", &R::name, must}, Field{"province", &R::province},
    Field{"safety_region", &R::safety_region}, Field{"inhabitants", &R::inhabitants}, Field{"latitude", &R::latitude},
    Field{"longitude", &R::longitude}, Field{"urbanity", &R::urbanity}, Field{"area_km2", &R::area_km2},
    Field{"neighbours", &R::neighbours}, Field{"crossings", &R::crossings}, Field{"valid_from", &R::valid_from}, Field{"valid_to", &R::valid_to},
    Field{"successor", &R::successor}, Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Band, "band", ""){
    Field{"at_least", &R::at_least, must}, Field{"at_most", &R::at_most}, Field{"from", &R::from}, Field{"to", &R::to}} M150_SCHEMA_END
M150_SCHEMA(Membership, "membership", ""){
    Field{"municipality", &R::municipality, must}, Field{"excluded", &R::excluded}, Field{"from", &R::from}, Field{"to", &R::to}} M150_SCHEMA_END
M150_SCHEMA(Network, "network", "networks"){
    Field{"id", &R::id, must}, Field{"name", &R::name, must}, Field{"bands", &R::bands}, Field{"members", &R::members},
    Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Organisation, "organisation", "organisations"){
    Field{"id", &R::id, must}, Field{"name", &R::name, must}, Field{"kind", &R::kind}, Field{"url", &R::url},
    Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Topic, "topic", "topics"){
    Field{"id", &R::id, must}, Field{"preferred_label", &R::preferred_label, must},
    Field{"alternative_labels", &R::alternative_labels}, Field{"broader", &R::broader}, Field{"related", &R::related},
    Field{"definition", &R::definition}, Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(VocabularyEntry, "vocabulary entry", "vocabulary"){
    Field{"id", &R::id, must}, Field{"term", &R::term, must}, Field{"means", &R::means}, Field{"kind", &R::kind},
    Field{"context", &R::context}, Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Question, "question", "questions"){
    Field{"id", &R::id, must}, Field{"asked_by", &R::asked_by}, Field{"date", &R::date, must}, Field{"title", &R::title},
    Field{"text", &R::text}, Field{"topics", &R::topics}, Field{"keywords", &R::keywords},
    Field{"target_group", &R::target_group}, Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Answer, "answer", "answers"){
    Field{"id", &R::id, must}, Field{"question", &R::question, must}, Field{"by", &R::by},
    Field{"by_organisation", &R::by_organisation}, Field{"date", &R::date, must}, Field{"text", &R::text, must},
    Field{"accepted", &R::accepted}, Field{"status", &R::status}, Field{"audience", &R::audience},
    Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(InventoryResponse, "inventory response", "inventory"){
    Field{"id", &R::id, must}, Field{"municipality", &R::municipality, must}, Field{"topic", &R::topic, must},
    Field{"needs", &R::needs}, Field{"offers", &R::offers}, Field{"date", &R::date, must}, Field{"remark", &R::remark},
    Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(NewsItem, "news item", "news"){
    Field{"id", &R::id, must}, Field{"date", &R::date, must}, Field{"organisation", &R::organisation},
    Field{"title", &R::title, must}, Field{"text", &R::text}, Field{"topics", &R::topics}, Field{"url", &R::url},
    Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(AgendaItem, "agenda item", ""){
    Field{"id", &R::id, must}, Field{"title", &R::title, must}, Field{"text", &R::text}, Field{"topics", &R::topics},
    Field{"minutes", &R::minutes}, Field{"speakers_at_least", &R::speakers_at_least},
    Field{"speakers_at_most", &R::speakers_at_most}} M150_SCHEMA_END
M150_SCHEMA(Registration, "registration", ""){
    Field{"municipality", &R::municipality, must}, Field{"people", &R::people}, Field{"wishes", &R::wishes}, Field{"attended", &R::attended}} M150_SCHEMA_END
M150_SCHEMA(Meeting, "meeting", "meetings"){
    Field{"id", &R::id, must}, Field{"title", &R::title, must}, Field{"kind", &R::kind}, Field{"network", &R::network, must},
    Field{"date", &R::date, must}, Field{"online", &R::online}, Field{"host", &R::host}, Field{"agenda", &R::agenda},
    Field{"registrations", &R::registrations}, Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Period, "period", ""){Field{"from", &R::from, must}, Field{"to", &R::to, must}} M150_SCHEMA_END
M150_SCHEMA(Talk, "talk", ""){
    Field{"date", &R::date, must}, Field{"title", &R::title, must}, Field{"topics", &R::topics},
    Field{"meeting", &R::meeting}, Field{"rating", &R::rating}} M150_SCHEMA_END
M150_SCHEMA(Speaker, "speaker", "speakers"){
    Field{"id", &R::id, must}, Field{"role", &R::role, must}, Field{"organisation", &R::organisation},
    Field{"municipality", &R::municipality}, Field{"profile", &R::profile}, Field{"topics", &R::topics},
    Field{"talks", &R::talks}, Field{"availability", &R::availability}, Field{"audience", &R::audience},
    Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Contact, "contact", "contacts"){
    Field{"id", &R::id, must}, Field{"from", &R::from, must}, Field{"to", &R::to, must}, Field{"date", &R::date, must},
    Field{"topics", &R::topics}, Field{"outcome", &R::outcome}, Field{"audience", &R::audience},
    Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Milestone, "milestone", ""){Field{"date", &R::date, must}, Field{"text", &R::text, must}} M150_SCHEMA_END
M150_SCHEMA(WorkingGroup, "working group", "working_groups"){
    Field{"id", &R::id, must}, Field{"name", &R::name, must}, Field{"topics", &R::topics, must}, Field{"members", &R::members},
    Field{"chair", &R::chair}, Field{"from", &R::from, must}, Field{"to", &R::to},
    Field{"milestones", &R::milestones}, Field{"delivered", &R::delivered}, Field{"audience", &R::audience},
    Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Outcome, "outcome", "outcomes"){
    Field{"id", &R::id, must}, Field{"question", &R::question}, Field{"asked_by", &R::asked_by}, Field{"asked", &R::asked, must},
    Field{"date", &R::date, must}, Field{"topics", &R::topics}, Field{"kind", &R::kind, must}, Field{"pair", &R::pair},
    Field{"municipality", &R::municipality}, Field{"helpful", &R::helpful}, Field{"confidence", &R::confidence},
    Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
M150_SCHEMA(Pause, "pause", "pauses"){
    Field{"id", &R::id, must}, Field{"municipality", &R::municipality, must}, Field{"topics", &R::topics},
    Field{"from", &R::from, must}, Field{"to", &R::to}, Field{"audience", &R::audience}, Field{"provenance", &R::provenance}} M150_SCHEMA_END
// clang-format on
#undef M150_SCHEMA
#undef M150_SCHEMA_END

// Every record type, referred-to types before those that refer to them: the order of loading.
using RecordTypes =
    std::tuple<Municipality, Network, Organisation, Topic, VocabularyEntry, Question, Answer,
               InventoryResponse, NewsItem, Meeting, Speaker, Contact, WorkingGroup, Outcome, Pause>;

// Calls visit(field) for each field of `Record`, in order.
template <class Record, class Visit>
constexpr void for_each_field(Visit&& visit) {
    std::apply([&](const auto&... field) { (visit(field), ...); }, Schema<Record>::fields_of());
}

// Calls visit.template operator()<Record>() for each record type, in loading order.
template <class Visit>
constexpr void for_each_record_type(Visit&& visit) {
    [&]<class... Record>(std::tuple<Record...>*) {
        (visit.template operator()<Record>(), ...);
    }(static_cast<RecordTypes*>(nullptr));
}

}  // namespace m150::inline v0
