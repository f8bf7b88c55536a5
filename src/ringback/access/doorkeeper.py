"""Lets people and programs in: signing in and out, and who bears which token."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from ringback.people import (
    KeyId,
    PeopleChanges,
    Role,
    SecondFactor,
    Session,
    SessionId,
    User,
    UserId,
)

from .directory import Deed, Directory, expired, in_lower_case
from .passwords import Passwords
from .patience import Patience, network_of
from .principal import Principal, PrincipalKind, of_key, of_user
from .refusals import AccessCode, AccessRefused
from .second_factors import SecondFactors
from .tokens import DeviceMarks, hash_of, new_id, new_token

SESSIONS_MAX: Final = 20
"""How many browsers somebody may be signed in with; the one used longest ago goes."""
FAILURES_OF_A_NETWORK: Final = 100
BROWSER_LENGTH_MAX: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRules:
    """What holds for all users of the installation."""

    company: str = "Ringback"
    session_idle: timedelta = timedelta(hours=12)
    session_whole: timedelta = timedelta(days=7)
    second_factor_required: bool = False
    """For owners and admins."""

    def requires_second_factor(self, role: Role) -> bool:
        return self.second_factor_required and role in (Role.OWNER, Role.ADMIN)


class Attempt(NamedTuple):
    """What is given to sign in, and by whom as far as the network tells."""

    email: str
    password: str
    code: str | None
    address: str
    browser: str
    device_mark: str | None
    token: str | None
    """Of the session that this browser has, which the new one takes the place of."""


class SignedIn(NamedTuple):
    """What the browser is given to keep."""

    token: str
    device_mark: str
    principal: Principal


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Decides who enters. Slows down who fails, by address or browser, and never a user's all."""

    directory: Directory
    passwords: Passwords
    second_factors: SecondFactors
    marks: DeviceMarks
    rules: AccessRules
    _patience: Patience = field(default_factory=Patience)
    _patience_with_networks: Patience = field(
        default_factory=lambda: Patience(FAILURES_OF_A_NETWORK)
    )
    _patience_with_codes: Patience = field(default_factory=Patience)

    # ---- signing in --------------------------------------------------------------------

    async def sign_in(self, attempt: Attempt) -> SignedIn:
        """Open a session, in the place of the browser's old one. Raises `AccessRefused`."""
        email = in_lower_case(attempt.email)
        key, network = self._begin(email, attempt)
        user = self.directory.with_email(email)
        try:
            kept = await self._refuse_wrong_password(user, attempt)
            async with self.directory.changing:
                proven = self._proven(email, kept, attempt)
                signed_in = await self._open(proven, attempt)
        except AccessRefused as refused:
            if refused.code is AccessCode.SECOND_FACTOR_REQUIRED:
                self._forget(key, network)
                raise
            await self._note_refused(user, refused, attempt)
            raise
        self._forget(key, network)
        return signed_in

    async def fits(self, attempt: Attempt) -> bool:
        """Tell whether it is the password of a user here; raises where too many were wrong."""
        email = in_lower_case(attempt.email)
        key, network = self._begin(email, attempt)
        try:
            await self._refuse_wrong_password(self.directory.with_email(email), attempt)
        except AccessRefused:
            return False
        self._forget(key, network)
        return True

    async def note_refused(self, attempt: Attempt, refused: AccessRefused) -> None:
        user = self.directory.with_email(in_lower_case(attempt.email))
        await self._note_refused(user, refused, attempt)

    async def end_replaced(self, attempt: Attempt) -> None:
        """End the session that the browser had here, since it has another elsewhere."""
        session = self.directory.session_of_token(hash_of(attempt.token or ""))
        if session is not None:
            deed = Deed(None, "signed-out", session.id, {"user_id": session.user_id})
            await self.directory.commit(PeopleChanges(sessions_ended=[session.id]), deed)

    def _begin(self, email: str, attempt: Attempt) -> tuple[str, str]:
        """Count an attempt; give by what and where from. Raises where too many have failed."""
        device = self.marks.device(attempt.device_mark, email)
        network = network_of(attempt.address)
        key = f"{email} {network if device is None else device}"
        self._hold_back(self._patience, key)
        if device is None:
            self._hold_back(self._patience_with_networks, network)
        return key, network

    async def open_session(self, user: User, attempt: Attempt) -> SignedIn:
        """Sign in who has just been made an owner."""
        return await self._open(user, attempt)

    def _forget(self, key: str, network: str) -> None:
        self._patience.succeeded(key)
        self._patience_with_networks.forgive(network)

    async def _note_refused(
        self, user: User | None, refused: AccessRefused, attempt: Attempt
    ) -> None:
        """Log it, without what was typed: it may be a password in the wrong place."""
        subject = None if user is None else user.id
        details = {"code": refused.code.value}
        deed = Deed(None, "sign-in-refused", subject, details, attempt.address)
        await self.directory.commit(PeopleChanges(), deed)

    def _hold_back(self, patience: Patience, key: str) -> None:
        """Raise for who has failed too often; else count this attempt until it succeeds."""
        now = self.directory.clock.now()
        wait = patience.wait(key, now)
        if wait:
            raise AccessRefused(
                AccessCode.TOO_MANY_ATTEMPTS, retry_after_seconds=int(wait.total_seconds()) + 1
            )
        patience.failed(key, now)

    async def _refuse_wrong_password(self, user: User | None, attempt: Attempt) -> str:
        """Give the hash that the password fits; takes as long for who does not exist."""
        kept = user.password_hash if user is not None and self._may_try(user) else None
        if not await self.passwords.fits(attempt.password, kept) or kept is None:
            raise AccessRefused(AccessCode.SIGN_IN_REFUSED)
        return kept

    def _proven(self, email: str, kept: str, attempt: Attempt) -> User:
        """Look again, since that took a while; give the user with the code used up."""
        user = self.directory.with_email(email)
        if user is None or user.password_hash != kept or not self._may_try(user):
            raise AccessRefused(AccessCode.SIGN_IN_REFUSED)
        factor = user.second_factor
        if factor is None or not factor.confirmed:
            return user
        if not attempt.code:
            raise AccessRefused(AccessCode.SECOND_FACTOR_REQUIRED)
        self._hold_back(self._patience_with_codes, user.id)
        left = self._without_code(user, factor, attempt.code)
        self._patience_with_codes.succeeded(user.id)
        return replace(user, second_factor=left)

    def _may_try(self, user: User) -> bool:
        until = user.one_time_until
        return user.active and (until is None or self.directory.clock.now() < until)

    def _without_code(self, user: User, factor: SecondFactor, code: str) -> SecondFactor:
        """Give what is left of a second factor once a code was used; raises if it fits nothing."""
        given = code.replace(" ", "").lower()
        hashed = hash_of(given)
        if hashed in factor.recovery_hashes:
            left = tuple(each for each in factor.recovery_hashes if each != hashed)
            return replace(factor, recovery_hashes=left)
        now = self.directory.clock.now()
        step = self.second_factors.fitting_step(user, factor, given, now)
        if step is None:
            raise AccessRefused(AccessCode.CODE_WRONG)
        return replace(factor, last_step=step)

    async def _open(self, user: User, attempt: Attempt) -> SignedIn:
        now = self.directory.clock.now()
        token = new_token()
        session = Session(
            id=SessionId(new_id()),
            token_hash=hash_of(token),
            user_id=user.id,
            began_at=now,
            seen_at=now,
            address=attempt.address,
            browser=attempt.browser[:BROWSER_LENGTH_MAX],
        )
        principal = self._principal(user, session, attempt.address)
        await self.directory.commit(
            PeopleChanges(
                users=[user], sessions=[session], sessions_ended=list(self._gone(user, attempt))
            ),
            Deed(principal, "signed-in", session.id),
        )
        return SignedIn(token, self.marks.new_mark(user.email), principal)

    def _gone(self, user: User, attempt: Attempt) -> Iterator[SessionId]:
        """Name the sessions that a new one is the end of: the browser's, expired ones, too many."""
        if attempt.token is not None:
            old = self.directory.session_of_token(hash_of(attempt.token))
            if old is not None:
                yield old.id
        now = self.directory.clock.now()
        for session in self.directory.sessions.values():
            if self._expired(session, now):
                yield session.id
        theirs = sorted(self.directory.sessions_of(user.id), key=lambda each: each.seen_at)
        for session in theirs[: max(len(theirs) - SESSIONS_MAX + 1, 0)]:
            yield session.id

    # ---- who bears a token -------------------------------------------------------------

    def bearer_of_session(self, token: str, address: str) -> Principal | None:
        session = self.directory.session_of_token(hash_of(token))
        if session is None or self._expired(session, self.directory.clock.now()):
            return None
        user = self.directory.users.get(session.user_id)
        if user is None or not user.active:
            return None
        self.directory.note_use(session)
        return self._principal(user, session, address)

    def bearer_of_key(self, token: str, address: str) -> Principal | None:
        key = self.directory.key_of_token(hash_of(token))
        if key is None or key.revoked_at is not None:
            return None
        self.directory.note_use_of_key(key)
        return of_key(self.directory.account_id, key, address)

    def anew(self, who: Principal) -> Principal:
        """Give a user's rights and duties as they are after a change."""
        user = self.directory.users[UserId(who.id)]
        session = self.directory.sessions[who.session_id or SessionId("")]
        return self._principal(user, session, who.address)

    def still(self, who: Principal) -> bool:
        """Tell whether somebody is still let in, and with the same rights."""
        match who.kind:
            case PrincipalKind.OPERATOR:
                return True
            case PrincipalKind.KEY:
                key = self.directory.keys.get(KeyId(who.id))
                return key is not None and key.revoked_at is None and key.rights == who.rights
            case PrincipalKind.USER:
                user = self.directory.users.get(UserId(who.id))
                session = self.directory.sessions.get(who.session_id or SessionId(""))
                return (
                    user is not None
                    and session is not None
                    and user.active
                    and user.rights == who.rights
                    and not self._expired(session, self.directory.clock.now())
                )

    def _principal(self, user: User, session: Session, address: str) -> Principal:
        return of_user(
            self.directory.account_id,
            user,
            session.id,
            address,
            second_factor_required=self.rules.requires_second_factor(user.rights.role),
        )

    def _expired(self, session: Session, now: datetime) -> bool:
        return expired(session, now, idle=self.rules.session_idle, whole=self.rules.session_whole)

    # ---- leaving -----------------------------------------------------------------------

    def live_sessions(self, user: User) -> Sequence[Session]:
        now = self.directory.clock.now()
        theirs = [
            each for each in self.directory.sessions_of(user.id) if not self._expired(each, now)
        ]
        return sorted(theirs, key=lambda each: each.began_at)

    # ---- waiting after wrong passwords -------------------------------------------------

    def waits(self) -> Mapping[UserId, datetime]:
        """Tell who has to wait before they may try again, and until when at the longest."""
        now = self.directory.clock.now()
        until = {UserId(key): end for key, end in self._patience_with_codes.waiting(now)}
        ids = {user.email: user.id for user in self.directory.users.values()}
        for key, end in self._patience.waiting(now):
            user_id = ids.get(_email_of(key))
            if user_id is not None:
                until[user_id] = max(until.get(user_id, end), end)
        return until

    async def lift_waits(self, by: Principal, user: User) -> None:
        """Let somebody try again at once, from wherever they have failed."""
        now = self.directory.clock.now()
        for key in [key for key, _ in self._patience.waiting(now) if _email_of(key) == user.email]:
            self._patience.succeeded(key)
        self._patience_with_codes.succeeded(user.id)
        await self.directory.commit(PeopleChanges(), Deed(by, "waits-lifted", user.id))

    async def end_session(self, by: Principal, session: Session) -> None:
        action = "signed-out" if session.id == by.session_id else "session-revoked"
        await self.directory.commit(
            PeopleChanges(sessions_ended=[session.id]),
            Deed(by, action, session.id, {"user_id": session.user_id}),
        )


def _email_of(key: str) -> str:
    """Give whose failures a key counts; only what was typed may hold spaces."""
    return key.rpartition(" ")[0]
