"""One study: a call list made ready, run, and compared with what really happened."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from .bank_layout import is_bank_layout, read_bank_list
from .call_list import CallList, CallListFault, CallListWrong, Fate, ListedCall, read_plain_list
from .callers import Caller, PatienceByGroup, plan_callers
from .patience import ExponentialPatience, estimate_by_group
from .roster import (
    BREAK_AFTER,
    AfterCall,
    FixedAfterCall,
    NoAfterCall,
    Roster,
    constant_roster,
    infer_roster,
    read_roster,
)
from .run import Run
from .scenario import Scenario
from .tally import Tally


@dataclass(frozen=True, slots=True)
class Plan:
    """What a study takes: the list, what of it, where the roster and the patience come from.

    Calls before `first` are not replayed; patience and after-call time are then learned from
    them alone, otherwise from the whole list.
    """

    path: Path
    scenario: Scenario
    columns: Mapping[str, str] = field(default_factory=dict)
    first: datetime | None = None
    until: datetime | None = None
    roster_path: Path | None = None
    agents: int | None = None
    wrap_up: int | None = None
    break_after: int = BREAK_AFTER
    patience_mean: float | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """Callers and agents, ready to be run, and the calls they were made from."""

    plan: Plan
    begins: datetime
    calls: Sequence[ListedCall]
    callers: Sequence[Caller]
    roster: Roster

    def run(
        self,
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        interrupted: Callable[[], bool] = lambda: False,
    ) -> tuple[Tally, bool]:
        """Run in virtual time; tell what was counted, and whether the end was reached."""
        run = Run(self.begins, self.callers, self.roster, self.plan.scenario)
        tally = run.go(progress=progress, interrupted=interrupted)
        return tally, run.finished


def read_call_list(path: Path, columns: Mapping[str, str]) -> CallList:
    """Read a list in the bank's layout, or in any other with its columns named."""
    if not columns and is_bank_layout(path):
        read = read_bank_list(path)
    else:
        read = read_plain_list(path, columns)
    return CallList(read.begins.replace(tzinfo=UTC), read.calls)


def prepare(plan: Plan) -> Study:
    """Read, learn and draw everything that a run needs."""
    whole = read_call_list(plan.path, plan.columns)
    calls = whole.between(plan.first, plan.until).calls
    if not calls:
        raise CallListWrong(
            f"{plan.path.name} has no calls between these dates.", CallListFault.EMPTY
        )
    learned_from = whole.between(None, plan.first).calls if plan.first else calls
    learned_from = learned_from or calls
    callers = plan_callers(
        calls,
        patience=_patience(plan, learned_from),
        conduct=plan.scenario.callers,
        learned_from=learned_from,
        seed=plan.scenario.seed,
    )
    roster = _roster(plan, whole.begins, calls, learned_from)
    return Study(plan, whole.begins, calls, callers, roster)


def _patience(plan: Plan, learned_from: Sequence[ListedCall]) -> PatienceByGroup:
    if plan.patience_mean is not None:
        return {None: ExponentialPatience(plan.patience_mean)}
    return estimate_by_group(learned_from)


def _roster(
    plan: Plan,
    begins: datetime,
    calls: Sequence[ListedCall],
    learned_from: Sequence[ListedCall],
) -> Roster:
    lines = sorted({call.line for call in calls})
    after_call: AfterCall = NoAfterCall() if not plan.wrap_up else FixedAfterCall(plan.wrap_up)
    if plan.roster_path is not None:
        return read_roster(plan.roster_path, begins, lines, after_call)
    if plan.agents is not None:
        last = max(call.served_until for call in calls) + DAYS_LEFT
        return constant_roster(plan.agents, lines, calls[0].arrives, last, after_call)
    if not any(call.agent for call in calls):
        raise CallListWrong(
            "The list does not say who served: give a team by --agents or --roster, "
            "or name the column by --column agent=NAME.",
            CallListFault.AGENTS_UNKNOWN,
        )
    inferred = infer_roster(
        calls,
        learned_from=learned_from,
        break_after=plan.break_after,
        chance=Random(plan.scenario.seed + 2),
    )
    if plan.wrap_up is None:
        return inferred
    return Roster(inferred.shifts, inferred.breaks, after_call)


DAYS_LEFT = 7 * 86_400.0
"""A constant team stays this long after the last call, for the callbacks that are left."""


def observed(calls: Sequence[ListedCall]) -> dict[str, float] | None:
    """Tell what really happened to these callers, if the list says so."""
    served = [call.waited for call in calls if call.fate is Fate.SERVED]
    hung_up = sum(call.fate is Fate.HUNG_UP for call in calls)
    if not served:
        return None
    return {
        "served": len(served),
        "abandoned": hung_up,
        "abandoned_share": round(hung_up / (hung_up + len(served)), 4),
        "mean_wait_of_served": round(sum(served) / len(served), 1),
    }
