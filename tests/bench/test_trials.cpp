#include "bench/tune/trials.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <iterator>

#include "libm150/base/error.hpp"
#include "made_up_objective.hpp"

namespace m150::tune {
namespace {

using namespace m150::tune::testing;
using ::testing::HasSubstr;

class TuneFiles : public ::testing::Test {
  protected:
    void SetUp() override {
        place_ = std::filesystem::temp_directory_path() / ("m150-tune-" + std::to_string(getpid()));
        std::filesystem::remove_all(place_);
        std::filesystem::create_directories(place_);
    }
    void TearDown() override { std::filesystem::remove_all(place_); }
    static std::string text_of(const std::filesystem::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    std::filesystem::path place_;
};

TEST_F(TuneFiles, ASearchGoesOnWhereItWasKilled) {
    const auto slow = [](const KnowledgeBaseOptions& at, std::size_t q) {
        if (q == 0) usleep(1500);
        return bowl(at) / 2 + noise(q, at.index.b + at.index.k1) / 2;
    };
    const Objective objective = made_of(slow);
    TuneOptions options = options_for(two_ranges, Strategy::coordinate);
    const TuneResult expected = tune(objective, options);
    options.trials_file = place_ / "trials.jsonl";
    Random random(1);
    for (int i = 0; i < 12; ++i) {
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            options.threads = 1;  // sanitizers want no threads in a fork
            tune(objective, options);
            _exit(0);
        }
        usleep(static_cast<useconds_t>(1000 + random.below(40000)));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
    }
    const TuneResult result = tune(objective, options);
    EXPECT_EQ(result.winner, expected.winner);
    EXPECT_EQ(result.unseen, expected.unseen);
    EXPECT_EQ(result.trials.size(), expected.trials.size());
    const std::string text = text_of(options.trials_file);
    EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), result.trials.size());
}

TEST_F(TuneFiles, HalfALineIsDroppedAndNothingIsDoneTwice) {
    std::atomic<int> evaluations = 0;
    const Objective objective = made_of([&](const auto& options, std::size_t q) {
        if (q == 0) ++evaluations;
        return bowl(options);
    });
    TuneOptions options = options_for(two_ranges, Strategy::random);
    options.trials = 9;
    options.outer = 0;
    options.trials_file = place_ / "trials.jsonl";
    const TuneResult first = tune(objective, options);
    const std::string whole = text_of(options.trials_file);
    EXPECT_EQ(evaluations, 10);
    std::filesystem::resize_file(options.trials_file, whole.size() - 20);
    const TuneResult again = tune(objective, options);
    EXPECT_EQ(evaluations, 11);
    EXPECT_EQ(again.winner, first.winner);
    EXPECT_EQ(again.unseen, first.unseen);
    EXPECT_EQ(text_of(options.trials_file).size(), whole.size());
}

TEST_F(TuneFiles, TrialsOfSomethingElseAreRefused) {
    Objective objective = made_of([](const auto& options, std::size_t) { return bowl(options); });
    TuneOptions options = options_for(two_ranges, Strategy::random);
    options.trials = 3;
    options.trials_file = place_ / "trials.jsonl";
    tune(objective, options);
    const auto refused = [&](const char* why) {
        try {
            tune(objective, options);
        } catch (const InvalidInput& error) {
            EXPECT_THAT(error.what(), HasSubstr(why));
            EXPECT_THAT(error.problems().front().where, HasSubstr("trials.jsonl:"));
            EXPECT_EQ(error.problems().size(), std::string(why) == "no trial" ? 2U : 1U);
            return true;
        }
        return false;
    };
    objective.data = "1";
    EXPECT_TRUE(refused("other data"));
    objective.data = "0";
    objective.versions["test"] = "2";
    EXPECT_TRUE(refused("other versions"));
    objective.versions["test"] = "1";
    std::ofstream(options.trials_file, std::ios::app) << "{\"half\": \n{}\n";
    EXPECT_TRUE(refused("no trial"));
}

}  // namespace
}  // namespace m150::tune
