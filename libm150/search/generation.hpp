// One published generation of the index on disk, for reading: a Xapian database that nobody modifies any
// more. Internal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/part.hpp"

namespace m150::inline v0::indexing {

// While an object lives the files stay: it holds a shared lock on the file "lock" in the generation's
// directory, and who removes a generation takes that lock exclusively first.
//
// A Xapian handle may be used by one thread at a time; so every call borrows one from a pool, which opens
// another when all are in use.
class Generation final : public Part {
  public:
    // Null when there is no complete generation in `directory`, when its terms came about in another way than
    // `fingerprint` says, or by another version of Xapian.
    static std::shared_ptr<const Generation> open(const std::filesystem::path& directory,
                                                  std::string_view fingerprint);
    ~Generation() override;
    Generation(const Generation&) = delete;
    Generation& operator=(const Generation&) = delete;

    const std::filesystem::path& directory() const noexcept;
    std::uint64_t revision() const noexcept;  // of the records it reflects
    // A newer generation took its place: the files go when this object does, unless another process reads
    // them.
    void retire() const noexcept;

    std::uint64_t documents() const noexcept override;
    std::uint64_t length() const noexcept override;
    std::vector<std::uint64_t> frequencies(const std::vector<std::string>& names,
                                           const Mask* mask) const override;
    std::vector<Candidate> search(const Plan& plan, const Mask* mask) const override;
    std::vector<Explanation> explain(const Plan& plan,
                                     const std::vector<std::uint32_t>& documents) const override;
    std::vector<double> scores(const Plan& plan, const std::vector<std::uint32_t>& documents) const override;
    std::optional<DocumentSet> excluded(const Plan& plan, const Mask* mask) const override;
    void visit_holding(const std::string& name,
                       const std::function<bool(std::uint32_t)>& visit) const override;
    const Embeddings& embeddings() const override;
    const Embeddings& given() const override;
    Candidate candidate(std::uint32_t document) const override;
    std::vector<std::optional<Found>> find(const std::vector<std::string>& keys,
                                           const Mask* mask) const override;
    std::string payload(std::uint32_t document) const override;
    std::vector<std::string> keys(const Mask* mask) const override;
    std::uint64_t count(const std::string& name, const Plan& plan, const Mask* mask,
                        std::uint64_t most) const override;
    std::vector<std::string> names(const std::string& beginning) const override;

  private:
    struct State;
    explicit Generation(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Removes a generation's directory if nobody reads it. Says whether it is gone. Does not throw: what stays is
// tried again when the next generation is published.
bool remove_generation(const std::filesystem::path& directory) noexcept;

}  // namespace m150::inline v0::indexing
