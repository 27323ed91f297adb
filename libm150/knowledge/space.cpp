#include "libm150/knowledge/space.hpp"

#include <fstream>
#include <system_error>
#include <utility>

#include "libm150/search/files.hpp"

namespace m150::inline v0 {

namespace {

[[noreturn]] void cannot_write(const std::filesystem::path& file,
                               const std::filesystem::filesystem_error& error) {
    throw StoreError({file.string(), "cannot be written (" + error.code().message() + ")",
                      "a directory with room to write in", "make room, or check its permissions"});
}

}  // namespace

ChosenSpace choose_space(const std::shared_ptr<const SemanticSpace>& own, const std::string& place,
                         const Analyzer& analyzer) {
    ChosenSpace chosen;
    if (own) {
        chosen.problem = own->misfit(analyzer, place);
        if (!chosen.problem) return {own, true, own->aged(analyzer, place)};
    }
    chosen.space = SemanticSpace::built_in(analyzer.options().language);
    return chosen;
}

ChosenSpace load_space(const std::filesystem::path& directory, const Analyzer& analyzer) {
    const std::filesystem::path file = directory / space_file;
    std::error_code error;
    const bool absent = !std::filesystem::exists(std::filesystem::symlink_status(file, error));
    ChosenSpace chosen = choose_space(nullptr, {}, analyzer);
    if (absent) return chosen;
    try {
        return choose_space(SemanticSpace::read(file, analyzer), file.string(), analyzer);
    } catch (const InvalidInput& refused) {
        chosen.problem = refused.problems().front();
    } catch (const StoreError& unread) {
        chosen.problem = Problem{file.string(), std::string("cannot be read: ") + unread.what(),
                                 "a semantic space", "check its permissions, or remove the file"};
    }
    return chosen;
}

SpaceReplacement::SpaceReplacement(const std::filesystem::path& directory, const SemanticSpace* space)
    : file_(directory / space_file) {
    if (space == nullptr) return;
    fresh_ = file_;
    fresh_ += ".new";
    try {
        const std::string_view bytes = space->bytes();
        std::ofstream stream(fresh_, std::ios::binary | std::ios::trunc);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.close();
        if (!stream)
            throw std::filesystem::filesystem_error("write", fresh_,
                                                    std::make_error_code(std::errc::io_error));
        indexing::sync_path(fresh_);
    } catch (const std::filesystem::filesystem_error& error) {
        std::error_code ignored;
        std::filesystem::remove(fresh_, ignored);
        cannot_write(file_, error);
    }
}

SpaceReplacement::~SpaceReplacement() {
    std::error_code ignored;
    if (!fresh_.empty()) std::filesystem::remove(fresh_, ignored);
}

void SpaceReplacement::put() {
    try {
        if (fresh_.empty()) {
            std::filesystem::remove(file_);
        } else {
            std::filesystem::rename(fresh_, file_);
            fresh_.clear();
        }
        indexing::sync_path(file_.parent_path());
    } catch (const std::filesystem::filesystem_error& error) {
        cannot_write(file_, error);
    }
}

}  // namespace m150::inline v0
