// VACs (vraag-antwoordcombinaties) from JSON: docs/data-formats.md says what the file looks like.
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

#include "libm150/base/text.hpp"
#include "libm150/store/load_record.hpp"
#include "libm150/store/load_transaction.hpp"

namespace m150::inline v0 {

namespace {

namespace fs = std::filesystem;

// The file is read as a whole; a collection of a million VACs is better split, or written as questions.jsonl.
constexpr std::uintmax_t max_file_size = std::uintmax_t{512} << 20;

std::string read_file(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (!error && size > max_file_size) {
        throw InvalidInput({file.string(), "is larger than 512 MB", "a smaller file", "split it"});
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (error || !stream) {
        throw InvalidInput({file.string(),
                            "cannot be read" + (error ? " (" + error.message() + ")" : std::string()),
                            "a JSON file", "check the path and its permissions"});
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
}

// Turns byte offsets of a text into places.
class Places {
  public:
    explicit Places(std::string_view text) : text_(text), starts_{0} {
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
            starts_.push_back(at + 1);
        }
    }
    Place of(std::size_t at) const {
        const auto line = std::prev(std::upper_bound(starts_.begin(), starts_.end(), at));
        return {static_cast<std::size_t>(line - starts_.begin()) + 1,
                characters(text_.substr(*line, at - *line)) + 1};
    }

  private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

enum class Standing { current, outdated, draft, unknown };

Standing standing_of(std::string_view status) {
    const std::string word = ascii_lower(trim(status));
    const auto among = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (among({"", "actueel", "gepubliceerd", "definitief", "current"})) return Standing::current;
    if (among({"verlopen", "niet meer actueel", "niet actueel", "vervallen", "gearchiveerd", "outdated"})) {
        return Standing::outdated;
    }
    return among({"concept", "draft"}) ? Standing::draft : Standing::unknown;
}

// One load of one file.
class VacLoader {
  public:
    VacLoader(LoadContext& context, const VacOptions& options, const fs::path& file)
        : context_(context),
          options_(options),
          name_(file.filename().string()),
          text_(read_file(file)),
          places_(text_) {}

    void run() {
        const std::size_t bad = invalid_utf8(text_);
        if (bad != std::string::npos) {
            return wrong(bad, {"", text_[bad] == '\0' ? "a NUL byte" : "this byte is not valid UTF-8",
                               "UTF-8 text without NUL bytes", "save the file as UTF-8"});
        }
        json::Value root;
        json::Fault fault;
        if (!json::parse(text_, root, fault))
            return wrong(fault.at, {"", fault.what, fault.expected, fault.advice});
        if (root.kind != json::Kind::list) {
            return wrong(root.at, {"", std::string("is ") + json::name_of(root.kind), "a list of VACs", ""});
        }
        context_.expect(root.items.size());
        for (std::size_t i = 0; i < root.items.size(); ++i) {
            load(root.items[i], i + 1);
            context_.advance(i + 1);
        }
        add_notices();
    }

  private:
    void wrong(std::size_t at, Problem problem) {
        context_.problem(name_, places_.of(at), std::move(problem));
    }

    // The text under `key`; empty when it is absent or null. Numbers are taken for ids only.
    std::string text_under(const json::Value& vac, std::string_view key, bool required, bool& fine) {
        const json::Value* found = vac.find(key);
        const bool absent = !found || found->kind == json::Kind::null;
        if (!absent && found->kind == json::Kind::text) return found->text;
        if (!absent && key == "id" && found->kind == json::Kind::integer)
            return std::to_string(found->integer);
        if (absent && !required) return {};
        fine = false;
        const std::string where = "field " + std::string(key);
        wrong(absent ? vac.at : found->at,
              {where, absent ? "is missing" : std::string("is ") + json::name_of(found->kind), "a text", ""});
        return {};
    }

    // A list of texts, or one text with commas or semicolons between them.
    std::vector<std::string> texts_under(const json::Value& vac, std::string_view key, bool& fine) {
        std::vector<std::string> texts;
        const auto add = [&](std::string_view text) {
            const std::string word(trim(text));
            if (!word.empty() && std::find(texts.begin(), texts.end(), word) == texts.end())
                texts.push_back(word);
        };
        const json::Value* found = vac.find(key);
        if (!found || found->kind != json::Kind::list) {
            std::string line = text_under(vac, key, false, fine);
            std::replace(line.begin(), line.end(), ';', ',');
            for (const std::string& word : split(line, ','))
                add(word);
            return texts;
        }
        for (const json::Value& item : found->items) {
            if (item.kind == json::Kind::text) {
                add(item.text);
            } else {
                fine = false;
                wrong(item.at, {"field " + std::string(key), std::string("holds ") + json::name_of(item.kind),
                                "texts", ""});
            }
        }
        return texts;
    }

    std::optional<Date> date_of_vac(const json::Value& vac, bool& fine) {
        const std::string text = text_under(vac, "datum", !options_.date, fine);
        if (text.empty()) return options_.date;
        try {
            // A moment such as 2024-05-01T12:00:00Z is taken for its day.
            return Date::parse(text.size() > 10 && text[10] == 'T' ? std::string_view(text).substr(0, 10)
                                                                   : trim(text));
        } catch (const InvalidInput& error) {
            fine = false;
            Problem problem = error.problems().front();
            problem.where = "field datum";
            wrong(vac.find("datum")->at, std::move(problem));
            return std::nullopt;
        }
    }

    void load(const json::Value& vac, std::size_t number) {
        if (vac.kind != json::Kind::object) {
            return wrong(vac.at, {"", std::string("is ") + json::name_of(vac.kind),
                                  "an object with vraag and antwoord", ""});
        }
        constexpr std::array<std::string_view, 7> known{"id",        "vraag",       "antwoord", "status",
                                                        "doelgroep", "trefwoorden", "datum"};
        for (const json::Value::Member& member : vac.members) {
            if (std::find(known.begin(), known.end(), member.key) == known.end()) ++passed_over_[member.key];
        }
        bool fine = true;
        const Standing standing = standing_of(text_under(vac, "status", false, fine));
        if (standing == Standing::draft) return void(++drafts_);
        if (standing == Standing::unknown) {
            fine = false;
            wrong(vac.find("status")->at,
                  {"field status", "'" + excerpt(vac.find("status")->text, 60) + "' is not known",
                   "actueel, gepubliceerd, verlopen, niet meer actueel or concept", ""});
        }
        const std::string asked = text_under(vac, "vraag", true, fine);
        const std::string answered = text_under(vac, "antwoord", true, fine);
        const std::vector<std::string> keywords = texts_under(vac, "trefwoorden", fine);
        const std::vector<std::string> groups = texts_under(vac, "doelgroep", fine);
        const std::optional<Date> date = date_of_vac(vac, fine);
        std::string id = text_under(vac, "id", false, fine);
        if (id.empty()) id = std::to_string(number);
        if (!fine || !date) return context_.refused(Schema<Question>::plural, options_.id_prefix + id);
        write(vac, id, asked, answered, keywords, groups, *date, standing);
    }

    void write(const json::Value& vac, const std::string& id, const std::string& asked,
               const std::string& answered, const std::vector<std::string>& keywords,
               const std::vector<std::string>& groups, Date date, Standing standing) {
        Draft<Question> question;
        question.start = places_.of(vac.at);
        question.record.id = Id<Question>(options_.id_prefix + id);
        question.record.date = date;
        const bool line = asked.size() <= max_line_bytes && asked.find_first_of("\r\n") == std::string::npos;
        (line ? question.record.title : question.record.text) = asked;
        question.record.keywords = keywords;
        for (const std::string& keyword : keywords) {
            const auto topic = options_.topics.find(ascii_lower(keyword));
            auto& topics = question.record.topics;
            if (topic == options_.topics.end() ||
                std::find(topics.begin(), topics.end(), topic->second) != topics.end())
                continue;
            topics.push_back(topic->second);
        }
        for (const std::string& group : groups) {
            question.record.target_group += (question.record.target_group.empty() ? "" : ", ") + group;
        }
        Draft<Answer> answer;
        answer.start = question.start;
        answer.record.id = Id<Answer>(options_.id_prefix + id);
        answer.record.question = question.record.id;
        answer.record.by_organisation = options_.organisation;
        answer.record.date = date;
        answer.record.text = answered;
        answer.record.status = standing == Standing::current ? AnswerStatus::current : AnswerStatus::outdated;
        question.record.audience = answer.record.audience = options_.audience;
        question.record.provenance = options_.provenance;
        if (question.record.provenance.source.empty()) question.record.provenance.source = name_;
        answer.record.provenance = question.record.provenance;
        take(context_, name_, question);
        take(context_, name_, answer);
    }

    void add_notices() {
        std::vector<std::string>& notices = context_.report().notices;
        if (drafts_ > 0) {
            notices.push_back(name_ + ": " + std::to_string(drafts_) +
                              " VACs with status concept passed over");
        }
        for (const auto& [key, count] : passed_over_) {
            notices.push_back(name_ + ": the key '" + excerpt(key, 60) + "' of " + std::to_string(count) +
                              " VACs passed over");
        }
    }

    LoadContext& context_;
    const VacOptions& options_;
    std::string name_;
    std::string text_;
    Places places_;
    std::uint64_t drafts_ = 0;
    std::map<std::string, std::uint64_t> passed_over_;
};

}  // namespace

LoadReport load_vac(Store& store, const fs::path& file, const VacOptions& options) {
    LoadTransaction transaction(store);
    LoadOptions load_options;
    load_options.progress = options.progress;
    LoadContext context(store, load_options);
    if (!store.find(options.organisation)) {
        throw InvalidInput(
            {"VacOptions, field organisation",
             "the organisation '" + excerpt(options.organisation.str(), 60) + "' does not exist",
             "the id of the organisation that answers", "add the organisation first"});
    }
    VacLoader(context, options, file).run();
    context.finish();
    transaction.commit();
    return std::move(context.report());
}

}  // namespace m150::inline v0
