// Files of text, read line by line in bounded memory, and what encoding they are in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "libm150/base/export.hpp"

namespace m150::inline v0 {

// A place in a file, both counted from 1; columns count characters, not bytes.
struct Place {
    std::size_t line = 0;
    std::size_t column = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

// Characters (code points) in `text`.
M150_EXPORT std::size_t characters(std::string_view text) noexcept;

// Where the byte `offset` of a text stands.
Place place_in(std::string_view text, std::size_t offset) noexcept;
std::string text_of(const std::string& file, Place place);  // "file:12:4"

enum class Encoding {
    utf8,
    cp1252,  // Windows, Western European: what Excel writes as "CSV" in the Netherlands
    utf16,   // recognised by its mark, not read
};

// A line or a row longer than this is refused: it is a broken file, or the text limit of a record is far
// exceeded.
inline constexpr std::size_t max_line_length = std::size_t{16} << 20;

class M150_EXPORT LineReader {
  public:
    // Throws InvalidInput when the file cannot be read. A byte order mark is skipped.
    explicit LineReader(const std::filesystem::path& file);

    // The next line without its '\n'; false at the end. Longer lines than max_line_length are cut there, and
    // the rest is passed over.
    bool next(std::string& line);
    bool cut_off() const noexcept { return cut_off_; }        // the line was too long
    bool terminated() const noexcept { return terminated_; }  // it ended in '\n', not in the end of the file
    std::size_t number() const noexcept { return number_; }   // of the last line read
    std::uint64_t bytes_read() const noexcept { return bytes_; }

  private:
    bool fill();

    std::filesystem::path file_;
    std::ifstream stream_;
    std::string block_;
    std::size_t at_ = 0;
    std::size_t number_ = 0;
    std::uint64_t bytes_ = 0;
    bool cut_off_ = false;
    bool terminated_ = false;
};

// Looks at the whole file. It is cp1252 when more bytes break UTF-8 than characters beyond ASCII keep it: in
// a text that is really cp1252, hardly any letter is valid UTF-8, and in a UTF-8 file with damage most are.
Encoding detect_encoding(const std::filesystem::path& file);

// A line of cp1252 as UTF-8. `bad` becomes the byte offset of the first byte that means nothing in it, or
// npos.
std::string from_cp1252(std::string_view line, std::size_t& bad);

}  // namespace m150::inline v0
