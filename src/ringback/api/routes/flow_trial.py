"""Trying a flow: one simulated caller goes through it, and nothing of it is real."""

import asyncio
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter
from pydantic import AfterValidator, Field, SerializeAsAny

from ringback.access.permissions import Permission
from ringback.api.configuration import Configuration, Reference
from ringback.api.dependencies import GivenServices
from ringback.api.errors import refuses
from ringback.api.events import PublicEvent, public_event
from ringback.api.exact import Flag, Instant, Quantity
from ringback.api.flow_settings import FlowSettings
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.api.services import Services
from ringback.api.views import View
from ringback.core.ids import AgentId, FlowId, LineId
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.settings import Line
from ringback.simulation.trial import CALLER, Press, Trial, company_inputs, play
from ringback.speech.catalogue import Language, Prompt, prompt_seconds

SECONDS_MAX = 7_200
YEAR_MIN, YEAR_MAX = 2000, 2100
MESSAGE_SECONDS = 5.0
"""How long a message is whose length is not known."""
_R = RefusalCode
router = APIRouter(tags=["flows"], route_class=LoggedRoute)
Agents = Annotated[list[Reference], Field(max_length=1_000)]
Seconds = Annotated[Quantity, Field(ge=0, le=SECONDS_MAX)]


def _of_our_time(at: datetime) -> datetime:
    if not YEAR_MIN <= at.year <= YEAR_MAX:
        raise ValueError(f"a moment between {YEAR_MIN} and {YEAR_MAX}")
    return at


Moment = Annotated[Instant, AfterValidator(_of_our_time)]


class WantedPress(Configuration):
    after_seconds: Seconds = Field(description="Counted from the beginning of the call.")
    digit: str = Field(pattern=r"^[0-9*#]$", examples=["*"])


class WantedTrial(Configuration):
    """A flow as it is edited, who calls and when, and who is there."""

    settings: FlowSettings
    line_id: Reference | None = Field(
        default=None, description="The number that is called; the first of this flow if absent."
    )
    at: Moment | None = Field(default=None, description="When; now if absent.")
    presses: list[WantedPress] = Field(default=[], max_length=50)
    hangs_up_after_seconds: Seconds | None = None
    withheld: Flag = False
    available: Agents = Field(default=[], description="Agents who are free; others are offline.")
    busy: Agents = Field(default=[], description="Agents who talk to somebody else.")
    busy_for_seconds: Seconds = 120
    agents_answer: Flag = Field(
        default=True, description="Whether phones that ring, also those outside, are answered."
    )


class TrialView(View):
    call_id: str = Field(description="The caller's call in these events.")
    began_at: Instant
    events: list[SerializeAsAny[PublicEvent]]
    over: bool = Field(description="Whether it came to an end within six hours.")


@router.post(
    "/flows/{flow_id}/try",
    name="try_flow",
    responses=refuses(_R.INVALID_FLOW, _R.UNKNOWN_LINE),
)
@needs(Permission.SETTINGS_SEE)
async def try_flow(flow_id: str, wanted: WantedTrial, services: GivenServices) -> TrialView:
    """Let a simulated caller go through a flow, in virtual time; nothing is dialled or kept."""
    world = services.engine.world
    begins = wanted.at or services.clock.now()
    flow = wanted.settings.for_core(flow_id)
    trial = Trial(
        flow=flow,
        line=_line(services, wanted.line_id, flow.id),
        begins=begins,
        presses=tuple(
            Press(timedelta(seconds=press.after_seconds), press.digit) for press in wanted.presses
        ),
        hangs_up_after=_duration(wanted.hangs_up_after_seconds),
        withheld=wanted.withheld,
        available=tuple(map(AgentId, wanted.available)),
        busy=tuple(map(AgentId, wanted.busy)),
        busy_for=timedelta(seconds=wanted.busy_for_seconds),
        agents_answer=wanted.agents_answer,
    )
    lengths = {prompt: message.seconds for prompt, message in world.messages.items()}
    inputs = company_inputs(world, trial)
    story = await asyncio.to_thread(play, trial, inputs, lambda prompt: _seconds(lengths, prompt))
    return TrialView(
        call_id=CALLER,
        began_at=begins,
        events=[public_event(fact) for fact in story.facts],
        over=story.over,
    )


def _line(services: Services, line_id: str | None, flow_id: FlowId) -> Line:
    """Find the number that is called: the one that is named, one of the flow's, or one made up."""
    lines = services.engine.world.lines
    if line_id is not None:
        line = lines.get(LineId(line_id))
        if line is None:
            raise Refusal(_R.UNKNOWN_LINE, line_id=line_id)
        return line
    own = (line for line in lines.values() if line.flow_id == flow_id)
    return next(own, None) or Line(LineId("trial"), "", "FR", "en", flow_id)


def _duration(seconds: float | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)


def _seconds(lengths: dict[str, float], prompt: str) -> float:
    language, _, key = prompt.partition("/")
    if prompt in lengths:
        return lengths[prompt]
    if language in set(Language) and key in set(Prompt):
        return prompt_seconds(Prompt(key), Language(language))
    return MESSAGE_SECONDS
