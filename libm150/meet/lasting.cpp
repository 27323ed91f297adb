#include "libm150/meet/lasting.hpp"

#include <algorithm>
#include <set>

#include "libm150/meet/signals.hpp"

namespace m150::inline v0 {

namespace {

constexpr int kClearNeed = 2;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

template <class Visit>
void each_between(const TopicSignals& signals, const std::vector<int>& topics, Date from, Date to,
                  Visit&& visit) {
    for (const int topic : topics) {
        for (const TopicSignal& signal : signals[at(topic)]) {
            if (from <= signal.date && signal.date <= to) visit(signal);
        }
    }
}

}  // namespace

TopicSignals signals_of(const Snapshot& now, const std::vector<int>& members) {
    TopicSignals signals(at(now.graph().topics()));
    for (const AskedQuestion& question : questions_of(now, members)) {
        for (const int topic : std::set<int>(question.topics.begin(), question.topics.end())) {
            if (topic >= 0)
                signals[at(topic)].push_back({question.date, question.asker, true, question.open});
        }
    }
    for (const InventoryResponse* response : now.all<InventoryResponse>()) {
        const int member = now.number_of(response->municipality), topic = now.number_of(response->topic);
        if (topic < 0 || response->needs < kClearNeed || response->date > now.today() ||
            !std::binary_search(members.begin(), members.end(), member))
            continue;
        signals[at(topic)].push_back({response->date, member, false, false});
    }
    for (std::vector<TopicSignal>& list : signals) {
        std::stable_sort(list.begin(), list.end(),
                         [](const TopicSignal& a, const TopicSignal& b) { return a.date < b.date; });
    }
    return signals;
}

int askers_between(const TopicSignals& signals, const std::vector<int>& topics, Date from, Date to) {
    std::set<int> askers;
    each_between(signals, topics, from, to, [&](const TopicSignal& signal) { askers.insert(signal.member); });
    return static_cast<int>(askers.size());
}

int questioners_between(const TopicSignals& signals, const std::vector<int>& topics, Date from, Date to) {
    std::set<int> askers;
    each_between(signals, topics, from, to, [&](const TopicSignal& signal) {
        if (signal.question) askers.insert(signal.member);
    });
    return static_cast<int>(askers.size());
}

bool is_inventoried(const TopicSignals& signals, Date from, Date to) {
    return std::any_of(signals.begin(), signals.end(), [&](const std::vector<TopicSignal>& list) {
        return std::any_of(list.begin(), list.end(), [&](const TopicSignal& signal) {
            return !signal.question && from <= signal.date && signal.date <= to;
        });
    });
}

QuestionCount questions_between(const TopicSignals& signals, const std::vector<int>& topics, Date from,
                                Date to) {
    QuestionCount count;
    each_between(signals, topics, from, to, [&](const TopicSignal& signal) {
        count.all += signal.question ? 1 : 0;
        count.open += signal.question && signal.open ? 1 : 0;
    });
    return count;
}

}  // namespace m150::inline v0
