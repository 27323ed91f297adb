#include "libm150/search/write_behind.hpp"

#include <gtest/gtest.h>

#include "libm150/base/error.hpp"
#include "tests/search/index_world.hpp"

namespace m150::testing {
namespace {

using indexing::Generation;
using indexing::GenerationWriter;
using indexing::WriteBehind;

class Behind : public ::testing::Test {
  protected:
    indexing::Prepared document(int number) const {
        IndexDocument one;
        one.key = "document-" + std::to_string(number);
        one.fields.push_back({FieldKind::text, "bodycam " + std::to_string(number)});
        return indexing::prepare(one, analyzer_, {});
    }
    Analyzer analyzer_;
    TemporaryDirectory place_;
};

TEST_F(Behind, WritesWhatTheWriterAloneWouldWrite) {
    for (const int count : {0, 1, 63, 64, 65, 2000}) {
        SCOPED_TRACE(count);
        const auto written = [&](const std::string& name, bool behind) {
            GenerationWriter writer(place_.path() / (name + std::to_string(count)), nullptr, nullptr);
            WriteBehind thread(writer);
            for (int i = 0; i < count; ++i)
                behind ? thread.add(document(i)) : writer.add(document(i));
            thread.finish();
            writer.finish("made so", 1);
            const auto generation = Generation::open(writer.packed(), "made so");
            EXPECT_EQ(generation->documents(), static_cast<std::uint64_t>(count));
            std::vector<std::string> keys = generation->keys(nullptr);  // in order of writing
            return keys;
        };
        EXPECT_EQ(written("behind", true), written("alone", false));
    }
}

TEST_F(Behind, SaysWhatTheWriterRefusedAtTheLatestWhenItIsFinished) {
    for (const int more : {0, 10, 5000}) {
        GenerationWriter writer(place_.path() / std::to_string(more), nullptr, nullptr);
        WriteBehind thread(writer);
        const auto all = [&] {
            thread.add(document(1));
            thread.add(document(1));
            for (int i = 0; i < more; ++i)
                thread.add(document(2 + i));
            thread.finish();
        };
        EXPECT_THROW(all(), InvalidInput) << more;
    }
}

TEST_F(Behind, IsGivenUpWithoutWaiting) {
    GenerationWriter writer(place_.path() / "given up", nullptr, nullptr);
    {
        WriteBehind thread(writer);
        for (int i = 0; i < 1000; ++i)
            thread.add(document(i));
    }
    EXPECT_NO_THROW(writer.add(document(5000)));  // nobody else uses it any more
}

}  // namespace
}  // namespace m150::testing
