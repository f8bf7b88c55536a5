"""Every operation of the OpenAPI document has an example that is true."""

from typing import Any

import jsonschema
import pytest
from tests.protection.recording import SKIPPED, recorded

from ringback.api.app import described_app
from ringback.api.description import JSON_TYPE, recorded_examples

DOCUMENT = described_app().openapi()
OPERATIONS: dict[str, Any] = {
    operation["operationId"]: operation
    for methods in DOCUMENT["paths"].values()
    for operation in methods.values()
}
NOT_UNDERSTOOD = {"validation-failed", "internal-error", "not-found", "method-not-allowed"}


def check(value: object, schema: object) -> None:
    assert isinstance(schema, dict)
    jsonschema.validate(value, schema | {"components": DOCUMENT["components"]})


@pytest.mark.parametrize("name", list(OPERATIONS))
def test_operation_has_an_example_of_its_request_and_answer(name: str) -> None:
    """Each fits the schema beside it. Missing ones: `python -m tests.protection.recording`."""
    operation, example = OPERATIONS[name], recorded_examples()[name]
    body = operation.get("requestBody", {}).get("content", {}).get(JSON_TYPE)
    status = str(example["answer"]["status"])
    answer = operation["responses"][status].get("content", {}).get(JSON_TYPE)

    assert status.startswith("2")
    if body is not None:
        check(body["example"], body["schema"])
    if answer is not None:
        check(answer["example"], answer["schema"])


async def test_requests_of_the_examples_are_understood_when_they_are_sent() -> None:
    """Each is granted, or refused for the state of things and never for its form."""
    again = await recorded()
    wrong = {name: code for name, code in again.refused.items() if code in NOT_UNDERSTOOD}
    sent = {
        name: (example.get("parameters", {}).keys(), "request" in example)
        for name, example in again.examples.items()
    }

    assert wrong == {}
    assert sent == {
        name: (example.get("parameters", {}).keys(), "request" in example)
        for name, example in recorded_examples().items()
    }
    assert len(sent) - len(again.refused) - len(SKIPPED) > 80
