"""What the adapter says, in its health and in the log, while Asterisk comes and goes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from structlog.testing import capture_logs
from structlog.typing import EventDict
from tests.contracts.cast import CastBook

from ringback.core.inputs import PhoneSystemListed, PhoneSystemLost
from ringback.ports import PhoneSystemState, TelephonyReport
from ringback.telephony.asterisk.adapter import AsteriskTelephony
from ringback.telephony.asterisk.connection import AriConnection
from ringback.telephony.asterisk.provisioning import Trunk
from ringback.telephony.asterisk.routing import TelephonySettings, TrunkRoute

from .fake_ari import FakeAri

SECONDS_MAX = 10.0
LOOK_AGAIN_SECONDS = 0.001
TRIES = 10


class Told:
    """A running adapter, its reports, its log, and every health anybody could have seen."""

    def __init__(self, settings: TelephonySettings, logged: list[EventDict]) -> None:
        self.connection = AriConnection(settings.ari, jitter=lambda: 0.5)
        self.telephony = AsteriskTelephony(
            settings, CastBook(), jitter=lambda: 0.5, connection=self.connection
        )
        self.reports: list[TelephonyReport] = []
        self.sentences: list[str] = []
        self.logged = logged
        self.ended = False

    async def run(self) -> None:
        await self.telephony.run(self.reports.append)
        self.ended = True

    def warnings(self) -> list[str]:
        return [each["sentence"] for each in self.logged if each["log_level"] == "warning"]

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(SECONDS_MAX):
            while not condition():
                self.sentences.append(self.telephony.health().sentence)
                await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def until_tried(self, server: FakeAri) -> None:
        """Wait until the adapter has heard the answer which the server gives just now."""
        tries = server.handshakes
        await self.until(lambda: server.handshakes > tries + 1)

    async def until_heard(self, kind: type[TelephonyReport], *, times: int = 1) -> None:
        await self.until(lambda: sum(isinstance(each, kind) for each in self.reports) >= times)


@asynccontextmanager
async def told_of(server: FakeAri, **changes: Any) -> AsyncIterator[Told]:
    with capture_logs() as logged:
        told = Told(TelephonySettings(ari=server.settings(), **changes), logged)
        running = asyncio.create_task(told.run())
        try:
            yield told
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def test_health_goes_on_saying_what_is_wrong_while_it_is_tried_again() -> None:
    """The sentence and the state do not flicker with each try."""
    async with FakeAri() as server, told_of(server) as told:
        await told.until_heard(PhoneSystemListed)
        told.sentences.clear()
        server.status = 503
        server.cut()
        await told.until(lambda: "still starting" in told.telephony.health().sentence)
        tries = server.handshakes
        states = {told.telephony.health().state}
        told.sentences.clear()

        def has_tried() -> bool:
            states.add(told.telephony.health().state)
            return server.handshakes >= tries + TRIES

        await told.until(has_tried)

    assert states == {PhoneSystemState.UNREACHABLE}
    assert len(set(told.sentences)) == 1


async def test_loss_is_logged_once_however_often_it_is_tried_again() -> None:
    """A warning for each thing that is wrong, with the sentence of the health; then the return."""
    async with FakeAri() as server, told_of(server) as told:
        await told.until_heard(PhoneSystemListed)
        server.status = 503
        server.cut()
        for status in (503, 404) * TRIES:
            server.status = status
            await told.until_tried(server)
        server.status = None
        await told.until_heard(PhoneSystemListed, times=2)

    cut, starting, no_ari = told.warnings()
    assert "was cut" in cut
    assert "still starting" in starting
    assert "has no ARI" in no_ari
    assert [each["event"] for each in told.logged] == [
        "asterisk.connected",
        *["asterisk.away"] * 3,
        "asterisk.connected",
    ]
    assert isinstance(told.reports[1], PhoneSystemLost)


async def test_each_loss_is_logged_anew() -> None:
    """What was said of an earlier loss does not silence the next one."""
    async with FakeAri() as server, told_of(server) as told:
        for times in (1, 2, 3):
            await told.until_heard(PhoneSystemListed, times=times)
            server.cut()
            await told.until_heard(PhoneSystemLost, times=times)

    assert len(told.warnings()) == 3


async def test_trunk_that_cannot_be_used_is_logged_and_told() -> None:
    """A setting that Asterisk would not take is named in the health and once in the log."""
    route = TrunkRoute(Trunk("main", "127.0.0.1", codecs=("mp3",)))
    async with FakeAri() as server, told_of(server, routes=(route,)) as told:
        await told.until_heard(PhoneSystemListed)
        sentence = told.telephony.health().sentence

    [warning] = told.warnings()
    assert warning.startswith("The trunk “main” cannot be used: ")
    assert sentence.endswith(warning)


async def test_list_that_is_refused_is_told_in_words_and_asked_for_again() -> None:
    """Connected is not ready: the health says what Asterisk answers, and it is tried again."""

    def refuse(request: dict[str, Any]) -> dict[str, Any] | None:
        return {"status_code": 500, "message_body": '{"message":"Allocation failed"}'}

    async with FakeAri(answer=refuse) as server, told_of(server) as told:
        await told.until(lambda: told.warnings())
        health = told.telephony.health()

    assert health.state is PhoneSystemState.CONNECTING
    assert health.sentence == (
        "Asterisk is connected but does not list its calls (Asterisk answered 500: Allocation "
        "failed). Asking again every second. See Asterisk's own log if it stays so."
    )
    assert told.warnings() == [health.sentence]


async def test_list_that_cannot_be_read_is_told_without_the_readers_words() -> None:
    """An Asterisk whose answers are not those of ARI is said to be just that."""

    def talk_nonsense(request: dict[str, Any]) -> dict[str, Any] | None:
        return {"status_code": 200, "message_body": '[{"id":1}]'}

    async with FakeAri(answer=talk_nonsense) as server, told_of(server) as told:
        await told.until(lambda: told.warnings())
        sentence = told.telephony.health().sentence

    assert "(its answer cannot be read)" in sentence


async def test_replaced_server_ends_and_says_so() -> None:
    """S22: another has taken over; this one does not wait for anything any more."""
    async with FakeAri() as server, told_of(server) as told:
        await told.until_heard(PhoneSystemListed)
        await server.say({"type": "ApplicationReplaced", "application": "ringback"})
        await told.until(lambda: told.ended)

    assert told.telephony.health().state is PhoneSystemState.REPLACED
    assert told.warnings() == [told.telephony.health().sentence]
    assert isinstance(told.reports[-1], PhoneSystemLost)
