"""What an agent does in a conversation: mute, hold and transfer (R30)."""

from enum import StrEnum

from fastapi import APIRouter
from pydantic import BaseModel, Field

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenPresenter, GivenServices, agent_actor
from ringback.api.errors import refuses
from ringback.api.outside_numbers import NUMBER_REFUSALS, lines_of, number_outside
from ringback.api.permitting import needs
from ringback.api.presenter import Presenter
from ringback.api.services import Services
from ringback.api.views import AgentView
from ringback.core.ids import AgentId, LineId, TeamId
from ringback.core.inputs import (
    CancelConsultation,
    CompleteTransfer,
    ConsultAgent,
    MuteAgent,
    PutOnHold,
    Request,
    TakeOffHold,
    TransferToAgent,
    TransferToLine,
    TransferToTeam,
    UnmuteAgent,
)
from ringback.core.refusals import RefusalCode
from ringback.ports import OutsideTransfer

_R = RefusalCode
IN_CALL = (_R.UNKNOWN_AGENT, _R.NOT_IN_CONVERSATION, _R.PHONES_UNREACHABLE)
IN_CONVERSATION = (*IN_CALL, _R.CONSULTATION_IN_PROGRESS)


class TransferKind(StrEnum):
    """What a call can be transferred to."""

    AGENT = "agent"
    TEAM = "team"
    LINE = "line"
    NUMBER = "number"
    """Outside, typed by the agent."""


class Transfer(BaseModel):
    to: TransferKind = Field(examples=["agent"])
    id: str = Field(
        examples=["tom"], description="Of the agent, team or line; or the number outside itself."
    )

    def for_core(self, agent_id: str, services: Services) -> Request | OutsideTransfer:
        by = AgentId(agent_id)
        match self.to:
            case TransferKind.AGENT:
                return TransferToAgent(by, AgentId(self.id))
            case TransferKind.TEAM:
                return TransferToTeam(by, TeamId(self.id))
            case TransferKind.LINE:
                return TransferToLine(by, LineId(self.id))
            case TransferKind.NUMBER:
                lines = lines_of(services.engine.world, by)
                return OutsideTransfer(by, number_outside(services, self.id, called_from=lines))


class Consult(BaseModel):
    colleague_id: str = Field(examples=["tom"])


router = APIRouter(prefix="/agents/{agent_id}", tags=["agents"])


@router.post("/mute", name="mute_agent", responses=refuses(*IN_CALL))
@needs(Permission.AGENT_WORK)
async def mute_agent(agent_id: str, services: GivenServices, show: GivenPresenter) -> AgentView:
    """Let the customer not hear the agent; done already is no error (R30)."""
    return await _do(MuteAgent(AgentId(agent_id)), agent_id, services, show)


@router.post("/unmute", name="unmute_agent", responses=refuses(*IN_CALL))
@needs(Permission.AGENT_WORK)
async def unmute_agent(agent_id: str, services: GivenServices, show: GivenPresenter) -> AgentView:
    """Let the customer hear the agent again."""
    return await _do(UnmuteAgent(AgentId(agent_id)), agent_id, services, show)


@router.post("/hold", name="hold_customer", responses=refuses(*IN_CONVERSATION))
@needs(Permission.AGENT_WORK)
async def hold_customer(agent_id: str, services: GivenServices, show: GivenPresenter) -> AgentView:
    """Let the customer hear music and the agent nothing; done already is no error (R30)."""
    return await _do(PutOnHold(AgentId(agent_id)), agent_id, services, show)


@router.post("/resume", name="resume_customer", responses=refuses(*IN_CONVERSATION))
@needs(Permission.AGENT_WORK)
async def resume_customer(
    agent_id: str, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Let agent and customer hear each other again."""
    return await _do(TakeOffHold(AgentId(agent_id)), agent_id, services, show)


@router.post(
    "/transfer",
    name="transfer_call",
    responses=refuses(
        *IN_CONVERSATION,
        _R.AGENT_NOT_AVAILABLE,
        _R.NOBODY_TO_RING,
        _R.CALL_ALREADY_THERE,
        _R.UNKNOWN_TEAM,
        _R.UNKNOWN_LINE,
        _R.NUMBER_NOT_CALLABLE,
        _R.DIAL_LIMIT_REACHED,
        *NUMBER_REFUSALS,
    ),
)
@needs(Permission.AGENT_WORK)
async def transfer_call(
    agent_id: str, wanted: Transfer, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Let the customer go on to a colleague, a team, a line or a number outside (R30)."""
    return await _do(wanted.for_core(agent_id, services), agent_id, services, show)


@router.post(
    "/consult",
    name="consult_colleague",
    responses=refuses(*IN_CONVERSATION, _R.AGENT_NOT_AVAILABLE, _R.CALL_ALREADY_THERE),
)
@needs(Permission.AGENT_WORK)
async def consult_colleague(
    agent_id: str, wanted: Consult, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Ring a colleague to talk with before transferring; the customer hears music (R30)."""
    request = ConsultAgent(AgentId(agent_id), AgentId(wanted.colleague_id))
    return await _do(request, agent_id, services, show)


@router.post(
    "/complete-transfer",
    name="complete_transfer",
    responses=refuses(*IN_CALL, _R.NO_CONSULTATION),
)
@needs(Permission.AGENT_WORK)
async def complete_transfer(
    agent_id: str, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Leave the customer to the colleague consulted, who talks or is still being rung."""
    return await _do(CompleteTransfer(AgentId(agent_id)), agent_id, services, show)


@router.post(
    "/cancel-consultation",
    name="cancel_consultation",
    responses=refuses(*IN_CALL, _R.NO_CONSULTATION),
)
@needs(Permission.AGENT_WORK)
async def cancel_consultation(
    agent_id: str, services: GivenServices, show: GivenPresenter
) -> AgentView:
    """Let the colleague go and take the customer back."""
    return await _do(CancelConsultation(AgentId(agent_id)), agent_id, services, show)


async def _do(
    request: Request | OutsideTransfer, agent_id: str, services: Services, show: Presenter
) -> AgentView:
    await services.engine.request(request, agent_actor(agent_id))
    return show.agent(services.engine.world.agents[AgentId(agent_id)])
