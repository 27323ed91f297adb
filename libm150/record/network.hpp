// Networks of municipalities (M150, G40) and the organisations they work with (VNG, CCV, ...).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/export.hpp"
#include "libm150/base/id.hpp"
#include "libm150/record/audience.hpp"
#include "libm150/record/municipality.hpp"

namespace m150::inline v0 {

// Every municipality with at least `at_least` and at most `at_most` inhabitants is a member from `from` to
// `to`.
struct Band {
    std::int64_t at_least = 0;
    std::optional<std::int64_t> at_most;  // absent: no upper limit
    std::optional<Date> from;             // absent: always was
    std::optional<Date> to;               // last day; absent: still is
    friend bool operator==(const Band&, const Band&) = default;
};

// One municipality that is a member, or with `excluded` is not although a band says so, from `from` to `to`.
struct Membership {
    Id<Municipality> municipality;
    bool excluded = false;
    std::optional<Date> from;
    std::optional<Date> to;
    friend bool operator==(const Membership&, const Membership&) = default;
};

struct Network {
    Id<Network> id;  // "M150", "G40"
    std::string name;
    std::vector<Band> bands;
    std::vector<Membership> members;
    Audience audience{AudienceKind::everyone, {}, {}};
    Provenance provenance;
    friend bool operator==(const Network&, const Network&) = default;
};

// Whether `municipality` exists and is a member of `network` on `day`: an exclusion wins over an explicit
// membership, which wins over the bands (compared with the inhabitants on 1 January of the day's year, or the
// nearest year known).
M150_EXPORT bool is_member(const Network& network, const Municipality& municipality, Date day);

struct Organisation {
    Id<Organisation> id;  // "VNG", "CCV", ...
    std::string name;
    std::string kind;  // free text: "koepel", "kenniscentrum", "ministerie", ...
    std::string url;
    Audience audience{AudienceKind::everyone, {}, {}};
    Provenance provenance;
    friend bool operator==(const Organisation&, const Organisation&) = default;
};

}  // namespace m150::inline v0
