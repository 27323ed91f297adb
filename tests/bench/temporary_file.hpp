// A file with some text in it, gone at the end of the test.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

namespace m150::testing {

class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& text, const std::string& name = "file.txt") {
        static std::atomic<int> count{0};
        directory_ = std::filesystem::temp_directory_path() /
                     ("m150-bench-test-" + std::to_string(getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(directory_);
        path_ = directory_ / name;
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove_all(directory_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    const std::filesystem::path& directory() const { return directory_; }

  private:
    std::filesystem::path directory_;
    std::filesystem::path path_;
};

}  // namespace m150::testing
