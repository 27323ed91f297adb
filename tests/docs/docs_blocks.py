#!/usr/bin/env python3
"""What the documents say is run: every fenced block of code, every link to a place in this repository, and every page that
a comment in the sources names.

    docs_blocks.py --build BUILD_FOLDER [--root DIR] [PAGE...]

The first word after the fence says what a block is, the rest how it is treated:

    python, sh, cpp     is run; blocks of a page are run in order in one fresh folder that holds a link to examples/ and script/,
                        and the Python blocks of a page share their names. C++ fragments of a page are joined into one program,
                        linked against the build, and run last; a block with a main() is a program of its own.
    ... no-run: why     is not run, and the reason is shown
    text output         must be what the block before it printed
    text output-of CMD  must be what the command prints, run in the repository's folder
    anything else       is shown as skipped; a fence without a word is an error

Prints "ok - what", "not ok - what" or "ok - what # SKIP why" for every block and page. Run it with the Python that has m150
installed; docs_blocks_test.py proves that it can fail.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^(\s*)(`{3,}|~{3,})\s*(.*?)\s*$")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)|(?:src|href)=\"([^\"]+)\"")
INCLUDE = re.compile(r"^\s*#include .*$", re.M)


@dataclass
class Block:
    page: str
    line: int
    info: str
    text: str

    @property
    def language(self) -> str:
        return self.info.split(" ")[0] if self.info else ""

    @property
    def name(self) -> str:
        return f"{self.page}:{self.line} {self.language}"


def blocks_of(text: str, page: str) -> list[Block]:
    blocks: list[Block] = []
    start, info, fence, indent, lines = 0, "", "", 0, []
    for number, line in enumerate(text.splitlines(), 1):
        match = FENCE.match(line)
        if not fence and match:
            indent, fence, info = len(match[1]), match[2], match[3]
            start, lines = number, []
        elif fence and match and match[2].startswith(fence) and not match[3]:
            blocks.append(Block(page, start, info, "".join(kept + "\n" for kept in lines)))
            fence = ""
        elif fence:
            lines.append(line[indent:] if line[:indent].isspace() else line)
    if fence:
        blocks.append(Block(page, start, "", ""))  # never closed: reported as a fence without a word
    return blocks


def without_blocks(text: str) -> str:
    """The prose of a page: fenced blocks and inline code emptied, line numbers kept."""
    kept, fence = [], ""
    for line in text.splitlines():
        match = FENCE.match(line)
        opens = not fence and match
        kept.append("" if fence or opens else re.sub(r"`[^`]*`", "", line))
        if opens:
            fence = match[2]
        elif fence and match and match[2].startswith(fence) and not match[3]:
            fence = ""
    return "\n".join(kept)


def anchors_of(text: str) -> set[str]:
    """Anchors as code hosts make them of headings: lower case, no punctuation, dashes for spaces."""
    headings = re.findall(r"^#+ +(.*?)\s*#*$", without_headings_in_blocks(text), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def without_headings_in_blocks(text: str) -> str:
    keep = text.splitlines()
    return "\n".join(line for line, prose in zip(keep, without_blocks(text).splitlines()) if prose)


def broken_links(root: Path, page: str) -> list[str]:
    wrong = []
    for number, line in enumerate(without_blocks((root / page).read_text(encoding="utf-8")).splitlines(), 1):
        for match in LINK.finditer(line):
            target = match[1] or match[2]
            if re.match(r"[a-z]+:", target):
                continue
            file, _, anchor = target.partition("#")
            path = (root / page).parent / file if file else root / page
            if not path.exists():
                wrong.append(f"{page}:{number}: {target} leads nowhere")
            elif anchor and path.suffix == ".md" and anchor not in anchors_of(path.read_text(encoding="utf-8")):
                wrong.append(f"{page}:{number}: {target}: that page has no such heading")
    return wrong


class Runner:
    """Runs the blocks of one page in one folder."""

    def __init__(self, root: Path, build: Path | None, folder: Path) -> None:
        self.root, self.build, self.folder = root, build, folder
        self.names: dict[str, object] = {"__name__": "__main__"}
        self.printed = ""
        for shared in ("examples", "script"):
            if (root / shared).exists():
                (folder / shared).symlink_to(root / shared)
        bin_folder = Path(sys.executable).parent
        self.environment = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

    def command(self, words: list[str], folder: Path | None = None) -> str | None:
        run = subprocess.run(words, cwd=folder or self.folder, env=self.environment, text=True, check=False,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.printed = run.stdout
        return f"exit code {run.returncode}\n{run.stdout}{run.stderr}" if run.returncode else None

    def python(self, block: Block) -> str | None:
        printed = io.StringIO()
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            code = compile("\n" * block.line + block.text, str(self.root / block.page), "exec")
            with contextlib.redirect_stdout(printed):
                exec(code, self.names)  # noqa: S102: running the documents is the purpose
        except BaseException:
            return traceback.format_exc()
        finally:
            os.chdir(before)
            self.printed = printed.getvalue()
        return None

    def sh(self, block: Block) -> str | None:
        return self.command(["bash", "-euo", "pipefail", "-c", block.text])

    def cpp(self, sources: list[str]) -> str | None:
        """One program: a source with a main(), or fragments that become one."""
        text = sources[0]
        if not re.search(r"\bint main\(", text):
            includes = {"#include <libm150/m150.hpp>": 0, "#include <iostream>": 0}
            includes.update((line, 0) for source in sources for line in INCLUDE.findall(source))
            body = "\n".join(INCLUDE.sub("", source) for source in sources)
            text = "\n".join(includes) + "\nint main() {\n" + body + "\n}\n"
        if self.build is None:
            return "no build to link against (--build)"
        (self.folder / "page.cpp").write_text(text, encoding="utf-8")
        library = self.build / "libm150"
        return (self.command(["c++", "-std=c++20", "-Wall", "-Wextra", f"-I{self.root}", "page.cpp", f"-L{library}", "-lm150",
                              f"-Wl,-rpath,{library}", "-o", "page"]) or self.command(["./page"]))

    def output(self, block: Block) -> str | None:
        words = block.info.split(" ", 2)
        if words[1] == "output-of":
            printed_before = self.printed
            wrong = self.command(shlex.split(words[2]), self.root)
            if wrong:
                return wrong
            printed, self.printed = self.printed, printed_before
        else:
            printed = self.printed
        if printed.strip() == block.text.strip():
            return None
        return f"the page says\n{block.text}but what was printed is\n{printed}"


def say(name: str, wrong: str | None) -> bool:
    print(f"not ok - {name}" if wrong is not None else f"ok - {name}")
    if wrong:
        print("".join(f"    {line}\n" for line in wrong.splitlines()), end="")
    return wrong is None


def run_page(root: Path, build: Path | None, page: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(root, build, Path(folder))
        fine = True
        fragments: list[Block] = []
        for block in blocks_of((root / page).read_text(encoding="utf-8"), page):
            rest = block.info[len(block.language):].strip()
            if not block.language:
                fine &= say(block.name, "the fence names no language (text for none), or is never closed")
            elif rest.startswith("no-run"):
                reason = rest.removeprefix("no-run").lstrip(": ")
                fine &= say(f"{block.name} # SKIP {reason}" if reason else block.name, None if reason else "no-run gives no reason")
            elif block.language == "python":
                fine &= say(block.name, runner.python(block))
            elif block.language == "sh":
                fine &= say(block.name, runner.sh(block))
            elif block.language == "cpp" and "int main(" in block.text:
                fine &= say(block.name, runner.cpp([block.text]))
            elif block.language == "cpp":
                fragments.append(block)
            elif block.language == "text" and rest.split(" ")[0] in ("output", "output-of"):
                fine &= say(f"{block.name} {rest}", runner.output(block))
            else:
                say(f"{block.name} # SKIP {block.language} is not run", None)
        if fragments:
            lines = ", ".join(str(block.line) for block in fragments)
            fine &= say(f"{page}:{lines} cpp", runner.cpp([block.text for block in fragments]))
        links = broken_links(root, page)
        return say(f"{page}: links", "\n".join(links) if links else None) and fine


def missing_pages(root: Path) -> list[str]:
    """Comments send their reader to docs/<page>.md: those pages exist."""
    wrong = []
    for folder in ("libm150", "bindings", "examples", "bench", "tests", "script"):
        for path in sorted((root / folder).rglob("*")):
            if not path.is_file() or path.suffix not in (".hpp", ".cpp", ".py", ".pyi", ".txt", ".cmake", "") or "docs/docs_" in path.as_posix():
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                for page in re.findall(r"\bdocs/[\w/.-]+\.md\b", line):
                    if not (root / page).exists():
                        wrong.append(f"{path.relative_to(root).as_posix()}:{number}: there is no {page}")
    return wrong


def pages_of(root: Path) -> list[str]:
    folders = ("docs", "libm150", "bindings", "examples", "bench", "tests")
    pages = [path for folder in folders for path in sorted((root / folder).rglob("*.md")) if ".pytest_cache" not in path.parts]
    return [path.relative_to(root).as_posix() for path in [*sorted(root.glob("*.md")), *pages]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Run what the documents say.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--build", type=Path, help="folder of a finished build, for C++ blocks")
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    arguments = parser.parse_args()
    root = arguments.root.resolve()
    build = arguments.build.resolve() if arguments.build else None
    results = [run_page(root, build, page) for page in arguments.pages or pages_of(root)]
    if not arguments.pages:
        missing = missing_pages(root)
        results.append(say("pages that comments name", "\n".join(missing) if missing else None))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
