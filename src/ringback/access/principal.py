"""Whoever asks for something, once it is known who that is."""

from dataclasses import dataclass
from enum import StrEnum

from ringback.core.ids import AccountId
from ringback.people import MAIN_ACCOUNT, ApiKey, Rights, Role, SessionId, User

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

    account_id: AccountId
    """The company that is all there is for who asks (S24)."""
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


def operator(address: str, account_id: AccountId = MAIN_ACCOUNT) -> Principal:
    """Whoever holds the installation's own token, and the company they have named."""
    return Principal(
        account_id=account_id,
        kind=PrincipalKind.OPERATOR,
        id="operator",
        name="operator",
        rights=Rights(role=Role.OWNER),
        permissions=frozenset(Permission),
        address=address,
    )


def of_user(
    account_id: AccountId,
    user: User,
    session_id: SessionId,
    address: str,
    *,
    second_factor_required: bool,
) -> Principal:
    to_do = []
    if user.one_time_until is not None:
        to_do.append(ToDo.CHANGE_PASSWORD)
    has_second_factor = user.second_factor is not None and user.second_factor.confirmed
    if second_factor_required and not has_second_factor:
        to_do.append(ToDo.SET_UP_SECOND_FACTOR)
    permissions = permissions_of(user.rights.role)
    return Principal(
        account_id=account_id,
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


def of_key(account_id: AccountId, key: ApiKey, address: str) -> Principal:
    """A program has no session, so it changes none."""
    return Principal(
        account_id=account_id,
        kind=PrincipalKind.KEY,
        id=key.id,
        name=key.name,
        rights=key.rights,
        permissions=permissions_of(key.rights.role) - {Permission.OWN_SESSION},
        address=address,
    )
