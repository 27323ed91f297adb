#include "world.hpp"

#include <algorithm>

namespace m150::testing {

namespace {

const std::vector<std::string> general{"vergunning", "controle",  "melding", "overlast", "inzet",
                                       "rooster",    "beleid",    "wijk",    "bewoner",  "boete",
                                       "dossier",    "opleiding", "college", "protocol"};

class Maker {
  public:
    Maker(std::uint64_t seed, const WorldOptions& options) : random_(seed, "world"), options_(options) {}

    World make() {
        places();
        subjects();
        exchange();
        others();
        if (options_.around) around();
        return std::move(world_);
    }

  private:
    template <class Items>
    const auto& any(const Items& items) {
        return items[random_.below(items.size())];
    }
    Date day() { return Date(2024, 1, 1).plus_days(static_cast<int>(random_.below(730))); }

    Audience audience() {
        if (!options_.all_audiences) return {AudienceKind::everyone, {}, {}};
        switch (random_.below(5)) {
            case 0:
                return {AudienceKind::everyone, {}, {}};
            case 1:
                return {AudienceKind::all_networks, {}, {}};
            case 2:
                return {AudienceKind::network, any(world_.networks).id, {}};
            case 3:
                return {AudienceKind::members, {}, {any(world_.municipalities).id}};
            default:
                return {AudienceKind::avh, {}, {}};
        }
    }

    std::string words(std::size_t topic, int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += (text.empty() ? "" : " ") +
                    (random_.chance(0.4) ? world_.topics[topic].preferred_label : any(general));
        }
        return text;
    }

    void places() {
        for (int i = 0; i < options_.municipalities; ++i) {
            Municipality& one = world_.municipalities.emplace_back();
            one.id = parse_municipality_id(std::to_string(100 + i));
            one.name = "Plaats " + std::to_string(i);
            one.province = i % 2 == 0 ? "Utrecht" : "Drenthe";
            one.safety_region = "Regio " + std::to_string(i % 3);
            one.inhabitants[2024] = 20000 + 7000 * i;
            one.urbanity = 1 + i % 5;
            one.audience = {AudienceKind::everyone, {}, {}};
        }
        world_.networks.push_back({Id<Network>("M150"),
                                   "M150",
                                   {{25000, 75000, {}, {}}},
                                   {},
                                   {AudienceKind::everyone, {}, {}},
                                   {}});
        world_.networks.push_back(
            {Id<Network>("G40"), "G40", {{75001, {}, {}, {}}}, {}, {AudienceKind::everyone, {}, {}}, {}});
        world_.organisations.push_back(
            {Id<Organisation>("VNG"), "VNG", "koepel", "", {AudienceKind::everyone, {}, {}}, {}});
    }

    void subjects() {
        const std::vector<std::string> labels{"bodycams", "ondermijning", "vuurwerk", "hondenpoep",
                                              "parkeren", "drugspanden",  "lachgas"};
        for (int i = 0; i < options_.topics; ++i) {
            const std::string& label = labels[static_cast<std::size_t>(i) % labels.size()];
            world_.topics.push_back({Id<Topic>("t-" + std::to_string(i)),
                                     label,
                                     {},
                                     {},
                                     {},
                                     "",
                                     {AudienceKind::everyone, {}, {}},
                                     {}});
        }
        for (int i = 1; i < options_.topics; i += 2) {
            world_.topics[static_cast<std::size_t>(i)].related.push_back(
                world_.topics[static_cast<std::size_t>(i) - 1].id);
        }
    }

    void exchange() {
        for (int i = 0; i < options_.questions; ++i) {
            const std::size_t topic = random_.below(world_.topics.size());
            Question& question = world_.questions.emplace_back();
            question.id = Id<Question>("q-" + std::to_string(i));
            question.asked_by = any(world_.municipalities).id;
            question.date = day();
            question.title = words(topic, 4) + " " + mark(question.id.str());
            question.text = words(topic, 12);
            question.topics = {world_.topics[topic].id};
            question.audience = audience();
            for (std::uint64_t k = random_.below(4); k > 0; --k) {
                Answer& answer = world_.answers.emplace_back();
                answer.id = Id<Answer>("a-" + std::to_string(world_.answers.size()));
                answer.question = question.id;
                if (random_.chance(0.9)) {
                    answer.by = any(world_.municipalities).id;
                } else {
                    answer.by_organisation = Id<Organisation>("VNG");
                }
                answer.date = question.date.plus_days(static_cast<int>(random_.below(90)));
                answer.text = words(topic, 20) + " " + mark(answer.id.str());
                answer.accepted = random_.chance(0.3);
                answer.audience = audience();
            }
        }
    }

    void others() {
        for (int i = 0; i < options_.municipalities * 2; ++i) {
            const std::string number = std::to_string(i);
            const auto& from = any(world_.municipalities).id;
            const auto& to = any(world_.municipalities).id;
            world_.inventory.push_back({Id<InventoryResponse>("i-" + number),
                                        from,
                                        any(world_.topics).id,
                                        static_cast<int>(random_.below(4)),
                                        static_cast<int>(random_.below(4)),
                                        day(),
                                        "",
                                        audience(),
                                        {}});
            if (from != to) {
                world_.contacts.push_back({Id<Contact>("c-" + number),
                                           from,
                                           to,
                                           day(),
                                           {any(world_.topics).id},
                                           ContactOutcome::helpful,
                                           audience(),
                                           {}});
            }
            Speaker& speaker = world_.speakers.emplace_back();
            speaker.id = Id<Speaker>("s-" + number);
            speaker.role = "adviseur";
            speaker.municipality = from;
            speaker.profile = words(random_.below(world_.topics.size()), 8) + " " + mark(speaker.id.str());
            speaker.topics = {any(world_.topics).id};
            speaker.talks.push_back(
                {day(), "over " + any(world_.topics).preferred_label, speaker.topics, {}, {}});
            speaker.audience = audience();
        }
        WorkingGroup group{Id<WorkingGroup>("w-0"),
                           "Werkgroep",
                           {world_.topics[0].id},
                           {},
                           {},
                           Date(2024, 6, 1),
                           {},
                           {},
                           {},
                           audience(),
                           {}};
        for (std::size_t i = 0; i < 4; ++i)
            group.members.push_back(world_.municipalities[i].id);
        group.chair = group.members[0];
        world_.working_groups.push_back(std::move(group));
    }

    void around() {
        for (int i = 0; i < 6; ++i) {
            NewsItem& item = world_.news.emplace_back();
            item.id = Id<NewsItem>("n-" + std::to_string(i));
            item.date = day();
            item.title = mark(item.id.str());
            item.topics = {any(world_.topics).id};
            item.audience = audience();
        }
        for (int i = 0; i < 2; ++i) {
            Meeting& meeting = world_.meetings.emplace_back();
            meeting.id = Id<Meeting>("m-" + std::to_string(i));
            meeting.title = mark(meeting.id.str());
            meeting.network = world_.networks.front().id;
            meeting.date = day();
            meeting.agenda.push_back({"1", "bodycams", "", {any(world_.topics).id}, 30, 1, 1});
            meeting.audience = audience();
        }
        for (int i = 0; i < 3; ++i) {
            VocabularyEntry& entry = world_.vocabulary.emplace_back();
            entry.id = Id<VocabularyEntry>("v-" + std::to_string(i));
            entry.term = general[static_cast<std::size_t>(i)];
            entry.means = {any(world_.topics).preferred_label, mark(entry.id.str())};
            entry.audience = audience();
        }
    }

    Random random_;
    WorldOptions options_;
    World world_;
};

}  // namespace

std::string mark(const std::string& id) {
    std::string word = "merk";
    for (const char c : id) {
        if (c >= '0' && c <= '9') {
            word += std::string(
                1,
                static_cast<char>('b' + 2 * (c - '0')));  // letters, so that no rule for numbers touches it
        } else if (c != '-') {
            word += std::string(2, c);
        }
    }
    return word + "x";
}

World make_world(std::uint64_t seed, const WorldOptions& options) {
    return Maker(seed, options).make();
}

void fill(KnowledgeBase& base, const World& world) {
    const auto add = [&](const auto& records) {
        for (const auto& record : records)
            base.add(record);
    };
    add(world.municipalities);
    add(world.networks);
    add(world.organisations);
    // A topic refers to others: those without relations first.
    for (Topic topic : world.topics) {
        topic.related.clear();
        base.add(topic);
    }
    for (const Topic& topic : world.topics)
        base.replace(topic);
    add(world.questions);
    add(world.answers);
    add(world.inventory);
    add(world.contacts);
    add(world.working_groups);
    add(world.speakers);
    add(world.news);
    add(world.meetings);
    add(world.vocabulary);
    base.commit();
}

Id<Municipality> add_merged(KnowledgeBase& base, const World& world) {
    Municipality merged;
    merged.id = parse_municipality_id("99");
    merged.name = "Oudeplaats";
    merged.valid_to = Date(2023, 12, 31);
    merged.successor = world.municipalities.front().id;
    base.add(merged);
    base.commit();
    return merged.id;
}

}  // namespace m150::testing
