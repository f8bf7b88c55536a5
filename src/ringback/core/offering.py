"""Whether callers of a line are told that they may press `*` (R3)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from .events import Event, Fact, MessageMarked
from .flow import AudioStep, Flow, FlowProblem, RingStep
from .inputs import MarkMessage
from .settings import CallbackMode, Line
from .world import World

READY_OFFERS = ("en/offer", "fr/offer")
"""The ready messages that tell callers to press `*`, whatever else is marked."""


def offers_callbacks(world: World, prompt: str) -> bool:
    """Tell whether a message tells callers to press `*`: as it was marked, or as it is ready."""
    return world.offer_marks.get(prompt, prompt in READY_OFFERS)


def has_offer(world: World, flow: Flow) -> bool:
    """Tell whether `*` is offered where it counts: in an audio step or a waiting experience."""
    return any(offers_callbacks(world, prompt) for prompt in _where_star_counts(flow))


def _where_star_counts(flow: Flow) -> Iterator[str]:
    for step in flow.steps:
        match step:
            case AudioStep(prompt=prompt):
                yield prompt
            case RingStep(waiting=waiting):
                yield from waiting.messages
            case _:
                pass


def silent_lines(world: World, flow: Flow) -> list[FlowProblem]:
    """Warn of each line whose callers may ask for callbacks in this flow and never hear of it."""
    asking = [
        line
        for line in world.lines.values()
        if line.flow_id == flow.id and line.callbacks.mode is not CallbackMode.OFF
    ]
    if not asking or has_offer(world, flow):
        return []
    return [FlowProblem("no-offer", None, line.id) for line in asking]


def line_warnings(world: World, line: Line) -> list[FlowProblem]:
    """Warn when a line allows callbacks and its flow, as it is in force, never says so."""
    published = world.flows[line.flow_id]
    if line.callbacks.mode is CallbackMode.OFF:
        return []
    if has_offer(world, published.versions[published.current]):
        return []
    return [FlowProblem("no-offer", None, line.id)]


def decide_mark(world: World, request: MarkMessage, at: datetime) -> Iterator[Event]:
    if offers_callbacks(world, request.prompt) is not request.offers_callbacks:
        yield MessageMarked(request.prompt, request.offers_callbacks)


def _marked(world: World, fact: Fact, event: MessageMarked) -> None:
    world.offer_marks[event.prompt] = event.offers_callbacks


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    MarkMessage: decide_mark,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    MessageMarked: _marked,
}
