"""Consulting a colleague before transferring: the customer hears music meanwhile (R30).

The customer's call takes the steps of a transfer to the colleague, while the agent stays in it:
if the agent hangs up before the colleague answers, it is a transfer like any other.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from . import conversation
from .effects import Effect, HangUp, Join, StartMusic, StopMusic
from .events import (
    ConsultationAbandoned,
    ConsultationAnswered,
    ConsultationCompleted,
    ConsultationEnded,
    ConsultationEnding,
    ConsultationStarted,
    Event,
    Fact,
    OffersWithdrawn,
    WithdrawalCause,
)
from .flow_runner import run_call
from .ids import AgentId, LegId
from .inputs import CancelConsultation, CompleteTransfer, ConsultAgent, LegState
from .outcomes import CallEnding
from .refusals import Refusal, RefusalCode
from .states import (
    BeingConnected,
    Call,
    Consultation,
    Consulting,
    Offer,
    Talking,
)
from .talking import customer_leg_of, heard_or_not, speaking
from .transfer import music_of, parting_of, send_on, steps_to_colleague
from .world import World

# ---- decide ------------------------------------------------------------------------------


def decide_consult(world: World, request: ConsultAgent, at: datetime) -> Iterator[Event]:
    parting = parting_of(world, request.agent_id, at)
    steps = steps_to_colleague(world, parting, request.colleague_id)
    yield ConsultationStarted(parting.call_id, parting.agent.id, request.colleague_id, steps)
    yield from run_call(world, world.calls[parting.call_id], at)


def decide_complete(world: World, request: CompleteTransfer, at: datetime) -> Iterator[Event]:
    """Leave the customer to the colleague, who talks already or is still being rung."""
    call, consultation = _consulted_by(world, request.agent_id)
    yield from leave(world, call, consultation, request.agent_id, at)


def decide_cancel(world: World, request: CancelConsultation, at: datetime) -> Iterator[Event]:
    call, consultation = _consulted_by(world, request.agent_id)
    yield from _end(world, call, consultation, ConsultationEnding.CANCELLED, at)


def _consulted_by(world: World, agent_id: AgentId) -> tuple[Call, Consultation]:
    agent, call_id = speaking(world, agent_id)
    call = world.calls.get(call_id)
    consultation = None if call is None else call.consultation
    if call is None or consultation is None or consultation.talking.agent_id != agent.id:
        raise Refusal(RefusalCode.NO_CONSULTATION, agent_id=agent.id)
    return call, consultation


def answered(call: Call, consultation: Consultation, offer: Offer) -> Iterator[Event]:
    """Let the two agents hear each other: the colleague's phone is up."""
    agent_id = consultation.talking.agent_id
    yield ConsultationAnswered(call.id, agent_id, offer.agent_id, offer.leg_id)


def go_on(world: World, call: Call, at: datetime) -> Iterator[Event]:
    """Go on after a ring step; whom an agent wanted to consult there is not to be had."""
    if call.consultation is None:
        yield from run_call(world, call, at)
        return
    declined = call.consultation.colleague_id in call.declined
    ending = ConsultationEnding.DECLINED if declined else ConsultationEnding.NOT_ANSWERED
    yield from _end(world, call, call.consultation, ending, at)


def leave(
    world: World, call: Call, consultation: Consultation, agent_id: AgentId, at: datetime
) -> Iterator[Event]:
    """One of the two agents hangs up; the customer is left to the other."""
    talk = consultation.talking
    if agent_id != talk.agent_id:
        yield from _end(world, call, consultation, ConsultationEnding.COLLEAGUE_HUNG_UP, at)
        return
    if isinstance(call.state, Consulting):
        yield ConsultationCompleted(call.id, agent_id, consultation.colleague_id)
    else:
        yield ConsultationAbandoned(call.id, agent_id, consultation.colleague_id)
    yield conversation.freed(world, agent_id, at, talked=True, correctable=talk.correctable)


def found_again(
    world: World, call: Call, consultation: Consultation, legs: dict[LegId, LegState], at: datetime
) -> Iterator[Event]:
    """Settle, after a separation, which of the two agents is gone."""
    agent_id = consultation.talking.agent_id
    agent_gone = consultation.talking.agent_leg_id not in legs
    if isinstance(call.state, Consulting) and call.state.colleague_leg_id not in legs:
        ending = ConsultationEnding.COLLEAGUE_HUNG_UP
        yield from _end(world, call, consultation, ending, at)
        if agent_gone:
            yield from conversation.end_call(world, call, CallEnding.AGENT_HUNG_UP, at)
    elif agent_gone:
        yield from leave(world, call, consultation, agent_id, at)


def _end(
    world: World,
    call: Call,
    consultation: Consultation,
    ending: ConsultationEnding,
    at: datetime,
) -> Iterator[Event]:
    """Let the colleague go, or stop ringing them; the customer stays with the agent."""
    ringing = tuple(call.stay.offers) if call.stay is not None else ()
    if isinstance(call.state, BeingConnected):
        ringing = (call.state.offer.agent_id,)
    if ringing:
        yield OffersWithdrawn(call.id, ringing, WithdrawalCause.CANCELLED)
    talked = isinstance(call.state, Consulting)
    colleague_id = consultation.colleague_id
    yield ConsultationEnded(call.id, consultation.talking.agent_id, colleague_id, ending)
    if talked:
        yield conversation.freed(world, colleague_id, at, talked=False)


def both_let_go(
    world: World, consultation: Consultation, *, answered: bool, at: datetime
) -> Iterator[Event]:
    """Free the agents of a consultation whose customer is gone."""
    talk = consultation.talking
    yield conversation.freed(world, talk.agent_id, at, talked=True, correctable=talk.correctable)
    if answered:
        yield conversation.freed(world, consultation.colleague_id, at, talked=False)


# ---- evolve ------------------------------------------------------------------------------


def _started(world: World, fact: Fact, event: ConsultationStarted) -> None:
    talk = _conversation_of(world, event, fact.at)
    call = send_on(world, event)
    call.consultation = Consultation(talk, event.colleague_id, fact.at)


def _conversation_of(world: World, event: ConsultationStarted, at: datetime) -> Talking:
    """Keep the conversation to come back to, the customer on hold."""
    outbound_call = world.outbound_calls.get(event.call_id)
    if outbound_call is None:
        talk = world.calls[event.call_id].state
        assert isinstance(talk, Talking)
        talk.on_hold = True
        return talk
    return Talking(
        outbound_call.agent_id,
        outbound_call.agent_leg_id,
        outbound_call.began_at,
        on_hold=True,
        correctable=outbound_call.callback_id if outbound_call.correctable else None,
    )


def _answered(world: World, fact: Fact, event: ConsultationAnswered) -> None:
    call = world.calls[event.call_id]
    call.state = Consulting(event.colleague_id, event.colleague_leg_id)
    call.stay = None
    world.touch(call)
    conversation.engage(world, event.colleague_id, call.id)


def _ended(world: World, fact: Fact, event: ConsultationEnded) -> None:
    call = world.calls[event.call_id]
    assert call.consultation is not None
    if world.in_queue(call):
        world.unplace(call)
    call.state = call.consultation.talking
    call.state.on_hold = event.ending is not ConsultationEnding.CANCELLED
    call.consultation = None
    call.stay = None
    world.hear(call, None, None)


def _completed(world: World, fact: Fact, event: ConsultationCompleted) -> None:
    call = world.calls[event.call_id]
    assert isinstance(call.state, Consulting)
    assert call.consultation is not None
    colleague = call.state
    music = call.consultation.talking.music
    call.state = Talking(colleague.colleague_id, colleague.colleague_leg_id, fact.at, music)
    call.consultation = None


def _abandoned(world: World, fact: Fact, event: ConsultationAbandoned) -> None:
    world.calls[event.call_id].consultation = None


# ---- react -------------------------------------------------------------------------------


def _let_both_wait(world: World, event: ConsultationStarted) -> Iterator[Effect]:
    music = music_of(event.steps)
    yield StartMusic(customer_leg_of(world, event.call_id), music)
    yield StartMusic(_leg_of(world, event.agent_id), music)


def _join(world: World, event: ConsultationAnswered) -> Iterator[Effect]:
    yield Join(event.call_id, _leg_of(world, event.agent_id), event.colleague_leg_id)


def _take_back(world: World, event: ConsultationEnded) -> Iterator[Effect]:
    agent_leg_id = _leg_of(world, event.agent_id)
    call = world.calls[event.call_id]
    if isinstance(call.state, Consulting):
        yield HangUp(call.state.colleague_leg_id)
    else:
        yield StopMusic(agent_leg_id)
    if event.ending is ConsultationEnding.CANCELLED:
        yield Join(call.id, agent_leg_id, call.leg_id)
    elif call.consultation is not None:
        yield StartMusic(call.leg_id, call.consultation.talking.music)


def _hand_over(world: World, event: ConsultationCompleted) -> Iterator[Effect]:
    yield HangUp(_leg_of(world, event.agent_id))
    colleague_leg_id = _leg_of(world, event.colleague_id)
    yield Join(event.call_id, colleague_leg_id, world.calls[event.call_id].leg_id)


def _let_agent_go(world: World, event: ConsultationAbandoned) -> Iterator[Effect]:
    yield HangUp(_leg_of(world, event.agent_id))


def hear_again(world: World, call: Call, consultation: Consultation) -> Iterator[Effect]:
    """Say anew who hears whom in a consultation that was found again after a separation."""
    talk = consultation.talking
    yield StartMusic(call.leg_id, talk.music)
    if isinstance(call.state, Consulting):
        yield Join(call.id, talk.agent_leg_id, call.state.colleague_leg_id)
        yield heard_or_not(world, consultation.colleague_id)
    else:
        yield StartMusic(talk.agent_leg_id, talk.music)
    yield heard_or_not(world, talk.agent_id)


def _leg_of(world: World, agent_id: AgentId) -> LegId:
    leg_id = world.agents[agent_id].leg_id
    assert leg_id is not None
    return leg_id


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    ConsultAgent: decide_consult,
    CompleteTransfer: decide_complete,
    CancelConsultation: decide_cancel,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    ConsultationStarted: _started,
    ConsultationAnswered: _answered,
    ConsultationEnded: _ended,
    ConsultationCompleted: _completed,
    ConsultationAbandoned: _abandoned,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    ConsultationStarted: _let_both_wait,
    ConsultationAnswered: _join,
    ConsultationEnded: _take_back,
    ConsultationCompleted: _hand_over,
    ConsultationAbandoned: _let_agent_go,
}
