// Options and weights: plain structs with a default for everything, and the parameters in them by name.
#include <pybind11/stl/filesystem.h>

#include "language_argument.hpp"
#include "module.hpp"
#include "option_struct.hpp"
#include "records.hpp"

namespace m150::python {

Language analysis_language(const std::string& word) {
    KnowledgeBaseOptions options;
    set_parameter(options, "index.analysis.language", word);
    return options.index.analysis.language;
}

std::optional<Language> analysis_language(const std::optional<std::string>& word) {
    return word ? std::optional(analysis_language(*word)) : std::nullopt;
}

namespace {

const char* word_of(Language language) {
    return language == Language::dutch ? "nl" : "en";
}

void bind_analysis(py::module_& module) {
    using A = AnalysisOptions;
    py::class_<A>(module, "AnalysisOptions", "What is made of a text.")
        .def(py::init([](const std::string& language, bool compounds, bool stop_words) {
                 return A{analysis_language(language), compounds, stop_words};
             }),
             py::kw_only(), py::arg("language") = "nl", py::arg("compounds") = true,
             py::arg("stop_words") = true)
        .def_property(
            "language", [](const A& options) { return word_of(options.language); },
            [](A& options, const std::string& word) { options.language = analysis_language(word); },
            "Language of the texts: nl or en.")
        .def_readwrite("compounds", &A::compounds, "Split compounds and find their parts too.")
        .def_readwrite("stop_words", &A::stop_words, "Leave out stop words.")
        .def(py::self == py::self)
        .def("__copy__", [](const A& options) { return A(options); })
        .def(
            "__deepcopy__", [](const A& options, const py::dict&) { return A(options); }, py::arg("memo"))
        .def("__repr__", [](const A& options) {
            return std::string("m150.AnalysisOptions(language='") + word_of(options.language) +
                   "', compounds=" + (options.compounds ? "True" : "False") +
                   ", stop_words=" + (options.stop_words ? "True" : "False") + ")";
        });
}

const char* word_of(ParameterType type) {
    switch (type) {
        case ParameterType::integer:
            return "integer";
        case ParameterType::boolean:
            return "boolean";
        case ParameterType::choice:
            return "choice";
        case ParameterType::real:
            break;
    }
    return "real";
}

void bind_parameters(py::module_& module) {
    using P = Parameter;
    py::class_<P>(module, "Parameter",
                  "One parameter of KnowledgeBaseOptions; docs/configuration.md lists all.")
        .def_readonly("name", &P::name, "Such as index.title_weight: the path of the attribute.")
        .def_property_readonly(
            "type", [](const P& one) { return word_of(one.type); }, "real, integer, boolean or choice.")
        .def_readonly("default", &P::initial, "The value when none is given.")
        .def_readonly("low", &P::low, "Of numbers: the smallest value allowed.")
        .def_readonly("high", &P::high, "Of numbers: the largest value allowed.")
        .def_readonly("step", &P::step,
                      "Values between its multiples make no difference; 0: all of them differ.")
        .def_property_readonly(
            "choices", [](const P& one) { return Tuple<std::string>{one.choices}; }, "Of a choice.")
        .def_readonly("makes_index", &P::makes_index,
                      "Whether another value makes another index; else it only ranks.")
        .def_readonly("meaning", &P::meaning, "What it is, in a line.")
        .def("__repr__", [](const P& one) {
            return "<m150.Parameter " + one.name + " = " + parameter_text(one.initial) + ": " + one.meaning +
                   ">";
        });
    module.def(
        "parameters", [] { return Tuple<Parameter>{list_parameters()}; },
        "All parameters of KnowledgeBaseOptions, in its order.");
}

void bind_knowledge_base_options(py::module_& module) {
    using K = KnowledgeBaseOptions;
    using Value = std::variant<bool, std::int64_t, double, std::string>;  // tried in this order: True is no 1
    bind_struct(
        module, "KnowledgeBaseOptions",
        "The one configuration: everything that can be chosen about how a knowledge base finds and ranks. "
        "See docs/configuration.md.",
        Option{"index", &K::index, "What is stored of each word, and BM25."},
        Option{"thesaurus", &K::thesaurus, "What the labels of topics bring in."},
        Option{"query", &K::query, "What is made of a question."},
        Option{"vocabulary", &K::vocabulary, "Abbreviations and other words."},
        Option{"spelling", &K::spelling, "How misspelt words are read."},
        Option{"ranking", &K::ranking, "Existing answers."}, Option{"knowers", &K::knowers, "Who knows."},
        Option{"confidence", &K::confidence, "How sure it is that an answer helps."},
        Option{"verdict", &K::verdict, "What is said of that."},
        Option{"connect", &K::connect, "Whom to connect."},
        Option{"speakers", &K::speakers, "Speakers for an agenda."},
        Option{"expertise", &K::expertise, "How evidence becomes expertise."})
        .def(
            "get", [](const K& options, const std::string& name) { return get_parameter(options, name); },
            py::arg("name"), "The value of a parameter by its name. InvalidInput when there is none.")
        .def(
            "set",
            [](K& options, const std::string& name, const Value& value) {
                set_parameter(options, name,
                              std::visit([](const auto& one) { return ParameterValue(one); }, value));
            },
            py::arg("name"), py::arg("value"),
            "Sets a parameter by its name. InvalidInput for an unknown name (the nearest is suggested) and "
            "for a "
            "value of another type or out of range.")
        .def("check", &check_parameters, "InvalidInput with every parameter that is out of its range.")
        .def_static(
            "read", &read_configuration, py::arg("file"),
            "From a configuration file; parameters that it leaves out have their default. InvalidInput "
            "with everything that is wrong, by line and column.")
        .def(
            "write",
            [](const K& options, const std::filesystem::path& file) { write_configuration(file, options); },
            py::arg("file"),
            "Writes a configuration file: every parameter, one a line. StoreError when it cannot be written.")
        .def("to_json", &configuration_to_json, "The text of a configuration file.")
        .def_static(
            "from_json", [](const std::string& json) { return configuration_from_json(json); },
            py::arg("json"), "From the text of a configuration file. InvalidInput as read().")
        .def(py::pickle(
            [](const K& options) { return py::make_tuple(configuration_to_json(options)); },
            [](const py::tuple& state) { return configuration_from_json(py::cast<std::string>(state[0])); }));
}

}  // namespace

void bind_options(py::module_& module) {
    using C = ConnectWeights;
    bind_struct(
        module, "ConnectWeights",
        "What makes two municipalities worth connecting. alike, near and known are fractions of what need "
        "gives, added to it or taken off.",
        Option{"need", &C::need,
               "Sum over topics of what the learner needs (0..1) times what the guide knows (0..1)."},
        Option{"mutual", &C::mutual,
               "Times the smaller of that sum and the same the other way round: where both gain."},
        Option{"alike", &C::alike, "Times how alike they are in size and urbanity (0..1)."},
        Option{"near", &C::near, "For a shared border; half of it for the same safety region only."},
        Option{"known", &C::known,
               "Taken off for a contact or a shared working group, decayed by age; 0..1."},
        Option{"repeat", &C::repeat,
               "Taken off, times what the learner needs on the topic, for each better connection that it has "
               "mainly about the same."});
    using F = FitWeights;
    bind_struct(
        module, "FitWeights", "How much each side of a speaker's fit counts.",
        Option{"words", &F::words, "The item's words in the speaker's profile and talks."},
        Option{"topics", &F::topics, "The item's topics among the speaker's, related ones for a part."},
        Option{"experience", &F::experience,
               "Talks given on those topics, faded by age, more for a good rating."},
        Option{"related_topic", &F::related_topic,
               "What a topic counts for when the speaker has only one related to it, 0..1."});
    using E = ExpertiseOptions;
    bind_struct(
        module, "ExpertiseOptions", "How evidence becomes expertise.",
        Option{"half_life_days", &E::half_life_days,
               "Days after which evidence counts for half; at least 1, 180 to 1500 are sensible."},
        Option{"weights", &E::weights,
               "Weight of one fresh piece of evidence, 0..1000: answered, accepted, presented, offers, "
               "working_group, helped, thanked, declined (taken off), asked, needs."},
        Option{"related_share", &E::related_share,
               "Part of the expertise on a topic that counts for a related one, 0..1."},
        Option{"broader_share", &E::broader_share, "The same for a broader or a narrower topic, 0..1."},
        Option{"restart", &E::restart,
               "Chance that the random walk over the graph starts afresh at each step, 0.01..1."},
        Option{"tie_weight", &E::tie_weight,
               "Strength of a fresh contact relative to an expertise of 1, 0..1."},
        Option{"inherited", &E::inherited,
               "Part of the evidence of a municipality that merged that counts for its successor, 0..1."});
    bind_analysis(module);
    using M = SemanticOptions;
    bind_struct(module, "SemanticOptions", "What is made of the meaning of words.",
                Option{"on", &M::on, "Whether documents are kept in the semantic space too."},
                Option{"known_words", &M::known_words,
                       "What the documents that hold a word say it means, relative to the semantic space, "
                       "0..10."},
                Option{"unknown_words", &M::unknown_words,
                       "The same for a word that the space does not know, relative to the rarest word there, "
                       "0..10."},
                Option{"most_documents", &M::most_documents,
                       "Words in more documents than this mean only what the space says."});
    using I = IndexOptions;
    bind_struct(module, "IndexOptions", "How words are stored and weighted by the search.",
                Option{"analysis", &I::analysis, "What is made of a text."},
                Option{"title_weight", &I::title_weight, "What a word in the title counts for, 0.25..16."},
                Option{"text_weight", &I::text_weight, "What a word in the question counts for, 0.25..16."},
                Option{"lead_weight", &I::lead_weight,
                       "What a word in the first lines of an answer counts for, 0.25..16."},
                Option{"lead_words", &I::lead_words,
                       "Words that make the first lines of an answer, when no paragraph ends before."},
                Option{"answer_weight", &I::answer_weight,
                       "What a word in the rest of an answer counts for, 0.25..16."},
                Option{"concept_weight", &I::concept_weight, "What a topic counts for, 0.25..16."},
                Option{"part_weight", &I::part_weight, "A compound's part, relative to a word of its own."},
                Option{"k1", &I::k1, "BM25: saturation of repeated words."},
                Option{"b", &I::b, "BM25: how much long documents are discounted, 0..1."},
                Option{"merge_at", &I::merge_at,
                       "New documents kept in memory before they are merged; changes no result."},
                Option{"semantic", &I::semantic, "What is made of the meaning of words."});
    using T = ThesaurusOptions;
    bind_struct(module, "ThesaurusOptions", "What the labels of topics bring in.",
                Option{"synonym_weight", &T::synonym_weight,
                       "Another label's terms, relative to a word of the question."},
                Option{"concept_weight", &T::concept_weight, "The topic itself."});
    using Q = QueryOptions;
    bind_struct(
        module, "QueryOptions", "What is made of a question.",
        Option{"part_weight", &Q::part_weight, "A compound's part in the question, relative to the word."},
        Option{"joined_weight", &Q::joined_weight,
               "The compound that words of the question make together, relative to a word."},
        Option{"max_terms", &Q::max_terms, "So many different words of a long question count."});
    using V = VocabularyOptions;
    bind_struct(module, "VocabularyOptions", "Abbreviations and other words for what a question says.",
                Option{"abbreviation_weight", &V::abbreviation_weight,
                       "What an abbreviation stands for, and the abbreviation of what is said; 0..1."},
                Option{"synonym_weight", &V::synonym_weight, "Other words from the vocabulary; 0..1."},
                Option{"table", &V::table, "Use the table of words that comes with the library."},
                Option{"learn", &V::learn, "Learn abbreviations from the records that explain them."},
                Option{"context_bits", &V::context_bits,
                       "A word that speaks for a meaning makes it so many bits likelier; 0..20."},
                Option{"document_bits", &V::document_bits,
                       "Records that explain an abbreviation so make it up to so many bits likelier; 0..20."},
                Option{"sure", &V::sure, "A meaning that is at least so likely is taken alone; 0.5..1."},
                Option{"plain_bits", &V::plain_bits,
                       "In small letters the ordinary word is likelier by so many bits; 0..20."},
                Option{"topic_bits", &V::topic_bits,
                       "A topic that the abbreviation is a label of is likelier by so many bits; 0..20."},
                Option{"least_share", &V::least_share, "A meaning that is less likely is left out; 0..0.5."});
    using P = SpellingOptions;
    bind_struct(
        module, "SpellingOptions", "How misspelt words are read.",
        Option{"correct", &P::correct, "Read misspelt words as what was probably meant."},
        Option{"typed_weight", &P::typed_weight, "A misspelt word as typed, beside its readings; 0..1."},
        Option{"correction_weight", &P::correction_weight, "All readings of a misspelt word; 0..1."},
        Option{"margin_bits", &P::margin_bits,
               "Readings less likely than the best by more bits are left out; 0..20."},
        Option{"shortest", &P::shortest, "Words of fewer letters are taken as they stand; 3..64."},
        Option{
            "document_bits", &P::document_bits,
            "A reading is likelier by so many bits for each doubling of the documents that hold it; 0..20."},
        Option{"short_sure", &P::short_sure,
               "A word of at most five letters is only read as what documents hold and is at least this "
               "likely; 0..1."});
    using R = RankingOptions;
    bind_struct(
        module, "RankingOptions", "How existing answers are ranked.",
        Option{"words", &R::words,
               "The question's words in a pair. Only the ratios of the five weights count."},
        Option{"cosine", &R::cosine, "Closeness of question and pair in the semantic space."},
        Option{"given", &R::given, "Closeness by a model from outside the library, when there is one."},
        Option{"meant_words", &R::meant_words,
               "Of a question of more words the cosine counts for less, in inverse proportion."},
        Option{"neighbours", &R::neighbours, "What the most similar pairs score."},
        Option{"topics", &R::topics, "How likely the question is on the pair's topics."},
        Option{"accepted_bonus", &R::accepted_bonus,
               "An accepted answer adds this part of the score of words and meaning."},
        Option{"recent_bonus", &R::recent_bonus, "The same for a pair of today."},
        Option{"recent_half_life_days", &R::recent_half_life_days, "Days after which that counts for half."},
        Option{"nearest", &R::nearest, "So many pairs nearest in meaning are weighed besides."},
        Option{"nearest_given", &R::nearest_given, "So many pairs nearest by that model likewise."},
        Option{"least_cosine", &R::least_cosine, "Of a pair that shares no word with the question, -1..1."},
        Option{"candidates", &R::candidates,
               "So many pairs found are weighed; the others never surface. 10..1000."},
        Option{"neighbours_asked", &R::neighbours_asked, "So many neighbours of a pair count."},
        Option{"shared_topic", &R::shared_topic, "How much nearer pairs are for being on the same topics."},
        Option{"topic_hits", &R::topic_hits, "So many of the best pairs say what the question is about."},
        Option{"topic_sharpness", &R::topic_sharpness,
               "How much more the very best of them say than the rest."});
    using W = KnowerOptions;
    bind_struct(
        module, "KnowerOptions", "How it is weighed who knows.",
        Option{"votes", &W::votes, "Answers given to similar questions."},
        Option{"profile", &W::profile, "How like the question everything is that was answered."},
        Option{"topics", &W::topics, "Evidence of expertise on the question's topics."},
        Option{"active", &W::active, "Answers given lately, to whatever."},
        Option{"steady", &W::steady, "For how long it has been answering."},
        Option{"network", &W::network, "Closeness to the topics in the graph."},
        Option{"accepted", &W::accepted, "An accepted answer's vote, relative to another."},
        Option{
            "contrast", &W::contrast,
            "How much more the first votes, evidence and answers tell than those on top of many; 0.01..1e6."},
        Option{"prior_answers", &W::prior_answers, "Answers unlike the question that a profile begins with."},
        Option{"active_half_life_days", &W::active_half_life_days,
               "Days after which an answer counts for half as being given lately."},
        Option{"voting_hits", &W::voting_hits, "So many pairs found vote by their answers; 1..1000."},
        Option{"topic_hits", &W::topic_hits, "So many pairs found lend the question their topics."},
        Option{"named_topic", &W::named_topic,
               "A topic that the question names, against those of all pairs together."},
        Option{"most_topics", &W::most_topics, "So many of the question's topics count."},
        Option{"alike", &W::alike,
               "Part of what those like it know that is expected of a municipality that has shown nothing "
               "yet; 0..1."},
        Option{"anybody", &W::anybody,
               "Also names who has shown nothing on the question, but answered something else."});
    using S = ConfidenceOptions;
    bind_struct(module, "ConfidenceOptions", "How sure it is that an answer helps: a logistic function.",
                Option{"constant", &S::constant, "Log-odds when all else is 0."},
                Option{"similarity", &S::similarity, "Times the score of the best pair."},
                Option{"lead", &S::lead, "Times how far the best hit leads over the 11th to 20th."},
                Option{"known", &S::known, "Times the part of the question's words that occur anywhere."},
                Option{"topic", &S::topic, "Times how likely the question's likeliest topic is."},
                Option{"knows_constant", &S::knows_constant,
                       "Log-odds that a municipality knows, when all else is 0."},
                Option{"knows_evidence", &S::knows_evidence, "Times what there is to know it by, 0..1."},
                Option{"knows_score", &S::knows_score, "Times its score, 0..1."});
    using Y = VerdictOptions;
    bind_struct(
        module, "VerdictOptions", "What is said of a confidence.",
        Option{"likely", &Y::likely, "From here on that there probably is an answer; 0..1."},
        Option{"perhaps", &Y::perhaps,
               "From here on that there may be one; below, that nobody knows yet; 0..1."},
        Option{"knows", &Y::knows,
               "When nobody answered: from this confidence in a municipality on, that it knows; 0..1."});
    bind_knowledge_base_options(module);
    bind_parameters(module);
}

}  // namespace m150::python
