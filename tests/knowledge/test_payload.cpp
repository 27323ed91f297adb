#include <gtest/gtest.h>

#include "libm150/base/error.hpp"
#include "libm150/knowledge/payload.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

TEST(Payload, GivesBackWhatWasPutIn) {
    const World world = make_world(1);
    for (const Question& question : world.questions) {
        Pair pair{question, {}};
        pair.question.keywords = {"a|b", "c\\d", "é"};
        for (const Answer& answer : world.answers) {
            if (answer.question == question.id) pair.answers.push_back(answer);
        }
        EXPECT_EQ(decode_pair(encode_pair(pair)), pair);
    }
}

TEST(Payload, DamageIsNoticed) {
    const World world = make_world(1);
    const std::string bytes = encode_pair({world.questions.front(), {}});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_THROW(decode_pair(bytes.substr(0, size)), Error);
    EXPECT_THROW(decode_pair(bytes + "x"), InternalError);
}

}  // namespace
}  // namespace m150::testing
