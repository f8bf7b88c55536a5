"""Users: who may add and change whom, and what is reset."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.access.house import OPERATOR, OTHER_PASSWORD, PASSWORD, House, open_house

from ringback.access.principal import Principal, ToDo
from ringback.access.refusals import AccessRefused
from ringback.access.registrar import Draft
from ringback.core.ids import AgentId
from ringback.people import LogFilter, Rights, Role, User

ADMIN = Draft("ada@example.org", "Ada", "en", Rights(role=Role.ADMIN))


async def admin_of(house: House) -> Principal:
    await house.access.registrar.enrol(ADMIN, PASSWORD, OPERATOR)
    return (await house.sign_in(email=ADMIN.email)).principal


def draft_of(user: User, role: Role) -> Draft:
    return Draft(user.email, user.name, user.language, replace(user.rights, role=role))


async def test_first_owner_is_made_once() -> None:
    """Whoever comes second is told that there is one."""
    house = await open_house()
    draft = Draft("zoe@example.org", "Zoé", "fr", Rights(role=Role.OWNER))
    assert house.access.registrar.setup_needed

    await house.access.registrar.set_up(draft, PASSWORD, OPERATOR)

    assert not house.access.registrar.setup_needed
    with pytest.raises(AccessRefused, match="setup-done"):
        await house.access.registrar.set_up(
            draft._replace(email="eve@example.org"), PASSWORD, OPERATOR
        )


async def test_one_time_password_works_for_three_days_and_must_be_changed() -> None:
    """Until then nothing else is permitted."""
    house = await open_house()
    await house.owner()
    user, password = await house.access.registrar.add(ADMIN, OPERATOR)

    signed_in = await house.sign_in(user.email, password)
    assert signed_in.principal.to_do == (ToDo.CHANGE_PASSWORD,)
    house.clock.passes(timedelta(days=3))
    with pytest.raises(AccessRefused, match="sign-in-refused"):
        await house.sign_in(user.email, password)
    again = await house.access.registrar.reset_password(user.id, OPERATOR)
    signed_in = await house.sign_in(user.email, again.password)
    await house.access.own_account.change_password(
        signed_in.principal, again.password, OTHER_PASSWORD
    )

    who = house.bearer(signed_in)
    assert who is not None
    assert who.to_do == ()
    with pytest.raises(AccessRefused, match="sign-in-refused"):
        await house.sign_in(user.email, again.password)
    assert (await house.sign_in(user.email, OTHER_PASSWORD)).principal.to_do == ()


async def test_admin_neither_makes_nor_touches_owners() -> None:
    """Nobody grants more than they have, or changes who has more."""
    house = await open_house()
    owner = await house.owner()
    agent = await house.agent()
    by = await admin_of(house)
    registrar = house.access.registrar

    for refused in (
        registrar.add(ADMIN._replace(email="x@x", rights=Rights(role=Role.OWNER)), by),
        registrar.change(agent.id, draft_of(agent, Role.OWNER), by),
        registrar.change(owner.id, draft_of(owner, Role.ADMIN), by),
        registrar.set_active(owner.id, False, by),
        registrar.reset_password(owner.id, by),
        registrar.reset_second_factor(owner.id, by),
    ):
        with pytest.raises(AccessRefused, match="not-permitted"):
            await refused

    assert (
        await registrar.change(agent.id, draft_of(agent, Role.ADMIN), by)
    ).rights.role == "admin"


async def test_last_owner_stays_one() -> None:
    """Somebody must be able to let the others in."""
    house = await open_house()
    first = await house.owner()
    registrar = house.access.registrar

    with pytest.raises(AccessRefused, match="last-owner"):
        await registrar.change(first.id, draft_of(first, Role.ADMIN), OPERATOR)
    with pytest.raises(AccessRefused, match="last-owner"):
        await registrar.set_active(first.id, False, OPERATOR)
    second = await house.owner("yan@example.org")
    await registrar.set_active(first.id, False, OPERATOR)

    with pytest.raises(AccessRefused, match="last-owner"):
        await registrar.set_active(second.id, False, OPERATOR)


async def test_address_and_agent_belong_to_one_user() -> None:
    """And whoever is an agent by role is one of the core's."""
    house = await open_house()
    agent = await house.agent()
    registrar = house.access.registrar
    rights = Rights(role=Role.AGENT, agent_id=AgentId("lea"))

    with pytest.raises(AccessRefused, match="email-taken"):
        await registrar.add(ADMIN._replace(email=" LEA@example.org"), OPERATOR)
    with pytest.raises(AccessRefused, match="agent-taken"):
        await registrar.add(ADMIN._replace(rights=rights), OPERATOR)
    with pytest.raises(AccessRefused, match="agent-required"):
        await registrar.add(ADMIN._replace(rights=Rights(role=Role.AGENT)), OPERATOR)

    changed = await registrar.change(agent.id, draft_of(agent, Role.SUPERVISOR), OPERATOR)
    assert changed.rights.agent_id == "lea"


async def test_resets_end_every_session_of_the_user() -> None:
    """What was stolen with the password ends with it."""
    house = await open_house()
    owner = await house.owner()
    signed_in = await house.sign_in()
    await house.with_second_factor(signed_in)

    await house.access.registrar.reset_second_factor(owner.id, OPERATOR)
    assert house.bearer(signed_in) is None
    without_code = await house.sign_in()
    await house.access.registrar.reset_password(owner.id, OPERATOR)

    assert house.bearer(without_code) is None


async def test_own_changes_ask_for_the_password_and_end_other_sessions() -> None:
    """An open browser is not its user; a guesser is slowed down here as well."""
    house = await open_house()
    await house.owner()
    here, elsewhere = await house.sign_in(), await house.sign_in()
    own = house.access.own_account

    with pytest.raises(AccessRefused, match="password-too-weak"):
        await own.change_password(here.principal, PASSWORD, PASSWORD)
    await own.change_password(here.principal, PASSWORD, OTHER_PASSWORD)

    assert house.bearer(here) is not None
    assert house.bearer(elsewhere) is None
    for _ in range(5):
        with pytest.raises(AccessRefused, match="password-wrong"):
            await own.remove_second_factor(here.principal, PASSWORD)
    with pytest.raises(AccessRefused, match="too-many-attempts"):
        await own.remove_second_factor(here.principal, OTHER_PASSWORD)


async def test_second_factor_is_begun_confirmed_renewed_and_removed() -> None:
    """Nothing counts before its first code."""
    house = await open_house()
    await house.owner()
    signed_in = await house.sign_in()
    own, by = house.access.own_account, signed_in.principal

    with pytest.raises(AccessRefused, match="second-factor-off"):
        await own.confirm_second_factor(by, "000000")
    secret = (await own.begin_second_factor(by, PASSWORD)).secret
    assert house.bearer(await house.sign_in()) is not None
    with pytest.raises(AccessRefused, match="code-wrong"):
        await own.confirm_second_factor(by, "000000")
    codes = await own.confirm_second_factor(by, house.code(secret))
    with pytest.raises(AccessRefused, match="second-factor-on"):
        await own.begin_second_factor(by, PASSWORD)
    renewed = await own.renew_recovery_codes(by, PASSWORD)
    assert not set(codes) & set(renewed)
    assert (await house.sign_in(code=renewed[0])).token
    await own.remove_second_factor(by, PASSWORD)

    assert (await house.sign_in()).token


async def test_log_says_who_did_what_to_whom() -> None:
    """Also across a restart its numbers go on without a gap."""
    house = await open_house()
    owner = await house.owner()
    by = (await house.sign_in()).principal
    user, _ = await house.access.registrar.add(ADMIN, by)
    again = await open_house(store=house.store, clock=house.clock)
    await again.access.registrar.reset_password(user.id, by)

    entries = await again.access.directory.log(LogFilter(), before=None, limit=9)

    assert [(each.number, each.action, each.actor, each.subject) for each in entries] == [
        (4, "password-reset", f"user:{owner.id}", user.id),
        (3, "user-added", f"user:{owner.id}", user.id),
        (2, "signed-in", f"user:{owner.id}", by.session_id),
        (1, "user-added", "operator", owner.id),
    ]
    assert entries[0].name == "Zoé"
    assert entries[0].address == "192.0.2.1"
