// Makes a knowledge base of the example network, closes it, opens it again and checks it.
//
// Usage: 01_load <directory of records>     The twin in Python is 01_load.py; both print the same lines.
#include <libm150/m150.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

// A directory of its own under the system's for temporary files, removed at the end.
struct TemporaryDirectory {
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "m150-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw std::filesystem::filesystem_error("no temporary directory", {});
        path = name;
    }
    ~TemporaryDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    std::filesystem::path path;
};

void create_and_load(const std::filesystem::path& path, const std::filesystem::path& network) {
    auto kb = m150::KnowledgeBase::create(path);
    const m150::LoadReport report = kb.load(network);
    for (const auto& [kind, count] : report.records) {
        std::printf("%6llu %s\n", static_cast<unsigned long long>(count), kind.c_str());
    }
    // One question and its answer, together or not at all.
    m150::Question question;
    question.id = m150::Id<m150::Question>("v-1");
    question.asked_by = m150::parse_municipality_id("GM0355");
    question.date = m150::Date(2026, 10, 2);
    question.title = "Bodycams bij horecacontroles";
    question.text = "Dragen jullie boa's een bodycam als zij de horeca controleren?";
    question.topics = {m150::Id<m150::Topic>("bodycams")};
    kb.add(question);
    m150::Answer answer;
    answer.id = m150::Id<m150::Answer>("a-1");
    answer.question = question.id;
    answer.by = m150::parse_municipality_id("GM0307");
    answer.date = m150::Date(2026, 10, 4);
    answer.text = "Ja, zichtbaar en aan.";
    answer.accepted = true;
    kb.add(answer);
    kb.commit();
    std::printf("revision %llu\n", static_cast<unsigned long long>(kb.revision()));
}

// What was committed is there; reading takes no lock.
void read(const std::filesystem::path& path) {
    const auto kb = m150::KnowledgeBase::open(path, m150::Access::read_only);
    const m150::Snapshot now = kb.snapshot();
    std::printf("questions %llu on %s\n", static_cast<unsigned long long>(now.questions()),
                now.today().str().c_str());
    std::printf("problems %zu\n", kb.check().size());
}

// Nothing is taken that is wrong, and everything that is wrong is said.
void add_what_is_wrong(const std::filesystem::path& path) {
    auto kb = m150::KnowledgeBase::open(path);
    m150::Answer answer;
    answer.id = m150::Id<m150::Answer>("a-2");
    answer.question = m150::Id<m150::Question>("v-9");
    answer.by = m150::parse_municipality_id("GM0307");
    answer.date = m150::Date(2026, 10, 5);
    answer.text = "Ja.";
    try {
        kb.add(answer);
    } catch (const m150::InvalidInput& error) {
        std::printf("refused %zu\n", error.total());
    }
    std::printf("revision %llu\n", static_cast<unsigned long long>(kb.revision()));
}

}  // namespace

int main(int argc, char** argv) {
    const std::filesystem::path network = argc > 1 ? argv[1] : M150_EXAMPLES_DIR "/network";
    try {
        const TemporaryDirectory place;
        const std::filesystem::path path = place.path / "avh.m150";
        create_and_load(path, network);
        read(path);
        add_what_is_wrong(path);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
