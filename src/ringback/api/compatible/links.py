"""Addresses under which whoever has one gets a message that a caller left, for a while."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final
from urllib.parse import urlencode

OPEN_PLACE: Final = "/v1/voicemails/"
"""What lies below is had with a link, and with nothing else."""
LASTING: Final = timedelta(hours=1)
SHORT_LASTING: Final = timedelta(hours=3)
"""That of the links which are asked for beside the others."""
DIGITS_MAX: Final = 12


@dataclass(frozen=True, slots=True)
class VoicemailLinks:
    """Writes and judges the links of one company; another one's key fits none of them (S24)."""

    key: bytes
    now: Callable[[], datetime]

    def address(self, root: str, call_number: int, lasting: timedelta) -> str:
        """Write the address of the message of a call, which holds for that long."""
        expires = str(int((self.now() + lasting).timestamp()))
        signature = self._signature(str(call_number), expires)
        query = urlencode({"expires": expires, "signature": signature})
        return f"{root}{OPEN_PLACE}{call_number}.wav?{query}"

    def holds(self, call_number: str, expires: str, signature: str) -> bool:
        """Tell whether this company wrote a link, and it has not run out."""
        expected = self._signature(call_number, expires).encode()
        if not hmac.compare_digest(expected, signature.encode(errors="replace")):
            return False
        is_written = expires.isascii() and expires.isdecimal() and len(expires) <= DIGITS_MAX
        return is_written and self.now().timestamp() < int(expires)

    def _signature(self, call_number: str, expires: str) -> str:
        signed = f"voicemail {call_number} {expires}".encode(errors="replace")
        return hmac.new(self.key, signed, sha256).hexdigest()
