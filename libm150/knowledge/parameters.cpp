#include "libm150/knowledge/parameters.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/knowledge/parameter_table.hpp"
#include "libm150/record/text_form.hpp"

namespace m150::inline v0 {

namespace {

using Options = KnowledgeBaseOptions;

// "title_weight" for "index.title_weight".
std::string_view last_part(std::string_view name) {
    return name.substr(name.rfind('.') + 1);
}

// The name that was probably meant; empty when none is near. Who leaves out or mistakes the struct is told,
// too.
std::string guess_name(std::string_view name) {
    std::vector<std::string> names;
    std::vector<std::string> ends;
    for (const ParameterRow& one : parameter_table()) {
        names.push_back(one.parameter.name);
        ends.emplace_back(last_part(one.parameter.name));
    }
    if (std::string whole = nearest(name, names); !whole.empty()) return whole;
    const std::string end = nearest(last_part(name), ends);
    const auto found = std::find(ends.begin(), ends.end(), end);
    return found == ends.end() ? "" : names[static_cast<std::size_t>(found - ends.begin())];
}

const ParameterRow& row_of(std::string_view name) {
    const auto found = std::find_if(parameter_table().begin(), parameter_table().end(),
                                    [&](const ParameterRow& one) { return one.parameter.name == name; });
    if (found != parameter_table().end()) return *found;
    const std::string guess = guess_name(name);
    throw InvalidInput({"parameter '" + excerpt(name, 60) + "'", "is unknown",
                        "a parameter of docs/configuration.md",
                        guess.empty() ? "" : "did you mean " + guess + "?"});
}

std::string expected(const Parameter& one) {
    switch (one.type) {
        case ParameterType::boolean:
            return "true or false";
        case ParameterType::choice: {
            std::string text;
            for (const std::string& choice : one.choices)
                text += (text.empty() ? "" : " or ") + ("\"" + choice + "\"");
            return text;
        }
        case ParameterType::integer:
        case ParameterType::real:
            break;
    }
    return std::string(one.type == ParameterType::integer ? "a whole number" : "a number") + " from " +
           to_text(one.low) + " to " + to_text(one.high);
}

bool fits(const Parameter& one, const ParameterValue& value) {
    const auto within = [&](double number) { return number >= one.low && number <= one.high; };  // false: NaN
    switch (one.type) {
        case ParameterType::boolean:
            return std::holds_alternative<bool>(value);
        case ParameterType::choice: {
            const auto* word = std::get_if<std::string>(&value);
            return word != nullptr &&
                   std::find(one.choices.begin(), one.choices.end(), *word) != one.choices.end();
        }
        case ParameterType::integer: {
            const auto* number = std::get_if<std::int64_t>(&value);
            return number != nullptr && within(static_cast<double>(*number));
        }
        case ParameterType::real:
            break;
    }
    const auto* number = std::get_if<double>(&value);
    return number != nullptr && within(*number);
}

// Whole numbers for reals and the other way round, where nothing is lost.
ParameterValue converted(const Parameter& one, const ParameterValue& value) {
    constexpr double exact = 9007199254740992.0;  // 2^53: below it every whole number is a double
    if (const auto* whole = std::get_if<std::int64_t>(&value);
        whole != nullptr && one.type == ParameterType::real)
        return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value); real != nullptr &&
                                                        one.type == ParameterType::integer &&
                                                        std::trunc(*real) == *real && std::abs(*real) < exact)
        return static_cast<std::int64_t>(*real);
    return value;
}

Problem misfit(const Parameter& one, const ParameterValue& value) {
    return {"parameter " + one.name, "is " + excerpt(parameter_text(value), 60), expected(one),
            "see docs/configuration.md for what it means"};
}

// The one list in the options: its values can be reached once its length is right.
void require_weights(const Options& options) {
    const std::size_t given = options.expertise.weights.size();
    if (given == evidence_kinds) return;
    throw InvalidInput({"ExpertiseOptions, field weights", std::to_string(given) + " weights were given",
                        std::to_string(evidence_kinds) + " weights, one for each kind of evidence",
                        "leave the field out for its default"});
}

}  // namespace

const std::vector<Parameter>& list_parameters() {
    static const std::vector<Parameter> list = [] {
        std::vector<Parameter> made;
        std::transform(parameter_table().begin(), parameter_table().end(), std::back_inserter(made),
                       [](const ParameterRow& one) { return one.parameter; });
        return made;
    }();
    return list;
}

const Parameter& parameter(std::string_view name) {
    return row_of(name).parameter;
}

ParameterValue get_parameter(const KnowledgeBaseOptions& options, std::string_view name) {
    require_weights(options);
    return row_of(name).get(options);
}

void set_parameter(KnowledgeBaseOptions& options, std::string_view name, const ParameterValue& value) {
    require_weights(options);
    const ParameterRow& one = row_of(name);
    const ParameterValue wanted = converted(one.parameter, value);
    if (!fits(one.parameter, wanted)) throw InvalidInput(misfit(one.parameter, value));
    one.set(options, wanted);
}

std::string parameter_text(const ParameterValue& value) {
    if (const auto* word = std::get_if<std::string>(&value)) return "\"" + *word + "\"";
    if (const auto* flag = std::get_if<bool>(&value)) return to_text(*flag);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    const double number = std::get<double>(value);
    return number == 0.0 ? "0" : to_text(number);  // also of -0
}

void check_parameters(const KnowledgeBaseOptions& options) {
    require_weights(options);
    std::vector<Problem> problems;
    for (const ParameterRow& one : parameter_table()) {
        const ParameterValue value = one.get(options);
        if (!fits(one.parameter, value)) problems.push_back(misfit(one.parameter, value));
    }
    const FitWeights& fit = options.speakers;
    if (fit.words == 0 && fit.topics == 0 && fit.experience == 0) {
        problems.push_back({"parameters speakers.words, speakers.topics and speakers.experience", "are all 0",
                            "at least one above 0", ""});
    }
    const KnowerOptions& knowers = options.knowers;
    if (knowers.votes == 0 && knowers.profile == 0 && knowers.topics == 0 && knowers.active == 0 &&
        knowers.steady == 0 && knowers.network == 0) {
        problems.push_back(
            {"parameters knowers.votes, knowers.profile, knowers.topics, knowers.active, "
             "knowers.steady and knowers.network",
             "are all 0", "at least one above 0", "by these weights nobody is ever named"});
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

bool same_index(const KnowledgeBaseOptions& a, const KnowledgeBaseOptions& b) {
    return std::all_of(parameter_table().begin(), parameter_table().end(), [&](const ParameterRow& one) {
        return !one.parameter.makes_index || one.get(a) == one.get(b);
    });
}

}  // namespace m150::inline v0
