"""Why a waiting callback is not being rung for, asked of the world as dispatch asks it (R46)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .dispatch import can_use, policy_objection
from .events import CallbackHeld, HoldCause
from .finding import open_callback
from .ids import AgentId, CallbackId, CallId, ItemId
from .moving import waiting
from .queueing import busy_wait_limit
from .settings import AgentStatus
from .states import NOTHING, Agent, Callback, Item, Standing, Stay, Suspended
from .world import Place, Queue, World


class Obstacle(StrEnum):
    """What keeps a callback from ringing, beside what holds it."""

    PHONES_UNREACHABLE = "phones-unreachable"
    """The phone system is lost, or the server has just come back."""
    SETTLING = "settling"
    PLACE_LENT = "place-lent"
    """It is suspended: the customer's own call has its place."""
    NUMBER_REFUSED = "number-refused"
    """It would end at its turn: the dialling policy no longer allows the number."""
    BEHIND_OTHERS = "behind-others"
    NOBODY_FREE = "nobody-free"


RULES: dict[Obstacle | HoldCause, str] = {
    Obstacle.PHONES_UNREACHABLE: "R34",
    Obstacle.SETTLING: "R7",
    Obstacle.PLACE_LENT: "R37",
    HoldCause.CUSTOMER_ON_CALL: "R28b",
    HoldCause.TRUNK_FAULT: "R32",
    HoldCause.RATE_LIMIT: "R48",
    HoldCause.HALTED: "R28b",
    Obstacle.NUMBER_REFUSED: "R48",
    Obstacle.BEHIND_OTHERS: "R28",
    Obstacle.NOBODY_FREE: "R19",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason, and until when it holds if that is known."""

    kind: Obstacle | HoldCause
    until: datetime | None = None

    @property
    def rule(self) -> str:
        return RULES[self.kind]


class AgentBar(StrEnum):
    """What an agent of the target is to this callback."""

    AVAILABLE = "available"
    RINGING = "ringing"
    RUNG_FOR_ANOTHER = "rung-for-another"
    IN_COMMUNICATION = "in-communication"
    WRAP_UP = "wrap-up"
    CONNECTION_LOST = "connection-lost"
    DO_NOT_DISTURB = "do-not-disturb"
    OFF_DUTY = "off-duty"
    """Outside the working hours."""
    OFFLINE = "offline"
    DECLINED = "declined"
    """Declined it in this attempt, and is not rung again in it (R22)."""
    RANG_OUT = "rang-out"
    """Let it ring out in this step, and is not rung again in it (R21)."""


@dataclass(frozen=True, slots=True)
class AgentNow:
    """One agent of the target."""

    agent_id: AgentId
    bar: AgentBar
    until: datetime | None = None
    """When the wrap-up ends."""
    rung_for: ItemId | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """An item that stands before it; not all of them would take the next free agent."""

    item: Item
    takes_next: bool


@dataclass(frozen=True, slots=True)
class BusyClock:
    """The clock of *When everyone is busy*: what remains of it (R24)."""

    limit: timedelta
    left: timedelta
    running: bool


@dataclass(frozen=True, slots=True)
class Why:
    """Who rings for a callback, or all that must pass first, in the order of asking."""

    rung: tuple[AgentId, ...]
    bars: tuple[Bar, ...]
    ahead: tuple[Ahead, ...]
    agents: tuple[AgentNow, ...]
    busy_clock: BusyClock | None
    lent_to: CallId | None = None
    """The customer's own call that has its place (R37)."""


def waiting_or_lent(world: World, callback_id: CallbackId) -> Callback:
    """Find a callback that stands in a queue, or whose place is lent, or refuse."""
    callback = open_callback(world, callback_id)
    return callback if isinstance(callback.state, Suspended) else waiting(world, callback_id)[0]


def why(world: World, callback: Callback, at: datetime) -> Why:
    """Explain a callback that stands in a queue, or whose place is lent; nothing is written."""
    stay = callback.stay
    assert stay is not None
    queue = world.queues[stay.queue_id]
    ahead = tuple(_who_is_ahead(world, queue, callback, stay))
    agents = tuple(
        _agent_now(world.agents[agent_id], callback, stay) for agent_id in queue.group.members
    )
    bars = () if stay.offers else tuple(_bars(world, callback, ahead, agents, at))
    lent_to = callback.state.call_id if isinstance(callback.state, Suspended) else None
    return Why(tuple(stay.offers), bars, ahead, agents, _busy_clock(callback, stay, at), lent_to)


def ahead_of(world: World, item: Item) -> list[Item]:
    """List what stands before an item, the first to be served first.

    That is what stands before it in its queue, and in other queues whose targets share an agent
    with its own: a free agent goes to the oldest item over all queues (R28).
    """
    stay = item.stay
    if stay is None or not (world.in_queue(item) or isinstance(item.state, Suspended)):
        return []
    queue = world.queues[stay.queue_id]
    places = [
        place
        for other in world.queues.values()
        if other is queue or _shared(queue, other)
        for place in _places_before(other, stay)
    ]
    found = (world.item(item_id) for _, _, item_id in sorted(places))
    return [each for each in found if each is not None]


def _shared(queue: Queue, other: Queue) -> list[AgentId]:
    return [agent_id for agent_id in queue.group.members if agent_id in other.group.members]


def _places_before(queue: Queue, stay: Stay) -> Iterator[Place]:
    yield from queue.items.irange(maximum=(*stay.place, ""), inclusive=(True, False))


def _who_is_ahead(world: World, queue: Queue, callback: Callback, stay: Stay) -> Iterator[Ahead]:
    """Tell of each item before it whether it is ready to take an agent whom both could use."""
    contested: dict[str, list[AgentId]] = {}
    for item in ahead_of(world, callback):
        assert item.stay is not None
        other = world.queues[item.stay.queue_id]
        if other.id not in contested:
            shared = _shared(queue, other)
            contested[other.id] = [each for each in shared if can_use(callback, stay, each)]
        ready = (*item.stay.place, item.id) in other.ready
        rivals = contested[other.id]
        yield Ahead(item, ready and any(can_use(item, item.stay, each) for each in rivals))


def _bars(
    world: World,
    callback: Callback,
    ahead: tuple[Ahead, ...],
    agents: tuple[AgentNow, ...],
    at: datetime,
) -> Iterator[Bar]:
    if not world.phones_reachable:
        yield Bar(Obstacle.PHONES_UNREACHABLE)
    if not callback.settled:
        yield Bar(Obstacle.SETTLING, callback.settles_at)
    if isinstance(callback.state, Suspended):
        yield Bar(Obstacle.PLACE_LENT)
    for cause, until in callback.holds.items():
        yield Bar(cause, until)
    match policy_objection(world, callback, at):
        case None:
            pass
        case CallbackHeld(cause=cause, until=until):
            if cause not in callback.holds:
                yield Bar(cause, until)
        case _:
            yield Bar(Obstacle.NUMBER_REFUSED)
    if any(each.takes_next for each in ahead):
        yield Bar(Obstacle.BEHIND_OTHERS)
    if all(each.bar is not AgentBar.AVAILABLE for each in agents):
        yield Bar(Obstacle.NOBODY_FREE)


def _agent_now(agent: Agent, callback: Callback, stay: Stay) -> AgentNow:
    if agent.id in stay.offers:
        return AgentNow(agent.id, AgentBar.RINGING)
    if agent.id in callback.declined:
        return AgentNow(agent.id, AgentBar.DECLINED)
    if agent.id in stay.rung_out:
        return AgentNow(agent.id, AgentBar.RANG_OUT)
    match agent.standing:
        case Standing.AVAILABLE:
            return AgentNow(agent.id, AgentBar.AVAILABLE)
        case Standing.RUNG:
            assert agent.offer is not None
            rung_for = agent.offer.item_id
            return AgentNow(agent.id, AgentBar.RUNG_FOR_ANOTHER, rung_for=rung_for)
        case Standing.BUSY if agent.call_id is None and agent.wrap_up_until is not None:
            return AgentNow(agent.id, AgentBar.WRAP_UP, agent.wrap_up_until)
        case Standing.BUSY if agent.call_id is None and agent.offer is None:
            return AgentNow(agent.id, AgentBar.CONNECTION_LOST)
        case Standing.BUSY:
            return AgentNow(agent.id, AgentBar.IN_COMMUNICATION)
        case Standing.ABSENT if agent.off_duty and agent.status is not AgentStatus.OFFLINE:
            return AgentNow(agent.id, AgentBar.OFF_DUTY)
        case Standing.ABSENT if agent.status is AgentStatus.DO_NOT_DISTURB:
            return AgentNow(agent.id, AgentBar.DO_NOT_DISTURB)
        case Standing.ABSENT:
            return AgentNow(agent.id, AgentBar.OFFLINE)


def _busy_clock(callback: Callback, stay: Stay, at: datetime) -> BusyClock | None:
    limit = busy_wait_limit(callback, stay)
    if limit is None or not stay.busy_wait_begun:
        return None
    left = max(NOTHING, limit - stay.waited_busy_at(at))
    return BusyClock(limit, left, stay.busy_since is not None)
