// Plans as JSON: one object with the version, the plan, each field by its name, and
// digests of what is in it.
#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/meet/plan.hpp"
#include "libm150/meet/plan_check.hpp"
#include "libm150/meet/plan_digest.hpp"
#include "libm150/meet/plan_schema.hpp"
#include "libm150/search/text_file.hpp"
#include "libm150/store/json_record.hpp"
#include "libm150/store/lines.hpp"

namespace m150::inline v0 {

namespace {

// A plan of a large meeting is a few MB; what is much larger is something else.
constexpr std::uintmax_t most_bytes = std::uintmax_t{1} << 28;

class PlanReader {
  public:
    PlanReader(std::string_view text, const std::string& where) : text_(text), where_(where) {}

    MeetingPlan read() const {
        json::Value root;
        json::Fault fault;
        if (!json::parse(text_, root, fault)) throw InvalidInput(problem_of(fault));
        check_version(root);
        const json::Value* found = root.find("plan");
        const json::Value* digests = root.find("digests");
        if (found == nullptr || digests == nullptr || root.members.size() != 3)
            throw InvalidInput({place(root.at), "holds something else than a version, a plan and digests",
                                "the keys \"version\", \"plan\" and \"digests\"", "plan the meeting anew"});
        json::Decoder decoder;
        MeetingPlan plan;
        decoder.read(*found, plan, "plan");
        std::vector<json::Fault> faults = std::move(decoder.faults);
        if (faults.empty()) {
            for (PlanFault& one : faults_of(plan))
                faults.push_back({offset_of(*found, one.field), one.field, one.field + ": " + one.what,
                                  one.expected, one.advice});
        }
        if (faults.empty()) changed(*found, *digests, faults);
        if (faults.empty()) return plan;
        std::vector<Problem> problems;
        for (const json::Fault& one : faults) {
            if (problems.size() < 100) problems.push_back(problem_of(one));
        }
        throw InvalidInput(std::move(problems), faults.size());
    }

  private:
    // What was planned and is not what its digest says: planning again starts from it as from something that
    // was weighed, so that the change would be lost.
    static void changed(const json::Value& plan, const json::Value& digests,
                        std::vector<json::Fault>& faults) {
        const std::map<std::string, std::string> are = digests_of(plan);
        const auto say = [&](const std::string& part) {
            faults.push_back({offset_of(plan, part), part,
                              part + ": is not what was planned: it was changed by hand", "what was planned",
                              "put it back, and lock, forbid or swap; options and edits can be changed"});
        };
        for (const auto& [part, digest] : are) {
            const json::Value* was = digests.find(part);
            if (was == nullptr || was->text != digest) say(part);
        }
        for (const json::Value::Member& was : digests.members) {
            if (are.count(was.key) == 0) say(was.key);
        }
    }

    // Where "list[2].key" stands, or what holds it when it was left out.
    static std::size_t offset_of(const json::Value& from, std::string_view field) {
        const json::Value* at = &from;
        while (!field.empty()) {
            const bool index = field.front() == '[';
            if (index || field.front() == '.') field.remove_prefix(1);
            const std::string_view step = field.substr(0, field.find_first_of(".[]"));
            field.remove_prefix(std::min(field.size(), step.size() + (index ? 1 : 0)));
            std::size_t number = 0;
            if (index) std::from_chars(step.data(), step.data() + step.size(), number);
            const json::Value* next = !index                      ? at->find(step)
                                      : number < at->items.size() ? &at->items[number]
                                                                  : nullptr;
            if (next == nullptr) break;
            at = next;
        }
        return at->at;
    }

    std::string place(std::size_t offset) const { return text_of(where_, place_in(text_, offset)); }

    Problem problem_of(const json::Fault& fault) const {
        return {place(fault.at), fault.what, fault.expected, fault.advice};
    }

    // What another version means is not known, so nothing more is said about such a text.
    void check_version(const json::Value& root) const {
        const std::string expected = "\"version\": " + std::to_string(plan_version);
        const json::Value* version = root.find("version");
        if (root.kind != json::Kind::object || version == nullptr)
            throw InvalidInput({place(root.at), "no version is given: this is no meeting plan",
                                "an object with " + expected, "give a file that a plan was saved in"});
        if (version->kind == json::Kind::integer && version->integer == plan_version) return;
        const std::string given = version->kind == json::Kind::integer ? std::to_string(version->integer)
                                                                       : json::name_of(version->kind);
        throw InvalidInput({place(version->at), "the plan is of version " + given, expected,
                            "use the libm150 that wrote it, or plan the meeting anew"});
    }

    std::string_view text_;
    std::string where_;
};

}  // namespace

std::string to_text(ProgrammeGoal goal) {
    return goal == ProgrammeGoal::sum ? "sum" : "worst-first";
}

void from_text(std::string_view text, ProgrammeGoal& goal) {
    if (text != "sum" && text != "worst-first")
        throw InvalidInput(Problem{"goal", "is '" + excerpt(text, 60) + "'", "'sum' or 'worst-first'", ""});
    goal = text == "sum" ? ProgrammeGoal::sum : ProgrammeGoal::worst_first;
}

std::string plan_to_json(const MeetingPlan& plan) {
    std::string written;
    json::write(written, plan);
    json::Value value;
    json::Fault fault;
    if (!json::parse(written, value, fault)) throw InternalError("a plan was written that cannot be read");
    std::string text = "{\"version\":" + std::to_string(plan_version) + ",\"plan\":" + written;
    const char* before = ",\"digests\":{\"";
    for (const auto& [part, digest] : digests_of(value)) {
        text.append(before).append(part).append("\":\"").append(digest).append("\"");
        before = ",\"";
    }
    return text + "}}\n";
}

MeetingPlan plan_from_json(std::string_view text, const std::string& where) {
    return PlanReader(text, where).read();
}

MeetingPlan read_plan(const std::filesystem::path& file) {
    return plan_from_json(read_text_file(file, most_bytes, "a meeting plan"), file.string());
}

void write_plan(const std::filesystem::path& file, const MeetingPlan& plan) {
    replace_text_file(file, plan_to_json(plan));
}

}  // namespace m150::inline v0
