#include "libm150/match/ask.hpp"

#include <utility>

#include "libm150/match/asked.hpp"
#include "libm150/match/confidence.hpp"
#include "libm150/match/knowers.hpp"

namespace m150::inline v0 {

Reply ask(const Snapshot& now, const AskOptions& options) {
    Asked asked = look_up(now, options);
    Reply reply;
    reply.notices = std::move(asked.notices);
    if (!asked.understood.empty()) {
        reply.answers = found_answers(now, asked.ranked, options.limit);
        reply.confidence = confidence(asked.ranked, now.options().confidence);
        reply.municipalities = find_knowers(now, asked.question(), reply.confidence, options.limit);
        const double knows = reply.municipalities.empty() ? 0.0 : reply.municipalities.front().confidence;
        reply.verdict = verdict_of(reply.confidence, knows, now.options().verdict);
    }
    reply.understood = std::move(asked.understood);
    return reply;
}

}  // namespace m150::inline v0
