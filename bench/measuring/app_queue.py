"""The peer: Asterisk's own `app_queue` with the same phones and callers, configured by files."""

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from ringback.speech.catalogue import waiting_music_file
from ringback.telephony.asterisk.configuration import (
    MUSIC_CLASS,
    AsteriskSettings,
    configuration_texts,
)
from ringback.telephony.asterisk.install import default_root
from ringback.telephony.asterisk.private_asterisk import PrivateAsterisk, find_program

from .asterisk_ready import wait_until_answering
from .people import Crowd

DEFAULTS: Mapping[str, str] = {"ringinuse": "no"}
"""All as Asterisk has it, save that an agent who is talking is not rung a second time."""

BEST: Mapping[str, str] = {
    "strategy": "rrmemory",
    "autofill": "yes",
    "retry": "1",
    "timeout": "15",
    "wrapuptime": "0",
    "ringinuse": "no",
    "announce-frequency": "0",
}
PASSWORD = "only-on-loopback"


@contextlib.contextmanager
def app_queue(
    people: Crowd, directory: Path, settings: Mapping[str, str], environment: Mapping[str, str]
) -> Iterator[int]:
    """Serve the line by a queue with these settings; give the process id of Asterisk."""
    music = waiting_music_file().parent
    asterisk = AsteriskSettings(
        app="unused",
        ari_user="bench",
        ari_password=PASSWORD,
        http_port=people.http_port,
        sip_port=people.sip_port,
        rtp_ports=people.rtp_ports,
        state_directory=directory / "state",
        music_directory=music,
    )
    configuration = directory / "etc"
    configuration.mkdir(parents=True)
    texts = configuration_texts(configuration, asterisk)
    texts["modules.conf"] += "load = app_queue.so\nload = res_stasis.so\n"
    texts["sorcery.conf"] = ""
    texts["pjsip.conf"] += _endpoints(people)
    texts["extensions.conf"] = _dialplan()
    texts["queues.conf"] = _queue(people, settings)
    for name, text in texts.items():
        (configuration / name).write_text(text)
    process = PrivateAsterisk(
        find_program(default_root(environment)),
        configuration=configuration,
        state=directory / "state",
        readable=(directory, music),
        ends_with_us=True,
    )
    with process:
        wait_until_answering(people.http_port, "bench", PASSWORD)
        yield process.pid


def _dialplan() -> str:
    return (
        "[general]\nstatic = yes\nwriteprotect = yes\n"
        "[inbound]\n"
        "exten => _[+0-9]!,1,Answer()\n"
        " same => n,Queue(bench)\n"
        " same => n,Hangup()\n"
    )


def _queue(people: Crowd, settings: Mapping[str, str]) -> str:
    rows = [f"{name} = {value}" for name, value in settings.items()]
    members = [f"member => PJSIP/{agent}" for agent in people.agents]
    return "\n".join(("[general]", "[bench]", f"musicclass = {MUSIC_CLASS}", *rows, *members, ""))


def _endpoints(people: Crowd) -> str:
    text = (
        "[carrier]\ntype = identify\nendpoint = carrier\nmatch = 127.0.0.1\n"
        "[carrier]\ntype = aor\n"
        "[carrier]\ntype = endpoint\ncontext = inbound\naors = carrier\n"
        "identify_by = ip\ndisallow = all\nallow = alaw\ndirect_media = no\n"
    )
    for rack in people.racks:
        for agent in rack.agents:
            text += (
                f"[{agent}]\ntype = aor\ncontact = sip:{agent}@127.0.0.1:{rack.port}\n"
                f"[{agent}]\ntype = endpoint\ncontext = inbound\naors = {agent}\n"
                "identify_by = username\ndevice_state_busy_at = 1\n"
                "disallow = all\nallow = alaw\ndirect_media = no\n"
            )
    return text
