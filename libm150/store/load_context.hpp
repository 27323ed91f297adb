// What one load gathers on its way: problems with their places, notices, references still open, progress.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/store/lines.hpp"
#include "libm150/store/load.hpp"
#include "libm150/store/references.hpp"

namespace m150::inline v0 {

// "questions.csv:12:4"

class LoadContext {
  public:
    LoadContext(Store& store, const LoadOptions& options);

    Store& store() noexcept { return store_; }
    const LoadOptions& options() const noexcept { return options_; }
    LoadReport& report() noexcept { return report_; }

    // Problems are listed by file, line and column; the first max_errors in that order are kept.
    void problem(const std::string& file, Place place, Problem problem);
    bool any_problem() const noexcept { return total_ > 0; }

    // A record that was refused, or a whole file of a type: what refers to them is not blamed for that.
    void refused(std::string_view plural, const std::string& id) { refused_.emplace(plural, id); }
    void refused_file(std::string_view plural) { incomplete_.emplace(plural); }
    bool was_refused(std::string_view plural, const std::string& id);

    // With `replace`: where in this load the record was given before, or empty.
    std::string given_before(std::string_view plural, const std::string& id, const std::string& file,
                             Place place);

    void resolved(const std::string& file, Place place, const Resolution& resolution);
    void later(const std::string& file, Place place, const std::string& record, OpenReference reference);
    void later(const std::string& file, Place place, const Id<Question>& question);
    void later(const std::string& file, Place place, const Id<Outcome>& outcome);

    // Reports progress about a hundred times in all; throws InvalidInput when it is cancelled.
    void expect(std::uint64_t bytes) { expected_ += bytes; }
    void advance(std::uint64_t bytes_of_this_file);
    void file_done(std::uint64_t bytes_of_this_file);

    // Checks what had to wait, adds the notices, and throws InvalidInput when anything was wrong.
    void finish();

  private:
    struct Open {
        std::string file;
        Place place;
        std::string record;
        OpenReference reference;
    };
    void check_open();
    void check_outcomes();

    Store& store_;
    const LoadOptions options_;
    LoadReport report_;
    std::map<std::tuple<std::string, Place, std::uint64_t>, Problem> problems_;
    std::uint64_t total_ = 0;
    std::set<std::pair<std::string, std::string>> refused_;
    std::set<std::string, std::less<>> incomplete_;
    std::map<std::string, std::unordered_map<std::string, std::string>, std::less<>> given_;
    std::map<std::string, std::pair<std::string, std::uint64_t>>
        resolutions_;  // words -> where first, how often
    std::vector<Open> open_;
    std::vector<std::tuple<std::string, Place, Id<Question>>> questions_;
    std::vector<std::tuple<std::string, Place, Id<Outcome>>> outcomes_;
    std::uint64_t expected_ = 0;
    std::uint64_t done_ = 0;
    std::uint64_t next_tick_ = 0;
};

}  // namespace m150::inline v0
