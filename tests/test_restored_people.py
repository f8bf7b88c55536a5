"""People come back with a backup, but nobody is signed in by it."""

from pathlib import Path

from ringback.bootstrap.backup import make_backup
from ringback.bootstrap.restore import restore_backup
from ringback.config.loading import check_settings
from ringback.config.settings import Settings
from ringback.people import MAIN_ACCOUNT, LogFilter, PeopleChanges
from ringback.storage.sqlite import SqliteJournal
from tests.storage.test_people_contract import KEY, OWNER, SESSION, entry


def silent(_doing: str, _done: float) -> None:
    """Hear of the progress."""


def at(folder: Path) -> Settings:
    return check_settings({"data_directory": str(folder)})


async def test_restore_keeps_people_and_ends_every_session(tmp_path: Path) -> None:
    """Who was shut out since the backup does not come back with it; users and keys go on."""
    settings = at(tmp_path / "kept")
    settings.data.mkdir()
    journal = SqliteJournal.open(settings.journal_path)
    await journal.people.keep(
        MAIN_ACCOUNT, PeopleChanges(users=[OWNER], sessions=[SESSION], keys=[KEY], log=[entry(1)])
    )
    await journal.close()
    make_backup(settings, tmp_path / "backup", silent)

    await restore_backup(at(tmp_path / "new"), tmp_path / "backup", replace=False, told=silent)

    journal = SqliteJournal.open(at(tmp_path / "new").journal_path)
    assert list(await journal.people.users(MAIN_ACCOUNT)) == [OWNER]
    assert list(await journal.people.keys(MAIN_ACCOUNT)) == [KEY]
    assert list(await journal.people.log(MAIN_ACCOUNT, LogFilter(), before=None, limit=9)) == [
        entry(1)
    ]
    assert list(await journal.people.sessions(MAIN_ACCOUNT)) == []
    await journal.close()
