"""Lines: what people configure, always saved whole or not at all."""

from dataclasses import replace

from fastapi import APIRouter
from pydantic import BaseModel, Field

from ringback.access.permissions import Permission
from ringback.api.configuration import LineSettings
from ringback.api.dependencies import GivenServices, GivenSight
from ringback.api.errors import refuses
from ringback.api.exact import Whole
from ringback.api.flow_views import ProblemView, problem_views
from ringback.api.logged import LoggedRoute
from ringback.api.messages import SPEECH_REFUSALS, SpokenView, missing_among, spoken_message
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.services import Services
from ringback.api.sheets import EntityTag, GivenSeen, GivenTagging, tag_of
from ringback.api.views import View
from ringback.core.callback import cancellable
from ringback.core.ids import AgentId, LineId
from ringback.core.inputs import CancelPending, ConfigureLine
from ringback.core.library import of_line
from ringback.core.offering import line_warnings
from ringback.core.opening import Opening, opening_of
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.settings import CallbacksLock, Line
from ringback.speech.catalogue import Language
from ringback.speech.synthesis import TEXT_LENGTH_MAX

_R = RefusalCode
router = APIRouter(tags=["settings"], route_class=LoggedRoute)


class LineView(View):
    id: str = Field(examples=["support"])
    number: str | None = Field(examples=["+33199000001"])
    locked: CallbacksLock | None = Field(
        description="Why its callback settings cannot be changed and do nothing (R1)."
    )
    settings: LineSettings
    etag: EntityTag
    warnings: list[ProblemView] = Field(
        description="`no-offer`: callbacks are allowed, and no message tells callers of `*` (R3)."
    )
    opening: Opening = Field(description="How its flow judges hours and dates at this moment.")
    pending_callbacks: int = Field(
        description="How many could be cancelled now: the open ones, but for those being dialled."
    )


class SavedLineSettings(LineSettings):
    """Settings as they are in force, and what they warn of."""

    warnings: list[ProblemView]


class CancelPendingCallbacks(BaseModel):
    count: Whole = Field(ge=0, description="How many there are, as `pending_callbacks` said.")


class ConfirmationText(BaseModel):
    text: str = Field(
        description=f"What is said after `*`; at most {TEXT_LENGTH_MAX} characters.",
        max_length=100_000,
        examples=["Thank you, we call you back as soon as it is your turn. Goodbye."],
    )


class AnnouncementText(BaseModel):
    text: str = Field(
        description=f"What customers hear before the agent; at most {TEXT_LENGTH_MAX} characters.",
        max_length=100_000,
        examples=["To improve our service, this call may be recorded."],
    )


@router.get("/lines", name="list_lines", responses=refuses())
@needs(Permission.BOARD_SEE)
async def list_lines(services: GivenServices, sight: GivenSight) -> list[LineView]:
    """List the lines that one sees."""
    lines = services.engine.world.lines.values()
    return [_line_view(services, line) for line in lines if line.id not in sight.hidden]


@router.get("/lines/{line_id}", name="get_line", responses=refuses(_R.UNKNOWN_LINE))
@needs(Permission.BOARD_SEE)
async def get_line(line_id: str, services: GivenServices) -> LineView:
    return _line_view(services, _line(services, line_id))


@router.get(
    "/lines/{line_id}/settings", name="get_line_settings", responses=refuses(_R.UNKNOWN_LINE)
)
@needs(Permission.SETTINGS_SEE)
async def get_line_settings(
    line_id: str, services: GivenServices, tagging: GivenTagging
) -> LineSettings:
    return tagging.tell(LineSettings.of(_line(services, line_id)))


@router.put(
    "/lines/{line_id}/settings",
    name="set_line_settings",
    responses=refuses(
        _R.UNKNOWN_LINE,
        _R.UNKNOWN_FLOW,
        _R.UNKNOWN_AGENT,
        _R.UNKNOWN_TEAM,
        _R.UNKNOWN_MESSAGE,
        _R.VALUE_OUT_OF_RANGE,
        _R.CALLBACKS_LOCKED,
        _R.CHANGED_MEANWHILE,
    ),
)
@needs(Permission.SETTINGS_CHANGE)
async def set_line_settings(
    line_id: str,
    wanted: LineSettings,
    who: GivenPrincipal,
    services: GivenServices,
    seen: GivenSeen,
) -> SavedLineSettings:
    """Set a line's settings, whole; callbacks already waiting keep those of their request (R4)."""
    known = dict.fromkeys(of_line(_line(services, line_id)))
    line = wanted.for_core(line_id)
    for prompt in missing_among(services.number_book, of_line(line)):
        if prompt not in known:
            raise Refusal(_R.UNKNOWN_MESSAGE, prompt=prompt)
    still = seen.still(lambda: LineSettings.of(_line(services, line_id)))
    await services.engine.request(ConfigureLine(line), who.actor, provided=still)
    line = _line(services, line_id)
    settings = seen.tell(LineSettings.of(line)).model_dump()
    return SavedLineSettings(**settings, warnings=_warnings(services, line))


@router.post(
    "/lines/{line_id}/cancel-callbacks",
    name="cancel_line_callbacks",
    responses=refuses(_R.UNKNOWN_LINE, _R.PENDING_COUNT_CHANGED),
)
@needs(Permission.CALLBACKS_DIRECT)
async def cancel_line_callbacks(
    line_id: str, wanted: CancelPendingCallbacks, who: GivenPrincipal, services: GivenServices
) -> LineView:
    """Cancel all that a line has pending, but for what is being dialled, if it is so many (R4)."""
    await services.engine.request(CancelPending(LineId(line_id), wanted.count), who.actor)
    return _line_view(services, _line(services, line_id))


@router.put(
    "/lines/{line_id}/confirmation",
    name="set_line_confirmation",
    responses=refuses(_R.UNKNOWN_LINE, _R.CALLBACKS_LOCKED, *SPEECH_REFUSALS),
)
@needs(Permission.SETTINGS_CHANGE)
async def set_line_confirmation(
    line_id: str, wanted: ConfirmationText, who: GivenPrincipal, services: GivenServices
) -> SpokenView:
    """Have the confirmation message spoken from a text, and use it for further requests."""
    language = Language(_line(services, line_id).language)
    spoken = await spoken_message(services, wanted.text, language)
    line = _line(services, line_id)
    callbacks = replace(line.callbacks, confirmation_prompt=spoken.prompt)
    await services.engine.request(ConfigureLine(replace(line, callbacks=callbacks)), who.actor)
    return spoken


@router.put(
    "/lines/{line_id}/announcement",
    name="set_line_announcement",
    responses=refuses(_R.UNKNOWN_LINE, *SPEECH_REFUSALS),
)
@needs(Permission.SETTINGS_CHANGE)
async def set_line_announcement(
    line_id: str, wanted: AnnouncementText, who: GivenPrincipal, services: GivenServices
) -> SpokenView:
    """Have an announcement spoken from a text; customers hear it before the agent.

    It is used for live calls from here on, and for callbacks that are requested from here on.
    """
    language = Language(_line(services, line_id).language)
    spoken = await spoken_message(services, wanted.text, language)
    line = _line(services, line_id)
    callbacks = replace(line.callbacks, announcement_prompt=spoken.prompt)
    announced = replace(line, callbacks=callbacks, announcement_prompt=spoken.prompt)
    await services.engine.request(ConfigureLine(announced), who.actor)
    return spoken


@router.put(
    "/lines/{line_id}/agents/{agent_id}",
    name="assign_agent",
    responses=refuses(_R.UNKNOWN_LINE, _R.UNKNOWN_AGENT),
)
@needs(Permission.SETTINGS_CHANGE)
async def assign_agent(
    line_id: str, agent_id: str, who: GivenPrincipal, services: GivenServices
) -> LineView:
    """Assign an agent to a line (R36); one that was everybody's is then for who is assigned."""
    line = _line(services, line_id)
    agents = tuple(dict.fromkeys((*line.assigned_agents, AgentId(agent_id))))
    await services.engine.request(ConfigureLine(replace(line, assigned_agents=agents)), who.actor)
    return _line_view(services, _line(services, line_id))


@router.delete(
    "/lines/{line_id}/agents/{agent_id}",
    name="unassign_agent",
    responses=refuses(_R.UNKNOWN_LINE),
)
@needs(Permission.SETTINGS_CHANGE)
async def unassign_agent(
    line_id: str, agent_id: str, who: GivenPrincipal, services: GivenServices
) -> LineView:
    """Take a line from an agent; one to which nobody is assigned is everybody's (R36)."""
    line = _line(services, line_id)
    agents = tuple(each for each in line.assigned_agents if each != agent_id)
    await services.engine.request(ConfigureLine(replace(line, assigned_agents=agents)), who.actor)
    return _line_view(services, _line(services, line_id))


def _line(services: Services, line_id: str) -> Line:
    line = services.engine.world.lines.get(LineId(line_id))
    if line is None:
        raise Refusal(_R.UNKNOWN_LINE, line_id=line_id)
    return line


def _line_view(services: Services, line: Line) -> LineView:
    number = services.number_book.line(line.id).number
    published = services.engine.world.flows[line.flow_id]
    settings = LineSettings.of(line)
    return LineView(
        id=line.id,
        number=number,
        locked=services.engine.world.settings.callbacks_lock,
        settings=settings,
        etag=tag_of(settings),
        warnings=_warnings(services, line),
        opening=opening_of(published.versions[published.current], services.clock.now()),
        pending_callbacks=len(cancellable(services.engine.world, line.id)),
    )


def _warnings(services: Services, line: Line) -> list[ProblemView]:
    return problem_views(line_warnings(services.engine.world, line))
