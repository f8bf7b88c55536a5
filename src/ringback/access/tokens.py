"""Secrets that bear a right: made at random, shown once, kept only as hashes."""

import hmac
import secrets
from hashlib import sha256
from typing import Final

KEY_PREFIX: Final = "rbk_"


def new_token() -> str:
    return secrets.token_urlsafe(32)


def new_id() -> str:
    return secrets.token_hex(8)


def hash_of(token: str) -> str:
    """Hash what has 256 random bits: unlike a password it needs no slowness."""
    return sha256(token.encode()).hexdigest()


class DeviceMarks:
    """Marks of browsers in which an address of e-mail was signed in before; none is kept here."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def new_mark(self, email: str) -> str:
        name = secrets.token_hex(16)
        return f"{name}.{self._sign(name, email)}"

    def device(self, mark: str | None, email: str) -> str | None:
        """Name the device that bears a mark for this address of e-mail; None if it bears none."""
        name, _, signature = (mark or "").partition(".")
        genuine = hmac.compare_digest(signature.encode(), self._sign(name, email).encode())
        return name if genuine else None

    def _sign(self, name: str, email: str) -> str:
        return hmac.digest(self._secret, f"{name}|{email}".encode(), "sha256").hex()
