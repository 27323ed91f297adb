#include "libm150/search/best_documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>

namespace m150::indexing {
namespace {

using List = std::shared_ptr<const Postings>;

// A generation's documents and the postings of a few terms and filters, at random.
struct Generated {
    std::mt19937 random;
    Documents documents;
    std::vector<std::uint32_t> numbers;  // of the documents that there are, ascending
    std::vector<List> postings;
    std::vector<std::vector<List>> filters;
    Plan plan;
    std::optional<Mask> mask;

    std::size_t below(std::size_t end) { return static_cast<std::size_t>(random() % end); }

    Generated(unsigned seed, std::uint32_t last) : random(seed), documents(last) {
        // Few lengths and few counts, so that there are many ties; keys in another order than the numbers.
        for (std::uint32_t number = 1; number <= last; ++number) {
            if (below(20) == 0) continue;
            const std::string key = "d" + std::to_string((number * 7919U) % 10007U);
            const Date date = Date(2024, 1, 1).plus_days(static_cast<int>(below(40)));
            documents.add(number, encode_identity(key, "", date),
                          static_cast<std::uint32_t>(100 + 50 * below(3)));
            numbers.push_back(number);
        }
        documents.finish();
        plan.formula = Bm25(1.2, 0.5, 150);
        const std::size_t terms = 1 + below(7);
        for (std::size_t i = 0; i < terms; ++i) {
            const std::size_t one_in = 1 + below(below(2) == 0 ? 4 : 200);
            postings.push_back(list(one_in, 4));
            plan.terms.push_back({"t" + std::to_string(i), i, 0.25 * static_cast<double>(1 + below(12))});
        }
        for (std::size_t n = below(3); n > 0; --n) {
            auto& any = filters.emplace_back();
            for (std::size_t k = 1 + below(2); k > 0; --k)
                any.push_back(list(1 + below(3), 0));
        }
        if (below(3) == 0) plan.from = Date(2024, 1, 1).plus_days(static_cast<int>(below(20)));
        if (below(3) == 0) plan.to = Date(2024, 1, 1).plus_days(static_cast<int>(10 + below(30)));
        if (below(2) == 0) {
            mask.emplace();
            for (const std::uint32_t number : numbers) {
                if (below(6) == 0) mask->add(number, documents.length(number));
            }
        }
    }

    List list(std::size_t one_in, std::uint32_t count) {
        std::vector<Posting> held;
        for (const std::uint32_t number : numbers) {
            if (below(one_in) == 0)
                held.push_back({number, count * static_cast<std::uint32_t>(1 + below(2) * below(40))});
        }
        return std::make_shared<const Postings>(std::move(held), documents);
    }

    // All documents weighed one by one, and sorted.
    std::vector<Scored> slow(std::size_t wanted) const {
        std::vector<Scored> all;
        for (const std::uint32_t number : numbers) {
            if (mask && mask->contains(number)) continue;
            if (plan.from && documents.date(number) < *plan.from) continue;
            if (plan.to && documents.date(number) > *plan.to) continue;
            const auto holds = [&](const List& one) {
                return std::any_of(one->list().begin(), one->list().end(),
                                   [&](const Posting& posting) { return posting.document == number; });
            };
            if (!std::all_of(filters.begin(), filters.end(),
                             [&](const auto& any) { return std::any_of(any.begin(), any.end(), holds); })) {
                continue;
            }
            Scored one{0.0, number};
            bool matches = false;
            for (std::size_t i = 0; i < postings.size(); ++i) {
                for (const Posting& posting : postings[i]->list()) {
                    if (posting.document != number) continue;
                    one.score +=
                        plan.formula.share(plan.terms[i].factor, posting.count, documents.length(number));
                    matches = true;
                }
            }
            if (matches) all.push_back(one);
        }
        std::sort(all.begin(), all.end(), [&](const Scored& a, const Scored& b) {
            return a.score != b.score
                       ? a.score > b.score
                       : documents.identity(a.document).key < documents.identity(b.document).key;
        });
        if (all.size() > wanted) all.resize(wanted);
        return all;
    }
};

std::string text_of(const std::vector<Scored>& list) {
    std::string text;
    for (const Scored& one : list) {
        char line[64];
        std::snprintf(line, sizeof line, "%u %a\n", one.document, one.score);
        text += line;
    }
    return text;
}

TEST(BestDocuments, AreThoseOfWeighingThemAll) {
    for (unsigned seed = 0; seed < 150; ++seed) {
        const std::uint32_t last = seed % 5 == 0 ? 6000 : 30 + seed * 7;  // several windows, or one
        const Generated world(seed, last);
        for (const std::size_t wanted : {1U, 3U, 20U, 200U, 10000U}) {
            const auto best = best_documents(world.plan, world.documents, world.postings, world.filters,
                                             world.mask ? &*world.mask : nullptr, wanted);
            ASSERT_EQ(text_of(best), text_of(world.slow(wanted))) << "seed " << seed << ", " << wanted;
        }
    }
}

TEST(BestDocuments, WantingNoneFindsNone) {
    const Generated world(1, 50);
    EXPECT_TRUE(
        best_documents(world.plan, world.documents, world.postings, world.filters, nullptr, 0).empty());
}

TEST(BestDocuments, ATermInNoDocumentFindsNothingAndHarmsNothing) {
    Generated world(2, 400);
    const auto before =
        best_documents(world.plan, world.documents, world.postings, world.filters, nullptr, 10);
    world.plan.terms.push_back({"none", world.plan.terms.size(), 3.0});
    world.postings.push_back(std::make_shared<const Postings>());
    EXPECT_EQ(
        text_of(best_documents(world.plan, world.documents, world.postings, world.filters, nullptr, 10)),
        text_of(before));
}

}  // namespace
}  // namespace m150::indexing
