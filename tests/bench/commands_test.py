#!/usr/bin/env python3
"""The manners of m150-bench: data on standard output, messages on standard error, exit codes, help with examples, the same bytes.

    commands_test.py M150_BENCH
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ""


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


class Commands(unittest.TestCase):
    def test_help_has_examples(self) -> None:
        for command in ("quality", "compare", "language", "speed", "generate"):
            done = bench(command, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, ""), command)
            self.assertIn(f"m150-bench {command}", done.stdout)
            self.assertIn("Example", done.stdout)

    def test_mistakes_go_to_standard_error_with_code_2(self) -> None:
        for arguments, message in (
            (["quality", "corpsu"], "did you mean corpus?"),
            (["quality", "--measures", "ndcg@10"], "did you mean nDCG?"),
            (["quality", "--systems", "xapain"], "did you mean xapian?"),
            (["quality", "--systems", "m150:index.bb=1"], "did you mean index.b?"),
            (["quality", "--resamples", "3"], "100 to 1000000"),
            (["quality", "--ablate", "--systems", "xapian"], "no system has parts"),
            (["compare", "xapian"], "b is required"),
            (["language", "--lists", "docs"], "holds no stem_families_"),
            (["nonsense"], "A subcommand is required"),
        ):
            done = bench(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertIn(message, done.stderr)

    def test_the_same_seed_gives_the_same_bytes(self) -> None:
        def run(seed: str) -> str:
            done = bench("quality", "slips", "--systems", "xapian", "--slip-rate", "0.5", "--seed", seed, "--json", "--resamples", "200")
            self.assertEqual(done.returncode, 0, done.stderr)
            return done.stdout

        self.assertEqual(run("1"), run("1"))
        self.assertNotEqual(run("1"), run("2"))

    def test_a_written_set_and_run_are_measured_the_same(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            first = bench("quality", "corpus", "--systems", "xapian", "--measures", "nDCG@10 RR(rel=2)@10", "--json", "--write", place)
            self.assertEqual(first.returncode, 0, first.stderr)
            parts = json.loads(first.stdout)["systems"][0]["parts"]
            self.assertEqual([part["part"] for part in parts], ["all", "sentence", "short"])
            run = str(Path(place) / "xapian.run")
            for test_set in (place, str(Path(place) / "qrels.txt")):
                again = bench("quality", test_set, "--systems", run, "--measures", "nDCG@10 RR(rel=2)@10", "--json", "--per-query")
                report = json.loads(again.stdout)
                for measure, figure in report["systems"][0]["parts"][0]["measures"].items():
                    self.assertEqual(figure["mean"], parts[0]["measures"][measure]["mean"])
                self.assertEqual(len(report["systems"][0]["queries"]), 336)
            same = json.loads(bench("compare", run, "xapian", "--json", "--measures", "nDCG@10").stdout)
            self.assertEqual(same["measures"]["nDCG@10"]["difference"], 0)
            self.assertEqual(same["changes"], [])

    def test_differences_are_shown_with_what_came_up(self) -> None:
        done = bench("compare", "xapian", "m150", "--set", "vac", "--measures", "RR@10", "--changes", "2", "--json", "--resamples", "200")
        report = json.loads(done.stdout)
        self.assertEqual(len(report["changes"]), 2)
        for change in report["changes"]:
            self.assertTrue(change["text"] and change["top_a"] and change["top_b"])
        self.assertEqual(report["resampling"]["unit"], "query")

    def test_language_counts_every_list(self) -> None:
        report = json.loads(bench("language", "--json").stdout)
        lists = {row["list"] for row in report["stems"]}
        self.assertLessEqual({"seen", "heldout", "all"}, lists)
        self.assertEqual({row["stemmer"] for row in report["stems"]}, {"Porter", "Kraaij-Pohlmann", "m150"})
        self.assertTrue(all(0.9 < row["f1"] <= 1 for row in report["compounds"]))


if __name__ == "__main__":
    PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
