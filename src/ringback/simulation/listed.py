"""An uploaded call list beside itself: as it was, replayed without callbacks, and as chosen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ringback.core.ids import LineId
from ringback.core.settings import CallbackMode, CallbackSettings

from .call_list import Fate, ListedCall
from .past.comparison import part
from .report import figures_of
from .scenario import AgentConduct, CallerConduct, LinePlan, Scenario
from .study import Plan, prepare, read_call_list
from .tally import Tally, Wait

ANSWER_AFTER = 2.0


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """What the replay of a list assumes; what is not given is as `ringback simulate` has it."""

    path: Path
    columns: Mapping[str, str] = field(default_factory=dict)
    callbacks: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `CallbackSettings`."""
    ring_steps: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `LinePlan`."""
    agents: int | None = None
    """A team of this size, always there; None takes who served when from the list."""
    callers: CallerConduct = field(default_factory=CallerConduct)
    seed: int = 1

    def plan(self, callbacks: CallbackSettings) -> Plan:
        line = LinePlan(callbacks=callbacks, **self.ring_steps)
        conduct = AgentConduct(answer_after=0.0 if self.agents is None else ANSWER_AFTER)
        scenario = Scenario(line, conduct, self.callers, self.seed)
        return Plan(self.path, scenario, columns=self.columns, agents=self.agents)


def compare_list(question: ListQuestion, *, progress: Callable[[int, int], None]) -> dict[str, Any]:
    """Replay a list twice and put the results side by side; raises `CallListWrong`.

    First without callbacks, which shows how far the replay is to be believed, then as chosen.
    """
    chosen = replace(CallbackSettings(), **question.callbacks)
    runs = {"same_settings": replace(chosen, mode=CallbackMode.OFF), "other_settings": chosen}
    found: dict[str, Any] = {}
    for number, (name, callbacks) in enumerate(runs.items()):
        study = prepare(question.plan(callbacks))
        if not found:
            agents = len({call.agent for call in study.calls if call.agent is not None})
            seen = figures_of(seen_in(study.begins, study.calls), agents=agents)
            found["as_it_was"] = seen
        tally, finished = study.run(progress=part(progress, number, len(runs)))
        figures = figures_of(tally, agents=len(study.roster.agents))
        found[name] = {**figures, "finished": finished}
    return {**found, **_span(study.begins, study.calls), "seed": question.seed}


def examined(path: Path, columns: Mapping[str, str]) -> dict[str, Any]:
    """Tell what a list holds; raises `CallListWrong`."""
    whole = read_call_list(path, columns)
    return {
        "calls": len(whole.calls),
        "lines": sorted({call.line for call in whole.calls}),
        "knows_agents": any(call.agent for call in whole.calls),
        **_span(whole.begins, whole.calls),
    }


def seen_in(begins: datetime, calls: Sequence[ListedCall]) -> Tally:
    """Count what the list says happened; who was at work it does not say."""
    tally = Tally(calls=len(calls))
    for call in calls:
        since = begins + timedelta(seconds=call.joins)
        wait = Wait(since, call.waited, LineId(call.line))
        match call.fate:
            case Fate.SERVED:
                tally.served.append(wait)
                tally.talking += timedelta(seconds=call.service or 0.0)
            case Fate.HUNG_UP:
                tally.abandoned.append(wait)
            case Fate.LEFT:
                tally.left_early += 1
            case Fate.UNKNOWN:
                pass
    return tally


def _span(begins: datetime, calls: Sequence[ListedCall]) -> dict[str, str]:
    first, last = (begins + timedelta(seconds=calls[at].arrives) for at in (0, -1))
    return {"from": first.isoformat(), "until": last.isoformat()}
