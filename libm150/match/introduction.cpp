#include "libm150/match/introduction.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/match/shared_evidence.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t longest_sender = 200;  // bytes
constexpr double alike_sizes = 1.5;          // the one at most so many times the other

// {learner}, {guide}, {who}, {whom}, {topics}, {topic}, {date}, {title}, {network} and {region} are filled
// in.
struct Phrases {
    std::string_view subject, subject_on, greeting, opening, learner_needs, other_way, no_topics;
    std::string_view answered, answered_untitled, offers, presented, presented_untitled, chairs_or_takes_part;
    std::string_view neighbours, neighbours_alike, same_region, same_region_alike, alike, across;
    std::string_view open_question, first_question, first_question_untopical, closing, regards;
    std::string_view and_word, now;
    std::string_view foreign_term, foreign_terms;  // after labels in the other language, which is the base's
    std::array<std::string_view, 12> months;
};

constexpr Phrases dutch{
    "Kennismaking: {learner} en {guide}",
    "Kennismaking: {learner} en {guide} over {topics}",
    "Beste collega's van {learner} en {guide},",
    "Graag brengen we jullie met elkaar in contact.",
    "{learner} wil hier meer over weten, en {guide} heeft er ervaring mee:",
    "Andersom kan {learner} {guide} verder helpen:",
    "We denken dat {learner} van {guide} kan leren. Waarover het gaat, lichten we graag zelf toe.",
    "{who} beantwoordde op {date} de vraag “{title}”.",
    "{who} beantwoordde op {date} een vraag hierover.",
    "{who} gaf in de inventarisatie van {date} aan hier ervaring mee te hebben.",
    "{who} vertelde er op {date} over: “{title}”.",
    "{who} vertelde er op {date} over.",
    "{who} doet ervaring op in de werkgroep “{title}”.",
    "Jullie zijn buren, dus langsgaan is zo gedaan.",
    "Jullie zijn buren, dus langsgaan is zo gedaan, en jullie gemeenten lijken op elkaar in grootte en "
    "stedelijkheid.",
    "Jullie liggen in dezelfde veiligheidsregio ({region}).",
    "Jullie liggen in dezelfde veiligheidsregio ({region}), en jullie gemeenten lijken op elkaar in grootte "
    "en stedelijkheid.",
    "Jullie gemeenten lijken op elkaar in grootte en stedelijkheid.",
    "Binnen {network} vonden we hier nog niemand voor; daarom vragen we graag {guide}, van buiten het "
    "netwerk.",
    "Om mee te beginnen: {who} stelde op {date} de vraag “{title}”, en daar is nog geen antwoord op.",
    "Een goede eerste vraag is: wat werkt in {guide} op het gebied van {topic}, en wat zou {guide} achteraf "
    "anders "
    "doen?",
    "Een goede eerste vraag is: waar lopen jullie nu tegenaan in de handhaving, en wat werkt er al?",
    "Willen jullie samen een moment afspreken? Een half uur bellen is vaak genoeg om verder te komen. We "
    "horen graag "
    "wat het heeft opgeleverd, dan hebben anderen er ook iets aan.",
    "Met vriendelijke groet,",
    " en ",
    "nu",
    " (Engelse term)",
    " (Engelse termen)",
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
     "november", "december"}};

constexpr Phrases english{
    "Introduction: {learner} and {guide}",
    "Introduction: {learner} and {guide} on {topics}",
    "Dear colleagues of {learner} and {guide},",
    "We would like to bring you into contact with each other.",
    "{learner} would like to know more about this, and {guide} has experience with it:",
    "The other way round, {learner} can help {guide} with:",
    "We think that {learner} can learn from {guide}. We will gladly explain on what ourselves.",
    "{who} answered the question “{title}” on {date}.",
    "{who} answered a question about it on {date}.",
    "{who} said in the inventory of {date} that it has experience with it.",
    "{who} spoke about it on {date}: “{title}”.",
    "{who} spoke about it on {date}.",
    "{who} gains experience in the working group “{title}”.",
    "You are neighbours, so a visit is easily made.",
    "You are neighbours, so a visit is easily made, and your municipalities are alike in size and urbanity.",
    "You are in the same safety region ({region}).",
    "You are in the same safety region ({region}), and your municipalities are alike in size and urbanity.",
    "Your municipalities are alike in size and urbanity.",
    "Within {network} we found nobody for this yet, so we gladly ask {guide}, from outside the network.",
    "To begin with: {who} asked the question “{title}” on {date}, and it has no answer yet.",
    "A good first question: what works in {guide} when it comes to {topic}, and what would {guide} do "
    "otherwise in "
    "hindsight?",
    "A good first question: what do you run into in enforcement, and what works already?",
    "Would you make an appointment together? Half an hour on the telephone is often enough to get on. We "
    "would like "
    "to hear what came of it, so that others can use it, too.",
    "Kind regards,",
    " and ",
    "now",
    " (Dutch term)",
    " (Dutch terms)",
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
     "November", "December"}};

using Values = std::vector<std::pair<std::string_view, std::string>>;

std::string filled(std::string_view pattern, const Values& values) {
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = pattern.find('}', open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        for (const auto& [key, value] : values) {
            if (key == name) text += value;
        }
        pattern.remove_prefix(close + 1);
    }
    return text;
}

// A label within a sentence: without the capital it begins with, unless that belongs to it, as in an
// abbreviation (VNG) or the name of an act (Wet Bibob).
std::string within_sentence(std::string label) {
    const auto capital = [&](std::size_t i) {
        return i < label.size() && label[i] >= 'A' && label[i] <= 'Z';
    };
    const bool digit = label.size() > 1 && label[1] >= '0' && label[1] <= '9';
    if (capital(0) && !capital(1) && !digit && !label.starts_with("Wet "))
        label[0] = static_cast<char>(label[0] - 'A' + 'a');
    return label;
}

class Letter {
  public:
    Letter(const Snapshot& now, const Connection& connection, const IntroductionOptions& options)
        : now_(now),
          connection_(connection),
          options_(options),
          say_(options.language == TextLanguage::nl ? dutch : english),
          foreign_(now.options().index.analysis.language !=
                   (options.language == TextLanguage::nl ? Language::dutch : Language::english)),
          learner_(*now.find(connection.learner)),
          guide_(*now.find(connection.guide)),
          evidence_(now, learner_.id, guide_.id) {}

    Introduction write() {
        const std::string needed = topic_lines(guide_, learner_, connection_.topics, result_.topics);
        for (const Id<Topic>& topic : connection_.topics) {
            if (std::find(result_.topics.begin(), result_.topics.end(), topic) == result_.topics.end())
                result_.withheld.push_back(topic);
        }
        const std::string back = topic_lines(learner_, guide_, mutual_topics(), result_.given_back);
        result_.subject = said(result_.topics.empty() ? say_.subject : say_.subject_on,
                               {{"topics", listed(result_.topics)}});
        add(said(say_.greeting));
        add(said(say_.opening) + (result_.topics.empty() ? " " + said(say_.no_topics) : ""));
        if (!needed.empty()) add(said(say_.learner_needs) + needed);
        if (!back.empty()) add(said(say_.other_way) + back);
        add(in_common());
        add(first_question());
        add(said(say_.closing));
        add(said(say_.regards) + "\n" + options_.sender);
        result_.text += "\n";
        return std::move(result_);
    }

  private:
    void add(const std::string& paragraph) {
        if (!paragraph.empty()) result_.text += (result_.text.empty() ? "" : "\n\n") + paragraph;
    }

    std::string said(std::string_view pattern, Values values = {}) const {
        values.emplace_back("learner", learner_.name);
        values.emplace_back("guide", guide_.name);
        return filled(pattern, values);
    }

    std::string day(Date date) const {
        return std::to_string(date.day()) + " " +
               std::string(say_.months[static_cast<std::size_t>(date.month() - 1)]) + " " +
               std::to_string(date.year());
    }

    std::string label(const Id<Topic>& id) const { return now_.find(id)->preferred_label; }

    // Labels are in the language of the base: quoted in a letter in another one.
    std::string quoted(const std::string& label) const { return foreign_ ? "“" + label + "”" : label; }

    // "a, b en c"; with commas alone when a label has that word in it.
    std::string listed(const std::vector<Id<Topic>>& topics) const {
        std::vector<std::string> labels;
        for (const Id<Topic>& topic : topics)
            labels.push_back(quoted(within_sentence(label(topic))));
        const bool plain = std::none_of(labels.begin(), labels.end(), [&](const std::string& one) {
            return one.find(say_.and_word) != std::string::npos;
        });
        std::string text;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (i > 0) text += i + 1 == labels.size() && plain ? std::string(say_.and_word) : ", ";
            text += labels[i];
        }
        if (foreign_) text += topics.size() == 1 ? say_.foreign_term : say_.foreign_terms;
        return text;
    }

    // "Uden (nu Maashorst)" when it was that municipality, merged since, that did it.
    std::string named(const Municipality& who, const SharedPiece& piece) const {
        if (piece.predecessor.empty()) return who.name;
        const Municipality* once = now_.find(Id<Municipality>(piece.predecessor));
        const bool seen =
            once != nullptr && now_.seen_by(learner_.id, *once) && now_.seen_by(guide_.id, *once);
        return seen ? once->name + " (" + std::string(say_.now) + " " + who.name + ")" : who.name;
    }

    std::string sentence(const Municipality& who, const SharedPiece& piece) const {
        const Values values{{"who", named(who, piece)}, {"date", day(piece.date)}, {"title", piece.title}};
        switch (piece.kind) {
            case EvidenceKind::offers:
                return said(say_.offers, values);
            case EvidenceKind::presented:
                return said(piece.title.empty() ? say_.presented_untitled : say_.presented, values);
            case EvidenceKind::working_group:
                return said(say_.chairs_or_takes_part, values);
            default:
                return said(piece.title.empty() ? say_.answered_untitled : say_.answered, values);
        }
    }

    // A line for each of the topics of which both may see that the one needs it and the other knows it.
    std::string topic_lines(const Municipality& knower, const Municipality& asker,
                            const std::vector<Id<Topic>>& topics, std::vector<Id<Topic>>& named) const {
        std::string lines;
        for (const Id<Topic>& id : topics) {
            const Topic* topic = now_.find(id);
            const bool seen =
                topic != nullptr && now_.seen_by(knower.id, *topic) && now_.seen_by(asker.id, *topic);
            if (!seen || !evidence_.needs(asker.id, id)) continue;
            const std::optional<SharedPiece> piece = evidence_.knows(knower.id, id);
            if (!piece) continue;
            lines += "\n- " + quoted(topic->preferred_label) +
                     std::string(foreign_ ? say_.foreign_term : "") + ": " + sentence(knower, *piece);
            named.push_back(id);
        }
        return lines;
    }

    std::vector<Id<Topic>> mutual_topics() const {
        std::vector<Id<Topic>> topics;
        for (const Reason& reason : connection_.reasons) {
            if (reason.code != "mutual") continue;
            for (const Reason& part : reason.parts) {
                if (part.code == "topic-match") topics.emplace_back(std::string(part.value("topic")));
            }
        }
        return topics;
    }

    std::string in_common() const {
        std::string text;
        const auto say = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
        for (const Reason& reason : connection_.reasons) {
            if (reason.code == "across" && !result_.topics.empty())
                say(said(say_.across, {{"network", std::string(reason.value("network"))}}));
        }
        if (!now_.seen_by(learner_.id, guide_) || !now_.seen_by(guide_.id, learner_)) return text;
        const auto borders = [](const Municipality& x, const Municipality& y) {
            return std::find(x.neighbours.begin(), x.neighbours.end(), y.id) != x.neighbours.end();
        };
        if (borders(learner_, guide_) || borders(guide_, learner_)) {
            say(said(alike() ? say_.neighbours_alike : say_.neighbours));
        } else if (!learner_.safety_region.empty() && learner_.safety_region == guide_.safety_region) {
            say(said(alike() ? say_.same_region_alike : say_.same_region,
                     {{"region", learner_.safety_region}}));
        } else if (alike()) {
            say(said(say_.alike));
        }
        return text;
    }

    bool alike() const {
        const int year = now_.today().year();
        const auto one = inhabitants_in(learner_, year);
        const auto other = inhabitants_in(guide_, year);
        if (!one || !other || !learner_.urbanity || !guide_.urbanity) return false;
        const auto [small, large] = std::minmax(*one, *other);
        return static_cast<double>(large) <= alike_sizes * static_cast<double>(small) &&
               std::abs(*learner_.urbanity - *guide_.urbanity) <= 1;
    }

    std::string first_question() {
        if (result_.topics.empty()) return said(say_.first_question_untopical);
        if (const std::optional<SharedPiece> asked = evidence_.open_question(learner_.id, result_.topics)) {
            result_.question = asked->question;
            return said(say_.open_question,
                        {{"who", learner_.name}, {"date", day(asked->date)}, {"title", asked->title}});
        }
        return said(say_.first_question, {{"topic", quoted(within_sentence(label(result_.topics.front())))}});
    }

    const Snapshot& now_;
    const Connection& connection_;
    const IntroductionOptions& options_;
    const Phrases& say_;
    const bool foreign_;
    const Municipality& learner_;
    const Municipality& guide_;
    const SharedEvidence evidence_;
    Introduction result_;
};

}  // namespace

Introduction introduction(const Snapshot& now, const Connection& connection,
                          const IntroductionOptions& options) {
    Inputs inputs(now, "introduction");
    inputs.require(!trim(options.sender).empty() && options.sender.size() <= longest_sender &&
                       invalid_utf8(options.sender) == std::string_view::npos,
                   "sender", "is empty, too long or no text",
                   "a name of 1 to " + std::to_string(longest_sender) + " bytes of UTF-8");
    inputs.throw_if_any();
    std::vector<Reason> merged;
    Connection today = connection;
    today.learner = resolve_saying(now, connection.learner, merged);
    today.guide = resolve_saying(now, connection.guide, merged);
    inputs.require(today.learner != today.guide, "connection", "connects a municipality with itself",
                   "two municipalities");
    inputs.throw_if_any();
    return Letter(now, today, options).write();
}

}  // namespace m150::inline v0
