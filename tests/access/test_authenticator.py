"""Codes of authenticator apps, as RFC 6238 has them."""

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from ringback.access.authenticator import address_of, code_at, fitting_step, new_secret, step_of

SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    """The last six digits of the examples in appendix B."""
    assert code_at(SECRET, seconds // 30) == code


def test_clock_of_a_phone_may_be_half_a_minute_wrong() -> None:
    """One step either way, and none before the last that was taken."""
    now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    step = step_of(now)

    def fits(code_of: int, after: int = 0) -> int | None:
        return fitting_step(SECRET, code_at(SECRET, code_of), at=now, after=after)

    assert [fits(step + aside) for aside in (-2, -1, 0, 1, 2)] == [
        None,
        step - 1,
        step,
        step + 1,
        None,
    ]
    assert fits(step, after=step) is None
    assert step_of(now + timedelta(seconds=30)) == step + 1
    assert fitting_step(SECRET, "é", at=now, after=0) is None


def test_address_for_the_app_holds_what_it_needs() -> None:
    """Company and user are told apart, whatever characters they have."""
    secret = new_secret()

    address = urlsplit(address_of(secret, company="Café & Co", email="zoe@example.org"))

    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert address.path == "/Caf%C3%A9%20%26%20Co%3Azoe%40example.org"
    assert parse_qs(address.query) == {
        "secret": [secret],
        "issuer": ["Café & Co"],
        "digits": ["6"],
        "period": ["30"],
    }
    assert len(base64.b32decode(secret)) == 20
