#include "libm150/solve/random.hpp"

#include <cmath>

#include "libm150/base/error.hpp"

namespace m150::inline v0 {

namespace {

// FNV-1a, 64 bits: a hash that does not change between platforms, as std::hash may.
std::uint64_t fnv1a(std::string_view text) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char letter : text) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001b3U;
    }
    return hash;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view stream) noexcept : state_(seed) {
    state_ = next() ^ fnv1a(stream);
    state_ = next();
}

std::uint64_t Random::next() noexcept {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

std::uint64_t Random::below(std::uint64_t bound) noexcept {
    // The first 2^64 mod bound numbers would make some remainders more likely than others.
    const std::uint64_t reject = (0 - bound) % bound;
    std::uint64_t number = next();
    while (number < reject)
        number = next();
    return number % bound;
}

std::int64_t Random::between(std::int64_t low, std::int64_t high) noexcept {
    const std::uint64_t width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    const std::uint64_t offset = width == 0 ? next() : below(width);  // 0: all 2^64 values
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + offset);
}

double Random::uniform() noexcept {
    return static_cast<double>(next() >> 11U) * 0x1.0p-53;
}

double Random::uniform(double low, double high) noexcept {
    // fma by name: whether a compiler fuses low + (high - low) * u on its own differs between platforms.
    const double value = std::fma(high - low, uniform(), low);
    return value < high ? value : low;  // rounding may reach the end that is not included
}

double Random::bell() noexcept {
    double sum = -6.0;
    for (int i = 0; i < 12; ++i)
        sum += uniform();
    return sum;
}

std::size_t Random::pick(const std::vector<double>& weights) {
    double total = 0.0;
    bool usable = true;
    for (const double weight : weights) {
        usable = usable && weight >= 0.0;
        total += weight;
    }
    if (!usable || !(total > 0.0) || std::isinf(total)) {
        throw InvalidInput(Problem{"weights", "nothing can be picked by them",
                                   "finite numbers of at least 0 with a positive sum",
                                   "correct the weights"});
    }
    const double drawn = uniform() * total;
    double reached = 0.0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] == 0.0) continue;
        reached += weights[i];
        if (drawn < reached) return i;
        last = i;
    }
    return last;  // drawn was rounded up to the total
}

std::vector<std::size_t> Random::sample(std::size_t population, std::size_t count) {
    // Selection sampling (Knuth, The Art of Computer Programming 3.4.2, algorithm S).
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < population && result.size() < count; ++i) {
        if (below(population - i) < count - result.size()) result.push_back(i);
    }
    return result;
}

}  // namespace m150::inline v0
