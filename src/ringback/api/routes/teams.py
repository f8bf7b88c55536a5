"""Teams: whom a ring step rings, and who shares a line; always saved whole or not at all."""

from fastapi import APIRouter

from ringback.access.permissions import Permission
from ringback.api.configuration import TeamSettings
from ringback.api.dependencies import GivenServices
from ringback.api.errors import refuses
from ringback.api.free_ids import free_id
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.services import Services
from ringback.api.views import View
from ringback.core.ids import TeamId
from ringback.core.inputs import ConfigureTeam
from ringback.core.refusals import RefusalCode

router = APIRouter(prefix="/teams", tags=["settings"], route_class=LoggedRoute)


class TeamView(View):
    id: str
    settings: TeamSettings


@router.get("", name="list_teams", responses=refuses())
@needs(Permission.BOARD_SEE)
async def list_teams(services: GivenServices) -> list[TeamView]:
    return [_team_view(services, team_id) for team_id in services.engine.world.teams]


@router.post("", name="add_team", responses=refuses(RefusalCode.UNKNOWN_AGENT))
@needs(Permission.SETTINGS_CHANGE)
async def add_team(wanted: TeamSettings, who: GivenPrincipal, services: GivenServices) -> TeamView:
    """Add a team, with an id made out of its name."""
    team_id = free_id(wanted.name, services.engine.world.teams, otherwise="team")
    await services.engine.request(ConfigureTeam(wanted.for_core(team_id)), who.actor)
    return _team_view(services, team_id)


@router.put("/{team_id}", name="set_team", responses=refuses(RefusalCode.UNKNOWN_AGENT))
@needs(Permission.SETTINGS_CHANGE)
async def set_team(
    team_id: str, wanted: TeamSettings, who: GivenPrincipal, services: GivenServices
) -> TeamView:
    """Set a team's name and members; an unknown team is created."""
    await services.engine.request(ConfigureTeam(wanted.for_core(team_id)), who.actor)
    return _team_view(services, team_id)


def _team_view(services: Services, team_id: str) -> TeamView:
    team = services.engine.world.teams[TeamId(team_id)]
    settings = TeamSettings.model_construct(name=team.name, members=list(team.members))
    return TeamView(id=team_id, settings=settings)
