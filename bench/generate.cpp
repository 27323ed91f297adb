#include "generate.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"
#include "vocabulary.hpp"

namespace m150::bench {

namespace {

using Json = nlohmann::ordered_json;

const std::string made_up = "synthetic: m150-bench generate";
const Date first_day{2023, 1, 1};
constexpr int days = 1400;

class File {
  public:
    explicit File(const std::filesystem::path& path) : path_(path), stream_(path, std::ios::binary) {
        check();
    }
    void line(const std::string& text) {
        stream_ << text << '\n';
        check();
    }
    void record(const Json& json) { line(json.dump()); }
    void close() {
        stream_.close();
        check();
    }

  private:
    void check() const {
        if (stream_) return;
        throw StoreError({path_.string(), "cannot be written", "a directory with room to write in",
                          "free space or choose another place"});
    }
    std::filesystem::path path_;
    std::ofstream stream_;
};

// The planted truth: who knows and who needs, as levels 0..1, municipality by topic.
struct World {
    std::vector<std::string> municipalities;
    std::vector<std::string> topics;
    std::vector<std::vector<double>> knows, needs;  // by topic, then municipality
    std::vector<double> popularity;                 // of topics

    World(const Snapshot& now, std::uint64_t seed) {
        Random random(seed, "world");
        for (int m = 0; m < now.graph().municipalities(); ++m)
            municipalities.push_back(now.municipality(m).id.str());
        for (const Topic* topic : now.all<Topic>())
            topics.push_back(topic->id.str());
        for (std::size_t t = 0; t < topics.size(); ++t) {
            popularity.push_back(1.0 / static_cast<double>(t % 28 + 3));
            auto& know = knows.emplace_back();
            auto& need = needs.emplace_back();
            for (std::size_t m = 0; m < municipalities.size(); ++m) {
                // One in twelve knows a topic well; those who know do not ask.
                const double level = random.chance(1.0 / 12.0) ? random.uniform(0.5, 1.0) : 0.0;
                know.push_back(level);
                need.push_back(level > 0 || !random.chance(0.25) ? 0.0 : random.uniform(0.3, 1.0));
            }
        }
    }
};

class Writer {
  public:
    Writer(const GenerateOptions& options, const Snapshot& now)
        : options_(options), world_(now, options.seed), vocabulary_(now) {}

    void write() {
        questions_and_answers();
        contacts();
        speakers();
        truth();
    }

  private:
    const std::string& pick(const std::vector<double>& levels, Random& random) {
        return random.chance(options_.noise)
                   ? world_.municipalities[random.below(world_.municipalities.size())]
                   : world_.municipalities[random.pick(levels)];
    }

    void questions_and_answers() {
        File questions(options_.out / "questions.jsonl");
        File answers(options_.out / "answers.jsonl");
        Random random(options_.seed, "pairs");
        const int asked_words = std::max(5, options_.words * 3 / 10);
        const int answered_words = std::max(5, options_.words - asked_words - 6);
        for (std::uint64_t i = 0; i < options_.pairs; ++i) {
            const std::size_t topic = random.pick(world_.popularity);
            const int day = static_cast<int>(random.below(days));
            const std::string number = std::to_string(100000000 + i).substr(1);
            const std::string asker = pick(world_.needs[topic], random);
            questions.record(Json{{"id", "q" + number},
                                  {"asked_by", asker},
                                  {"date", first_day.plus_days(day).str()},
                                  {"title", vocabulary_.text(topic, 6, random)},
                                  {"text", vocabulary_.text(topic, asked_words, random)},
                                  {"topics", {world_.topics[topic]}},
                                  {"provenance", made_up}});
            answers.record(
                Json{{"id", "a" + number},
                     {"question", "q" + number},
                     {"by", pick(world_.knows[topic], random)},
                     {"date", first_day.plus_days(day + 1 + static_cast<int>(random.below(60))).str()},
                     {"text", vocabulary_.text(topic, answered_words, random)},
                     {"accepted", random.chance(0.3)},
                     {"provenance", made_up}});
            if (options_.progress && (i + 1) % 10000 == 0) options_.progress(i + 1);
        }
        questions.close();
        answers.close();
    }

    void contacts() {
        File file(options_.out / "contacts.csv");
        file.line("id,from,to,date,topics,outcome,provenance");
        Random random(options_.seed, "contacts");
        for (std::uint64_t i = 0; i < options_.contacts;) {
            const std::size_t topic = random.pick(world_.popularity);
            const std::string& from = pick(world_.needs[topic], random);
            const std::string& to = pick(world_.knows[topic], random);
            if (from == to) continue;
            file.line("c" + std::to_string(100000000 + i).substr(1) + "," + from + "," + to + "," +
                      first_day.plus_days(static_cast<int>(random.below(days))).str() + "," +
                      world_.topics[topic] + "," + (random.chance(0.6) ? "helpful" : "unknown") + "," +
                      made_up);
            ++i;
        }
        file.close();
    }

    void speakers() {
        File file(options_.out / "speakers.jsonl");
        Random random(options_.seed, "speakers");
        for (std::uint64_t i = 0; i < options_.speakers; ++i) {
            const std::size_t topic = random.pick(world_.popularity);
            Json talks = Json::array();
            for (std::uint64_t k = random.below(4); k > 0; --k) {
                talks.push_back({{"date", first_day.plus_days(static_cast<int>(random.below(days))).str()},
                                 {"title", vocabulary_.text(topic, 6, random)},
                                 {"topics", {world_.topics[topic]}}});
            }
            file.record(Json{{"id", "s" + std::to_string(100000 + i).substr(1)},
                             {"role", "adviseur"},
                             {"municipality", pick(world_.knows[topic], random)},
                             {"profile", vocabulary_.text(topic, 40, random)},
                             {"topics", {world_.topics[topic]}},
                             {"talks", talks},
                             {"provenance", made_up}});
        }
        file.close();
    }

    void truth() {
        Json truth{{"seed", options_.seed},
                   {"noise", options_.noise},
                   {"knows", Json::object()},
                   {"needs", Json::object()}};
        for (std::size_t t = 0; t < world_.topics.size(); ++t) {
            for (std::size_t m = 0; m < world_.municipalities.size(); ++m) {
                if (world_.knows[t][m] > 0)
                    truth["knows"][world_.topics[t]][world_.municipalities[m]] = world_.knows[t][m];
                if (world_.needs[t][m] > 0)
                    truth["needs"][world_.topics[t]][world_.municipalities[m]] = world_.needs[t][m];
            }
        }
        File file(options_.out / "truth.json");
        file.record(truth);
        file.close();
    }

    const GenerateOptions& options_;
    World world_;
    Vocabulary vocabulary_;
};

void check(const GenerateOptions& options) {
    const auto reject = [](const char* where, const char* what, const char* expected) {
        throw InvalidInput({where, what, expected, ""});
    };
    if (options.words < 20 || options.words > 10000) reject("--words", "is out of range", "20 to 10000");
    if (!(options.noise >= 0 && options.noise <= 1)) reject("--noise", "is out of range", "0 to 1");
    if (options.pairs > 99999999) reject("--pairs", "is out of range", "at most 99999999");
    if (std::filesystem::exists(options.out) && !std::filesystem::is_empty(options.out))
        reject("--out", "is not empty", "a new directory");
}

}  // namespace

void generate(const GenerateOptions& options) {
    check(options);
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(options.base);
    std::filesystem::create_directories(options.out);
    for (const char* name : {"municipalities.csv", "networks.jsonl", "organisations.csv", "topics.csv"}) {
        if (std::filesystem::exists(options.base / name))
            std::filesystem::copy_file(options.base / name, options.out / name);
    }
    Writer(options, base.snapshot()).write();
}

}  // namespace m150::bench
