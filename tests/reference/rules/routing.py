"""Where a flow leads: a caller step by step, a callback to its next ring step (R17, R18)."""

from .parts import Item, Periods, Step, World
from .questions import step_named
from .situations import Situation, meet

NINE_ON_A_MONDAY = 9 * 3600
"""The reference world begins then, by our clock."""
SECONDS_OF_A_DAY = 86_400


def branch_of(world: World, step: Step) -> str:
    """R17: hours and dates are judged at that moment, by the clocks of the place."""
    so = judged(step, world.now)
    if step.kind == "hours":
        meet(world, Situation.HOURS_JUDGED_OPEN if so else Situation.HOURS_JUDGED_CLOSED)
    else:
        meet(world, Situation.DATES_JUDGED_SPECIAL if so else Situation.DATES_JUDGED_ORDINARY)
    return step.if_so if so else step.if_not


def judged(step: Step, now: float) -> bool:
    """Tell whether it is open, or a special day; closing time is closed."""
    if step.kind == "dates":
        day = int((NINE_ON_A_MONDAY + now + step.ahead) // SECONDS_OF_A_DAY)
        return any(first <= day <= last for first, last in step.days)
    return is_within(step.periods, step.ahead, now)


def is_within(periods: Periods, ahead: float, now: float) -> bool:
    local = NINE_ON_A_MONDAY + now + ahead
    day, second = int(local // SECONDS_OF_A_DAY), local % SECONDS_OF_A_DAY
    return any(
        weekday == day % 7 and opens <= second < closes for weekday, opens, closes in periods
    )


def changes_at(periods: Periods, ahead: float, now: float) -> float | None:
    """Tell when it is next otherwise than now: a week looks past everything."""
    today = int((NINE_ON_A_MONDAY + now + ahead) // SECONDS_OF_A_DAY)
    turns = [
        day * SECONDS_OF_A_DAY + second - NINE_ON_A_MONDAY - ahead
        for day in range(today, today + 9)
        for weekday, opens, closes in periods
        for second in (opens, closes)
        if weekday == day % 7
    ]
    was = is_within(periods, ahead, now)
    later = [turn for turn in turns if turn > now and is_within(periods, ahead, turn) != was]
    return min(later, default=None)


def next_ring_step(world: World, item: Item, name: str) -> Step | None:
    """R17: the ring step that a callback which comes to a step goes on to, if any.

    A step to be passed over (R22) is joined, and over at once.
    """
    step = step_named(world, item.flow, item.version, name)
    if step.kind == "ring":
        return step
    if step.kind == "audio":
        return next_ring_step(world, item, step.next)
    if step.kind == "menu" and step.no_choice is not None:
        meet(world, Situation.PASSED_A_SILENT_MENU)
        return next_ring_step(world, item, step.no_choice)
    if step.kind in ("hours", "dates"):
        return next_ring_step(world, item, branch_of(world, step))
    return None


def another_hour_opens(world: World, item: Item, name: str) -> bool:
    """R18: whether a ring step lies ahead at another moment; a silent menu hides what is behind."""
    step = step_named(world, item.flow, item.version, name)
    ways = {
        "audio": [step.next],
        "menu": [] if step.no_choice is None else [step.no_choice],
        "hours": [step.if_so, step.if_not],
        "dates": [step.if_so, step.if_not],
    }.get(step.kind, [])
    return step.kind == "ring" or any(another_hour_opens(world, item, each) for each in ways)
