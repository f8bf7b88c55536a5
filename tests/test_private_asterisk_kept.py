"""The private Asterisk outlives the server, and is found again by the next one."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringback.speech.catalogue import Language, Prompt, prompt_file
from ringback.telephony.asterisk.install import default_root
from ringback.telephony.asterisk.private_asterisk import AsteriskUnavailable, find_program
from tests.phones.ports import take_block
from tests.served import COMMAND, SECONDS_MAX, Served, environment_of, ringback, serving

pytestmark = [pytest.mark.phones, pytest.mark.slow]


@pytest.fixture
def settings() -> Iterator[dict[str, str]]:
    """Settings of a private Asterisk on ports of its own."""
    root = default_root(os.environ)
    try:
        find_program(root)
    except AsteriskUnavailable as unavailable:
        pytest.skip(str(unavailable))
    with take_block(20) as ports:
        yield {
            "RINGBACK_PHONES": "asterisk",
            "RINGBACK_AGENTS": '[{"id": "tom", "name": "Tom", "phone": "desk"}]',
            "RINGBACK_ASTERISK__PRIVATE": "true",
            "RINGBACK_ASTERISK__ROOT": str(root),
            "RINGBACK_ASTERISK__URL": f"http://127.0.0.1:{ports[0]}",
            "RINGBACK_ASTERISK__SIP_PORT": str(ports[1]),
            "RINGBACK_ASTERISK__RTP_PORT_FIRST": str(ports[4]),
            "RINGBACK_ASTERISK__RTP_PORT_LAST": str(ports.last),
        }


@pytest.fixture
def data(tmp_path: Path, settings: dict[str, str]) -> Iterator[Path]:
    yield tmp_path / "data"
    ringback("asterisk", "stop", data=tmp_path / "data", **settings)


def test_asterisk_survives_a_killed_server_and_ends_only_when_told(
    data: Path, settings: dict[str, str]
) -> None:
    """Callers stay up through a kill -9 of ours: the process stays, and is not started twice."""
    with serving(data=data, **settings) as first:
        _wait_until_ready(first)
        pid = _pid(data)
        first.kill()
    with serving(data=data, **settings) as second:
        _wait_until_ready(second)
        code, errors = second.end()
    found_again = _pid(data)

    spoken = data / "spoken" / "0f3a"
    shutil.copyfile(prompt_file(Prompt.WELCOME, Language.FRENCH), spoken.with_suffix(".wav"))
    checked = ringback("asterisk", "check", "--json", data=data, **settings)
    hidden = data / "spoken" / "hidden.wav"
    hidden.symlink_to("/nowhere/hidden.wav")
    checked_again = ringback("asterisk", "check", "--json", data=data, **settings)
    started = ringback("asterisk", "start", data=data, **settings)
    stopped = ringback("asterisk", "stop", data=data, **settings)

    assert code == 0, errors
    assert found_again == pid
    assert {finding["level"] for finding in json.loads(checked.stdout)} == {"ok"}
    [played] = [one for one in json.loads(checked.stdout) if one["code"] == "prompts"]
    tried = len(Prompt) * len(Language) + 2
    assert played["sentence"] == f"Asterisk can play the {tried} messages that were tried."
    [refused] = [one for one in json.loads(checked_again.stdout) if one["level"] != "ok"]
    assert refused["code"] == "prompts-unreadable"
    assert refused["sentence"] == f"Asterisk cannot play {hidden.with_suffix('')}."
    assert sorted(path.name for path in spoken.parent.iterdir()) == ["0f3a.wav", "hidden.wav"]
    assert "is running already" in started.stdout
    assert stopped.stdout == "Asterisk was stopped.\n"
    assert not _lives(pid)


def test_asterisk_is_run_by_whoever_watches_over_processes(
    data: Path, settings: dict[str, str]
) -> None:
    """It is the very process, a server beside it finds it, and the doctor finds nothing amiss."""
    apart = settings | {"RINGBACK_ASTERISK__PRIVATE": "false"}
    command = [*COMMAND, "asterisk", "run"]
    with subprocess.Popen(command, env=environment_of(data, apart), start_new_session=True) as run:
        with serving(data=data, **apart) as server:
            _wait_until_ready(server)
            again = ringback("asterisk", "run", data=data, **apart)
            looked = ringback("doctor", "--json", data=data, **apart)
        pid = _pid(data)
        run.send_signal(signal.SIGTERM)
        code = run.wait(timeout=SECONDS_MAX)

    assert (pid, code) == (run.pid, 0)
    assert (again.returncode, "is running already" in again.stderr) == (4, True)
    phones = {
        one["code"]: one["level"] for one in json.loads(looked.stdout) if one["area"] == "phones"
    }
    assert phones["transport"] == phones["codecs"] == phones["prompts"] == phones["phones"] == "ok"
    assert phones["no-trunk"] == "warning"
    assert "failure" not in phones.values()


def _pid(data: Path) -> int:
    return int((data / "asterisk" / "pid").read_text().split()[0])


def _lives(pid: int) -> bool:
    """Tell whether a process runs; one that nobody has waited for yet does not."""
    command_line = Path(f"/proc/{pid}/cmdline")
    return command_line.exists() and bool(command_line.read_bytes())


def _wait_until_ready(server: Served) -> None:
    for _ in range(2_000):
        if server.ask("GET", "/health")["phone_system"]["state"] == "ready":
            return
    raise AssertionError(server.ask("GET", "/health"))
