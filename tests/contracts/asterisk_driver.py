"""Everybody's hands around a real Asterisk: telephones, the carrier and the connection to cut."""

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import aiohttp
from tests.contracts.asterisk_of_the_cast import PHONES
from tests.contracts.cast import (
    BROWSER_AGENT,
    DESK_AGENT,
    OTHER_DESK_AGENT,
    CastBook,
)
from tests.contracts.heard_on_the_line import VOICE_SECONDS_MIN, HeardOnTheLine
from tests.contracts.phone_world_driver import CustomerManner, Phone
from tests.phones.asterisk_server import RunningAsterisk, provision
from tests.phones.baresip_phone import BaresipPhone, Registration
from tests.phones.cuttable_link import CuttableLink
from tests.phones.hands import BaresipHand, Hand, SippHand
from tests.phones.listening import contains_tone
from tests.phones.ports import PortBlock, take_block
from tests.phones.sipp_phone import WITHHELD, WITHHELD_HEADERS, Caller, calling
from tests.phones.trunk_peer import Answer, Carrier

from ringback.core.effects import PlayPrompt
from ringback.core.ids import AgentId
from ringback.core.inputs import AgentFailureCause, FailureCause
from ringback.ports import PhoneSystemState, TelephonyReport
from ringback.telephony.asterisk.adapter import AsteriskTelephony
from ringback.telephony.asterisk.listing import DialInDoubt
from ringback.telephony.asterisk.provisioning import DeskPhone
from ringback.telephony.asterisk.routing import TelephonySettings, TrunkRoute

LOOK_AGAIN_SECONDS: Final = 0.02
CALM_SECONDS_MAX: Final = 10.0
AGENT_RINGS_SECONDS_MAX: Final = 6

TONES: Final = {DESK_AGENT: 620, OTHER_DESK_AGENT: 820, BROWSER_AGENT: 1020}
FIRST_CUSTOMER_TONE: Final = 1240
TONE_STEP: Final = 160

REFUSALS: Final = {
    CustomerManner.BUSY: Answer.BUSY,
    CustomerManner.REJECTS: Answer.REJECTED,
    CustomerManner.TRUNK_FAILS: Answer.NO_CHANNEL,
    CustomerManner.UNKNOWN_NUMBER: Answer.UNKNOWN_NUMBER,
}


class AsteriskDriver:
    """Implements `PhoneWorldDriver` over a running Asterisk, which it leaves without calls."""

    cannot_produce: Mapping[FailureCause | AgentFailureCause, str] = {}
    cannot_produce_on_a_desk: Mapping[AgentFailureCause, str] = {
        AgentFailureCause.FAULT: "Asterisk tells no fault of its own from an unreachable phone",
    }

    def __init__(self, asterisk: RunningAsterisk, directory: Path) -> None:
        self._asterisk = asterisk
        self._directory = directory
        self._link = CuttableLink(target=("127.0.0.1", _port_of(asterisk.ari_url)))
        self.carrier = Carrier(
            server=("127.0.0.1", asterisk.sip_port), port=asterisk.trunks[0].port
        )
        self._blocks: list[PortBlock] = []
        self._hands: dict[Phone, Hand] = {}
        self._tones: dict[Phone, int] = {}
        self._of_number: dict[str, Phone] = {}
        self._serial = 0

    @property
    def telephony(self) -> AsteriskTelephony:
        return self._telephony

    # ---- the world and its time

    async def start(self, receive: Callable[[TelephonyReport], None]) -> None:
        await self.carrier.__aenter__()
        await provision(self._asterisk)
        for phone in self._asterisk.desk_phones:
            await self._plug_in(phone)
        await self._until_registered()
        port = await self._link.open()
        self.settings = TelephonySettings(
            ari=replace(
                self._asterisk.ari_settings,
                url=f"http://127.0.0.1:{port}",
                reconnect_seconds_max=0.3,
            ),
            routes=(TrunkRoute(self._asterisk.trunks[0]),),
            phones=self._asterisk.desk_phones,
            agent_rings_seconds_max=AGENT_RINGS_SECONDS_MAX,
        )
        self._begin(receive)

    async def server_starts_anew(
        self,
        receive: Callable[[TelephonyReport], None],
        dials_in_doubt: Sequence[DialInDoubt] = (),
        messages_begun: Sequence[PlayPrompt] = (),
    ) -> None:
        """Let another process of ours, which remembers nothing, take the place of this one."""
        await self._end_server()
        self._begin(receive, dials_in_doubt, messages_begun)

    def _begin(
        self,
        receive: Callable[[TelephonyReport], None],
        dials_in_doubt: Sequence[DialInDoubt] = (),
        messages_begun: Sequence[PlayPrompt] = (),
    ) -> None:
        self._telephony = AsteriskTelephony(
            self.settings,
            CastBook(),
            jitter=random.random,
            dials_in_doubt=lambda: dials_in_doubt,
            messages_begun=lambda: {
                one.leg_id: [each.playback_id for each in messages_begun] for one in messages_begun
            },
        )
        self._running = asyncio.create_task(self._telephony.run(receive))

    async def _end_server(self) -> None:
        self._running.cancel()
        [end] = await asyncio.gather(self._running, return_exceptions=True)
        was_replaced = self._telephony.health().state is PhoneSystemState.REPLACED
        assert isinstance(end, asyncio.CancelledError) or was_replaced, end

    def _has_failed(self) -> bool:
        running = self._running
        return running.done() and (running.cancelled() or running.exception() is not None)

    async def stop(self) -> None:
        await self._end_server()
        self._link.cut()
        await self._end_all_calls()
        await asyncio.gather(*(hand.put_away() for hand in self._hands.values()))
        await self.carrier.__aexit__()
        for block in self._blocks:
            block.release()

    async def run_until(self, condition: Callable[[], bool], seconds: float) -> bool:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not condition():
            if loop.time() > deadline or self._has_failed():
                return condition()
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
        return True

    async def elapse(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    # ---- customers

    async def customer_calls(
        self, *, line_number: str, caller_number: str | None, caller_name: str | None
    ) -> Phone:
        is_plain = all(mark.isalnum() or mark == " " for mark in caller_name or "")
        if caller_number is None or not is_plain:
            return await self._sipp_calls(line_number, caller_number, caller_name or "")
        phone = await self._new_customer(caller_number, caller_name or "")
        await self._baresip(phone).dial(self.carrier.uri(line_number))
        return phone

    async def customer_manner(self, number: str, manner: CustomerManner) -> Phone:
        phone = self._of_number.get(number)
        if phone is None:
            phone = self._of_number[number] = await self._new_customer(number, "")
        self.carrier.routes[number] = REFUSALS.get(manner) or self._baresip(phone).sip_address
        return phone

    async def customer_answers(self, phone: Phone) -> None:
        await self._baresip(phone).accept()

    async def customer_presses(self, phone: Phone, digit: str) -> None:
        await self._baresip(phone).send_digit(digit)

    async def customer_hangs_up(self, phone: Phone) -> None:
        await self._baresip(phone).hangup()

    # ---- agents

    def agent_phone(self, agent_id: AgentId) -> Phone:
        return Phone(agent_id)

    async def agent_answers(self, agent_id: AgentId) -> None:
        await self._baresip(Phone(agent_id)).accept()

    async def agent_declines(self, agent_id: AgentId) -> None:
        await self._baresip(Phone(agent_id)).hangup()

    async def agent_presses(self, agent_id: AgentId, digit: str) -> None:
        await self._baresip(Phone(agent_id)).send_digit(digit)

    async def agent_hangs_up(self, agent_id: AgentId) -> None:
        await self._baresip(Phone(agent_id)).hangup()

    async def agent_unplugs(self, agent_id: AgentId) -> None:
        await self._hands[Phone(agent_id)].put_away()

    async def agent_registers(self, agent_id: AgentId) -> None:
        await self._plug_in(_phone_of(agent_id))

    async def agent_fails_next(self, agent_id: AgentId, cause: AgentFailureCause) -> None:
        if cause is AgentFailureCause.UNREACHABLE:
            await self.agent_unplugs(agent_id)
        else:
            await self.agent_registers(agent_id)

    # ---- what can be observed

    def is_ringing(self, phone: Phone) -> bool:
        return self._hands[phone].is_ringing

    def is_in_call(self, phone: Phone) -> bool:
        return self._hands[phone].is_in_call

    def is_refused(self, phone: Phone) -> bool:
        return self._hands[phone].is_refused

    def times_rung(self, phone: Phone) -> int:
        return self._hands[phone].times_rung

    def shown(self, phone: Phone) -> str:
        return self._hands[phone].shown

    async def heard(self, phone: Phone) -> HeardOnTheLine:
        recordings = await self._baresip(phone).recordings()
        return HeardOnTheLine(recordings[-1].heard, self._tones)

    def recorded_voice_of(self, phone: Phone, recording: bytes) -> bool:
        file = self._directory / f"{phone}.wav"
        file.write_bytes(recording)
        return contains_tone(file, self._tones[phone], VOICE_SECONDS_MIN)

    # ---- what may befall our connection

    async def server_disconnects(self) -> None:
        self._link.cut()

    async def server_reconnects(self) -> None:
        await self._link.open()

    async def phone_system_restarts(self) -> None:
        self._asterisk.kill()
        self._asterisk.start_again()

    # ---- what only a real phone system knows

    async def agent_vanishes(self, agent_id: AgentId) -> None:
        """Cut the power of an agent's phone, which cannot say good-bye."""
        await self._hands[Phone(agent_id)].lose_power()

    async def bridges(self) -> list[str]:
        """Name the bridges Asterisk has."""
        async with self._ari() as session:
            return [str(bridge["id"]) for bridge in await _get(session, "bridges")]

    # ---- telephones

    async def _plug_in(self, desk: DeskPhone) -> None:
        agent_id = AgentId(desk.agent_id)
        phone = Phone(agent_id)
        hand = self._hands.get(phone)
        if isinstance(hand, BaresipHand) and hand.is_here:
            return
        self._tones[phone] = TONES[agent_id]
        baresip = BaresipPhone(
            directory=self._new_directory(),
            user=desk.username,
            ports=self._take_block(),
            tone_hz=TONES[agent_id],
            answers_by_itself=agent_id == BROWSER_AGENT,
            registration=Registration(
                f"127.0.0.1:{self._asterisk.sip_port}", desk.username, desk.password
            ),
        )
        await self._take_in_hand(phone, baresip)
        await baresip.wait_for("REGISTER_OK")

    async def _new_customer(self, number: str, name: str) -> Phone:
        directory = self._new_directory()
        phone = Phone(f"{number}-{directory.name}")
        self._tones[phone] = FIRST_CUSTOMER_TONE + TONE_STEP * (len(self._tones) - len(TONES))
        baresip = BaresipPhone(
            directory=directory,
            user=number,
            display_name=name,
            domain=f"{self.carrier.host}:{self.carrier.port}",
            ports=self._take_block(),
            tone_hz=self._tones[phone],
        )
        await self._take_in_hand(phone, baresip)
        return phone

    async def _take_in_hand(self, phone: Phone, baresip: BaresipPhone) -> None:
        before = self._hands.get(phone)
        await baresip.start()
        self._hands[phone] = BaresipHand(baresip, rung_before=before.times_rung if before else 0)

    async def _sipp_calls(self, line_number: str, number: str | None, name: str) -> Phone:
        """Call with a name or a way of withholding the number that baresip does not know."""
        directory = self._new_directory()
        on_one_line = " ".join(name.split()).replace("\\", "\\\\").replace('"', '\\"')
        run = calling(
            directory=directory,
            ports=self._take_block(),
            target=self.carrier.address,
            line=line_number,
            callers=[WITHHELD if number is None else Caller(number, on_one_line)],
            more_headers=WITHHELD_HEADERS if number is None else (),
            stay=timedelta(seconds=20),
        )
        await run.__aenter__()
        phone = Phone(f"sipp-{directory.name}")
        self._hands[phone] = SippHand(run)
        return phone

    def _baresip(self, phone: Phone) -> BaresipPhone:
        hand = self._hands[phone]
        assert isinstance(hand, BaresipHand), f"{phone} has no hands for this"
        return hand.phone

    def _new_directory(self) -> Path:
        self._serial += 1
        return self._directory / f"phone-{self._serial}"

    def _take_block(self) -> PortBlock:
        self._blocks.append(take_block())
        return self._blocks[-1]

    # ---- Asterisk behind our server's back

    async def _until_registered(self) -> None:
        wanted = {phone.username for phone in PHONES}
        async with self._ari() as session, asyncio.timeout(CALM_SECONDS_MAX):
            while True:
                endpoints = await _get(session, "endpoints/PJSIP")
                online = {one["resource"] for one in endpoints if one["state"] == "online"}
                if wanted <= online:
                    return
                await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def _end_all_calls(self) -> None:
        async with self._ari() as session:
            async with asyncio.timeout(CALM_SECONDS_MAX):
                while channels := await _get(session, "channels"):
                    for channel in channels:
                        await session.delete(f"/ari/channels/{channel['id']}")
            for bridge in await _get(session, "bridges"):
                await session.delete(f"/ari/bridges/{bridge['id']}")

    def _ari(self) -> aiohttp.ClientSession:
        user, password = self._asterisk.ari_user, self._asterisk.ari_password
        return aiohttp.ClientSession(
            self._asterisk.ari_url,
            headers={"Authorization": aiohttp.encode_basic_auth(user, password)},
        )


async def _get(session: aiohttp.ClientSession, what: str) -> list[dict[str, object]]:
    async with session.get(f"/ari/{what}") as answer:
        found: list[dict[str, object]] = await answer.json()
        return found


def _phone_of(agent_id: AgentId) -> DeskPhone:
    return next(phone for phone in PHONES if phone.agent_id == agent_id)


def _port_of(url: str) -> int:
    return int(url.rsplit(":", 1)[1])
