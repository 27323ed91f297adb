// The committed records of one revision in memory: small ones whole, questions and answers without their
// texts. Internal to this floor.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "libm150/knowledge/layered.hpp"
#include "libm150/record/schema.hpp"
#include "libm150/store/store.hpp"

namespace m150::inline v0 {

struct PairHead {
    Id<Question> id;
    QuestionHead question;
    std::vector<AnswerHead> answers;  // ascending by date, then id
};

template <class Record>
using Table = std::shared_ptr<const std::vector<Record>>;  // ascending by id

// Immutable once made; shared by all snapshots of the revision.
struct Catalog {
    std::uint64_t revision = 0;
    // The newest day on which something was asked, answered, inventoried, published or connected, or it was
    // told what became of a question.
    Date latest;
    std::tuple<Table<Municipality>, Table<Network>, Table<Organisation>, Table<Topic>, Table<VocabularyEntry>,
               Table<InventoryResponse>, Table<NewsItem>, Table<Meeting>, Table<Speaker>, Table<Contact>,
               Table<WorkingGroup>, Table<Outcome>, Table<Pause>>
        tables;
    Layered<PairHead> pairs;

    template <class Record>
    const std::vector<Record>& table() const {
        return *std::get<Table<Record>>(tables);
    }
};

// The records that Catalog::latest is taken from, each with its type and day; in no order of days.
using VisitDated = std::function<void(std::string_view type, const std::string& id, Date day)>;
void for_each_dated(const Catalog& catalog, const VisitDated& visit);

// All of the store's records.
std::shared_ptr<const Catalog> read_catalog(const Store& store);

// What `before` became through `changes` (everything the store committed since). Reads only what changed.
std::shared_ptr<const Catalog> update_catalog(const Catalog& before, const Store& store,
                                              const std::vector<Change>& changes);

// The questions that the changes touch, themselves or through an answer, ascending. `before` knows where
// removed answers were. The second form looks at no record, for changes by the thousand.
std::vector<Id<Question>> touched_questions(const Catalog& before, const Store& store,
                                            const std::vector<Change>& changes);
std::vector<Id<Question>> touched_questions(const Catalog& before, const Catalog& after,
                                            const std::vector<Change>& changes);

}  // namespace m150::inline v0
