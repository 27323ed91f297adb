// m150-bench language: how stemmers and the compound splitter do on the labelled lists.
#include <xapian.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "bench/evaluate/labelled_words.hpp"
#include "commands.hpp"
#include "libm150/base/error.hpp"
#include "libm150/search/stemmer.hpp"
#include "libm150/search/word_data.hpp"
#include "numbers.hpp"
#include "table.hpp"

namespace m150::bench {

namespace {

using namespace m150::evaluate;
namespace fs = std::filesystem;

struct LanguageOptions {
    fs::path lists = "tests/search/data";
    bool json = false;
};

struct StemRow {
    std::string list, stemmer;
    StemCount count;
};
struct CompoundRow {
    std::string list;
    CompoundCount count;
};

// "seen" of stem_families_seen.txt, ascending.
std::vector<std::string> lists_named(const fs::path& directory, const std::string& prefix) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(directory, error)) {
        const std::string file = entry.path().filename().string();
        if (file.starts_with(prefix) && file.ends_with(".txt"))
            names.push_back(file.substr(prefix.size(), file.size() - prefix.size() - 4));
    }
    std::sort(names.begin(), names.end());
    if (names.empty()) {
        throw InvalidInput({directory.string(), "holds no " + prefix + "*.txt",
                            "the directory of the labelled lists",
                            "name it with --lists, such as tests/search/data"});
    }
    return names;
}

std::vector<StemRow> stem_rows(const fs::path& lists) {
    const CompoundSplitter splitter(Lexicon::dutch(), word_data::compound_rules());
    const DutchStemmer stemmer(Lexicon::dutch(), splitter);
    const Xapian::Stem porter("dutch");
    const Xapian::Stem kraaij_pohlmann("kraaij_pohlmann");
    const std::vector<std::pair<std::string, Stem>> stemmers{
        {"Porter", [&](const std::string& word) { return porter(word); }},
        {"Kraaij-Pohlmann", [&](const std::string& word) { return kraaij_pohlmann(word); }},
        {"m150", [&](const std::string& word) { return stemmer.stem(word); }}};
    std::vector<StemRow> rows;
    std::vector<StemRow> all;
    for (const auto& [name, stem] : stemmers)
        all.push_back({"all", name, {}});
    for (const std::string& list : lists_named(lists, "stem_families_")) {
        const auto families = labelled_rows(lists / ("stem_families_" + list + ".txt"));
        const auto apart = labelled_rows(lists / ("stem_apart_" + list + ".txt"));
        for (std::size_t i = 0; i < stemmers.size(); ++i) {
            rows.push_back({list, stemmers[i].first, count_stems(families, apart, stemmers[i].second)});
            all[i].count += rows.back().count;
        }
    }
    rows.insert(rows.end(), all.begin(), all.end());
    return rows;
}

std::vector<CompoundRow> compound_rows(const fs::path& lists) {
    const CompoundSplitter splitter(Lexicon::dutch(), word_data::compound_rules());
    const Split split = [&](const std::string& word) {
        std::set<std::size_t> starts;
        const std::vector<CompoundPart> parts = splitter.split(word);
        for (std::size_t i = 1; i < parts.size(); ++i)
            starts.insert(parts[i].begin);
        return starts;
    };
    std::vector<CompoundRow> rows;
    CompoundRow all{"all", {}};
    for (const std::string& list : lists_named(lists, "compounds_")) {
        rows.push_back(
            {list, count_compounds(labelled_compounds(lists / ("compounds_" + list + ".txt")), split)});
        all.count += rows.back().count;
    }
    rows.push_back(all);
    return rows;
}

void print_tables(const std::vector<StemRow>& stems, const std::vector<CompoundRow>& compounds) {
    std::cout
        << "Stems: of pairs of words in one family, those joined; of pairs that must differ, and of pairs of "
           "families, those joined wrongly\n";
    Table stem_table(
        {"list", "stemmer", "words", "pairs", "joined", "part", "apart", "wrong", "families joined"});
    for (const StemRow& row : stems) {
        const StemCount& count = row.count;
        stem_table.row({row.list, row.stemmer, std::to_string(count.words), std::to_string(count.pairs),
                        std::to_string(count.joined), number(count.share()), std::to_string(count.apart),
                        std::to_string(count.wrong), std::to_string(count.across_families)});
    }
    stem_table.print(std::cout);
    std::cout << "\nCompounds: points at which a part begins\n";
    Table table(
        {"list", "words", "words right", "to stay whole", "split all the same", "precision", "recall", "F1"});
    for (const CompoundRow& row : compounds) {
        const CompoundCount& count = row.count;
        table.row({row.list, std::to_string(count.words), std::to_string(count.right_words),
                   std::to_string(count.whole), std::to_string(count.whole_split), number(count.precision()),
                   number(count.recall()), number(count.f1())});
    }
    table.print(std::cout);
}

void print_json(const std::vector<StemRow>& stems, const std::vector<CompoundRow>& compounds) {
    nlohmann::ordered_json json{{"stems", nlohmann::ordered_json::array()},
                                {"compounds", nlohmann::ordered_json::array()}};
    for (const StemRow& row : stems) {
        const StemCount& count = row.count;
        json["stems"].push_back({{"list", row.list},
                                 {"stemmer", row.stemmer},
                                 {"words", count.words},
                                 {"pairs", count.pairs},
                                 {"joined", count.joined},
                                 {"apart", count.apart},
                                 {"wrong", count.wrong},
                                 {"families_joined", count.across_families}});
    }
    for (const CompoundRow& row : compounds) {
        const CompoundCount& count = row.count;
        json["compounds"].push_back({{"list", row.list},
                                     {"words", count.words},
                                     {"right_words", count.right_words},
                                     {"whole", count.whole},
                                     {"whole_split", count.whole_split},
                                     {"precision", count.precision()},
                                     {"recall", count.recall()},
                                     {"f1", count.f1()}});
    }
    std::cout << json.dump(2) << '\n';
}

}  // namespace

void add_language(CLI::App& app) {
    const auto options = std::make_shared<LanguageOptions>();
    CLI::App* command = app.add_subcommand(
        "language", "Count what stemmers join and where compounds are split, on labelled lists");
    command
        ->add_option("--lists", options->lists,
                     "Directory with stem_families_*.txt, stem_apart_*.txt and compounds_*.txt")
        ->capture_default_str();
    command->add_flag("--json", options->json, "JSON instead of tables");
    command->footer("Examples:\n  m150-bench language\n  m150-bench language --json");
    command->callback([options] {
        const auto stems = stem_rows(options->lists);
        const auto compounds = compound_rows(options->lists);
        options->json ? print_json(stems, compounds) : print_tables(stems, compounds);
    });
}

}  // namespace m150::bench
