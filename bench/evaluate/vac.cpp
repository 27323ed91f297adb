// Questions and answers of rijksoverheid.nl (examples/vac/README.md) as known items to be found.
#include <algorithm>
#include <map>

#include "bench/evaluate/file_lines.hpp"
#include "bench/evaluate/test_set.hpp"
#include "libm150/base/text.hpp"
#include "libm150/store/csv.hpp"

namespace m150::evaluate {

namespace {

namespace fs = std::filesystem;

struct Vac {
    std::string id;
    std::string question;
    std::string answer;
};

std::vector<fs::path> csv_files(const fs::path& place) {
    if (!fs::is_directory(place)) {
        require_file(place, "a directory with question-answer pairs in *.csv, or one such file");
        return {place};
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(place)) {
        if (entry.path().extension() == ".csv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) {
        throw InvalidInput({place.string(), "holds no *.csv", "files with id, question and reference_answer",
                            "name the directory of the question-answer pairs, such as examples/vac"});
    }
    return files;
}

class VacFile {
  public:
    explicit VacFile(const fs::path& file) : file_(file), reader_(file, Encoding::utf8) {}

    // The same pair may stand in several files, and is taken once.
    void read(std::vector<Vac>& vacs, std::map<std::string, std::size_t>& numbers) {
        CsvReader::Row row;
        if (!reader_.next(row))
            throw InvalidInput({file_.string(), "is empty", "a first line with column names", ""});
        const std::size_t id = column(row, "id");
        const std::size_t question = column(row, "question");
        const std::size_t answer = column(row, "reference_answer");
        const std::size_t width = row.cells.size();
        while (problems_.empty() && reader_.next(row)) {
            for (const CsvReader::Fault& fault : row.faults)
                wrong(fault.place.line, fault.problem.what, fault.problem.expected);
            if (row.cells.size() != width) {
                wrong(row.start.line, "has " + std::to_string(row.cells.size()) + " cells",
                      std::to_string(width) + ", as the first line");
                continue;
            }
            Vac vac{std::string(trim(row.cells[id].text)), std::string(trim(row.cells[question].text)),
                    std::string(trim(row.cells[answer].text))};
            if (columns_of(vac.id).size() != 1 || vac.question.empty() || vac.answer.empty()) {
                wrong(row.start.line, "lacks an id, a question or an answer", "all three");
            } else if (const auto [known, fresh] = numbers.emplace(vac.id, vacs.size()); fresh) {
                vacs.push_back(std::move(vac));
            } else if (const Vac& before = vacs[known->second];
                       before.question != vac.question || before.answer != vac.answer) {
                wrong(row.start.line, "the id '" + excerpt(vac.id, 60) + "' stood before another text",
                      "each id once");
            }
        }
        if (!problems_.empty()) throw InvalidInput(std::move(problems_));
    }

  private:
    std::size_t column(const CsvReader::Row& head, std::string_view name) {
        const auto found = std::find_if(head.cells.begin(), head.cells.end(),
                                        [&](const CsvReader::Cell& cell) { return trim(cell.text) == name; });
        if (found == head.cells.end())
            wrong(1, "has no column " + std::string(name), "the columns id, question and reference_answer");
        return static_cast<std::size_t>(found - head.cells.begin());
    }
    void wrong(std::size_t line, std::string what, std::string expected) {
        problems_.push_back(
            {file_.string() + ":" + std::to_string(line), std::move(what), std::move(expected), ""});
    }

    fs::path file_;
    CsvReader reader_;
    std::vector<Problem> problems_;
};

}  // namespace

TestSet read_vac(const fs::path& place, bool reverse) {
    std::vector<Vac> vacs;
    std::map<std::string, std::size_t> numbers;
    for (const fs::path& file : csv_files(place))
        VacFile(file).read(vacs, numbers);
    TestSet set;
    set.name = reverse ? "vac-reverse" : "vac";
    set.measures = parse_measures("RR@10 Success@1 Success@10 nDCG@10");
    for (const Vac& vac : vacs) {
        TestDocument document;
        document.id = vac.id;
        if (reverse) {
            document.title = vac.question;
        } else {
            document.answers = {vac.answer};
        }
        set.documents.push_back(std::move(document));
        set.queries.push_back({vac.id, reverse ? vac.answer : vac.question, "", ""});
        set.judgements[vac.id][vac.id] = 1;
    }
    return set;
}

}  // namespace m150::evaluate
