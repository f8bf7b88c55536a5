"""The `PeopleStore` port on any database that takes our statements."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from ringback.core.ids import AccountId, AgentId, LineId, TeamId
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

from .record_queries import Ask, Query
from .record_statements import Row, Statement
from .record_tables import Write

PEOPLE_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "access_user": (
        "account",
        "id",
        "email",
        "name",
        "language",
        "rights",
        "created_at",
        "active",
        "password_hash",
        "one_time_until",
        "second_factor",
    ),
    "access_session": (
        "account",
        "id",
        "token_hash",
        "user_id",
        "began_at",
        "seen_at",
        "address",
        "browser",
    ),
    "access_key": (
        "account",
        "id",
        "name",
        "key_hash",
        "rights",
        "made_by",
        "made_at",
        "used_at",
        "revoked_at",
    ),
    "access_log": (
        "account",
        "number",
        "at",
        "actor",
        "name",
        "address",
        "action",
        "subject",
        "details",
    ),
}
"""Every column of every table about people; the first two are the key."""

EVERY_ACCOUNT = AccountId("")


class PeopleTables:
    """Asks beside the journal, writes in its order, as `RecordTables` does."""

    def __init__(self, ask: Ask, write: Write) -> None:
        self._ask = ask
        self._write = write

    async def keep(self, account_id: AccountId, changes: PeopleChanges) -> None:
        statements = tuple(_statements(account_id, changes))
        if statements:
            await self._write(account_id, statements)

    async def users(self, account_id: AccountId) -> Sequence[User]:
        return list(map(_user, await self._all("access_user", account_id)))

    async def sessions(self, account_id: AccountId) -> Sequence[Session]:
        return list(map(_session, await self._all("access_session", account_id)))

    async def keys(self, account_id: AccountId) -> Sequence[ApiKey]:
        return list(map(_key, await self._all("access_key", account_id)))

    async def log(
        self, account_id: AccountId, which: LogFilter, *, before: int | None, limit: int
    ) -> Sequence[LogEntry]:
        wanted: Mapping[str, object] = {
            "account = ?": account_id,
            "number < ?": before,
            "actor = ?": which.actor,
            "action = ?": which.action,
            "at >= ?": _text_of(which.since),
            "at < ?": _text_of(which.until),
        }
        conditions = {text: value for text, value in wanted.items() if value is not None}
        columns = ", ".join(PEOPLE_COLUMNS["access_log"])
        text = (
            f"SELECT {columns} FROM access_log WHERE {' AND '.join(conditions)}"
            " ORDER BY number DESC LIMIT ?"
        )
        return list(map(_entry, await self._ask(Query(text, (*conditions.values(), limit)))))

    async def end_all_sessions(self) -> None:
        await self._write(
            EVERY_ACCOUNT, (("DELETE FROM access_session WHERE account <> ?", [("",)]),)
        )

    async def rows(self, table: str) -> Sequence[Row]:
        """Give a whole table, of every account, in the order of its key."""
        return await self._ask(Query(all_rows(table), ()))

    async def _all(self, table: str, account_id: AccountId) -> Sequence[Row]:
        columns = ", ".join(PEOPLE_COLUMNS[table])
        text = f"SELECT {columns} FROM {table} WHERE account = ? ORDER BY id"
        return await self._ask(Query(text, (account_id,)))


def all_rows(table: str) -> str:
    columns = PEOPLE_COLUMNS[table]
    return f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(columns[:2])}"


# ---- statements --------------------------------------------------------------------------


def _statements(account_id: AccountId, changes: PeopleChanges) -> Iterator[Statement]:
    """Write rows that are the same when they are written again."""
    rows = {
        "access_user": [_user_row(account_id, user) for user in changes.users],
        "access_session": [_session_row(account_id, each) for each in changes.sessions],
        "access_key": [_key_row(account_id, key) for key in changes.keys],
    }
    for table, of_table in rows.items():
        if of_table:
            yield _put(table), of_table
    if changes.sessions_ended:
        ended = [(account_id, session_id) for session_id in changes.sessions_ended]
        yield "DELETE FROM access_session WHERE account = ? AND id = ?", ended
    if changes.seen:
        rows_seen = [(_text(at), account_id, session_id) for session_id, at in changes.seen]
        yield "UPDATE access_session SET seen_at = ? WHERE account = ? AND id = ?", rows_seen
    if changes.used:
        rows_used = [(_text(at), account_id, key_id) for key_id, at in changes.used]
        yield "UPDATE access_key SET used_at = ? WHERE account = ? AND id = ?", rows_used
    if changes.log:
        yield _append(), [_entry_row(account_id, entry) for entry in changes.log]


def _put(table: str) -> str:
    changed = ", ".join(f"{name} = excluded.{name}" for name in PEOPLE_COLUMNS[table][2:])
    return f"{_insert(table)} ON CONFLICT (account, id) DO UPDATE SET {changed}"


def _append() -> str:
    return f"{_insert('access_log')} ON CONFLICT (account, number) DO NOTHING"


def _insert(table: str) -> str:
    columns = PEOPLE_COLUMNS[table]
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"


# ---- rows, there and back ----------------------------------------------------------------


def _user_row(account_id: AccountId, user: User) -> tuple[Any, ...]:
    factor = user.second_factor
    return (
        account_id,
        user.id,
        user.email,
        user.name,
        user.language,
        _rights_text(user.rights),
        _text(user.created_at),
        int(user.active),
        user.password_hash,
        _text_of(user.one_time_until),
        None
        if factor is None
        else json.dumps(
            {
                "secret": factor.secret,
                "confirmed": factor.confirmed,
                "last_step": factor.last_step,
                "recovery_hashes": factor.recovery_hashes,
            }
        ),
    )


def _user(row: Row) -> User:
    _, id_, email, name, language, rights, created_at, active, password, until, factor = row
    return User(
        id=UserId(id_),
        email=email,
        name=name,
        language=language,
        rights=_rights(rights),
        created_at=datetime.fromisoformat(created_at),
        active=bool(active),
        password_hash=password,
        one_time_until=_instant_of(until),
        second_factor=None if factor is None else _second_factor(json.loads(factor)),
    )


def _second_factor(kept: Mapping[str, Any]) -> SecondFactor:
    return SecondFactor(
        secret=kept["secret"],
        confirmed=kept["confirmed"],
        last_step=kept["last_step"],
        recovery_hashes=tuple(kept["recovery_hashes"]),
    )


def _session_row(account_id: AccountId, session: Session) -> tuple[Any, ...]:
    return (
        account_id,
        session.id,
        session.token_hash,
        session.user_id,
        _text(session.began_at),
        _text(session.seen_at),
        session.address,
        session.browser,
    )


def _session(row: Row) -> Session:
    _, id_, token_hash, user_id, began_at, seen_at, address, browser = row
    return Session(
        id=SessionId(id_),
        token_hash=token_hash,
        user_id=UserId(user_id),
        began_at=datetime.fromisoformat(began_at),
        seen_at=datetime.fromisoformat(seen_at),
        address=address,
        browser=browser,
    )


def _key_row(account_id: AccountId, key: ApiKey) -> tuple[Any, ...]:
    return (
        account_id,
        key.id,
        key.name,
        key.key_hash,
        _rights_text(key.rights),
        key.made_by,
        _text(key.made_at),
        _text_of(key.used_at),
        _text_of(key.revoked_at),
    )


def _key(row: Row) -> ApiKey:
    _, id_, name, key_hash, rights, made_by, made_at, used_at, revoked_at = row
    return ApiKey(
        id=KeyId(id_),
        name=name,
        key_hash=key_hash,
        rights=_rights(rights),
        made_by=made_by,
        made_at=datetime.fromisoformat(made_at),
        used_at=_instant_of(used_at),
        revoked_at=_instant_of(revoked_at),
    )


def _entry_row(account_id: AccountId, entry: LogEntry) -> tuple[Any, ...]:
    return (
        account_id,
        entry.number,
        _text(entry.at),
        entry.actor,
        entry.name,
        entry.address,
        entry.action,
        entry.subject,
        json.dumps(dict(entry.details), sort_keys=True),
    )


def _entry(row: Row) -> LogEntry:
    _, number, at, actor, name, address, action, subject, details = row
    return LogEntry(
        number=number,
        at=datetime.fromisoformat(at),
        actor=actor,
        name=name,
        address=address,
        action=action,
        subject=subject,
        details=json.loads(details),
    )


def _rights_text(rights: Rights) -> str:
    scope = rights.supervises
    return json.dumps(
        {
            "role": rights.role.value,
            "agent_id": rights.agent_id,
            "supervises": None
            if scope is None
            else {"lines": list(scope.lines), "teams": list(scope.teams)},
        }
    )


def _rights(text: str) -> Rights:
    kept = json.loads(text)
    scope, agent_id = kept["supervises"], kept["agent_id"]
    return Rights(
        role=Role(kept["role"]),
        agent_id=None if agent_id is None else AgentId(agent_id),
        supervises=None
        if scope is None
        else Scope(tuple(map(LineId, scope["lines"])), tuple(map(TeamId, scope["teams"]))),
    )


def _text(at: datetime) -> str:
    """Write an instant so that texts are in the order of their instants."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _text_of(at: datetime | None) -> str | None:
    return None if at is None else _text(at)


def _instant_of(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
