#include "libm150/search/part.hpp"

#include <algorithm>
#include <bit>
#include <string_view>
#include <unordered_set>

namespace m150::inline v0::indexing {

std::optional<std::uint32_t> Mask::next(std::uint32_t document) const noexcept {
    std::size_t word = document / 64;
    if (word >= bits_.size()) return std::nullopt;
    std::uint64_t rest = bits_[word] & (~std::uint64_t{0} << (document % 64));
    while (rest == 0) {
        if (++word == bits_.size()) return std::nullopt;
        rest = bits_[word];
    }
    return static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
}

void Mask::add(std::uint32_t document, std::uint32_t length) {
    if (contains(document)) return;
    const std::size_t word = document / 64;
    if (word >= bits_.size()) bits_.resize(word + 1, 0);
    bits_[word] |= std::uint64_t{1} << (document % 64);
    ++documents_;
    length_ += length;
}

void keep_best(std::vector<Candidate>& candidates, std::size_t limit) {
    // What comes from one part is in order already.
    if (!std::is_sorted(candidates.begin(), candidates.end(), better))
        std::sort(candidates.begin(), candidates.end(), better);
    std::unordered_set<std::string_view> groups;
    groups.reserve(candidates.size());
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < candidates.size() && kept.size() < limit; ++i) {
        const std::string& group = candidates[i].group;
        if (group.empty() || groups.insert(group).second) kept.push_back(i);
    }
    for (std::size_t to = 0; to < kept.size(); ++to) {
        if (kept[to] != to) candidates[to] = std::move(candidates[kept[to]]);
    }
    candidates.resize(kept.size());
}

}  // namespace m150::inline v0::indexing
