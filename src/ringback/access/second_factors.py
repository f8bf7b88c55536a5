"""Second factors as they are kept: their secrets sealed, each for its user alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ringback.core.ids import AccountId
from ringback.people import PeopleChanges, SecondFactor, User

from .authenticator import fitting_step, new_secret
from .directory import Directory
from .refusals import AccessCode, AccessRefused
from .sealing import Seal, SealBroken


@dataclass(frozen=True, slots=True)
class SecondFactors:
    """Makes and checks them for the users of one account."""

    account_id: AccountId
    seal: Seal

    def begin(self, user: User) -> tuple[str, SecondFactor]:
        """Give a new secret, and what is kept of it."""
        secret = new_secret()
        return secret, SecondFactor(self.seal.seal(secret, self._whose(user)))

    def fitting_step(self, user: User, factor: SecondFactor, code: str, at: datetime) -> int | None:
        """Find the time step of a code that was not taken before; None if it fits none.

        Raises `AccessRefused` where the secret cannot be read.
        """
        try:
            secret = self.seal.open(factor.secret, self._whose(user))
        except SealBroken as broken:
            raise AccessRefused(AccessCode.SECOND_FACTOR_UNREADABLE) from broken
        return fitting_step(secret, code, at=at, after=factor.last_step)

    def renewed(self, user: User) -> User:
        """Give a user whose secret is sealed with the key in force. Raises `SealBroken`."""
        factor = user.second_factor
        if factor is None:
            return user
        secret = self.seal.renewed(factor.secret, self._whose(user))
        return replace(user, second_factor=replace(factor, secret=secret))

    def unreadable(self, users: Sequence[User]) -> Sequence[User]:
        """Name those whose secret is sealed with a key that is not here."""
        return [
            user
            for user in users
            if (factor := user.second_factor) is not None
            and not self.seal.can_open(factor.secret, self._whose(user))
        ]

    def _whose(self, user: User) -> str:
        return f"second factor of {user.id} at {self.account_id}"


async def renew_seals(directory: Directory, second_factors: SecondFactors) -> Sequence[User]:
    """Seal what an earlier release or an earlier key left; give whose secrets cannot be read.

    Raises `JournalFailed`.
    """
    users = list(directory.users.values())
    unreadable = second_factors.unreadable(users)
    sealed = [second_factors.renewed(user) for user in users if user not in unreadable]
    changed = [user for user in sealed if user != directory.users[user.id]]
    if changed:
        await directory.commit(PeopleChanges(users=changed))
    return unreadable
