#include "libm150/knowledge/recognise.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/search/normalise.hpp"

namespace m150::inline v0 {

namespace {

struct Province {
    std::string_view name;
    std::array<std::string_view, 3> short_forms;
};

constexpr std::array provinces{
    Province{"groningen", {"gr", "gn", ""}},      Province{"friesland", {"fr", "frl", "fryslan"}},
    Province{"drenthe", {"dr", "", ""}},          Province{"overijssel", {"ov", "o", ""}},
    Province{"flevoland", {"fl", "", ""}},        Province{"gelderland", {"gld", "ge", "g"}},
    Province{"utrecht", {"ut", "utr", "u"}},      Province{"noord holland", {"nh", "n h", ""}},
    Province{"zuid holland", {"zh", "z h", ""}},  Province{"zeeland", {"zl", "ze", "z"}},
    Province{"noord brabant", {"nb", "n b", ""}}, Province{"limburg", {"l", "lb", "li"}},
};

// Names that are written more often than the official ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> spoken{
    {{"den haag", "s gravenhage"}, {"den bosch", "s hertogenbosch"}}};

// Who comes to a meeting and is no municipality, by the first word.
constexpr std::array<std::string_view, 8> guests{"vng", "jenv",    "jv",         "ccv",
                                                 "om",  "politie", "ministerie", "provincie"};

// The province that a key stands for, by its own key; empty: none.
std::string_view province_of(std::string_view key) {
    for (const Province& province : provinces) {
        const auto& forms = province.short_forms;
        if (key == province.name ||
            (!key.empty() && std::find(forms.begin(), forms.end(), key) != forms.end()))
            return province.name;
    }
    return {};
}

// What was probably meant: the nearest by edits, or with two letters next to each other exchanged, which is
// two edits and the commonest slip. Empty: nothing is near.
std::string meant(std::string_view word, const std::vector<std::string>& known) {
    std::string close = nearest(word, known);
    std::string slip(word);
    for (std::size_t i = 1; i < slip.size() && close.empty(); ++i) {
        std::swap(slip[i - 1], slip[i]);
        if (std::find(known.begin(), known.end(), slip) != known.end()) close = slip;
        std::swap(slip[i - 1], slip[i]);
    }
    return close;
}

// A name and what is said of it in brackets or after it, as keys.
struct Spoken {
    std::string name;
    std::string_view province;
};

Spoken take_apart(std::string_view text) {
    Spoken result;
    const std::size_t open = text.find('(');
    if (open != std::string_view::npos) {
        const std::size_t close = std::min(text.find(')', open), text.size());
        result.province = province_of(plain_key(text.substr(open + 1, close - open - 1)));
    }
    constexpr std::string_view short_form = "gem.";
    if (normalise_word(text.substr(0, short_form.size())) == normalise_word(short_form) &&
        text.substr(0, short_form.size()).ends_with('.'))
        result.name = plain_key(text.substr(short_form.size(), open - std::min(open, short_form.size())));
    else
        result.name = plain_key(text.substr(0, open));
    for (const std::string_view prefix : {"gemeente ", "gem "}) {
        if (result.name.size() > prefix.size() && result.name.starts_with(prefix))
            result.name.erase(0, prefix.size());
    }
    constexpr std::string_view suffix = " gemeente";
    if (result.name.ends_with(suffix)) result.name.resize(result.name.size() - suffix.size());
    for (const auto& [said, official] : spoken) {
        if (result.name == said) result.name = official;
    }
    return result;
}

}  // namespace

std::string plain_key(std::string_view text) {
    std::string key;
    const auto add = [&](std::string_view piece) {
        if (!piece.empty()) key += (key.empty() ? "" : " ") + std::string(piece);
    };
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        std::string piece;
        for (const char c : normalise_word(text.substr(at, end - at))) {
            const auto byte = static_cast<unsigned char>(c);
            const bool letter = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (letter) {
                piece += c;
            } else {
                add(piece);
                piece.clear();
            }
        }
        add(piece);
        at = end + 1;
    }
    return key;
}

Recogniser::Recogniser(const Store& store, Date day) {
    store.for_each<Municipality>([&](Municipality&& one) {
        Named named{one.id, one.name, std::string(province_of(plain_key(one.province))), one.exists_on(day)};
        codes_.emplace(one.id.str(), named);
        municipalities_[take_apart(one.name).name].push_back(std::move(named));
    });
    store.for_each<Topic>([&](Topic&& one) {
        labels_[one.id.str()] = {one.id};
        shown_labels_.push_back(one.preferred_label);
    });
    const auto label = [&](const std::string& text, const Id<Topic>& id) {
        std::vector<Id<Topic>>& topics = labels_[plain_key(text)];
        if (std::find(topics.begin(), topics.end(), id) == topics.end()) topics.push_back(id);
    };
    // A preferred label goes before an alternative one of another topic.
    store.for_each<Topic>([&](Topic&& one) { label(one.preferred_label, one.id); });
    const auto preferred = labels_;
    store.for_each<Topic>([&](Topic&& one) {
        for (const std::string& alternative : one.alternative_labels) {
            if (!preferred.contains(plain_key(alternative))) label(alternative, one.id);
        }
    });
    store.for_each<Speaker>([&](Speaker&& one) {
        speakers_.push_back(one.id.str());
        if (!one.municipality || one.id.str() == one.municipality->str()) return;  // the latter speaks itself
        std::string& all = speakers_of_[one.municipality->str()];
        all += (all.empty() ? "" : ", ") + one.id.str();
    });
    store.for_each<Organisation>([&](Organisation&& one) {
        organisations_.insert(plain_key(one.id.str()));
        organisations_.insert(plain_key(one.name));
    });
}

bool Recogniser::is_guest(const std::string& key) const {
    const std::string_view first = std::string_view(key).substr(0, key.find(' '));
    return organisations_.contains(key) || std::find(guests.begin(), guests.end(), first) != guests.end();
}

// Of a key as it stands, with "a/d" written out, or before the province: "bergen nh", "bergen noord holland".
Recogniser::Names::const_iterator Recogniser::find_name(const std::string& name,
                                                        std::string_view& province) const {
    auto found = municipalities_.find(name);
    constexpr std::string_view short_form = " a d ";
    const std::size_t at = name.find(short_form);
    for (const std::string_view whole : {" aan den ", " aan de "}) {
        if (found != municipalities_.end() || at == std::string::npos) break;
        found = municipalities_.find(std::string(name).replace(at, short_form.size(), whole));
    }
    std::size_t space = name.size();
    for (int words = 1; words <= 2 && found == municipalities_.end(); ++words) {
        space = space == 0 ? std::string::npos : name.rfind(' ', space - 1);
        if (space == std::string::npos) break;
        const std::string_view said = province_of(std::string_view(name).substr(space + 1));
        if (said.empty()) continue;
        found = municipalities_.find(name.substr(0, space));
        if (found != municipalities_.end()) province = said;
    }
    return found;
}

std::optional<Id<Municipality>> Recogniser::municipality(std::string_view text, Problem& wrong) const {
    const std::string_view trimmed = trim(text);
    try {
        const Id<Municipality> code = parse_municipality_id(trimmed);
        if (codes_.contains(code.str())) return code;
        wrong = {"", "there is no municipality " + code.str(), "the code or the name of a municipality",
                 "correct it, or add the municipality first"};
        return std::nullopt;
    } catch (const InvalidInput&) {  // then it is a name
    }
    Spoken said = take_apart(trimmed);
    const auto found = find_name(said.name, said.province);
    if (found != municipalities_.end()) return choose(trimmed, found->second, said.province, wrong);
    if (is_guest(said.name)) {
        wrong = {"", "'" + excerpt(trimmed, 60) + "' is no municipality",
                 "the code or the name of a municipality",
                 "leave the row out: only what municipalities did is kept"};
        return std::nullopt;
    }
    std::vector<std::string> names;
    for (const auto& [name, named] : municipalities_)
        names.push_back(name);
    const std::string close = meant(said.name, names);
    wrong = {"", "'" + excerpt(trimmed, 60) + "' is no municipality that is known",
             "the code or the name of a municipality",
             "correct it, add the municipality first, or leave the row out when it is a guest"};
    if (!close.empty()) {
        const Named& near = municipalities_.find(close)->second.front();
        wrong.advice = "did you mean " + near.name + " (" + near.id.str() + ")?";
    }
    return std::nullopt;
}

std::optional<Id<Municipality>> Recogniser::choose(std::string_view text, const std::vector<Named>& named,
                                                   std::string_view province, Problem& wrong) const {
    std::vector<const Named*> fit;
    for (const Named& one : named) {
        const bool elsewhere = !province.empty() && !one.province.empty() && one.province != province;
        if (!elsewhere) fit.push_back(&one);
    }
    if (std::any_of(fit.begin(), fit.end(), [](const Named* one) { return one->exists; }))
        std::erase_if(fit, [](const Named* one) { return !one->exists; });
    if (fit.size() == 1) return fit.front()->id;
    std::string all;
    for (const Named& one : named)
        all += (all.empty() ? "" : ", ") + one.name + " (" + one.id.str() + ")";
    wrong = {
        "",
        "'" + excerpt(text, 60) + "' " +
            (fit.empty() ? "does not lie in that province" : "is the name of more than one municipality"),
        "one of " + all, "give the code, or the province in brackets"};
    return std::nullopt;
}

std::optional<Id<Topic>> Recogniser::topic(std::string_view text, Problem& wrong) const {
    const std::string_view trimmed = trim(text);
    auto found = labels_.find(trimmed);
    if (found == labels_.end()) found = labels_.find(plain_key(trimmed));
    if (found != labels_.end() && found->second.size() == 1) return found->second.front();
    if (found != labels_.end()) {
        std::string all;
        for (const Id<Topic>& id : found->second)
            all += (all.empty() ? "" : ", ") + id.str();
        wrong = {"", "'" + excerpt(trimmed, 60) + "' is a label of more than one topic", "one of " + all,
                 "give the id"};
        return std::nullopt;
    }
    std::vector<std::string> known = shown_labels_;
    for (const auto& [key, ids] : labels_)
        known.push_back(key);
    const std::string close = meant(trimmed, known);
    wrong = {"", "'" + excerpt(trimmed, 60) + "' is no topic that is known", "the id or a label of a topic",
             close.empty() ? "correct it, or add the topic first" : "did you mean '" + close + "'?"};
    return std::nullopt;
}

std::optional<std::vector<Id<Topic>>> Recogniser::topics(std::string_view text, Problem& wrong) const {
    std::vector<Id<Topic>> topics;
    if (trim(text).empty()) return topics;
    Problem whole;
    if (const auto one = topic(text, whole)) return std::vector{*one};
    const char separator = text.find('|') != std::string_view::npos   ? '|'
                           : text.find(';') != std::string_view::npos ? ';'
                                                                      : ',';
    for (const std::string& piece : split(text, separator)) {
        if (trim(piece).empty()) continue;
        const auto one = topic(piece, wrong);
        if (!one) return std::nullopt;
        if (std::find(topics.begin(), topics.end(), *one) == topics.end()) topics.push_back(*one);
    }
    return topics;
}

bool Recogniser::is_code(std::string_view text) const {
    try {
        return codes_.contains(parse_municipality_id(text).str());
    } catch (const InvalidInput&) {
        return false;
    }
}

std::optional<Id<Speaker>> Recogniser::speaker(std::string_view text, Problem& wrong) const {
    const std::string id(trim(text));
    if (std::find(speakers_.begin(), speakers_.end(), id) != speakers_.end()) return Id<Speaker>(id);
    Problem other;
    if (const auto of = municipality(id, other)) {
        const auto found = speakers_of_.find(of->str());
        if (found == speakers_of_.end() || is_code(id)) return Id<Speaker>(of->str());
        wrong = {"", "'" + excerpt(id, 60) + "' is a municipality with speakers on record",
                 "who spoke: " + excerpt(found->second, 200) + ", or the municipality itself: " + of->str(),
                 "give that id or code"};
        return std::nullopt;
    }
    const std::string close = meant(id, speakers_);
    wrong = {"", "'" + excerpt(id, 60) + "' is no speaker that is known",
             "the id of a speaker, or a municipality that was asked",
             close.empty() ? "add the speaker first" : "did you mean '" + close + "'?"};
    return std::nullopt;
}

}  // namespace m150::inline v0
