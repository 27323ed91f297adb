#include "libm150/search/word_data.hpp"

#include "libm150/search/fnv.hpp"

// The assembler copies the files in as they are: no data path at run time, nothing to compile.
// M150_SEARCH_DATA is their folder; CMake names them as dependencies of this file.
#define M150_EMBED(name, file)                                                      \
    __asm__(                                                                        \
        ".section .rodata\n"                                                        \
        ".balign 8\n"                                                               \
        ".globl m150_data_" #name                                                   \
        "\n"                                                                        \
        ".hidden m150_data_" #name                                                  \
        "\n"                                                                        \
        "m150_data_" #name                                                          \
        ":\n"                                                                       \
        ".incbin \"" M150_SEARCH_DATA "/" file                                      \
        "\"\n"                                                                      \
        ".globl m150_data_" #name                                                   \
        "_end\n"                                                                    \
        ".hidden m150_data_" #name                                                  \
        "_end\n"                                                                    \
        "m150_data_" #name                                                          \
        "_end:\n"                                                                   \
        ".byte 0\n"                                                                 \
        ".previous\n");                                                             \
    extern "C" __attribute__((visibility("hidden"))) const char m150_data_##name[]; \
    extern "C" __attribute__((visibility("hidden"))) const char m150_data_##name##_end[]

#define M150_VIEW(name) \
    std::string_view(m150_data_##name, static_cast<std::size_t>(m150_data_##name##_end - m150_data_##name))

M150_EMBED(stop_words_nl, "stop_words_nl.txt");
M150_EMBED(stop_words_en, "stop_words_en.txt");
M150_EMBED(stem_exceptions, "stem_exceptions.tsv");
M150_EMBED(strong_verbs, "strong_verbs.tsv");
M150_EMBED(homonyms, "homonyms.tsv");
M150_EMBED(lexicon_nl, "lexicon_nl.tsv");
M150_EMBED(lexicon_en, "lexicon_en.tsv");
M150_EMBED(compound_rules, "compound_rules.tsv");
M150_EMBED(space_nl, "space_nl.bin");
M150_EMBED(vocabulary_nl, "vocabulary_nl.tsv");
M150_EMBED(vocabulary_en, "vocabulary_en.tsv");

namespace m150::inline v0::word_data {

std::string_view stop_words_nl() noexcept {
    return M150_VIEW(stop_words_nl);
}
std::string_view stop_words_en() noexcept {
    return M150_VIEW(stop_words_en);
}
std::string_view stem_exceptions() noexcept {
    return M150_VIEW(stem_exceptions);
}
std::string_view strong_verbs() noexcept {
    return M150_VIEW(strong_verbs);
}
std::string_view homonyms() noexcept {
    return M150_VIEW(homonyms);
}
std::string_view lexicon_nl() noexcept {
    return M150_VIEW(lexicon_nl);
}
std::string_view lexicon_en() noexcept {
    return M150_VIEW(lexicon_en);
}
std::string_view compound_rules() noexcept {
    return M150_VIEW(compound_rules);
}
std::string_view space_nl() noexcept {
    return M150_VIEW(space_nl);
}
std::string_view vocabulary_nl() noexcept {
    return M150_VIEW(vocabulary_nl);
}
std::string_view vocabulary_en() noexcept {
    return M150_VIEW(vocabulary_en);
}

std::uint64_t hash(Language language) noexcept {
    std::uint64_t value = fnv_start;
    const auto add = [&](std::string_view list) { value = fnv("\n--\n", fnv(list, value)); };
    if (language == Language::english) {
        add(stop_words_en());
        add(lexicon_en());
        return value;
    }
    for (const std::string_view list : {stop_words_nl(), stop_words_en(), stem_exceptions(), strong_verbs(),
                                        homonyms(), lexicon_nl(), compound_rules()})
        add(list);
    return value;
}

}  // namespace m150::inline v0::word_data
