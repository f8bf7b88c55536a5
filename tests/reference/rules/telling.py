"""What callers hear while they wait: messages, and the estimated wait (R45)."""

from .parts import Call, World
from .questions import place_of, ring_step_of
from .situations import Situation, meet

FIRST_MESSAGE_AFTER, FIRST_ESTIMATE_AFTER = 2.0, 30.0
MINUTE, LOOKED_BACK = 60.0, 600.0
MINUTES_TOLD = (*range(1, 11), 15, 20, 25, 30, 40, 50, 60)


def begin_waiting(world: World, call: Call, first_message_after: float) -> None:
    step = ring_step_of(world, call)
    call.next_message = 0
    call.next_message_at = world.now + first_message_after if step.messages else None
    tells = step.tell_wait_every is not None
    call.next_estimate_at = world.now + FIRST_ESTIMATE_AFTER if tells else None


def next_telling(call: Call) -> float | None:
    """None while something is said to them."""
    if call.playing or call.state != "queued":
        return None
    instants = [at for at in (call.next_message_at, call.next_estimate_at) if at is not None]
    return min(instants, default=None)


def tell(world: World, call: Call) -> None:
    """The estimate comes before a message that is due as well."""
    call.told_at = world.now
    step = ring_step_of(world, call)
    wait = estimate(world, call)
    if call.next_estimate_at is not None and world.now >= call.next_estimate_at:
        assert step.tell_wait_every is not None
        call.next_estimate_at = world.now + step.tell_wait_every
        meet(world, Situation.NO_ESTIMATE if wait is None else Situation.ESTIMATE_TOLD)
        if wait is not None:
            say(world, call, f"wait {in_words(wait)}")
    elif step.offer_above is not None and wait is not None and wait <= step.offer_above:
        meet(world, Situation.OFFER_KEPT_BACK)
        call.next_message_at = world.now + step.message_every
    else:
        say(world, call, f"message {call.next_message % step.messages}")
        passes_a_message(call)


def passes_a_message(call: Call) -> None:
    """Whatever is said in between takes the turn of a message."""
    call.next_message, call.next_message_at = call.next_message + 1, None


def say(world: World, call: Call, words: str) -> None:
    world.told.append((call.name, words))
    call.playing, call.playing_since = True, world.now
    call.messages += 1


def estimate(world: World, call: Call) -> float | None:
    """The mean of the answered, each weighing 1/(1 + minutes ago)."""
    there = (call.flow, place_of(call).step)
    waits = [
        (wait, 1 / (1 + (world.now - at) / MINUTE))
        for flow, step, at, wait in world.answered
        if (flow, step) == there and at > world.now - LOOKED_BACK
    ]
    weights = sum(weight for _, weight in waits)
    return round(sum(wait * weight for wait, weight in waits) / weights, 6) if waits else None


def in_words(wait: float) -> str:
    if wait < MINUTE:
        return "less_than_a_minute"
    minutes = [minutes for minutes in MINUTES_TOLD if wait <= minutes * MINUTE]
    return f"about_{minutes[0]}_minutes" if minutes else "more_than_an_hour"


def message_heard(world: World, call: Call) -> None:
    step = ring_step_of(world, call)
    if step.messages and call.next_message_at is None:
        call.next_message_at = world.now + step.message_every
