// Files of text that people keep: configurations and plans. Internal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace m150::inline v0 {

// The text of a file. Throws InvalidInput, saying that `what` was expected, when it cannot be read or is
// longer than `most_bytes`.
std::string read_text_file(const std::filesystem::path& file, std::uintmax_t most_bytes, const char* what);

// Puts the text in the place of what was there, which stays when writing fails (StoreError).
void replace_text_file(const std::filesystem::path& file, std::string_view text);

}  // namespace m150::inline v0
