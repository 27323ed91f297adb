// Tests of knowledge bases that lie in a directory.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>

#include "libm150/base/error.hpp"

namespace m150::testing {

// A directory of its own for each test, gone when it ends; in it a place for a knowledge base.
class DirectoryTest : public ::testing::Test {
  protected:
    void SetUp() override {
        root_ = std::filesystem::temp_directory_path() / ("m150-knowledge-" + std::to_string(getpid()));
        std::filesystem::remove_all(root_);
        std::filesystem::create_directories(root_);
        place_ = root_ / "base.m150";
    }
    void TearDown() override { std::filesystem::remove_all(root_); }

    std::filesystem::path root_, place_;
};

// What is thrown says; "" when nothing is.
inline std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace m150::testing
