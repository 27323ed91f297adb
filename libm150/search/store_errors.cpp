#include "libm150/search/store_errors.hpp"

#include <xapian.h>

#include "libm150/base/error.hpp"

namespace m150::inline v0::indexing {

void rethrow(const std::filesystem::path& place) {
    try {
        throw;
    } catch (const Xapian::DatabaseCorruptError& error) {
        throw StoreError({place.string(), "the search index is damaged: " + error.get_msg(),
                          "files as they were written", "rebuild the index from the records"});
    } catch (const Xapian::Error& error) {
        const char* system = error.get_error_string();
        const std::string cause = system != nullptr ? std::string(" (") + system + ")" : std::string();
        throw StoreError({place.string(), "the search index: " + error.get_msg() + cause,
                          "a readable directory, and room to write",
                          "the records are safe; rebuild the index if this lasts"});
    } catch (const std::filesystem::filesystem_error& error) {
        throw StoreError({error.path1().empty() ? place.string() : error.path1().string(),
                          error.code().message(), "a readable directory, and room to write",
                          "look at the permissions and the free space"});
    }
}

}  // namespace m150::inline v0::indexing
