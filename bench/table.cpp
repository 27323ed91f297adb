#include "table.hpp"

#include <algorithm>
#include <utility>

#include "libm150/store/lines.hpp"

namespace m150::bench {

Table::Table(std::vector<std::string> head) : rows_{std::move(head)} {}

void Table::row(std::vector<std::string> cells) {
    cells.resize(rows_.front().size());
    rows_.push_back(std::move(cells));
}

void Table::print(std::ostream& out) const {
    if (rows_.size() < 2) return;
    std::vector<std::size_t> widths(rows_.front().size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], characters(row[i]));
    }
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string space(widths[i] - characters(row[i]), ' ');
            line += i == 0 ? row[i] + space : "  " + space + row[i];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

void Table::print_markdown(std::ostream& out) const {
    if (rows_.size() < 2) return;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        for (const std::string& cell : rows_[r])
            out << "| " << cell << ' ';
        out << "|\n";
        if (r > 0) continue;
        for (std::size_t i = 0; i < rows_[r].size(); ++i)
            out << (i == 0 ? "|---" : "|--:");
        out << "|\n";
    }
}

}  // namespace m150::bench
