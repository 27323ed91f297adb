// Documents in memory: what was written since the newest generation, or the whole of an index without files.
// Internal.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/part.hpp"
#include "libm150/search/prepared.hpp"

namespace m150::inline v0::indexing {

// An inverted file. Documents are numbered in ascending order of key, so that a tie is broken by the number.
// Searching takes time in proportion to the postings of the query's terms.
class Segment final : public Part {
  public:
    // Of documents with the same key the last is taken.
    explicit Segment(std::vector<Prepared> documents);
    // What two segments hold without what is masked. No key may be left in both.
    Segment(const Masked<Segment>& a, const Masked<Segment>& b);

    std::uint64_t documents() const noexcept override { return documents_.size(); }
    std::uint64_t length() const noexcept override { return length_; }
    std::vector<std::uint64_t> frequencies(const std::vector<std::string>& names,
                                           const Mask* mask) const override;
    std::vector<Candidate> search(const Plan& plan, const Mask* mask) const override;
    std::vector<Explanation> explain(const Plan& plan,
                                     const std::vector<std::uint32_t>& documents) const override;
    std::vector<double> scores(const Plan& plan, const std::vector<std::uint32_t>& documents) const override;
    std::optional<DocumentSet> excluded(const Plan& plan, const Mask* mask) const override;
    void visit_holding(const std::string& name,
                       const std::function<bool(std::uint32_t)>& visit) const override;
    const Embeddings& embeddings() const override { return embeddings_; }
    const Embeddings& given() const override { return given_; }
    Candidate candidate(std::uint32_t document) const override {
        const Stored& stored = *documents_[document];
        return {0.0, stored.key, stored.group, stored.date, document, 0};
    }
    std::vector<std::optional<Found>> find(const std::vector<std::string>& keys,
                                           const Mask* mask) const override;
    std::string payload(std::uint32_t document) const override { return documents_[document]->payload; }
    std::vector<std::string> keys(const Mask* mask) const override;
    std::uint64_t count(const std::string& name, const Plan& plan, const Mask* mask,
                        std::uint64_t most) const override;
    std::vector<std::string> names(const std::string& beginning) const override;

    // Gives every document that is not masked back as it was prepared, ascending by key.
    void for_each(const Mask* mask, const std::function<void(Prepared&&)>& visit) const;

  private:
    struct Posting {
        std::uint32_t document;
        std::uint32_t count;
    };

    std::span<const Posting> postings(std::string_view name) const;
    std::span<const Posting> postings_at(std::size_t term) const {
        return std::span(postings_).subspan(starts_[term], starts_[term + 1] - starts_[term]);
    }
    void add_term(std::string name) {  // its postings follow
        terms_.push_back(std::move(name));
        starts_.push_back(postings_.size());
    }
    std::uint32_t count_in(std::string_view name, std::uint32_t document) const;  // 0: does not hold it
    // For every document whether it satisfies all filters.
    std::vector<char> passing(const std::vector<std::vector<std::string>>& filters) const;

    void append(std::shared_ptr<const Stored> document);

    std::vector<std::shared_ptr<const Stored>> documents_;
    Embeddings embeddings_;
    Embeddings given_;
    std::vector<std::string> terms_;   // ascending
    std::vector<std::size_t> starts_;  // of each term in postings_, and the end
    std::vector<Posting> postings_;    // of each term ascending by document
    std::uint64_t length_ = 0;
};

}  // namespace m150::inline v0::indexing
