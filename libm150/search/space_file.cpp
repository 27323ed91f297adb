#include "libm150/search/space_file.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "libm150/base/error.hpp"
#include "libm150/search/fnv.hpp"

namespace m150::inline v0::semantic {

namespace {

static_assert(std::endian::native == std::endian::little, "a space is read in place");

constexpr std::size_t hash_at = offsetof(Header, hash) + sizeof(std::uint64_t);
constexpr std::size_t alignment = 8;

constexpr std::size_t padded(std::size_t size) {
    return (size + alignment - 1) / alignment * alignment;
}

template <class Number>
void append(std::string& bytes, const std::vector<Number>& numbers) {
    bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
    bytes.resize(padded(bytes.size()));
}

std::vector<std::uint32_t> hashed(const std::vector<LearnedWord>& words) {
    std::vector<std::uint32_t> slots(std::bit_ceil(2 * words.size() + 1), 0);
    for (std::size_t word = 0; word < words.size(); ++word) {
        std::size_t at = fnv(words[word].stem) & (slots.size() - 1);
        while (slots[at] != 0)
            at = (at + 1) & (slots.size() - 1);
        slots[at] = static_cast<std::uint32_t>(word + 1);
    }
    return slots;
}

// Appends the rounded vector and says what to multiply it with.
std::uint16_t quantise(const LearnedWord& word, std::vector<std::int8_t>& vectors) {
    double largest = 0.0;
    for (const double component : word.vector)
        largest = std::max(largest, std::fabs(component));
    std::int64_t squares = 0;
    for (const double component : word.vector) {
        const auto rounded = static_cast<std::int8_t>(std::lround(component / largest * 127.0));
        squares += std::int64_t{rounded} * rounded;
        vectors.push_back(rounded);
    }
    return static_cast<std::uint16_t>(
        std::lround(word.weight * unit / std::sqrt(static_cast<double>(squares))));
}

[[noreturn]] void refuse(const std::string& place, const std::string& what) {
    throw InvalidInput({place, what, "a semantic space as `m150-bench learn-space` writes it",
                        "learn the space again with this version of m150-bench"});
}

}  // namespace

std::string write_space(std::vector<LearnedWord> words, std::uint32_t dimension,
                        const std::map<std::string, std::string>& description) {
    std::sort(words.begin(), words.end(),
              [](const LearnedWord& a, const LearnedWord& b) { return a.stem < b.stem; });
    std::string lines;
    for (const auto& [name, value] : description)
        lines.append(name).append(" ").append(value).append("\n");
    std::string stems;
    double heaviest = 0.0;
    std::vector<std::uint32_t> begins;
    std::vector<std::uint16_t> scales;
    std::vector<std::int8_t> vectors;
    for (const LearnedWord& word : words) {
        begins.push_back(static_cast<std::uint32_t>(stems.size()));
        stems += word.stem;
        heaviest = std::max(heaviest, word.weight);
        scales.push_back(quantise(word, vectors));
    }
    begins.push_back(static_cast<std::uint32_t>(stems.size()));
    const std::vector<std::uint32_t> slots = hashed(words);

    Header header{};
    std::memcpy(header.magic, magic.data(), sizeof header.magic);
    header.version = format_version;
    header.dimension = dimension;
    header.words = static_cast<std::uint32_t>(words.size());
    header.slots = static_cast<std::uint32_t>(slots.size());
    header.description = static_cast<std::uint32_t>(lines.size());
    header.stems = static_cast<std::uint32_t>(stems.size());
    header.heaviest = static_cast<std::uint32_t>(std::lround(heaviest * 1000.0));
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes += lines;
    bytes.resize(padded(bytes.size()));
    append(bytes, slots);
    append(bytes, begins);
    append(bytes, scales);
    append(bytes, vectors);
    bytes += stems;
    header.hash = fnv(std::string_view(bytes).substr(hash_at));
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

Layout read_space(std::string_view bytes, const std::string& place, bool whole) {
    Layout layout;
    Header& header = layout.header;
    if (bytes.size() < sizeof header || !bytes.starts_with(magic)) refuse(place, "this is no semantic space");
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.version != format_version) {
        refuse(place, "the format has the number " + std::to_string(header.version) +
                          ", this library reads " + std::to_string(format_version));
    }
    if (header.dimension == 0 || header.dimension > max_dimension || header.slots <= header.words ||
        !std::has_single_bit(header.slots)) {
        refuse(place, "the numbers in the header contradict each other");
    }
    std::size_t at = sizeof header;
    const auto take = [&](std::size_t size) {
        const std::size_t begin = at;
        at = padded(at + size);
        return begin;
    };
    const std::size_t description = take(header.description);
    const std::size_t slots = take(header.slots * sizeof(std::uint32_t));
    const std::size_t begins = take((header.words + std::size_t{1}) * sizeof(std::uint32_t));
    const std::size_t scales = take(header.words * sizeof(std::uint16_t));
    const std::size_t vectors = take(std::size_t{header.words} * header.dimension);
    if (bytes.size() != at + header.stems) {
        refuse(place, "it has " + std::to_string(bytes.size()) + " bytes, and its header speaks of " +
                          std::to_string(at + header.stems));
    }
    if (whole && fnv(bytes.substr(hash_at)) != header.hash)
        refuse(place, "its bytes were changed or damaged");
    layout.description = bytes.substr(description, header.description);
    layout.slots = reinterpret_cast<const std::uint32_t*>(bytes.data() + slots);
    layout.begins = reinterpret_cast<const std::uint32_t*>(bytes.data() + begins);
    layout.scales = reinterpret_cast<const std::uint16_t*>(bytes.data() + scales);
    layout.vectors = reinterpret_cast<const std::int8_t*>(bytes.data() + vectors);
    layout.stems = bytes.substr(at);
    if (!whole) return layout;
    // The hash only says that the bytes are as they were written: that they hang together is checked as well.
    for (std::uint32_t word = 0; word < header.words; ++word) {
        if (layout.begins[word] > layout.begins[word + 1]) refuse(place, "its stems are out of order");
    }
    if (layout.begins[header.words] != header.stems) refuse(place, "its stems end in the wrong place");
    if (std::any_of(layout.slots, layout.slots + header.slots,
                    [&](std::uint32_t word) { return word > header.words; })) {
        refuse(place, "its table names words that it does not have");
    }
    if (std::find(layout.slots, layout.slots + header.slots, 0U) == layout.slots + header.slots) {
        refuse(place, "its table of words has no empty slot");
    }
    return layout;
}

}  // namespace m150::inline v0::semantic
