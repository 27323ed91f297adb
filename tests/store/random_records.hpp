// Records with random contents of every kind that validate() lets pass, for laws that must hold for any.
#pragma once

#include <iterator>
#include <random>
#include <set>
#include <string>
#include <tuple>

#include "libm150/record/validate.hpp"
#include "libm150/store/json_record.hpp"
#include "tests/store/help.hpp"

namespace m150::test {

class RandomRecords {
  public:
    explicit RandomRecords(unsigned seed) : random_(seed) {}

    // A knowledge base with `each` records of every type, which refer to each other.
    void fill(Store& store, int each) {
        store.begin();
        for_each_record_type([&]<class Record>() {
            for (int i = 0; i < each; ++i) {
                const Record made = make<Record>();
                store.insert(made);
                std::get<std::vector<Id<Record>>>(ids_).push_back(made.id);
            }
        });
        store.commit();
    }

    template <class Record>
    Record make() {
        Record record;
        for_each_field<Record>(
            [&](const auto& field) { fill_value(field.name, field.need, record.*field.member); });
        record.id = fresh_id(record);
        mend(record);
        return record;
    }

  private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    std::string text(bool one_line) {
        static const std::string pieces[] = {"boa",
                                             "vraag",
                                             " ",
                                             "\"",
                                             "'",
                                             ",",
                                             ";",
                                             "|",
                                             "\\",
                                             "\xC3\xA9",
                                             "\xF0\x9F\x93\xB9",
                                             "#",
                                             "{}",
                                             "[",
                                             "<br>",
                                             "\t",
                                             "\x01",
                                             "\xE2\x80\xA8",
                                             "0",
                                             "-",
                                             "=",
                                             "synthetic: "};
        std::string made = "x";  // not blank, no empty list item, no mark at the start
        for (unsigned i = below(9); i > 0; --i) {
            made += pieces[below(std::size(pieces))];
            if (!one_line && below(6) == 0) made += below(2) == 0 ? "\n" : "\r\n";
        }
        return below(3) == 0 ? " " + made + " " : made;
    }

    Id<Municipality> fresh_id(const Municipality&) {
        const std::string code = std::to_string(++serial_);
        return Id<Municipality>("GM" + std::string(4 - code.size(), '0') + code);
    }
    template <class Record>
    Id<Record> fresh_id(const Record&) {
        static const char* marks[] = {"-", "\"", ",", ";", "'", "\xC3\xA9", "{"};
        return Id<Record>("r" + std::string(marks[below(std::size(marks))]) + std::to_string(++serial_));
    }

    template <class T>
    void fill_value(std::string_view name, Need need, T& value) {
        if constexpr (json::is_optional<T>) {
            if (below(2) == 0) fill_value(name, Need::required, value.emplace());
        } else if constexpr (json::is_list<T>) {
            for (unsigned i = below(4); i > 0; --i) {
                typename T::value_type item;
                fill_value(name, Need::required, item);
                if (std::find(value.begin(), value.end(), item) == value.end())
                    value.push_back(std::move(item));
            }
            if constexpr (requires { typename T::value_type::record_type; }) {
                std::erase_if(value, [](const auto& id) { return id.empty(); });
            }
        } else if constexpr (requires { typename T::record_type; }) {
            const auto& known = std::get<std::vector<Id<typename T::record_type>>>(ids_);
            if (!known.empty()) value = known[below(static_cast<unsigned>(known.size()))];
        } else if constexpr (json::HasSchema<T>) {
            for_each_field<T>(
                [&](const auto& field) { fill_value(field.name, field.need, value.*field.member); });
        } else if constexpr (std::is_same_v<T, std::string>) {
            const bool one_line =
                name != "text" && name != "remark" && name != "profile" && name != "definition";
            if (need == Need::required || below(4) > 0) value = text(one_line);
        } else if constexpr (std::is_same_v<T, Date>) {
            value = Date(2023, 1, 1).plus_days(static_cast<int>(below(1200)));
        } else if constexpr (std::is_same_v<T, json::Years>) {
            for (unsigned i = below(3); i > 0; --i)
                value[2020 + static_cast<int>(below(6))] = below(900000);
        } else if constexpr (std::is_same_v<T, Audience>) {
            fill_audience(value);
        } else if constexpr (std::is_same_v<T, Provenance>) {
            value = {below(2) == 0 ? "" : "x" + text(true), below(2) == 0};
        } else if constexpr (std::is_same_v<T, double>) {
            value = std::uniform_real_distribution<double>(0.1, 4.9)(random_);
        } else {
            value = static_cast<T>(below(2));  // booleans, small numbers, enumerations
        }
    }

    void fill_audience(Audience& audience) {
        constexpr AudienceKind kinds[] = {AudienceKind::everyone, AudienceKind::all_networks,
                                          AudienceKind::network, AudienceKind::members, AudienceKind::avh};
        audience = {kinds[below(5)], {}, {}};
        if (audience.kind == AudienceKind::network) fill_value("", Need::required, audience.network);
        std::set<Id<Municipality>> members;
        for (unsigned i = 0; audience.kind == AudienceKind::members && i < 1 + below(3); ++i) {
            Id<Municipality> member;
            fill_value("", Need::required, member);
            if (!member.empty()) members.insert(member);
        }
        audience.members.assign(members.begin(), members.end());
        const bool nameless = audience.kind == AudienceKind::network && audience.network.empty();
        if (nameless || (audience.kind == AudienceKind::members && members.empty()))
            audience = {AudienceKind::avh, {}, {}};
    }

    // What fields must be together.
    template <class From, class To>
    static void order(From& from, To& to) {
        if (std::optional<Date>(to) && std::optional<Date>(from) &&
            std::optional<Date>(to) < std::optional<Date>(from))
            to = from;
    }
    void mend(Municipality& record) {
        record.longitude = record.latitude;
        if (record.urbanity) record.urbanity = 1 + below(5);
        record.successor.reset();
        record.valid_from.reset();
        record.valid_to.reset();
    }
    void mend(Network& record) {
        for (Band& band : record.bands) {
            if (band.at_most) band.at_most = band.at_least + *band.at_most;
            order(band.from, band.to);
        }
        for (Membership& member : record.members)
            order(member.from, member.to);
    }
    void mend(Question& record) {
        record.date = Date(2023, 1, 1);
        if (record.title.empty()) record.title = "titel";
    }
    void mend(Answer& record) {
        if (record.by_organisation) record.by.reset();
        if (!record.by_organisation && !record.by) fill_value("", Need::required, record.by.emplace());
    }
    void mend(Meeting& record) {
        for (AgendaItem& item : record.agenda) {
            item.id = "item-" + std::to_string(++serial_);
            item.minutes = 1 + static_cast<int>(below(60));
            item.speakers_at_most += item.speakers_at_least;
        }
        std::vector<Registration> kept;
        std::set<Id<Municipality>> seen;
        for (Registration& registration : record.registrations) {
            registration.people += 1;
            if (seen.insert(registration.municipality).second) kept.push_back(registration);
        }
        record.registrations = kept;
    }
    void mend(Speaker& record) {
        if (record.organisation) record.municipality.reset();
        for (Period& period : record.availability)
            order(period.from, period.to);
        for (Talk& talk : record.talks) {
            if (talk.rating) talk.rating = 1.0 + *talk.rating / 2;
        }
    }
    void mend(Contact& record) {
        const auto& known = std::get<std::vector<Id<Municipality>>>(ids_);
        while (record.to == record.from)
            record.to = known[below(static_cast<unsigned>(known.size()))];
    }
    void mend(WorkingGroup& record) {
        order(record.from, record.to);
        if (record.topics.empty()) fill_value("", Need::required, record.topics.emplace_back());
        if (record.chair &&
            std::find(record.members.begin(), record.members.end(), *record.chair) == record.members.end()) {
            record.members.push_back(*record.chair);
        }
        for (Milestone& milestone : record.milestones)
            milestone.date = record.from;
        if (!record.to) record.delivered.clear();
    }
    void mend(Pause& record) {
        if (record.to) order(record.from, *record.to);
    }
    void mend(Outcome& record) {
        order(record.asked, record.date);
        const bool by_base = record.kind == OutcomeKind::answered_by_base;
        const bool by_nobody = record.kind == OutcomeKind::no_answer;
        const auto& known = std::get<std::vector<Id<Municipality>>>(ids_);
        // One verdict a question, and no pair that was asked later: questions are of the first day.
        if (record.question && !told_of_.insert(*record.question).second) record.question.reset();
        record.date = std::max(record.date, Date(2023, 1, 1));
        if (!by_base || record.pair == record.question) record.pair.reset();
        if (by_base || by_nobody) {
            record.municipality.reset();
        } else {
            while (!record.municipality || record.municipality == record.asked_by)
                record.municipality = known[below(static_cast<unsigned>(known.size()))];
        }
        if (by_nobody || record.kind == OutcomeKind::declined) record.helpful = false;
        if (record.confidence) record.confidence = 0.25;
    }
    template <class Record>
    void mend(Record&) {}

    template <class... Record>
    static std::tuple<std::vector<Id<Record>>...> id_lists(std::tuple<Record...>*);

    std::mt19937 random_;
    int serial_ = 0;
    std::set<Id<Question>> told_of_;
    decltype(id_lists(static_cast<RecordTypes*>(nullptr))) ids_;
};

}  // namespace m150::test
