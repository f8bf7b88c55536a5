"""Callbacks: the list, one with its timeline, cancelling, and correcting an outcome."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field, SerializeAsAny

from ringback.api.dependencies import API, OPERATOR, GivenPresenter, GivenServices, agent_actor
from ringback.api.errors import refuses
from ringback.api.events import PublicEvent, public_event
from ringback.api.presenter import Presenter
from ringback.api.services import Services
from ringback.api.views import CallbackState, CallbackView, View
from ringback.core.ids import AgentId, CallbackId
from ringback.core.inputs import (
    CancelCallback,
    CancelReason,
    CorrectOutcome,
    OutcomeCorrection,
)
from ringback.core.outcomes import OutcomeKind
from ringback.core.refusals import Refusal, RefusalCode
from ringback.records.book import RecordBook
from ringback.records.callbacks import CallbackRecord

PAGE_MAX = 200
CHUNK = 500

_R = RefusalCode
router = APIRouter(prefix="/callbacks", tags=["callbacks"])


class CallbackPage(View):
    callbacks: list[CallbackView]
    next_cursor: str | None = Field(description="Send it as `after` to read on; None at the end.")


class CallbackDetail(View):
    """A callback and everything that happened to it and to its calls (R43)."""

    callback: CallbackView
    events: list[SerializeAsAny[PublicEvent]]


class Cancellation(BaseModel):
    reason: CancelReason = CancelReason.BY_API


class Correction(BaseModel):
    agent_id: str = Field(max_length=100, examples=["lea"])
    correction: OutcomeCorrection = Field(examples=["voicemail"])


@router.get("", name="list_callbacks", responses=refuses())
async def list_callbacks(
    services: GivenServices,
    show: GivenPresenter,
    state: Annotated[list[CallbackState] | None, Query()] = None,
    outcome: Annotated[list[OutcomeKind] | None, Query()] = None,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX)] = 50,
) -> CallbackPage:
    """List callbacks, the newest first, by state and outcome, a page at a time."""
    found: list[CallbackView] = []
    for record in _after(services.records, after):
        view = show.callback(record)
        kind = view.outcome.kind if view.outcome is not None else None
        if (state and view.state not in state) or (outcome and kind not in outcome):
            continue
        if len(found) == limit:
            return CallbackPage(callbacks=found, next_cursor=found[-1].id)
        found.append(view)
    return CallbackPage(callbacks=found, next_cursor=None)


@router.get("/{callback_id}", name="get_callback", responses=refuses(_R.UNKNOWN_CALLBACK))
async def get_callback(
    callback_id: str, services: GivenServices, show: GivenPresenter
) -> CallbackDetail:
    """Show one callback with its timeline."""
    return _detail(services, show, callback_id)


@router.post(
    "/{callback_id}/cancel",
    name="cancel_callback",
    responses=refuses(_R.UNKNOWN_CALLBACK, _R.CALLBACK_ALREADY_CLOSED, _R.CALLBACK_ALREADY_DIALLED),
)
async def cancel_callback(
    callback_id: str, wanted: Cancellation, services: GivenServices, show: GivenPresenter
) -> CallbackDetail:
    """Withdraw a callback before the customer is dialled (R49)."""
    record = services.records.callback(CallbackId(callback_id))
    if record is not None and record.outcome is not None:
        raise Refusal(_R.CALLBACK_ALREADY_CLOSED, callback_id=callback_id)
    actor = OPERATOR if wanted.reason is CancelReason.BY_USER else API
    await services.engine.request(CancelCallback(CallbackId(callback_id), wanted.reason), actor)
    return _detail(services, show, callback_id)


@router.post(
    "/{callback_id}/correct-outcome",
    name="correct_outcome",
    responses=refuses(
        _R.UNKNOWN_CALLBACK,
        _R.UNKNOWN_AGENT,
        _R.AGENT_NOT_IN_WRAP_UP,
        _R.OUTCOME_NOT_CORRECTABLE,
    ),
)
async def correct_outcome(
    callback_id: str, wanted: Correction, services: GivenServices, show: GivenPresenter
) -> CallbackDetail:
    """Tell in wrap-up that the customer was not really reached (R31)."""
    agent_id = AgentId(wanted.agent_id)
    request = CorrectOutcome(CallbackId(callback_id), agent_id, wanted.correction)
    await services.engine.request(request, agent_actor(agent_id))
    return _detail(services, show, callback_id)


def _detail(services: Services, show: Presenter, callback_id: str) -> CallbackDetail:
    record = services.records.callback(CallbackId(callback_id))
    if record is None:
        raise Refusal(_R.UNKNOWN_CALLBACK, callback_id=callback_id)
    facts = services.records.timeline(record.id)
    return CallbackDetail(callback=show.callback(record), events=list(map(public_event, facts)))


def _after(records: RecordBook, cursor: str | None) -> Iterator[CallbackRecord]:
    """Go through the callbacks older than the cursor, the newest first."""
    last = records.callback(CallbackId(cursor)) if cursor is not None else None
    passed = last is None
    for offset in range(0, records.callback_count(), CHUNK):
        for record in records.callbacks(CHUNK, offset):
            if passed:
                yield record
            elif record is last:
                passed = True
