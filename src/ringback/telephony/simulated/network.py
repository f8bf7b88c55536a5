"""The simulated phone network: customers' and agents' phones, the trunk, and calls between them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from ringback.core.effects import ConnectAgent, DialAgent, DialCustomer, DialOutside, RingAgent
from ringback.core.ids import AgentId, CallId, LegId
from ringback.core.inputs import (
    AgentConnected,
    AgentConnectionLost,
    AgentFailureCause,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    CustomerFailed,
    CustomerRinging,
    DigitPressed,
    FailureCause,
    LegEnded,
    LegState,
)
from ringback.core.settings import PhoneKind
from ringback.ports import IncomingCall, NumberBook, Presentation, TelephonyReport

from .legs import Leg, LegKind
from .manners import BY_HAND, Answers, ByHand, Fails, IsBusy, Manner, Rejects
from .phone_system import PhoneSystem
from .phones import NOBODY, Phone, PhoneState
from .scheduler import Handler, Scheduler
from .sounds import BUSY_TONE, RINGING_TONE

AGENT_SETUP = timedelta(milliseconds=50)
CUSTOMER_SETUP = timedelta(milliseconds=200)
SELF_ANSWER = timedelta(milliseconds=100)
AGENT_RINGS_FOR_MAX = timedelta(seconds=120)
UNPLUGGED_NOTICED_AFTER = timedelta(seconds=5)
BUSY_TONE_LASTS = timedelta(seconds=3)
NAME_LENGTH_MAX = 200


@dataclass(slots=True)
class Trunk:
    """The way to the public network, and its faults."""

    channels: int | None = None
    """How many calls it carries at once; none means enough."""
    is_failing: bool = False
    failure_share: float = 0.0
    """How many of the outbound calls fail by chance."""


def unknown_number(_number: str) -> Manner:
    return Fails(FailureCause.INVALID_NUMBER)


class PhoneNetwork:
    """All phones and the phone system between them; one seed gives one course of events.

    `name` begins the ids of inbound calls: it must differ from run to run where a journal outlives
    the network. `manner_of_strangers` decides how numbers nobody has spoken of are met.
    """

    def __init__(
        self,
        scheduler: Scheduler,
        book: NumberBook,
        *,
        seed: int,
        name: str,
        trunk: Trunk | None = None,
        manner_of_strangers: Callable[[str], Manner] = unknown_number,
    ) -> None:
        self.scheduler = scheduler
        self.trunk = trunk or Trunk()
        self.system = PhoneSystem(scheduler, book, self._report)
        self.outlet: Callable[[TelephonyReport], None] | None = None
        self.agents: dict[AgentId, Phone] = {}
        self.desk_agents: list[AgentId] = []
        self._book = book
        self._name = name
        self._chance = Random(seed)
        self._manner_of_strangers = manner_of_strangers
        self._customers: dict[str, Phone] = {}
        self._calls = 0

    def now(self) -> datetime:
        return self.scheduler.now()

    # ---- phones

    def customer(self, number: str) -> Phone:
        """Give the phone which a number rings."""
        if number not in self._customers:
            manner = self._manner_of_strangers(number)
            self._customers[number] = Phone(number, number, self, manner)
        return self._customers[number]

    def new_customer(self, number: str, manner: Manner = BY_HAND) -> Phone:
        """Add another phone with a number; from now on the number rings this one."""
        phone = Phone(f"{number}#{len(self._customers)}", number, self, manner)
        self._customers[number] = phone
        return phone

    def add_agent(
        self,
        agent_id: AgentId,
        kind: PhoneKind,
        manner: Manner = BY_HAND,
    ) -> Phone:
        """Give an agent a phone, plugged in. Added again, the agent keeps the one there is."""
        if agent_id not in self.agents:
            self.agents[agent_id] = Phone(str(agent_id), None, self, manner)
        is_desk = agent_id in self.desk_agents
        if kind is PhoneKind.DESK and not is_desk:
            self.desk_agents.append(agent_id)
        elif kind is PhoneKind.BROWSER and is_desk:
            self.desk_agents.remove(agent_id)
        return self.agents[agent_id]

    def unplug(self, agent_id: AgentId) -> None:
        """Take an agent's phone out of the network; a leg on it ends a little later."""
        phone = self.agents[agent_id]
        if not phone.is_plugged:
            return
        phone.is_plugged = False
        if agent_id in self.desk_agents:
            self._report(AgentConnectionLost(agent_id))
        if leg := self.system.leg_of_phone(phone):
            self._after(UNPLUGGED_NOTICED_AFTER, leg, lambda: self._lose(leg))

    def plug(self, agent_id: AgentId) -> None:
        phone = self.agents[agent_id]
        if not phone.is_plugged:
            phone.is_plugged = True
            if agent_id in self.desk_agents:
                self._report(AgentConnected(agent_id))

    def unplugged_desk_agents(self) -> tuple[AgentId, ...]:
        return tuple(agent for agent in self.desk_agents if not self.agents[agent].is_plugged)

    # ---- calls

    def call_in(
        self, phone: Phone, line_number: str, name: str | None = None, *, withheld: bool = False
    ) -> None:
        """Let an idle phone call a line. Without a free channel it hears the busy signal."""
        if phone.state is not PhoneState.IDLE:
            return
        phone.start_calling(Presentation(line_number, None))
        if self._is_trunk_full() or self.trunk.is_failing:
            self._refuse(phone)
            return
        self._calls += 1
        leg = Leg(LegId(f"{self._name}-{self._calls}"), LegKind.INBOUND, phone)
        self.system.add(leg)
        self.system.attach(leg)
        phone.hear(RINGING_TONE)
        leg.arrival = IncomingCall(
            call_id=leg.call_id,
            dialled_number=line_number,
            caller_number=None if withheld else phone.number,
            caller_name=None if withheld else _printable(name),
            withheld=withheld or phone.number is None,
        )
        self._report(leg.arrival)

    def reject(self, call_id: CallId) -> None:
        if leg := self.system.legs.get(LegId(call_id)):
            is_waiting, phone = leg.state is LegState.RINGING, leg.phone
            self.system.end(leg, LegEnded(leg.id))
            if is_waiting:
                self._refuse(phone)

    def call_agent(self, effect: RingAgent | ConnectAgent) -> None:
        if effect.leg_id in self.system.legs:
            return
        phone = self.agents.get(effect.agent_id)
        if phone is None:
            self._report(AgentPhoneFailed(effect.leg_id, AgentFailureCause.UNREACHABLE))
            return
        leg = Leg(effect.leg_id, LegKind.AGENT, phone)
        leg.answers_by_itself = isinstance(effect, ConnectAgent)
        self.system.add(leg)
        line = self._book.line(effect.line_id)
        customer = self._book.customer(effect.customer_id) if effect.customer_id else NOBODY
        shown = Presentation(customer.number, " · ".join(filter(None, (customer.name, line.name))))
        self._after(AGENT_SETUP, leg, lambda: self._reach(leg, shown))
        self._after(AGENT_RINGS_FOR_MAX, leg, lambda: self._fail(leg, AgentFailureCause.NO_ANSWER))

    def dial_agent(self, effect: DialAgent) -> None:
        """Dial an agent's outside number: there is a phone, and it rings unless told otherwise."""
        if effect.leg_id in self.system.legs:
            return
        number = self._book.outside_number(effect.agent_id)
        is_carried = not self._is_trunk_full() and not self._trunk_fails()
        if number is None or not is_carried:
            self._report(AgentPhoneFailed(effect.leg_id, AgentFailureCause.FAULT))
            return
        phone = self._customers.get(number) or self.new_customer(number)
        leg = Leg(effect.leg_id, LegKind.AGENT, phone)
        leg.is_outside = True
        self.system.add(leg)
        shown = Presentation(self._book.line(effect.line_id).number, None)
        self._after(CUSTOMER_SETUP, leg, lambda: self._reach(leg, shown))
        self._after(AGENT_RINGS_FOR_MAX, leg, lambda: self._fail(leg, AgentFailureCause.NO_ANSWER))

    def dial_customer(self, effect: DialCustomer) -> None:
        if effect.leg_id in self.system.legs:
            return
        number = self._book.customer(effect.customer_id).number
        agent_leg = self.system.legs.get(effect.agent_leg_id)
        if agent_leg:
            agent_leg.dialled.add(effect.leg_id)
        self._dial(effect, number, agent_leg)

    def dial_outside(self, effect: DialOutside) -> None:
        if effect.leg_id not in self.system.legs:
            number: str | None = effect.number
            if effect.customer_id is not None:
                number = self._book.customer(effect.customer_id).number
            self._dial(effect, number, None)

    def _dial(
        self, effect: DialCustomer | DialOutside, number: str | None, agent_leg: Leg | None
    ) -> None:
        """Call a number through the trunk, showing the line's; an agent may hear it ring."""
        is_carried = not self._is_trunk_full() and not self._trunk_fails()
        phone = self.customer(number) if number else Phone("nobody", None, self, unknown_number(""))
        leg = Leg(effect.leg_id, LegKind.CUSTOMER, phone)
        self.system.add(leg)
        shown = Presentation(self._book.line(effect.line_id).number, None)
        if is_carried:
            self._after(CUSTOMER_SETUP, leg, lambda: self._reach(leg, shown, agent_leg))
            self._after(effect.ring_for, leg, lambda: self._fail(leg, FailureCause.NO_ANSWER))
        else:
            self._after(CUSTOMER_SETUP, leg, lambda: self._fail(leg, FailureCause.TRUNK))

    def stop_ringing(self, leg_id: LegId) -> None:
        leg = self.system.legs.get(leg_id)
        if leg and leg.state is LegState.RINGING:
            self.system.end(leg)

    def hang_up(self, leg_id: LegId) -> None:
        if leg := self.system.legs.get(leg_id):
            self._end(leg)

    def restart(self) -> None:
        """Let the phone system die with all its calls and come back empty."""
        self.system.end_all()

    # ---- what phones do

    def phone_answered(self, phone: Phone) -> None:
        if (leg := self.system.leg_of_phone(phone)) and phone.is_plugged:
            self.system.go_up(leg)

    def phone_rejected(self, phone: Phone) -> None:
        if leg := self.system.leg_of_phone(phone):
            self._decline(leg)

    def phone_hung_up(self, phone: Phone) -> None:
        if leg := self.system.leg_of_phone(phone):
            self.system.end(leg, LegEnded(leg.id))

    def phone_pressed(self, phone: Phone, digit: str) -> None:
        leg = self.system.leg_of_phone(phone)
        if leg and leg.kind is not LegKind.CUSTOMER:
            self._report(DigitPressed(leg.id, digit))

    # ---- below

    def _report(self, report: TelephonyReport) -> None:
        if self.outlet:
            self.outlet(report)

    def _after(self, delay: timedelta, leg: Leg, handler: Handler) -> None:
        leg.timers.append(self.scheduler.call_later(delay, handler))

    def _reach(self, leg: Leg, shown: Presentation, agent_leg: Leg | None = None) -> None:
        """Ring the phone, unless its manner or the network has another answer."""
        phone = leg.phone
        manner = BY_HAND if leg.answers_by_itself else phone.manner
        if not phone.is_plugged:
            self._fail(leg, AgentFailureCause.UNREACHABLE)
        elif isinstance(phone.manner, Fails):
            self._fail(leg, phone.manner.cause)
        elif phone.state is not PhoneState.IDLE or isinstance(manner, IsBusy):
            self._decline(leg, is_busy=True)
        else:
            self.system.attach(leg)
            phone.start_ringing(shown)
            if leg.kind is LegKind.CUSTOMER:
                self._report(CustomerRinging(leg.id))
            if agent_leg and agent_leg.id in self.system.legs:
                self.system.let_hear_ringing(agent_leg, leg)
            self._follow(leg, Answers(SELF_ANSWER) if leg.answers_by_itself else manner)

    def _follow(self, leg: Leg, manner: Manner) -> None:
        match manner:
            case Answers(after=after):
                self._after(after, leg, leg.phone.answer)
            case Rejects(after=after):
                self._after(after, leg, leg.phone.reject)
            case ByHand() | IsBusy() | Fails():
                pass

    def _decline(self, leg: Leg, *, is_busy: bool = False) -> None:
        if leg.kind is LegKind.CUSTOMER:
            self._fail(leg, FailureCause.BUSY if is_busy else FailureCause.REJECTED)
        elif leg.answers_by_itself:
            self._fail(leg, AgentFailureCause.UNREACHABLE)
        else:
            self.system.end(leg, AgentPhoneDeclined(leg.id))

    def _fail(self, leg: Leg, cause: FailureCause | AgentFailureCause) -> None:
        if isinstance(cause, FailureCause) and leg.kind is LegKind.CUSTOMER:
            self.system.end(leg, CustomerFailed(leg.id, cause))
        elif isinstance(cause, FailureCause):
            fault, unreachable = AgentFailureCause.FAULT, AgentFailureCause.UNREACHABLE
            agent_cause = fault if cause is FailureCause.TRUNK else unreachable
            self.system.end(leg, AgentPhoneFailed(leg.id, agent_cause))
        else:
            self.system.end(leg, AgentPhoneFailed(leg.id, cause))

    def _lose(self, leg: Leg) -> None:
        if leg.state is LegState.RINGING:
            self._fail(leg, AgentFailureCause.UNREACHABLE)
        else:
            self._end(leg)

    def _end(self, leg: Leg) -> None:
        """End a leg by our wish; one that was never up says so in the words of its kind."""
        if leg.state is LegState.UP or leg.kind is LegKind.INBOUND:
            self.system.end(leg, LegEnded(leg.id))
        elif leg.kind is LegKind.AGENT:
            self._fail(leg, AgentFailureCause.NO_ANSWER)
        else:
            self._fail(leg, FailureCause.NO_ANSWER)

    def _refuse(self, phone: Phone) -> None:
        phone.refuse(BUSY_TONE)

        def give_up() -> None:
            if phone.state is PhoneState.REFUSED:
                phone.end()

        self.scheduler.call_later(BUSY_TONE_LASTS, give_up)

    def _is_trunk_full(self) -> bool:
        if self.trunk.channels is None:
            return False
        carried = sum(
            leg.kind is not LegKind.AGENT or leg.is_outside for leg in self.system.legs.values()
        )
        return carried >= self.trunk.channels

    def _trunk_fails(self) -> bool:
        return self._chance.random() < self.trunk.failure_share or self.trunk.is_failing


def _printable(name: str | None) -> str | None:
    kept = "".join(mark for mark in name or "" if mark.isprintable())[:NAME_LENGTH_MAX]
    return kept or None
