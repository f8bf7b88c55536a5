"""The messages and the music that callers hear, for the browser to play."""

from fastapi import APIRouter
from fastapi.responses import FileResponse

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenServices
from ringback.api.description import answered_as
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.messages import recording_of
from ringback.api.permitting import needs

router = APIRouter(prefix="/media", tags=["media"])


@router.get(
    "/{reference:path}",
    name="get_media",
    response_class=FileResponse,
    responses=refuses(EdgeCode.UNKNOWN_PROMPT) | answered_as("audio/wav"),
)
@needs(Permission.SETTINGS_SEE)
async def get_media(reference: str, services: GivenServices) -> FileResponse:
    """Give the recording behind a prompt's or a music's reference, as WAV."""
    path = recording_of(services.number_book, reference)
    if path is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_PROMPT)
    return FileResponse(path, media_type="audio/wav")
