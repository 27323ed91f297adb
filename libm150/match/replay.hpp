// The past asked again: what was known by a day is put the questions that came next. Internal to this floor.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "libm150/knowledge/knowledge_base.hpp"
#include "libm150/match/fit_knowers.hpp"
#include "libm150/solve/conditional_logit.hpp"

namespace m150::inline v0 {

class Replay {
  public:
    // Refers to `base`.
    Replay(const KnowledgeBase& base, const FitKnowersOptions& options);

    // Questions that choices() asks.
    std::size_t length() const noexcept { return asked_.size(); }

    // What those who answered chose among, as it is seen with these options: an occasion for each question
    // that somebody answered who could have been named. `tell` is called after each question; what it throws
    // ends the work.
    Choices choices(const KnowledgeBaseOptions& by, const std::function<void()>& tell) const;

  private:
    // A question and who else than its asker answered it.
    struct Lesson {
        Id<Question> id;
        Date date;
        std::vector<Id<Municipality>> answered_by;
        Date known_by;  // what was known by then is asked
    };

    static std::vector<Lesson> lessons_of(const Snapshot& now);
    static void learn(const Snapshot& now, const Snapshot& then, const Lesson& lesson, Choices& choices);

    const KnowledgeBase& base_;
    std::vector<Lesson> asked_;  // by known_by, then in the order in which they were asked
};

}  // namespace m150::inline v0
