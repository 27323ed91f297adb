#include "libm150/search/generation.hpp"

#include <xapian.h>

#include <atomic>
#include <exception>
#include <fstream>
#include <mutex>

#include "libm150/base/error.hpp"
#include "libm150/search/files.hpp"
#include "libm150/search/identities.hpp"
#include "libm150/search/layout.hpp"
#include "libm150/search/prepared.hpp"
#include "libm150/search/store_errors.hpp"
#include "libm150/search/xapian_match.hpp"

namespace m150::inline v0::indexing {

namespace {

bool matches_manifest(const std::filesystem::path& directory) {
    std::ifstream manifest(directory / manifest_file);
    std::string name;
    std::uintmax_t size = 0;
    std::size_t files = 0;
    while (manifest >> name >> size) {
        std::error_code error;
        if (std::filesystem::file_size(directory / name, error) != size || error) return false;
        ++files;
    }
    return manifest.eof() && files > 0;
}

}  // namespace

struct Generation::State {
    std::filesystem::path directory;
    std::unique_ptr<FileLock> lock;
    std::uint64_t revision = 0;
    std::uint64_t documents = 0;
    std::uint64_t length = 0;
    mutable std::atomic<bool> retired = false;

    mutable std::mutex mutex;
    mutable std::vector<std::unique_ptr<Xapian::Database>> idle;

    mutable std::once_flag identities_once;
    mutable std::unique_ptr<const Identities> identities_read;

    static constexpr std::size_t most_idle = 32;

    // Read when they are first needed.
    const Identities& identities(const Xapian::Database& database) const {
        std::call_once(identities_once, [&] {
            auto all = std::make_unique<Identities>(database.get_lastdocid());
            const auto end = database.valuestream_end(identity_slot);
            for (auto at = database.valuestream_begin(identity_slot); at != end; ++at)
                all->add(at.get_docid(), *at);
            all->finish();
            identities_read = std::move(all);
        });
        return *identities_read;
    }

    std::unique_ptr<Xapian::Database> borrow() const {
        {
            const std::lock_guard guard(mutex);
            if (!idle.empty()) {
                auto handle = std::move(idle.back());
                idle.pop_back();
                return handle;
            }
        }
        return std::make_unique<Xapian::Database>(directory.string(), Xapian::DB_BACKEND_GLASS);
    }
    void give_back(std::unique_ptr<Xapian::Database> handle) const {
        const std::lock_guard guard(mutex);
        if (idle.size() < most_idle) idle.push_back(std::move(handle));
    }
    // Lends work(database) a handle. One that threw is not used again.
    template <class Work>
    auto with_handle(const Work& work) const {
        return guarded(directory, [&] {
            auto handle = borrow();
            auto result = work(static_cast<const Xapian::Database&>(*handle));
            give_back(std::move(handle));
            return result;
        });
    }
};

Generation::Generation(std::unique_ptr<State> state) : state_(std::move(state)) {}

Generation::~Generation() {
    const std::filesystem::path directory = state_->directory;
    const bool retired = state_->retired;
    state_.reset();
    if (retired) remove_generation(directory);
}

std::shared_ptr<const Generation> Generation::open(const std::filesystem::path& directory,
                                                   std::string_view fingerprint) {
    auto state = std::make_unique<State>();
    state->directory = directory;
    state->lock = FileLock::attempt(directory / lock_file, FileLock::Kind::shared);
    if (!state->lock || !matches_manifest(directory)) return nullptr;
    try {
        auto handle = state->borrow();
        const std::string made_by = handle->get_metadata(made_by_entry);
        if (made_by != std::string(fingerprint) + " xapian=" + Xapian::version_string()) return nullptr;
        state->revision = std::stoull(handle->get_metadata(revision_entry));
        state->documents = handle->get_doccount();
        state->length = handle->get_total_length();
        state->give_back(std::move(handle));
    } catch (const Xapian::Error&) {
        return nullptr;  // damaged counts as absent
    } catch (const std::logic_error&) {
        return nullptr;  // the revision is no number
    }
    return std::shared_ptr<const Generation>(new Generation(std::move(state)));
}

const std::filesystem::path& Generation::directory() const noexcept {
    return state_->directory;
}
std::uint64_t Generation::revision() const noexcept {
    return state_->revision;
}
void Generation::retire() const noexcept {
    state_->retired = true;
}
std::uint64_t Generation::documents() const noexcept {
    return state_->documents;
}
std::uint64_t Generation::length() const noexcept {
    return state_->length;
}

std::vector<std::uint64_t> Generation::frequencies(const std::vector<std::string>& names,
                                                   const Mask* mask) const {
    return state_->with_handle(
        [&](const Xapian::Database& database) { return indexing::frequencies(database, names, mask); });
}

std::vector<Candidate> Generation::search(const Plan& plan, const Mask* mask) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        return indexing::search(database, state_->identities(database), plan, mask);
    });
}

std::vector<Explanation> Generation::explain(const Plan& plan,
                                             const std::vector<std::uint32_t>& documents) const {
    return state_->with_handle(
        [&](const Xapian::Database& database) { return indexing::explain(database, plan, documents); });
}

std::vector<std::optional<Found>> Generation::find(const std::vector<std::string>& keys,
                                                   const Mask* mask) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        std::vector<std::optional<Found>> result;
        for (const std::string& key : keys) {
            result.emplace_back();
            const std::string name = key_term(key);
            const bool whole =
                name.size() == key.size() + 1;  // else the end of the key is a hash, and shared perhaps
            for (auto at = database.postlist_begin(name); at != database.postlist_end(name); ++at) {
                const Xapian::docid document = *at;
                if (mask != nullptr && mask->contains(document)) continue;
                if (!whole &&
                    decode_identity(database.get_document(document).get_value(identity_slot)).key != key)
                    continue;
                result.back() = Found{document, database.get_doclength(document)};
                break;
            }
        }
        return result;
    });
}

std::string Generation::payload(std::uint32_t document) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        return database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
    });
}

std::vector<std::string> Generation::keys(const Mask* mask) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        std::vector<std::string> result;
        state_->identities(database).for_each([&](Xapian::docid document, const Identity& identity) {
            if (mask == nullptr || !mask->contains(document)) result.emplace_back(identity.key);
        });
        return result;
    });
}

bool remove_generation(const std::filesystem::path& directory) noexcept {
    try {
        // A directory without a lock file was never published whole; nobody reads it.
        const bool published = std::filesystem::exists(directory / lock_file);
        const auto lock = FileLock::attempt(directory / lock_file, FileLock::Kind::exclusive);
        if (published && !lock) return false;
        std::filesystem::remove_all(directory);
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace m150::inline v0::indexing
