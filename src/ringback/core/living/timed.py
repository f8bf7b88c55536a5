"""What may have a deadline."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True, kw_only=True)
class Timed:
    """What may have a deadline. The three fields are a cache kept by `deadlines`."""

    deadline: datetime | None = field(default=None, compare=False, repr=False)
    stale: bool = field(default=False, compare=False, repr=False)
    gone: bool = field(default=False, compare=False, repr=False)
