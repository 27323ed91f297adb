// Municipalities, topics and speakers as people write them. Internal to this floor.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/record/schema.hpp"
#include "libm150/store/store.hpp"

namespace m150::inline v0 {

// Letters and digits of a text, case and accents gone, the rest spaces: "'s-Gravenhage" -> "s gravenhage".
std::string plain_key(std::string_view text);

// Knows the records of one store. Each look-up gives the id, or says in `wrong` (without a place) what is
// wrong.
class Recogniser {
  public:
    // Municipalities as of `day`: of several of one name the one that existed.
    Recogniser(const Store& store, Date day);

    // A code, or a name: "Zeist", "gemeente Zeist", "gem.Zeist", "ZEIST (Utrecht)", "Bergen NH",
    // "Bergen, Noord-Holland", "Capelle a/d IJssel", "Den Haag".
    std::optional<Id<Municipality>> municipality(std::string_view text, Problem& wrong) const;
    // An id, or a label, preferred or alternative.
    std::optional<Id<Topic>> topic(std::string_view text, Problem& wrong) const;
    // One of them, or several with '|', ';' or ',' between them. Empty text: none.
    std::optional<std::vector<Id<Topic>>> topics(std::string_view text, Problem& wrong) const;
    // An id; or, as a plan names it, a municipality that was asked to speak: its code. The name will do as
    // well when no speaker of it is on record, who could be meant.
    std::optional<Id<Speaker>> speaker(std::string_view text, Problem& wrong) const;

  private:
    struct Named {
        Id<Municipality> id;
        std::string name, province;
        bool exists = false;
    };
    bool is_guest(const std::string& key) const;
    bool is_code(std::string_view text) const;  // of a municipality that is known

    using Names = std::map<std::string, std::vector<Named>, std::less<>>;

    Names::const_iterator find_name(const std::string& name, std::string_view& province) const;
    std::optional<Id<Municipality>> choose(std::string_view text, const std::vector<Named>& named,
                                           std::string_view province, Problem& wrong) const;

    Names municipalities_;
    std::map<std::string, Named, std::less<>> codes_;
    std::map<std::string, std::vector<Id<Topic>>, std::less<>> labels_;
    std::vector<std::string> shown_labels_;
    std::vector<std::string> speakers_;
    std::map<std::string, std::string> speakers_of_;    // of a municipality: their ids, ready to be shown
    std::set<std::string, std::less<>> organisations_;  // ids and names, as keys
};

}  // namespace m150::inline v0
