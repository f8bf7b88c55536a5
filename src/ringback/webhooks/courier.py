"""Carries the events of one run to one webhook: those of one customer in order, each surely."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from ringback.core.events import Fact
from ringback.telling import Delivery, DeliveryState, WebhookRun

from .sending import Attempt
from .tail import Tail

CARRIED_MAX = 200
"""Events on their way at once; the others wait in the journal."""
AT_ONCE_MAX = 8
"""Tries of one run at the same time."""
LATER_MAX = 2_000
"""Events of which something is still to be told at its time."""
PASSED_OVER_MAX = 2_000
"""After so many facts of which nothing is told, the cursor is noted all the same."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and for how long a delivery is tried, and a webhook that takes nothing is kept."""

    first_pause: timedelta = timedelta(seconds=5)
    pause_max: timedelta = timedelta(hours=1)
    tries_max: int = 12
    disabled_after: timedelta = timedelta(hours=24)
    failures_min: int = 10

    def pause_after(self, tries: int) -> timedelta:
        return min(self.first_pause * int(2 ** min(tries - 1, 20)), self.pause_max)


@dataclass(frozen=True, slots=True)
class Parcel:
    """An event as it is sent."""

    sequence: int
    message_id: str
    event_type: str
    subject: str
    lane: str
    """Whose affair it is: what has the same lane arrives in order."""
    body: bytes
    """What is told at once; nothing, if it is all for later."""
    more: tuple[bytes, ...] = ()
    """What is told of the same event beside `body`, each by itself, in this order."""
    later: "Later | None" = None
    anew: "Callable[[], Awaitable[Parcel]] | None" = None
    """Write it again before another try, where what it says does not hold for ever."""


@dataclass(frozen=True, slots=True)
class Later:
    """What is told of an event some time after it; nothing waits for that."""

    at: datetime
    pack: Callable[[], Awaitable[Parcel]]


USUAL_PATIENCE = Patience()

Pack = Callable[[Fact], Awaitable[Parcel | None]]
"""Write what is told of a fact; None where it turns out to be nothing."""


class Recipient(Protocol):
    """The webhook as a courier deals with it."""

    def wants(self, fact: Fact) -> bool: ...

    async def take(self, parcel: Parcel) -> Attempt:
        """Try to deliver once."""
        ...

    async def has_judged(self, attempt: Attempt) -> None:
        """Hear what became of a try; may end all couriers of the webhook."""
        ...

    def has_taken_since(self, at: datetime) -> bool:
        """Tell whether anything at all has arrived after an instant."""
        ...

    async def note(self, run: WebhookRun, delivery: Delivery) -> None:
        """Keep the cursor and what became of a delivery, in one commit."""
        ...

    async def move(self, run: WebhookRun) -> None:
        """Keep the cursor."""
        ...

    def has_come(self, run: WebhookRun) -> None:
        """Know the cursor; that it is kept is not worth a commit."""
        ...


@dataclass(slots=True)
class _Cursor:
    """How far a run has come: up to the fact before the first that is still on its way."""

    taken: int
    on_their_way: dict[int, None] = field(default_factory=dict)

    @property
    def after_sequence(self) -> int:
        return next(iter(self.on_their_way), self.taken + 1) - 1


class Courier:
    """One run. At the death of the process what is beyond its cursor is carried again."""

    def __init__(
        self,
        run: WebhookRun,
        recipient: Recipient,
        *,
        tail: Tail,
        pack: Pack,
        now: Callable[[], datetime],
        patience: Patience,
        arrived: Collection[int] = (),
        only: Collection[int] | None = None,
    ) -> None:
        self._run = run
        self._recipient = recipient
        self._tail = tail
        self._pack = pack
        self._now = now
        self._patience = patience
        self._arrived = frozenset(arrived)
        self._only = None if only is None else frozenset(only)
        self._cursor = _Cursor(run.after_sequence)
        self._noted = run.after_sequence
        self._lanes: dict[str, deque[Parcel]] = {}
        self._room = asyncio.Semaphore(CARRIED_MAX)
        self._hands = asyncio.Semaphore(AT_ONCE_MAX)
        self._waiting = asyncio.Semaphore(LATER_MAX)

    async def run(self) -> None:
        """Carry everything; returns at the end of a replay, else only when cancelled."""
        last = self._run.last_sequence
        async with asyncio.TaskGroup() as lanes:
            while last is None or self._cursor.taken < last:
                stretch = await self._tail.after(self._cursor.taken)
                for fact in stretch.facts:
                    if last is None or fact.sequence <= last:
                        await self._take_up(fact, lanes)
                self._cursor.taken = stretch.last_sequence
                await self._note_progress()

    async def _take_up(self, fact: Fact, lanes: asyncio.TaskGroup) -> None:
        self._cursor.taken = fact.sequence
        if not self._is_to_be_told(fact):
            return
        # The cursor stays before it from here on: packing and waiting for room take their time.
        self._cursor.on_their_way[fact.sequence] = None
        await self._room.acquire()
        parcel = await self._pack(fact)
        if parcel is None:
            del self._cursor.on_their_way[fact.sequence]
            self._room.release()
            return
        lane = self._lanes.setdefault(parcel.lane, deque())
        lane.append(parcel)
        if len(lane) == 1:
            lanes.create_task(self._serve(parcel.lane, lanes))

    def _is_to_be_told(self, fact: Fact) -> bool:
        if fact.sequence in self._arrived:
            return False
        if self._only is not None and fact.sequence not in self._only:
            return False
        return self._recipient.wants(fact)

    async def _serve(self, name: str, lanes: asyncio.TaskGroup) -> None:
        lane = self._lanes[name]
        while lane:
            parcel = lane[0]
            if parcel.body:
                await self._deliver(parcel)
            lane.popleft()
            self._room.release()
            if parcel.later is not None:
                await self._waiting.acquire()
                lanes.create_task(self._deliver_later(parcel.later))
        del self._lanes[name]

    async def _deliver_later(self, later: Later) -> None:
        """Tell the rest of an event at its time; its fact has not arrived before."""
        await asyncio.sleep(max(0.0, (later.at - self._now()).total_seconds()))
        await self._deliver(await later.pack())
        self._waiting.release()

    async def _deliver(self, parcel: Parcel) -> None:
        first_at = self._now()
        tries = 0
        state = DeliveryState.RETRYING
        while state is DeliveryState.RETRYING:
            tries += 1
            async with self._hands:
                attempt = await self._recipient.take(parcel)
            state = self._state_after(attempt, tries, first_at)
            pause = self._patience.pause_after(tries)
            at = self._now()
            left = parcel.later if state is not DeliveryState.RETRYING else None
            delivery = Delivery(
                webhook_id=self._run.webhook_id,
                run_id=self._run.id,
                sequence=parcel.sequence,
                event_type=parcel.event_type,
                subject=parcel.subject,
                state=state if left is None else DeliveryState.RETRYING,
                tries=tries,
                status=attempt.status,
                problem=attempt.problem,
                first_at=first_at,
                last_at=at,
                next_at=_next_at(state, at + pause, left),
            )
            await self._note(delivery)
            await self._recipient.has_judged(attempt)
            if state is DeliveryState.RETRYING:
                await asyncio.sleep(pause.total_seconds())
                parcel = await _written_anew(parcel)
                if not parcel.body:
                    over = DeliveryState.RETRYING if parcel.later else DeliveryState.GIVEN_UP
                    await self._note(replace(delivery, state=over, next_at=None))
                    return

    def _state_after(self, attempt: Attempt, tries: int, first_at: datetime) -> DeliveryState:
        """Give up what alone is not taken; while nothing at all arrives, everything is kept."""
        if attempt.arrived:
            return DeliveryState.DELIVERED
        if tries >= self._patience.tries_max and self._recipient.has_taken_since(first_at):
            return DeliveryState.GIVEN_UP
        return DeliveryState.RETRYING

    async def _note(self, delivery: Delivery) -> None:
        if delivery.state is not DeliveryState.RETRYING:
            del self._cursor.on_their_way[delivery.sequence]
        self._noted = self._cursor.after_sequence
        await self._recipient.note(replace(self._run, after_sequence=self._noted), delivery)

    async def _note_progress(self) -> None:
        """Spare the next start what nobody is told of."""
        come = replace(self._run, after_sequence=self._cursor.after_sequence)
        if come.after_sequence - self._noted < PASSED_OVER_MAX:
            self._recipient.has_come(come)
        else:
            self._noted = come.after_sequence
            await self._recipient.move(come)


async def _written_anew(parcel: Parcel) -> Parcel:
    """Give what another try sends: no body where what it told of has been erased meanwhile."""
    if parcel.anew is None:
        return parcel
    fresh = await parcel.anew()
    return replace(parcel, body=fresh.body, more=fresh.more)


def _next_at(state: DeliveryState, again_at: datetime, left: Later | None) -> datetime | None:
    if left is not None:
        return left.at
    return again_at if state is DeliveryState.RETRYING else None
