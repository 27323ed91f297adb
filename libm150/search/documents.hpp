// What ranking and hits need of every document of a generation: key, group, date and length. Internal.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/embeddings.hpp"
#include "libm150/search/layout.hpp"

namespace m150::inline v0::indexing {

// Some 60 bytes a document, and a byte for each component of its vectors, read once, so that weighing
// a posting and showing a hit need no reading.
class Documents {
  public:
    // Documents are numbered from 1 to `last`; not every number need have one.
    explicit Documents(std::uint32_t last)
        : begin_(last + std::size_t{2}, 0), lengths_(last + std::size_t{1}, 0), dates_(lengths_.size()) {}
    // In ascending order of number; `identity` was made by encode_identity(); vectors may be empty.
    void add(std::uint32_t document, std::string_view identity, std::uint32_t length,
             std::string_view embedding = {}, std::string_view given = {}) {
        skip_to(document + std::size_t{1});
        text_ += identity;
        lengths_[document] = length;
        dates_[document] = decode_identity(identity).date;
        earliest_ = std::min(earliest_.value_or(dates_[document]), dates_[document]);
        latest_ = std::max(latest_.value_or(dates_[document]), dates_[document]);
        embeddings_.add(document, {reinterpret_cast<const std::int8_t*>(embedding.data()), embedding.size()});
        given_.add(document, {reinterpret_cast<const std::int8_t*>(given.data()), given.size()});
    }
    // After the last one.
    void finish() { skip_to(begin_.size()); }

    // Larger than any number.
    std::uint32_t end() const noexcept { return static_cast<std::uint32_t>(lengths_.size()); }

    // These require that there is such a document.
    std::uint32_t length(std::uint32_t document) const { return lengths_[document]; }
    Date date(std::uint32_t document) const { return dates_[document]; }
    Identity identity(std::uint32_t document) const {
        const std::size_t begin = begin_[document];
        return decode_identity(std::string_view(text_).substr(begin, begin_[document + 1] - begin));
    }
    // Whether any document is dated before or after. Null: no bound.
    bool any_outside(const std::optional<Date>& from, const std::optional<Date>& to) const {
        return (from && earliest_ < from) || (to && latest_ > to);
    }
    const Embeddings& embeddings() const { return embeddings_; }
    const Embeddings& given() const { return given_; }
    // Calls visit(number, identity) for each document, ascending.
    template <class Visit>
    void for_each(const Visit& visit) const {
        for (std::uint32_t i = 1; i < end(); ++i) {
            if (begin_[i] != begin_[i + 1]) visit(i, identity(i));
        }
    }

  private:
    void skip_to(std::size_t number) {
        while (known_ < number)
            begin_[known_++] = text_.size();
    }

    std::string text_;
    std::vector<std::size_t> begin_;  // by number
    std::size_t known_ = 0;           // how many of them are set
    std::vector<std::uint32_t> lengths_;
    std::vector<Date> dates_;
    std::optional<Date> earliest_, latest_;
    Embeddings embeddings_;
    Embeddings given_;
};

}  // namespace m150::inline v0::indexing
