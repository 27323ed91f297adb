#include "libm150/meet/gap_map.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/meet/signals.hpp"

namespace m150::inline v0 {

namespace {

constexpr double kWouldCome = 0.25;
constexpr double kKnows = 0.5;
// Parts of a reason below this fraction of the score are told together.
constexpr double kLeastTold = 0.03;

void check_options(const Snapshot& now, const GapMapOptions& options) {
    Inputs inputs(now, "gap_map");
    inputs.known(options.network);
    inputs.require(!options.since || *options.since <= now.today(), "since",
                   "is " + (options.since ? options.since->str() : "") + ", after today",
                   "a day up to " + now.today().str());
    const GapWeights& w = options.weights;
    for (const auto& [name, value] : {std::pair{"needs", w.needs},
                                      {"growth", w.growth},
                                      {"open", w.open},
                                      {"burst", w.burst},
                                      {"untreated", w.untreated},
                                      {"scarce", w.scarce},
                                      {"news", w.news}})
        inputs.in_range(std::string("weights.") + name, value, 0, 100);
    inputs.in_range("weights.untreated_days", w.untreated_days, 1, 100'000);
    inputs.in_range("weights.news_days", w.news_days, 1, 100'000);
    inputs.in_range("bursts.times", options.bursts.times, 1.001, 1000);
    inputs.in_range("bursts.cost", options.bursts.cost, 0, 1000);
    inputs.in_range("listed", static_cast<double>(options.listed), 0, 1000);
    inputs.throw_if_any();
}

int month_of(Date date) {
    return date.year() * 12 + date.month() - 1;
}
Date first_of(int month) {
    return Date(month / 12, month % 12 + 1, 1);
}

class Mapper {
  public:
    Mapper(const Snapshot& now, const GapMapOptions& options)
        : now_(now),
          options_(options),
          weights_(options.weights),
          members_(members_of(now, options.network)),
          questions_(questions_of(now, members_)) {
        if (members_.empty()) {
            throw InvalidInput({"gap_map, network", "has no members on " + now.today().str(),
                                "a network with members", "leave it out for all municipalities"});
        }
        map_.today = now.today();
        map_.since = options.since.value_or(now.today().plus_days(-365));
        map_.members = static_cast<int>(members_.size());
    }

    GapMap map() {
        for (int topic = 0; topic < now_.graph().topics(); ++topic)
            map_.topics.push_back(gap_of(topic));
        std::stable_sort(map_.topics.begin(), map_.topics.end(),
                         [](const TopicGap& a, const TopicGap& b) { return a.score > b.score; });
        return std::move(map_);
    }

  private:
    TopicGap gap_of(int topic) const {
        TopicGap gap;
        gap.topic = now_.topic(topic).id;
        levels(topic, gap);
        const Date day_before = map_.since.plus_days(-1);
        gap.questions = count_between(questions_, topic, map_.since, map_.today);
        gap.questions_before = count_between(
            questions_, topic, day_before.plus_days(-days_between(map_.since, map_.today)), day_before);
        for (const AskedQuestion& question : questions_) {
            const bool counts =
                question.open && question.date >= map_.since &&
                std::find(question.topics.begin(), question.topics.end(), topic) != question.topics.end();
            gap.open_questions += counts ? 1 : 0;
        }
        if (const auto last = last_treatment(now_, options_.network, gap.topic, map_.today.plus_days(1))) {
            gap.last_treated = last->date;
            gap.last_meeting = last->meeting;
        }
        bursts(topic, gap);
        reasons(topic, gap);
        return gap;
    }

    void levels(int topic, TopicGap& gap) const {
        for (const int member : members_) {
            const double demand = now_.graph().demand(member, topic);
            const double expertise = now_.graph().expertise(member, topic);
            const Id<Municipality>& id = now_.municipality(member).id;
            gap.demand += demand / map_.members;
            gap.supply += expertise / map_.members;
            if (demand >= kWouldCome) gap.comers.push_back({id, demand});
            if (expertise >= kKnows) gap.knowers.push_back({id, expertise});
        }
        gap.would_come = static_cast<int>(gap.comers.size());
        gap.know = static_cast<int>(gap.knowers.size());
        for (auto* list : {&gap.comers, &gap.knowers}) {
            std::stable_sort(list->begin(), list->end(),
                             [](const auto& a, const auto& b) { return a.level > b.level; });
            if (list->size() > options_.listed) list->resize(options_.listed);
        }
    }

    // Of all questions of the members, month by month, those on the topic.
    void bursts(int topic, TopicGap& gap) const {
        if (questions_.empty()) return;
        const int first = month_of(questions_.front().date);
        std::vector<BurstPeriod> months(static_cast<std::size_t>(month_of(map_.today) - first) + 1);
        for (const AskedQuestion& question : questions_) {
            BurstPeriod& month = months[static_cast<std::size_t>(month_of(question.date) - first)];
            ++month.all;
            month.hits +=
                std::find(question.topics.begin(), question.topics.end(), topic) != question.topics.end() ? 1
                                                                                                          : 0;
        }
        for (const Burst& burst : find_bursts(months, options_.bursts)) {
            const Date from = first_of(first + static_cast<int>(burst.first));
            const Date to =
                std::min(first_of(first + static_cast<int>(burst.last) + 1).plus_days(-1), map_.today);
            if (to < map_.since) continue;
            gap.bursts.push_back({from, to, count_between(questions_, topic, from, to), burst.weight});
        }
    }

    void reasons(int topic, TopicGap& gap) const {
        const auto add = [&](const char* code, double share,
                             std::vector<std::pair<std::string, std::string>> values) {
            if (share > 0) gap.reasons.push_back({code, share, std::move(values), {}});
        };
        needs(topic, gap);
        const double doublings = std::log2((gap.questions + 1.0) / (gap.questions_before + 1.0));
        add("gap-growth", weights_.growth * gap.demand * std::clamp(doublings / 2.0, 0.0, 1.0),
            {{"count", std::to_string(gap.questions)}, {"before", std::to_string(gap.questions_before)}});
        if (gap.questions > 0) {
            add("gap-open", weights_.open * gap.demand * gap.open_questions / gap.questions,
                {{"count", std::to_string(gap.open_questions)}, {"of", std::to_string(gap.questions)}});
        }
        if (!gap.bursts.empty() && gap.bursts.back().to == map_.today) {
            const QuestionBurst& burst = gap.bursts.back();
            add("gap-burst", weights_.burst * gap.demand,
                {{"date", burst.from.str()}, {"count", std::to_string(burst.questions)}});
        }
        if (gap.last_treated) {
            const double age = days_between(*gap.last_treated, map_.today) / weights_.untreated_days;
            add("gap-untreated", weights_.untreated * gap.demand * (1.0 - std::exp2(-age)),
                {{"date", gap.last_treated->str()}});
        } else {
            add("gap-never-treated", weights_.untreated * gap.demand, {});
        }
        add("gap-scarce", weights_.scarce * std::max(0.0, gap.demand - gap.supply),
            {{"count", std::to_string(gap.know)}});
        news(gap);
        add_up(gap.reasons);
        fold_small(gap.reasons, kLeastTold * total_of(gap.reasons));
        gap.score = total_of(gap.reasons);
    }

    void needs(int topic, TopicGap& gap) const {
        if (gap.demand <= 0 || weights_.needs <= 0) return;
        Reason reason{"gap-needs", 0.0, {{"count", std::to_string(gap.would_come)}}, {}};
        for (const int member : members_) {
            const double demand = now_.graph().demand(member, topic);
            if (demand <= 0) continue;
            reason.parts.push_back({"municipality-needs",
                                    weights_.needs * demand / map_.members,
                                    {{"municipality", now_.municipality(member).id.str()}},
                                    {}});
        }
        std::stable_sort(reason.parts.begin(), reason.parts.end(),
                         [](const Reason& a, const Reason& b) { return a.share > b.share; });
        gap.reasons.push_back(std::move(reason));
    }

    void news(TopicGap& gap) const {
        std::vector<const NewsItem*> items;
        for (const NewsItem* item : now_.all<NewsItem>()) {
            if (item->date <= map_.today &&
                std::find(item->topics.begin(), item->topics.end(), gap.topic) != item->topics.end())
                items.push_back(item);
        }
        std::stable_sort(items.begin(), items.end(),
                         [](const NewsItem* a, const NewsItem* b) { return a->date > b->date; });
        const double sum = news_on(now_, gap.topic, weights_.news_days);
        Reason reason{"gap-news", 0.0, {}, {}};
        for (const NewsItem* item : items) {
            if (item->date >= map_.since) gap.news.push_back(item->id);
            const double fresh = std::exp2(-days_between(item->date, map_.today) / weights_.news_days);
            reason.parts.push_back({"news-item",
                                    weights_.news * fresh / (1.0 + sum),
                                    {{"title", item->title}, {"date", item->date.str()}},
                                    {}});
        }
        if (!reason.parts.empty() && weights_.news > 0) gap.reasons.push_back(std::move(reason));
    }

    const Snapshot& now_;
    const GapMapOptions& options_;
    const GapWeights& weights_;
    std::vector<int> members_;
    std::vector<AskedQuestion> questions_;
    GapMap map_;
};

}  // namespace

GapMap gap_map(const Snapshot& now, const GapMapOptions& options) {
    check_options(now, options);
    return Mapper(now, options).map();
}

}  // namespace m150::inline v0
