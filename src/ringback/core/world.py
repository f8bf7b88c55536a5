"""One account at an instant, and the questions one may ask it.

Only the `evolve` functions of the machines call what writes; everybody else asks. The indexes
(groups, ready items, touched queues) follow from the rest and make every question O(log n).
"""

from bisect import bisect_left, insort
from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sortedcontainers import SortedList

from .flow import RingRule, RingStep
from .forgetting import remember, unbind
from .ids import (
    AccountId,
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
from .settings import AccountSettings, KeptMessage, Line, OwnTag, Team
from .states import (
    AVAILABLE,
    CUSTOMER_LEG,
    Agent,
    Alert,
    Call,
    Callback,
    FlowDraft,
    GroupKey,
    InQueue,
    Item,
    Offer,
    OutboundCall,
    PastOffer,
    PublishedFlow,
    QueueId,
    Series,
    Standing,
    Stay,
    Timed,
    agent_leg,
    standing_of,
    target_key,
)

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
BEFORE_ALL = datetime.min.replace(tzinfo=UTC)

Place = tuple[int, int, ItemId]
Answers = deque[tuple[datetime, timedelta]]


class Group:
    """The agents of one ring target, counted by standing, the idle ones in order."""

    __slots__ = ("counts", "idle", "key", "members", "queues")

    def __init__(self, key: GroupKey) -> None:
        self.key = key
        self.members: dict[AgentId, None] = {}
        self.counts = [0, 0, 0, 0]
        self.idle: list[tuple[datetime, AgentId]] = []
        """(idle since, agent id) of those available."""
        self.queues: dict[QueueId, None] = {}

    def count(self, agent: Agent, standing: Standing) -> None:
        self.counts[standing] += 1
        if standing is AVAILABLE:
            assert agent.idle_since is not None
            insort(self.idle, (agent.idle_since, agent.id))

    def discount(self, agent: Agent, standing: Standing) -> None:
        self.counts[standing] -= 1
        if standing is AVAILABLE:
            assert agent.idle_since is not None
            own = (agent.idle_since, agent.id)
            found = self.idle.pop(bisect_left(self.idle, own))
            assert found == own, "an available agent was not listed as idle"


class Queue:
    """The items waiting at one ring step, in true order."""

    __slots__ = ("barred", "clocked", "front", "group", "id", "items", "ready", "step")

    def __init__(self, queue_id: QueueId, step: RingStep, group: Group) -> None:
        self.id = queue_id
        self.step = step
        self.group = group
        self.items: SortedList = SortedList()
        self.front: ItemId | None = None
        self.ready: SortedList = SortedList()
        """Those that could use a free agent."""
        self.barred: dict[ItemId, None] = {}
        """Those that may be over behind the front: declined, rung out, or rung for long enough."""
        self.clocked: CallbackId | None = None
        """The callback whose *When everyone is busy* clock runs here."""

    def add(self, place: Place) -> None:
        self.items.add(place)
        self.front = self.items[0][2]

    def remove(self, place: Place) -> None:
        self.items.remove(place)
        self.front = self.items[0][2] if self.items else None
        self.ready.discard(place)
        self.barred.pop(place[2], None)


@dataclass(slots=True, eq=False, repr=False)
class World:
    """An account: its configuration, agents, calls, callbacks and queues."""

    account_id: AccountId | None = None
    callbacks_max: int = 0
    sequence: int = 0
    settings: AccountSettings = field(default_factory=AccountSettings)
    now: datetime = BEFORE_ALL
    phones_reachable: bool = True
    callbacks_halted: bool = False
    """Nobody is called back until somebody resumes it."""
    lines: dict[LineId, Line] = field(default_factory=dict)
    flows: dict[FlowId, PublishedFlow] = field(default_factory=dict)
    drafts: dict[FlowId, FlowDraft] = field(default_factory=dict)
    offer_marks: dict[str, bool] = field(default_factory=dict)
    """Messages of which people have said whether they offer callbacks (R3)."""
    messages: dict[str, KeptMessage] = field(default_factory=dict)
    """The messages of the company's own, by the reference that names each."""
    tags: dict[TagId, OwnTag] = field(default_factory=dict)
    teams: dict[TeamId, Team] = field(default_factory=dict)
    agents: dict[AgentId, Agent] = field(default_factory=dict)
    calls: dict[CallId, Call] = field(default_factory=dict)
    outbound_calls: dict[CallId, OutboundCall] = field(default_factory=dict)
    callbacks: dict[CallbackId, Callback] = field(default_factory=dict)
    follow_ups: dict[CallbackId, Callback] = field(default_factory=dict)
    """Failed and unreached callbacks that nobody has called or dismissed yet (R39)."""
    series: dict[LineId, Series] = field(default_factory=dict)
    """The failures in a row of each line that has any (R26)."""
    alerts: dict[AlertId, Alert] = field(default_factory=dict)
    """Those that nobody has dismissed yet."""
    queues: dict[QueueId, Queue] = field(default_factory=dict)
    groups: dict[GroupKey, Group] = field(default_factory=dict)
    offers: dict[OfferId, Offer] = field(default_factory=dict)
    past_offers: OrderedDict[LegId, PastOffer] = field(default_factory=OrderedDict)
    legs: dict[LegId, AgentId] = field(default_factory=dict)
    """Agents' legs that belong to an offer or a call."""
    calls_by_customer: dict[CustomerId, dict[CallId, None]] = field(default_factory=dict)
    callbacks_by_customer: dict[CustomerId, dict[CallbackId, None]] = field(default_factory=dict)
    answered: dict[tuple[FlowId, StepId], deque[tuple[datetime, timedelta]]] = field(
        default_factory=dict
    )
    """When the last calls of each ring step were answered, and how long they had waited."""
    follow_ups_by_customer: dict[CustomerId, dict[CallbackId, None]] = field(default_factory=dict)
    erased: dict[CustomerId, None] = field(default_factory=dict)
    past_calls: OrderedDict[CallId, None] = field(default_factory=OrderedDict)
    past_callbacks: OrderedDict[CallbackId, None] = field(default_factory=OrderedDict)
    dials: deque[tuple[datetime, CustomerId]] = field(default_factory=deque)
    """The automatic dials of the last day, in order."""
    dials_by_customer: dict[CustomerId, deque[datetime]] = field(default_factory=dict)
    dials_by_line: dict[LineId, deque[datetime]] = field(default_factory=dict)
    touched: dict[QueueId, None] = field(default_factory=dict)
    stale: list[Timed] = field(default_factory=list)
    agenda: list[tuple[datetime, int, Timed]] = field(default_factory=list)
    agenda_count: int = 0
    agenda_in_force: int = 0

    # ---- questions ---------------------------------------------------------------------

    def item(self, item_id: ItemId) -> Item | None:
        call = self.calls.get(CallId(item_id))
        if call is not None:
            return call
        callback = self.callbacks.get(CallbackId(item_id))
        return callback if callback is not None else self.follow_ups.get(CallbackId(item_id))

    def callback(self, callback_id: CallbackId) -> Callback:
        """Find a callback that is open, or closed and still listed for follow-up."""
        found = self.callbacks.get(callback_id)
        return self.follow_ups[callback_id] if found is None else found

    def next_sequence(self) -> int:
        """Name the sequence number that the next event will bear; new ids are made of it."""
        return self.sequence + 1

    def callbacks_of(self, customer_id: CustomerId | None) -> list[Callback]:
        """List a customer's open callbacks, oldest first."""
        if customer_id is None or customer_id not in self.callbacks_by_customer:
            return []
        own = self.callbacks_by_customer[customer_id]
        return [self.callbacks[callback_id] for callback_id in own]

    def follow_ups_of(self, customer_id: CustomerId | None) -> list[Callback]:
        """List a customer's listed callbacks that have ended, oldest first."""
        if customer_id is None or customer_id not in self.follow_ups_by_customer:
            return []
        own = self.follow_ups_by_customer[customer_id]
        return [self.follow_ups[callback_id] for callback_id in own]

    def calls_of(self, customer_id: CustomerId | None) -> Iterator[Call]:
        """Go through a customer's live calls, oldest first: their own, and ours once handed on."""
        if customer_id is not None:
            for call_id in tuple(self.calls_by_customer.get(customer_id, ())):
                call = self.calls.get(call_id)
                if call is not None:
                    yield call

    def on_a_call(self, customer_id: CustomerId | None) -> bool:
        """Tell whether the customer is on a live call with us (R28b)."""
        return customer_id is not None and bool(self.calls_by_customer.get(customer_id))

    def call_on(self, leg_id: LegId) -> Call | None:
        """Find the live call whose customer's leg this is."""
        call = self.calls.get(CallId(leg_id))
        if call is None and leg_id.startswith(CUSTOMER_LEG):
            call = self.calls.get(CallId(leg_id.removeprefix(CUSTOMER_LEG)))
        return call

    def outbound_on(self, leg_id: LegId) -> OutboundCall | None:
        """Find the outbound call whose customer leg this is."""
        if not leg_id.startswith(CUSTOMER_LEG):
            return None
        return self.outbound_calls.get(CallId(leg_id.removeprefix(CUSTOMER_LEG)))

    def in_queue(self, item: Item) -> bool:
        return isinstance(item.state, InQueue)

    # ---- writing: places ---------------------------------------------------------------

    def place(self, item: Item, stay: Stay) -> None:
        """Put an item into its queue, at the place its stay names."""
        item.stay = stay
        queue = self._queue(stay)
        queue.add((stay.priority_class, stay.key, item.id))
        self.refresh_item(item)

    def unplace(self, item: Item) -> None:
        """Take an item out of its queue; its stay remains with it."""
        stay = item.stay
        assert stay is not None
        queue = self.queues[stay.queue_id]
        queue.remove((stay.priority_class, stay.key, item.id))
        if queue.clocked == item.id:
            self.stop_clock(item)
        self.touched[queue.id] = None
        self.touch(item)

    def stop_clock(self, item: Item) -> None:
        """Let the clock of *When everyone is busy* stand still at this instant (R24)."""
        stay = item.stay
        assert stay is not None
        assert stay.busy_since is not None
        stay.waited_busy += self.now - stay.busy_since
        stay.busy_since = None
        self.queues[stay.queue_id].clocked = None
        self.touch(item)

    def refresh_item(self, item: Item) -> None:
        """Bring the indexes in line with what changed about a queued item."""
        stay = item.stay
        assert stay is not None
        queue = self.queues[stay.queue_id]
        entry = (stay.priority_class, stay.key, item.id)
        one_by_one = stay.step.rule is not RingRule.SIMULTANEOUS
        wants = (isinstance(item, Call) or item.offerable) and not (one_by_one and stay.offers)
        if not wants:
            queue.ready.discard(entry)
        elif entry not in queue.ready:
            queue.ready.add(entry)
        if item.declined or stay.rung_out or stay.rung >= stay.step.ring_for:
            queue.barred[item.id] = None
        else:
            queue.barred.pop(item.id, None)
        self.touched[queue.id] = None
        self.touch(item)

    def _queue(self, stay: Stay) -> Queue:
        queue = self.queues.get(stay.queue_id)
        if queue is None:
            group = self.group(target_key(stay.step.target))
            queue = Queue(stay.queue_id, stay.step, group)
            self.queues[stay.queue_id] = queue
            group.queues[stay.queue_id] = None
        return queue

    # ---- writing: agents ---------------------------------------------------------------

    def group(self, key: GroupKey) -> Group:
        found = self.groups.get(key)
        if found is None:
            found = self.groups[key] = Group(key)
        return found

    def enlist(self, agent: Agent, key: GroupKey) -> None:
        """Make an agent a member of a target."""
        group = self.group(key)
        group.members[agent.id] = None
        group.count(agent, agent.standing)
        agent.groups.append(key)
        self.touched.update(group.queues)

    def discharge(self, agent: Agent, key: GroupKey) -> None:
        """End an agent's membership of a target."""
        group = self.groups[key]
        group.discount(agent, agent.standing)
        del group.members[agent.id]
        agent.groups.remove(key)
        self.touched.update(group.queues)

    def restand(self, agent: Agent) -> None:
        """Bring the groups in line with an agent whose state changed."""
        before, agent.standing = agent.standing, standing_of(agent)
        if agent.standing is before:
            return
        for key in agent.groups:
            group = self.groups[key]
            group.discount(agent, before)
            group.count(agent, agent.standing)
            self.touched.update(group.queues)

    def remember_offer(self, past: PastOffer) -> None:
        """Note how an offer ended."""
        remember(self.past_offers, agent_leg(past.id), past)

    # ---- writing: time and customers ---------------------------------------------------

    def touch(self, timed: Timed) -> None:
        """Note that something's deadline may have changed."""
        if not timed.stale:
            timed.stale = True
            self.stale.append(timed)

    def hear(self, call: Call, playback_id: PlaybackId | None, prompt: str | None) -> None:
        """Note what a caller hears from this instant on; None is nothing beside the music."""
        call.playback_id, call.prompt = playback_id, prompt
        call.playback_since = None if playback_id is None else self.now
        self.touch(call)

    def bind_call(self, customer_id: CustomerId | None, call_id: CallId) -> None:
        if customer_id is not None:
            self.calls_by_customer.setdefault(customer_id, {})[call_id] = None

    def unbind_callback(self, callback: Callback) -> None:
        """Forget an open callback; its id is remembered for a while."""
        del self.callbacks[callback.id]
        remember(self.past_callbacks, callback.id, None)
        unbind(self.callbacks_by_customer, callback.customer_id, callback.id)

    def unbind_call(self, customer_id: CustomerId | None, call_id: CallId) -> None:
        """Forget a live call; its id is remembered for a while, lest a late report revive it."""
        remember(self.past_calls, call_id, None)
        unbind(self.calls_by_customer, customer_id, call_id)

    def list_follow_up(self, callback: Callback) -> None:
        """Put a closed callback into the list of those to call by hand (R39)."""
        self.follow_ups[callback.id] = callback
        if callback.customer_id is not None:
            own = self.follow_ups_by_customer.setdefault(callback.customer_id, {})
            own[callback.id] = None

    def drop_follow_up(self, callback: Callback) -> None:
        """Take a closed callback off the list."""
        del self.follow_ups[callback.id]
        unbind(self.follow_ups_by_customer, callback.customer_id, callback.id)
        callback.gone = True
        self.touch(callback)

    def count_dial(self, customer_id: CustomerId, line_id: LineId, at: datetime) -> None:
        """Remember a dial for the dialling policy's limits (R48)."""
        by_line = self.dials_by_line.setdefault(line_id, deque())
        by_line.append(at)
        while by_line[0] <= at - HOUR:
            by_line.popleft()
        self.dials_by_customer.setdefault(customer_id, deque()).append(at)
        self.dials.append((at, customer_id))
        while self.dials[0][0] <= at - DAY:
            self._forget_dial(self.dials.popleft()[1])

    def _forget_dial(self, customer_id: CustomerId) -> None:
        own = self.dials_by_customer[customer_id]
        own.popleft()
        if not own:
            del self.dials_by_customer[customer_id]
