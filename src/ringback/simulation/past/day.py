"""A past day of one's own journal, read so that it can be played again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median
from typing import Any

from ringback.core.events import (
    AgentFreed,
    AgentStatusSet,
    AudioStarted,
    CallbackRequested,
    CallBegan,
    ConfirmationStarted,
    Fact,
    NoticeStarted,
    PhoneSystemWentAway,
    PromptEnded,
    WaitEstimated,
)
from ringback.core.ids import PlaybackId
from ringback.core.inputs import Input
from ringback.core.settings import AgentStatus, CallbackMode
from ringback.core.step import evolve
from ringback.core.world import World
from ringback.simulation.call_list import Fate, ListedCall
from ringback.simulation.patience import EstimatedPatience, estimate
from ringback.simulation.tally import Tally

from .callers import CallReader, PastCall
from .staff import Conduct, StaffReader, found_again

AFTERMATH = timedelta(hours=24)
"""How long after the day its calls and callbacks, and who is at work, are followed."""


class DayFault(StrEnum):
    """Why a day cannot be replayed, as a stable code."""

    NO_CALLS = "no-calls-that-day"
    UNKNOWN_LINE = "unknown-line"
    WRONG = "day-wrong"


class DayWrong(Exception):
    """A day that cannot be replayed; the text says why."""

    def __init__(self, text: str, fault: DayFault = DayFault.WRONG, **data: object) -> None:
        super().__init__(text)
        self.fault = fault
        self.data = data


@dataclass(frozen=True, slots=True)
class PastDay:
    """Everything that a replay takes; `seen` is what really happened, counted alike."""

    begins: datetime
    until: datetime
    founding: tuple[Input, ...]
    happenings: tuple[tuple[datetime, Input], ...]
    calls: tuple[PastCall, ...]
    conduct: Conduct
    patience: EstimatedPatience
    """When callers hang up, in seconds of waiting."""
    pressing: EstimatedPatience
    """When callers press `*` where that means something, in seconds of waiting."""
    message_seconds: Mapping[str, float]
    seen: Tally
    under_way: int
    """Calls and callbacks that were open when the day began; they are not replayed."""
    phone_system_losses: int


def read_day(facts: Iterable[Fact], begins: datetime, until: datetime) -> PastDay:
    """Read a journal from its beginning. Raises `DayWrong` if no call began on that day.

    Patience, `*` and messages' lengths are learned from all calls up to the end of the day.
    """
    reader = _DayReader(begins, until)
    for fact in facts:
        if fact.at >= until + AFTERMATH:
            break
        reader.read(fact)
    return reader.finish()


class _DayReader:
    def __init__(self, begins: datetime, until: datetime) -> None:
        self._begins, self._until = begins, until
        self._world = World()
        self._before = CallReader(self._allows_callbacks)
        self._calls = CallReader(self._allows_callbacks)
        self._staff = StaffReader()
        self._messages = _MessageLengths()
        self._seen = Tally()
        self._counters = self._seen.counters()
        self._founding: tuple[Input, ...] | None = None
        self._under_way = 0
        self._losses = 0

    def read(self, fact: Fact) -> None:
        if fact.at < self._begins:
            self._before.read(fact)
        else:
            self._read_day(fact)
        self._messages.read(fact)
        evolve(self._world, fact)

    def finish(self) -> PastDay:
        calls = tuple(self._calls.calls.values())
        if not calls:
            raise DayWrong("No call came in between these two instants.", DayFault.NO_CALLS)
        self._seen.close(self._until)
        known = (*self._before.calls.values(), *calls)
        return PastDay(
            self._begins,
            self._until,
            self._founding or (),
            tuple(self._staff.happenings),
            calls,
            self._staff.conduct,
            estimate(_ended_waiting(call, by=call.hung_up_waiting) for call in known),
            estimate(
                _ended_waiting(call, by=call.asked_at is not None)
                for call in known
                if call.callbacks_allowed
            ),
            self._messages.medians(),
            self._seen,
            self._under_way,
            self._losses,
        )

    def _read_day(self, fact: Fact) -> None:
        if self._founding is None:
            self._open()
        event = fact.event
        in_day = fact.at < self._until
        if in_day or not isinstance(event, CallBegan):
            self._calls.read(fact)
        self._staff.read(fact)
        self._losses += in_day and isinstance(event, PhoneSystemWentAway)
        if self._counts(event, in_day=in_day):
            count = self._counters.get(type(event))
            if count is not None:
                count(fact, event)

    def _open(self) -> None:
        world = self._world
        self._founding = tuple(found_again(world))
        self._under_way = len(world.calls) + len(world.callbacks)
        for agent in world.agents.values():
            if agent.status is AgentStatus.ONLINE:
                online = AgentStatusSet(agent.id, AgentStatus.ONLINE)
                self._counters[AgentStatusSet](
                    Fact(world.sequence, self._begins, "", "", online), online
                )

    def _counts(self, event: Any, *, in_day: bool) -> bool:
        if isinstance(event, AgentStatusSet | AgentFreed):
            return in_day
        return self._calls.names(event) or isinstance(event, CallbackRequested)

    def _allows_callbacks(self, line_id: Any) -> bool:
        return self._world.lines[line_id].callbacks.mode is not CallbackMode.OFF


class _MessageLengths:
    """How long each message was heard when it was heard to its end."""

    def __init__(self) -> None:
        self._playing: dict[PlaybackId, tuple[str, datetime]] = {}
        self._lengths: dict[str, list[float]] = {}

    def read(self, fact: Fact) -> None:
        match fact.event:
            case (
                AudioStarted(playback_id=playback_id, prompt=prompt)
                | NoticeStarted(playback_id=playback_id, prompt=prompt)
                | WaitEstimated(playback_id=str(playback_id), prompt=str(prompt))
                | ConfirmationStarted(playback_id=playback_id, prompt=prompt)
            ):
                self._playing[playback_id] = prompt, fact.at
            case PromptEnded(playback_id=playback_id):
                prompt, since = self._playing.pop(playback_id, ("", fact.at))
                self._lengths.setdefault(prompt, []).append((fact.at - since).total_seconds())
            case _:
                pass

    def medians(self) -> dict[str, float]:
        return {prompt: median(lengths) for prompt, lengths in self._lengths.items()}


def _ended_waiting(call: PastCall, *, by: bool) -> ListedCall:
    """Show a wait to an estimate: ended by what is estimated, or by something else before."""
    fate = Fate.HUNG_UP if by else Fate.SERVED
    return ListedCall(call.id, 0.0, fate=fate, waited=call.waited)
