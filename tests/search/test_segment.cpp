#include "libm150/search/segment.hpp"

#include <gtest/gtest.h>

#include "libm150/search/layout.hpp"
#include "tests/search/index_world.hpp"

namespace m150::indexing {
namespace {

std::vector<Prepared> documents_of(m150::testing::World& world, int first, int last) {
    static const Analyzer analyzer;
    std::vector<Prepared> documents;
    for (int i = first; i < last; ++i) {
        documents.push_back(prepare(world.document("d-" + std::to_string(1000 + i)), analyzer, {}));
    }
    return documents;
}

std::string text_of(const Prepared& document) {
    const Stored& stored = *document.stored;
    std::string text = stored.key + "|" + stored.group + "|" + stored.payload + "|" + stored.date.str() +
                       "|" + std::to_string(stored.length);
    for (const auto& [name, count] : document.terms)
        text += "|" + name + "=" + std::to_string(count);
    return text;
}

std::vector<std::string> all_in(const Segment& segment, const Mask* mask) {
    std::vector<std::string> texts;
    segment.for_each(mask, [&](Prepared&& document) { texts.push_back(text_of(document)); });
    return texts;
}

TEST(Segment, GivesBackWhatWentInWithoutWhatIsMasked) {
    m150::testing::World world(1);
    const std::vector<Prepared> documents = documents_of(world, 0, 20);
    const Segment segment(documents);
    auto mask = std::make_shared<Mask>();
    mask->add(4, documents[4].stored->length);
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i != 4) expected.push_back(text_of(documents[i]));
    }
    EXPECT_EQ(all_in(segment, mask.get()), expected);
    EXPECT_EQ(segment.find({"d-1004", "d-1005", "none"}, mask.get())[0].has_value(), false);
    EXPECT_EQ(segment.find({"d-1004", "d-1005", "none"}, mask.get())[1]->document, 5U);
    EXPECT_EQ(segment.find({"d-1004", "d-1005", "none"}, mask.get())[2].has_value(), false);
}

TEST(Segment, JoiningTwoIsLikeMakingOneOfWhatTheyHold) {
    m150::testing::World world(2);
    std::vector<Prepared> documents = documents_of(world, 0, 40);
    std::vector<Prepared> even;
    std::vector<Prepared> odd;
    for (std::size_t i = 0; i < documents.size(); ++i)
        (i % 2 == 0 ? even : odd).push_back(documents[i]);
    const Masked<Segment> a{std::make_shared<const Segment>(even), nullptr};
    auto mask = std::make_shared<Mask>();
    mask->add(0, odd[0].stored->length);
    const Masked<Segment> b{std::make_shared<const Segment>(odd), mask};
    documents.erase(documents.begin() + 1);
    const Segment expected(documents);
    for (const Segment& joined : {Segment(a, b), Segment(b, a)}) {
        EXPECT_EQ(all_in(joined, nullptr), all_in(expected, nullptr));
        EXPECT_EQ(joined.length(), expected.length());
        EXPECT_EQ(joined.documents(), 39U);
    }
}

TEST(Layout, IdentitiesComeBackAndDatesSortAsTheirBytes) {
    const std::vector<Date> dates{Date(1, 1, 1), Date(1969, 12, 31), Date(), Date(2026, 3, 2),
                                  Date(9999, 12, 31)};
    for (std::size_t i = 0; i < dates.size(); ++i) {
        EXPECT_EQ(decode_date(encode_date(dates[i])), dates[i]);
        if (i > 0) {
            EXPECT_LT(encode_date(dates[i - 1]), encode_date(dates[i]));
        }
        const std::string value = encode_identity("key", "a group", dates[i]);
        EXPECT_EQ(decode_identity(value).key, "key");
        EXPECT_EQ(decode_identity(value).group, "a group");
        EXPECT_EQ(decode_identity(value).date, dates[i]);
    }
}

}  // namespace
}  // namespace m150::indexing
