"""Who has waited in vain, and who is rung: endings first, then one pass over all queues."""

from .moving import close, leave_step, withdraw
from .parts import Agent, Call, Callback, Offer, World
from .questions import (
    RING_OF_ONE_AGENT_MAX,
    at_the_front,
    left,
    limited_until,
    may_be_offered,
    number_refused,
    place_of,
    queued,
    ring_step_of,
    ringing_for,
    standing,
)
from .situations import Situation, meet

ROUNDS_MAX = 10_000


def settle(world: World) -> None:
    """R28: all endings, moves and retries first, then one pass; then the clocks that start.

    ADR 0005: nobody is judged or offered while the phones are away.
    """
    if world.away:
        return
    for _ in range(ROUNDS_MAX):
        if not (hold_one(world) or end_one(world) or offer_one(world)):
            break
    else:
        raise AssertionError("the reference never comes to rest")
    for item in queued(world):
        if isinstance(item, Callback) and waits_in_vain(world, item):
            place_of(item).clock_started = True
            if waits_for_the_absent_alone(world, item):
                meet(world, Situation.ABSENT_WAITED_FOR)


def hold_one(world: World) -> bool:
    """R28b: a callback that may not be offered any more shows no card."""
    for item in queued(world):
        if ringing_for(world, item) and not may_be_offered(world, item):
            meet(world, Situation.HELD_BY_A_CALL)
            withdraw(world, item)
            return True
    return False


def end_one(world: World) -> bool:
    """R11: one after another by (class, key), so that those moved together keep their order."""
    for item in queued(world):
        if is_over(world, item):
            end(world, item)
            return True
    return False


def end(world: World, item: Call | Callback) -> None:
    """The step of an item is over; R24: at the front for want of anybody to wait for."""
    if isinstance(item, Call):
        meet(world, Situation.CALLER_LEFT_EARLY)
    elif left(world, item) and not somebody_is_waited_for(world, item):
        busy = "busy" in [standing(world, agent) for agent in left(world, item)]
        fails_at_once = busy and item.settings.when_busy == "fail"
        meet(world, Situation.FAILED_AT_ONCE if fails_at_once else Situation.NOBODY_TO_WAIT_FOR)
    leave_step(world, item)


def is_over(world: World, item: Call | Callback) -> bool:
    if isinstance(item, Call):
        return caller_gives_up(world, item)
    return callback_gives_up(world, item)


# ---- when a ring step is over ------------------------------------------------------------


def caller_gives_up(world: World, call: Call) -> bool:
    """R20, R25: a live caller leaves when nobody is left to ring or to wait for.

    That the stay is over falls due by itself.
    """
    if ringing_for(world, call):
        return False
    step = ring_step_of(world, call)
    standings = [standing(world, agent) for agent in left(world, call)]
    respected = call.line_at_arrival.settings.respect_queuing_time
    return not (
        "available" in standings
        or "rung" in standings
        or ("busy" in standings and step.ring_even_if_busy)
        or ("absent" in standings and respected)
    )


def callback_gives_up(world: World, callback: Callback) -> bool:
    """R23, R24: when a callback's ring step is over without a clock running out by itself."""
    if not may_be_offered(world, callback) or ringing_for(world, callback):
        return False
    if place_of(callback).rung >= ring_step_of(world, callback).ring_for:
        return True
    if not left(world, callback):
        return True
    if not at_the_front(world, callback) or somebody_is_available(world, callback):
        return False
    if not somebody_is_waited_for(world, callback):
        return True
    limit = wait_at_most(world, callback)
    return limit is not None and place_of(callback).waited >= limit


def somebody_is_available(world: World, callback: Callback) -> bool:
    return "available" in [standing(world, agent) for agent in left(world, callback)]


def somebody_is_waited_for(world: World, callback: Callback) -> bool:
    """R24, R25, ADR 0004: an agent rung for another item is waited for, whatever the setting."""
    standings = [standing(world, agent) for agent in left(world, callback)]
    settings = callback.settings
    if "rung" in standings:
        return True
    if settings.when_busy == "fail":
        return False
    busy_counts = settings.when_busy == "wait" or ring_step_of(world, callback).ring_even_if_busy
    return ("busy" in standings and busy_counts) or (
        "absent" in standings and settings.respect_queuing_time
    )


def waits_for_the_absent_alone(world: World, callback: Callback) -> bool:
    """R25."""
    standings = [standing(world, agent) for agent in left(world, callback)]
    return set(standings) == {"absent"} and callback.settings.respect_queuing_time


def wait_at_most(world: World, callback: Callback) -> float | None:
    """R24: what the setting *When everyone is busy* allows; *fail at once* has no clock."""
    if callback.settings.when_busy == "wait":
        return callback.settings.busy_wait
    if callback.settings.when_busy == "follow-step":
        return ring_step_of(world, callback).ring_for
    return None


def waits_in_vain(world: World, callback: Callback) -> bool:
    """ADR 0004: what starts the clock of R24."""
    return (
        may_be_offered(world, callback)
        and at_the_front(world, callback)
        and not ringing_for(world, callback)
        and not somebody_is_available(world, callback)
    )


def clock_runs(world: World, callback: Callback) -> bool:
    """R24, ADR 0004: once started it runs at the front, through ringing; held it stands still."""
    return (
        callback.state == "queued"
        and not world.away
        and place_of(callback).clock_started
        and may_be_offered(world, callback)
        and at_the_front(world, callback)
    )


# ---- the pass ----------------------------------------------------------------------------


def offer_one(world: World) -> bool:
    """R28: walk over all items by (class, key) and give the first that can use somebody a ring."""
    for item in queued(world):
        if not may_be_offered(world, item):
            continue
        wanted = asked_for(world, item)
        if not wanted:
            continue
        if isinstance(item, Callback) and policy_stands_in_the_way(world, item):
            return True
        if isinstance(item, Call):
            item.rang_somebody = True
        alone = goes_first(world, item) is not None
        if alone:
            meet(world, Situation.OFFERED_TO_WHO_TRIED)
        for agent in wanted:
            longest = longest_ring(world, item, agent, alone=alone)
            world.offers.append(Offer(agent.name, item.name, longest, alone=alone))
        return True
    return False


def policy_stands_in_the_way(world: World, callback: Callback) -> bool:
    """R28b, R48: judged before a card is shown."""
    if number_refused(world, callback):
        meet(world, Situation.REFUSED_BEFORE_THE_CARD)
        close(world, callback, "failed destination_refused")
        return True
    until = limited_until(world, callback)
    if until is not None:
        meet(world, Situation.LIMITED_BEFORE_THE_CARD)
        callback.held_until = until
    return until is not None


def asked_for(world: World, item: Call | Callback) -> list[Agent]:
    """R20, R22: whom the step's rule asks for, out of the available agents that are not barred."""
    step = ring_step_of(world, item)
    able = [agent for agent in left(world, item) if standing(world, agent) == "available"]
    first = goes_first(world, item)
    if first is not None:
        return [first]
    if any(offer.alone for offer in ringing_for(world, item)):
        return []
    if step.rule == "simultaneous" or not able:
        return able
    if ringing_for(world, item):
        return []
    if step.rule == "longest-idle":
        return [min(able, key=lambda agent: (agent.idle_since, agent.name))]
    chosen = world.choose(item.name, [agent.name for agent in able])
    return [agent for agent in able if agent.name == chosen]


def goes_first(world: World, item: Call | Callback) -> Agent | None:
    """R39: who tried to reach the caller, if just then available, and nobody is rung yet."""
    if not isinstance(item, Call) or ringing_for(world, item):
        return None
    for agent in left(world, item):
        if agent.name == item.tried_by and standing(world, agent) == "available":
            return agent
    return None


def longest_ring(world: World, item: Call | Callback, agent: Agent, *, alone: bool) -> float | None:
    """R20, R21: what is left of an agent's time for this item here; None is as long as the step."""
    step, limits = ring_step_of(world, item), []
    if alone or step.rule != "simultaneous":
        limits.append(step.ring_each_for)
    if isinstance(item, Callback):
        limits.append(RING_OF_ONE_AGENT_MAX)
    if not limits:
        return None
    return min(limits) - place_of(item).rung_by.get(agent.name, 0)
