#include "libm150/knowledge/sheet.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/knowledge/recognise.hpp"

namespace m150::inline v0 {

namespace {

// What is not there would be read as an empty file.
const std::filesystem::path& readable(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        throw InvalidInput({path.string(), "is no file that can be read", "a CSV file", "check the path"});
    return path;
}

// Whether lines end as on an old Mac, so that the whole file would be one.
bool ends_lines_in_cr(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string start(1 << 16, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(stream.gcount()));
    return start.find('\n') == std::string::npos && trim(start).find('\r') != std::string::npos;
}

}  // namespace

Sheet::Sheet(LoadContext& context, const std::filesystem::path& path, std::vector<SheetColumn> columns)
    : context_(context),
      file_(path.filename().string()),
      columns_(std::move(columns)),
      at_(columns_.size(), -1),
      reader_(readable(path), detect_encoding(path)) {
    const Encoding encoding = detect_encoding(path);
    if (encoding == Encoding::utf16) {
        context_.problem(file_, {1, 1},
                         {"", "the file is UTF-16", "UTF-8 (or cp1252) text", "save it as 'CSV UTF-8'"});
        return;
    }
    if (ends_lines_in_cr(path)) {
        context_.problem(file_, {1, 1},
                         {"", "its lines end in a carriage return alone, as on an old Mac", "line feeds",
                          "save it as 'CSV UTF-8'"});
        return;
    }
    if (encoding == Encoding::cp1252)
        context_.report().notices.push_back(file_ +
                                            ": is not UTF-8; read as cp1252 (Windows, Western European)");
    usable_ = read_head();
}

bool Sheet::read_head() {
    if (!reader_.next(row_)) {
        context_.problem(file_, {1, 1},
                         {"", "the file is empty", "a row with the names of the columns", "add it"});
        return false;
    }
    // Excel's line that names the separator.
    if (row_.faults.empty() && row_.cells.size() <= 2 && plain_key(row_.cells.front().text) == "sep" &&
        row_.cells.front().text.find('=') != std::string::npos) {
        if (!reader_.next(row_)) {
            context_.problem(file_, {2, 1},
                             {"", "the file is empty", "a row with the names of the columns", "add it"});
            return false;
        }
    }
    width_ = row_.cells.size();
    bool usable = row_.faults.empty();
    for (CsvReader::Fault& fault : row_.faults)
        context_.problem(file_, fault.place, std::move(fault.problem));
    std::vector<std::string> names, others;
    for (const SheetColumn& column : columns_)
        names.emplace_back(column.name);
    std::vector<std::pair<std::string, Place>> unknown;
    for (std::size_t i = 0; i < width_; ++i) {
        const CsvReader::Cell& cell = row_.cells[i];
        const std::string key = plain_key(cell.text);
        const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const SheetColumn& column) {
            return key == column.name ||
                   std::find(column.also.begin(), column.also.end(), key) != column.also.end();
        });
        if (found == columns_.end()) {
            unknown.emplace_back(std::string(trim(cell.text)), cell.place);
            continue;
        }
        int& at = at_[static_cast<std::size_t>(found - columns_.begin())];
        if (at >= 0) {
            usable = false;
            context_.problem(file_, cell.place,
                             {"", "the column '" + std::string(found->name) + "' is there twice",
                              "each column once", "remove one"});
        }
        at = static_cast<int>(i);
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (at_[c] >= 0 || !columns_[c].required) continue;
        usable = false;
        context_.problem(file_, row_.end,
                         {"", "the column '" + std::string(columns_[c].name) + "' is missing",
                          "a head with every required column", "add it"});
    }
    for (const auto& [name, place] : unknown) {
        const std::string close = nearest(plain_key(name), names);
        const auto meant = std::find(names.begin(), names.end(), close) - names.begin();
        if (close.empty() || at_[static_cast<std::size_t>(meant)] >= 0) {
            if (!name.empty()) others.push_back(name);
            continue;
        }
        usable = false;
        context_.problem(file_, place,
                         {"", "the column '" + excerpt(name, 60) + "' is not known",
                          "a column that is asked for", "did you mean '" + close + "'?"});
    }
    left_out(others);
    return usable;
}

void Sheet::left_out(const std::vector<std::string>& heads) {
    if (heads.empty()) return;
    std::string list;
    for (const std::string& head : heads)
        list += (list.empty() ? "" : ", ") + excerpt(head, 60);
    context_.report().notices.push_back(file_ + ": left out, and kept nowhere: " + list);
}

bool Sheet::next() {
    if (!read_row()) {
        if (usable_ && !any_ && !context_.any_problem())
            context_.report().notices.push_back(file_ + ": has a head and no rows: the list is empty");
        return false;
    }
    any_ = true;
    if (!looks_like_total()) return true;
    CsvReader::Row total = std::move(row_);
    if (!read_row()) {
        context_.report().notices.push_back(text_of(file_, total.start) +
                                            ": looks like a total, and was passed over");
        return false;
    }
    ahead_ = std::exchange(row_, std::move(total));
    return true;
}

// "Totaal", or nothing but a number that is in no column which every row has to fill.
bool Sheet::looks_like_total() const {
    std::vector<std::string_view> filled;
    for (const CsvReader::Cell& cell : row_.cells) {
        if (!trim(cell.text).empty()) filled.push_back(trim(cell.text));
    }
    const std::string key = plain_key(filled.front());
    for (const std::string_view word : {"totaal", "total", "totalen", "eindtotaal"}) {
        if (key == word || key.starts_with(std::string(word) + " ")) return true;
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c].required && !text(c).empty()) return false;
    }
    return filled.size() == 1 && filled.front().find_first_not_of("0123456789.,") == std::string_view::npos;
}

// The next row with something in it.
bool Sheet::read_row() {
    if (ahead_) {
        row_ = std::move(*ahead_);
        ahead_.reset();
        return true;
    }
    row_ = {};
    while (usable_ && reader_.next(row_)) {
        for (CsvReader::Fault& fault : row_.faults)
            context_.problem(file_, fault.place, std::move(fault.problem));
        if (!row_.faults.empty()) continue;
        if (row_.cells.size() != width_) {
            const bool many = row_.cells.size() > width_;
            context_.problem(file_, many ? row_.cells[width_].place : row_.end,
                             {"", "the row has " + std::to_string(row_.cells.size()) + " cells",
                              std::to_string(width_) + ", as the head",
                              many ? "quote cells that hold a separator" : "add the missing cells"});
            continue;
        }
        const bool something = std::any_of(row_.cells.begin(), row_.cells.end(),
                                           [](const auto& cell) { return !trim(cell.text).empty(); });
        if (something) return true;
    }
    return false;
}

std::string_view Sheet::text(std::size_t column) const {
    return has(column) ? trim(row_.cells[static_cast<std::size_t>(at_[column])].text) : std::string_view();
}

Place Sheet::place(std::size_t column) const {
    return has(column) ? row_.cells[static_cast<std::size_t>(at_[column])].place : row_.start;
}

void Sheet::wrong(std::size_t column, Problem problem) {
    problem.where = "column " + std::string(columns_[column].name);
    context_.problem(file_, place(column), std::move(problem));
}

}  // namespace m150::inline v0
