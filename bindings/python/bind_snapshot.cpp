// The reader: what every question is put to.
#include "arguments.hpp"
#include "embeddings.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using Release = py::call_guard<py::gil_scoped_release>;

// "inventory response" -> "inventory_response"
template <class Record>
std::string singular() {
    std::string name{Schema<Record>::type};
    for (char& c : name)
        c = c == ' ' ? '_' : c;
    return name;
}

template <class Record>
void bind_listing(py::class_<Snapshot>& type) {
    const std::string plural{Schema<Record>::plural};
    type.def(
        plural.c_str(),
        [](const Snapshot& now) {
            std::vector<Record> records;
            for (const Record* record : now.all<Record>())
                records.push_back(*record);
            return records;
        },
        Release(),
        ("The visible records of this type, ascending by id: " + record_doc(Schema<Record>::type, ""))
            .c_str());
    type.def(
        singular<Record>().c_str(),
        [](const Snapshot& now, const Id<Record>& id) -> std::optional<Record> {
            const Record* record = now.find(id);
            if (record == nullptr) return std::nullopt;
            return *record;
        },
        py::arg("id"), "The record with this id; None when it is unknown, or not for the viewer's eyes.");
}

void bind_ask(py::class_<Snapshot>& type) {
    const AskOptions defaults;
    type.def(
        "ask",
        [](const Snapshot& now, const std::optional<Given<std::string>>& text,
           const std::optional<Id<Question>>& question, const std::optional<Id<Municipality>>& asked_by,
           std::size_t limit, const std::vector<Id<Topic>>& topics, const std::vector<Id<Network>>& networks,
           const std::vector<std::string>& provinces, const std::optional<Date>& from,
           const std::optional<Date>& to, const std::vector<Id<Topic>>& about,
           const OptionalArray& embedding) {
            AskOptions options{{},        question, asked_by, limit, topics, networks,
                               provinces, from,     to,       about, {}};
            options.embedding = vector_of(embedding, "ask, embedding");
            if (text && !text_from_python(*text, options.text))
                throw py::type_error("ask, text: expected str");
            const py::gil_scoped_release release;
            return view_of(ask(now, options), now);
        },
        py::arg("text") = py::none(), py::kw_only(), py::arg("question") = py::none(),
        py::arg("asked_by") = py::none(), py::arg("limit") = defaults.limit, py::arg("topics") = py::tuple(),
        py::arg("networks") = py::tuple(), py::arg("provinces") = py::tuple(), py::arg("from_") = py::none(),
        py::arg("to") = py::none(), py::arg("about") = py::tuple(), py::arg("embedding") = py::none(),
        "Which answers exist, who knows, and how sure that is.\n\n"
        "text: the question in the asker's own words, at most 1,000,000 bytes of UTF-8.\n"
        "question: instead of a text, the id of a stored question, which is put again: its text, topics and "
        "vector count, and it is not among what is found.\n"
        "asked_by: code of the asker, who is never recommended to itself; None: who asked the stored "
        "question.\n"
        "limit: answers, and municipalities, wanted: 1 to 1000; no more answers are found than "
        "KnowledgeBaseOptions.ranking.candidates and .nearest together.\n"
        "topics, networks, provinces, from_, to: only pairs on one of these topics, asked or answered by one "
        "of these\n"
        "networks or provinces, in this period.\n"
        "about: topics that the question is known to be on, which narrows nothing; else they are judged.\n"
        "embedding: where the model that documents were given vectors by puts the question; None: where the "
        "function given to embed_with() does, if there is one.\n\n"
        "InvalidInput: an empty text, an unknown question, or both, a limit out of range, an unknown "
        "municipality, topic, network or "
        "province, a\n"
        "period that ends before it starts. The GIL is released.");
    type.def(
        "who_knows",
        [](const Snapshot& now, const std::optional<Given<std::string>>& text,
           const std::optional<Id<Question>>& question, const std::optional<Id<Municipality>>& asked_by,
           std::size_t limit, const std::vector<Id<Topic>>& about, const OptionalArray& embedding) {
            AskOptions options;
            options.question = question;
            options.embedding = vector_of(embedding, "who_knows, embedding");
            options.asked_by = asked_by;
            options.limit = limit;
            options.about = about;
            if (text && !text_from_python(*text, options.text))
                throw py::type_error("who_knows, text: expected str");
            std::vector<View<Knower>> found;
            const py::gil_scoped_release release;
            for (Knower& one : who_knows(now, options))
                found.push_back(view_of(std::move(one), now));
            return found;
        },
        py::arg("text") = py::none(), py::kw_only(), py::arg("question") = py::none(),
        py::arg("asked_by") = py::none(), py::arg("limit") = defaults.limit, py::arg("about") = py::tuple(),
        py::arg("embedding") = py::none(),
        "ask(text).municipalities, without the answers: who knows, best first, with the evidence.\n\n"
        "text, question, asked_by, limit, about, embedding: as in ask(). InvalidInput as there. The GIL is "
        "released.");
}

void bind_similar(py::class_<Snapshot>& type) {
    const SimilarOptions defaults;
    type.def(
        "similar",
        [](const Snapshot& now, const std::optional<Id<Question>>& question,
           const std::optional<Given<std::string>>& text, std::size_t limit, const OptionalArray& embedding) {
            SimilarOptions options{question, {}, limit, vector_of(embedding, "similar, embedding")};
            if (text && !text_from_python(*text, options.text))
                throw py::type_error("similar, text: expected str");
            std::vector<View<FoundAnswer>> found;
            const py::gil_scoped_release release;
            for (FoundAnswer& one : similar(now, options))
                found.push_back(view_of(std::move(one), now));
            return found;
        },
        py::arg("question") = py::none(), py::kw_only(), py::arg("text") = py::none(),
        py::arg("limit") = defaults.limit, py::arg("embedding") = py::none(),
        "What was asked before that is most like a question: duplicates, before it is posted. Best first, "
        "with the\n"
        "scores and reasons of ask().\n\n"
        "question: id of a stored question; its title, text and topics are compared, and it is not found "
        "itself.\n"
        "text: instead, title and text of a question that is still to be posted.\n"
        "embedding: with text, as in ask(); a stored question has the vector that it was given.\n"
        "limit: pairs wanted, 1 to 1000; at most KnowledgeBaseOptions.ranking.candidates are found.\n\n"
        "InvalidInput: neither or both given, an unknown question, an empty text, a limit out of range. The "
        "GIL is\nreleased.");
}

void bind_fits(py::class_<Snapshot>& type) {
    type.def(
        "speaker_fit",
        [](const Snapshot& now, const Agenda& agenda, const std::optional<FitWeights>& weights) {
            const std::vector<AgendaItem> items = items_of(now, agenda);
            const py::gil_scoped_release release;
            return view_of(speaker_fit(now, items, weights), now);
        },
        py::arg("agenda"), py::kw_only(), py::arg("weights") = py::none(),
        "How well each speaker fits each item: a matrix items x speakers of 0..1, comparable across "
        "items.\n\n"
        "agenda: a meeting, its id, or agenda items. weights: None: the knowledge base's.\n\n"
        "InvalidInput: an agenda without items, with an id twice or with unknown topics. The GIL is "
        "released.");
}

// The questions without texts, for tables.
std::vector<PlainDict> question_facts(const Snapshot& now) {
    struct Fact {
        std::string id;
        std::optional<Id<Municipality>> asked_by;
        Date date;
        std::vector<Id<Topic>> topics;
        std::size_t answers;
        bool accepted;
    };
    std::vector<Fact> facts;
    {
        const py::gil_scoped_release release;
        now.for_each_question(
            [&](const auto& id, const auto& asked_by, Date date, const auto& topics, const auto& answers) {
                bool accepted = false;
                for (const AnswerFact& answer : answers)
                    accepted = accepted || answer.accepted;
                facts.push_back({id.str(), asked_by, date, topics, answers.size(), accepted});
            });
    }
    std::vector<PlainDict> list;
    for (const Fact& fact : facts) {
        py::dict dict;
        dict["id"] = fact.id;
        dict["asked_by"] = fact.asked_by;
        dict["date"] = fact.date.str();
        dict["topics"] = plain(fact.topics);
        dict["answers"] = fact.answers;
        dict["accepted"] = fact.accepted;
        list.emplace_back(std::move(dict));
    }
    return list;
}

void bind_pair(py::module_& module) {
    py::class_<Pair>(module, "Pair", "A question with those of its answers that the viewer may see.")
        .def_property_readonly(
            "question", [](const Pair& pair) { return pair.question; }, "The question.")
        .def_property_readonly(
            "answers", [](const Pair& pair) { return Tuple<Answer>{pair.answers}; },
            "Its answers, ascending by date, then id.")
        .def(
            "to_dict",
            [](const Pair& pair) {
                py::dict dict;
                dict["question"] = record_to_dict(pair.question);
                dict["answers"] = plain(pair.answers);
                return PlainDict(std::move(dict));
            },
            "Both as plain values.")
        .def(py::self == py::self)
        .def("__repr__", [](const Pair& pair) {
            return "<m150.Pair " + pair.question.id.str() + ": " + std::to_string(pair.answers.size()) +
                   " answers>";
        });
}

}  // namespace

void bind_snapshot(py::module_& module) {
    bind_pair(module);
    py::class_<Snapshot> type(
        module, "Snapshot",
        "The knowledge base as one viewer may see it on one day. Immutable; may be used from any number of "
        "threads; stays as it is whatever is committed later, and after the knowledge base is closed.");
    type.def_property_readonly("revision", &Snapshot::revision, "Number of the commit that it shows.")
        .def_property_readonly(
            "options",
            [](const Snapshot& now) {
                KnowledgeBaseOptions options = now.options();
                options.expertise.today = {};  // which Python has as Snapshot.today
                return options;
            },
            "How it finds and ranks: a copy.")
        .def_property_readonly("today", &Snapshot::today,
                               "The day on which it looks: as_of, or that of the newest record.")
        .def_property_readonly(
            "viewer", [](const Snapshot& now) { return now.viewer(); },
            "Code of the viewer; None: AVH, which sees everything.");
    bind_ask(type);
    bind_similar(type);
    bind_fits(type);
    bind_listing<Municipality>(type);
    bind_listing<Network>(type);
    bind_listing<Organisation>(type);
    bind_listing<Topic>(type);
    bind_listing<VocabularyEntry>(type);
    bind_listing<InventoryResponse>(type);
    bind_listing<NewsItem>(type);
    bind_listing<Meeting>(type);
    bind_listing<Speaker>(type);
    bind_listing<Contact>(type);
    bind_listing<WorkingGroup>(type);
    bind_listing<Outcome>(type);
    bind_listing<Pause>(type);
    type.def(
            "question", [](const Snapshot& now, const Id<Question>& id) { return now.pair(id); },
            py::arg("id"),
            "The question with its answers; None when it is unknown, or not for the viewer's eyes.")
        .def("question_count", &Snapshot::questions, "How many questions are visible.")
        .def("question_facts", &question_facts,
             "Every visible question without its texts, ascending by id: dicts of id, asked_by, date, "
             "topics, answers (how many) "
             "and accepted (whether one of them was).")
        .def("is_member", &Snapshot::is_member, py::arg("municipality"), py::arg("network"),
             "Whether the municipality is a member of the network today; False for unknown ones.")
        .def(
            "resolve",
            [](const Snapshot& now, const Id<Municipality>& id) {
                std::vector<std::string> notices;
                return now.resolve(id, notices);
            },
            py::arg("municipality"),
            "The code that it stands for today: itself, or its successor. InvalidInput when it is unknown or "
            "has none.")
        .def(
            "explain",
            [](const Snapshot& now, const View<Reason>& reason, const std::string& lang) {
                return explain(now, *reason, language_of(lang));
            },
            py::arg("reason"), py::arg("lang") = "nl",
            "One sentence for a reason, its parts not included, in 'nl' or 'en'.")
        .def(
            "explain_all",
            [](const Snapshot& now, const std::vector<View<Reason>>& reasons, const std::string& lang) {
                std::vector<Reason> plain_reasons;
                for (const View<Reason>& reason : reasons)
                    plain_reasons.push_back(*reason);
                return explain_all(now, plain_reasons, language_of(lang));
            },
            py::arg("reasons"), py::arg("lang") = "nl",
            "The reasons as indented lines with their shares, parts under their reason.")
        .def(
            "frame",
            [](const py::object& self, const std::string& plural) {
                return py::reinterpret_borrow<DataFrame>(
                    py::module_::import("m150.frames").attr("records")(self, plural));
            },
            py::arg("plural"),
            "The visible records of a type as a table: 'municipalities', 'topics', 'questions' (without "
            "texts), ... ValueError for another "
            "name, ImportError without pandas.")
        .def("__repr__", [](const Snapshot& now) {
            return "<m150.Snapshot revision " + std::to_string(now.revision()) + ", " + now.today().str() +
                   ", seen by " + (now.viewer() ? now.viewer()->str() : "AVH") + ">";
        });
}

}  // namespace m150::python
