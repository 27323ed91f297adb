// A small world for the tests of given vectors: three directions, by what a text is about.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::testing {

// Knows words to belong together that the search does not join.
class SubjectModel : public TextEmbedder {
  public:
    std::string model() const override { return "subjects-1"; }
    std::size_t dimension() const override { return 3; }
    std::size_t batch() const override { return 2; }
    void embed(std::span<const std::string> texts, std::span<float> rows) const override {
        EXPECT_LE(texts.size(), batch());
        EXPECT_EQ(rows.size(), texts.size() * 3);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            ++calls;
            rows[3 * i] = holds(texts[i], {"hond", "teckel", "poes"});
            rows[3 * i + 1] = holds(texts[i], {"kerk", "moskee", "tempel"});
            rows[3 * i + 2] = holds(texts[i], {"bodycams", "vuurwerk"});
            if (texts[i].find("ontploft") != std::string::npos) throw std::runtime_error("ontploft");
        }
    }
    mutable int calls = 0;

  private:
    static float holds(const std::string& text, const std::vector<const char*>& words) {
        return static_cast<float>(std::count_if(words.begin(), words.end(), [&](const char* word) {
            return text.find(word) != std::string::npos;
        }));
    }
};

inline Question question_of(const std::string& id, const std::string& text,
                            AudienceKind audience = AudienceKind::everyone) {
    Question question;
    question.id = Id<Question>(id);
    question.date = Date(2026, 1, 1);
    question.title = text;
    question.audience = {audience, {}, {}};
    return question;
}

inline Answer answer_of(const std::string& id, const std::string& question, const std::string& text,
                        AudienceKind audience = AudienceKind::everyone, Date date = Date(2026, 1, 2)) {
    Answer answer;
    answer.id = Id<Answer>(id);
    answer.question = Id<Question>(question);
    answer.by = Id<Municipality>("GM0355");
    answer.date = date;
    answer.text = text;
    answer.audience = {audience, {}, {}};
    return answer;
}

inline void fill(KnowledgeBase& base) {
    Municipality municipality;
    municipality.id = Id<Municipality>("GM0355");
    municipality.name = "Zeist";
    municipality.province = "Utrecht";
    base.add(municipality);
    base.add(question_of("v-1", "Een teckel in de tuin"));
    base.add(question_of("v-2", "Een moskee naast de winkel"));
    base.add(question_of("v-3", "Iets heel anders"));
    base.commit();
}

inline std::vector<std::string> found(const Snapshot& now, const std::string& text,
                                      std::vector<float> vector = {}) {
    AskOptions options;
    options.text = text;
    options.embedding = std::move(vector);
    std::vector<std::string> ids;
    for (const FoundAnswer& answer : ask(now, options).answers) {
        ids.push_back(answer.question.id.str());
        double sum = 0.0;
        for (const Reason& reason : answer.reasons)
            sum += reason.share;
        EXPECT_NEAR(sum, answer.score, 1e-9);
    }
    return ids;
}

inline GivenEmbeddings rows(const std::vector<std::string>& ids, const std::vector<float>& numbers,
                            std::size_t dimension = 3, const std::string& model = "subjects-1") {
    GivenEmbeddings given{model, dimension, {}, numbers};
    for (const std::string& id : ids)
        given.questions.emplace_back(id);
    return given;
}

// Only what a model from outside says is left of meaning, so that it shows.
inline KnowledgeBaseOptions without_space() {
    KnowledgeBaseOptions options;
    options.ranking.cosine = 0.0;
    return options;
}

}  // namespace m150::testing
