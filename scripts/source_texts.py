"""What is written for people in a source file: its texts and its comments, each with its line.

Used by check-words.py and check-spelling.py. This reads just enough of Swift, JavaScript, Python, shell, Mustache and
Markdown to tell texts from code; it is no parser.
"""

import html
import pathlib
import re
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Piece(NamedTuple):
    """One text, comment or stretch of code."""

    kind: str  # "text", "comment" or "code"
    line: int
    text: str


def files(*patterns: str) -> list[pathlib.Path]:
    """The files under version control whose path matches a pattern of Git, in order."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in sorted(filter(None, listed.split("\0"))) if (ROOT / name).is_file()]


def pieces(path: pathlib.Path) -> Iterator[Piece]:
    """Everything in a file, told apart by its kind."""
    source = path.read_text(encoding="utf-8")
    reader = READERS.get(path.suffix, hash_comments)
    return reader(source)


# Swift and JavaScript

SWIFT = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)"
    r"|(?P<raw>\#+)?(?P<open>\"\"\"|\")", re.S)
PATTERN = r"/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*"
REGEX = re.compile(r"(?<=[(,])" + PATTERN)
SCRIPT = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)"
    r"|(?P<regex>(?<=[(,=:\[!&|?{};\n])\s*" + PATTERN + ")"
    r"|(?P<open>[\"'`])", re.S)


def swift(source: str) -> Iterator[Piece]:
    return c_like(source, SWIFT, "\\(", "(", ")")


def script(source: str) -> Iterator[Piece]:
    return c_like(source, SCRIPT, "${", "{", "}")


def c_like(source: str, tokens: re.Pattern, hole: str, opening: str, closing: str) -> Iterator[Piece]:
    """Texts (with … where a value is put in), comments, and the code between them."""
    place = 0
    while match := tokens.search(source, place):
        yield Piece("code", line_of(source, place), source[place:match.start()])
        groups = match.groupdict()
        if groups["comment"] is not None:
            yield Piece("comment", line_of(source, match.start()), comment_text(groups["comment"]))
            place = match.end()
        elif groups.get("regex") is not None:
            place = match.end()
        else:
            text, place, holes = literal(
                source, match.end(), groups["open"], groups.get("raw") or "", hole, opening, closing)
            yield Piece("text", line_of(source, match.start()), text)
            for start, inside in holes:
                for piece in c_like(inside, tokens, hole, opening, closing):
                    yield piece._replace(line=piece.line + line_of(source, start) - 1)
    yield Piece("code", line_of(source, place), source[place:])


def literal(source, place, quote, raw, hole, opening, closing):
    """The text of one literal, where it ends, and the code in its holes."""
    end = quote + raw
    escape = "\\" + raw
    hole = hole.replace("\\", escape)
    interpolates = hole[0] == "\\" or quote == "`"
    text, holes = [], []
    while place < len(source) and not source.startswith(end, place):
        if interpolates and source.startswith(hole, place):
            start = place + len(hole)
            place = end_of_hole(source, start, opening, closing)
            holes.append((start, source[start:place - 1]))
            text.append("…")
        elif source.startswith(escape, place):
            place += len(escape)
            text.append({"n": "\n", "t": " ", "\n": ""}.get(source[place:place + 1], source[place:place + 1]))
            place += 1
        else:
            text.append(source[place])
            place += 1
    return "".join(text), place + len(end), holes


def end_of_hole(source: str, place: int, opening: str, closing: str) -> int:
    """Behind the bracket that closes an interpolation; texts inside it may hold brackets of their own."""
    quotes, hole = ('"', "\\(") if opening == "(" else ("\"'`", "${")
    depth = 1
    while place < len(source) and depth:
        letter = source[place]
        if letter == "/" and hole == "${" and (regex := REGEX.match(source, place)):
            place = regex.end()
            continue
        if letter in quotes:
            _, place, _ = literal(source, place + 1, letter, "", hole, opening, closing)
            continue
        depth += (letter == opening) - (letter == closing)
        place += 1
    return place


def comment_text(comment: str) -> str:
    return re.sub(r"^\s*(///?|/\*\*?|\*)|\*/$", "", comment, flags=re.M).strip()


def line_of(source: str, place: int) -> int:
    return source.count("\n", 0, place) + 1


# Python and shell: only comments and the texts between double quotes

def hash_comments(source: str) -> Iterator[Piece]:
    for number, line in enumerate(source.split("\n"), 1):
        for text in re.findall(r'"((?:\\.|[^"\\])*)"', line):
            yield Piece("text", number, text)
        if comment := re.search(r"(?:^|\s)#\s(.*)", line):
            yield Piece("comment", number, comment.group(1))


# Pages and documents

def mustache(source: str) -> Iterator[Piece]:
    """The text between tags, and the attributes that are read aloud or shown."""
    shown = re.compile(r'\b(?:aria-label|placeholder|title|alt|content)="([^"]*)"')
    for number, line in enumerate(source.split("\n"), 1):
        line = re.sub(r"<(code|kbd|pre)\b.*?</\1>", "`code`", line)
        for text in shown.findall(line):
            yield Piece("text", number, html.unescape(text))
        yield Piece("text", number, html.unescape(re.sub(r"\{\{.*?\}\}|<[^>]*>", "…", line)))


def markdown(source: str) -> Iterator[Piece]:
    """Sentences and tables, without what is indented or fenced as code."""
    fenced = False
    for number, line in enumerate(source.split("\n"), 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced and not line.startswith("    "):
            yield Piece("text", number, re.sub(r"\]\([^)]*\)|<[^>]*>|https?://\S+", "]", line))
        else:
            yield Piece("code", number, line)


READERS = {".swift": swift, ".js": script, ".mustache": mustache, ".md": markdown}
