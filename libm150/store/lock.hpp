// The writer's lock: one writer for a knowledge base at a time, in all processes together.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

namespace m150::inline v0 {

// Holds the lock of one knowledge base until destroyed. It is a POSIX record lock on the file `lock`, which
// the kernel releases when the process ends however it ends, and which a forked child does not inherit. Such
// a lock belongs to the process as a whole, so a table in the process refuses a second writer inside it.
class WriterLock {
  public:
    // StoreError when the file cannot be made or another writer holds the lock; names its process and host.
    explicit WriterLock(const std::filesystem::path& directory);
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;
    ~WriterLock();

    static constexpr const char* file_name = "lock";

  private:
    int file_ = -1;
    std::pair<unsigned long, unsigned long> place_;  // device and inode of the file
};

}  // namespace m150::inline v0
