// Small random worlds of documents for the tests of the index.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "libm150/search/index.hpp"

namespace m150::testing {

// A directory that goes with the object.
class TemporaryDirectory {
  public:
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "m150-index-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~TemporaryDirectory() {
        std::error_code ignored;
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

class World {
  public:
    explicit World(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }

    // Some words are much more frequent than others, some are compounds, some stop words.
    std::string word() {
        static const std::vector<std::string> words{"boa",
                                                    "bodycam",
                                                    "horeca",
                                                    "controle",
                                                    "horecacontrole",
                                                    "gemeente",
                                                    "handhaving",
                                                    "handhaver",
                                                    "boete",
                                                    "parkeren",
                                                    "parkeerboete",
                                                    "afval",
                                                    "afvalcontrole",
                                                    "vergunning",
                                                    "evenement",
                                                    "terras",
                                                    "terrasvergunning",
                                                    "overlast",
                                                    "jeugd",
                                                    "jeugdoverlast",
                                                    "de",
                                                    "het",
                                                    "met",
                                                    "camera",
                                                    "cameratoezicht",
                                                    "toezicht",
                                                    "ondermijning",
                                                    "drugs",
                                                    "drugspand",
                                                    "sluiting",
                                                    "burgemeester",
                                                    "woning",
                                                    "woonoverlast",
                                                    "hond",
                                                    "hondenpoep"};
        const std::size_t a = below(words.size());
        const std::size_t b = below(words.size());
        return words[std::min(a, b)];
    }
    std::string text(std::size_t most) {
        std::string text;
        for (std::size_t n = below(most + 1); n > 0; --n)
            text += (text.empty() ? "" : " ") + word();
        return text;
    }
    IndexDocument document(const std::string& key) {
        IndexDocument document;
        document.key = key;
        if (below(3) != 0) document.group = "g" + std::to_string(below(12));
        document.fields.push_back({FieldKind::title, text(4)});
        document.fields.push_back({FieldKind::text, text(14)});
        if (below(2) == 0) {
            document.fields.push_back({FieldKind::lead, text(10)});
            document.fields.push_back({FieldKind::answer, text(15)});
        }
        if (below(2) == 0) document.concepts.push_back("topic-" + std::to_string(below(4)));
        document.filters.push_back(below(2) == 0 ? "audience:public" : "audience:avh");
        document.filters.push_back("by:GM" + std::to_string(below(5)));
        document.date = Date(2024, 1, 1).plus_days(static_cast<int>(below(40)) - 20);
        document.payload = "payload of " + key + " " + std::to_string(below(1000));
        return document;
    }
    // d-0, d-1, ...
    std::vector<IndexDocument> documents(std::size_t count) {
        std::vector<IndexDocument> all(count);
        for (std::size_t i = 0; i < count; ++i)
            all[i] = document("d-" + std::to_string(i));
        return all;
    }
    std::string key() { return "d-" + std::to_string(below(60)); }

    std::vector<SearchRequest> requests(std::size_t count, const Analyzer& analyzer) {
        std::vector<SearchRequest> all(count);
        for (SearchRequest& one : all)
            one = request(analyzer);
        return all;
    }
    SearchRequest request(const Analyzer& analyzer) {
        SearchRequest request;
        request.query = make_query(text(8), analyzer, {});
        if (below(3) == 0) {
            request.query.terms.push_back({"topic-" + std::to_string(below(5)), QueryTerm::Kind::concept_id,
                                           0.25 * static_cast<double>(below(6)), "", ""});
        }
        if (below(3) == 0) request.filters.push_back({"audience:public"});
        if (below(3) == 0) request.filters.push_back({"by:GM1", "by:GM" + std::to_string(below(6))});
        if (below(20) == 0) request.filters.emplace_back();
        if (below(3) == 0) request.from = Date(2024, 1, 1).plus_days(static_cast<int>(below(30)) - 20);
        if (below(3) == 0) request.to = Date(2024, 1, 1).plus_days(static_cast<int>(below(30)) - 10);
        request.limit = 1 + below(20);
        request.explained = below(12);
        return request;
    }

  private:
    std::mt19937 random_;
};

// Everything in a result, to the last bit.
inline std::string bytes_of(const SearchResult& result) {
    std::string bytes;
    const auto number = [&](double value) {
        char text[64];
        std::snprintf(text, sizeof text, "%a ", value);
        bytes += text;
    };
    number(result.best_possible);
    for (const double weight : result.term_weights)
        number(weight);
    for (const Hit& hit : result.hits) {
        bytes += "\n" + hit.key + "|" + hit.group + "|" + hit.date.str() + "|" + hit.payload + "|";
        number(hit.score);
        number(hit.cosine);
        number(hit.given_cosine);
        for (const std::int8_t component : hit.embedding)
            bytes += std::to_string(component) + ",";
        for (const TermShare& share : hit.shares) {
            bytes += std::to_string(share.term) + ":";
            number(share.share);
        }
    }
    return bytes;
}

}  // namespace m150::testing
