"""A second bookkeeping of an account, knowing nothing of the core's; `folding` fills it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from ringback.core import events as e
from ringback.core.flow import AgentTarget, Flow, RingRule, RingStep, Step
from ringback.core.ids import (
    AgentId,
    AlertId,
    CallbackId,
    CallId,
    CustomerId,
    FlowId,
    ItemId,
    LegId,
    LineId,
    OfferId,
    PlaybackId,
    StepId,
    TagId,
    TeamId,
)
from ringback.core.outcomes import CallEnding, Outcome
from ringback.core.settings import (
    AccountSettings,
    AgentProfile,
    AgentStatus,
    Line,
    OwnTag,
    PhoneKind,
    Team,
)
from ringback.core.states import Standing, agent_leg

QueueName = tuple[FlowId, int, StepId]
Place = tuple[int, int]


@dataclass
class AgentNote:
    """What the facts tell of an agent."""

    profile: AgentProfile
    status: AgentStatus = AgentStatus.OFFLINE
    missing: bool = False
    given_up: bool = False
    off_duty: bool = False
    wrapping_up: bool = False
    correctable: CallbackId | None = None
    call_id: CallId | None = None
    ring_outs_in_row: int = 0


@dataclass
class OfferNote:
    """An agent being rung, or having accepted and not yet in a call."""

    id: OfferId
    item_id: ItemId
    agent_id: AgentId
    made_at: datetime
    accepted: bool = False
    by_hand: bool = False
    phone: PhoneKind = PhoneKind.BROWSER
    """What the agent's phone was when the offer was made."""
    limited: bool = False


@dataclass
class ItemNote:
    """What may stand in a queue."""

    id: ItemId
    flow_id: FlowId
    flow_version: int
    line_id: LineId
    customer_id: CustomerId | None
    priority: bool
    queue: QueueName | None = None
    place: Place | None = None
    moved_to: AgentId | None = None
    """The one agent whom the step rings for it, by a supervisor's hand."""
    waiting: bool = False
    placed_by: str = ""
    declined: set[AgentId] = field(default_factory=set)
    rung_out: set[AgentId] = field(default_factory=set)


@dataclass
class CallNote(ItemNote):
    """An inbound call."""

    asked: bool = False
    ending: CallEnding | None = None
    playing: PlaybackId | None = None
    agent_leg_id: LegId | None = None
    colleague_leg_id: LegId | None = None
    """Of the colleague whom the agent consults, and who talks to the agent."""
    consults: bool = False
    """Whether the agent consults a colleague, from the colleague's first ring on."""
    outside_leg_id: LegId | None = None
    answered: int | None = None
    first_to_ring: AgentId | None = None
    in_menu: bool = False
    leg_id: LegId | None = None
    """The customer's leg, where it does not bear the call's id."""
    transfers: int = 0
    own_steps: tuple[Step, ...] = ()
    """What an agent who transferred the call has added to its flow."""


@dataclass
class CallbackNote(ItemNote):
    """A callback, also after its end."""

    request: e.CallbackRequested = field(kw_only=True)
    requested: int = field(kw_only=True)
    settled: bool = False
    holds: set[e.HoldCause] = field(default_factory=set)
    attempt_number: int = 1
    faults: int = 0
    outcome: Outcome | None = None
    corrections: int = 0
    inbound_call_ids: list[CallId] = field(default_factory=list)
    lent_to: CallId | None = None
    """The call of the same customer that stands in its place (R37)."""
    follow_up: bool = False
    """Failed or not reached, and neither reached since nor dismissed."""
    claimed_by: AgentId | None = None
    called_by: AgentId | None = None
    """The agent who is calling by hand at this moment."""


@dataclass
class DialNote:
    """One outbound call."""

    intended: e.DialIntended
    at: datetime
    failed: e.DialFailed | None = None
    reached: bool = False
    ended: bool = False
    by_hand: bool = False
    handed_on: bool = False
    """Whether the agent transferred the call, and is not in it any more."""


@dataclass
class SeriesNote:
    """The failures of a line since a callback was served there last."""

    failures: int = 0
    raised: set[e.AlertKind] = field(default_factory=set)


class Ledger:
    """Everything that became true, in the plainest form."""

    def __init__(self) -> None:
        self.sequence = 0
        self.phones_reachable = True
        self.settings = AccountSettings()
        self.series: dict[LineId, SeriesNote] = {}
        self.alerts: dict[AlertId, e.AlertRaised] = {}
        self.lines: dict[LineId, Line] = {}
        self.tags: dict[TagId, OwnTag] = {}
        self.teams: dict[TeamId, Team] = {}
        self.flows: dict[tuple[FlowId, int], Flow] = {}
        self.agents: dict[AgentId, AgentNote] = {}
        self.offers: dict[OfferId, OfferNote] = {}
        self.calls: dict[CallId, CallNote] = {}
        self.callbacks: dict[CallbackId, CallbackNote] = {}
        self.dials: dict[CallId, DialNote] = {}
        self.playbacks: set[PlaybackId | None] = set()
        self.on_hold: set[CallId] = set()
        self.said: dict[LegId, PlaybackId] = {}
        """What is being said on a leg before a conversation."""

    # ---- questions -------------------------------------------------------------------------

    def item(self, item_id: ItemId) -> CallNote | CallbackNote:
        call = self.calls.get(item_id)  # type: ignore[arg-type]
        return call if call is not None else self.callbacks[item_id]  # type: ignore[index]

    def call_on(self, leg_id: LegId) -> CallNote | None:
        """Find the live call, come in or transferred, whose customer's leg this is."""
        return next(
            (
                call
                for call in self.calls.values()
                if call.ending is None and leg_id == (call.leg_id or LegId(call.id))
            ),
            None,
        )

    def waiting_items(self) -> Iterator[CallNote | CallbackNote]:
        yield from (call for call in self.calls.values() if call.waiting)
        yield from (callback for callback in self.callbacks.values() if callback.waiting)

    def ring_step(self, item: ItemNote) -> RingStep:
        assert item.queue is not None
        flow_id, version, step_id = item.queue
        flow = self.flows[flow_id, version]
        own = item.own_steps if isinstance(item, CallNote) else ()
        step = next(step for step in (*flow.steps, *own) if step.id == step_id)
        assert isinstance(step, RingStep)
        return step if item.moved_to is None else replace(step, target=AgentTarget(item.moved_to))

    def members(self, step: RingStep) -> tuple[AgentId, ...]:
        if isinstance(step.target, AgentTarget):
            return (step.target.agent_id,)
        return self.teams[step.target.team_id].members

    def is_listed(self, callback: CallbackNote) -> bool:
        """Tell whether a callback is there to be called by hand, and nobody is doing so."""
        manual = callback.request.mode is e.RequestMode.MANUAL and callback.outcome is None
        return (manual or callback.follow_up) and callback.called_by is None

    def offers_for(self, item_id: ItemId) -> list[OfferNote]:
        return [offer for offer in self.offers.values() if offer.item_id == item_id]

    def offers_to(self, agent_id: AgentId) -> list[OfferNote]:
        return [offer for offer in self.offers.values() if offer.agent_id == agent_id]

    def standing(self, agent_id: AgentId) -> Standing:
        """R19, read again."""
        agent = self.agents[agent_id]
        offers = self.offers_to(agent_id)
        if agent.status is not AgentStatus.ONLINE or agent.off_duty:
            return Standing.ABSENT
        if agent.call_id or agent.wrapping_up or any(offer.accepted for offer in offers):
            return Standing.BUSY
        if self.is_missed(agent_id):
            return Standing.ABSENT if agent.given_up else Standing.BUSY
        return Standing.RUNG if offers else Standing.AVAILABLE

    def is_missed(self, agent_id: AgentId) -> bool:
        """Tell whether a lost connection counts: an outside phone has none to lose."""
        agent = self.agents[agent_id]
        return agent.missing and agent.profile.phone is not PhoneKind.OUTSIDE

    def awaits_key(self, leg_id: LegId) -> bool:
        """Tell whether a key pressed on this leg may still be an agent's answer."""
        return any(
            agent_leg(offer.id) == leg_id and offer.phone is PhoneKind.OUTSIDE
            for offer in self.offers.values()
        )

    def offerable(self, item: ItemNote) -> bool:
        return not isinstance(item, CallbackNote) or (item.settled and not item.holds)

    def could_have(self, item: ItemNote, agent_id: AgentId) -> bool:
        """Tell whether an item that waits could be offered to this agent if they were free."""
        step = self.ring_step(item)
        taken_up = step.rule is not RingRule.SIMULTANEOUS and self.offers_for(item.id)
        return (
            self.offerable(item)
            and not taken_up
            and self._who_is_first(item) in (None, agent_id)
            and agent_id in self.members(step)
            and agent_id not in item.declined
            and agent_id not in item.rung_out
        )

    def fall_silent(self, *leg_ids: LegId) -> None:
        """Note that nothing is said any more on legs that are let go."""
        for leg_id in leg_ids:
            self.said.pop(leg_id, None)

    def _who_is_first(self, item: ItemNote) -> AgentId | None:
        """Name who tried to reach this caller, if that agent is rung alone, or is to be (R39)."""
        first = item.first_to_ring if isinstance(item, CallNote) else None
        if first is None or first not in self.members(self.ring_step(item)):
            return None
        if first in item.declined or first in item.rung_out:
            return None
        offers = self.offers_for(item.id)
        if offers:
            return first if offers[0].agent_id == first and offers[0].limited else None
        return first if self.standing(first) is Standing.AVAILABLE else None

    def owned_legs(self) -> set[LegId]:
        """The legs that a live call, an open offer or a dial still needs."""
        owned = {
            call.leg_id or LegId(call.id) for call in self.calls.values() if call.ending is None
        }
        owned |= {agent_leg(offer.id) for offer in self.offers.values()}
        for dial in self.dials.values():
            if not dial.ended and not dial.handed_on:
                owned |= {dial.intended.customer_leg_id, dial.intended.agent_leg_id}
        for call in self.calls.values():
            for leg_id in (call.agent_leg_id, call.colleague_leg_id, call.outside_leg_id):
                if call.ending is None and leg_id is not None:
                    owned.add(leg_id)
        return owned
