#!/usr/bin/env python3
"""A layering test that cannot fail proves nothing: small houses with one fault each, and the breach that must be found."""

from __future__ import annotations

import shutil
import tempfile
import unittest
from pathlib import Path

import layering

HEADER = "// What it is for.\n#pragma once\n"


class House(unittest.TestCase):
    def setUp(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        self.write("libm150/m150.hpp", HEADER + '#include "libm150/match/ask.hpp"\n')
        self.write("libm150/match/ask.hpp", HEADER + '#include "libm150/base/id.hpp"\n')
        self.write("libm150/base/id.hpp", HEADER + "#include <string>\n")
        self.write("libm150/match/ask.cpp", '#include "libm150/match/ask.hpp"\n')
        self.write("libm150/match/CMakeLists.txt", "m150_floor(NAME match SOURCES ask.cpp)\n")
        self.write("libm150/packaging/install.cmake", "set(public_headers\n  m150.hpp match/ask.hpp base/id.hpp)\n")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def breaches(self) -> list[str]:
        return [breach for check in layering.CHECKS for breach in check(self.root)]

    def assert_one_breach(self, *words: str) -> None:
        found = self.breaches()
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_a_sound_house_has_no_breach(self) -> None:
        self.assertEqual(self.breaches(), [])

    def test_including_a_higher_floor(self) -> None:
        self.write("libm150/base/CMakeLists.txt", "id.cpp")
        self.write("libm150/base/id.cpp", '#include <string>\n#include "libm150/match/ask.hpp"\n')
        self.assert_one_breach("libm150/base/id.cpp:2", "match")

    def test_siblings_do_not_know_each_other(self) -> None:
        self.write("libm150/search/hit.hpp", HEADER)
        self.write("libm150/graph/CMakeLists.txt", "path.cpp")
        self.write("libm150/graph/path.cpp", '#include "libm150/search/hit.hpp"\n')
        self.assert_one_breach("libm150/graph/path.cpp:1", "libm150/search/hit.hpp")

    def test_an_include_in_angle_brackets_counts_too(self) -> None:
        self.write("libm150/base/CMakeLists.txt", "id.cpp")
        self.write("libm150/base/id.cpp", "#include <libm150/match/ask.hpp>\n")
        self.assert_one_breach("libm150/base/id.cpp:1")

    def test_an_include_that_is_not_named_from_the_top(self) -> None:
        self.write("libm150/match/ask.cpp", '#include "ask.hpp"\n')
        self.assert_one_breach("libm150/match/ask.cpp:1", "named from the top")

    def test_a_floor_nobody_knows(self) -> None:
        self.write("libm150/cellar/wine.hpp", HEADER)
        self.assert_one_breach("libm150/cellar/wine.hpp", "no floor")

    def test_the_umbrella_is_not_for_the_floors(self) -> None:
        self.write("libm150/match/ask.cpp", '#include "libm150/m150.hpp"\n')
        self.assert_one_breach("for users of the library")

    def test_a_heavy_library_in_a_header(self) -> None:
        for heavy in ("xapian.h", "boost/graph/adjacency_list.hpp", "Eigen/Dense", "sqlite3.h", "nlohmann/json.hpp"):
            with self.subTest(heavy):
                self.write("libm150/base/id.hpp", HEADER + f"#include <{heavy}>\n")
                self.assert_one_breach("libm150/base/id.hpp:3", heavy)

    def test_a_header_without_guard_or_purpose(self) -> None:
        self.write("libm150/base/id.hpp", "#include <string>\n")
        self.assertEqual(len(self.breaches()), 2)

    def test_a_public_header_that_is_not_installed(self) -> None:
        self.write("libm150/match/ask.hpp", HEADER + '#include "libm150/base/date.hpp"\n#include "libm150/base/id.hpp"\n')
        self.write("libm150/base/date.hpp", HEADER)
        self.assert_one_breach("libm150/base/date.hpp", "does not install")

    def test_an_internal_header_that_is_installed(self) -> None:
        self.write("libm150/match/ask.hpp", HEADER)
        self.assert_one_breach("libm150/base/id.hpp", "does not include it")

    def test_a_source_that_nobody_builds(self) -> None:
        self.write("libm150/match/mask.cpp", "")
        self.assert_one_breach("libm150/match/mask.cpp", "never compiled")
        self.write("libm150/match/CMakeLists.txt", "m150_floor(NAME match SOURCES ask.cpp bitmask.cpp)\n")
        self.assert_one_breach("libm150/match/mask.cpp")
        self.write("libm150/match/CMakeLists.txt", "foreach(one ask mask)\nadd_executable(${one} ${one}.cpp)\nendforeach()\n")
        self.assertEqual(self.breaches(), [])

    def test_a_file_that_outgrew_its_readers(self) -> None:
        self.write("libm150/base/id.hpp", HEADER + "\n" * layering.MOST_LINES)
        self.assert_one_breach("libm150/base/id.hpp", "lines")

    def test_two_types_of_one_name(self) -> None:
        inside = "namespace m150::inline v0 {\n\nstruct Candidate {\n    int a = 0;\n};\n\n}\n"
        self.write("libm150/base/id.hpp", HEADER + inside)
        self.write("libm150/match/ask.hpp", HEADER + '#include "libm150/base/id.hpp"\n' + inside)
        self.assert_one_breach("libm150/match/ask.hpp:6", "Candidate", "libm150/base/id.hpp:5")

    def test_a_header_that_leans_on_its_includer(self) -> None:
        self.assertEqual(layering.check_alone(self.root, "c++"), [])
        self.write("libm150/base/id.hpp", HEADER + "inline std::string name;\n")
        found = layering.check_alone(self.root, "c++")
        self.assertEqual(len(found), 2, found)  # id.hpp, and m150.hpp above it; ask.hpp leads its source
        self.assertIn("libm150/base/id.hpp", found[0])


if __name__ == "__main__":
    unittest.main()
