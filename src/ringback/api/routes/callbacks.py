"""Callbacks: the list, one with its timeline, cancelling, and correcting an outcome."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field, SerializeAsAny

from ringback.access.permissions import Permission
from ringback.api.dependencies import (
    GivenPresenter,
    GivenServices,
    GivenSight,
    WhichAgent,
    actor_of,
    agent_actor,
)
from ringback.api.errors import EdgeCode, refuses
from ringback.api.events import PublicEvent, public_event
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.presenter import Presenter
from ringback.api.request_limits import GivenRequestLimits
from ringback.api.services import Services
from ringback.api.views import CallbackState, CallbackView, View
from ringback.core.events import CallbackRequested, RequestJoined
from ringback.core.ids import AgentId, CallbackId, LineId
from ringback.core.inputs import (
    CallByHand,
    CancelCallback,
    CancelReason,
    ClaimCallback,
    CorrectOutcome,
    DismissCallback,
    OutcomeCorrection,
    ReleaseCallback,
)
from ringback.core.refusals import Refusal, RefusalCode
from ringback.history import CallbackFilter, CallbackOrder, CursorUnknown
from ringback.ports import CallbackWanted
from ringback.runtime.customers import displayable

from .history_filters import Cursor, GivenCallbackFilter

PAGE_MAX = 200

_R = RefusalCode
LIST_REFUSALS = (
    _R.UNKNOWN_CALLBACK,
    _R.CALLBACK_ALREADY_CLOSED,
    _R.UNKNOWN_AGENT,
    _R.LINE_NOT_ASSIGNED,
    _R.CALLBACK_NOT_LISTED,
    _R.CALLBACK_CLAIMED,
    _R.CALLBACK_BEING_CALLED,
)
ByHand = ClaimCallback | CallByHand | DismissCallback
router = APIRouter(prefix="/callbacks", tags=["callbacks"])


class CallbackPage(View):
    callbacks: list[CallbackView]
    next_cursor: str | None = Field(description="Send it as `after` to read on; None at the end.")


class CallbackDetail(View):
    """A callback and everything that happened to it and to its calls (R43)."""

    callback: CallbackView
    events: list[SerializeAsAny[PublicEvent]]


class CallbackWish(BaseModel):
    """Whom to call back, and for which line."""

    line_id: str = Field(max_length=100, examples=["paris"])
    number: str = Field(
        min_length=1,
        max_length=32,
        description="In E.164, or as people of the line's country write it.",
        examples=["+33199002112"],
    )
    name: str | None = Field(default=None, max_length=100, examples=["Marie Dupont"])


class Cancellation(BaseModel):
    reason: CancelReason = CancelReason.BY_API


class Release(BaseModel):
    """Whose claim is released, and by whom."""

    agent_id: str | None = Field(
        default=None, max_length=100, description="Who releases it; None is no agent."
    )
    claimed_by: str | None = Field(
        default=None, max_length=100, description="Whose claim it is, if it is another's."
    )


class Correction(BaseModel):
    agent_id: str = Field(max_length=100, examples=["lea"])
    correction: OutcomeCorrection = Field(examples=["voicemail"])


@router.get("", name="list_callbacks", responses=refuses(_R.UNKNOWN_AGENT, EdgeCode.UNKNOWN_CURSOR))
@needs(Permission.CALLS_SEE)
async def list_callbacks(
    services: GivenServices,
    show: GivenPresenter,
    which: GivenCallbackFilter,
    state: Annotated[list[CallbackState] | None, Query()] = None,
    to_call: Annotated[bool, Query(description="Only those to call by hand (R35).")] = False,
    order: CallbackOrder = CallbackOrder.REQUESTED,
    ascending: bool = False,
    after: Annotated[str | None, Cursor] = None,
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX)] = 50,
) -> CallbackPage:
    """List callbacks, a page at a time: the newest first, those to call the oldest first."""
    if to_call:
        return _page_to_call(services, show, which, after, limit)
    which = replace(which, open=_open_or_closed(state))
    found: list[CallbackView] = []
    while True:
        page = await services.archive.callbacks(
            which, order=order, descending=not ascending, cursor=after, limit=limit - len(found)
        )
        await services.engine.committed()
        views = map(show.callback, page.items)
        found += [view for view in views if not state or view.state in state]
        after = page.next_cursor
        if after is None or len(found) == limit:
            return CallbackPage(callbacks=found, next_cursor=after)


@router.post(
    "",
    name="create_callback",
    responses=refuses(
        _R.UNKNOWN_LINE,
        _R.CALLBACKS_OFF,
        _R.CALLBACKS_LOCKED,
        _R.NUMBER_REFUSED,
        _R.TOO_MANY_CALLBACKS,
        EdgeCode.TOO_MANY_REQUESTS_OF_NUMBER,
        EdgeCode.TOO_MANY_REQUESTS_OF_KEY,
    ),
)
@needs(Permission.CALLBACKS_REQUEST)
async def create_callback(
    wanted: CallbackWish,
    services: GivenServices,
    show: GivenPresenter,
    within: GivenRequestLimits,
    who: GivenPrincipal,
    sight: GivenSight,
) -> CallbackDetail:
    """Have a customer called back who is on no call; joins one that waits already (R10)."""
    sight.require_line(wanted.line_id)
    await within.admit(wanted.line_id, wanted.number)
    request = CallbackWanted(LineId(wanted.line_id), wanted.number, displayable(wanted.name))
    facts = await services.engine.request(request, who.actor)
    asked = (CallbackRequested, RequestJoined)
    callback_id = next(fact.event.callback_id for fact in facts if isinstance(fact.event, asked))
    return await _detail(services, show, callback_id)


@router.get("/{callback_id}", name="get_callback", responses=refuses(_R.UNKNOWN_CALLBACK))
@needs(Permission.CALLS_SEE)
async def get_callback(
    callback_id: str, services: GivenServices, show: GivenPresenter
) -> CallbackDetail:
    """Show one callback with its timeline."""
    return await _detail(services, show, callback_id)


@router.post(
    "/{callback_id}/cancel",
    name="cancel_callback",
    responses=refuses(
        _R.UNKNOWN_CALLBACK,
        _R.CALLBACK_ALREADY_CLOSED,
        _R.CALLBACK_ALREADY_DIALLED,
    ),
)
@needs(Permission.CALLBACKS_CANCEL)
async def cancel_callback(
    callback_id: str,
    wanted: Cancellation,
    who: GivenPrincipal,
    services: GivenServices,
    show: GivenPresenter,
) -> CallbackDetail:
    """Withdraw a callback before the customer is dialled (R49)."""
    record = await services.archive.callback(CallbackId(callback_id))
    if record is not None and record.outcome is not None:
        raise Refusal(_R.CALLBACK_ALREADY_CLOSED, callback_id=callback_id)
    request = CancelCallback(CallbackId(callback_id), wanted.reason)
    await services.engine.request(request, who.actor)
    return await _detail(services, show, callback_id)


@router.post(
    "/{callback_id}/claim",
    name="claim_callback",
    responses=refuses(*LIST_REFUSALS),
)
@needs(Permission.AGENT_WORK)
async def claim_callback(
    callback_id: str, wanted: WhichAgent, services: GivenServices, show: GivenPresenter
) -> CallbackDetail:
    """Put an agent's name on a callback of the list to call by hand (R38)."""
    request = ClaimCallback(CallbackId(callback_id), AgentId(wanted.agent_id))
    return await _by_hand(request, services, show)


@router.post(
    "/{callback_id}/release",
    name="release_callback",
    responses=refuses(*LIST_REFUSALS, _R.CALLBACK_NOT_CLAIMED),
)
@needs(Permission.AGENT_WORK)
async def release_callback(
    callback_id: str,
    wanted: Release,
    who: GivenPrincipal,
    services: GivenServices,
    show: GivenPresenter,
) -> CallbackDetail:
    """Give a claimed callback back to everybody, one's own or that of the agent named (R39)."""
    request = ReleaseCallback(
        CallbackId(callback_id), _agent(wanted.agent_id), _agent(wanted.claimed_by)
    )
    await services.engine.request(request, actor_of(who, wanted.agent_id))
    return await _detail(services, show, callback_id)


@router.post(
    "/{callback_id}/call",
    name="call_callback",
    responses=refuses(
        *LIST_REFUSALS,
        _R.AGENT_NOT_AVAILABLE,
        _R.CUSTOMER_ON_A_CALL,
        _R.NUMBER_NOT_CALLABLE,
        _R.PHONES_UNREACHABLE,
    ),
)
@needs(Permission.AGENT_WORK)
async def call_callback(
    callback_id: str, wanted: WhichAgent, services: GivenServices, show: GivenPresenter
) -> CallbackDetail:
    """Call by hand: the agent's phone is connected, then the customer is dialled (R35, R39)."""
    request = CallByHand(CallbackId(callback_id), AgentId(wanted.agent_id))
    return await _by_hand(request, services, show)


@router.post(
    "/{callback_id}/dismiss",
    name="dismiss_callback",
    responses=refuses(*LIST_REFUSALS),
)
@needs(Permission.AGENT_WORK)
async def dismiss_callback(
    callback_id: str, wanted: WhichAgent, services: GivenServices, show: GivenPresenter
) -> CallbackDetail:
    """Take a callback off the list without calling; an open request is cancelled (R39)."""
    request = DismissCallback(CallbackId(callback_id), AgentId(wanted.agent_id))
    return await _by_hand(request, services, show)


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
@needs(Permission.AGENT_WORK)
async def correct_outcome(
    callback_id: str, wanted: Correction, services: GivenServices, show: GivenPresenter
) -> CallbackDetail:
    """Tell in wrap-up that the customer was not really reached (R31)."""
    agent_id = AgentId(wanted.agent_id)
    request = CorrectOutcome(CallbackId(callback_id), agent_id, wanted.correction)
    await services.engine.request(request, agent_actor(agent_id))
    return await _detail(services, show, callback_id)


async def _by_hand(request: ByHand, services: Services, show: Presenter) -> CallbackDetail:
    await services.engine.request(request, agent_actor(request.agent_id))
    return await _detail(services, show, request.callback_id)


def _agent(agent_id: str | None) -> AgentId | None:
    return None if agent_id is None else AgentId(agent_id)


async def _detail(services: Services, show: Presenter, callback_id: str) -> CallbackDetail:
    story = await services.archive.story(CallbackId(callback_id))
    await services.engine.committed()
    record = services.records.callback(CallbackId(callback_id)) or story.callback(
        CallbackId(callback_id)
    )
    if record is None:
        raise Refusal(_R.UNKNOWN_CALLBACK, callback_id=callback_id)
    facts = story.timeline(record.id)
    return CallbackDetail(callback=show.callback(record), events=list(map(public_event, facts)))


def _open_or_closed(state: Sequence[CallbackState] | None) -> bool | None:
    if not state or (CallbackState.CLOSED in state and set(state) != {CallbackState.CLOSED}):
        return None
    return CallbackState.CLOSED not in state


def _page_to_call(
    services: Services, show: Presenter, which: CallbackFilter, after: str | None, limit: int
) -> CallbackPage:
    """Give the part of the list to call by hand that comes after a callback of it."""
    records = services.records
    listed = [
        record
        for record in records.to_call(records.to_call_count())
        if record.line_id not in which.hidden_line_ids
    ]
    ids = [record.id for record in listed]
    if after is not None and after not in ids:
        raise CursorUnknown(after)
    start = 0 if after is None else ids.index(CallbackId(after)) + 1
    shown = listed[start : start + limit]
    more = start + limit < len(listed)
    return CallbackPage(
        callbacks=[show.callback(record) for record in shown],
        next_cursor=shown[-1].id if more else None,
    )
