"""Every relative link of the Markdown files must lead to a file that is there, and to a heading that it has.

    check_links.py ROOT FILE...
"""

import os
import re
import sys
from urllib.parse import unquote

LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)")
FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)


def text_of(path):
    """The file without what is shown as code; a link's own text may be code."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return FENCE.sub(lambda found: "\n" * found.group().count("\n"), text)


def anchors(path):
    """The headings as forges spell them in addresses: lower case, dashes for blanks, no punctuation."""
    names, seen = set(), {}
    for heading in re.findall(r"^#{1,6}\s+(.+?)\s*#*$", text_of(path), re.MULTILINE):
        heading = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        name = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        count = seen.get(name, 0)
        seen[name] = count + 1
        names.add(f"{name}-{count}" if count else name)
    return names


def problems(root, path):
    text = text_of(os.path.join(root, path))
    for found in LINK.finditer(CODE.sub("code", text)):
        link = found.group(1)
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = unquote(link).partition("#")
        target = os.path.join(root, os.path.dirname(path), file) if file else os.path.join(root, path)
        line = text.count("\n", 0, text.find(found.group())) + 1
        if not os.path.exists(target):
            yield f"{path}:{line}: {file} does not exist"
        elif anchor and target.endswith(".md") and anchor not in anchors(target):
            yield f"{path}:{line}: {file or 'this page'} has no heading #{anchor}"


if __name__ == "__main__":
    found = [problem for path in sys.argv[2:] for problem in problems(sys.argv[1], path)]
    print(*(found or ["All links of the documentation lead somewhere."]), sep="\n")
    sys.exit(1 if found else 0)
