"""Agents' outside numbers: checked before they are taken, and never part of the journal.

OutsideNumberRefused
    This number is none on which an agent's calls may ring.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum

from ringback.core.ids import AgentId
from ringback.core.settings import Line, NumberKind

from .numbers import read_number


class OutsideNumberProblem(StrEnum):
    """Why a number is refused; programs are told the value."""

    INVALID = "invalid"
    PREMIUM = "premium"
    SHORT = "short"
    EMERGENCY = "emergency"
    COUNTRY = "country"
    """In a country where none of the lines may call."""
    OWN_LINE = "own-line"
    """One of our own lines: the call would come back to us."""


class OutsideNumberRefused(Exception):
    """This number is none on which an agent's calls may ring."""

    def __init__(self, problem: OutsideNumberProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


_PROBLEM_OF_KIND = {
    NumberKind.WITHHELD: OutsideNumberProblem.INVALID,
    NumberKind.INVALID: OutsideNumberProblem.INVALID,
    NumberKind.PREMIUM: OutsideNumberProblem.PREMIUM,
    NumberKind.SHORT: OutsideNumberProblem.SHORT,
    NumberKind.EMERGENCY: OutsideNumberProblem.EMERGENCY,
}


def read_outside_number(
    raw: str, *, countries: Sequence[str], line_numbers: Collection[str]
) -> str:
    """Give a number in E.164, read by the first of the countries that may be called.

    Raises `OutsideNumberRefused`.
    """
    if not countries:
        raise OutsideNumberRefused(OutsideNumberProblem.COUNTRY)
    read = read_number(raw, countries[0])
    problem = _PROBLEM_OF_KIND.get(read.destination.kind)
    if problem is not None or read.written is None:
        raise OutsideNumberRefused(problem or OutsideNumberProblem.INVALID)
    if read.destination.country not in countries:
        raise OutsideNumberRefused(OutsideNumberProblem.COUNTRY)
    if read.written in line_numbers:
        raise OutsideNumberRefused(OutsideNumberProblem.OWN_LINE)
    return read.written


def callable_countries(lines: Collection[Line]) -> list[str]:
    """List the countries where lines may call: their own, and those their policies name."""
    own = [line.country for line in lines]
    return list(dict.fromkeys(own + [each for line in lines for each in line.dialling.countries]))


def masked(number: str) -> str:
    """Leave of a number its first three and its last two signs."""
    return f"{number[:3]}***{number[-2:]}"


class OutsideNumbers:
    """The numbers of an account's agents: those of the settings' file, and those set since.

    `keep` is given what was set whenever that changes.
    """

    def __init__(
        self,
        configured: Mapping[AgentId, str],
        set_since: Mapping[AgentId, str],
        keep: Callable[[Mapping[AgentId, str]], None],
    ) -> None:
        self._configured = configured
        self._set = dict(set_since)
        self._keep = keep

    def find(self, agent_id: AgentId) -> str | None:
        return self._set.get(agent_id) or self._configured.get(agent_id)

    def set(self, agent_id: AgentId, number: str) -> None:
        """Take a number that was read before."""
        if self.find(agent_id) != number:
            self._set[agent_id] = number
            self._keep(self._set)
