// m150-bench learn-space: a semantic space from running text.
#include <fstream>
#include <iostream>
#include <memory>

#include "bench/learn/learn_space.hpp"
#include "commands.hpp"
#include "libm150/base/error.hpp"

namespace m150::bench {

namespace {

struct Options {
    std::vector<std::filesystem::path> texts;
    std::vector<std::filesystem::path> records;
    std::string language = "nl";
    std::filesystem::path out;
    LearnParameters parameters;
};

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
        add_records(directory, stems);
    for (const Source& source : stems.sources()) {
        std::cerr << source.name << ": " << source.documents << " documents, " << source.tokens
                  << " words that are no stop words\n";
    }
    const std::string bytes =
        learn_space(stems, options.parameters, [](const std::string& what) { std::cerr << what << '\n'; });
    std::ofstream file(options.out, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
        throw StoreError({options.out.string(), "cannot be written", "a place with room to write in", ""});
    }
    std::cerr << options.out.string() << ": " << bytes.size() << " bytes\n";
}

}  // namespace

void add_learn_space(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("learn-space", "Learn what words mean from running text");
    LearnParameters& parameters = options->parameters;
    command->add_option("--text", options->texts,
                        "Files of JSON objects, one a line, with a text and perhaps a title; .gz as well");
    command->add_option("--records", options->records, "Knowledge bases, or directories to load");
    command->add_option("--out", options->out, "File to write")->required();
    command->add_option("--language", options->language)
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
    command->footer(
        "Example: m150-bench learn-space --text statutes.jsonl.gz --records avh.m150 --out "
        "avh.m150/space.bin");
    command->callback([options] { run(*options); });
}

}  // namespace m150::bench
