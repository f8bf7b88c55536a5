"""An Asterisk that knows the phones of the cast."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.contracts.cast import (
    BROWSER_AGENT,
    DESK_AGENT,
    OTHER_DESK_AGENT,
    SHORT_PROMPT,
    prompt_path,
)
from tests.phones.asterisk_server import RunningAsterisk, start_asterisk
from tests.phones.ports import take_block

from ringback.speech.catalogue import waiting_music_file
from ringback.telephony.asterisk.provisioning import DeskPhone, Trunk

PHONES: Final = (
    DeskPhone(DESK_AGENT, "desk-1", "a-password-of-this-test", qualify_seconds=2),
    DeskPhone(OTHER_DESK_AGENT, "desk-2", "a-password-of-this-test", qualify_seconds=2),
    DeskPhone(BROWSER_AGENT, "browser-1", "a-password-of-this-test", qualify_seconds=2),
)


@contextmanager
def asterisk_of_the_cast(directory: Path) -> Iterator[RunningAsterisk]:
    """Run an Asterisk that knows the phones of the cast and one carrier."""
    with take_block(200) as ports, take_block() as carrier_ports:
        running = start_asterisk(
            directory,
            sip_port=ports[0],
            http_port=ports[1],
            rtp_ports=(ports[10], ports.last),
            prompts_directory=prompt_path(SHORT_PROMPT).parents[1],
            music_directory=waiting_music_file().parent,
            trunks=[Trunk("carrier", host="127.0.0.2", port=carrier_ports[0])],
            desk_phones=PHONES,
        )
        try:
            yield running
        finally:
            running.stop()
