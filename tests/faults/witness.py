"""Reads the journal's bytes after every commit and holds what they say to the properties."""

from collections import Counter
from collections.abc import Collection, Sequence

from ringback.core.effects import (
    ConnectAgent,
    DialAgent,
    DialCustomer,
    Effect,
    PlayPrompt,
    RingAgent,
)
from ringback.core.events import Branch, BranchTaken, Fact, HandCallStarted, OffersMade
from ringback.core.flow import HoursStep
from ringback.core.ids import AccountId, CallId, CustomerId, LegId
from ringback.core.inputs import TimePassed
from ringback.core.states import agent_leg
from ringback.core.world import World
from ringback.ports import NumberBook
from ringback.records.book import RecordBook
from ringback.storage.codec import StoredFact, decode_fact
from tests.core.properties import NAMES, Watch
from tests.core.sight import Sight, Violation
from tests.core.world_properties import portrait

from .by_hand import in_paris, wrong_records
from .disk import Disk
from .personal_traces import PersonalTraces
from .trace import Trace

JUDGED_ELSEWHERE = ("S20", "S23", "L1")
"""On the phones, by what may happen once only, and at the end of the life."""
NUMBER_OF_THE_NEIGHBOUR = "+33699999999"
ONCE_ONLY: dict[str, str] = {
    "CallBegan": "call_id",
    "CallEnded": "call_id",
    "CustomerReached": "call_id",
    "CustomerRang": "call_id",
    "DialFailed": "call_id",
    "CallConnected": "agent_leg_id",
    "ConsultationAnswered": "colleague_leg_id",
    "VoicemailLeft": "call_id",
    "AgentPhoneUp": "offer_id",
    "OfferAccepted": "offer_id",
    "OfferDeclined": "offer_id",
    "PromptEnded": "playback_id",
    "CallbackClosed": "callback_id",
}
"""What an event repeated by a phone must not make happen again, and by what it is told apart."""


class Witness:
    """Knows what is on the disk, and nothing of what the server believes."""

    def __init__(
        self, disk: Disk, account_id: AccountId, trace: Trace, traces: PersonalTraces
    ) -> None:
        self.traces = traces
        self._disk = disk
        self._account_id = account_id
        self._trace = trace
        self._watch = Watch([name for name in NAMES if name not in JUDGED_ELSEWHERE])
        self.ledger = self._watch.ledger
        self.rows: list[StoredFact] = []
        self._not_judged: list[Fact] = []
        self._commands: list[Effect] = []
        self._agent_legs: set[LegId] = set()
        self._dials_sent: Counter[LegId] = Counter()
        self._happened: set[tuple[str, str]] = set()
        self._writers: list[object] = []

    @property
    def facts(self) -> list[Fact]:
        return self._watch.facts

    @property
    def replayed(self) -> World:
        """The world that the bytes alone make."""
        return self._watch.replayed

    def read(self) -> None:
        """Read what has been written since, and hold each fact to the properties."""
        for row in self._disk.rows(self._account_id, len(self.rows)):
            fact = decode_fact(self._account_id, row)
            self._trace.note("fact", fact)
            self.rows.append(row)
            self._must_happen_once(fact)
            self._must_take_the_right_branch(fact)
            self._watch.note(fact)
            self.traces.note(fact)
            self._not_judged.append(fact)
            match fact.event:
                case OffersMade(offers=offers):
                    self._agent_legs.update(agent_leg(terms.offer_id) for terms in offers)
                case HandCallStarted(offer_id=offer_id):
                    self._agent_legs.add(agent_leg(offer_id))
                case _:
                    pass

    def commanded(self, effect: Effect) -> None:
        """Hold a command that goes out to what is on the disk at this instant (S1, S4, S7)."""
        self.read()
        self._commands.append(effect)
        match effect:
            case DialCustomer(leg_id=leg_id):
                self._dials_sent[leg_id] += 1
                if not self.dial_intended(leg_id):
                    raise Violation("S4", f"{leg_id} is dialled and the journal knows nothing")
                if self._dials_sent[leg_id] > 1:
                    raise Violation("S4", f"{leg_id} is dialled again")
            case PlayPrompt(playback_id=playback_id, prompt=prompt):
                if playback_id not in self.ledger.playbacks:
                    raise Violation("S1", f"{prompt} plays and the journal knows nothing")
            case RingAgent(leg_id=leg_id) | ConnectAgent(leg_id=leg_id) | DialAgent(leg_id=leg_id):
                if leg_id not in self._agent_legs:
                    raise Violation("S7", f"{leg_id} rings and the journal knows nothing")
            case _:
                pass

    def appended_by(self, writer: object) -> None:
        """Note who has written; whoever was followed by another may not (S22)."""
        if writer in self._writers[:-1]:
            raise Violation("S22", "an append was done after another server's")
        if not self._writers or self._writers[-1] is not writer:
            self._writers.append(writer)

    def dial_intended(self, leg_id: LegId) -> bool:
        return CallId(leg_id.removeprefix("customer-")) in self.ledger.dials

    def committed(self, world: World, facts: Sequence[Fact]) -> None:
        """Hold a commit, its effects and the server's world to the properties."""
        self.read()
        if list(facts) != self._not_judged:
            raise Violation("S21", f"the journal holds {self._not_judged}, and not {facts}")
        for effect in self._commands:
            self._watch.orders.note_effect(effect)
        sight = Sight(
            TimePassed(),
            world.now,
            self._not_judged,
            self._commands,
            world,
            self.replayed,
            self.ledger,
            self._watch.orders,
            repeated=False,
            late=False,
        )
        self._not_judged, self._commands = [], []
        self._watch.judge(sight)

    def answered(self, facts: Sequence[Fact]) -> None:
        """Hold an answer to what is on the disk when it is given (S1)."""
        self.read()
        if facts and facts[-1].sequence > len(self.rows):
            raise Violation("S1", f"{facts[-1]} is answered and the journal knows nothing")

    def started_again(self, world: World, book: NumberBook) -> None:
        """Hold what a start brings back to the bytes: world and customers (S1, S18, S21)."""
        self.read()
        self._not_judged, self._commands = [], []
        rows = self._disk.rows(self._account_id, 0)
        if rows != self.rows:
            raise Violation("S21", "what was written once reads otherwise")
        for part, value in portrait(self.replayed).items():
            if portrait(world)[part] != value:
                raise Violation("S21", f"after a start {part} is {portrait(world)[part]!r}")

        self.traces.hold_tables(self._disk.customers(self._account_id))
        for callback in self.ledger.callbacks.values():
            customer_id = callback.customer_id
            if customer_id is not None and self.traces.knows_no_more(customer_id):
                continue
            number = "" if customer_id is None else book.customer(customer_id).number
            if number is None:
                raise Violation("S18", f"after a start nobody knows the number of {customer_id}")
            if number == NUMBER_OF_THE_NEIGHBOUR:
                raise Violation("S24", f"{callback.id} would call a customer of the neighbour")

    def hold_erasures(
        self, recorded: Collection[CallId], unfinished: Collection[CustomerId]
    ) -> None:
        """Look for whoever was erased in all there is."""
        customers, contents = self._disk.customers(self._account_id), self._disk.contents()
        self.traces.hold_everything(customers, contents, recorded, unfinished)

    def hold_records(self, book: RecordBook) -> None:
        """Hold the server's records to the journal: links and tags, and a book made anew (S14)."""
        for complaint in wrong_records(self.ledger, book):
            raise Violation("S14", complaint)
        again = RecordBook()
        again.fold(self.facts)
        for call in again.calls(len(self.facts)):
            if book.call(call.id) != call:
                raise Violation("S14", f"the record of {call.id} is not that of the journal")
        for callback in again.callbacks(len(self.facts)):
            if book.callback(callback.id) != callback:
                raise Violation("S14", f"the record of {callback.id} is not that of the journal")

    def _must_take_the_right_branch(self, fact: Fact) -> None:
        """R17: opening hours go by the wall clock of Paris, counted out by hand."""
        if not isinstance(fact.event, BranchTaken):
            return
        call = self.ledger.calls[fact.event.call_id]
        flow = self.ledger.flows[call.flow_id, call.flow_version]
        step = next(step for step in flow.steps if step.id == fact.event.step_id)
        if isinstance(step, HoursStep):
            wall = in_paris(fact.at)
            is_open = any(
                period.weekday == wall.weekday() and period.opens <= wall.time() < period.closes
                for period in step.hours.periods
            )
            if fact.event.branch is not (Branch.OPEN if is_open else Branch.CLOSED):
                raise Violation("R17", f"{fact.event.branch} at {wall:%d %B %H:%M}")

    def _must_happen_once(self, fact: Fact) -> None:
        kind = type(fact.event).__name__
        field = ONCE_ONLY.get(kind)
        if field is None:
            return
        named = (kind, str(getattr(fact.event, field)))
        if named in self._happened:
            raise Violation("S23", f"{kind} happens twice to {named[1]}")
        self._happened.add(named)
