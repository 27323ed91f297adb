// A table of text with aligned columns.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace m150::bench {

class Table {
  public:
    explicit Table(std::vector<std::string> head);
    void row(std::vector<std::string> cells);  // as many as the head has
    // The first column to the left, the others to the right; two spaces between. Nothing without rows.
    void print(std::ostream& out) const;
    void print_markdown(std::ostream& out) const;

  private:
    std::vector<std::vector<std::string>> rows_;  // the head first
};

}  // namespace m150::bench
