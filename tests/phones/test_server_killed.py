"""The server is killed in the midst of a callback: nobody loses the line, nobody is dialled twice.

Five callers wait behind the one who asked to be called back. After the restart they are on the
line still, in the same order, and what was promised happens (S1, S3, S4, S20, R33, L1).
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.baresip_phone import BaresipPhone
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES_WORDS, Company
from tests.phones.listening import contains_tone, find_message
from tests.phones.ringback_server import Shown, until
from tests.phones.sipp_phone import SippRun

from ringback.speech.catalogue import Language
from ringback.speech.synthesis import speak

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE = "+33612345641"
WAITING = [f"+3361234565{digit}" for digit in range(5)]


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Marie has asked, five wait behind her, and one agent is there."""

    centre: CallCentre
    marie: BaresipPhone
    callback: Shown
    crowd: SippRun
    order: list[str] = field(default_factory=list)
    """The live callers as they stood in the queue when the server was killed."""

    @property
    def callback_id(self) -> str:
        return str(self.callback["id"])

    async def card_rings(self) -> Shown:
        await self.centre.go_online("lea")
        offer = await self.centre.server.until_offered("lea")
        assert offer["item_id"] == self.callback_id
        await self.centre.until_rings(self.centre.desks["lea"])
        return offer

    async def customer_rings(self) -> None:
        await self.card_rings()
        await self.centre.desks["lea"].accept()
        await self.centre.until_rings(self.marie)

        async def is_known() -> bool:
            stages = [call["stage"] for call in await self.centre.server.live_calls()]
            return "customer-ringing" in stages

        await until(is_known, "the server knows that the customer's phone rings")

    async def talking(self) -> None:
        await self.customer_rings()
        await self.marie.accept()
        await self.marie.wait_for("CALL_ESTABLISHED")
        assert await self.centre.server.until_outcome(self.callback_id) == ("completed", None)

    async def customer_answers(self) -> None:
        await self.centre.is_called_and_answers(self.marie)

    async def assert_heard_and_completed(self) -> None:
        """Let both speak and Marie hang up; they have heard each other."""
        centre = self.centre
        assert await centre.server.until_outcome(self.callback_id) == ("completed", None)
        await centre.talk()
        await centre.server.set_status("lea", "do-not-disturb")
        await self.marie.hangup()
        await centre.desks["lea"].wait_for("CALL_CLOSED")
        await centre.assert_heard_each_other("lea", MARIE)

    async def restart(self) -> None:
        """Kill the server, and start it again on the same data: everybody waits as before."""
        await self.kill()
        await self.start_again()

    async def kill(self) -> None:
        self.order.extend(await self._callers())
        await self.centre.server.kill()

    async def start_again(self) -> None:
        await self.centre.server.start()
        assert await self._callers() == self.order
        assert self.crowd.still_up() == {1, 2, 3, 4, 5}

    async def _callers(self) -> list[str]:
        queue = await self.centre.server.queue()
        return [item["id"] for item in queue if item["kind"] == "call"]


async def test_killed_while_the_confirmation_plays(company_asterisk: RunningAsterisk) -> None:
    """S1: the request is there, the confirmation is heard to its end, the place is kept."""
    async with _scene(company_asterisk, waits_for_the_end=False) as scene:
        (confirming,) = [
            call for call in await scene.centre.server.live_calls() if call["stage"] == "confirming"
        ]
        await scene.restart()
        first = (await scene.centre.server.queue())[0]
        await scene.marie.wait_for("CALL_CLOSED", 15)

        assert (confirming["callback_id"], first["id"]) == (scene.callback_id, scene.callback_id)
        words = speak(SALES_WORDS, Language.ENGLISH, scene.centre.server.data / "spoken")
        heard = (await scene.marie.recordings())[0].heard
        assert find_message(heard, words.path_stem.with_suffix(".wav")).is_whole
        await scene.card_rings()
        await scene.centre.desks["lea"].accept()
        await scene.customer_answers()
        await scene.assert_heard_and_completed()


async def test_killed_while_the_card_rings(company_asterisk: RunningAsterisk) -> None:
    """S20: the ringing goes on, and lifting the handset accepts."""
    async with _scene(company_asterisk) as scene:
        offer = await scene.card_rings()
        await scene.restart()
        again = await scene.centre.server.until_offered("lea")
        await scene.centre.desks["lea"].accept()
        await scene.customer_answers()
        await scene.assert_heard_and_completed()

        assert again["id"] == offer["id"]
        rung = [event.type for event in scene.centre.desks["lea"].events]
        assert rung.count("CALL_INCOMING") == 1


async def test_killed_after_the_click_and_before_the_handset(
    company_asterisk: RunningAsterisk,
) -> None:
    """R29: the agent who won is still the winner, and picks up within the 15 s."""
    async with _scene(company_asterisk) as scene:
        await scene.centre.server.accept(await scene.card_rings())
        await scene.restart()
        now = await scene.centre.server.callback(scene.callback_id)
        await scene.centre.desks["lea"].accept()
        await scene.customer_answers()
        await scene.assert_heard_and_completed()

        assert (now["state"], now["agent_id"]) == ("connecting-agent", "lea")


async def test_killed_when_the_agents_phone_goes_up(company_asterisk: RunningAsterisk) -> None:
    """L1: who lifts the handset while the server is away is taken at their word afterwards."""
    async with _scene(company_asterisk) as scene:
        await scene.card_rings()
        await scene.kill()
        await scene.centre.desks["lea"].accept()
        await scene.centre.desks["lea"].wait_for("CALL_ESTABLISHED")
        await scene.start_again()
        await scene.customer_answers()
        await scene.assert_heard_and_completed()


async def test_killed_while_the_invite_is_on_its_way(company_asterisk: RunningAsterisk) -> None:
    """S3, S4, R33: the dial is found again, not repeated, and the customer answers it."""
    async with _scene(company_asterisk) as scene:
        carrier = scene.centre.carrier
        await scene.card_rings()
        carrier.is_dark = True
        await scene.centre.desks["lea"].accept()
        await carrier.wait_until(lambda: bool(carrier.invites_to(MARIE)))
        await scene.restart()
        state = (await scene.centre.server.callback(scene.callback_id))["state"]
        carrier.is_dark = False
        await scene.customer_answers()
        await scene.assert_heard_and_completed()

        assert state == "calling-customer"


async def test_killed_while_the_customers_phone_rings(company_asterisk: RunningAsterisk) -> None:
    """S3, R33: it rings on, and the customer answers after the restart."""
    async with _scene(company_asterisk) as scene:
        await scene.customer_rings()
        await scene.restart()
        await scene.customer_answers()
        await scene.assert_heard_and_completed()


async def test_killed_while_it_rings_and_the_customer_answers_meanwhile(
    company_asterisk: RunningAsterisk,
) -> None:
    """S20, R31: both ends are up when the server returns, and it joins them."""
    async with _scene(company_asterisk) as scene:
        await scene.customer_rings()
        await scene.kill()
        await scene.customer_answers()
        await scene.start_again()
        await scene.assert_heard_and_completed()


async def test_killed_while_it_rings_and_the_customer_declines_meanwhile(
    company_asterisk: RunningAsterisk,
) -> None:
    """R33: what became of it cannot be known, so it ends unknown and is not tried again."""
    async with _scene(company_asterisk) as scene:
        await scene.customer_rings()
        await scene.kill()
        await scene.marie.hangup()
        await scene.marie.wait_for("CALL_CLOSED")
        await scene.start_again()

        outcome = await scene.centre.server.until_outcome(scene.callback_id)
        assert outcome == ("not_reached", "outcome_unknown")
        await scene.centre.desks["lea"].wait_for("CALL_CLOSED")
        await scene.centre.server.set_status("lea", "do-not-disturb")


async def test_killed_while_they_talk(company_asterisk: RunningAsterisk) -> None:
    """S20: the conversation goes on as if nothing had been, and its end is noticed."""
    async with _scene(company_asterisk) as scene:
        await scene.talking()
        await scene.restart()
        agent = await scene.centre.server.agent("lea")
        await scene.assert_heard_and_completed()

        assert (agent["condition"], agent["conversation"]["stage"]) == ("in-call", "talking")
        heard = (await scene.marie.recordings())[-1].heard
        assert contains_tone(heard, scene.centre.tones["lea"], 2.0)


@asynccontextmanager
async def _scene(
    asterisk: RunningAsterisk, *, waits_for_the_end: bool = True
) -> AsyncIterator[Scene]:
    """Set the scene; at its end nobody was dialled twice, and the next caller is served."""
    async with CallCentre(asterisk, Company()) as centre:
        await centre.open()
        marie = await centre.customer(MARIE)
        call_id = await centre.calls_in(marie)
        crowd = await centre.crowd(WAITING)
        callback = await centre.presses_star(marie, call_id)
        if waits_for_the_end:
            await marie.wait_for("CALL_CLOSED", 15)
        scene = Scene(centre=centre, marie=marie, callback=callback, crowd=crowd)
        yield scene
        assert len(centre.carrier.invites_to(MARIE)) <= 1
        assert crowd.still_up() == {1, 2, 3, 4, 5}
        await centre.let_callers_go(crowd)
