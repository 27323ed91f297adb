// Questions and answers as the bytes that the index keeps with a document, so that a snapshot shows the texts
// of its own revision whatever is written to the store later. Internal to this floor.
#pragma once

#include <string>
#include <string_view>

#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

// Every field in its text form, each after its length (4 bytes, little endian): the question, the number of
// answers, the answers.
std::string encode_pair(const Pair& pair);
// Throws InternalError when the bytes are not of encode_pair's making.
Pair decode_pair(std::string_view bytes);

}  // namespace m150::inline v0
