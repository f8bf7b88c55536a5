"""Everybody's hands in the simulated phone world, in virtual time."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.contracts.cast import BROWSER_AGENT, DESK_AGENTS, CastBook
from tests.contracts.phone_world_driver import CustomerManner, Extent, Phone
from tests.phones.listening import contains_tone

from ringback.core.ids import AgentId
from ringback.core.inputs import AgentFailureCause, FailureCause
from ringback.core.settings import PhoneKind
from ringback.ports import TelephonyReport
from ringback.telephony.simulated import phones
from ringback.telephony.simulated.manners import BY_HAND, Fails, IsBusy, Manner, Rejects
from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.phones import HeardSound, PhoneState
from ringback.telephony.simulated.scheduler import VirtualScheduler
from ringback.telephony.simulated.sounds import VOICE_HZ, Message, Music, RingingTone, Voice
from ringback.telephony.simulated.telephony import SimulatedTelephony

HALF_A_SECOND = timedelta(seconds=0.5)

MANNERS: dict[CustomerManner, Manner] = {
    CustomerManner.RINGS: BY_HAND,
    CustomerManner.BUSY: IsBusy(),
    CustomerManner.REJECTS: Rejects(timedelta(seconds=0.3)),
    CustomerManner.TRUNK_FAILS: Fails(FailureCause.TRUNK),
    CustomerManner.UNKNOWN_NUMBER: Fails(FailureCause.INVALID_NUMBER),
}


@dataclass(frozen=True, slots=True)
class HeardInMemory:
    """What a simulated phone remembers of its latest call."""

    sounds: tuple[HeardSound, ...]

    def message(self, prompt: str) -> Extent:
        plays = [one for one in self.sounds if one.sound == Message(prompt)]
        if not plays:
            return Extent.NOTHING
        return Extent.WHOLE if any(one.is_whole for one in plays) else Extent.PART

    def music(self) -> bool:
        return any(isinstance(one.sound, Music) for one in self.sounds)

    def music_before(self, prompt: str) -> bool:
        return HeardInMemory(self.sounds[: self._place_of(prompt)]).music()

    def music_after(self, prompt: str) -> bool:
        return HeardInMemory(self.sounds[self._place_of(prompt) + 1 :]).music()

    def voice_of(self, other: Phone) -> bool:
        return any(
            one.sound == Voice(other) and one.until - one.since >= HALF_A_SECOND
            for one in self.sounds
        )

    def ringing_tone(self) -> bool:
        return any(isinstance(one.sound, RingingTone) for one in self.sounds)

    def _place_of(self, prompt: str) -> int:
        return [one.sound for one in self.sounds].index(Message(prompt))


class SimulatedDriver:
    """Implements `PhoneWorldDriver` over a `PhoneNetwork`."""

    def __init__(self, seed: int = 1) -> None:
        self._scheduler = VirtualScheduler(datetime(2026, 1, 5, 9, tzinfo=UTC))
        self.network = PhoneNetwork(self._scheduler, CastBook(), seed=seed, name="inbound")
        self.telephony = SimulatedTelephony(self.network)
        self.cannot_produce: Mapping[FailureCause | AgentFailureCause, str] = {}
        self.cannot_produce_on_a_desk: Mapping[AgentFailureCause, str] = {}
        self._phones: dict[Phone, phones.Phone] = {}
        self._refused: set[Phone] = set()
        for agent_id in DESK_AGENTS:
            self._know(self.network.add_agent(agent_id, PhoneKind.DESK))
        self._know(self.network.add_agent(BROWSER_AGENT, PhoneKind.BROWSER))

    # ---- the world and its time

    async def start(self, receive: Callable[[TelephonyReport], None]) -> None:
        self._running = asyncio.create_task(self.telephony.run(receive))
        await asyncio.sleep(0)

    async def stop(self) -> None:
        self._running.cancel()
        await asyncio.wait([self._running])

    async def run_until(self, condition: Callable[[], bool], seconds: float) -> bool:
        end = self._scheduler.now() + timedelta(seconds=seconds)
        while not condition():
            due = self._scheduler.next_due()
            if due is None or due > end:
                self._scheduler.advance_to(end)
                return condition()
            self._scheduler.run_next()
        return True

    async def elapse(self, seconds: float) -> None:
        self._scheduler.advance(timedelta(seconds=seconds))

    # ---- customers

    async def customer_calls(
        self, *, line_number: str, caller_number: str | None, caller_name: str | None
    ) -> Phone:
        phone = self.network.new_customer(caller_number or "+33600000000")
        self.network.call_in(phone, line_number, caller_name, withheld=caller_number is None)
        return self._know(phone)

    async def customer_manner(self, number: str, manner: CustomerManner) -> Phone:
        phone = self.network.customer(number)
        phone.manner = MANNERS[manner]
        return self._know(phone)

    async def customer_answers(self, phone: Phone) -> None:
        self._phones[phone].answer()

    async def customer_presses(self, phone: Phone, digit: str) -> None:
        self._phones[phone].press(digit)

    async def customer_hangs_up(self, phone: Phone) -> None:
        self._phones[phone].hang_up()

    # ---- agents

    def agent_phone(self, agent_id: AgentId) -> Phone:
        return Phone(self.network.agents[agent_id].name)

    async def agent_answers(self, agent_id: AgentId) -> None:
        self.network.agents[agent_id].answer()

    async def agent_declines(self, agent_id: AgentId) -> None:
        self.network.agents[agent_id].reject()

    async def agent_presses(self, agent_id: AgentId, digit: str) -> None:
        self.network.agents[agent_id].press(digit)

    async def agent_hangs_up(self, agent_id: AgentId) -> None:
        self.network.agents[agent_id].hang_up()

    async def agent_unplugs(self, agent_id: AgentId) -> None:
        self.network.unplug(agent_id)

    async def agent_registers(self, agent_id: AgentId) -> None:
        self.network.plug(agent_id)

    async def agent_fails_next(self, agent_id: AgentId, cause: AgentFailureCause) -> None:
        is_rung_in_vain = cause is AgentFailureCause.NO_ANSWER
        self.network.agents[agent_id].manner = BY_HAND if is_rung_in_vain else Fails(cause)

    # ---- what can be observed

    def is_ringing(self, phone: Phone) -> bool:
        return self._phones[phone].state is PhoneState.RINGING

    def is_in_call(self, phone: Phone) -> bool:
        return self._phones[phone].state is PhoneState.IN_CALL

    def is_refused(self, phone: Phone) -> bool:
        return phone in self._refused

    def times_rung(self, phone: Phone) -> int:
        return self._phones[phone].times_rung

    def shown(self, phone: Phone) -> str:
        shown = self._phones[phone].shown
        return f"{shown.number} {shown.name}"

    async def heard(self, phone: Phone) -> HeardInMemory:
        return HeardInMemory(tuple(self._phones[phone].heard))

    def recorded_voice_of(self, phone: Phone, recording: bytes) -> bool:
        with TemporaryDirectory() as directory:
            file = Path(directory) / "recording.wav"
            file.write_bytes(recording)
            return contains_tone(file, VOICE_HZ, HALF_A_SECOND.total_seconds())

    # ---- what may befall our connection

    async def server_disconnects(self) -> None:
        self.telephony.disconnect()

    async def server_reconnects(self) -> None:
        self.telephony.reconnect()

    async def phone_system_restarts(self) -> None:
        self.telephony.restart_phone_system()

    # ---- below

    def _know(self, phone: phones.Phone) -> Phone:
        name = Phone(phone.name)
        if name not in self._phones:
            self._phones[name] = phone
            phone.subscribe(self._note_refusal)
        return name

    def _note_refusal(self, phone: phones.Phone) -> None:
        if phone.state is PhoneState.REFUSED:
            self._refused.add(Phone(phone.name))
        elif phone.state is PhoneState.CALLING:
            self._refused.discard(Phone(phone.name))
