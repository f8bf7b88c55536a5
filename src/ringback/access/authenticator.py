"""Codes of an authenticator app (TOTP, RFC 6238), and recovery codes for when it is lost."""

import base64
import hmac
import secrets
from datetime import datetime
from typing import Final
from urllib.parse import quote, urlencode

STEP_SECONDS: Final = 30
DIGITS: Final = 6
STEPS_ASIDE: Final = 1
"""How many steps a phone's clock may be wrong."""
RECOVERY_CODES: Final = 10
SECRET_BYTES: Final = 20


def new_secret() -> str:
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def code_at(secret: str, step: int) -> str:
    """Give the code of one time step."""
    digest = hmac.digest(base64.b32decode(secret), step.to_bytes(8, "big"), "sha1")
    offset = digest[-1] & 0x0F
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def step_of(at: datetime) -> int:
    return int(at.timestamp()) // STEP_SECONDS


def fitting_step(secret: str, code: str, *, at: datetime, after: int) -> int | None:
    """Find the time step of a code, later than one that was taken before; None if it fits none."""
    now, found = step_of(at), None
    for step in range(now - STEPS_ASIDE, now + STEPS_ASIDE + 1):
        if hmac.compare_digest(code_at(secret, step).encode(), code.encode()) and step > after:
            found = step
    return found


def address_of(secret: str, *, company: str, email: str) -> str:
    """Write what an authenticator app reads from a QR code."""
    parameters = urlencode(
        {"secret": secret, "issuer": company, "digits": DIGITS, "period": STEP_SECONDS},
        quote_via=quote,
    )
    return f"otpauth://totp/{quote(f'{company}:{email}')}?{parameters}"


def new_recovery_codes() -> tuple[str, ...]:
    return tuple(f"{secrets.token_hex(4)}-{secrets.token_hex(4)}" for _ in range(RECOVERY_CODES))
