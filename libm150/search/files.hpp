// What the index asks of the file system beyond std::filesystem: locks, and data that is on the disk for
// certain. Internal.
#pragma once

#include <filesystem>
#include <memory>

namespace m150::inline v0::indexing {

// A lock on a file (flock): held by this object, let go with it, and by the system when the process dies. Two
// of them exclude each other in one process as they do in two.
class FileLock {
  public:
    enum class Kind { shared, exclusive };
    // Null when the file does not exist or somebody holds a lock that excludes this one. Never waits.
    static std::unique_ptr<FileLock> attempt(const std::filesystem::path& file, Kind kind);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

  private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

// Waits until the data of a file, or the entries of a directory, are on the disk. Throws filesystem_error.
void sync_path(const std::filesystem::path& path);
// The same for a directory without subdirectories and everything in it.
void sync_directory(const std::filesystem::path& directory);

}  // namespace m150::inline v0::indexing
