#include "libm150/knowledge/meeting_results.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/knowledge/contact_data.hpp"
#include "libm150/knowledge/meeting_cells.hpp"
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

class Importer {
  public:
    Importer(Store& store, const Meeting& meeting, const MeetingFiles& files)
        : store_(store),
          files_(files),
          meeting_(meeting),
          context_(store, {{}, true, files.max_errors}),
          cells_(store, meeting_, context_) {}

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
    // Not the name of the file, which can be somebody's.
    Provenance source(const char* list) const {
        return {"bijeenkomst " + meeting_.id.str() + ": " + list, meeting_.provenance.synthetic};
    }

    // What was edited since the list was read, stays as it was edited.
    void pass_over(const Sheet& sheet, bool same, const char* what) {
        ++result_.passed_over;
        if (same) return;
        context_.report().notices.push_back(
            text_of(sheet.file(), sheet.place()) + ": " + what +
            " is there already, and no more as the list has it: left as it is");
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
        bool counted = false;  // in a row at least
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
            const auto who = cells_.municipality(sheet, gemeente);
            const auto people = cells_.count(sheet, aantal);
            const auto wishes = cells_.topics(sheet, wensen);
            std::optional<bool> attended;
            const bool said = cells_.yes_or_no(sheet, aanwezig, files_.attended, attended);
            if (!who || !people || !wishes || !said) continue;
            Listed& one = listed[*who];
            ++one.rows;
            one.people += *people;
            one.counted = one.counted || !sheet.text(aantal).empty();
            for (const Id<Topic>& wish : *wishes) {
                if (std::find(one.wishes.begin(), one.wishes.end(), wish) == one.wishes.end())
                    one.wishes.push_back(wish);
            }
            if (attended) one.attended = *attended || one.attended == true;
        }
        if (context_.any_problem()) return;
        for (const auto& [who, one] : listed)
            register_(who, one);
        result_.registrations = static_cast<int>(listed.size());
        write(sheet.file(), {1, 1}, meeting_);
    }

    // What the list does not say of who was registered already stays as it was.
    void register_(const Id<Municipality>& who, const Listed& listed) {
        auto& all = meeting_.registrations;
        auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Registration& one) { return one.municipality == who; });
        const bool fresh = found == all.end();
        if (fresh) found = all.insert(all.end(), Registration{who, 1, {}, {}});
        if (fresh || listed.counted || listed.rows > 1) found->people = listed.people;
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
            const auto who = cells_.speaker(sheet, spreker);
            const auto item = cells_.item(sheet, agendapunt);
            const auto mark = cells_.number(sheet, cijfer, 1, files_.highest_rating);
            const auto voices = cells_.count(sheet, aantal);
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
                speaker = speaker_of(Id<Speaker>(key.first));
                place = one.place;
            }
            rate(speaker, meeting_.agenda[key.second], one.sum / one.voices);
            ++result_.ratings;
        }
        for (auto& [id, one] : speakers)
            write(sheet.file(), one.second, std::move(one.first));
    }

    // One on record; else the municipality of that code, which was asked to speak: it becomes a speaker of
    // its own, so that its talks are evidence for it and it rests like others.
    Speaker speaker_of(const Id<Speaker>& id) const {
        if (const std::optional<Speaker> known = store_.find(id)) return *known;
        const Municipality municipality = *store_.find(Id<Municipality>(id.str()));
        Speaker speaker;
        speaker.id = id;
        speaker.role = "gemeente " + municipality.name;
        speaker.municipality = municipality.id;
        speaker.provenance = source("cijfers");
        return speaker;
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
            const auto from = cells_.municipality(sheet, van);
            const auto to = cells_.municipality(sheet, naar);
            const auto about = cells_.topics(sheet, onderwerp);
            const auto outcome = cells_.outcome(sheet, uitkomst);
            if (!from || !to || !about || !outcome) continue;
            std::string content = from->str() + "|" + to->str();
            for (const Id<Topic>& topic : *about)
                content += "|" + topic.str();
            Contact contact;
            contact.id = Id<Contact>(id_of(meeting_.id, "contact", content));
            contact.outcome = *outcome;
            contact.from = *from;
            contact.to = *to;
            contact.date = meeting_.date;
            contact.topics = *about;
            contact.provenance = source("contacten");
            if (!given_once(sheet, given, contact.id.str(), "the same contact")) continue;
            ++result_.contacts;
            if (std::optional<Contact> before = store_.find(contact.id)) {
                const bool known = contact.outcome != ContactOutcome::unknown;
                if (!known || before->outcome != ContactOutcome::unknown) {
                    pass_over(sheet, !known || before->outcome == contact.outcome, "the contact");
                    continue;
                }
                before->outcome = contact.outcome;  // how it went has become known
                contact = *std::move(before);
            }
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
            const auto who = cells_.municipality(sheet, gemeente);
            const auto about = cells_.topics(sheet, onderwerp);
            const std::string text = told(sheet, vraag);
            if (text.empty()) sheet.wrong(vraag, {"", "is empty", "what was asked", "fill it in"});
            if (!who || !about || text.empty()) continue;
            Question question;
            question.id = Id<Question>(id_of(meeting_.id, "vraag", who->str() + "|" + text));
            question.asked_by = *who;
            question.date = meeting_.date;
            question.title = told(sheet, titel);
            question.text = text;
            question.topics = *about;
            question.audience = meeting_.audience;
            question.provenance = source("vragen");
            if (!given_once(sheet, given, question.id.str(), "the same question")) continue;
            ++result_.questions;
            if (const std::optional<Question> before = store_.find(question.id)) {
                const bool same = before->title == question.title && before->topics == question.topics;
                pass_over(sheet, same, "the question");
                continue;
            }
            write(sheet.file(), sheet.place(), std::move(question));
        }
    }

    std::string told(const Sheet& sheet, std::size_t column) {
        std::string text = without_contact_data(sheet.text(column));
        if (text != sheet.text(column))
            context_.report().notices.push_back(text_of(sheet.file(), sheet.place(column)) +
                                                ": an e-mail address or a telephone number was left out");
        return text;
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
    MeetingCells cells_;
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
