"""Halting all callbacks of an account: none is offered or dialled until somebody resumes them.

After a backup was restored nobody knows who has been called back since; the same holds wherever
somebody wants no customer to be called for a while. Whoever asks meanwhile waits with the others.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from .events import (
    CallbackHeld,
    CallbackReleased,
    CallbackRequested,
    CallbacksHalted,
    CallbacksResumed,
    Event,
    Fact,
    HoldCause,
    OffersWithdrawn,
    RequestMode,
    WithdrawalCause,
)
from .inputs import HaltCallbacks, ResumeCallbacks
from .world import World

# ---- decide ------------------------------------------------------------------------------


def decide_halt(world: World, request: HaltCallbacks, at: datetime) -> Iterator[Event]:
    """Hold all that is automated and take its cards back; what is dialled already goes on."""
    if world.callbacks_halted:
        return
    yield CallbacksHalted()
    for callback in tuple(world.callbacks.values()):
        if callback.mode is RequestMode.MANUAL:
            continue
        yield CallbackHeld(callback.id, HoldCause.HALTED, None)
        if callback.stay is not None and callback.stay.offers:
            yield OffersWithdrawn(callback.id, tuple(callback.stay.offers), WithdrawalCause.HELD)


def decide_resume(world: World, request: ResumeCallbacks, at: datetime) -> Iterator[Event]:
    if not world.callbacks_halted:
        return
    yield CallbacksResumed()
    for callback in tuple(world.callbacks.values()):
        if HoldCause.HALTED in callback.holds:
            yield CallbackReleased(callback.id, HoldCause.HALTED)


# ---- follow ------------------------------------------------------------------------------


def _hold_with_the_others(world: World, event: CallbackRequested) -> Iterator[Event]:
    if world.callbacks_halted and event.mode is RequestMode.AUTOMATED:
        yield CallbackHeld(event.callback_id, HoldCause.HALTED, None)


# ---- evolve ------------------------------------------------------------------------------


def _halted(world: World, fact: Fact, event: CallbacksHalted) -> None:
    world.callbacks_halted = True


def _resumed(world: World, fact: Fact, event: CallbacksResumed) -> None:
    world.callbacks_halted = False


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    HaltCallbacks: decide_halt,
    ResumeCallbacks: decide_resume,
}
FOLLOW: dict[type[Any], Callable[[World, Any], Iterator[Event]]] = {
    CallbackRequested: _hold_with_the_others,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    CallbacksHalted: _halted,
    CallbacksResumed: _resumed,
}
