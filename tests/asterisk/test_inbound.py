"""Calls from the trunk into a real Asterisk: who calls which line, and nobody is dropped."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.ports import PortBlock

from ringback.telephony.asterisk.caller_identity import CallerIdentity, identity_of
from ringback.telephony.asterisk.client import path
from ringback.telephony.asterisk.events import StasisEnd, StasisStart

from .connections import ConnectedClient
from .raw_caller import RawCaller

pytestmark = pytest.mark.phones

LINE = "+33140000000"
MARIE = b'"Marie" <sip:+33612345678@127.0.0.1>'
ANONYMOUS = b'"Anonymous" <sip:anonymous@anonymous.invalid>'
ASSERTED = b'P-Asserted-Identity: "Marie" <sip:+33612345678@carrier.example>'
WITHHELD = CallerIdentity(LINE, number=None, name=None, withheld=True)


def presented(number: str, name: str | None) -> CallerIdentity:
    return CallerIdentity(LINE, number=number, name=name, withheld=False)


@pytest.fixture
async def caller(asterisk: RunningAsterisk, caller_ports: PortBlock) -> AsyncIterator[RawCaller]:
    async with RawCaller(caller_ports[0], ("127.0.0.1", asterisk.sip_port)) as raw:
        yield raw


async def arrival(client: ConnectedClient) -> StasisStart:
    """Wait for the one call, end it, and give how it arrived."""
    started = await client.event(StasisStart)
    await client.ari.request("DELETE", path("channels", started.channel.id))
    await client.event(StasisEnd)
    return started


@pytest.mark.parametrize(
    ("from_value", "headers", "identity"),
    [
        (MARIE, (), presented("+33612345678", "Marie")),
        (b"<sip:0612345678@127.0.0.1>", (), presented("0612345678", None)),
        (b"<tel:+33612345678>", (), presented("+33612345678", None)),
        (MARIE.replace(b"78@", b"00@"), (ASSERTED,), presented("+33612345678", "Marie")),
        (ANONYMOUS, (), WITHHELD),
        (ANONYMOUS, (b"Privacy: id",), WITHHELD),
        (ANONYMOUS, (b"Privacy: id", ASSERTED), WITHHELD),
        (ANONYMOUS, (b"Privacy: none", ASSERTED), presented("+33612345678", "Marie")),
        (MARIE, (b"Privacy: id",), WITHHELD),
        (MARIE, (b"Privacy: header;id;critical",), WITHHELD),
        (b"<sip:127.0.0.1>", (), WITHHELD),
        (b"<sip:unavailable@127.0.0.1>", (), WITHHELD),
    ],
)
async def test_the_caller_is_as_the_network_presents_them(
    client: ConnectedClient,
    caller: RawCaller,
    from_value: bytes,
    headers: tuple[bytes, ...],
    identity: CallerIdentity,
) -> None:
    """Rule R9: a withheld number is never known to us."""
    caller.invite(line=LINE, from_value=from_value, headers=headers)

    assert identity_of((await arrival(client)).channel) == identity


@pytest.mark.parametrize(
    ("from_value", "name"),
    [
        (b'"b\xe9b\xe9" <sip:06@127.0.0.1>', "b\ufffdb\ufffd"),
        ('"é日本😀" <sip:06@127.0.0.1>'.encode(), "é日本😀"),
        (b'"a;b=${EXTEN},|${SHELL(id)}\\"q" <sip:06@127.0.0.1>', 'a;b=${EXTEN},|${SHELL(id)}\\"q'),
        (b'"x\x01\x1b[31my" <sip:06@127.0.0.1>', "x[31my"),
        (b'"' + b"A" * 3000 + b'" <sip:06@127.0.0.1>', "A" * 79),
    ],
)
async def test_a_hostile_name_arrives_as_plain_text(
    client: ConnectedClient, caller: RawCaller, from_value: bytes, name: str
) -> None:
    """Expressions, control characters and broken bytes do nothing, and a name has an end."""
    caller.invite(line=LINE, from_value=from_value)

    arrived = await arrival(client)

    assert identity_of(arrived.channel).name == name
    assert client.ari.counts.malformed == 0


async def test_line_breaks_in_a_number_are_taken_out(
    client: ConnectedClient, caller: RawCaller
) -> None:
    """Neither the number dialled nor the caller's can begin a line of its own."""
    caller.invite(line="+331%0d%0a4", from_value=b"<sip:06%0d%0a12%22@127.0.0.1>")

    identity = identity_of((await arrival(client)).channel)

    assert (identity.line_number, identity.number) == ("+3314", '0612"')


async def test_a_hostile_privacy_header_is_never_evaluated(
    client: ConnectedClient, caller: RawCaller
) -> None:
    """A dialplan expression sent by a caller is kept as the text it is."""
    caller.invite(line=LINE, from_value=MARIE, headers=(b"Privacy: ${EXTEN},x=1)",))

    arrived = await arrival(client)

    assert arrived.channel.channelvars["RINGBACK_PRIVACY"] == "${EXTEN},x=1)"


@pytest.mark.parametrize("line", ["sales", "h", "nowhere", "a%0d%0ab"])
async def test_what_is_not_a_number_reaches_nothing(
    client: ConnectedClient, caller: RawCaller, line: str
) -> None:
    """Names of the dialplan's own extensions cannot be dialled from outside."""
    call_id = caller.invite(line=line, from_value=MARIE)

    assert await caller.final_status(call_id) == 404
    assert client.events == []


async def test_a_caller_who_claims_a_phones_name_must_log_in(
    client: ConnectedClient, caller: RawCaller
) -> None:
    """The name of an agent's phone opens nothing without its password."""
    call_id = caller.invite(line=LINE, from_value=b"<sip:lea-phone@127.0.0.1>")

    assert await caller.final_status(call_id) == 401
    assert client.events == []


async def test_a_stranger_who_claims_the_trunks_name_is_refused(
    client: ConnectedClient, asterisk: RunningAsterisk, caller_ports: PortBlock
) -> None:
    """The carrier is known by its address and not by what it says of itself."""
    server = ("127.0.0.1", asterisk.sip_port)
    async with RawCaller(caller_ports[4], server, address="127.0.0.9") as stranger:
        call_id = stranger.invite(line=LINE, from_value=b"<sip:trunk-main@127.0.0.1>")

        assert await stranger.final_status(call_id) == 401
    assert client.events == []


async def test_a_call_while_ringback_is_away_is_held_and_handed_over(
    asterisk: RunningAsterisk, caller: RawCaller
) -> None:
    """Who calls while the server is down hears music and is ours once it is back."""
    async with ConnectedClient(asterisk.ari_settings):
        pass

    call_id = caller.invite(line=LINE, from_value=MARIE)
    held = await caller.final_status(call_id)

    async with ConnectedClient(asterisk.ari_settings) as back:
        started = await arrival(back)
    assert held == 200
    assert started.args == ("inbound", "held")
    assert started.channel.state == "Up"
    assert identity_of(started.channel) == presented("+33612345678", "Marie")


async def test_a_call_already_with_us_stays_up_while_the_socket_is_away(
    asterisk: RunningAsterisk, caller: RawCaller
) -> None:
    """Property S20: what was left behind is found again, to be adopted or ended."""
    async with ConnectedClient(asterisk.ari_settings) as before:
        caller.invite(line=LINE, from_value=MARIE)
        channel_id = (await before.event(StasisStart)).channel.id
        await before.ari.request("POST", path("channels", channel_id, "answer"))

    async with ConnectedClient(asterisk.ari_settings) as after:
        listed = (await after.ari.request("GET", path("channels"))).json()
        kept = (await after.ari.request("GET", path("applications", "ringback"))).json()
        await after.ari.request("DELETE", path("channels", channel_id))
        await after.event(StasisEnd)

    assert [channel["id"] for channel in listed] == [channel_id]
    assert kept["channel_ids"] == [channel_id]


async def test_a_second_connection_replaces_the_first(asterisk: RunningAsterisk) -> None:
    """Property S22: the earlier of two servers is told that its place was taken."""
    async with (
        ConnectedClient(asterisk.ari_settings) as first,
        ConnectedClient(asterisk.ari_settings) as second,
    ):
        await first.ended()

        await second.ari.request("GET", path("asterisk", "ping"))

    assert "taken" in first.states[-1].sentence


async def test_pipelined_requests_are_answered_in_their_order(client: ConnectedClient) -> None:
    """Two hundred requests in one go bring their answers in the same order."""
    order: list[int] = []
    answers = [client.ari.send("GET", path("asterisk", "ping")) for _ in range(200)]
    numbers = {id(answer): number for number, answer in enumerate(answers)}
    for answer in answers:
        answer.add_done_callback(lambda done: order.append(numbers[id(done)]))

    await asyncio.gather(*answers)

    assert order == list(range(200))
