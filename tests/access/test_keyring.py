"""Keys of programs: who makes and revokes which, and what of them is kept."""

from datetime import timedelta

import pytest
from tests.access.house import ACME, OPERATOR, OTHER, House, open_house

from ringback.access.keyring import KEYS_MAX, Keyring
from ringback.access.principal import Principal, of_key
from ringback.access.refusals import AccessRefused
from ringback.core.ids import LineId
from ringback.people import KeyId, LogFilter, Rights, Role, Scope

PARIS = Rights(role=Role.SUPERVISOR, supervises=Scope((LineId("paris"),)))


def bearer(house: House, token: str) -> Principal | None:
    return house.access.doorkeeper.bearer_of_key(token, "192.0.2.7")


async def test_key_lets_a_program_in_with_its_role_and_lines() -> None:
    """Also after a restart; what it sends is not to be found in the store."""
    house = await open_house()
    key, token = await house.access.keyring.make("Wallboard", PARIS, OPERATOR)
    again = await open_house(store=house.store, clock=house.clock)

    who = bearer(again, token)

    assert who is not None
    assert (who.actor, who.name, who.rights) == (f"key:{key.id}", "Wallboard", PARIS)
    assert bearer(again, token + "x") is None
    [kept] = await house.store.keys(ACME)
    assert token.startswith("rbk_")
    assert token not in repr(kept)


async def test_key_of_one_company_opens_no_other() -> None:
    """S24: two companies in one store."""
    house = await open_house()
    other = await open_house(account_id=OTHER, store=house.store, clock=house.clock)
    key, token = await house.access.keyring.make("Wallboard", PARIS, OPERATOR)

    assert bearer(other, token) is None
    assert other.access.keyring.all() == []
    with pytest.raises(AccessRefused, match="unknown-api-key"):
        await other.access.keyring.revoke(key.id, OPERATOR)


async def test_revoked_key_is_shut_out_at_once_and_for_good() -> None:
    """It stays in the list; to revoke it again changes nothing and is not logged."""
    house = await open_house()
    keyring = house.access.keyring
    key, token = await keyring.make("Wallboard", PARIS, OPERATOR)
    who = bearer(house, token)
    assert who is not None

    revoked = await keyring.revoke(key.id, OPERATOR)
    house.clock.passes(timedelta(hours=1))
    again = await keyring.revoke(key.id, OPERATOR)
    restarted = await open_house(store=house.store, clock=house.clock)

    assert not house.access.doorkeeper.still(who)
    assert bearer(house, token) is None
    assert bearer(restarted, token) is None
    assert (again, list(keyring.all())) == (revoked, [revoked])
    entries = await house.access.directory.log(LogFilter(), before=None, limit=9)
    assert [(entry.action, entry.subject) for entry in entries] == [
        ("api-key-revoked", key.id),
        ("api-key-made", key.id),
    ]
    assert token not in repr(entries)


async def test_last_use_is_kept_to_within_minutes() -> None:
    """A program that asks every second does not write every second."""
    house = await open_house()
    key, token = await house.access.keyring.make("Wallboard", PARIS, OPERATOR)
    made_at = house.clock.now()

    house.clock.passes(timedelta(hours=1))
    bearer(house, token)
    house.clock.passes(timedelta(minutes=1))
    bearer(house, token)
    soon = house.access.keyring.all()[0].used_at
    house.clock.passes(timedelta(minutes=5))
    bearer(house, token)

    assert soon == made_at + timedelta(hours=1)
    assert house.access.keyring.all()[0].used_at == made_at + timedelta(hours=1, minutes=6)
    assert house.access.keyring.all()[0].id == key.id


async def test_nobody_makes_or_revokes_a_key_that_may_more_than_they() -> None:
    """Not even by a key that may make keys."""
    house = await open_house()
    keyring: Keyring = house.access.keyring
    mighty = (await keyring.make("Everything", Rights(role=Role.OWNER), OPERATOR)).key
    lesser = (await keyring.make("Setup", Rights(role=Role.ADMIN), OPERATOR)).key
    by = of_key(ACME, lesser, "192.0.2.7")

    for refused in (
        keyring.make("More", Rights(role=Role.OWNER), by),
        keyring.revoke(mighty.id, by),
    ):
        with pytest.raises(AccessRefused, match="not-permitted"):
            await refused
    made = await keyring.make("Reader", PARIS, by)

    assert made.key.made_by == f"key:{lesser.id}"
    assert [key.revoked_at for key in keyring.all()] == [None, None, None]


async def test_agents_key_names_its_agent_and_unknown_keys_are_told() -> None:
    """As for users."""
    house = await open_house()

    with pytest.raises(AccessRefused, match="agent-required"):
        await house.access.keyring.make("Phone", Rights(role=Role.AGENT), OPERATOR)
    with pytest.raises(AccessRefused, match="unknown-api-key"):
        await house.access.keyring.revoke(KeyId("k"), OPERATOR)


async def test_keys_in_force_have_a_bound() -> None:
    """A runaway program does not fill the store; revoked ones do not count."""
    house = await open_house()
    keyring = house.access.keyring
    keys = [(await keyring.make(f"{n}", PARIS, OPERATOR)).key for n in range(KEYS_MAX)]

    with pytest.raises(AccessRefused, match="too-many-api-keys"):
        await keyring.make("One more", PARIS, OPERATOR)
    await keyring.revoke(keys[0].id, OPERATOR)

    assert (await keyring.make("One more", PARIS, OPERATOR)).token
