"""The form of the Swift tests: a sentence as a raw identifier, and a time limit where a process could hang.

    lint_tests.py FILE...
"""

import re
import sys

# What starts processes, servers or threads that wait: fixtures by name, and Foundation's Process.
WAITING = re.compile(
    r"\bProgram\w*Run\(|\b(?:Web|Import|Job|Label\w*)Fixture\(|\bProcess\(\)|\bWorkerSupervisor\(|\bFileServer\(")
MODIFIERS = re.compile(r"(?:\s+|@\w+|private|static|nonisolated)*func\s+(.)", re.DOTALL)


# Parentheses, and texts that may hold some.
PARTS = re.compile(r"[()]|\"(?:[^\"\\\n]|\\.)*\"")


def after_parentheses(text, start):
    """Where the parenthesis that opens at `start` is closed; `start` where none opens there."""
    if text[start:start + 1] != "(":
        return start
    depth = 0
    for part in PARTS.finditer(text, start):
        depth += {"(": 1, ")": -1}.get(part.group(), 0)
        if depth == 0:
            return part.end()
    return len(text)


def problems(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    tests = [match.end() for match in re.finditer(r"@Test\b", text)]
    for end in tests:
        found = MODIFIERS.match(text, after_parentheses(text, end))
        line = text.count("\n", 0, end) + 1
        if not found:
            yield f"{path}:{line}: @Test stands before no function"
        elif found.group(1) != "`":
            yield f"{path}:{line}: name the test by a sentence: @Test func `an empty name is refused`()"
    if tests and WAITING.search(text) and ".timeLimit(" not in text:
        yield f"{path}:1: a process could hang here: @Suite(.timeLimit(.minutes(20)))"


if __name__ == "__main__":
    found = [problem for path in sys.argv[1:] for problem in problems(path)]
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)
