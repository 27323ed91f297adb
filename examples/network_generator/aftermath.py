"""What became of the questions, and who wants to be left alone. Drawn from the planted truth, with noise."""
import datetime

from chance import Chance, is_workday
from exchange import LAST

SINCE = datetime.date(2025, 1, 6)
RECORDED = 150
BASE_HELPS = 0.75      # how often an older answer to the same need is found and taken
HELPS = [0.0, 0.35, 0.65, 0.85]  # by the level of who was asked


def later(chance, day, most):
    """Up to `most` days later, sooner rather than later, on a workday."""
    day = min(day + datetime.timedelta(days=int((most + 1) * chance.unit() * chance.unit())), LAST)
    while not is_workday(day):
        day += datetime.timedelta(days=1)
    return day


def need_of(question):
    return question["id"].rsplit("-q", 1)[0]


def outcome(chance, world, question, older):
    """One question: an older pair that answers it, somebody who knows, or nobody."""
    topic, asker, asked = question["topics"][0], question["asked_by"], question["date"]
    record = {"question": question["id"], "asked_by": asker, "asked": asked, "topics": [topic]}
    if older and chance.yes(BASE_HELPS):
        record.update(kind="answered-by-base", pair=chance.pick(older)["id"], date=later(chance, asked, 3),
                      helpful=chance.yes(0.85))
        return record
    weight = lambda i: (i != asker) * (0.05, 0.3, 1.0, 3.0)[world.expertise[i][topic]] * world.activity[i]
    who = chance.pick(world.participants, weight)
    level = world.expertise[who][topic]
    record["date"] = later(chance, asked, 35)
    share = chance.unit()
    if share < 0.12:
        record["kind"] = "no-answer"
    elif share < 0.12 + (0.25, 0.15, 0.08, 0.05)[level]:
        record.update(kind="declined", municipality=who)
    else:
        record.update(kind="passed-on" if chance.yes(0.7) else "contacted", municipality=who)
        if chance.yes(0.85):  # not everybody tells how it went
            record["helpful"] = chance.yes(HELPS[level])
    return record


def outcomes(seed, world, questions, answers):
    chance = Chance(seed, "outcomes")
    answered = {}
    for answer in answers:
        answered.setdefault(answer["question"], []).append(answer["date"])
    recent = [q for q in questions if q["date"] >= SINCE and not q["audience"]]
    records = []
    for question in chance.several(sorted(recent, key=lambda q: q["id"]), RECORDED):
        older = [q for q in questions if need_of(q) == need_of(question) and not q["audience"]
                 and min(answered.get(q["id"], [question["date"]])) < question["date"]]
        records.append(dict(outcome(chance, world, question, older), provenance="synthetic: afloop verzonnen"))
    records.sort(key=lambda r: (r["asked"], r["question"]))
    return [dict(record, id=f"afloop-{number:04d}") for number, record in enumerate(records, 1)]


def pauses(seed, world):
    """Three municipalities that are asked a lot: two for a while, one on a topic until further notice."""
    chance = Chance(seed, "pauses")
    busy = chance.several(world.participants, 3, lambda i: world.activity[i] * (i != "GM0355"))
    best = max(world.topics, key=lambda t: (world.expertise[busy[2]][t], t))
    return [{"id": "pauze-1", "municipality": busy[0], "from": "2026-07-01", "to": "2026-12-31", "provenance": "synthetic: verzonnen"},
            {"id": "pauze-2", "municipality": busy[1], "from": "2025-01-01", "to": "2025-06-30", "provenance": "synthetic: verzonnen"},
            {"id": "pauze-3", "municipality": busy[2], "topics": [best], "from": "2026-03-01", "provenance": "synthetic: verzonnen"}]
