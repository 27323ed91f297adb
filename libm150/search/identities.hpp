// What hits show of themselves - key, group, date - for all documents of a generation. Internal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/layout.hpp"

namespace m150::inline v0::indexing {

// Some 50 bytes a document, read once, so that showing a hit needs no reading.
class Identities {
  public:
    // Documents are numbered from 1 to `last`; not every number need have one.
    explicit Identities(std::uint32_t last) : begin_(last + std::size_t{2}, 0) {}
    // In ascending order of number; `value` was made by encode_identity().
    void add(std::uint32_t document, std::string_view value) {
        skip_to(document + std::size_t{1});
        text_ += value;
    }
    // After the last one.
    void finish() { skip_to(begin_.size()); }

    // Requires that there is such a document.
    Identity of(std::uint32_t document) const {
        const std::size_t begin = begin_[document];
        return decode_identity(std::string_view(text_).substr(begin, begin_[document + 1] - begin));
    }
    // Calls visit(number, identity) for each document, ascending.
    template <class Visit>
    void for_each(const Visit& visit) const {
        for (std::uint32_t i = 1; i + std::size_t{1} < begin_.size(); ++i) {
            if (begin_[i] != begin_[i + 1]) visit(i, of(i));
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
};

}  // namespace m150::inline v0::indexing
