"""The command that prints what the API speaks, for programs that generate their types from it."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from .terminal import say


class Described(StrEnum):
    API = "api"
    """The requests, in OpenAPI 3.1."""
    LIVE = "live"
    """The messages of the live WebSocket, in JSON Schema."""


def schema(
    of: Annotated[Described, typer.Argument(help="The requests, or the live messages.")],
) -> None:
    """Print the API's OpenAPI document, or the JSON Schema of its live messages."""
    from ringback.api.app import described_app
    from ringback.api.live_messages import live_schema

    document = described_app().openapi() if of is Described.API else live_schema()
    say(json.dumps(document, indent=1, ensure_ascii=False))
