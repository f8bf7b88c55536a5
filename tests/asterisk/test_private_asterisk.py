"""Starting and ending private Asterisks: several at once, and nothing left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.phones.asterisk_server import RunningAsterisk, start_asterisk
from tests.phones.ports import take_block

from ringback.telephony.asterisk.connection_states import Connected, Unreachable
from ringback.telephony.asterisk.private_asterisk import AsteriskProgram

from .connections import ConnectedClient

pytestmark = pytest.mark.phones


def start(program: AsteriskProgram, directory: Path, first_port: int) -> RunningAsterisk:
    return start_asterisk(
        directory,
        sip_port=first_port,
        http_port=first_port + 1,
        rtp_ports=(first_port + 2, first_port + 9),
        program=program,
    )


def test_several_run_side_by_side_and_leave_nothing_mounted(
    asterisk_program: AsteriskProgram, tmp_path: Path
) -> None:
    """One that is killed disturbs no other, and all mounts go with them."""
    with take_block(20) as ports:
        first = start(asterisk_program, tmp_path / "first", ports[0])
        second = start(asterisk_program, tmp_path / "second", ports[10])

        first.kill()
        running = second.process.running
        second.stop()

    assert running
    assert not first.process.running
    assert not second.process.running
    assert str(asterisk_program.root or tmp_path) not in Path("/proc/mounts").read_text()


async def test_a_killed_asterisk_is_noticed_and_found_again(asterisk: RunningAsterisk) -> None:
    """The cut is told at once, and the connection comes back with Asterisk."""
    async with ConnectedClient(asterisk.ari_settings) as client:
        asterisk.kill()
        lost = await client.state(Unreachable)

        asterisk.start_again()

        await client.state(Connected, times=2)
    assert lost.code == "cut"


async def test_a_frozen_asterisk_is_noticed_by_the_heartbeat(asterisk: RunningAsterisk) -> None:
    """Silence alone counts as loss, and what wakes up is taken back."""
    async with ConnectedClient(asterisk.ari_settings) as client:
        os.kill(asterisk.pid, signal.SIGSTOP)
        try:
            lost = await client.state(Unreachable, seconds_max=30)
        finally:
            os.kill(asterisk.pid, signal.SIGCONT)

        await client.state(Connected, times=2)
    assert lost.code == "silent"


def test_it_dies_with_the_process_that_started_it(
    asterisk_program: AsteriskProgram, tmp_path: Path
) -> None:
    """A killed server leaves no Asterisk behind that would hold its ports."""
    with take_block(20) as ports:
        parent = subprocess.Popen(
            [sys.executable, "-c", STARTER, str(tmp_path), str(ports[0])],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())

        parent.kill()
        parent.wait()
        parent.stdout.close()

        deadline = time.monotonic() + 10
        while _alive(pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not _alive(pid)


STARTER = """
import os, sys, time
from pathlib import Path
from ringback.telephony.asterisk.install import default_root
from ringback.telephony.asterisk.private_asterisk import find_program
from tests.phones.asterisk_server import start_asterisk
port = int(sys.argv[2])
running = start_asterisk(
    Path(sys.argv[1]), sip_port=port, http_port=port + 1, rtp_ports=(port + 2, port + 9)
)
print(running.pid, flush=True)
time.sleep(60)
"""


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"
