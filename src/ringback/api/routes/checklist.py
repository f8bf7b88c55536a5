"""The first steps of a newcomer: what of them has been done, by what has really happened."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum

from fastapi import APIRouter
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenServices, GivenSight
from ringback.api.errors import refuses
from ringback.api.permitting import needs
from ringback.api.services import Services
from ringback.api.sight import Sight
from ringback.api.views import View
from ringback.core.events import CallbackSettled
from ringback.core.outcomes import CallEnding
from ringback.core.settings import CallbackMode
from ringback.records.callbacks import CallbackRecord
from ringback.records.calls import CallDirection, CallRecord

CALLS_MAX = 200
"""So many are looked at, the newest: a newcomer's own call is one of them."""
router = APIRouter(tags=["session"])


class ChecklistKind(StrEnum):
    DEMO = "demo"
    """To see in a demo how a callback goes."""
    SETUP = "setup"
    """To have a company of one's own take calls."""


class ChecklistStep(StrEnum):
    DIAL = "dial"
    HEAR = "hear"
    PRESS = "press"
    CONFIRMED = "confirmed"
    PENDING = "pending"
    CALL_BACK = "call-back"
    ANSWER = "answer"
    HISTORY = "history"
    NUMBER = "number"
    TEAM = "team"
    CALLBACKS = "callbacks"
    TEST_CALL = "test-call"


class ChecklistStepView(View):
    step: ChecklistStep
    done: bool


class ChecklistView(View):
    """The steps in their order, and the calls by which they were done."""

    kind: ChecklistKind
    steps: list[ChecklistStepView]
    call_id: str | None = Field(description="The newcomer's own call that went furthest.")


@router.get("/checklist", name="get_checklist", responses=refuses())
@needs(Permission.CALLS_SEE)
async def get_checklist(services: GivenServices, sight: GivenSight) -> ChecklistView:
    """Tell what a newcomer has done since the first user was there."""
    await services.engine.committed()
    calls = list(_calls(services, sight))
    callback = _furthest(services, calls)
    kind = ChecklistKind.DEMO if services.demo else ChecklistKind.SETUP
    done = _of_demo(services, calls, callback) if services.demo else _of_setup(services, calls)
    latest = calls[0].id if calls else None
    return ChecklistView(
        kind=kind,
        steps=[ChecklistStepView(step=step, done=is_done) for step, is_done in done.items()],
        call_id=latest if callback is None else callback.original_call_id,
    )


def _calls(services: Services, sight: Sight) -> Iterator[CallRecord]:
    """Give the inbound calls since the first user was there, the newest first."""
    since = min(
        (user.created_at for user in services.access.directory.users.values()), default=None
    )
    for call in services.records.calls(CALLS_MAX):
        is_inbound = call.direction is CallDirection.INBOUND
        if is_inbound and _is_after(call.began_at, since) and call.line_id not in sight.hidden:
            yield call


def _is_after(at: datetime, since: datetime | None) -> bool:
    return since is None or at >= since


def _furthest(services: Services, calls: Sequence[CallRecord]) -> CallbackRecord | None:
    """Find the callback of these calls that has come furthest, the newest of those."""
    asked = (services.records.callback(each.callback_id) for each in calls if each.callback_id)
    found = [each for each in asked if each is not None]
    return max(found, key=lambda each: sum(_stages(services, each)), default=None)


def _stages(services: Services, callback: CallbackRecord | None) -> tuple[bool, bool, bool]:
    """Tell whether the customer was dialled, answered, and is not on the line any more."""
    if callback is None:
        return False, False, False
    dialled = [services.records.call(call_id) for call_id in callback.outbound_call_ids]
    has_ended = all(call is None or call.ended_at is not None for call in dialled)
    is_reached = callback.reached_at is not None
    return bool(dialled), is_reached, is_reached and has_ended


def _of_demo(
    services: Services, calls: Sequence[CallRecord], callback: CallbackRecord | None
) -> dict[ChecklistStep, bool]:
    is_settled = callback is not None and (
        any(isinstance(fact.event, CallbackSettled) for fact in callback.facts)
    )
    dialled, reached, ended = _stages(services, callback)
    return {
        ChecklistStep.DIAL: bool(calls),
        ChecklistStep.HEAR: any(each.queued_at or each.callback_id for each in calls),
        ChecklistStep.PRESS: callback is not None,
        ChecklistStep.CONFIRMED: any(
            each.ending is CallEnding.CALLBACK_REQUESTED for each in calls
        ),
        ChecklistStep.PENDING: is_settled or dialled,
        ChecklistStep.CALL_BACK: dialled,
        ChecklistStep.ANSWER: reached,
        ChecklistStep.HISTORY: ended,
    }


def _of_setup(services: Services, calls: Sequence[CallRecord]) -> dict[ChecklistStep, bool]:
    world = services.engine.world
    lines = world.lines.values()
    allowed = any(line.callbacks.mode is not CallbackMode.OFF for line in lines)
    return {
        ChecklistStep.NUMBER: bool(world.lines),
        ChecklistStep.TEAM: any(team.members for team in world.teams.values()),
        ChecklistStep.CALLBACKS: allowed and world.settings.callbacks_lock is None,
        ChecklistStep.TEST_CALL: bool(calls),
    }
