// A text file line by line, with everything that is wrong in it kept for one error at the end.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/store/lines.hpp"

namespace m150::evaluate {

class FileLines {
  public:
    // Throws InvalidInput when there is no such file.
    explicit FileLines(const std::filesystem::path& file);

    // The next line that is not blank, without white space around it; false at the end. Lines that are too
    // long or no UTF-8 are problems, and passed over.
    bool next(std::string& line);
    std::size_t number() const noexcept { return reader_.number(); }

    // Something wrong in the line read last.
    void wrong(std::string what, std::string expected, std::string advice = {});
    void wrong_at(std::size_t number, std::string what, std::string expected, std::string advice = {});
    // Throws InvalidInput when anything was wrong.
    void finish() const;

  private:
    std::string file_;
    LineReader reader_;
    std::vector<Problem> problems_;
    std::size_t total_ = 0;
};

// The pieces of a line between white space.
std::vector<std::string_view> columns_of(std::string_view line);

// Makes a directory and those above it, where they are not there. StoreError when that cannot be done.
void make_directory(const std::filesystem::path& directory);

// InvalidInput when a file is not there or is a directory; the message shows the whole path.
void require_file(const std::filesystem::path& file, const std::string& expected);

}  // namespace m150::evaluate
