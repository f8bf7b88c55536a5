"""Agents: who they are, what they are doing, and what they do about offers."""

from dataclasses import replace
from enum import StrEnum

from fastapi import APIRouter
from pydantic import BaseModel, Field

from ringback.access.permissions import Permission
from ringback.api.configuration import AgentSettings, AwayReason
from ringback.api.dependencies import (
    GivenPresenter,
    GivenServices,
    GivenSight,
    WhichAgent,
    agent_actor,
)
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.logged import LoggedRoute
from ringback.api.outside_numbers import NUMBER_REFUSALS, number_outside
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.services import Services
from ringback.api.sheets import GivenSeen, GivenTagging
from ringback.api.views import AgentView, OfferView, View
from ringback.core.ids import AgentId, OfferId
from ringback.core.inputs import (
    AcceptOffer,
    ConfigureAgent,
    DeclineOffer,
    EndWrapUp,
    HangUpAgent,
    SetAgentStatus,
)
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.settings import AgentProfile, AgentStatus, PhoneKind
from ringback.core.states import Agent
from ringback.runtime.letters import Provided, in_any_case

_R, _E = RefusalCode, EdgeCode
OFFER_REFUSALS = (
    _R.UNKNOWN_OFFER,
    _R.UNKNOWN_AGENT,
    _R.OFFER_OF_ANOTHER_AGENT,
    _R.OFFER_TAKEN,
    _R.OFFER_WITHDRAWN,
    _R.OFFER_RANG_OUT,
    _R.OFFER_ALREADY_ACCEPTED,
    _R.OFFER_ALREADY_DECLINED,
)
AGENT_REFUSALS = (_R.VALUE_OUT_OF_RANGE, _R.INVALID_HOURS, _E.NO_OUTSIDE_NUMBER)

router = APIRouter(route_class=LoggedRoute)


class Ringing(StrEnum):
    """Where an agent's calls ring."""

    OWN = "own"
    """On the phone they have been given: the page, or a desk phone."""
    OUTSIDE = "outside"


class RingsOn(BaseModel):
    phone: Ringing = Field(examples=["outside"])
    number: str | None = Field(
        default=None, max_length=40, examples=["06 12 34 56 78"], description="For `outside`."
    )


class NewStatus(BaseModel):
    status: AgentStatus = Field(examples=["online"])
    reason: AwayReason | None = Field(
        default=None,
        examples=["lunch"],
        description="Why not to be disturbed: one of the company's reasons. Of that status alone.",
    )


class CurrentOffers(View):
    """The agent's current offers and the server's clock to draw their deadlines by."""

    server_time: str = Field(examples=["2026-11-22T12:00:00Z"])
    offers: list[OfferView]


@router.get("/agents", name="list_agents", tags=["agents"], responses=refuses())
@needs(Permission.BOARD_SEE)
async def list_agents(show: GivenPresenter, sight: GivenSight) -> list[AgentView]:
    """List all agents with what they are doing at this moment."""
    return sight.agents(show.agents())


@router.get(
    "/agents/{agent_id}",
    name="get_agent",
    tags=["agents"],
    responses=refuses(_R.UNKNOWN_AGENT),
)
@needs(Permission.BOARD_SEE)
async def get_agent(
    agent_id: str, services: GivenServices, show: GivenPresenter, sight: GivenSight
) -> AgentView:
    return sight.agent(show.agent(_agent(services, agent_id)))


@router.put(
    "/agents/{agent_id}/status",
    name="set_agent_status",
    tags=["agents"],
    responses=refuses(_R.UNKNOWN_AGENT, _R.UNKNOWN_AWAY_REASON),
)
@needs(Permission.AGENT_WORK)
async def set_agent_status(
    agent_id: str, wanted: NewStatus, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Go online, into Do not disturb, or offline."""
    request = SetAgentStatus(AgentId(agent_id), wanted.status, wanted.reason)
    await services.engine.request(request, agent_actor(agent_id))
    return show.agent(_agent(services, agent_id))


@router.get(
    "/agents/{agent_id}/offers",
    name="list_agent_offers",
    tags=["agents", "offers"],
    responses=refuses(_R.UNKNOWN_AGENT),
)
@needs(Permission.AGENT_WORK)
async def list_agent_offers(
    agent_id: str, services: GivenServices, show: GivenPresenter
) -> CurrentOffers:
    """List the agent's current offers: at most one at a time (S6)."""
    agent = _agent(services, agent_id)
    offer = show.offer(agent.offer) if agent.offer is not None else None
    return CurrentOffers(
        server_time=services.clock.now().isoformat(), offers=[offer] if offer is not None else []
    )


@router.post(
    "/agents/{agent_id}/hang-up",
    name="hang_up_agent",
    tags=["agents"],
    responses=refuses(_R.UNKNOWN_AGENT, _R.AGENT_NOT_ON_A_CALL),
)
@needs(Permission.AGENT_WORK)
async def hang_up_agent(agent_id: str, services: GivenServices, show: GivenPresenter) -> AgentView:
    """End the communication the agent is in."""
    await services.engine.request(HangUpAgent(AgentId(agent_id)), agent_actor(agent_id))
    return show.agent(_agent(services, agent_id))


@router.post(
    "/agents/{agent_id}/end-wrap-up",
    name="end_wrap_up",
    tags=["agents"],
    responses=refuses(_R.UNKNOWN_AGENT, _R.AGENT_NOT_IN_WRAP_UP),
)
@needs(Permission.AGENT_WORK)
async def end_wrap_up(agent_id: str, services: GivenServices, show: GivenPresenter) -> AgentView:
    """Be done with the notes before the time for them is over."""
    await services.engine.request(EndWrapUp(AgentId(agent_id)), agent_actor(agent_id))
    return show.agent(_agent(services, agent_id))


@router.post(
    "/offers/{offer_id}/accept",
    name="accept_offer",
    tags=["offers"],
    responses=refuses(*OFFER_REFUSALS, _R.ACCEPT_ON_THE_PHONE),
)
@needs(Permission.AGENT_WORK)
async def accept_offer(
    offer_id: str, by: WhichAgent, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Press *Call back*, or *Answer* for a live call: the first to accept wins (R29)."""
    request = AcceptOffer(OfferId(offer_id), AgentId(by.agent_id))
    await services.engine.request(request, agent_actor(by.agent_id))
    return show.agent(_agent(services, by.agent_id))


@router.post(
    "/offers/{offer_id}/decline",
    name="decline_offer",
    tags=["offers"],
    responses=refuses(*OFFER_REFUSALS),
)
@needs(Permission.AGENT_WORK)
async def decline_offer(
    offer_id: str, by: WhichAgent, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Press *Decline*: this agent is not rung again in this attempt (R22)."""
    request = DeclineOffer(OfferId(offer_id), AgentId(by.agent_id))
    await services.engine.request(request, agent_actor(by.agent_id))
    return show.agent(_agent(services, by.agent_id))


@router.put(
    "/agents/{agent_id}/rings-on",
    name="set_agent_rings_on",
    tags=["agents"],
    responses=refuses(_R.UNKNOWN_AGENT, *NUMBER_REFUSALS, _E.NO_OUTSIDE_NUMBER),
)
@needs(Permission.AGENT_WORK)
async def set_agent_rings_on(
    agent_id: str, wanted: RingsOn, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Let an agent's calls ring on their own phone, or on an outside number.

    The number may be left out where one is known. It is kept beside the journal, never in it.
    """
    profile = _agent(services, agent_id).profile
    phone = services.own_phones.get(profile.id, PhoneKind.BROWSER)
    if wanted.phone is Ringing.OUTSIDE:
        phone = PhoneKind.OUTSIDE
        if wanted.number is not None:
            lines = services.engine.world.lines.values()
            number = number_outside(services, wanted.number, called_from=lines)
            services.outside_numbers.set(profile.id, number)
    await configure_agent(services, replace(profile, phone=phone), agent_actor(agent_id))
    return show.agent(_agent(services, agent_id))


@router.get(
    "/agents/{agent_id}/settings",
    name="get_agent_settings",
    tags=["settings"],
    responses=refuses(_R.UNKNOWN_AGENT),
)
@needs(Permission.SETTINGS_SEE)
async def get_agent_settings(
    agent_id: str, services: GivenServices, tagging: GivenTagging
) -> AgentSettings:
    return tagging.tell(AgentSettings.of(_agent(services, agent_id).profile))


@router.put(
    "/agents/{agent_id}/settings",
    name="set_agent_settings",
    tags=["settings"],
    responses=refuses(*AGENT_REFUSALS, _R.CHANGED_MEANWHILE),
)
@needs(Permission.SETTINGS_CHANGE)
async def set_agent_settings(
    agent_id: str,
    wanted: AgentSettings,
    who: GivenPrincipal,
    services: GivenServices,
    seen: GivenSeen,
) -> AgentSettings:
    """Set an agent's profile, whole; an unknown agent is created, offline."""
    still = seen.still(lambda: AgentSettings.of(_agent(services, agent_id).profile))
    await configure_agent(services, wanted.for_core(agent_id), who.actor, provided=still)
    return seen.tell(AgentSettings.of(_agent(services, agent_id).profile))


async def configure_agent(
    services: Services, profile: AgentProfile, actor: str, provided: Provided = in_any_case
) -> None:
    """Set an agent's profile. Raises `Refusal`, and `EdgeRefused` without a number to ring."""
    has_number = services.outside_numbers.find(profile.id) is not None
    if profile.phone is PhoneKind.OUTSIDE and not has_number:
        raise EdgeRefused(_E.NO_OUTSIDE_NUMBER)
    await services.engine.request(ConfigureAgent(profile), actor, provided=provided)


def _agent(services: Services, agent_id: str) -> Agent:
    agent = services.engine.world.agents.get(AgentId(agent_id))
    if agent is None:
        raise Refusal(_R.UNKNOWN_AGENT, agent_id=agent_id)
    return agent
