"""What else the network does: inventories, meetings, speakers, contacts, working groups. All drawn from the planted
truth, with noise."""
import datetime

from chance import Chance

ROUNDS = [(2024, datetime.date(2024, 9, 2), datetime.date(2024, 9, 27)),
          (2026, datetime.date(2026, 2, 2), datetime.date(2026, 2, 27))]
RESPONDENTS = 120
SHOWN = "GM0355"  # the demonstration asks for this municipality: it always responds


def observed(chance, level, modesty):
    """What a municipality says of itself: mostly its level, sometimes a step off."""
    share = chance.unit()
    step = -1 if share < modesty else 1 if share > 0.9 else 0
    return max(0, min(3, level + step)) if level else int(chance.yes(0.03))


def top(chance, levels, count):
    """The topics with the highest levels, in drawn order among equals."""
    order = sorted((-n, chance.unit(), t) for t, n in levels.items() if n)
    return {t: -n for n, _, t in order[:count]}


def inventory(seed, world, remarks):
    records = []
    for year, first, last in ROUNDS:
        chance = Chance(seed, f"inventory {year}")
        weight = lambda i: world.activity[i] * (1.0 if i in world.m150 else 0.25)
        who = [SHOWN] + chance.several([i for i in world.participants if i != SHOWN], RESPONDENTS - 1, weight)
        for i in sorted(who):
            date = chance.workday(first, last)
            needs = top(chance, {t: observed(chance, world.demand[i][t], 0.15) for t in world.topics}, 3)
            offers = top(chance, {t: observed(chance, world.expertise[i][t], 0.25) for t in world.topics}, 3)
            for t in sorted(set(needs) | set(offers)):
                need, offer = needs.get(t, 0), offers.get(t, 0)
                kind = "both" if need and offer else "needs" if need else "offers"
                records.append({
                    "id": f"inv-{year}-{i}-{t}", "municipality": i, "topic": t, "needs": need, "offers": offer, "date": date,
                    "remark": chance.pick(remarks[kind]) if chance.yes(0.12) else "",
                    "provenance": f"synthetic: inventarisatie {year}, verzonnen"})
    return records


def registrations(chance, world, plan):
    able = [i for i in sorted(world.m150)
            if "provinces" not in plan or world.municipalities[i]["province"] in plan["provinces"]]
    chosen = chance.several(able, plan["registered"], lambda i: world.activity[i])
    records = []
    for i in sorted(chosen):
        wishes = top(chance, world.demand[i], 3)
        records.append({"municipality": i, "people": chance.pick([1, 2, 3], lambda n: 4 - n),
                        "wishes": sorted(wishes, key=lambda t: (-wishes[t], t))})
    return records


def meetings(seed, world, plans):
    records = []
    for plan in plans:
        agenda = [{"id": item["id"], "title": item["title"], "text": item["text"], "topics": item["topics"],
                   "minutes": item.get("minutes", 30), "speakers_at_least": item.get("least", 1),
                   "speakers_at_most": item.get("most", 1)} for item in plan["agenda"]]
        about = "dag bekend, agenda en aanmeldingen verzonnen" if plan["real_date"] else "verzonnen"
        records.append({
            "id": plan["id"], "title": plan["title"], "kind": plan["kind"], "network": "M150", "date": plan["date"],
            "online": plan["online"], "agenda": agenda,
            "registrations": registrations(Chance(seed, "meeting " + plan["id"]), world, plan),
            "provenance": "synthetic: " + about})
    return records


def availability(chance):
    share = chance.unit()
    if share < 0.3:
        return [{"from": "2027-01-01", "to": "2027-06-30"}]
    if share < 0.4:
        return [{"from": "2027-05-01", "to": "2027-12-31"}]
    return []


def talks(chance, plan, level, dates):
    if "talk" not in plan:
        return []
    where = [(dates[m], m) for m in plan.get("at", [])]
    if not where:
        where = [(str(chance.workday(datetime.date(2025, 1, 6), datetime.date(2026, 6, 30))), None)]
    return [{"date": date, "title": plan["talk"], "topics": plan["topics"], "meeting": meeting,
             "rating": round(3.0 + 0.4 * level + 0.6 * chance.unit(), 1)} for date, meeting in where]


def speakers(seed, world, plans, meeting_records):
    """Speakers of a municipality come from one that knows their first topic; at most one from each."""
    chance = Chance(seed, "speakers")
    dates = {m["id"]: m["date"] for m in meeting_records}
    records, used = [], set()
    for number, plan in enumerate(plans, 1):
        home, level = None, 2
        if "organisation" not in plan:
            first = plan["topics"][0]
            weight = lambda i: (i not in used) * (0, 0, 1, 8)[world.expertise[i][first]] * world.activity[i]
            home = chance.pick(world.participants, weight)
            used.add(home)
            level = world.expertise[home][first]
        records.append({
            "id": f"spreker-{number:02d}", "role": plan["role"], "organisation": plan.get("organisation"),
            "municipality": home, "profile": plan["profile"], "topics": plan["topics"],
            "talks": talks(chance, plan, level, dates), "availability": availability(chance),
            "provenance": "synthetic: geen bestaand persoon"})
    return records


def outcome(chance, level, date):
    if date > datetime.date(2026, 8, 14):
        return "unknown"
    share = chance.unit()
    if share < 0.08:
        return "declined"
    return "helpful" if share < (0.85 if level == 3 else 0.65) else "not-helpful"


def contacts(seed, world, count):
    chance = Chance(seed, "contacts")
    wishes = [(i, t) for i in sorted(world.m150) for t in world.topics if world.demand[i][t]]
    drawn = {}
    while len(drawn) < count:
        learner, t = chance.pick(wishes, lambda w: world.demand[w[0]][w[1]] ** 2 * world.activity[w[0]])
        weight = lambda i: (i != learner) * (0, 0, 1, 3)[world.expertise[i][t]] * world.activity[i] * (
            (1.0 + world.near(learner, i)) * (1.0 - abs(world.size[i] - world.size[learner]) / 2.5))
        guide = chance.pick(world.participants, weight)
        more = [o for o in world.topics if o != t and world.demand[learner][o] and world.expertise[guide][o] >= 2]
        date = chance.workday(datetime.date(2023, 5, 8), datetime.date(2026, 9, 30), growth=2.0)
        drawn.setdefault((learner, guide), {
            "from": learner, "to": guide, "date": date, "topics": [t] + chance.several(more, 1),
            "outcome": outcome(chance, world.expertise[guide][t], date), "provenance": "synthetic: contact verzonnen"})
    records = sorted(drawn.values(), key=lambda c: (c["date"], c["from"], c["to"]))
    return [dict(record, id=f"contact-{number:04d}") for number, record in enumerate(records, 1)]


def working_groups(seed, world, plans):
    chance = Chance(seed, "working groups")
    records = []
    for plan in plans:
        t = plan["topic"]
        chair = chance.pick(world.participants, lambda i: (world.expertise[i][t] == 3) * world.activity[i])
        others = chance.several([i for i in world.participants if i != chair], plan["members"] - 1,
                                lambda i: (0.02 + (world.expertise[i][t] >= 2) + (world.demand[i][t] >= 2)) * world.activity[i])
        records.append({"id": plan["id"], "name": plan["name"], "topics": [t], "members": sorted([chair] + others),
                        "chair": chair, "from": plan["from"], "to": plan.get("to"),
                        "provenance": "synthetic: werkgroep verzonnen"})
    return records
