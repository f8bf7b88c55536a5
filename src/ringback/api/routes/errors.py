"""The errors explained: where the `docs` of every refusal leads to."""

from fastapi import APIRouter
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.errors import MEANINGS, EdgeCode, EdgeRefused, ErrorCode, refuses
from ringback.api.permitting import needs
from ringback.api.views import View

router = APIRouter(prefix="/errors", tags=["errors"])


class ErrorMeaning(View):
    code: str = Field(examples=["offer-taken"])
    status: int = Field(examples=[409])
    message: str


@router.get("", name="list_errors", responses=refuses())
@needs(Permission.BOARD_SEE)
async def list_errors() -> list[ErrorMeaning]:
    """List every code with its status and its sentence."""
    return [_meaning(code) for code in MEANINGS]


@router.get("/{code}", name="get_error", responses=refuses(EdgeCode.NOT_FOUND))
@needs(Permission.BOARD_SEE)
async def get_error(code: str) -> ErrorMeaning:
    """Explain one code."""
    for known in MEANINGS:
        if known.value == code:
            return _meaning(known)
    raise EdgeRefused(EdgeCode.NOT_FOUND)


def _meaning(code: ErrorCode) -> ErrorMeaning:
    meaning = MEANINGS[code]
    return ErrorMeaning(code=code.value, status=meaning.status, message=meaning.sentence)
