"""A backup restores to a sound account, or nothing is changed; and nobody is called unasked."""

import asyncio
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import apsw
import pytest
from typer.testing import CliRunner

from ringback.bootstrap.backup import MANIFEST, make_backup
from ringback.bootstrap.failures import CannotStart
from ringback.bootstrap.halting import MARK, forget_mark, halt_as_marked
from ringback.bootstrap.kept_records import recover_for_writing
from ringback.bootstrap.restore import UNFINISHED, refuse_unfinished_restore, restore_backup
from ringback.cli import app
from ringback.config.loading import check_settings
from ringback.config.settings import Settings
from ringback.core.events import CallbackClosed, DialIntended, OffersMade
from ringback.core.ids import CallId, NoteId
from ringback.core.inputs import AcceptOffer, HangUpAgent, ResumeCallbacks
from ringback.core.outcomes import COMPLETED
from ringback.history import Note
from ringback.people import MAIN_ACCOUNT
from ringback.ports import JournalFailed, JournalRefused
from ringback.records.book import RecordBook
from ringback.records.documents import RECORDS_VERSION
from ringback.storage.sqlite import SqliteJournal
from tests.core.seeded_run import run
from tests.core.world_properties import portrait
from tests.runtime.stage import TOM, on_stage
from tests.runtime.test_recovery import asked_while_tom_talks

FACTS = run(4, steps=200, only=()).facts
NOTE = Note(
    id=NoteId("note1"),
    call_id=CallId("call-1"),
    customer_id=None,
    agent_id=None,
    written_at=FACTS[-1].at,
    text="Asks for Tuesday.",
)


def silent(_doing: str, _done: float) -> None:
    """Hear of the progress."""


def at(folder: Path) -> Settings:
    return check_settings({"data_directory": str(folder)})


async def _kept(folder: Path) -> Settings:
    """Fill a data directory as a server leaves it."""
    settings = at(folder)
    os.makedirs(folder)
    journal = SqliteJournal.open(settings.journal_path)
    await journal.append(MAIN_ACCOUNT, 0, FACTS, (), RecordBook().fold(FACTS), [NOTE])
    await journal.records.stamp_records(MAIN_ACCOUNT, RECORDS_VERSION)
    await journal.close()
    for name in ("secrets/token", "voicemails/call-1.wav", "messages/a.wav", "spoken/b.wav"):
        (folder / name).parent.mkdir()
        (folder / name).write_bytes(name.encode())
    (folder / "outside-numbers.json").write_text("{}")
    (folder / "voicemails" / "call-2.part").write_bytes(b"half")
    return settings


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith((".lock", "-wal", "-shm"))
    }


def _overwrite(path: Path) -> None:
    path.write_bytes(b"not a journal" * 1000)


@pytest.fixture
async def backup(tmp_path: Path) -> Path:
    make_backup(await _kept(tmp_path / "kept"), tmp_path / "backup", silent)
    return tmp_path / "backup"


async def test_backup_restores_everything_that_cannot_be_made_again(
    backup: Path, tmp_path: Path
) -> None:
    """The journal to its last fact, the records, secrets, messages, voicemails and numbers."""
    settings = at(tmp_path / "new")

    restored = await restore_backup(settings, backup, replace=False, told=silent)

    before, after = _contents(tmp_path / "kept"), _contents(tmp_path / "new")
    assert set(before) - set(after) == {"voicemails/call-2.part"}
    assert set(after) - set(before) == {MARK}
    assert all(before[name] == after[name] for name in before if "/" in name and name in after)
    assert restored.sequences == {MAIN_ACCOUNT: len(FACTS)}
    journals = [SqliteJournal.open(tmp_path / each / "ringback.db") for each in ("kept", "new")]
    old, new = [await recover_for_writing(journal, MAIN_ACCOUNT) for journal in journals]
    assert portrait(new.account.world) == portrait(old.account.world)
    for journal in journals:
        assert list(await journal.notes(MAIN_ACCOUNT, None, 9)) == [NOTE]
        await journal.close()


async def test_backup_with_a_damaged_note_is_refused(tmp_path: Path) -> None:
    """A note that is not as it was written is never put in place in silence."""
    settings = await _kept(tmp_path / "kept")
    with closing(apsw.Connection(str(settings.journal_path))) as connection:
        connection.execute("UPDATE note SET text = 'Asks for Monday.'")
    make_backup(settings, tmp_path / "backup", silent)

    with pytest.raises(JournalRefused, match="Note note1 of account main is damaged"):
        await restore_backup(at(tmp_path / "new"), tmp_path / "backup", replace=False, told=silent)

    assert not (tmp_path / "new" / "ringback.db").exists()


async def test_backup_is_for_its_owner_only_and_takes_its_place_whole(
    backup: Path, tmp_path: Path
) -> None:
    """A backup that fails leaves the one before; nothing is left beside it."""
    assert os.stat(backup).st_mode & 0o077 == 0
    before = _contents(tmp_path)["backup"]
    _overwrite(tmp_path / "kept" / "ringback.db")

    with pytest.raises(JournalFailed):
        make_backup(at(tmp_path / "kept"), backup, silent)

    after = _contents(tmp_path)
    assert after["backup"] == before
    assert {name for name in after if not name.startswith("kept/")} == {"backup"}


async def test_backup_while_facts_are_appended_is_sound(tmp_path: Path) -> None:
    """A consistent copy: no append waits, and its last fact is the manifest's."""
    settings = at(tmp_path)
    journal = SqliteJournal.open(settings.journal_path)
    await journal.append(MAIN_ACCOUNT, 0, FACTS[:50])
    going_on = asyncio.Event()

    async def append() -> None:
        for sequence in range(50, len(FACTS)):
            await journal.append(MAIN_ACCOUNT, sequence, FACTS[sequence : sequence + 1])
            if sequence == 60:
                going_on.set()

    appending = asyncio.create_task(append())
    await going_on.wait()
    kept = await asyncio.to_thread(make_backup, settings, tmp_path / "backup", silent)
    await appending
    await journal.close()

    restored = await restore_backup(
        at(tmp_path / "new"), tmp_path / "backup", replace=False, told=silent
    )
    again = SqliteJournal.open(tmp_path / "new" / "ringback.db")
    assert restored.sequences == kept.sequences
    last = kept.sequences[MAIN_ACCOUNT]
    assert 60 < last <= len(FACTS)
    assert list(await again.read(MAIN_ACCOUNT, 0, 100_000)) == list(FACTS[:last])
    await again.close()


# ---- refused -----------------------------------------------------------------------------


def _rewritten(change: Callable[[dict[str, bytes]], None]) -> Callable[[Path], None]:
    def rewrite(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
        change(entries)
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in entries.items():
                archive.writestr(name, content)

    return rewrite


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def _damage_in_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def _tamper(entries: dict[str, bytes]) -> None:
    entries["data/secrets/token"] = b"mine"


def _lose_manifest(entries: dict[str, bytes]) -> None:
    del entries[MANIFEST]


def _diary(path: Path) -> None:
    path.write_bytes(b"Dear diary")


def _lose(entries: dict[str, bytes]) -> None:
    del entries["data/secrets/token"]


def _lead_out(entries: dict[str, bytes]) -> None:
    manifest = json.loads(entries[MANIFEST])
    manifest["files"]["data/secrets/../../evil"] = "0"
    entries[MANIFEST] = json.dumps(manifest).encode()
    entries["data/secrets/../../evil"] = b"evil"


def _changed(**changes: object) -> Callable[[dict[str, bytes]], None]:
    def change(entries: dict[str, bytes]) -> None:
        entries[MANIFEST] = json.dumps(json.loads(entries[MANIFEST]) | changes).encode()

    return change


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "truncated": (_cut, "is damaged, or no backup"),
    "damaged": (_damage_in_the_middle, "damaged"),
    "tampered": (_rewritten(_tamper), "data/secrets/token is not as its manifest says"),
    "incomplete": (_rewritten(_lose), "does not hold what its manifest names"),
    "leading out": (_rewritten(_lead_out), "is no backup of Ringback: it holds"),
    "newer": (_rewritten(_changed(ringback_backup=99)), "which is newer: install that"),
    "shorter": (_rewritten(_changed(last_sequences={MAIN_ACCOUNT: 9_999})), "ends at fact"),
    "another archive": (_rewritten(_lose_manifest), "has no manifest"),
    "foreign": (_diary, "is damaged, or no backup"),
    "missing": (Path.unlink, "No such file"),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_unsound_backup_is_refused_and_nothing_changed(
    backup: Path, tmp_path: Path, case: str
) -> None:
    """All or nothing, even with --replace."""
    spoil, because = REFUSED[case]
    spoil(backup)
    shutil.copytree(tmp_path / "kept", tmp_path / "there")
    before = _contents(tmp_path / "there")

    with pytest.raises((CannotStart, JournalFailed), match=because):
        await restore_backup(at(tmp_path / "there"), backup, replace=True, told=silent)

    assert _contents(tmp_path / "there") == before


async def test_restore_over_an_installation_needs_replace(backup: Path, tmp_path: Path) -> None:
    """Without it nothing is changed; with it what was there lies aside, whole."""
    settings = at(tmp_path / "kept")
    (tmp_path / "kept" / "secrets" / "token").write_text("newer")
    before = _contents(tmp_path / "kept")
    with pytest.raises(CannotStart, match="holds an installation already: nothing was changed"):
        await restore_backup(settings, backup, replace=False, told=silent)
    assert _contents(tmp_path / "kept") == before

    restored = await restore_backup(settings, backup, replace=True, told=silent)

    assert restored.moved_to is not None
    assert (restored.moved_to / "secrets" / "token").read_text() == "newer"
    assert (tmp_path / "kept" / "secrets" / "token").read_text() == "secrets/token"


async def test_restore_under_a_running_server_is_refused(backup: Path, tmp_path: Path) -> None:
    """S22: its journal is not taken away from it."""
    settings = at(tmp_path / "kept")
    journal = SqliteJournal.open(settings.journal_path)

    with pytest.raises(JournalFailed, match="Another Ringback server is using"):
        await restore_backup(settings, backup, replace=True, told=silent)

    await journal.close()


async def test_restore_that_fails_half_way_is_undone(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All or nothing: what was moved goes back."""
    settings = at(tmp_path / "kept")
    before = _contents(tmp_path / "kept")
    move, moved = shutil.move, []

    def fails_once(origin: Path, place: Path) -> None:
        moved.append(origin)
        if len(moved) == 9:
            raise OSError(28, "No space left on device")
        move(origin, place)

    monkeypatch.setattr(shutil, "move", fails_once)

    with pytest.raises(CannotStart, match="No space left"):
        await restore_backup(settings, backup, replace=True, told=silent)

    assert _contents(tmp_path / "kept") == before


async def test_no_server_starts_on_half_a_restore(backup: Path, tmp_path: Path) -> None:
    """Killed while things were put in place, a restore says so until it is done again."""
    settings = at(tmp_path / "kept")
    (tmp_path / "kept" / UNFINISHED).touch()
    with pytest.raises(CannotStart, match="was interrupted: do it again with --replace"):
        refuse_unfinished_restore(settings)

    await restore_backup(settings, backup, replace=True, told=silent)

    refuse_unfinished_restore(settings)
    assert not (tmp_path / "kept" / UNFINISHED).exists()


# ---- nobody is called unasked ------------------------------------------------------------


async def test_nobody_is_called_after_a_restore_until_it_is_resumed(tmp_path: Path) -> None:
    """S17: what was pending at the backup may have been called since; a person decides."""
    settings, restored = at(tmp_path), at(tmp_path / "new")
    journal = SqliteJournal.open(settings.journal_path)
    async with on_stage(journal) as before:
        await asked_while_tom_talks(before)
        await asyncio.to_thread(make_backup, settings, tmp_path / "backup", silent)
    await journal.close()
    await restore_backup(restored, tmp_path / "backup", replace=False, told=silent)
    journal = SqliteJournal.open(restored.journal_path)
    async with on_stage(
        journal, after=before, at_first=lambda engine: halt_as_marked(engine, restored)
    ) as stage:
        assert (tmp_path / "new" / MARK).exists()
    forget_mark(restored)
    assert not (tmp_path / "new" / MARK).exists()
    await journal.close()
    journal = SqliteJournal.open(restored.journal_path)

    async with on_stage(journal, after=stage) as again:
        again.account.presence.phone_connected(TOM)
        await again.account.engine.request(HangUpAgent(TOM), f"agent:{TOM}")
        passed = asyncio.Event()
        again.time.call_at(again.time.now() + timedelta(minutes=20), passed.set)
        await again.until(passed.is_set)
        [callback] = again.account.engine.world.callbacks.values()
        assert not again.events(OffersMade)
        assert not again.events(DialIntended)

        await again.account.engine.request(ResumeCallbacks(), "operator")
        offer = again.events(OffersMade)[-1].offers[0]
        await again.account.engine.request(AcceptOffer(offer.offer_id, TOM), f"agent:{TOM}")
        closed = await again.until_event(CallbackClosed)

        assert (closed.callback_id, closed.outcome) == (callback.id, COMPLETED)
    await journal.close()


# ---- the commands ------------------------------------------------------------------------


async def test_commands_make_and_restore_a_backup(tmp_path: Path) -> None:
    """In plain sentences, with the usual codes."""
    await _kept(tmp_path / "kept")
    file = str(tmp_path / "backup")
    run_command = CliRunner().invoke
    environment = {"RINGBACK_DATA_DIRECTORY": str(tmp_path / "kept")}

    made = await asyncio.to_thread(run_command, app, ["backup", file], env=environment)
    refused = await asyncio.to_thread(run_command, app, ["restore", file], env=environment)
    restored = await asyncio.to_thread(
        run_command, app, ["restore", file, "--replace"], env=environment
    )

    assert (made.exit_code, refused.exit_code, restored.exit_code) == (0, 4, 0)
    assert f"the journal up to fact {len(FACTS):,}, and 5 files" in made.output
    assert "nobody is called back before" in restored.output


async def test_files_beside_a_database_are_backed_up_alone(tmp_path: Path) -> None:
    """PostgreSQL has its own tools; a backup without a journal is not restored as one with."""
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "token").write_text("secret")
    storage = {"database": "postgresql:///ringback"}
    beside = check_settings({"data_directory": str(tmp_path), "storage": storage})
    elsewhere = check_settings({"data_directory": str(tmp_path / "new"), "storage": storage})

    kept = make_backup(beside, tmp_path / "backup", silent)

    assert (kept.files, kept.has_journal) == (1, False)
    with pytest.raises(CannotStart, match="holds no journal, since that was in PostgreSQL"):
        await restore_backup(at(tmp_path / "file"), tmp_path / "backup", replace=True, told=silent)
    await restore_backup(elsewhere, tmp_path / "backup", replace=False, told=silent)
    assert (tmp_path / "new" / "secrets" / "token").read_text() == "secret"
    assert (tmp_path / "new" / MARK).exists()
