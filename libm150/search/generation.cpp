#include "libm150/search/generation.hpp"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <mutex>

#include "libm150/base/error.hpp"
#include "libm150/search/admission.hpp"
#include "libm150/search/best_documents.hpp"
#include "libm150/search/documents.hpp"
#include "libm150/search/files.hpp"
#include "libm150/search/layout.hpp"
#include "libm150/search/postings.hpp"
#include "libm150/search/prepared.hpp"
#include "libm150/search/store_errors.hpp"

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

    mutable std::once_flag known_once;
    mutable std::unique_ptr<const Documents> known_documents;
    mutable PostingCache postings{postings_kept};

    static constexpr std::size_t most_idle = 32;
    // Bytes; about eight million postings.
    static constexpr std::size_t postings_kept = 64 << 20;

    // Read when they are first needed.
    const Documents& known(const Xapian::Database& database) const {
        std::call_once(known_once, [&] {
            auto all = std::make_unique<Documents>(database.get_lastdocid());
            // Every document has an identity, so both go through the same numbers.
            auto identity = database.valuestream_begin(identity_slot);
            const auto end = database.postlist_end({});
            auto embedding = database.valuestream_begin(embedding_slot);
            auto given = database.valuestream_begin(given_slot);
            const Xapian::ValueIterator last;
            const auto value_of = [&](Xapian::ValueIterator& stream, Xapian::docid document) {
                std::string value;
                if (stream == last || stream.get_docid() != document) return value;
                value = *stream;
                ++stream;
                return value;
            };
            for (auto at = database.postlist_begin({}); at != end; ++at, ++identity) {
                const std::string vector = value_of(embedding, *at);
                all->add(*at, *identity, at.get_doclength(), vector, value_of(given, *at));
            }
            all->finish();
            known_documents = std::move(all);
        });
        return *known_documents;
    }
    std::shared_ptr<const Postings> postings_of(const Xapian::Database& database,
                                                const std::string& name) const {
        return postings.find(database, known(database), name);
    }
    std::vector<std::shared_ptr<const Postings>> postings_of(const Xapian::Database& database,
                                                             const Plan& plan) const {
        std::vector<std::shared_ptr<const Postings>> all;
        for (const PlannedTerm& term : plan.terms)
            all.push_back(postings_of(database, term.name));
        return all;
    }
    // Of the filters that not all documents satisfy.
    std::vector<std::vector<std::shared_ptr<const Postings>>> filters_of(const Xapian::Database& database,
                                                                         const Plan& plan) const {
        std::vector<std::vector<std::shared_ptr<const Postings>>> filters;
        for (const std::vector<std::string>& names : plan.filters) {
            std::vector<std::shared_ptr<const Postings>> any;
            bool all = false;
            for (const std::string& name : names) {
                any.push_back(postings_of(database, name));
                all = all || any.back()->list().size() == documents;
            }
            if (!all) filters.push_back(std::move(any));
        }
        return filters;
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
    return state_->with_handle([&](const Xapian::Database& database) {
        std::vector<std::uint64_t> result;
        for (const std::string& name : names)
            result.push_back(state_->postings_of(database, name)->frequency(mask));
        return result;
    });
}

// Of hits of one group only the best counts: so a few more are looked for than wanted, and more again when
// too many of these were of one group.
std::vector<Candidate> Generation::search(const Plan& plan, const Mask* mask) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        const Documents& documents = state_->known(database);
        const auto postings = state_->postings_of(database, plan);
        const auto filters = state_->filters_of(database, plan);
        for (std::size_t wanted = std::min<std::size_t>(plan.limit, documents.end()) + 8;; wanted *= 4) {
            const auto best = best_documents(plan, documents, postings, filters, mask, wanted);
            std::vector<Candidate> result;
            for (const Scored& hit : best) {
                const Identity identity = documents.identity(hit.document);
                result.push_back({hit.score, std::string(identity.key), std::string(identity.group),
                                  identity.date, hit.document});
            }
            keep_best(result, plan.limit);
            if (best.size() < wanted || result.size() == plan.limit) return result;
        }
    });
}

std::vector<Explanation> Generation::explain(const Plan& plan,
                                             const std::vector<std::uint32_t>& documents) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        const Documents& known = state_->known(database);
        const auto postings = state_->postings_of(database, plan);
        std::vector<Explanation> result;
        for (const std::uint32_t document : documents) {
            Explanation& explanation = result.emplace_back();
            explanation.payload = database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
            for (std::size_t i = 0; i < plan.terms.size(); ++i) {
                const std::uint32_t count = postings[i]->count_in(document);
                if (count == 0) continue;
                const PlannedTerm& term = plan.terms[i];
                explanation.shares.push_back(
                    {term.term, plan.formula.share(term.factor, count, known.length(document))});
            }
        }
        return result;
    });
}

std::vector<double> Generation::scores(const Plan& plan, const std::vector<std::uint32_t>& documents) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        const Documents& known = state_->known(database);
        const auto postings = state_->postings_of(database, plan);
        std::vector<double> result;
        for (const std::uint32_t document : documents) {
            double score = 0.0;
            for (std::size_t i = 0; i < plan.terms.size(); ++i) {
                score += plan.formula.share(plan.terms[i].factor, postings[i]->count_in(document),
                                            known.length(document));
            }
            result.push_back(score);
        }
        return result;
    });
}

std::optional<DocumentSet> Generation::excluded(const Plan& plan, const Mask* mask) const {
    return state_->with_handle([&](const Xapian::Database& database) -> std::optional<DocumentSet> {
        const auto filters = state_->filters_of(database, plan);
        const Documents& known = state_->known(database);
        if (filters.empty() && !known.any_outside(plan.from, plan.to) && mask == nullptr) return std::nullopt;
        const Admission admitted(plan, known, filters, mask);
        DocumentSet result(known.end());
        for (std::uint32_t document = 0; document < known.end(); ++document) {
            if (!admitted(document)) result.add(document);
        }
        return result;
    });
}

void Generation::visit_holding(const std::string& name,
                               const std::function<bool(std::uint32_t)>& visit) const {
    const auto postings = state_->with_handle(
        [&](const Xapian::Database& database) { return state_->postings_of(database, name); });
    for (const Posting& posting : postings->list()) {
        if (!visit(posting.document)) return;
    }
}

const Embeddings& Generation::embeddings() const {
    return state_->with_handle([&](const Xapian::Database& database) { return &state_->known(database); })
        ->embeddings();
}
const Embeddings& Generation::given() const {
    return state_->with_handle([&](const Xapian::Database& database) { return &state_->known(database); })
        ->given();
}

Candidate Generation::candidate(std::uint32_t document) const {
    const Documents& known =
        *state_->with_handle([&](const Xapian::Database& database) { return &state_->known(database); });
    const Identity identity = known.identity(document);
    return {0.0, std::string(identity.key), std::string(identity.group), identity.date, document, 0};
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
        state_->known(database).for_each([&](Xapian::docid document, const Identity& identity) {
            if (mask == nullptr || !mask->contains(document)) result.emplace_back(identity.key);
        });
        return result;
    });
}

// The term's own list is read from Xapian, as mostly it is short or left early; the filters' lists are kept
// anyhow.
std::uint64_t Generation::count(const std::string& name, const Plan& plan, const Mask* mask,
                                std::uint64_t most) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        const Documents& documents = state_->known(database);
        const auto filters = state_->filters_of(database, plan);
        const auto holds = [](const Postings& postings, std::uint32_t document) {
            const auto& list = postings.list();
            const auto at =
                std::lower_bound(list.begin(), list.end(), document,
                                 [](const Posting& p, std::uint32_t d) { return p.document < d; });
            return at != list.end() && at->document == document;
        };
        std::uint64_t counted = 0;
        const auto end = database.postlist_end(name);
        for (auto posting = database.postlist_begin(name); posting != end && counted < most; ++posting) {
            const std::uint32_t document = *posting;
            if (mask != nullptr && mask->contains(document)) continue;
            if (plan.from || plan.to) {
                const Date date = documents.identity(document).date;
                if ((plan.from && date < *plan.from) || (plan.to && date > *plan.to)) continue;
            }
            const bool passes = std::all_of(filters.begin(), filters.end(), [&](const auto& any) {
                return std::any_of(any.begin(), any.end(),
                                   [&](const auto& postings) { return holds(*postings, document); });
            });
            counted += passes ? 1 : 0;
        }
        return counted;
    });
}

std::vector<std::string> Generation::names(const std::string& beginning) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        return std::vector<std::string>(database.allterms_begin(beginning), database.allterms_end(beginning));
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
