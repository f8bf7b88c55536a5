"""An Asterisk to which nothing has been made known yet: no trunk, no phone, no call."""

import asyncio
import random
from collections.abc import Iterator

import pytest
from tests.contracts.cast import CastBook
from tests.phones.asterisk_server import RunningAsterisk, start_asterisk
from tests.phones.ports import take_block

from ringback.core.inputs import PhoneSystemListed
from ringback.ports import PhoneSystemState, TelephonyReport
from ringback.telephony.asterisk.adapter import AsteriskTelephony
from ringback.telephony.asterisk.private_asterisk import AsteriskProgram
from ringback.telephony.asterisk.routing import TelephonySettings

pytestmark = [pytest.mark.phones, pytest.mark.slow]

SECONDS_MAX = 10.0


@pytest.fixture(scope="module")
def bare_asterisk(
    asterisk_program: AsteriskProgram, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningAsterisk]:
    with take_block(20) as ports:
        running = start_asterisk(
            tmp_path_factory.mktemp("asterisk"),
            sip_port=ports[0],
            http_port=ports[1],
            rtp_ports=(ports[4], ports.last),
            program=asterisk_program,
        )
        yield running
        running.stop()


async def test_company_without_trunk_and_phone_is_ready(bare_asterisk: RunningAsterisk) -> None:
    """Asterisk answers 404 where it knows no endpoint at all: that is an empty list."""
    telephony = AsteriskTelephony(
        TelephonySettings(bare_asterisk.ari_settings), CastBook(), jitter=random.random
    )
    reports: asyncio.Queue[TelephonyReport] = asyncio.Queue()

    running = asyncio.create_task(telephony.run(reports.put_nowait))
    try:
        async with asyncio.timeout(SECONDS_MAX):
            first = await reports.get()
        health = telephony.health()
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    assert first == PhoneSystemListed(legs=(), never_sent=(), lost_agents=())
    assert health.state is PhoneSystemState.READY
