#include "generate.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "bench/evaluate/file_lines.hpp"
#include "bench/evaluate/synthetic_words.hpp"
#include "bench/tune/provenance.hpp"
#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"

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
    // The world is that of `now`; the words of the texts come from `texts`.
    Writer(const GenerateOptions& options, const Snapshot& now, const Snapshot& texts)
        : options_(options), world_(now, options.seed), vocabulary_(texts) {}

    void write() {
        questions_and_answers();
        contacts();
        speakers();
        truth();
    }

  private:
    const std::string& pick(const std::vector<double>& levels, Random& random) {
        // In a small world there may be a topic that nobody knows or needs.
        const bool nobody =
            std::all_of(levels.begin(), levels.end(), [](double level) { return level <= 0; });
        return nobody || random.chance(options_.noise)
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
    evaluate::SyntheticWords vocabulary_;
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

// The municipalities with most inhabitants, largest first; of equals the one with the lowest code.
std::vector<Municipality> largest(const Snapshot& now, std::uint64_t count) {
    std::vector<Municipality> all;
    for (int m = 0; m < now.graph().municipalities(); ++m)
        all.push_back(now.municipality(m));
    if (count < 2 || count > all.size()) {
        throw InvalidInput({"--municipalities", "is " + std::to_string(count),
                            "2 to " + std::to_string(all.size()) + ", the municipalities of --base", ""});
    }
    const auto inhabitants = [](const Municipality& one) {
        return one.inhabitants.empty() ? 0 : one.inhabitants.rbegin()->second;
    };
    std::stable_sort(all.begin(), all.end(), [&](const Municipality& a, const Municipality& b) {
        return std::pair(-inhabitants(a), a.id) < std::pair(-inhabitants(b), b.id);
    });
    all.resize(count);
    return all;
}

// A base of these municipalities, with the networks, organisations and topics of `now`: what refers to others
// is left out.
KnowledgeBase narrowed(const Snapshot& now, std::vector<Municipality> municipalities) {
    std::set<Id<Municipality>> chosen;
    for (const Municipality& one : municipalities)
        chosen.insert(one.id);
    const auto other = [&](const Id<Municipality>& id) { return !chosen.contains(id); };
    KnowledgeBase base = KnowledgeBase::in_memory();
    // Municipalities refer to each other, and so do topics: they are there first, and complete after that.
    for (Municipality& one : municipalities) {
        std::erase_if(one.neighbours, other);
        Municipality alone = one;
        alone.neighbours.clear();
        base.add(alone);
    }
    for (const Municipality& one : municipalities)
        base.replace(one);
    for (const Network* network : now.all<Network>()) {
        Network kept = *network;
        std::erase_if(kept.members, [&](const Membership& member) { return other(member.municipality); });
        base.add(kept);
    }
    for (const Organisation* organisation : now.all<Organisation>())
        base.add(*organisation);
    for (const Topic* topic : now.all<Topic>()) {
        Topic alone = *topic;
        alone.broader.clear();
        alone.related.clear();
        base.add(alone);
    }
    for (const Topic* topic : now.all<Topic>())
        base.replace(*topic);
    base.commit();
    return base;
}

// Lines of JSON; of a table its rows, which may have line breaks in quotes, without the head.
std::uint64_t records_in(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const bool table = file.extension() == ".csv";
    std::uint64_t lines = 0;
    bool quoted = false;
    bool any = false;  // since the last line
    for (std::istreambuf_iterator<char> c(in), end; c != end; ++c) {
        quoted = quoted != (table && *c == '"');
        any = *c != '\n' || quoted;
        if (!any) ++lines;
    }
    lines += any ? 1 : 0;
    return table && lines > 0 ? lines - 1 : lines;
}

}  // namespace

std::vector<GeneratedFile> files_of(const std::filesystem::path& directory) {
    std::vector<GeneratedFile> files;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        const std::filesystem::path& file = entry.path();
        files.push_back(
            {file.filename().string(), records_in(file), entry.file_size(), tune::hash_of_file(file)});
    }
    std::sort(files.begin(), files.end(),
              [](const GeneratedFile& a, const GeneratedFile& b) { return a.name < b.name; });
    return files;
}

void generate(const GenerateOptions& options) {
    check(options);
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(options.base);
    const Snapshot all = base.snapshot();
    if (options.municipalities > 0) {
        const KnowledgeBase few = narrowed(all, largest(all, options.municipalities));
        evaluate::make_directory(options.out);
        few.export_to(options.out);
        Writer(options, few.snapshot(), all).write();
        return;
    }
    evaluate::make_directory(options.out);
    for (const char* name : {"municipalities.csv", "networks.jsonl", "organisations.csv", "topics.csv"}) {
        if (std::filesystem::exists(options.base / name))
            std::filesystem::copy_file(options.base / name, options.out / name);
    }
    Writer(options, all, all).write();
}

}  // namespace m150::bench
