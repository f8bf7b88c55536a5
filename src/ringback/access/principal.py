"""Whoever asks for something, once it is known who that is."""

from dataclasses import dataclass
from enum import StrEnum

from ringback.people import ApiKey, Rights, Role, SessionId, User

from .permissions import Permission, permissions_of


class PrincipalKind(StrEnum):
    OPERATOR = "operator"
    USER = "user"
    KEY = "key"


class ToDo(StrEnum):
    """What somebody who has signed in must do before anything else."""

    CHANGE_PASSWORD = "change-password"  # noqa: S105 - a duty, not a secret
    SET_UP_SECOND_FACTOR = "set-up-second-factor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """Who asks, with what right, and from where."""

    kind: PrincipalKind
    id: str
    name: str
    rights: Rights
    permissions: frozenset[Permission]
    address: str
    to_do: tuple[ToDo, ...] = ()
    session_id: SessionId | None = None

    @property
    def actor(self) -> str:
        """How the journal and the log name who did it."""
        return "operator" if self.kind is PrincipalKind.OPERATOR else f"{self.kind}:{self.id}"


def operator(address: str) -> Principal:
    """Whoever holds the installation's own token."""
    return Principal(
        kind=PrincipalKind.OPERATOR,
        id="operator",
        name="operator",
        rights=Rights(role=Role.OWNER),
        permissions=frozenset(Permission),
        address=address,
    )


def of_user(
    user: User, session_id: SessionId, address: str, *, second_factor_required: bool
) -> Principal:
    to_do = []
    if user.one_time_until is not None:
        to_do.append(ToDo.CHANGE_PASSWORD)
    has_second_factor = user.second_factor is not None and user.second_factor.confirmed
    if second_factor_required and not has_second_factor:
        to_do.append(ToDo.SET_UP_SECOND_FACTOR)
    permissions = permissions_of(user.rights.role)
    return Principal(
        kind=PrincipalKind.USER,
        id=user.id,
        name=user.name,
        rights=user.rights,
        permissions=permissions & {Permission.OPEN, Permission.OWN_SESSION}
        if to_do
        else permissions,
        address=address,
        to_do=tuple(to_do),
        session_id=session_id,
    )


def of_key(key: ApiKey, address: str) -> Principal:
    """A program has no session, so it changes none."""
    return Principal(
        kind=PrincipalKind.KEY,
        id=key.id,
        name=key.name,
        rights=key.rights,
        permissions=permissions_of(key.rights.role) - {Permission.OWN_SESSION},
        address=address,
    )
