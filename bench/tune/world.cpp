#include "bench/tune/world.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "bench/tune/provenance.hpp"

namespace m150::tune {

using evaluate::TestSet;

std::vector<std::string> documents_of_others(const TestSet& set, const std::vector<std::string>& asked) {
    std::set<std::string> own_needs, other_needs, own_documents, other_documents;
    const std::set<std::string> own(asked.begin(), asked.end());
    for (const evaluate::TestQuery& query : set.queries)
        (own.count(query.id) != 0 ? own_needs : other_needs).insert(query.need);
    for (const auto& [query, grades] : set.judgements) {
        for (const auto& [document, grade] : grades)
            (own.count(query) != 0 ? own_documents : other_documents).insert(document);
    }
    std::vector<std::string> hidden;
    for (const evaluate::TestDocument& document : set.documents) {
        const bool others =
            document.need.empty()
                ? other_documents.count(document.id) != 0 && own_documents.count(document.id) == 0
                : other_needs.count(document.need) != 0 && own_needs.count(document.need) == 0;
        if (others) hidden.push_back(document.id);
    }
    std::sort(hidden.begin(), hidden.end());
    return hidden;
}

World world_of(const TestSet& whole, const std::vector<std::string>& asked) {
    World world;
    world.key = hash_of(asked);
    world.set = whole;
    const std::vector<std::string> hidden = documents_of_others(whole, asked);
    const auto is_hidden = [&](const std::string& document) {
        return std::binary_search(hidden.begin(), hidden.end(), document);
    };
    const auto is_asked = [&](const std::string& query) {
        return std::binary_search(asked.begin(), asked.end(), query);
    };
    std::erase_if(world.set.documents, [&](const auto& document) { return is_hidden(document.id); });
    std::erase_if(world.set.queries, [&](const auto& query) { return !is_asked(query.id); });
    std::erase_if(world.set.judgements, [&](const auto& judged) { return !is_asked(judged.first); });
    for (auto& [query, grades] : world.set.judgements) {
        auto left = grades;
        std::erase_if(left, [&](const auto& judged) { return is_hidden(judged.first); });
        if (!left.empty()) grades = std::move(left);  // without any grade the query would be in no figure
    }
    return world;
}

}  // namespace m150::tune
