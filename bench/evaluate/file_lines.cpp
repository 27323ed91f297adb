#include "bench/evaluate/file_lines.hpp"

#include <utility>

#include "libm150/base/text.hpp"

namespace m150::evaluate {

namespace {

constexpr std::size_t most_problems = 100;
constexpr std::string_view white_space = " \t\r\n\f\v";

const std::filesystem::path& readable(const std::filesystem::path& file) {
    require_file(file, "a text file");
    return file;
}

}  // namespace

FileLines::FileLines(const std::filesystem::path& file) : file_(file.string()), reader_(readable(file)) {}

bool FileLines::next(std::string& line) {
    std::string raw;
    while (reader_.next(raw)) {
        const std::string_view text = trim(raw);
        if (text.empty()) continue;
        if (reader_.cut_off()) {
            wrong("is longer than 16 MB", "a shorter line");
        } else if (const std::size_t bad = invalid_utf8(text); bad != std::string_view::npos) {
            wrong("byte " + std::to_string(bad + 1) + " is not valid text", "UTF-8 without NUL bytes");
        } else {
            line = text;
            return true;
        }
    }
    return false;
}

void FileLines::wrong(std::string what, std::string expected, std::string advice) {
    wrong_at(number(), std::move(what), std::move(expected), std::move(advice));
}

void FileLines::wrong_at(std::size_t number, std::string what, std::string expected, std::string advice) {
    ++total_;
    if (problems_.size() >= most_problems) return;
    problems_.push_back(
        {file_ + ":" + std::to_string(number), std::move(what), std::move(expected), std::move(advice)});
}

void FileLines::finish() const {
    if (total_ > 0) throw InvalidInput(problems_, total_);
}

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    for (std::size_t at = line.find_first_not_of(white_space); at != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(white_space, at), line.size());
        columns.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(white_space, end);
    }
    return columns;
}

void require_file(const std::filesystem::path& file, const std::string& expected) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    const char* what = !std::filesystem::exists(status)        ? "there is no such file"
                       : std::filesystem::is_directory(status) ? "is a directory"
                                                               : nullptr;
    if (what != nullptr) throw InvalidInput({file.string(), what, expected, "check the path"});
}

void make_directory(const std::filesystem::path& directory) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (!error) return;
    throw StoreError({directory.string(), "cannot be made (" + error.message() + ")",
                      "a directory that may be written in", "choose another place, or see to its rights"});
}

}  // namespace m150::evaluate
