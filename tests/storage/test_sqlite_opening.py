"""Opening a journal's file: kept whole, taken once, refused untouched when it is not sound."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import apsw
import pytest
from tests.storage.examples import ACME, facts, long_fact

from ringback.core.ids import CustomerId
from ringback.ports import Customer, JournalFailed, JournalRefused
from ringback.storage import sqlite_file
from ringback.storage.sqlite import SqliteJournal, open_read_only

FACTS = [long_fact(sequence, length=200) for sequence in range(1, 101)]
MARIE = Customer(CustomerId("customer-1"), "+33612345678", "Marie Dupont")


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """Make a sound journal of some pages, closed."""
    journal = SqliteJournal.open(tmp_path / "journal.db")
    await journal.append(ACME, 0, FACTS, [MARIE])
    await journal.close()
    return tmp_path / "journal.db"


# ---- sound files -------------------------------------------------------------------------


async def test_reopened_journal_holds_all_and_goes_on(path: Path) -> None:
    """S21: what was committed is there after a restart."""
    journal = SqliteJournal.open(path)

    await journal.append(ACME, 100, facts(101, 101))

    assert list(await journal.read(ACME, 0, 999)) == [*FACTS, *facts(101, 101)]
    assert list(await journal.customers(ACME)) == [MARIE]
    await journal.close()


async def test_journal_is_synced_at_every_commit_and_private(path: Path) -> None:
    """S1: WAL with full sync; numbers and names are for the server's user alone."""
    journal = SqliteJournal.open(path)
    connection = journal._writer._connection

    settings = [connection.pragma(name) for name in ("journal_mode", "synchronous", "foreign_keys")]

    assert settings == ["wal", 2, 1]
    await journal.close()
    assert os.stat(path).st_mode & 0o077 == 0


async def test_half_made_journal_is_made_anew(tmp_path: Path) -> None:
    """A server killed while it made its first journal leaves nothing in the way."""
    (tmp_path / "journal.db.new").write_bytes(b"SQLite format 3")

    journal = SqliteJournal.open(tmp_path / "journal.db")

    await journal.append(ACME, 0, facts(1, 1))
    await journal.close()
    assert set(_contents(tmp_path / "journal.db")) == {"journal.db"}


# ---- one server --------------------------------------------------------------------------


async def test_second_server_is_refused_until_the_first_has_closed(path: Path) -> None:
    """S22: two servers on one file are refused at the start, in words."""
    first = SqliteJournal.open(path)

    with pytest.raises(JournalFailed, match=r"^Another Ringback server is using .*: stop it"):
        SqliteJournal.open(path)

    await first.close()
    await SqliteJournal.open(path).close()


async def test_refused_file_is_not_kept_taken(path: Path) -> None:
    """Once the file is repaired, the next start succeeds."""
    sound = _contents(path)
    _overwrite(lambda _: b"")(path)
    with pytest.raises(JournalRefused):
        SqliteJournal.open(path)

    _overwrite(lambda _: sound[path.name])(path)

    await SqliteJournal.open(path).close()


# ---- unusable places ---------------------------------------------------------------------


def test_missing_directory_is_named(tmp_path: Path) -> None:
    """The sentence says what to do."""
    with pytest.raises(JournalFailed, match=r"^The directory .*/nowhere does not exist: create it"):
        SqliteJournal.open(tmp_path / "nowhere" / "journal.db")


def test_directory_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    """The sentence says what to do."""
    with pytest.raises(JournalFailed, match="is a directory: name a file in it"):
        SqliteJournal.open(tmp_path)


@pytest.fixture
def public_directory() -> Iterator[Path]:
    directory = Path(tempfile.mkdtemp(dir="/tmp"))
    directory.chmod(0o755)
    yield directory
    shutil.rmtree(directory)


@pytest.fixture
def unprivileged() -> Iterator[Callable[[], None]]:
    """Give up the right to write everywhere, which tests that run as root have."""
    yield lambda: os.seteuid(65534) if os.geteuid() == 0 else None
    if os.getuid() == 0:
        os.seteuid(0)


def test_directory_without_write_permission_is_named(
    public_directory: Path, unprivileged: Callable[[], None]
) -> None:
    """The sentence says what to do."""
    public_directory.chmod(0o555)
    unprivileged()

    with pytest.raises(JournalFailed, match=r"Permission denied.*must have the right to write"):
        SqliteJournal.open(public_directory / "journal.db")


async def test_file_without_write_permission_is_named(
    path: Path, public_directory: Path, unprivileged: Callable[[], None]
) -> None:
    """SQLite would open it for reading without a word."""
    shutil.copy(path, public_directory / "journal.db")
    os.chmod(public_directory, 0o777)
    os.chmod(public_directory / "journal.db", 0o444)
    unprivileged()

    with pytest.raises(JournalFailed, match="cannot be written: give the user"):
        SqliteJournal.open(public_directory / "journal.db")


# ---- files to refuse ---------------------------------------------------------------------

Damage = Callable[[Path], None]


def _overwrite(change: Callable[[bytes], bytes]) -> Damage:
    def damage(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return damage


def _execute(sql: str) -> Damage:
    def damage(path: Path) -> None:
        connection = apsw.Connection(str(path))
        connection.execute(sql)
        connection.close()

    return damage


def _execute_and_die(sql: str) -> Damage:
    """Leave the change in the log, as a killed server does."""

    def damage(path: Path) -> None:
        connection = apsw.Connection(str(path))
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        connection.execute(sql)
        connection.close()
        assert path.with_name("journal.db-wal").stat().st_size > 0

    return damage


def _lose_the_file_but_not_its_log(path: Path) -> None:
    _execute_and_die("CREATE TABLE more (a)")(path)
    path.rename(path.with_name("elsewhere.db"))


NEWER = "INSERT INTO schema_version VALUES (99, 'of_tomorrow', 'x')"
PAGE = 4096
UNSOUND = {
    "emptied": (_overwrite(lambda _: b""), "not a journal of Ringback"),
    "another file": (_overwrite(lambda _: b"Dear diary,\n" * 999), "is damaged"),
    "another database": (_execute("PRAGMA application_id = 7"), "not a journal of Ringback"),
    "cut to 50 bytes": (_overwrite(lambda data: data[:50]), "is damaged"),
    "cut in the middle": (_overwrite(lambda data: data[: len(data) // 2 + 99]), "is damaged"),
    "without its last page": (_overwrite(lambda data: data[:-PAGE]), "is damaged"),
    "a page zeroed": (
        _overwrite(lambda data: data[: 4 * PAGE] + bytes(PAGE) + data[5 * PAGE :]),
        "is damaged",
    ),
    "no schema": (_execute("DROP TABLE schema_version"), "is damaged"),
    "newer": (_execute(NEWER), r"newer release .*99, of_tomorrow"),
    "newer, in the log": (_execute_and_die(NEWER), "newer release"),
    "customers astray": (_execute("UPDATE customer SET account = 'b'"), "an unknown account"),
    "changed schema": (_execute("UPDATE schema_version SET digest = 'x'"), "not as it was"),
    "lost, but for its log": (_lose_the_file_but_not_its_log, "missing, but its log"),
}


@pytest.mark.parametrize(("damage", "sentence"), UNSOUND.values(), ids=UNSOUND)
def test_unsound_file_is_refused_and_left_as_it_is(
    path: Path, damage: Damage, sentence: str
) -> None:
    """S21: nothing is guessed, nothing repaired behind anyone's back."""
    damage(path)
    before = _contents(path)

    with pytest.raises(JournalRefused, match=sentence):
        SqliteJournal.open(path)

    assert _contents(path) == before


UNREADABLE = {
    "gap": ("DELETE FROM journal WHERE seq = 50", "^Fact 50 of account acme is missing"),
    "no beginning": ("DELETE FROM journal WHERE seq = 1", "^Fact 1 of account acme is missing"),
    "bad text": (
        "UPDATE journal SET data = replace(data, 'x', 'y') WHERE seq = 50",
        "^Fact 50 of account acme cannot be read: it is damaged",
    ),
    "bad sum": ("UPDATE journal SET checksum = 1 WHERE seq = 50", "^Fact 50 of account acme"),
    "other type": ("UPDATE journal SET type = 'x.y' WHERE seq = 50", "^Fact 50 of account acme"),
}


@pytest.mark.parametrize(("sql", "sentence"), UNREADABLE.values(), ids=UNREADABLE)
async def test_unreadable_fact_is_refused_and_left_as_it_is(
    path: Path, sql: str, sentence: str
) -> None:
    """S22: a gap or a bad row is named when it is read."""
    _execute(sql)(path)
    before = _contents(path)
    journal = SqliteJournal.open(path)

    with pytest.raises(JournalRefused, match=sentence):
        await journal.read(ACME, 0, 999)

    assert list(await journal.read(ACME, 50, 999)) == FACTS[50:]
    await journal.close()
    assert _contents(path) == before


async def test_damaged_customer_is_refused(path: Path) -> None:
    """A wrong number must not be dialled."""
    _execute("UPDATE customer SET number = '+33612345679'")(path)
    journal = SqliteJournal.open(path)

    with pytest.raises(JournalRefused, match=r"^Customer customer-1 of account acme is damaged"):
        await journal.customers(ACME)

    await journal.close()


async def test_flipped_bit_is_refused_or_harmless(path: Path) -> None:
    """S21: wherever one bit is wrong, nothing wrong is ever read."""
    sound = _contents(path)[path.name]
    random = Random(1)
    refused = 0
    for _ in range(600):
        position, bit = random.randrange(len(sound)), 1 << random.randrange(8)
        _overwrite(lambda _: _flipped(sound, position, bit))(path)  # noqa: B023
        before = _contents(path)

        try:
            assert await _everything(path) == (FACTS, [MARIE]), f"byte {position}, bit {bit}"
        except JournalRefused:
            refused += 1
            assert _contents(path) == before

    print(f"seed 1: 600 bits flipped, {refused} refused, {600 - refused} harmless")
    assert refused > 100


def _flipped(data: bytes, position: int, bit: int) -> bytes:
    return data[:position] + bytes([data[position] ^ bit]) + data[position + 1 :]


async def _everything(path: Path) -> tuple[object, object]:
    journal = SqliteJournal.open(path)
    try:
        read: list[object] = []
        for account_id in await journal.accounts():
            read.extend(await journal.read(account_id, 0, 999))
        return read, list(await journal.customers(ACME))
    finally:
        await journal.close()


def _contents(path: Path) -> dict[str, bytes]:
    """Read the file and its log; the lock and SQLite's shared index are no part of the data."""
    return {
        file.name: file.read_bytes()
        for file in path.parent.iterdir()
        if not file.name.endswith((".lock", "-shm")) and file.stat().st_size
    }


# ---- releases ----------------------------------------------------------------------------


async def test_older_file_is_upgraded_and_then_refused_by_the_older_release(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S21: a later release reads on; going back is refused."""
    migrations = tmp_path / "migrations"
    shutil.copytree(sqlite_file.MIGRATIONS, migrations)
    (migrations / "9999_more.sql").write_text("CREATE TABLE more (a TEXT) STRICT;")

    with monkeypatch.context() as later_release:
        later_release.setattr(sqlite_file, "MIGRATIONS", migrations)
        journal = SqliteJournal.open(path)
        assert list(await journal.read(ACME, 0, 999)) == FACTS
        await journal.close()
        await SqliteJournal.open(path).close()

    with pytest.raises(JournalRefused, match="newer release"):
        SqliteJournal.open(path)


# ---- reading only ------------------------------------------------------------------------


async def test_reader_follows_a_server_that_writes(path: Path) -> None:
    """The command line can look while the server works."""
    journal = SqliteJournal.open(path)
    reader = open_read_only(path)

    await journal.append(ACME, 100, facts(101, 102))

    assert list(await reader.read(ACME, 99, 9)) == [FACTS[99], *facts(101, 102)]
    await reader.close()
    await journal.close()


async def test_reader_leaves_a_file_of_no_server_as_it_is(path: Path) -> None:
    """Looking changes nothing, not even after a kill."""
    _execute_and_die("CREATE TABLE more (a)")(path)
    before = _contents(path)
    reader = open_read_only(path)

    assert list(await reader.read(ACME, 0, 999)) == FACTS
    assert list(await reader.accounts()) == [ACME]
    await reader.close()

    assert _contents(path) == before


def test_reader_of_no_file_says_so(tmp_path: Path) -> None:
    """Looking does not make a journal."""
    with pytest.raises(JournalFailed, match="There is no journal at"):
        open_read_only(tmp_path / "journal.db")

    assert list(tmp_path.iterdir()) == []


def test_reader_refuses_a_newer_file(path: Path) -> None:
    """What a newer release wrote is not guessed at."""
    _execute(NEWER)(path)

    with pytest.raises(JournalRefused, match="newer release"):
        open_read_only(path)
