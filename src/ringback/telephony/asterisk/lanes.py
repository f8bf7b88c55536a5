"""Spread requests over several connections, and keep those about the same things in order."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final, Protocol

from .client import AriResponse
from .requests import AriRequest

SETTLE_SECONDS_MAX: Final = 1.0

OnAnswer = Callable[[AriRequest, asyncio.Future[AriResponse]], None]


class Lane(Protocol):
    """A connection which serves requests one after the other, as `AriClient` is."""

    @property
    def is_connected(self) -> bool: ...

    @property
    def unanswered(self) -> int: ...

    def send(
        self,
        method: str,
        uri: str,
        query: Mapping[str, str] | None = None,
        body: object | None = None,
    ) -> asyncio.Future[AriResponse]: ...

    async def caught_up(self) -> None: ...

    def lateness(self) -> timedelta: ...


@dataclass(slots=True)
class _Use:
    """The connection on which requests about a thing are unanswered, and of how many groups."""

    lane: Lane
    groups: int = 0


@dataclass(slots=True)
class _Group:
    """Requests that belong together: they go one after the other, on one connection."""

    requests: Sequence[AriRequest]
    on_answer: OnAnswer
    about: frozenset[str]
    unanswered: int


class Lanes:
    """Sends groups of requests to Asterisk, which serves those of one connection one by one.

    A group goes on the connection on which an earlier one about the same things is unanswered,
    so that it is served after it; a group about nothing that is unanswered goes where the least
    is owed. One whose things are unanswered on several connections waits until that is over,
    and so does whatever comes after it about the same things.

    The first connection is the one which carries the events; it takes what the others cannot.
    """

    def __init__(self, first: Lane, others: Sequence[Lane]) -> None:
        self._lanes = (first, *others)
        self._uses: dict[str, _Use] = {}
        self._waiting: deque[_Group] = deque()
        self._awaited: Counter[str] = Counter()

    def send(self, requests: Sequence[AriRequest], on_answer: OnAnswer) -> None:
        """Send requests that belong together, in their order; `on_answer` gets each answer."""
        about = frozenset(thing for each in requests for thing in each.about)
        group = _Group(requests, on_answer, about, len(requests))
        self._send_or_wait(group)

    def forget(self) -> None:
        """Forget what waits and what is unanswered: the connections are about to begin anew."""
        self._uses = {}
        self._waiting.clear()
        self._awaited.clear()

    async def settle(self) -> None:
        """Wait, not for ever, until the connections beside have served what was sent on them."""
        beside = [asyncio.create_task(lane.caught_up()) for lane in self._lanes[1:]]
        if beside:
            _, late = await asyncio.wait(beside, timeout=SETTLE_SECONDS_MAX)
            for task in late:
                task.cancel()

    def lateness(self) -> timedelta:
        """Tell how long ago the oldest request was sent that is not answered yet."""
        return max(lane.lateness() for lane in self._lanes)

    def _send_or_wait(self, group: _Group) -> None:
        lanes = [self._uses[thing].lane for thing in group.about if thing in self._uses]
        is_awaited = any(thing in self._awaited for thing in group.about)
        if is_awaited or any(lane is not lanes[0] for lane in lanes):
            self._waiting.append(group)
            self._awaited.update(group.about)
        else:
            self._send_on(lanes[0] if lanes else self._idlest(), group)

    def _idlest(self) -> Lane:
        first, *others = self._lanes
        return min((first, *(lane for lane in others if lane.is_connected)), key=_owed)

    def _send_on(self, lane: Lane, group: _Group) -> None:
        for thing in group.about:
            self._uses.setdefault(thing, _Use(lane)).groups += 1
        for request in group.requests:
            answer = lane.send(request.method, request.uri, request.query, request.body)
            answer.add_done_callback(partial(self._on_answer, self._uses, group, request))

    def _on_answer(
        self,
        uses: dict[str, _Use],
        group: _Group,
        request: AriRequest,
        answer: asyncio.Future[AriResponse],
    ) -> None:
        if uses is not self._uses:
            return
        group.unanswered -= 1
        if group.unanswered == 0:
            self._release(group)
        group.on_answer(request, answer)

    def _release(self, group: _Group) -> None:
        for thing in group.about:
            use = self._uses[thing]
            use.groups -= 1
            if use.groups == 0:
                del self._uses[thing]
        if self._waiting:
            waiting, self._waiting = self._waiting, deque()
            self._awaited.clear()
            for each in waiting:
                self._send_or_wait(each)


def _owed(lane: Lane) -> int:
    return lane.unanswered
