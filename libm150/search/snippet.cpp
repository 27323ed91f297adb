#include "libm150/search/snippet.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "libm150/search/query.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::string_view cut_mark = "...";

using Places = std::vector<Snippet::Range>;  // of the words of the text, ascending

struct Match {
    std::size_t word = 0;            // index into the places
    std::vector<std::size_t> terms;  // of the query
};

std::vector<Match> find_matches(std::string_view text, const Query& query, const Analyzer& analyzer,
                                Places& words) {
    std::unordered_map<std::string_view, std::size_t> terms;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        if (query.terms[i].kind != QueryTerm::Kind::concept_id) terms.emplace(query.terms[i].term, i);
    }
    std::vector<Match> matches;
    analyzer.for_each_word(text, [&](std::size_t begin, std::size_t end, const WordForm& form) {
        Match match{words.size(), {}};
        words.push_back({begin, end});
        if (const auto at = terms.find(form.stem); at != terms.end()) match.terms.push_back(at->second);
        for (const std::string& part : form.parts) {
            if (const auto at = terms.find(part); at != terms.end()) match.terms.push_back(at->second);
        }
        if (!match.terms.empty()) matches.push_back(std::move(match));
    });
    return matches;
}

// The terms that are in sight, and their weight.
class Sight {
  public:
    Sight(const Query& query, const std::vector<double>& term_weights) : seen_(query.terms.size(), 0) {
        for (std::size_t i = 0; i < query.terms.size(); ++i) {
            weights_.push_back(i < term_weights.size() ? term_weights[i] : query.terms[i].weight);
        }
    }
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
    std::vector<double> weights_;
    std::vector<std::uint32_t> seen_;
    double weight_ = 0.0;
};

// Bytes from the first to the last match of the best piece that is not longer than `room`. A longer word
// stands alone.
Snippet::Range best_piece(const Places& words, const std::vector<Match>& matches, Sight sight,
                          std::size_t room) {
    Snippet::Range best;
    double most = -1.0;
    std::size_t last = 0;  // matches [first, last) are in sight
    for (std::size_t first = 0; first < matches.size(); ++first) {
        const std::size_t begin = words[matches[first].word].begin;
        while (last < matches.size() && (last == first || words[matches[last].word].end <= begin + room)) {
            sight.enter(matches[last++]);
        }
        // Sums that go up and down differ in their last digits; that shall not make a later piece better.
        if (sight.weight() > most + 1e-9) {
            most = sight.weight();
            best = {begin, words[matches[last - 1].word].end};
        }
        sight.leave(matches[first]);
    }
    return best;
}

std::size_t before_character(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        --at;
    return at;
}

// Grows `core` to both sides to at most `room` bytes of whole words.
Snippet::Range grown(std::string_view text, const Places& words, Snippet::Range core, std::size_t room) {
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
            std::lower_bound(words.begin(), words.end(), from,
                             [](const Snippet::Range& one, std::size_t place) { return one.begin < place; });
        if (word != words.end()) range.begin = std::min(word->begin, core.begin);
    }
    const std::size_t to = std::min(text.size(), range.begin + room);
    if (to == text.size()) {
        range.end = to;
        return range;
    }
    const auto word =
        std::upper_bound(words.begin(), words.end(), to,
                         [](std::size_t place, const Snippet::Range& one) { return place < one.end; });
    if (word != words.begin()) range.end = std::max((word - 1)->end, core.end);
    // The full stop or bracket that belongs to the last word.
    while (range.end < to && std::string_view(".,;:!?)\"'").find(text[range.end]) != std::string_view::npos)
        ++range.end;
    return range;
}

}  // namespace

Snippet make_snippet(std::string_view text, const Query& query, const std::vector<double>& term_weights,
                     const Analyzer& analyzer, std::size_t bytes) {
    Places words;
    const std::vector<Match> matches = find_matches(text, query, analyzer, words);
    Snippet::Range piece{0, text.size()};
    if (text.size() > bytes) {
        const std::size_t marks = 2 * cut_mark.size();
        const std::size_t room = bytes > marks ? bytes - marks : 0;
        piece = grown(text, words, best_piece(words, matches, Sight(query, term_weights), room), room);
        if (piece.end < piece.begin) piece.end = piece.begin;
    }
    Snippet snippet;
    if (piece.begin > 0) snippet.text += cut_mark;
    const std::size_t shift = snippet.text.size();
    snippet.text += text.substr(piece.begin, piece.end - piece.begin);
    if (piece.end < text.size()) snippet.text += cut_mark;
    for (const Match& match : matches) {
        const std::size_t begin = std::max(words[match.word].begin, piece.begin);
        const std::size_t end = std::min(words[match.word].end, piece.end);
        if (begin < end) snippet.matches.push_back({begin - piece.begin + shift, end - piece.begin + shift});
    }
    return snippet;
}

}  // namespace m150::inline v0
