"""Callers whose names and numbers were made to do harm are served, shown as data and called back.

Their text reaches Asterisk's dialplan, the journal, the log, the API and an agent's handset.
"""

import asyncio
from datetime import timedelta

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES, Company
from tests.phones.ringback_server import Shown, until
from tests.phones.sipp_phone import Caller, SippRun
from tests.phones.trunk_peer import Answer

pytestmark = [pytest.mark.phones, pytest.mark.slow]

BAIT = "bait-that-nobody-may-touch"
NAMES = {
    "+33612345670": 'a\\" <sip:evil@127.0.0.9> \\"b',
    "+33612345671": "'; DROP TABLE journal; --",
    "+33612345672": "${SHELL(touch BAIT)} $(touch BAIT) `touch BAIT` ; touch BAIT",
    "+33612345673": "<script>alert(1)</script>",
    "+33612345674": "A" * 2_000,
    "+33612345675": "Zoë 漢字 🙂 \u202eevil",
    "+33612345676": "%s%n %0d%0aX-Evil: 1 {0} ${EXTEN} \\\\",
}
ODD_NUMBERS = {
    "%24%7BSHELL%28touch%20BAIT%29%7D": "invalid_number",
    "'%3BDROP%20TABLE%20journal%3B--": "invalid_number",
    "%0d%0aX-Evil%3a%201": "invalid_number",
    "+": "invalid_number",
    "9" * 200: "invalid_number",
    "112": "destination_refused",
    "+33899123456": "destination_refused",
}


async def test_hostile_names_are_data_and_their_numbers_are_called_back(
    company_asterisk: RunningAsterisk,
) -> None:
    """S18: each is confirmed, listed with its name as text, and dialled from the line's number."""
    async with CallCentre(company_asterisk, Company()) as centre:
        bait = company_asterisk.directory / BAIT
        await centre.open()
        centre.carrier.otherwise = Answer.BUSY
        callers = [
            Caller(number, name.replace("BAIT", str(bait))) for number, name in NAMES.items()
        ]
        runs = [await centre.caller_who_presses_star(caller) for caller in callers]
        assert await asyncio.gather(*(run.wait_end(20) for run in runs)) == [0] * len(runs)
        shown = {one["customer"]["number"]: one for one in await centre.server.callbacks()}
        await centre.go_online("lea")
        for _ in NAMES:
            await _call_back(centre)

        assert set(shown) == set(NAMES)
        assert not bait.exists()
        for caller in callers:
            _assert_is_text(shown[caller.number]["customer"]["name"], caller.display_name)
            dialled = centre.carrier.invites_to(caller.number)
            assert [one.from_number for one in dialled] == [SALES]
            assert all("evil" not in str(one.text.headers).lower() for one in dialled)
            assert caller.number not in centre.server.log
        assert "Traceback" not in centre.server.log


async def test_numbers_that_are_none_keep_the_place_and_are_never_dialled(
    company_asterisk: RunningAsterisk,
) -> None:
    """R9, R48, S16: whoever presents them may wait for an agent, and nobody is dialled for them."""
    async with CallCentre(company_asterisk, Company()) as centre:
        bait = company_asterisk.directory / BAIT
        await centre.open()
        runs: list[SippRun] = []
        for number in ODD_NUMBERS:
            presented = f'"Odd" <sip:{number.replace("BAIT", str(bait))}@127.0.0.1>'
            caller = Caller("", from_value=presented)
            runs.append(
                await centre.caller_who_presses_star(caller, stay=timedelta(milliseconds=500))
            )
        assert await asyncio.gather(*(run.wait_end(20) for run in runs)) == [0] * len(runs)

        async def all_are_listed() -> list[Shown] | None:
            callbacks = await centre.server.callbacks()
            return callbacks if len(callbacks) == len(runs) else None

        listed = await until(all_are_listed, "everybody who left is listed")
        assert {one["outcome"]["kind"] for one in listed} == {"failed"}
        assert sorted(one["outcome"]["reason"] for one in listed) == sorted(ODD_NUMBERS.values())
        await centre.go_online("lea")
        assert (await centre.server.agent("lea"))["offer"] is None
        assert [one for one in centre.carrier.invites if one.is_from_server] == []
        assert not bait.exists()
        assert "Traceback" not in centre.server.log


async def test_line_break_in_a_header_disturbs_nobody(company_asterisk: RunningAsterisk) -> None:
    """Asterisk does not answer such a call; the next caller is served as if it had not been."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        number = next(iter(NAMES))
        broken = Caller(number, from_value=f'"x\r\nX-Evil: 1" <sip:{number}@127.0.0.1>')
        run = await centre.caller_who_presses_star(broken)
        await centre.carrier.wait_until(
            lambda: [one.source for one in centre.carrier.passages].count(run.sip_address) >= 2
        )

        assert await centre.legs() == []
        assert await centre.server.live_calls() == []
        centre.carrier.routes[number] = Answer.BUSY
        plain = await centre.caller_who_presses_star(Caller(number))
        assert await plain.wait_end(20) == 0
        await centre.go_online("lea")
        await _call_back(centre)


async def _call_back(centre: CallCentre) -> None:
    """Let the agent take the next card; the customer turns out to be busy."""
    desk = centre.desks["lea"]
    offer = await centre.pick_up_callback("lea")
    assert await centre.server.until_outcome(offer["item_id"]) == ("not_reached", "customer_busy")
    await desk.wait_for("CALL_CLOSED")
    rung = await desk.wait_for("CALL_INCOMING")
    assert rung.peer_number == offer["customer"]["number"]


def _assert_is_text(shown: str | None, sent: str) -> None:
    """What is shown is the beginning of what was sent: nothing added, nothing evaluated.

    Asterisk leaves the backslashes by which SIP quotes quotes in a name.
    """
    printable = "".join(mark for mark in sent if mark.isprintable())
    assert shown
    assert printable.replace("\\", "").startswith(shown.replace("\\", ""))
    assert len(shown) >= min(len(printable), 60)
