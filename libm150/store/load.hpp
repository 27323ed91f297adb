// Records from and to files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"
#include "libm150/record/audience.hpp"
#include "libm150/store/store.hpp"

namespace m150::inline v0 {

struct LoadOptions {
    ProgressFn progress;           // called about a hundred times
    bool replace = false;          // a record whose id is known replaces it; default: that is an error
    std::size_t max_errors = 100;  // problems listed before the rest is only counted
};

struct LoadReport {
    std::map<std::string, std::uint64_t> records;  // by plural type name: how many were written
    std::vector<std::string> notices;  // encodings detected, municipalities resolved, files passed over
    friend bool operator==(const LoadReport&, const LoadReport&) = default;
};

// Loads every <plural>.csv and <plural>.jsonl of `directory` (docs/data-formats.md) in one go: all or
// nothing. Runs in the open transaction when there is one (which then still has to be committed), else in one
// of its own. Errors: InvalidInput that lists every problem as file:line:column, up to max_errors.
M150_EXPORT LoadReport load_directory(Store& store, const std::filesystem::path& directory,
                                      const LoadOptions& options = {});

// Writes every record to `directory` (made when absent; must be empty) in the canonical form: loading that
// and exporting again gives the same bytes.
M150_EXPORT void export_directory(const Store& store, const std::filesystem::path& directory);

struct VacOptions {
    std::string id_prefix = "vac-";                     // before the ids of the file
    Audience audience{AudienceKind::everyone, {}, {}};  // of every record made
    Provenance provenance;                              // source is filled with the file's name when empty
    std::optional<Date> date;                           // of VACs without datum; absent: they are an error
    Id<Organisation> organisation;                      // who answers; must exist
    std::map<std::string, Id<Topic>> topics;            // trefwoord (lower case) -> topic
    ProgressFn progress;
};

// Loads VACs (vraag-antwoordcombinaties) from JSON: an array of objects with vraag, antwoord and, when
// present, id, status, doelgroep, trefwoorden, datum (docs/data-formats.md). A VAC without an id gets its
// number in the file. Drafts (status concept) and unknown keys are passed over, and said in a notice. Same
// promises as load_directory.
M150_EXPORT LoadReport load_vac(Store& store, const std::filesystem::path& file, const VacOptions& options);

}  // namespace m150::inline v0
