"""Checks what no single entry can know: that all a company's entries name exists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import time

from ringback.core.calendars import is_known_zone
from ringback.core.ids import AgentId
from ringback.core.settings import NumberKind, PhoneKind
from ringback.people import MAIN_ACCOUNT
from ringback.runtime.numbers import read_international, read_number
from ringback.runtime.outside_numbers import (
    OutsideNumberProblem,
    OutsideNumberRefused,
    callable_countries,
    read_outside_number,
)

from .company import AgentEntry, LineEntry
from .entries import WeeklyEntry
from .flow_entries import (
    AudioEntry,
    DatesEntry,
    FlowEntry,
    HangUpEntry,
    HoursEntry,
    MenuEntry,
    RedirectToLineEntry,
    RedirectToNumberEntry,
    RingEntry,
    StepEntry,
    VoicemailEntry,
)
from .settings import Settings

WORDS_OF_PROBLEM = {
    OutsideNumberProblem.INVALID: "it is no number",
    OutsideNumberProblem.PREMIUM: "calls to it are billed at a premium",
    OutsideNumberProblem.SHORT: "it is a short number",
    OutsideNumberProblem.EMERGENCY: "it is an emergency number",
    OutsideNumberProblem.COUNTRY: "it is in a country where no line may call",
    OutsideNumberProblem.OWN_LINE: "it is one of the lines",
}


def reference_problems(settings: Settings) -> Iterator[str]:
    """Give one sentence for each name that leads nowhere or stands twice."""
    agents = {entry.id for entry in settings.agents}
    teams = {entry.id for entry in settings.teams}
    flows = {entry.id for entry in settings.flows}
    lines = {entry.id for entry in settings.lines}
    trunks = {entry.name for entry in settings.trunks}
    for kind, ids in (
        ("agents", [entry.id for entry in settings.agents]),
        ("teams", [entry.id for entry in settings.teams]),
        ("tags", [entry.id for entry in settings.tags]),
        ("flows", [entry.id for entry in settings.flows]),
        ("lines", [entry.id for entry in settings.lines]),
        ("trunks", [entry.name for entry in settings.trunks]),
    ):
        yield from _twice(kind, ids)
    for index, agent in enumerate(settings.agents):
        if agent.hours is not None:
            yield from _calendar_problems(f"agents[{index}].hours", agent.hours)
    for index, team in enumerate(settings.teams):
        for member in team.members:
            if member not in agents:
                yield f"teams[{index}].members names the agent {member!r}, {_known(agents)}."
    for index, agent in enumerate(settings.agents):
        yield from _agent_problems(f"agents[{index}]", agent, settings.lines)
    for index, flow in enumerate(settings.flows):
        yield from _flow_problems(f"flows[{index}]", flow, agents, teams)
        yield from _redirect_problems(f"flows[{index}]", flow, lines)
    for index, line in enumerate(settings.lines):
        yield from _line_problems(f"lines[{index}]", line, flows)
        if line.trunk is not None and line.trunk not in trunks:
            yield f"lines[{index}].trunk names the trunk {line.trunk!r}, {_known(trunks)}."
        for agent_id in line.assigned_agents:
            if agent_id not in agents:
                yield f"lines[{index}].assigned_agents names {agent_id!r}, {_known(agents)}."
        for team_id in line.assigned_teams:
            if team_id not in teams:
                yield f"lines[{index}].assigned_teams names {team_id!r}, {_known(teams)}."
    yield from _twice("lines", [entry.number for entry in settings.lines])


def clash_problems(companies: Sequence[Settings]) -> Iterator[str]:
    """Give one sentence for what two companies of an installation both call theirs.

    A called number, or the name with which a phone logs in, says whose call it is.
    """
    ids: list[str] = [settings.account_id for settings in companies]
    yield from _twice("companies", ids)
    if MAIN_ACCOUNT in ids[1:]:
        yield f"companies may not have the id {MAIN_ACCOUNT!r}: that is the installation's own."
    if len(companies) > 1:
        numbers = [line.number for each in companies for line in each.lines]
        yield from _twice("lines of all companies", list(numbers))
        usernames = [name for each in companies for name in phone_names(each).values()]
        yield from _twice("phones of all companies", usernames)


def phone_names(settings: Settings) -> Mapping[AgentId, str]:
    """Name the phones with which agents log in; those of a further company begin with its id."""
    account_id = settings.account_id
    prefix = "" if account_id == MAIN_ACCOUNT else f"{account_id}-"
    return {AgentId(entry.id): entry.username or prefix + entry.id for entry in settings.agents}


def _agent_problems(path: str, agent: AgentEntry, lines: Sequence[LineEntry]) -> Iterator[str]:
    number = agent.outside_number
    if number is None:
        if agent.phone is PhoneKind.OUTSIDE:
            yield f"{path}.outside_number is missing: {agent.id!r} has the phone 'outside'."
        return
    countries = callable_countries([line.line() for line in lines])
    line_numbers = [line.number for line in lines]
    try:
        read = read_outside_number(number, countries=countries, line_numbers=line_numbers)
    except OutsideNumberRefused as refused:
        yield f"{path}.outside_number cannot be called: {WORDS_OF_PROBLEM[refused.problem]}."
        return
    if read != number:
        yield f"{path}.outside_number must be written with its country, such as '+33612345678'."


def _flow_problems(path: str, flow: FlowEntry, agents: set[str], teams: set[str]) -> Iterator[str]:
    steps = {step.id for step in flow.steps}
    yield from _twice(f"{path}.steps", [step.id for step in flow.steps])
    if flow.first not in steps:
        yield f"{path}.first names the step {flow.first!r}, {_known(steps)}."
    for index, step in enumerate(flow.steps):
        here = f"{path}.steps[{index}]"
        for key, next_id in _ways_on(step):
            if next_id not in steps:
                yield f"{here}.{key} names the step {next_id!r}, {_known(steps)}."
        if isinstance(step, HoursEntry | DatesEntry):
            yield from _calendar_problems(here, step)
        if not isinstance(step, RingEntry):
            continue
        if (step.team is None) == (step.agent is None):
            yield f"{here} must name either a team or an agent."
        if step.team is not None and step.team not in teams:
            yield f"{here}.team names the team {step.team!r}, {_known(teams)}."
        if step.agent is not None and step.agent not in agents:
            yield f"{here}.agent names the agent {step.agent!r}, {_known(agents)}."


def _redirect_problems(path: str, flow: FlowEntry, lines: set[str]) -> Iterator[str]:
    for index, step in enumerate(flow.steps):
        here = f"{path}.steps[{index}]"
        if isinstance(step, RedirectToLineEntry) and step.line not in lines:
            yield f"{here}.line names the line {step.line!r}, {_known(lines)}."
        if isinstance(step, RedirectToNumberEntry):
            read = read_international(step.number)
            if read.written != step.number or read.destination.kind is not NumberKind.ORDINARY:
                yield (
                    f"{here}.number is {step.number!r}; it must be an ordinary number such as "
                    "'+33199001234'."
                )


def _ways_on(step: StepEntry) -> Iterator[tuple[str, str]]:
    """Name every step that may come next, with the key that names it."""
    match step:
        case AudioEntry() | RingEntry():
            yield "next", step.next
        case MenuEntry():
            for index, choice in enumerate(step.choices):
                yield f"choices[{index}].next", choice.next
            if step.no_choice is not None:
                yield "no_choice", step.no_choice
        case HoursEntry():
            yield from (("open", step.open), ("closed", step.closed))
        case DatesEntry():
            yield from (("special", step.special), ("ordinary", step.ordinary))
        case RedirectToNumberEntry():
            yield "next", step.next
        case RedirectToLineEntry() | VoicemailEntry() | HangUpEntry():
            pass


def _calendar_problems(path: str, step: HoursEntry | WeeklyEntry | DatesEntry) -> Iterator[str]:
    if not is_known_zone(step.time_zone):
        yield f"{path}.time_zone is {step.time_zone!r}; it must be a zone such as 'Europe/Paris'."
    if not isinstance(step, DatesEntry):
        for index, period in enumerate(step.periods):
            if time(0) < period.closes <= period.opens:
                yield f"{path}.periods[{index}] closes before it opens."
        return
    for index, special in enumerate(step.dates):
        if special.last is not None and special.last < special.first:
            yield f"{path}.dates[{index}] ends before it begins."


def _line_problems(path: str, line: LineEntry, flows: set[str]) -> Iterator[str]:
    if line.flow not in flows:
        yield f"{path}.flow names the flow {line.flow!r}, {_known(flows)}."
    if read_number(line.number, line.country).written != line.number:
        yield f"{path}.number is {line.number!r}; it must be a number such as '+33199001000'."


def _known(names: Iterable[str]) -> str:
    listed = ", ".join(sorted(names))
    return f"which does not exist; there are: {listed}" if listed else "but there is none"


def _twice(kind: str, names: list[str]) -> Iterator[str]:
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield f"{kind} has {name!r} twice."
