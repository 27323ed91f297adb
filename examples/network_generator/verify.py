"""What must hold of the generated records, whatever the seed: ids known, dates in order, values in range, and nobody
who answers outside the audience. Returns what does not."""
import datetime


def day(value):
    return datetime.date.fromisoformat(str(value))


def references(tables):
    """Every (record, type referred to, id) in the tables."""
    single = {"asked_by": "municipalities", "by": "municipalities", "by_organisation": "organisations", "question": "questions",
              "municipality": "municipalities", "topic": "topics", "organisation": "organisations", "network": "networks",
              "from": "municipalities", "to": "municipalities", "chair": "municipalities", "successor": "municipalities",
              "meeting": "meetings", "host": "municipalities", "pair": "questions"}
    lists = {"topics": "topics", "broader": "topics", "related": "topics", "neighbours": "municipalities",
              "crossings": "municipalities",
             "wishes": "topics"}

    def walk(plural, record, part):
        for name, value in part.items():
            if name in ("from", "to") and plural != "contacts":
                continue
            if name == "members" and plural == "working_groups":
                yield from ((record, "municipalities", item) for item in value)
            elif name in single and value:
                yield record, single[name], value
            elif name in lists:
                yield from ((record, lists[name], item) for item in value)
            elif isinstance(value, list):
                for item in value:
                    if isinstance(item, dict):
                        yield from walk(plural, record, item)

    for plural, records in tables.items():
        for record in records:
            yield from walk(plural, record, record)


def faults(tables, world):
    found = []
    ids = {plural: {r["id"] for r in records} for plural, records in tables.items()}
    for plural, records in tables.items():
        if len(ids[plural]) != len(records):
            found.append(f"{plural}: an id is used twice")
    for record, plural, target in references(tables):
        if target not in ids[plural]:
            found.append(f"{record['id']}: no {plural} {target}")
    questions = {q["id"]: q for q in tables["questions"]}
    for answer in tables["answers"]:
        question = questions[answer["question"]]
        if not 1 <= (day(answer["date"]) - day(question["date"])).days <= 60:
            found.append(f"{answer['id']}: not 1 to 60 days after its question")
        if ("by" in answer) == ("by_organisation" in answer) or answer.get("by") == question["asked_by"]:
            found.append(f"{answer['id']}: wrong answerer")
        audience = question["audience"] or ""
        by = answer.get("by", question["asked_by"])
        if audience == "network:M150" and by not in world.m150 or audience.startswith("members:") and by not in audience:
            found.append(f"{answer['id']}: {by} could not see the question")
        if answer["audience"] != question["audience"]:
            found.append(f"{answer['id']}: another audience than its question")
    for group in tables["working_groups"]:
        if group["chair"] not in group["members"] or len(set(group["members"])) != len(group["members"]):
            found.append(f"{group['id']}: members")
    for plural in ("questions", "answers", "inventory", "news", "contacts", "meetings"):
        for record in tables[plural]:
            if not datetime.date(2023, 1, 1) <= day(record["date"]) <= datetime.date(2027, 12, 31):
                found.append(f"{record['id']}: date")
    for outcome in tables["outcomes"]:
        if not day(outcome["asked"]) <= day(outcome["date"]) or outcome.get("municipality") == outcome["asked_by"]:
            found.append(f"{outcome['id']}: date or who was asked")
        if outcome.get("pair") == outcome["question"]:
            found.append(f"{outcome['id']}: answered by itself")
    for contact in tables["contacts"]:
        if contact["from"] == contact["to"]:
            found.append(f"{contact['id']}: with itself")
    if sum(not m.get("valid_to") for m in tables["municipalities"]) != 342 or len(world.m150) != 176:
        found.append("municipalities: not the 342 of 2023, or not 176 in the band")
    return found
