#!/usr/bin/env python3
"""Pages with one fault each, and the fault that must be found; pages without, which must pass."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
import unittest
from pathlib import Path

import docs_blocks


class Pages(unittest.TestCase):
    def setUp(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        (self.root / "docs").mkdir()
        (self.root / "docs/other.md").write_text("# A page, with `code`\n", encoding="utf-8")

    def run_text(self, text: str) -> tuple[bool, str]:
        (self.root / "README.md").write_text(text, encoding="utf-8")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            fine = docs_blocks.run_page(self.root, None, "README.md")
        return fine, printed.getvalue()

    def assert_fine(self, text: str, *words: str) -> None:
        fine, printed = self.run_text(text)
        self.assertTrue(fine, printed)
        for word in words:
            self.assertIn(word, printed)

    def assert_wrong(self, text: str, *words: str) -> None:
        fine, printed = self.run_text(text)
        self.assertFalse(fine, printed)
        for word in words:
            self.assertIn(word, printed)

    def test_python_blocks_share_their_names(self) -> None:
        self.assert_fine("```python\na = 1\n```\ntext\n```python\nassert a == 1\n```\n", "ok - README.md:1 python")

    def test_python_that_fails_is_found_at_its_line(self) -> None:
        self.assert_wrong("# Title\n\n```python\nx = 1\nassert x == 2\n```\n", "not ok - README.md:3 python", "line 5")

    def test_shell_that_fails_is_found(self) -> None:
        self.assert_fine("```sh\ntrue\n```\n")
        self.assert_wrong("```sh\nfalse\ntrue\n```\n", "not ok - README.md:1 sh")

    def test_blocks_of_a_page_share_a_folder(self) -> None:
        self.assert_fine("```sh\nmkdir made\n```\n```python\nfrom pathlib import Path\n\nassert Path('made').is_dir()\n```\n")

    def test_printed_text_is_compared(self) -> None:
        self.assert_fine("```python\nprint(6 * 7)\n```\n```text output\n42\n```\n")
        self.assert_wrong("```python\nprint(6 * 7)\n```\n```text output\n43\n```\n", "but what was printed is", "42")
        self.assert_fine("```text output-of echo 42\n42\n```\n")
        self.assert_wrong("```text output-of echo 42\n43\n```\n")

    def test_a_block_that_is_not_run_says_why(self) -> None:
        self.assert_fine("```sh no-run: takes an hour\nfalse\n```\n", "# SKIP takes an hour")
        self.assert_wrong("```sh no-run\nfalse\n```\n", "no reason")

    def test_a_fence_says_what_it_is(self) -> None:
        self.assert_wrong("```\nwhat\n```\n", "names no language")
        self.assert_wrong("```python\nx = 1\n", "never closed")
        self.assert_fine("```json\n{}\n```\n", "# SKIP json is not run")

    def test_cpp_that_does_not_compile_is_found(self) -> None:
        (self.root / "build/libm150").mkdir(parents=True)
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        runner = docs_blocks.Runner(self.root, self.root / "build", folder)
        self.assertIn("error", runner.cpp(["int main() { return nothing; }"]) or "")
        self.assertIn("no build", docs_blocks.Runner(self.root, None, Path(tempfile.mkdtemp(dir=folder))).cpp(["int x;"]) or "")

    def test_links(self) -> None:
        self.assert_fine("[a](docs/other.md) [b](docs/other.md#a-page-with-code) [c](https://example.org/x) `[d](nowhere.md)`\n")
        self.assert_wrong("[a](docs/nowhere.md)\n", "README.md:1: docs/nowhere.md leads nowhere")
        self.assert_wrong("![a](docs/picture.svg)\n", "leads nowhere")
        self.assert_wrong("\n[a](docs/other.md#elsewhere)\n", "README.md:2", "no such heading")

    def test_pages_that_comments_name(self) -> None:
        (self.root / "libm150").mkdir()
        (self.root / "libm150/id.hpp").write_text("// See docs/other.md.\n// See docs/gone.md, too.\n", encoding="utf-8")
        self.assertEqual(docs_blocks.missing_pages(self.root), ["libm150/id.hpp:2: there is no docs/gone.md"])


if __name__ == "__main__":
    unittest.main()
