"""One shape for everything that this API refuses, in the words of the API it is compatible with.

Refused
    A request that is not granted: a status, and a sentence for whoever mends the program.
LinkUnknown
    A link that nobody here wrote, or that has run out.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from starlette.responses import JSONResponse

from ringback.api.errors import MEANINGS, ErrorCode

KNOWN_STATUSES: Final = frozenset({400, 401, 403, 404, 405, 422, 429, 500, 503})
"""What programs written for that API know; anything else is told as the nearest of them."""


class Refused(Exception):
    """A request that is not granted."""

    def __init__(
        self, status: int, troubleshoot: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(troubleshoot)
        self.status = status
        self.troubleshoot = troubleshoot
        self.headers = headers


class LinkUnknown(Exception):
    """A link that nobody here wrote, or that has run out."""


def not_found(what: str) -> Refused:
    return Refused(HTTPStatus.NOT_FOUND, f"There is no such {what}.")


def wrong(troubleshoot: str) -> Refused:
    """Say that the payload cannot be understood."""
    return Refused(HTTPStatus.BAD_REQUEST, troubleshoot)


def unprocessable(troubleshoot: str) -> Refused:
    """Say that the payload is understood and cannot be granted."""
    return Refused(HTTPStatus.UNPROCESSABLE_ENTITY, troubleshoot)


def disabled(what: str) -> Refused:
    """Say that a feature is not there, as for one that is switched off."""
    return Refused(HTTPStatus.METHOD_NOT_ALLOWED, f"{what} is not enabled for this company.")


def answer(refused: Refused) -> JSONResponse:
    body: dict[str, Any] = {
        "success": False,
        "error": HTTPStatus(refused.status).phrase,
        "troubleshoot": refused.troubleshoot,
    }
    return JSONResponse(body, status_code=refused.status, headers=refused.headers)


def answer_at_the_edge(status: int) -> JSONResponse:
    """Answer what never reaches a route: nobody known, or no such address."""
    return JSONResponse({"message": HTTPStatus(status).phrase}, status_code=status)


def refused_for(code: ErrorCode) -> Refused:
    """Tell a refusal of ours in those words."""
    meaning = MEANINGS[code]
    status = {409: 422, 413: 400, 415: 400, 502: 503}.get(meaning.status, meaning.status)
    assert status in KNOWN_STATUSES, code
    return Refused(status, meaning.sentence)
