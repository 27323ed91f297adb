// The parameters of KnowledgeBaseOptions by name: one table, from which configuration files, tuning and
// docs/configuration.md follow.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/knowledge/knowledge_base_options.hpp"

namespace m150::inline v0 {

enum class ParameterType { real, integer, boolean, choice };
// A double, a std::int64_t, a bool, or for a choice one of its words.
using ParameterValue = std::variant<double, std::int64_t, bool, std::string>;

struct Parameter {
    std::string name;  // "index.title_weight": the path of the field in KnowledgeBaseOptions
    ParameterType type = ParameterType::real;
    ParameterValue initial;  // of KnowledgeBaseOptions{}
    double low = 0.0;        // of numbers: the smallest and largest value allowed
    double high = 0.0;
    double step = 0.0;                 // values between multiples of it make no difference; 0: all differ
    std::vector<std::string> choices;  // of a choice
    bool makes_index = false;          // another value makes another index; else it only ranks
    std::string meaning;
};

// All of them, in the order of the structs.
M150_EXPORT const std::vector<Parameter>& list_parameters();
// Throws InvalidInput for an unknown name, and says which is nearest.
M150_EXPORT const Parameter& parameter(std::string_view name);

M150_EXPORT ParameterValue get_parameter(const KnowledgeBaseOptions& options, std::string_view name);
// A real takes whole numbers, an integer takes reals that are whole. Throws InvalidInput for an unknown name,
// a value of another type and one out of range; `options` is as it was then.
M150_EXPORT void set_parameter(KnowledgeBaseOptions& options, std::string_view name,
                               const ParameterValue& value);
// The value as configuration files have it: the shortest text that gives the same number, a choice in quotes.
M150_EXPORT std::string parameter_text(const ParameterValue& value);

// Throws InvalidInput with every parameter that is out of its range.
M150_EXPORT void check_parameters(const KnowledgeBaseOptions& options);

// Whether both make the same index from the same records.
M150_EXPORT bool same_index(const KnowledgeBaseOptions& a, const KnowledgeBaseOptions& b);

// A configuration file: {"version": 1, "parameters": {"index.title_weight": 2, ...}}, UTF-8.
inline constexpr int configuration_version = 1;

// Every parameter, one a line; the same options give the same bytes.
M150_EXPORT std::string configuration_to_json(const KnowledgeBaseOptions& options);
// Parameters that are not named keep their default. `where` is told in messages before line and column.
// Throws InvalidInput with everything that is wrong: no JSON, another version, unknown names (the nearest is
// suggested), values that do not fit.
M150_EXPORT KnowledgeBaseOptions configuration_from_json(std::string_view json,
                                                         const std::string& where = "configuration");

// Throws InvalidInput when the file cannot be read, and as configuration_from_json does.
M150_EXPORT KnowledgeBaseOptions read_configuration(const std::filesystem::path& file);
// Takes the file's place at once: who reads meanwhile gets the old or the new one. Throws StoreError when it
// cannot be written.
M150_EXPORT void write_configuration(const std::filesystem::path& file, const KnowledgeBaseOptions& options);

}  // namespace m150::inline v0
