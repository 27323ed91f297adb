"""The corpus as questions and answers: the words are the corpus', who asked and answered and when is drawn."""
import datetime
import re

from chance import Chance, is_workday

FIRST = datetime.date(2023, 1, 9)
LAST_QUESTION = datetime.date(2026, 9, 11)
LAST = datetime.date(2026, 9, 30)
ASK_WEIGHT = [0.15, 1.0, 2.5, 5.0]     # by level of demand
ANSWER_WEIGHT = [0.03, 0.6, 2.5, 6.0]  # by level of expertise
ACCEPTED = [0.15, 0.3, 0.45, 0.6]      # by the answerer's level of expertise
# AVH passes on advice, never a municipality's own story: an order to begin with, and nobody who speaks of "us".
ADVICE = re.compile(r"(?!.*\b(wij|we|ons|onze|mijn|ik|jullie)\b)(Begin|Check|Kijk|Leg|Let|Maak|Plan|Spreek|Vraag|Zet)\b", re.IGNORECASE)


def not_before(need, limits):
    day = limits.get(need["id"], limits.get(need["topic"]))
    return datetime.date.fromisoformat(day) if day else FIRST


def draw_audience(chance, world, asker):
    """Mostly open; some within M150, among neighbours, or for AVH only. Returns the audience and who may answer."""
    share = chance.unit()
    if share < 0.10 and asker in world.m150:
        return "network:M150", sorted(world.m150)
    if share >= 0.97:
        return "avh", world.participants
    if share >= 0.94:
        close = [i for i in world.participants if i != asker and world.near(asker, i)]
        named = sorted([asker] + chance.several(close, 4))
        if len(named) >= 4:
            return "members:" + "+".join(named), named
    return None, world.participants


def draw_question(chance, world, need, number, asked_before, limits):
    topic = need["topic"]
    weight = lambda i: (ASK_WEIGHT[world.demand[i][topic]] * world.activity[i] *
                        (1.0 if i in world.m150 else 0.4) * (i not in asked_before))
    asker = chance.pick(world.participants, weight)
    audience, circle = draw_audience(chance, world, asker)
    words = need["questions"][number]
    record = {"id": f"{need['id']}-q{number + 1}", "asked_by": asker,
              "date": chance.workday(not_before(need, limits), LAST_QUESTION, growth=2.0),
              "title": words["title"], "text": words["text"], "topics": [topic], "audience": audience,
              "provenance": f"synthetic: examples/corpus, {need['id']}"}
    return record, circle


def answer_day(chance, asked):
    """1 to 60 days later, sooner rather than later, on a workday, not after LAST."""
    day = min(asked + datetime.timedelta(days=1 + int(50 * chance.unit() * chance.unit())), LAST)
    while not is_workday(day):
        day += datetime.timedelta(days=1)
    return day


def draw_answer(chance, world, need, number, question, circle, taken):
    topic, text = need["topic"], need["answers"][number]
    record = {"id": f"{need['id']}-a{number + 1}", "question": question["id"], "date": answer_day(chance, question["date"]),
              "text": text, "audience": question["audience"], "provenance": question["provenance"]}
    level = 1
    if ADVICE.match(text):
        record["by_organisation"] = "AVH"
    else:
        weight = lambda i: (ANSWER_WEIGHT[world.expertise[i][topic]] * world.activity[i] *
                            (i != question["asked_by"] and i not in taken))
        record["by"] = chance.pick(circle, weight)
        taken.add(record["by"])
        level = world.expertise[record["by"]][topic]
    wants = chance.yes(ACCEPTED[level])
    record["accepted"] = wants and not question.get("settled")
    question["settled"] = question.get("settled") or wants
    if record["date"] < datetime.date(2024, 7, 1) and chance.yes(0.06):
        record["status"] = "outdated"
    return record


def questions_and_answers(seed, world, needs, limits):
    """Question j of a need gets answer j; surplus answers go to the first question."""
    questions, answers = [], []
    for need in needs:
        chance = Chance(seed, "exchange " + need["id"])
        drawn = []
        for number in range(len(need["questions"])):
            drawn.append(draw_question(chance, world, need, number, {q["asked_by"] for q, _ in drawn}, limits))
        taken = {q["id"]: set() for q, _ in drawn}
        for number in range(len(need["answers"])):
            question, circle = drawn[number if number < len(drawn) else 0]
            answers.append(draw_answer(chance, world, need, number, question, circle, taken[question["id"]]))
        questions += [{k: v for k, v in q.items() if k != "settled"} for q, _ in drawn]
    return questions, answers
