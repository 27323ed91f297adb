// Outcomes of one question that cannot all be true are refused however they come in, and named when they are
// there.
#include "libm150/store/connection.hpp"
#include "tests/store/help.hpp"

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class OutcomesTold : public testing::Test {
  protected:
    OutcomesTold() {
        for (const auto& [code, successor] :
             {std::pair{"GM0355", ""}, {"GM0307", ""}, {"GM0501", "GM1992"}, {"GM1992", ""}}) {
            Municipality one;
            one.id = Id<Municipality>(code);
            one.name = code;
            if (*successor != 0) {
                one.valid_to = Date(2026, 3, 31);
                one.successor = Id<Municipality>(successor);
            }
            known.push_back(one);
        }
        std::swap(known[2], known[3]);
        store.begin();
        for (const Municipality& one : known)
            store.insert(one);
        for (const auto& [id, date] : {std::pair{"v-0", Date(2026, 1, 5)}, {"v-1", Date(2026, 3, 2)}}) {
            Question one;
            one.id = Id<Question>(id);
            one.date = date;
            one.title = "Mag dat?";
            store.insert(one);
        }
        store.commit();
        store.begin();
    }

    static Outcome told(const char* id, OutcomeKind kind, Date date, std::optional<bool> helpful,
                        const char* who = "GM0307") {
        Outcome one;
        one.id = Id<Outcome>(id);
        one.question = Id<Question>("v-1");
        one.asked = Date(2026, 3, 2);
        one.date = date;
        one.kind = kind;
        one.helpful = helpful;
        if (kind == OutcomeKind::answered_by_base) {
            one.pair = Id<Question>("v-0");
        } else if (kind != OutcomeKind::no_answer) {
            one.municipality = Id<Municipality>(who);
        }
        return one;
    }
    std::string refused(const Outcome& outcome) {
        try {
            store.insert(outcome);
        } catch (const InvalidInput& error) {
            return error.what();
        }
        return "";
    }
    std::vector<std::string> problems(const std::string& rows, const LoadOptions& options = {}) {
        write_file(place / "outcomes.csv", "id,question,asked,date,kind,pair,municipality,helpful\n" + rows);
        try {
            load_directory(store, place / "", options);
        } catch (const InvalidInput& error) {
            std::vector<std::string> texts;
            for (const Problem& problem : error.problems())
                texts.push_back(problem.text());
            return texts;
        }
        return {};
    }

    const Place place;
    std::vector<Municipality> known;
    Store store = Store::in_memory();
};

TEST_F(OutcomesTold, AMunicipalityHelpedOrDidNotHoweverItWasAsked) {
    const Date day(2026, 3, 9);
    EXPECT_EQ(refused(told("u-1", OutcomeKind::passed_on, Date(2026, 3, 3), {})), "");
    EXPECT_EQ(refused(told("u-2", OutcomeKind::passed_on, day, true)), "") << "the verdict follows";
    EXPECT_THAT(
        refused(told("u-3", OutcomeKind::contacted, day, false)),
        HasSubstr("outcome u-3 of question v-1: contradicts outcome u-2, which says that it did help; "
                  "expected outcomes that can all be true; replace u-2 when the verdict changed"));
    EXPECT_THAT(refused(told("u-3", OutcomeKind::declined, day.plus_days(3), {})), HasSubstr("u-2"));
    EXPECT_EQ(refused(told("u-3", OutcomeKind::declined, day, {}, "GM0355")), "") << "another one";
    EXPECT_THAT(refused(told("u-4", OutcomeKind::passed_on, day, true, "GM0355")),
                HasSubstr("u-3, which says that GM0355 declined"));
    EXPECT_EQ(refused(told("u-4", OutcomeKind::answered_by_base, day, false)), "");
    EXPECT_THAT(refused(told("u-5", OutcomeKind::answered_by_base, day, true)), HasSubstr("u-4"));
    EXPECT_THAT(refused(told("u-5", OutcomeKind::no_answer, day, {})), HasSubstr("helped by 2026-03-09"));
    Outcome phoned = told("u-5", OutcomeKind::contacted, day, false);
    phoned.question.reset();
    EXPECT_EQ(refused(phoned), "") << "of no stored question: nothing is known to be the same";
}

TEST_F(OutcomesTold, AChangedVerdictIsToldByReplacing) {
    Outcome verdict = told("u-1", OutcomeKind::passed_on, Date(2026, 3, 9), true);
    store.insert(verdict);
    verdict.helpful = false;
    EXPECT_NO_THROW(store.replace(verdict));
    store.insert(told("u-2", OutcomeKind::contacted, Date(2026, 3, 10), false));
    verdict.helpful = true;
    EXPECT_THROW(store.replace(verdict), InvalidInput) << "the other says so, too";
    EXPECT_EQ(store.find(verdict.id)->helpful, false);
}

TEST_F(OutcomesTold, WhoMergedIsItsSuccessor) {
    store.insert(told("u-1", OutcomeKind::passed_on, Date(2026, 3, 9), true, "GM0501"));
    EXPECT_EQ(refused(told("u-2", OutcomeKind::declined, Date(2026, 3, 10), {}, "GM1992")), "");
    EXPECT_THAT(refused(told("u-3", OutcomeKind::declined, Date(2026, 4, 10), {}, "GM0501")),
                HasSubstr("contradicts outcome u-1"));
    EXPECT_THAT(refused(told("u-3", OutcomeKind::passed_on, Date(2026, 4, 10), false, "GM1992")),
                HasSubstr("contradicts outcome u-1"));
}

TEST_F(OutcomesTold, APairIsAnotherQuestionThatWasThere) {
    Outcome outcome = told("u-1", OutcomeKind::answered_by_base, Date(2026, 3, 9), true);
    outcome.pair = outcome.question;
    EXPECT_THAT(refused(outcome), HasSubstr("field pair: is the question itself"));
    outcome.question = Id<Question>("v-0");
    outcome.asked = outcome.date = Date(2026, 2, 1);
    EXPECT_THAT(refused(outcome),
                HasSubstr("field pair: is question v-1 of 2026-03-02, after the outcome of 2026-02-01"));
    outcome.date = Date(2026, 3, 2);
    EXPECT_EQ(refused(outcome), "");
    store.connection().database().execute("UPDATE outcomes SET date = '2026-03-01'");
    EXPECT_THAT(store.check(), ElementsAre(testing::ResultOf([](const Problem& p) { return p.text(); },
                                                             HasSubstr("outcome u-1, field pair"))));
}

TEST_F(OutcomesTold, ALoadSaysWhere) {
    store.insert(told("a-1", OutcomeKind::passed_on, Date(2026, 3, 9), true));
    EXPECT_THAT(
        problems("u-1,v-1,2026-03-02,2026-03-10,contacted,,GM0307,false\n"
                 "u-2,v-1,2026-03-02,2026-03-10,answered-by-base,v-0,,true\n"
                 "u-3,v-1,2026-03-02,2026-03-11,answered-by-base,v-0,,false\n"
                 "u-4,v-0,2026-01-05,2026-01-11,answered-by-base,v-1,,\n"),
        ElementsAre(HasSubstr("outcomes.csv:2:31: outcome u-1 of question v-1: contradicts outcome a-1"),
                    HasSubstr("outcomes.csv:4:31: outcome u-3 of question v-1: contradicts outcome u-2"),
                    HasSubstr("outcomes.csv:5:48: outcome u-4, field pair: is question v-1")));
    EXPECT_EQ(store.count<Outcome>(), 1u) << "all or nothing";
    // Both change their mind in one load.
    EXPECT_THAT(problems("u-1,v-1,2026-03-02,2026-03-10,contacted,,GM0307,true\n"), IsEmpty());
    LoadOptions replacing;
    replacing.replace = true;
    EXPECT_THAT(problems("u-1,v-1,2026-03-02,2026-03-10,contacted,,GM0307,false\n"
                         "a-1,v-1,2026-03-02,2026-03-09,passed-on,,GM0307,false\n",
                         replacing),
                IsEmpty());
}

TEST_F(OutcomesTold, ThoseThatAreThereAreNamedOnce) {
    store.insert(told("u-1", OutcomeKind::passed_on, Date(2026, 3, 9), true));
    store.insert(told("u-2", OutcomeKind::contacted, Date(2026, 3, 10), true));
    store.commit();
    EXPECT_THAT(store.check(), IsEmpty());
    // As a base from before may hold them.
    store.connection().database().execute("UPDATE outcomes SET helpful = 0 WHERE id = 'u-2'");
    EXPECT_THAT(store.check(), ElementsAre(testing::ResultOf(
                                   [](const Problem& p) { return p.text(); },
                                   HasSubstr("outcome u-2 of question v-1: contradicts outcome u-1"))));
}

}  // namespace
}  // namespace m150::test
