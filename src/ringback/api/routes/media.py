"""The messages and the music that callers hear, for the browser to play."""

import re

from fastapi import APIRouter
from fastapi.responses import FileResponse

from ringback.api.dependencies import GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses

REFERENCE = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+){0,3}")
"""No dot can stand in a reference, so it cannot lead out of its folder."""

router = APIRouter(prefix="/media", tags=["media"])


@router.get(
    "/{reference:path}",
    name="get_media",
    response_class=FileResponse,
    responses=refuses(EdgeCode.UNKNOWN_PROMPT),
)
async def get_media(reference: str, services: GivenServices) -> FileResponse:
    """Give the recording behind a prompt's or a music's reference, as WAV."""
    if REFERENCE.fullmatch(reference) is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_PROMPT)
    stem = services.number_book.prompt(reference)
    path = stem.with_name(f"{stem.name}.wav")
    if not path.is_file():
        raise EdgeRefused(EdgeCode.UNKNOWN_PROMPT)
    return FileResponse(path, media_type="audio/wav")
