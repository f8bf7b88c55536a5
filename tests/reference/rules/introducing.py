"""What is said before agent and customer hear each other (R29)."""

from .by_hand import customer_talks
from .parts import Call, Callback, HandCall, World
from .questions import callback_of, communication_of, place_of
from .situations import Situation, meet
from .walking import enter, next_key, play


def introduce(world: World, call: Call) -> None:
    """The whisper first; a phone outside has told its agent which line it is already."""
    agent = world.agents[call.agent or ""]
    if call.line_at_arrival.whisper and not agent.outside:
        meet(world, Situation.WHISPERED)
        call.whispered_since = world.now
    else:
        announce(world, call)


def announce(world: World, call: Call) -> None:
    if call.line_at_arrival.announcement and call.transferred_by is None:
        meet(world, Situation.ANNOUNCED)
        call.announced_since = world.now
        play(world, call)
    else:
        talk(world, call)


def talk(world: World, call: Call) -> None:
    call.announced_since = None
    enter(world, call, "talking", playing=False)
    call.answered_as, place = next_key(world), place_of(call)
    answer = (call.flow, place.step, world.now, world.now - place.joined_at)
    world.answered.append(answer)
    if call.answered_at is None and place.step not in [step.name for step in call.own_steps]:
        call.answered_at = place.step
    if call.inbound:
        customer_talks(world, call)


def whisper_while_dialling(world: World, dialled: Callback | HandCall) -> None:
    outside = world.agents[dialled.agent or ""].outside
    if callback_of(world, dialled).settings.whisper and not outside:
        meet(world, Situation.WHISPERED_DIALLING)
        dialled.whispered_since = world.now


def announce_to_customer(world: World, reached: Callback | HandCall) -> None:
    if callback_of(world, reached).settings.announcement:
        meet(world, Situation.ANNOUNCED_TO_CUSTOMER)
        reached.announced_since = world.now


def whisper_heard(world: World, name: str) -> None:
    item = communication_of(world, world.agents[name])
    if item is not None and item.whispered_since is not None:
        whisper_over(world, item)


def whisper_over(world: World, item: Call | Callback | HandCall) -> None:
    item.whispered_since = None
    if isinstance(item, Call):
        announce(world, item)


def announcement_over(world: World, item: Call | Callback | HandCall) -> None:
    if isinstance(item, Call):
        talk(world, item)
    else:
        item.announced_since = None
