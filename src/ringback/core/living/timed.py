"""What may have a deadline."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True, kw_only=True)
class Timed:
    """What may have a deadline. The four fields are a cache kept by `deadlines`."""

    deadline: datetime | None = field(default=None, compare=False, repr=False)
    noted: datetime | None = field(default=None, compare=False, repr=False)
    """The instant at which the agenda looks at it next, which is never after the deadline."""
    stale: bool = field(default=False, compare=False, repr=False)
    gone: bool = field(default=False, compare=False, repr=False)


def sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    """Name the earlier of two instants of which each may be missing."""
    if one is None:
        return other
    return one if other is None or one <= other else other
