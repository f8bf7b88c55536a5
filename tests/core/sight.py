"""What a check may look at: one step, the ledger of all before it, and what phones were told."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from ringback.core import effects as f
from ringback.core import inputs as i
from ringback.core.events import Fact
from ringback.core.ids import LegId
from ringback.core.world import World

from .ledger import Ledger


class Violation(AssertionError):
    """A property does not hold."""

    def __init__(self, name: str, complaint: str) -> None:
        super().__init__(f"{name}: {complaint}")
        self.name = name


@dataclass
class Orders:
    """What the phone system was told by effects, and what it told of legs."""

    created: dict[LegId, None] = field(default_factory=dict)
    told_to_end: dict[LegId, None] = field(default_factory=dict)
    gone: set[LegId] = field(default_factory=set)
    dials: Counter[LegId] = field(default_factory=Counter)

    def note_report(self, given: i.Input) -> None:
        match given:
            case i.LegEnded() | i.CustomerFailed() | i.AgentPhoneDeclined() | i.AgentPhoneFailed():
                self.gone.add(given.leg_id)
            case i.CallArrived(call_id=call_id):
                self.created[LegId(call_id)] = None
            case i.AgentPhoneAnswered(leg_id=leg_id):
                self.created[leg_id] = None
            case i.PhoneSystemListed(legs=legs):
                listed = {leg.leg_id for leg in legs}
                self.gone |= set(self.created) - listed
                for leg_id in listed:
                    self.created[leg_id] = None
                    self.told_to_end.pop(leg_id, None)
            case _:
                pass

    def note_effect(self, effect: f.Effect) -> None:
        match effect:
            case f.RingAgent() | f.ConnectAgent() | f.DialAgent():
                self.created[effect.leg_id] = None
            case f.DialCustomer(leg_id=leg_id):
                self.created[leg_id] = None
                self.dials[leg_id] += 1
            case f.HangUp(leg_id=leg_id) | f.StopRinging(leg_id=leg_id) | f.TurnAway(leg_id=leg_id):
                self.told_to_end[leg_id] = None
            case f.RejectCall(call_id=call_id):
                self.told_to_end[LegId(call_id)] = None
            case _:
                pass


@dataclass
class Sight:
    """One step, after it was taken."""

    given: i.Input
    at: datetime
    facts: list[Fact]
    effects: list[f.Effect]
    world: World
    replayed: World
    """A second world, which was given the facts alone, one by one."""
    ledger: Ledger
    orders: Orders
    repeated: bool
    """The same report came twice in a row, at the same instant."""
    late: bool
    """The report spoke of something that was over before the step."""
