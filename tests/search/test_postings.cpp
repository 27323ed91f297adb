#include "libm150/search/postings.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <random>
#include <thread>

namespace m150::indexing {
namespace {

// A database of `documents` in which term "t<n>" stands in every n-th document, n times in quarters.
Xapian::WritableDatabase database(std::uint32_t documents, std::uint32_t terms) {
    Xapian::WritableDatabase result("", Xapian::DB_BACKEND_INMEMORY);
    for (std::uint32_t number = 1; number <= documents; ++number) {
        Xapian::Document document;
        for (std::uint32_t n = 1; n <= terms; ++n) {
            if (number % n == 0) document.add_term("t" + std::to_string(n), n);
        }
        result.add_document(document);
    }
    return result;
}

Documents documents_of(const Xapian::Database& database) {
    Documents all(database.get_lastdocid());
    for (std::uint32_t number = 1; number <= database.get_doccount(); ++number)
        all.add(number, encode_identity("d", "", Date()), database.get_doclength(number));
    all.finish();
    return all;
}

TEST(Postings, TheMostIsTheLargestShareOfAnyDocument) {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        const std::uint32_t last = 1 + static_cast<std::uint32_t>(random() % 60);
        Documents documents(last);
        std::vector<Posting> list;
        for (std::uint32_t number = 1; number <= last; ++number) {
            // Now and then more often than is told apart.
            const auto count = static_cast<std::uint32_t>(1 + random() % (round % 3 == 0 ? 300 : 40));
            documents.add(number, encode_identity("d", "", Date()),
                          count + static_cast<std::uint32_t>(random() % 500));
            list.push_back({number, count});
        }
        documents.finish();
        const Postings postings(list, documents);
        const Bm25 formula(1.2, 0.5, 300);
        double most = 0.0;
        for (const Posting& posting : list)
            most = std::max(most, formula.share(2.5, posting.count, documents.length(posting.document)));
        if (round % 3 == 0) {
            EXPECT_GE(postings.most(formula, 2.5), most);
        } else {
            EXPECT_EQ(postings.most(formula, 2.5), most);
        }
        EXPECT_LE(postings.most(formula, 2.5), formula.limit(2.5));
    }
}

TEST(Postings, CountsAreFoundAndMaskedDocumentsAreNotCounted) {
    const Xapian::WritableDatabase base = database(100, 5);
    const Documents documents = documents_of(base);
    PostingCache cache(1 << 20);
    const auto fifths = cache.find(base, documents, "t5");
    EXPECT_EQ(fifths->list().size(), 20U);
    EXPECT_EQ(fifths->count_in(10), 5U);
    EXPECT_EQ(fifths->count_in(11), 0U);
    EXPECT_EQ(fifths->count_in(1000), 0U);
    Mask mask;
    for (const std::uint32_t number : {5U, 6U, 100U})
        mask.add(number, documents.length(number));
    EXPECT_EQ(fifths->frequency(&mask), 18U);
    EXPECT_EQ(fifths->frequency(nullptr), 20U);
    EXPECT_TRUE(cache.find(base, documents, "unheard of")->list().empty());
}

TEST(PostingCache, StaysWithinItsBoundsAndKeepsWhatIsInUse) {
    const Xapian::WritableDatabase base = database(500, 60);
    const Documents documents = documents_of(base);
    constexpr std::size_t most = 30000;
    PostingCache cache(most);
    const auto often = cache.find(base, documents, "t7");
    for (int round = 0; round < 3; ++round) {
        for (std::uint32_t n = 2; n <= 60; ++n) {
            const auto postings = cache.find(base, documents, "t" + std::to_string(n));
            ASSERT_EQ(postings->list().size(), 500U / n);
            ASSERT_LE(cache.bytes(), most);
            ASSERT_EQ(cache.find(base, documents, "t7"), often) << "read again though it was just used";
        }
    }
    // What would take all the room is read and not kept.
    PostingCache tiny(2000);
    EXPECT_EQ(tiny.find(base, documents, "t1")->list().size(), 500U);
    EXPECT_EQ(tiny.bytes(), 0U);
}

TEST(PostingCache, ThreadsGetTheSame) {
    const Xapian::WritableDatabase first = database(300, 20);
    const Documents documents = documents_of(first);
    PostingCache cache(20000);
    std::vector<std::thread> threads;
    std::vector<std::size_t> sums(4, 0);
    for (std::size_t thread = 0; thread < sums.size(); ++thread) {
        threads.emplace_back([&, thread] {
            const Xapian::WritableDatabase own = database(300, 20);
            for (int round = 0; round < 50; ++round) {
                for (std::uint32_t n = 1; n <= 20; ++n)
                    sums[thread] += cache.find(own, documents, "t" + std::to_string(n))->list().size();
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (const std::size_t sum : sums)
        EXPECT_EQ(sum, sums.front());
}

}  // namespace
}  // namespace m150::indexing
