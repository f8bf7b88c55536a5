"""Whom each ring step rang at any time, read from the flows and teams of the journal."""

from bisect import bisect_right

from ringback.core.events import Fact, FlowPublished, TeamConfigured
from ringback.core.flow import RingStep, TeamTarget
from ringback.core.ids import AgentId, FlowId, StepId, TeamId

QueueName = tuple[FlowId, int, StepId]


class Routing:
    """The ring steps of every flow version, and the members of every team, in order."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        """The few facts behind it all, for a book of a few calls and callbacks."""
        self._steps: dict[QueueName, RingStep] = {}
        self._teams: dict[TeamId, list[tuple[int, tuple[AgentId, ...]]]] = {}

    def fold(self, fact: Fact) -> None:
        match fact.event:
            case FlowPublished(flow=flow, version=version):
                self.facts.append(fact)
                for step in flow.steps:
                    if isinstance(step, RingStep):
                        self._steps[flow.id, version, step.id] = step
            case TeamConfigured(team=team):
                self.facts.append(fact)
                self._teams.setdefault(team.id, []).append((fact.sequence, team.members))
            case _:
                pass

    def step(self, queue: QueueName) -> RingStep:
        return self._steps[queue]

    def team_of(self, queue: QueueName) -> TeamId | None:
        """Name the team which a ring step rings; None where it rings one agent."""
        step = self._steps.get(queue)
        return step.target.team_id if step and isinstance(step.target, TeamTarget) else None

    def belonged(self, agent_id: AgentId, team_id: TeamId, sequence: int) -> bool:
        """Tell whether an agent was a member of a team at that time."""
        history = self._teams.get(team_id, [])
        at = bisect_right(history, sequence, key=lambda entry: entry[0])
        return at > 0 and agent_id in history[at - 1][1]
