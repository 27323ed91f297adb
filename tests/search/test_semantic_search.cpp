#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "libm150/base/error.hpp"
#include "tests/search/index_world.hpp"

namespace m150::testing {
namespace {

using ::testing::Contains;
using ::testing::Not;

const Analyzer& analyzer() {
    static const Analyzer dutch;
    return dutch;
}

const SemanticSpace& space() {
    return *SemanticSpace::built_in(Language::dutch);
}

IndexDocument about(const std::string& key, const std::string& text) {
    IndexDocument document;
    document.key = key;
    document.fields.push_back({FieldKind::text, text});
    return document;
}

SearchRequest asking(const std::string& text, std::size_t nearest) {
    SearchRequest request;
    request.query = make_query(text, analyzer(), {});
    request.meaning = nearest > 0;
    request.nearest = nearest;
    return request;
}

std::map<std::string, double> cosines(const SearchResult& result) {
    std::map<std::string, double> found;
    for (const Hit& hit : result.hits)
        found[hit.key] = hit.cosine;
    return found;
}

// The slow twin: the same by the definition, in floating point, over all documents.
class SlowMeaning {
  public:
    SlowMeaning(const std::map<std::string, IndexDocument>& documents, const IndexOptions& options) {
        for (const auto& [key, document] : documents) {
            TextEmbedding sum(space());
            std::set<std::string> held;
            for (const IndexField& field : document.fields) {
                const double weight = field.kind == FieldKind::title    ? options.title_weight
                                      : field.kind == FieldKind::lead   ? options.lead_weight
                                      : field.kind == FieldKind::answer ? options.answer_weight
                                                                        : options.text_weight;
                analyzer().for_each_word(field.text, [&](std::size_t, std::size_t, const WordForm& form) {
                    sum.add(form, static_cast<std::uint32_t>(std::lround(4 * weight)));
                    held.insert(form.stem);
                    held.insert(form.parts.begin(), form.parts.end());
                });
            }
            all_.push_back({key, document, sum.embedding(), std::move(held)});
        }
    }

    // The cosine of every document that the request admits and that is known in the space.
    std::map<std::string, double> cosines(const SearchRequest& request,
                                          const SemanticOptions& options) const {
        std::vector<const Held*> admitted;
        for (const Held& held : all_) {
            if (!held.embedding.empty() && admits(request, held.document)) admitted.push_back(&held);
        }
        std::vector<double> mean(space().dimension(), 0.0);
        for (const Held* held : admitted)
            add(mean, held->embedding, 1.0 / static_cast<double>(admitted.size()));
        std::vector<double> question(space().dimension(), 0.0);
        const auto word = [&](const std::string& stem, double times) {
            std::vector<double> common(space().dimension(), 0.0);
            std::size_t count = 0;
            for (const Held* held : admitted) {
                if (!held->held.contains(stem)) continue;
                ++count;
                add(common, held->embedding, 1.0);
                for (std::size_t d = 0; d < mean.size(); ++d)
                    common[d] -= mean[d];
            }
            const auto known = space().find(stem);
            double weight = space().unknown_scale() * options.unknown_words;
            if (known) {
                add(question, known->vector, times * known->scale);
                weight =
                    known->scale * norm({known->vector.begin(), known->vector.end()}) * options.known_words;
            }
            if (count > 0 && count <= options.most_documents && norm(common) > 1e-9) {
                const double factor = times * weight / norm(common);
                for (std::size_t d = 0; d < common.size(); ++d)
                    question[d] += factor * common[d];
            }
            return known || count > 0;
        };
        for (const QueryTerm& term : request.query.terms) {
            const bool own = term.kind == QueryTerm::Kind::word || term.kind == QueryTerm::Kind::correction;
            if (!own || word(term.term, term.weight)) continue;
            for (const QueryTerm& part : request.query.terms) {
                if (part.kind == QueryTerm::Kind::part && part.origin == term.origin)
                    word(part.term, term.weight);
            }
        }
        std::map<std::string, double> result;
        if (norm(question) < 1e-9) return result;
        for (const Held* held : admitted) {
            const std::vector<double> vector(held->embedding.begin(), held->embedding.end());
            double dot = 0.0;
            for (std::size_t d = 0; d < vector.size(); ++d)
                dot += vector[d] * question[d];
            result[held->key] = dot / norm(vector) / norm(question);
        }
        return result;
    }

  private:
    struct Held {
        std::string key;
        IndexDocument document;
        Embedding embedding;
        std::set<std::string> held;
    };
    template <class Vector>
    static void add(std::vector<double>& sum, const Vector& vector, double factor) {
        for (std::size_t d = 0; d < vector.size(); ++d)
            sum[d] += factor * vector[d];
    }
    static double norm(const std::vector<double>& vector) {
        double squares = 0.0;
        for (const double component : vector)
            squares += component * component;
        return std::sqrt(squares);
    }
    static bool admits(const SearchRequest& request, const IndexDocument& document) {
        if ((request.from && document.date < *request.from) || (request.to && document.date > *request.to))
            return false;
        return std::all_of(request.filters.begin(), request.filters.end(), [&](const auto& any) {
            return std::any_of(any.begin(), any.end(), [&](const std::string& filter) {
                return std::count(document.filters.begin(), document.filters.end(), filter) > 0;
            });
        });
    }
    std::vector<Held> all_;
};

// Components are rounded to a 127th of the largest.
constexpr double close = 0.01;

TEST(SemanticSearch, AgreesWithItsSlowTwinThroughWritesRemovalsAndMerges) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        World world(seed);
        IndexOptions options;
        options.merge_at = 5 + world.below(40);
        options.semantic.known_words = 0.5 * static_cast<double>(world.below(3));
        options.semantic.unknown_words = 0.5 * static_cast<double>(world.below(3));
        options.semantic.most_documents = world.below(3) == 0 ? 5 : 1000;
        const TemporaryDirectory place;
        SearchIndex in_memory({}, options, true);
        SearchIndex on_disk(seed % 4 == 0 ? place.path() / "index" : std::filesystem::path(), options, true);
        std::map<std::string, IndexDocument> all;
        for (std::uint64_t revision = 1; revision <= 8; ++revision) {
            std::vector<IndexDocument> documents;
            std::vector<std::string> removed;
            for (std::size_t n = world.below(4); n > 0; --n)
                removed.push_back(world.key());
            for (const std::string& key : removed)
                all.erase(key);
            for (std::size_t n = world.below(12); n > 0; --n) {
                documents.push_back(world.document(world.key()));
                if (world.below(8) == 0) documents.back().fields.clear();  // of no meaning
                all[documents.back().key] = documents.back();
            }
            in_memory.apply(documents, removed, revision);
            on_disk.apply(documents, removed, revision);
            if (world.below(4) == 0) on_disk.merge();
            if (world.below(4) == 0) in_memory.merge();
            const SlowMeaning twin(all, options);
            for (int n = 0; n < 5; ++n) {
                SearchRequest request = world.request(analyzer());
                request.meaning = true;
                request.meaning = true;
                request.nearest = world.below(9);
                const SearchResult fast = in_memory.view().search(request);
                ASSERT_EQ(bytes_of(on_disk.view().search(request)), bytes_of(fast));
                const auto expected = twin.cosines(request, options.semantic);
                std::set<std::string> found;
                std::set<std::string> groups;
                for (const Hit& hit : fast.hits) {
                    const auto slow = expected.find(hit.key);
                    ASSERT_NEAR(hit.cosine, slow == expected.end() ? 0.0 : slow->second, close) << hit.key;
                    found.insert(hit.key);
                    if (!hit.group.empty()) {
                        ASSERT_TRUE(groups.insert(hit.group).second) << hit.group;
                    }
                }
                // The hits of the words are all there, as they were.
                SearchRequest plain = request;
                plain.meaning = false;
                plain.nearest = 0;
                for (const Hit& hit : in_memory.view().search(plain).hits)
                    ASSERT_TRUE(found.contains(hit.key));
                // Whoever is nearer than the last that was wanted is there, or another of its group.
                std::map<std::string, double> best;
                for (const auto& [key, value] : expected) {
                    const std::string& group = all.at(key).group;
                    double& of_group =
                        best.try_emplace(group.empty() ? "key " + key : "group " + group, -2.0).first->second;
                    of_group = std::max(of_group, value);
                }
                std::vector<double> values;
                for (const auto& entry : best)
                    values.push_back(entry.second);
                std::sort(values.rbegin(), values.rend());
                for (const auto& [name, value] : best) {
                    if (values.size() > request.nearest && value <= values[request.nearest] + 2 * close)
                        continue;
                    const bool there = name.starts_with("key ") ? found.contains(name.substr(4))
                                                                : groups.contains(name.substr(6));
                    ASSERT_TRUE(there) << name << " " << value;
                }
            }
        }
    }
}

// What a viewer may not see makes no difference to what words mean to him.
TEST(SemanticSearch, IsThatOfTheAdmittedDocumentsAlone) {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        World world(seed);
        SearchIndex everything({}, {}, true);
        SearchIndex of_public({}, {}, true);
        std::vector<IndexDocument> documents = world.documents(60);
        for (IndexDocument& document : documents)
            document.group.clear();
        std::vector<IndexDocument> open;
        for (const IndexDocument& document : documents) {
            if (document.filters.front() == "audience:public") open.push_back(document);
        }
        everything.apply(documents, {}, 1);
        of_public.apply(open, {}, 1);
        for (int n = 0; n < 10; ++n) {
            SearchRequest request = asking(world.text(6), 7);
            const auto whole = cosines(of_public.view().search(request));
            request.filters.push_back({"audience:public"});
            EXPECT_EQ(cosines(everything.view().search(request)), whole);
        }
    }
}

TEST(SemanticSearch, FindsWhatSharesNoWord) {
    SearchIndex index({}, {}, true);
    index.apply({about("afval", "huisvuil naast de container geplaatst"),
                 about("paspoort", "identiteitskaart aanvragen bij de balie"), about("leeg", "de het een")},
                {}, 1);
    EXPECT_TRUE(index.view().search(asking("afvalstoffen", 0)).hits.empty());
    const SearchResult found = index.view().search(asking("afvalstoffen", 1));
    ASSERT_EQ(found.hits.size(), 1U);
    EXPECT_EQ(found.hits[0].key, "afval");
    EXPECT_EQ(found.hits[0].score, 0.0);
    EXPECT_GT(found.hits[0].cosine, 0.1);
    EXPECT_EQ(found.hits[0].embedding.size(), space().dimension());
    // What has no meaning is not near to anything.
    EXPECT_THAT(cosines(index.view().search(asking("afvalstoffen", 10))),
                Not(Contains(::testing::Key("leeg"))));
}

// A word that came up after the space was learned gets its meaning from the records.
TEST(SemanticSearch, OfAWordThatTheSpaceDoesNotKnowComesFromTheDocuments) {
    ASSERT_FALSE(space().find("fatbike"));
    SearchIndex index({}, {}, true);
    std::vector<IndexDocument> documents{
        about("a", "fatbike met te hoge snelheid op het fietspad, bromfiets zonder kenteken"),
        about("b", "fatbike opgevoerd: verkeer, snelheid en helm"),
        about("near", "bromfietsen rijden te snel in het verkeer"),
        about("far", "subsidie voor de bibliotheek aanvragen"),
        about("tree", "kapvergunning voor een boom in de tuin"),
        about("cafe", "sluitingstijd van horeca en terras")};
    index.apply(documents, {}, 1);
    const auto found = cosines(index.view().search(asking("fatbike", 10)));
    EXPECT_GT(found.at("near"), found.at("far") + 0.1);
    EXPECT_GT(found.at("near"), found.at("tree") + 0.1);
    // Without a document that holds it, it means nothing.
    index.apply({}, {"a", "b"}, 2);
    EXPECT_TRUE(index.view().search(asking("fatbike", 10)).hits.empty());
}

TEST(SemanticSearch, IsLeftOutWhereThereIsNoSpaceOrItIsOff) {
    IndexOptions off;
    off.semantic.on = false;
    IndexOptions english;
    english.analysis.language = Language::english;
    for (const IndexOptions& options : {off, english}) {
        SearchIndex index({}, options, true);
        index.apply({about("a", "afval"), about("b", "vuilnis")}, {}, 1);
        const SearchResult found = index.view().search(asking("afval", 10));
        ASSERT_EQ(found.hits.size(), 1U);
        EXPECT_EQ(found.hits[0].cosine, 0.0);
        EXPECT_TRUE(found.hits[0].embedding.empty());
    }
    EXPECT_TRUE(SearchView().search(asking("afval", 10)).hits.empty());
}

TEST(SemanticSearch, OptionsOutOfRangeAreRefused) {
    IndexOptions options;
    options.semantic.known_words = -1;
    EXPECT_THROW(SearchIndex({}, options, true), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
