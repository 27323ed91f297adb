// Configuration files.
#include <optional>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/search/text_file.hpp"
#include "libm150/store/json.hpp"
#include "libm150/store/lines.hpp"

namespace m150::inline v0 {

namespace {

// A configuration file is a few KB; what is much larger is something else.
constexpr std::uintmax_t most_bytes = std::uintmax_t{1} << 20;

class ConfigurationReader {
  public:
    ConfigurationReader(std::string_view json, const std::string& where) : json_(json), where_(where) {}

    KnowledgeBaseOptions read() {
        json::Value root;
        json::Fault fault;
        if (!json::parse(json_, root, fault)) {
            throw InvalidInput({at(fault.at), fault.what, fault.expected, fault.advice});
        }
        check_version(root);
        for (const json::Value::Member& member : root.members) {
            if (member.key == "parameters") {
                read_parameters(member.value);
            } else if (member.key != "version") {
                problem(member.at, "the key '" + excerpt(member.key, 60) + "' is unknown",
                        "\"version\" and \"parameters\"", "put parameters inside \"parameters\"");
            }
        }
        if (problems_.empty()) {
            try {
                check_parameters(options_);
            } catch (const InvalidInput& error) {
                for (const Problem& one : error.problems())
                    problems_.push_back({where_ + ", " + one.where, one.what, one.expected, one.advice});
            }
        }
        if (!problems_.empty()) throw InvalidInput(std::move(problems_));
        return options_;
    }

  private:
    std::string at(std::size_t offset) const { return text_of(where_, place_in(json_, offset)); }

    void problem(std::size_t offset, std::string what, std::string expected, std::string advice) {
        problems_.push_back({at(offset), std::move(what), std::move(expected), std::move(advice)});
    }

    // What another version means is not known, so nothing more is said about such a file.
    void check_version(const json::Value& root) const {
        const std::string expected = "\"version\": " + std::to_string(configuration_version);
        const json::Value* version = root.find("version");
        if (root.kind != json::Kind::object || version == nullptr) {
            throw InvalidInput({at(root.at), "no version is given: this is no configuration",
                                "an object with " + expected, "write one with write_configuration"});
        }
        if (version->kind == json::Kind::integer && version->integer == configuration_version) return;
        const std::string given = version->kind == json::Kind::integer ? std::to_string(version->integer)
                                                                       : json::name_of(version->kind);
        throw InvalidInput({at(version->at), "the configuration is of version " + given, expected,
                            "use the libm150 that wrote it, or write it anew"});
    }

    void read_parameters(const json::Value& parameters) {
        if (parameters.kind != json::Kind::object) {
            problem(parameters.at, std::string("\"parameters\" is ") + json::name_of(parameters.kind),
                    "an object of names and values", "");
        }
        for (const json::Value::Member& member : parameters.members) {
            const std::optional<ParameterValue> value = value_of(member.value);
            try {
                if (!value) {
                    const Parameter& known = parameter(member.key);
                    problem(member.value.at, known.name + " is " + json::name_of(member.value.kind),
                            "a number, true, false or a word", "");
                    continue;
                }
                set_parameter(options_, member.key, *value);
            } catch (const InvalidInput& error) {
                for (const Problem& one : error.problems())
                    problem(member.at, one.where + " " + one.what, one.expected, one.advice);
            }
        }
    }

    static std::optional<ParameterValue> value_of(const json::Value& value) {
        switch (value.kind) {
            case json::Kind::boolean:
                return ParameterValue(value.boolean);
            case json::Kind::integer:
                return ParameterValue(value.integer);
            case json::Kind::real:
                return ParameterValue(value.real);
            case json::Kind::text:
                return ParameterValue(value.text);
            case json::Kind::null:
            case json::Kind::list:
            case json::Kind::object:
                break;
        }
        return std::nullopt;
    }

    std::string_view json_;
    std::string where_;
    KnowledgeBaseOptions options_;
    std::vector<Problem> problems_;
};

}  // namespace

std::string configuration_to_json(const KnowledgeBaseOptions& options) {
    check_parameters(options);
    std::string text =
        "{\n  \"version\": " + std::to_string(configuration_version) + ",\n  \"parameters\": {";
    const char* separator = "\n";
    for (const Parameter& one : list_parameters()) {
        text += separator + ("    \"" + one.name + "\": ") + parameter_text(get_parameter(options, one.name));
        separator = ",\n";
    }
    return text + "\n  }\n}\n";
}

KnowledgeBaseOptions configuration_from_json(std::string_view json, const std::string& where) {
    return ConfigurationReader(json, where).read();
}

KnowledgeBaseOptions read_configuration(const std::filesystem::path& file) {
    return configuration_from_json(
        read_text_file(file, most_bytes, "a configuration file, of a few thousand bytes"), file.string());
}

void write_configuration(const std::filesystem::path& file, const KnowledgeBaseOptions& options) {
    replace_text_file(file, configuration_to_json(options));
}

}  // namespace m150::inline v0
