// A base with a meeting, to which lists of it are taken.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libm150/m150.hpp"
#include "tests/knowledge/on_disk.hpp"

namespace m150::testing {

inline const Id<Municipality> zeist("GM0355"), bergen_nh("GM0373"), bergen_l("GM0893"), haag("GM0518"),
    sudwest("GM1900"), voorne("GM1992"), brielle("GM0501"), loon("GM0809"), capelle("GM0502");
inline const Id<Topic> bodycams("bodycams"), vuurwerk("vuurwerk");
inline const Id<Meeting> najaar("najaar");

class MeetingResults : public DirectoryTest {
  protected:
    void SetUp() override {
        DirectoryTest::SetUp();
        place(zeist, "Zeist", "Utrecht");
        place(bergen_nh, "Bergen (NH.)", "Noord-Holland");
        place(bergen_l, "Bergen (L.)", "Limburg");
        place(haag, "'s-Gravenhage", "Zuid-Holland");
        place(sudwest, "Súdwest-Fryslân", "Friesland");
        place(loon, "Loon op Zand", "Noord-Brabant");
        place(voorne, "Voorne aan Zee", "Zuid-Holland");
        place(capelle, "Capelle aan den IJssel", "Zuid-Holland");
        Municipality old;
        old.id = brielle;
        old.name = "Brielle";
        old.valid_to = Date(2022, 12, 31);
        old.successor = voorne;
        base_.add(old);
        topic(bodycams, "Bodycams", {"lichaamscamera"});
        topic(vuurwerk, "Vuurwerk, en de jaarwisseling", {});
        base_.add(Network{Id<Network>("M150"), "M150", {}, {}, {AudienceKind::everyone, {}, {}}, {}});
        Speaker speaker;
        speaker.id = Id<Speaker>("s-1");
        speaker.role = "adviseur";
        speaker.municipality = zeist;
        base_.add(speaker);
        Meeting meeting;
        meeting.id = najaar;
        meeting.title = "Najaar";
        meeting.network = Id<Network>("M150");
        meeting.date = Date(2024, 10, 10);
        AgendaItem item;
        item.id = "1";
        item.title = "Bodycams in de praktijk";
        item.topics = {bodycams};
        meeting.agenda = {item};
        meeting.registrations = {{zeist, 2, {vuurwerk}, {}}, {loon, 1, {}, {}}};
        base_.add(meeting);
        base_.commit();
    }

    void place(const Id<Municipality>& id, const char* name, const char* province) {
        Municipality one;
        one.id = id;
        one.name = name;
        one.province = province;
        base_.add(one);
    }
    void topic(const Id<Topic>& id, const char* label, std::vector<std::string> others) {
        Topic one;
        one.id = id;
        one.preferred_label = label;
        one.alternative_labels = std::move(others);
        base_.add(one);
    }
    std::filesystem::path file(const char* name, std::string_view text) {
        std::ofstream(root_ / name, std::ios::binary) << text;
        return root_ / name;
    }
    MeetingFiles list(std::string_view text) {
        MeetingFiles files;
        files.registrations = file("lijst.csv", text);
        return files;
    }
    Meeting meeting() { return *base_.snapshot().find(najaar); }
    std::string refused(const MeetingFiles& files) {
        const std::uint64_t revision = base_.revision();
        const std::string message = message_of([&] { base_.import_meeting(najaar, files); });
        EXPECT_EQ(base_.revision(), revision);
        EXPECT_FALSE(base_.in_transaction());
        return message;
    }

    KnowledgeBase base_ = KnowledgeBase::in_memory();
};

}  // namespace m150::testing
