#include "bench/evaluate/ablation.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "libm150/base/error.hpp"
#include "libm150/knowledge/parameters.hpp"

namespace m150::evaluate {

namespace {

constexpr std::array<std::string_view, 6> moves_no_answer{"knowers.", "confidence.", "verdict.",
                                                          "connect.", "speakers.",   "expertise."};

// The value that turns it off, when there is one and it is on.
std::optional<ParameterValue> off_value(const Parameter& parameter, const ParameterValue& now) {
    std::optional<ParameterValue> off;
    if (parameter.type == ParameterType::boolean) {
        if (std::get<bool>(now)) off = false;
    } else if (parameter.type == ParameterType::real && parameter.low <= 0.0) {
        if (std::get<double>(now) != 0.0) off = 0.0;
    } else if (parameter.type == ParameterType::integer && parameter.low <= 0.0) {
        if (std::get<std::int64_t>(now) != 0) off = std::int64_t{0};
    }
    return off;
}

}  // namespace

std::vector<Switch> switches(const KnowledgeBaseOptions& options) {
    std::vector<Switch> all;
    for (const Parameter& parameter : list_parameters()) {
        const bool left_out =
            std::any_of(moves_no_answer.begin(), moves_no_answer.end(),
                        [&](std::string_view prefix) { return parameter.name.starts_with(prefix); });
        if (left_out) continue;
        const auto off = off_value(parameter, get_parameter(options, parameter.name));
        if (!off) continue;
        Switch one{parameter.name, parameter_text(*off), parameter.meaning, options};
        try {
            set_parameter(one.options, parameter.name, *off);
            check_parameters(one.options);
        } catch (const InvalidInput&) {
            continue;
        }
        all.push_back(std::move(one));
    }
    return all;
}

AblationReport ablate(const TestSet& set, const LibraryOptions& options, const std::vector<Measure>& measures,
                      const ResamplingOptions& resampling) {
    const Run whole = run_library(set, options).run;
    AblationReport report{quality_of(set, "everything on", whole, measures, resampling), {}, {}};
    for (Switch& part : switches(options.knowledge_base)) {
        LibraryOptions without = options;
        without.knowledge_base = part.options;
        const std::string name = part.parameter + " = " + part.off;
        const Run run = run_library(set, without).run;
        report.parts.push_back({std::move(part), quality_of(set, name, run, measures, resampling),
                                compare(set, report.whole.system, whole, name, run, measures, resampling)});
    }
    report.holm.resize(report.parts.size());
    for (std::size_t m = 0; m < measures.size(); ++m) {
        std::vector<double> p;
        for (const Ablation& part : report.parts)
            p.push_back(part.comparison.measures[m].test.p);
        const std::vector<double> corrected = holm(p);
        for (std::size_t i = 0; i < corrected.size(); ++i)
            report.holm[i].push_back(corrected[i]);
    }
    return report;
}

}  // namespace m150::evaluate
