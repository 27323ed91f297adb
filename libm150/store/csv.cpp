#include "libm150/store/csv.hpp"

#include <algorithm>

#include "libm150/base/text.hpp"

namespace m150::inline v0 {

Place CsvReader::here() const {
    return {reader_.number(), characters(std::string_view(line_).substr(0, at_)) + 1};
}

// Reads a line of the file into line_, as UTF-8, and says what is wrong with its bytes.
bool CsvReader::next_line(Row& row) {
    at_ = 0;
    if (!reader_.next(line_)) return false;
    if (reader_.cut_off()) {
        row.faults.push_back(
            {{reader_.number(), 1},
             {"", "the line is longer than 16 MB", "a shorter line", "check the line breaks"}});
    }
    std::size_t bad = std::string::npos;
    if (encoding_ == Encoding::cp1252) {
        std::string converted = from_cp1252(line_, bad);
        if (bad == std::string::npos) {
            line_ = std::move(converted);
            return true;
        }
        row.faults.push_back(
            {{reader_.number(), bad + 1},
             {"", "this byte is neither UTF-8 nor cp1252 text", "a CSV file in UTF-8", "save it as UTF-8"}});
    } else if (bad = invalid_utf8(line_); bad != std::string::npos) {
        const std::string what = line_[bad] == '\0' ? "a NUL byte" : "this byte is not valid UTF-8";
        row.faults.push_back(
            {{reader_.number(), characters(std::string_view(line_).substr(0, bad)) + 1},
             {"", what, "UTF-8 text without NUL bytes", "remove it, or save the file as UTF-8"}});
    }
    return true;
}

void CsvReader::choose_separator() {
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    bool quoted = false;
    for (const char c : line_) {
        if (c == '"') quoted = !quoted;
        commas += !quoted && c == ',';
        semicolons += !quoted && c == ';';
    }
    separator_ = semicolons > commas ? ';' : ',';
}

void CsvReader::read_quoted(Row& row, Cell& cell) {
    ++at_;
    while (true) {
        if (at_ >= line_.size()) {
            const bool broken = reader_.terminated();
            if (!broken || cell.text.size() > max_line_length || !next_line(row)) {
                row.faults.push_back(
                    {cell.place, {"", "the quoted cell is never closed", "a closing quote", "add it"}});
                return;
            }
            cell.text += '\n';
        } else if (line_[at_] != '"') {
            const std::size_t to = std::min(line_.find('"', at_), line_.size());
            cell.text.append(line_, at_, to - at_);
            at_ = to;
        } else if (at_ + 1 < line_.size() && line_[at_ + 1] == '"') {
            cell.text += '"';
            at_ += 2;
        } else {
            ++at_;
            break;
        }
    }
    const std::string_view rest = std::string_view(line_).substr(at_);
    if (rest.empty() || rest == "\r" || rest.front() == separator_) return;
    row.faults.push_back({here(),
                          {"", "text follows the closing quote of a cell",
                           "a separator or the end of the line", "double the quotes inside the cell"}});
    at_ = std::min(line_.find(separator_, at_), line_.size());
}

void CsvReader::read_plain(Cell& cell) {
    const std::size_t to = std::min(line_.find(separator_, at_), line_.size());
    cell.text.assign(line_, at_, to - at_);
    if (to == line_.size() && !cell.text.empty() && cell.text.back() == '\r') cell.text.pop_back();
    at_ = to;
}

bool CsvReader::next(Row& row) {
    row = {};
    do {
        if (!next_line(row)) return false;
    } while (row.faults.empty() && trim(line_).empty());
    if (separator_ == 0) choose_separator();
    row.start = here();
    while (true) {
        Cell& cell = row.cells.emplace_back();
        cell.place = here();
        if (at_ < line_.size() && line_[at_] == '"') {
            read_quoted(row, cell);
        } else {
            read_plain(cell);
        }
        row.end = here();
        if (at_ >= line_.size() || line_[at_] != separator_) return true;
        ++at_;
    }
}

void append_csv_cell(std::string& out, std::string_view cell) {
    const bool edges = !cell.empty() && trim(cell).size() != cell.size();
    if (!edges && cell.find_first_of(",;\"\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace m150::inline v0
