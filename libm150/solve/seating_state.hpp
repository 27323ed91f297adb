// A seating that is being changed, and its cost at every moment. Internal to solve/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "libm150/solve/seating.hpp"

namespace m150::inline v0::seating {

inline std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// Who sits where, and nothing else: what is kept of the best.
struct Seats {
    std::vector<std::vector<int>> table_of;  // by round and person
    std::vector<std::vector<int>> subjects;  // by round and table
};

// What is to stay as it was.
struct Home {
    std::vector<std::vector<int>> table_of;  // by round and person; State::nowhere: she is new; gone: it is
                                             // no more
    std::vector<std::vector<int>> subjects;  // by round and table; State::nowhere: it had none, or is new
};

class State {
  public:
    static constexpr int nowhere = -1;
    static constexpr int gone = -2;

    State(const SeatingProblem& problem, const Seats& seats, const Home& home);

    std::int64_t cost() const { return cost_; }
    int tables(int round) const { return static_cast<int>(tables_[at(round)].size()); }
    int table_of(int round, int person) const { return seats_.table_of[at(round)][at(person)]; }
    int subject(int round, int table) const { return seats_.subjects[at(round)][at(table)]; }
    const std::vector<int>& people(int round, int table) const { return tables_[at(round)][at(table)]; }
    const Seats& seats() const { return seats_; }

    // Whether sizes would still differ by one at most.
    bool can_move(int round, int person, int table) const;
    void move(int round, int person, int table);
    // For two people at different tables.
    void swap(int round, int one, int other);
    std::int64_t cost_of_swap(int round, int one, int other) const;
    void set_subject(int round, int table, int subject);

    Seating result() const;

  private:
    void leave(int round, int person);
    void join(int round, int person, int table);
    std::int64_t cost_of_place(int round, int leaves, int comes) const;
    std::int64_t cost_of_subject(int person, int from, int to) const;
    void take_subject(int person, int subject);
    void drop_subject(int person, int subject);
    std::size_t pair(int one, int other) const { return at(one) * people_ + at(other); }
    std::size_t cell(int person, int subject) const {
        return at(person) * at(problem_.subjects) + at(subject);
    }
    bool counts_as_move(int round, int person, int table) const {
        const int home = home_.table_of[at(round)][at(person)];
        return home != nowhere && home != table;
    }

    bool is_changed(int round, int table) const {
        const int home = home_.subjects[at(round)][at(table)];
        return home != nowhere && home != subject(round, table);
    }

    const SeatingProblem& problem_;
    std::size_t people_;
    Seats seats_;
    Home home_;
    std::vector<std::vector<std::vector<int>>> tables_;  // by round and table: who sits there
    std::vector<std::vector<int>> place_;                // by round and person: her place in that list
    std::vector<std::vector<int>> knowers_;              // by round and table
    struct Pair {
        int meets = 0, cost = 0;
    };
    std::vector<Pair> pairs_;  // both ways round
    std::vector<int> points_;  // of a wish, by person and subject
    std::vector<int> had_;     // rounds in which she has the subject
    std::vector<char> knows_;
    std::int64_t wished_ = 0;  // points at most
    std::int64_t cost_ = 0;
};

}  // namespace m150::inline v0::seating
