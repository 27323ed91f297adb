// How writing makes the next state of a view.
#include <utility>

#include "libm150/search/prepared.hpp"
#include "libm150/search/view.hpp"

namespace m150::inline v0 {

namespace {

using indexing::Mask;
using indexing::Part;

template <class Kind>
void hide_in(indexing::Masked<Kind>& masked, const std::vector<std::string>& keys) {
    std::shared_ptr<Mask> mask;
    for (const auto& found : masked.part->find(keys, masked.mask.get())) {
        if (!found) continue;
        if (!mask) mask = masked.mask ? std::make_shared<Mask>(*masked.mask) : std::make_shared<Mask>();
        mask->add(found->document, found->length);
    }
    if (mask) masked.mask = std::move(mask);
}

void join_last_two(std::vector<indexing::Masked<indexing::Segment>>& segments) {
    const auto last = segments.end() - 1;
    auto joined = std::make_shared<const indexing::Segment>(*(last - 1), *last);
    segments.pop_back();
    segments.back() = {std::move(joined), nullptr};
    if (segments.back().part->documents() == 0) segments.pop_back();
}

}  // namespace

std::uint64_t SearchView::State::documents() const {
    std::uint64_t sum = generation.part ? generation.documents() : 0;
    for (const auto& segment : segments)
        sum += segment.documents();
    return sum;
}

std::uint64_t SearchView::State::length() const {
    std::uint64_t sum = generation.part ? generation.length() : 0;
    for (const auto& segment : segments)
        sum += segment.length();
    return sum;
}

bool SearchView::State::holds(const std::string& key) const {
    bool found = false;
    for_each_part([&](const Part& part, const Mask* mask) {
        found = found || part.find({key}, mask).front().has_value();
    });
    return found;
}

void SearchView::State::hide(const std::vector<std::string>& keys) {
    if (keys.empty()) return;
    if (generation.part) hide_in(generation, keys);
    for (auto& segment : segments)
        hide_in(segment, keys);
}

void SearchView::State::add(const std::vector<IndexDocument>& documents) {
    if (documents.empty()) return;
    std::vector<indexing::Prepared> prepared;
    std::vector<std::string> keys;
    for (const IndexDocument& document : documents) {
        prepared.push_back(indexing::prepare(document, *analyzer, options, {space, given}));
        keys.push_back(document.key);
    }
    hide(keys);
    segments.push_back({std::make_shared<const indexing::Segment>(std::move(prepared)), nullptr});
}

void SearchView::State::tidy() {
    while (segments.size() >= 2 &&
           segments[segments.size() - 2].part->documents() < 2 * segments.back().part->documents()) {
        join_last_two(segments);
    }
}

void SearchView::State::join() {
    while (segments.size() >= 2)
        join_last_two(segments);
    if (segments.size() == 1 && segments.front().mask) {
        const indexing::Masked<indexing::Segment> empty{
            std::make_shared<const indexing::Segment>(std::vector<indexing::Prepared>{}), nullptr};
        segments.push_back(empty);
        join_last_two(segments);
    }
}

}  // namespace m150::inline v0
