"""Second factors that an earlier release left in plain text, in each store there is."""

from dataclasses import replace
from pathlib import Path

from tests.access.house import open_house
from tests.storage.examples import ACME
from tests.storage.test_people_contract import OWNER

from ringback.people import PeopleChanges, SecondFactor
from ringback.ports import Journal
from ringback.storage.sqlite import SqliteJournal

PLAIN = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LEFT = replace(OWNER, second_factor=SecondFactor(PLAIN, True, 7, ("a", "b")))


async def test_what_was_plain_is_sealed_where_it_is_kept(journal: Journal) -> None:
    """Nothing else of the user changes."""
    await journal.people.keep(ACME, PeopleChanges(users=[LEFT]))

    await open_house(store=journal.people)

    [user] = await journal.people.users(ACME)
    assert user.second_factor is not None
    assert PLAIN not in user.second_factor.secret
    sealed = SecondFactor(user.second_factor.secret, True, 7, ("a", "b"))
    assert user == replace(LEFT, second_factor=sealed)


async def test_nothing_plain_is_left_in_the_journals_file(tmp_path: Path) -> None:
    """What was there before is wiped."""
    journal = SqliteJournal.open(tmp_path / "journal.db")
    await journal.people.keep(ACME, PeopleChanges(users=[LEFT]))
    await journal.close()
    before = _on_disk(tmp_path)

    journal = SqliteJournal.open(tmp_path / "journal.db")
    await open_house(store=journal.people)
    await journal.close()

    assert PLAIN.encode() in before
    assert PLAIN.encode() not in _on_disk(tmp_path)


def _on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())
