"""What is not made up: municipalities, networks, organisations, topics."""
import csv
import datetime
import json
import pathlib

SOURCE = pathlib.Path(__file__).resolve().parent / "source"
CBS = "CBS Wijk- en Buurtkaart 2023 (CC BY 4.0)"
OWN = "libm150, examples"


def read_csv(name):
    with open(SOURCE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_json(name):
    return json.loads((SOURCE / name).read_text(encoding="utf-8"))


def next_day(day):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days=1))


def crossings():
    """Of each municipality those that a ferry or a tunnel leads to, written down on both sides."""
    across = {}
    for row in read_csv("crossings.csv"):
        across.setdefault(row["one"], []).append(row["other"])
        across.setdefault(row["other"], []).append(row["one"])
    return across


def municipalities():
    merged = read_csv("merged.csv")
    across = crossings()
    starts = {row["successor"]: next_day(row["last_day"]) for row in merged if row["successor_is_new"] == "yes"}
    records = []
    for row in read_csv("municipalities_2023.csv"):
        records.append({
            "id": row["code"], "name": row["name"], "province": row["province"], "safety_region": row["safety_region"],
            "inhabitants": {2022: int(row["inhabitants_2022"]), 2023: int(row["inhabitants_2023"])},
            "latitude": float(row["latitude"]), "longitude": float(row["longitude"]), "urbanity": int(row["urbanity"]),
            "area_km2": int(row["land_ha"]) / 100, "neighbours": sorted(row["neighbours"].split()),
            "crossings": sorted(across.get(row["code"], [])),
            "valid_from": starts.get(row["code"]), "provenance": CBS})
    for row in merged:
        records.append({
            "id": row["code"], "name": row["name"], "province": row["province"], "safety_region": row["safety_region"],
            "valid_to": row["last_day"], "successor": row["successor"], "provenance": "CBS, gemeentelijke indeling"})
    return records


def networks():
    members = {}
    for row in read_csv("membership.csv"):
        members.setdefault(row["network"], []).append({"municipality": row["code"]})
    published = "ledenlijst zoals gepubliceerd in 2022/2023; kan verouderd zijn"
    return [
        {"id": "G4", "name": "G4: de vier grootste gemeenten", "members": members["G4"], "provenance": published},
        {"id": "G40", "name": "G40 stedennetwerk", "members": members["G40"], "provenance": published},
        {"id": "M150", "name": "M150: gemeenten met 25.000 tot 75.000 inwoners",
         "bands": [{"at_least": 25000, "at_most": 75000}], "provenance": OWN}]


def organisations():
    return [dict(row, provenance=OWN) for row in read_json("organisations.json")]


def topics():
    return [{"id": row["id"], "preferred_label": row["label"], "alternative_labels": row["also"],
             "broader": row["broader"], "related": row["related"], "definition": row["definition"], "provenance": OWN}
            for row in read_json("topics.json")]


def news():
    return [{"id": row["id"], "date": row["date"], "organisation": row.get("organisation"), "title": row["title"],
             "text": row["text"], "topics": row["topics"], "url": row.get("url"),
             "provenance": "openbaar feit; tekst van libm150" if row["real"] else "synthetic: bericht verzonnen"}
            for row in read_json("news.json")]


def corpus(directory):
    needs = []
    for name in ("dev-a.jsonl", "dev-b.jsonl"):
        with open(directory / name, encoding="utf-8") as file:
            needs += [json.loads(line) for line in file if line.strip()]
    return needs
