#include "bench/tune/trials.hpp"

#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "bench/evaluate/file_lines.hpp"
#include "bench/tune/provenance.hpp"
#include "libm150/base/error.hpp"

namespace m150::tune {

namespace {

using Json = nlohmann::ordered_json;

const char* const other_file = "choose another file, or remove this one";

Json plain(const ParameterValue& value) {
    return std::visit([](const auto& one) { return Json(one); }, value);
}

ParameterValue value_of(const Json& json) {
    if (json.is_boolean()) return json.get<bool>();
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (json.is_number()) return json.get<double>();
    return json.get<std::string>();
}

// Parameters that are not at their default.
std::vector<std::pair<std::string, ParameterValue>> changed(const KnowledgeBaseOptions& options) {
    std::vector<std::pair<std::string, ParameterValue>> list;
    for (const Parameter& one : list_parameters()) {
        ParameterValue value = get_parameter(options, one.name);
        if (value != one.initial) list.emplace_back(one.name, std::move(value));
    }
    return list;
}

Json provenance_of(const Objective& objective) {
    Json versions = Json::object();
    for (const auto& [name, version] : objective.versions)
        versions[name] = version;
    return {{"data", objective.data}, {"measures", objective.measures}, {"versions", versions}};
}

// The first of `expected` that is otherwise; empty when all is the same.
std::string difference(const Json& of, const Json& expected) {
    for (const auto& [what, value] : expected.items()) {
        if (of.at(what) != value) return what;
    }
    return {};
}

// What was asked and of which configuration, and the score.
std::pair<std::string, Score> entry_of(const Json& json, const Objective& objective) {
    KnowledgeBaseOptions options;
    for (const auto& [name, value] : json.at("configuration").items())
        set_parameter(options, name, value_of(value));
    Score score;
    score.values = json.at("values").get<std::vector<double>>();
    for (const std::string& name : objective.measures)
        score.means.push_back(json.at("means").at(name).get<double>());
    score.index_seconds = json.at("seconds").at("index").get<double>();
    score.ask_seconds = json.at("seconds").at("ask").get<double>();
    return {json.at("asked").get<std::string>() + " " + key_of(options), std::move(score)};
}

// Drops what follows the last line break: a line that was being written when the process died.
void drop_half_a_line(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    auto end = static_cast<std::int64_t>(stream.tellg());
    char last = '\n';
    while (end > 0) {
        stream.seekg(end - 1);
        stream.get(last);
        if (last == '\n') break;
        --end;
    }
    stream.close();
    std::error_code error;
    std::filesystem::resize_file(file, static_cast<std::uintmax_t>(end), error);
    if (error)
        throw StoreError(
            {file.string(), "cannot be written (" + error.message() + ")", "a file to add trials to", ""});
}

}  // namespace

std::string key_of(const KnowledgeBaseOptions& options) {
    std::string text;
    for (const auto& [name, value] : changed(options))
        text += name + "=" + parameter_text(value) + " ";
    return text;
}

TrialFile::TrialFile(const std::filesystem::path& file, const Objective& objective)
    : file_(file), objective_(objective) {
    std::error_code error;
    if (std::filesystem::exists(file, error)) read();
    stream_.open(file, std::ios::binary | std::ios::app);
    if (!stream_)
        throw StoreError({file.string(), "cannot be written", "a place where files can be written", ""});
}

std::string TrialFile::asked_by(const Part& asked) const {
    std::vector<std::string> ids;
    for (const std::size_t query : asked)
        ids.push_back(objective_.queries.at(query));
    return hash_of(ids);
}

void TrialFile::read() {
    evaluate::require_file(file_, "a file of trials");
    drop_half_a_line(file_);
    evaluate::FileLines lines(file_);
    const Json expected = provenance_of(objective_);
    for (std::string line; lines.next(line);) {
        Json json = Json::parse(line, nullptr, false);
        try {
            if (const std::string what = difference(json.at("of"), expected); !what.empty()) {
                lines.wrong("the trial was made with other " + what + ": " + json["of"][what].dump(),
                            expected[what].dump(), other_file);
                break;  // the rest is no better
            }
            known_.insert(entry_of(json, objective_));
        } catch (const nlohmann::json::exception&) {
            lines.wrong("this is no trial", "a line that a search wrote", other_file);
        } catch (const InvalidInput& problem) {
            lines.wrong(problem.problems().front().text(), "a trial of this libm150", other_file);
        }
    }
    lines.finish();
}

const Score* TrialFile::find(const Trial& trial) const {
    const auto found = known_.find(asked_by(trial.asked) + " " + key_of(trial.options));
    if (found == known_.end() || found->second.values.size() != trial.asked.size()) return nullptr;
    return &found->second;
}

void TrialFile::add(const Trial& trial, const SearchSpace& space, std::uint64_t seed) {
    Json json;
    json["trial"] = trial.number;
    json["fold"] = trial.fold;
    json["parameters"] = Json::object();
    for (const Dimension& dimension : space.dimensions)
        json["parameters"][dimension.parameter] = plain(get_parameter(trial.options, dimension.parameter));
    json["means"] = Json::object();
    for (std::size_t m = 0; m < objective_.measures.size(); ++m)
        json["means"][objective_.measures[m]] = trial.score.means[m];
    json["queries"] = trial.asked.size();
    json["seconds"] = {{"index", trial.score.index_seconds}, {"ask", trial.score.ask_seconds}};
    json["seed"] = seed;
    json["configuration"] = Json::object();
    for (const auto& [name, value] : changed(trial.options))
        json["configuration"][name] = plain(value);
    json["asked"] = asked_by(trial.asked);
    json["of"] = provenance_of(objective_);
    json["values"] = trial.score.values;
    stream_ << json.dump() << '\n' << std::flush;
    if (!stream_)
        throw StoreError({file_.string(), "cannot be written", "room for the trials",
                          "make room and start again: it goes on from here"});
}

}  // namespace m150::tune
