"""`ringback doctor`: what it finds, beside a server, without one, and where something is wrong."""

import ast
import asyncio
import json
import os
import re
import socket
import stat
import wave
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ringback.bootstrap import doctor_command
from ringback.bootstrap.data_directory import make_data_directory
from ringback.bootstrap.doctor import sounds, storage
from ringback.bootstrap.doctor.examining import examine_installation
from ringback.bootstrap.doctor.findings import Area, Finding, Level
from ringback.bootstrap.doctor.machine import of_kernel, of_room
from ringback.cli import app
from ringback.config.loading import check_settings
from ringback.config.settings import Settings
from ringback.runtime.machine import Held, room_of
from ringback.storage.sqlite import SqliteJournal
from ringback.storage.sqlite_examination import filesystem_of, sync_seconds, writer_of
from ringback.telephony.asterisk import check_ways
from tests.served import ringback, serving
from tests.test_user_documents import document

PORT = {"RINGBACK_HTTP__PORT": "0"}


def doctor(*arguments: str, data: Path, **settings: str) -> tuple[int, dict[str, Any]]:
    """Run it, and give its exit code and its findings by their codes."""
    done = ringback("doctor", "--json", *arguments, data=data, **settings)
    return done.returncode, {one["code"]: one for one in json.loads(done.stdout)}


def kept(folder: Path) -> dict[str, bytes]:
    """Give what lies in a folder, but for what SQLite lays beside a journal while it is read."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    }


def findings_of(settings: Settings) -> dict[str, Finding]:
    return {one.code: one for one in asyncio.run(examine_installation(settings))}


def settings_in(data: Path, **values: Any) -> Settings:
    return check_settings({"data_directory": data, "http": {"port": 1}, **values})


def test_new_installation_is_looked_over_and_left_as_it_is(tmp_path: Path) -> None:
    """Nothing is made, not even the data directory."""
    code, found = doctor(data=tmp_path / "data", **PORT)

    assert code == 0
    assert found["no-journal-yet"]["level"] == "ok"
    assert found["not-running"]["area"] == "server"
    assert found["no-lines"]["remedy"]
    assert {one["area"] for one in found.values()} == {area.value for area in Area}
    assert list(tmp_path.iterdir()) == []


def test_server_that_runs_is_looked_over_and_then_one_that_has_ended(tmp_path: Path) -> None:
    """It tells who writes the journal, and changes nothing in either case."""
    data = tmp_path / "data"
    with serving("--demo", data=data) as server:
        beside, running = doctor("--demo", data=data, **PORT)
        server.end()
    before = kept(data)
    after, ended = doctor("--demo", data=data, **PORT)
    told = ringback("doctor", "--demo", data=data, **PORT)

    assert (beside, after) == (0, 0)
    assert running["phone-system-ready"]["area"] == "server"
    assert str(server.process.pid) in running["writer"]["sentence"]
    assert ended["writer"]["sentence"] == "No server is seen to write it."
    assert ended["own-messages"]["level"] == "ok"
    assert ended["journal-sound"]["level"] == "ok"
    assert kept(data) == before
    assert told.stdout.splitlines()[-1].startswith("Failures: 0. ")


def test_wrong_settings_are_findings_too(tmp_path: Path) -> None:
    """Each mistake is one, and the exit code is that of wrong settings."""
    wrong = {"RINGBACK_HTTP__PORT": "no", "RINGBACK_DATA_DIRECTORY": str(tmp_path / "data")}

    told = CliRunner().invoke(app, ["doctor", "--json"], env=wrong)

    [found] = json.loads(told.output)
    assert (told.exit_code, found["code"]) == (2, "settings-wrong")
    assert "http.port" in found["sentence"]


def test_damaged_journal_is_a_failure_that_says_what_to_do(tmp_path: Path) -> None:
    """Without touching it."""
    SqliteJournal.open(tmp_path / "ringback.db")
    journal = tmp_path / "ringback.db"
    journal.write_bytes(journal.read_bytes()[:4096] + b"\xff" * 4096)

    found = findings_of(settings_in(tmp_path))

    assert found["journal-unusable"].level is Level.FAILURE
    assert "backup" in found["journal-unusable"].remedy


def test_messages_that_cannot_be_played_are_named(tmp_path: Path) -> None:
    """One is missing at 16 kHz, one is at the wrong rate, one is no sound."""

    def lay(name: str, hertz: int) -> None:
        with wave.open(str(tmp_path / name), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(hertz)
            sound.writeframes(b"\0\0" * 80)

    lay("a.wav", 8_000)
    lay("b.wav", 16_000)
    lay("b.wav16", 16_000)
    (tmp_path / "c.wav").write_text("no sound")
    lay("c.wav16", 16_000)

    stems = [tmp_path / name for name in "abc"]
    problems = [list(sounds.problems_of(stem)) for stem in stems]
    assert [len(each) for each in problems] == [1, 1, 1]
    assert "a.wav16: No such file" in problems[0][0]
    assert "8000 Hz" in problems[1][0]
    assert problems[2] == ["c.wav: no WAV"]


@pytest.mark.parametrize(
    ("free", "files", "level"),
    [
        (50_000_000, 10**6, Level.FAILURE),
        (10**12, 10, Level.FAILURE),
        (500_000_000, 10**6, Level.WARNING),
        (10**12, 10**6, Level.OK),
    ],
)
def test_room_on_a_disk_is_judged(free: int, files: int, level: Level) -> None:
    """Below 1 GB is a warning; below 100 MB, or with few files left, a failure."""
    blocks = free // 4096
    room = os.statvfs_result((4096, 4096, 10**9, blocks, blocks, 10**7, files, files, 0, 255))

    found = of_room(room_of(Path("/data"), [Held.JOURNAL], room))

    assert found.level is level
    assert (not found.remedy) == (level is Level.OK)


@pytest.mark.parametrize(("state", "level"), [(5, "warning"), (0, "ok"), (None, "ok")])
def test_clock_without_a_time_server_is_a_warning(state: int | None, level: str) -> None:
    """As the kernel tells it."""
    [found] = of_kernel(state)

    assert found.level == level


def test_journal_that_a_process_has_taken_is_known_by_its_lock(tmp_path: Path) -> None:
    """From what the kernel lists, without trying the lock."""
    journal = tmp_path / "ringback.db"
    opened = asyncio.run(_open(journal))
    taken = writer_of(journal)
    asyncio.run(opened.close())

    assert taken == os.getpid()
    assert writer_of(journal) is None


async def _open(journal: Path) -> SqliteJournal:
    return SqliteJournal.open(journal)


def test_file_system_is_that_of_the_deepest_mount(tmp_path: Path) -> None:
    """A journal over a network, or in memory, is told."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n")

    assert filesystem_of(tmp_path / "data", mounts) == "nfs4"
    assert filesystem_of(Path("/"), mounts) == "ext4"
    assert "nfs4" in storage.OVER_A_NETWORK


def test_syncs_are_measured_on_a_file_without_a_name(tmp_path: Path) -> None:
    """So that nothing is left, whatever happens."""
    taken = sync_seconds(tmp_path)

    assert list(taken) == sorted(taken)
    assert taken[0] > 0
    assert list(tmp_path.iterdir()) == []


def test_data_that_others_may_read_is_a_failure(tmp_path: Path) -> None:
    """With the command that closes it."""
    data = tmp_path / "data"
    data.mkdir()
    data.chmod(0o755)

    found = findings_of(settings_in(data))

    assert found["data-open-to-others"].level is Level.FAILURE
    assert f"chmod -R go-rwx {data}" in found["data-open-to-others"].remedy


def test_data_directory_that_a_server_makes_is_closed_to_others(tmp_path: Path) -> None:
    """With every folder above it that was not there, as that of a demo within it."""
    data = tmp_path / "ringback" / "data"
    make_data_directory(data / "demo")

    found = findings_of(settings_in(data))

    assert found["data"].level is Level.OK
    assert stat.S_IMODE(data.parent.stat().st_mode) == 0o700


def test_asterisk_that_is_away_is_a_failure(tmp_path: Path) -> None:
    """The doctor says so, and no password is made for it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    without = findings_of(settings_in(tmp_path / "data", phones="asterisk"))
    away = findings_of(
        settings_in(
            tmp_path / "data", phones="asterisk", asterisk={"url": url, "password": "x" * 20}
        )
    )

    assert without["no-password"].level is Level.FAILURE
    assert away["unreachable-refused"].level is Level.FAILURE
    assert not (tmp_path / "data").exists()


def test_every_finding_is_documented() -> None:
    """Its code stands in the table, and no other does; those of the check have their own."""
    folder = Path(storage.__file__).parent
    beside = (Path(check_ways.__file__), Path(doctor_command.__file__))
    given = {
        code_of(call.args[1])
        for path in (*sorted(folder.glob("*.py")), *beside)
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in ("ok", "warning", "failure", "Finding")
        and len(call.args) > 1
    }

    cells = re.findall(r"^\| (`[^|]+`) \|", document("doctor.md"), re.MULTILINE)
    told = [code for cell in cells for code in re.findall(r"`([^`]+)`", cell)]
    assert set(told) == given - {"*"}
    assert len(told) == len(set(told))


def code_of(argument: ast.expr) -> str:
    """Write what varies in a code as a star."""
    match argument:
        case ast.Constant(value=str(code)):
            return code
        case ast.JoinedStr(values=parts):
            return "".join(
                str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts
            )
        case _:
            return "*"
