#include "bench/evaluate/labelled_words.hpp"

#include <fstream>
#include <map>
#include <sstream>

#include "libm150/base/error.hpp"

namespace m150::evaluate {

namespace {

double part_of(std::size_t part, std::size_t whole, double of_nothing) {
    return whole == 0 ? of_nothing : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::vector<std::vector<std::string>> labelled_rows(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words(line);
        std::vector<std::string> row;
        for (std::string word; words >> word;)
            row.push_back(word);
        if (!row.empty()) rows.push_back(std::move(row));
    }
    if (!in.eof())
        throw InvalidInput({file.string(), "cannot be read", "a list of labelled words", "check the path"});
    return rows;
}

double StemCount::share() const {
    return part_of(joined, pairs, 0.0);
}

StemCount& StemCount::operator+=(const StemCount& other) {
    words += other.words;
    pairs += other.pairs;
    joined += other.joined;
    apart += other.apart;
    wrong += other.wrong;
    across_families += other.across_families;
    return *this;
}

StemCount count_stems(const std::vector<std::vector<std::string>>& families,
                      const std::vector<std::vector<std::string>>& apart, const Stem& stem) {
    StemCount count;
    std::map<std::string, std::set<std::size_t>> families_of;
    for (std::size_t row = 0; row < families.size(); ++row) {
        std::vector<std::string> stems;
        for (const std::string& word : families[row]) {
            const std::string& own = stems.emplace_back(stem(word));
            families_of[own].insert(row);
            ++count.words;
            for (std::size_t j = 0; j + 1 < stems.size(); ++j) {
                ++count.pairs;
                if (stems[j] == own) ++count.joined;
            }
        }
    }
    for (const auto& [own, rows] : families_of)
        count.across_families += rows.size() * (rows.size() - 1) / 2;
    for (const auto& pair : apart) {
        ++count.apart;
        if (stem(pair.at(0)) == stem(pair.at(1))) ++count.wrong;
    }
    return count;
}

std::vector<LabelledCompound> labelled_compounds(const std::filesystem::path& file) {
    std::vector<LabelledCompound> compounds;
    for (const auto& row : labelled_rows(file)) {
        LabelledCompound compound;
        for (const char c : row.front()) {
            if (c == '+') {
                compound.starts.insert(compound.word.size());
            } else if (c != '_') {
                compound.word += c;
            }
        }
        compounds.push_back(compound);
    }
    return compounds;
}

double CompoundCount::precision() const {
    return part_of(right, found, 1.0);
}

double CompoundCount::recall() const {
    return part_of(right, wanted, 1.0);
}

double CompoundCount::f1() const {
    return part_of(2 * right, found + wanted, 1.0);
}

CompoundCount& CompoundCount::operator+=(const CompoundCount& other) {
    words += other.words;
    right_words += other.right_words;
    whole += other.whole;
    whole_split += other.whole_split;
    wanted += other.wanted;
    found += other.found;
    right += other.right;
    return *this;
}

CompoundCount count_compounds(const std::vector<LabelledCompound>& compounds, const Split& split) {
    CompoundCount count;
    for (const LabelledCompound& compound : compounds) {
        const std::set<std::size_t> starts = split(compound.word);
        ++count.words;
        if (starts == compound.starts) ++count.right_words;
        if (compound.starts.empty()) {
            ++count.whole;
            if (!starts.empty()) ++count.whole_split;
        }
        count.found += starts.size();
        count.wanted += compound.starts.size();
        for (const std::size_t start : starts)
            count.right += compound.starts.count(start);
    }
    return count;
}

}  // namespace m150::evaluate
