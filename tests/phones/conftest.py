"""Ports for the tests with telephones, and an Asterisk for a company."""

from collections.abc import Callable, Iterator

import pytest

from ringback.speech.catalogue import Language, Prompt, prompt_file, waiting_music_file
from ringback.telephony.asterisk.private_asterisk import AsteriskUnavailable

from .asterisk_server import RunningAsterisk, start_asterisk
from .ports import BLOCK_SIZE, PortBlock, take_block
from .program import require_programs

TakePorts = Callable[[], PortBlock]


@pytest.fixture
def take_ports() -> Iterator[TakePorts]:
    """Give blocks of ports which are free again after the test."""
    taken: list[PortBlock] = []

    def take() -> PortBlock:
        taken.append(take_block(BLOCK_SIZE))
        return taken[-1]

    yield take
    for block in taken:
        block.release()


@pytest.fixture(scope="module")
def company_asterisk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAsterisk]:
    """An Asterisk of its own for a module, which knows nobody until a server tells it."""
    require_programs("baresip", "sipp", "espeak-ng")
    with take_block(400) as ports:
        try:
            running = start_asterisk(
                tmp_path_factory.mktemp("company"),
                sip_port=ports[0],
                http_port=ports[1],
                rtp_ports=(ports[10], ports.last),
                prompts_directory=prompt_file(Prompt.WELCOME, Language.ENGLISH).parents[1],
                music_directory=waiting_music_file().parent,
            )
        except AsteriskUnavailable as unavailable:
            pytest.skip(str(unavailable))
        yield running
        running.stop()
