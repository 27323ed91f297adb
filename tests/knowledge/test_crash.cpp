// kill -9 in the middle of a load and of a commit: what was committed is there, and index and store agree.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "libm150/m150.hpp"
#include "tests/knowledge/on_disk.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

constexpr int questions_a_commit = 3;
constexpr int questions_a_load = 400;

class Crash : public DirectoryTest {
  protected:
    KnowledgeBaseOptions often_merged() const {
        KnowledgeBaseOptions options;
        options.index.merge_at = 20;
        return options;
    }

    Question question(const std::string& id) const {
        Question one;
        one.id = Id<Question>(id);
        one.date = Date(2025, 1, 1);
        one.title = "bodycams en overlast " + id;
        return one;
    }
};

// Runs `work` in a child with a pipe on which it says after each commit how many questions there must be;
// kills it after `microseconds`; gives back the last number said.
template <class Work>
std::uint64_t run_and_kill(int microseconds, Work&& work) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        try {
            work(ends[1]);
        } catch (...) {
            _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    std::uint64_t said = 0;
    std::uint64_t last = 0;
    while (read(ends[0], &said, sizeof said) == static_cast<ssize_t>(sizeof said))
        last = said;
    close(ends[0]);
    return last;
}

// How long `work` takes when nobody kills it, so that the kills fall in the middle of it on any machine.
template <class Work>
int undisturbed_microseconds(Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return static_cast<int>(
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start)
            .count());
}

void say(int pipe, std::uint64_t number) {
    EXPECT_EQ(write(pipe, &number, sizeof number), static_cast<ssize_t>(sizeof number));
}

void expect_whole(const KnowledgeBase& base, std::uint64_t at_least, int unit) {
    const std::vector<Problem> problems = base.check();
    EXPECT_TRUE(problems.empty()) << problems.front().text();
    const std::uint64_t questions = base.snapshot().questions();
    EXPECT_GE(questions, at_least);
    EXPECT_EQ(questions % static_cast<std::uint64_t>(unit), 0U) << "half a transaction is there";
    if (questions == 0) return;
    AskOptions options;
    options.text = "bodycams";
    EXPECT_FALSE(ask(base.snapshot(), options).answers.empty());
}

TEST_F(Crash, InTheMiddleOfACommit) {
    const auto place = root_ / "base.m150";
    KnowledgeBase::create(place, often_merged());
    const int ten_commits = undisturbed_microseconds([&] {
        KnowledgeBase base = KnowledgeBase::create(root_ / "timing.m150", often_merged());
        for (int i = 0; i < 10; ++i) {
            base.add(question("q-" + std::to_string(i)));
            base.commit();
        }
    });
    Random random(1, "commit");
    std::uint64_t kept = 0;
    for (int round = 0; round < 50; ++round) {
        const int wait = static_cast<int>(random.between(500, 500 + 2 * ten_commits));
        const std::uint64_t said = run_and_kill(wait, [&](int pipe) {
            KnowledgeBase base = KnowledgeBase::open(place, Access::read_write, often_merged());
            std::uint64_t count = base.snapshot().questions();
            for (int i = 0; i < 10000; ++i) {
                for (int k = 0; k < questions_a_commit; ++k)
                    base.add(question("q-" + std::to_string(count++)));
                base.commit();
                say(pipe, count);
            }
        });
        kept = std::max(kept, said);
        const KnowledgeBase base = KnowledgeBase::open(place, Access::read_write, often_merged());
        expect_whole(base, kept, questions_a_commit);
    }
    EXPECT_GT(kept, 0U) << "no commit was ever finished: the test measured nothing";
}

TEST_F(Crash, InTheMiddleOfALoad) {
    const auto place = root_ / "base.m150";
    KnowledgeBase::create(place, often_merged());
    const auto write_data = [&](const std::string& round) {
        const auto data = root_ / ("data-" + round);
        std::filesystem::create_directories(data);
        std::ofstream file(data / "questions.jsonl");
        for (int i = 0; i < questions_a_load; ++i) {
            const std::string id = "q-" + round + "-" + std::to_string(i);
            file << R"({"id":")" << id << R"(","date":"2025-01-01","title":"bodycams en overlast )" << id
                 << "\"}\n";
        }
        return data;
    };
    const int one_load = undisturbed_microseconds(
        [&] { KnowledgeBase::create(root_ / "timing.m150", often_merged()).load(write_data("timing")); });
    Random random(2, "load");
    std::uint64_t kept = 0;
    int cut_off = 0;
    for (int round = 0; round < 50; ++round) {
        const auto data = write_data(std::to_string(round));
        const int wait = static_cast<int>(random.between(500, 500 + 2 * one_load));
        const std::uint64_t said = run_and_kill(wait, [&](int pipe) {
            KnowledgeBase base = KnowledgeBase::open(place, Access::read_write, often_merged());
            base.load(data);
            say(pipe, base.snapshot().questions());
        });
        kept = std::max(kept, said);
        cut_off += said == 0 ? 1 : 0;
        const KnowledgeBase base = KnowledgeBase::open(place, Access::read_write, often_merged());
        expect_whole(base, kept, questions_a_load);
    }
    EXPECT_GT(kept, 0U) << "no load was ever finished: the test measured nothing";
    EXPECT_GE(cut_off, 10) << "hardly a load was cut off: the kills came too late";
}

}  // namespace
}  // namespace m150::testing
