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
from ringback.api.sheets import EntityTag, GivenSeen, tag_of
from ringback.api.views import View
from ringback.core.ids import TeamId
from ringback.core.inputs import ConfigureTeam
from ringback.core.refusals import RefusalCode

router = APIRouter(prefix="/teams", tags=["settings"], route_class=LoggedRoute)


class TeamView(View):
    id: str
    settings: TeamSettings
    etag: EntityTag


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


@router.put(
    "/{team_id}",
    name="set_team",
    responses=refuses(RefusalCode.UNKNOWN_AGENT, RefusalCode.CHANGED_MEANWHILE),
)
@needs(Permission.SETTINGS_CHANGE)
async def set_team(
    team_id: str,
    wanted: TeamSettings,
    who: GivenPrincipal,
    services: GivenServices,
    seen: GivenSeen,
) -> TeamView:
    """Set a team's name and members; an unknown team is created."""
    still = seen.still(lambda: _settings(services, team_id))
    await services.engine.request(
        ConfigureTeam(wanted.for_core(team_id)), who.actor, provided=still
    )
    view = _team_view(services, team_id)
    seen.tell(view.settings)
    return view


def _team_view(services: Services, team_id: str) -> TeamView:
    settings = _settings(services, team_id)
    assert settings is not None
    return TeamView(id=team_id, settings=settings, etag=tag_of(settings))


def _settings(services: Services, team_id: str) -> TeamSettings | None:
    team = services.engine.world.teams.get(TeamId(team_id))
    if team is None:
        return None
    return TeamSettings.model_construct(name=team.name, members=list(team.members))
