"""The telephones of the tests call, hear and refuse each other, and share no port."""

import asyncio
import socket
from pathlib import Path

import pytest
from tests.phones.baresip_phone import BaresipPhone
from tests.phones.conftest import TakePorts
from tests.phones.listening import contains_tone
from tests.phones.ports import PortsHeld, refuse_held, take_block
from tests.phones.program import require_programs

pytestmark = pytest.mark.phones


def test_port_held_is_refused_with_the_holders_name() -> None:
    """The message names the process to look at."""
    with take_block() as ports, socket.socket() as held:
        held.bind(("127.0.0.1", ports[3]))
        held.listen()

        with pytest.raises(PortsHeld, match=rf"port {ports[3]} is held by process \d+ \(.*py"):
            refuse_held([ports[2], ports[3]])


def test_two_blocks_share_no_port() -> None:
    """Two tests at the same time do not get in each other's way."""
    with take_block(100) as one, take_block() as other:
        assert not set(range(one.first, one.last + 1)) & set(range(other.first, other.last + 1))


async def test_two_phones_hear_each_others_tone(tmp_path: Path, take_ports: TakePorts) -> None:
    """Sound goes both ways, `*` arrives, and nobody records oneself."""
    require_programs("baresip")
    one = BaresipPhone(directory=tmp_path / "one", user="one", ports=take_ports(), tone_hz=440)
    two = BaresipPhone(directory=tmp_path / "two", user="two", ports=take_ports(), tone_hz=900)
    async with one, two:
        await one.dial(two.uri)
        assert (await two.wait_for("CALL_INCOMING")).peer_number == "one"
        await two.accept()
        await one.wait_for("CALL_ESTABLISHED")
        await asyncio.sleep(1.5)
        await one.send_digit("*")
        assert (await two.wait_for("CALL_DTMF_START")).detail == "*"
        await two.hangup()
        await one.wait_for("CALL_CLOSED")

        heard_by_one = (await one.recordings())[0].heard
        heard_by_two = (await two.recordings())[0].heard

    assert contains_tone(heard_by_one, 900, 1.0)
    assert not contains_tone(heard_by_one, 440, 0.2)
    assert contains_tone(heard_by_two, 440, 1.0)


async def test_phone_that_rejects_is_busy(tmp_path: Path, take_ports: TakePorts) -> None:
    """A phone that hangs up while ringing is told by status 486."""
    require_programs("baresip")
    one = BaresipPhone(directory=tmp_path / "one", user="one", ports=take_ports())
    two = BaresipPhone(directory=tmp_path / "two", user="two", ports=take_ports())
    async with one, two:
        await one.dial(two.uri)
        await two.wait_for("CALL_INCOMING")
        await two.hangup()

        assert (await one.wait_for("CALL_CLOSED")).detail.startswith("486")


async def test_phone_in_a_call_rings_for_a_second_one_or_is_busy(
    tmp_path: Path, take_ports: TakePorts
) -> None:
    """A phone for two calls rings for the second and refuses the third."""
    require_programs("baresip")
    one = BaresipPhone(directory=tmp_path / "one", user="one", ports=take_ports())
    two = BaresipPhone(directory=tmp_path / "two", user="two", ports=take_ports(), calls_max=2)
    three = BaresipPhone(directory=tmp_path / "three", user="three", ports=take_ports())
    async with one, two, three:
        await one.dial(two.uri)
        await two.wait_for("CALL_INCOMING")
        await two.accept()
        await one.wait_for("CALL_ESTABLISHED")

        await three.dial(two.uri)
        assert (await two.wait_for("CALL_INCOMING")).peer_number == "three"
        await three.wait_for("CALL_RINGING")
        await three.dial(two.uri)
        assert (await three.wait_for("CALL_CLOSED")).detail.startswith("486")
