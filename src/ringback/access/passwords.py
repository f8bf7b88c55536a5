"""Passwords: what is strong enough, and their hashes, which are slow to make."""

import asyncio
import secrets
from pathlib import Path
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from .refusals import AccessCode, AccessRefused

LENGTH_MIN: Final = 12
LENGTH_MAX: Final = 256
DIFFERENT_MIN: Final = 5
AT_ONCE: Final = 2
WAITING_MAX: Final = 20

_HERE = Path(__file__).parent
COMMON: Final = frozenset((_HERE / "common_passwords.txt").read_text().split())
"""Those among the most used that are long enough."""
EASY_WORDS: Final = frozenset((_HERE / "easy_words.txt").read_text().split())
"""What people make longer with a few digits."""


def refuse_weak(password: str, *about: str) -> None:
    """Raise `AccessRefused` unless a password is long, uncommon and not made of what is known.

    `about` is what others know of its user: the e-mail address and the name.
    """
    problem = _problem(password, about)
    if problem is not None:
        raise AccessRefused(
            AccessCode.PASSWORD_TOO_WEAK,
            problem=problem,
            length_min=LENGTH_MIN,
            length_max=LENGTH_MAX,
        )


def _problem(password: str, about: tuple[str, ...]) -> str | None:
    lowered = password.casefold()
    if len(password) < LENGTH_MIN:
        return "too-short"
    if len(password) > LENGTH_MAX:
        return "too-long"
    if len(set(lowered)) < DIFFERENT_MIN:
        return "too-uniform"
    stem = lowered.strip("0123456789 !?.,;:-_*+#$%&@'\"()/")
    if lowered in COMMON or stem in EASY_WORDS or not stem:
        return "too-common"
    known = {
        word for text in about for word in (text.casefold(), text.casefold().partition("@")[0])
    }
    if stem in known or lowered in known:
        return "about-its-user"
    return None


def one_time_password() -> str:
    """Make a password that somebody reads out or copies once."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))


class Passwords:
    """Hashes and checks with argon2id, beside the event loop and few at once: each takes 64 MiB."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._room = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0
        self._of_nobody = self._hasher.hash(secrets.token_urlsafe())

    async def hash(self, password: str) -> str:
        async with self._room:
            return await asyncio.to_thread(self._hasher.hash, password)

    async def fits(self, password: str, kept: str | None) -> bool:
        """Tell whether a password is the one of a hash; without a hash it takes as long.

        Raises `AccessRefused` when too many are being checked already.
        """
        if self._waiting >= WAITING_MAX:
            raise AccessRefused(AccessCode.TOO_MANY_ATTEMPTS, retry_after_seconds=5)
        self._waiting += 1
        try:
            async with self._room:
                return await asyncio.to_thread(self._fits, password, kept)
        finally:
            self._waiting -= 1

    def _fits(self, password: str, kept: str | None) -> bool:
        try:
            self._hasher.verify(kept or self._of_nobody, password)
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None
