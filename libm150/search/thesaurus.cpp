#include "libm150/search/thesaurus.hpp"

namespace m150::inline v0 {

Thesaurus::Thesaurus(const Analyzer& analyzer, const std::vector<Concept>& concepts,
                     const ThesaurusOptions& options)
    : concepts_(concepts), options_(options) {
    for (std::size_t c = 0; c < concepts_.size(); ++c) {
        auto& stems = label_stems_.emplace_back();
        for (std::size_t l = 0; l < concepts_[c].labels.size(); ++l) {
            stems.push_back(index_.add(analyzer, concepts_[c].labels[l], labels_.size()));
            labels_.push_back({c, l});
        }
    }
}

std::vector<Thesaurus::Mention> Thesaurus::mentions(const std::vector<Token>& tokens) const {
    std::vector<Mention> result;
    for (const LabelIndex::Mention& found : index_.mentions(tokens)) {
        const Label& label = labels_[found.number];
        // Of the labels of one concept that come to the same, the first is enough.
        const bool same = !result.empty() && result.back().first == found.first &&
                          result.back().concept_index == label.concept_index;
        if (!same) result.push_back({found.first, found.last, label.concept_index, label.label});
    }
    return result;
}

const std::vector<std::string>& Thesaurus::label_terms(std::size_t concept_index, std::size_t label) const {
    return label_stems_.at(concept_index).at(label);
}

}  // namespace m150::inline v0
