"""Moving a waiting callback: to the front, to another ring step, or to a named agent (R47)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from .agent import known
from .events import (
    Event,
    Fact,
    MovedToAgent,
    MovedToFront,
    MovedToStep,
    OffersWithdrawn,
    WithdrawalCause,
)
from .finding import open_callback
from .flow import AgentTarget, RingStep, TeamTarget
from .flow_runner import find_step, join
from .ids import AgentId, CallbackId, StepId
from .inputs import MoveToAgent, MoveToFront, MoveToStep
from .refusals import Refusal, RefusalCode
from .states import (
    AwaitingAgent,
    Callback,
    Moving,
    Queued,
    QueueId,
    Standing,
    Stay,
    Suspended,
    name_queue,
    target_key,
)
from .world import World

FRONT_CLASS = -1
"""Before the items of priority lines; the last one moved there is the first (R47)."""

# ---- decide ------------------------------------------------------------------------------


def decide_front(world: World, request: MoveToFront, at: datetime) -> Iterator[Event]:
    """Before all others; who is ringing for it goes on ringing."""
    callback, _ = waiting(world, request.callback_id)
    yield MovedToFront(callback.id)


def decide_step(world: World, request: MoveToStep, at: datetime) -> Iterator[Event]:
    """R14: to the back of another ring step of its flow version."""
    callback, stay = waiting(world, request.callback_id)
    step = next((step for step in ring_steps(callback) if step.id == request.step_id), None)
    if step is None:
        raise Refusal(RefusalCode.UNKNOWN_STEP, step_id=request.step_id)
    _refuse(why_not_to_step(world, callback, step), callback)
    yield from _withdraw(callback, stay)
    yield MovedToStep(callback.id, step.id)
    yield join(world, callback, step)


def decide_agent(world: World, request: MoveToAgent, at: datetime) -> Iterator[Event]:
    """The step rings this agent alone from here on; place and routing stay what they are."""
    callback, stay = waiting(world, request.callback_id)
    agent = known(world, request.agent_id)
    _refuse(why_not_to_agent(world, callback, agent.id), callback)
    yield from _withdraw(callback, stay)
    yield MovedToAgent(callback.id, agent.id)


def waiting(world: World, callback_id: CallbackId) -> tuple[Callback, Stay]:
    """Find a callback that stands in a queue, or refuse."""
    callback = open_callback(world, callback_id)
    if callback.stay is None or isinstance(callback.state, AwaitingAgent | Suspended):
        raise Refusal(RefusalCode.CALLBACK_NOT_QUEUED, callback_id=callback_id)
    if not isinstance(callback.state, Queued):
        raise Refusal(RefusalCode.CALLBACK_ALREADY_ACCEPTED, callback_id=callback_id)
    return callback, callback.stay


def ring_steps(callback: Callback) -> list[RingStep]:
    """List the ring steps of a callback's flow version."""
    return [step for step in callback.flow.steps if isinstance(step, RingStep)]


def why_not_to_step(world: World, callback: Callback, step: RingStep) -> RefusalCode | None:
    """Tell why a waiting callback cannot be moved to a ring step of its flow, or None."""
    queue_id = name_queue(callback.flow.id, callback.flow_version, step.id)
    return _in_vain(world, callback, queue_id, step.target)


def why_not_to_agent(world: World, callback: Callback, agent_id: AgentId) -> RefusalCode | None:
    """Tell why a waiting callback cannot be moved to an agent, or None."""
    return _in_vain(world, callback, _agent_queue(callback, agent_id), AgentTarget(agent_id))


def _agent_queue(callback: Callback, agent_id: AgentId) -> QueueId:
    """Name the queue in which a callback waits for one agent at its present step."""
    assert callback.stay is not None
    step_id = callback.stay.step.id
    return name_queue(callback.flow.id, callback.flow_version, step_id, agent_id)


def _has_anybody(world: World, callback: Callback, target: TeamTarget | AgentTarget) -> bool:
    """Tell whether a target has anybody to ring or to wait for in this attempt (R22, R25)."""
    group = world.groups.get(target_key(target))
    return group is not None and any(
        agent_id not in callback.declined
        and (
            world.agents[agent_id].standing is not Standing.ABSENT
            or callback.settings.respect_queuing_time
        )
        for agent_id in group.members
    )


def _in_vain(
    world: World, callback: Callback, queue_id: QueueId, target: TeamTarget | AgentTarget
) -> RefusalCode | None:
    """A move that changes nothing, or whose new stay would be over at once (R24), is refused."""
    assert callback.stay is not None
    if callback.stay.queue_id == queue_id:
        return RefusalCode.CALLBACK_ALREADY_THERE
    return None if _has_anybody(world, callback, target) else RefusalCode.NOBODY_TO_RING


def _refuse(code: RefusalCode | None, callback: Callback) -> None:
    if code is not None:
        raise Refusal(code, callback_id=callback.id)


def _withdraw(callback: Callback, stay: Stay) -> Iterator[Event]:
    if stay.offers:
        yield OffersWithdrawn(callback.id, tuple(stay.offers), WithdrawalCause.MOVED)


# ---- evolve ------------------------------------------------------------------------------


def _to_front(world: World, fact: Fact, event: MovedToFront) -> None:
    callback, stay = _taken_out(world, event.callback_id)
    stay.priority_class, stay.key = FRONT_CLASS, -fact.sequence
    world.place(callback, stay)


def _to_step(world: World, fact: Fact, event: MovedToStep) -> None:
    callback, _ = _taken_out(world, event.callback_id)
    callback.state = Moving(event.step_id)
    callback.stay = None


def _to_agent(world: World, fact: Fact, event: MovedToAgent) -> None:
    callback, stay = _taken_out(world, event.callback_id)
    step = _own_step(callback, stay.step.id)
    world.place(
        callback,
        Stay(
            _agent_queue(callback, event.agent_id),
            replace(step, target=AgentTarget(event.agent_id)),
            stay.priority_class,
            stay.key,
            joined_at=fact.at,
        ),
    )


def _taken_out(world: World, callback_id: CallbackId) -> tuple[Callback, Stay]:
    callback = world.callbacks[callback_id]
    assert callback.stay is not None
    world.unplace(callback)
    return callback, callback.stay


def _own_step(callback: Callback, step_id: StepId) -> RingStep:
    step = find_step(callback.flow, step_id)
    assert isinstance(step, RingStep)
    return step


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    MoveToFront: decide_front,
    MoveToStep: decide_step,
    MoveToAgent: decide_agent,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    MovedToFront: _to_front,
    MovedToStep: _to_step,
    MovedToAgent: _to_agent,
}
