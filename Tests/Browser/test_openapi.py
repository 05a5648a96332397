"""The OpenAPI document is valid, and the answers are as it says."""

import json

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

# What stands for the parts of paths; and what is no JSON or needs more than that.
QUERIES = {"photos": "?offset=0&limit=5", "complete": "?text=do", "folders": "?path=/",
           "map": "?zoom=3&west=-180&south=-85&east=180&north=85", "search": "?q=cat%20and%20not%20dog"}
# Looked at where there are two networks to compare (test_models.py), or a label has learnt (WebTests).
ELSEWHERE = {"models/compare", "models/compare/photos", "labels/{id}/versions/{number}"}


@pytest.fixture(scope="module")
def client(atlas):
    return atlas.set_up()


@pytest.fixture
def label(client):
    """The number of a label of whole photos, which is gone after the test."""
    number = client.send("POST", "labels", {"name": "mine"})["id"]
    yield number
    client.send("DELETE", f"labels/{number}")


@pytest.fixture(scope="module")
def document(client):
    return client.get("openapi.json")


def test_document_is_valid(document):
    validate(document)
    assert document["openapi"].startswith("3.")


def test_answers_are_as_the_document_says(client, document, label):
    """Every GET that answers JSON, with the sample trip."""
    photo = client.get("photos", q="cat", offset=0, limit=1)["photos"][0]
    checked = []
    for path, operations in document["paths"].items():
        schema = answer_schema(operations.get("get"))
        name = path.removeprefix("/api/v1/")
        if schema is None or name in ELSEWHERE:
            continue
        number = label if name.startswith("labels/") else photo["id"]
        filled = path.replace("{id}", str(number)).replace("{sha256}", photo["sha256"])
        status, _, body = client.raw("GET", filled + QUERIES.get(name, ""))
        assert status == 200, (path, status, body[:200])
        # References lead from the root of the schema, so the parts they name come along.
        whole = closed({**schema, "components": document["components"]})
        errors = [error.message for error in Draft202012Validator(whole).iter_errors(json.loads(body))]
        assert not errors, (path, errors[:5])
        checked.append(name)
    assert len(checked) >= 20, checked


def closed(schema):
    """The same, with no members of objects but those that are described."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: closed(part) for name, part in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        parts.setdefault("additionalProperties", False)
    return parts


def answer_schema(operation):
    """The schema of the good answer, if that is JSON; files are JSON only for drafts of queries."""
    content = (operation or {}).get("responses", {}).get("200", {}).get("content", {})
    return content["application/json"].get("schema") if set(content) == {"application/json"} else None
