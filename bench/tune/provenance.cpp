#include "bench/tune/provenance.hpp"

#include <sqlite3.h>
#include <xapian.h>

#include <Eigen/Core>
#include <fstream>

#include "libm150/base/error.hpp"
#include "libm150/search/analysis.hpp"
#include "libm150/search/fnv.hpp"

namespace m150::tune {

namespace {

class Hash {
  public:
    void add(std::string_view text) {
        add_bytes(text);
        state_ = fnv_step(state_, '\xff');  // no UTF-8 has it: "ab", "c" is not "a", "bc"
    }
    void add_bytes(std::string_view bytes) { state_ = fnv(bytes, state_); }
    template <class List>
    void add_all(const List& texts) {
        add(std::to_string(texts.size()));
        for (const auto& text : texts)
            add(text);
    }
    std::string text() const {
        constexpr char digits[] = "0123456789abcdef";
        std::string result;
        for (int shift = 60; shift >= 0; shift -= 4)
            result += digits[(state_ >> shift) & 15];
        return result;
    }

  private:
    std::uint64_t state_ = fnv_start;
};

void add_topic(Hash& hash, const Topic& topic) {
    hash.add(topic.id.str());
    hash.add(topic.preferred_label);
    hash.add_all(topic.alternative_labels);
    for (const auto* others : {&topic.broader, &topic.related}) {
        hash.add(std::to_string(others->size()));
        for (const Id<Topic>& other : *others)
            hash.add(other.str());
    }
}

}  // namespace

std::string hash_of(const std::vector<std::string>& texts) {
    Hash hash;
    hash.add_all(texts);
    return hash.text();
}

std::string hash_of(const evaluate::TestSet& set, const evaluate::LibraryOptions& library) {
    Hash hash;
    for (const evaluate::TestDocument& document : set.documents) {
        for (const std::string* text : {&document.id, &document.title, &document.text, &document.need})
            hash.add(*text);
        hash.add_all(document.answers);
        hash.add_all(document.topics);
    }
    for (const evaluate::TestQuery& query : set.queries) {
        for (const std::string* text : {&query.id, &query.text, &query.need})
            hash.add(*text);
    }
    for (const auto& [query, grades] : set.judgements) {
        hash.add(query);
        hash.add(std::to_string(grades.size()));
        for (const auto& [document, grade] : grades) {
            hash.add(document);
            hash.add(std::to_string(grade));
        }
    }
    for (const Topic& topic : library.topics)
        add_topic(hash, topic);
    hash.add(library.topics_on_documents ? "on topics" : "without topics");
    hash.add(std::to_string(library.depth));
    if (!library.space.empty()) hash.add(hash_of_file(library.space));
    if (set.language) hash.add(*set.language == Language::dutch ? "in Dutch" : "in English");
    return hash.text();
}

std::string hash_of_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    Hash hash;
    std::vector<char> block(1 << 20);
    while (stream) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        hash.add_bytes({block.data(), static_cast<std::size_t>(stream.gcount())});
    }
    if (!stream.eof()) throw StoreError({file.string(), "cannot be read", "a file", ""});
    return hash.text();
}

std::map<std::string, std::string> library_versions(Language language) {
    return {{"m150", M150_VERSION},
            {"analysis", Analyzer({language, true, true}).version()},
            {"xapian", Xapian::version_string()},
            {"sqlite", sqlite3_libversion()},
            {"eigen", std::to_string(EIGEN_WORLD_VERSION) + "." + std::to_string(EIGEN_MAJOR_VERSION) + "." +
                          std::to_string(EIGEN_MINOR_VERSION)}};
}

}  // namespace m150::tune
