// A letter that brings two municipalities into contact.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/match/connect.hpp"
#include "libm150/match/explain.hpp"

namespace m150::inline v0 {

struct IntroductionOptions {
    TextLanguage language = TextLanguage::nl;
    std::string sender = "AVH";  // under the letter; not empty, at most 200 bytes
};

struct Introduction {
    std::string subject;                   // one line
    std::string text;                      // to send as it is
    std::vector<Id<Topic>> topics;         // that the letter names for the learner, most useful first
    std::vector<Id<Topic>> given_back;     // that it names the other way round
    std::vector<Id<Topic>> withheld;       // of the connection's, not named: the two may not both see why
    std::optional<Id<Question>> question;  // that it proposes to start with; absent: one from a template
};

// The letter to both municipalities of a connection: why the two, on what, and a first question. It names a
// topic only when both may see a record that shows the need, and one that shows the knowledge (or experience
// with a related topic); and only records that both may see. The first question is the learner's newest one
// on a topic that is named, without a current answer and not helped otherwise, as far as outcomes tell.
// Labels of topics have one language, the base's: a letter in the other one quotes them, and says so.
//
// Throws InvalidInput for municipalities that are unknown or the same, and a sender that is empty or too
// long.
M150_EXPORT Introduction introduction(const Snapshot& now, const Connection& connection,
                                      const IntroductionOptions& options = {});

}  // namespace m150::inline v0
