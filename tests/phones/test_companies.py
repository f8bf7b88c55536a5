"""Two companies on one Asterisk and one trunk: each has its own callers, agents and restarts."""

import asyncio

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.baresip_phone import BaresipPhone
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES, Company, add_company
from tests.phones.ringback_server import RingbackServer, Shown, until

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE, PAUL = "+33612345601", "+33612345602"
ACME_SALES = "+33140000009"
ACME_TONE = 920


async def test_callers_of_two_companies_are_called_back_by_their_own_after_a_crash(
    company_asterisk: RunningAsterisk,
) -> None:
    """S24, S20, R33: with the same ids in both, and a caller waiting while the server is killed."""
    async with CallCentre(company_asterisk, Company()) as centre:
        add_company(centre.server.config, "acme", ACME_SALES)
        await centre.open()
        async with centre.server.in_company("acme") as acme:
            theirs = await centre.desk_phone("acme-lea", ACME_TONE)
            marie, paul = [await centre.customer(number) for number in (MARIE, PAUL)]
            olga = await centre.customer("+33612345603")
            await centre.calls_in(marie)
            asked = await _calls_and_presses_star(centre, acme, paul)
            await marie.send_digit("*")
            await asyncio.gather(*(phone.wait_for("CALL_CLOSED", 15) for phone in (marie, paul)))
            waiting = await _calls(centre, acme, olga)

            await centre.server.kill()
            await centre.server.start()
            await _until_connected(acme)
            await centre.go_online("lea")
            await acme.set_status("lea", "online")
            ours, offered = await asyncio.gather(
                centre.server.until_offered("lea"), acme.until_offered("lea")
            )
            await asyncio.gather(centre.pick_up("lea"), _picks_up(centre, theirs))
            await asyncio.gather(
                centre.is_called_and_answers(marie), centre.is_called_and_answers(paul)
            )
            await centre.talk()
            still = await acme.live_calls()
            await asyncio.gather(centre.server.hang_up("lea"), acme.hang_up("lea"))
            await asyncio.gather(*(phone.wait_for("CALL_CLOSED") for phone in (marie, paul)))

            assert ours["customer"]["number"] == MARIE
            assert (offered["item_id"], offered["customer"]["number"]) == (asked["id"], PAUL)
            assert waiting in [call["id"] for call in still]
            assert [one.from_number for one in centre.carrier.invites_to(MARIE)] == [SALES]
            assert [one.from_number for one in centre.carrier.invites_to(PAUL)] == [ACME_SALES]
            assert {one["customer"]["number"] for one in await centre.server.callbacks()} == {MARIE}
            assert {one["customer"]["number"] for one in await acme.callbacks()} == {PAUL}
            await centre.assert_heard_each_other("lea", MARIE)
            await olga.hangup()
            await acme.until_ended(waiting)


async def _calls(centre: CallCentre, acme: RingbackServer, phone: BaresipPhone) -> str:
    """Call the other company, and wait until it alone knows of the call."""
    await phone.dial(centre.carrier.uri(ACME_SALES))
    await phone.wait_for("CALL_ESTABLISHED")

    async def waiting() -> str | None:
        found = [one for one in await acme.queue() if one["customer"]["number"] == phone.user]
        return str(found[0]["id"]) if found else None

    call_id = await until(waiting, f"{phone.user} stands in the other queue")
    assert call_id not in [call["id"] for call in await centre.server.live_calls()]
    return call_id


async def _calls_and_presses_star(
    centre: CallCentre, acme: RingbackServer, phone: BaresipPhone
) -> Shown:
    await _calls(centre, acme, phone)
    await phone.send_digit("*")

    async def requested() -> Shown | None:
        found = await acme.callbacks()
        return found[0] if found else None

    return await until(requested, f"the request of {phone.user}")


async def _until_connected(server: RingbackServer) -> None:
    async def is_there() -> bool:
        return bool((await server.agent("lea"))["condition"] != "connection-lost")

    await until(is_there, "the server knows the other company's phone")


async def _picks_up(centre: CallCentre, desk: BaresipPhone) -> None:
    await centre.until_rings(desk)
    await desk.accept()
