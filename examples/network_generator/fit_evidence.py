#!/usr/bin/env python3
"""What each kind of evidence, its half-life and the prior are worth, by the past of made-up networks: synthetic, and not the
shipped one. Needs m150 (pip install .), beside what the generator needs.

    fit_evidence.py [--networks 8] [--passes 2]     seeds 1 to `networks`

Each network is asked its own past again (fit_knowers): what was known by a day is put the questions that came next, and who
answered them was right. For each parameter in turn the values below are tried, with the weights of the features learned anew
for each value and network, and the one of least loss over all networks together is kept (coordinate descent from the defaults).
Printed is how much more each value loses than the one chosen, in thousandths of a nat a question, with the standard error over
networks: less than twice that is no difference.
"""
import argparse
import copy
import json
import math
import pathlib
import statistics
import tempfile

import generate
import m150

VALUES = {
    "expertise.half_life_days": [180, 365, 730, 1460, 2920],
    "expertise.weights.accepted": [0, 1, 2, 4],
    "expertise.weights.presented": [0, 1, 2, 4],
    "expertise.weights.offers": [0, 0.75, 1.5, 3],
    "expertise.weights.working_group": [0, 0.75, 1.5, 3],
    "expertise.weights.thanked": [0, 0.75, 1.5, 3],
    "knowers.accepted": [1, 1.5, 2, 3],
    "knowers.prior_answers": [0, 1, 3, 10, 30],
}


def network(seed):
    with tempfile.TemporaryDirectory() as directory:
        for name, data in generate.files(seed).items():
            (pathlib.Path(directory) / name).write_bytes(data)
        kb = m150.KnowledgeBase.in_memory()
        kb.load(directory)
        return kb, json.loads((pathlib.Path(directory) / "truth.json").read_text(encoding="utf-8"))["expertise"]


def with_(options, name, value):
    changed = copy.deepcopy(options)
    changed.set(name, value)
    return changed


def losses(networks, options):
    found = []
    for kb, _ in networks:
        kb.configure(options)
        found.append(kb.fit_knowers().loss_over_all)
    return found


def finds(networks, options):
    """By network: mean reciprocal rank of the first named that truly knows, with the weights of the options."""
    found = []
    for kb, truth in networks:
        then, ranks = kb.snapshot(as_of="2024-06-30", options=options), []
        for fact in kb.snapshot().question_facts():
            if fact["date"] <= "2024-06-30":
                continue
            question = kb.snapshot().question(fact["id"]).question
            named = [one.municipality for one in then.ask(question.title + "\n" + question.text, asked_by=question.asked_by).municipalities]
            right = [rank for rank, one in enumerate(named, 1) if truth.get(one, {}).get(question.topics[0], 0) >= 2]
            ranks.append(1 / right[0] if right else 0.0)
        found.append(statistics.fmean(ranks))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--networks", type=int, default=8)
    parser.add_argument("--passes", type=int, default=2)
    chosen = parser.parse_args()
    networks = [network(seed) for seed in range(1, chosen.networks + 1)]
    options = m150.KnowledgeBaseOptions()
    start = losses(networks, options)
    for number in range(1, chosen.passes + 1):
        changed = False
        for name, values in VALUES.items():
            tried = {}
            for value in values:
                tried[value] = losses(networks, with_(options, name, value))
            best = min(values, key=lambda value: statistics.fmean(tried[value]))
            own = options.get(name)
            line, right = [], {value: finds(networks, with_(options, name, value)) for value in values}
            for value in values:
                more = [1000 * (a - b) for a, b in zip(tried[value], tried[best])]
                error = statistics.stdev(more) / math.sqrt(len(more)) if len(more) > 1 else 0.0
                better = statistics.fmean(right[value]) - statistics.fmean(right[best])
                line.append(f"{value:g}: {statistics.fmean(more):+.1f} ({error:.1f}), RR {better:+.3f}")
            print(f"pass {number}, {name}, default {m150.KnowledgeBaseOptions().get(name):g}: " + "; ".join(line), flush=True)
            if best != own:
                options.set(name, best)
                changed = True
            least = tried[best]
        if not changed:
            break
    print("chosen:", ", ".join(f"{name} {options.get(name):g}" for name in VALUES))
    print(f"loss {statistics.fmean(least):.3f}, of the defaults {statistics.fmean(start):.3f}")


if __name__ == "__main__":
    main()
