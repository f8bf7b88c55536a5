"""Start a private Asterisk for one test, on ports and in a directory of its own."""

import asyncio
import os
import random
import secrets
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from ringback.telephony.asterisk.client import AriClient, AriSettings
from ringback.telephony.asterisk.configuration import AsteriskSettings, write_configuration
from ringback.telephony.asterisk.connection_states import Connected, ConnectionState
from ringback.telephony.asterisk.events import AriEvent
from ringback.telephony.asterisk.install import default_root
from ringback.telephony.asterisk.private_asterisk import (
    AsteriskProgram,
    PrivateAsterisk,
    find_program,
)
from ringback.telephony.asterisk.provisioning import (
    DeskPhone,
    Trunk,
    provision_desk_phone,
    provision_trunk,
)

READY_SECONDS_MAX = 20.0


@dataclass(frozen=True, slots=True)
class RunningAsterisk:
    """An Asterisk that answers; end it with `stop` or, as a power cut would, with `kill`."""

    ari_url: str
    ari_user: str
    ari_password: str
    ari_app: str
    sip_port: int
    rtp_ports: tuple[int, int]
    directory: Path
    trunks: tuple[Trunk, ...]
    desk_phones: tuple[DeskPhone, ...]
    process: PrivateAsterisk = field(repr=False)

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def ari_settings(self) -> AriSettings:
        return AriSettings(self.ari_url, self.ari_user, self.ari_password, self.ari_app)

    @property
    def log(self) -> Path:
        return self.directory / "state" / "log" / "messages.log"

    def stop(self) -> None:
        self.process.stop()

    def kill(self) -> None:
        self.process.kill()

    def start_again(self) -> None:
        """Start it anew with the same configuration; what was provisioned is gone."""
        self.process.start()
        _wait_until_ready(self)


def start_asterisk(
    directory: Path,
    *,
    sip_port: int,
    http_port: int,
    rtp_ports: tuple[int, int],
    prompts_directory: Path | None = None,
    music_directory: Path | None = None,
    trunks: Sequence[Trunk] = (),
    desk_phones: Sequence[DeskPhone] = (),
    app: str = "ringback",
    program: AsteriskProgram | None = None,
) -> RunningAsterisk:
    """Start Asterisk, wait until ARI answers, and make the trunks and phones known.

    Everything listens on 127.0.0.1. Asterisk sees `directory`, `prompts_directory` and
    `music_directory` at the same paths as the test. It dies with the thread that called this, so
    call it from the main one; a running event loop does no harm, but is blocked for half a second.
    """
    music = music_directory or directory / "music"
    music.mkdir(parents=True, exist_ok=True)
    settings = AsteriskSettings(
        app=app,
        ari_user="ringback",
        ari_password=secrets.token_urlsafe(24),
        http_port=http_port,
        sip_port=sip_port,
        rtp_ports=rtp_ports,
        state_directory=directory / "state",
        music_directory=music,
    )
    write_configuration(directory / "etc", settings)
    process = _private_asterisk(directory, (music, prompts_directory), program)
    return _brought_up(
        RunningAsterisk(
            ari_url=f"http://127.0.0.1:{http_port}",
            ari_user=settings.ari_user,
            ari_password=settings.ari_password,
            ari_app=app,
            sip_port=sip_port,
            rtp_ports=rtp_ports,
            directory=directory,
            trunks=tuple(trunks),
            desk_phones=tuple(desk_phones),
            process=process,
        )
    )


def _private_asterisk(
    directory: Path, sounds: Sequence[Path | None], program: AsteriskProgram | None
) -> PrivateAsterisk:
    return PrivateAsterisk(
        program or find_program(default_root(os.environ)),
        configuration=directory / "etc",
        state=directory / "state",
        readable=(directory, *(folder for folder in sounds if folder is not None)),
        ends_with_us=True,
    )


def _brought_up(asterisk: RunningAsterisk) -> RunningAsterisk:
    asterisk.process.start()
    try:
        _wait_until_ready(asterisk)
        if asterisk.trunks or asterisk.desk_phones:
            with ThreadPoolExecutor(1) as beside:
                beside.submit(asyncio.run, provision(asterisk)).result()
    except BaseException:
        asterisk.process.kill()
        raise
    return asterisk


async def provision(asterisk: RunningAsterisk) -> None:
    """Make the trunks and phones known through a connection of its own, under another name.

    Its own application name: a second connection of the same name would replace the first.
    """
    connected = asyncio.Event()

    def on_event(event: AriEvent) -> None:
        pass

    def on_state(state: ConnectionState) -> None:
        if isinstance(state, Connected):
            connected.set()

    settings = AriSettings(
        asterisk.ari_url, asterisk.ari_user, asterisk.ari_password, "ringback-provisioning"
    )
    client = AriClient(settings, on_event, on_state, jitter=random.random)
    running = asyncio.create_task(client.run())
    try:
        async with asyncio.timeout(READY_SECONDS_MAX):
            await connected.wait()
            for trunk in asterisk.trunks:
                await provision_trunk(client, trunk)
            for phone in asterisk.desk_phones:
                await provision_desk_phone(client, phone)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def _wait_until_ready(asterisk: RunningAsterisk) -> None:
    deadline = time.monotonic() + READY_SECONDS_MAX
    while not _answers(asterisk):
        if not asterisk.process.running or time.monotonic() > deadline:
            log = asterisk.log.read_text(errors="replace") if asterisk.log.exists() else "no log"
            console = (asterisk.log.parent / "console.log").read_text()
            raise RuntimeError(f"Asterisk does not answer.\n{console[-2000:]}\n{log[-2000:]}")
        time.sleep(0.02)


def _answers(asterisk: RunningAsterisk) -> bool:
    url = f"{asterisk.ari_url}/ari/asterisk/ping"
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, url, asterisk.ari_user, asterisk.ari_password)
    opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
    try:
        with opener.open(url, timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
