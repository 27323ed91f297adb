#include "libm150/match/understood.hpp"

#include <cmath>
#include <string_view>

namespace m150::inline v0 {

namespace {

std::string in_quotes(std::string_view word) {
    return "“" + std::string(word) + "”";
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + in_quotes(word);
    return text;
}

std::string source_text(std::string_view source, bool dutch) {
    if (source == "records") return dutch ? " (zo uitgelegd in het netwerk)" : " (as records explain it)";
    if (source == "topic") return dutch ? " (onderwerp)" : " (topic)";
    if (source == "word") return dutch ? " (het gewone woord)" : " (the ordinary word)";
    return dutch ? " (woordenlijst)" : " (vocabulary)";
}

}  // namespace

std::string explain(const QueryNote& note, TextLanguage language) {
    const bool dutch = language == TextLanguage::nl;
    const bool certain = note.share > 0.995;
    const std::string chance = certain ? "" : " (" + std::to_string(std::lround(100 * note.share)) + "%)";
    const std::string because =
        note.because.empty() ? "" : (dutch ? ", vanwege " : ", because of ") + listed(note.because);
    switch (note.kind) {
        case QueryNote::Kind::correction:
            return in_quotes(note.word) + (dutch ? " gelezen als " : " read as ") + in_quotes(note.meaning) +
                   chance;
        case QueryNote::Kind::suggestion:
            return in_quotes(note.word) + (dutch ? ": bedoelde u " : ": did you mean ") + note.meaning + "?";
        case QueryNote::Kind::abbreviation:
            return in_quotes(note.word) + (dutch ? " gelezen als " : " read as ") + note.meaning + chance +
                   because + source_text(note.source, dutch);
        case QueryNote::Kind::topic:
            return in_quotes(note.word) +
                   (dutch ? ": ook gezocht op het onderwerp " : ": also looked for the topic ") +
                   note.meaning + (dutch ? " en de andere namen daarvan" : " and the other names it goes by");
        case QueryNote::Kind::synonym:
            break;
    }
    return in_quotes(note.word) + (dutch ? ": ook gezocht op " : ": also looked for ") + note.meaning +
           source_text(note.source, dutch);
}

std::vector<std::string> explain_all(const Query& understood, TextLanguage language) {
    std::vector<std::string> sentences;
    for (const QueryNote& note : understood.notes)
        sentences.push_back(explain(note, language));
    if (!understood.ignored.empty()) {
        sentences.push_back((language == TextLanguage::nl ? "Niet op gezocht: " : "Not looked for: ") +
                            listed(understood.ignored));
    }
    return sentences;
}

}  // namespace m150::inline v0
