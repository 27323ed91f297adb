#include "libm150/search/semantic_space.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

#include "libm150/base/error.hpp"
#include "libm150/search/dot.hpp"
#include "libm150/search/fnv.hpp"
#include "libm150/search/space_file.hpp"
#include "libm150/search/store_errors.hpp"
#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {

namespace {

// 256 * log2(1 + n) for n = 1/4, 2/4, ... 64/4, rounded.
constexpr std::array<std::int64_t, 64> worth{
    82,  150, 207, 256, 300, 338, 374, 406,  435,  463,  488,  512,  534,  556,  575,  594,
    612, 630, 646, 662, 677, 691, 705, 719,  732,  744,  756,  768,  779,  790,  801,  812,
    822, 831, 841, 850, 860, 868, 877, 886,  894,  902,  910,  918,  925,  933,  940,  947,
    954, 961, 968, 975, 981, 988, 994, 1000, 1006, 1012, 1018, 1024, 1030, 1035, 1041, 1046};

constexpr std::size_t most_bytes = std::size_t{1} << 30;

std::map<std::string, std::string> parse(std::string_view lines) {
    std::map<std::string, std::string> result;
    word_data::each_line(lines, [&](std::string_view line) {
        const std::size_t space = std::min(line.find(' '), line.size());
        result[std::string(line.substr(0, space))] = line.substr(std::min(space + 1, line.size()));
    });
    return result;
}

std::vector<std::uint64_t> read_aligned(const std::filesystem::path& file, std::size_t& size) {
    return indexing::guarded(file, [&] {
        size = std::filesystem::file_size(file);
        if (size > most_bytes) {
            throw InvalidInput({file.string(), "is " + std::to_string(size) + " bytes long",
                                "a semantic space, which takes some millions", "check the path"});
        }
        std::vector<std::uint64_t> bytes((size + 7) / 8);
        std::ifstream in(file, std::ios::binary);
        if (!in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size))) {
            throw StoreError({file.string(), "the file cannot be read", "a semantic space",
                              "check that it is there and may be read"});
        }
        return bytes;
    });
}

}  // namespace

struct SemanticSpace::State {
    std::vector<std::uint64_t> bytes;  // of a file; the space inside the library is read where it is
    semantic::Layout layout;
    std::map<std::string, std::string> description;
    std::string_view as_bytes;

    // What the description says under a name; empty when nothing.
    std::string said(const std::string& name) const {
        const auto found = description.find(name);
        return found == description.end() ? std::string() : found->second;
    }
    std::string_view stem(std::uint32_t word) const noexcept {
        return layout.stems.substr(layout.begins[word], layout.begins[word + 1] - layout.begins[word]);
    }
};

SemanticSpace::SemanticSpace(std::unique_ptr<const State> state) : state_(std::move(state)) {}
SemanticSpace::~SemanticSpace() = default;

std::shared_ptr<const SemanticSpace> SemanticSpace::built_in(Language language) {
    if (language != Language::dutch) return nullptr;
    static const std::shared_ptr<const SemanticSpace> dutch = [] {
        auto state = std::make_unique<State>();
        state->layout =
            semantic::read_space(word_data::space_nl(), "the Dutch space inside the library", false);
        state->description = parse(state->layout.description);
        state->as_bytes = word_data::space_nl();
        return std::shared_ptr<const SemanticSpace>(new SemanticSpace(std::move(state)));
    }();
    return dutch;
}

std::shared_ptr<const SemanticSpace> SemanticSpace::read(const std::filesystem::path& file,
                                                         const Analyzer& analyzer) {
    auto state = std::make_unique<State>();
    std::size_t size = 0;
    state->bytes = read_aligned(file, size);
    state->as_bytes = {reinterpret_cast<const char*>(state->bytes.data()), size};
    state->layout = semantic::read_space(state->as_bytes, file.string(), true);
    state->description = parse(state->layout.description);
    std::shared_ptr<const SemanticSpace> space(new SemanticSpace(std::move(state)));
    if (auto problem = space->misfit(analyzer, file.string())) throw InvalidInput(std::move(*problem));
    return space;
}

std::optional<Problem> SemanticSpace::misfit(const Analyzer& analyzer, const std::string& place) const {
    const std::string rules = state_->said("analysis");
    if (rules == analyzer.rules()) return std::nullopt;
    return Problem{place, "its words were made by the rules '" + rules + "'",
                   "a semantic space learned with the rules '" + analyzer.rules() +
                       "', those of the language and version of this knowledge base",
                   "learn the space again with this version of m150-bench and the right --language"};
}

std::optional<Problem> SemanticSpace::aged(const Analyzer& analyzer, const std::string& place) const {
    // "nl-4cs-e88c74a62129f1d4-xapian1.4.22": rules and options, the lists, a version.
    const std::string made_with = state_->said("word-lists");
    if (made_with.find("-" + analyzer.word_lists() + "-") != std::string::npos) return std::nullopt;
    return Problem{
        place, "it was learned with other word lists ('" + made_with + "')",
        "those of this version, " + analyzer.word_lists(),
        "it is used; learn the space again with this version of m150-bench for all words to count"};
}

std::size_t SemanticSpace::dimension() const noexcept {
    return state_->layout.header.dimension;
}
std::size_t SemanticSpace::words() const noexcept {
    return state_->layout.header.words;
}
std::string_view SemanticSpace::bytes() const noexcept {
    return state_->as_bytes;
}
std::uint64_t SemanticSpace::hash() const noexcept {
    return state_->layout.header.hash;
}
const std::map<std::string, std::string>& SemanticSpace::description() const noexcept {
    return state_->description;
}
double SemanticSpace::unknown_scale() const noexcept {
    return static_cast<double>(state_->layout.header.heaviest) / 1000.0 * semantic::unit;
}

std::optional<SpaceWord> SemanticSpace::find(std::string_view stem) const noexcept {
    const semantic::Layout& layout = state_->layout;
    const std::size_t last = layout.header.slots - 1;
    for (std::size_t at = fnv(stem) & last; layout.slots[at] != 0; at = (at + 1) & last) {
        const std::uint32_t word = layout.slots[at] - 1;
        if (state_->stem(word) != stem) continue;
        const std::size_t size = dimension();
        return SpaceWord{word, layout.scales[word], {layout.vectors + word * size, size}};
    }
    return std::nullopt;
}

SpaceWord SemanticSpace::word(std::uint32_t number) const noexcept {
    const semantic::Layout& layout = state_->layout;
    const std::size_t size = dimension();
    return {number, layout.scales[number], {layout.vectors + number * size, size}};
}

void TextEmbedding::add(const WordForm& word, std::uint32_t quarters) {
    if (word.stem.empty() || quarters == 0) return;
    if (const auto known = space_.find(word.stem)) {
        words_.push_back({known->number, quarters});
        return;
    }
    for (const std::string& part : word.parts) {
        if (const auto known = space_.find(part)) words_.push_back({known->number, quarters});
    }
}

Embedding TextEmbedding::embedding() {
    std::sort(words_.begin(), words_.end());
    std::vector<std::int64_t> sum(space_.dimension(), 0);
    for (std::size_t i = 0; i < words_.size();) {
        const SpaceWord word = space_.word(words_[i].first);
        std::size_t quarters = 0;
        for (; i < words_.size() && words_[i].first == word.number; ++i)
            quarters += words_[i].second;
        const std::int64_t factor = word.scale * worth[std::min(quarters, worth.size()) - 1];
        for (std::size_t d = 0; d < sum.size(); ++d)
            sum[d] += factor * word.vector[d];
    }
    return rounded(sum);
}

namespace {

template <class Number>
Embedding rounded_to_bytes(std::span<const Number> vector) {
    Number largest = 0;
    for (const Number component : vector)
        largest = std::max(largest, std::abs(component));
    if (largest == 0) return {};
    Embedding result;
    result.reserve(vector.size());
    const double scale = 127.0 / static_cast<double>(largest);
    for (const Number component : vector)
        result.push_back(static_cast<std::int8_t>(std::lround(static_cast<double>(component) * scale)));
    return result;
}

}  // namespace

Embedding rounded(std::span<const std::int64_t> sum) {
    return rounded_to_bytes(sum);
}
Embedding rounded(std::span<const float> vector) {
    return rounded_to_bytes(vector);
}

double cosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b) {
    if (a.empty() || b.empty()) return 0.0;
    return static_cast<double>(semantic::dot(a, b)) /
           std::sqrt(static_cast<double>(semantic::dot(a, a)) * static_cast<double>(semantic::dot(b, b)));
}

}  // namespace m150::inline v0
