// A question in; existing answers, who knows, and how sure that is, out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/match/explain.hpp"
#include "libm150/search/query.hpp"

namespace m150::inline v0 {

struct AskOptions {
    std::string text;  // the question, in the asker's own words. Or
    // a stored question, put again: its text, topics and vector count, and it is not among what is found. One
    // of the two.
    std::optional<Id<Question>> question;
    // Never recommended to itself; its own questions count as any other. Absent: who asked the stored
    // question.
    std::optional<Id<Municipality>> asked_by;
    // Answers, and municipalities, wanted: 1 to 1000. No more answers are found than
    // RankingOptions::candidates and nearest together (150), and nearest_given (50) where documents have
    // vectors.
    std::size_t limit = 10;
    // Narrowing: only pairs on one of these topics, of (asked or answered by) one of these networks or
    // provinces, in this period.
    std::vector<Id<Topic>> topics;
    std::vector<Id<Network>> networks;
    std::vector<std::string> provinces;
    std::optional<Date> from;
    std::optional<Date> to;
    // Topics that the question is known to be on, which narrows nothing; when there are none, they are judged
    // by what the question names and by what is found.
    std::vector<Id<Topic>> about;
    // Where the model that documents were given vectors by puts the question: as many finite numbers as that
    // has components. Empty: where the knowledge base's embedder puts it, if it has one.
    std::vector<float> embedding;
};

struct FoundAnswer {
    Question question;
    std::vector<Answer> answers;  // those the viewer may see; empty when nobody answered yet
    double score = 0.0;           // comparable across questions; sum of the reasons
    std::vector<Reason> reasons;
    Snippet snippet;  // of the question or the answer that shows most of what was asked: Snippet::of
};

struct Knower {
    Id<Municipality> municipality;
    double score = 0.0;       // 0..1, sum of the reasons; falls with how little there is to know anybody by
    double confidence = 0.0;  // 0..1 that it knows, if the question is of the field
    std::vector<Reason> reasons;
};

// What a coordinator should make of a confidence: VerdictOptions has the limits.
enum class Verdict {
    likely,    // an existing answer probably helps
    perhaps,   // one may
    somebody,  // probably not, but one of the municipalities named probably knows: pass the question on
    nobody     // probably nobody knows yet: put the question to the network
};
// `confidence` that an existing answer helps, `knows` that the surest of the municipalities named knows.
M150_EXPORT Verdict verdict_of(double confidence, double knows = 0.0,
                               const VerdictOptions& options = {}) noexcept;
// "er is waarschijnlijk al een antwoord": a sentence without capital and full stop.
M150_EXPORT std::string explain(Verdict verdict, TextLanguage language = TextLanguage::nl);

struct Reply {
    std::vector<FoundAnswer> answers;    // best first; ties by question id
    std::vector<Knower> municipalities;  // best first; ties by id; nobody who asked to be left alone (Pause)
    double confidence = 0.0;             // 0..1 that an existing answer helps; low = nobody knows yet
    Verdict verdict = Verdict::nobody;   // what to make of it
    Query understood;                    // what was made of the question
    // What the asker should know, with share 0: a merged municipality, nothing to search for, that everybody
    // asked not to be approached: then the verdict is on what they would know.
    std::vector<Reason> notices;
};

// Throws InvalidInput for an unknown question, or both it and a text, an empty text, one that is no UTF-8 or
// longer than max_text_bytes, a limit out of range, an unknown municipality, topic, network or province, and
// a period that ends before it starts.
M150_EXPORT Reply ask(const Snapshot& now, const AskOptions& options);

}  // namespace m150::inline v0
