"""Calls: those alive at this moment, and those of the past."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse
from pydantic import Field, SerializeAsAny

from ringback.api.dependencies import GivenPresenter, GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.events import PublicEvent, public_event
from ringback.api.presenter import Presenter, seconds
from ringback.api.services import Services
from ringback.api.views import CallRecordView, CallView, View, VoicemailView
from ringback.core.ids import CallId
from ringback.records.calls import CallRecord

router = APIRouter(prefix="/calls", tags=["calls"])


class CallRecordPage(View):
    calls: list[CallRecordView]
    total: int = Field(description="How many calls are on record.")


class CallDetail(View):
    """A call and everything that happened to it, to its callback and to its linked calls."""

    call: CallRecordView
    events: list[SerializeAsAny[PublicEvent]]


@router.get("/live", name="list_live_calls", responses=refuses())
async def list_live_calls(show: GivenPresenter) -> list[CallView]:
    """List the calls that are alive, inbound and outbound."""
    return show.calls()


@router.get("", name="list_calls", responses=refuses())
async def list_calls(
    services: GivenServices,
    show: GivenPresenter,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    voicemail: Annotated[bool, Query(description="Only those with a message left.")] = False,
) -> CallRecordPage:
    """List recorded calls, the newest first."""
    book = services.records
    records = book.voicemails(limit, offset) if voicemail else book.calls(limit, offset)
    return CallRecordPage(
        calls=[_shown(services, show, record) for record in records],
        total=book.voicemail_count() if voicemail else book.call_count(),
    )


@router.get("/{call_id}", name="get_call", responses=refuses(EdgeCode.UNKNOWN_CALL))
async def get_call(call_id: str, services: GivenServices, show: GivenPresenter) -> CallDetail:
    """Show one call with the timeline of the linked pair (R40)."""
    record = services.records.call(CallId(call_id))
    if record is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_CALL, call_id=call_id)
    facts = services.records.call_timeline(record.id)
    return CallDetail(call=_shown(services, show, record), events=list(map(public_event, facts)))


@router.get(
    "/{call_id}/voicemail",
    name="get_voicemail",
    response_class=FileResponse,
    responses=refuses(EdgeCode.UNKNOWN_CALL, EdgeCode.NO_VOICEMAIL, EdgeCode.VOICEMAIL_NOT_KEPT),
)
async def get_voicemail(call_id: str, services: GivenServices) -> FileResponse:
    """Give the message which the caller left, as WAV; ranges of it as well."""
    path = services.voicemails.kept(_with_voicemail(services, call_id).id)
    if path is None:
        raise EdgeRefused(EdgeCode.VOICEMAIL_NOT_KEPT, call_id=call_id)
    return FileResponse(path, media_type="audio/wav", headers={"cache-control": "no-store"})


@router.delete(
    "/{call_id}/voicemail",
    name="delete_voicemail",
    responses=refuses(EdgeCode.UNKNOWN_CALL, EdgeCode.NO_VOICEMAIL),
)
async def delete_voicemail(call_id: str, services: GivenServices) -> VoicemailView:
    """Delete the message which the caller left; again is no error."""
    record = _with_voicemail(services, call_id)
    await services.voicemails.delete(record.id)
    return VoicemailView(seconds=record.voicemail_seconds or 0.0, kept=False)


def _with_voicemail(services: Services, call_id: str) -> CallRecord:
    record = services.records.call(CallId(call_id))
    if record is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_CALL, call_id=call_id)
    if record.voicemail_seconds is None:
        raise EdgeRefused(EdgeCode.NO_VOICEMAIL, call_id=call_id)
    return record


def _shown(services: Services, show: Presenter, record: CallRecord) -> CallRecordView:
    callback = show.callback_of(record)
    return CallRecordView(
        id=record.id,
        direction=record.direction,
        line=show.line(record.line_id),
        customer=show.customer(record.customer_id, record.destination),
        began_at=record.began_at,
        connected_at=record.connected_at,
        ended_at=record.ended_at,
        talked_seconds=seconds(record.talked_for),
        ending=record.ending,
        missed_reason=record.missed_reason,
        agent_id=record.agent_id,
        assigned_to=record.assigned_to,
        callback_id=record.callback_id,
        callback_failure_reason=callback.failure_reason if callback is not None else None,
        callback_wait_seconds=seconds(callback.wait) if callback is not None else None,
        tags=record.tags,
        linked_call_ids=record.linked_call_ids,
        voicemail=_voicemail(services, record),
        redirected_to=list(record.redirected_to),
    )


def _voicemail(services: Services, record: CallRecord) -> VoicemailView | None:
    if record.voicemail_seconds is None:
        return None
    kept = services.voicemails.kept(record.id) is not None
    return VoicemailView(seconds=record.voicemail_seconds, kept=kept)
