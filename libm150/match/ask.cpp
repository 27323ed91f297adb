#include "libm150/match/ask.hpp"

#include <utility>

#include "libm150/match/asked.hpp"
#include "libm150/match/confidence.hpp"
#include "libm150/match/knowers.hpp"

namespace m150::inline v0 {

Reply ask(const Snapshot& now, const AskOptions& options) {
    Asked asked = look_up(now, options);
    Reply reply;
    if (!asked.understood.empty()) {
        reply.answers = found_answers(now, asked.ranked, options.limit);
        reply.confidence = confidence(asked.ranked, now.options().confidence);
        const KnowerRanking ranking(now, asked.question(), reply.confidence);
        reply.municipalities = ranking.first(options.limit);
        reply.verdict = judge(now, asked, reply.confidence, ranking, options.limit);
    }
    reply.notices = std::move(asked.notices);
    reply.understood = std::move(asked.understood);
    return reply;
}

}  // namespace m150::inline v0
