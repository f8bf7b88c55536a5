"""What is to be different in the replay of a past day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ringback.core.flow import AgentTarget, Flow, RingStep, TeamTarget
from ringback.core.ids import AgentId, FlowId, LineId, TeamId
from ringback.core.inputs import (
    ConfigureAgent,
    ConfigureLine,
    ConfigureTeam,
    Input,
    PublishFlow,
)
from ringback.core.settings import AgentProfile, Line, PhoneKind, Team

from .day import DayFault, DayWrong, PastDay


@dataclass(frozen=True, slots=True)
class Changes:
    """Other settings for some lines, or for all of them."""

    lines: tuple[LineId, ...] = ()
    """Empty means every line. A flow shared with other lines changes for them, too."""
    callbacks: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `CallbackSettings`."""
    ring_steps: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `RingStep`, for every ring step of these lines' flows."""
    more_agents: int = 0
    """So many more agents in each team that these flows ring; each keeps a colleague's hours.

    Below zero so many fewer, the last ones of each team, but one stays.
    """


class ChangedCompany:
    """Applies changes to the inputs of a day, alike at its beginning and in its course."""

    def __init__(self, day: PastDay, changes: Changes) -> None:
        inputs = [*day.founding, *(given for _, given in day.happenings)]
        lines = [given.line for given in inputs if isinstance(given, ConfigureLine)]
        known = {line.id for line in lines}
        unknown = [line_id for line_id in changes.lines if line_id not in known]
        if unknown:
            raise DayWrong(
                f"There was no line {unknown[0]} on that day.",
                DayFault.UNKNOWN_LINE,
                line_id=unknown[0],
            )
        self._changes = changes
        self._flows = {line.flow_id for line in lines if self._concerns(line.id)}
        self._teams = set(_teams_of(inputs, self._flows)) if changes.more_agents else set()
        self._dismissed = self._who_leaves(inputs)
        self._twins: dict[AgentId, list[AgentId]] = {}
        self._profiles: dict[AgentId, AgentProfile] = {}

    def changed(self, given: Input) -> list[Input]:
        """Give what takes this input's place."""
        match given:
            case ConfigureLine(line):
                return [ConfigureLine(self._line(line))]
            case PublishFlow(flow):
                return [PublishFlow(self._flow(flow))]
            case ConfigureAgent(profile):
                return [ConfigureAgent(self._profile(profile))]
            case ConfigureTeam(team) if team.id in self._teams:
                return [*self._new_agents(team), ConfigureTeam(self._team(team))]
            case _ if getattr(given, "agent_id", None) in self._dismissed:
                return []
            case _:
                return [given, *self._of_twins(given)]

    def _who_leaves(self, inputs: Iterable[Input]) -> set[AgentId]:
        """Name those who are in no team any more, and so are not at work at all."""
        leaving: set[AgentId] = set()
        staying: set[AgentId] = set()
        for given in inputs:
            match given:
                case ConfigureTeam(team) if team.id in self._teams:
                    kept = self._kept(team)
                    staying.update(kept)
                    leaving.update(member for member in team.members if member not in kept)
                case ConfigureTeam(team):
                    staying.update(team.members)
                case PublishFlow(flow):
                    staying.update(
                        step.target.agent_id
                        for step in flow.steps
                        if isinstance(step, RingStep) and isinstance(step.target, AgentTarget)
                    )
                case _:
                    pass
        return leaving - staying

    def _kept(self, team: Team) -> tuple[AgentId, ...]:
        fewer = min(0, self._changes.more_agents)
        return team.members[: max(1, len(team.members) + fewer)]

    def _concerns(self, line_id: LineId) -> bool:
        return not self._changes.lines or line_id in self._changes.lines

    def _line(self, line: Line) -> Line:
        if not self._concerns(line.id):
            return line
        return replace(line, callbacks=replace(line.callbacks, **self._changes.callbacks))

    def _flow(self, flow: Flow) -> Flow:
        if flow.id not in self._flows:
            return flow
        steps = tuple(
            replace(step, **self._changes.ring_steps) if isinstance(step, RingStep) else step
            for step in flow.steps
        )
        return replace(flow, steps=steps)

    def _team(self, team: Team) -> Team:
        return replace(team, members=(*self._kept(team), *self._twins_for(team)))

    def _profile(self, profile: AgentProfile) -> AgentProfile:
        """Whatever phone an agent had, in a replay it is one that is simply answered."""
        self._profiles[profile.id] = replace(profile, phone=PhoneKind.DESK)
        return self._profiles[profile.id]

    def _new_agents(self, team: Team) -> list[Input]:
        return [
            ConfigureAgent(replace(self._profiles[member], id=twin, name=twin))
            for twin, member in self._twins_for(team).items()
        ]

    def _twins_for(self, team: Team) -> dict[AgentId, AgentId]:
        """Name the new agents of a team, each with the member whose hours they keep."""
        twins = {}
        for number in range(self._changes.more_agents if team.members else 0):
            member = team.members[number % len(team.members)]
            twin = AgentId(f"more-{team.id}-{number + 1}")
            if twin not in self._twins.setdefault(member, []):
                self._twins[member].append(twin)
            twins[twin] = member
        return twins

    def _of_twins(self, given: Input) -> list[Input]:
        agent_id = getattr(given, "agent_id", None)
        # Only what has an agent has twins, which a type checker cannot know.
        return [replace(given, agent_id=twin) for twin in self._twins.get(agent_id, ())]  # type: ignore[arg-type]


def _teams_of(inputs: Iterable[Input], flows: set[FlowId]) -> Iterable[TeamId]:
    for given in inputs:
        if isinstance(given, PublishFlow) and given.flow.id in flows:
            for step in given.flow.steps:
                if isinstance(step, RingStep) and isinstance(step.target, TeamTarget):
                    yield step.target.team_id
