// Queries with slips of the keyboard.
#include <array>
#include <optional>
#include <utility>

#include "bench/evaluate/test_set.hpp"
#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::evaluate {

namespace {

constexpr std::size_t least_letters = 4;
constexpr std::size_t two_slips_from = 8;
constexpr std::array<std::string_view, 3> keyboard{"qwertyuiop", "asdfghjkl", "zxcvbnm"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

// The keys left and right of a letter, in its case.
std::string neighbours(char letter) {
    const char low = is_lower(letter) ? letter : static_cast<char>(letter - 'A' + 'a');
    std::string found;
    for (const std::string_view row : keyboard) {
        const std::size_t at = row.find(low);
        if (at == std::string_view::npos) continue;
        if (at > 0) found += row[at - 1];
        if (at + 1 < row.size()) found += row[at + 1];
    }
    if (!is_lower(letter)) {
        for (char& c : found)
            c = static_cast<char>(c - 'a' + 'A');
    }
    return found;
}

std::string one_slip(std::string word, Random& random) {
    enum Kind { swap, drop, twice, beside };
    const auto at = static_cast<std::size_t>(random.below(word.size()));
    switch (static_cast<Kind>(random.below(4))) {
        case swap: {
            const std::size_t left = at + 1 < word.size() ? at : at - 1;
            std::swap(word[left], word[left + 1]);
            break;
        }
        case drop:
            word.erase(at, 1);
            break;
        case twice:
            word.insert(at, 1, word[at]);
            break;
        case beside: {
            const std::string keys = neighbours(word[at]);
            word[at] = keys[static_cast<std::size_t>(random.below(keys.size()))];
            break;
        }
    }
    return word;
}

std::string mistyped(const std::string& word, Random& random) {
    const std::size_t slips = word.size() >= two_slips_from && random.chance(0.5) ? 2 : 1;
    std::string typed = word;
    for (std::size_t made = 0; made < slips;) {
        std::string next = one_slip(typed, random);
        if (next == typed || next == word) continue;  // two equal letters swapped, or the slip taken back
        typed = std::move(next);
        ++made;
    }
    return typed;
}

}  // namespace

std::string slipped(const std::string& text, const SlipOptions& options, const std::string& stream) {
    Random random(options.seed, "slips " + stream);
    std::string typed;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end]))
            ++end;
        const std::string word = text.substr(at, end - at);
        const bool long_enough = word.size() >= least_letters;
        typed += long_enough && random.chance(options.rate) ? mistyped(word, random) : word;
        if (end < text.size()) typed += text[end++];
        at = end;
    }
    return typed;
}

TestSet with_slips(TestSet set, const SlipOptions& options) {
    if (!(options.rate >= 0.0 && options.rate <= 1.0)) {
        throw InvalidInput({"slips, rate", "is " + std::to_string(options.rate), "0 to 1", ""});
    }
    for (TestQuery& query : set.queries)
        query.text = slipped(query.text, options, query.id);
    return set;
}

}  // namespace m150::evaluate
