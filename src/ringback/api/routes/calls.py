"""Calls: those alive at this moment, and those of the past."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field, SerializeAsAny

from ringback.api.dependencies import GivenPresenter, GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.events import PublicEvent, public_event
from ringback.api.presenter import Presenter, seconds
from ringback.api.views import CallRecordView, CallView, View
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
) -> CallRecordPage:
    """List recorded calls, the newest first."""
    records = services.records.calls(limit, offset)
    return CallRecordPage(
        calls=[_shown(show, record) for record in records],
        total=services.records.call_count(),
    )


@router.get("/{call_id}", name="get_call", responses=refuses(EdgeCode.UNKNOWN_CALL))
async def get_call(call_id: str, services: GivenServices, show: GivenPresenter) -> CallDetail:
    """Show one call with the timeline of the linked pair (R40)."""
    record = services.records.call(CallId(call_id))
    if record is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_CALL, call_id=call_id)
    facts = services.records.call_timeline(record.id)
    return CallDetail(call=_shown(show, record), events=list(map(public_event, facts)))


def _shown(show: Presenter, record: CallRecord) -> CallRecordView:
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
        voicemail_seconds=record.voicemail_seconds,
    )
