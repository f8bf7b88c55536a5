"""All of access to one account, put together."""

from dataclasses import dataclass
from typing import NamedTuple

from argon2 import PasswordHasher

from ringback.core.ids import AccountId
from ringback.people import PeopleStore
from ringback.ports import Clock

from .directory import Directory
from .doorkeeper import AccessRules, Doorkeeper
from .keyring import Keyring
from .own_account import OwnAccount
from .passwords import Passwords
from .registrar import Registrar
from .tokens import DeviceMarks


class SignInData(NamedTuple):
    """What somebody types to sign in."""

    email: str
    password: str


@dataclass(frozen=True, slots=True)
class Access:
    """Who may enter, who there is, and what they change themselves."""

    directory: Directory
    doorkeeper: Doorkeeper
    registrar: Registrar
    own_account: OwnAccount
    keyring: Keyring
    rules: AccessRules
    demo: SignInData | None = None
    """Who a visitor of the demo may be."""


async def open_access(
    account_id: AccountId,
    store: PeopleStore,
    clock: Clock,
    *,
    rules: AccessRules,
    device_secret: bytes,
    hasher: PasswordHasher | None = None,
) -> Access:
    """Read the people of an account; nobody else may write them meanwhile.

    Raises `JournalFailed`.
    """
    directory = await Directory.open(account_id, store, clock)
    passwords = Passwords(hasher)
    return Access(
        directory=directory,
        doorkeeper=Doorkeeper(directory, passwords, DeviceMarks(device_secret), rules),
        registrar=Registrar(directory, passwords),
        own_account=OwnAccount(directory, passwords, rules.company),
        keyring=Keyring(directory),
        rules=rules,
    )
