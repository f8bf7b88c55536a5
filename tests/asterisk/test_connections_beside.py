"""What the adapter does with its connections beside, and with channels nobody knows."""

from typing import Any

from ringback.core.effects import AnswerCall, HangUp
from ringback.core.ids import CallId, LegId
from ringback.core.inputs import PhoneSystemListed, PhoneSystemLost
from ringback.telephony.asterisk.connection import LANES_BESIDE

from .fake_ari import FakeAri, accept
from .test_telling import Told, told_of

CONNECTIONS_BESIDE = LANES_BESIDE + 1


async def test_lost_connection_that_owes_an_answer_has_everything_listed_anew() -> None:
    """Property S23: what became of the request is asked, never assumed."""
    async with FakeAri(answer=_answers_all_but("answer")) as server, told_of(server) as told:
        await _all_connected(told, server)

        told.telephony.perform([AnswerCall(CallId("first")), AnswerCall(CallId("second"))])
        await told.until(lambda: sum("answer" in each["uri"] for each in server.requests) == 2)
        for transport in server.lanes.values():
            transport.abort()
        await told.until_heard(PhoneSystemListed, times=2)

        assert len(server.sockets) == 1
    assert sum(isinstance(each, PhoneSystemLost) for each in told.reports) == 1


async def test_lost_connection_that_owes_nothing_changes_nothing() -> None:
    """The others serve; nobody is told that the phone system was away."""
    async with FakeAri() as server, told_of(server) as told:
        await _all_connected(told, server)
        lost = dict(server.lanes)

        for transport in lost.values():
            transport.abort()
        await told.until(
            lambda: all(server.lanes[app] is not transport for app, transport in lost.items())
        )
        told.telephony.perform([AnswerCall(CallId("caller"))])
        await told.until(lambda: any("caller" in each["uri"] for each in server.requests))

    assert not any(isinstance(each, PhoneSystemLost) for each in told.reports)


async def test_channel_of_ours_that_nobody_knows_is_hung_up() -> None:
    """Property S20: it was asked for before the listing and came into being after it."""
    async with FakeAri() as server, told_of(server) as told:
        await told.until_heard(PhoneSystemListed)

        await server.say(
            {
                "type": "StasisStart",
                "channel": {"id": "ringback-agent-9-1", "name": "PJSIP/lea-1", "state": "Down"},
            }
        )
        await told.until(lambda: any("agent-9-1" in each["uri"] for each in server.requests))

    asked = [each for each in server.requests if "agent-9-1" in each["uri"]]
    assert [(each["method"], each["uri"]) for each in asked] == [
        ("DELETE", "channels/ringback-agent-9-1")
    ]


async def test_leg_that_has_ended_is_not_hung_up() -> None:
    """R29: the next call of that agent need not wait for an answer that is known."""
    async with FakeAri() as server, told_of(server) as told:
        await told.until_heard(PhoneSystemListed)

        told.telephony.perform([HangUp(LegId("agent-1-1")), AnswerCall(CallId("caller"))])
        await told.until(lambda: any("caller" in each["uri"] for each in server.requests))

    assert not any("agent-1-1" in each["uri"] for each in server.requests)


async def _all_connected(told: Told, server: FakeAri) -> None:
    await told.until_heard(PhoneSystemListed)
    await told.until(lambda: len(server.lanes) == CONNECTIONS_BESIDE)
    await told.until(lambda: not any(one.unanswered for one in told.connection.beside))


def _answers_all_but(word: str) -> Any:
    def answer(request: dict[str, Any]) -> dict[str, Any] | None:
        return None if word in request["uri"] else accept(request)

    return answer
