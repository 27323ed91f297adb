// The knowledge base as one viewer may see it on one day: what every question is put to.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/graph/expertise.hpp"
#include "libm150/knowledge/knowledge_base_options.hpp"
#include "libm150/record/schema.hpp"
#include "libm150/search/index.hpp"

namespace m150::inline v0 {

struct SnapshotOptions {
    // Whose eyes: this municipality's (when it has merged by that day, its successor's), or AVH's (which sees
    // everything) when absent.
    std::optional<Id<Municipality>> viewer;
    // What was known at the end of this day; absent: now. "Now" is the day of the newest question, answer,
    // inventory response, news item or contact: the library has no clock.
    std::optional<Date> as_of;
    // Ranks by these instead of the knowledge base's own, to try them out. What makes the index
    // (Parameter::makes_index) must be as the base has it.
    std::optional<KnowledgeBaseOptions> options;

    friend bool operator==(const SnapshotOptions&, const SnapshotOptions&) = default;
};

// A question with those of its answers that the viewer may see, ascending by date, then id.
struct Pair {
    Question question;
    std::vector<Answer> answers;
    friend bool operator==(const Pair&, const Pair&) = default;
};

// An answer without its text, as shown to a Visit; what it refers to lives as long as the snapshot.
struct AnswerFact {
    const Id<Answer>& id;
    const std::optional<Id<Municipality>>& by;
    const std::optional<Id<Organisation>>& by_organisation;
    Date date;
    bool accepted = false;
    AnswerStatus status = AnswerStatus::current;
};

// What a municipality answered, on whatever topic, with what those that merged into it had answered: of the
// answers that the viewer may see and that still hold.
struct Activity {
    std::uint64_t answers = 0;
    // The same, each of those that merged for ExpertiseOptions::inherited; and besides halved for every
    // KnowerOptions::active_half_life_days of its age.
    double weight = 0.0;
    double recent = 0.0;
    Date first;  // of meaning when there are answers
    Date last;
    double days = 0.0;            // from the first to the last, those not between its own for `inherited`
    std::uint64_t inherited = 0;  // of the answers, those of municipalities that merged into it:
    std::vector<Id<Municipality>> predecessors;  // which, ascending
};

// Immutable and cheap to copy; may be used from any number of threads. Stays valid, and says the same,
// whatever is committed later and after the KnowledgeBase is gone.
class M150_EXPORT Snapshot {
  public:
    std::uint64_t revision() const noexcept;
    Date today() const noexcept;
    // Whose eyes these are: the municipality that exists today(), whatever code was given.
    const std::optional<Id<Municipality>>& viewer() const noexcept;

    // The visible records of a type in ascending order of id; pointers stay valid as long as a copy of this
    // snapshot lives. For every type but Question and Answer, which are too many to hold: see pair() and
    // for_each_question().
    template <class Record>
    const std::vector<const Record*>& all() const;
    template <class Record>
    const Record* find(const Id<Record>& id) const;  // nullptr: unknown, or not for the viewer's eyes

    // Throws StoreError when the index is not of these records (KnowledgeBase::check() says where).
    std::optional<Pair> pair(const Id<Question>& id) const;
    // Of the question that the hit belongs to; from its payload when it has one.
    std::optional<Pair> pair(const Hit& hit) const;
    std::uint64_t questions() const;  // how many are visible
    // Every visible question and its visible answers without their texts, ascending by id.
    using Visit = std::function<void(
        const Id<Question>& question, const std::optional<Id<Municipality>>& asked_by, Date date,
        const std::vector<Id<Topic>>& topics, const std::vector<AnswerFact>& answers)>;
    void for_each_question(const Visit& visit) const;
    // The same for one question; false when it is not visible.
    bool visit_question(const Id<Question>& id, const Visit& visit) const;

    // The municipality that `id` stands for on today(): itself, or its successor (then a sentence is added to
    // `notices`). Throws InvalidInput when it is unknown or does not exist on that day.
    Id<Municipality> resolve(const Id<Municipality>& id, std::vector<std::string>& notices) const;
    bool is_member(const Id<Municipality>& municipality, const Id<Network>& network) const;  // today
    // Whether the municipality (by its number) asked not to be recommended today: on anything, or on one of
    // `topics` (by number). Holds for every viewer.
    bool is_paused(int municipality, const std::vector<int>& topics = {}) const;
    // Whether another municipality may see a record that this snapshot shows, too, today: what is written to
    // both may name it. For every type of all(), questions, and answers with the question they belong to.
    // False for a municipality that is unknown or has no successor.
    template <class Record>
    bool seen_by(const Id<Municipality>& viewer, const Record& record) const;
    bool seen_by(const Id<Municipality>& viewer, const Question& question) const;
    bool seen_by(const Id<Municipality>& viewer, const Question& question, const Answer& answer) const;

    // How it finds and ranks; `expertise.today` is today().
    const KnowledgeBaseOptions& options() const noexcept;

    // What a question looks for: its words, misspelt ones as they were probably meant, what abbreviations
    // stand for and other words for them, with what was made of each. Knows only words that the viewer may
    // see.
    Query understand(std::string_view text) const;

    // What the matchers work on.
    SearchResult search(const SearchRequest& request) const;  // over what the viewer may see, and no more
    // Gives hits of search(request) their payload and term shares.
    void explain(const SearchRequest& request, std::vector<Hit>& hits) const;
    // The same over the visible speakers: profile, role and the titles of the talks they have given by today.
    // Every hit is explained; its key is the speaker's id.
    SearchResult search_speakers(const Query& query) const;
    // Whose vectors documents were given; no name: nobody's.
    const EmbeddingModel& embedding_model() const noexcept;
    // Where the knowledge base's embedder puts a text; empty without one. Throws what the embedder throws.
    Embedding embed(std::string_view text) const;
    // The vector that a question was given, with its answers; empty: none, or the question is not visible.
    Embedding embedding_of(const Id<Question>& id) const;
    const Analyzer& analyzer() const noexcept;
    const Thesaurus& thesaurus() const;
    const ExpertiseGraph& graph() const;               // of visible evidence only; built at the first call
    const Activity& activity(int municipality) const;  // by its number; gathered at the first call
    // The ten municipalities most like it (by inhabitants, urbanity and province), as numbers, the most alike
    // first, ties by number; none when neither its inhabitants nor its urbanity are known. Found at the first
    // call.
    const std::vector<int>& most_alike(int municipality) const;
    // Whether a visible record up to today() tells of the municipality (by number), or of one that merged
    // into it: that it asked, answered, needs, offers, came, spoke, had a contact, declined or tried to help;
    // on the topic (by number), or on anything. That others wish to pass it something tells nothing of it.
    // Gathered at the first call.
    bool is_heard_of(int municipality) const;
    bool is_heard_of(int municipality, int topic) const;
    int number_of(const Id<Municipality>& id) const;  // its number in graph(), or -1
    int number_of(const Id<Topic>& id) const;
    const Municipality& municipality(int number) const;
    const Topic& topic(int number) const;

    struct State;

  private:
    friend class KnowledgeBase;
    explicit Snapshot(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

}  // namespace m150::inline v0
