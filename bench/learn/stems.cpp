#include <zlib.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "bench/learn/learn_space.hpp"
#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/knowledge/knowledge_base.hpp"
#include "libm150/search/fnv.hpp"

namespace m150::bench {

namespace {

// Lines of a file that may be compressed; zlib passes what is not compressed through.
class Lines {
  public:
    explicit Lines(const std::filesystem::path& file)
        : name_(file.string()), file_(gzopen(name_.c_str(), "rb")) {
        if (file_ == nullptr || std::filesystem::is_directory(file)) {
            throw InvalidInput({name_, "the file cannot be read", "a file of JSON objects, one a line",
                                "check that it is there and may be read"});
        }
    }
    bool next(std::string& line) {
        line.clear();
        ++number_;
        while (true) {
            if (at_ == filled_ && !fill()) return !line.empty();
            const std::string_view rest(block_.data() + at_, filled_ - at_);
            const std::size_t end = rest.find('\n');
            line += rest.substr(0, end);
            at_ += std::min(end, rest.size());
            if (end == std::string_view::npos) continue;
            ++at_;
            return true;
        }
    }
    std::string place() const { return name_ + ":" + std::to_string(number_); }

  private:
    struct Close {
        void operator()(gzFile file) const { gzclose(file); }
    };
    bool fill() {
        const int read = gzread(file_.get(), block_.data(), static_cast<unsigned>(block_.size()));
        int code = Z_OK;
        const char* message = gzerror(file_.get(), &code);
        if (read < 0 || code == Z_BUF_ERROR) {
            throw InvalidInput({name_, std::string("the file cannot be unpacked: ") + message, "a whole file",
                                "fetch it again"});
        }
        at_ = 0;
        filled_ = static_cast<std::size_t>(read);
        return read > 0;
    }

    std::string name_;
    std::unique_ptr<gzFile_s, Close> file_;
    std::vector<char> block_ = std::vector<char>(1 << 16);
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::size_t number_ = 0;
};

std::string text_of(const nlohmann::json& object) {
    std::string text;
    for (const char* field : {"title", "text"}) {
        const auto found = object.find(field);
        if (found != object.end() && found->is_string()) text += found->get<std::string>() + "\n";
    }
    return text;
}

KnowledgeBase opened(const std::filesystem::path& directory) {
    if (std::filesystem::exists(directory / "records.sqlite")) {
        return KnowledgeBase::open(directory, Access::read_only);
    }
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(directory);
    return base;
}

}  // namespace

void Stems::add(const std::string& text) {
    Source& source = sources_.back();
    ++source.documents;
    source.hash = fnv(text, source.hash == 0 ? fnv_start : source.hash);
    analyzer_.for_each_word(text, [&](std::size_t, std::size_t, const WordForm& form) {
        if (form.stem.empty()) return;
        auto known = numbers_.find(form.stem);
        if (known == numbers_.end()) {
            known = numbers_.emplace(form.stem, static_cast<std::uint32_t>(names_.size())).first;
            names_.push_back(form.stem);
            counts_.push_back(0);
        }
        ++counts_[known->second];
        ++source.tokens;
        tokens_.push_back(known->second);
    });
    tokens_.push_back(no_stem);
}

void add_text_file(const std::filesystem::path& file, Stems& stems) {
    Lines lines(file);
    stems.begin_source(file.filename().string());
    std::string line;
    while (lines.next(line)) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
        const std::string text = object.is_object() ? text_of(object) : std::string();
        if (text.empty() || invalid_utf8(text) != std::string::npos) {
            throw InvalidInput({lines.place(), "this is no document",
                                R"(a JSON object with a "text", and perhaps a "title", in UTF-8)",
                                "correct or remove the line"});
        }
        stems.add(text);
    }
}

void add_records(const std::filesystem::path& directory, LearnFrom from, Stems& stems) {
    const auto learned = [&](const auto& record) {
        const AudienceKind audience = record.audience.kind;
        return from == LearnFrom::avh || audience == AudienceKind::everyone ||
               (from == LearnFrom::all_networks && audience == AudienceKind::all_networks);
    };
    const KnowledgeBase base = opened(directory);
    const Snapshot now = base.snapshot();
    stems.begin_source(std::filesystem::absolute(directory / "").parent_path().filename().string());
    now.for_each_question([&](const Id<Question>& id, const auto&, Date, const auto&, const auto&) {
        const Pair pair = now.pair(id).value();
        if (!learned(pair.question)) return;
        std::string text = pair.question.title + "\n" + pair.question.text;
        for (const Answer& answer : pair.answers) {
            if (learned(answer)) text += "\n" + answer.text;
        }
        stems.add(text);
    });
}

}  // namespace m150::bench
