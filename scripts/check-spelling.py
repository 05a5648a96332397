#!/usr/bin/env python3
"""Checks the British spelling of documents, pages, messages, help and comments with hunspell.

A word is right when hunspell's en_GB knows it, when it stands in scripts/spelling-words.txt, or when the code itself
has it as an identifier or part of one. What stands between backquotes is not looked at.
"""

import re
import subprocess
import sys

import source_texts

WORDS = source_texts.ROOT / "scripts/spelling-words.txt"
READ = ["*.md", "*.mustache", "*.swift", "*.js", "*.py", "*.sh", "Makefile"]
# Names of people, licences and packages, by the hundred.
UNREAD = {source_texts.ROOT / "THIRD_PARTY.md"}
# Texts in tests are input: queries, places in other languages, broken words on purpose.
TESTS = tuple(source_texts.ROOT / name for name in ("Tests", "Site/tests", "Sources/Fixtures", "Benchmarks"))
# Code in texts: quoted with backquotes, addresses, paths, options, placeholders, names with digits or inner capitals.
CODE = re.compile(
    r"``?[^`]*``?|https?://\S+|\S*[/\\_=<>{}@#$%&*+^~|]\S*|--?[\w-]+|\b\w*\d\w*|\b\w+[A-Z]\w*|\b\w+\.\w+[\w.]*|\w+:\w+")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
IDENTIFIER = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def main() -> int:
    if subprocess.run(["sh", "-c", "command -v hunspell"], capture_output=True).returncode:
        print("hunspell is missing: run scripts/install-spelling.sh")
        return 1
    places, known = {}, own_words()
    for path in source_texts.files(*READ):
        for piece in source_texts.pieces(path):
            if piece.kind == "code":
                known.update(part.lower() for part in IDENTIFIER.findall(piece.text))
            elif is_prose(path, piece):
                for word, line in words(piece):
                    places.setdefault(word, []).append(f"{path.relative_to(source_texts.ROOT)}:{line}")
    wrong = [word for word in misspelt(places) if word.lower() not in known]
    for word in sorted(wrong, key=lambda each: places[each]):
        print(f"{places[word][0]}: {word}" + (f"  (and {len(places[word]) - 1} more)" if places[word][1:] else ""))
    if wrong:
        print(f"{len(wrong)} unknown words: correct them, put code between backquotes, "
              f"or add good words to {WORDS.relative_to(source_texts.ROOT)}.")
    return 1 if wrong else 0


def own_words() -> set[str]:
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return {line.strip().lower() for line in lines if line.strip() and not line.startswith("#")}


def is_prose(path, piece) -> bool:
    """Whether people read it: comments everywhere, texts where they are no input and have more than one word."""
    if path in UNREAD:
        return False
    if piece.kind == "comment":
        return True
    return " " in piece.text.strip() and not any(folder in path.parents for folder in TESTS) \
        and path.suffix in {".md", ".mustache", ".swift", ".js"} and not SQL_OR_STYLE.search(piece.text)


SQL_OR_STYLE = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|WHERE|JOIN|VALUES|ORDER BY|IS NOT NULL|CASE)\b|[{};]\s*[a-z-]+:\s*\S|</")


def words(piece):
    """The words of a piece, each with its line."""
    for offset, line in enumerate(piece.text.split("\n")):
        for word in WORD.findall(CODE.sub(" ", line)):
            if len(word) > 2 and not word.isupper():
                yield word.replace("’", "'").removesuffix("'s"), piece.line + offset


def misspelt(candidates) -> list[str]:
    """Those that hunspell does not know."""
    answer = subprocess.run(
        ["hunspell", "-d", "en_GB", "-i", "utf-8", "-l"], input="\n".join(sorted(candidates)), check=True,
        capture_output=True, text=True).stdout
    return sorted(set(answer.split()) & set(candidates))


if __name__ == "__main__":
    sys.exit(main())
