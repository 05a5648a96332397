"""Writes Site/types/openapi.d.ts: the types of the site's API calls, from the API's OpenAPI document.

The document is the snapshot that the Swift tests hold to the server's answers, so that a page which asks for a member
that no answer has does not pass the type checker. With --check nothing is written; it fails if the file differs.
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "Tests" / "WebTests" / "Snapshots" / "openapi.txt"
TYPES = ROOT / "Site" / "types" / "openapi.d.ts"
COMMAND = "make api-types"
PREFIX = "/api/v1/"
METHODS = ("get", "put", "post", "patch", "delete")
SCALARS = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
# Members that the document describes less exactly than api.d.ts does: a list of numbers where there are always four,
# or a day and its number of photos.
EXACT = {"box": ("number[]", "Box"), "days": ("(string | number)[][]", "DayCount[]")}

HEADER = f"""\
// Made by `{COMMAND}` from Tests/WebTests/Snapshots/openapi.txt, the API's description of itself. Do not edit:
// `make lint-site` fails if this file differs from what that command writes.
"""
ROUTES = """\
/** What each route takes and answers; `parameters` are the names in its address, `null` stands for no content. */
interface ApiRoutes {
"""


def type_of(schema: dict, indent: str = "") -> str:
    """The TypeScript type of a schema."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1]
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(type_of(one, indent) for one in schema["anyOf"]))
    if "enum" in schema:
        return " | ".join(f"'{value}'" for value in schema["enum"])
    kind = schema.get("type")
    if kind == "array":
        items = schema["items"]
        item = type_of(items, indent)
        return f"({item})[]" if items.keys() & {"anyOf", "enum"} else f"{item}[]"
    if kind == "object":
        return object_type(schema, indent)
    if schema.get("format") == "binary":
        return "ArrayBuffer"
    if kind is None:
        return "unknown"
    return SCALARS[kind]


def object_type(schema: dict, indent: str) -> str:
    """An object with named members, or a map from any name to one kind of value."""
    if "properties" in schema:
        return "{\n" + members(schema, indent + "  ") + indent + "}"
    return f"Record<string, {type_of(schema.get('additionalProperties', {}), indent)}>"


def members(schema: dict, indent: str) -> str:
    lines = ""
    required = schema.get("required", [])
    for name, member in schema["properties"].items():
        if "description" in member:
            lines += f"{indent}/** {member['description']} */\n"
        kind = type_of(member, indent)
        document, exact = EXACT.get(name, (None, None))
        if document and kind in (document, f"{document} | null"):
            kind = kind.replace(document, exact)
        lines += f"{indent}{name}{'' if name in required else '?'}: {kind};\n"
    return lines


def answer(operation: dict) -> str:
    """What a route answers if all went well, in whatever form; null for no content."""
    good = [response for status, response in operation["responses"].items() if status.startswith("2")]
    kinds = [type_of(form["schema"], "    ") for one in good for form in one.get("content", {}).values()]
    return " | ".join(dict.fromkeys(kinds)) or "null"


def body(operation: dict) -> str:
    content = operation.get("requestBody", {}).get("content", {})
    return " | ".join(type_of(form["schema"], "    ") for form in content.values()) or "undefined"


def parameters(operation: dict) -> str:
    names = [one["name"] for one in operation.get("parameters", []) if one["in"] == "query"]
    return " | ".join(f"'{name}'" for name in names) or "never"


def routes(paths: dict) -> str:
    text = ""
    for path, operations in sorted(paths.items()):
        for method in METHODS:
            if method not in operations:
                continue
            operation = operations[method]
            text += f"  /** {operation['summary']}. */\n"
            text += f"  '{method.upper()} {path.removeprefix(PREFIX)}': {{\n"
            text += f"    parameters: {parameters(operation)};\n"
            text += f"    body: {body(operation)};\n"
            text += f"    answer: {answer(operation)};\n  }};\n"
    return text


def declarations(document: dict) -> str:
    text = HEADER
    for name, schema in document["components"]["schemas"].items():
        if "properties" in schema:
            text += f"\ninterface {name} {type_of(schema)}\n"
        else:
            text += f"\ntype {name} = {type_of(schema)};\n"
    return re.sub(r" +$", "", f"{text}\n{ROUTES}{routes(document['paths'])}}}\n", flags=re.M)


def main() -> None:
    text = declarations(json.loads(DOCUMENT.read_text()))
    if "--check" not in sys.argv:
        TYPES.write_text(text)
    elif not TYPES.exists() or TYPES.read_text() != text:
        name = TYPES.relative_to(ROOT)
        sys.exit(f"{name} is not what the API's document describes. Run `{COMMAND}` to write it again.")


main()
