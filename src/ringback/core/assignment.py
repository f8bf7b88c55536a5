"""Which lines' requests an agent sees, claims and calls by hand in the Workspace (R36)."""

from .agent import known
from .ids import AgentId, LineId
from .settings import Line
from .world import World


def sees(world: World, agent_id: AgentId, line: Line) -> bool:
    """Tell whether an agent sees a line's requests; everybody does while nobody is assigned."""
    if not line.assigned_agents and not line.assigned_teams:
        return True
    if agent_id in line.assigned_agents:
        return True
    teams = (world.teams.get(team_id) for team_id in line.assigned_teams)
    return any(team is not None and agent_id in team.members for team in teams)


def hidden_lines(world: World, agent_id: AgentId | None) -> frozenset[LineId]:
    """Name the lines whose requests an agent does not see; who is no agent sees all."""
    if agent_id is None:
        return frozenset()
    agent = known(world, agent_id)
    return frozenset(line.id for line in world.lines.values() if not sees(world, agent.id, line))
