"""Takes in calls from the phone network: which line, which customer, what kind of number."""

from collections.abc import Mapping
from dataclasses import dataclass

from ringback.core.ids import LineId
from ringback.core.inputs import CallArrived
from ringback.core.world import World
from ringback.ports import Customer, IncomingCall

from .customers import CustomerRegister
from .numbers import WITHHELD, read_number


@dataclass(frozen=True, slots=True)
class Admission:
    """What became of an incoming call.

    `arrival` is None when nobody answers at the dialled number; `customer` is what has to be
    stored in the same commit.
    """

    arrival: CallArrived | None
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

    def admit(self, incoming: IncomingCall) -> Admission:
        """Say which line, customer and kind of number a call is (R10)."""
        line_id = self._line_at(incoming.dialled_number)
        line = None if line_id is None else self._world.lines.get(line_id)
        if line is None:
            return Admission(arrival=None)
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

    def _line_at(self, dialled: str) -> LineId | None:
        countries = dict.fromkeys(line.country for line in self._world.lines.values())
        for country in countries:
            written = read_number(dialled, country).written
            if written in self._lines:
                return self._lines[written]
        return None
