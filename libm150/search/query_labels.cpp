#include <algorithm>
#include <map>

#include "libm150/search/query_parts.hpp"
#include "libm150/search/senses.hpp"

namespace m150::inline v0::querying {

namespace {

using Kind = QueryTerm::Kind;

std::string joined(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

class LabelAdder {
  public:
    LabelAdder(std::string_view text, const std::vector<ReadWord>& words, const QuerySources& sources,
               Collector& collector, std::vector<QueryNote>& notes)
        : text_(text), words_(words), sources_(sources), collector_(collector), notes_(notes) {
        for (const ReadWord& word : words)
            tokens_.push_back(word.best());
    }

    void add_all() {
        find_topics();
        if (sources_.vocabulary != nullptr) find_meanings();
        for (const Thesaurus::Mention& mention : topics_)
            add_named_topic(mention);
        for (const auto& [at, found] : abbreviations_)
            add_abbreviation(at, found);
        for (auto first = others_.begin(); first != others_.end();) {
            const auto last = std::find_if(first, others_.end(), [&](const Vocabulary::Mention& other) {
                return !same_synonym(*first, other);
            });
            if (last - first > 1) {
                add_synonyms({first, last});
            } else {
                add_other(*first);
            }
            first = std::max(last, first + 1);
        }
    }

  private:
    // An abbreviation in the question: the topics and the meanings it may stand for.
    struct Found {
        std::vector<Thesaurus::Mention> topics;
        std::vector<std::size_t> meanings;
    };

    void find_topics() {
        for (const Thesaurus::Mention& mention : sources_.thesaurus.mentions(tokens_)) {
            const std::string& label =
                sources_.thesaurus.concepts()[mention.concept_index].labels[mention.label];
            const bool abbreviation =
                sources_.vocabulary != nullptr && in_capitals(label) && mention.last == mention.first + 1;
            (abbreviation ? abbreviations_[mention.first].topics : topics_).push_back(mention);
        }
    }

    void find_meanings() {
        const Vocabulary& vocabulary = *sources_.vocabulary;
        for (const Vocabulary::Mention& mention : vocabulary.mentions(tokens_)) {
            const bool abbreviation = vocabulary.meaning(mention.meaning).kind == Meaning::Kind::abbreviation;
            if (mention.by_term && abbreviation && mention.last == mention.first + 1) {
                abbreviations_[mention.first].meanings.push_back(mention.meaning);
            } else {
                others_.push_back(mention);
            }
        }
        // "OM" is no "om".
        const bool shouted =
            std::none_of(text_.begin(), text_.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        for (std::size_t i = 0; i < words_.size() && !shouted; ++i) {
            if (!tokens_[i].stem.empty() || !in_capitals(words_[i].typed)) continue;
            const auto meanings = vocabulary.meanings_of(tokens_[i].word);
            if (!meanings.empty()) abbreviations_[i].meanings = meanings;
        }
    }

    std::string typed(std::size_t first, std::size_t last) const {
        return std::string(text_.substr(tokens_[first].begin, tokens_[last - 1].end - tokens_[first].begin));
    }

    // A topic that the question names by one of its labels.
    void add_named_topic(const Thesaurus::Mention& mention) {
        const Concept& named = sources_.thesaurus.concepts()[mention.concept_index];
        add_note({QueryNote::Kind::topic,
                  typed(mention.first, mention.last),
                  named.labels.front(),
                  1.0,
                  {},
                  "topic"});
        add_topic(mention, 1.0, QueryTerm::no_note);
    }

    // `share`: how likely it is that this is meant.
    void add_topic(const Thesaurus::Mention& mention, double share, std::size_t note) {
        const Concept& named = sources_.thesaurus.concepts()[mention.concept_index];
        const ThesaurusOptions& options = sources_.thesaurus.options();
        const std::string origin = typed(mention.first, mention.last);
        collector_.add({named.id, Kind::concept_id, share * options.concept_weight, origin, named.id, note});
        for (std::size_t label = 0; label < named.labels.size(); ++label) {
            if (label == mention.label) continue;
            for (const std::string& term : sources_.thesaurus.label_terms(mention.concept_index, label))
                collector_.add({term, Kind::synonym, share * options.synonym_weight, origin, named.id, note});
        }
    }

    // The words of a meaning's labels, and the topics that a label as a whole names.
    void add_meaning(std::size_t number, double weight, const std::string& origin, std::size_t note) {
        const Vocabulary& vocabulary = *sources_.vocabulary;
        for (std::size_t label = 0; label < vocabulary.meaning(number).labels.size(); ++label) {
            for (const std::string& term : vocabulary.label_terms(number, label))
                collector_.add({term, Kind::synonym, weight, origin, {}, note});
            const std::vector<Token> tokens =
                sources_.analyzer.tokens(vocabulary.meaning(number).labels[label]);
            for (const Thesaurus::Mention& mention : sources_.thesaurus.mentions(tokens)) {
                if (mention.first != 0 || mention.last != tokens.size()) continue;
                const Concept& named = sources_.thesaurus.concepts()[mention.concept_index];
                collector_.add({named.id, Kind::concept_id,
                                weight * sources_.thesaurus.options().concept_weight, origin, named.id,
                                note});
            }
        }
    }

    std::size_t add_note(QueryNote note) {
        // Who says a word twice reads of it once.
        const auto same = std::find(notes_.begin(), notes_.end(), note);
        if (same != notes_.end()) return static_cast<std::size_t>(same - notes_.begin());
        notes_.push_back(std::move(note));
        return notes_.size() - 1;
    }

    std::string name_of(const Sense& sense) const {
        if (!sense.concepts.empty())
            return sources_.thesaurus.concepts()[sense.concepts.front()].labels.front();
        return sources_.vocabulary->meaning(sense.meanings.front()).labels.front();
    }
    std::string source_of(const Sense& sense) const {
        return sense.concepts.empty() ? sources_.vocabulary->meaning(sense.meanings.front()).source : "topic";
    }

    void add_abbreviation(std::size_t at, const Found& found) {
        std::vector<std::size_t> concepts;
        for (const Thesaurus::Mention& mention : found.topics)
            concepts.push_back(mention.concept_index);
        const std::vector<Sense> senses =
            weighed(senses_of(concepts, found.meanings, sources_), words_, at, sources_);
        for (const Sense& sense : senses) {
            const bool plain = is_plain(sense, sources_);
            if (plain && senses.size() == 1) continue;  // nothing was made of it
            const std::size_t note =
                add_note({QueryNote::Kind::abbreviation, words_[at].typed, name_of(sense), sense.share,
                          sense.because, plain ? "word" : source_of(sense)});
            if (plain) continue;
            for (const Thesaurus::Mention& mention : found.topics) {
                if (std::find(sense.concepts.begin(), sense.concepts.end(), mention.concept_index) !=
                    sense.concepts.end())
                    add_topic(mention, sense.share, note);
            }
            for (const std::size_t meaning : sense.meanings)
                add_meaning(meaning, sense.share * sources_.vocabulary->options().abbreviation_weight,
                            words_[at].typed, note);
        }
    }

    // Do both say what else the same words are looked for as, from one source?
    bool same_synonym(const Vocabulary::Mention& a, const Vocabulary::Mention& b) const {
        const auto synonym = [&](const Vocabulary::Mention& one) {
            return one.by_term && sources_.vocabulary->meaning(one.meaning).kind == Meaning::Kind::synonym;
        };
        return a.first == b.first && a.last == b.last && synonym(a) && synonym(b) &&
               sources_.vocabulary->meaning(a.meaning).source ==
                   sources_.vocabulary->meaning(b.meaning).source;
    }

    // Rows for one word ("junk" and "junks"): one note says what all of them bring in.
    void add_synonyms(const std::vector<Vocabulary::Mention>& mentions) {
        const Vocabulary& vocabulary = *sources_.vocabulary;
        const Vocabulary::Mention& first = mentions.front();
        std::vector<std::string> labels;
        for (const Vocabulary::Mention& mention : mentions) {
            for (const std::string& label : vocabulary.meaning(mention.meaning).labels) {
                if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
            }
        }
        const std::string origin = typed(first.first, first.last);
        const std::size_t note = add_note({QueryNote::Kind::synonym,
                                           origin,
                                           joined(labels),
                                           1.0,
                                           {},
                                           vocabulary.meaning(first.meaning).source});
        for (const Vocabulary::Mention& mention : mentions)
            add_meaning(mention.meaning, vocabulary.options().synonym_weight, origin, note);
    }

    // A synonym's term, an abbreviation of several words, or a label of an abbreviation's meaning.
    void add_other(const Vocabulary::Mention& mention) {
        const Vocabulary& vocabulary = *sources_.vocabulary;
        const Meaning& meaning = vocabulary.meaning(mention.meaning);
        const std::string origin = typed(mention.first, mention.last);
        const bool abbreviation = meaning.kind == Meaning::Kind::abbreviation;
        if (!mention.by_term) {
            const std::string& term = vocabulary.term_of(mention.meaning);
            if (term.empty() || vocabulary.label_terms(mention.meaning, 0) == std::vector<std::string>{term})
                return;
            const std::size_t note =
                add_note({QueryNote::Kind::synonym, origin, meaning.term, 1.0, {}, meaning.source});
            collector_.add({term, Kind::synonym, vocabulary.options().abbreviation_weight, origin, {}, note});
            return;
        }
        if (meaning.labels.empty()) return;
        const std::size_t note =
            add_note({abbreviation ? QueryNote::Kind::abbreviation : QueryNote::Kind::synonym,
                      origin,
                      joined(meaning.labels),
                      1.0,
                      {},
                      meaning.source});
        const VocabularyOptions& options = vocabulary.options();
        add_meaning(mention.meaning, abbreviation ? options.abbreviation_weight : options.synonym_weight,
                    origin, note);
    }

    std::string_view text_;
    const std::vector<ReadWord>& words_;
    const QuerySources& sources_;
    Collector& collector_;
    std::vector<QueryNote>& notes_;
    std::vector<Token> tokens_;  // the likeliest readings
    std::vector<Thesaurus::Mention> topics_;
    std::map<std::size_t, Found> abbreviations_;  // by place
    std::vector<Vocabulary::Mention> others_;
};

}  // namespace

void add_labels(std::string_view text, const std::vector<ReadWord>& words, const QuerySources& sources,
                Collector& collector, std::vector<QueryNote>& notes) {
    LabelAdder(text, words, sources, collector, notes).add_all();
}

}  // namespace m150::inline v0::querying
