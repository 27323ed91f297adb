// A base whose municipalities answered more and less, and what is asked of it.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::testing {

inline AskOptions question(const std::string& text, const char* asked_by = nullptr) {
    AskOptions options;
    options.text = text;
    if (asked_by != nullptr) options.asked_by = Id<Municipality>(asked_by);
    return options;
}

inline ShareOptions asking(std::vector<AskOptions> questions) {
    ShareOptions options;
    options.questions = std::move(questions);
    return options;
}

// A base in which `first` answered most about bodycams, the others less and less, and nobody else anything.
struct Answerers {
    explicit Answerers(std::vector<int> answers) {
        const char* codes[] = {"GM0307", "GM0310", "GM0312", "GM0313", "GM0317"};
        for (const char* code : codes)
            add_municipality(code);
        add_municipality("GM0355");
        Topic topic;
        topic.id = Id<Topic>("bodycams");
        topic.preferred_label = "bodycams";
        base.add(topic);
        for (std::size_t who = 0; who < answers.size(); ++who) {
            for (int i = 0; i < answers[who]; ++i)
                answered(codes[who], std::to_string(who) + "-" + std::to_string(i));
        }
        base.commit();
    }
    void add_municipality(const char* code) {
        Municipality municipality;
        municipality.id = Id<Municipality>(code);
        municipality.name = code;
        base.add(municipality);
    }
    void answered(const char* code, const std::string& id) {
        Question one;
        one.id = Id<Question>("v-" + id);
        one.asked_by = Id<Municipality>("GM0355");
        one.date = Date(2026, 3, 1);
        one.title = "bodycams bij controles";
        one.topics = {Id<Topic>("bodycams")};
        one.audience = {AudienceKind::everyone, {}, {}};
        base.add(one);
        Answer answer;
        answer.id = Id<Answer>("a-" + id);
        answer.question = one.id;
        answer.by = Id<Municipality>(code);
        answer.date = one.date;
        answer.text = "Zo doen wij dat.";
        answer.audience = one.audience;
        base.add(answer);
    }
    KnowledgeBase base = KnowledgeBase::in_memory();
};

inline std::vector<std::string> asked(const SharedQuestion& question) {
    std::vector<std::string> codes;
    for (const Knower& knower : question.asked)
        codes.push_back(knower.municipality.str());
    return codes;
}

inline const MunicipalityLoad& load_of(const LoadPlan& plan, const std::string& code) {
    return *std::find_if(plan.loads.begin(), plan.loads.end(),
                         [&](const MunicipalityLoad& load) { return load.municipality.str() == code; });
}

inline bool says(const std::vector<Reason>& notices, const std::string& code) {
    return std::any_of(notices.begin(), notices.end(),
                       [&](const Reason& notice) { return notice.code == code; });
}

}  // namespace m150::testing
