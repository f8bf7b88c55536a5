"""Call lists in the layout of the Technion's anonymous bank (Guedj and Mandelbaum)."""

from datetime import datetime, timedelta
from pathlib import Path

from .call_list import (
    DAY_SECONDS,
    CallList,
    CallListFault,
    CallListWrong,
    Fate,
    ListedCall,
    columns_of,
    midnight_of,
    row_wrong,
    rows_of,
)

COLUMNS = {"vru_entry", "vru_time", "q_start", "q_time", "outcome", "ser_start", "ser_time"}
NOBODY = "NO_SERVER"
PRIORITY = "2"
UNIDENTIFIED = "0"
CLOCKS_APART_MAX = 300.0
"""Some rows mix up clocks by hours; then the time in the voice menu counts."""
BLIND_TYPES = {"NW", "IN"}
"""Types whose callers are never looked up: their priority 0 is no gap in the file."""


def is_bank_layout(path: Path) -> bool:
    """Tell whether a file has the bank's columns."""
    return set(columns_of(path)) >= COLUMNS


def read_bank_list(path: Path) -> CallList:
    """Read every row as a call; those that never reached the queue left during the greeting."""
    begins: datetime | None = None
    calls = []
    for number, row in rows_of(path):
        try:
            date = datetime.strptime(row["date"], "%y%m%d")  # noqa: DTZ007 - a list has no zone
            begins = begins or midnight_of(date)
            calls.append(_call(row, (date - begins).total_seconds(), number))
        except (KeyError, ValueError) as wrong:
            raise row_wrong(path, number, wrong) from wrong
    if begins is None:
        raise CallListWrong(f"{path.name} has no rows.", CallListFault.EMPTY)
    return CallList(begins, tuple(sorted(calls, key=lambda call: call.arrives)))


def _call(row: dict[str, str], midnight: float, number: int) -> ListedCall:
    entered = _time(row["vru_entry"])
    waited = float(row["q_time"])
    fate = _fate(row["outcome"], waited)
    if fate is Fate.LEFT:
        greeting = float(row["vru_time"])
        waited = 0.0
    else:
        greeting = _time(row["q_start"] if waited else row["ser_start"]) - entered
    if greeting < -DAY_SECONDS / 2:
        greeting += DAY_SECONDS
    if abs(greeting - float(row["vru_time"])) > CLOCKS_APART_MAX:
        greeting = float(row["vru_time"])
    customer = row["customer_id"]
    return ListedCall(
        call_id=f"call-{number}",
        arrives=midnight + entered,
        line=row["type"],
        greeting=max(greeting, 0.0),
        fate=fate,
        waited=waited,
        service=float(row["ser_time"]) if fate is Fate.SERVED else None,
        agent=None if row["server"] == NOBODY else row["server"],
        customer=None if customer == UNIDENTIFIED else customer,
        priority=_priority(row),
    )


def _fate(outcome: str, waited: float) -> Fate:
    if outcome == "AGENT":
        return Fate.SERVED
    return Fate.HUNG_UP if outcome == "HANG" and waited > 0 else Fate.LEFT


def _priority(row: dict[str, str]) -> bool | None:
    """A caller who was served at once was never looked up: nobody knows their priority."""
    if row["priority"] == "0" and row["type"] not in BLIND_TYPES:
        return None
    return row["priority"] == PRIORITY


def _time(text: str) -> float:
    hours, minutes, seconds = text.split(":")
    clock = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))
    return clock.total_seconds()
