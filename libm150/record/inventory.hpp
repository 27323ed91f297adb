// What plays: the inventory among the municipalities, and the news.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/id.hpp"
#include "libm150/record/audience.hpp"
#include "libm150/record/municipality.hpp"
#include "libm150/record/network.hpp"
#include "libm150/record/topic.hpp"

namespace m150::inline v0 {

// One line of an inventory: what a municipality needs and offers on a topic. A later response of the same
// municipality on the same topic replaces an earlier one in what is concluded from it; both are kept.
struct InventoryResponse {
    Id<InventoryResponse> id;
    Id<Municipality> municipality;
    Id<Topic> topic;
    int needs = 0;   // 0 none, 1 some, 2 clear, 3 urgent
    int offers = 0;  // 0 none, 1 can say something, 2 has experience, 3 can help others
    Date date;
    std::string remark;
    Audience audience;
    Provenance provenance;
    friend bool operator==(const InventoryResponse&, const InventoryResponse&) = default;
};

// An actualiteit.
struct NewsItem {
    Id<NewsItem> id;
    Date date;
    std::optional<Id<Organisation>> organisation;  // who published it
    std::string title;
    std::string text;
    std::vector<Id<Topic>> topics;
    std::string url;
    Audience audience{AudienceKind::everyone, {}, {}};
    Provenance provenance;
    friend bool operator==(const NewsItem&, const NewsItem&) = default;
};

}  // namespace m150::inline v0
