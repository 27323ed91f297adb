// A CSV file that a person keeps: its columns have names as people give them, and others beside them.
// Internal to this floor.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/store/csv.hpp"
#include "libm150/store/load_context.hpp"

namespace m150::inline v0 {

struct SheetColumn {
    std::string_view name;
    std::vector<std::string_view> also;  // other names for it
    bool required = false;
};

// Goes through the rows, and reports what is wrong with the file to the context. Columns that are not asked
// for are left out, and named in a notice; unless the name looks like one that is asked for: that is an
// error. A total below the rows is passed over, and a list without rows is said, both in a notice.
class Sheet {
  public:
    Sheet(LoadContext& context, const std::filesystem::path& path, std::vector<SheetColumn> columns);

    bool next();  // the next row with something in it; false at the end, or when the head cannot be used

    bool has(std::size_t column) const { return at_[column] >= 0; }
    std::string_view text(std::size_t column) const;  // trimmed; empty when there is no such column
    // Says that something is wrong with a cell of the row.
    void wrong(std::size_t column, Problem problem);
    // The same of the whole row.
    void wrong(Problem problem) { context_.problem(file_, row_.start, std::move(problem)); }

    const std::string& file() const { return file_; }
    Place place() const { return row_.start; }
    Place place(std::size_t column) const;

  private:
    bool read_head();
    bool read_row();
    bool looks_like_total() const;
    void left_out(const std::vector<std::string>& heads);

    LoadContext& context_;
    std::string file_;
    std::vector<SheetColumn> columns_;
    std::vector<int> at_;
    CsvReader reader_;
    CsvReader::Row row_;
    std::optional<CsvReader::Row> ahead_;  // read already, to see whether row_ is the last
    std::size_t width_ = 0;
    bool usable_ = false;
    bool any_ = false;  // a row was given
};

}  // namespace m150::inline v0
