"""A company at work: its server, its carrier, its agents' desk phones and its customers."""

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Self

import httpx
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.baresip_phone import BaresipPhone, Registration
from tests.phones.company_file import (
    PHONE_PASSWORD,
    SALES,
    SUPPORT,
    Company,
    username,
    write_company_file,
)
from tests.phones.hands import BaresipHand
from tests.phones.listening import contains_tone
from tests.phones.ports import PortBlock, take_block
from tests.phones.ringback_server import RingbackServer, Shown, until
from tests.phones.sipp_phone import Caller, SippRun, calling
from tests.phones.trunk_peer import Carrier

NUMBER_OF_LINE = {"sales": SALES, "support": SUPPORT}
FIRST_AGENT_TONE, FIRST_CUSTOMER_TONE, TONE_STEP = 520, 1240, 160
AUDIBLE_SECONDS = 0.5
TALK_SECONDS = 1.2
CALM_SECONDS_MAX = 10.0
MUSIC_SECONDS = 0.8


class CallCentre:
    """Everybody around one running Asterisk; use it as an asynchronous context.

    On leaving in peace it makes sure that no leg and no bridge is left in Asterisk (S20).
    """

    def __init__(
        self, asterisk: RunningAsterisk, company: Company, *, ari_password: str | None = None
    ) -> None:
        self.asterisk = asterisk
        self.company = company
        self.desks: dict[str, BaresipPhone] = {}
        self.customers: dict[str, BaresipPhone] = {}
        self.tones: dict[str, int] = {}
        self._stack = AsyncExitStack()
        self._directory = _fresh_directory(asterisk.directory)
        self.carrier = Carrier(server=("127.0.0.1", asterisk.sip_port), port=self._take_block()[0])
        http_port = self._take_block()[0]
        self._config = write_company_file(
            company,
            self._directory / "server",
            asterisk=asterisk,
            http_port=http_port,
            carrier=self.carrier.address,
            ari_password=ari_password,
        )
        self.server = RingbackServer(self._config, http_port)

    async def __aenter__(self) -> Self:
        await self._stack.enter_async_context(self.carrier)
        self._stack.push_async_callback(self._end_all_calls)
        self._stack.push_async_callback(self.server.put_away)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                await self.until_no_leg_is_left()
        finally:
            await self._stack.aclose()

    async def open(self) -> None:
        """Start the server, wait until it takes calls, and plug in every agent's desk phone."""
        await self.server.start()
        desks = [agent for agent in self.company.agents if agent not in self.company.browser_agents]
        await asyncio.gather(*(self.plug_in(agent) for agent in desks))

    # ---- agents

    async def plug_in(self, agent: str) -> None:
        """Give an agent a phone, or a new one, and wait until the server knows that it is there."""
        number = self.company.agents.index(agent)
        tone = self.tones.setdefault(agent, FIRST_AGENT_TONE + TONE_STEP * number)
        if agent in self.desks:
            await self.desks[agent].stop()
        self.desks[agent] = await self.desk_phone(username(agent), tone)

        async def is_there() -> bool:
            return bool((await self.server.agent(agent))["condition"] != "connection-lost")

        await until(is_there, f"the server knows the phone of {agent}")

    async def desk_phone(self, user: str, tone_hz: int) -> BaresipPhone:
        """Give a phone that has logged in."""
        phone = BaresipPhone(
            directory=_fresh_directory(self._directory),
            user=user,
            ports=self._take_block(),
            tone_hz=tone_hz,
            registration=Registration(f"127.0.0.1:{self.asterisk.sip_port}", user, PHONE_PASSWORD),
        )
        await self._stack.enter_async_context(phone)
        await phone.wait_for("REGISTER_OK")
        return phone

    async def go_online(self, *agents: str) -> None:
        for agent in agents:
            await self.server.set_status(agent, "online")

    async def pick_up_callback(self, agent: str) -> Shown:
        """Wait for the card of a callback and lift the handset, which accepts it."""
        offer = await self.server.until_offered(agent)
        assert offer["kind"] == "callback"
        await self.pick_up(agent)
        return offer

    async def pick_up(self, agent: str) -> None:
        await self.until_rings(self.desks[agent])
        await self.desks[agent].accept()

    async def until_rings(self, phone: BaresipPhone, seconds: float = 10.0) -> None:
        """Wait until a telephone rings at this moment, whatever it did before."""
        hand = BaresipHand(phone)

        async def rings() -> bool:
            return hand.is_ringing

        await until(rings, f"the phone of {phone.user} rings", seconds)

    # ---- customers

    async def customer(self, number: str, name: str = "") -> BaresipPhone:
        """Give a customer a phone, at which their number is called back."""
        tone = FIRST_CUSTOMER_TONE + TONE_STEP * len(self.customers)
        self.tones[number] = tone
        phone = BaresipPhone(
            directory=_fresh_directory(self._directory),
            user=number,
            display_name=name,
            domain=f"{self.carrier.host}:{self.carrier.port}",
            ports=self._take_block(),
            tone_hz=tone,
        )
        await self._stack.enter_async_context(phone)
        self.customers[number] = phone
        self.carrier.routes[number] = phone.sip_address
        return phone

    async def calls_in(self, phone: BaresipPhone, line: str = "sales") -> str:
        """Dial a line and wait until the caller stands in the queue; gives the call's id."""
        before = {call["id"] for call in await self.server.live_calls()}
        await phone.dial(self.carrier.uri(NUMBER_OF_LINE[line]))
        await phone.wait_for("CALL_ESTABLISHED")

        async def waiting() -> str | None:
            for item in await self.server.queue():
                number = None if phone.user == "anonymous" else phone.user
                if item["id"] not in before and item["customer"]["number"] == number:
                    return str(item["id"])
            return None

        return await until(waiting, f"{phone.user} stands in the queue")

    async def asks(self, phone: BaresipPhone, line: str = "sales") -> Shown:
        """Call, listen to the music, press star: gives the callback as it was accepted."""
        return await self.presses_star(phone, await self.calls_in(phone, line))

    async def presses_star(self, phone: BaresipPhone, call_id: str) -> Shown:
        await asyncio.sleep(MUSIC_SECONDS)
        await phone.send_digit("*")

        async def requested() -> Shown | None:
            callbacks = await self.server.callbacks()
            return next((one for one in callbacks if call_id in one["inbound_call_ids"]), None)

        return await until(requested, f"the request of {phone.user}")

    async def asks_and_is_let_go(self, phone: BaresipPhone, line: str = "sales") -> Shown:
        """Ask to be called back, and hear the confirmation until the call ends."""
        callback = await self.asks(phone, line)
        await phone.wait_for("CALL_CLOSED", 15)
        return callback

    async def is_called_and_answers(self, phone: BaresipPhone) -> None:
        await self.until_rings(phone, 15)
        await phone.accept()
        await phone.wait_for("CALL_ESTABLISHED")

    async def crowd(self, numbers: list[str], line: str = "sales") -> SippRun:
        """Let many call and wait; gives the run, which tells who is still on the line."""
        known = len(await self.server.queue())
        run = await self._stack.enter_async_context(
            calling(
                directory=_fresh_directory(self._directory),
                ports=self._take_block(),
                target=self.carrier.address,
                line=NUMBER_OF_LINE[line],
                callers=[Caller(number) for number in numbers],
                stay=timedelta(seconds=110),
            )
        )

        async def all_wait() -> bool:
            return len(await self.server.queue()) == known + len(numbers)

        await until(all_wait, f"{len(numbers)} callers wait")
        return run

    async def caller_who_presses_star(
        self, caller: Caller, *, stay: timedelta = timedelta(seconds=20)
    ) -> SippRun:
        """Let somebody with any presentation call the sales line and press star after a moment."""
        return await self._stack.enter_async_context(
            calling(
                directory=_fresh_directory(self._directory),
                ports=self._take_block(),
                target=self.carrier.address,
                line=SALES,
                callers=[caller],
                press_star_after=timedelta(seconds=MUSIC_SECONDS),
                stay=stay,
            )
        )

    async def let_callers_go(self, crowd: SippRun) -> None:
        """Dissolve the team: with nobody left to wait for, callers reach the end of the flow."""
        nobody = {"name": "Nobody", "members": []}
        assert (await self.server.ask("PUT", "/api/v1/teams/team", nobody)).status == 200
        assert await crowd.wait_end() == 0

    # ---- what can be heard and seen

    async def talk(self) -> None:
        """Let both sides of a conversation speak for a while."""
        await asyncio.sleep(TALK_SECONDS)

    async def assert_heard_each_other(self, agent: str, number: str) -> None:
        """Find the tone of each side in what the other side has heard last."""
        by_agent = (await self.desks[agent].recordings())[-1].heard
        by_customer = (await self.customers[number].recordings())[-1].heard
        assert contains_tone(by_agent, self.tones[number], AUDIBLE_SECONDS)
        assert contains_tone(by_customer, self.tones[agent], AUDIBLE_SECONDS)

    async def legs(self) -> list[str]:
        """Name the channels that Asterisk has."""
        return [channel["id"] for channel in await self._ask_asterisk("channels")]

    async def recordings(self) -> list[str]:
        """Name the recordings that Asterisk has stored."""
        return [stored["name"] for stored in await self._ask_asterisk("recordings/stored")]

    async def until_no_leg_is_left(self) -> None:
        async def none_is_left() -> bool:
            return not await self._ask_asterisk("channels")

        async def no_bridge_is_left() -> bool:
            return not await self._ask_asterisk("bridges")

        await until(none_is_left, "Asterisk has no channel any more", CALM_SECONDS_MAX)
        await until(no_bridge_is_left, "Asterisk has no bridge any more", CALM_SECONDS_MAX)

    def _take_block(self) -> PortBlock:
        return self._stack.enter_context(take_block())

    async def _ask_asterisk(self, what: str) -> list[dict[str, str]]:
        async with self._ari() as client:
            found: list[dict[str, str]] = (await client.get(f"/ari/{what}")).json()
            return found

    async def _end_all_calls(self) -> None:
        """Leave the Asterisk to the next test as it was found."""
        if not self.asterisk.process.running:
            return
        async with self._ari() as client:
            for what in ("channels", "bridges"):
                for one in (await client.get(f"/ari/{what}")).json():
                    await client.delete(f"/ari/{what}/{one['id']}")

    def _ari(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            base_url=self.asterisk.ari_url,
            auth=(self.asterisk.ari_user, self.asterisk.ari_password),
        )


def _fresh_directory(parent: Path) -> Path:
    """Name a directory that is not there yet, below what Asterisk may read."""
    taken = sum(1 for _ in parent.glob("part-*"))
    while (parent / f"part-{taken}").exists():
        taken += 1
    return parent / f"part-{taken}"
