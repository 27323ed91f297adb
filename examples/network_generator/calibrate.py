#!/usr/bin/env python3
"""How sure to be that a municipality knows: fits confidence.knows_* to the planted truth of some networks, and says what
it is worth on others. Needs m150 (pip install .), beside what the generator needs.

    calibrate.py [--fit 8] [--test 4]     seeds 1 to `fit` teach, the next `test` and the shipped network (2023) judge

Each question since 2024 is put to what was known the day before it was asked. Of the first ten that are named, those
with level 2 or 3 on its topic know. Off the field: a sixth of the questions of examples/vac, which nobody here answered.
"""
import argparse
import csv
import datetime
import json
import math
import pathlib
import tempfile

import generate
import m150

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent


def evidence_only(options):
    """Log-odds that are the evidence itself, so that it can be read off the confidence."""
    options.confidence.knows_constant, options.confidence.knows_evidence, options.confidence.knows_score = 0.0, 1.0, 0.0
    return options


def claim(reply, knower):
    return math.log(knower.confidence / (1 - knower.confidence)), knower.score, reply.confidence


def claims_of(directory, truth):
    """(evidence, score, knows, number of the reply, confidence of the reply), in the field and off it."""
    kb = m150.KnowledgeBase.in_memory()
    kb.load(directory)
    options = evidence_only(kb.options)
    today = kb.snapshot(options=options)
    inside, outside = [], []
    for number, fact in enumerate(today.question_facts()):
        if fact["date"] < "2024-01-01":
            continue
        question = today.question(fact["id"]).question
        then = kb.snapshot(as_of=question.date - datetime.timedelta(days=1), options=options)
        reply = then.ask(question.title + "\n" + question.text, asked_by=question.asked_by)
        for knower in reply.municipalities:
            evidence, score, sure = claim(reply, knower)
            knows = truth.get(knower.municipality, {}).get(question.topics[0], 0) >= 2
            inside.append((evidence, score, knows, (str(directory), number), sure))
    vacs = [row["question"] for file in sorted((EXAMPLES / "vac").glob("*.csv")) for row in csv.DictReader(file.open(encoding="utf-8-sig"))]
    for number, text in enumerate(vacs[::6]):
        reply = today.ask(text)
        for knower in reply.municipalities:
            evidence, score, sure = claim(reply, knower)
            outside.append((evidence, score, False, (str(directory), number), sure))
    return inside, outside


def chance(weights, one):
    return 1 / (1 + math.exp(-(weights[0] + weights[1] * one[0] + weights[2] * one[1])))


def fit(claims):
    """Logistic regression by Newton's method."""
    weights = [0.0, 0.0, 0.0]
    for _ in range(30):
        slope, curve = [0.0] * 3, [[1e-6 * (i == j) for j in range(3)] for i in range(3)]
        for one in claims:
            row, p = (1.0, one[0], one[1]), chance(weights, one)
            for i in range(3):
                slope[i] += (one[2] - p) * row[i]
                for j in range(3):
                    curve[i][j] += p * (1 - p) * row[i] * row[j]
        for i in range(3):  # Gauss-Jordan: curve x step = slope
            scale = curve[i][i]
            curve[i], slope[i] = [value / scale for value in curve[i]], slope[i] / scale
            for k in range(3):
                if k != i:
                    times = curve[k][i]
                    curve[k] = [a - times * b for a, b in zip(curve[k], curve[i])]
                    slope[k] -= times * slope[i]
        weights = [weight + step for weight, step in zip(weights, slope)]
    return weights


def calibration_error(weights, claims, bins=10):
    ranked = sorted((chance(weights, one), one[2]) for one in claims)
    parts = [ranked[i * len(ranked) // bins:(i + 1) * len(ranked) // bins] for i in range(bins)]
    return sum(abs(sum(p for p, _ in part) - sum(knows for _, knows in part)) for part in parts) / len(ranked)


def said(weights, claims, limits, knows=None):
    """Of the surest municipality of each reply without a likely answer: how many there are, for which part of them it is
    said that it knows, and how often rightly."""
    surest = {}
    for one in claims:
        if one[4] < limits.perhaps and (one[3] not in surest or chance(weights, one) > chance(weights, surest[one[3]])):
            surest[one[3]] = one
    sure = [one for one in surest.values() if chance(weights, one) >= (limits.knows if knows is None else knows)]
    return len(surest), len(sure) / len(surest), sum(one[2] for one in sure) / max(1, len(sure))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", type=int, default=8)
    parser.add_argument("--test", type=int, default=4)
    chosen = parser.parse_args()
    networks = {}
    for seed in [*range(1, chosen.fit + chosen.test + 1), 2023]:
        with tempfile.TemporaryDirectory() as directory:
            for name, data in generate.files(seed).items():
                (pathlib.Path(directory) / name).write_bytes(data)
            truth = json.loads((pathlib.Path(directory) / "truth.json").read_text(encoding="utf-8"))["expertise"]
            networks[seed] = claims_of(directory, truth)
    taught = [one for seed in range(1, chosen.fit + 1) for one in networks[seed][0]]
    unseen = [one for seed, (inside, _) in networks.items() if seed > chosen.fit for one in inside]
    outside = [one for seed, (_, off) in networks.items() if seed > chosen.fit for one in off]
    fitted, options = fit(taught), m150.KnowledgeBaseOptions()
    own = [options.confidence.knows_constant, options.confidence.knows_evidence, options.confidence.knows_score]
    print("fitted:", ", ".join(f"{weight:.2f}" for weight in fitted), f"from {len(taught)} claims; the defaults are", own)
    print(f"calibration error of the defaults on {len(unseen)} claims of networks not fitted to: {calibration_error(own, unseen):.3f}")
    print("somebody knows, of the surest in replies without a likely answer:")
    for knows in sorted({options.verdict.knows, 0.85}):
        replies, part, right = said(own, unseen, options.verdict, knows)
        print(f"  from {knows:.2f}: said for {part:.0%} of {replies}, rightly {right:.0%}; ", end="")
        print("off the field for {1:.0%} of {0}, never rightly".format(*said(own, outside, options.verdict, knows)))


if __name__ == "__main__":
    main()
