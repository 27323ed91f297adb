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
std::vector<Id<Municipality>> parties(const Speaker& record) {
    return listed({record.municipality});
}

std::vector<Id<Municipality>> parties(const Meeting& record) {
    std::vector<Id<Municipality>> list = listed({record.host});
    for (const Registration& registration : record.registrations)
        list.push_back(registration.municipality);
    return list;
}

bool covers(const Audience& wide, const Audience& narrow) {
    return wide == narrow || wide.kind == AudienceKind::everyone || narrow.kind == AudienceKind::avh ||
           (wide.kind == AudienceKind::all_networks && narrow.kind == AudienceKind::network);
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

std::vector<std::string> Eyes::filters(const std::string& prefix) const {
    std::vector<std::string> list{prefix + "public"};
    if (!networks_.empty()) list.push_back(prefix + "all-networks");
    for (const auto& network : networks_)
        list.push_back(prefix + "network:" + network.str());
    if (viewer_) list.push_back(prefix + "member:" + viewer_->str());
    return list;
}

std::vector<std::string> audience_filters(const std::string& prefix, const Audience& audience,
                                          const std::vector<Id<Municipality>>& parties) {
    std::vector<std::string> list;
    switch (audience.kind) {
        case AudienceKind::everyone:
            list.push_back(prefix + "public");
            break;
        case AudienceKind::all_networks:
            list.push_back(prefix + "all-networks");
            break;
        case AudienceKind::network:
            list.push_back(prefix + "network:" + audience.network.str());
            break;
        case AudienceKind::members:
            for (const auto& member : audience.members)
                list.push_back(prefix + "member:" + member.str());
            break;
        case AudienceKind::avh:
            break;
    }
    for (const auto& party : parties)
        list.push_back(prefix + "member:" + party.str());
    return list;
}

}  // namespace m150::inline v0
