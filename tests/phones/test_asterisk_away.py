"""Asterisk dies in the midst of calls, is not there at the start, or refuses our password."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import Company
from tests.phones.ringback_server import Shown

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE, PAUL, ANNE, NEW = (f"+3361234566{digit}" for digit in range(4))
AWAY_SECONDS_MAX = 30.0
NOBODY_THERE = "Asterisk cannot be reached: nothing accepts connections at {}. Trying again within"


async def test_asterisk_killed_in_mid_journey_ends_every_call_with_a_reason(
    company_asterisk: RunningAsterisk,
) -> None:
    """L1, S12, S20, R34: one waits, one is talked to, one is about to be; then a new one calls."""
    async with CallCentre(company_asterisk, Company(agents=("lea", "hugo"))) as centre:
        await centre.open()
        talked_to, rung_for, waiting_id = await _mid_journey(centre)

        company_asterisk.kill()
        away = await centre.server.until_phones_are("unreachable", AWAY_SECONDS_MAX)
        assert away.startswith("Asterisk cannot be reached: ")
        assert (await centre.server.ask("GET", "/ready")).status == 503
        company_asterisk.start_again()
        back = await centre.server.until_phones_are("ready", AWAY_SECONDS_MAX)
        assert back == "Connected to Asterisk."

        waiting = await centre.server.until_ended(waiting_id)
        outbound_id = (await centre.server.callback(talked_to["id"]))["outbound_call_ids"][0]
        talk = await centre.server.until_ended(outbound_id)
        assert waiting["ending"] == "system_fault"
        assert talk["ending"] is not None
        assert await centre.server.until_outcome(talked_to["id"]) == ("completed", None)
        assert [call["stage"] for call in await centre.server.live_calls()] == ["callback-pending"]
        await _assert_rung_for_again(centre, rung_for)
        await _assert_new_calls_work(centre)
        assert len(centre.carrier.invites_to(MARIE)) == 1


async def test_asterisk_that_comes_late_is_waited_for(company_asterisk: RunningAsterisk) -> None:
    """The health page says in plain words what is missing, and calls work once it is there."""
    company_asterisk.kill()
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.server.start(ready=False)
        sentence = await centre.server.until_phones_are("unreachable")
        health = await centre.server.get("/health")
        company_asterisk.start_again()
        await centre.server.until_phones_are("ready", AWAY_SECONDS_MAX)
        await centre.plug_in("lea")

        assert sentence.startswith(NOBODY_THERE.format(company_asterisk.ari_url))
        assert health["status"] == "phone-system-not-ready"
        assert sentence in centre.server.log
        await _assert_new_calls_work(centre)


async def test_wrong_password_is_said_and_forgiven_once_it_is_right(
    company_asterisk: RunningAsterisk,
) -> None:
    """It is tried again all the time, less and less often, until Asterisk accepts it."""
    right = "a-password-of-this-company"
    async with CallCentre(company_asterisk, Company(), ari_password=right) as centre:
        await centre.server.start(ready=False)
        sentence = await centre.server.until_phones_are("wrong-password")
        with _password_set_right(centre, right):
            await centre.server.until_phones_are("ready", AWAY_SECONDS_MAX)
            await centre.plug_in("lea")

            assert "refuses the ARI user “ringback” or its password" in sentence
            assert sentence in centre.server.log
            assert right not in centre.server.log
            await _assert_new_calls_work(centre)
            await centre.until_no_leg_is_left()


async def _mid_journey(centre: CallCentre) -> tuple[Shown, Shown, str]:
    """Bring Marie into a talk, Paul to a ringing card and Anne into the queue."""
    marie, paul, anne = [await centre.customer(number) for number in (MARIE, PAUL, ANNE)]
    talked_to = await centre.asks_and_is_let_go(marie)
    rung_for = await centre.asks_and_is_let_go(paul)
    waiting_id = await centre.calls_in(anne)
    await centre.go_online("lea")
    await centre.pick_up_callback("lea")
    await centre.is_called_and_answers(marie)
    await centre.server.until_outcome(talked_to["id"])
    await centre.go_online("hugo")
    offer = await centre.server.until_offered("hugo")
    await centre.until_rings(centre.desks["hugo"])
    assert offer["item_id"] == rung_for["id"]
    return talked_to, rung_for, waiting_id


async def _assert_rung_for_again(centre: CallCentre, callback: Shown) -> None:
    """R34: the ringing was cut short by a fault of ours; it begins anew in the same attempt."""
    assert (await centre.server.callback(callback["id"]))["outcome"] is None
    await centre.server.set_status("lea", "offline")
    await centre.plug_in("hugo")
    offer = await centre.pick_up_callback("hugo")
    await centre.is_called_and_answers(centre.customers[PAUL])
    await centre.customers[PAUL].hangup()
    assert (offer["item_id"], offer["attempt_number"]) == (callback["id"], 1)
    assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
    assert len(centre.carrier.invites_to(PAUL)) == 1
    await centre.server.set_status("hugo", "offline")


async def _assert_new_calls_work(centre: CallCentre) -> None:
    if "hugo" in centre.desks:
        await centre.plug_in("lea")
    customer = await centre.customer(NEW)
    callback = await centre.asks_and_is_let_go(customer)
    await centre.go_online("lea")
    await centre.pick_up_callback("lea")
    await centre.is_called_and_answers(customer)
    await customer.hangup()
    assert await centre.server.until_outcome(callback["id"]) == ("completed", None)


@contextmanager
def _password_set_right(centre: CallCentre, password: str) -> Iterator[None]:
    """Write the password into the Asterisk's own file; afterwards the old one is back."""
    before = centre.asterisk
    file = before.directory / "etc" / "ari.conf"
    text = file.read_text()
    file.write_text(text.replace(before.ari_password, password))
    centre.asterisk = replace(before, ari_password=password)
    before.kill()
    centre.asterisk.start_again()
    try:
        yield
    finally:
        before.kill()
        file.write_text(text)
        centre.asterisk = before
        before.start_again()
