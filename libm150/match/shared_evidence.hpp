// What may be told to two municipalities about each other. Internal to this floor.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

// One thing that a municipality did or said, in a record that both may see.
struct SharedPiece {
    EvidenceKind kind = EvidenceKind::answered;
    Date date;
    std::string title;                     // of the question, the talk or the working group; may be empty
    std::optional<Id<Question>> question;  // asked: which
    std::string predecessor = {};          // id of who did it, when that has merged into it; else empty
};

class SharedEvidence {
  public:
    // Of two municipalities that exist today. Looks at every question once.
    SharedEvidence(const Snapshot& now, const Id<Municipality>& one, const Id<Municipality>& other);

    // What shows best that `who` (one of the two) knows about the topic, or about a related one; none:
    // nothing that both may see.
    std::optional<SharedPiece> knows(const Id<Municipality>& who, const Id<Topic>& topic) const;
    // Whether something that both may see shows that `who` needs it.
    bool needs(const Id<Municipality>& who, const Id<Topic>& topic) const;
    // The newest question of `who` on one of the topics without an answer that still holds, and of which no
    // outcome says that it was helped.
    std::optional<SharedPiece> open_question(const Id<Municipality>& who,
                                             const std::vector<Id<Topic>>& topics) const;

  private:
    struct Asked {
        Id<Question> id;
        Id<Municipality> by;
        Date date;
        std::vector<Id<Topic>> topics;
    };

    template <class Record>
    bool both_see(const Record& record) const {
        return now_.seen_by(one_, record) && now_.seen_by(other_, record);
    }
    std::optional<SharedPiece> shared(const Reason& part) const;
    std::optional<SharedPiece> answer(const std::string& id) const;

    const Snapshot now_;
    Id<Municipality> one_, other_;
    std::map<std::string, Id<Question>> question_of_;  // answers by the two
    std::vector<Asked> open_;                          // by the two, newest first
};

}  // namespace m150::inline v0
