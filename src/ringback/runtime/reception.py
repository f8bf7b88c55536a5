"""Takes in what comes with a number: which line, which customer, what kind of number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ringback.core.events import CustomerErased, Fact
from ringback.core.ids import LineId
from ringback.core.inputs import CallArrived, RequestCallback, TransferToNumber
from ringback.core.policy import why_not_callable
from ringback.core.settings import NumberKind
from ringback.core.world import World
from ringback.ports import CallbackWanted, Customer, IncomingCall, OutsideTransfer

from .customers import CustomerRegister
from .numbers import INVALID, WITHHELD, read_international, read_number


@dataclass(frozen=True, slots=True)
class Admission:
    """What became of an incoming call, or of a number that somebody has typed.

    `taken` is None when nobody answers at the dialled number; `customer` is what has to be
    stored in the same commit.
    """

    taken: CallArrived | TransferToNumber | RequestCallback | None
    customer: Customer | None = None


class Reception:
    """Knows the numbers of the lines; `line_numbers` are in E.164."""

    def __init__(
        self,
        *,
        world: World,
        customers: CustomerRegister,
        line_numbers: Mapping[LineId, str],
    ) -> None:
        self._world = world
        self._customers = customers
        self._lines = {number: line_id for line_id, number in line_numbers.items()}

    def admit(self, content: IncomingCall | OutsideTransfer | CallbackWanted) -> Admission:
        """Replace numbers by references: to the line, and to the customer who has one (R10)."""
        match content:
            case IncomingCall():
                return self._call(content)
            case OutsideTransfer():
                return self._transfer(content)
            case CallbackWanted():
                return self._request(content)

    def _call(self, incoming: IncomingCall) -> Admission:
        line_id = self._line_at(incoming.dialled_number)
        line = None if line_id is None else self._world.lines.get(line_id)
        if line is None:
            return Admission(taken=None)
        caller = WITHHELD
        if not incoming.withheld:
            caller = read_number(incoming.caller_number, line.country)
        customer_id, to_store = None, None
        if caller.written is not None:
            customer_id, to_store = self._customers.welcome(caller.written, incoming.caller_name)
        arrival = CallArrived(
            call_id=incoming.call_id,
            line_id=line.id,
            customer_id=customer_id,
            destination=caller.destination,
        )
        return Admission(arrival, to_store)

    def _transfer(self, wish: OutsideTransfer) -> Admission:
        """Find whose number an agent has typed (R30); one that cannot be called is nobody's."""
        read = read_international(wish.number)
        customer_id, to_store = None, None
        agent = self._world.agents.get(wish.agent_id)
        in_call = agent is not None and agent.call_id is not None
        if in_call and read.written and read.destination.kind is NumberKind.ORDINARY:
            customer_id, to_store = self._customers.welcome(read.written, None)
        return Admission(TransferToNumber(wish.agent_id, customer_id, read.destination), to_store)

    def forgotten(self, facts: Sequence[Fact]) -> Sequence[Customer]:
        """Forget who was erased; give what has to be stored in the same commit."""
        events = (fact.event for fact in facts)
        return [
            self._customers.erase(event.customer_id)
            for event in events
            if isinstance(event, CustomerErased)
        ]

    def _request(self, wanted: CallbackWanted) -> Admission:
        """Say whom to call back, and what has to be stored; nobody is kept who cannot be called."""
        line = self._world.lines.get(wanted.line_id)
        if line is None:
            return Admission(RequestCallback(wanted.line_id, None, INVALID.destination))
        called = read_number(wanted.number, line.country)
        if called.written is None or why_not_callable(line, called.destination) is not None:
            return Admission(RequestCallback(line.id, None, called.destination))
        customer_id, to_store = self._customers.welcome(called.written, wanted.name)
        return Admission(RequestCallback(line.id, customer_id, called.destination), to_store)

    def _line_at(self, dialled: str) -> LineId | None:
        countries = dict.fromkeys(line.country for line in self._world.lines.values())
        for country in countries:
            written = read_number(dialled, country).written
            if written in self._lines:
                return self._lines[written]
        return None
