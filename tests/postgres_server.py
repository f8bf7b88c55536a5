"""A PostgreSQL of the tests' own: in a folder that is thrown away, bounded, ended with us."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

START_SECONDS_MAX = 30.0
STOP_SECONDS_MAX = 10.0
USER = "ringback"
PASSWORD = "open sesame"
PORT = 5432


def find_programs() -> Path | None:
    """Find the newest PostgreSQL of 15 or later that Debian has put here."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=_version)
    return found[-1].parent if found and _version(found[-1]) >= 15 else None


def _version(program: Path) -> int:
    name = program.parents[1].name
    return int(name) if name.isdigit() else 0


class PostgresServer:
    """A server on a Unix socket, which can be stopped, killed, frozen and started again."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._data = folder / "data"
        self._log = folder / "log"
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._databases = 0
        self._run_program(
            *("initdb", "--pgdata", str(self._data), "--username", USER),
            *("--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"),
        )

    def start(self) -> None:
        """Start it, and return once it answers."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *_as_nobody(),
                    # A change of the user would take this back.
                    *("setpriv", "--pdeathsig", "QUIT"),
                    *(str(self._programs / "postgres"), "-D", str(self._data)),
                    *("-k", str(self.folder), "-p", str(PORT), "-c", "listen_addresses="),
                    *("-c", "max_connections=50", "-c", "shared_buffers=32MB"),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS_MAX
        while not self.answers():
            assert self._process.poll() is None, self._log.read_text(errors="replace")[-2000:]
            assert time.monotonic() < deadline, "PostgreSQL does not answer"
            time.sleep(0.02)

    def on_disk(self) -> bytes:
        """Give what lies in the files of all databases, the log of commits left aside."""
        self.execute("CHECKPOINT", self.url("postgres"))
        folders = (self._data / name for name in ("base", "global"))
        files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return b"".join(map(_content, files))

    def stop(self) -> None:
        """End it in order, throwing everybody out."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End it with all its children, as a power cut of the machine would."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """Let it answer nobody, with its connections open."""
        assert self._process is not None
        for process in (self._process.pid, *self._children()):
            os.kill(process, signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process is not None
        for process in (*self._children(), self._process.pid):
            os.kill(process, signal.SIGCONT)

    def answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def make_database(self, *, encoding: str = "UTF8") -> str:
        """Make an empty database and give its address."""
        self._databases += 1
        name = f"test_{self._databases}"
        self.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}'",
            self.url("postgres"),
        )
        return self.url(name)

    def url(self, database: str) -> str:
        secret = quote(PASSWORD)
        return f"postgresql://{USER}:{secret}@/{database}?host={quote(str(self.folder), safe='')}"

    def execute(self, sql: str, url: str) -> list[tuple[object, ...]]:
        """Run a statement as anybody might, beside the server of ours."""
        with psycopg.connect(url, autocommit=True) as connection:
            cursor = connection.execute(sql.encode())
            return cursor.fetchall() if cursor.description else []

    def _children(self) -> list[int]:
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(child) for child in children.read_text().split()]

    def _end(self, number: signal.Signals) -> None:
        if self._process is None:
            return
        children = self._children() if number is signal.SIGKILL else []
        self._process.send_signal(number)
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(child, number)
        try:
            self._process.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(STOP_SECONDS_MAX)
            raise
        self._process = None
        deadline = time.monotonic() + STOP_SECONDS_MAX
        while any(Path(f"/proc/{child}").exists() for child in children):
            assert time.monotonic() < deadline, "PostgreSQL's children live on"
            time.sleep(0.01)

    def _run_program(self, name: str, *arguments: str) -> None:
        finished = subprocess.run(
            [*_as_nobody(), str(self._programs / name), *arguments],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert finished.returncode == 0, finished.stdout + finished.stderr


@contextmanager
def running_postgres() -> Iterator[PostgresServer]:
    """Lend a server, or skip the test with the reason (CI counts that as failure)."""
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL 15 or newer is not installed (Debian: postgresql)")
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed (Debian: util-linux)")
    folder = Path(tempfile.mkdtemp(prefix="ringback-postgres-", dir="/tmp"))
    server = None
    try:
        if _is_root():
            shutil.chown(folder, "nobody")
        server = PostgresServer(programs, folder)
        server.start()
        yield server
    finally:
        if server is not None:
            server.kill()
        shutil.rmtree(folder)


def _is_root() -> bool:
    return os.getuid() == 0


def _as_nobody() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if not _is_root():
        return []
    return ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]


def _content(path: Path) -> bytes:
    """Read a file that the database may remove at any moment, as it does with its caches."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
