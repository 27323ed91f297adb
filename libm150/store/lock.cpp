#include "libm150/store/lock.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>
#include <optional>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"

namespace m150::inline v0 {

namespace {

using Place = std::pair<unsigned long, unsigned long>;

// The locks held by this process: where, and the process that entered it (a forked child finds its parent's
// entries).
std::mutex& table_mutex() {
    static std::mutex mutex;
    return mutex;
}
std::map<Place, pid_t>& table() {
    static std::map<Place, pid_t> held;
    return held;
}

std::optional<Place> place_of(const std::string& name) {
    struct stat status {};
    if (::stat(name.c_str(), &status) != 0) return std::nullopt;
    return Place{status.st_dev, status.st_ino};
}

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

[[noreturn]] void refuse(const std::string& directory, const std::string& holder) {
    throw StoreError({directory, "is being written by " + holder, "one writer at a time",
                      "close it there, or open it read-only here"});
}

// What the holder wrote in the file about itself: its process and host. The process that the kernel names
// comes first, for the text may be left over from an earlier holder.
std::string holder_of(int file) {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    const bool known = ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0;
    std::array<char, 400> text{};
    const ssize_t size = ::pread(file, text.data(), text.size() - 1, 0);
    const auto words = split(trim({text.data(), static_cast<std::size_t>(size > 0 ? size : 0)}), ' ');
    std::string process = known ? std::to_string(lock.l_pid) : words.empty() ? "unknown" : words[0];
    return "process " + process + (words.size() > 1 ? " on host " + words[1] : "");
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& directory) {
    const std::string name = (directory / file_name).string();
    const std::lock_guard guard(table_mutex());
    // Looked up before the file is opened: closing any descriptor of it would release this process's own
    // lock.
    if (const auto place = place_of(name)) {
        const auto found = table().find(*place);
        if (found != table().end() && found->second == ::getpid()) {
            refuse(directory.string(),
                   "this process (" + std::to_string(::getpid()) + ") through another object");
        }
    }
    file_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0) {
        throw StoreError(
            {directory.string(), "cannot be opened for writing (" + std::string(std::strerror(errno)) + ")",
             "a directory that you may write to", "open it read-only, or change its permissions"});
    }
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    if (::fcntl(file_, F_SETLK, &lock) != 0) {
        const std::string holder = holder_of(file_);
        ::close(file_);
        refuse(directory.string(), holder);
    }
    const std::string self = std::to_string(::getpid()) + " " + host_name() + "\n";
    // Only for the message that another writer gets: on a full disk it names the process without the host.
    if (::ftruncate(file_, 0) == 0) (void)!::pwrite(file_, self.data(), self.size(), 0);
    place_ = place_of(name).value_or(Place{});
    table()[place_] = ::getpid();
}

WriterLock::~WriterLock() {
    const std::lock_guard guard(table_mutex());
    const auto found = table().find(place_);
    if (found != table().end() && found->second == ::getpid()) table().erase(found);
    ::close(file_);
}

}  // namespace m150::inline v0
