#include "libm150/store/lines.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t block_size = std::size_t{256} << 10;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// What the bytes 0x80 to 0x9F mean in cp1252
// (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT); 0 for the five that mean
// nothing. The other bytes mean the code point of the same number.
constexpr std::array<std::uint16_t, 32> cp1252_high{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_code_point(std::string& out, std::uint16_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::size_t characters(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Place place_in(std::string_view text, std::size_t offset) noexcept {
    const std::string_view before = text.substr(0, offset);
    const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            characters(before.substr(start)) + 1};
}

std::string text_of(const std::string& file, Place place) {
    return file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

LineReader::LineReader(const std::filesystem::path& file) : file_(file), stream_(file, std::ios::binary) {
    if (!stream_) {
        throw InvalidInput({file.filename().string(),
                            std::string("cannot be read (") + std::strerror(errno) + ")",
                            "a file that you may read", "check its permissions"});
    }
    fill();
    if (std::string_view(block_).starts_with(utf8_mark)) at_ = utf8_mark.size();
}

bool LineReader::fill() {
    block_.resize(block_size);
    stream_.read(block_.data(), static_cast<std::streamsize>(block_size));
    if (stream_.bad()) {
        throw InvalidInput(
            {file_.filename().string(), "cannot be read any further", "a file that can be read", ""});
    }
    block_.resize(static_cast<std::size_t>(stream_.gcount()));
    bytes_ += block_.size();
    at_ = 0;
    return !block_.empty();
}

bool LineReader::next(std::string& line) {
    line.clear();
    cut_off_ = false;
    terminated_ = false;
    if (at_ == block_.size() && !fill()) return false;
    ++number_;
    while (true) {
        const std::size_t end = std::min(block_.find('\n', at_), block_.size());
        const std::size_t room = max_line_length - line.size();
        cut_off_ = cut_off_ || end - at_ > room;
        line.append(block_, at_, std::min(end - at_, room));
        at_ = end;
        if (end < block_.size()) {
            ++at_;
            terminated_ = true;
            return true;
        }
        if (!fill()) return true;
    }
}

Encoding detect_encoding(const std::filesystem::path& file) {
    LineReader reader(file);
    std::string line;
    std::uint64_t invalid = 0;
    std::uint64_t beyond_ascii = 0;
    while (reader.next(line)) {
        if (reader.number() == 1 && (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF")))
            return Encoding::utf16;
        if (is_ascii(line)) continue;
        std::string_view rest = line;
        while (!rest.empty()) {
            const std::size_t bad = std::min(invalid_utf8(rest), rest.size());
            beyond_ascii += static_cast<std::uint64_t>(
                std::count_if(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(bad),
                              [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
            if (bad == rest.size()) break;
            if (rest[bad] != '\0') ++invalid;
            rest.remove_prefix(bad + 1);
        }
    }
    return invalid > beyond_ascii ? Encoding::cp1252 : Encoding::utf8;
}

std::string from_cp1252(std::string_view line, std::size_t& bad) {
    bad = std::string_view::npos;
    std::string text;
    text.reserve(line.size() + line.size() / 8);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        const std::uint16_t code = byte >= 0x80 && byte < 0xA0 ? cp1252_high[byte - 0x80] : byte;
        if (code == 0 && bad == std::string_view::npos) bad = i;
        append_code_point(text, code == 0 ? '?' : code);
    }
    return text;
}

}  // namespace m150::inline v0
