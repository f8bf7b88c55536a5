"""Menu steps: a caller chooses by key, or makes no choice (R5, R17)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from .effects import Effect, PlayPrompt, StopPrompt
from .events import Event, Fact, FarewellSaid, MenuLeft, MenuStarted
from .flow import MenuStep
from .flow_runner import find_step, new_playback, run_call
from .ids import StepId
from .states import Call, InMenu, Moving
from .world import World

# ---- decide ------------------------------------------------------------------------------


def press(world: World, call: Call, digit: str, at: datetime) -> Iterator[Event]:
    """A key of the menu leads on; any other, `*` included, is asked about again."""
    menu, step = _menu(call)
    for choice in step.choices:
        if choice.digit == digit:
            yield from _leave(world, call, digit, choice.next, at)
            return
    yield from _ask_again(world, call, menu, step, at)


def fire(world: World, call: Call, at: datetime) -> Iterator[Event]:
    """No key came in time."""
    menu, step = _menu(call)
    if menu.answer_until is not None and at >= menu.answer_until:
        yield from _ask_again(world, call, menu, step, at)


def _ask_again(
    world: World, call: Call, menu: InMenu, step: MenuStep, at: datetime
) -> Iterator[Event]:
    if menu.time_number < step.times:
        playback_id = new_playback(world)
        yield MenuStarted(call.id, step.id, playback_id, step.prompt, menu.time_number + 1)
    else:
        yield from _leave(world, call, None, step.no_choice, at)


def _leave(
    world: World, call: Call, digit: str | None, next_step: StepId | None, at: datetime
) -> Iterator[Event]:
    assert isinstance(call.state, InMenu)
    yield MenuLeft(call.id, call.state.step_id, digit, next_step)
    if next_step is None:
        yield FarewellSaid(call.id)
    else:
        yield from run_call(world, call, at)


def _menu(call: Call) -> tuple[InMenu, MenuStep]:
    assert isinstance(call.state, InMenu)
    step = find_step(call.flow, call.state.step_id)
    assert isinstance(step, MenuStep)
    return call.state, step


# ---- evolve ------------------------------------------------------------------------------


def _started(world: World, fact: Fact, event: MenuStarted) -> None:
    call = world.calls[event.call_id]
    call.state = InMenu(event.step_id, fact.at, event.time_number)
    call.audio_ended_at = None
    world.hear(call, event.playback_id, event.prompt)


def _left(world: World, fact: Fact, event: MenuLeft) -> None:
    call = world.calls[event.call_id]
    world.hear(call, None, None)
    if event.next_step_id is not None:
        call.state = Moving(event.next_step_id)


# ---- react -------------------------------------------------------------------------------


def _ask(world: World, event: MenuStarted) -> Iterator[Effect]:
    yield from _silence(world.calls[event.call_id])
    yield PlayPrompt(world.calls[event.call_id].leg_id, event.playback_id, event.prompt)


def _stop(world: World, event: MenuLeft) -> Iterator[Effect]:
    yield from _silence(world.calls[event.call_id])


def _silence(call: Call) -> Iterator[Effect]:
    if call.playback_id is not None:
        yield StopPrompt(call.leg_id, call.playback_id)


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    MenuStarted: _started,
    MenuLeft: _left,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    MenuStarted: _ask,
    MenuLeft: _stop,
}
