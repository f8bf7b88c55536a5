"""Teams, and who belongs to them."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Body, Response

from ringback.access.permissions import Permission
from ringback.api.compatible.errors import disabled, unprocessable, wrong
from ringback.api.compatible.inquiry import GivenInquiry, Inquiry
from ringback.api.compatible.paging import GivenPaging, Json
from ringback.api.compatible.people import Person
from ringback.api.free_ids import free_id
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.core.ids import AgentId, TeamId
from ringback.core.inputs import ConfigureTeam
from ringback.core.settings import Team

NAME_LENGTH_MAX = 64
router = APIRouter(prefix="/teams", route_class=LoggedRoute)
Given = Annotated[dict[str, Any], Body()]


@router.get("", name="compatible_list_teams")
@needs(Permission.SETTINGS_SEE)
async def list_teams(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    await inquiry.ready()
    return paging.cut("teams", list(map(inquiry.show.team, inquiry.world.teams.values())))


@router.get("/{number}", name="compatible_get_team")
@needs(Permission.SETTINGS_SEE)
async def get_team(number: str, inquiry: GivenInquiry) -> Json:
    await inquiry.ready()
    return _shown(inquiry, inquiry.team(number))


@router.post("", name="compatible_create_team", status_code=201)
@needs(Permission.SETTINGS_CHANGE)
async def create_team(given: Given, inquiry: GivenInquiry) -> Json:
    name = given.get("name")
    if not isinstance(name, str) or not 0 < len(name.strip()) <= NAME_LENGTH_MAX:
        raise wrong(f"name must be a text of 1 to {NAME_LENGTH_MAX} characters.")
    teams = inquiry.world.teams.values()
    if any(team.name.casefold() == name.strip().casefold() for team in teams):
        raise unprocessable("A team has this name already.")
    team_id = TeamId(free_id(name, inquiry.world.teams, otherwise="team"))
    return await _set(inquiry, Team(team_id, name.strip(), ()))


@router.delete("/{number}", name="compatible_delete_team")
@needs(Permission.SETTINGS_CHANGE)
async def delete_team(number: str, inquiry: GivenInquiry) -> Response:
    """Refuse: teams stay, since flows name them."""
    inquiry.team(number)
    raise disabled("Deleting teams")


@router.post("/{number}/users/{user_number}", name="compatible_add_to_team", status_code=201)
@needs(Permission.SETTINGS_CHANGE)
async def add_to_team(number: str, user_number: str, inquiry: GivenInquiry) -> Json:
    team, agent_id = inquiry.team(number), _agent(inquiry.person(user_number))
    members = tuple(dict.fromkeys((*team.members, agent_id)))
    return await _set(inquiry, replace(team, members=members))


@router.delete("/{number}/users/{user_number}", name="compatible_remove_from_team")
@needs(Permission.SETTINGS_CHANGE)
async def remove_from_team(number: str, user_number: str, inquiry: GivenInquiry) -> Json:
    team, agent_id = inquiry.team(number), _agent(inquiry.person(user_number))
    members = tuple(each for each in team.members if each != agent_id)
    return await _set(inquiry, replace(team, members=members))


async def _set(inquiry: Inquiry, team: Team) -> Json:
    if inquiry.world.teams.get(team.id) != team:
        await inquiry.services.engine.request(ConfigureTeam(team), inquiry.who.actor)
    await inquiry.ready()
    return _shown(inquiry, inquiry.world.teams[team.id])


def _shown(inquiry: Inquiry, team: Team) -> Json:
    return {"team": inquiry.show.team(team)}


def _agent(person: Person) -> AgentId:
    if person.agent is None:
        raise unprocessable("This user takes no calls.")
    return person.agent.id
