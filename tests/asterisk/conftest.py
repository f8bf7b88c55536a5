"""A private Asterisk for the tests of this package, and clients connected to it."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from tests.phones.asterisk_server import RunningAsterisk, start_asterisk
from tests.phones.ports import PortBlock, take_block

import ringback.speech
from ringback.telephony.asterisk.install import default_root
from ringback.telephony.asterisk.private_asterisk import (
    AsteriskProgram,
    AsteriskUnavailable,
    find_program,
)
from ringback.telephony.asterisk.provisioning import DeskPhone, Trunk

from .connections import ConnectedClient

SPEECH = Path(next(iter(ringback.speech.__path__)))


@pytest.fixture(scope="session")
def asterisk_program() -> AsteriskProgram:
    try:
        return find_program(default_root(os.environ))
    except AsteriskUnavailable as absent:
        pytest.skip(f"no Asterisk: {absent}")


@pytest.fixture(scope="session")
def caller_ports() -> Iterator[PortBlock]:
    with take_block(20) as block:
        yield block


@pytest.fixture(scope="module")
def asterisk(
    asterisk_program: AsteriskProgram,
    caller_ports: PortBlock,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[RunningAsterisk]:
    """One Asterisk a module, with a trunk that is `caller_ports[0]` and one desk phone."""
    with take_block(40) as ports:
        running = start_asterisk(
            tmp_path_factory.mktemp("asterisk"),
            sip_port=ports[0],
            http_port=ports[1],
            rtp_ports=(ports[4], ports[39]),
            music_directory=SPEECH / "music",
            prompts_directory=SPEECH / "prompts",
            trunks=[Trunk("main", "127.0.0.1", caller_ports[0])],
            desk_phones=[DeskPhone("lea", "lea-phone", "secret-of-lea", qualify_seconds=0)],
            program=asterisk_program,
        )
        yield running
        running.stop()


@pytest.fixture
async def client(asterisk: RunningAsterisk) -> AsyncIterator[ConnectedClient]:
    async with ConnectedClient(asterisk.ari_settings) as connected:
        yield connected
