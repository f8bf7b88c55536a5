"""Calls: those alive at this moment, and those of the past."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field, SerializeAsAny

from ringback.api.dependencies import GivenPresenter, GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.events import PublicEvent, public_event
from ringback.api.views import CallRecordView, CallView, View
from ringback.core.ids import CallId

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
        calls=[show.call_record(record) for record in records],
        total=services.records.call_count(),
    )


@router.get("/{call_id}", name="get_call", responses=refuses(EdgeCode.UNKNOWN_CALL))
async def get_call(call_id: str, services: GivenServices, show: GivenPresenter) -> CallDetail:
    """Show one call with the timeline of the linked pair (R40)."""
    record = services.records.call(CallId(call_id))
    if record is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_CALL, call_id=call_id)
    facts = services.records.call_timeline(record.id)
    return CallDetail(call=show.call_record(record), events=list(map(public_event, facts)))
