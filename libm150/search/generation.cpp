#include "libm150/search/generation.hpp"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <mutex>

#include "libm150/base/error.hpp"
#include "libm150/search/files.hpp"
#include "libm150/search/layout.hpp"
#include "libm150/search/prepared.hpp"
#include "libm150/search/store_errors.hpp"

namespace m150::inline v0::indexing {

namespace {

// Our formula as Xapian calls it. The factor of a term, which holds its idf, comes with OP_SCALE_WEIGHT, and
// Xapian's own statistics are not used: they would count what is masked and not count the other parts.
class PlannedWeight final : public Xapian::Weight {
  public:
    explicit PlannedWeight(const Bm25& formula) : formula_(formula) {
        need_stat(WDF);
        need_stat(DOC_LENGTH);
        need_stat(WDF_MAX);
        need_stat(DOC_LENGTH_MIN);
    }
    PlannedWeight* clone() const override { return new PlannedWeight(formula_); }
    void init(double factor) override { factor_ = factor; }
    double get_sumpart(Xapian::termcount count, Xapian::termcount length, Xapian::termcount) const override {
        return formula_.share(factor_, count, length);
    }
    double get_maxpart() const override {
        const Xapian::termcount count = get_wdf_upper_bound();
        // One step of the grid more, for rounding.
        return formula_.share(factor_, count, std::max(count, get_doclength_lower_bound())) + 0x1p-32;
    }
    double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0.0; }
    double get_maxextra() const override { return 0.0; }

  private:
    Bm25 formula_;
    double factor_ = 0.0;
};

class Unmasked final : public Xapian::MatchDecider {
  public:
    explicit Unmasked(const Mask& mask) : mask_(mask) {}
    bool operator()(const Xapian::Document& document) const override {
        return !mask_.contains(document.get_docid());
    }

  private:
    const Mask& mask_;
};

Xapian::Query filter_query(const Plan& plan) {
    std::vector<Xapian::Query> all;
    for (const std::vector<std::string>& any : plan.filters) {
        all.emplace_back(Xapian::Query::OP_OR, any.begin(), any.end());
    }
    if (plan.from && plan.to) {
        all.emplace_back(Xapian::Query::OP_VALUE_RANGE, date_slot, encode_date(*plan.from),
                         encode_date(*plan.to));
    } else if (plan.from) {
        all.emplace_back(Xapian::Query::OP_VALUE_GE, date_slot, encode_date(*plan.from));
    } else if (plan.to) {
        all.emplace_back(Xapian::Query::OP_VALUE_LE, date_slot, encode_date(*plan.to));
    }
    return all.empty() ? Xapian::Query() : Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end());
}

Xapian::Query query_of(const Plan& plan) {
    std::vector<Xapian::Query> terms;
    for (const PlannedTerm& term : plan.terms) {
        terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.name), term.factor);
    }
    const Xapian::Query words(Xapian::Query::OP_OR, terms.begin(), terms.end());
    const bool filtered = !plan.filters.empty() || plan.from || plan.to;
    return filtered ? Xapian::Query(Xapian::Query::OP_FILTER, words, filter_query(plan)) : words;
}

// Documents that hold the term and are masked: two ascending lists, walked with leaps.
std::uint64_t masked_frequency(const Xapian::Database& database, const std::string& name, const Mask& mask) {
    std::uint64_t both = 0;
    Xapian::PostingIterator posting = database.postlist_begin(name);
    const Xapian::PostingIterator end = database.postlist_end(name);
    std::optional<std::uint32_t> masked = mask.next(0);
    while (masked && posting != end) {
        posting.skip_to(*masked);
        if (posting == end) break;
        if (*posting == *masked) {
            ++both;
            masked = mask.next(*masked + 1);
        } else {
            masked = mask.next(*posting);
        }
    }
    return both;
}

// What hits show, of all documents: some 50 bytes each, so that showing a hit needs no reading.
class Identities {
  public:
    explicit Identities(const Xapian::Database& database)
        : begin_(database.get_lastdocid() + std::size_t{2}, 0) {
        std::size_t number = 0;
        const auto end = database.valuestream_end(identity_slot);
        for (auto at = database.valuestream_begin(identity_slot); at != end; ++at) {
            while (number <= at.get_docid())
                begin_[number++] = text_.size();
            text_ += *at;
        }
        while (number < begin_.size())
            begin_[number++] = text_.size();
    }
    // Requires that there is such a document.
    Identity of(Xapian::docid document) const {
        const std::size_t begin = begin_[document];
        return decode_identity(std::string_view(text_).substr(begin, begin_[document + 1] - begin));
    }
    template <class Visit>
    void for_each(const Visit& visit) const {
        for (Xapian::docid i = 1; i + 1 < begin_.size(); ++i) {
            if (begin_[i] != begin_[i + 1]) visit(i, of(i));
        }
    }

  private:
    std::string text_;
    std::vector<std::size_t> begin_;  // by number of the document
};

// The hits with what they show; without those of the last score unless they are `complete`.
std::vector<Candidate> candidates_of(const Identities& identities, const Xapian::MSet& hits, bool complete) {
    std::vector<Candidate> result;
    if (hits.empty()) return result;
    const double last = hits.back().get_weight();
    for (Xapian::MSetIterator hit = hits.begin(); hit != hits.end(); ++hit) {
        const double score = hit.get_weight();
        if (!complete && score == last) break;
        const Identity identity = identities.of(*hit);
        result.push_back(
            {score, std::string(identity.key), std::string(identity.group), identity.date, *hit});
    }
    return result;
}

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
        std::call_once(identities_once,
                       [&] { identities_read = std::make_unique<const Identities>(database); });
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
    return state_->with_handle([&](const Xapian::Database& database) {
        std::vector<std::uint64_t> result;
        for (const std::string& name : names) {
            const std::uint64_t all = database.get_termfreq(name);
            result.push_back(all == 0 || mask == nullptr ? all
                                                         : all - masked_frequency(database, name, *mask));
        }
        return result;
    });
}

// Xapian orders by score alone. The hits before the last score are all there; of those with the last score
// others may not have been fetched, unless everything was. So a little more is fetched than wanted, and more
// again when many hits tie at the end or are of the same group.
std::vector<Candidate> Generation::search(const Plan& plan, const Mask* mask) const {
    return state_->with_handle([&](const Xapian::Database& database) {
        const Identities& identities = state_->identities(database);
        Xapian::Enquire enquire(database);
        enquire.set_query(query_of(plan));
        enquire.set_weighting_scheme(PlannedWeight(plan.formula));
        std::optional<Unmasked> unmasked;
        if (mask != nullptr) unmasked.emplace(*mask);
        const std::uint64_t all = state_->documents;
        for (std::uint64_t wanted = std::min<std::uint64_t>(plan.limit, all) + 8;; wanted *= 4) {
            const auto fetched = static_cast<Xapian::doccount>(std::min(wanted, all));
            const Xapian::MSet hits =
                enquire.get_mset(0, fetched, 0, nullptr, unmasked ? &*unmasked : nullptr);
            const bool complete = hits.size() < fetched || fetched == all;
            std::vector<Candidate> result = candidates_of(identities, hits, complete);
            keep_best(result, plan.limit);
            if (complete || result.size() == plan.limit) return result;
        }
    });
}

std::vector<Explanation> Generation::explain(const Plan& plan,
                                             const std::vector<std::uint32_t>& documents) const {
    std::vector<const PlannedTerm*> by_name;
    for (const PlannedTerm& term : plan.terms)
        by_name.push_back(&term);
    std::sort(by_name.begin(), by_name.end(),
              [](const PlannedTerm* a, const PlannedTerm* b) { return a->name < b->name; });
    return state_->with_handle([&](const Xapian::Database& database) {
        std::vector<Explanation> result;
        for (const std::uint32_t document : documents) {
            Explanation explanation;
            explanation.payload = database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
            const Xapian::termcount length = database.get_doclength(document);
            Xapian::TermIterator held = database.termlist_begin(document);
            const Xapian::TermIterator end = database.termlist_end(document);
            for (const PlannedTerm* term : by_name) {
                held.skip_to(term->name);
                if (held == end) break;
                if (*held != term->name) continue;
                explanation.shares.push_back(
                    {term->term, plan.formula.share(term->factor, held.get_wdf(), length)});
            }
            std::sort(explanation.shares.begin(), explanation.shares.end(),
                      [](const TermShare& a, const TermShare& b) { return a.term < b.term; });
            result.push_back(std::move(explanation));
        }
        return result;
    });
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
