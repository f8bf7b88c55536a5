"""What an agent does in a conversation: mute and hold (R30)."""

from fastapi import APIRouter

from ringback.api.dependencies import GivenPresenter, GivenServices, agent_actor
from ringback.api.errors import refuses
from ringback.api.presenter import Presenter
from ringback.api.services import Services
from ringback.api.views import AgentView
from ringback.core.ids import AgentId
from ringback.core.inputs import MuteAgent, PutOnHold, Request, TakeOffHold, UnmuteAgent
from ringback.core.refusals import RefusalCode

_R = RefusalCode
IN_CONVERSATION = (_R.UNKNOWN_AGENT, _R.NOT_IN_CONVERSATION, _R.PHONES_UNREACHABLE)

router = APIRouter(prefix="/agents/{agent_id}", tags=["agents"])


@router.post("/mute", name="mute_agent", responses=refuses(*IN_CONVERSATION))
async def mute_agent(agent_id: str, services: GivenServices, show: GivenPresenter) -> AgentView:
    """Let the customer not hear the agent; done already is no error (R30)."""
    return await _do(MuteAgent(AgentId(agent_id)), agent_id, services, show)


@router.post("/unmute", name="unmute_agent", responses=refuses(*IN_CONVERSATION))
async def unmute_agent(agent_id: str, services: GivenServices, show: GivenPresenter) -> AgentView:
    """Let the customer hear the agent again."""
    return await _do(UnmuteAgent(AgentId(agent_id)), agent_id, services, show)


@router.post("/hold", name="hold_customer", responses=refuses(*IN_CONVERSATION))
async def hold_customer(agent_id: str, services: GivenServices, show: GivenPresenter) -> AgentView:
    """Let the customer hear music and the agent nothing; done already is no error (R30)."""
    return await _do(PutOnHold(AgentId(agent_id)), agent_id, services, show)


@router.post("/resume", name="resume_customer", responses=refuses(*IN_CONVERSATION))
async def resume_customer(
    agent_id: str, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Let agent and customer hear each other again."""
    return await _do(TakeOffHold(AgentId(agent_id)), agent_id, services, show)


async def _do(request: Request, agent_id: str, services: Services, show: Presenter) -> AgentView:
    await services.engine.request(request, agent_actor(agent_id))
    return show.agent(services.engine.world.agents[AgentId(agent_id)])
