"""Messages that callers left, for whoever has been given their link."""

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse

from ringback.access.permissions import Permission
from ringback.api.companies import companies_of
from ringback.api.compatible.calls import CallFinder
from ringback.api.compatible.errors import LinkUnknown, not_found
from ringback.api.compatible.inquiry import number_in
from ringback.api.permitting import needs

FOR_OTHER_PAGES: Final = {"cross-origin-resource-policy": "cross-origin"}
"""A program's page plays it; the link is the right to it."""
router = APIRouter(prefix="/voicemails")


@router.api_route(
    "/{number}.wav",
    methods=["GET", "HEAD"],
    name="compatible_open_voicemail",
    response_class=FileResponse,
)
@needs(Permission.OPEN)
async def open_voicemail(
    number: str, request: Request, expires: str = "", signature: str = ""
) -> FileResponse:
    """Give a message: every company is asked whether the link is its own, and one key fits."""
    for services in (company.services for company in companies_of(request)):
        if services.links.holds(number, expires, signature):
            found = await CallFinder(services).numbered(number_in(number) or 0)
            path = None if found is None else services.voicemails.kept(found.call.id)
            if path is None:
                raise not_found("voicemail")
            return FileResponse(path, media_type="audio/wav", headers=FOR_OTHER_PAGES)
    raise LinkUnknown
