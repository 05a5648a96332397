#!/usr/bin/env python3
"""Looks for words that docs/glossary.md says not to use, in what people read: pages, messages, help and documents."""

import re
import sys

import source_texts

GLOSSARY = source_texts.ROOT / "docs/glossary.md"
READ = ["README.md", "CHANGELOG.md", "docs/*.md", "Site/*.md", "*.mustache", "Sources/*.swift", "*.js"]
# Texts in tests are no texts of the program.
TESTS = (source_texts.ROOT / "Tests", source_texts.ROOT / "Site/tests")
# The glossary names the words. SQL of the schema's versions never changes, its comments included.
UNREAD = {GLOSSARY, *source_texts.ROOT.glob("Sources/Catalog/Schema/V*.swift")}
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


class Text:
    """A whole text of a file: literals that are added up, or a page or document with its examples."""

    def __init__(self) -> None:
        self.text = ""
        self.starts: list[tuple[int, int]] = []

    def add(self, piece: source_texts.Piece, separator: str) -> None:
        self.text += separator if self.text else ""
        self.starts.append((len(self.text), piece.line))
        # The same length, so that places stay what they are.
        self.text += ALLOWED.sub(lambda match: "`" * len(match.group()), piece.text)

    def line(self, place: int) -> int:
        start, line = next(each for each in reversed(self.starts) if each[0] <= place)
        return line + self.text.count("\n", start, place)


def texts(path):
    """The texts of a file that people read."""
    is_page = path.suffix in {".md", ".mustache"}
    text = Text()
    for piece in source_texts.pieces(path):
        if piece.kind == "text" or path.suffix == ".md":
            text.add(piece, "\n" if is_page else "")
        elif piece.kind == "code" and piece.text.strip() not in {"", "+"} and not is_page:
            yield text
            text = Text()
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
        if path in UNREAD or any(folder in path.parents for folder in TESTS):
            continue
        for text in texts(path):
            if path.suffix in {".swift", ".js"} and UNSEEN.search(text.text):
                continue
            for match in pattern.finditer(text.text):
                found += 1
                word = " ".join(match.group(1).split())
                place = f"{path.relative_to(source_texts.ROOT)}:{text.line(match.start())}"
                print(f"{place}: don't say “{word}”, say: {words[word.lower()]}")
    if found:
        print(f"{found} words to replace; docs/glossary.md has the list.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
