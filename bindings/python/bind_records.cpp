// The record types and their parts, each made from its Schema.
#include "module.hpp"
#include "records.hpp"

namespace m150::python {

namespace {

template <class Field>
struct ValueOf;
template <class Record, class Value>
struct ValueOf<Field<Record, Value>> {
    using type = Value;
};
template <class Record, std::size_t index>
using FieldValue = typename ValueOf<std::tuple_element_t<index, decltype(Schema<Record>::fields_of())>>::type;

template <class Record>
std::string shown_short(const Record& record) {
    std::string text = "m150." + std::string(py::str(py::type::of<Record>().attr("__name__"))) + "(";
    const Record defaults;
    bool first = true;
    for_each_field<Record>([&](const auto& field) {
        if (field.need == Need::optional && record.*field.member == defaults.*field.member) return;
        const std::string value = py::repr(plain(record.*field.member));
        text += (first ? "" : ", ") + attribute_name(field.name) + "=" + excerpt(value, 80);
        first = false;
    });
    return text + ")";
}

// A property for each field. Those of parts are read only, for a part that was read from a record is a copy.
template <class Record>
void bind_fields(py::class_<Record>& type) {
    for_each_field<Record>([&](const auto& field) {
        using Value = std::decay_t<decltype(std::declval<Record>().*field.member)>;
        const std::string name = attribute_name(field.name);
        const std::string doc = record_doc(Schema<Record>::type, field.name);
        const auto get = [field](const Record& record) { return shown(record.*field.member); };
        if (Schema<Record>::plural.empty()) {
            type.def_property_readonly(name.c_str(), get, doc.c_str());
            return;
        }
        const auto set = [field](Record& record, const Given<Value>& object) {
            std::vector<Problem> problems;
            set_field(record, field, object, problems);
            if (!problems.empty()) throw InvalidInput(std::move(problems));
        };
        type.def_property(name.c_str(), get, set, doc.c_str());
    });
}

// The keyword argument of a field, with its default unless it is required.
template <class Record, std::size_t index>
auto argument() {
    constexpr auto field = std::get<index>(Schema<Record>::fields_of());
    static const std::string name = attribute_name(field.name);
    if constexpr (field.need == Need::required) {
        return py::arg(name.c_str());
    } else {
        return py::arg(name.c_str()) = shown(Record{}.*field.member);
    }
}

template <class Record, std::size_t... index>
void bind_constructor(py::class_<Record>& type, std::index_sequence<index...>) {
    const auto make = [](const Given<FieldValue<Record, index>>&... given) {
        Record record;
        std::vector<Problem> problems;
        (set_field(record, std::get<index>(Schema<Record>::fields_of()), given, problems), ...);
        if (!problems.empty()) throw InvalidInput(std::move(problems));
        return record;
    };
    type.def(py::init(make), py::kw_only(), argument<Record, index>()...,
             "Takes every field by keyword. InvalidInput lists every value that cannot be read.");
}

template <class Record>
Record replaced(const Record& record, const py::kwargs& changes) {
    py::dict fields = record_to_dict(record);
    for (const auto& [key, value] : changes)
        fields[py::str(key).cast<std::string>() == "from_" ? py::str("from") : py::str(key)] = value;
    return record_from_dict<Record>(fields);
}

template <class Record>
py::class_<Record> bind_record(py::module_& module, const char* name) {
    py::class_<Record> type(module, name, record_doc(Schema<Record>::type, "").c_str());
    bind_fields(type);
    bind_constructor(type,
                     std::make_index_sequence<std::tuple_size_v<decltype(Schema<Record>::fields_of())>>());
    type.def("to_dict", &record_to_dict<Record>,
             "All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, "
             "from_ is 'from'.");
    type.def_static(
        "from_dict", [](const PlainDict& fields) { return record_from_dict<Record>(fields); },
        py::arg("fields"),
        "The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that "
        "cannot be read.");
    type.def("replaced", &replaced<Record>, "A copy with the fields given by keyword changed.");
    type.def("__repr__", &shown_short<Record>);
    type.def(py::self == py::self);
    type.def("__copy__", [](const Record& record) { return record; });
    type.def(
        "__deepcopy__", [](const Record& record, const py::dict&) { return record; }, py::arg("memo"));
    type.def(py::pickle([](const Record& record) { return record_to_dict(record); },
                        [](const PlainDict& fields) { return record_from_dict<Record>(fields); }));
    if constexpr (!Schema<Record>::plural.empty()) {
        type.def(
            "validate", [](const Record& record) { return validate(record); },
            "Everything that is wrong with the record by itself; empty when nothing is. Whether what it "
            "refers to "
            "exists is checked when it is added.");
    }
    return type;
}

}  // namespace

void bind_records(py::module_& module) {
    bind_record<Band>(module, "Band");
    bind_record<Membership>(module, "Membership");
    bind_record<AgendaItem>(module, "AgendaItem");
    bind_record<Registration>(module, "Registration");
    bind_record<Period>(module, "Period");
    bind_record<Talk>(module, "Talk");
    bind_record<Milestone>(module, "Milestone");

    bind_record<Municipality>(module, "Municipality")
        .def("exists_on", &Municipality::exists_on, py::arg("day"),
             "Whether the municipality exists on that day.")
        .def(
            "inhabitants_in",
            [](const Municipality& municipality, int year) { return inhabitants_in(municipality, year); },
            py::arg("year"),
            "Inhabitants on 1 January of the year, or of the nearest year that is known (the earlier of two "
            "equally "
            "near); None when no year is.");
    bind_record<Network>(module, "Network")
        .def(
            "has_member",
            [](const Network& network, const Municipality& municipality, Date day) {
                return is_member(network, municipality, day);
            },
            py::arg("municipality"), py::arg("day"),
            "Whether the municipality exists and is a member on that day: an exclusion wins over an explicit "
            "membership, which wins over the bands.");
    bind_record<Organisation>(module, "Organisation");
    bind_record<Topic>(module, "Topic");
    bind_record<VocabularyEntry>(module, "VocabularyEntry");
    bind_record<Question>(module, "Question");
    bind_record<Answer>(module, "Answer");
    bind_record<InventoryResponse>(module, "InventoryResponse");
    bind_record<NewsItem>(module, "NewsItem");
    bind_record<Meeting>(module, "Meeting");
    bind_record<Speaker>(module, "Speaker");
    bind_record<Contact>(module, "Contact");
    bind_record<WorkingGroup>(module, "WorkingGroup");
    bind_record<Outcome>(module, "Outcome");
    bind_record<Pause>(module, "Pause");

    module.def(
        "parse_municipality_id", [](const std::string& text) { return parse_municipality_id(text); },
        py::arg("text"),
        "The canonical code of a municipality written as GM0355, gm0355, 0355, 355 or the TOOI URI. "
        "InvalidInput on "
        "anything else.");
    module.def(
        "record_fields",
        [] {
            std::map<std::string, std::vector<std::string>> names;
            for_each_record_type([&]<class Record>() {
                for_each_field<Record>([&](const auto& field) {
                    names[std::string(Schema<Record>::plural)].emplace_back(field.name);
                });
            });
            return names;
        },
        "The names of the fields of every record type, by plural type name, in the order of the files.");
}

}  // namespace m150::python
