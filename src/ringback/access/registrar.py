"""Keeps the users: who there is, what they are, and what others reset for them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, NamedTuple

from ringback.people import PeopleChanges, Rights, Role, SessionId, User, UserId

from .directory import Deed, Directory, in_lower_case
from .passwords import Passwords, one_time_password, refuse_weak
from .permissions import refuse_to_outrank
from .principal import Principal
from .refusals import AccessCode, AccessRefused
from .tokens import new_id

ONE_TIME_PASSWORD_LASTS: Final = timedelta(days=3)


class Draft(NamedTuple):
    """What is said of a user by who adds or changes them."""

    email: str
    name: str
    language: str
    rights: Rights


class WithPassword(NamedTuple):
    """A user, and the password that is shown once and works once."""

    user: User
    password: str


@dataclass(frozen=True, slots=True)
class Registrar:
    """Adds and changes users. Nobody grants more than they have, or changes who has more."""

    directory: Directory
    passwords: Passwords

    @property
    def setup_needed(self) -> bool:
        return not self.directory.owners()

    async def set_up(self, draft: Draft, password: str, by: Principal) -> User:
        """Make the first owner. Raises `AccessRefused`, also once there is one."""
        refuse_weak(password, draft.email, draft.name)
        hashed = await self.passwords.hash(password)
        async with self.directory.changing:
            if not self.setup_needed:
                raise AccessRefused(AccessCode.SETUP_DONE)
            user = replace(self._new(draft), password_hash=hashed)
            await self._keep(user, by, "user-added", {"role": user.rights.role.value})
        return user

    def refuse(self, draft: Draft, by: Principal) -> None:
        """Raise `AccessRefused` as `add` would."""
        refuse_to_outrank(by.rights.role, draft.rights.role)
        self._refuse_clash(draft, None)

    async def add(self, draft: Draft, by: Principal) -> WithPassword:
        """Add a user, who signs in with a one-time password. Raises `AccessRefused`."""
        refuse_to_outrank(by.rights.role, draft.rights.role)
        password = one_time_password()
        hashed = await self.passwords.hash(password)
        async with self.directory.changing:
            user = self._one_time(self._new(draft), hashed)
            await self._keep(user, by, "user-added", told_rights(user.rights))
        return WithPassword(user, password)

    async def enrol(self, draft: Draft, password: str, by: Principal) -> User:
        """Add a user with a password that they know already, whatever it is."""
        hashed = await self.passwords.hash(password)
        async with self.directory.changing:
            user = replace(self._new(draft), password_hash=hashed)
            await self._keep(user, by, "user-added", told_rights(user.rights))
        return user

    async def change(
        self,
        user_id: UserId,
        draft: Draft,
        by: Principal,
        provided: Callable[[], None] = lambda: None,
    ) -> User:
        """Change a user, whole; `provided` is asked right before, and may refuse."""
        async with self.directory.changing:
            user = self.found(user_id)
            provided()
            refuse_to_outrank(by.rights.role, user.rights.role)
            refuse_to_outrank(by.rights.role, draft.rights.role)
            self._refuse_clash(draft, user)
            if draft.rights.role is not Role.OWNER:
                self._refuse_last_owner(user)
            changed = replace(
                user,
                email=in_lower_case(draft.email),
                name=draft.name,
                language=draft.language,
                rights=draft.rights,
            )
            await self._keep(changed, by, "user-changed", told_rights(changed.rights))
        return changed

    async def set_active(self, user_id: UserId, active: bool, by: Principal) -> User:
        """Shut a user out, at once in every browser, or let them in again."""
        async with self.directory.changing:
            user = self.found(user_id)
            refuse_to_outrank(by.rights.role, user.rights.role)
            if not active:
                self._refuse_last_owner(user)
            changed = replace(user, active=active)
            action = "user-activated" if active else "user-deactivated"
            await self._keep(changed, by, action, ended=() if active else self._sessions(user))
        return changed

    async def reset_password(self, user_id: UserId, by: Principal) -> WithPassword:
        """Give a one-time password in the place of a forgotten one; every session ends."""
        password = one_time_password()
        hashed = await self.passwords.hash(password)
        async with self.directory.changing:
            user = self.found(user_id)
            refuse_to_outrank(by.rights.role, user.rights.role)
            changed = self._one_time(user, hashed)
            await self._keep(changed, by, "password-reset", ended=self._sessions(user))
        return WithPassword(changed, password)

    async def reset_second_factor(self, user_id: UserId, by: Principal) -> User:
        """Forget the authenticator of somebody who has lost it; every session ends."""
        async with self.directory.changing:
            user = self.found(user_id)
            refuse_to_outrank(by.rights.role, user.rights.role)
            changed = replace(user, second_factor=None)
            await self._keep(changed, by, "second-factor-reset", ended=self._sessions(user))
        return changed

    def found(self, user_id: UserId) -> User:
        user = self.directory.users.get(user_id)
        if user is None:
            raise AccessRefused(AccessCode.UNKNOWN_USER, user_id=user_id)
        return user

    def _new(self, draft: Draft) -> User:
        self._refuse_clash(draft, None)
        return User(
            id=UserId(new_id()),
            email=in_lower_case(draft.email),
            name=draft.name,
            language=draft.language,
            rights=draft.rights,
            created_at=self.directory.clock.now(),
        )

    def _one_time(self, user: User, hashed: str) -> User:
        until = self.directory.clock.now() + ONE_TIME_PASSWORD_LASTS
        return replace(user, password_hash=hashed, one_time_until=until)

    def _refuse_clash(self, draft: Draft, user: User | None) -> None:
        own_id = None if user is None else user.id
        other = self.directory.with_email(in_lower_case(draft.email))
        if other is not None and other.id != own_id:
            raise AccessRefused(AccessCode.EMAIL_TAKEN)
        agent_id = draft.rights.agent_id
        if agent_id is None:
            if draft.rights.role is Role.AGENT:
                raise AccessRefused(AccessCode.AGENT_REQUIRED)
            return
        holder = self.directory.with_agent(agent_id)
        if holder is not None and holder.id != own_id:
            raise AccessRefused(AccessCode.AGENT_TAKEN, user_id=holder.id)

    def _refuse_last_owner(self, user: User) -> None:
        if [owner.id for owner in self.directory.owners()] == [user.id]:
            raise AccessRefused(AccessCode.LAST_OWNER)

    def _sessions(self, user: User) -> tuple[SessionId, ...]:
        return tuple(session.id for session in self.directory.sessions_of(user.id))

    async def _keep(
        self,
        user: User,
        by: Principal,
        action: str,
        details: dict[str, object] | None = None,
        ended: tuple[SessionId, ...] = (),
    ) -> None:
        await self.directory.commit(
            PeopleChanges(users=[user], sessions_ended=ended),
            Deed(by, action, user.id, details or {}),
        )


def told_rights(rights: Rights) -> dict[str, object]:
    """Say what somebody may do, for the log."""
    scope = rights.supervises
    return {
        "role": rights.role.value,
        "agent_id": rights.agent_id,
        "supervises": None
        if scope is None
        else {"lines": list(scope.lines), "teams": list(scope.teams)},
    }
