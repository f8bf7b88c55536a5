"""The calls of some days as a list: when each arrived, and what is known of its caller."""

import csv
import gzip
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO

DAY_SECONDS = 86_400.0
CALLS_MAX = 5_000_000
ANY_MIDNIGHT: Final = datetime(2000, 1, 3)  # noqa: DTZ001 - a list has no zone


class CallListFault(StrEnum):
    """What is wrong with a call list, as a stable code."""

    UNREADABLE = "call-list-unreadable"
    EMPTY = "call-list-empty"
    COLUMN_MISSING = "call-list-column-missing"
    ROW_WRONG = "call-list-row-wrong"
    TOO_LONG = "call-list-too-long"
    SERVICE_UNKNOWN = "call-list-service-unknown"
    AGENTS_UNKNOWN = "call-list-agents-unknown"


class CallListWrong(Exception):
    """A call list that cannot be read; the text says where and why, the fault and its data too."""

    def __init__(
        self, text: str, fault: CallListFault = CallListFault.UNREADABLE, **data: object
    ) -> None:
        super().__init__(text)
        self.fault = fault
        self.data = data


class Fate(StrEnum):
    """What became of a caller in reality."""

    SERVED = "served"
    HUNG_UP = "hung-up"
    LEFT = "left"
    """Gone before the queue: nobody waited for an agent."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ListedCall:
    """One row. Instants are seconds since the list's first midnight, durations seconds."""

    call_id: str
    arrives: float
    line: str = "main"
    greeting: float = 0.0
    """Time spent with messages and menus before the queue."""
    fate: Fate = Fate.UNKNOWN
    waited: float = 0.0
    service: float | None = None
    patience: float | None = None
    agent: str | None = None
    customer: str | None = None
    priority: bool | None = False
    """None where the list does not say."""

    @property
    def joins(self) -> float:
        return self.arrives + self.greeting

    @property
    def served_from(self) -> float:
        return self.joins + self.waited

    @property
    def served_until(self) -> float:
        return self.served_from + (self.service or 0.0)


UNREADABLE: Final = (OSError, EOFError, UnicodeDecodeError, csv.Error, zlib.error)


@dataclass(frozen=True, slots=True)
class CallList:
    """Calls in the order of arrival; `begins` is the midnight that instants count from."""

    begins: datetime
    calls: tuple[ListedCall, ...]

    def between(self, first: datetime | None, until: datetime | None) -> "CallList":
        """Keep the calls that arrived from `first` on and before `until`."""
        low = (first - self.begins).total_seconds() if first else float("-inf")
        high = (until - self.begins).total_seconds() if until else float("inf")
        return CallList(self.begins, tuple(c for c in self.calls if low <= c.arrives < high))


def midnight_of(instant: datetime) -> datetime:
    return instant.replace(hour=0, minute=0, second=0, microsecond=0)


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Go through the rows of a CSV file, gzipped or not, with their line numbers."""
    try:
        with _opened(path) as stream:
            reader = csv.DictReader(stream)
            for row in reader:
                if None in row.values():
                    raise row_wrong(path, reader.line_num, "too few columns")
                yield reader.line_num, row
                if reader.line_num > CALLS_MAX:
                    raise CallListWrong(
                        f"{path.name} has more than {CALLS_MAX:,} rows.",
                        CallListFault.TOO_LONG,
                        rows_max=CALLS_MAX,
                    )
    except UNREADABLE as wrong:
        raise CallListWrong(f"{path} cannot be read: {wrong}.") from wrong


def row_wrong(path: Path, line: int, problem: object) -> CallListWrong:
    """Say what is wrong in which line."""
    return CallListWrong(
        f"{path.name}, line {line}: {problem}.",
        CallListFault.ROW_WRONG,
        line=line,
        problem=str(problem),
    )


def columns_of(path: Path) -> list[str]:
    """Name a file's columns."""
    try:
        with _opened(path) as stream:
            columns = list(csv.DictReader(stream).fieldnames or ())
    except UNREADABLE as wrong:
        raise CallListWrong(f"{path} cannot be read: {wrong}.") from wrong
    if not columns:
        raise CallListWrong(f"{path.name} is empty.", CallListFault.EMPTY)
    return columns


def _opened(path: Path) -> TextIO:
    with path.open("rb") as start:
        packed = start.read(2) == b"\x1f\x8b"
    if packed:
        return TextIOWrapper(gzip.open(path), encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


# ---- lists of any origin -----------------------------------------------------------------

FIELDS = (
    "arrival",
    "wait",
    "service",
    "patience",
    "outcome",
    "agent",
    "line",
    "customer",
    "priority",
)
FATES = {
    "served": Fate.SERVED,
    "answered": Fate.SERVED,
    "abandoned": Fate.HUNG_UP,
    "hung-up": Fate.HUNG_UP,
    "hang": Fate.HUNG_UP,
    "left": Fate.LEFT,
    "": Fate.UNKNOWN,
}
TRUTHS = {"1", "yes", "true", "y"}


def read_plain_list(path: Path, columns: Mapping[str, str]) -> CallList:
    """Read a list with one column per field; `columns` maps a field to its column's name.

    Only `arrival` is needed: an ISO date and time, or seconds. Durations are seconds.
    """
    present = set(columns_of(path))
    mapped = {field: columns.get(field, field) for field in FIELDS}
    for field, column in columns.items():
        if field not in FIELDS:
            known = ", ".join(FIELDS)
            raise CallListWrong(f"There is no field {field!r}; the fields are {known}.")
        if column not in present:
            raise CallListWrong(
                f"{path.name} has no column {column!r}.",
                CallListFault.COLUMN_MISSING,
                column=column,
                columns=sorted(present),
            )
    if mapped["arrival"] not in present:
        raise CallListWrong(
            f"{path.name} has no column {mapped['arrival']!r}: "
            "name the one with arrivals by --column arrival=NAME.",
            CallListFault.COLUMN_MISSING,
            column=mapped["arrival"],
            columns=sorted(present),
        )
    begins: datetime | None = None
    calls: list[ListedCall] = []
    for number, row in rows_of(path):
        found = {field: row.get(column, "").strip() for field, column in mapped.items()}
        try:
            arrival = _instant(found["arrival"])
            begins = begins or midnight_of(arrival)
            calls.append(_plain_call(number, found, (arrival - begins).total_seconds()))
        except (ValueError, OverflowError) as wrong:
            raise row_wrong(path, number, wrong) from wrong
    if begins is None:
        raise CallListWrong(f"{path.name} has no rows.", CallListFault.EMPTY)
    return CallList(begins, tuple(sorted(calls, key=lambda call: call.arrives)))


def _plain_call(number: int, found: dict[str, str], arrives: float) -> ListedCall:
    outcome = found["outcome"].lower()
    if outcome not in FATES:
        raise ValueError(f"the outcome {outcome!r} is none of {', '.join(filter(None, FATES))}")
    return ListedCall(
        call_id=f"call-{number}",
        arrives=arrives,
        line=found["line"] or "main",
        fate=FATES[outcome],
        waited=_seconds(found["wait"]) or 0.0,
        service=_seconds(found["service"]),
        patience=_seconds(found["patience"]),
        agent=found["agent"] or None,
        customer=found["customer"] or None,
        priority=found["priority"].lower() in TRUTHS,
    )


def _instant(text: str) -> datetime:
    """Read a date and time, or seconds from any midnight; zones are dropped."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return ANY_MIDNIGHT + timedelta(seconds=_since_midnight(text))


def _since_midnight(text: str) -> float:
    try:
        return float(text)
    except ValueError as wrong:
        raise ValueError(f"{text!r} is no date and time, nor seconds") from wrong


def _seconds(text: str) -> float | None:
    if not text:
        return None
    seconds = float(text)
    if not 0 <= seconds < float("inf"):
        raise ValueError(f"{text} is no duration in seconds")
    return seconds
