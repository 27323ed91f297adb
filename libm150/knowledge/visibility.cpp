#include "libm150/knowledge/visibility.hpp"

#include <algorithm>

namespace m150::inline v0 {

namespace {

std::vector<Id<Municipality>> listed(std::initializer_list<std::optional<Id<Municipality>>> some) {
    std::vector<Id<Municipality>> list;
    for (const auto& one : some) {
        if (one) list.push_back(*one);
    }
    return list;
}

}  // namespace

std::vector<Id<Municipality>> parties(const QuestionHead& record) {
    return listed({record.asked_by});
}
std::vector<Id<Municipality>> parties(const AnswerHead& record) {
    return listed({record.by});
}
std::vector<Id<Municipality>> parties(const InventoryResponse& record) {
    return {record.municipality};
}
std::vector<Id<Municipality>> parties(const Contact& record) {
    return {record.from, record.to};
}
std::vector<Id<Municipality>> parties(const WorkingGroup& record) {
    return record.members;
}
std::vector<Id<Municipality>> parties(const Outcome& record) {
    return listed({record.asked_by, record.municipality});
}
std::vector<Id<Municipality>> parties(const Pause& record) {
    return {record.municipality};
}
std::vector<Id<Municipality>> parties(const Speaker& record) {
    return listed({record.municipality});
}

std::vector<Id<Municipality>> parties(const Meeting& record) {
    std::vector<Id<Municipality>> list = listed({record.host});
    for (const Registration& registration : record.registrations)
        list.push_back(registration.municipality);
    return list;
}

bool covers(const Audience& answer, const Audience& question) {
    if (answer.kind == AudienceKind::everyone) return true;
    if (answer.kind == AudienceKind::avh) return false;
    return answer == question ||
           (answer.kind == AudienceKind::all_networks && question.kind == AudienceKind::network);
}

bool Eyes::admitted(const Audience& audience) const {
    if (all_seeing()) return true;
    switch (audience.kind) {
        case AudienceKind::everyone:
            return true;
        case AudienceKind::all_networks:
            return !networks_.empty();
        case AudienceKind::network:
            return networks_.contains(audience.network);
        case AudienceKind::members:
            return is_party(audience.members);
        case AudienceKind::avh:
            return false;
    }
    return false;
}

bool Eyes::is_party(const std::vector<Id<Municipality>>& list) const {
    return viewer_ && std::find(list.begin(), list.end(), *viewer_) != list.end();
}

}  // namespace m150::inline v0
