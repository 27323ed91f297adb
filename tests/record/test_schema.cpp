#include "libm150/record/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace m150::test {
namespace {

TEST(SchemaTest, EveryRecordTypeHasAnIdAnAudienceAndAProvenance) {
    std::set<std::string> plurals;
    for_each_record_type([&]<class Record>() {
        EXPECT_TRUE(plurals.insert(std::string(Schema<Record>::plural)).second) << Schema<Record>::plural;
        std::set<std::string> names;
        std::string first;
        for_each_field<Record>([&](const auto& field) {
            if (names.empty()) first = field.name;
            EXPECT_TRUE(names.insert(std::string(field.name)).second)
                << Schema<Record>::type << " has " << field.name << " twice";
        });
        EXPECT_EQ(first, "id");
        EXPECT_TRUE(names.contains("audience") && names.contains("provenance")) << Schema<Record>::type;
    });
    EXPECT_EQ(plurals.size(), 15u);
}

// A field that is in the struct but not in its schema would be lost in every file: the fields fill the whole
// struct. Each member takes at least its size, and between members lies less than the largest alignment.
template <class Record>
void expect_complete() {
    std::size_t end = 0;
    Record record;
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    for_each_field<Record>([&](const auto& field) {
        const auto* member = reinterpret_cast<const char*>(&(record.*field.member));
        spans.emplace_back(static_cast<std::size_t>(member - reinterpret_cast<const char*>(&record)),
                           sizeof(record.*field.member));
    });
    std::sort(spans.begin(), spans.end());
    for (const auto& [at, size] : spans) {
        EXPECT_LT(at - end, alignof(Record)) << Schema<Record>::type << ": something lies before byte " << at;
        end = at + size;
    }
    EXPECT_LT(sizeof(Record) - end, alignof(Record)) << Schema<Record>::type << ": something lies at the end";
}

TEST(SchemaTest, NoFieldOfARecordIsLeftOut) {
    for_each_record_type([]<class Record>() { expect_complete<Record>(); });
    expect_complete<Band>();
    expect_complete<Membership>();
    expect_complete<AgendaItem>();
    expect_complete<Registration>();
    expect_complete<Period>();
    expect_complete<Talk>();
}

template <class T>
std::string_view plural_of_reference() {
    if constexpr (requires { typename T::record_type; }) {
        return Schema<typename T::record_type>::plural;
    } else if constexpr (requires { typename T::value_type; } && !std::is_same_v<T, std::string>) {
        return plural_of_reference<typename T::value_type>();
    } else {
        return {};
    }
}

TEST(SchemaTest, TypesComeAfterThoseTheyReferTo) {
    std::set<std::string> seen;
    for_each_record_type([&]<class Record>() {
        seen.insert(std::string(Schema<Record>::plural));
        for_each_field<Record>([&](const auto& field) {
            using T = std::decay_t<decltype(std::declval<Record>().*field.member)>;
            const std::string_view target = plural_of_reference<T>();
            const bool known = target.empty() || seen.contains(std::string(target));
            EXPECT_TRUE(known) << Schema<Record>::type << " " << field.name;
        });
    });
}

}  // namespace
}  // namespace m150::test
