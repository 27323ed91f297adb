"""m150-bench as a user runs it: what speed says about itself, and what generate writes.

    speed_and_generate_test.py <m150-bench> <examples/network>
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

BENCH = ""
NETWORK = ""


def run(*arguments, code=0):
    done = subprocess.run([BENCH, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == code, f"exit code {done.returncode} of {arguments}:\n{done.stderr}"
    return done


def files_of(directory):
    return {path.name: path.read_bytes() for path in sorted(pathlib.Path(directory).iterdir())}


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Temporary(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)


class Speed(Temporary):
    def speed(self, work, *arguments, code=0, keep=()):
        return run("speed", "--network", NETWORK, "--pairs", 300, "--work", work, *keep, "--", *arguments, code=code)

    def test_its_json_is_what_compare_py_reads(self):
        work = self.folder / "work"
        said = json.loads(self.speed(work, "--benchmark_format=json", "--benchmark_filter=^large").stdout)
        for name in ("m150", "commit", "xapian", "sqlite", "compiler", "build_type", "cpu", "data", "data_hash",
                     "network_hash", "date", "host_name", "num_cpus", "library_build_type"):
            self.assertTrue(str(said["context"][name]), name)
        self.assertRegex(said["context"]["data_hash"], "^[0-9a-f]{16}$")
        self.assertRegex(said["context"]["commit"], "^([0-9a-f]{7,40}(-dirty)?|unknown)$")
        names = [one["name"] for one in said["benchmarks"]]
        self.assertEqual(len(names), len(set(names)))
        for wanted in ("load", "open", "raw_xapian_top10", "ask", "ask_mistyped", "ask_by_a_member", "search/200", "who_knows", "connect_all",
                       "connect_all_of_ten", "fit_knowers", "recalibrate", "match_speakers", "match_speakers_all_rules", "propose_agenda", "seat_150_in_3_rounds",
                       "commit_one_answer"):
            self.assertTrue(any(name.startswith(f"large/{wanted}/") for name in names), wanted)
        for one in said["benchmarks"]:
            # What compare.py reads of each.
            self.assertEqual(one["run_type"], "iteration")
            self.assertEqual(one["time_unit"], "ms")
            self.assertGreater(one["real_time"], 0)
            self.assertGreaterEqual(one["cpu_time"], 0)
            self.assertGreater(one["iterations"], 0)
            self.assertNotIn("error_occurred", one, one["name"])
        ask = next(one for one in said["benchmarks"] if one["name"].startswith("large/ask/"))
        for counter in ("p50_ms", "p95_ms", "first_p50_ms", "times_raw_p50"):
            self.assertGreater(ask[counter], 0)
        for name, counters in (
            ("who_knows", ("call_p50_ms", "municipalities_p50_ms", "municipalities_p95_ms", "beyond_search_p50_ms", "beyond_search_p95_ms")),
            ("connect_all", ("connections", "least_cpu_ms")),
            ("fit_knowers", ("questions", "told", "silent_ms")),
            ("recalibrate", ("outcomes", "asked", "told", "silent_ms")),
        ):
            row = next(one for one in said["benchmarks"] if one["name"].startswith(f"large/{name}/"))
            for counter in counters:
                self.assertGreater(row[counter], 0, (name, counter))
        self.assertFalse(work.exists(), "what it made should go")

    def test_the_example_network_is_opened_and_added_to_on_disk(self):
        work = self.folder / "work"
        said = json.loads(self.speed(work, "--benchmark_format=json",
                                     "--benchmark_filter=^network/(open|commit_one_answer)/").stdout)
        opening, adding = said["benchmarks"]
        self.assertTrue(opening["name"].startswith("network/open/"))
        self.assertGreater(opening["peak_MB"], 0)
        self.assertTrue(adding["name"].startswith("network/commit_one_answer/"))
        self.assertGreater(adding["p50_ms"], 0)
        for one in said["benchmarks"]:
            self.assertNotIn("error_occurred", one, one["name"])
        self.assertFalse(work.exists(), "what it made should go")

    def test_connections_are_timed_where_they_are_hardest(self):
        said = json.loads(self.speed(self.folder / "work", "--benchmark_format=json", "--benchmark_filter=^dense/").stdout)
        self.assertEqual([one["name"].split("/")[1] for one in said["benchmarks"]], ["connect_all", "connect_all_of_ten"])
        few, many = said["benchmarks"]
        self.assertEqual((few["connections"], many["connections"]), (3 * 342, 10 * 342))
        for one in said["benchmarks"]:
            self.assertNotIn("error_occurred", one, one["name"])

    def test_json_is_asked_for_in_one_word(self):
        said = json.loads(run("speed", "--network", NETWORK, "--pairs", 200, "--work", self.folder / "work", "--json", "--",
                              "--benchmark_filter=^large/ask_mistyped/").stdout)
        self.assertEqual([one["name"].split("/")[1] for one in said["benchmarks"]], ["ask_mistyped"])
        self.assertGreater(said["benchmarks"][0]["p50_ms"], 0)

    def test_what_was_kept_is_used_again(self):
        work = self.folder / "work"
        wanted = "--benchmark_filter=^large/(search/10|commit_one_answer)/"
        first = json.loads(self.speed(work, "--benchmark_format=json", wanted, keep=["--keep"]).stdout)
        made = {path: path.stat().st_mtime_ns for path in work.rglob("*.jsonl")}
        self.assertTrue(made)
        again = json.loads(self.speed(work, "--benchmark_format=json", wanted, keep=["--keep"]).stdout)
        for one in first["benchmarks"] + again["benchmarks"]:
            self.assertNotIn("error_occurred", one, one["name"])
        self.assertEqual(first["context"]["data_hash"], again["context"]["data_hash"])
        self.assertEqual(made, {path: path.stat().st_mtime_ns for path in work.rglob("*.jsonl")})

    def test_a_directory_with_something_in_it_is_left_alone(self):
        (self.folder / "mine").write_text("dear to me")
        said = self.speed(self.folder, code=2)
        self.assertIn("not empty", said.stderr)
        self.assertEqual(said.stdout, "")
        self.assertEqual((self.folder / "mine").read_text(), "dear to me")


class Generate(Temporary):
    def generate(self, name, *arguments, code=0):
        out = self.folder / name
        run("generate", "--base", NETWORK, "--out", out, *arguments, code=code)
        return out

    def test_the_same_seed_gives_the_same_bytes_and_another_one_others(self):
        first = files_of(self.generate("a", "--pairs", 50))
        self.assertEqual(first, files_of(self.generate("b", "--pairs", 50)))
        other = files_of(self.generate("c", "--pairs", 50, "--seed", 2))
        for name in ("questions.jsonl", "answers.jsonl", "contacts.csv", "speakers.jsonl", "truth.json"):
            self.assertNotEqual(first[name], other[name], name)

    def test_a_larger_network_begins_with_the_smaller_one(self):
        small = self.generate("small", "--pairs", 20)
        large = self.generate("large", "--pairs", 60)
        for name in ("questions.jsonl", "answers.jsonl"):
            self.assertTrue((large / name).read_bytes().startswith((small / name).read_bytes()), name)

    def test_every_size_is_what_was_asked(self):
        out = self.generate("sized", "--pairs", 70, "--contacts", 13, "--speakers", 7, "--words", 200)
        questions, answers = lines_of(out / "questions.jsonl"), lines_of(out / "answers.jsonl")
        self.assertEqual([len(questions), len(answers)], [70, 70])
        self.assertEqual([answer["question"] for answer in answers], [question["id"] for question in questions])
        words = [len((q["title"] + " " + q["text"] + " " + a["text"]).split()) for q, a in zip(questions, answers)]
        self.assertLess(abs(sum(words) / len(words) - 200), 5)
        with open(out / "contacts.csv", encoding="utf-8") as table:
            contacts = list(csv.DictReader(table))
        self.assertEqual(len(contacts), 13)
        self.assertTrue(all(contact["from"] != contact["to"] for contact in contacts))
        self.assertEqual(len(lines_of(out / "speakers.jsonl")), 7)
        for record in questions + answers + lines_of(out / "speakers.jsonl") + contacts:
            self.assertIn("synthetic", record["provenance"])

    def test_nothing_at_all_is_a_size_too(self):
        out = self.generate("empty", "--pairs", 0, "--contacts", 0, "--speakers", 0)
        self.assertEqual((out / "questions.jsonl").read_bytes(), b"")

    def test_it_says_what_it_wrote(self):
        out = self.folder / "said"
        said = json.loads(run("generate", "--base", NETWORK, "--out", out, "--pairs", 30, "--contacts", 4, "--json").stdout)
        self.assertEqual((said["out"], said["seed"]), (str(out), 1))
        files = {one["file"]: one for one in said["files"]}
        self.assertEqual(set(files), set(files_of(out)))
        for name, bytes_ in files_of(out).items():
            self.assertEqual(files[name]["bytes"], len(bytes_))
            self.assertRegex(files[name]["hash"], "^[0-9a-f]{16}$")
        for name, records in (("questions.jsonl", 30), ("answers.jsonl", 30), ("contacts.csv", 4), ("speakers.jsonl", 200)):
            self.assertEqual(files[name]["records"], records, name)
        with open(out / "topics.csv", encoding="utf-8", newline="") as table:
            self.assertEqual(files["topics.csv"]["records"], len(list(csv.DictReader(table))))
        other = json.loads(run("generate", "--base", NETWORK, "--out", self.folder / "again", "--pairs", 30, "--contacts", 4,
                               "--json").stdout)
        self.assertEqual(said["files"], other["files"])

    def test_fewer_municipalities_are_the_largest_and_nothing_refers_to_another(self):
        out = self.generate("few", "--pairs", 400, "--municipalities", 12)
        def rows(place):
            with open(pathlib.Path(place) / "municipalities.csv", encoding="utf-8", newline="") as table:
                return list(csv.DictReader(table))
        def inhabitants(row):
            return int(row["inhabitants"].split("|")[-1].split(":")[1]) if row["inhabitants"] else 0
        few = rows(out)
        self.assertEqual(len(few), 12)
        codes = {row["id"] for row in few}
        standing = [row for row in rows(NETWORK) if not row["valid_to"]]
        self.assertEqual(codes, {row["id"] for row in sorted(standing, key=inhabitants, reverse=True)[:12]})
        for question in lines_of(out / "questions.jsonl"):
            self.assertIn(question["asked_by"], codes)
        for answer in lines_of(out / "answers.jsonl"):
            self.assertIn(answer["by"], codes)
        for row in few:
            self.assertLessEqual(set(filter(None, row["neighbours"].split("|"))), codes)
        for network in lines_of(out / "networks.jsonl"):
            self.assertLessEqual({member["municipality"] for member in network.get("members", [])}, codes)
        self.assertFalse(self.generate("one", "--municipalities", 1, code=2).exists())
        self.assertFalse(self.generate("many", "--municipalities", 100000, code=2).exists())
        self.assertEqual(len(rows(self.generate("two", "--pairs", 50, "--contacts", 5, "--municipalities", 2))), 2)

    def test_the_truth_is_what_the_answers_follow(self):
        out = self.generate("true", "--pairs", 2000, "--noise", 0)
        truth = json.loads((out / "truth.json").read_text())
        topic_of = {}
        for question in lines_of(out / "questions.jsonl"):
            topic = topic_of[question["id"]] = question["topics"][0]
            self.assertIn(question["asked_by"], truth["needs"][topic])
        for answer in lines_of(out / "answers.jsonl"):
            self.assertIn(answer["by"], truth["knows"][topic_of[answer["question"]]])
        for topic, knowing in truth["knows"].items():
            self.assertFalse(set(knowing) & set(truth["needs"][topic]), "who knows does not ask")
            self.assertTrue(all(0.5 <= level <= 1 for level in knowing.values()))

    def test_bad_options_are_refused_and_nothing_is_written(self):
        for bad in (["--words", 5], ["--noise", 2], ["--pairs", 100000000], ["--pairs", "many"]):
            self.assertFalse(self.generate("bad", *bad, code=2).exists(), bad)
        (self.folder / "full").mkdir()
        (self.folder / "full" / "mine").write_text("dear to me")
        self.generate("full", code=2)
        self.assertEqual(files_of(self.folder / "full"), {"mine": b"dear to me"})

    def test_memory_does_not_grow_with_the_pairs(self):
        def peak(pairs):
            script = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL);"
                      "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
            out = self.folder / f"of-{pairs}"
            done = subprocess.run([sys.executable, "-c", script, BENCH, "generate", "--base", NETWORK, "--out", str(out),
                                   "--pairs", str(pairs)], capture_output=True, text=True, check=True)
            return int(done.stdout)
        # 20,000 pairs are 20 MB of text.
        self.assertLess(peak(20000) - peak(100), 5000)


if __name__ == "__main__":
    BENCH, NETWORK = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1])
