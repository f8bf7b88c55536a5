"""What a password must be, and how its hash is kept."""

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type
from tests.access.house import CHEAP

from ringback.access.passwords import Passwords, one_time_password, refuse_weak
from ringback.access.refusals import AccessCode, AccessRefused


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("", "too-short"),
        ("eleven char", "too-short"),
        ("x" * 257, "too-long"),
        ("aaaaaaaaaaaaaaaa", "too-uniform"),
        ("121212121212", "too-uniform"),
        ("qwertyuiop123", "too-common"),
        ("Password12345!", "too-common"),
        ("MOTDEPASSE2026", "too-common"),
        ("0123456789012", "too-common"),
        ("correcthorsebatterystaple", "too-common"),
        ("ringback-2026", "too-common"),
        ("marie.dupont", "about-its-user"),
        ("marie.dupont@example.org", "about-its-user"),
        ("Marie Dupont 75", "about-its-user"),
    ],
)
def test_password_that_is_easy_to_guess_is_refused(password: str, problem: str) -> None:
    """The reason comes with the refusal."""
    with pytest.raises(AccessRefused) as refused:
        refuse_weak(password, "marie.dupont@example.org", "Marie Dupont")

    assert refused.value.code is AccessCode.PASSWORD_TOO_WEAK
    assert refused.value.details["problem"] == problem


@pytest.mark.parametrize(
    "password",
    ["three quiet elephants", "Ünï©ödé wörks", "x7#kQ2!vLp9z", "a b c d e f g"],
)
def test_password_nobody_expects_is_taken(password: str) -> None:
    """No rule asks for digits, capitals or signs."""
    refuse_weak(password, "marie@example.org", "Marie")
    refuse_weak(one_time_password())

    assert one_time_password() != one_time_password()


async def test_hash_is_argon2id_with_its_recommended_costs() -> None:
    """64 MiB, three passes: what stack and library recommend."""
    parameters = extract_parameters(await Passwords().hash("three quiet elephants"))

    assert parameters.type is Type.ID
    assert (parameters.memory_cost, parameters.time_cost) == (65_536, 3)
    assert parameters == extract_parameters(PasswordHasher().hash("x"))


async def test_only_the_whole_password_fits() -> None:
    """Not a part of it, and not a damaged hash."""
    passwords = Passwords(CHEAP)
    long = "x" * 200
    kept = await passwords.hash(long)

    assert await passwords.fits(long, kept)
    assert not await passwords.fits(long[:-1], kept)
    assert not await passwords.fits(long, None)
    assert not await passwords.fits(long, "no hash")
