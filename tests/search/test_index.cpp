#include "libm150/search/index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "libm150/base/error.hpp"
#include "tests/search/index_world.hpp"
#include "tests/support/slow_search.hpp"

namespace m150::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Analyzer& shared_analyzer() {
    static const Analyzer analyzer;
    return analyzer;
}

IndexDocument simple(const std::string& key, const std::string& text) {
    IndexDocument document;
    document.key = key;
    document.fields.push_back({FieldKind::text, text});
    document.payload = "about " + key;
    return document;
}

SearchRequest asking(const std::string& text) {
    SearchRequest request;
    request.query = make_query(text, shared_analyzer(), {});
    return request;
}

std::vector<std::string> keys_of(const SearchResult& result) {
    std::vector<std::string> keys;
    for (const Hit& hit : result.hits)
        keys.push_back(hit.key);
    return keys;
}

// The fast result is the slow one but for rounding.
void expect_twins(const SearchResult& fast, const SearchResult& slow, std::size_t explained) {
    constexpr double close = 1e-8;
    EXPECT_NEAR(fast.best_possible, slow.best_possible, close);
    ASSERT_EQ(fast.term_weights.size(), slow.term_weights.size());
    for (std::size_t i = 0; i < fast.term_weights.size(); ++i)
        EXPECT_NEAR(fast.term_weights[i], slow.term_weights[i], close);
    ASSERT_EQ(fast.hits.size(), slow.hits.size());
    std::map<std::string, const Hit*> expected;
    for (const Hit& hit : slow.hits)
        expected[hit.key] = &hit;
    for (std::size_t i = 0; i < fast.hits.size(); ++i) {
        const Hit& hit = fast.hits[i];
        EXPECT_NEAR(hit.score, slow.hits[i].score, close);
        if (i > 0 && hit.score == fast.hits[i - 1].score) {
            EXPECT_LT(fast.hits[i - 1].key, hit.key);
        }
        ASSERT_TRUE(expected.contains(hit.key)) << hit.key;
        const Hit& twin = *expected[hit.key];
        EXPECT_EQ(hit.group, twin.group);
        EXPECT_EQ(hit.date, twin.date);
        if (i >= explained) {
            EXPECT_TRUE(hit.payload.empty() && hit.shares.empty());
            continue;
        }
        EXPECT_EQ(hit.payload, twin.payload);
        ASSERT_EQ(hit.shares.size(), twin.shares.size());
        double sum = 0.0;
        for (std::size_t s = 0; s < hit.shares.size(); ++s) {
            EXPECT_EQ(hit.shares[s].term, twin.shares[s].term);
            EXPECT_NEAR(hit.shares[s].share, twin.shares[s].share, close);
            sum += hit.shares[s].share;
        }
        EXPECT_EQ(sum, hit.score);  // not just nearly
    }
}

TEST(SearchIndex, FindsWhatWasWrittenAndForgetsWhatWasRemoved) {
    SearchIndex index({}, {}, true);
    EXPECT_EQ(index.revision(), 0U);
    index.apply({simple("a", "bodycams bij horecacontroles"), simple("b", "afval naast de container")}, {},
                7);
    EXPECT_EQ(index.revision(), 7U);
    EXPECT_THAT(keys_of(index.view().search(asking("bodycam"))), ElementsAre("a"));
    EXPECT_EQ(index.view().payload("b"), "about b");
    index.apply({simple("b", "een bodycam, nu wel")}, {"a"}, 8);
    EXPECT_THAT(keys_of(index.view().search(asking("bodycam"))), ElementsAre("b"));
    EXPECT_EQ(index.view().payload("a"), std::nullopt);
    EXPECT_THAT(index.view().keys(), ElementsAre("b"));
    EXPECT_EQ(index.view().documents(), 1U);
}

TEST(SearchIndex, AViewOfNothingAnswersNothing) {
    const SearchView view;
    EXPECT_TRUE(view.search(asking("bodycam")).hits.empty());
    EXPECT_THAT(view.search(asking("bodycam")).term_weights, ElementsAre(0.0));
    EXPECT_EQ(view.documents(), 0U);
    EXPECT_THAT(keys_of(view.with({}, {simple("a", "bodycam")}).search(asking("bodycam"))), ElementsAre("a"));
}

TEST(SearchIndex, TheLastOfTwoDocumentsWithOneKeyCounts) {
    SearchIndex index({}, {}, true);
    index.apply({simple("a", "bodycam"), simple("a", "afval")}, {"a"}, 1);
    EXPECT_EQ(index.view().documents(), 1U);
    EXPECT_TRUE(index.view().search(asking("bodycam")).hits.empty());
    EXPECT_THAT(keys_of(index.view().search(asking("afval"))), ElementsAre("a"));
}

TEST(SearchIndex, TitlesCountMoreAndPartsOfCompoundsLess) {
    SearchIndex index({}, {}, true);
    IndexDocument title;
    title.key = "title";
    title.fields.push_back({FieldKind::title, "controle"});
    IndexOptions no_length;
    no_length.b = 0.0;
    SearchIndex plain({}, no_length, true);
    plain.apply(
        {title, simple("text", "controle"), simple("part", "horecacontrole"), simple("none", "afval")}, {},
        1);
    EXPECT_THAT(keys_of(plain.view().search(asking("controle"))), ElementsAre("title", "text", "part"));
}

// The law of the house: what is found depends on the documents, not on how they came in or where they lie.
// What both views count is what the twin counts: of each word of the request and of some filters, over
// everything and over what the request lets through.
void expect_counts(const SearchView& one, const SearchView& other, const SlowSearch& twin,
                   const SearchRequest& request) {
    const auto expect = [&](SearchView::Held kind, const std::string& held) {
        for (const SearchRequest& among : {SearchRequest{}, request}) {
            for (const std::uint64_t most : {1U, 3U, 1000U}) {
                const std::uint64_t expected = twin.count(kind, held, among, most);
                EXPECT_EQ(one.count(kind, held, among, most), expected) << held;
                EXPECT_EQ(other.count(kind, held, among, most), expected) << held;
            }
        }
    };
    for (const QueryTerm& term : request.query.terms) {
        if (term.kind != QueryTerm::Kind::concept_id) expect(SearchView::Held::word, term.term);
    }
    for (const char* filter : {"audience:public", "by:GM1"})
        expect(SearchView::Held::filter, filter);
    for (int number = 0; number < 6; ++number) {
        const std::string code = "GM" + std::to_string(number);
        if (twin.count(SearchView::Held::filter, "by:" + code, {}, 1) == 0) continue;
        EXPECT_THAT(one.filters("by:"), Contains(code));
        EXPECT_THAT(other.filters("by:"), Contains(code));
    }
}

TEST(SearchIndex, AgreesWithItsSlowTwinThroughWritesRemovalsAndMerges) {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        World world(seed);
        IndexOptions options;
        options.merge_at = 5 + world.below(40);
        options.k1 = 0.4 * static_cast<double>(world.below(6));
        options.b = 0.25 * static_cast<double>(world.below(5));
        options.part_weight = 0.5 * static_cast<double>(world.below(3));
        const TemporaryDirectory place;
        SearchIndex in_memory({}, options, true);
        SearchIndex on_disk(seed % 15 == 0 ? place.path() / "index" : std::filesystem::path(), options, true);
        SlowSearch twin(shared_analyzer(), options);
        for (std::uint64_t revision = 1; revision <= 12; ++revision) {
            std::map<std::string, IndexDocument> written;
            std::vector<std::string> removed;
            for (std::size_t n = world.below(12); n > 0; --n) {
                const std::string key = world.key();
                written[key] = world.document(key);
            }
            for (std::size_t n = world.below(5); n > 0; --n)
                removed.push_back(world.key());
            std::vector<IndexDocument> documents;
            for (const std::string& key : removed)
                twin.drop(key);
            for (const auto& [key, document] : written) {
                documents.push_back(document);
                twin.put(document);
            }
            in_memory.apply(documents, removed, revision);
            on_disk.apply(documents, removed, revision);
            if (world.below(5) == 0) on_disk.merge();
            if (world.below(5) == 0) in_memory.merge();
            ASSERT_EQ(on_disk.view().documents(), twin.size());
            for (int n = 0; n < 6; ++n) {
                const SearchRequest request = world.request(shared_analyzer());
                const SearchResult fast = in_memory.view().search(request);
                expect_twins(fast, twin.search(request), request.explained);
                ASSERT_EQ(bytes_of(on_disk.view().search(request)), bytes_of(fast));
                if (n == 0) expect_counts(in_memory.view(), on_disk.view(), twin, request);
            }
            if (HasFatalFailure()) return;
        }
    }
}

TEST(SearchIndex, GivesTheSameBytesHoweverTheDocumentsCameIn) {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        World world(seed);
        std::vector<IndexDocument> documents = world.documents(60);
        // Several documents that differ in nothing but their key.
        for (int i = 0; i < 30; ++i) {
            documents.push_back(documents[3]);
            documents.back().key = "twin-" + std::to_string(i);
            documents.back().group.clear();
        }
        std::vector<SearchRequest> requests = world.requests(40, shared_analyzer());
        for (SearchRequest& request : requests) {
            request.explained = 5;
            request.meaning = true;
            request.nearest = 6;
        }
        const auto answers = [&](const SearchIndex& index) {
            std::string bytes;
            for (const SearchRequest& request : requests)
                bytes += bytes_of(index.view().search(request)) + "\n";
            return bytes;
        };
        const auto all_of = [](const std::vector<IndexDocument>& all) {
            return [&all](const SearchIndex::Add& add) {
                for (const IndexDocument& document : all)
                    add(document);
            };
        };
        SearchIndex reference({}, {}, true);
        reference.apply(documents, {}, 1);
        const std::string expected = answers(reference);

        auto shuffled = documents;
        std::mt19937 random(seed);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        const TemporaryDirectory places;

        SearchIndex one_by_one(places.path() / "a", {}, true);
        for (const IndexDocument& document : shuffled)
            one_by_one.apply({document}, {}, 1);
        EXPECT_EQ(answers(one_by_one), expected);
        one_by_one.merge();
        EXPECT_EQ(answers(one_by_one), expected);

        SearchIndex rebuilt(places.path() / "b", {}, true);
        rebuilt.apply({simple("other", "bodycam afval")}, {}, 1);
        rebuilt.rebuild(2, all_of(shuffled));
        EXPECT_EQ(answers(rebuilt), expected);

        const std::vector<IndexDocument> front(shuffled.begin(), shuffled.begin() + 30);
        const std::vector<IndexDocument> middle(shuffled.begin() + 30, shuffled.begin() + 60);
        const std::vector<IndexDocument> rest(shuffled.begin() + 60, shuffled.end());
        for (const std::string& place : {std::string(), (places.path() / "c").string()}) {
            SearchIndex extended(place, {}, true);
            extended.extend(1, all_of(front));
            extended.apply(middle, {}, 2);
            extended.apply({simple("extra", "bodycam boete")}, {}, 2);
            extended.apply({}, {"extra"}, 2);
            extended.extend(3, all_of(rest));
            EXPECT_EQ(answers(extended), expected);
            EXPECT_EQ(extended.revision(), 3U);
        }
    }
}

TEST(SearchIndex, AViewSaysTheSameWhateverIsCommittedLater) {
    World world(5);
    const TemporaryDirectory place;
    IndexOptions options;
    options.merge_at = 300;
    SearchIndex index(place.path(), options, true);
    std::vector<IndexDocument> documents = world.documents(60);
    index.extend(
        1, [&](const SearchIndex::Add& add) { std::for_each(documents.begin(), documents.end(), add); });
    index.apply({world.document("d-7"), world.document("d-61")}, {"d-8"}, 2);
    const SearchView old = index.view();
    std::vector<SearchRequest> requests = world.requests(30, shared_analyzer());
    const auto answers = [&] {
        std::string bytes = std::to_string(old.revision()) + " " + std::to_string(old.documents()) + "\n";
        for (const std::string& key : old.keys())
            bytes += key + "=" + old.payload(key).value_or("?") + "\n";
        for (const SearchRequest& request : requests)
            bytes += bytes_of(old.search(request)) + "\n";
        return bytes;
    };
    const std::string before = answers();
    for (int i = 0; i < 2000; ++i)
        index.apply({world.document(world.key())}, {world.key()}, 3 + static_cast<unsigned>(i));
    index.merge();
    index.merge();
    index.rebuild(9999, [](const SearchIndex::Add&) {});
    EXPECT_EQ(index.view().documents(), 0U);
    EXPECT_EQ(answers(), before);
}

TEST(SearchIndex, AViewWithOtherDocumentsLeavesTheFirstAlone) {
    World world(9);
    SlowSearch twin(shared_analyzer(), {});
    SearchIndex index({}, {}, true);
    std::vector<IndexDocument> documents = world.documents(50);
    index.apply(documents, {}, 1);
    const SearchView now = index.view();
    const IndexDocument changed = world.document("d-4");
    const IndexDocument fresh = world.document("d-99");
    const SearchView then = now.with({"d-1", "d-2", "d-3", "unknown"}, {changed, fresh});
    for (const IndexDocument& document : documents)
        twin.put(document);
    for (const char* key : {"d-1", "d-2", "d-3"})
        twin.drop(key);
    twin.put(changed);
    twin.put(fresh);
    EXPECT_EQ(then.documents(), 48U);
    EXPECT_EQ(now.documents(), 50U);
    EXPECT_EQ(now.payload("d-1"), documents[1].payload);
    EXPECT_EQ(then.payload("d-1"), std::nullopt);
    EXPECT_EQ(then.payload("d-4"), changed.payload);
    for (int i = 0; i < 50; ++i) {
        const SearchRequest request = world.request(shared_analyzer());
        expect_twins(then.search(request), twin.search(request), request.explained);
    }
}

TEST(SearchIndex, RefusesWhatItCannotKeep) {
    const auto message = [](const IndexDocument& document) {
        SearchIndex index({}, {}, true);
        try {
            index.apply({document}, {}, 1);
        } catch (const InvalidInput& error) {
            return std::string(error.what());
        }
        return std::string("taken");
    };
    EXPECT_THAT(message(simple("", "x")), HasSubstr("key"));
    EXPECT_THAT(message(simple(std::string(1001, 'k'), "x")), HasSubstr("1000 bytes"));
    EXPECT_THAT(message(simple(std::string("a\0b", 3), "x")), HasSubstr("NUL"));
    EXPECT_THAT(message(simple("a", "caf\xe9")), HasSubstr("UTF-8 at byte 3"));
    EXPECT_EQ(message(simple(std::string(1000, 'k'), "x")), "taken");
    IndexOptions options;
    options.b = 1.5;
    EXPECT_THROW(SearchIndex({}, options, true), InvalidInput);
}

TEST(SearchIndex, LongKeysAndFiltersThatBeginAlikeStayApart) {
    const std::string stem(600, 'k');
    for (const bool on_disk : {false, true}) {
        const TemporaryDirectory place;
        SearchIndex index(on_disk ? place.path() : std::filesystem::path(), {}, true);
        IndexDocument a = simple(stem + "a", "bodycam");
        IndexDocument b = simple(stem + "b", "bodycam");
        a.filters = {stem + "1"};
        b.filters = {stem + "2"};
        index.apply({a, b}, {}, 1);
        index.merge();
        SearchRequest request = asking("bodycam");
        request.filters = {{stem + "2"}};
        EXPECT_THAT(keys_of(index.view().search(request)), ElementsAre(stem + "b"));
        index.apply({}, {stem + "a"}, 2);
        EXPECT_THAT(index.view().keys(), ElementsAre(stem + "b"));
    }
}

TEST(SearchIndex, ExtendingWithAKnownKeyIsRefusedAndChangesNothing) {
    for (const bool on_disk : {false, true}) {
        const TemporaryDirectory place;
        SearchIndex index(on_disk ? place.path() : std::filesystem::path(), {}, true);
        index.extend(1, [](const SearchIndex::Add& add) { add(simple("a", "bodycam")); });
        EXPECT_THROW(index.extend(2, [](const SearchIndex::Add& add) { add(simple("a", "afval")); }),
                     InvalidInput);
        EXPECT_THROW(index.rebuild(2,
                                   [](const SearchIndex::Add& add) {
                                       add(simple("b", "afval"));
                                       add(simple("b", "afval"));
                                   }),
                     InvalidInput);
        EXPECT_EQ(index.revision(), 1U);
        EXPECT_THAT(index.view().keys(), ElementsAre("a"));
    }
}

}  // namespace
}  // namespace m150::testing
