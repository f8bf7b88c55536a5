"""Time in the reference world: every clock is wound second by second, every deadline sought."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .agents import keep_hours
from .introducing import announcement_over, whisper_over
from .judging import (
    clock_runs,
    end,
    is_over,
    settle,
    somebody_is_available,
    wait_at_most,
)
from .moving import (
    abandon,
    close,
    end_call,
    leave_step,
    not_reached,
    not_reached_by_hand,
    ring_out,
    ring_out_of_winner,
)
from .outside import not_reached_outside
from .parting import free
from .parts import Agent, Call, Callback, HandCall, Offer, World
from .questions import (
    item_named,
    items,
    latest_offer,
    order,
    place_of,
    queued,
    ring_step_of,
    ringing_for,
)
from .routing import changes_at, is_within
from .situations import Situation, meet
from .telling import next_telling, tell
from .walking import (
    ask_for_a_key,
    enter,
    prompt_over,
    step_of,
)

CONNECTING_MAX = 15.0
OUTSIDE_MAX, PRESSES_WITHIN = 60.0, 25.0
AGEING = ("queued", "suspended", "accepted")
LOST_COUNTS_AS_BUSY_FOR = 60.0
SAID_MAX = 60.0

PROMPT_MAX, LEAVING_MAX, RECORDING_MAX = 300.0, 10.0, 210.0
"""No rules but guards: what the phone system should have told long ago is taken as told."""


@dataclass
class Due:
    """Something that happens by itself: when, to whom, in which turn of that instant, and what."""

    at: float
    whose: str
    turn: tuple[int, int, int, int]
    happens: Callable[[], None]


def advance(world: World, to: float) -> None:
    """R28: settle what is due at or before an instant, each earlier instant with its own pass."""
    while (at := next_due(world)) is not None and at <= to:
        wind(world, at)
        settle_instant(world)
        if world.now < to:
            settle(world)
    wind(world, to)


def settle_input(world: World) -> None:
    """R28: what an input made due or over, then its pass."""
    settle_instant(world)
    settle(world)
    while due_now(world):
        settle_instant(world)
        settle(world)


def settle_instant(world: World) -> None:
    """In due order; only after a separation is anything due earlier than at this instant.

    ADR 0005: of each call and callback all that fell due then happens in one turn, its first.
    What falls due by it at the very same time takes its turn among the others (R28).
    """
    while due_now(world) or over_now(world):
        earliest = min((due.at for due in due_now(world)), default=world.now)
        whose: list[str] = []
        while True:
            whose += [due.whose for due in due_now(world) if due.at <= earliest]
            happening = [*due_of(world, whose), *over_now(world)]
            if not happening:
                break
            min(happening, key=lambda due: due.turn).happens()


def due_of(world: World, whose: Sequence[str]) -> list[Due]:
    return [due for due in due_now(world) if due.whose in whose]


def due_now(world: World) -> list[Due]:
    return [due for due in all_due(world) if due.at <= world.now]


def over_now(world: World) -> list[Due]:
    """R11: endings take their turn among the deadlines, so that all moved keep their order."""
    if world.away:
        return []
    return [
        Due(world.now, item.name, _turn(item, 5), lambda item=item: end(world, item))  # type: ignore[misc]
        for item in queued(world)
        if is_over(world, item)
    ]


def next_due(world: World) -> float | None:
    return min((max(due.at, world.now) for due in all_due(world)), default=None)


def wind(world: World, to: float) -> None:
    """R21, R24: only seconds in which somebody is rung, or the clock runs, count."""
    seconds = to - world.now
    for item in queued(world):
        place = place_of(item)
        if isinstance(item, Callback) and clock_runs(world, item):
            place.waited += seconds
        if ringing_for(world, item):
            place.rung += seconds
        for offer in ringing_for(world, item):
            offer.used += seconds
            place.rung_by[offer.agent] = place.rung_by.get(offer.agent, 0) + seconds
    world.now = to


def all_due(world: World) -> list[Due]:
    """ADR 0005: while the phones are away only the agents' own time runs."""
    if world.away:
        return _of_agents(world)
    return [
        *_of_agents(world),
        *_of_offers(world),
        *_of_calls(world),
        *_of_callbacks(world),
        *_of_calls_by_hand(world),
    ]


# ---- what is due -------------------------------------------------------------------------


def _of_agents(world: World) -> list[Due]:
    """R19: wrap-up ends, a lost agent is given up after 60 s, shifts begin and end."""
    found = []
    for agent in world.agents.values():
        if agent.wrap_up_until is not None:

            def wrap_up_ends(agent: Agent = agent) -> None:
                agent.wrap_up_until = agent.correctable = None
                agent.idle_since = world.now

            found.append(Due(agent.wrap_up_until, agent.name, (0, 0, 0, 0), wrap_up_ends))
        if agent.lost_at is not None and not agent.given_up:

            def gives_up(agent: Agent = agent) -> None:
                meet(world, Situation.LOST_TOO_LONG)
                agent.given_up = True

            at = agent.lost_at + LOST_COUNTS_AS_BUSY_FOR
            found.append(Due(at, agent.name, (0, 0, 0, 0), gives_up))
        found += _of_shifts(world, agent)
    return found


def _of_shifts(world: World, agent: Agent) -> list[Due]:
    if agent.hours is None:
        return []
    outside = not is_within(agent.hours, agent.ahead, world.now)
    at = world.now if agent.off_duty != outside else None
    if at is None:
        at = changes_at(agent.hours, agent.ahead, world.now)
    if at is None:
        return []
    return [Due(at, agent.name, (0, 0, 0, 0), lambda: keep_hours(world, agent))]


def _of_offers(world: World) -> list[Due]:
    """R20, R21: an agent has been rung long enough."""
    found = []
    for offer in world.offers:
        ends = []
        if offer.fate == "ringing" and offer.longest is not None:
            ends.append(world.now + offer.longest - offer.used)
        if offer.fate == "ringing" and offer.asked_at is not None:
            ends.append(offer.asked_at + PRESSES_WITHIN)
        if ends:
            item = item_named(world, offer.item)
            assert not isinstance(item, HandCall)

            def rings_out(item: Call | Callback = item, offer: Offer = offer) -> None:
                meet(world, Situation.RUNG_LONG_ENOUGH)
                ring_out(world, item, offer.agent)

            found.append(Due(min(ends), item.name, _turn(item, 1), rings_out))
    return found


def _turn(item: Call | Callback, kind: int) -> tuple[int, int, int, int]:
    """R28: items in no queue first, then (class, key); of one item, its life before its stay."""
    if item.state != "queued":
        return (0, 0, 0, kind)
    return (1, *order(item), kind)


def _of_calls(world: World) -> list[Due]:
    """R20, R29: a live caller's stay is over; an accepting agent's phone did not connect."""
    found = []
    for call in world.calls.values():
        if call.state == "queued":
            over = place_of(call).joined_at + ring_step_of(world, call).ring_for

            def is_over_for(call: Call = call) -> None:
                stay_is_over(world, call)

            found.append(Due(over, call.name, _turn(call, 2), is_over_for))
        if call.state == "accepted" and not call.phone_up:
            found.append(_not_connected(world, call))
        found += _of_introductions(world, call)
        found += _of_silent_phones(world, call)
    return found


def stay_is_over(world: World, call: Call) -> None:
    meet(world, Situation.CALLER_STAY_OVER)
    leave_step(world, call)


def _of_silent_phones(world: World, call: Call) -> list[Due]:
    found: list[Due] = []

    def due(at: float, happens: Callable[[], None]) -> None:
        found.append(Due(at, call.name, _turn(call, 0), happens))

    if call.playing and call.announced_since is None:
        due(call.playing_since + PROMPT_MAX, lambda: seems_over(world, call))
    elif call.silent_until is not None and call.state == "ending":
        due(call.silent_until, lambda: enter(world, call, "leaving", playing=False))
    telling = next_telling(call)
    if telling is not None:
        kind = 3 if call.told_at == world.now else 0
        found.append(Due(telling, call.name, _turn(call, kind), lambda: tell(world, call)))
    if call.state == "menu" and call.answer_until is not None:
        due(call.answer_until, lambda: ask_for_a_key(world, call))
    if call.state == "redirecting":
        rings_until = call.since + step_of(world, call).ring_for
        due(rings_until, lambda: not_reached_outside(world, call))
    if call.state == "recording":
        due(call.since + RECORDING_MAX, lambda: enter(world, call, "leaving", playing=False))
    if call.state == "leaving":
        due(call.since + LEAVING_MAX, lambda: end_call(world, call))
    return found


def seems_over(world: World, call: Call) -> None:
    """One thing at a time: whoever leaves at this instant is told nothing more."""
    call.told_at = world.now
    prompt_over(world, call)


def _not_connected(world: World, item: Call | Callback) -> Due:
    at = item.accepted_at + CONNECTING_MAX
    return Due(at, item.name, _turn(item, 2), lambda: ring_out_of_winner(world, item))


def _of_callbacks(world: World) -> list[Due]:
    found = []
    for callback in items(world):
        if isinstance(callback, Callback) and callback.state != "closed":
            found += _of_callback(world, callback)
    return found


def _of_callback(world: World, callback: Callback) -> list[Due]:
    found: list[Due] = []

    def due(at: float, kind: int, happens: Callable[[], None]) -> None:
        found.append(Due(at, callback.name, _turn(callback, kind), happens))

    if callback.settles_at is not None:
        due(callback.settles_at, 0, lambda: _settles(callback))
    if callback.held_until is not None:
        due(callback.held_until, 0, lambda: _is_released(callback))
    if callback.settings.mode == "automated" and callback.state in AGEING:
        too_old = callback.requested_at + callback.settings.age_max
        due(too_old, 0, lambda: _expires(world, callback))
    found += _of_introductions(world, callback)
    if callback.state == "accepted":
        found.append(_not_connected(world, callback))
    if callback.state == "dialling":
        over = callback.dialled_at + callback.settings.customer_ring
        due(over, 2, lambda: not_reached(world, callback, "customer_no_answer"))
    if callback.state == "queued" and ringing_for(world, callback):
        rest = ring_step_of(world, callback).ring_for - place_of(callback).rung
        due(world.now + rest, 2, lambda: leave_step(world, callback))
    elif callback.state == "queued" and clock_runs(world, callback):
        limit = wait_at_most(world, callback)
        if limit is not None and not somebody_is_available(world, callback):
            rest = limit - place_of(callback).waited
            due(world.now + rest, 3, lambda: _has_waited(world, callback))
    return found


def _of_calls_by_hand(world: World) -> list[Due]:
    """R29, R32: the same times as for a callback that is called by itself."""
    found = []
    for hand in world.hand_calls.values():
        first = (0, 0, 0, 2)
        found += _of_introductions(world, hand)
        if hand.state == "accepted":
            at = connected_until(world, hand)

            def is_abandoned(hand: HandCall = hand) -> None:
                abandon(world, hand)

            found.append(Due(at, hand.name, first, is_abandoned))
        if hand.state == "dialling":
            rings_for = world.callbacks[hand.callback].settings.customer_ring

            def rings_in_vain(hand: HandCall = hand) -> None:
                not_reached_by_hand(world, hand, "customer_no_answer")

            found.append(Due(hand.dialled_at + rings_for, hand.name, first, rings_in_vain))
    return found


def connected_until(world: World, hand: HandCall) -> float:
    """R29: a phone outside rings for longer, and then its agent has to press 1."""
    agent = world.agents[hand.agent or ""]
    if not agent.outside:
        return hand.accepted_at + CONNECTING_MAX
    asked_at = latest_offer(world, agent.name).asked_at
    return hand.accepted_at + OUTSIDE_MAX if asked_at is None else asked_at + PRESSES_WITHIN


def _of_introductions(world: World, item: Call | Callback | HandCall) -> list[Due]:
    """R29: what is said before a conversation counts as over after 60 s."""
    ends = {whisper_over: item.whispered_since, announcement_over: item.announced_since}

    def due(since: float, over: Callable[[World, Call | Callback | HandCall], None]) -> Due:
        def seems_said() -> None:
            meet(world, Situation.SAID_TOO_LONG)
            over(world, item)

        return Due(since + SAID_MAX, item.name, (0, 0, 0, 0), seems_said)

    return [due(since, over) for over, since in ends.items() if since is not None]


def _has_waited(world: World, callback: Callback) -> None:
    """R24: at the front for as long as the setting allows."""
    meet(world, Situation.WAITED_TOO_LONG)
    leave_step(world, callback)


def _settles(callback: Callback) -> None:
    """R7: from here on it may be offered and judged."""
    callback.settled, callback.settles_at = True, None


def _is_released(callback: Callback) -> None:
    """R28b, R32: the hold is over."""
    callback.held_until = None


def _expires(world: World, callback: Callback) -> None:
    """R49: cancelled by age, at any moment before the customer is dialled."""
    free(world, callback)
    close(world, callback, "cancelled expired")
