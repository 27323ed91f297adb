#include "libm150/base/id.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <type_traits>
#include <unordered_set>

namespace m150::test {
namespace {

struct Apple;
struct Pear;

// Two kinds of id do not convert, compare or construct into each other, nor do texts become ids unasked.
static_assert(!std::is_convertible_v<Id<Apple>, Id<Pear>>);
static_assert(!std::is_constructible_v<Id<Apple>, Id<Pear>>);
static_assert(!std::is_convertible_v<std::string, Id<Apple>>);
static_assert(!std::equality_comparable_with<Id<Apple>, Id<Pear>>);

TEST(IdTest, IsComparedByteByByte) {
    EXPECT_EQ(Id<Apple>("a"), Id<Apple>(std::string("a")));
    EXPECT_LT(Id<Apple>("A"), Id<Apple>("a"));
    EXPECT_LT(Id<Apple>("v-10"), Id<Apple>("v-9"));
    EXPECT_LT(Id<Apple>("z"), Id<Apple>("\xC3\xA9")) << "bytes beyond ASCII come last";
    EXPECT_TRUE(Id<Apple>().empty());
}

TEST(IdTest, GoesIntoHashTablesAndStreams) {
    const std::unordered_set<Id<Apple>> set{Id<Apple>("a"), Id<Apple>("b"), Id<Apple>("a")};
    EXPECT_EQ(set.size(), 2u);
    EXPECT_TRUE(set.contains(Id<Apple>("b")));
    std::ostringstream out;
    out << Id<Apple>("a");
    EXPECT_EQ(out.str(), "a");
}

}  // namespace
}  // namespace m150::test
