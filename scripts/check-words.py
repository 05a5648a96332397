#!/usr/bin/env python3
"""Looks for words that docs/glossary.md says not to use, in what people read: pages, messages, help and documents."""

import re
import sys

import source_texts

GLOSSARY = source_texts.ROOT / "docs/glossary.md"
READ = ["README.md", "CHANGELOG.md", "docs/*.md", "*.mustache", "Sources/*.swift", "*.js"]
# The glossary names the words; what is under Tests/ are no texts of the program.
UNREAD = {GLOSSARY}
# Whole phrases in which a word of the list is right: other people's names, and names that must stay.
ALLOWED = re.compile(
    r"meridian analyze(-again)?|\| analyze \||`[^`\n]*`|\bsurest\b(?= first\*| \|)|order surest"  # commands and names
    r"|TensorFlow model zoo|prefers-color-scheme|color-mix", re.I)
# Strings of the program that nobody reads: SQL, CSS, addresses, single words such as JSON members.
UNSEEN = re.compile(
    r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|WITH|DROP|ALTER|PRAGMA|ANALYZE)\b|[{};]\s*[a-z-]+:\s*\S|^[^A-Z]\S*$")


def forbidden(glossary: str) -> dict[str, str]:
    """What not to say, with what to say instead, out of the table under "Don't say"."""
    table = glossary.split("## Don't say", 1)[1]
    words = {}
    for left, right in re.findall(r"^\| (.+?) \| (.+?) \|$", table, re.M):
        if left != "don't say":
            words.update({word.strip().lower(): right for word in left.split(",")})
    return words


def joined(pieces, suffix: str):
    """The texts of a file, each whole: literals that are added up; a page or document with its examples is one text."""
    text = None
    for piece in pieces:
        is_text = piece.kind == "text" or suffix == ".md"
        if is_text and text is not None:
            text = text._replace(text=text.text + ("\n" if suffix in {".md", ".mustache"} else "") + piece.text)
        elif is_text:
            text = piece
        elif piece.kind == "code" and piece.text.strip() not in {"", "+"}:
            if text is not None:
                yield text
            text = None
    if text is not None:
        yield text


def main() -> int:
    words = forbidden(GLOSSARY.read_text(encoding="utf-8"))
    if not words:
        print(f"{GLOSSARY.name} has no table under “Don't say”.")
        return 1
    pattern = re.compile(
        r"(?<![\w-])(" + "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True))
        + r")(?![\w-])", re.I)
    found = 0
    for path in source_texts.files(*READ):
        if path in UNREAD or source_texts.ROOT / "Tests" in path.parents:
            continue
        for piece in joined(source_texts.pieces(path), path.suffix):
            if path.suffix in {".swift", ".js"} and UNSEEN.search(piece.text):
                continue
            text = ALLOWED.sub("`", piece.text)
            for match in pattern.finditer(text):
                found += 1
                line = piece.line + text.count("\n", 0, match.start())
                word = " ".join(match.group(1).split())
                print(f"{path.relative_to(source_texts.ROOT)}:{line}: don't say “{word}”, say: {words[word.lower()]}")
    if found:
        print(f"{found} words to replace; docs/glossary.md has the list.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
