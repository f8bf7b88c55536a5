"""Customers who cannot be reached, each for a reason of their own, and a trunk that is full."""

import asyncio

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES, Company
from tests.phones.ringback_server import Shown, until
from tests.phones.trunk_peer import Answer

pytestmark = [pytest.mark.phones, pytest.mark.slow]

HELD_SECONDS = 30
RING_SECONDS = 15
BUSY, REJECTS, SILENT, NOBODY, FULL, LEFT = (f"+3361234563{digit}" for digit in range(6))
AGENTS = ("lea", "hugo", "ines", "omar")
OUTCOMES = {
    BUSY: ("not_reached", "customer_busy"),
    REJECTS: ("not_reached", "customer_rejected"),
    SILENT: ("not_reached", "customer_no_answer"),
    NOBODY: ("failed", "invalid_number"),
    LEFT: ("not_reached", "agent_hung_up"),
}
MANNERS = {
    BUSY: Answer.BUSY,
    REJECTS: Answer.REJECTED,
    SILENT: Answer.RINGS_ONLY,
    NOBODY: Answer.UNKNOWN_NUMBER,
    LEFT: Answer.RINGS_ONLY,
    FULL: Answer.NO_CHANNEL,
}


async def test_customers_not_reached_end_by_their_reason_and_a_full_trunk_is_tried_again(
    company_asterisk: RunningAsterisk,
) -> None:
    """R32, R34: one dial each and a Follow Up; our own fault holds the callback for 30 s."""
    company = Company(agents=AGENTS, callbacks={"customer_ring_seconds": RING_SECONDS})
    async with CallCentre(company_asterisk, company) as centre:
        await centre.open()
        asked = await _all_ask(centre)
        centre.carrier.routes.update(MANNERS)
        await centre.go_online(*AGENTS)

        # The full trunk comes first, lest its 30 seconds begin after all the others.
        full = asked.pop(FULL)
        await _accept(centre, full)
        held = await centre.server.until_callback(full["id"], "held")
        centre.carrier.routes[FULL] = centre.customers[FULL].sip_address
        for callback in asked.values():
            agent = await _accept(centre, callback)
            if callback is asked[LEFT]:
                await _hang_up_while_it_rings(centre, agent, callback)

        for number, callback in asked.items():
            await _assert_ended(centre, number, callback)
        assert held["held_by"] == ["trunk-fault"]
        await _assert_reached_after_all(centre, full)


async def _all_ask(centre: CallCentre) -> dict[str, Shown]:
    """Let everybody ask and settle, the customer behind the full trunk first."""
    numbers = (FULL, *OUTCOMES)
    phones = [await centre.customer(number) for number in numbers]
    calls = [await centre.calls_in(phone) for phone in phones]
    asked = await asyncio.gather(
        *(centre.presses_star(*who) for who in zip(phones, calls, strict=True))
    )
    for phone in phones:
        await phone.wait_for("CALL_CLOSED", 15)
    for callback in asked:
        await centre.server.until_callback(callback["id"], "queued")
    return dict(zip(numbers, asked, strict=True))


async def _accept(centre: CallCentre, callback: Shown) -> str:
    """Let one of the agents who are rung for a callback lift the handset; gives who."""

    async def rung() -> str | None:
        for agent in AGENTS:
            offer = (await centre.server.agent(agent))["offer"]
            if offer is not None and offer["item_id"] == callback["id"]:
                return agent
        return None

    agent = await until(rung, f"somebody is rung for {callback['id']}", RING_SECONDS + 10)
    await centre.pick_up(agent)
    return agent


async def _hang_up_while_it_rings(centre: CallCentre, agent: str, callback: Shown) -> None:
    number = callback["customer"]["number"]
    await centre.carrier.wait_until(lambda: bool(centre.carrier.invites_to(number)))
    await centre.desks[agent].wait_for("CALL_ESTABLISHED")
    await centre.desks[agent].hangup()


async def _assert_ended(centre: CallCentre, number: str, callback: Shown) -> None:
    assert await centre.server.until_outcome(callback["id"], RING_SECONDS + 5) == OUTCOMES[number]
    now = await centre.server.callback(callback["id"])
    (outbound_id,) = now["outbound_call_ids"]
    outbound = await centre.server.call(outbound_id)
    inbound = await centre.server.call(now["inbound_call_ids"][0])
    assert [one.from_number for one in centre.carrier.invites_to(number)] == [SALES]
    assert inbound["tags"] == ["queue_callback"]
    if OUTCOMES[number][0] == "not_reached":
        assert outbound["tags"] == ["follow_up_self_assign"]
        assert outbound["assigned_to"] == outbound["agent_id"]


async def _assert_reached_after_all(centre: CallCentre, callback: Shown) -> None:
    """R32, R34: offered again in the same attempt, and not before the trunk has had its time."""
    await centre.server.until_offered("lea", HELD_SECONDS + 5)
    await _accept(centre, callback)
    await centre.is_called_and_answers(centre.customers[FULL])
    await centre.customers[FULL].hangup()
    assert await centre.server.until_outcome(callback["id"]) == ("completed", None)

    now = await centre.server.callback(callback["id"])
    first, second = centre.carrier.invites_to(FULL)
    assert now["attempt_number"] == 1
    assert len(now["outbound_call_ids"]) == 2
    assert second.at - first.at >= HELD_SECONDS
