#include "libm150/search/files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace m150::inline v0::indexing {

namespace {

[[noreturn]] void fail(const char* what, const std::filesystem::path& path) {
    throw std::filesystem::filesystem_error(what, path, std::error_code(errno, std::system_category()));
}

}  // namespace

std::unique_ptr<FileLock> FileLock::attempt(const std::filesystem::path& file, Kind kind) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return nullptr;
    auto lock = std::unique_ptr<FileLock>(new FileLock(descriptor));
    if (::flock(descriptor, (kind == Kind::shared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0) return nullptr;
    // The file may have been removed between opening and locking it.
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || status.st_nlink == 0) return nullptr;
    return lock;
}

FileLock::~FileLock() {
    ::close(descriptor_);
}

void sync_path(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) fail("open", path);
    const int result = ::fsync(descriptor);
    const int error = errno;
    ::close(descriptor);
    errno = error;
    if (result != 0) fail("fsync", path);
}

void sync_directory(const std::filesystem::path& directory) {
    for (const auto& entry : std::filesystem::directory_iterator(directory))
        sync_path(entry.path());
    sync_path(directory);
}

}  // namespace m150::inline v0::indexing
