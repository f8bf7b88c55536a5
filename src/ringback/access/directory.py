"""The people of one account, in memory; every change is committed before it shows."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

import structlog

from ringback.core.ids import AccountId, AgentId
from ringback.people import (
    ApiKey,
    KeyId,
    LogEntry,
    LogFilter,
    PeopleChanges,
    PeopleStore,
    Role,
    Session,
    SessionId,
    User,
    UserId,
)
from ringback.ports import Clock, JournalAway, JournalFailed

from .principal import Principal

STORING_SECONDS_MAX: Final = 5.0
SEEN_EVERY: Final = timedelta(minutes=5)
"""How long nobody writes down that a session or a key was used again."""

_log = structlog.get_logger(__name__)


class Deed(NamedTuple):
    """What somebody did, for the log."""

    by: Principal | None
    action: str
    subject: str | None = None
    details: Mapping[str, object] = {}
    address: str = ""
    """From where, if it is not known who."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Made by `open`; used from one event loop. Whoever looks before changing holds `changing`."""

    account_id: AccountId
    clock: Clock
    users: dict[UserId, User]
    sessions: dict[SessionId, Session]
    keys: dict[KeyId, ApiKey]
    changing: asyncio.Lock
    _store: PeopleStore
    _numbers: list[int]
    """The number of the last entry of the log."""
    _session_of_token: dict[str, SessionId]
    _writing: set[asyncio.Task[None]] = field(default_factory=set)

    @classmethod
    async def open(cls, account_id: AccountId, store: PeopleStore, clock: Clock) -> "Directory":
        """Read everybody. Raises `JournalFailed`."""
        last = await store.log(account_id, LogFilter(), before=None, limit=1)
        sessions = await store.sessions(account_id)
        return cls(
            account_id=account_id,
            clock=clock,
            users={user.id: user for user in await store.users(account_id)},
            sessions={each.id: each for each in sessions},
            keys={key.id: key for key in await store.keys(account_id)},
            changing=asyncio.Lock(),
            _store=store,
            _numbers=[last[0].number if last else 0],
            _session_of_token={each.token_hash: each.id for each in sessions},
        )

    # ---- finding -----------------------------------------------------------------------

    def with_email(self, email: str) -> User | None:
        return next((user for user in self.users.values() if user.email == email), None)

    def with_agent(self, agent_id: AgentId) -> User | None:
        return next(
            (user for user in self.users.values() if user.rights.agent_id == agent_id), None
        )

    def session_of_token(self, token_hash: str) -> Session | None:
        session_id = self._session_of_token.get(token_hash)
        return None if session_id is None else self.sessions.get(session_id)

    def key_of_token(self, key_hash: str) -> ApiKey | None:
        return next((key for key in self.keys.values() if key.key_hash == key_hash), None)

    def sessions_of(self, user_id: UserId) -> Sequence[Session]:
        return [each for each in self.sessions.values() if each.user_id == user_id]

    def owners(self) -> Sequence[User]:
        return [
            user for user in self.users.values() if user.active and user.rights.role is Role.OWNER
        ]

    # ---- changing ----------------------------------------------------------------------

    async def commit(self, changes: PeopleChanges, *deeds: Deed) -> None:
        """Keep changes and what is to be said of them in the log, all or nothing.

        Raises `JournalAway` when it takes too long; it may still be kept then, and shows if so.
        """
        log = [self._entry(deed) for deed in deeds]
        writing = asyncio.create_task(self._write(replace(changes, log=log)))
        self._writing.add(writing)
        writing.add_done_callback(self._writing.discard)
        done, _ = await asyncio.wait([writing], timeout=STORING_SECONDS_MAX)
        if not done:
            raise JournalAway("The database does not answer.")
        writing.result()

    def note_use(self, session: Session) -> None:
        """Remember that a session is in use, and now and then write it down, in its own time."""
        now = self.clock.now()
        if now - session.seen_at >= SEEN_EVERY:
            self.sessions[session.id] = replace(session, seen_at=now)
            self._write_aside(PeopleChanges(seen=[(session.id, now)]))

    def note_use_of_key(self, key: ApiKey) -> None:
        now = self.clock.now()
        if key.used_at is None or now - key.used_at >= SEEN_EVERY:
            self.keys[key.id] = replace(key, used_at=now)
            self._write_aside(PeopleChanges(used=[(key.id, now)]))

    async def log(self, which: LogFilter, *, before: int | None, limit: int) -> Sequence[LogEntry]:
        return await self._store.log(self.account_id, which, before=before, limit=limit)

    # ---- writing -----------------------------------------------------------------------

    def _entry(self, deed: Deed) -> LogEntry:
        self._numbers[0] += 1
        by = deed.by
        return LogEntry(
            number=self._numbers[0],
            at=self.clock.now(),
            actor="nobody" if by is None else by.actor,
            name="" if by is None else by.name,
            address=deed.address if by is None else by.address,
            action=deed.action,
            subject=deed.subject,
            details=deed.details,
        )

    async def _write(self, changes: PeopleChanges) -> None:
        await self._store.keep(self.account_id, changes)
        self.users.update({user.id: user for user in changes.users})
        self.sessions.update({each.id: each for each in changes.sessions})
        self.keys.update({key.id: key for key in changes.keys})
        self._session_of_token.update({each.token_hash: each.id for each in changes.sessions})
        for session_id in changes.sessions_ended:
            ended = self.sessions.pop(session_id, None)
            if ended is not None:
                del self._session_of_token[ended.token_hash]

    def _write_aside(self, changes: PeopleChanges) -> None:
        async def write() -> None:
            try:
                await self._store.keep(self.account_id, changes)
            except JournalFailed as failure:
                _log.warning("access.use_not_noted", sentence=str(failure))

        writing = asyncio.create_task(write())
        self._writing.add(writing)
        writing.add_done_callback(self._writing.discard)


def in_lower_case(email: str) -> str:
    return email.strip().casefold()


def expired(session: Session, now: datetime, *, idle: timedelta, whole: timedelta) -> bool:
    return now - session.seen_at > idle or now - session.began_at > whole
