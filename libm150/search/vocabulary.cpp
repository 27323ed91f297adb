#include "libm150/search/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {

namespace {

std::vector<std::string> pieces(std::string_view text, char separator) {
    std::vector<std::string> list;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        if (end != 0) list.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return list;
}

void add_terms(const Analyzer& analyzer, std::string_view text, std::vector<std::string>& terms) {
    analyzer.for_each_word(text, [&](std::size_t, std::size_t, const WordForm& form) {
        if (form.stem.empty()) return;
        terms.push_back(form.stem);
        terms.insert(terms.end(), form.parts.begin(), form.parts.end());
    });
}

std::vector<Meaning> read_table(std::string_view rows) {
    std::vector<Meaning> table;
    word_data::each_line(rows, [&](std::string_view line) {
        const std::vector<std::string> cells = pieces(line, '\t');
        if (cells.size() < 3) return;
        Meaning& meaning = table.emplace_back();
        meaning.kind = cells[0] == "abbreviation" ? Meaning::Kind::abbreviation : Meaning::Kind::synonym;
        meaning.term = cells[1];
        meaning.labels = pieces(cells[2], '|');
        if (cells.size() > 3) meaning.context = pieces(cells[3], '|');
        meaning.source = "table";
    });
    return table;
}

}  // namespace

const std::vector<Meaning>& vocabulary_table(Language language) {
    static const std::vector<Meaning> dutch = read_table(word_data::vocabulary_nl());
    static const std::vector<Meaning> english = read_table(word_data::vocabulary_en());
    return language == Language::dutch ? dutch : english;
}

std::vector<Meaning> learned_meanings(const Analyzer& analyzer, const std::vector<Abbreviation>& explained) {
    std::map<std::pair<std::string, std::string>, Meaning> by_stems;
    for (const Abbreviation& pair : explained) {
        std::string stems;
        for (const Token& token : analyzer.tokens(pair.long_form))
            stems += token.stem + " ";
        Meaning& meaning = by_stems[{pair.short_form, stems}];
        meaning.kind = Meaning::Kind::abbreviation;
        meaning.term = pair.short_form;
        meaning.labels.push_back(pair.long_form);
        meaning.source = "records";
    }
    std::vector<Meaning> meanings;
    for (auto& [key, meaning] : by_stems) {
        std::stable_sort(meaning.labels.begin(), meaning.labels.end(),
                         [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
        meanings.push_back(std::move(meaning));
    }
    return meanings;
}

Vocabulary::Vocabulary(const Analyzer& analyzer, std::vector<Meaning> meanings,
                       const VocabularyOptions& options)
    : meanings_(std::move(meanings)), options_(options) {
    using Compare = LabelIndex::Compare;
    for (std::size_t m = 0; m < meanings_.size(); ++m) {
        const Meaning& meaning = meanings_[m];
        const bool abbreviation = meaning.kind == Meaning::Kind::abbreviation;
        const auto stems = by_term_.add(analyzer, meaning.term, m,
                                        abbreviation ? Compare::abbreviation : Compare::word_itself);
        terms_.push_back(stems.size() == 1 ? stems.front() : std::string());
        auto& label_terms = label_terms_.emplace_back();
        auto& context = context_terms_.emplace_back();
        for (const std::string& label : meaning.labels) {
            // The number of a label of several words may come back for more than one of them.
            label_terms.push_back(abbreviation ? by_label_.add(analyzer, label, m)
                                               : LabelIndex().add(analyzer, label, m));
            add_terms(analyzer, label, context);
        }
        for (const std::string& word : meaning.context)
            add_terms(analyzer, word, context);
        std::sort(context.begin(), context.end());
        context.erase(std::unique(context.begin(), context.end()), context.end());
    }
}

std::vector<Vocabulary::Mention> Vocabulary::mentions(const std::vector<Token>& tokens) const {
    std::vector<Mention> result;
    for (const LabelIndex::Mention& found : by_term_.mentions(tokens))
        result.push_back({found.first, found.last, found.number, true});
    for (const LabelIndex::Mention& found : by_label_.mentions(tokens))
        result.push_back({found.first, found.last, found.number, false});
    std::stable_sort(result.begin(), result.end(),
                     [](const Mention& a, const Mention& b) { return a.first < b.first; });
    return result;
}

std::vector<std::size_t> Vocabulary::meanings_of(std::string_view normalised) const {
    return by_term_.abbreviations(normalised);
}

}  // namespace m150::inline v0
