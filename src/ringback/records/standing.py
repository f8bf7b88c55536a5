"""Where an item stood and what barred it, read again from the facts of its life (R47)."""

from collections.abc import Callable, Sequence
from datetime import datetime

from ringback.core import events as happened
from ringback.core.events import Fact, HoldCause, RequestMode
from ringback.core.ids import AgentId, FlowId, ItemId

from .routing import QueueName

LifeOf = Callable[[ItemId], Sequence[Fact]]
FRONT_CLASS = -1


class Standing:
    """An item at one instant; `fold` takes the facts of its life in order."""

    def __init__(self) -> None:
        self.flow: tuple[FlowId, int] | None = None
        self.queue: QueueName | None = None
        """None while it is between two ring steps, or before the first."""
        self.place = (0, 0)
        self.joined = 0
        """The sequence number at which it came to this queue, wherever it stands there by now."""
        self.joined_at: datetime | None = None
        self.moved_to: AgentId | None = None
        self.is_callback = False
        self.waiting = False
        self.suspended = False
        self.settling = False
        self.holds: dict[HoldCause, None] = {}
        self.declined: dict[AgentId, None] = {}
        self.rung_out: dict[AgentId, None] = {}
        self.rung: dict[AgentId, None] = {}

    @classmethod
    def at(cls, sequence: int, life: Sequence[Fact], life_of: LifeOf) -> "Standing":
        """Read a life up to, and without, the fact of this number."""
        standing = cls()
        for fact in life:
            if fact.sequence >= sequence:
                break
            standing.fold(fact, life_of)
        return standing

    def fold(self, fact: Fact, life_of: LifeOf) -> None:
        """Take in one fact; `life_of` tells of a call whose place is taken over."""
        self._fold_place(fact, life_of)
        self._fold_offers(fact)
        self._fold_bars(fact)

    def _fold_place(self, fact: Fact, life_of: LifeOf) -> None:
        match fact.event:
            case happened.QueueJoined() as event:
                self.flow = (event.flow_id, event.flow_version)
                self.queue = (event.flow_id, event.flow_version, event.step_id)
                self.place = (0 if event.priority else 1, fact.sequence)
                self.joined, self.joined_at = fact.sequence, fact.at
                self.moved_to = None
                self.waiting = True
                self.rung_out = {}
            case happened.StepGivenUp() | happened.MovedToStep():
                self.queue = None
            case happened.OfferAccepted():
                self.waiting = False
            case happened.ReturnedToQueue():
                self.waiting = True
            case happened.CallbackRequested() as event:
                self.is_callback = True
                self.waiting = event.keeps_place and event.mode is RequestMode.AUTOMATED
                self.settling = event.call_id is not None
                self.declined, self.rung_out = {}, {}
            case happened.RequestJoined(takes_place_of_call=True, call_id=str(call_id)):
                self._take_place_of(call_id, fact, life_of)
            case happened.PlaceLent(callback_id=callback_id) if not self.is_callback:
                self._take_place_of(callback_id, fact, life_of)
            case happened.PlaceLent() | happened.PlaceGivenBack() if self.is_callback:
                self.suspended = isinstance(fact.event, happened.PlaceLent)
            case happened.MovedToFront():
                self.place = (FRONT_CLASS, -fact.sequence)
            case happened.MovedToAgent(agent_id=agent_id):
                self.moved_to, self.rung_out = agent_id, {}
            case _:
                pass

    def _take_place_of(self, item_id: ItemId, fact: Fact, life_of: LifeOf) -> None:
        other = Standing.at(fact.sequence, life_of(item_id), life_of)
        self.place, self.joined, self.joined_at = other.place, other.joined, other.joined_at

    def _fold_offers(self, fact: Fact) -> None:
        match fact.event:
            case happened.OffersMade(offers=offers):
                self.rung.update(dict.fromkeys(terms.agent_id for terms in offers))
            case happened.OfferDeclined(agent_id=agent_id):
                self.rung.pop(agent_id, None)
                self.declined[agent_id] = None
            case happened.OffersRangOut(agent_ids=agent_ids):
                self._rung_no_more(agent_ids)
                self.rung_out.update(dict.fromkeys(agent_ids))
            case happened.OffersWithdrawn(agent_ids=agent_ids):
                self._rung_no_more(agent_ids)
            case happened.OfferAccepted():
                self.rung = {}
            case _:
                pass

    def _rung_no_more(self, agent_ids: Sequence[AgentId]) -> None:
        for agent_id in agent_ids:
            self.rung.pop(agent_id, None)

    def _fold_bars(self, fact: Fact) -> None:
        match fact.event:
            case happened.CallbackSettled():
                self.settling = False
            case happened.RequestJoined(call_id=str()):
                self.settling = True
            case happened.CallbackHeld(cause=cause):
                self.holds[cause] = None
            case happened.CallbackReleased(cause=cause):
                self.holds.pop(cause, None)
            case happened.AttemptStarted():
                self.declined = {}
            case happened.FaultSuffered():
                self.rung_out = {}
            case _:
                pass
