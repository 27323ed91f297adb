// FNV-1a, 64 bits: a hash that can be carried on byte by byte, which the lexicon's look-ups need.
// Source: Fowler, Noll, Vo; RFC 9923.
#pragma once

#include <cstdint>
#include <string_view>

namespace m150::inline v0 {

inline constexpr std::uint64_t fnv_start = 0xcbf29ce484222325ULL;

constexpr std::uint64_t fnv_step(std::uint64_t hash, char byte) noexcept {
    return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
}

constexpr std::uint64_t fnv(std::string_view text, std::uint64_t hash = fnv_start) noexcept {
    for (const char byte : text)
        hash = fnv_step(hash, byte);
    return hash;
}

}  // namespace m150::inline v0
