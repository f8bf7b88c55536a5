"""What the OpenAPI document says beside what FastAPI finds in the routes by itself.

Refusals that the edge has in store for every operation, the key against doing a thing twice, which
operations need nobody to be signed in, and an example of each request and answer.
"""

import json
from collections.abc import Container, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI

from .cookies import SESSION
from .errors import EdgeCode, ErrorCode, refuses_only
from .idempotency import HEADER, KEY_LENGTH_MAX

EXAMPLES: Final = Path(__file__).with_name("examples.json")
"""One request and its answer for each operation, as they were; a test sends them all again."""
JSON_TYPE: Final = "application/json"
SESSION_SCHEME: Final = "Session"
ZIP_TYPE: Final = "application/zip"

_E = EdgeCode
_OF_ALL: tuple[ErrorCode, ...] = (_E.JOURNAL_AWAY, _E.STOPPING, _E.UNKNOWN_COMPANY)
_OF_CHANGES: tuple[ErrorCode, ...] = (_E.FOREIGN_ORIGIN, _E.BODY_TOO_LARGE, _E.OVERLOADED)
_OF_POSTS: tuple[ErrorCode, ...] = (
    _E.IDEMPOTENCY_KEY_WRONG,
    _E.IDEMPOTENCY_KEY_REUSED,
    _E.IDEMPOTENCY_KEY_IN_USE,
)
_KEY_PARAMETER: Mapping[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Sent again with the same key, a request is answered and not done again.",
    "schema": {"type": "string", "pattern": f"^[!-~]{{1,{KEY_LENGTH_MAX}}}$"},
    "example": "7f1d7a2e-order-812",
}
assert _KEY_PARAMETER["name"].lower() == HEADER


class DescribedApp(FastAPI):
    """An application whose document is whole."""

    open_operations: Container[str] = ()

    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            document = super().openapi()
            document["components"]["securitySchemes"][SESSION_SCHEME] = {
                "type": "apiKey",
                "in": "cookie",
                "name": SESSION,
                "description": "What signing in gives a browser; over https its name begins with"
                " `__Host-`.",
            }
            for path, methods in document["paths"].items():
                for method, operation in methods.items():
                    self._complete(path, method, operation)
        assert self.openapi_schema is not None
        return self.openapi_schema

    def _complete(self, path: str, method: str, operation: dict[str, Any]) -> None:
        is_open = operation["operationId"] in self.open_operations
        if is_open:
            operation["security"] = []
        elif "security" in operation:
            operation["security"].append({SESSION_SCHEME: []})
        if method == "post" and not is_open:
            operation.setdefault("parameters", []).append(dict(_KEY_PARAMETER))
        if path.startswith("/api/"):
            _add_refusals(operation, _refusals_of_the_edge(method, is_open=is_open))
        _add_example(operation, recorded_examples().get(operation["operationId"], {}))


@cache
def recorded_examples() -> Mapping[str, Mapping[str, Any]]:
    """Give by operation the `parameters`, `request` and `answer` that were recorded."""
    found: Mapping[str, Mapping[str, Any]] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return found


def answered_as(*media_types: str) -> dict[int | str, dict[str, Any]]:
    """Declare for OpenAPI the media types of an answer that is no JSON."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    text = {"schema": {"type": "string"}}
    content = {
        each: binary if each.startswith("audio/") or each == ZIP_TYPE else text
        for each in media_types
    }
    return {200: {"description": "The file.", "content": content}}


def _refusals_of_the_edge(method: str, *, is_open: bool) -> tuple[ErrorCode, ...]:
    changes = () if method == "get" else _OF_CHANGES
    posts = _OF_POSTS if method == "post" and not is_open else ()
    return (*_OF_ALL, *changes, *posts)


def _add_refusals(operation: dict[str, Any], codes: tuple[ErrorCode, ...]) -> None:
    responses = operation["responses"]
    for status, response in refuses_only(*codes).items():
        known = responses.setdefault(str(status), {"content": {JSON_TYPE: {"examples": {}}}})
        content = known["content"][JSON_TYPE]
        content.setdefault("schema", {"$ref": "#/components/schemas/ErrorAnswer"})
        examples = content.setdefault("examples", {})
        examples |= response["content"][JSON_TYPE]["examples"]
        known["description"] = "Refused: " + ", ".join(f"`{code}`" for code in examples)


def _add_example(operation: dict[str, Any], example: Mapping[str, Any]) -> None:
    if "request" in example:
        body = operation["requestBody"]["content"][example["request"]["type"]]
        body["example"] = example["request"]["body"]
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in example.get("parameters", {}):
            parameter["example"] = example["parameters"][parameter["name"]]
            parameter["schema"].pop("examples", None)
    if "answer" in example:
        status, answer = str(example["answer"]["status"]), example["answer"]
        content = operation["responses"][status].setdefault("content", {})
        if "type" in answer:
            content.setdefault(answer["type"], {})["example"] = answer["body"]
