"""Counts what the core's facts tell of a run: who was served, who gave up, who was called back."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from ringback.core.events import (
    AgentFreed,
    AgentStatusSet,
    CallbackClosed,
    CallbackRequested,
    CallBegan,
    CallConnected,
    CallEnded,
    Fact,
    HandCallStarted,
    OfferAccepted,
    QueueJoined,
    RequestJoined,
)
from ringback.core.ids import AgentId, CallbackId, CallId, ItemId, LineId
from ringback.core.outcomes import CallEnding, Outcome, OutcomeKind
from ringback.core.settings import AgentStatus


@dataclass(frozen=True, slots=True)
class Wait:
    """When somebody began to wait on which line, and for how many seconds."""

    since: datetime
    seconds: float
    line_id: LineId


@dataclass(slots=True)
class Tally:
    """The counts so far."""

    calls: int = 0
    left_early: int = 0
    turned_away: int = 0
    requested: int = 0
    joined_earlier_request: int = 0
    served: list[Wait] = field(default_factory=list)
    abandoned: list[Wait] = field(default_factory=list)
    called_back: list[Wait] = field(default_factory=list)
    """Callbacks that were dialled: from the request until an agent accepted (R42)."""
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    online: timedelta = timedelta(0)
    talking: timedelta = timedelta(0)
    wrapping_up: timedelta = timedelta(0)
    until: datetime | None = None
    _lines: dict[CallId, LineId] = field(default_factory=dict)
    _joined: dict[ItemId, datetime] = field(default_factory=dict)
    _requested: dict[CallbackId, tuple[datetime, LineId]] = field(default_factory=dict)
    _accepted: dict[ItemId, datetime] = field(default_factory=dict)
    _busy: dict[AgentId, datetime] = field(default_factory=dict)
    _online: dict[AgentId, datetime] = field(default_factory=dict)

    @property
    def reached_queue(self) -> int:
        """Count the calls that reached a queue and whose wait is over, however it ended."""
        asked = self.requested + self.joined_earlier_request
        return len(self.served) + len(self.abandoned) + self.turned_away + asked

    @property
    def abandoned_share(self) -> float:
        reached = self.reached_queue
        return len(self.abandoned) / reached if reached else 0.0

    @property
    def occupancy(self) -> float:
        """Tell which part of their time online agents talked or wrapped up."""
        busy = self.talking + self.wrapping_up
        return busy / self.online if self.online else 0.0

    def outcomes_of(self, kind: OutcomeKind) -> int:
        return sum(number for outcome, number in self.outcomes.items() if outcome.kind is kind)

    def counters(self) -> dict[type[Any], Callable[[Fact, Any], None]]:
        """Map each kind of event that counts to what counts it."""
        return {
            CallBegan: self._count_call,
            QueueJoined: self._note_joined,
            CallConnected: self._count_served,
            CallEnded: self._count_ending,
            CallbackRequested: self._count_request,
            RequestJoined: self._count_joined_request,
            OfferAccepted: self._note_accepted,
            HandCallStarted: self._note_called_by_hand,
            CallbackClosed: self._count_outcome,
            AgentFreed: self._add_talk,
            AgentStatusSet: self._add_online,
        }

    def close(self, at: datetime) -> None:
        """End the count at this instant: who is still at work was so until here."""
        self.until = at
        for since in self._online.values():
            self.online += at - since
        self._online.clear()

    def _count_call(self, fact: Fact, event: CallBegan) -> None:
        self.calls += 1
        self._lines[event.call_id] = event.line_id

    def _note_joined(self, fact: Fact, event: QueueJoined) -> None:
        self._joined.setdefault(event.item_id, fact.at)

    def _count_served(self, fact: Fact, event: CallConnected) -> None:
        self._add_wait(self.served, event.call_id, fact.at)

    def _count_ending(self, fact: Fact, event: CallEnded) -> None:
        match event.ending:
            case CallEnding.CALLER_HUNG_UP if event.call_id in self._joined:
                self._add_wait(self.abandoned, event.call_id, fact.at)
            case CallEnding.CALLER_HUNG_UP if event.call_id not in self._accepted:
                self.left_early += 1
            case CallEnding.FLOW_ENDED:
                self.turned_away += 1
            case _:
                pass
        self._joined.pop(event.call_id, None)
        self._lines.pop(event.call_id, None)
        self._accepted.pop(event.call_id, None)

    def _add_wait(self, waits: list[Wait], call_id: CallId, at: datetime) -> None:
        since = self._joined.pop(call_id)
        waits.append(Wait(since, (at - since).total_seconds(), self._lines[call_id]))

    def _count_request(self, fact: Fact, event: CallbackRequested) -> None:
        self.requested += 1
        self._requested[event.callback_id] = (fact.at, event.line_id)

    def _count_joined_request(self, fact: Fact, event: RequestJoined) -> None:
        self.joined_earlier_request += 1

    def _note_accepted(self, fact: Fact, event: OfferAccepted) -> None:
        self._accepted[event.item_id] = fact.at
        self._busy[event.agent_id] = fact.at

    def _note_called_by_hand(self, fact: Fact, event: HandCallStarted) -> None:
        self._accepted[event.callback_id] = fact.at
        self._busy[event.agent_id] = fact.at

    def _count_outcome(self, fact: Fact, event: CallbackClosed) -> None:
        self.outcomes[event.outcome] += 1
        since, line_id = self._requested.pop(event.callback_id)
        accepted = self._accepted.pop(event.callback_id, None)
        self._joined.pop(event.callback_id, None)
        if event.outcome.kind in (OutcomeKind.COMPLETED, OutcomeKind.NOT_REACHED) and accepted:
            seconds = (accepted - since).total_seconds()
            self.called_back.append(Wait(since, seconds, line_id))

    def _add_talk(self, fact: Fact, event: AgentFreed) -> None:
        self.talking += fact.at - self._busy.pop(event.agent_id, fact.at)
        if event.wrap_up_until is not None:
            self.wrapping_up += event.wrap_up_until - fact.at

    def _add_online(self, fact: Fact, event: AgentStatusSet) -> None:
        if event.status is AgentStatus.ONLINE:
            self._online.setdefault(event.agent_id, fact.at)
        else:
            self.online += fact.at - self._online.pop(event.agent_id, fact.at)
