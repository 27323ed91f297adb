// Rows of a CSV file (RFC 4180), with the place of every cell. Our own, for the places: the messages need
// them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/base/export.hpp"
#include "libm150/store/lines.hpp"

namespace m150::inline v0 {

class M150_EXPORT CsvReader {
  public:
    struct Cell {
        std::string text;
        Place place;
    };
    struct Fault {
        Place place;
        Problem problem;  // without `where`
    };
    struct Row {
        Place start;
        Place end;  // just after the last cell
        std::vector<Cell> cells;
        std::vector<Fault> faults;  // the row cannot be used when there are any
    };

    CsvReader(const std::filesystem::path& file, Encoding encoding) : reader_(file), encoding_(encoding) {}

    // The next row that is not an empty line; false at the end. The separator is the one of ',' and ';' that
    // the first row has more of. Quoted cells may hold separators, quotes (doubled) and line breaks.
    bool next(Row& row);

    char separator() const noexcept { return separator_; }
    std::uint64_t bytes_read() const noexcept { return reader_.bytes_read(); }

  private:
    bool next_line(Row& row);
    void choose_separator();
    Place here() const;
    void read_quoted(Row& row, Cell& cell);
    void read_plain(Cell& cell);

    LineReader reader_;
    Encoding encoding_;
    char separator_ = 0;
    std::string line_;
    std::size_t at_ = 0;
};

// A cell as it is written: quoted only when it must be.
void append_csv_cell(std::string& out, std::string_view cell);

}  // namespace m150::inline v0
