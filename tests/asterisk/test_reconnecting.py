"""What the client makes of a lost connection, and of an Asterisk that stood still."""

import asyncio
from dataclasses import replace

from ringback.telephony.asterisk.client import AriResponse, AriSettings
from ringback.telephony.asterisk.connection_states import (
    ApplicationReplaced,
    Connected,
    Unreachable,
)
from ringback.telephony.asterisk.hearing import Hearing
from ringback.telephony.asterisk.reconnecting import SETTLED_SECONDS, Reconnecting, reconnect_delay

from .connections import ConnectedClient
from .fake_ari import FakeAri

LOOKS = 5
SETTINGS = AriSettings("http://127.0.0.1:8088", "ringback", "secret")
REPLACED = ApplicationReplaced(SETTINGS.app, SETTINGS.url)
TIMED_OUT = Unreachable(code="timeout", reason="", remedy="", retry_seconds_max=5.0)
TAKEN_OVER = {"type": "ApplicationReplaced", "application": "ringback"}


async def test_attempt_that_was_given_up_does_not_end_the_client() -> None:
    """S22: what Asterisk serves late is ours; whoever comes after it is another server."""
    async with FakeAri() as server:
        settings = replace(server.settings(), connect_seconds_max=0.05)
        async with ConnectedClient(settings) as client:
            server.stands_still = True
            server.cut()
            await client.state(Unreachable, times=4)
            server.stands_still = False
            await client.state(Connected, times=2)
            given_up = [state.code for state in client.states if isinstance(state, Unreachable)]
            assert given_up[0] == "cut"
            assert set(given_up[1:]) == {"timeout"}

            for times in range(len(given_up) - 1):
                await server.say(TAKEN_OVER)
                await client.state(Connected, times=3 + times)
            await server.say(TAKEN_OVER)
            await client.ended()

    assert isinstance(client.states[-1], ApplicationReplaced)


async def test_client_that_is_told_nothing_any_more_connects_anew() -> None:
    """S23: another connection's end has taken the application away, and requests are answered."""
    async with (
        FakeAri() as server,
        ConnectedClient(server.settings(heartbeat_seconds=0.05)) as client,
    ):
        server.tells = False
        deaf = await client.state(Unreachable)
        await client.state(Connected, times=2)

    assert deaf.code == "deaf"


async def test_whatever_is_told_shows_that_something_is_told() -> None:
    """S23: on a full machine the word comes late, behind events; nobody connects anew for that."""
    asked = 0

    def ask() -> asyncio.Future[AriResponse]:
        nonlocal asked
        asked += 1
        answer: asyncio.Future[AriResponse] = asyncio.get_running_loop().create_future()
        answer.set_result(AriResponse(204, None))
        if asked <= LOOKS:
            asyncio.get_running_loop().call_soon(hearing.note)
        return answer

    hearing = Hearing(ask, every=0.001)
    await hearing.until_deaf()

    assert asked == LOOKS + 1


def test_only_what_was_given_up_of_late_explains_a_loss() -> None:
    """S22: a connection that has lived for a while is taken by nobody but a second server."""
    settled = Reconnecting(SETTINGS, lambda: 0.5)
    settled.after(TIMED_OUT, lived=0.0)

    assert settled.after(REPLACED, lived=SETTLED_SECONDS + 1.0) == REPLACED


def test_each_attempt_given_up_explains_one_loss() -> None:
    """S22: two servers that both gave attempts up do not take turns for ever."""
    twice = Reconnecting(SETTINGS, lambda: 0.5)
    for _ in range(2):
        twice.after(TIMED_OUT, lived=0.0)

    ends = [twice.after(REPLACED, lived=0.0) for _ in range(3)]

    assert [isinstance(each, ApplicationReplaced) for each in ends] == [False, False, True]


def test_the_back_off_doubles_up_to_its_bound() -> None:
    """The pause between two tries grows from 0.1 s to 5 s, and chance at most halves it."""
    delays = [reconnect_delay(SETTINGS, failures=n, jitter=1.0) for n in (1, 2, 3, 7, 1000)]

    assert delays == [0.1, 0.2, 0.4, 5.0, 5.0]
    assert reconnect_delay(SETTINGS, failures=1, jitter=0.0) == 0.05
