// MaxScore (Turtle and Flood 1995), a window of documents at a time.
//
// Terms are sorted by the most that each can add to a score. Once `wanted` documents are known, a document
// that holds only terms of the tail - those which together cannot lift it over the worst of these - need not
// be found: it is the lists of the terms before the tail, the leading ones, that are gone through. The shares
// that these give to the documents of a window are added up side by side; only then, and only for documents
// that may still be among the best, the tail's lists are looked into.
//
// All shares are multiples of 2^-32, so sums and bounds are exact and in any order the same: nothing is
// passed over that would have been as good.
#include "libm150/search/best_documents.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "libm150/search/admission.hpp"
#include "libm150/solve/top_k.hpp"

namespace m150::inline v0::indexing {

namespace {

constexpr std::uint32_t window = 2048;

struct Term {
    const std::vector<Posting>* list = nullptr;
    double factor = 0.0;
    double most = 0.0;   // of its shares
    std::size_t at = 0;  // of the first posting that was not passed yet
};

// A document by its key, which breaks ties.
struct ByKey {
    std::uint32_t document = 0;
    const Documents* documents = nullptr;
    friend bool operator<(const ByKey& a, const ByKey& b) {
        return a.documents->identity(a.document).key < b.documents->identity(b.document).key;
    }
};

class Search {
  public:
    Search(const Plan& plan, const Documents& documents,
           const std::vector<std::shared_ptr<const Postings>>& postings, const Admission& admitted,
           std::size_t wanted)
        : formula_(plan.formula), documents_(documents), admitted_(admitted), best_(wanted) {
        for (std::size_t i = 0; i < plan.terms.size(); ++i) {
            const double factor = plan.terms[i].factor;
            if (!postings[i]->list().empty())
                terms_.push_back({&postings[i]->list(), factor, postings[i]->most(formula_, factor), 0});
        }
        std::stable_sort(terms_.begin(), terms_.end(),
                         [](const Term& a, const Term& b) { return a.most > b.most; });
        tail_.assign(terms_.size() + 1, 0.0);
        for (std::size_t i = terms_.size(); i > 0; --i)
            tail_[i - 1] = tail_[i] + terms_[i - 1].most;
        leading_ = terms_.size();
    }

    std::vector<Scored> run() && {
        while (true) {
            while (leading_ > 0 && out_of_reach(tail_[leading_ - 1]))
                --leading_;
            const std::uint32_t first = next_document();
            if (first == documents_.end()) break;
            add_shares(first);
            weigh(first);
        }
        std::vector<Scored> best;
        for (const auto& entry : best_.take())
            best.push_back({entry.score, entry.id.document});
        return best;
    }

  private:
    // Whether a document with this score, or less, cannot be among the best any more.
    bool out_of_reach(double score) const { return best_.full() && score < best_.worst_score(); }

    // The first document of the leading terms' lists that was not passed yet.
    std::uint32_t next_document() const {
        std::uint32_t next = documents_.end();
        for (std::size_t i = 0; i < leading_; ++i) {
            const Term& term = terms_[i];
            if (term.at < term.list->size()) next = std::min(next, (*term.list)[term.at].document);
        }
        return next;
    }

    // What the leading terms give to the documents of the window that begins at `first`.
    void add_shares(std::uint32_t first) {
        for (std::size_t i = 0; i < leading_; ++i) {
            Term& term = terms_[i];
            const Posting* posting = term.list->data() + term.at;
            const Posting* const end = term.list->data() + term.list->size();
            for (; posting != end && posting->document - first < window; ++posting) {
                const std::uint32_t place = posting->document - first;
                sums_[place] +=
                    formula_.share(term.factor, posting->count, documents_.length(posting->document));
                touched_[place / 64] |= std::uint64_t{1} << (place % 64);
            }
            term.at = static_cast<std::size_t>(posting - term.list->data());
        }
    }

    // Completes the scores of the touched documents as far as it matters, and leaves the window empty.
    void weigh(std::uint32_t first) {
        for (std::uint32_t word = 0; word < touched_.size(); ++word) {
            for (std::uint64_t bits = std::exchange(touched_[word], 0); bits != 0; bits &= bits - 1) {
                const std::uint32_t place = word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
                complete({std::exchange(sums_[place], 0.0), first + place});
            }
        }
    }

    void complete(Scored one) {
        if (out_of_reach(one.score + tail_[leading_]) || !admitted_(one.document)) return;
        for (std::size_t i = leading_; i < terms_.size(); ++i) {
            if (out_of_reach(one.score + tail_[i])) return;
            const std::uint32_t count = count_in(terms_[i], one.document);
            one.score += formula_.share(terms_[i].factor, count, documents_.length(one.document));
        }
        best_.offer({one.document, &documents_}, one.score);
    }

    // Documents are asked for in ascending order: leaps from where the last one was, each twice as long.
    static std::uint32_t count_in(Term& term, std::uint32_t document) {
        const std::vector<Posting>& list = *term.list;
        std::size_t low = term.at;
        std::size_t leap = 1;
        while (low + leap < list.size() && list[low + leap].document < document) {
            low += leap;
            leap *= 2;
        }
        const auto from = list.begin() + static_cast<std::ptrdiff_t>(low);
        const auto to = list.begin() + static_cast<std::ptrdiff_t>(std::min(low + leap + 1, list.size()));
        const auto at = std::lower_bound(from, to, document,
                                         [](const Posting& p, std::uint32_t d) { return p.document < d; });
        term.at = static_cast<std::size_t>(at - list.begin());
        return at != list.end() && at->document == document ? at->count : 0;
    }

    const Bm25& formula_;
    const Documents& documents_;
    const Admission& admitted_;
    std::vector<Term> terms_;   // descending by `most`
    std::vector<double> tail_;  // what the terms from this one on can add together
    std::size_t leading_ = 0;   // terms before the tail
    TopK<ByKey> best_;
    std::array<double, window> sums_{};
    std::array<std::uint64_t, window / 64> touched_{};
};

}  // namespace

std::vector<Scored> best_documents(const Plan& plan, const Documents& documents,
                                   const std::vector<std::shared_ptr<const Postings>>& postings,
                                   const std::vector<std::vector<std::shared_ptr<const Postings>>>& filters,
                                   const Mask* mask, std::size_t wanted) {
    if (wanted == 0) return {};
    const Admission admitted(plan, documents, filters, mask);
    return Search(plan, documents, postings, admitted, wanted).run();
}

}  // namespace m150::inline v0::indexing
