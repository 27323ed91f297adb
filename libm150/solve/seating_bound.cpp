#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <utility>

#include "libm150/solve/milp.hpp"
#include "libm150/solve/seating.hpp"

namespace m150::inline v0 {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// People with the same wishes share the columns: how many of them talk about each subject.
class WishModel {
  public:
    WishModel(const std::vector<SeatingPerson>& people, const std::vector<std::vector<int>>& table_sizes)
        : rounds_(static_cast<int>(table_sizes.size())) {
        for (const auto& round : table_sizes) {
            for (const int size : round)
                ++tables_[size];
        }
        for (const SeatingPerson& person : people) {
            std::vector<std::pair<int, int>> wishes;
            for (const SeatingWish& wish : person.wishes)
                wishes.emplace_back(wish.subject, wish.points);
            std::sort(wishes.begin(), wishes.end());
            if (!wishes.empty()) ++alike_[wishes];
        }
    }

    std::int64_t bound() {
        for (const auto& [wishes, count] : alike_)
            people(wishes, count);
        seats();
        SolveLimits limits;
        limits.most_nodes = kMostNodes;
        const double found = std::floor(solve_milp(program_, limits).upper_bound + kSlack);
        return std::min(best_wishes_, static_cast<std::int64_t>(std::min(found, 1e18)));
    }

  private:
    static constexpr std::int64_t kMostNodes = 200;
    static constexpr double kSlack = 1e-4;  // the bound is of whole points, found in doubles

    // Each talks about as many of her wishes as there are rounds.
    void people(const std::vector<std::pair<int, int>>& wishes, int count) {
        MilpRow row;
        std::vector<int> points;
        for (const auto& [subject, worth] : wishes) {
            const int column = new_column(worth, count, false);
            row.terms.push_back({column, 1.0});
            seats_[subject].terms.push_back({column, 1.0});
            points.push_back(worth);
        }
        std::sort(points.begin(), points.end(), std::greater<>());
        const std::size_t most = std::min(points.size(), at(rounds_));
        for (std::size_t i = 0; i < most; ++i)
            best_wishes_ += std::int64_t{points[i]} * count;
        if (points.size() == most) return;
        row.at_most = static_cast<double>(rounds_) * count;
        program_.rows.push_back(std::move(row));
    }

    // No more people talk about a subject than its tables seat, and there are so many tables of each size. Of
    // a part of a table the relaxation would make full use: so what each further one adds is in columns, too.
    void seats() {
        std::map<int, MilpRow> all;
        for (auto& [subject, row] : seats_) {
            const std::vector<MilpTerm> people = row.terms;
            MilpRow there;  // tables of the subject, less those whose seats are counted
            there.at_least = 0.0;
            double wanting = 0.0;
            for (const MilpTerm& term : row.terms)
                wanting += program_.columns[at(term.column)].high;
            for (const auto& [size, count] : tables_) {
                const int column =
                    new_column(0, std::min<int>(count, static_cast<int>(std::ceil(wanting / size))), true);
                row.terms.push_back({column, -static_cast<double>(size)});
                all[size].terms.push_back({column, 1.0});
                there.terms.push_back({column, 1.0});
            }
            row.at_most = 0.0;
            MilpRow added{people, -std::numeric_limits<double>::infinity(), 0.0};
            const double largest = tables_.rbegin()->first;
            for (double left = wanting; left > 0.0; left -= largest) {
                const int column = new_column(0, 1, false);
                added.terms.push_back({column, -std::min(left, largest)});
                there.terms.push_back({column, -1.0});
            }
            program_.rows.push_back(std::move(row));
            program_.rows.push_back(std::move(added));
            program_.rows.push_back(std::move(there));
        }
        for (auto& [size, row] : all) {
            row.at_most = tables_[size];
            program_.rows.push_back(std::move(row));
        }
    }

    int new_column(int gain, int high, bool whole) {
        program_.columns.push_back({static_cast<double>(gain), 0.0, static_cast<double>(high), whole});
        return static_cast<int>(program_.columns.size()) - 1;
    }

    int rounds_;
    std::map<int, int> tables_;                              // by size: how many
    std::map<std::vector<std::pair<int, int>>, int> alike_;  // by wishes: how many people
    std::map<int, MilpRow> seats_;                           // by subject
    MilpProblem program_;
    std::int64_t best_wishes_ = 0;
};

}  // namespace

std::int64_t wish_points_bound(const std::vector<SeatingPerson>& people,
                               const std::vector<std::vector<int>>& table_sizes) {
    return WishModel(people, table_sizes).bound();
}

}  // namespace m150::inline v0
