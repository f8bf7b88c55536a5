"""Signing in: who enters, for how long, and who is slowed down."""

import asyncio
from datetime import timedelta

import pytest
from tests.access.house import ACME, OPERATOR, OTHER, PASSWORD, House, open_house

from ringback.access.patience import FREE
from ringback.access.principal import ToDo
from ringback.access.refusals import AccessCode, AccessRefused
from ringback.people import LogFilter

REFUSED = AccessCode.SIGN_IN_REFUSED


async def refused(house: House, expected: AccessCode, **attempt: str | None) -> AccessRefused:
    with pytest.raises(AccessRefused) as caught:
        await house.sign_in(**attempt)  # type: ignore[arg-type]
    assert caught.value.code is expected
    return caught.value


async def fail(house: House, times: int, **attempt: str | None) -> None:
    for _ in range(times):
        await refused(house, REFUSED, password="wrong", **attempt)


async def actions(house: House) -> list[str]:
    entries = await house.access.directory.log(LogFilter(), before=None, limit=99)
    return [entry.action for entry in reversed(entries)]


async def test_right_password_opens_a_session_of_its_own() -> None:
    """The token is in nobody's hands but the browser's: the store has a hash of it."""
    house = await open_house()
    await house.owner()

    first, second = await house.sign_in(), await house.sign_in(email=" ZOE@example.org ")

    assert first.token != second.token
    who = house.bearer(first)
    assert who is not None
    assert who.name == "Zoé"
    kept = await house.store.sessions(ACME)
    assert len(kept) == 2
    assert all(first.token not in repr(session) for session in kept)


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("zoe@example.org", "wrong"),
        ("zoe@example.org", ""),
        ("nobody@example.org", PASSWORD),
        ("", ""),
    ],
)
async def test_wrong_password_and_unknown_address_are_refused_alike(
    email: str, password: str
) -> None:
    """A stranger does not learn who has an account."""
    house = await open_house()
    await house.owner()

    refusal = await refused(house, REFUSED, email=email, password=password)

    assert refusal.details == {}
    assert (await actions(house))[-1] == "sign-in-refused"


async def test_log_does_not_keep_what_was_typed() -> None:
    """A password in the wrong field would stay for ever."""
    house = await open_house()

    await refused(house, REFUSED, email="my secret password", password="x")

    entries = await house.access.directory.log(LogFilter(), before=None, limit=9)
    assert "secret" not in repr(entries)
    assert entries[0].address == "192.0.2.1"


async def test_new_session_takes_the_place_of_the_browsers_old_one() -> None:
    """A session that somebody planted before the sign-in is worth nothing after it."""
    house = await open_house()
    await house.owner()
    before = await house.sign_in()

    after = await house.sign_in(token=before.token)

    assert house.bearer(before) is None
    assert house.bearer(after) is not None


async def test_session_ends_when_unused_and_at_its_age() -> None:
    """Whichever comes first, twelve idle hours or seven days."""
    house = await open_house()
    await house.owner()
    idle, used = await house.sign_in(), await house.sign_in()

    for _ in range(7 * 24):
        house.clock.passes(timedelta(hours=1))
        still_in = house.bearer(used)
    assert house.bearer(idle) is None
    assert still_in is not None
    house.clock.passes(timedelta(seconds=1))

    assert house.bearer(used) is None


async def test_sessions_outlive_a_restart() -> None:
    """They are in the store, with when they were used last."""
    house = await open_house()
    await house.owner()
    signed_in = await house.sign_in()
    house.clock.passes(timedelta(hours=11))
    assert house.bearer(signed_in) is not None
    await asyncio.sleep(0)
    house.clock.passes(timedelta(hours=11))

    again = await open_house(store=house.store, clock=house.clock)

    assert again.bearer(signed_in) is not None


async def test_session_used_at_the_instant_it_ends_stays_ended() -> None:
    """Noting its use is no way back in after a restart."""
    house = await open_house()
    await house.owner()
    signed_in = await house.sign_in()
    house.clock.passes(timedelta(hours=1))
    session = house.access.directory.session_of_token
    [kept] = house.access.directory.sessions.values()

    ending = asyncio.create_task(house.access.doorkeeper.end_session(signed_in.principal, kept))
    house.access.directory.note_use(kept)
    await ending
    await asyncio.sleep(0)

    assert session(kept.token_hash) is None
    assert list(await house.store.sessions(ACME)) == []


async def test_only_so_many_browsers_per_user() -> None:
    """The one used longest ago has to sign in again."""
    house = await open_house()
    await house.owner()
    tokens = [await house.sign_in() for _ in range(21)]

    assert house.bearer(tokens[0]) is None
    assert house.bearer(tokens[1]) is not None
    assert len(house.access.directory.sessions) == 20


async def test_deactivated_user_is_out_at_once() -> None:
    """Neither the open browser nor the password works, until they are let in again."""
    house = await open_house()
    await house.owner()
    agent = await house.agent()
    signed_in = await house.sign_in(email=agent.email)

    await house.access.registrar.set_active(agent.id, False, OPERATOR)

    assert house.bearer(signed_in) is None
    await refused(house, REFUSED, email=agent.email)
    await house.access.registrar.set_active(agent.id, True, OPERATOR)
    assert house.bearer(await house.sign_in(email=agent.email)) is not None


# ---- slowing down ------------------------------------------------------------------------


async def test_who_fails_again_and_again_has_to_wait_ever_longer() -> None:
    """Even with the right password, until the wait is over."""
    house = await open_house()
    await house.owner()
    await fail(house, FREE)

    first = await refused(house, AccessCode.TOO_MANY_ATTEMPTS)
    house.clock.passes(timedelta(seconds=3))
    await fail(house, 1)
    second = await refused(house, AccessCode.TOO_MANY_ATTEMPTS)
    house.clock.passes(timedelta(seconds=5))

    assert first.details == {"retry_after_seconds": 3}
    assert second.details == {"retry_after_seconds": 5}
    assert house.bearer(await house.sign_in()) is not None
    await fail(house, FREE)


async def test_nobody_can_lock_out_somebody_else() -> None:
    """Whoever guesses from elsewhere is slowed down; the user enters from another address."""
    house = await open_house()
    await house.owner()
    await fail(house, FREE)

    await refused(house, AccessCode.TOO_MANY_ATTEMPTS)

    assert house.bearer(await house.sign_in(address="198.51.100.7")) is not None


async def test_browser_known_from_before_is_not_held_back_by_its_neighbours() -> None:
    """Behind one address of an office: the long-lived mark of a browser counts by itself."""
    house = await open_house()
    await house.owner()
    mark = (await house.sign_in()).device_mark
    await fail(house, FREE)

    await refused(house, AccessCode.TOO_MANY_ATTEMPTS)

    assert house.bearer(await house.sign_in(device_mark=mark)) is not None


async def test_stolen_or_made_up_mark_does_not_help_against_another_user() -> None:
    """A mark is signed for one address of e-mail, and slowed down as well."""
    house = await open_house()
    await house.owner()
    agent = await house.agent()
    mark = (await house.sign_in(email=agent.email)).device_mark
    await fail(house, FREE)

    for made_up in (mark, "x.y", ".", "", "é.ü", mark + "0"):
        await refused(house, AccessCode.TOO_MANY_ATTEMPTS, device_mark=made_up)
    await fail(house, FREE, email=agent.email, device_mark=mark)
    await refused(house, AccessCode.TOO_MANY_ATTEMPTS, email=agent.email, device_mark=mark)


async def test_guessing_at_many_users_from_one_address_is_slowed_down() -> None:
    """One password tried on everybody."""
    house = await open_house()

    for number in range(100):
        await fail(house, 1, email=f"user{number}@example.org")

    refusal = await refused(house, AccessCode.TOO_MANY_ATTEMPTS, email="another@example.org")
    assert refusal.details == {"retry_after_seconds": 3}


async def test_addresses_of_one_ipv6_customer_count_as_one() -> None:
    """A provider gives each customer 64 bits of addresses."""
    house = await open_house()
    await house.owner()
    for number in range(FREE):
        await fail(house, 1, address=f"2001:db8::{number}")

    await refused(house, AccessCode.TOO_MANY_ATTEMPTS, address="2001:db8::ffff")
    assert house.bearer(await house.sign_in(address="2001:db8:0:1::1")) is not None


async def test_attempts_at_once_are_counted_before_they_are_answered() -> None:
    """A hundred guesses in parallel are five."""
    house = await open_house()
    await house.owner()

    answers = await asyncio.gather(
        *(house.sign_in(password=f"guess {number}") for number in range(100)),
        return_exceptions=True,
    )

    codes = [answer.code for answer in answers if isinstance(answer, AccessRefused)]
    assert codes.count(REFUSED) == FREE
    assert codes.count(AccessCode.TOO_MANY_ATTEMPTS) == 100 - FREE


# ---- the second factor -------------------------------------------------------------------


async def test_second_factor_asks_for_a_code_and_takes_it_once() -> None:
    """Whoever has looked over a shoulder comes too late."""
    house = await open_house()
    await house.owner()
    secret, _ = await house.with_second_factor(await house.sign_in())
    code = house.code(secret)

    await refused(house, AccessCode.SECOND_FACTOR_REQUIRED)
    signed_in = await house.sign_in(code=code)

    assert house.bearer(signed_in) is not None
    await refused(house, AccessCode.CODE_WRONG, code=code)


async def test_code_that_two_use_at_once_lets_one_in() -> None:
    """Two sign-ins with the same code: one winner."""
    house = await open_house()
    await house.owner()
    secret, _ = await house.with_second_factor(await house.sign_in())
    code = house.code(secret)

    answers = await asyncio.gather(
        house.sign_in(code=code), house.sign_in(code=code), return_exceptions=True
    )

    refusals = [answer for answer in answers if isinstance(answer, AccessRefused)]
    assert [each.code for each in refusals] == [AccessCode.CODE_WRONG]


async def test_each_recovery_code_works_once() -> None:
    """For whoever has lost the phone."""
    house = await open_house()
    await house.owner()
    _, codes = await house.with_second_factor(await house.sign_in())

    for code in codes:
        assert house.bearer(await house.sign_in(code=code.upper())) is not None
    await refused(house, AccessCode.CODE_WRONG, code=codes[0])


async def test_codes_cannot_be_guessed_from_many_addresses() -> None:
    """Only who has the password comes so far, so this slows down nobody else."""
    house = await open_house()
    await house.owner()
    await house.with_second_factor(await house.sign_in())
    for number in range(FREE):
        await refused(house, AccessCode.CODE_WRONG, code="000000", address=f"192.0.2.{number}")

    held = await refused(house, AccessCode.TOO_MANY_ATTEMPTS, code="000000", address="198.51.100.1")
    assert held.details == {"retry_after_seconds": 3}


async def test_owner_without_a_required_second_factor_can_only_set_it_up() -> None:
    """And an agent is not asked for one."""
    house = await open_house(second_factor_required=True)
    await house.owner()
    agent = await house.agent()
    signed_in = await house.sign_in()

    before = house.bearer(signed_in)
    await house.with_second_factor(signed_in)
    after = house.bearer(signed_in)

    assert before is not None
    assert before.to_do == (ToDo.SET_UP_SECOND_FACTOR,)
    assert {str(each) for each in before.permissions} == {"open", "own-session"}
    assert after is not None
    assert after.to_do == ()
    assert len(after.permissions) > 10
    assert (await house.sign_in(email=agent.email)).principal.to_do == ()


# ---- apart -------------------------------------------------------------------------------


async def test_companies_share_nobody() -> None:
    """S24: neither a password, nor a session, nor an entry of the log of another account."""
    house = await open_house()
    await house.owner()
    signed_in = await house.sign_in()
    other = await open_house(account_id=OTHER, store=house.store, clock=house.clock)

    assert other.bearer(signed_in) is None
    await refused(other, REFUSED)
    assert other.access.registrar.setup_needed
    assert await actions(other) == ["sign-in-refused"]
