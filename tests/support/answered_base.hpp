// Four municipalities that answer questions on two topics.
#pragma once

#include <string>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::testing {

// A base that is filled answer by answer.
struct AnsweredBase {
    AnsweredBase() {
        for (const char* code : {"GM0355", "GM0307", "GM0310", "GM0312"}) {
            Municipality municipality;
            municipality.id = Id<Municipality>(code);
            municipality.name = code;
            base.add(municipality);
        }
        for (const char* id : {"bodycams", "honden"}) {
            Topic topic;
            topic.id = Id<Topic>(id);
            topic.preferred_label = id;
            base.add(topic);
        }
    }
    void answered(const std::string& title, const char* topic, Date date, std::vector<const char*> by) {
        Question question;
        question.id = Id<Question>("v-" + std::to_string(1000 + ++count));
        question.asked_by = Id<Municipality>("GM0355");
        question.date = date;
        question.title = title;
        if (topic != nullptr) question.topics = {Id<Topic>(topic)};
        question.audience = {AudienceKind::everyone, {}, {}};
        base.add(question);
        for (const char* code : by) {
            Answer answer;
            answer.id = Id<Answer>(question.id.str() + "/" + code);
            answer.question = question.id;
            answer.by = Id<Municipality>(code);
            answer.date = date;
            answer.text = "Zo doen wij dat.";
            answer.audience = question.audience;
            base.add(answer);
        }
    }
    Snapshot snapshot() {
        base.commit();
        return base.snapshot();
    }
    KnowledgeBase base = KnowledgeBase::in_memory();
    int count = 0;
};

}  // namespace m150::testing
