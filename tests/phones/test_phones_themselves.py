"""The telephones and the carrier of the tests do what tests rely on, on a real Asterisk."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.phones.asterisk_server import RunningAsterisk, start_asterisk
from tests.phones.baresip_phone import BaresipPhone, Registration
from tests.phones.conftest import TakePorts
from tests.phones.listening import contains_tone, find_message
from tests.phones.ports import PortBlock, take_block
from tests.phones.program import require_programs
from tests.phones.sipp_phone import (
    WITHHELD,
    WITHHELD_HEADERS,
    Caller,
    answering,
    calling,
    refusing,
    ringing_only,
)
from tests.phones.switchboard import Switchboard
from tests.phones.trunk_peer import Answer, Carrier

from ringback.telephony.asterisk.events import (
    ChannelDtmfReceived,
    PlaybackFinished,
    StasisEnd,
)
from ringback.telephony.asterisk.private_asterisk import AsteriskUnavailable
from ringback.telephony.asterisk.provisioning import DeskPhone, Trunk

pytestmark = pytest.mark.phones

LINE = "+33140000000"
CUSTOMER = "+33612345678"
TO_CUSTOMER = f"PJSIP/{CUSTOMER}@trunk-carrier"
AGENT = DeskPhone("agent-1", "desk-1", "a-password-of-this-test")
PROMPTS = Path(__file__).parents[2] / "src" / "ringback" / "speech" / "prompts"
CONFIRMATION = PROMPTS / "en" / "confirmation.wav"
CAUSE_OF = {
    Answer.UNKNOWN_NUMBER: 1,
    Answer.BUSY: 17,
    Answer.REJECTED: 21,
    Answer.NO_CHANNEL: 34,
    Answer.RINGS_ONLY: 19,
    Answer.MUTE: 19,
}


@pytest.fixture(scope="module")
def asterisk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAsterisk]:
    require_programs("baresip", "sipp")
    with take_block(200) as ports, take_block() as carrier_ports:
        try:
            running = start_asterisk(
                tmp_path_factory.mktemp("asterisk"),
                sip_port=ports[0],
                http_port=ports[1],
                rtp_ports=(ports[10], ports.last),
                prompts_directory=PROMPTS,
                trunks=[Trunk("carrier", host="127.0.0.2", port=carrier_ports[0])],
                desk_phones=[AGENT],
            )
        except AsteriskUnavailable as unavailable:
            pytest.skip(str(unavailable))
        yield running
        running.stop()


@pytest.fixture
async def carrier(asterisk: RunningAsterisk) -> AsyncIterator[Carrier]:
    server = ("127.0.0.1", asterisk.sip_port)
    async with Carrier(server=server, port=asterisk.trunks[0].port) as carrier:
        yield carrier


@pytest.fixture
async def switchboard(asterisk: RunningAsterisk, carrier: Carrier) -> AsyncIterator[Switchboard]:
    async with Switchboard(asterisk.ari_settings) as switchboard:
        yield switchboard


@pytest.fixture
async def customer(
    carrier: Carrier, take_ports: TakePorts, tmp_path: Path
) -> AsyncIterator[BaresipPhone]:
    phone = BaresipPhone(
        directory=tmp_path / "customer",
        user=CUSTOMER,
        display_name="Jean Dupont",
        domain=f"{carrier.host}:{carrier.port}",
        ports=take_ports(),
        tone_hz=440,
    )
    async with phone:
        carrier.routes[CUSTOMER] = phone.sip_address
        yield phone


async def test_star_of_a_customer_reaches_ari_once(
    carrier: Carrier, switchboard: Switchboard, customer: BaresipPhone
) -> None:
    """One key press is one event, with the caller's name and the line dialled."""
    await customer.dial(carrier.uri(LINE))
    start = await switchboard.call_arrived(CUSTOMER)
    await customer.wait_for("CALL_ESTABLISHED")
    await customer.send_digit("*")

    digit = await switchboard.wait_for(ChannelDtmfReceived)

    await customer.hangup()
    await switchboard.wait_for(StasisEnd)
    stars = [event for event in switchboard.events if isinstance(event, ChannelDtmfReceived)]
    assert [star.digit for star in stars] == ["*"]
    assert digit.channel.id == start.channel.id
    assert (start.channel.caller.name, start.channel.dialplan.exten) == ("Jean Dupont", LINE)
    assert [one.to_number for one in carrier.invites_from(CUSTOMER)] == [LINE]


async def test_star_of_sipp_reaches_ari(
    carrier: Carrier, switchboard: Switchboard, take_ports: TakePorts, tmp_path: Path
) -> None:
    """The test's mass caller can press `*` too, and sees who hangs up."""
    run = calling(
        directory=tmp_path / "sipp",
        ports=take_ports(),
        target=carrier.address,
        line=LINE,
        callers=[Caller(CUSTOMER)],
        press_star_after=timedelta(milliseconds=300),
    )
    async with run:
        start = await switchboard.call_arrived(CUSTOMER)
        digit = await switchboard.wait_for(ChannelDtmfReceived)
        await switchboard.do("DELETE", f"channels/{start.channel.id}")
        assert await run.wait_end() == 0

    assert digit.digit == "*"
    story = ["answered", "pressed", "hung-up-by-peer"]
    assert [event.type for event in run.events()] == story


async def test_of_five_callers_it_is_visible_who_is_still_up(
    carrier: Carrier, switchboard: Switchboard, take_ports: TakePorts, tmp_path: Path
) -> None:
    """When one of many is hung up, it is known which one."""
    numbers = [f"+3361234567{index}" for index in range(5)]
    run = calling(
        directory=tmp_path / "sipp",
        ports=take_ports(),
        target=carrier.address,
        line=LINE,
        callers=[Caller(number) for number in numbers],
    )
    async with run:
        starts = [await switchboard.call_arrived(number) for number in numbers]
        await run.wait_for("answered", count=5)
        assert run.still_up() == {1, 2, 3, 4, 5}

        await switchboard.do("DELETE", f"channels/{starts[2].channel.id}")

        ended = await run.wait_for("hung-up-by-peer")
        assert [event.call_number for event in ended] == [3]
        assert run.still_up() == {1, 2, 4, 5}


@pytest.mark.parametrize("is_interrupted", [False, True], ids=["whole", "interrupted"])
async def test_prompt_is_whole_in_the_recording_only_if_it_ended(
    carrier: Carrier, switchboard: Switchboard, customer: BaresipPhone, is_interrupted: bool
) -> None:
    """What a customer heard tells a finished message from an interrupted one."""
    await customer.dial(carrier.uri(LINE))
    channel = (await switchboard.call_arrived(CUSTOMER)).channel.id
    await customer.wait_for("CALL_ESTABLISHED")

    media = f"sound:{CONFIRMATION.with_suffix('')}"
    await switchboard.do("POST", f"channels/{channel}/play/prompt", media=media)
    if is_interrupted:
        await asyncio.sleep(2)
        await switchboard.do("DELETE", "playbacks/prompt")
    await switchboard.wait_for(PlaybackFinished, seconds=20)
    await switchboard.do("DELETE", f"channels/{channel}")
    await customer.wait_for("CALL_CLOSED")

    found = find_message((await customer.recordings())[0].heard, CONFIRMATION)
    assert found.is_whole is not is_interrupted
    assert found.is_end_heard is not is_interrupted
    assert found.matched_share > 0.2


def registered_agent(asterisk: RunningAsterisk, directory: Path, ports: PortBlock) -> BaresipPhone:
    """An agent's desk phone, registered and humming."""
    registration = Registration(
        f"127.0.0.1:{asterisk.sip_port}", username=AGENT.username, password=AGENT.password
    )
    return BaresipPhone(
        directory=directory,
        user=AGENT.username,
        registration=registration,
        ports=ports,
        tone_hz=900,
    )


async def test_number_which_called_is_called_back_and_hears_the_agent(
    asterisk: RunningAsterisk,
    carrier: Carrier,
    switchboard: Switchboard,
    customer: BaresipPhone,
    take_ports: TakePorts,
    tmp_path: Path,
) -> None:
    """Both ends hear each other, the customer sees the line's number, and is dialled once."""
    await customer.dial(carrier.uri(LINE))
    await switchboard.call_arrived(CUSTOMER)
    await customer.wait_for("CALL_ESTABLISHED")
    await customer.hangup()
    await switchboard.wait_for(StasisEnd)
    agent = registered_agent(asterisk, tmp_path / "agent", take_ports())
    async with agent:
        await agent.wait_for("REGISTER_OK")
        await switchboard.do("POST", "bridges/talk", type="mixing")
        await switchboard.dial(
            f"PJSIP/{AGENT.username}", channel_id="agent-leg", caller_id=CUSTOMER
        )
        assert (await agent.wait_for("CALL_INCOMING")).peer_number == CUSTOMER
        await agent.accept()
        await switchboard.dial(TO_CUSTOMER, channel_id="customer-leg", caller_id=LINE)
        assert (await customer.wait_for("CALL_INCOMING")).peer_number == LINE
        await customer.accept()
        for leg in ("agent-leg", "customer-leg"):
            await switchboard.leg_answered(leg)
            await switchboard.do("POST", "bridges/talk/addChannel", channel=leg)
        await asyncio.sleep(2)
        await customer.hangup()
        await switchboard.do("DELETE", "channels/agent-leg")
        await agent.wait_for("CALL_CLOSED")

        heard_by_agent = (await agent.recordings())[0].heard
        heard_by_customer = (await customer.recordings())[1].heard

    assert contains_tone(heard_by_agent, 440, 1.0)
    assert contains_tone(heard_by_customer, 900, 1.0)
    dialled = carrier.invites_to(CUSTOMER)
    assert [invite.from_number for invite in dialled] == [LINE]
    way = [p.first_line.split(" ")[0] for p in carrier.passages_of(dialled[0].call_id)]
    assert way.count("BYE") == 1


@pytest.mark.parametrize("answer", CAUSE_OF, ids=lambda answer: answer.name)
async def test_carriers_answer_is_seen_as_such(
    carrier: Carrier, switchboard: Switchboard, answer: Answer
) -> None:
    """Each way of not answering arrives in Asterisk as its own cause."""
    carrier.routes[CUSTOMER] = answer

    await switchboard.dial(TO_CUSTOMER, channel_id="leg", caller_id=LINE)

    assert await switchboard.leg_ended("leg") == CAUSE_OF[answer]
    assert len(carrier.invites_to(CUSTOMER)) == 1
    assert carrier.invites[0].from_number == LINE


async def test_carrier_gone_dark_answers_nothing_and_keeps_its_log(
    carrier: Carrier, switchboard: Switchboard, customer: BaresipPhone
) -> None:
    """A dead carrier is silent, and its log still shows the one dial."""
    carrier.is_dark = True

    await switchboard.dial(TO_CUSTOMER, channel_id="leg", caller_id=LINE)

    assert await switchboard.leg_ended("leg") == CAUSE_OF[Answer.MUTE]
    assert len(carrier.invites_to(CUSTOMER)) == 1
    assert customer.events == []


async def test_sipp_refuses_and_rings(
    carrier: Carrier, switchboard: Switchboard, take_ports: TakePorts, tmp_path: Path
) -> None:
    """Busy, full and unanswered numbers can be played in numbers."""
    full = "503 Service Unavailable"
    runs = {
        CAUSE_OF[Answer.BUSY]: refusing(directory=tmp_path / "busy", ports=take_ports()),
        CAUSE_OF[Answer.NO_CHANNEL]: refusing(
            directory=tmp_path / "full", ports=take_ports(), status=full
        ),
        CAUSE_OF[Answer.RINGS_ONLY]: ringing_only(directory=tmp_path / "no", ports=take_ports()),
    }
    for cause, run in runs.items():
        async with run:
            carrier.routes[CUSTOMER] = run.sip_address
            await switchboard.dial(TO_CUSTOMER, channel_id=f"leg-{cause}", caller_id=LINE)
            assert await switchboard.leg_ended(f"leg-{cause}") == cause
            assert await run.wait_end() == 0

        assert [invite.from_number for invite in run.invites()] == [LINE]
    assert len(carrier.invites_to(CUSTOMER)) == len(runs)


async def test_sipp_answers_talks_and_hangs_up(
    carrier: Carrier, switchboard: Switchboard, take_ports: TakePorts, tmp_path: Path
) -> None:
    """A customer who answers and hangs up can be played without a person."""
    run = answering(
        directory=tmp_path / "answers",
        ports=take_ports(),
        answer_after=timedelta(milliseconds=300),
        talk=timedelta(milliseconds=300),
    )
    async with run:
        carrier.routes[CUSTOMER] = run.sip_address
        await switchboard.dial(TO_CUSTOMER, channel_id="leg", caller_id=LINE)
        await switchboard.leg_answered("leg")
        await switchboard.wait_for(StasisEnd)
        assert await run.wait_end() == 0

    assert [event.type for event in run.events()] == ["invited", "answered", "hung-up-by-us"]


async def test_withheld_caller_and_hostile_name_arrive_as_sent(
    carrier: Carrier, switchboard: Switchboard, take_ports: TakePorts, tmp_path: Path
) -> None:
    """The carrier sees the very name and privacy that were sent, so the server does too."""
    hostile = 'x; ${SHELL(id)} [call_id] \\" <sip:evil@127.0.0.9> é'
    for name, caller, headers in (
        ("withheld", WITHHELD, WITHHELD_HEADERS),
        ("hostile", Caller(CUSTOMER, hostile), ()),
    ):
        run = calling(
            directory=tmp_path / name,
            ports=take_ports(),
            target=carrier.address,
            line=LINE,
            callers=[caller],
            more_headers=headers,
        )
        async with run:
            await switchboard.call_arrived("anonymous" if caller is WITHHELD else CUSTOMER)
            await run.wait_for("answered")

    withheld, odd = carrier.invites
    assert (withheld.from_number, withheld.text.first("Privacy")) == ("anonymous", "id")
    assert (odd.from_number, odd.from_display_name) == (CUSTOMER, hostile)


async def test_line_break_in_a_name_reaches_the_server_which_stays_silent(
    carrier: Carrier, switchboard: Switchboard, take_ports: TakePorts, tmp_path: Path
) -> None:
    """A header smuggled in by a line break is answered with nothing and starts no call."""
    broken = Caller(CUSTOMER, from_value=f'"x\r\nX-Evil: 1" <sip:{CUSTOMER}@127.0.0.1>')
    run = calling(
        directory=tmp_path / "sipp",
        ports=take_ports(),
        target=carrier.address,
        line=LINE,
        callers=[broken],
    )
    async with run:
        await carrier.wait_until(
            lambda: [one.source for one in carrier.passages].count(run.sip_address) >= 2
        )

    call = carrier.passages_of(carrier.invites[0].call_id)
    assert {(one.source, one.method) for one in call} == {(run.sip_address, "INVITE")}
    assert (carrier.invites[0].text.first("X-Evil") or "").startswith('1" <sip:')
    assert await switchboard.do("GET", "channels") == []
