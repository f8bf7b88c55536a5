"""A customer is erased: searched for in the bytes of every file; and a restore changes nothing."""

import json
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from ringback.config.loading import DEMO_COMPANY
from tests.postgres_server import running_postgres
from tests.served import Served, ringback, serving

pytestmark = pytest.mark.slow

JAMES, NAME = "+442079460123", "James Wilson"
OLIVIA = "+442079460461"
TRACES = (b"442079460123", b"02079460123", NAME.encode())
SECONDS_MAX = 30.0
PENDING = "callback-pending"
ANY_PORT = {"RINGBACK_HTTP__PORT": "0"}


@dataclass(frozen=True, slots=True)
class Installation:
    """A data directory, and what the environment says of the store."""

    data: Path
    environment: Mapping[str, str]
    beside: Callable[[], bytes]
    """What lies in files elsewhere."""

    def serving(self) -> Any:
        return serving(data=self.data, **self.environment)

    def run(self, *arguments: str) -> str:
        ran = ringback(*arguments, data=self.data, **ANY_PORT, **self.environment)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def traces(self) -> list[str]:
        """Name the files that hold the number, in any spelling, or the name."""
        contents = {str(p): p.read_bytes() for p in self.data.rglob("*") if p.is_file()}
        contents["elsewhere"] = self.beside()
        return [name for name, held in contents.items() if any(t in held for t in TRACES)]


@pytest.fixture(params=["sqlite", "postgres"])
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    (tmp_path / "ringback.toml").write_text(DEMO_COMPANY.read_text())
    if request.param == "sqlite":
        yield Installation(tmp_path / "data", {}, lambda: b"")
        return
    with running_postgres() as server:
        database = {"RINGBACK_STORAGE__DATABASE": server.make_database()}
        yield Installation(tmp_path / "data", database, server.on_disk)


def _until(condition: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + SECONDS_MAX
    while not (found := condition()):
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.05)
    return found


def _calls_in(server: Served, number: str) -> None:
    """Dial, wait in the queue, press `*`, and hang up."""
    server.ask("PUT", "/agents/lea/status", {"status": "online"})
    phone, before = f"/booth/phones/{quote(number)}", len(_callbacks(server))
    server.ask("POST", f"{phone}/dial", {"line_id": "london"})
    _until(lambda: any(call["stage"] == "waiting" for call in server.ask("GET", "/calls/live")))
    server.ask("POST", f"{phone}/press", {"digit": "*"})
    _until(lambda: len(_callbacks(server)) > before)
    server.ask("POST", f"{phone}/hang-up")
    _until(lambda: {call["stage"] for call in server.ask("GET", "/calls/live")} == {PENDING})


def _callbacks(server: Served) -> list[Any]:
    found: list[Any] = server.ask("GET", "/callbacks?limit=50")["callbacks"]
    return found


def _outcomes(server: Served) -> list[Any]:
    return [callback["outcome"] for callback in _callbacks(server)]


def test_nothing_of_an_erased_customer_is_left_in_any_file(installation: Installation) -> None:
    """R49: though the server was killed before; whoever calls again is somebody new."""
    with installation.serving() as server:
        _calls_in(server, JAMES)
        server.kill()
    installation.run("customer", "export", "020 7946 0123", str(installation.data / "../james.zip"))
    with installation.serving() as server:
        _calls_in(server, OLIVIA)
        assert installation.traces()

        told = installation.run("customer", "erase", "020 7946 0123", "--yes")

        assert "The customer is erased." in told
        assert installation.traces() == []
        [of_olivia, of_james] = _callbacks(server)
        assert of_james["outcome"] == {"kind": "cancelled", "reason": "erased"}
        assert of_james["customer"]["number"] is None
        assert of_olivia["customer"]["number"] == OLIVIA
        _, logged = server.end()
    assert not any(trace.decode() in logged for trace in TRACES)
    assert installation.traces() == []

    before = installation.run("callbacks", "--json")
    installation.run("records", "rebuild")
    assert installation.run("callbacks", "--json") == before
    with installation.serving() as server:
        _calls_in(server, JAMES)
        newest = _callbacks(server)[0]
        assert (newest["customer"]["number"], newest["customer"]["name"]) == (JAMES, NAME)
        assert sum(each["customer"]["number"] == JAMES for each in _callbacks(server)) == 1
    document = zipfile.ZipFile(installation.data / "../james.zip").read("customer.json")
    exported = json.loads(document)
    assert exported["customer"] == {"id": "c1", "number": JAMES, "name": NAME}
    assert len(exported["calls"]) == len(exported["callbacks"]) == 1
    assert any(NAME in (each["what"] or "") for each in exported["timeline"])


def test_restore_of_an_older_backup_erases_again(tmp_path: Path) -> None:
    """The references of the erased lie beside the backups; ids are never given twice."""
    (tmp_path / "ringback.toml").write_text(DEMO_COMPANY.read_text())
    installation = Installation(tmp_path / "data", {}, lambda: b"")
    backup = str(tmp_path / "older.zip")
    with installation.serving() as server:
        _calls_in(server, JAMES)
        installation.run("backup", backup)
        installation.run("customer", "erase", JAMES, "--yes")
        server.end()
    installation.run("restore", backup, "--replace")
    assert installation.traces()

    with installation.serving() as server:
        _until(lambda: not installation.traces())
        _until(lambda: _outcomes(server) == [{"kind": "cancelled", "reason": "erased"}])
        assert not list(installation.data.glob("replaced-*"))
        _calls_in(server, JAMES)
        newest = _callbacks(server)[0]
        assert newest["customer"]["number"] == JAMES
        server.end()
    references = json.loads((installation.data / "erased-customers.json").read_text())
    assert references == {"erased": ["c1"], "unfinished": [], "wipe_owed": False}


def test_customer_is_not_erased_without_a_yes(tmp_path: Path) -> None:
    """Nothing happens without a server either; and what is unknown is said to be."""
    (tmp_path / "ringback.toml").write_text(DEMO_COMPANY.read_text())
    installation = Installation(tmp_path / "data", {}, lambda: b"")
    with installation.serving() as server:
        _calls_in(server, JAMES)
        asked = ringback("customer", "erase", JAMES, data=installation.data, **ANY_PORT)
        unknown = ringback(
            "customer", "erase", "+442079460999", "--yes", data=installation.data, **ANY_PORT
        )
        due = installation.run("retention")
        server.end()

    assert asked.returncode == 1
    assert installation.traces()
    assert (unknown.returncode, "no customer has that number" in unknown.stderr) == (1, True)
    assert [line.split()[0] for line in due.splitlines()] == [
        "data",
        "customers",
        "notes",
        "voicemails",
        "spoken",
        "replaced",
        "logs",
    ]
