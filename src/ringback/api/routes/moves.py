"""Moving a waiting callback: where it can go, whom that overtakes, and the move (R47)."""

from typing import Annotated, Literal, assert_never

from fastapi import APIRouter, Body
from pydantic import BaseModel, Field

from ringback.api.dependencies import OPERATOR, GivenPresenter, GivenServices
from ringback.api.errors import refuses
from ringback.api.services import Services
from ringback.api.views import CallbackView, QueueItemView, View
from ringback.core.flow import RingStep
from ringback.core.ids import AgentId, CallbackId, StepId
from ringback.core.inputs import MoveToAgent, MoveToFront, MoveToStep
from ringback.core.moving import ring_steps, waiting, why_not_to_agent, why_not_to_step
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.states import Callback, name_queue
from ringback.core.why import ahead_of
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


@router.get("/{callback_id}/moves", name="list_moves", responses=refuses(*WAITING_REFUSALS))
async def list_moves(
    callback_id: str, services: GivenServices, show: GivenPresenter
) -> MoveChoices:
    """Tell where a waiting callback can be moved, and whom it would overtake (R47)."""
    record = _open(services, callback_id)
    world = services.engine.world
    callback, _ = waiting(world, record.id)
    return MoveChoices(
        overtaken=[show.queue_item(item) for item in ahead_of(world, callback)],
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
async def move_callback(
    callback_id: str,
    wanted: Annotated[Destination, Body()],
    services: GivenServices,
    show: GivenPresenter,
) -> CallbackView:
    """Move a waiting callback to the front, to another ring step, or to one agent (R47)."""
    record = _open(services, callback_id)
    await services.engine.request(_request(record.id, wanted), OPERATOR)
    return show.callback(record)


def _open(services: Services, callback_id: str) -> CallbackRecord:
    record = services.records.callback(CallbackId(callback_id))
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
