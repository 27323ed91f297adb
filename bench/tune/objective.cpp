#include "bench/tune/objective.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <utility>

#include "bench/tune/provenance.hpp"
#include "bench/tune/world.hpp"
#include "libm150/base/error.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/match/ask.hpp"

namespace m150::tune {

namespace {

using evaluate::LibraryOptions;
using evaluate::Measure;
using evaluate::TestBase;
using evaluate::TestSet;

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// What decides on the index: the same text, the same index.
std::string index_part(const KnowledgeBaseOptions& options) {
    std::string text;
    for (const Parameter& one : list_parameters()) {
        if (one.makes_index) text += parameter_text(get_parameter(options, one.name)) + ",";
    }
    return text;
}

// Values by key that are made once by whoever needs them first, while the others wait; the `kept` used last
// stay.
template <class Value>
class Cache {
  public:
    explicit Cache(std::size_t kept) : kept_(std::max<std::size_t>(kept, 1)) {}

    template <class Make>
    std::shared_ptr<const Value> get(const std::string& key, const Make& make) {
        std::promise<std::shared_ptr<const Value>> promise;
        Shared shared;
        bool first = false;
        {
            const std::lock_guard lock(mutex_);
            const auto found = std::find_if(entries_.begin(), entries_.end(),
                                            [&](const Entry& entry) { return entry.key == key; });
            first = found == entries_.end();
            if (first) {
                entries_.push_front({key, promise.get_future().share()});
                if (entries_.size() > kept_) entries_.pop_back();
            } else {
                std::rotate(entries_.begin(), found, found + 1);
            }
            shared = entries_.front().value;
        }
        if (first) {
            try {
                promise.set_value(std::make_shared<const Value>(make()));
            } catch (...) {
                promise.set_exception(std::current_exception());
            }
        }
        return shared.get();
    }

  private:
    using Shared = std::shared_future<std::shared_ptr<const Value>>;
    struct Entry {
        std::string key;
        Shared value;
    };

    std::size_t kept_;
    std::mutex mutex_;
    std::deque<Entry> entries_;  // the one used last first
};

class LibraryRuns {
  public:
    LibraryRuns(TestSet set, LibraryOptions library, std::vector<Measure> measures, std::size_t kept)
        : set_(std::move(set)),
          library_(std::move(library)),
          measures_(std::move(measures)),
          worlds_(kept),
          bases_(kept) {}

    Score evaluate(const KnowledgeBaseOptions& options, const std::vector<std::string>& asked) {
        Score score;
        const auto world = world_for(asked);
        const auto base = base_for(*world, options, score.index_seconds);
        const Clock::time_point start = Clock::now();
        const Snapshot now = base->snapshot(options);
        evaluate::Run run;
        double confidence = 0.0;
        for (const evaluate::TestQuery& query : world->set.queries)
            run[query.id] = evaluate::ask_snapshot(now, query.text, library_.depth, confidence);
        score.ask_seconds = seconds_since(start);
        const evaluate::Evaluation evaluation = evaluate::evaluate(world->set.judgements, run, measures_);
        score.values = evaluation.values.front();
        for (std::size_t m = 0; m < measures_.size(); ++m)
            score.means.push_back(evaluation.mean(m));
        return score;
    }

    Shares shares(const KnowledgeBaseOptions& options, const std::vector<std::string>& asked) {
        const auto world = world_for(asked);
        double seconds = 0.0;
        const auto base = base_for(*world, options, seconds);
        const Snapshot now = base->snapshot(options);
        std::map<std::string, const evaluate::TestQuery*> by_id;
        for (const evaluate::TestQuery& query : world->set.queries)
            by_id[query.id] = &query;
        Shares shares;
        shares.examples.features = score_parts().size();
        for (const std::string& id : asked) {
            const evaluate::Grades& grades = world->set.judgements.at(id);
            std::vector<int>& judged = shares.judged.emplace_back();
            for (const auto& [document, grade] : grades)
                judged.push_back(grade);
            if (by_id.count(id) == 0) continue;  // judged, and never asked
            AskOptions question;
            question.text = by_id[id]->text;
            question.limit = library_.depth;
            for (const FoundAnswer& answer : ask(now, question).answers)
                add_row(answer, grades, shares.judged.size() - 1, shares.examples);
        }
        return shares;
    }

  private:
    static void add_row(const FoundAnswer& answer, const evaluate::Grades& grades, std::size_t group,
                        Examples& examples) {
        for (const ScorePart& part : score_parts()) {
            double share = 0.0;
            for (const Reason& reason : answer.reasons)
                share += reason.code == part.reason ? reason.share : 0.0;
            examples.values.push_back(share);
        }
        const auto grade = grades.find(answer.question.id.str());
        examples.groups.push_back(group);
        examples.grades.push_back(grade == grades.end() ? 0 : grade->second);
    }

    std::shared_ptr<const World> world_for(const std::vector<std::string>& asked) {
        return worlds_.get(hash_of(asked), [&] { return world_of(set_, asked); });
    }

    std::shared_ptr<const TestBase> base_for(const World& world, const KnowledgeBaseOptions& options,
                                             double& seconds) {
        return bases_.get(world.key + " " + index_part(options), [&] {
            const Clock::time_point start = Clock::now();
            LibraryOptions library = library_;
            library.knowledge_base = options;
            TestBase base(world.set, library);
            seconds = seconds_since(start);
            return base;
        });
    }

    TestSet set_;
    LibraryOptions library_;
    std::vector<Measure> measures_;
    Cache<World> worlds_;
    Cache<TestBase> bases_;
};

}  // namespace

const std::vector<ScorePart>& score_parts() {
    static const std::vector<ScorePart> parts{{"ranking.words", "words"},
                                              {"ranking.cosine", "meaning"},
                                              {"ranking.neighbours", "similar-pairs"},
                                              {"ranking.topics", "topics"},
                                              {"ranking.given", "embedding"}};
    return parts;
}

Objective library_objective(const TestSet& set, const LibraryOptions& library,
                            const std::vector<Measure>& measures, std::size_t kept) {
    Objective objective;
    for (const auto& [query, grades] : set.judgements) {
        if (!grades.empty()) objective.queries.push_back(query);
    }
    if (measures.empty() || objective.queries.empty()) {
        throw InvalidInput({"tune", measures.empty() ? "no measure was given" : "the set has no judgements",
                            "a measure, and queries with judgements", ""});
    }
    for (const Measure& measure : measures)
        objective.measures.push_back(measure.name());
    objective.data = hash_of(set, library);
    objective.versions = library_versions(set.language.value_or(Language::dutch));
    const auto runs = std::make_shared<LibraryRuns>(set, library, measures, kept);
    const auto ids_of = [queries = objective.queries](const Part& asked) {
        std::vector<std::string> ids;
        for (const std::size_t query : asked)
            ids.push_back(queries.at(query));
        return ids;
    };
    objective.evaluate = [runs, ids_of](const KnowledgeBaseOptions& options, const Part& asked) {
        return runs->evaluate(options, ids_of(asked));
    };
    objective.shares = [runs, ids_of](const KnowledgeBaseOptions& options, const Part& asked) {
        return runs->shares(options, ids_of(asked));
    };
    return objective;
}

}  // namespace m150::tune
