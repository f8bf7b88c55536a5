"""Secrets of second factors: what the store has of them, and what becomes of them without a key."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.access.house import ACME, OPERATOR, House, open_house

from ringback.access.authenticator import new_secret
from ringback.access.refusals import AccessCode, AccessRefused
from ringback.access.sealing import SEALED, Seal, SealBroken
from ringback.people import PeopleChanges, SecondFactor, User

KEY, NEW_KEY = "k" * 32, "n" * 32
WHOSE = "of these tests"


async def kept(house: House) -> SecondFactor:
    """Give the owner's second factor as the store has it."""
    [user] = await house.store.users(ACME)
    assert user.second_factor is not None
    return user.second_factor


async def reopened(house: House, keys: Sequence[str]) -> House:
    return await open_house(store=house.store, clock=house.clock, keys=keys)


async def test_store_has_no_secret_of_an_authenticator_app() -> None:
    """Neither before the first code nor after it; the same secret is sealed otherwise each time."""
    house = await open_house(keys=[KEY])
    await house.owner()
    by = (await house.sign_in()).principal

    begun = (await house.access.own_account.begin_second_factor(by, "three quiet elephants")).secret
    before = await kept(house)
    await house.access.own_account.confirm_second_factor(by, house.code(begun))
    after = await kept(house)

    assert begun not in repr(before)
    assert begun not in repr(after)
    assert before.secret.startswith(SEALED)
    seal = Seal([KEY])
    assert seal.seal(begun, WHOSE) != seal.seal(begun, WHOSE)


async def test_secret_that_an_earlier_release_left_is_sealed_at_the_start() -> None:
    """And its codes go on."""
    house = await open_house(keys=[KEY])
    owner, plain = await house.owner(), new_secret()
    left = replace(owner, second_factor=SecondFactor(plain, confirmed=True))
    await house.store.keep(ACME, PeopleChanges(users=[left]))

    house = await reopened(house, [KEY])

    assert plain not in (await kept(house)).secret
    assert house.access.unreadable == []
    assert house.bearer(await house.sign_in(code=house.code(plain))) is not None


async def test_new_key_takes_the_place_of_an_old_one() -> None:
    """The old one is named once more; from the next start on it is not needed."""
    house = await open_house(keys=[KEY])
    await house.owner()
    secret, _ = await house.with_second_factor(await house.sign_in())

    await reopened(house, [NEW_KEY, KEY])
    house = await reopened(house, [NEW_KEY])

    assert house.bearer(await house.sign_in(code=house.code(secret))) is not None


async def test_without_the_key_recovery_codes_work_and_a_reset_helps() -> None:
    """A start without the key names who is concerned and leaves what is sealed for its return."""
    house = await open_house(keys=[KEY])
    owner = await house.owner()
    secret, codes = await house.with_second_factor(await house.sign_in())
    before = await kept(house)

    house = await reopened(house, [NEW_KEY])
    with pytest.raises(AccessRefused) as refused:
        await house.sign_in(code=house.code(secret))

    assert refused.value.code is AccessCode.SECOND_FACTOR_UNREADABLE
    assert [user.id for user in house.access.unreadable] == [owner.id]
    assert await kept(house) == before
    assert house.bearer(await house.sign_in(code=codes[0])) is not None
    await house.access.registrar.reset_second_factor(owner.id, OPERATOR)
    assert house.bearer(await house.sign_in()) is not None


async def test_sealed_secret_is_worth_nothing_at_another_user() -> None:
    """Who can write the database but has no key cannot give a user the second factor of theirs."""
    house = await open_house(keys=[KEY])
    await house.owner()
    mallory = await house.agent("mallory")
    secret, _ = await house.with_second_factor(await house.sign_in(email=mallory.email))
    owner = await stored(house, "zoe@example.org")
    taken = (await stored(house, mallory.email)).second_factor
    await house.store.keep(ACME, PeopleChanges(users=[replace(owner, second_factor=taken)]))

    house = await reopened(house, [KEY])
    with pytest.raises(AccessRefused, match="second-factor-unreadable"):
        await house.sign_in(code=house.code(secret))

    assert house.bearer(await house.sign_in(email=mallory.email, code=house.code(secret)))


async def stored(house: House, email: str) -> User:
    return next(user for user in await house.store.users(ACME) if user.email == email)


def test_changed_seal_is_broken() -> None:
    """Every part of it counts."""
    seal = Seal([KEY])
    sealed = seal.seal("SECRET", WHOSE)

    for place in range(len(SEALED), len(sealed.rstrip("=")) - 1):
        other = "A" if sealed[place] != "A" else "B"
        with pytest.raises(SealBroken):
            seal.open(sealed[:place] + other + sealed[place + 1 :], WHOSE)
