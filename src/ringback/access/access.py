"""All of access to one account, put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argon2 import PasswordHasher

from ringback.core.ids import AccountId
from ringback.people import PeopleStore, User
from ringback.ports import Clock

from .directory import Directory
from .doorkeeper import AccessRules, Doorkeeper
from .keyring import Keyring
from .own_account import OwnAccount
from .passwords import Passwords
from .registrar import Registrar
from .sealing import Seal
from .second_factors import SecondFactors, renew_seals
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
    unreadable: Sequence[User]
    """Whose second factor was sealed with a key that is not here; only recovery codes work."""
    demo: SignInData | None = None
    """Who a visitor of the demo may be."""


async def open_access(
    account_id: AccountId,
    store: PeopleStore,
    clock: Clock,
    *,
    rules: AccessRules,
    device_secret: bytes,
    seal: Seal,
    hasher: PasswordHasher | None = None,
) -> Access:
    """Read the people of an account, and seal what of them is not; nobody else may write them.

    Raises `JournalFailed`.
    """
    directory = await Directory.open(account_id, store, clock)
    passwords = Passwords(hasher)
    second_factors = SecondFactors(account_id, seal)
    return Access(
        directory=directory,
        doorkeeper=Doorkeeper(
            directory, passwords, second_factors, DeviceMarks(device_secret), rules
        ),
        registrar=Registrar(directory, passwords),
        own_account=OwnAccount(directory, passwords, second_factors, rules.company),
        keyring=Keyring(directory),
        rules=rules,
        unreadable=await renew_seals(directory, second_factors),
    )
