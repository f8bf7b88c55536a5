"""Who uses an installation: users, their sessions, programs' keys, and the log of what they did.

All of it belongs to one account, whose key stands before every other (S24).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from ringback.core.ids import AccountId, AgentId, LineId, TeamId

UserId = NewType("UserId", str)
SessionId = NewType("SessionId", str)
KeyId = NewType("KeyId", str)

MAIN_ACCOUNT = AccountId("main")
"""The company that every installation has."""


class Role(StrEnum):
    """What somebody is in the company, the mightiest first."""

    OWNER = "owner"
    ADMIN = "admin"
    SUPERVISOR = "supervisor"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Scope:
    """The lines and teams that a supervisor sees to."""

    lines: tuple[LineId, ...] = ()
    teams: tuple[TeamId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What somebody may do, and where."""

    role: Role
    agent_id: AgentId | None = None
    """The agent of the core who they are on the phone; every agent is one."""
    supervises: Scope | None = None
    """Of a supervisor; None is the whole company."""


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """A secret shared with an authenticator app; it counts once a code has confirmed it."""

    secret: str
    """Sealed; in plain text only where an earlier release left it."""
    confirmed: bool = False
    last_step: int = 0
    """The time step of the last code that was taken: none is taken twice."""
    recovery_hashes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person who signs in. Users are deactivated, never deleted: the log names them."""

    id: UserId
    email: str
    """In lower case; unique in the account."""
    name: str
    language: str
    rights: Rights
    created_at: datetime
    active: bool = True
    password_hash: str | None = None
    one_time_until: datetime | None = None
    """Until when a password that somebody else has made works; it must be changed at once."""
    second_factor: SecondFactor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A browser in which somebody is signed in; only a hash of its token is kept."""

    id: SessionId
    token_hash: str
    user_id: UserId
    began_at: datetime
    seen_at: datetime
    address: str
    browser: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """A program's key; only a hash of it is kept."""

    id: KeyId
    name: str
    key_hash: str
    rights: Rights
    made_by: str
    made_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """Who did what, when and from where; never changed and never removed."""

    number: int
    at: datetime
    actor: str
    name: str
    address: str
    action: str
    subject: str | None = None
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Which entries are wanted; what is None does not matter."""

    actor: str | None = None
    action: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleChanges:
    """What is committed together."""

    users: Sequence[User] = ()
    sessions: Sequence[Session] = ()
    sessions_ended: Sequence[SessionId] = ()
    keys: Sequence[ApiKey] = ()
    seen: Sequence[tuple[SessionId, datetime]] = ()
    """When sessions were used, for those that have not ended."""
    used: Sequence[tuple[KeyId, datetime]] = ()
    log: Sequence[LogEntry] = ()


class PeopleStore(Protocol):
    """People beside the journal. What is kept again replaces what was kept; the log only grows."""

    async def keep(self, account_id: AccountId, changes: PeopleChanges) -> None:
        """Commit all of it durably, or nothing. Raises `JournalFailed`."""
        ...

    async def users(self, account_id: AccountId) -> Sequence[User]: ...

    async def sessions(self, account_id: AccountId) -> Sequence[Session]: ...

    async def keys(self, account_id: AccountId) -> Sequence[ApiKey]: ...

    async def log(
        self, account_id: AccountId, which: LogFilter, *, before: int | None, limit: int
    ) -> Sequence[LogEntry]:
        """Give entries with a smaller number than `before`, the newest first."""
        ...

    async def end_all_sessions(self) -> None:
        """End the sessions of every account: what a backup holds may have been revoked since."""
        ...
