"""What the telephony port can say, and what of it the contract's cases have really exercised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import get_args

from ringback.core.effects import Effect
from ringback.core.inputs import (
    AgentFailureCause,
    AgentPhoneFailed,
    CustomerFailed,
    FailureCause,
    LegState,
    PhoneSystemListed,
)
from ringback.ports import TelephonyReport

Exercisable = type[object] | Enum


def everything_in_the_port() -> tuple[Exercisable, ...]:
    """List effects, reports, causes of failure and states of legs, as the port declares them."""
    return (
        *get_args(Effect),
        *get_args(TelephonyReport),
        *FailureCause,
        *AgentFailureCause,
        *LegState,
    )


@dataclass(slots=True)
class Coverage:
    """Counts what was performed and reported while the cases of one phone world ran."""

    exercised: dict[Exercisable, int] = field(default_factory=dict)
    cases_finished: set[str] = field(default_factory=set)

    def note_effect(self, effect: Effect) -> None:
        self._note(type(effect))

    def note_report(self, report: TelephonyReport) -> None:
        self._note(type(report))
        match report:
            case CustomerFailed(cause=cause):
                self._note(cause)
            case AgentPhoneFailed(cause=agent_cause):
                self._note(agent_cause)
            case PhoneSystemListed(legs=legs, never_sent=never_sent):
                for leg in legs:
                    self._note(leg.state)
                if never_sent:
                    self._note(FailureCause.NEVER_SENT)
            case _:
                pass

    def missing(self, exceptions: Mapping[FailureCause | AgentFailureCause, str]) -> list[str]:
        """Name what no case has exercised, apart from what this world cannot produce."""
        excepted: set[Exercisable] = set(exceptions)
        return [
            _name(item)
            for item in everything_in_the_port()
            if item not in self.exercised and item not in excepted
        ]

    def needless(self, exceptions: Mapping[FailureCause | AgentFailureCause, str]) -> list[str]:
        """Name what was declared impossible and happened all the same."""
        return [_name(item) for item in exceptions if item in self.exercised]

    def _note(self, item: Exercisable) -> None:
        self.exercised[item] = self.exercised.get(item, 0) + 1


def _name(item: Exercisable) -> str:
    return str(item) if isinstance(item, Enum) else item.__name__
