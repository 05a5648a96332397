"""Two types never share a name: neither two at the top of a file, in whatever modules, nor one at the top and one
within another type. Whoever searches for a name finds one thing. Types within types may be called alike, such as
`Settings`, since they are always written with the type around them. Run by `make lint`.
"""

import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODIFIER = r"(?:package|public|internal|private|fileprivate|final|indirect|@\w+(?:\([^)]*\))?)"
TYPE = re.compile(rf"^( *)(?:{MODIFIER} )*(?:struct|class|enum|actor|protocol) ([A-Z]\w*)", re.M)


def declarations() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The files that declare each name: at the top, and within another type."""
    top, nested = collections.defaultdict(list), collections.defaultdict(list)
    names = subprocess.run(
        ["git", "ls-files", "Sources/*.swift", "Benchmarks/*.swift"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split()
    for name in names:
        for indentation, declared in TYPE.findall((ROOT / name).read_text()):
            (nested if indentation else top)[declared].append(name)
    return top, nested


def main() -> None:
    top, nested = declarations()
    shared = {name: files + nested.get(name, []) for name, files in sorted(top.items())}
    faults = {name: files for name, files in shared.items() if len(files) > 1}
    for name, files in faults.items():
        print(f"{name} is the name of several types: {', '.join(files)}. Rename one of them.", file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
