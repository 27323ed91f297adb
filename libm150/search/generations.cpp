#include "libm150/search/generations.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/search/files.hpp"
#include "libm150/search/store_errors.hpp"

namespace m150::inline v0::indexing {

namespace {

constexpr std::string_view published = "gen-";
constexpr std::string_view unfinished = "new-";

std::optional<std::uint64_t> number_of(const std::filesystem::path& path, std::string_view prefix) {
    const std::string name = path.filename().string();
    if (!name.starts_with(prefix)) return std::nullopt;
    std::uint64_t number = 0;
    const char* end = name.data() + name.size();
    const auto [stopped, error] = std::from_chars(name.data() + prefix.size(), end, number);
    if (error != std::errc() || stopped != end) return std::nullopt;
    return number;
}

std::vector<std::uint64_t> numbers_in(const std::filesystem::path& directory) {
    std::vector<std::uint64_t> numbers;
    std::error_code absent;
    for (std::filesystem::directory_iterator at(directory, absent), end; !absent && at != end;
         at.increment(absent)) {
        if (const auto number = number_of(at->path(), published)) numbers.push_back(*number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::string name_of(std::string_view prefix, std::uint64_t number) {
    return std::string(prefix) + std::to_string(number);
}

}  // namespace

Generations::Generations(std::filesystem::path directory, std::string fingerprint, bool writable)
    : directory_(std::move(directory)), fingerprint_(std::move(fingerprint)) {
    if (!writable) return;
    guarded(directory_, [&] {
        std::filesystem::create_directories(directory_);
        std::vector<std::filesystem::path> leftovers;
        for (const auto& entry : std::filesystem::directory_iterator(directory_)) {
            if (entry.path().filename().string().starts_with(unfinished)) leftovers.push_back(entry.path());
        }
        for (const auto& leftover : leftovers)
            std::filesystem::remove_all(leftover);
    });
}

std::shared_ptr<const Generation> Generations::newest() const {
    // Between listing and opening a generation the writer may have replaced it: then there is a newer one.
    constexpr int attempts = 5;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const std::vector<std::uint64_t> numbers = numbers_in(directory_);
        for (auto number = numbers.rbegin(); number != numbers.rend(); ++number) {
            if (auto found = Generation::open(directory_ / name_of(published, *number), fingerprint_))
                return found;
        }
        if (numbers_in(directory_) == numbers) return nullptr;
    }
    return nullptr;
}

std::shared_ptr<const Generation> Generations::publish(const Content& content) const {
    const std::vector<std::uint64_t> numbers = numbers_in(directory_);
    const std::uint64_t number = numbers.empty() ? 1 : numbers.back() + 1;
    const std::filesystem::path final_place = directory_ / name_of(published, number);
    GenerationWriter writer(directory_ / name_of(unfinished, number), content.base, content.mask);
    content.write(writer);
    writer.finish(fingerprint_, content.revision);
    guarded(directory_, [&] {
        std::filesystem::rename(writer.packed(), final_place);
        sync_path(directory_);
    });
    auto generation = Generation::open(final_place, fingerprint_);
    if (!generation) {
        remove_generation(final_place);
        throw StoreError({final_place.string(), "the search index cannot be read back after it was written",
                          "a disk that keeps what is written", "check the disk; the records are safe"});
    }
    return generation;
}

void Generations::remove_older(const Generation& newest) const noexcept {
    try {
        const std::optional<std::uint64_t> number = number_of(newest.directory(), published);
        for (const std::uint64_t other : numbers_in(directory_)) {
            if (number && other < *number) remove_generation(directory_ / name_of(published, other));
        }
    } catch (const std::exception&) {
        // Tried again when the next generation is published.
    }
}

}  // namespace m150::inline v0::indexing
