// Options and weights: plain structs with a default for everything.
#include "module.hpp"
#include "records.hpp"

namespace m150::python {

namespace {

// One field of an options struct.
template <class Options, class Value>
struct Option {
    const char* name;
    Value Options::*member;
    const char* doc;
};
template <class Options, class Value>
Option(const char*, Value Options::*, const char*) -> Option<Options, Value>;

// A class with a keyword and an attribute for each option, the library's default as default.
template <class Options, class... Value>
void bind_struct(py::module_& module, const char* name, const char* doc,
                 const Option<Options, Value>&... option) {
    py::class_<Options> type(module, name, doc);
    const Options defaults;
    type.def(py::init([option...](Value... values) {
                 Options options;
                 ((options.*option.member = std::move(values)), ...);
                 return options;
             }),
             py::kw_only(), (py::arg(option.name) = shown(defaults.*option.member))...);
    (type.def_property(
         option.name, [option](const Options& options) { return shown(options.*option.member); },
         [option](Options& options, Value value) { options.*option.member = std::move(value); }, option.doc),
     ...);
    type.def("__repr__", [option..., name](const Options& options) {
        std::string text = std::string("m150.") + name + "(";
        ((text += std::string(text.back() == '(' ? "" : ", ") + option.name + "=" +
                  std::string(py::repr(py::cast(options.*option.member)))),
         ...);
        return text + ")";
    });
}

}  // namespace

void bind_options(py::module_& module) {
    using C = ConnectWeights;
    bind_struct(
        module, "ConnectWeights",
        "What makes two municipalities worth connecting. All but need and mutual are fractions of that "
        "need, added to it or taken off.",
        Option{"need", &C::need,
               "Sum over topics of what the learner needs (0..1) times what the guide knows (0..1)."},
        Option{"mutual", &C::mutual, "The same the other way round, on top."},
        Option{"alike", &C::alike, "Times how alike they are in size and urbanity (0..1)."},
        Option{"near", &C::near, "For a shared border; half of it for the same safety region only."},
        Option{"known", &C::known, "Taken off for a contact, decayed by age; 0..1."});
    using F = FitWeights;
    bind_struct(
        module, "FitWeights", "How much each side of a speaker's fit counts.",
        Option{"words", &F::words, "The item's words in the speaker's profile and talks."},
        Option{"topics", &F::topics, "The item's topics among the speaker's, related ones for a part."},
        Option{"experience", &F::experience,
               "Talks given on those topics, faded by age, more for a good rating."});
    using E = ExpertiseOptions;
    bind_struct(
        module, "ExpertiseOptions", "How evidence becomes expertise.",
        Option{"half_life_days", &E::half_life_days,
               "Days after which evidence counts for half; at least 1, 180 to 1500 are sensible."},
        Option{"weights", &E::weights,
               "Weight of one fresh piece of evidence, 0..1000: answered, accepted, presented, offers, "
               "working_group, asked, needs."},
        Option{"related_share", &E::related_share,
               "Part of the expertise on a topic that counts for a related one, 0..1."},
        Option{"broader_share", &E::broader_share, "The same for a broader or a narrower topic, 0..1."},
        Option{"restart", &E::restart,
               "Chance that the random walk over the graph starts afresh at each step, 0.01..1."},
        Option{"tie_weight", &E::tie_weight,
               "Strength of a fresh contact relative to an expertise of 1, 0..1."});
    using I = IndexOptions;
    bind_struct(module, "IndexOptions", "How words are weighted by the search.",
                Option{"title_weight", &I::title_weight, "What a word in the title counts for, 0.25..16."},
                Option{"text_weight", &I::text_weight, "What a word in the question counts for, 0.25..16."},
                Option{"answer_weight", &I::answer_weight, "What a word in an answer counts for, 0.25..16."},
                Option{"concept_weight", &I::concept_weight, "What a topic counts for, 0.25..16."},
                Option{"part_weight", &I::part_weight, "A compound's part, relative to a word of its own."},
                Option{"k1", &I::k1, "BM25: saturation of repeated words."},
                Option{"b", &I::b, "BM25: how much long documents are discounted, 0..1."});
    using T = ThesaurusOptions;
    bind_struct(module, "ThesaurusOptions", "What the labels of topics bring in.",
                Option{"synonym_weight", &T::synonym_weight,
                       "Another label's terms, relative to a word of the question."},
                Option{"concept_weight", &T::concept_weight, "The topic itself."});
}

}  // namespace m150::python
