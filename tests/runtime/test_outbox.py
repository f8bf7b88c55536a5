"""What leaves the outbox, and in which order."""

from collections.abc import Sequence

from ringback.core.effects import Effect, HangUp, Join, RingAgent
from ringback.core.ids import AgentId, CallId, CustomerId, LegId, LineId, OfferId
from ringback.runtime.outbox import Outbox
from ringback.telephony.simulated.telephony import SimulatedTelephony

CALLER = HangUp(LegId("call-7"))
CUSTOMER = HangUp(LegId("customer-o8"))
AGENT = HangUp(LegId("agent-3-1"))
RING = RingAgent(
    LegId("agent-9-1"),
    AgentId("lea"),
    OfferId("9-1"),
    CustomerId("c1"),
    LineId("paris"),
    callback=False,
)
JOIN = Join(CallId("call-8"), LegId("agent-5-1"), LegId("call-8"))


class Phones(SimulatedTelephony):
    """Phones that only remember what they are asked for."""

    def __init__(self) -> None:
        self.asked: list[Effect] = []

    def perform(self, effects: Sequence[Effect]) -> None:
        self.asked += effects


def test_next_call_of_an_agent_goes_before_the_hang_up_of_the_last_caller() -> None:
    """L2: what an agent who became free waits for is not held up by what nobody waits for."""
    phones = Phones()
    outbox = Outbox(phones)

    outbox.hold([CALLER, AGENT, RING])
    outbox.hold([CUSTOMER, JOIN])
    outbox.let_out()

    assert phones.asked == [AGENT, RING, JOIN, CALLER, CUSTOMER]


def test_own_leg_of_an_agent_ends_before_the_phone_rings_again() -> None:
    """R19: a phone that is still in a call would refuse the next one."""
    phones = Phones()
    outbox = Outbox(phones)

    outbox.hold([AGENT, RING])
    outbox.let_out()

    assert phones.asked == [AGENT, RING]
