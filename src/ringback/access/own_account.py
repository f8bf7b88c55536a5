"""What people change about their own access: password, language and second factor."""

import hmac
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ringback.people import PeopleChanges, SecondFactor, SessionId, User, UserId

from .authenticator import address_of, new_recovery_codes
from .directory import Deed, Directory
from .passwords import Passwords, refuse_weak
from .patience import Patience
from .principal import Principal
from .refusals import AccessCode, AccessRefused
from .second_factors import SecondFactors
from .tokens import hash_of


class NewSecondFactor(NamedTuple):
    """What goes into an authenticator app: by hand, or as a QR code."""

    secret: str
    address: str


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """Each change asks for the password again: an open browser is not its user."""

    directory: Directory
    passwords: Passwords
    second_factors: SecondFactors
    company: str
    _patience: Patience = field(default_factory=Patience)

    async def change_password(self, by: Principal, password: str, new: str) -> User:
        """Set another password; every other session ends. Raises `AccessRefused`."""
        user = await self._proven(by, password)
        refuse_weak(new, user.email, user.name)
        if hmac.compare_digest(password.encode(), new.encode()):
            raise AccessRefused(AccessCode.PASSWORD_TOO_WEAK, problem="same-as-before")
        hashed = await self.passwords.hash(new)
        async with self.directory.changing:
            changed = replace(self._user(by), password_hash=hashed, one_time_until=None)
            return await self._keep(by, changed, "password-changed", ended=self._others(by))

    async def change_language(self, by: Principal, language: str) -> User:
        async with self.directory.changing:
            changed = replace(self._user(by), language=language)
            return await self._keep(by, changed, "language-changed")

    async def begin_second_factor(self, by: Principal, password: str) -> NewSecondFactor:
        """Make a secret; it counts once `confirm_second_factor` has seen a code of it."""
        await self._proven(by, password)
        async with self.directory.changing:
            user = self._user(by)
            if user.second_factor is not None and user.second_factor.confirmed:
                raise AccessRefused(AccessCode.SECOND_FACTOR_ON)
            secret, kept = self.second_factors.begin(user)
            begun = replace(user, second_factor=kept)
            await self._keep(by, begun, "second-factor-begun")
        return NewSecondFactor(secret, address_of(secret, company=self.company, email=user.email))

    async def confirm_second_factor(self, by: Principal, code: str) -> tuple[str, ...]:
        """Turn the second factor on and give its recovery codes, this once."""
        codes = new_recovery_codes()
        async with self.directory.changing:
            user = self._user(by)
            factor = user.second_factor
            if factor is None:
                raise AccessRefused(AccessCode.SECOND_FACTOR_OFF)
            if factor.confirmed:
                raise AccessRefused(AccessCode.SECOND_FACTOR_ON)
            now = self.directory.clock.now()
            given = code.replace(" ", "")
            step = self.second_factors.fitting_step(user, factor, given, now)
            if step is None:
                raise AccessRefused(AccessCode.CODE_WRONG)
            on = SecondFactor(factor.secret, True, step, tuple(map(hash_of, codes)))
            changed = replace(user, second_factor=on)
            await self._keep(by, changed, "second-factor-on", ended=self._others(by))
        return codes

    async def renew_recovery_codes(self, by: Principal, password: str) -> tuple[str, ...]:
        await self._proven(by, password)
        codes = new_recovery_codes()
        async with self.directory.changing:
            user = self._user(by)
            renewed = replace(_confirmed(user), recovery_hashes=tuple(map(hash_of, codes)))
            await self._keep(by, replace(user, second_factor=renewed), "recovery-codes-renewed")
        return codes

    async def remove_second_factor(self, by: Principal, password: str) -> None:
        await self._proven(by, password)
        async with self.directory.changing:
            user = self._user(by)
            _confirmed(user)
            await self._keep(by, replace(user, second_factor=None), "second-factor-off")

    def _user(self, by: Principal) -> User:
        return self.directory.users[UserId(by.id)]

    async def _proven(self, by: Principal, password: str) -> User:
        user = self._user(by)
        now = self.directory.clock.now()
        wait = self._patience.wait(user.id, now)
        if wait:
            raise AccessRefused(
                AccessCode.TOO_MANY_ATTEMPTS, retry_after_seconds=int(wait.total_seconds()) + 1
            )
        self._patience.failed(user.id, now)
        if not await self.passwords.fits(password, user.password_hash):
            raise AccessRefused(AccessCode.PASSWORD_WRONG)
        self._patience.succeeded(user.id)
        return user

    def _others(self, by: Principal) -> tuple[SessionId, ...]:
        theirs = self.directory.sessions_of(UserId(by.id))
        return tuple(each.id for each in theirs if each.id != by.session_id)

    async def _keep(
        self, by: Principal, user: User, action: str, ended: tuple[SessionId, ...] = ()
    ) -> User:
        changes = PeopleChanges(users=[user], sessions_ended=ended)
        await self.directory.commit(changes, Deed(by, action, user.id))
        return user


def _confirmed(user: User) -> SecondFactor:
    if user.second_factor is None or not user.second_factor.confirmed:
        raise AccessRefused(AccessCode.SECOND_FACTOR_OFF)
    return user.second_factor
