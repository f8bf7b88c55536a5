"""What is said before agent and customer hear each other: a whisper and an announcement.

The agent of a live call hears the whisper while the caller hears the music, then the caller the
announcement. Of a callback, the agent hears the whisper while the customer is being dialled, and
the customer the announcement on answering; when both are over they hear each other.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from . import calling_in, consulting, talking
from .effects import Effect, Join, PlayPrompt, StopPrompt
from .events import (
    AnnouncementEnded,
    AnnouncementStarted,
    CallConnected,
    CustomerConnected,
    Event,
    Fact,
    OutboundCallRestored,
    ReturnedToQueue,
    WhisperEnded,
    WhisperStarted,
)
from .flow_runner import new_playback
from .ids import CallId
from .inputs import PromptFinished
from .settings import PhoneKind
from .states import (
    Agent,
    BeingConnected,
    Call,
    Callback,
    Message,
    Offer,
    OutboundCall,
    sooner,
)
from .world import World

SAID_MAX = timedelta(seconds=60)
"""A whisper or announcement whose end is not reported by then counts as over."""

# ---- decide ------------------------------------------------------------------------------


def connect(world: World, call: Call, offer: Offer) -> Iterator[Event]:
    """Bring a live caller and the agent, whose phone is up, together once all is said.

    An outside phone has told its agent already which line it is.
    """
    if call.consultation is not None:
        yield from consulting.answered(call, call.consultation, offer)
    elif call.line.whisper and offer.phone is not PhoneKind.OUTSIDE:
        prompt = naming_prompt(world.agents[offer.agent_id], "call_intro", call.line.id)
        yield WhisperStarted(call.id, offer.agent_id, offer.leg_id, new_playback(world), prompt)
    else:
        yield from _announce(world, call, offer)


def _announce(world: World, call: Call, offer: Offer) -> Iterator[Event]:
    prompt = call.line.announcement_prompt
    if prompt is None or call.transferred_by is not None:
        yield from _let_talk(world, call, offer)
    else:
        yield AnnouncementStarted(call.id, call.leg_id, new_playback(world), prompt)


def _let_talk(world: World, call: Call, offer: Offer) -> Iterator[Event]:
    """Let the caller and the agent hear each other."""
    yield CallConnected(call.id, offer.agent_id, offer.leg_id)
    yield from calling_in.answered(world, call)


def whisper_while_dialling(
    world: World, callback: Callback, call: OutboundCall, offer: Offer
) -> Iterator[Event]:
    """Tell the agent which line it is, while the customer's phone is still to ring.

    An outside phone has told its agent already.
    """
    if callback.settings.whisper and offer.phone is not PhoneKind.OUTSIDE:
        prompt = naming_prompt(world.agents[call.agent_id], "callback_intro", callback.line_id)
        playback_id = new_playback(world)
        yield WhisperStarted(call.id, call.agent_id, call.agent_leg_id, playback_id, prompt)


def connects_at_once(call: OutboundCall) -> bool:
    """Tell whether nothing is left to be said when the customer answers."""
    return call.whisper is None and call.announcement_prompt is None


def announce_to_customer(world: World, call: OutboundCall) -> Iterator[Event]:
    """Play the announcement to a customer who has answered."""
    prompt = call.announcement_prompt
    if prompt is not None:
        yield AnnouncementStarted(call.id, call.customer_leg_id, new_playback(world), prompt)


def decide_finished(world: World, report: PromptFinished) -> Iterator[Event]:
    """Go on after a whisper, or after an announcement to a customer who was called."""
    outbound_call = world.outbound_on(report.leg_id)
    if outbound_call is not None:
        message = outbound_call.announcement
        if message is not None and message.playback_id == report.playback_id:
            yield from _announced(outbound_call, message)
        return
    agent_id = world.legs.get(report.leg_id)
    if agent_id is None:
        return
    call = _call_of(world, world.agents[agent_id])
    message = None if call is None else _whisper_of(call)
    if call is not None and message is not None and message.playback_id == report.playback_id:
        yield from _whispered(world, call, message)


def _call_of(world: World, agent: Agent) -> Call | OutboundCall | None:
    """Find the call which an agent is in, or is being connected to."""
    if agent.call_id is not None:
        return world.outbound_calls.get(agent.call_id)
    return None if agent.offer is None else world.calls.get(CallId(agent.offer.item_id))


def _whisper_of(call: Call | OutboundCall) -> Message | None:
    if isinstance(call, OutboundCall):
        return call.whisper
    return call.state.whisper if isinstance(call.state, BeingConnected) else None


def _whispered(world: World, call: Call | OutboundCall, message: Message) -> Iterator[Event]:
    yield WhisperEnded(call.id, message.playback_id)
    if isinstance(call, OutboundCall):
        yield from _connect_if_all_is_said(call)
    else:
        assert isinstance(call.state, BeingConnected)
        yield from _announce(world, call, call.state.offer)


def _announced(call: OutboundCall, message: Message) -> Iterator[Event]:
    yield AnnouncementEnded(call.id, message.playback_id)
    yield from _connect_if_all_is_said(call)


def _connect_if_all_is_said(call: OutboundCall) -> Iterator[Event]:
    if call.reached and call.whisper is None and call.announcement is None:
        yield CustomerConnected(call.id)


def announced_to_caller(world: World, call: Call, state: BeingConnected) -> Iterator[Event]:
    """Go on after the announcement to a live caller."""
    assert call.playback_id is not None
    yield AnnouncementEnded(call.id, call.playback_id)
    yield from _let_talk(world, call, state.offer)


def fire(world: World, call: Call | OutboundCall, at: datetime) -> Iterator[Event]:
    """Count as over what should have ended by now."""
    message = _whisper_of(call)
    if message is not None and at >= message.since + SAID_MAX:
        yield from _whispered(world, call, message)
    if isinstance(call, OutboundCall):
        message = call.announcement
        if message is not None and at >= message.since + SAID_MAX:
            yield from _announced(call, message)


def naming_prompt(agent: Agent, name: str, line_id: str) -> str:
    """Name a message for an agent in which the line is named."""
    return f"{agent.profile.language}/{name}@{line_id}"


# ---- evolve ------------------------------------------------------------------------------


def _whisper_started(world: World, fact: Fact, event: WhisperStarted) -> None:
    _set_whisper(
        world, event, Message(event.agent_leg_id, event.playback_id, event.prompt, fact.at)
    )


def _whisper_ended(world: World, fact: Fact, event: WhisperEnded) -> None:
    _set_whisper(world, event, None)


def _set_whisper(
    world: World, event: WhisperStarted | WhisperEnded, message: Message | None
) -> None:
    outbound_call = world.outbound_calls.get(event.call_id)
    if outbound_call is not None:
        outbound_call.whisper = message
        world.touch(outbound_call)
        return
    call = world.calls[event.call_id]
    assert isinstance(call.state, BeingConnected)
    call.state.whisper = message
    world.touch(call)


def _announcement_started(world: World, fact: Fact, event: AnnouncementStarted) -> None:
    outbound_call = world.outbound_calls.get(event.call_id)
    if outbound_call is not None:
        message = Message(event.leg_id, event.playback_id, event.prompt, fact.at)
        outbound_call.announcement = message
        world.touch(outbound_call)
        return
    call = world.calls[event.call_id]
    assert isinstance(call.state, BeingConnected)
    call.state.announced = True
    world.hear(call, event.playback_id, event.prompt)


def _announcement_ended(world: World, fact: Fact, event: AnnouncementEnded) -> None:
    outbound_call = world.outbound_calls.get(event.call_id)
    if outbound_call is not None:
        outbound_call.announcement = None
        world.touch(outbound_call)
    else:
        world.hear(world.calls[event.call_id], None, None)


def _connected(world: World, fact: Fact, event: CustomerConnected) -> None:
    world.outbound_calls[event.call_id].connected = True


# ---- react -------------------------------------------------------------------------------


def _whisper(world: World, event: WhisperStarted) -> Iterator[Effect]:
    yield PlayPrompt(event.agent_leg_id, event.playback_id, event.prompt)


def _play_announcement(world: World, event: AnnouncementStarted) -> Iterator[Effect]:
    call = world.calls.get(event.call_id)
    if call is not None and call.playback_id is not None:
        yield StopPrompt(event.leg_id, call.playback_id)
    yield PlayPrompt(event.leg_id, event.playback_id, event.prompt)


def _cut_announcement(world: World, event: ReturnedToQueue) -> Iterator[Effect]:
    call = world.calls.get(CallId(event.item_id))
    if call is None or not isinstance(call.state, BeingConnected) or not call.state.announced:
        return
    if call.playback_id is not None:
        yield StopPrompt(call.leg_id, call.playback_id)


def _join(world: World, event: CustomerConnected) -> Iterator[Effect]:
    yield join(world.outbound_calls[event.call_id])


def join(call: OutboundCall) -> Join:
    return Join(call.id, call.agent_leg_id, call.customer_leg_id)


def _restore(world: World, event: OutboundCallRestored) -> Iterator[Effect]:
    """Say again what is to be heard; what still plays, or hears each other, is not disturbed."""
    call = world.outbound_calls[event.call_id]
    if call.connected:
        yield from talking.hear_again(world, call.id)
    for message in (call.whisper, call.announcement):
        if message is not None:
            yield PlayPrompt(message.leg_id, message.playback_id, message.prompt)


def whisper_again(call: Call) -> Iterator[Effect]:
    """Let the agent of a live call that was found again hear the whisper to its end."""
    message = _whisper_of(call)
    if message is not None:
        yield PlayPrompt(message.leg_id, message.playback_id, message.prompt)


# ---- next deadline -----------------------------------------------------------------------


def next_deadline(call: Call | OutboundCall) -> datetime | None:
    """Name the instant at which a message counts as over, though its end is not reported."""
    announcement = call.announcement if isinstance(call, OutboundCall) else None
    return sooner(_over_at(_whisper_of(call)), _over_at(announcement))


def _over_at(message: Message | None) -> datetime | None:
    return None if message is None else message.since + SAID_MAX


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    WhisperStarted: _whisper_started,
    WhisperEnded: _whisper_ended,
    AnnouncementStarted: _announcement_started,
    AnnouncementEnded: _announcement_ended,
    CustomerConnected: _connected,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    WhisperStarted: _whisper,
    AnnouncementStarted: _play_announcement,
    CustomerConnected: _join,
    ReturnedToQueue: _cut_announcement,
    OutboundCallRestored: _restore,
}
