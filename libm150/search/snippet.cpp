#include "libm150/search/snippet.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "libm150/search/snippet_maker.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::string_view cut_mark = "...";

std::size_t before_character(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        --at;
    return at;
}

}  // namespace

// The terms that are in sight, and their weight.
class SnippetMaker::Sight {
  public:
    explicit Sight(const std::vector<double>& weights) : weights_(weights), seen_(weights.size(), 0) {}
    void enter(const Match& match) {
        for (const std::size_t term : match.terms) {
            if (seen_[term]++ == 0) weight_ += weights_[term];
        }
    }
    void leave(const Match& match) {
        for (const std::size_t term : match.terms) {
            if (--seen_[term] == 0) weight_ -= weights_[term];
        }
    }
    double weight() const { return weight_; }

  private:
    const std::vector<double>& weights_;
    std::vector<std::uint32_t> seen_;
    double weight_ = 0.0;
};

SnippetMaker::SnippetMaker(const Query& query, const std::vector<double>& term_weights,
                           const Analyzer& analyzer)
    : analyzer_(analyzer) {
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        const QueryTerm& term = query.terms[i];
        weights_.push_back(i < term_weights.size() ? term_weights[i] : term.weight);
        if (term.kind != QueryTerm::Kind::concept_id) terms_.emplace(term.term, i);
    }
}

void SnippetMaker::find_matches(std::string_view text) {
    words_.clear();
    matches_.clear();
    analyzer_.for_each_word(text, [&](std::size_t begin, std::size_t end, const WordForm& form) {
        Match match{words_.size(), {}};
        if (const auto at = terms_.find(form.stem); at != terms_.end()) match.terms.push_back(at->second);
        for (const std::string& part : form.parts) {
            if (const auto at = terms_.find(part); at != terms_.end()) match.terms.push_back(at->second);
        }
        if (!match.terms.empty()) matches_.push_back(std::move(match));
        words_.push_back({begin, end});
    });
}

// Bytes from the first to the last match of the best piece that is not longer than `room`. A longer word
// stands alone.
Snippet::Range SnippetMaker::best_piece(std::size_t room) const {
    Sight sight(weights_);
    Snippet::Range best;
    double most = -1.0;
    std::size_t last = 0;  // matches [first, last) are in sight
    for (std::size_t first = 0; first < matches_.size(); ++first) {
        const std::size_t begin = words_[matches_[first].word].begin;
        while (last < matches_.size() && (last == first || words_[matches_[last].word].end <= begin + room)) {
            sight.enter(matches_[last++]);
        }
        // Sums that go up and down differ in their last digits; that shall not make a later piece better.
        if (sight.weight() > most + 1e-9) {
            most = sight.weight();
            best = {begin, words_[matches_[last - 1].word].end};
        }
        sight.leave(matches_[first]);
    }
    return best;
}

// Grows `core` to both sides to at most `room` bytes of whole words.
Snippet::Range SnippetMaker::grown(std::string_view text, Snippet::Range core, std::size_t room) const {
    if (core.end - core.begin >= room) return {core.begin, before_character(text, core.begin + room)};
    const std::size_t spare = room - (core.end - core.begin);
    const std::size_t after = text.size() - core.end;
    const std::size_t to_left = std::min(core.begin, std::max(spare / 2, spare - std::min(spare, after)));
    const std::size_t from = core.begin - to_left;
    Snippet::Range range = core;
    if (from == 0) {
        range.begin = 0;
    } else {
        const auto word =
            std::lower_bound(words_.begin(), words_.end(), from,
                             [](const Snippet::Range& one, std::size_t place) { return one.begin < place; });
        if (word != words_.end()) range.begin = std::min(word->begin, core.begin);
    }
    const std::size_t to = std::min(text.size(), range.begin + room);
    if (to == text.size()) {
        range.end = to;
        return range;
    }
    const auto word =
        std::upper_bound(words_.begin(), words_.end(), to,
                         [](std::size_t place, const Snippet::Range& one) { return place < one.end; });
    if (word != words_.begin()) range.end = std::max((word - 1)->end, core.end);
    // The full stop or bracket that belongs to the last word.
    while (range.end < to && std::string_view(".,;:!?)\"'").find(text[range.end]) != std::string_view::npos)
        ++range.end;
    return range;
}

Snippet SnippetMaker::make(std::string_view text, std::size_t bytes) {
    find_matches(text);
    Snippet::Range piece{0, text.size()};
    if (text.size() > bytes) {
        const std::size_t marks = 2 * cut_mark.size();
        const std::size_t room = bytes > marks ? bytes - marks : 0;
        piece = grown(text, best_piece(room), room);
        if (piece.end < piece.begin) piece.end = piece.begin;
    }
    Snippet snippet;
    if (piece.begin > 0) snippet.text += cut_mark;
    const std::size_t shift = snippet.text.size();
    snippet.text += text.substr(piece.begin, piece.end - piece.begin);
    if (piece.end < text.size()) snippet.text += cut_mark;
    Sight sight(weights_);
    for (const Match& match : matches_) {
        const std::size_t begin = std::max(words_[match.word].begin, piece.begin);
        const std::size_t end = std::min(words_[match.word].end, piece.end);
        if (begin >= end) continue;
        snippet.matches.push_back({begin - piece.begin + shift, end - piece.begin + shift});
        sight.enter(match);
    }
    shown_ = sight.weight();
    return snippet;
}

Snippet make_snippet(std::string_view text, const Query& query, const std::vector<double>& term_weights,
                     const Analyzer& analyzer, std::size_t bytes) {
    return SnippetMaker(query, term_weights, analyzer).make(text, bytes);
}

}  // namespace m150::inline v0
