"""What a request holds is taken by the letter: a number is no flag, no instant and no date."""

import re
from typing import Annotated, Final

from pydantic import AwareDatetime, BeforeValidator, Strict

_BEGINS_AS_A_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")

Flag = Annotated[bool, Strict()]
Whole = Annotated[int, Strict()]
Quantity = Annotated[float, Strict()]


def no_number(given: object) -> object:
    """Refuse what pydantic would take for seconds since 1970, or since midnight."""
    if isinstance(given, int | float):
        raise ValueError("write it as text")
    return given


def _as_an_instant(given: object) -> object:
    if isinstance(no_number(given), str) and _BEGINS_AS_A_DATE.match(str(given)) is None:
        raise ValueError("write it as 2026-03-02T09:00:00Z, with its zone")
    return given


Instant = Annotated[AwareDatetime, BeforeValidator(_as_an_instant)]
