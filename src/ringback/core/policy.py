"""The dialling policy: which numbers may be called back, and how often (R9, R48)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .ids import CustomerId
from .outcomes import OutcomeReason
from .settings import Destination, Line, NumberKind
from .world import DAY, HOUR, World


class Verdict(StrEnum):
    """What the policy says of one dial."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    RATE_LIMITED = "rate-limited"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict; a rate limit says until when."""

    verdict: Verdict
    until: datetime | None = None


def why_not_callable(line: Line, destination: Destination) -> OutcomeReason | None:
    """Tell why a number can never be called back from a line, or None (R9)."""
    match destination.kind:
        case NumberKind.ORDINARY:
            allowed = line.dialling.countries or (line.country,)
            return None if destination.country in allowed else OutcomeReason.DESTINATION_REFUSED
        case NumberKind.WITHHELD:
            return OutcomeReason.WITHHELD_NUMBER
        case NumberKind.INVALID:
            return OutcomeReason.INVALID_NUMBER
        case NumberKind.PREMIUM | NumberKind.SHORT | NumberKind.EMERGENCY:
            return OutcomeReason.DESTINATION_REFUSED


def judge_by_hand(line: Line, destination: Destination) -> Judgement:
    """Judge a dial that an agent starts: the same numbers are refused, no rate limits (S15)."""
    refused = why_not_callable(line, destination) is not None
    return Judgement(Verdict.REFUSED if refused else Verdict.ALLOWED)


def judge_transfer(world: World, line: Line, destination: Destination, at: datetime) -> Judgement:
    """Judge a dial to a number that an agent has typed: the line's limit bounds these too."""
    judgement = judge_by_hand(line, destination)
    in_hour = [t for t in world.dials_by_line.get(line.id, ()) if t > at - HOUR]
    if judgement.verdict is Verdict.ALLOWED and len(in_hour) >= line.dialling.line_hour_max:
        return Judgement(Verdict.RATE_LIMITED)
    return judgement


def judge(
    world: World, line: Line, destination: Destination, customer_id: CustomerId | None, at: datetime
) -> Judgement:
    """Judge one automatic dial at this moment, by the settings of this moment (S15).

    A limit of zero allows none at all: it refuses, since no waiting would help.
    """
    if customer_id is None or why_not_callable(line, destination) is not None:
        return Judgement(Verdict.REFUSED)
    if not line.dialling.customer_day_max or not line.dialling.line_hour_max:
        return Judgement(Verdict.REFUSED)
    by_customer = world.dials_by_customer.get(customer_id, ())
    by_line = world.dials_by_line.get(line.id, ())
    until = max(
        _free_at(by_customer, line.dialling.customer_day_max, DAY, at),
        _free_at(by_line, line.dialling.line_hour_max, HOUR, at),
    )
    return Judgement(Verdict.RATE_LIMITED, until) if until > at else Judgement(Verdict.ALLOWED)


def _free_at(dials: Sequence[datetime], limit: int, period: timedelta, at: datetime) -> datetime:
    """Tell from when on a limit allows one more dial; `dials` are in order."""
    return at if len(dials) < limit else max(at, dials[-limit] + period)
