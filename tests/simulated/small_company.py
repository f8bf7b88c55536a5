"""A small company on a simulated network: one line, two desks, and a server of very few rules."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from ringback.core.effects import (
    AnswerCall,
    DialCustomer,
    Effect,
    HangUp,
    Join,
    RingAgent,
    StartMusic,
)
from ringback.core.ids import AgentId, CallId, CustomerId, LegId, LineId, OfferId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    CustomerAnswered,
    CustomerFailed,
    DigitPressed,
    LegEnded,
)
from ringback.core.settings import PhoneKind
from ringback.ports import IncomingCall, Presentation, TelephonyReport
from ringback.telephony.simulated.manners import Answers, Habits
from ringback.telephony.simulated.network import PhoneNetwork, Trunk
from ringback.telephony.simulated.phones import Phone
from ringback.telephony.simulated.scheduler import VirtualScheduler
from ringback.telephony.simulated.telephony import SimulatedTelephony

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
LINE = LineId("line-1")
LINE_NUMBER = "+33140000000"
AGENTS = (AgentId("agent-1"), AgentId("agent-2"))


class NumbersAsIds:
    """A number book in which a customer's id is the customer's number."""

    def customer(self, customer_id: CustomerId) -> Presentation:
        return Presentation(str(customer_id), None)

    def line(self, line_id: LineId) -> Presentation:
        return Presentation(LINE_NUMBER, "Support")

    def outside_number(self, agent_id: AgentId) -> str | None:
        return None

    def agent(self, agent_id: AgentId) -> Presentation:
        return Presentation(None, str(agent_id))

    def prompt(self, prompt: str) -> Path:
        return Path("/no/such/recording") / prompt


class SmallCompany:
    """Answers calls with music; on a key it hangs up and calls back from one desk or the other.

    Unless calls are served, it only listens, and a test is the server.
    """

    def __init__(self, seed: int, trunk: Trunk | None = None, *, is_served: bool) -> None:
        self.is_served = is_served
        self.scheduler = VirtualScheduler(START)
        self.chance = Random(seed)
        habits = Habits(talk_for_max=timedelta(seconds=90))
        self.network = PhoneNetwork(
            self.scheduler,
            NumbersAsIds(),
            seed=seed,
            name="call",
            trunk=trunk,
            manner_of_strangers=lambda _: habits.draw(self.chance),
        )
        self.telephony = SimulatedTelephony(self.network)
        self.trace: list[tuple[datetime, TelephonyReport]] = []
        self._numbers: dict[CallId, CustomerId] = {}
        self._partner: dict[LegId, LegId] = {}
        for agent_id in AGENTS:
            self.network.add_agent(agent_id, PhoneKind.DESK, Answers(timedelta(seconds=3)))

    def work_through(self, calls: int) -> None:
        """Let customers call over half an hour and press a key; then see everything out."""
        for serial in range(calls):
            phone = self.network.customer(f"+336000000{serial:02}")
            at = START + timedelta(seconds=self.chance.uniform(1, 1800))
            self._follow_caller(phone, at, timedelta(seconds=self.chance.uniform(1, 60)))
        self.scheduler.advance(timedelta(hours=2))

    def receive(self, report: TelephonyReport) -> None:
        self.trace.append((self.scheduler.now(), report))
        if self.is_served:
            self.telephony.perform(self._answer_to(report))

    def _follow_caller(self, phone: Phone, at: datetime, wait: timedelta) -> None:
        self.scheduler.call_at(at, lambda: self.network.call_in(phone, LINE_NUMBER))
        self.scheduler.call_at(at + wait, lambda: phone.press("*"))

    def _answer_to(self, report: TelephonyReport) -> list[Effect]:
        match report:
            case IncomingCall(call_id=call_id, caller_number=str(number)):
                self._numbers[call_id] = CustomerId(number)
                return [AnswerCall(call_id), StartMusic(LegId(call_id), "waiting")]
            case DigitPressed(leg_id):
                call_id = CallId(leg_id)
                agent_id = AGENTS[len(self._partner) % len(AGENTS)]
                customer_id = self._numbers[call_id]
                agent_leg = LegId(f"agent-{call_id}")
                ring = RingAgent(agent_leg, agent_id, OfferId(call_id), customer_id, LINE, True)
                return [HangUp(leg_id), ring]
            case AgentPhoneAnswered(leg_id):
                customer_leg = LegId(leg_id.replace("agent", "customer"))
                self._partner |= {leg_id: customer_leg, customer_leg: leg_id}
                customer_id = self._numbers[CallId(leg_id.removeprefix("agent-"))]
                ring_for = timedelta(seconds=45)
                return [DialCustomer(customer_leg, leg_id, customer_id, LINE, ring_for)]
            case CustomerAnswered(leg_id):
                return [Join(CallId(leg_id), self._partner[leg_id], leg_id)]
            case CustomerFailed(leg_id) | LegEnded(leg_id) if leg_id in self._partner:
                return [HangUp(self._partner[leg_id])]
            case _:
                return []
