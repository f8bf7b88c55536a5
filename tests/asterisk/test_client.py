"""The ARI client against a server that refuses, falls silent, breaks off and talks nonsense."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from ringback.telephony.asterisk.client import (
    AriClient,
    AriDisconnected,
    AriRefused,
    AriSettings,
    path,
)
from ringback.telephony.asterisk.connection_states import (
    ApplicationReplaced,
    Connected,
    Unreachable,
    WrongPassword,
)
from ringback.telephony.asterisk.events import AriEvent, ChannelDtmfReceived

from .connections import ConnectedClient
from .fake_ari import FakeAri

CHANNEL = {"id": "call-1", "name": "PJSIP/trunk-main-1", "state": "Up"}


def digit(key: str) -> dict[str, Any]:
    return {
        "type": "ChannelDtmfReceived",
        "channel": CHANNEL,
        "digit": key,
        "duration_ms": 20,
        "application": "ringback",
        "timestamp": "2026-11-22T12:00:00.000+0000",
    }


async def test_events_are_handed_on_in_their_order() -> None:
    """What happened first on the wire is heard first by whoever listens."""
    async with FakeAri() as server, ConnectedClient(server.settings()) as client:
        for key in "123*":
            await server.say(digit(key))

        await client.event(ChannelDtmfReceived, times=4)

        assert [e.digit for e in client.events if isinstance(e, ChannelDtmfReceived)] == [*"123*"]


async def test_requests_are_sent_without_waiting_for_earlier_answers() -> None:
    """Fifty requests are on the wire before the first of them is answered."""
    async with (
        FakeAri(answer=lambda request: None) as server,
        ConnectedClient(server.settings()) as client,
    ):
        answers = [client.ari.send("POST", path("channels", str(n), "answer")) for n in range(50)]

        await server.requested(50)

        assert [r["uri"] for r in server.requests] == [f"channels/{n}/answer" for n in range(50)]
        assert not any(answer.done() for answer in answers)


async def test_a_request_carries_its_query_and_body() -> None:
    """Ids are quoted into the path, and query and variables arrive as they were given."""
    async with FakeAri() as server, ConnectedClient(server.settings()) as client:
        await client.ari.request("POST", path("channels", "a/b"), {"x": "é&="}, {"variables": {}})

        sent = server.requests[0]
        assert sent["uri"] == "channels/a%2Fb"
        assert sent["query_strings"] == [{"name": "x", "value": "é&="}]
        assert sent["content_type"] == "application/json"
        assert sent["message_body"] == '{"variables":{}}'


async def test_a_refusal_is_raised_with_its_status_and_message() -> None:
    """Asterisk's no is an error of its own kind, with Asterisk's words."""
    refusal = {"status_code": 409, "message_body": '{"message":"already exists"}'}
    async with (
        FakeAri(answer=lambda request: refusal) as server,
        ConnectedClient(server.settings()) as client,
    ):
        with pytest.raises(AriRefused) as caught:
            await client.ari.request("POST", path("channels", "call-1"))

        assert (caught.value.status, caught.value.message) == (409, "already exists")


async def test_pending_requests_fail_when_the_socket_breaks_and_the_client_reconnects() -> None:
    """Property S4: an answer that was lost is told as lost."""
    async with (
        FakeAri(answer=lambda request: None) as server,
        ConnectedClient(server.settings()) as client,
    ):
        answer = client.ari.send("POST", path("channels", "call-1"))
        await server.requested(1)

        server.cut()

        with pytest.raises(AriDisconnected):
            await answer
        assert (await client.state(Unreachable)).code == "cut"
        await client.state(Connected, times=2)


async def test_a_request_without_a_connection_fails_at_once() -> None:
    """Nothing is kept for later, when it may no longer be right."""
    async with FakeAri() as server:
        async with ConnectedClient(server.settings()) as client:
            pass

        with pytest.raises(AriDisconnected):
            await client.ari.request("GET", path("channels"))


async def test_a_server_that_comes_back_is_found_again() -> None:
    """However often Asterisk refuses, the client goes on trying until it answers."""
    async with FakeAri() as server, ConnectedClient(server.settings()) as client:
        await server.stop_listening()
        server.cut()
        refused = await client.state(Unreachable, times=3)

        await server.listen()

        assert refused.code == "refused"
        await client.state(Connected, times=2)


async def test_a_silent_socket_is_noticed_by_the_missing_heartbeat() -> None:
    """A connection that is open and dead counts as lost."""
    async with (
        FakeAri() as server,
        ConnectedClient(server.settings(heartbeat_seconds=0.05)) as client,
    ):
        answer = client.ari.send("GET", path("channels"))
        await answer

        server.silent = True

        assert (await client.state(Unreachable)).code == "silent"


def test_the_default_heartbeat_notices_silence_within_six_seconds() -> None:
    """aiohttp pings after the heartbeat and waits half of it for the pong."""
    settings = AriSettings("http://127.0.0.1:8088", "ringback", "secret")

    assert settings.heartbeat_seconds * 1.5 <= 6.0


async def test_a_wrong_password_is_told_and_tried_again() -> None:
    """A password put right in Asterisk is taken up without a restart of ours."""
    async with FakeAri() as server:
        settings = server.settings(password="wrong")
        async with ConnectedClient(settings, until=WrongPassword) as client:
            refused = await client.state(WrongPassword, times=2)
            assert "“ringback” or its password" in refused.reason
            assert_plain(refused, settings.url)

            server.password = "wrong"

            await client.state(Connected)


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (404, "not-ari", "has no ARI"),
        (503, "starting", "is still starting"),
        (500, "http-500", "answers 500"),
        (200, "http-200", "answers 200"),
    ],
)
async def test_a_refused_handshake_says_why(status: int, code: str, words: str) -> None:
    """Each answer other than a WebSocket leads to its own code, and to words of its own."""
    async with FakeAri() as server:
        server.status = status

        async with ConnectedClient(server.settings(), until=Unreachable) as client:
            state = await client.state(Unreachable)

    assert state.code == code
    assert words in state.reason
    assert_plain(state, server.settings().url)


async def test_a_forbidden_user_is_told_like_a_wrong_password() -> None:
    """Both are put right in ari.conf."""
    async with FakeAri() as server:
        server.status = 403

        async with ConnectedClient(server.settings(), until=WrongPassword) as client:
            assert_plain(await client.state(WrongPassword), server.settings().url)


async def test_a_server_that_hangs_up_before_answering_is_told_in_our_words() -> None:
    """This is what Asterisk does when its web server has no session left."""

    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with _raw_server(hang_up) as url:
        state = await _unreachable(url)

    assert state.code == "no-answer"
    assert "sessionlimit" in state.remedy
    assert_plain(state, url)


async def test_a_server_that_never_answers_is_given_up() -> None:
    """A port that is open and mute is no connection."""
    async with _raw_server(_stay_mute) as url:
        state = await _unreachable(url, connect_seconds_max=0.05)

    assert state.code == "timeout"
    assert "does not answer within 0.05 s" in state.reason
    assert_plain(state, url)


async def test_a_port_without_a_server_is_told_in_our_words() -> None:
    """No number of the operating system and no text of a library is shown."""
    async with _raw_server(_stay_mute) as url:
        pass

    state = await _unreachable(url)

    assert state.code == "refused"
    assert "nothing accepts connections at" in state.reason
    assert_plain(state, url)


async def test_an_unknown_host_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name nobody knows is a mistake of its own."""

    def know_nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", know_nobody)
    url = "http://asterisk.example:8088"

    state = await _unreachable(url)

    assert state.code == "unknown-host"
    assert_plain(state, url)


def assert_plain(state: Unreachable | WrongPassword, url: str) -> None:
    """What is wrong, where, what is being done, and what a person can do: nothing else."""
    assert url in state.reason
    assert state.sentence.endswith(f"{state.reason} Trying again within 1 s. {state.remedy}")
    assert not re.search(r"Errno|ssl:|aiohttp|None|\[|\.\.|busy", state.sentence)
    assert all(part[0].isupper() for part in re.split(r"(?<=\.) ", state.sentence))


async def _unreachable(url: str, *, connect_seconds_max: float = 5.0) -> Unreachable:
    settings = AriSettings(
        url,
        "ringback",
        "secret",
        connect_seconds_max=connect_seconds_max,
        reconnect_seconds_max=0.01,
    )
    async with ConnectedClient(settings, until=Unreachable) as client:
        return await client.state(Unreachable)


async def _stay_mute(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()
    writer.close()


@asynccontextmanager
async def _raw_server(
    serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[str]:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:99999", "http://a..b", "nonsense", "ftp://127.0.0.1", ""]
)
async def test_a_bad_address_is_a_state_and_not_an_error(url: str) -> None:
    """A mistake in the settings is shown as unreachable and stops nothing."""
    settings = AriSettings(url, "ringback", "secret", reconnect_seconds_min=0.001)

    async with ConnectedClient(settings, until=Unreachable) as client:
        assert (await client.state(Unreachable, times=2)).sentence


async def test_a_replaced_application_stops_acting_and_never_reconnects() -> None:
    """Property S22: of two servers on one Asterisk only the later one acts."""
    async with (
        FakeAri(answer=lambda request: None) as server,
        ConnectedClient(server.settings()) as client,
    ):
        pending = client.ari.send("POST", path("channels", "call-1"))
        await server.requested(1)

        await server.say({"type": "ApplicationReplaced", "application": "ringback"})
        await server.say(digit("*"))
        await client.state(ApplicationReplaced)

        with pytest.raises(AriDisconnected):
            await pending
        with pytest.raises(AriDisconnected):
            await client.ari.request("DELETE", path("channels", "call-1"))
        await client.ended()
        assert client.events == []
        assert len(server.sockets) == 1


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "null",
        "[]",
        "{",
        '"StasisStart"',
        '{"type":null}',
        '{"type":"StasisStart"}',
        '{"type":"StasisStart","channel":[]}',
        '{"type":"ChannelDestroyed","channel":{"id":"x","name":"y","state":"z"},"cause":"16"}',
        '{"type":"RESTResponse","request_id":"0"}',
        '{"type":"RESTResponse","request_id":"99999999","status_code":200}',
        '{"type":"RESTResponse","request_id":0,"status_code":"200"}',
        "[" * 200_000,
        '{"type":"Dial","peer":' * 50_000,
        b"\xff\xfe\x00",
        b'{"type":"\xed\xa0\x80"}',
        '{"type":"SomethingNew","channel":{"id":1}}',
        '{"type":"StasisEnd","channel":{"id":"\\ud800","name":"","state":""}}',
    ],
)
async def test_garbage_frames_are_counted_and_survived(garbage: str | bytes) -> None:
    """Property S23: nothing on the wire may stop the reader."""
    async with FakeAri() as server, ConnectedClient(server.settings()) as client:
        await server.say(garbage)
        await server.say(digit("*"))

        assert (await client.event(ChannelDtmfReceived)).digit == "*"
        assert len(server.sockets) == 1


async def test_events_without_use_are_counted() -> None:
    """Events we do not know or cannot read are told apart, and neither stops the next one."""
    async with FakeAri() as server, ConnectedClient(server.settings()) as client:
        await server.say({"type": "ChannelVarset"})
        await server.say({"type": "StasisEnd"})
        await server.say(digit("*"))
        await client.event(ChannelDtmfReceived)

        counts = client.ari.counts
        assert (counts.events, counts.unknown, counts.malformed) == (1, 1, 1)


async def test_a_bug_in_the_handler_comes_out_of_run() -> None:
    """A fault of ours ends the client instead of being taken for one of the wire."""

    def on_event(event: AriEvent) -> None:
        raise ZeroDivisionError

    connected = asyncio.Event()
    async with FakeAri() as server:
        client = AriClient(
            server.settings(),
            on_event,
            lambda state: connected.set() if isinstance(state, Connected) else None,
            jitter=lambda: 0.5,
        )
        running = asyncio.create_task(client.run())
        await connected.wait()
        await client.request("GET", path("channels"))

        await server.say(digit("*"))

        with pytest.raises(ZeroDivisionError):
            await running


def test_the_password_stays_out_of_the_settings_text() -> None:
    """Settings may be logged without giving the password away."""
    assert "secret" not in repr(AriSettings("http://127.0.0.1:8088", "ringback", "secret"))
