"""Facts of a small account, told one after another."""

from datetime import UTC, datetime, timedelta

from ringback.core.events import (
    CallbackRequested,
    CallBegan,
    CallEnded,
    DialIntended,
    Event,
    Fact,
    OfferAccepted,
    OffersMade,
    OfferTerms,
    QueueJoined,
    RequestMode,
)
from ringback.core.ids import (
    AgentId,
    CallbackId,
    CallId,
    CustomerId,
    FlowId,
    LegId,
    LineId,
    OfferId,
    StepId,
)
from ringback.core.outcomes import CallEnding
from ringback.core.settings import CallbackSettings, Destination, NumberKind
from ringback.records.book import RecordBook
from ringback.records.callbacks import CallbackRecord
from ringback.records.calls import CallRecord

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LINE, FLOW, STEP = LineId("london"), FlowId("flow"), StepId("support")
CUSTOMER, TOM, LEA = CustomerId("c1"), AgentId("tom"), AgentId("lea")
INBOUND, OUTBOUND, CALLBACK = CallId("in-1"), CallId("out-1"), CallbackId("cb-1")
ORDINARY = Destination(NumberKind.ORDINARY, "GB")


class Told:
    """A record book and the facts it was told."""

    def __init__(self) -> None:
        self.book = RecordBook()
        self.facts: list[Fact] = []
        self.now = START

    def after(self, seconds: float) -> "Told":
        self.now += timedelta(seconds=seconds)
        return self

    def tell(self, *events: Event) -> "Told":
        for event in events:
            fact = Fact(len(self.facts) + 1, self.now, "test", "phone", event)
            self.facts.append(fact)
            self.book.fold([fact])
        return self

    def call(self, call_id: CallId = INBOUND) -> CallRecord:
        record = self.book.call(call_id)
        assert record is not None
        return record

    def callback(self, callback_id: CallbackId = CALLBACK) -> CallbackRecord:
        record = self.book.callback(callback_id)
        assert record is not None
        return record

    def requested(
        self,
        call_id: CallId = INBOUND,
        *,
        retries: int = 0,
        mode: RequestMode = RequestMode.AUTOMATED,
    ) -> "Told":
        """Let a caller wait ten seconds, ask, and be gone seven seconds later."""
        self.tell(began(call_id), QueueJoined(call_id, FLOW, 1, STEP, False)).after(10)
        self.tell(request(call_id, retries=retries, mode=mode)).after(7)
        return self.tell(CallEnded(call_id, CallEnding.CALLBACK_REQUESTED))

    def accepted(self, agent_id: AgentId = TOM) -> "Told":
        """Let a card ring for two seconds, then be accepted."""
        self.tell(rung(agent_id)).after(2)
        return self.tell(OfferAccepted(OfferId(f"o-{agent_id}"), agent_id, CALLBACK))

    def dialled(self, call_id: CallId = OUTBOUND, agent_id: AgentId = TOM) -> "Told":
        leg, agent_leg = LegId(f"customer-{call_id}"), LegId(f"agent-{agent_id}")
        return self.tell(DialIntended(CALLBACK, call_id, leg, agent_id, agent_leg, "allowed"))


def began(call_id: CallId, customer_id: CustomerId | None = CUSTOMER) -> CallBegan:
    return CallBegan(call_id, LINE, customer_id, ORDINARY, FLOW, 1)


def rung(*agent_ids: AgentId) -> OffersMade:
    terms = (OfferTerms(OfferId(f"o-{agent_id}"), agent_id, None) for agent_id in agent_ids)
    return OffersMade(CALLBACK, tuple(terms))


def request(
    call_id: CallId,
    callback_id: CallbackId = CALLBACK,
    *,
    retries: int = 0,
    mode: RequestMode = RequestMode.AUTOMATED,
) -> CallbackRequested:
    return CallbackRequested(
        callback_id=callback_id,
        call_id=call_id,
        line_id=LINE,
        customer_id=CUSTOMER,
        destination=ORDINARY,
        mode=mode,
        settings=CallbackSettings(retries=retries),
        priority=False,
        flow_id=FLOW,
        flow_version=1,
        step_id=STEP,
        keeps_place=mode is RequestMode.AUTOMATED,
    )
