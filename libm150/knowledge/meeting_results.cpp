#include "libm150/knowledge/meeting_results.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/knowledge/recognise.hpp"
#include "libm150/knowledge/sheet.hpp"
#include "libm150/record/validate.hpp"
#include "libm150/search/fnv.hpp"
#include "libm150/store/load_record.hpp"
#include "libm150/store/load_transaction.hpp"

namespace m150::inline v0 {

namespace {

// The id of a record that is made from a row: the same row gives the same id, so that a list which is read
// twice is not taken twice.
std::string id_of(const Id<Meeting>& meeting, const char* kind, const std::string& content) {
    std::array<char, 17> hash{};
    std::snprintf(hash.data(), hash.size(), "%016llx", static_cast<unsigned long long>(fnv(content)));
    const std::string rest = std::string("-") + kind + "-" + hash.data();
    std::string start = meeting.str();
    if (start.size() + rest.size() > max_id_bytes) start = excerpt(start, max_id_bytes - rest.size() - 3);
    return start + rest;
}

// Yes or no as people write it; absent when it is neither.
std::optional<bool> yes_or_no(std::string_view text) {
    const std::string key = plain_key(text);
    for (const std::string_view yes : {"ja", "j", "yes", "y", "x", "1", "true", "aanwezig", "was er"}) {
        if (key == yes) return true;
    }
    for (const std::string_view no :
         {"nee", "n", "no", "0", "false", "afwezig", "afgemeld", "no show", "niet", "was er niet"}) {
        if (key == no) return false;
    }
    return std::nullopt;
}

bool read_outcome(std::string_view text, ContactOutcome& outcome) {
    using Said = std::pair<std::string_view, ContactOutcome>;
    constexpr ContactOutcome helpful = ContactOutcome::helpful, not_helpful = ContactOutcome::not_helpful,
                             declined = ContactOutcome::declined, unknown = ContactOutcome::unknown;
    const std::string key = plain_key(text);
    for (const auto& [said, means] :
         {Said{"", unknown}, Said{"unknown", unknown}, Said{"onbekend", unknown},
          Said{"afgesproken", unknown}, Said{"helpful", helpful}, Said{"geholpen", helpful},
          Said{"nuttig", helpful}, Said{"ja", helpful}, Said{"not helpful", not_helpful},
          Said{"niet geholpen", not_helpful}, Said{"niet nuttig", not_helpful}, Said{"nee", not_helpful},
          Said{"declined", declined}, Said{"afgewezen", declined}, Said{"geweigerd", declined},
          Said{"kon niet", declined}}) {
        if (key != said) continue;
        outcome = means;
        return true;
    }
    return false;
}

class Importer {
  public:
    Importer(Store& store, const Meeting& meeting, const MeetingFiles& files)
        : store_(store),
          files_(files),
          meeting_(meeting),
          context_(store, {{}, true, files.max_errors}),
          recognise_(store, meeting.date) {}

    MeetingImport run() {
        if (files_.registrations) registrations(*files_.registrations);
        if (files_.questions) questions(*files_.questions);
        if (files_.ratings) ratings(*files_.ratings);
        if (files_.contacts) contacts(*files_.contacts);
        context_.finish();
        result_.records = context_.report().records;
        result_.notices = context_.report().notices;
        return std::move(result_);
    }

  private:
    // The municipality of a cell, as it was on the day of the meeting.
    std::optional<Id<Municipality>> municipality(Sheet& sheet, std::size_t column) {
        Problem problem{"", "is empty", "the code or the name of a municipality", "fill it in"};
        std::optional<Id<Municipality>> id;
        if (!sheet.text(column).empty()) id = recognise_.municipality(sheet.text(column), problem);
        if (!id) {
            sheet.wrong(column, std::move(problem));
            return std::nullopt;
        }
        References::AsOf as_of = store_.connection().references().as_of(*id, meeting_.date);
        if (as_of.problem) {
            sheet.wrong(column, std::move(*as_of.problem));
            return std::nullopt;
        }
        if (!as_of.resolution) return id;
        context_.resolved(sheet.file(), sheet.place(column), *as_of.resolution);
        return as_of.resolution->to;
    }

    std::optional<std::vector<Id<Topic>>> topics(Sheet& sheet, std::size_t column) {
        Problem problem;
        auto topics = recognise_.topics(sheet.text(column), problem);
        if (!topics) sheet.wrong(column, std::move(problem));
        return topics;
    }

    // A number from `low` to `high`; a decimal comma is one.
    std::optional<double> number(Sheet& sheet, std::size_t column, double low, double high) {
        std::string text(sheet.text(column));
        std::replace(text.begin(), text.end(), ',', '.');
        double value = low - 1;
        try {
            from_text(text, value);
        } catch (const InvalidInput&) {
            value = low - 1;
        }
        if (value >= low && value <= high) return value;
        sheet.wrong(column, {"", "is '" + excerpt(sheet.text(column), 60) + "'",
                             "a number from " + to_text(low) + " to " + to_text(high), "correct it"});
        return std::nullopt;
    }
    std::optional<int> count(Sheet& sheet, std::size_t column) {
        if (sheet.text(column).empty()) return 1;
        const auto value = number(sheet, column, 1, 1000);
        if (!value) return std::nullopt;
        if (*value == static_cast<int>(*value)) return static_cast<int>(*value);
        sheet.wrong(column,
                    {"", "is '" + excerpt(sheet.text(column), 60) + "'", "a whole number", "correct it"});
        return std::nullopt;
    }

    Provenance source(const Sheet& sheet) const {
        return {"bijeenkomst " + meeting_.id.str() + ": " + sheet.file(), meeting_.provenance.synthetic};
    }

    // Writes the record, unless it is there already, just so.
    template <class Record>
    bool write(const std::string& file, Place place, Record record) {
        const std::optional<Record> before = store_.find(record.id);
        if (before && *before == record) {
            ++result_.passed_over;
            return false;
        }
        Draft<Record> draft;
        draft.record = std::move(record);
        draft.start = place;
        take(context_, file, draft);
        return true;
    }

    struct Listed {
        int rows = 0;
        int people = 0;
        std::vector<Id<Topic>> wishes;
        std::optional<bool> attended;  // one who came is enough
    };

    void registrations(const std::filesystem::path& path) {
        enum { gemeente, aantal, wensen, aanwezig };
        Sheet sheet(context_, path,
                    {{"gemeente", {"municipality", "gemeentenaam", "naam gemeente", "gemeentecode"}, true},
                     {"aantal", {"people", "aantal personen", "personen", "aantal deelnemers"}},
                     {"wensen", {"wishes", "wens", "onderwerpen", "topics"}},
                     {"aanwezig", {"attended", "opkomst", "aanwezigheid"}}});
        std::map<Id<Municipality>, Listed> listed;
        while (sheet.next()) {
            const auto who = municipality(sheet, gemeente);
            const auto people = count(sheet, aantal);
            const auto wishes = topics(sheet, wensen);
            const std::string_view said = sheet.text(aanwezig);
            const std::optional<bool> attended = said.empty() ? files_.attended : yes_or_no(said);
            if (!said.empty() && !attended)
                sheet.wrong(aanwezig, {"", "is '" + excerpt(said, 60) + "'", "ja or nee", "correct it"});
            if (!who || !people || !wishes) continue;
            Listed& one = listed[*who];
            ++one.rows;
            one.people += *people;
            for (const Id<Topic>& wish : *wishes) {
                if (std::find(one.wishes.begin(), one.wishes.end(), wish) == one.wishes.end())
                    one.wishes.push_back(wish);
            }
            if (attended) one.attended = *attended || one.attended == true;
        }
        if (context_.any_problem()) return;
        for (const auto& [who, one] : listed)
            register_(who, one, sheet.has(aantal));
        result_.registrations = static_cast<int>(listed.size());
        write(sheet.file(), {1, 1}, meeting_);
    }

    // What the list does not say of who was registered already stays as it was.
    void register_(const Id<Municipality>& who, const Listed& listed, bool counted) {
        auto& all = meeting_.registrations;
        auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Registration& one) { return one.municipality == who; });
        const bool fresh = found == all.end();
        if (fresh) found = all.insert(all.end(), Registration{who, 1, {}, {}});
        if (fresh || counted || listed.rows > 1) found->people = listed.people;
        if (!listed.wishes.empty()) found->wishes = listed.wishes;
        if (listed.attended) found->attended = listed.attended;
        result_.attended += listed.attended.value_or(false) ? 1 : 0;
    }

    struct Rated {
        double sum = 0.0;
        int voices = 0;
        Place place;
    };

    void ratings(const std::filesystem::path& path) {
        enum { spreker, agendapunt, cijfer, aantal };
        Sheet sheet(context_, path,
                    {{"spreker", {"speaker"}, true},
                     {"agendapunt", {"item", "punt", "onderwerp"}, true},
                     {"cijfer", {"rating", "waardering", "score"}, true},
                     {"aantal", {"people", "aantal stemmen", "stemmen"}}});
        std::map<std::pair<std::string, std::size_t>, Rated> rated;
        while (sheet.next()) {
            Problem problem;
            const auto who = recognise_.speaker(sheet.text(spreker), problem);
            if (!who) sheet.wrong(spreker, std::move(problem));
            const auto item = item_of(sheet, agendapunt);
            const auto mark = number(sheet, cijfer, 1, files_.highest_rating);
            const auto voices = count(sheet, aantal);
            if (!who || !item || !mark || !voices) continue;
            Rated& one = rated.try_emplace({who->str(), *item}, Rated{0.0, 0, sheet.place()}).first->second;
            // 1 stays 1, and the highest becomes 5.
            one.sum += *voices * (1.0 + (*mark - 1.0) * 4.0 / (files_.highest_rating - 1.0));
            one.voices += *voices;
        }
        if (context_.any_problem()) return;
        std::map<std::string, std::pair<Speaker, Place>> speakers;
        for (const auto& [key, one] : rated) {
            auto& [speaker, place] = speakers[key.first];
            if (speaker.id.empty()) {
                speaker = *store_.find(Id<Speaker>(key.first));
                place = one.place;
            }
            rate(speaker, meeting_.agenda[key.second], one.sum / one.voices);
            ++result_.ratings;
        }
        for (auto& [id, one] : speakers)
            write(sheet.file(), one.second, std::move(one.first));
    }

    std::optional<std::size_t> item_of(Sheet& sheet, std::size_t column) {
        const std::string key = plain_key(sheet.text(column));
        std::vector<std::string> known;
        for (std::size_t i = 0; i < meeting_.agenda.size(); ++i) {
            const AgendaItem& item = meeting_.agenda[i];
            if (sheet.text(column) == item.id || (!key.empty() && key == plain_key(item.title))) return i;
            known.push_back(item.id);
            known.push_back(item.title);
        }
        const std::string close = nearest(sheet.text(column), known);
        sheet.wrong(column,
                    {"", "'" + excerpt(sheet.text(column), 60) + "' is not on the agenda of the meeting",
                     "the id or the title of an item",
                     close.empty() ? "correct it, or add the agenda to the meeting first"
                                   : "did you mean '" + close + "'?"});
        return std::nullopt;
    }

    // The talk that the speaker gave at the meeting on the item: of that title, else the only one that shares
    // a topic with it; else it is added.
    void rate(Speaker& speaker, const AgendaItem& item, double rating) const {
        Talk* found = nullptr;
        int sharing = 0;
        for (Talk& talk : speaker.talks) {
            if (talk.meeting != meeting_.id) continue;
            if (talk.title == item.title) {
                talk.rating = rating;
                return;
            }
            const bool shares = std::any_of(talk.topics.begin(), talk.topics.end(), [&](const auto& topic) {
                return std::find(item.topics.begin(), item.topics.end(), topic) != item.topics.end();
            });
            if (!shares) continue;
            found = &talk;
            ++sharing;
        }
        if (sharing == 1) {
            found->rating = rating;
            return;
        }
        speaker.talks.push_back({meeting_.date, item.title, item.topics, meeting_.id, rating});
    }

    void contacts(const std::filesystem::path& path) {
        enum { van, naar, onderwerp, uitkomst };
        Sheet sheet(context_, path,
                    {{"van", {"from", "gemeente"}, true},
                     {"naar", {"to", "met"}, true},
                     {"onderwerp", {"topics", "topic", "onderwerpen", "over"}},
                     {"uitkomst", {"outcome", "resultaat"}}});
        std::map<std::string, std::string> given;  // id -> where first
        while (sheet.next()) {
            const auto from = municipality(sheet, van);
            const auto to = municipality(sheet, naar);
            const auto about = topics(sheet, onderwerp);
            Contact contact;
            if (!read_outcome(sheet.text(uitkomst), contact.outcome))
                sheet.wrong(uitkomst, {"", "is '" + excerpt(sheet.text(uitkomst), 60) + "'",
                                       "geholpen, niet geholpen, afgewezen or onbekend", "correct it"});
            if (!from || !to || !about) continue;
            std::string content = from->str() + "|" + to->str();
            for (const Id<Topic>& topic : *about)
                content += "|" + topic.str();
            contact.id = Id<Contact>(id_of(meeting_.id, "contact", content));
            contact.from = *from;
            contact.to = *to;
            contact.date = meeting_.date;
            contact.topics = *about;
            contact.provenance = source(sheet);
            if (!given_once(sheet, given, contact.id.str(), "the same contact")) continue;
            ++result_.contacts;
            write(sheet.file(), sheet.place(), std::move(contact));
        }
    }

    void questions(const std::filesystem::path& path) {
        enum { gemeente, vraag, onderwerp, titel };
        Sheet sheet(context_, path,
                    {{"gemeente", {"municipality", "van"}, true},
                     {"vraag", {"question", "text", "tekst"}, true},
                     {"onderwerp", {"topics", "topic", "onderwerpen"}},
                     {"titel", {"title"}}});
        std::map<std::string, std::string> given;
        while (sheet.next()) {
            const auto who = municipality(sheet, gemeente);
            const auto about = topics(sheet, onderwerp);
            const std::string text(sheet.text(vraag));
            if (text.empty()) sheet.wrong(vraag, {"", "is empty", "what was asked", "fill it in"});
            if (!who || !about || text.empty()) continue;
            Question question;
            question.id = Id<Question>(id_of(meeting_.id, "vraag", who->str() + "|" + text));
            question.asked_by = *who;
            question.date = meeting_.date;
            question.title = std::string(sheet.text(titel));
            question.text = text;
            question.topics = *about;
            question.audience = meeting_.audience;
            question.provenance = source(sheet);
            if (!given_once(sheet, given, question.id.str(), "the same question")) continue;
            ++result_.questions;
            write(sheet.file(), sheet.place(), std::move(question));
        }
    }

    bool given_once(Sheet& sheet, std::map<std::string, std::string>& given, const std::string& id,
                    const char* what) {
        const auto [before, fresh] = given.emplace(id, text_of(sheet.file(), sheet.place()));
        if (!fresh)
            sheet.wrong({"", std::string(what) + " is given twice; the first time at " + before->second,
                         "each once", "remove one of the two"});
        return fresh;
    }

    Store& store_;
    const MeetingFiles& files_;
    Meeting meeting_;
    LoadContext context_;
    Recogniser recognise_;
    MeetingImport result_;
};

Meeting meeting_or_error(const Store& store, const Id<Meeting>& id) {
    if (const std::optional<Meeting> meeting = store.find(id)) return *meeting;
    std::vector<std::string> ids;
    store.for_each<Meeting>([&](Meeting&& one) { ids.push_back(one.id.str()); });
    const std::string close = nearest(id.str(), ids);
    throw InvalidInput({"import_meeting, meeting", "there is no meeting '" + excerpt(id.str(), 60) + "'",
                        "the id of a meeting",
                        close.empty() ? "add the meeting first" : "did you mean '" + close + "'?"});
}

}  // namespace

MeetingImport import_meeting_results(Store& store, const Id<Meeting>& meeting, const MeetingFiles& files) {
    if (files.highest_rating < 2 || files.highest_rating > 100)
        throw InvalidInput({"import_meeting, highest_rating", "is " + std::to_string(files.highest_rating),
                            "2 to 100", "5, or 10 for school marks"});
    if (!files.registrations && !files.ratings && !files.contacts && !files.questions)
        throw InvalidInput({"import_meeting", "is given no file", "at least one CSV file", ""});
    LoadTransaction transaction(store);
    MeetingImport result = Importer(store, meeting_or_error(store, meeting), files).run();
    transaction.commit();
    return result;
}

}  // namespace m150::inline v0
