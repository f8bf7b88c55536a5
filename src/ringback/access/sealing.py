"""Seals secrets that must be used, and so cannot be kept as hashes: AES-256-GCM.

SealBroken
    What is sealed was sealed with a key that is not here, for somebody else, or was changed.
"""

import base64
import secrets
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SEALED: Final = "sealed:"
NONCE_BYTES: Final = 12


class SealBroken(Exception):
    """What is sealed was sealed with a key that is not here, for somebody else, or was changed."""


class Seal:
    """The first key seals, and each opens: so a new one takes the place of an old one."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._ciphers = [AESGCM(sha256(key.encode()).digest()) for key in keys]

    def seal(self, text: str, whose: str) -> str:
        """Make a text readable for who has the key and says whose it is, and for nobody else."""
        assert self._ciphers, "Nothing can be sealed without a key."
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = self._ciphers[0].encrypt(nonce, text.encode(), whose.encode())
        return SEALED + base64.b64encode(nonce + sealed).decode()

    def open(self, sealed: str, whose: str) -> str:
        """Give the text that was sealed for somebody. Raises `SealBroken`."""
        return self._opened(sealed, whose, self._ciphers)

    def can_open(self, kept: str, whose: str) -> bool:
        """Tell whether a text can be had of it; of what never was sealed it can."""
        try:
            self.open(kept, whose)
        except SealBroken:
            return not kept.startswith(SEALED)
        return True

    def renewed(self, kept: str, whose: str) -> str:
        """Give it sealed with the first key: the same if it is, and what never was sealed as well.

        Raises `SealBroken`.
        """
        if not kept.startswith(SEALED):
            return self.seal(kept, whose)
        try:
            self._opened(kept, whose, self._ciphers[:1])
        except SealBroken:
            return self.seal(self.open(kept, whose), whose)
        return kept

    def _opened(self, sealed: str, whose: str, ciphers: Sequence[AESGCM]) -> str:
        try:
            content = base64.b64decode(sealed.removeprefix(SEALED), validate=True)
        except ValueError as wrong:
            raise SealBroken("It is nothing that was sealed here.") from wrong
        nonce, rest = content[:NONCE_BYTES].ljust(NONCE_BYTES, b"\0"), content[NONCE_BYTES:]
        for cipher in ciphers:
            try:
                return cipher.decrypt(nonce, rest, whose.encode()).decode()
            except InvalidTag:
                continue
        raise SealBroken("It was sealed with a key that is not here, or was changed.")
