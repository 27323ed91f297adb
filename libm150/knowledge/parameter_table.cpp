#include "libm150/knowledge/parameter_table.hpp"

#include <string>
#include <type_traits>
#include <utility>

namespace m150::inline v0 {

namespace {

using Options = KnowledgeBaseOptions;
using Row = ParameterRow;

enum class Effect { index, ranking };

struct Range {
    double low = 0.0;
    double high = 0.0;
    double step = 0.0;
};

// A row from a path into the options and what is said of it. `at` gives the field of an Options&.
template <class At>
Row row(const std::string& name, At at, Range range, Effect effect, const char* meaning) {
    using Field = std::remove_cvref_t<std::invoke_result_t<At, const Options&>>;
    constexpr bool flag = std::is_same_v<Field, bool>;
    constexpr bool whole = std::is_integral_v<Field> && !flag;
    using Value = std::conditional_t<flag, bool, std::conditional_t<whole, std::int64_t, double>>;
    const Options defaults;
    Row made;
    made.parameter.name = name;
    made.parameter.type = flag    ? ParameterType::boolean
                          : whole ? ParameterType::integer
                                  : ParameterType::real;
    made.parameter.initial = static_cast<Value>(at(defaults));
    made.parameter.low = range.low;
    made.parameter.high = range.high;
    made.parameter.step = range.step;
    made.parameter.makes_index = effect == Effect::index;
    made.parameter.meaning = meaning;
    made.get = [at](const Options& options) { return ParameterValue(static_cast<Value>(at(options))); };
    made.set = [at](Options& options, const ParameterValue& value) {
        at(options) = static_cast<Field>(std::get<Value>(value));
    };
    return made;
}

Row language_row() {
    Row made;
    made.parameter = {
        "index.analysis.language", ParameterType::choice, std::string("nl"), 0, 0, 0, {"nl", "en"}, true,
        "language of the texts"};
    made.get = [](const Options& options) {
        return ParameterValue(std::string(options.index.analysis.language == Language::dutch ? "nl" : "en"));
    };
    made.set = [](Options& options, const ParameterValue& value) {
        const bool dutch = std::get<std::string>(value) == "nl";
        options.index.analysis.language = dutch ? Language::dutch : Language::english;
    };
    return made;
}

Row evidence_row(EvidenceKind kind, const char* meaning) {
    const auto number = static_cast<std::size_t>(kind);
    return row(
        "expertise.weights." + std::string(name_of(kind)),
        [number](auto& options) -> auto& { return options.expertise.weights[number]; }, {0, 1000},
        Effect::ranking, meaning);
}

#define M150_AT(path)                   \
#path, [](auto& options) -> auto& { \
        return options.path;            \
    }

// Whoever adds an option adds its line here, and a line to the table of docs/configuration.md, which
// tests/knowledge/test_parameters.cpp writes.
std::vector<Row> make_rows() {
    constexpr auto index = Effect::index;
    constexpr auto ranks = Effect::ranking;
    constexpr Range flag{};
    constexpr Range fraction{0, 1};
    constexpr Range field_weight{0.25, 16, 0.25};
    constexpr Range relative{0, 10};
    constexpr Range weight{0, 1000};
    constexpr Range coefficient{-100, 100};
    constexpr Range count{0, 1000, 1};
    std::vector<Row> rows;
    const auto add = [&](Row made) { rows.push_back(std::move(made)); };

    add(language_row());
    add(row(M150_AT(index.analysis.compounds), flag, index,
            "compounds are split, and their parts found too"));
    add(row(M150_AT(index.analysis.stop_words), flag, index, "stop words are left out"));
    add(row(M150_AT(index.title_weight), field_weight, index, "what a word in a title counts for"));
    add(row(M150_AT(index.text_weight), field_weight, index, "what a word in a question's text counts for"));
    add(row(M150_AT(index.lead_weight), field_weight, index,
            "what a word in the first lines of an answer counts for"));
    add(row(M150_AT(index.lead_words), {1, 10000, 1}, index,
            "so many words make the first lines of an answer, when no paragraph ends before"));
    add(row(M150_AT(index.answer_weight), field_weight, index,
            "what a word in the rest of an answer counts for"));
    add(row(M150_AT(index.concept_weight), field_weight, index, "what a topic of a question counts for"));
    add(row(
        M150_AT(index.part_weight), fraction, index,
        "what the part of a compound *in a stored text* counts for, relative to a word; 0 leaves parts out"));
    add(row(M150_AT(index.k1), {0, 100}, ranks, "BM25: how slowly a repeated word stops adding; 0: at once"));
    add(row(M150_AT(index.b), fraction, ranks, "BM25: how much long texts are discounted"));
    add(row(M150_AT(index.merge_at), {1, 1e9, 1}, ranks,
            "new documents kept in memory before they are merged; changes no result"));
    add(row(M150_AT(index.semantic.on), flag, index, "documents are kept in the semantic space too"));
    add(row(M150_AT(index.semantic.known_words), relative, ranks,
            "what the documents that hold a word say it means, relative to the semantic space"));
    add(row(M150_AT(index.semantic.unknown_words), relative, ranks,
            "the same for a word that the space does not know, relative to the rarest word there"));
    add(row(M150_AT(index.semantic.most_documents), {0, 1e9, 1}, ranks,
            "words in more documents than this mean only what the space says"));

    add(row(M150_AT(thesaurus.synonym_weight), relative, ranks,
            "the words of a topic's other labels, relative to a word of the question"));
    add(row(M150_AT(thesaurus.concept_weight), relative, ranks, "a topic that the question names"));
    add(row(M150_AT(query.part_weight), relative, ranks,
            "the part of a compound *in a question*, relative to the word"));
    add(row(M150_AT(query.joined_weight), relative, ranks,
            "the compound that words of a question make together (*body cam*), relative to a word"));
    add(row(M150_AT(query.max_terms), {1, 10000, 1}, ranks,
            "so many different words of a long question count"));

    add(row(M150_AT(vocabulary.abbreviation_weight), fraction, ranks,
            "what an abbreviation stands for, and the abbreviation of what is said, relative to a word of "
            "the question"));
    add(row(M150_AT(vocabulary.synonym_weight), fraction, ranks,
            "other words from the vocabulary, relative to a word of the question"));
    add(row(M150_AT(vocabulary.table), flag, ranks,
            "the table of words that comes with the library is used"));
    add(row(M150_AT(vocabulary.learn), flag, ranks,
            "abbreviations are learned from the records that explain them"));
    add(row(M150_AT(vocabulary.context_bits), {0, 20}, ranks,
            "a word that speaks for a meaning of an abbreviation makes it this many bits likelier"));
    add(row(M150_AT(vocabulary.document_bits), {0, 20}, ranks,
            "records that explain an abbreviation so make it up to this many bits likelier"));
    add(row(M150_AT(vocabulary.sure), {0.5, 1}, ranks,
            "a meaning that is at least so likely is taken alone"));
    add(row(M150_AT(vocabulary.plain_bits), {0, 20}, ranks,
            "in small letters the ordinary word is this many bits likelier than the abbreviation"));
    add(row(M150_AT(vocabulary.topic_bits), {0, 20}, ranks,
            "a topic that an abbreviation is a label of is this many bits likelier than its other meanings"));
    add(row(M150_AT(vocabulary.least_share), {0, 0.5}, ranks,
            "a meaning that is less likely than this is left out"));
    add(row(M150_AT(spelling.correct), flag, ranks, "misspelt words are read as what was probably meant"));
    add(row(M150_AT(spelling.typed_weight), fraction, ranks,
            "a misspelt word as it was typed, beside its readings"));
    add(row(M150_AT(spelling.correction_weight), fraction, ranks,
            "the readings of a misspelt word together"));
    add(row(M150_AT(spelling.margin_bits), {0, 20}, ranks,
            "readings that are less likely than the best by more bits are left out"));
    add(row(M150_AT(spelling.shortest), {3, 64, 1}, ranks, "shorter words are taken as they stand"));
    add(row(
        M150_AT(spelling.document_bits), {0, 20}, ranks,
        "a reading is likelier by so many bits for every doubling of the documents that hold it, up to 4"));
    add(row(
        M150_AT(spelling.short_sure), fraction, ranks,
        "a word of at most five letters is only read as what documents hold and is at least this likely"));

    add(row(M150_AT(ranking.words), {0.001, 1000}, ranks,
            "the question's words in a pair; of this, cosine, given, neighbours and topics only the ratios "
            "matter"));
    add(row(M150_AT(ranking.cosine), weight, ranks, "closeness of question and pair in the semantic space"));
    add(row(M150_AT(ranking.given), weight, ranks,
            "closeness of question and pair by a model from outside the library, when there is one"));
    add(row(M150_AT(ranking.meant_words), {1, 10000, 1}, ranks,
            "of a question of more words the closeness counts for less, in inverse proportion"));
    add(row(M150_AT(ranking.neighbours), weight, ranks, "what the most similar pairs score"));
    add(row(M150_AT(ranking.topics), weight, ranks, "how likely the question is on the pair's topics"));
    add(row(M150_AT(ranking.accepted_bonus), relative, ranks,
            "an accepted answer adds this part of the score of words and meaning"));
    add(row(M150_AT(ranking.recent_bonus), relative, ranks, "the same for a pair of today"));
    add(row(M150_AT(ranking.recent_half_life_days), {1, 1e6}, ranks,
            "days after which that counts for half"));
    add(row(M150_AT(ranking.candidates), {10, 1000, 1}, ranks,
            "so many pairs found are weighed; the others never surface"));
    add(row(M150_AT(ranking.nearest), {0, 1000, 1}, ranks,
            "so many pairs nearest in meaning are weighed besides, whatever their words"));
    add(row(M150_AT(ranking.nearest_given), {0, 1000, 1}, ranks,
            "so many pairs nearest by the model from outside are weighed besides"));
    add(row(M150_AT(ranking.least_cosine), {-1, 1}, ranks,
            "a pair that shares no word with the question must be so near"));
    add(row(M150_AT(ranking.neighbours_asked), {0, 100, 1}, ranks, "so many neighbours of a pair count"));
    add(row(M150_AT(ranking.shared_topic), relative, ranks,
            "how much nearer pairs are for being on the same topics"));
    add(row(M150_AT(ranking.topic_hits), count, ranks,
            "so many of the best pairs say what the question is about"));
    add(row(M150_AT(ranking.topic_sharpness), {0, 100}, ranks,
            "how much more the very best of them say than the rest"));

    add(row(M150_AT(knowers.votes), weight, ranks, "answers given to similar questions"));
    add(row(M150_AT(knowers.profile), weight, ranks,
            "how like the question everything is that was answered"));
    add(row(M150_AT(knowers.topics), weight, ranks, "evidence of expertise on the question's topics"));
    add(row(M150_AT(knowers.active), weight, ranks, "answers given lately, to whatever"));
    add(row(M150_AT(knowers.steady), weight, ranks, "for how long it has been answering"));
    add(row(M150_AT(knowers.network), weight, ranks, "closeness to the topics in the graph"));
    add(row(M150_AT(knowers.accepted), weight, ranks, "an accepted answer's vote, relative to another"));
    add(row(M150_AT(knowers.contrast), {0.01, 1e6}, ranks,
            "how much more the first votes, evidence and answers tell than those on top of many"));
    add(row(M150_AT(knowers.prior_answers), weight, ranks,
            "answers unlike the question that a profile begins with"));
    add(row(M150_AT(knowers.active_half_life_days), {1, 1e6}, ranks,
            "days after which an answer counts for half as being given lately"));
    add(row(M150_AT(knowers.voting_hits), {1, 1000, 1}, ranks, "so many pairs found vote by their answers"));
    add(row(M150_AT(knowers.topic_hits), count, ranks, "so many pairs found lend the question their topics"));
    add(row(M150_AT(knowers.named_topic), weight, ranks,
            "a topic that the question names, against those of all pairs together"));
    add(row(M150_AT(knowers.most_topics), {0, 100, 1}, ranks, "so many of the question's topics count"));
    add(row(M150_AT(knowers.alike), fraction, ranks,
            "part of what those like it know that is expected of a municipality that has shown nothing yet"));
    add(row(M150_AT(knowers.anybody), flag, ranks,
            "also names who has shown nothing on the question, but answered something else"));

    add(row(M150_AT(confidence.constant), coefficient, ranks,
            "log-odds that an answer helps, when all else is 0"));
    add(row(M150_AT(confidence.similarity), coefficient, ranks, "times the score of the best pair"));
    add(row(M150_AT(confidence.lead), coefficient, ranks,
            "times how far the best hit leads over the 11th to 20th"));
    add(row(M150_AT(confidence.known), coefficient, ranks,
            "times the part of the question's words that occur anywhere"));
    add(row(M150_AT(confidence.topic), coefficient, ranks,
            "times how likely the question's likeliest topic is"));
    add(row(M150_AT(confidence.knows_constant), coefficient, ranks,
            "log-odds that a municipality knows, when all else is 0"));
    add(row(M150_AT(confidence.knows_evidence), coefficient, ranks,
            "times what there is to know it by, 0 to 1"));
    add(row(M150_AT(confidence.knows_score), coefficient, ranks, "times its score, 0 to 1"));

    add(row(M150_AT(verdict.likely), fraction, ranks,
            "from this confidence on a reply says that there probably is an answer"));
    add(row(M150_AT(verdict.perhaps), fraction, ranks,
            "from this confidence on, that there may be one; below, that nobody knows yet"));
    add(row(M150_AT(verdict.knows), fraction, ranks,
            "from this confidence in the surest municipality named on, that it knows although there is no "
            "answer yet"));

    add(row(M150_AT(connect.need), weight, ranks, "what the learner needs and the guide knows"));
    add(row(M150_AT(connect.mutual), weight, ranks,
            "the same the other way round, no more than the first: where both gain"));
    add(row(M150_AT(connect.alike), weight, ranks, "alike in size and urbanity, as a part of the need"));
    add(row(M150_AT(connect.near), weight, ranks, "a shared border, as a part of the need"));
    add(row(M150_AT(connect.known), fraction, ranks,
            "taken off for a recent contact or a shared working group, as a part of the need"));
    add(row(M150_AT(connect.repeat), weight, ranks,
            "taken off for each better connection of the learner on the same topic, as a part of its need "
            "there"));

    add(row(M150_AT(speakers.words), weight, ranks,
            "an agenda item's words in a speaker's profile and talks"));
    add(row(M150_AT(speakers.topics), weight, ranks, "the item's topics among the speaker's"));
    add(row(M150_AT(speakers.experience), weight, ranks, "talks given on those topics"));
    add(row(M150_AT(speakers.related_topic), fraction, ranks, "a topic that is only related to the item's"));

    add(row(M150_AT(expertise.half_life_days), {1, 1e6}, ranks, "days after which evidence counts for half"));
    add(evidence_row(EvidenceKind::answered, "a fresh answer, as evidence of expertise"));
    add(evidence_row(EvidenceKind::accepted, "an accepted answer"));
    add(evidence_row(EvidenceKind::presented, "a talk given"));
    add(evidence_row(EvidenceKind::offers, "the strongest offer in an inventory"));
    add(evidence_row(EvidenceKind::working_group, "running a working group"));
    add(evidence_row(EvidenceKind::helped,
                     "a question that was helped, by an answer of it or after being passed on to it"));
    add(evidence_row(EvidenceKind::thanked, "a contact that was helpful"));
    add(evidence_row(EvidenceKind::declined, "a request that was declined; taken off"));
    add(evidence_row(EvidenceKind::asked, "a question asked, as evidence of demand"));
    add(evidence_row(EvidenceKind::needs, "the strongest need in an inventory"));
    add(row(M150_AT(expertise.related_share), fraction, ranks,
            "part of the expertise on a topic that counts for a related one"));
    add(row(M150_AT(expertise.broader_share), fraction, ranks, "the same for a broader or narrower topic"));
    add(row(M150_AT(expertise.restart), {0.01, 1}, ranks,
            "chance that the walk over the graph starts afresh at a step; smaller looks further"));
    add(row(M150_AT(expertise.tie_weight), fraction, ranks,
            "a fresh contact, relative to an expertise of 1"));
    add(row(M150_AT(expertise.inherited), fraction, ranks,
            "part of the evidence of a municipality that merged that counts for its successor"));
    return rows;
}

#undef M150_AT

}  // namespace

const std::vector<ParameterRow>& parameter_table() {
    static const std::vector<Row> rows = make_rows();
    return rows;
}

}  // namespace m150::inline v0
