"""Requests are spread over several connections; those about the same things keep their order."""

import asyncio
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ringback.telephony.asterisk.client import AriDisconnected, AriResponse
from ringback.telephony.asterisk.lanes import Lanes
from ringback.telephony.asterisk.requests import AriRequest

THINGS = ("agent-1", "agent-2", "caller-1", "caller-2", "bridge-1", "bridge-2")
DONE = AriResponse(204, None)

groups = st.lists(st.frozensets(st.sampled_from(THINGS), min_size=1), min_size=1, max_size=3)
moves = st.lists(st.one_of(groups, st.integers(0, 2)), max_size=60)


class Serving:
    """A connection to an Asterisk that serves when it is told to, the oldest request first."""

    def __init__(self, served: list[str]) -> None:
        self.is_connected = True
        self.owed: deque[tuple[str, asyncio.Future[AriResponse]]] = deque()
        self._served = served

    @property
    def unanswered(self) -> int:
        return len(self.owed)

    def send(
        self,
        method: str,
        uri: str,
        query: Mapping[str, str] | None = None,
        body: object | None = None,
    ) -> asyncio.Future[AriResponse]:
        answer: asyncio.Future[AriResponse] = asyncio.get_running_loop().create_future()
        self.owed.append((uri, answer))
        return answer

    async def caught_up(self) -> None:
        if self.owed:
            await asyncio.wait([answer for _, answer in self.owed])

    def lateness(self) -> timedelta:
        return timedelta(seconds=len(self.owed))

    async def serve(self) -> None:
        if self.owed:
            uri, answer = self.owed.popleft()
            self._served.append(uri)
            answer.set_result(DONE)
            await asyncio.sleep(0)


class Traffic:
    """Lanes over three connections, and what was asked and served on them."""

    def __init__(self) -> None:
        self.served: list[str] = []
        self.answered: list[str] = []
        self.connections = tuple(Serving(self.served) for _ in range(3))
        self.lanes = Lanes(self.connections[0], self.connections[1:])

    def send(self, *requests: AriRequest) -> None:
        self.lanes.send(requests, lambda request, _: self.answered.append(request.uri))

    async def serve_all(self) -> None:
        while any(connection.owed for connection in self.connections):
            for connection in self.connections:
                await connection.serve()

    def owed(self) -> list[list[str]]:
        return [[uri for uri, _ in connection.owed] for connection in self.connections]


def about(*things: str, name: str | None = None) -> AriRequest:
    return AriRequest("POST", name or "+".join(things), about=things)


async def test_what_has_nothing_in_common_goes_on_connections_of_its_own() -> None:
    """The request for one agent does not wait behind that for another."""
    traffic = Traffic()

    traffic.send(about("agent-1"))
    traffic.send(about("agent-2"))
    traffic.send(about("agent-1", name="later"))

    assert traffic.owed() == [["agent-1", "later"], ["agent-2"], []]


async def test_what_belongs_together_goes_on_one_connection() -> None:
    """A bridge is made before a channel is joined to it."""
    traffic = Traffic()

    traffic.send(about("bridge-1"), about("agent-1"), about("bridge-1", "agent-1"))

    assert traffic.owed() == [["bridge-1", "agent-1", "bridge-1+agent-1"], [], []]


async def test_what_concerns_things_on_two_connections_waits_for_one_of_them() -> None:
    """Neither is overtaken, and nothing later overtakes what waits."""
    traffic = Traffic()
    traffic.send(about("agent-1"))
    traffic.send(about("caller-1"))

    traffic.send(about("agent-1", "caller-1", name="join"))
    traffic.send(about("caller-1", name="hang-up"))
    before = traffic.owed()
    await traffic.connections[0].serve()

    assert before == [["agent-1"], ["caller-1"], []]
    assert traffic.owed() == [[], ["caller-1", "join", "hang-up"], []]


async def test_connection_that_is_away_is_not_used() -> None:
    """One connection is enough for everything."""
    traffic = Traffic()
    for connection in traffic.connections[1:]:
        connection.is_connected = False

    traffic.send(about("agent-1"))
    traffic.send(about("agent-2"))

    assert traffic.owed() == [["agent-1", "agent-2"], [], []]


async def test_answers_from_before_a_lost_connection_are_not_heard() -> None:
    """What waits is dropped, and what was owed before does not count for what is sent later."""
    traffic = Traffic()
    traffic.send(about("agent-1"))
    traffic.send(about("caller-1"))
    traffic.send(about("agent-1", "caller-1", name="join"))

    traffic.lanes.forget()
    traffic.send(about("caller-1", name="anew"))
    await traffic.serve_all()

    assert traffic.answered == ["anew"]
    assert "join" not in traffic.served


async def test_failed_request_makes_way_for_those_that_wait() -> None:
    """The end of a connection is an answer, too."""
    traffic = Traffic()
    traffic.send(about("agent-1"))
    traffic.send(about("caller-1"))
    traffic.send(about("agent-1", "caller-1", name="join"))

    traffic.connections[1].owed.popleft()[1].set_exception(AriDisconnected("cut"))
    await asyncio.sleep(0)

    assert traffic.answered == ["caller-1"]
    assert traffic.owed() == [["agent-1", "join"], [], []]


async def test_lateness_is_that_of_the_latest_connection() -> None:
    """L4: being behind on one of them is being behind."""
    traffic = Traffic()
    traffic.send(about("agent-1"))
    traffic.send(about("caller-1"))
    traffic.send(about("caller-1", name="later"))

    assert traffic.lanes.lateness() == traffic.connections[1].lateness()


async def test_listing_waits_until_the_connections_beside_have_caught_up() -> None:
    """What was sent before the listing is served before it, or it would not be found."""
    traffic = Traffic()
    traffic.send(about("agent-1"))
    traffic.send(about("agent-2"))

    settling = asyncio.create_task(traffic.lanes.settle())
    await asyncio.sleep(0)
    await traffic.connections[0].serve()
    is_early = settling.done()
    await traffic.connections[1].serve()
    await settling

    assert not is_early
    assert traffic.owed() == [[], [], []]


@given(moves)
def test_nothing_overtakes_what_is_about_the_same_thing(plan: list[object]) -> None:
    """S23 apart, order is kept wherever it matters, and everything is served in the end."""
    sent: list[AriRequest] = []

    async def play() -> Traffic:
        traffic = Traffic()
        for move in plan:
            if isinstance(move, int):
                await traffic.connections[move].serve()
            elif isinstance(move, list):
                group = list(_named(move, len(sent)))
                sent.extend(group)
                traffic.send(*group)
        await traffic.serve_all()
        return traffic

    traffic = asyncio.run(play())

    place = {uri: index for index, uri in enumerate(traffic.served)}
    assert sorted(place) == sorted(request.uri for request in sent)
    assert sorted(traffic.answered) == sorted(place)
    for first, second in combinations(sent, 2):
        if set(first.about) & set(second.about):
            assert place[first.uri] < place[second.uri]


def _named(group: Sequence[frozenset[str]], first: int) -> Iterator[AriRequest]:
    for number, things in enumerate(group, first):
        yield about(*sorted(things), name=f"{number:04d}")
