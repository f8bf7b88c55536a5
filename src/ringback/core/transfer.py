"""Transferring a conversation: to colleagues, a line or a number, never into nothing (R30).

A transfer is a few steps added to the call's own flow: ring the target, then the agent who
transferred, then go on waiting where the caller was answered first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from . import conversation, policy
from .agent import known
from .effects import Effect, HangUp, StartMusic, StopMusic
from .events import (
    CallTransferred,
    ConsultationStarted,
    Event,
    Fact,
    QueueJoined,
    WrapUpEnded,
)
from .flow import (
    DEFAULT_MUSIC,
    AgentTarget,
    HangUpStep,
    RedirectToLine,
    RedirectToNumber,
    RingStep,
    Step,
    TeamTarget,
    WaitingExperience,
)
from .flow_runner import goodbye, next_ring_step, run_call
from .ids import AgentId, CallbackId, CallId, StepId
from .inputs import TransferToAgent, TransferToLine, TransferToNumber, TransferToTeam
from .refusals import Refusal, RefusalCode
from .settings import Line
from .states import Agent, Call, Moving, OutboundCall, Standing, Talking
from .talking import customer_leg_of, talking
from .world import World

RING_AGENT_FOR = timedelta(seconds=30)
"""How long a call waits for one agent: the target, or the one who transferred."""
RING_TEAM_FOR = timedelta(seconds=120)
RING_OUTSIDE_FOR = timedelta(seconds=45)
"""How long a number outside is rung, as long as a customer by default (R32)."""


@dataclass(frozen=True, slots=True)
class Parting:
    """An agent who lets a conversation go on without them, and where it goes at the worst."""

    agent: Agent
    call_id: CallId
    line: Line
    music: str
    correctable: CallbackId | None
    then: StepId
    end: tuple[Step, ...] = ()
    """A step that ends the call, where there is no ring step to go on waiting at."""


# ---- decide ------------------------------------------------------------------------------


def decide_to_agent(world: World, request: TransferToAgent, at: datetime) -> Iterator[Event]:
    parting = parting_of(world, request.agent_id, at)
    steps = steps_to_colleague(world, parting, request.colleague_id)
    yield from _part(
        world,
        parting,
        CallTransferred(parting.call_id, parting.agent.id, request.colleague_id, None, None, steps),
        at,
    )


def steps_to_colleague(world: World, parting: Parting, colleague_id: AgentId) -> tuple[Step, ...]:
    """Ring a colleague who is available, then the agent again; or refuse."""
    agent, colleague = parting.agent, known(world, colleague_id)
    if colleague is agent:
        raise Refusal(RefusalCode.CALL_ALREADY_THERE, agent_id=agent.id)
    if colleague.standing is not Standing.AVAILABLE:
        raise Refusal(RefusalCode.AGENT_NOT_AVAILABLE, agent_id=colleague.id)
    back = _ring_agent(agent.id, parting.then, parting)
    return (_ring_agent(colleague.id, back.id, parting), back, *parting.end)


def decide_to_team(world: World, request: TransferToTeam, at: datetime) -> Iterator[Event]:
    parting = parting_of(world, request.agent_id, at)
    agent, team = parting.agent, world.teams.get(request.team_id)
    if team is None:
        raise Refusal(RefusalCode.UNKNOWN_TEAM, team_id=request.team_id)
    colleagues = [world.agents[one] for one in team.members if one != agent.id]
    if all(one.standing is Standing.ABSENT for one in colleagues):
        raise Refusal(RefusalCode.NOBODY_TO_RING, team_id=team.id)
    back = _ring_agent(agent.id, parting.then, parting)
    ring = RingStep(
        StepId(f"transfer:team:{team.id}"),
        TeamTarget(team.id),
        back.id,
        RING_TEAM_FOR,
        waiting=WaitingExperience(parting.music),
    )
    steps = (ring, back, *parting.end)
    transferred = CallTransferred(parting.call_id, agent.id, None, team.id, None, steps)
    yield from _part(world, parting, transferred, at)


def decide_to_line(world: World, request: TransferToLine, at: datetime) -> Iterator[Event]:
    """The other line's flow decides what becomes of the call; it does not come back."""
    parting = parting_of(world, request.agent_id, at)
    agent, line = parting.agent, world.lines.get(request.line_id)
    if line is None:
        raise Refusal(RefusalCode.UNKNOWN_LINE, line_id=request.line_id)
    if line.id == parting.line.id:
        raise Refusal(RefusalCode.CALL_ALREADY_THERE, agent_id=agent.id)
    steps = (RedirectToLine(StepId(f"transfer:line:{line.id}"), line.id),)
    transferred = CallTransferred(parting.call_id, agent.id, None, None, line.id, steps)
    yield from _part(world, parting, transferred, at)


def decide_to_number(world: World, request: TransferToNumber, at: datetime) -> Iterator[Event]:
    """Judged now, and again when it is dialled at once (S15)."""
    parting = parting_of(world, request.agent_id, at)
    agent, customer_id = parting.agent, request.customer_id
    line = world.lines[parting.line.id]
    verdict = policy.judge_transfer(world, line, request.destination, at).verdict
    if customer_id is None or verdict is policy.Verdict.REFUSED:
        raise Refusal(RefusalCode.NUMBER_NOT_CALLABLE, agent_id=agent.id)
    if verdict is policy.Verdict.RATE_LIMITED:
        raise Refusal(RefusalCode.DIAL_LIMIT_REACHED, agent_id=agent.id, line_id=line.id)
    back = _ring_agent(agent.id, parting.then, parting)
    outside = RedirectToNumber(
        StepId("transfer:outside"), "", request.destination, back.id, RING_OUTSIDE_FOR, customer_id
    )
    steps = (outside, back, *parting.end)
    transferred = CallTransferred(
        parting.call_id, agent.id, None, None, None, steps, to_customer=customer_id
    )
    yield from _part(world, parting, transferred, at)


def parting_of(world: World, agent_id: AgentId, at: datetime) -> Parting:
    """Find what an agent lets go, with phones that can be told something; or refuse."""
    agent, call_id, talk = talking(world, agent_id)
    if isinstance(talk, Talking):
        call = world.calls[call_id]
        line, music, step_id = call.line, talk.music, call.answered_at_step
        flow, begin, correctable = call.flow, call.flow.first, talk.correctable
    else:
        asked = talk.asked
        assert asked is not None
        line, music, step_id = world.lines[asked.line_id], DEFAULT_MUSIC, talk.ring_step_id
        flow, begin = asked.flow, asked.origin_step_id
        correctable = talk.callback_id if talk.correctable else None
    if step_id is not None:
        return Parting(agent, call_id, line, music, correctable, step_id)
    found = next_ring_step(flow, begin, at)
    if isinstance(found, RingStep):
        return Parting(agent, call_id, line, music, correctable, found.id)
    end = HangUpStep(StepId("transfer:end"), goodbye(line))
    return Parting(agent, call_id, line, music, correctable, end.id, (end,))


def _ring_agent(agent_id: AgentId, then: StepId, parting: Parting) -> RingStep:
    waiting = WaitingExperience(parting.music)
    return RingStep(
        _step_of(agent_id), AgentTarget(agent_id), then, RING_AGENT_FOR, waiting=waiting
    )


def _step_of(agent_id: AgentId) -> StepId:
    return StepId(f"transfer:{agent_id}")


def _part(world: World, parting: Parting, event: CallTransferred, at: datetime) -> Iterator[Event]:
    """Let the agent go; who called a customer back may still correct the outcome (R31)."""
    yield event
    yield conversation.freed(
        world, event.agent_id, at, talked=True, correctable=parting.correctable
    )
    yield from run_call(world, world.calls[event.call_id], at)


def _come_back(world: World, event: QueueJoined) -> Iterator[Event]:
    """Whose transfer was in vain is rung for the call again, also out of its wrap-up."""
    call = world.calls.get(CallId(event.item_id))
    if call is None or call.transferred_by is None:
        return
    agent = world.agents[call.transferred_by]
    if event.step_id == _step_of(agent.id) and agent.wrap_up_until is not None:
        yield WrapUpEnded(agent.id)


# ---- evolve ------------------------------------------------------------------------------


def _transferred(world: World, fact: Fact, event: CallTransferred) -> None:
    send_on(world, event)


def send_on(world: World, event: CallTransferred | ConsultationStarted) -> Call:
    """Let a call take the steps of a transfer. Writes the world: for `evolve` only."""
    call = world.calls.get(event.call_id) or _taken_in(world, world.outbound_calls[event.call_id])
    published = world.flows[call.flow.id].versions[call.flow_version]
    call.flow = replace(published, steps=(*published.steps, *event.steps))
    call.state = Moving(event.steps[0].id)
    call.transferred_by = event.agent_id
    call.declined = {}
    call.former_lines = {}
    call.first_to_ring = None
    world.touch(call)
    return call


def _taken_in(world: World, outbound_call: OutboundCall) -> Call:
    """Let a customer who was called wait, like one who called, for whoever answers next."""
    asked = outbound_call.asked
    assert asked is not None
    del world.outbound_calls[outbound_call.id]
    outbound_call.gone = True
    world.touch(outbound_call)
    world.agents[outbound_call.agent_id].completed = outbound_call.completed
    call = Call(
        id=outbound_call.id,
        leg_id=outbound_call.customer_leg_id,
        line=world.lines[asked.line_id],
        customer_id=asked.customer_id,
        destination=asked.destination,
        flow=asked.flow,
        flow_version=asked.flow_version,
        began_at=outbound_call.began_at,
        state=Moving(asked.origin_step_id),
        answered_at_step=outbound_call.ring_step_id,
    )
    world.calls[call.id] = call
    return call


# ---- react -------------------------------------------------------------------------------


def _let_agent_go(world: World, event: CallTransferred) -> Iterator[Effect]:
    leg_id = customer_leg_of(world, event.call_id)
    yield StartMusic(leg_id, music_of(event.steps))
    agent_leg_id = world.agents[event.agent_id].leg_id
    assert agent_leg_id is not None
    yield HangUp(agent_leg_id)
    if event.to_line is not None:
        yield StopMusic(leg_id)


def music_of(steps: tuple[Step, ...]) -> str:
    """Name what a customer hears on the way to whom a transfer rings first."""
    first = steps[0]
    return first.waiting.music if isinstance(first, RingStep) else DEFAULT_MUSIC


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    TransferToAgent: decide_to_agent,
    TransferToTeam: decide_to_team,
    TransferToLine: decide_to_line,
    TransferToNumber: decide_to_number,
}
FOLLOW: dict[type[Any], Callable[[World, Any], Iterator[Event]]] = {
    QueueJoined: _come_back,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    CallTransferred: _transferred,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    CallTransferred: _let_agent_go,
}
