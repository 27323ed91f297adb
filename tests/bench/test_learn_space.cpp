#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <Eigen/SVD>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

#include "bench/learn/learn_space.hpp"
#include "libm150/base/error.hpp"
#include "libm150/knowledge/knowledge_base.hpp"
#include "libm150/search/semantic_space.hpp"
#include "libm150/search/space_file.hpp"
#include "libm150/solve/random.hpp"
#include "temporary_file.hpp"

namespace m150::testing {
namespace {

using bench::LearnParameters;
using bench::Stems;
using ::testing::HasSubstr;

const Analyzer& analyzer() {
    static const Analyzer dutch;
    return dutch;
}

// Words that are stems, and that the analysis leaves as they are.
const std::vector<std::string> vocabulary{"hond",  "kat",  "vis",  "boom",   "fiets",  "straat",
                                          "plein", "boot", "kerk", "school", "winkel", "markt"};

// Two subjects with a word in common, and a few that go with both.
std::vector<std::string> random_documents(std::uint64_t seed, int count) {
    Random random(seed);
    std::vector<std::string> documents;
    for (int i = 0; i < count; ++i) {
        const std::size_t first = random.chance(0.5) ? 0 : 5;
        std::string text;
        for (int n = 0; n < 12; ++n)
            text +=
                vocabulary[random.chance(0.2) ? random.below(vocabulary.size()) : first + random.below(7)] +
                " ";
        documents.push_back(std::move(text));
    }
    return documents;
}

Stems stems_of(const std::vector<std::string>& documents) {
    Stems stems(analyzer());
    stems.begin_source("test");
    for (const std::string& document : documents)
        stems.add(document);
    return stems;
}

std::shared_ptr<const SemanticSpace> opened(const std::string& bytes) {
    const TemporaryFile file(bytes);
    return SemanticSpace::read(file.path(), analyzer());
}

// The definition, in the plainest way: dense matrices and another decomposition.
Eigen::MatrixXd plain_vectors(const std::vector<std::string>& documents, const LearnParameters& parameters) {
    const auto size = static_cast<Eigen::Index>(vocabulary.size());
    std::map<std::string, Eigen::Index> number;
    for (Eigen::Index i = 0; i < size; ++i)
        number[vocabulary[static_cast<std::size_t>(i)]] = i;
    Eigen::MatrixXd counts = Eigen::MatrixXd::Zero(size, size);
    for (const std::string& document : documents) {
        const std::vector<Token> tokens = analyzer().tokens(document);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            for (std::size_t j = 0; j < tokens.size(); ++j) {
                const std::size_t distance = i > j ? i - j : j - i;
                if (distance == 0 || distance > parameters.window) continue;
                counts(number.at(tokens[i].stem), number.at(tokens[j].stem)) +=
                    1.0 / static_cast<double>(distance);
            }
        }
    }
    const Eigen::VectorXd row = counts.rowwise().sum() / counts.sum();
    Eigen::VectorXd context = row.array().pow(parameters.smoothing);
    context /= context.sum();
    Eigen::MatrixXd information = counts / counts.sum();
    for (Eigen::Index i = 0; i < size; ++i) {
        for (Eigen::Index j = 0; j < size; ++j) {
            const double value = std::log(information(i, j) / (row(i) * context(j)));
            information(i, j) = value > 0.0 ? value : 0.0;
        }
    }
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(information, Eigen::ComputeFullU | Eigen::ComputeFullV);
    const auto kept = static_cast<Eigen::Index>(parameters.dimension);
    return svd.matrixU().leftCols(kept) *
           svd.singularValues().head(kept).array().pow(parameters.exponent).matrix().asDiagonal();
}

TEST(LearnSpace, AgreesWithTheDefinition) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        LearnParameters parameters;
        parameters.window = 1 + seed % 6;
        parameters.dimension = 3 + seed % 3;
        parameters.minimum = 1;
        parameters.smoothing = 0.25 * static_cast<double>(seed % 5);
        parameters.exponent = 0.5 * static_cast<double>(seed % 3);
        const std::vector<std::string> documents = random_documents(seed, 200);
        const Stems stems = stems_of(documents);
        const auto space = opened(bench::learn_space(stems, parameters));
        ASSERT_EQ(space->words(), vocabulary.size());
        const Eigen::MatrixXd plain = plain_vectors(documents, parameters);
        double tokens = 0.0;
        for (const std::uint64_t count : stems.counts())
            tokens += static_cast<double>(count);
        for (std::size_t a = 0; a < vocabulary.size(); ++a) {
            const SpaceWord word = space->find(vocabulary[a]).value();
            for (std::size_t b = 0; b < vocabulary.size(); ++b) {
                const Eigen::VectorXd x = plain.row(static_cast<Eigen::Index>(a));
                const Eigen::VectorXd y = plain.row(static_cast<Eigen::Index>(b));
                // Signed bytes are exact to half a unit in 127.
                EXPECT_NEAR(cosine(word.vector, space->find(vocabulary[b])->vector),
                            x.dot(y) / (x.norm() * y.norm()), 0.02)
                    << vocabulary[a] << " " << vocabulary[b];
            }
            double norm = 0.0;
            for (const std::int8_t component : word.vector)
                norm += component * component;
            const auto at = static_cast<std::size_t>(
                std::find(stems.names().begin(), stems.names().end(), vocabulary[a]) - stems.names().begin());
            const double weight = std::log(tokens / static_cast<double>(stems.counts()[at]));
            EXPECT_NEAR(word.scale * std::sqrt(norm) / semantic::unit, weight, 0.001);
        }
    }
}

TEST(LearnSpace, GivesTheSameBytesAgainAndSaysWhatItWasLearnedFrom) {
    LearnParameters parameters;
    parameters.dimension = 4;
    const std::string bytes = bench::learn_space(stems_of(random_documents(7, 100)), parameters);
    EXPECT_EQ(bench::learn_space(stems_of(random_documents(7, 100)), parameters), bytes);
    const auto description = opened(bytes)->description();
    EXPECT_THAT(description.at("source-1"), HasSubstr("test 100 documents, 1200 tokens, fnv "));
    EXPECT_EQ(description.at("window"), "6");
    auto other = random_documents(7, 100);
    other.back() += " hond";
    EXPECT_NE(opened(bench::learn_space(stems_of(other), parameters))->description().at("source-1"),
              description.at("source-1"));
}

TEST(LearnSpace, LeavesOutWordsThatComeTooSeldomAndThoseThatKeepNoCompany) {
    std::vector<std::string> documents = random_documents(3, 100);
    documents.insert(documents.end(), {"konijn hond", "konijn kat", "konijn vis", "konijn boom"});
    documents.insert(documents.end(), 5, "muis");  // alone in its documents
    LearnParameters parameters;
    parameters.dimension = 4;
    const auto space = opened(bench::learn_space(stems_of(documents), parameters));
    EXPECT_FALSE(space->find("konijn"));
    EXPECT_FALSE(space->find("muis"));
    parameters.minimum = 4;
    EXPECT_TRUE(opened(bench::learn_space(stems_of(documents), parameters))->find("konijn"));
}

TEST(LearnSpace, ReadsFilesThatAreCompressedOrNot) {
    const std::string lines =
        "{\"title\": \"Honden\", \"text\": \"in de straat\"}\n\n{\"id\": \"x\", \"text\": \"een kat\"}";
    const TemporaryFile plain(lines);
    const TemporaryFile packed("");
    const gzFile file = gzopen(packed.path().c_str(), "wb");
    gzwrite(file, lines.data(), static_cast<unsigned>(lines.size()));
    gzclose(file);
    for (const TemporaryFile* one : {&plain, &packed}) {
        Stems stems(analyzer());
        bench::add_text_file(one->path(), stems);
        EXPECT_EQ(stems.sources().front().documents, 2U);
        EXPECT_EQ(stems.names(), (std::vector<std::string>{"hond", "straat", "kat"}));
        EXPECT_EQ(stems.tokens(), (std::vector<std::uint32_t>{0, 1, Stems::no_stem, 2, Stems::no_stem}));
    }
}

// What a viewer may not see must not move what it sees, and a space moves every score.
TEST(LearnSpace, LearnsOfRecordsOnlyWhatEverybodySeesUnlessItIsAskedForMore) {
    const TemporaryFile place("");
    const std::filesystem::path directory = place.directory() / "base.m150";
    const std::vector<std::pair<AudienceKind, std::string>> hidden{
        {AudienceKind::all_networks, "hond"}, {AudienceKind::members, "kat"}, {AudienceKind::avh, "vis"}};
    {
        KnowledgeBase base = KnowledgeBase::create(directory);
        Municipality municipality;
        municipality.id = Id<Municipality>("GM0355");
        municipality.name = "Zeist";
        municipality.province = "Utrecht";
        base.add(municipality);
        int number = 0;
        const auto question = [&](AudienceKind audience, const std::string& text) {
            Question made;
            made.id = Id<Question>("v-" + std::to_string(++number));
            made.date = Date(2026, 1, 1);
            made.title = text;
            made.audience = {audience, {}, {}};
            if (audience == AudienceKind::members) made.audience.members = {municipality.id};
            base.add(made);
            return made;
        };
        const auto answer = [&](const Question& to, AudienceKind audience, const std::string& text) {
            Answer made;
            made.id = Id<Answer>("a-" + std::to_string(++number));
            made.question = to.id;
            made.by = municipality.id;
            made.date = to.date;
            made.text = text;
            made.audience = {audience, {}, {}};
            if (audience == AudienceKind::members) made.audience.members = {municipality.id};
            base.add(made);
        };
        const Question open = question(AudienceKind::everyone, "boom");
        answer(open, AudienceKind::everyone, "fiets");
        for (const auto& [audience, word] : hidden) {
            answer(open, audience, word);
            // An answer is hidden with its question, whatever its own audience.
            answer(question(audience, word), AudienceKind::everyone, word + " markt");
        }
        base.commit();
    }
    const auto learned = [&](bench::LearnFrom from) {
        Stems stems(analyzer());
        bench::add_records(directory, from, stems);
        std::vector<std::string> names = stems.names();
        std::sort(names.begin(), names.end());
        return names;
    };
    EXPECT_EQ(learned(bench::LearnFrom::everyone), (std::vector<std::string>{"boom", "fiets"}));
    EXPECT_EQ(learned(bench::LearnFrom::all_networks),
              (std::vector<std::string>{"boom", "fiets", "hond", "markt"}));
    EXPECT_EQ(learned(bench::LearnFrom::avh),
              (std::vector<std::string>{"boom", "fiets", "hond", "kat", "markt", "vis"}));
}

TEST(LearnSpace, RefusesWhatItCannotLearnFrom) {
    const auto message = [](const auto& work) {
        try {
            work();
        } catch (const InvalidInput& error) {
            return std::string(error.what());
        }
        return std::string("taken");
    };
    const auto reading = [&](const std::string& text) {
        return message([&] {
            const TemporaryFile file(text);
            Stems stems(analyzer());
            bench::add_text_file(file.path(), stems);
        });
    };
    EXPECT_THAT(reading("{\"text\": \"goed\"}\nfout"), HasSubstr(":2: this is no document"));
    EXPECT_THAT(reading("{\"title\": 7}"), HasSubstr(":1: this is no document"));
    EXPECT_THAT(reading("[1]"), HasSubstr(":1: this is no document"));
    EXPECT_THAT(message([] {
                    Stems stems(analyzer());
                    bench::add_text_file("/nowhere", stems);
                }),
                HasSubstr("/nowhere"));
    EXPECT_THAT(message([] { bench::learn_space(stems_of({"hond kat"}), {}); }),
                HasSubstr("come often enough"));
    for (const auto& spoil : std::vector<void (*)(LearnParameters&)>{
             [](LearnParameters& p) { p.window = 13; }, [](LearnParameters& p) { p.minimum = 0; },
             [](LearnParameters& p) { p.dimension = 0; }, [](LearnParameters& p) { p.smoothing = -0.1; },
             [](LearnParameters& p) { p.exponent = NAN; }}) {
        LearnParameters parameters;
        spoil(parameters);
        EXPECT_THAT(message([&] { bench::learn_space(stems_of({"hond"}), parameters); }),
                    HasSubstr("out of range"));
    }
}

}  // namespace
}  // namespace m150::testing
