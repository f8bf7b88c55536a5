"""Whether a flow is open at an instant, as its hours and dates judge it before anybody rings."""

from datetime import datetime
from enum import StrEnum

from .calendars import is_open, is_special
from .flow import AudioStep, DatesStep, Flow, HoursStep
from .flow_runner import find_step


class Opening(StrEnum):
    """How a caller who arrives at this moment finds a flow."""

    OPEN = "open"
    CLOSED = "closed"
    """An hours step on the way sends the caller to its closed branch."""
    SPECIAL_DATE = "special-date"
    """A dates step on the way takes today for a special date."""


def opening_of(flow: Flow, at: datetime) -> Opening:
    """Judge the hours and dates from the first step on, up to where the caller rings or chooses."""
    step = find_step(flow, flow.first)
    while True:
        match step:
            case AudioStep():
                ahead = step.next
            case HoursStep() if is_open(step.hours, at):
                ahead = step.open
            case HoursStep():
                return Opening.CLOSED
            case DatesStep() if is_special(step.dates, step.time_zone, at):
                return Opening.SPECIAL_DATE
            case DatesStep():
                ahead = step.ordinary
            case _:
                return Opening.OPEN
        step = find_step(flow, ahead)
