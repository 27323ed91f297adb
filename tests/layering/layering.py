#!/usr/bin/env python3
"""The house stands as docs/architecture.md draws it: checked over the includes, file by file.

    layering.py [--root DIR] [--compile CXX]

Prints every breach as file:line: what, and exits 1 when there is one. With --compile each header is also compiled on its
own, with nothing included before it. Needs only Python's standard library; layering_test.py proves that it can fail.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
from pathlib import Path

# A file may include its own folder and those that stand lower; siblings (the same number) do not know each other.
FLOORS = {"base": 0, "record": 1, "store": 2, "solve": 2, "search": 3, "graph": 3, "knowledge": 4, "match": 5, "meet": 6}
# Files that stand on the roof: they may include every floor.
ROOF = {"libm150/m150.hpp"}

MOST_LINES = 400
# path -> why it may be longer than MOST_LINES
LONG_FILES = {
    "bindings/python/m150/_core.pyi": "made by bindings/python/make_stubs.py: one file describes one compiled module",
    "tests/search/test_generations.cpp": "tests of one file stay together; the crash stories are long",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# Standard and POSIX headers have no slash and no .h but these; anything else in <...> is somebody's library.
SYSTEM_HEADERS = re.compile(r"^[a-z_]+$|^(fcntl|unistd)\.h$|^sys/[a-z]+\.h$")


def includes_of(path: Path) -> list[tuple[int, str, str]]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := INCLUDE.match(line):
            found.append((number, match[1], match[2]))
    return found


def files_of(root: Path, folder: str, *suffixes: str) -> list[str]:
    if not (root / folder).is_dir():
        return []
    return sorted(p.relative_to(root).as_posix() for p in (root / folder).rglob("*") if p.suffix in suffixes)


def floor_of(path: str) -> str | None:
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "libm150" else None


def check_floors(root: Path) -> list[str]:
    """Every include of ours goes to the file's own floor or a lower one, by its full name."""
    wrong = []
    for file in files_of(root, "libm150", ".hpp", ".cpp"):
        floor = floor_of(file)
        if floor is None and file not in ROOF:
            wrong.append(f"{file}:1: stands outside every floor")
            continue
        if floor is not None and floor not in FLOORS:
            wrong.append(f"{file}:1: {floor}/ is no floor of the house")
            continue
        for line, quote, target in includes_of(root / file):
            if quote == "<" and not target.startswith("libm150/"):
                continue
            if not target.startswith("libm150/"):
                wrong.append(f'{file}:{line}: "{target}" is not named from the top ("libm150/<floor>/...")')
            elif not (root / target).is_file():
                wrong.append(f"{file}:{line}: {target} does not exist")
            elif floor is not None and target in ROOF:
                wrong.append(f"{file}:{line}: {target} is for users of the library, not for its floors")
            elif floor is not None:
                below = floor_of(target)
                if below != floor and FLOORS.get(below or "", 99) >= FLOORS[floor]:
                    wrong.append(f"{file}:{line}: {floor}/ (floor {FLOORS[floor]}) includes {target} "
                                 f"(floor {FLOORS.get(below or '', '?')})")
    return wrong


def check_headers(root: Path) -> list[str]:
    """No header names a third-party library, and every header is guarded."""
    wrong = []
    for file in files_of(root, "libm150", ".hpp"):
        for line, quote, target in includes_of(root / file):
            if quote == "<" and not target.startswith("libm150/") and not SYSTEM_HEADERS.match(target):
                wrong.append(f"{file}:{line}: <{target}> in a header; heavy libraries stay in .cpp files")
        text = (root / file).read_text(encoding="utf-8")
        if "#pragma once" not in text:
            wrong.append(f"{file}:1: no #pragma once")
        if not text.startswith("//"):
            wrong.append(f"{file}:1: does not begin with a comment that says what it is for")
    return wrong


def closure(root: Path, start: str) -> set[str]:
    """`start` and every header of ours that it includes, directly or not."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        file = todo.pop()
        if file in seen or not (root / file).is_file():
            continue
        seen.add(file)
        todo += [target for _, _, target in includes_of(root / file) if target.startswith("libm150/")]
    return seen


def check_installed(root: Path) -> list[str]:
    """The public headers that are installed are exactly m150.hpp and what it includes."""
    rules = root / "libm150/packaging/install.cmake"
    listing = re.search(r"set\(public_headers\s(.*?)\)", rules.read_text(encoding="utf-8"), re.S)
    if listing is None:
        return [f"{rules.relative_to(root)}:1: lists no public_headers"]
    listed = {f"libm150/{name}" for name in listing[1].split()}
    needed = closure(root, "libm150/m150.hpp")
    return ([f"{file}:1: m150.hpp includes it, but libm150/packaging/install.cmake does not install it"
             for file in sorted(needed - listed)]
            + [f"{file}:1: is installed, but m150.hpp does not include it" for file in sorted(listed - needed)])


def check_listed(root: Path) -> list[str]:
    """Every source is named in the CMakeLists.txt that stands nearest above it: what is not listed is not built."""
    wrong = []
    for folder in ("libm150", "tests", "bindings", "examples", "bench"):
        for file in files_of(root, folder, ".cpp"):
            if not any(names_source(text, Path(file).name) for text in rules_for(root, file)):
                wrong.append(f"{file}:1: no CMakeLists.txt lists it, so it is never compiled")
    return wrong


def names_source(rules: str, name: str) -> bool:
    """Whether build rules name the file, or its stem in a foreach() over "${variable}.cpp"."""
    for variable, stems in re.findall(r"foreach\((\w+)\s+([^)$]*)\)", rules):
        if f"${{{variable}}}.cpp" in rules and Path(name).stem in stems.split():
            return True
    return re.search(rf"(^|[\s(/\"]){re.escape(name)}([\s)\"]|$)", rules) is not None


def rules_for(root: Path, file: str) -> list[str]:
    """Texts of the build rules that may list the file: in its folder, above it, or beside (tests share support/)."""
    top = root / file.split("/")[0]
    rules = [p for p in (root / file).parents if p == top or top in p.parents]
    texts = [(p / name).read_text(encoding="utf-8") for p in rules for name in ("CMakeLists.txt", "Makefile")
             if (p / name).is_file()]
    if "/support/" in file or "/consumer/" in file:
        texts += [p.read_text(encoding="utf-8") for name in ("CMakeLists.txt", "Makefile") for p in top.rglob(name)]
    return texts


def check_sizes(root: Path) -> list[str]:
    """A file past MOST_LINES lines has a reason, and a reason has such a file."""
    wrong = []
    files = [file for folder in ("libm150", "bindings", "examples", "bench", "tests")
             for file in files_of(root, folder, ".hpp", ".cpp", ".py", ".pyi")]
    for file in files:
        lines = len((root / file).read_text(encoding="utf-8").splitlines())
        if lines > MOST_LINES and file not in LONG_FILES:
            wrong.append(f"{file}:{lines}: has {lines} lines, more than {MOST_LINES}, and LONG_FILES gives no reason")
        if lines <= MOST_LINES and file in LONG_FILES:
            wrong.append(f"{file}:1: LONG_FILES excuses it, but it has only {lines} lines")
    return wrong


NAMESPACE = re.compile(r"^namespace ([\w: ]+) \{", re.MULTILINE)
TYPE = re.compile(r"^(?:struct|class|enum class)(?: M150_EXPORT)? (\w+)(?: final)?(?: : [^{;]*)? \{", re.MULTILINE)


def check_names(root: Path) -> list[str]:
    """A namespace has one type of a name: of two, the linker takes either, and templates over them corrupt memory."""
    wrong = []
    seen: dict[tuple[str, str], str] = {}
    for file in files_of(root, "libm150", ".hpp"):
        text = (root / file).read_text(encoding="utf-8")
        spaces = NAMESPACE.findall(text)
        for match in TYPE.finditer(text):
            place = f"{file}:{text.count(chr(10), 0, match.start()) + 1}"
            other = seen.setdefault((spaces[0] if spaces else "", match[1]), place)
            if other != place:
                wrong.append(f"{place}: {match[1]} is the name of another type at {other}")
    return wrong


def leads_its_source(root: Path, header: str) -> bool:
    """Whether x.cpp includes x.hpp before anything else: then the build itself proves that x.hpp stands alone."""
    source = (root / header).with_suffix(".cpp")
    first = includes_of(source)[:1] if source.is_file() else []
    return bool(first) and first[0][2] == header


def check_alone(root: Path, compiler: str) -> list[str]:
    """Every header compiles on its own."""
    def compile_one(header: str) -> str | None:
        run = subprocess.run([*compiler.split(), "-std=c++20", "-fsyntax-only", "-x", "c++", f"-I{root}", "-"],
                             input=f"#include <{header}>\n", text=True, capture_output=True, check=False)
        first = next((line for line in run.stderr.splitlines() if "error" in line), run.stderr.strip()[:200])
        return f"{header}:1: does not compile on its own: {first}" if run.returncode else None

    headers = [header for header in files_of(root, "libm150", ".hpp") if not leads_its_source(root, header)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [wrong for wrong in pool.map(compile_one, headers) if wrong]


CHECKS = (check_floors, check_headers, check_installed, check_listed, check_sizes, check_names)


def main() -> int:
    parser = argparse.ArgumentParser(description="Check that the house stands as it is drawn.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--compile", metavar="CXX", help="also compile every header on its own with this compiler")
    arguments = parser.parse_args()
    wrong = [breach for check in CHECKS for breach in check(arguments.root)]
    if arguments.compile:
        wrong += check_alone(arguments.root, arguments.compile)
    for breach in wrong:
        print(breach)
    headers = len(files_of(arguments.root, "libm150", ".hpp"))
    print(f"{headers} headers, {len(wrong)} breaches")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
