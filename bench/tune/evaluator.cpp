#include "bench/tune/evaluator.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <limits>
#include <numeric>
#include <thread>
#include <utility>

#include "libm150/base/error.hpp"

namespace m150::tune {

// Trials that several threads evaluate at once.
struct Evaluator::Work {
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;  // of what follows, and of the evaluator's own members
    std::vector<bool> done;
    std::size_t written = 0;  // so many of them, from the first, are in the file
    std::size_t failed = std::numeric_limits<std::size_t>::max();
    std::exception_ptr error;  // of the first that failed
};

Evaluator::Evaluator(const Objective& objective, const TuneOptions& options, std::size_t most)
    : objective_(objective), options_(options), all_(objective.queries.size()), most_(most) {
    std::iota(all_.begin(), all_.end(), std::size_t{0});
    if (!options.trials_file.empty()) file_.emplace(options.trials_file, objective);
}

std::vector<std::vector<double>> Evaluator::values(const std::vector<Point>& points, const Part& asked,
                                                   std::size_t fold) {
    const bool one_world = options_.one_world;
    std::vector<const Trial*> trials;
    std::vector<Trial*> fresh;
    for (const Point& point : points)
        trials.push_back(&wanted(point, one_world ? all_ : asked, one_world ? 0 : fold, fresh));
    evaluate(fresh);
    std::vector<std::vector<double>> result;
    for (const Trial* trial : trials) {
        std::vector<double>& values = result.emplace_back(objective_.queries.size(), std::nan(""));
        for (std::size_t i = 0; i < trial->asked.size(); ++i) {
            if (std::binary_search(asked.begin(), asked.end(), trial->asked[i]))
                values[trial->asked[i]] = trial->score.values[i];
        }
    }
    return result;
}

Shares Evaluator::shares(const Point& point, const Part& asked) const {
    if (!objective_.shares) {
        throw InvalidInput({"tune",
                            "the parts of the scores are not known, so that no linear fit can be made",
                            "another strategy", ""});
    }
    return objective_.shares(options_.space.at(options_.start, point), asked);
}

const Trial& Evaluator::wanted(const Point& point, const Part& asked, std::size_t fold,
                               std::vector<Trial*>& fresh) {
    Trial trial{trials_.size() + 1, fold, asked, options_.space.at(options_.start, point), {}};
    const std::string key = std::to_string(fold) + " " + key_of(trial.options);
    if (const auto known = by_key_.find(key); known != by_key_.end()) return *known->second;
    Trial& kept = trials_.emplace_back(std::move(trial));
    by_key_[key] = &kept;
    if (const Score* known = file_ ? file_->find(kept) : nullptr) {
        kept.score = *known;
        tell(kept, false);
    } else {
        fresh.push_back(&kept);
    }
    return kept;
}

void Evaluator::evaluate(const std::vector<Trial*>& fresh) {
    Work work;
    work.done.resize(fresh.size(), false);
    const auto run = [&] {
        for (std::size_t i = work.next++; i < fresh.size(); i = work.next++) {
            try {
                Score score = objective_.evaluate(fresh[i]->options, fresh[i]->asked);
                check(*fresh[i], score);
                const std::lock_guard lock(work.mutex);
                fresh[i]->score = std::move(score);
                work.done[i] = true;
                finished(fresh, work);
            } catch (...) {
                const std::lock_guard lock(work.mutex);
                if (i < work.failed) {
                    work.failed = i;
                    work.error = std::current_exception();
                }
                work.next = fresh.size();
            }
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < std::min(options_.threads, fresh.size()); ++i)
        threads.emplace_back(run);
    run();
    for (std::thread& thread : threads)
        thread.join();
    if (work.error) std::rethrow_exception(work.error);
}

// In the order of their numbers, so that the file is the same whichever thread was first.
void Evaluator::finished(const std::vector<Trial*>& fresh, Work& work) {
    for (; work.written < fresh.size() && work.done[work.written]; ++work.written) {
        const Trial& trial = *fresh[work.written];
        if (file_) file_->add(trial, options_.space, options_.seed);
        tell(trial, true);
    }
}

void Evaluator::check(const Trial& trial, const Score& score) const {
    const bool finite = std::all_of(score.values.begin(), score.values.end(),
                                    [](double value) { return std::isfinite(value); });
    if (finite && score.values.size() == trial.asked.size() &&
        score.means.size() == objective_.measures.size()) {
        return;
    }
    throw InvalidInput({"objective",
                        finite ? "gave another number of values" : "gave a value that is not finite",
                        "a finite value for each query, and a mean for each measure", ""});
}

void Evaluator::tell(const Trial& trial, bool fresh) {
    ++done_;
    fresh_ += fresh ? 1 : 0;
    const double mean = mean_of(trial.score.values);
    double& best = best_.emplace(trial.fold, mean).first->second;
    best = std::max(best, mean);
    if (!options_.progress) return;
    if (options_.progress({done_, std::max(most_, done_), fresh_, trial.fold, best})) return;
    throw InvalidInput({"tune", "was cancelled", "", "with a file of trials it goes on from here"});
}

}  // namespace m150::tune
