"""The users of the company, for those who manage them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from fastapi import APIRouter

from ringback.access.permissions import Permission
from ringback.access.principal import Principal
from ringback.access.refusals import AccessCode
from ringback.access.registrar import WithPassword
from ringback.api.dependencies import GivenServices
from ringback.api.errors import refuses
from ringback.api.free_ids import free_id
from ringback.api.people_views import NewUser, RightsModel, UserDraft, UserView, UserWithPassword
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.services import Services
from ringback.api.sheets import GivenSeen, GivenTagging
from ringback.core.ids import AgentId
from ringback.core.inputs import SetAgentStatus
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.settings import AgentStatus
from ringback.core.world import World
from ringback.people import User, UserId

from .agents import AGENT_REFUSALS, configure_agent

_A, _R = AccessCode, RefusalCode
DRAFT_REFUSALS = (
    _A.EMAIL_TAKEN,
    _A.AGENT_TAKEN,
    _A.AGENT_REQUIRED,
    _R.UNKNOWN_AGENT,
    _R.UNKNOWN_LINE,
    _R.UNKNOWN_TEAM,
)
router = APIRouter(prefix="/users", tags=["users"])


@router.get("", name="list_users", responses=refuses())
@needs(Permission.USERS_MANAGE)
async def list_users(services: GivenServices) -> list[UserView]:
    """List all users, also those who are shut out, by name."""
    users = sorted(services.access.directory.users.values(), key=lambda user: (user.name, user.id))
    waits = services.access.doorkeeper.waits()
    return [_view(services, user, waits) for user in users]


@router.post(
    "",
    name="add_user",
    responses=refuses(*DRAFT_REFUSALS, *AGENT_REFUSALS),
)
@needs(Permission.USERS_MANAGE)
async def add_user(
    wanted: NewUser, who: GivenPrincipal, services: GivenServices
) -> UserWithPassword:
    """Add a user, and give the one-time password to sign in with first."""
    refuse_unknown(services.engine.world, wanted)
    draft = wanted.draft()
    if wanted.new_agent is not None:
        agents = services.engine.world.agents
        agent_id = AgentId(free_id(wanted.new_agent.name, agents, otherwise="agent"))
        draft = draft._replace(rights=replace(draft.rights, agent_id=agent_id))
        services.access.registrar.refuse(draft, who)
        await configure_agent(services, wanted.new_agent.for_core(agent_id), who.actor)
    return _told(services, await services.access.registrar.add(draft, who))


@router.get("/{user_id}", name="get_user", responses=refuses(_A.UNKNOWN_USER))
@needs(Permission.USERS_MANAGE)
async def get_user(user_id: str, services: GivenServices, tagging: GivenTagging) -> UserView:
    user = services.access.registrar.found(UserId(user_id))
    tagging.tell(UserDraft.of(user))
    return _shown(services, user)


@router.put(
    "/{user_id}",
    name="change_user",
    responses=refuses(_A.UNKNOWN_USER, _A.LAST_OWNER, *DRAFT_REFUSALS, _R.CHANGED_MEANWHILE),
)
@needs(Permission.USERS_MANAGE)
async def change_user(
    user_id: str,
    wanted: UserDraft,
    who: GivenPrincipal,
    services: GivenServices,
    seen: GivenSeen,
) -> UserView:
    """Change a user, whole."""
    refuse_unknown(services.engine.world, wanted)
    registrar = services.access.registrar
    before = registrar.found(UserId(user_id)).rights.agent_id
    still = seen.still(lambda: UserDraft.of(registrar.found(UserId(user_id))))
    changed = await registrar.change(UserId(user_id), wanted.draft(), who, provided=still)
    seen.tell(UserDraft.of(changed))
    if before != changed.rights.agent_id:
        await _send_offline(services, before, who)
    return _shown(services, changed)


@router.post(
    "/{user_id}/deactivate",
    name="deactivate_user",
    responses=refuses(_A.UNKNOWN_USER, _A.LAST_OWNER),
)
@needs(Permission.USERS_MANAGE)
async def deactivate_user(user_id: str, who: GivenPrincipal, services: GivenServices) -> UserView:
    """Shut a user out, at once in every browser; the agent who they are goes offline."""
    user = await services.access.registrar.set_active(UserId(user_id), False, who)
    await _send_offline(services, user.rights.agent_id, who)
    return _shown(services, user)


@router.post("/{user_id}/activate", name="activate_user", responses=refuses(_A.UNKNOWN_USER))
@needs(Permission.USERS_MANAGE)
async def activate_user(user_id: str, who: GivenPrincipal, services: GivenServices) -> UserView:
    """Let a user in again."""
    registrar = services.access.registrar
    return _shown(services, await registrar.set_active(UserId(user_id), True, who))


@router.post("/{user_id}/reset-password", name="reset_password", responses=refuses(_A.UNKNOWN_USER))
@needs(Permission.USERS_MANAGE)
async def reset_password(
    user_id: str, who: GivenPrincipal, services: GivenServices
) -> UserWithPassword:
    """Give a one-time password in the place of a forgotten one; every session of theirs ends."""
    return _told(services, await services.access.registrar.reset_password(UserId(user_id), who))


@router.post(
    "/{user_id}/reset-two-factor", name="reset_second_factor", responses=refuses(_A.UNKNOWN_USER)
)
@needs(Permission.USERS_MANAGE)
async def reset_second_factor(
    user_id: str, who: GivenPrincipal, services: GivenServices
) -> UserView:
    """Forget the authenticator of somebody who has lost it; every session of theirs ends."""
    registrar = services.access.registrar
    return _shown(services, await registrar.reset_second_factor(UserId(user_id), who))


@router.post("/{user_id}/lift-waits", name="lift_waits", responses=refuses(_A.UNKNOWN_USER))
@needs(Permission.USERS_MANAGE)
async def lift_waits(user_id: str, who: GivenPrincipal, services: GivenServices) -> UserView:
    """Let somebody try to sign in again at once, after wrong passwords or codes."""
    user = services.access.registrar.found(UserId(user_id))
    await services.access.doorkeeper.lift_waits(who, user)
    return _shown(services, user)


def refuse_unknown(world: World, wanted: RightsModel) -> None:
    """Raise `Refusal` for rights over what does not exist."""
    if wanted.agent_id is not None and wanted.agent_id not in world.agents:
        raise Refusal(_R.UNKNOWN_AGENT, agent_id=wanted.agent_id)
    if wanted.supervises is None:
        return
    for line_id in wanted.supervises.lines:
        if line_id not in world.lines:
            raise Refusal(_R.UNKNOWN_LINE, line_id=line_id)
    for team_id in wanted.supervises.teams:
        if team_id not in world.teams:
            raise Refusal(_R.UNKNOWN_TEAM, team_id=team_id)


async def _send_offline(services: Services, agent_id: AgentId | None, who: Principal) -> None:
    """Have nothing ring any more for an agent whom nobody is; a conversation goes on."""
    if agent_id is not None and agent_id in services.engine.world.agents:
        await services.engine.request(SetAgentStatus(agent_id, AgentStatus.OFFLINE), who.actor)


def _shown(services: Services, user: User) -> UserView:
    return _view(services, user, services.access.doorkeeper.waits())


def _view(services: Services, user: User, waits: Mapping[UserId, datetime]) -> UserView:
    access = services.access
    return UserView.of(
        user,
        sessions=len(access.doorkeeper.live_sessions(user)),
        required=access.rules.requires_second_factor(user.rights.role),
        waits=waits.get(user.id),
    )


def _told(services: Services, made: WithPassword) -> UserWithPassword:
    return UserWithPassword(user=_shown(services, made.user), password=made.password)
