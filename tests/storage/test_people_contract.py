"""What every store of people promises: what was kept, of one account, and a log that only grows."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import apsw
import pytest
from tests.storage.examples import ACME, NOON, OTHER, facts

from ringback.core.ids import AgentId, LineId, TeamId
from ringback.people import (
    ApiKey,
    KeyId,
    LogEntry,
    LogFilter,
    PeopleChanges,
    Rights,
    Role,
    Scope,
    SecondFactor,
    Session,
    SessionId,
    User,
    UserId,
)
from ringback.ports import Journal, JournalFailed
from ringback.storage.sqlite import SqliteJournal, open_read_only

OWNER = User(
    id=UserId("u1"),
    email="zoe@example.org",
    name="Zoé é€😀",
    language="fr",
    rights=Rights(role=Role.OWNER),
    created_at=NOON,
)
SUPERVISOR = User(
    id=UserId("u2"),
    email="sam@example.org",
    name="Sam",
    language="en",
    rights=Rights(
        role=Role.SUPERVISOR,
        agent_id=AgentId("sam"),
        supervises=Scope((LineId("paris"),), (TeamId("support"),)),
    ),
    created_at=NOON,
    active=False,
    password_hash="$argon2id$…",
    one_time_until=NOON + timedelta(days=1),
    second_factor=SecondFactor("SECRET", True, 7, ("a", "b")),
)
SESSION = Session(
    id=SessionId("s1"),
    token_hash="hash",
    user_id=UserId("u1"),
    began_at=NOON,
    seen_at=NOON + timedelta(hours=1),
    address="127.0.0.1",
    browser="Firefox",
)
KEY = ApiKey(
    id=KeyId("k1"),
    name="Wallboard",
    key_hash="hash",
    rights=Rights(role=Role.AGENT, agent_id=AgentId("lea")),
    made_by="user:u1",
    made_at=NOON,
)
EVERYTHING = LogFilter()


def entry(number: int, action: str = "signed-in", actor: str = "user:u1") -> LogEntry:
    return LogEntry(
        number=number,
        at=NOON + timedelta(seconds=number),
        actor=actor,
        name="Zoé",
        address="127.0.0.1",
        action=action,
        subject="s1",
        details={"nested": {"é": [1, None]}},
    )


async def test_what_is_kept_comes_back_as_it_was(journal: Journal) -> None:
    """Users, sessions, keys and the log, in one commit."""
    await journal.people.keep(
        ACME,
        PeopleChanges(users=[SUPERVISOR, OWNER], sessions=[SESSION], keys=[KEY], log=[entry(1)]),
    )

    assert list(await journal.people.users(ACME)) == [OWNER, SUPERVISOR]
    assert list(await journal.people.sessions(ACME)) == [SESSION]
    assert list(await journal.people.keys(ACME)) == [KEY]
    assert list(await journal.people.log(ACME, EVERYTHING, before=None, limit=9)) == [entry(1)]


async def test_what_is_kept_again_takes_its_place(journal: Journal) -> None:
    """A change is the whole row anew; an ended session is gone."""
    await journal.people.keep(
        ACME, PeopleChanges(users=[OWNER], sessions=[SESSION], keys=[KEY], log=[entry(1)])
    )
    renamed, revoked = replace(OWNER, name="Zoé B."), replace(KEY, revoked_at=NOON)

    await journal.people.keep(
        ACME,
        PeopleChanges(
            users=[renamed], sessions_ended=[SESSION.id], keys=[revoked], log=[entry(1), entry(2)]
        ),
    )

    assert list(await journal.people.users(ACME)) == [renamed]
    assert list(await journal.people.sessions(ACME)) == []
    assert list(await journal.people.keys(ACME)) == [revoked]
    log = await journal.people.log(ACME, EVERYTHING, before=None, limit=9)
    assert [each.number for each in log] == [2, 1]


async def test_people_of_accounts_are_kept_apart(journal: Journal) -> None:
    """S24: the same ids in another account are other people."""
    await journal.people.keep(ACME, PeopleChanges(users=[OWNER], sessions=[SESSION], keys=[KEY]))
    await journal.people.keep(OTHER, PeopleChanges(users=[replace(OWNER, name="Zed")]))
    await journal.people.keep(OTHER, PeopleChanges(sessions_ended=[SESSION.id], log=[entry(1)]))

    assert list(await journal.people.users(ACME)) == [OWNER]
    assert list(await journal.people.sessions(ACME)) == [SESSION]
    assert [user.name for user in await journal.people.users(OTHER)] == ["Zed"]
    assert list(await journal.people.log(ACME, EVERYTHING, before=None, limit=9)) == []


async def test_log_is_read_by_page_and_filter(journal: Journal) -> None:
    """The newest first; who reads on misses nothing and sees nothing twice."""
    entries = [
        entry(n, "signed-in" if n % 2 else "user-changed", f"user:{n % 3}") for n in range(1, 8)
    ]
    await journal.people.keep(ACME, PeopleChanges(log=entries))

    async def numbers(which: LogFilter, before: int | None = None, limit: int = 9) -> list[int]:
        found = await journal.people.log(ACME, which, before=before, limit=limit)
        return [each.number for each in found]

    assert await numbers(EVERYTHING, limit=3) == [7, 6, 5]
    assert await numbers(EVERYTHING, before=5, limit=3) == [4, 3, 2]
    assert await numbers(LogFilter(action="signed-in")) == [7, 5, 3, 1]
    assert await numbers(LogFilter(actor="user:1")) == [7, 4, 1]
    since, until = NOON + timedelta(seconds=3), NOON + timedelta(seconds=5)
    assert await numbers(LogFilter(since=since, until=until)) == [4, 3]


async def test_all_sessions_of_all_accounts_end_at_once(journal: Journal) -> None:
    """After a restore nobody is signed in who may have been shut out since."""
    for account in (ACME, OTHER):
        await journal.people.keep(account, PeopleChanges(users=[OWNER], sessions=[SESSION]))

    await journal.people.end_all_sessions()

    for account in (ACME, OTHER):
        assert list(await journal.people.sessions(account)) == []
        assert list(await journal.people.users(account)) == [OWNER]


@pytest.mark.parametrize("statement", ["DELETE FROM access_log", "UPDATE access_log SET name = ''"])
async def test_log_cannot_be_changed_even_by_hand(tmp_path: Path, statement: str) -> None:
    """The file itself refuses it, for as long as the company has a journal."""
    journal = SqliteJournal.open(tmp_path / "journal.db")
    await journal.append(ACME, 0, facts(1, 1))
    await journal.people.keep(ACME, PeopleChanges(log=[entry(1)]))
    await journal.close()
    file = apsw.Connection(str(tmp_path / "journal.db"))

    with pytest.raises(apsw.ConstraintError, match="only grows"):
        file.execute(statement)

    file.close()


async def test_reader_sees_people_and_writes_none(tmp_path: Path) -> None:
    """The command line looks on beside a server."""
    journal = SqliteJournal.open(tmp_path / "journal.db")
    await journal.people.keep(ACME, PeopleChanges(users=[OWNER]))
    reader = open_read_only(tmp_path / "journal.db")

    assert list(await reader.people.users(ACME)) == [OWNER]
    with pytest.raises(JournalFailed, match="opened for reading"):
        await reader.people.keep(ACME, PeopleChanges(users=[SUPERVISOR]))

    await reader.close()
    await journal.close()
