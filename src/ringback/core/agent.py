"""Agents: status, connection and wrap-up (R19)."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from .calendars import is_open, next_change
from .events import (
    AgentCameBack,
    AgentCameOnDuty,
    AgentFreed,
    AgentGivenUp,
    AgentStatusSet,
    AgentWentMissing,
    AgentWentOffDuty,
    Event,
    Fact,
    OffersRangOut,
    OffersWithdrawn,
    OutcomeCorrected,
    RingOutCause,
    StatusCause,
    WithdrawalCause,
    WrapUpEnded,
)
from .ids import AgentId, ItemId
from .inputs import (
    AgentConnected,
    AgentConnectionLost,
    AgentFailureCause,
    CorrectOutcome,
    EndWrapUp,
    OutcomeCorrection,
    SetAgentStatus,
)
from .outcomes import OutcomeReason, not_reached
from .refusals import Refusal, RefusalCode
from .settings import AgentStatus, PhoneKind
from .states import Agent, Closed, sooner
from .world import World

MISSING_MAX = timedelta(seconds=60)
"""How long an agent whose connection is lost counts as busy before counting as offline."""

CORRECTIONS = {
    OutcomeCorrection.VOICEMAIL: OutcomeReason.VOICEMAIL,
    OutcomeCorrection.WRONG_PERSON: OutcomeReason.WRONG_PERSON,
}


def known(world: World, agent_id: AgentId) -> Agent:
    """Find an agent or refuse."""
    agent = world.agents.get(agent_id)
    if agent is None:
        raise Refusal(RefusalCode.UNKNOWN_AGENT, agent_id=agent_id)
    return agent


# ---- decide ------------------------------------------------------------------------------


def decide_status(world: World, request: SetAgentStatus, at: datetime) -> Iterator[Event]:
    agent = known(world, request.agent_id)
    reason = request.reason if request.status is AgentStatus.DO_NOT_DISTURB else None
    if reason is not None and reason not in world.settings.away_reasons:
        raise Refusal(RefusalCode.UNKNOWN_AWAY_REASON, reason=reason)
    is_same = agent.status is request.status
    if is_same and (reason is None or reason == agent.away_reason):
        return
    yield AgentStatusSet(agent.id, request.status, reason=reason, reason_alone=is_same)
    if request.status is not AgentStatus.ONLINE:
        yield from withdraw_from(agent)


def decide_connected(world: World, report: AgentConnected, at: datetime) -> Iterator[Event]:
    agent = world.agents.get(report.agent_id)
    if agent is not None and agent.missing_since is not None:
        yield AgentCameBack(agent.id)


def decide_lost(world: World, report: AgentConnectionLost, at: datetime) -> Iterator[Event]:
    agent = world.agents.get(report.agent_id)
    if agent is not None and agent.missing_since is None:
        yield AgentWentMissing(agent.id)
        if agent.profile.phone is not PhoneKind.OUTSIDE:
            yield from withdraw_from(agent)


def withdraw_from(agent: Agent) -> Iterator[Event]:
    """Take back what rings an agent who leaves: neither declined nor rung out (R19)."""
    offer = agent.offer
    if offer is not None and offer.accepted_at is None:
        yield OffersWithdrawn(offer.item_id, (agent.id,), WithdrawalCause.AGENT_LEFT)


def ring_out(
    world: World,
    item_id: ItemId,
    agent_ids: tuple[AgentId, ...],
    cause: RingOutCause,
    phone_failure: AgentFailureCause | None = None,
) -> Iterator[Event]:
    """Note who did not answer; whoever does so too often in a row is not disturbed any more."""
    rang_out = OffersRangOut(item_id, agent_ids, cause, phone_failure)
    yield rang_out
    limit = world.settings.ring_outs_in_row_max
    for agent in (world.agents[agent_id] for agent_id in agent_ids if rang_out.was_heard):
        if 0 < limit <= agent.ring_outs_in_row and agent.status is AgentStatus.ONLINE:
            away = AgentStatus.DO_NOT_DISTURB
            yield AgentStatusSet(agent.id, away, StatusCause.RANG_OUT, item_id)


def decide_correction(world: World, request: CorrectOutcome, at: datetime) -> Iterator[Event]:
    """R31: once, by the agent who called, while in wrap-up."""
    agent = known(world, request.agent_id)
    if agent.wrap_up_until is None:
        raise Refusal(RefusalCode.AGENT_NOT_IN_WRAP_UP, agent_id=agent.id)
    if agent.correctable != request.callback_id:
        raise Refusal(RefusalCode.OUTCOME_NOT_CORRECTABLE, callback_id=request.callback_id)
    outcome = not_reached(CORRECTIONS[request.correction])
    yield OutcomeCorrected(request.callback_id, agent.id, outcome, listed=True)


def decide_end_of_wrap_up(world: World, request: EndWrapUp, at: datetime) -> Iterator[Event]:
    """The agent is free at once; what might have been corrected stays as it is (R30, R31)."""
    agent = known(world, request.agent_id)
    if agent.wrap_up_until is None:
        raise Refusal(RefusalCode.AGENT_NOT_IN_WRAP_UP, agent_id=agent.id)
    yield WrapUpEnded(agent.id)


def fire(world: World, agent: Agent, at: datetime) -> Iterator[Event]:
    """Settle an agent's deadline."""
    if agent.wrap_up_until is not None and at >= agent.wrap_up_until:
        yield WrapUpEnded(agent.id)
    gives_up_at = _gives_up_at(agent)
    if gives_up_at is not None and at >= gives_up_at:
        yield AgentGivenUp(agent.id)
    if agent.duty_changes_at is not None and at >= agent.duty_changes_at:
        yield from keep_hours(agent, at)


def keep_hours(agent: Agent, at: datetime) -> Iterator[Event]:
    """Bring an agent on or off duty, as the working hours have it at this instant (R19)."""
    hours = agent.profile.hours
    until = None if hours is None else next_change(hours, at)
    off_duty = hours is not None and not is_open(hours, at)
    if (off_duty, until) == (agent.off_duty, agent.duty_changes_at):
        return
    if off_duty:
        yield AgentWentOffDuty(agent.id, until)
        yield from withdraw_from(agent)
    else:
        yield AgentCameOnDuty(agent.id, until)


# ---- evolve ------------------------------------------------------------------------------


def _status(world: World, fact: Fact, event: AgentStatusSet) -> None:
    agent = world.agents[event.agent_id]
    if event.status is AgentStatus.ONLINE:
        agent.idle_since = fact.at
        agent.ring_outs_in_row = 0
    agent.status = event.status
    agent.status_cause = event.cause
    agent.away_reason = event.reason
    agent.since = fact.at
    world.restand(agent)


def _came_back(world: World, fact: Fact, event: AgentCameBack) -> None:
    agent = world.agents[event.agent_id]
    agent.missing_since = None
    agent.given_up = False
    world.touch(agent)
    world.restand(agent)


def _went_missing(world: World, fact: Fact, event: AgentWentMissing) -> None:
    agent = world.agents[event.agent_id]
    agent.missing_since = fact.at
    world.touch(agent)
    world.restand(agent)


def _given_up(world: World, fact: Fact, event: AgentGivenUp) -> None:
    agent = world.agents[event.agent_id]
    agent.given_up = True
    world.touch(agent)
    world.restand(agent)


def _came_on_duty(world: World, fact: Fact, event: AgentCameOnDuty) -> None:
    agent = world.agents[event.agent_id]
    if agent.off_duty:
        agent.idle_since = fact.at
        agent.ring_outs_in_row = 0
    agent.off_duty = False
    agent.duty_changes_at = event.until
    world.touch(agent)
    world.restand(agent)


def _went_off_duty(world: World, fact: Fact, event: AgentWentOffDuty) -> None:
    agent = world.agents[event.agent_id]
    agent.off_duty = True
    agent.duty_changes_at = event.until
    world.touch(agent)
    world.restand(agent)


def _freed(world: World, fact: Fact, event: AgentFreed) -> None:
    agent = world.agents[event.agent_id]
    if agent.leg_id is not None:
        world.legs.pop(agent.leg_id, None)
    agent.call_id = None
    agent.leg_id = None
    agent.muted = False
    agent.offer = None
    agent.idle_since = fact.at
    agent.wrap_up_until = event.wrap_up_until
    agent.correctable = event.correctable
    if event.correctable is None:
        agent.completed = None
    world.touch(agent)
    world.restand(agent)


def _wrap_up_ended(world: World, fact: Fact, event: WrapUpEnded) -> None:
    agent = world.agents[event.agent_id]
    agent.wrap_up_until = None
    agent.correctable = agent.completed = None
    agent.idle_since = fact.at
    world.touch(agent)
    world.restand(agent)


def _corrected(world: World, fact: Fact, event: OutcomeCorrected) -> None:
    agent = world.agents[event.agent_id]
    callback, agent.completed = agent.completed, None
    agent.correctable = None
    if callback is not None and event.listed:
        callback.outcome = event.outcome
        callback.state = Closed(event.outcome)
        world.list_follow_up(callback)


# ---- next deadline -----------------------------------------------------------------------


def next_deadline(agent: Agent) -> datetime | None:
    """Name the instant at which wrap-up or a shift ends, one begins, or a lost one is given up."""
    own = sooner(agent.wrap_up_until, agent.duty_changes_at)
    return sooner(own, _gives_up_at(agent))


def _gives_up_at(agent: Agent) -> datetime | None:
    if agent.missing_since is None or agent.given_up:
        return None
    return agent.missing_since + MISSING_MAX


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    SetAgentStatus: decide_status,
    AgentConnected: decide_connected,
    AgentConnectionLost: decide_lost,
    CorrectOutcome: decide_correction,
    EndWrapUp: decide_end_of_wrap_up,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    AgentStatusSet: _status,
    AgentCameBack: _came_back,
    AgentWentMissing: _went_missing,
    AgentGivenUp: _given_up,
    AgentCameOnDuty: _came_on_duty,
    AgentWentOffDuty: _went_off_duty,
    AgentFreed: _freed,
    WrapUpEnded: _wrap_up_ended,
    OutcomeCorrected: _corrected,
}
