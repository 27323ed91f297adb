// Fields of a JSON object that stands on a line of a file, with what is wrong said where it stands.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/evaluate/file_lines.hpp"

namespace m150::evaluate {

using Json = nlohmann::ordered_json;

class JsonFields {
  public:
    // Parses `line`, the line that `lines` read last.
    JsonFields(FileLines& lines, const std::string& line);

    bool fine() const noexcept { return fine_; }  // nothing was wrong so far
    bool has(const char* key) const { return object_.contains(key); }
    std::string text(const char* key, bool required = true);
    std::vector<std::string> texts(const char* key, bool required = true);  // a list of texts
    std::vector<Json> objects(const char* key);                             // a list of objects

    // A text field of an object inside; `where` names it in messages.
    std::string text_in(const Json& object, const char* key, const std::string& where);

  private:
    void wrong(const std::string& what, const std::string& expected);
    const Json* find(const char* key, bool required);

    FileLines& lines_;
    Json object_ = Json::object();
    bool fine_ = true;
};

}  // namespace m150::evaluate
