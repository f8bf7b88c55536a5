"""Who is at work when, for which lines, and when they are away in between."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

from .call_list import DAY_SECONDS, CallListWrong, ListedCall, rows_of
from .gaps import AbsenceLengths, Gap, WaitingTimes, WorkDay, find_gaps, work_days

BREAK_AFTER = 180
"""An agent who is unavailable for longer than this after a call is on a break."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One agent at work; instants are seconds since the list's first midnight."""

    agent: str
    begins: float
    ends: float
    lines: frozenset[str]


@dataclass(frozen=True, slots=True)
class Break:
    """Away for so long, from the end of the call that is going on when it begins."""

    agent: str
    begins: float
    lasts: float


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody's shifts and breaks, and what agents do after a call."""

    shifts: tuple[Shift, ...]
    breaks: tuple[Break, ...] = ()
    after_call: "AfterCall" = field(default_factory=lambda: NoAfterCall())

    @property
    def agents(self) -> list[str]:
        return list(dict.fromkeys(shift.agent for shift in self.shifts))


class NoAfterCall:
    """Agents are available the moment a call ends."""

    def draw(self, chance: float) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class FixedAfterCall:
    """The same wrap-up after every call."""

    seconds: int

    def draw(self, chance: float) -> int:
        return self.seconds


@dataclass(frozen=True, slots=True)
class ObservedAfterCall:
    """After-call time as a list shows it, breaks left out."""

    lengths: AbsenceLengths
    seconds_max: int = BREAK_AFTER

    def draw(self, chance: float) -> int:
        return self.lengths.draw(chance, 0, self.seconds_max)


AfterCall = NoAfterCall | FixedAfterCall | ObservedAfterCall


def constant_roster(
    agents: int, lines: Iterable[str], begins: float, ends: float, after_call: AfterCall
) -> Roster:
    """Let so many agents be there all the time, each for every line."""
    served = frozenset(lines)
    shifts = [Shift(f"agent-{number}", begins, ends, served) for number in range(1, agents + 1)]
    return Roster(tuple(shifts), (), after_call)


def infer_roster(
    calls: Sequence[ListedCall],
    *,
    learned_from: Sequence[ListedCall],
    break_after: int,
    chance: Random,
) -> Roster:
    """Infer from who served when: shifts from the first to the last call of a day, the lines
    from the calls taken that day, breaks and after-call time from the gaps between calls.

    Lengths that the list leaves open are drawn from those that `learned_from` shows.
    """
    days = work_days(calls)
    gaps = find_gaps(days, WaitingTimes(calls))
    lengths = AbsenceLengths(gaps if learned_from is calls else gaps_of(learned_from))
    return Roster(
        tuple(_shift(day) for day in days),
        tuple(_breaks(gaps, lengths, break_after, chance)),
        ObservedAfterCall(lengths, break_after),
    )


def gaps_of(calls: Sequence[ListedCall]) -> list[Gap]:
    return find_gaps(work_days(calls), WaitingTimes(calls))


def _shift(day: WorkDay) -> Shift:
    ends = max(call.served_until for call in day.calls)
    return Shift(day.agent, day.calls[0].served_from, ends, day.lines)


def _breaks(
    gaps: Iterable[Gap], lengths: AbsenceLengths, break_after: int, chance: Random
) -> Iterable[Break]:
    for gap in gaps:
        drawn = lengths.draw(chance.random(), gap.at_least, gap.at_most)
        if drawn > break_after:
            yield Break(gap.agent, gap.begins, float(drawn))


def read_roster(
    path: Path, begins: datetime, lines: Iterable[str], after_call: AfterCall
) -> Roster:
    """Read shifts from a CSV file: agent, begins, ends, and lines separated by spaces."""
    every_line = frozenset(lines)
    shifts = []
    for number, row in rows_of(path):
        try:
            first, last = (
                datetime.fromisoformat(row[name]).replace(tzinfo=begins.tzinfo)
                for name in ("begins", "ends")
            )
            served = frozenset(row.get("lines", "").split()) or every_line
            shifts.append(
                Shift(
                    row["agent"],
                    (first - begins).total_seconds(),
                    (last - begins).total_seconds(),
                    served,
                )
            )
        except KeyError as missing:
            raise CallListWrong(f"{path.name} has no column {missing.args[0]!r}.") from missing
        except (ValueError, TypeError) as wrong:
            raise CallListWrong(f"{path.name}, line {number}: {wrong}.") from wrong
    if not shifts:
        raise CallListWrong(f"{path.name} holds no shifts.")
    return Roster(tuple(sorted(shifts, key=lambda shift: shift.begins)), (), after_call)


def days_of(roster: Roster) -> dict[int, dict[str, frozenset[str]]]:
    """Tell for each day who is at work, and for which lines."""
    found: dict[int, dict[str, frozenset[str]]] = {}
    for shift in roster.shifts:
        last = int(max(shift.begins, shift.ends - 1.0) // DAY_SECONDS)
        for day in range(int(shift.begins // DAY_SECONDS), last + 1):
            at_work = found.setdefault(day, {})
            at_work[shift.agent] = at_work.get(shift.agent, frozenset()) | shift.lines
    return found
