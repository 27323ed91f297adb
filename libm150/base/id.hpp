// Ids that do not mix: an Id<Question> is never accepted where an Id<Answer> is meant.
#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>
#include <utility>

namespace m150::inline v0 {

// The id of a record of type `Record`: opaque text, compared byte by byte. Which texts are allowed is said by
// the record's validate(); an empty id means "none" only where a field is documented so.
template <class Record>
class Id {
  public:
    using record_type = Record;

    Id() = default;
    explicit Id(std::string value) : value_(std::move(value)) {}
    explicit Id(const char* value) : value_(value) {}

    const std::string& str() const noexcept { return value_; }
    bool empty() const noexcept { return value_.empty(); }

    friend auto operator<=>(const Id&, const Id&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Id& id) { return out << id.value_; }

  private:
    std::string value_;
};

}  // namespace m150::inline v0

template <class Record>
struct std::hash<m150::Id<Record>> {
    std::size_t operator()(const m150::Id<Record>& id) const noexcept {
        return std::hash<std::string>{}(id.str());
    }
};
