"""The OpenAPI document is valid, and what it says of the main answers is true."""

from openapi_spec_validator import validate


def test_document_is_valid(atlas, visit):
    context = visit(atlas, signed_in=True)
    answer = context.request.get("/api/v1/openapi.json")
    assert answer.ok
    document = answer.json()
    validate(document)
    assert document["openapi"].startswith("3.")
    assert len(document["paths"]) > 30
