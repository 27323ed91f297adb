#include "libm150/store/load_context.hpp"

#include <algorithm>

#include "libm150/store/admit.hpp"

namespace m150::inline v0 {

LoadContext::LoadContext(Store& store, const LoadOptions& options) : store_(store), options_(options) {}

void LoadContext::problem(const std::string& file, Place place, Problem problem) {
    if (!problem.where.empty()) problem.what = problem.where + ": " + problem.what;
    problem.where = text_of(file, place);
    problems_.emplace(std::tuple{file, place, total_++}, std::move(problem));
    if (problems_.size() > std::max<std::size_t>(options_.max_errors, 1))
        problems_.erase(std::prev(problems_.end()));
}

bool LoadContext::was_refused(std::string_view plural, const std::string& id) {
    if (!refused_.empty() && refused_.contains({std::string(plural), id})) return true;
    return incomplete_.contains(plural) && !store_.connection().references().exists(plural, id);
}

std::string LoadContext::given_before(std::string_view plural, const std::string& id, const std::string& file,
                                      Place place) {
    auto ids = given_.find(plural);
    if (ids == given_.end()) {
        given_.clear();  // types are loaded one after another
        ids = given_.emplace(std::string(plural), std::unordered_map<std::string, std::string>{}).first;
    }
    const auto [found, fresh] = ids->second.emplace(id, text_of(file, place));
    return fresh ? std::string() : found->second;
}

void LoadContext::resolved(const std::string& file, Place place, const Resolution& resolution) {
    auto& [first, count] = resolutions_[resolution.text];
    if (count++ == 0) first = text_of(file, place);
}

void LoadContext::later(const std::string& file, Place place, const std::string& record,
                        OpenReference reference) {
    open_.push_back({file, place, record, std::move(reference)});
}

void LoadContext::later(const std::string& file, Place place, const Id<Question>& question) {
    questions_.emplace_back(file, place, question);
}

void LoadContext::later(const std::string& file, Place place, const Id<Outcome>& outcome) {
    outcomes_.emplace_back(file, place, outcome);
}

void LoadContext::advance(std::uint64_t bytes_of_this_file) {
    const std::uint64_t done = std::min(done_ + bytes_of_this_file, expected_);
    if (!options_.progress || done < next_tick_) return;
    next_tick_ = done + std::max<std::uint64_t>(expected_ / 100, 1);
    if (!options_.progress({"load", done, expected_})) {
        throw InvalidInput({"", "cancelled", "", "nothing was loaded"});
    }
}

void LoadContext::file_done(std::uint64_t bytes_of_this_file) {
    advance(bytes_of_this_file);
    done_ += bytes_of_this_file;
}

void LoadContext::check_open() {
    References& references = store_.connection().references();
    for (const Open& open : open_) {
        const OpenReference& reference = open.reference;
        if (references.exists(reference.type, reference.id) || was_refused(reference.type, reference.id))
            continue;
        Problem unknown = references.unknown(reference.type, reference.id);
        unknown.where = open.record + ", field " + reference.field;
        problem(open.file, open.place, std::move(unknown));
    }
    for (const auto& [file, place, id] : questions_) {
        const std::optional<Question> question = store_.find(id);
        Admission dates;
        if (question) admission::check_dates(store_.connection(), *question, dates);
        for (Problem& wrong : dates.problems)
            problem(file, place, std::move(wrong));
    }
}

// Each against what was there before and what came before it: the later one of two is refused.
void LoadContext::check_outcomes() {
    if (outcomes_.empty()) return;
    const OutcomesTold told(store_.connection());
    std::map<Id<Outcome>, std::size_t> order;
    for (std::size_t i = 0; i < outcomes_.size(); ++i)
        order.emplace(std::get<2>(outcomes_[i]), i);
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
        const auto& [file, place, id] = outcomes_[i];
        const std::optional<Outcome> outcome = store_.find(id);
        Admission admission;
        if (!outcome) continue;
        told.check(*outcome, admission, [&](const Id<Outcome>& other) {
            const auto found = order.find(other);
            return found == order.end() || found->second < i;
        });
        for (Problem& wrong : admission.problems)
            problem(file, place, std::move(wrong));
    }
}

void LoadContext::finish() {
    check_open();
    check_outcomes();
    if (any_problem()) {
        std::vector<Problem> listed;
        for (auto& [place, problem] : problems_)
            listed.push_back(std::move(problem));
        throw InvalidInput(std::move(listed), total_);
    }
    for (const auto& [words, where] : resolutions_) {
        report_.notices.push_back(where.first + ": " + words + "; replaced in " +
                                  std::to_string(where.second) + (where.second == 1 ? " record" : " places"));
    }
}

}  // namespace m150::inline v0
