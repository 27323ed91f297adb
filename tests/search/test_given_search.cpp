// Vectors that documents are given from outside: found exactly, wherever the documents lie.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "libm150/base/error.hpp"
#include "libm150/search/layout.hpp"
#include "tests/search/index_world.hpp"

namespace m150::testing {
namespace {

using ::testing::HasSubstr;

constexpr std::size_t dimension = 24;

const Analyzer& analyzer() {
    static const Analyzer dutch;
    return dutch;
}

IndexMeaning model(const std::string& name = "twin", std::size_t size = dimension) {
    return {SemanticSpace::built_in(Language::dutch), {name, size}};
}

std::vector<float> random_vector(World& world, std::size_t size = dimension) {
    std::vector<float> vector;
    for (std::size_t d = 0; d < size; ++d)
        vector.push_back(static_cast<float>(world.below(2001)) / 1000.0F - 1.0F);
    return vector;
}

// The documents with the vectors as they were given, in floating point.
struct Whole {
    IndexDocument document;
    std::vector<float> vector;
};

double slow_cosine(const std::vector<float>& a, const std::vector<float>& b) {
    double dot = 0.0, aa = 0.0, bb = 0.0;
    for (std::size_t d = 0; d < a.size() && d < b.size(); ++d) {
        dot += double{a[d]} * double{b[d]};
        aa += double{a[d]} * double{a[d]};
        bb += double{b[d]} * double{b[d]};
    }
    return aa > 0.0 && bb > 0.0 ? dot / std::sqrt(aa * bb) : 0.0;
}

bool admits(const SearchRequest& request, const IndexDocument& document) {
    if ((request.from && document.date < *request.from) || (request.to && document.date > *request.to))
        return false;
    return std::all_of(request.filters.begin(), request.filters.end(), [&](const auto& any) {
        return std::any_of(any.begin(), any.end(), [&](const std::string& filter) {
            return std::count(document.filters.begin(), document.filters.end(), filter) > 0;
        });
    });
}

// Components are rounded to a 127th of the largest.
constexpr double close = 0.01;

TEST(GivenSearch, AgreesWithItsSlowTwinThroughWritesRemovalsAndMerges) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        World world(seed);
        IndexOptions options;
        options.merge_at = 5 + world.below(40);
        options.semantic.on = seed % 3 != 0;
        const TemporaryDirectory place;
        SearchIndex in_memory({}, options, true, model());
        SearchIndex on_disk(seed % 4 == 0 ? place.path() / "index" : std::filesystem::path(), options, true,
                            model());
        std::map<std::string, Whole> all;
        for (std::uint64_t revision = 1; revision <= 8; ++revision) {
            std::vector<IndexDocument> documents;
            std::vector<std::string> removed;
            for (std::size_t n = world.below(4); n > 0; --n)
                removed.push_back(world.key());
            for (const std::string& key : removed)
                all.erase(key);
            for (std::size_t n = world.below(12); n > 0; --n) {
                IndexDocument document = world.document(world.key());
                std::vector<float> vector;
                if (world.below(4) != 0) vector = random_vector(world);
                document.given = rounded(std::span<const float>(vector));
                all[document.key] = {document, vector};
                documents.push_back(std::move(document));
            }
            in_memory.apply(documents, removed, revision);
            on_disk.apply(documents, removed, revision);
            if (world.below(4) == 0) on_disk.merge();
            if (world.below(4) == 0) in_memory.merge();
            std::uint64_t with_vector = 0;
            for (const auto& [key, whole] : all) {
                with_vector += whole.document.given.empty() ? 0 : 1;
                ASSERT_EQ(on_disk.view().given(key), whole.document.given);
            }
            ASSERT_EQ(on_disk.view().given_vectors(), with_vector);
            ASSERT_EQ(in_memory.view().given_vectors(), with_vector);
            for (int n = 0; n < 5; ++n) {
                SearchRequest request = world.request(analyzer());
                const std::vector<float> question = random_vector(world);
                request.given = rounded(std::span<const float>(question));
                request.nearest_given = world.below(9);
                request.meaning = world.below(2) == 0;
                request.nearest = world.below(5);
                const SearchResult fast = in_memory.view().search(request);
                ASSERT_EQ(bytes_of(on_disk.view().search(request)), bytes_of(fast));
                std::set<std::string> found, groups;
                for (const Hit& hit : fast.hits) {
                    const Whole& whole = all.at(hit.key);
                    ASSERT_TRUE(admits(request, whole.document)) << hit.key;
                    ASSERT_NEAR(hit.given_cosine, slow_cosine(question, whole.vector), close) << hit.key;
                    found.insert(hit.key);
                    if (!hit.group.empty()) {
                        ASSERT_TRUE(groups.insert(hit.group).second) << hit.group;
                    }
                }
                // Whoever is nearer than the last that was wanted is there, or another of its group.
                std::map<std::string, double> best;
                for (const auto& [key, whole] : all) {
                    if (whole.vector.empty() || !admits(request, whole.document)) continue;
                    const std::string& group = whole.document.group;
                    double& of_group =
                        best.try_emplace(group.empty() ? "key " + key : "group " + group, -2.0).first->second;
                    of_group = std::max(of_group, slow_cosine(question, whole.vector));
                }
                std::vector<double> values;
                for (const auto& entry : best)
                    values.push_back(entry.second);
                std::sort(values.rbegin(), values.rend());
                for (const auto& [name, value] : best) {
                    if (values.size() > request.nearest_given &&
                        value <= values[request.nearest_given] + 2 * close)
                        continue;
                    const bool there = name.starts_with("key ") ? found.contains(name.substr(4))
                                                                : groups.contains(name.substr(6));
                    ASSERT_TRUE(there) << name << " " << value;
                }
            }
        }
    }
}

// Hiding documents leaves what an index without them finds.
TEST(GivenSearch, OfAViewIsThatOfAnIndexOfWhatIsSeen) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        World world(seed);
        std::vector<IndexDocument> documents = world.documents(60);
        std::vector<IndexDocument> seen;
        std::vector<std::string> hidden;
        for (IndexDocument& document : documents) {
            if (world.below(3) != 0) document.given = rounded(std::span<const float>(random_vector(world)));
            if (world.below(3) == 0) {
                hidden.push_back(document.key);
            } else {
                seen.push_back(document);
            }
        }
        SearchIndex whole({}, {}, true, model());
        whole.apply(documents, {}, 1);
        SearchIndex part({}, {}, true, model());
        part.apply(seen, {}, 1);
        const SearchView view = whole.view().with(hidden, {});
        EXPECT_EQ(view.given_vectors(), part.view().given_vectors());
        for (const std::string& key : hidden)
            EXPECT_TRUE(view.given(key).empty());
        for (int n = 0; n < 10; ++n) {
            SearchRequest request = world.request(analyzer());
            request.given = rounded(std::span<const float>(random_vector(world)));
            request.nearest_given = 5;
            EXPECT_EQ(bytes_of(view.search(request)), bytes_of(part.view().search(request)));
        }
    }
}

TEST(GivenSearch, OfAQuestionThatSharesNoWordIsFoundByItsVectorAlone) {
    SearchIndex index({}, {}, true, model("two", 2));
    IndexDocument east, north;
    east.key = "east";
    east.given = {127, 0};
    north.key = "north";
    north.given = {0, 127};
    index.apply({east, north}, {}, 1);
    SearchRequest request;
    request.given = {127, 10};
    EXPECT_TRUE(index.view().search(request).hits.empty());
    request.nearest_given = 1;
    const SearchResult found = index.view().search(request);
    ASSERT_EQ(found.hits.size(), 1U);
    EXPECT_EQ(found.hits.front().key, "east");
    EXPECT_GT(found.hits.front().given_cosine, 0.99);
    request.limit = 0;
    EXPECT_TRUE(index.view().search(request).hits.empty());
}

TEST(GivenSearch, RefusesVectorsOfAnotherSize) {
    SearchIndex index({}, {}, true, model("two", 2));
    IndexDocument document;
    document.key = "d";
    document.given = {1, 2, 127};
    EXPECT_THROW(index.apply({document}, {}, 1), InvalidInput);
    SearchRequest request;
    request.given = {127};
    try {
        index.view().search(request);
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.what(), HasSubstr("has 1 components"));
    }
    SearchIndex without({}, {}, true);
    document.given = {127};
    EXPECT_THROW(without.apply({document}, {}, 1), InvalidInput);
    EXPECT_THROW(without.view().search(request), InvalidInput);
}

TEST(GivenSearch, OfAnotherModelIsAnotherIndex) {
    const TemporaryDirectory place;
    IndexDocument document;
    document.key = "d";
    document.given = Embedding(dimension, 127);
    {
        SearchIndex index(place.path() / "index", {}, true, model());
        index.apply({document}, {}, 3);
        index.merge();
    }
    EXPECT_EQ(SearchIndex(place.path() / "index", {}, false, model()).revision(), 3U);
    EXPECT_EQ(SearchIndex(place.path() / "index", {}, false, model()).view().given("d"), document.given);
    EXPECT_EQ(SearchIndex(place.path() / "index", {}, false, model("other")).revision(), 0U);
    EXPECT_EQ(SearchIndex(place.path() / "index", {}, false).revision(), 0U);
}

TEST(GivenSearch, TakesTheLargestVectors) {
    const TemporaryDirectory place;
    World world(1);
    SearchIndex index(place.path() / "index", {}, true, model("large", max_embedding_dimension));
    std::vector<IndexDocument> documents = world.documents(5);
    std::vector<std::vector<float>> vectors;
    for (IndexDocument& document : documents) {
        vectors.push_back(random_vector(world, max_embedding_dimension));
        document.given = rounded(std::span<const float>(vectors.back()));
        document.group.clear();
    }
    index.apply(documents, {}, 1);
    index.merge();
    SearchRequest request;
    request.given = documents[2].given;
    request.nearest_given = 5;
    const SearchResult found = index.view().search(request);
    ASSERT_EQ(found.hits.size(), 5U);
    for (const Hit& hit : found.hits) {
        const std::size_t at = static_cast<std::size_t>(hit.key.back() - '0');
        EXPECT_NEAR(hit.given_cosine, slow_cosine(vectors[2], vectors[at]), 0.01);
    }
}

TEST(Rounded, KeepsTheDirectionOfAnyFiniteVector) {
    World world(3);
    for (const float scale : {1.0F, 1e-45F, 1e-30F, 1e30F}) {
        std::vector<float> vector = random_vector(world, 384);
        for (float& component : vector)
            component *= scale;
        const Embedding bytes = rounded(std::span<const float>(vector));
        if (scale == 1e-45F) continue;  // next to nothing is left of it, but it is taken
        std::vector<float> back(bytes.begin(), bytes.end());
        EXPECT_GT(slow_cosine(vector, back), 0.9999) << scale;
    }
    EXPECT_TRUE(rounded(std::span<const float>(std::vector<float>{0.0F, -0.0F})).empty());
    EXPECT_TRUE(rounded(std::span<const float>{}).empty());
}

}  // namespace
}  // namespace m150::testing
