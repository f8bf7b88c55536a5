"""Calls: those alive at this moment, and those of the past."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse
from pydantic import Field, SerializeAsAny

from ringback.access.permissions import Permission
from ringback.api.call_views import call_shown
from ringback.api.dependencies import GivenPresenter, GivenServices, GivenSight
from ringback.api.description import answered_as
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.events import PublicEvent, public_event
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.api.services import Services
from ringback.api.views import CallRecordView, CallView, View, VoicemailView
from ringback.core.ids import CallId
from ringback.core.refusals import RefusalCode
from ringback.history import CallOrder
from ringback.records.calls import CallRecord

from .history_filters import Cursor, GivenCallFilter

COUNTED_MAX = 10_000

_R = RefusalCode
router = APIRouter(prefix="/calls", tags=["calls"], route_class=LoggedRoute)


class CallRecordPage(View):
    calls: list[CallRecordView]
    next_cursor: str | None = Field(description="Send it as `after` to read on; None at the end.")
    total: int | None = Field(description="How many there are, if asked for: at most 10,000.")


class CallDetail(View):
    """A call and everything that happened to it, to its callback and to its linked calls."""

    call: CallRecordView
    linked: list[CallRecordView] = Field(
        description="The calls on the other side of its callback, of lines one sees (R40)."
    )
    events: list[SerializeAsAny[PublicEvent]]


@router.get("/live", name="list_live_calls", responses=refuses())
@needs(Permission.CALLS_SEE)
async def list_live_calls(show: GivenPresenter, sight: GivenSight) -> list[CallView]:
    """List the calls that are alive, inbound and outbound."""
    return sight.calls(show.calls())


@router.get("", name="list_calls", responses=refuses(_R.UNKNOWN_AGENT, EdgeCode.UNKNOWN_CURSOR))
@needs(Permission.CALLS_SEE)
async def list_calls(
    services: GivenServices,
    show: GivenPresenter,
    which: GivenCallFilter,
    order: CallOrder = CallOrder.BEGAN,
    ascending: bool = False,
    after: Annotated[str | None, Cursor] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    count: Annotated[bool, Query(description="Count them as well.")] = False,
) -> CallRecordPage:
    """List ended calls, a page at a time, the newest first unless otherwise asked."""
    archive = services.archive
    page = await archive.calls(
        which, order=order, descending=not ascending, cursor=after, limit=limit
    )
    total = await archive.count_calls(which, limit=COUNTED_MAX) if count else None
    await services.engine.committed()
    return CallRecordPage(
        calls=[call_shown(show, services.voicemails, found) for found in page.items],
        next_cursor=page.next_cursor,
        total=total,
    )


@router.get("/{call_id}", name="get_call", responses=refuses(EdgeCode.UNKNOWN_CALL))
@needs(Permission.CALLS_SEE)
async def get_call(
    call_id: str, services: GivenServices, show: GivenPresenter, sight: GivenSight
) -> CallDetail:
    """Show one call with those it is linked to, and the timeline of the pair (R40)."""
    found = await services.archive.call(CallId(call_id))
    if found is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_CALL, call_id=call_id)
    others = [await services.archive.call(each) for each in found.call.linked_call_ids]
    facts = await services.archive.call_timeline(found.call.id)
    await services.engine.committed()
    linked = [call_shown(show, services.voicemails, other) for other in others if other is not None]
    return CallDetail(
        call=call_shown(show, services.voicemails, found),
        linked=[each for each in linked if sight.sees(each.line)],
        events=list(map(public_event, facts)),
    )


@router.get(
    "/{call_id}/voicemail",
    name="get_voicemail",
    response_class=FileResponse,
    responses=refuses(EdgeCode.UNKNOWN_CALL, EdgeCode.NO_VOICEMAIL, EdgeCode.VOICEMAIL_NOT_KEPT)
    | answered_as("audio/wav"),
)
@needs(Permission.CALLS_SEE)
async def get_voicemail(call_id: str, services: GivenServices) -> FileResponse:
    """Give the message which the caller left, as WAV; ranges of it as well."""
    path = services.voicemails.kept((await _with_voicemail(services, call_id)).id)
    if path is None:
        raise EdgeRefused(EdgeCode.VOICEMAIL_NOT_KEPT, call_id=call_id)
    return FileResponse(path, media_type="audio/wav", headers={"cache-control": "no-store"})


@router.delete(
    "/{call_id}/voicemail",
    name="delete_voicemail",
    responses=refuses(EdgeCode.UNKNOWN_CALL, EdgeCode.NO_VOICEMAIL),
)
@needs(Permission.VOICEMAILS_DELETE)
async def delete_voicemail(call_id: str, services: GivenServices) -> VoicemailView:
    """Delete the message which the caller left; again is no error."""
    record = await _with_voicemail(services, call_id)
    await services.voicemails.delete(record.id)
    return VoicemailView(seconds=record.voicemail_seconds or 0.0, kept=False)


async def _with_voicemail(services: Services, call_id: str) -> CallRecord:
    found = await services.archive.call(CallId(call_id))
    if found is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_CALL, call_id=call_id)
    if found.call.voicemail_seconds is None:
        raise EdgeRefused(EdgeCode.NO_VOICEMAIL, call_id=call_id)
    return found.call
