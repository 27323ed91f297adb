#!/usr/bin/env python3
"""Makes the example network: real municipalities and a synthetic network around them. Same seed, same bytes.

    generate.py --out DIR [--seed 2023]     write the files (DIR is made when absent)
    generate.py --check                     compare examples/network with a fresh generation
"""
import argparse
import json
import pathlib
import sys

import aftermath
import doings
import exchange
import facts
import forms
import model
import verify

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent
SHIPPED = EXAMPLES / "network"


def make(seed):
    """All records by plural name, and the world they were drawn from."""
    needs = facts.corpus(EXAMPLES / "corpus")
    settings = facts.read_json("model.json")
    tables = {"municipalities": facts.municipalities(), "networks": facts.networks(),
              "organisations": facts.organisations(), "topics": facts.topics()}
    world = model.World(seed, tables["municipalities"], tables["networks"], facts.read_json("topics.json"),
                        sorted({need["topic"] for need in needs}), settings["planted"])
    tables["questions"], tables["answers"] = exchange.questions_and_answers(seed, world, needs, settings["not_before"])
    tables["inventory"] = doings.inventory(seed, world, facts.read_json("remarks.json"))
    tables["news"] = facts.news()
    tables["meetings"] = doings.meetings(seed, world, facts.read_json("meetings.json"))
    tables["speakers"] = doings.speakers(seed, world, facts.read_json("speakers.json"), tables["meetings"])
    tables["contacts"] = doings.contacts(seed, world, 200)
    tables["working_groups"] = doings.working_groups(seed, world, facts.read_json("working_groups.json"))
    tables["outcomes"] = aftermath.outcomes(seed, world, tables["questions"], tables["answers"])
    tables["pauses"] = aftermath.pauses(seed, world)
    return tables, world


def truth_bytes(seed, world):
    """One municipality a line, so that two versions can be compared."""
    truth = world.truth()
    def block(entries):
        lines = [f"  {json.dumps(i)}: {json.dumps(entries[i], separators=(',', ':'))}" for i in sorted(entries)]
        return "{\n" + ",\n".join(lines) + "\n }"
    parts = [f' "{name}": {block(truth[name])}' for name in ("expertise", "demand", "connections")]
    head = (f' "about": "planted, not measured: see README.md; levels 1 to 3, absent is 0",\n "seed": {seed},\n'
            f' "topics": {json.dumps(world.topics)},\n')
    return ("{\n" + head + ",\n".join(parts) + "\n}\n").encode("utf-8")


def files(seed):
    tables, world = make(seed)
    found = verify.faults(tables, world)
    if found:
        raise SystemExit("the generated records do not hold together:\n" + "\n".join(found))
    result = {forms.file_of(plural): forms.render(plural, records) for plural, records in tables.items()}
    result["truth.json"] = truth_bytes(seed, world)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, help="directory to write to")
    parser.add_argument("--seed", type=int, default=2023, help="default: 2023, that of the files in the repository")
    parser.add_argument("--check", action="store_true", help="compare with examples/network instead of writing")
    options = parser.parse_args()
    if options.check == bool(options.out):
        parser.error("give either --out DIR or --check")
    made = files(options.seed)
    if options.check:
        different = [name for name, data in made.items()
                     if not (SHIPPED / name).is_file() or (SHIPPED / name).read_bytes() != data]
        print("examples/network differs in: " + ", ".join(different) if different else f"{len(made)} files are as generated")
        return 1 if different else 0
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in sorted(made.items()):
        (options.out / name).write_bytes(data)
        print(f"{len(data):9,} bytes  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
