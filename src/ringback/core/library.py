"""The messages of the company's own: kept, renamed, and removed once nothing uses them (R2)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from .events import Event, Fact, MessageKept, MessageRemoved, MessageRenamed
from .flow import Flow
from .flow_check import prompts_of
from .ids import FlowId
from .inputs import KeepMessage, RemoveMessage, RenameMessage
from .refusals import Refusal, RefusalCode
from .settings import CallbackSettings, KeptMessage, Line
from .world import World

MESSAGES_MAX = 1_000
KEPT = "message/"
"""What the references of kept messages begin with; no other reference does."""


class UseKind(StrEnum):
    """What names a message."""

    LINE = "line"
    FLOW = "flow"
    CALLBACKS = "callbacks"
    """Open or listed callbacks, in the version and with the settings of their request (R4)."""
    CALLS = "calls"


@dataclass(frozen=True, slots=True)
class Use:
    """What uses a message: a line, a flow, or so many calls or callbacks of a line."""

    kind: UseKind
    id: str
    count: int = 1


# ---- questions ---------------------------------------------------------------------------


def uses_of(world: World, prompt: str) -> list[Use]:
    """List all that would miss a message: lines, flows in force, and who is on the way (R4)."""
    return all_uses(world).get(prompt, [])


def all_uses(world: World) -> dict[str, list[Use]]:
    """List the uses of every message that has any."""
    counted = Counter(
        (prompt, kind, user) for kind, user, named in _naming(world) for prompt in named
    )
    uses: dict[str, list[Use]] = {}
    for (prompt, kind, user), count in counted.items():
        uses.setdefault(prompt, []).append(Use(kind, user, count))
    return uses


def ever_named(world: World) -> set[str]:
    """Name the messages that anything uses, or that a version or draft of a flow may use again."""
    flows = [flow for each in world.flows.values() for flow in each.versions.values()]
    flows += [draft.flow for draft in world.drafts.values()]
    return {*all_uses(world), *(prompt for flow in flows for prompt in _of_flow(flow))}


def _naming(world: World) -> Iterator[tuple[UseKind, str, Iterable[str]]]:
    """Give all that names messages, each message once."""
    of_flow: dict[tuple[FlowId, int], dict[str, None]] = {}

    def named_by(flow: Flow, version: int, others: Iterable[str]) -> dict[str, None]:
        by_flow = of_flow.setdefault((flow.id, version), dict.fromkeys(_of_flow(flow)))
        return by_flow | dict.fromkeys(others)

    for line in world.lines.values():
        yield UseKind.LINE, line.id, dict.fromkeys(of_line(line))
    for flow_id, published in world.flows.items():
        in_force = published.versions[published.current]
        yield UseKind.FLOW, flow_id, dict.fromkeys(_of_flow(in_force))
    for callback in (*world.callbacks.values(), *world.follow_ups.values()):
        settings = _of_settings(callback.settings)
        named = named_by(callback.flow, callback.flow_version, settings)
        yield UseKind.CALLBACKS, callback.line_id, named
    for call in world.calls.values():
        named = named_by(call.flow, call.flow_version, of_line(call.line))
        yield UseKind.CALLS, call.line.id, named


def of_line(line: Line) -> Iterator[str]:
    """Name the messages that a line may play, whatever its flow."""
    yield from _of_settings(line.callbacks)
    yield line.apology_prompt
    yield line.cannot_call_back_prompt
    if line.announcement_prompt is not None:
        yield line.announcement_prompt


def _of_settings(callbacks: CallbackSettings) -> Iterator[str]:
    yield callbacks.confirmation_prompt
    if callbacks.announcement_prompt is not None:
        yield callbacks.announcement_prompt


def _of_flow(flow: Flow) -> Iterator[str]:
    return (prompt for step in flow.steps for prompt in prompts_of(step))


def removed_from(world: World, flow: Flow) -> list[str]:
    """Name the messages of a flow that were kept once, or never, and are not any more."""
    return _not_kept(world, _of_flow(flow))


def refuse_unkept(world: World, line: Line) -> None:
    """Refuse a line that names a message which is not kept."""
    for prompt in _not_kept(world, of_line(line)):
        raise Refusal(RefusalCode.UNKNOWN_MESSAGE, prompt=prompt)


def _not_kept(world: World, prompts: Iterable[str]) -> list[str]:
    return [each for each in prompts if each.startswith(KEPT) and each not in world.messages]


# ---- decide ------------------------------------------------------------------------------


def decide_keep(world: World, request: KeepMessage, at: datetime) -> Iterator[Event]:
    """Keep a message under a name of its own; the same sound under the same name is kept once."""
    message = request.message
    kept = world.messages.get(message.prompt)
    if kept is not None and _is_same_name(kept.name, message.name):
        return
    if kept is not None:
        raise Refusal(RefusalCode.MESSAGE_ALREADY_KEPT, prompt=kept.prompt, name=kept.name)
    _refuse_taken(world, message.name, message.prompt)
    if len(world.messages) >= MESSAGES_MAX:
        raise Refusal(RefusalCode.TOO_MANY_MESSAGES, maximum=MESSAGES_MAX)
    yield MessageKept(message)


def decide_rename(world: World, request: RenameMessage, at: datetime) -> Iterator[Event]:
    message = _known(world, request.prompt)
    _refuse_taken(world, request.new_name, request.prompt)
    if message.name != request.new_name:
        yield MessageRenamed(request.prompt, request.new_name)


def decide_remove(world: World, request: RemoveMessage, at: datetime) -> Iterator[Event]:
    """Remove a message that nothing uses, or refuse naming all that does."""
    message = _known(world, request.prompt)
    used_by = uses_of(world, request.prompt)
    if used_by:
        raise Refusal(
            RefusalCode.MESSAGE_IN_USE, prompt=message.prompt, name=message.name, used_by=used_by
        )
    yield MessageRemoved(request.prompt)


def _known(world: World, prompt: str) -> KeptMessage:
    message = world.messages.get(prompt)
    if message is None:
        raise Refusal(RefusalCode.UNKNOWN_MESSAGE, prompt=prompt)
    return message


def _refuse_taken(world: World, name: str, prompt: str) -> None:
    for message in world.messages.values():
        if message.prompt != prompt and _is_same_name(message.name, name):
            raise Refusal(RefusalCode.MESSAGE_NAME_TAKEN, name=message.name, prompt=message.prompt)


def _is_same_name(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


# ---- evolve ------------------------------------------------------------------------------


def _kept(world: World, fact: Fact, event: MessageKept) -> None:
    world.messages[event.message.prompt] = event.message


def _renamed(world: World, fact: Fact, event: MessageRenamed) -> None:
    world.messages[event.prompt] = replace(world.messages[event.prompt], name=event.new_name)


def _removed(world: World, fact: Fact, event: MessageRemoved) -> None:
    del world.messages[event.prompt]
    world.offer_marks.pop(event.prompt, None)


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    KeepMessage: decide_keep,
    RenameMessage: decide_rename,
    RemoveMessage: decide_remove,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    MessageKept: _kept,
    MessageRenamed: _renamed,
    MessageRemoved: _removed,
}
