"""Holds three things to each other: the targets of Package.swift, the imports of their sources, and the table of
modules in docs/architecture.md.

Each target imports what it declares and declares what it imports. Each module has a row in the table, with a
sentence that fits on one line and the modules that it knows; a row knows only rows below it, so that there is
no cycle. Run by `make lint`.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "architecture.md"
LONGEST_SENTENCE = 100
IMPORT = re.compile(
    r"^(?:@\w+ )*(?:package |internal |public |private )?import (?:struct |class |enum |func )?(\w+)", re.M
)
ROW = re.compile(r"^\| `([\w-]+)` \| (.*?) \| (.*?) \|$", re.M)


def targets() -> list[dict]:
    """The package's targets as `swift package dump-package` tells them, the benchmarks among them."""
    environment = os.environ | {"MERIDIAN_BENCHMARKS": "1"}
    dump = subprocess.run(
        ["swift", "package", "dump-package"], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    return json.loads(dump.stdout)["targets"]


def dependencies(target: dict) -> set[str]:
    """The names of what a target depends on directly: targets, and products of packages."""
    return {next(iter(one.values()))[0] for one in target["dependencies"]}


def folder(target: dict) -> pathlib.Path:
    parent = "Tests" if target["type"] == "test" else "Sources"
    return ROOT / (target.get("path") or f"{parent}/{target['name']}")


def imports(target: dict) -> set[str]:
    """What a target's Swift files import."""
    found: set[str] = set()
    for file in folder(target).rglob("*.swift"):
        found |= set(IMPORT.findall(file.read_text()))
    return found


def import_problems(every: list[dict]) -> list[str]:
    problems = []
    nameable = {name for target in every for name in dependencies(target)} | {t["name"] for t in every}
    for target in every:
        if not any(folder(target).rglob("*.swift")):
            continue
        declared, imported = dependencies(target), imports(target) & nameable
        # A test target may need the program only to run it.
        runs = {"meridian"} if target["type"] == "test" else set()
        for name in sorted(imported - declared):
            problems.append(f"Package.swift: {target['name']} imports {name} and does not declare it.")
        for name in sorted(declared - imported - runs):
            problems.append(f"Package.swift: {target['name']} declares {name} and imports it nowhere.")
    return problems


def table_problems(every: list[dict], text: str) -> list[str]:
    modules = {t["name"]: dependencies(t) for t in every if t["type"] != "test"}
    rows = {name: (sentence, set(re.findall(r"`([\w-]+)`", known))) for name, sentence, known in ROW.findall(text)}
    problems = [f"The module {name} has no row." for name in modules if name not in rows]
    order = list(rows)
    for rank, (name, (sentence, known)) in enumerate(rows.items()):
        if name not in modules:
            problems.append(f"There is no module {name}, which has a row.")
            continue
        if len(sentence) > LONGEST_SENTENCE:
            problems.append(f"The sentence about {name} has {len(sentence)} characters, above {LONGEST_SENTENCE}.")
        for other in sorted(modules[name] - known):
            problems.append(f"The row of {name} lacks {other}, which it knows.")
        for other in sorted(known - modules[name]):
            problems.append(f"The row of {name} names {other}, which it does not know.")
        for other in sorted(known & set(order[:rank])):
            problems.append(f"{name} knows {other}, which stands above it.")
    return [f"docs/architecture.md: {problem}" for problem in problems]


def main() -> int:
    every = targets()
    problems = import_problems(every) + table_problems(every, TABLE.read_text())
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
