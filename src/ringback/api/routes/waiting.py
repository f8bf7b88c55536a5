"""A waiting callback: why it is not ringing yet (R46), where it can be moved, the move (R47)."""

from datetime import datetime
from typing import Annotated, Literal, assert_never

from fastapi import APIRouter, Body
from pydantic import BaseModel, Field

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenPresenter, GivenServices, GivenSight
from ringback.api.errors import refuses
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.presenter import ITEMS_SHOWN_MAX
from ringback.api.services import Services
from ringback.api.state_names import line_of
from ringback.api.views import CallbackView, QueueItemView, View
from ringback.core.events import HoldCause
from ringback.core.flow import RingStep
from ringback.core.ids import AgentId, CallbackId, StepId
from ringback.core.inputs import MoveToAgent, MoveToFront, MoveToStep
from ringback.core.moving import ring_steps, waiting, why_not_to_agent, why_not_to_step
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.states import Callback, name_queue
from ringback.core.why import AgentBar, Obstacle, ahead_of, waiting_or_lent, why
from ringback.core.world import World
from ringback.records.callbacks import CallbackRecord

_R = RefusalCode
WAITING_REFUSALS = (
    _R.UNKNOWN_CALLBACK,
    _R.CALLBACK_ALREADY_ACCEPTED,
    _R.CALLBACK_ALREADY_CLOSED,
    _R.CALLBACK_NOT_QUEUED,
)
router = APIRouter(prefix="/callbacks", tags=["callbacks"])


class ToFront(BaseModel):
    to: Literal["front"]


class ToStep(BaseModel):
    to: Literal["step"]
    step_id: str = Field(max_length=100, examples=["ring-sales"])


class ToAgent(BaseModel):
    to: Literal["agent"]
    agent_id: str = Field(max_length=100, examples=["lea"])


MoveRequest = MoveToFront | MoveToStep | MoveToAgent
Destination = Annotated[ToFront | ToStep | ToAgent, Field(discriminator="to")]


class StepChoice(View):
    step_id: str
    name: str = Field(description="Whom that step rings.")
    waiting: int = Field(description="How many it would stand behind.")


class AgentChoice(View):
    agent_id: str
    name: str


class MoveChoices(View):
    """Where a waiting callback can be moved; what would be refused is left out."""

    overtaken: list[QueueItemView] = Field(
        description="Who would be overtaken by a move to the front, the first to be served first."
    )
    steps: list[StepChoice]
    agents: list[AgentChoice]


class BarView(View):
    """One reason, by its rule."""

    kind: Obstacle | HoldCause
    rule: str = Field(examples=["R28b"])
    until: datetime | None = Field(description="When it ends by itself, if that is known.")


class AgentNowView(View):
    """What an agent of the target is to this callback."""

    agent_id: str
    name: str
    bar: AgentBar
    until: datetime | None = Field(description="When the wrap-up ends.")
    rung_for: str | None = Field(description="The item that this agent is being rung for.")


class AheadView(QueueItemView):
    takes_next: bool = Field(description="Whether it would take an agent whom both could use.")


class BusyClockView(View):
    """The clock of *When everyone is busy* (R24)."""

    limit_seconds: float
    left_seconds: float
    running: bool = Field(description="Whether it runs; it stands still away from the front.")


class WhyView(View):
    """Who is rung for a waiting callback, or every reason why nobody is (R46)."""

    callback_id: str
    at: datetime
    position: int
    rung_agent_ids: list[str]
    bars: list[BarView] = Field(description="All that hold, in the order of asking.")
    ahead_total: int
    ahead: list[AheadView] = Field(description="The first 200, the first to be served first.")
    agents: list[AgentNowView]
    busy_clock: BusyClockView | None
    lent_to_call_id: str | None = Field(
        description="The customer's own call that has its place (R37)."
    )


@router.get("/{callback_id}/why", name="why_not_yet", responses=refuses(*WAITING_REFUSALS))
@needs(Permission.CALLS_SEE)
async def why_not_yet(
    callback_id: str, services: GivenServices, show: GivenPresenter, sight: GivenSight
) -> WhyView:
    """Say why a waiting callback is not ringing at this moment, and who is ahead (R46)."""
    world, at = services.engine.world, services.clock.now()
    callback = waiting_or_lent(world, (await _open(services, callback_id)).id)
    told = why(world, callback, max(at, world.now))
    clock = told.busy_clock
    return WhyView(
        callback_id=callback.id,
        at=at,
        position=show.queue_item(callback).position,
        rung_agent_ids=list(told.rung),
        bars=[BarView(kind=bar.kind, rule=bar.rule, until=bar.until) for bar in told.bars],
        ahead_total=len(told.ahead),
        ahead=[
            AheadView(takes_next=each.takes_next, **dict(show.queue_item(each.item)))
            for each in told.ahead[:ITEMS_SHOWN_MAX]
            if line_of(each.item) not in sight.hidden
        ],
        agents=[
            AgentNowView(
                agent_id=each.agent_id,
                name=world.agents[each.agent_id].profile.name,
                bar=each.bar,
                until=each.until,
                rung_for=each.rung_for,
            )
            for each in told.agents
        ],
        busy_clock=None
        if clock is None
        else BusyClockView(
            limit_seconds=clock.limit.total_seconds(),
            left_seconds=clock.left.total_seconds(),
            running=clock.running,
        ),
        lent_to_call_id=told.lent_to,
    )


@router.get("/{callback_id}/moves", name="list_moves", responses=refuses(*WAITING_REFUSALS))
@needs(Permission.CALLBACKS_DIRECT)
async def list_moves(
    callback_id: str, services: GivenServices, show: GivenPresenter, sight: GivenSight
) -> MoveChoices:
    """Tell where a waiting callback can be moved, and whom it would overtake (R47)."""
    record = await _open(services, callback_id)
    world = services.engine.world
    callback, _ = waiting(world, record.id)
    return MoveChoices(
        overtaken=sight.items(
            [show.queue_item(item) for item in ahead_of(world, callback)[:ITEMS_SHOWN_MAX]]
        ),
        steps=[
            StepChoice(
                step_id=step.id,
                name=show.target_name(step.target),
                waiting=_waiting_at(world, callback, step),
            )
            for step in ring_steps(callback)
            if why_not_to_step(world, callback, step) is None
        ],
        agents=[
            AgentChoice(agent_id=agent.id, name=agent.profile.name)
            for agent in world.agents.values()
            if why_not_to_agent(world, callback, agent.id) is None
        ],
    )


@router.post(
    "/{callback_id}/move",
    name="move_callback",
    responses=refuses(
        *WAITING_REFUSALS,
        _R.UNKNOWN_STEP,
        _R.UNKNOWN_AGENT,
        _R.CALLBACK_ALREADY_THERE,
        _R.NOBODY_TO_RING,
    ),
)
@needs(Permission.CALLBACKS_DIRECT)
async def move_callback(
    callback_id: str,
    wanted: Annotated[Destination, Body()],
    who: GivenPrincipal,
    services: GivenServices,
    show: GivenPresenter,
) -> CallbackView:
    """Move a waiting callback to the front, to another ring step, or to one agent (R47)."""
    record = await _open(services, callback_id)
    await services.engine.request(_request(record.id, wanted), who.actor)
    return show.callback(record)


async def _open(services: Services, callback_id: str) -> CallbackRecord:
    record = await services.archive.callback(CallbackId(callback_id))
    if record is None:
        raise Refusal(_R.UNKNOWN_CALLBACK, callback_id=callback_id)
    if record.outcome is not None:
        raise Refusal(_R.CALLBACK_ALREADY_CLOSED, callback_id=callback_id)
    return record


def _request(callback_id: CallbackId, wanted: Destination) -> MoveRequest:
    match wanted:
        case ToFront():
            return MoveToFront(callback_id)
        case ToStep(step_id=step_id):
            return MoveToStep(callback_id, StepId(step_id))
        case ToAgent(agent_id=agent_id):
            return MoveToAgent(callback_id, AgentId(agent_id))
        case _ as never:
            assert_never(never)


def _waiting_at(world: World, callback: Callback, step: RingStep) -> int:
    queue = world.queues.get(name_queue(callback.flow.id, callback.flow_version, step.id))
    return 0 if queue is None else len(queue.items)
