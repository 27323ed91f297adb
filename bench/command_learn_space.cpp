// m150-bench learn-space: a semantic space from running text.
#include <cinttypes>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "bench/learn/learn_space.hpp"
#include "commands.hpp"
#include "libm150/base/error.hpp"
#include "libm150/search/space_file.hpp"

namespace m150::bench {

namespace {

struct Options {
    std::vector<std::filesystem::path> texts;
    std::vector<std::filesystem::path> records;
    std::string audience = "public";
    std::string language = "nl";
    std::filesystem::path out;
    LearnParameters parameters;
    bool json = false;
};

const std::map<std::string, LearnFrom> audiences{
    {"public", LearnFrom::everyone}, {"all-networks", LearnFrom::all_networks}, {"avh", LearnFrom::avh}};

std::string hexadecimal(std::uint64_t number) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016" PRIx64, number);
    return digits;
}

void write_file(const std::filesystem::path& place, const std::string& bytes) {
    std::ofstream file(place, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw StoreError({place.string(), "cannot be written", "a place with room to write in", ""});
}

void print_json(const Options& options, const Stems& stems, const std::string& bytes) {
    const semantic::Header header = semantic::read_space(bytes, options.out.string(), false).header;
    auto sources = nlohmann::ordered_json::array();
    for (const Source& source : stems.sources()) {
        sources.push_back({{"name", source.name},
                           {"documents", source.documents},
                           {"tokens", source.tokens},
                           {"hash", hexadecimal(source.hash)}});
    }
    const nlohmann::ordered_json report{{"out", options.out.string()},  {"language", options.language},
                                        {"audience", options.audience}, {"sources", sources},
                                        {"words", header.words},        {"dimension", header.dimension},
                                        {"bytes", bytes.size()},        {"hash", hexadecimal(header.hash)}};
    std::cout << report.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void run(const Options& options) {
    if (options.texts.empty() && options.records.empty()) {
        throw InvalidInput({"learn-space", "there is nothing to learn from", "--text or --records", ""});
    }
    AnalysisOptions analysis;
    analysis.language = options.language == "en" ? Language::english : Language::dutch;
    const Analyzer analyzer(analysis);
    Stems stems(analyzer);
    for (const auto& file : options.texts)
        add_text_file(file, stems);
    for (const auto& directory : options.records)
        add_records(directory, audiences.at(options.audience), stems);
    for (const Source& source : stems.sources()) {
        std::cerr << source.name << ": " << source.documents << " documents, " << source.tokens
                  << " words that are no stop words\n";
        if (source.documents == 0) {
            std::cerr << source.name << ": no record has the audience " << options.audience
                      << "; --audience says which are learned from\n";
        }
    }
    const std::string bytes =
        learn_space(stems, options.parameters, [](const std::string& what) { std::cerr << what << '\n'; });
    write_file(options.out, bytes);
    std::cerr << options.out.string() << ": " << bytes.size() << " bytes\n";
    if (options.json) print_json(options, stems, bytes);
}

}  // namespace

void add_learn_space(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("learn-space", "Learn what words mean from running text");
    LearnParameters& parameters = options->parameters;
    command->add_option("--text", options->texts,
                        "Files of JSON objects, one a line, with a text and perhaps a title; .gz as well");
    command->add_option("--records", options->records, "Knowledge bases, or directories to load");
    command
        ->add_option(
            "--audience", options->audience,
            "Of the records learned from: public; all-networks, those as well; avh, all of them. What "
            "is hidden from a viewer then moves the scores that it sees (SECURITY.md)")
        ->check(CLI::IsMember({"public", "all-networks", "avh"}))
        ->capture_default_str();
    command->add_option("--out", options->out, "File to write")->required();
    command->add_option("--language", options->language, "Of the texts")
        ->check(CLI::IsMember({"nl", "en"}))
        ->capture_default_str();
    command->add_option("--window", parameters.window, "Words to either side that are near")
        ->capture_default_str();
    command->add_option("--minimum", parameters.minimum, "Times a word must come")->capture_default_str();
    command->add_option("--dimension", parameters.dimension, "Of the space")->capture_default_str();
    command->add_option("--smoothing", parameters.smoothing, "Power of the frequency of contexts, 0..1")
        ->capture_default_str();
    command->add_option("--exponent", parameters.exponent, "Power of the singular values, 0..1")
        ->capture_default_str();
    command->add_flag("--json", options->json, "Also say on standard output what was made, as JSON");
    command->footer(
        "The same texts and parameters give the same bytes; nothing is drawn at random.\n"
        "Example:\n"
        "  m150-bench learn-space --text statutes.jsonl.gz --records avh.m150 --out space.bin\n"
        "  m150-bench quality --semantic-space space.bin   # is it better?\n"
        "  m150 space avh.m150 space.bin                   # take it into use");
    command->callback([options] { run(*options); });
}

}  // namespace m150::bench
