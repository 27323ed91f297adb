#include "libm150/search/generation_writer.hpp"

#include <xapian.h>

#include <fstream>
#include <map>
#include <optional>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "libm150/search/files.hpp"
#include "libm150/search/fnv.hpp"
#include "libm150/search/layout.hpp"
#include "libm150/search/space_file.hpp"
#include "libm150/search/store_errors.hpp"

namespace m150::inline v0::indexing {

namespace {

// What is buffered between two commits; whichever comes first.
constexpr std::size_t documents_at_once = 3000;
constexpr std::size_t postings_at_once = 2000000;

static_assert(max_embedding_dimension <= semantic::max_dimension);

Xapian::Document document_of(const Prepared& prepared) {
    Xapian::Document document;
    const Stored& stored = *prepared.stored;
    document.set_data(stored.payload);
    document.add_value(identity_slot, encode_identity(stored.key, stored.group, stored.date));
    document.add_value(date_slot, encode_date(stored.date));
    for (const auto& [slot, vector] :
         {std::pair(embedding_slot, &stored.embedding), std::pair(given_slot, &stored.given)}) {
        if (vector->empty()) continue;
        document.add_value(slot, std::string(reinterpret_cast<const char*>(vector->data()), vector->size()));
    }
    document.add_boolean_term(key_term(stored.key));
    for (const auto& [name, count] : prepared.terms)
        document.add_term(name, count);
    return document;
}

// Xapian keeps the smallest and the largest value that a slot ever had, also of documents that were deleted.
// Two documents that are in the database while others come and go have smaller and larger values than any,
// and so no other value is kept.
Xapian::Document bound(char byte) {
    Xapian::Document document;
    document.add_value(identity_slot,
                       std::string(1, byte));  // keys are UTF-8 or at least do not begin like this
    document.add_value(date_slot, std::string(4, byte));
    // Below and above every vector: none has all components -1, nor so many.
    for (const unsigned slot : {embedding_slot, given_slot}) {
        document.add_value(
            slot, byte == '\0' ? std::string(1, byte) : std::string(semantic::max_dimension + 1, byte));
    }
    return document;
}

// Only the database: not the lock and the manifest.
void copy_database(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::create_directory(to);
    for (const auto& entry : std::filesystem::directory_iterator(from)) {
        const std::filesystem::path name = entry.path().filename();
        if (name == lock_file || name == manifest_file) continue;
        std::filesystem::copy_file(entry.path(), to / name);
    }
}

void write_manifest(const std::filesystem::path& directory) {
    std::map<std::string, std::uintmax_t> sizes;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        sizes[entry.path().filename().string()] = entry.file_size();
    }
    std::ofstream lock(directory / lock_file);
    std::ofstream manifest(directory / manifest_file);
    for (const auto& [name, size] : sizes)
        manifest << name << ' ' << size << '\n';
    manifest.close();
    lock.close();
    if (!manifest || !lock) {
        throw std::filesystem::filesystem_error("write", directory / manifest_file,
                                                std::make_error_code(std::errc::io_error));
    }
}

}  // namespace

struct GenerationWriter::State {
    std::filesystem::path place;
    std::filesystem::path packed;
    std::optional<Xapian::WritableDatabase> database;
    std::unordered_set<std::uint64_t> keys;  // hashes of those added
    std::vector<Xapian::docid> bounds;       // documents that go before the end
    std::size_t documents = 0;               // since the last commit
    std::size_t postings = 0;

    ~State() {
        try {
            if (database) database->close();
        } catch (const Xapian::Error&) {
            // Nobody reads what was not finished.
        }
        std::error_code ignored;
        std::filesystem::remove_all(place, ignored);
        std::filesystem::remove_all(packed, ignored);
    }

    // The hash of another key may be the same: the database knows.
    bool is_new(const std::string& key) {
        if (keys.insert(fnv(key)).second) return true;
        const std::string name = key_term(key);
        for (auto at = database->postlist_begin(name); at != database->postlist_end(name); ++at) {
            if (decode_identity(database->get_document(*at).get_value(identity_slot)).key == key)
                return false;
        }
        return true;
    }

    void commit() {
        database->commit();
        documents = 0;
        postings = 0;
    }
};

GenerationWriter::GenerationWriter(std::filesystem::path place, const Generation* base, const Mask* mask)
    : state_(std::make_unique<State>()) {
    state_->packed = place;
    state_->packed += "-packed";
    state_->place = std::move(place);
    guarded(state_->place, [&] {
        // In place and without waiting for the disk: before finish() there is nothing to lose.
        constexpr int flags = Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
        if (base == nullptr) {
            state_->database.emplace(state_->place.string(), Xapian::DB_CREATE | flags);
        } else {
            copy_database(base->directory(), state_->place);
            state_->database.emplace(state_->place.string(), Xapian::DB_OPEN | flags);
        }
        for (const char byte : {'\0', '\xff'})
            state_->bounds.push_back(state_->database->add_document(bound(byte)));
        if (mask == nullptr) return;
        for (auto masked = mask->next(0); masked; masked = mask->next(*masked + 1)) {
            state_->database->delete_document(*masked);
        }
    });
}

GenerationWriter::~GenerationWriter() = default;

void GenerationWriter::add(const Prepared& document) {
    guarded(state_->place, [&] {
        if (!state_->is_new(document.stored->key)) refuse_known_key(document.stored->key);
        state_->database->add_document(document_of(document));
        state_->documents += 1;
        state_->postings += document.terms.size();
        if (state_->documents >= documents_at_once || state_->postings >= postings_at_once) state_->commit();
    });
}

void GenerationWriter::finish(std::string_view fingerprint, std::uint64_t revision) {
    guarded(state_->place, [&] {
        Xapian::WritableDatabase& database = *state_->database;
        for (const Xapian::docid document : state_->bounds)
            database.delete_document(document);
        database.set_metadata(made_by_entry,
                              std::string(fingerprint) + " xapian=" + Xapian::version_string());
        database.set_metadata(revision_entry, std::to_string(revision));
        database.commit();
        database.close();
        state_->database.reset();
        Xapian::Database(state_->place.string()).compact(state_->packed.string());
        std::filesystem::remove_all(state_->place);
        write_manifest(state_->packed);
        sync_directory(state_->packed);
    });
}

const std::filesystem::path& GenerationWriter::packed() const noexcept {
    return state_->packed;
}

}  // namespace m150::inline v0::indexing
