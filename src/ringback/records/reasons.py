"""Tells why a waiting callback is not ringing yet, one English sentence for each reason (R46)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from ringback.core.events import HoldCause
from ringback.core.states import Call, Callback, Item
from ringback.core.why import AgentBar, AgentNow, Obstacle, why
from ringback.core.world import World
from ringback.ports import NumberBook

Row = dict[str, Any]
AHEAD_TOLD_MAX = 20
REASONS: dict[Obstacle | HoldCause, str] = {
    Obstacle.PHONES_UNREACHABLE: "The phone system cannot be reached.",
    Obstacle.SETTLING: "It was asked for a moment ago and settles.",
    Obstacle.PLACE_LENT: "It is suspended: the customer's own call has its place.",
    HoldCause.CUSTOMER_ON_CALL: "The customer is on a call with us.",
    HoldCause.TRUNK_FAULT: "The trunk could not place the call; it is tried again.",
    HoldCause.HALTED: "Callbacks are halted until somebody resumes them.",
    HoldCause.RATE_LIMIT: "As many calls as the dialling policy allows were made.",
    Obstacle.NUMBER_REFUSED: "The dialling policy no longer allows the number.",
    Obstacle.BEHIND_OTHERS: "Somebody ahead would take the next agent.",
    Obstacle.NOBODY_FREE: "No agent of the target is available to it.",
}


def why_rows(
    world: World, number_book: NumberBook, callback: Callback, at: datetime
) -> Sequence[Row]:
    """Give the reasons, the agents and who is ahead, each with its rule."""
    told = why(world, callback, at)
    rows = [_row(bar.rule, REASONS[bar.kind], bar.until) for bar in told.bars]
    rows += [_row("R19", _agent(number_book, each), each.until) for each in told.agents]
    if told.busy_clock is not None:
        left = _in_words(told.busy_clock.left)
        state = "runs" if told.busy_clock.running else "stands still"
        rows.append(_row("R24", f"The clock of When everyone is busy {state}: {left} left.", None))
    for each in told.ahead[:AHEAD_TOLD_MAX]:
        rows.append(_row("R28", _ahead(number_book, each.item, at), None))
    if len(told.ahead) > AHEAD_TOLD_MAX:
        rows.append(_row("R28", f"Ahead: {len(told.ahead) - AHEAD_TOLD_MAX} more.", None))
    return rows


def _row(rule: str, sentence: str, until: datetime | None) -> Row:
    end = "" if until is None else until.isoformat(timespec="seconds").replace("+00:00", "Z")
    return {"rule": rule, "why": sentence, "until": end}


def _agent(number_book: NumberBook, now: AgentNow) -> str:
    name = number_book.agent(now.agent_id).name or now.agent_id
    words = "being rung for it" if now.bar is AgentBar.RINGING else now.bar.value.replace("-", " ")
    return f"{name}: {words}."


def _ahead(number_book: NumberBook, item: Item, at: datetime) -> str:
    kind = "live call" if isinstance(item, Call) else "callback"
    since = item.began_at if isinstance(item, Call) else item.requested_at
    who = "a withheld number"
    if item.customer_id is not None:
        known = number_book.customer(item.customer_id)
        who = known.name or known.number or item.customer_id
    return f"Ahead: {kind} of {who}, for {_in_words(at - since)}."


def _in_words(duration: timedelta) -> str:
    return f"{max(0.0, duration.total_seconds()):.0f} s"
