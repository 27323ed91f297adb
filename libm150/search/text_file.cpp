#include "libm150/search/text_file.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "libm150/base/error.hpp"
#include "libm150/search/files.hpp"

namespace m150::inline v0 {

std::string read_text_file(const std::filesystem::path& file, std::uintmax_t most_bytes, const char* what) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    if (error || !stream)
        throw InvalidInput({file.string(), "cannot be read" + (error ? " (" + error.message() + ")" : ""),
                            what, "check the path and its permissions"});
    if (size > most_bytes)
        throw InvalidInput(
            {file.string(), "is " + std::to_string(size) + " bytes long", what, "check the path"});
    return {std::istreambuf_iterator<char>(stream), {}};
}

void replace_text_file(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::path fresh = file;
    fresh += ".new";
    try {
        errno = 0;
        std::ofstream stream(fresh, std::ios::binary | std::ios::trunc);
        stream << text;
        stream.close();
        if (!stream)
            throw std::filesystem::filesystem_error(
                "write", fresh, std::error_code(errno != 0 ? errno : EIO, std::generic_category()));
        indexing::sync_path(fresh);
        std::filesystem::rename(fresh, file);
        const std::filesystem::path place = file.has_parent_path() ? file.parent_path() : ".";
        indexing::sync_path(place);
    } catch (const std::filesystem::filesystem_error& error) {
        std::error_code ignored;
        std::filesystem::remove(fresh, ignored);
        throw StoreError({file.string(), "cannot be written (" + error.code().message() + ")",
                          "a place where files can be written", "make room, or choose another place"});
    }
}

}  // namespace m150::inline v0
