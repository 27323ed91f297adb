"""The canonical text of records, as the library exports them: fields in the order of the schema, values that a record
has anyway left out, records sorted by id."""
import json

# Type -> (file, fields in order, what a field holds when it is left out). Mirrors libm150/record/schema.hpp.
TAIL = ["audience", "provenance"]
LAYOUT = {
    "municipalities": ("csv", "id name province safety_region inhabitants latitude longitude urbanity area_km2 neighbours "
                              "crossings valid_from valid_to successor", "public"),
    "networks": ("jsonl", "id name bands members", "public"),
    "organisations": ("csv", "id name kind url", "public"),
    "topics": ("csv", "id preferred_label alternative_labels broader related definition", "public"),
    "questions": ("jsonl", "id asked_by date title text topics keywords target_group", "all-networks"),
    "answers": ("jsonl", "id question by by_organisation date text accepted status", "all-networks"),
    "inventory": ("csv", "id municipality topic needs offers date remark", "all-networks"),
    "news": ("jsonl", "id date organisation title text topics url", "public"),
    "meetings": ("jsonl", "id title kind network date online host agenda registrations", "all-networks"),
    "speakers": ("jsonl", "id role organisation municipality profile topics talks availability", "avh"),
    "contacts": ("csv", "id from to date topics outcome", "avh"),
    "working_groups": ("jsonl", "id name topics members chair from to milestones delivered", "all-networks"),
    "outcomes": ("csv", "id question asked_by asked date topics kind pair municipality helpful confidence", "avh"),
    "pauses": ("csv", "id municipality topics from to", "avh"),
}
USUAL = {"accepted": False, "status": "current", "needs": 0, "offers": 0, "kind": "national", "online": False,
         "outcome": "unknown", "excluded": False, "minutes": 30, "speakers_at_least": 1, "speakers_at_most": 1,
         "people": 1}


def fields_of(plural):
    return LAYOUT[plural][1].split() + TAIL


def file_of(plural):
    return f"{plural}.{LAYOUT[plural][0]}"


def left_out(name, value, usual_audience):
    if name == "audience":
        return value in (None, usual_audience)
    if name == "kind" and value != "national":  # an organisation's kind is free text
        return not value
    return value is None or value == "" or value == [] or value == {} or (name in USUAL and value == USUAL[name])


def number(value):
    """The shortest form that reads back the same; whole numbers without a point."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def cell_text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, dict):
        return "|".join(f"{year}:{count}" for year, count in sorted(value.items()))
    if isinstance(value, list):
        return "|".join(item.replace("\\", "\\\\").replace("|", "\\|") for item in value)
    return str(value)


def csv_cell(text):
    if text == text.strip() and not any(c in text for c in ',;"\r\n'):
        return text
    return '"' + text.replace('"', '""') + '"'


def part(value):
    """A part of a record (an agenda item, a talk) without what it has anyway."""
    return {k: plain(v) for k, v in value.items() if not left_out(k, v, None)}


def plain(value):
    if isinstance(value, dict):
        return part(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, (bool, int, str)) else str(value)


def render(plural, records):
    """The bytes of one file."""
    kind, _, usual_audience = LAYOUT[plural]
    names = fields_of(plural)
    lines = [",".join(names)] if kind == "csv" else []
    for record in sorted(records, key=lambda r: r["id"]):
        unknown = set(record) - set(names)
        assert not unknown, (plural, record["id"], unknown)
        kept = {n: record[n] for n in names if n in record and not left_out(n, record[n], usual_audience)}
        if kind == "csv":
            lines.append(",".join(csv_cell(cell_text(kept[n])) if n in kept else "" for n in names))
        else:
            lines.append(json.dumps(plain(kept), ensure_ascii=False, separators=(",", ":")))
    return ("\n".join(lines) + "\n").encode("utf-8")
