#include <algorithm>

#include "libm150/search/normalise.hpp"
#include "libm150/search/query_parts.hpp"

namespace m150::inline v0::querying {

namespace {

// Of a text that is no question but a page of another language.
constexpr std::size_t most_looked_up = 10;
constexpr std::size_t longest_short = 5;  // letters of a word that SpellingOptions::short_sure is for

bool capital_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // A-Z; and of the letters with accents that Dutch uses, U+00C0 to U+00DE.
    return (byte >= 'A' && byte <= 'Z') ||
           (byte == 0xC3 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) <= 0x9E);
}

bool has_small_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Does a sentence begin with the word at `begin`, after what ends at `before`?
bool begins_sentence(std::string_view text, std::size_t before, std::size_t begin) {
    return before == 0 ||
           text.substr(before, begin - before).find_first_of(".!?:\n") != std::string_view::npos;
}

class WordReader {
  public:
    WordReader(std::string_view text, const QuerySources& sources, const SpellingOptions& options,
               std::vector<QueryNote>& notes)
        : text_(text),
          sources_(sources),
          options_(options),
          notes_(notes),
          shouted_(!has_small_letters(text)) {}

    void read(ReadWord& word, bool first_of_sentence) {
        const std::string bare = bare_word(word.token.word);
        if (looked_up_ == most_looked_up || bare.size() < options_.shortest) return;
        const bool capital = capital_at(text_, word.token.begin);
        const bool may_be_name =
            capital && !shouted_ && (!first_of_sentence || !has_small_letters(word.typed));
        if (word.token.known && (!may_be_name || word.token.parts.empty())) return;
        if (speller_ == nullptr) speller_ = &sources_.speller();
        if (!word.token.known && speller_->knows(bare)) return;
        ++looked_up_;
        const std::string name = speller_->name_near(bare);
        // A word that only looks like a compound may be a name all the same.
        if (may_be_name || !name.empty()) {
            if (!name.empty()) note(QueryNote::Kind::suggestion, word.typed, name, 1.0);
            return;
        }
        const std::vector<Respelling> readings = speller_->readings(
            bare, options_,
            [&](const std::string& meant, std::size_t most) { return documents(meant, most); });
        for (const Respelling& reading : readings)
            add(word, reading);
        if (bare.size() <= longest_short && !word.readings.empty()) drop_unless_sure(word);
        if (!word.readings.empty()) word.weight = options_.typed_weight;
    }

  private:
    std::size_t documents(const std::string& bare, std::size_t most) const {
        if (sources_.texts == nullptr) return 0;
        const std::vector<Token> tokens = sources_.analyzer.tokens(bare);
        return tokens.empty() || tokens[0].stem.empty() ? 0 : sources_.texts->holding(tokens[0].stem, most);
    }

    void add(ReadWord& word, const Respelling& reading) {
        std::vector<Token> tokens = sources_.analyzer.tokens(reading.word);
        if (tokens.size() != 1 || tokens[0].stem.empty()) return;
        const double weight = reading.share * options_.correction_weight;
        // Two forms of one word are one reading.
        for (ReadWord::Reading& known : word.readings) {
            if (known.token.stem != tokens[0].stem) continue;
            known.weight += weight;
            notes_[known.note].share += reading.share;
            return;
        }
        tokens[0].begin = word.token.begin;
        tokens[0].end = word.token.end;
        word.readings.push_back({std::move(tokens[0]), weight, notes_.size()});
        note(QueryNote::Kind::correction, word.typed, reading.word, reading.share);
    }

    // "henk" is no more "hek" than it is "denk", and "kevin" no "kelvin" that nobody wrote about.
    void drop_unless_sure(ReadWord& word) {
        const std::size_t first = word.readings.front().note;  // its notes are the last ones
        const auto surest =
            std::max_element(notes_.begin() + static_cast<std::ptrdiff_t>(first), notes_.end(),
                             [](const QueryNote& a, const QueryNote& b) { return a.share < b.share; });
        if (surest->share >= options_.short_sure && documents(surest->meaning, 1) > 0) return;
        notes_.resize(first);
        word.readings.clear();
    }

    void note(QueryNote::Kind kind, const std::string& typed, const std::string& meaning, double share) {
        QueryNote made;
        made.kind = kind;
        made.word = typed;
        made.meaning = meaning;
        made.share = share;
        notes_.push_back(std::move(made));
    }

    std::string_view text_;
    const QuerySources& sources_;
    const SpellingOptions& options_;
    std::vector<QueryNote>& notes_;
    bool shouted_;  // all in capitals
    std::size_t looked_up_ = 0;
    const Speller* speller_ = nullptr;
};

}  // namespace

std::vector<ReadWord> read_words(std::string_view text, const QuerySources& sources,
                                 const SpellingOptions& options, std::vector<QueryNote>& notes) {
    std::vector<ReadWord> words;
    WordReader reader(text, sources, options, notes);
    std::size_t before = 0;
    for (Token& token : sources.analyzer.tokens(text)) {
        ReadWord& word = words.emplace_back();
        word.typed = text.substr(token.begin, token.end - token.begin);
        word.token = std::move(token);
        if (options.correct && sources.speller && !word.token.stem.empty())
            reader.read(word, begins_sentence(text, before, word.token.begin));
        before = word.token.end;
    }
    return words;
}

}  // namespace m150::inline v0::querying
