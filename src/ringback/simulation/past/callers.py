"""What the callers of a past day did, as the journal tells it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ringback.core.events import (
    CallbackRequested,
    CallBegan,
    CallConnected,
    CallEnded,
    CustomerReached,
    DialFailed,
    DialIntended,
    Fact,
    HandCallStarted,
    MenuLeft,
    MenuStarted,
    QueueJoined,
    RequestJoined,
    RequestMode,
    RequestNotGranted,
)
from ringback.core.ids import AgentId, CallbackId, CallId, CustomerId, LineId
from ringback.core.inputs import FailureCause
from ringback.core.outcomes import CallEnding
from ringback.core.settings import Destination


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """What a caller did in one menu: a digit after so many seconds, or None for no choice."""

    digit: str | None
    after: float


@dataclass(slots=True)
class PastCallback:
    """What became of a request, as far as the customer and the agents' hands are concerned."""

    requested_at: datetime
    mode: RequestMode
    by_hand_at: datetime | None = None
    by_hand: AgentId | None = None
    dialled_at: datetime | None = None
    reached_at: datetime | None = None
    talked_until: datetime | None = None
    failure: FailureCause | None = None


@dataclass(slots=True)
class PastCall:
    """One call of the day."""

    id: CallId
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination
    began_at: datetime
    callbacks_allowed: bool
    """Whether `*` meant something on its line at that moment."""
    keys: list[KeyPressed] = field(default_factory=list)
    menu_since: datetime | None = None
    joined_at: datetime | None = None
    asked_at: datetime | None = None
    connected_at: datetime | None = None
    ended_at: datetime | None = None
    ending: CallEnding | None = None
    callback: PastCallback | None = None

    @property
    def hung_up_waiting(self) -> bool:
        return self._hung_up and self.joined_at is not None

    @property
    def hung_up_before(self) -> bool:
        """Tell whether the caller left before any queue."""
        return self._hung_up and self.joined_at is None

    @property
    def _hung_up(self) -> bool:
        return self.ending is CallEnding.CALLER_HUNG_UP and self.connected_at is None

    @property
    def waited(self) -> float:
        """Tell for how many seconds the caller was seen to wait in queues, whatever ended it."""
        until = self.connected_at or self.asked_at or self.ended_at
        if self.joined_at is None or until is None:
            return 0.0
        return max(0.0, (until - self.joined_at).total_seconds())

    @property
    def talked(self) -> float | None:
        """Tell the seconds of the conversation, live or called back, if it is over."""
        if self.connected_at is not None and self.ended_at is not None:
            return (self.ended_at - self.connected_at).total_seconds()
        back = self.callback
        if back is not None and back.reached_at is not None and back.talked_until is not None:
            return (back.talked_until - back.reached_at).total_seconds()
        return None


class CallReader:
    """Follows calls and their callbacks through the facts."""

    def __init__(self, allows_callbacks: Callable[[LineId], bool]) -> None:
        self.calls: dict[CallId, PastCall] = {}
        self._allows_callbacks = allows_callbacks
        self._callbacks: dict[CallbackId, PastCallback] = {}
        self._outbound: dict[CallId, PastCallback] = {}
        self._readers: dict[type[Any], Callable[[Fact, Any], None]] = {
            CallBegan: self._began,
            MenuStarted: self._menu_started,
            MenuLeft: self._menu_left,
            QueueJoined: self._joined,
            CallbackRequested: self._requested,
            RequestJoined: self._request_joined,
            RequestNotGranted: self._not_granted,
            CallConnected: self._connected,
            CallEnded: self._ended,
            HandCallStarted: self._called_by_hand,
            DialIntended: self._dialled,
            CustomerReached: self._reached,
            DialFailed: self._failed,
        }

    def read(self, fact: Fact) -> None:
        """Take one fact; what is not about calls says nothing here."""
        reader = self._readers.get(type(fact.event))
        if reader is not None:
            reader(fact, fact.event)

    def names(self, event: Any) -> bool:
        """Tell whether an event is about one of these calls or callbacks."""
        return (
            getattr(event, "call_id", None) in self.calls
            or getattr(event, "callback_id", None) in self._callbacks
            or getattr(event, "item_id", None) in self.calls
            or getattr(event, "item_id", None) in self._callbacks
        )

    def _began(self, fact: Fact, event: CallBegan) -> None:
        self.calls[event.call_id] = PastCall(
            event.call_id,
            event.line_id,
            event.customer_id,
            event.destination,
            fact.at,
            self._allows_callbacks(event.line_id),
        )

    def _menu_started(self, fact: Fact, event: MenuStarted) -> None:
        call = self.calls.get(event.call_id)
        if call is not None and event.time_number == 1:
            call.menu_since = fact.at

    def _menu_left(self, fact: Fact, event: MenuLeft) -> None:
        call = self.calls.get(event.call_id)
        if call is not None and call.menu_since is not None:
            after = (fact.at - call.menu_since).total_seconds()
            call.keys.append(KeyPressed(event.digit, after))

    def _joined(self, fact: Fact, event: QueueJoined) -> None:
        call = self.calls.get(CallId(event.item_id))
        if call is not None and call.joined_at is None:
            call.joined_at = fact.at

    def _requested(self, fact: Fact, event: CallbackRequested) -> None:
        call = None if event.call_id is None else self._asked(fact, event.call_id)
        if call is not None:
            call.callback = PastCallback(fact.at, event.mode)
            self._callbacks[event.callback_id] = call.callback

    def _request_joined(self, fact: Fact, event: RequestJoined) -> None:
        if event.call_id is not None:
            self._asked(fact, event.call_id)

    def _not_granted(self, fact: Fact, event: RequestNotGranted) -> None:
        self._asked(fact, event.call_id)

    def _asked(self, fact: Fact, call_id: CallId) -> PastCall | None:
        call = self.calls.get(call_id)
        if call is not None and call.asked_at is None:
            call.asked_at = fact.at
        return call

    def _connected(self, fact: Fact, event: CallConnected) -> None:
        call = self.calls.get(event.call_id)
        if call is not None:
            call.connected_at = fact.at

    def _ended(self, fact: Fact, event: CallEnded) -> None:
        call = self.calls.get(event.call_id)
        if call is not None:
            call.ended_at, call.ending = fact.at, event.ending
        back = self._outbound.pop(event.call_id, None)
        if back is not None:
            back.talked_until = fact.at

    def _called_by_hand(self, fact: Fact, event: HandCallStarted) -> None:
        back = self._callbacks.get(event.callback_id)
        if back is not None and back.by_hand_at is None:
            back.by_hand_at, back.by_hand = fact.at, event.agent_id

    def _dialled(self, fact: Fact, event: DialIntended) -> None:
        back = self._callbacks.get(event.callback_id)
        if back is not None and back.reached_at is None:
            back.dialled_at = fact.at
            self._outbound[event.call_id] = back

    def _reached(self, fact: Fact, event: CustomerReached) -> None:
        back = self._outbound.get(event.call_id)
        if back is not None:
            back.reached_at = fact.at

    def _failed(self, fact: Fact, event: DialFailed) -> None:
        back = self._outbound.get(event.call_id)
        if back is not None:
            back.failure = event.cause
