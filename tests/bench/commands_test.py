#!/usr/bin/env python3
"""The manners of m150-bench: data on standard output, messages on standard error, exit codes, help with examples, the same bytes.

    commands_test.py M150_BENCH
"""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ""
FEW = "examples/corpus/dev-a.jsonl"


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


class Commands(unittest.TestCase):
    def test_help_has_examples(self) -> None:
        for command in ("quality", "compare", "route", "tune", "language", "learn-space", "speed", "generate"):
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
            (["quality", "--language", "fr"], "--language"),
            (["quality", "synthetic", "--networks", "0"], "--networks"),
            (["quality", "synthetic", "--systems", "xapian"], "one system that is m150"),
            (["compare", "xapian"], "b is required"),
            (["language", "--lists", "docs"], "holds no stem_families_"),
            (["quality", "--semantic-space", "README.md"], "no semantic space"),
            (["learn-space", "--out", "space.bin"], "nothing to learn from"),
            (["learn-space", "--records", "examples/network", "--audience", "all", "--out", "space.bin"], "avh"),
            (["tune"], "either --space or --fit"),
            (["tune", "--space", "nowhere.json"], "cannot be read"),
            (["tune", "--space", "examples/corpus/dev-a.jsonl"], "is not JSON"),
            (["tune", "--fit", "rankings"], "ranking"),
            (["tune", "--fit", "ranking", "--measures", "nDCGG@10"], "did you mean nDCG?"),
            (["tune", "--fit", "ranking", "--split", "time"], "has no labels"),
            (["tune", "--fit", "ranking", "--out", "nowhere/winner.json"], "there is no directory nowhere"),
            (["tune", "corpus", "corpus", "--fit", "ranking"], "two test sets named corpus"),
            (["tune", "corpus", "vac", "--fit", "ranking"], "name them"),
            (["tune", "corpus", "vac", "--fit", "confidence"], "takes one test set"),
            (["tune", "vac", "--fit", "confidence"], "has no needs"),
            (["tune", "--fit", "confidence", "--log", "log.jsonl"], "is of no use"),
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

    def test_synthetic_networks_are_measured(self) -> None:
        def run(*more: str) -> str:
            done = bench("quality", "synthetic", "--networks", "1", "--resamples", "200", *more)
            self.assertEqual(done.returncode, 0, done.stderr)
            return done.stdout

        report = json.loads(run("--json"))
        self.assertEqual([level["noise"] for level in report["levels"]], ["low", "middle", "high"])
        for level in report["levels"]:
            self.assertEqual(level["routing"][0]["system"], "m150")
            self.assertEqual([row["fairness"] for row in level["fairness"]], [0, 0.25, 0.5, 1, 1])
            self.assertGreater(level["fairness"][0]["gini"], level["fairness"][3]["gini"])
        self.assertIn("| document model |", run())

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

    def test_a_space_is_learned_told_and_measured_with(self) -> None:
        with tempfile.TemporaryDirectory() as place:

            def learn(name: str, audience: str) -> subprocess.CompletedProcess[str]:
                return bench("learn-space", "--records", "examples/network", "--audience", audience, "--minimum", "3", "--dimension", "16",
                             "--json", "--out", str(Path(place) / name))  # fmt: skip

            space = str(Path(place) / "space.bin")
            done = learn("space.bin", "all-networks")
            self.assertEqual(done.returncode, 0, done.stderr)
            report = json.loads(done.stdout)
            self.assertEqual((report["out"], report["audience"], report["dimension"]), (space, "all-networks", 16))
            self.assertEqual(report["bytes"], Path(space).stat().st_size)
            again = learn("again.bin", "all-networks")
            self.assertEqual(json.loads(again.stdout)["hash"], report["hash"])
            self.assertEqual((Path(place) / "again.bin").read_bytes(), Path(space).read_bytes())
            everything = json.loads(learn("all.bin", "avh").stdout)
            self.assertGreater(everything["sources"][0]["tokens"], report["sources"][0]["tokens"])
            none = bench("learn-space", "--records", "examples/network", "--out", space)  # no record there is public
            self.assertEqual((none.returncode, none.stdout), (2, ""))
            self.assertIn("no record has the audience public", none.stderr)
            figures = []
            for more in ([], ["--semantic-space", space]):
                done = bench("quality", "corpus", "--corpus", FEW, "--systems", "m150", "--measures", "nDCG@10", "--resamples", "200", "--json", *more)
                self.assertEqual(done.returncode, 0, done.stderr)
                figures.append(json.loads(done.stdout)["systems"][0]["parts"][0]["measures"]["nDCG@10"]["mean"])
            self.assertNotEqual(figures[0], figures[1])

    def test_a_written_set_has_the_topics_of_trec(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            for test_set in ("corpus", "vac-reverse"):  # answers have line breaks in them
                first = bench("quality", test_set, "--corpus", FEW, "--systems", "xapian", "--json", "--write", place)
                self.assertEqual(first.returncode, 0, first.stderr)
                topics = [line.split("\t") for line in (Path(place) / "topics.tsv").read_text().splitlines()]
                queries = [json.loads(line) for line in (Path(place) / "queries.jsonl").read_text().splitlines()]
                self.assertEqual(topics, [[query["id"], " ".join(query["text"].split())] for query in queries])
            (Path(place) / "queries.jsonl").unlink()
            again = bench("quality", place, "--systems", "xapian", "--json", "--measures", "RR@10")
            figures = [json.loads(done.stdout)["systems"][0]["parts"][0]["measures"]["RR@10"]["mean"] for done in (first, again)]
            self.assertEqual(figures[0], figures[1])

    def test_what_cannot_be_written_is_said_with_code_1(self) -> None:
        for arguments in (
            ["quality", "corpus", "--corpus", FEW, "--systems", "xapian", "--write", "/proc/none/x"],
            ["generate", "--base", "examples/network", "--pairs", "3", "--out", "/proc/none/x"],
        ):
            done = bench(*arguments)
            self.assertEqual((done.returncode, done.stdout), (1, ""), arguments)
            self.assertIn("/proc/none/x: cannot be made", done.stderr)
            self.assertIn("choose another place", done.stderr)
            self.assertNotIn("filesystem error", done.stderr)

    def test_a_set_without_documents_or_queries_is_refused(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            for name, text in (("docs.jsonl", ""), ("queries.jsonl", '{"id": "q", "text": "hond"}\n'), ("qrels.txt", "q 0 d 1\n")):
                (Path(place) / name).write_text(text)
            done = bench("quality", place)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("holds no documents", done.stderr)

    def test_tune_measures_by_municipality_and_by_time(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            files = {"docs.jsonl": [], "queries.jsonl": [], "qrels.txt": [], "codes.tsv": [], "days.tsv": [], "space.json": ['{"index.b": [0.2, 0.8]}']}
            for i, word in enumerate(("hond", "fatbike", "vuurwerk", "bodycam", "lachgas", "drone", "camping", "markt", "terras")):
                files["docs.jsonl"].append(json.dumps({"id": f"d{i}", "title": f"Overlast {word}", "text": f"Wie weet raad met {word}?"}))
                files["queries.jsonl"].append(json.dumps({"id": f"q{i}", "text": f"{word} in de wijk"}))
                files["qrels.txt"].append(f"q{i} 0 d{i} 1")
                files["codes.tsv"].append(f"q{i}\tGM{1000 + i % 3}")
                files["days.tsv"].append(f"q{i}\t2026-0{1 + i}-01")
            for name, lines in files.items():
                (Path(place) / name).write_text("\n".join(lines) + "\n")
            for split, labels in (("label", "codes.tsv"), ("time", "days.tsv")):
                done = bench("tune", place, "--space", f"{place}/space.json", "--strategy", "grid", "--folds", "3", "--split", split,
                             "--labels", f"{place}/{labels}", "--measures", "RR@10", "--resamples", "100", "--per-query", "--json")  # fmt: skip
                self.assertEqual((done.returncode, done.stderr), (0, ""), split)
                report = json.loads(done.stdout)
                # By time the first stretch has nothing before it to choose by.
                self.assertEqual(len(report["folds"]), 3 if split == "label" else 2, report["folds"])

    def test_differences_are_shown_with_what_came_up(self) -> None:
        done = bench("compare", "xapian", "m150", "--set", "vac", "--measures", "RR@10", "--changes", "2", "--json", "--resamples", "200")
        report = json.loads(done.stdout)
        self.assertEqual(len(report["changes"]), 2)
        for change in report["changes"]:
            self.assertTrue(change["text"] and change["top_a"] and change["top_b"])
        self.assertEqual(report["resampling"]["unit"], "query")

    def test_mistakes_in_files_of_tune_are_named(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            space, config = Path(place) / "space.json", Path(place) / "config.json"
            space.write_text('{"index.bb": [1]}')
            done = bench("tune", "--space", str(space))
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("did you mean index.b?", done.stderr)
            space.write_text('{"index.b": [0.5]}')
            config.write_text('{"version": 99, "parameters": {}}')
            done = bench("tune", "--space", str(space), "--config", str(config))
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("99", done.stderr)
            log = Path(place) / "log.jsonl"
            log.write_text('{"trial": 1}\n')
            done = bench("tune", "--space", str(space), "--log", str(log), "--corpus", FEW)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("log.jsonl:1: this is no trial", done.stderr)

    def test_a_search_that_was_killed_ends_as_one_that_was_not(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            space, log = Path(place) / "space.json", Path(place) / "trials.jsonl"
            space.write_text('{"index.k1": {"low": 0.8, "high": 1.6}, "query.part_weight": [0.25, 0.5]}')
            for what in (["--space", str(space), "--trials", "6"], ["--fit", "ranking", "--passes", "2"]):
                log.unlink(missing_ok=True)

                def search(name: str, what: list[str] = what) -> list[str]:
                    out = str(Path(place) / f"{name}.json")
                    return ["tune", "corpus", "--corpus", FEW, *what, "--folds", "3", "--depth", "10",
                            "--measures", "nDCG@10", "--resamples", "200", "--json", "--per-query", "--out", out]  # fmt: skip

                whole = bench(*search("whole"))
                self.assertEqual((whole.returncode, whole.stderr), (0, ""))
                for seconds in (0.3, 1.0, 1.7):
                    started = subprocess.Popen([PROGRAM, *search("killed"), "--log", str(log)], cwd=ROOT, stdout=subprocess.DEVNULL)
                    try:
                        started.wait(timeout=seconds)
                    except subprocess.TimeoutExpired:
                        started.kill()
                        started.wait()
                if log.exists():
                    log.write_bytes(log.read_bytes() + b'{"trial": 99, "parame')  # killed while it wrote
                again = bench(*search("killed"), "--log", str(log), "--threads", "1")
                self.assertEqual(again.stdout, whole.stdout)
                self.assertEqual((Path(place) / "killed.json").read_bytes(), (Path(place) / "whole.json").read_bytes())
                trials = [json.loads(line) for line in log.read_text().splitlines()]
                self.assertEqual([trial["trial"] for trial in trials], list(range(1, len(trials) + 1)))
                self.assertLessEqual({"fold", "parameters", "seed", "means", "seconds", "values"}, set(trials[0]))
                self.assertLessEqual({"m150", "xapian", "program"}, set(trials[0]["of"]["versions"]))

    def test_confidence_is_fitted_and_measured_out_of_fold(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            out = str(Path(place) / "confidence.json")
            fit = ["tune", "corpus", "--fit", "confidence", "--corpus", FEW, "--json", "--out", out]
            done = bench(*fit)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            report = json.loads(done.stdout)
            self.assertEqual(done.stdout, bench(*fit).stdout)
            for figures in ("start", "unseen", "seen"):
                self.assertTrue(0.5 < report[figures]["auroc"] <= 1 and 0 <= report[figures]["ece"] < 0.5, figures)
            written = json.loads(Path(out).read_text())["parameters"]
            for name, one in report["coefficients"].items():
                self.assertEqual(written[name], one["fitted"])
            # What was written is what was measured.
            again = json.loads(bench("quality", "corpus", "--corpus", FEW, "--systems", out, "--nobody-knows", "--json", "--measures",
                                     "nDCG@10", "--resamples", "100").stdout)  # fmt: skip
            self.assertAlmostEqual(again["systems"][0]["nobody_knows"]["ece"], report["seen"]["ece"], places=9)

    def test_the_picture_of_risk_and_coverage_is_current(self) -> None:
        done = bench("quality", "corpus", "--systems", "m150", "--nobody-knows", "--json", "--measures", "nDCG@10", "--resamples", "100")
        self.assertEqual(done.returncode, 0, done.stderr)
        images = ROOT / "docs" / "images"
        with tempfile.TemporaryDirectory() as place:
            draw = [sys.executable, str(images / "risk_coverage.py"), place]
            drawn = subprocess.run(draw, input=done.stdout, capture_output=True, text=True, check=False)
            self.assertEqual((drawn.returncode, drawn.stdout, drawn.stderr), (0, "", ""))
            for picture in Path(place).iterdir():
                self.assertEqual(picture.read_bytes(), (images / picture.name).read_bytes(), f"draw {picture.name} anew")
            self.assertTrue((Path(place) / "risk_coverage.svg").exists())

    def test_english_is_measured_fitted_and_given_a_space(self) -> None:
        english = ["--corpus", "examples/english", "--network", "examples/english", "--language", "en"]
        measured = ["quality", "corpus", "--measures", "nDCG@10", "--resamples", "100", "--json", "--systems"]

        def means(*arguments: str) -> list[float]:
            done = bench(*measured, *arguments)
            self.assertEqual(done.returncode, 0, done.stderr)
            return [system["parts"][0]["measures"]["nDCG@10"]["mean"] for system in json.loads(done.stdout)["systems"]]

        as_english = means("m150,xapian", *english)
        as_dutch = means("m150,xapian", *english[:4])
        self.assertGreater(as_english[0], as_english[1])
        self.assertNotEqual(as_english, as_dutch)
        with tempfile.TemporaryDirectory() as place:
            out = str(Path(place) / "english.json")
            done = bench("tune", "corpus", "--fit", "confidence", "--json", "--out", out, *english)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(json.loads(Path(out).read_text())["parameters"]["index.analysis.language"], "en")
            # What was written is English by itself.
            self.assertAlmostEqual(means(out, *english[:4])[0], as_english[0], places=12)

            texts, space = str(Path(place) / "texts.jsonl"), str(Path(place) / "space.bin")
            needs = [json.loads(line) for line in Path(ROOT, "examples/english/needs.jsonl").read_text().splitlines()]
            Path(texts).write_text("".join(json.dumps({"text": text}) + "\n" for need in needs for text in need["answers"]))
            learned = bench("learn-space", "--language", "en", "--text", texts, "--minimum", "3", "--dimension", "16", "--out", space)
            self.assertEqual(learned.returncode, 0, learned.stderr)
            self.assertNotEqual(means("m150", *english, "--semantic-space", space)[0], as_english[0])
            refused = bench(*measured, "m150", *english[:4], "--semantic-space", space)
            self.assertEqual(refused.returncode, 2)

    def test_tune_tells_how_far_it_is_when_somebody_looks(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            space = Path(place) / "space.json"
            space.write_text('{"index.k1": [0.8, 1.6]}')
            ours, theirs = pty.openpty()
            command = [PROGRAM, "tune", "corpus", "--corpus", FEW, "--space", str(space), "--strategy", "grid", "--folds", "2", "--depth", "10"]
            started = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs)
            os.close(theirs)
            said = b""
            try:
                while block := os.read(ours, 4096):
                    said += block
            except OSError:  # the other side is closed
                pass
            os.close(ours)
            started.communicate()
            self.assertEqual(started.returncode, 0)
            last = said.decode().split("\r[")[-1]
            self.assertRegex(last, r"####\] 9 of at most 9, at most 0:00:00 left, all best 0\.\d{4}")

    def test_the_lines_of_the_guide_to_tuning_run(self) -> None:
        page = (ROOT / "docs" / "tuning.md").read_text()
        lines = page.split("```sh", 1)[1].split("\n", 1)[1].split("```", 1)[0]
        with tempfile.TemporaryDirectory() as place:
            (Path(place) / "examples").symlink_to(ROOT / "examples")
            environment = {**os.environ, "PATH": f"{Path(PROGRAM).parent}:{os.environ['PATH']}"}
            done = subprocess.run(["bash", "-e"], input=lines, cwd=place, env=environment, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("which flatters", done.stdout)
            # The grid, and the start when it is not on it, by two folds and by all.
            self.assertIn(len((Path(place) / "trials.jsonl").read_text().splitlines()), (12, 15))

    def test_language_counts_every_list(self) -> None:
        report = json.loads(bench("language", "--json").stdout)
        lists = {row["list"] for row in report["stems"]}
        self.assertLessEqual({"seen", "fresh", "all"}, lists)
        self.assertEqual({row["stemmer"] for row in report["stems"]}, {"Porter", "Kraaij-Pohlmann", "m150"})
        f1 = {row["list"]: row["f1"] for row in report["compounds"]}
        self.assertLessEqual({"seen", "heldout", "verbs", "all"}, set(f1))
        self.assertTrue(all(0.85 < one <= 1 for one in f1.values()))


if __name__ == "__main__":
    PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
