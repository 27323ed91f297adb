#include "libm150/store/load.hpp"

#include <algorithm>
#include <system_error>

#include "libm150/base/text.hpp"
#include "libm150/store/connection.hpp"
#include "libm150/store/load_record.hpp"
#include "libm150/store/load_transaction.hpp"

namespace m150::inline v0 {

namespace {

namespace fs = std::filesystem;

// Finds the cell of every field in the header; reports columns that are missing, unknown or there twice.
template <class Record>
bool read_header(LoadContext& context, const std::string& file, const CsvReader::Row& header,
                 std::vector<int>& columns) {
    const std::vector<std::string> names = field_names<Record>();
    columns.assign(names.size(), -1);
    bool usable = header.faults.empty();
    const auto wrong = [&](Place place, Problem problem) {
        usable = false;
        context.problem(file, place, std::move(problem));
    };
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const CsvReader::Cell& cell = header.cells[i];
        const std::string name = ascii_lower(trim(cell.text));
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) {
            const std::string close = nearest(name, names);
            wrong(cell.place, {"", "the column '" + excerpt(cell.text, 60) + "' is not known",
                               "a column of " + std::string(Schema<Record>::plural),
                               close.empty() ? "remove it" : "did you mean '" + close + "'?"});
            continue;
        }
        int& column = columns[static_cast<std::size_t>(found - names.begin())];
        if (column >= 0)
            wrong(cell.place,
                  {"", "the column '" + name + "' is there twice", "each column once", "remove one"});
        column = static_cast<int>(i);
    }
    std::size_t at = 0;
    for_each_field<Record>([&](const auto& field) {
        if (columns[at++] >= 0 || field.need == Need::optional) return;
        wrong(header.end, {"", "the column '" + std::string(field.name) + "' is missing",
                           "a header with every required column", "add it"});
    });
    return usable;
}

bool same_width(LoadContext& context, const std::string& file, const CsvReader::Row& row, std::size_t width) {
    if (row.cells.size() == width) return true;
    const bool many = row.cells.size() > width;
    context.problem(file, many ? row.cells[width].place : row.end,
                    {"", "the row has " + std::to_string(row.cells.size()) + " cells",
                     std::to_string(width) + ", as the header",
                     many ? "quote cells that hold a separator" : "add the missing cells, empty ones too"});
    return false;
}

template <class Record>
void load_csv(LoadContext& context, const fs::path& path) {
    const std::string file = path.filename().string();
    const Encoding encoding = detect_encoding(path);
    if (encoding == Encoding::utf16) {
        context.problem(file, {1, 1},
                        {"", "the file is UTF-16", "UTF-8 (or cp1252) text", "save it as 'CSV UTF-8'"});
        return context.refused_file(Schema<Record>::plural);
    }
    if (encoding == Encoding::cp1252) {
        context.report().notices.push_back(file +
                                           ": is not UTF-8; read as cp1252 (Windows, Western European)");
    }
    CsvReader reader(path, encoding);
    CsvReader::Row row;
    std::vector<int> columns;
    bool usable = false;
    std::size_t width = 0;
    while (reader.next(row)) {
        for (CsvReader::Fault& fault : row.faults)
            context.problem(file, fault.place, std::move(fault.problem));
        if (width == 0) {
            width = row.cells.size();
            usable = read_header<Record>(context, file, row, columns);
            if (!usable) return context.refused_file(Schema<Record>::plural);
            continue;
        }
        if (!row.faults.empty() || !same_width(context, file, row, width)) {
            const auto id = static_cast<std::size_t>(columns.front());
            if (id < row.cells.size()) context.refused(Schema<Record>::plural, row.cells[id].text);
            continue;
        }
        Draft<Record> draft;
        read_row_cells(context, file, row, columns, draft);
        take(context, file, draft);
        context.advance(reader.bytes_read());
    }
    if (width == 0)
        context.problem(file, {1, 1},
                        {"", "the file is empty", "a header row", "remove the file, or add a header"});
    context.file_done(reader.bytes_read());
}

template <class Record>
void load_jsonl(LoadContext& context, const fs::path& path) {
    const std::string file = path.filename().string();
    LineReader reader(path);
    std::string line;
    while (reader.next(line)) {
        if (trim(line).empty()) continue;
        const std::size_t bad = invalid_utf8(line);
        if (bad != std::string::npos) {
            context.problem(file, {reader.number(), characters(std::string_view(line).substr(0, bad)) + 1},
                            {"", line[bad] == '\0' ? "a NUL byte" : "this byte is not valid UTF-8",
                             "UTF-8 text without NUL bytes", "save the file as UTF-8"});
            continue;
        }
        if (reader.cut_off()) {
            context.problem(file, {reader.number(), 1},
                            {"", "the line is longer than 16 MB", "a shorter line", ""});
            continue;
        }
        Draft<Record> draft;
        read_json_line(context, file, reader.number(), line, draft);
        take(context, file, draft);
        context.advance(reader.bytes_read());
    }
    context.file_done(reader.bytes_read());
}

// Says which files are not loaded, and refuses a directory without any that is.
void look_through(LoadContext& context, const fs::path& directory) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    if (error) {
        throw InvalidInput({directory.string(), "cannot be read (" + error.message() + ")",
                            "a directory with files such as questions.csv", "check the path"});
    }
    std::sort(names.begin(), names.end());
    std::vector<std::string> wanted;
    for_each_record_type([&]<class Record>() {
        wanted.push_back(std::string(Schema<Record>::plural) + ".csv");
        wanted.push_back(std::string(Schema<Record>::plural) + ".jsonl");
    });
    bool any = false;
    for (const std::string& name : names) {
        if (std::find(wanted.begin(), wanted.end(), name) != wanted.end()) {
            any = true;
            context.expect(fs::file_size(directory / name, error));
        } else if (!name.starts_with("README") && !name.starts_with("truth") &&
                   !name.starts_with("LICENSE") && !name.starts_with(".")) {
            const std::string close = nearest(ascii_lower(name), wanted);
            context.report().notices.push_back(name + ": passed over, no record type has such a file" +
                                               (close.empty() ? "" : " (did you mean " + close + "?)"));
        }
    }
    if (!any) {
        throw InvalidInput({directory.string(), "holds nothing to load",
                            "files such as questions.csv or answers.jsonl",
                            "check the path; docs/data-formats.md names the files"});
    }
}

}  // namespace

LoadReport load_directory(Store& store, const fs::path& directory, const LoadOptions& options) {
    LoadTransaction transaction(store);
    LoadContext context(store, options);
    look_through(context, directory);
    for_each_record_type([&]<class Record>() {
        const std::string plural(Schema<Record>::plural);
        std::error_code ignored;
        if (fs::exists(directory / (plural + ".csv"), ignored))
            load_csv<Record>(context, directory / (plural + ".csv"));
        if (fs::exists(directory / (plural + ".jsonl"), ignored))
            load_jsonl<Record>(context, directory / (plural + ".jsonl"));
    });
    context.finish();
    transaction.commit();
    return std::move(context.report());
}

}  // namespace m150::inline v0
