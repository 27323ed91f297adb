#include "libm150/search/slips.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace m150::inline v0 {

namespace {

// In bits. A slip in a word is about one in a hundred letters (7 bits less some for the ten places it could
// have been at), times how many others of its kind there could have been.
constexpr double swapped = 7.0;
constexpr double doubled = 6.5;  // a letter twice for once, or once for twice
constexpr double sounds_alike = 6.5;
constexpr double left_out = 8.5;
constexpr double added = 9.5;
constexpr double added_beside = 8.5;  // a key beside that of the letter before or after it
constexpr double wrong_beside = 8.5;  // a key beside the right one
constexpr double wrong_vowel = 9.0;
constexpr double wrong = 11.0;
constexpr double at_the_start = 2.5;  // more: the first letter is seldom wrong

struct Alike {
    std::string_view a, b;
};
// Either may be written for the other.
constexpr std::array alike{
    Alike{"d", "t"},  Alike{"dt", "t"},  Alike{"dt", "d"},    Alike{"c", "k"},      Alike{"s", "z"},
    Alike{"f", "v"},  Alike{"g", "ch"},  Alike{"ei", "ij"},   Alike{"ij", "y"},     Alike{"i", "y"},
    Alike{"ie", "i"}, Alike{"au", "ou"}, Alike{"auw", "ouw"}, Alike{"x", "ks"},     Alike{"c", "s"},
    Alike{"ck", "k"}, Alike{"qu", "kw"}, Alike{"th", "t"},    Alike{"ph", "f"},     Alike{"oo", "o"},
    Alike{"aa", "a"}, Alike{"ee", "e"},  Alike{"uu", "u"},    Alike{"isch", "ies"}, Alike{"en", "e"}};

struct Key {
    int row;
    int place;  // in halves of a key
};
constexpr std::array<Key, 26> make_keys() {
    std::array<Key, 26> keys{};
    constexpr std::array<std::string_view, 3> rows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    for (int row = 0; row < 3; ++row) {
        for (std::size_t i = 0; i < rows[static_cast<std::size_t>(row)].size(); ++i) {
            const char letter = rows[static_cast<std::size_t>(row)][i];
            keys[static_cast<std::size_t>(letter - 'a')] = {row, static_cast<int>(2 * i) + (row == 0   ? 0
                                                                                            : row == 1 ? 1
                                                                                                       : 2)};
        }
    }
    return keys;
}
constexpr std::array<Key, 26> keys = make_keys();

bool letter(char c) {
    return c >= 'a' && c <= 'z';
}
bool beside(char a, char b) {
    if (!letter(a) || !letter(b) || a == b) return false;
    const Key x = keys[static_cast<std::size_t>(a - 'a')];
    const Key y = keys[static_cast<std::size_t>(b - 'a')];
    return std::abs(x.row - y.row) <= 1 && std::abs(x.place - y.place) <= 2;
}
bool vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

double wrong_cost(char typed, char meant) {
    if (beside(typed, meant)) return wrong_beside;
    return vowel(typed) && vowel(meant) ? wrong_vowel : wrong;
}

bool ends_at(std::string_view text, std::size_t end, std::string_view piece) {
    return end >= piece.size() && text.substr(end - piece.size(), piece.size()) == piece;
}

}  // namespace

double slip_cost(std::string_view typed, std::string_view meant) {
    constexpr std::size_t longest = 64;
    if (typed.size() > longest || meant.size() > longest) return 1000.0;
    std::array<std::array<double, longest + 1>, longest + 1> cost;
    for (std::size_t i = 0; i <= typed.size(); ++i) {
        for (std::size_t j = 0; j <= meant.size(); ++j) {
            if (i == 0 && j == 0) {
                cost[0][0] = 0.0;
                continue;
            }
            double best = 1000.0;
            const auto reach = [&](double before, double step, std::size_t from_i, std::size_t from_j) {
                const double extra = step > 0 && (from_i == 0 || from_j == 0) ? at_the_start : 0.0;
                best = std::min(best, before + step + extra);
            };
            if (i > 0 && j > 0) {
                const double step =
                    typed[i - 1] == meant[j - 1] ? 0.0 : wrong_cost(typed[i - 1], meant[j - 1]);
                reach(cost[i - 1][j - 1], step, i - 1, j - 1);
            }
            if (i > 0) {
                const char c = typed[i - 1];
                const bool twice = i > 1 && typed[i - 2] == c;
                const bool near =
                    (i > 1 && beside(typed[i - 2], c)) || (i < typed.size() && beside(typed[i], c));
                reach(cost[i - 1][j], twice ? doubled : near ? added_beside : added, i - 1, j);
            }
            if (j > 0) {
                const bool twice = j > 1 && meant[j - 2] == meant[j - 1];
                reach(cost[i][j - 1], twice ? doubled : left_out, i, j - 1);
            }
            if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1] &&
                typed[i - 1] != typed[i - 2])
                reach(cost[i - 2][j - 2], swapped, i - 2, j - 2);
            for (const Alike& pair : alike) {
                if (ends_at(typed, i, pair.a) && ends_at(meant, j, pair.b))
                    reach(cost[i - pair.a.size()][j - pair.b.size()], sounds_alike, i - pair.a.size(),
                          j - pair.b.size());
                if (ends_at(typed, i, pair.b) && ends_at(meant, j, pair.a))
                    reach(cost[i - pair.b.size()][j - pair.a.size()], sounds_alike, i - pair.b.size(),
                          j - pair.a.size());
            }
            cost[i][j] = best;
        }
    }
    return cost[typed.size()][meant.size()];
}

}  // namespace m150::inline v0
