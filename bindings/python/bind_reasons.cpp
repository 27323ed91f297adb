// Why a score is what it is, and the piece of a text that was found.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

TextLanguage language_of(const std::string& text) {
    if (text == "nl") return TextLanguage::nl;
    if (text == "en") return TextLanguage::en;
    throw InvalidInput(
        {"lang", "'" + excerpt(text, 20) + "' is no language of this library", "nl or en", ""});
}

PlainDict reason_to_dict(const Snapshot& now, const Reason& reason, TextLanguage language) {
    py::list values;
    for (const auto& [name, value] : reason.values)
        values.append(py::make_tuple(name, value));
    py::dict dict;
    dict["code"] = reason.code;
    dict["share"] = reason.share;
    dict["text"] = explain(now, reason, language);
    dict["values"] = values;
    dict["parts"] = reasons_to_list(now, reason.parts, language);
    return PlainDict(std::move(dict));
}

py::list reasons_to_list(const Snapshot& now, const std::vector<Reason>& reasons, TextLanguage language) {
    py::list list;
    for (const Reason& reason : reasons)
        list.append(reason_to_dict(now, reason, language));
    return list;
}

namespace {

using Values = Tuple<std::pair<std::string, std::string>>;

// Characters before each byte of interest: Python counts characters, the library bytes.
std::size_t characters_before(std::string_view text, std::size_t byte) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < byte && i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++count;
    }
    return count;
}

Tuple<std::pair<std::size_t, std::size_t>> matches_in_characters(const Snippet& snippet) {
    Tuple<std::pair<std::size_t, std::size_t>> matches;
    for (const auto& [begin, end] : snippet.matches) {
        matches.items.emplace_back(characters_before(snippet.text, begin),
                                   characters_before(snippet.text, end));
    }
    return matches;
}

}  // namespace

namespace {

const char* kind_of(const QueryTerm& term) {
    switch (term.kind) {
        case QueryTerm::Kind::word:
            return "word";
        case QueryTerm::Kind::correction:
            return "correction";
        case QueryTerm::Kind::part:
            return "part";
        case QueryTerm::Kind::joined:
            return "joined";
        case QueryTerm::Kind::synonym:
            return "synonym";
        case QueryTerm::Kind::concept_id:
            break;
    }
    return "topic";
}

const char* kind_of(const QueryNote& note) {
    switch (note.kind) {
        case QueryNote::Kind::correction:
            return "correction";
        case QueryNote::Kind::suggestion:
            return "suggestion";
        case QueryNote::Kind::abbreviation:
            return "abbreviation";
        case QueryNote::Kind::topic:
            return "topic";
        case QueryNote::Kind::synonym:
            break;
    }
    return "synonym";
}

void bind_note(py::module_& module) {
    using NoteView = View<QueryNote>;
    py::class_<NoteView>(module, "QueryNote",
                         "What was made of a word of a question, other than what it says.")
        .def_property_readonly(
            "kind", [](const NoteView& note) { return kind_of(*note); },
            "'correction' (a misspelt word is read as meaning), 'suggestion' (perhaps the name meaning was "
            "meant: "
            "nothing was done), 'abbreviation' (read as meaning), 'synonym' (meaning is looked for as "
            "well) or 'topic' (the word names the topic meaning, which is looked for as well).")
        .def_property_readonly(
            "word", [](const NoteView& note) { return note->word; }, "As typed.")
        .def_property_readonly(
            "meaning", [](const NoteView& note) { return note->meaning; }, "Several are separated by ', '.")
        .def_property_readonly(
            "share", [](const NoteView& note) { return note->share; },
            "0..1: how likely this reading is; below 1 when others stand beside it.")
        .def_property_readonly(
            "because", [](const NoteView& note) { return Tuple<std::string>{note->because}; },
            "Words of the question that speak for it, as typed.")
        .def_property_readonly(
            "source", [](const NoteView& note) { return note->source; },
            "Of abbreviations, synonyms and topics: 'table', 'records', 'topic', 'word' (the ordinary word), "
            "or the id of a vocabulary entry.")
        .def_property_readonly(
            "text", [](const NoteView& note) { return explain(*note, TextLanguage::nl); },
            "As a sentence in Dutch.")
        .def(
            "explain",
            [](const NoteView& note, const std::string& lang) { return explain(*note, language_of(lang)); },
            py::arg("lang") = "nl", "As a sentence in 'nl' or 'en'.")
        .def("__str__", [](const NoteView& note) { return explain(*note, TextLanguage::nl); })
        .def("__repr__", [](const NoteView& note) {
            return "<m150.QueryNote " + std::string(kind_of(*note)) + " " +
                   std::string(py::repr(py::str(note->word))) + ">";
        });
}

void bind_understood(py::module_& module) {
    bind_note(module);
    using QueryView = View<Query>;
    py::class_<QueryView> type(
        module, "Understood",
        "What a question was taken to look for: a sequence of QueryTerm, with what was made of its words.");
    type.def_property_readonly(
            "terms", [](const QueryView& query) { return query.each(query->terms); },
            "What is looked for: first what the question says, in its order, then what was filled in.")
        .def_property_readonly(
            "notes", [](const QueryView& query) { return query.each(query->notes); },
            "Corrections and suggestions, then topics, abbreviations and other words, each in the order of "
            "the "
            "question.")
        .def_property_readonly(
            "ignored", [](const QueryView& query) { return Tuple<std::string>{query->ignored}; },
            "Words of the question that were not looked for, as typed.")
        .def(
            "sentences",
            [](const QueryView& query, const std::string& lang) {
                return Tuple<std::string>{explain_all(*query, language_of(lang))};
            },
            py::kw_only(), py::arg("lang") = "nl",
            "The notes, and what was not looked for, as sentences in 'nl' or 'en'.")
        .def(
            "to_dict",
            [](const QueryView& query, const std::string& lang) {
                return understood_to_dict(*query, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; sentences in 'nl' or 'en'.")
        .def("__len__", [](const QueryView& query) { return query->terms.size(); })
        .def(
            "__getitem__",
            [](const QueryView& query, py::ssize_t index) {
                const auto size = static_cast<py::ssize_t>(query->terms.size());
                if (index < 0) index += size;
                if (index < 0 || index >= size) throw py::index_error("term " + std::to_string(index));
                return query.at(query->terms[static_cast<std::size_t>(index)]);
            },
            py::arg("index"))
        .def("__repr__", [](const QueryView& query) {
            return "<m150.Understood: " + std::to_string(query->terms.size()) + " terms, " +
                   std::to_string(query->notes.size()) + " notes>";
        });
    add_html(type, "understood");
}

}  // namespace

PlainDict understood_to_dict(const Query& query, TextLanguage language) {
    py::list terms;
    for (const QueryTerm& term : query.terms) {
        py::dict one;
        one["term"] = term.term;
        one["kind"] = kind_of(term);
        one["weight"] = term.weight;
        one["origin"] = term.origin;
        one["via"] = term.via;
        terms.append(one);
    }
    py::list notes;
    for (const QueryNote& note : query.notes) {
        py::dict one;
        one["kind"] = kind_of(note);
        one["word"] = note.word;
        one["meaning"] = note.meaning;
        one["share"] = note.share;
        one["because"] = note.because;
        one["source"] = note.source;
        one["text"] = explain(note, language);
        notes.append(one);
    }
    py::dict dict;
    dict["terms"] = terms;
    dict["notes"] = notes;
    dict["ignored"] = query.ignored;
    return PlainDict(std::move(dict));
}

void bind_reasons(py::module_& module) {
    using ReasonView = View<Reason>;
    py::class_<ReasonView>(
        module, "Reason",
        "One contribution to a score. The shares of a score's reasons add up to it, to 1e-9.")
        .def_property_readonly(
            "code", [](const ReasonView& reason) { return reason->code; },
            "The kind of contribution: 'words', 'answer', 'offers', 'path', ...")
        .def_property_readonly(
            "share", [](const ReasonView& reason) { return reason->share; },
            "Its part of the score, in the score's unit; may be negative.")
        .def_property_readonly(
            "values", [](const ReasonView& reason) { return Values{reason->values}; },
            "Names and values that the sentence is made of: ids, dates, words. A name may come twice.")
        .def(
            "value",
            [](const ReasonView& reason, const std::string& name) {
                return std::string(reason->value(name));
            },
            py::arg("name"), "The first value with this name, or empty text.")
        .def_property_readonly(
            "parts", [](const ReasonView& reason) { return reason.each(reason->parts); },
            "The share split further; when there are parts they add up to it.")
        .def_property_readonly(
            "text", [](const ReasonView& reason) { return explain(reason.now, *reason, TextLanguage::nl); },
            "The reason as a sentence in Dutch, its parts not included.")
        .def_property_readonly(
            "text_en",
            [](const ReasonView& reason) { return explain(reason.now, *reason, TextLanguage::en); },
            "The same in English.")
        .def(
            "explain",
            [](const ReasonView& reason, const std::string& lang) {
                return explain(reason.now, *reason, language_of(lang));
            },
            py::arg("lang") = "nl", "The reason as a sentence in 'nl' or 'en'.")
        .def(
            "to_dict",
            [](const ReasonView& reason, const std::string& lang) {
                return reason_to_dict(reason.now, *reason, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Code, share, text, values and parts as plain values.")
        .def("__str__",
             [](const ReasonView& reason) { return explain(reason.now, *reason, TextLanguage::nl); })
        .def("__repr__",
             [](const ReasonView& reason) {
                 return "<m150.Reason " + reason->code + " " +
                        std::string(py::str("{:+.3f}").format(reason->share)) + ">";
             })
        .def(
            "__eq__", [](const ReasonView& a, const ReasonView& b) { return *a == *b; }, py::is_operator(),
            py::arg("other"));

    using SnippetView = View<Snippet>;
    py::class_<SnippetView>(module, "Snippet", "The piece of a text that shows why it was found.")
        .def_property_readonly(
            "text", [](const SnippetView& snippet) { return snippet->text; },
            "The piece, cut between words, with '...' where it was cut.")
        .def_property_readonly(
            "matches", [](const SnippetView& snippet) { return matches_in_characters(*snippet); },
            "Where it matches the question: characters [begin, end) of text, ascending.")
        .def_property_readonly(
            "of", [](const SnippetView& snippet) { return snippet->of; },
            "The id of the question or the answer that it is a piece of.")
        .def("__str__", [](const SnippetView& snippet) { return snippet->text; })
        .def("__repr__", [](const SnippetView& snippet) {
            return "<m150.Snippet " + std::string(py::repr(py::str(excerpt(snippet->text, 60)))) + ">";
        });

    using TermView = View<QueryTerm>;
    py::class_<TermView>(module, "QueryTerm", "One term that a question looks for.")
        .def_property_readonly(
            "term", [](const TermView& term) { return term->term; }, "What is looked up in the index.")
        .def_property_readonly(
            "kind", [](const TermView& term) { return kind_of(*term); },
            "'word', 'correction' (of a misspelt word), 'part' (of a compound), 'joined' (words as one), "
            "'synonym' (from another label of a "
            "topic) or 'topic'.")
        .def_property_readonly(
            "weight", [](const TermView& term) { return term->weight; },
            "Multiplies what the term counts for.")
        .def_property_readonly(
            "origin", [](const TermView& term) { return term->origin; }, "The words it comes from, as typed.")
        .def_property_readonly(
            "via", [](const TermView& term) { return term->via; }, "For synonyms and topics: the topic's id.")
        .def("__repr__", [](const TermView& term) {
            return "<m150.QueryTerm " + std::string(py::repr(py::str(term->term))) + ">";
        });
    bind_understood(module);
}

}  // namespace m150::python
