"""Agents' outside phones: whoever or whatever picks up is asked for the key 1 (R21, R29).

Only the 1 accepts and only the 2 declines. Everything else is its agent's ring-out: a voicemail
that picked up, a phone that was hung up, and one that could not be reached.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from . import asking, call, offer
from .effects import Effect, PlayPrompt, StopPrompt
from .events import AgentPhoneUp, Event, Fact, OutsidePhoneAsked
from .flow_runner import new_playback
from .ids import LegId
from .inputs import AgentPhoneAnswered, DigitPressed, PromptFinished
from .introduction import naming_prompt
from .settings import PhoneKind
from .states import Call, Message, Offer
from .world import World

ACCEPT_KEY, DECLINE_KEY = "1", "2"
TIMES_ASKED_MAX = 3

# ---- decide ------------------------------------------------------------------------------


def decide_answered(world: World, report: AgentPhoneAnswered, at: datetime) -> Iterator[Event]:
    """Ask who picked up an outside phone; the answer of any other speaks for itself."""
    rung = _rung(world, report.leg_id)
    if rung is None:
        yield from offer.decide_answered(world, report, at)
    elif rung.asked_at is None:
        yield ask(world, rung, 1)


def decide_digit(world: World, report: DigitPressed, at: datetime) -> Iterator[Event]:
    rung = _rung(world, report.leg_id)
    if rung is None:
        yield from asking.decide_digit(world, report, at)
    elif rung.asked_at is None:
        return
    elif report.digit == ACCEPT_KEY:
        yield from offer.take(world, rung, at)
    elif report.digit == DECLINE_KEY:
        yield from offer.refuse(world, rung)


def decide_finished(world: World, report: PromptFinished, at: datetime) -> Iterator[Event]:
    """Ask again, a few times; a prompt of anybody else is not ours."""
    rung = _rung(world, report.leg_id)
    if rung is None:
        yield from call.decide_prompt_finished(world, report, at)
    elif (
        rung.question is not None
        and rung.question.playback_id == report.playback_id
        and rung.times_asked < TIMES_ASKED_MAX
    ):
        yield ask(world, rung, rung.times_asked + 1)


def _rung(world: World, leg_id: LegId) -> Offer | None:
    """Find the offer for which an outside phone is being called."""
    agent = offer.agent_on(world, leg_id)
    found = None if agent is None else agent.offer
    if found is None or found.phone is not PhoneKind.OUTSIDE or found.phone_up:
        return None
    return found


def ask(world: World, rung: Offer, time_number: int) -> Event:
    """Say which line it is, and ask for the 1."""
    item = world.item(rung.item_id)
    assert item is not None
    is_call = isinstance(item, Call)
    line_id = item.line.id if isinstance(item, Call) else item.line_id
    name = "press_one_for_call" if is_call else "press_one_for_callback"
    prompt = naming_prompt(world.agents[rung.agent_id], name, line_id)
    playback_id = new_playback(world)
    return OutsidePhoneAsked(rung.id, rung.agent_id, rung.item_id, playback_id, prompt, time_number)


# ---- evolve ------------------------------------------------------------------------------


def _asked(world: World, fact: Fact, event: OutsidePhoneAsked) -> None:
    rung = world.offers[event.offer_id]
    rung.question = Message(rung.leg_id, event.playback_id, event.prompt, fact.at)
    rung.asked_at = rung.asked_at or fact.at
    rung.times_asked = event.time_number
    item = world.item(rung.item_id)
    assert item is not None
    world.touch(item)


# ---- react -------------------------------------------------------------------------------


def _play(world: World, event: OutsidePhoneAsked) -> Iterator[Effect]:
    yield PlayPrompt(world.offers[event.offer_id].leg_id, event.playback_id, event.prompt)


def _stop_asking(world: World, event: AgentPhoneUp) -> Iterator[Effect]:
    question = world.offers[event.offer_id].question
    if question is not None:
        yield StopPrompt(question.leg_id, question.playback_id)


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    AgentPhoneAnswered: decide_answered,
    DigitPressed: decide_digit,
    PromptFinished: decide_finished,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    OutsidePhoneAsked: _asked,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    OutsidePhoneAsked: _play,
    AgentPhoneUp: _stop_asking,
}
