#include "bench/evaluate/json_fields.hpp"

#include "libm150/base/text.hpp"

namespace m150::evaluate {

JsonFields::JsonFields(FileLines& lines, const std::string& line) : lines_(lines) {
    try {
        object_ = Json::parse(line);
    } catch (const Json::parse_error& error) {
        wrong("is no JSON (byte " + std::to_string(error.byte) + ")", "one JSON object a line");
    }
    if (fine_ && !object_.is_object()) wrong("is " + std::string(object_.type_name()), "a JSON object");
    if (!fine_) object_ = Json::object();
}

void JsonFields::wrong(const std::string& what, const std::string& expected) {
    // The rest of a line that is no object at all is not complained of.
    if (fine_ || !object_.empty()) lines_.wrong(what, expected);
    fine_ = false;
}

const Json* JsonFields::find(const char* key, bool required) {
    const auto found = object_.find(key);
    if (found != object_.end() && !found->is_null()) return &*found;
    if (required) wrong("the key " + std::string(key) + " is missing", "an object with " + std::string(key));
    return nullptr;
}

std::string JsonFields::text(const char* key, bool required) {
    const Json* value = find(key, required);
    if (value == nullptr) return {};
    if (value->is_string()) return value->get<std::string>();
    wrong(std::string(key) + " is " + value->type_name(), "a text");
    return {};
}

std::vector<std::string> JsonFields::texts(const char* key, bool required) {
    const Json* value = find(key, required);
    if (value == nullptr) return {};
    std::vector<std::string> found;
    if (!value->is_array()) wrong(std::string(key) + " is " + value->type_name(), "a list of texts");
    for (const Json& item : value->is_array() ? *value : Json::array()) {
        if (item.is_string()) {
            found.push_back(item.get<std::string>());
        } else {
            wrong(std::string(key) + " holds " + item.type_name(), "a list of texts");
        }
    }
    return found;
}

std::vector<Json> JsonFields::objects(const char* key) {
    const Json* value = find(key, true);
    if (value == nullptr) return {};
    std::vector<Json> found;
    if (!value->is_array()) wrong(std::string(key) + " is " + value->type_name(), "a list of objects");
    for (const Json& item : value->is_array() ? *value : Json::array()) {
        if (item.is_object()) {
            found.push_back(item);
        } else {
            wrong(std::string(key) + " holds " + item.type_name(), "a list of objects");
        }
    }
    return found;
}

std::string JsonFields::text_in(const Json& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_string()) return found->get<std::string>();
    wrong(where + " has no text named " + key, "a text");
    return {};
}

}  // namespace m150::evaluate
