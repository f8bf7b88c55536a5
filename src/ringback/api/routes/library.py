"""The company's own messages: uploaded or spoken, listened to, renamed, removed (R2)."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.configuration import Configuration
from ringback.api.dependencies import GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.guard import Bound
from ringback.api.logged import LoggedRoute
from ringback.api.messages import PREVIEW, SPEECH_REFUSALS, SpokenView, previewed
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.receiving import file_in_body, received
from ringback.api.routes.messages import MessageView, view_of
from ringback.api.services import Services
from ringback.api.views import View
from ringback.core.inputs import RenameMessage
from ringback.core.library import KEPT, uses_of
from ringback.core.refusals import RefusalCode
from ringback.core.settings import KeptMessage
from ringback.speech.catalogue import Language
from ringback.speech.recording_formats import NAMES
from ringback.speech.synthesis import TEXT_LENGTH_MAX, SpeechRefused, find_engine
from ringback.speech.uploads import REFUSALS, Converted, RecordingRefused, digest_of_message

_R = RefusalCode
RECORDINGS_PATH = "/api/v1/messages/recordings"
ENVELOPE_BYTES_MAX = 100_000
"""What a form may hold beside its file."""
KEEPING = (_R.MESSAGE_NAME_TAKEN, _R.MESSAGE_ALREADY_KEPT, _R.TOO_MANY_MESSAGES)
RECORDING_REFUSALS = tuple(EdgeCode(code) for code in REFUSALS)
MessageName = Annotated[
    str, Field(min_length=1, max_length=100, pattern=r"\S", examples=["Summer opening hours"])
]

router = APIRouter(tags=["messages"], route_class=LoggedRoute)


class SpokenText(Configuration):
    text: str = Field(
        description=f"What is said; at most {TEXT_LENGTH_MAX} characters.",
        max_length=100_000,
        examples=["We are closed until Monday. Goodbye."],
    )
    language: Language = Language.ENGLISH


class NamedText(SpokenText):
    name: MessageName


class NewName(Configuration):
    name: MessageName


class MessageLimits(View):
    """What is taken as a message."""

    recording_bytes_max: int
    recording_seconds_min: float
    recording_seconds_max: float
    formats: list[str] = Field(examples=[list(NAMES)])
    text_length_max: int
    speech_engine: str | None = Field(description="What speaks texts here; null is nothing.")


@router.get("/messages/limits", name="get_message_limits", responses=refuses())
@needs(Permission.SETTINGS_SEE)
async def get_message_limits(services: GivenServices) -> MessageLimits:
    """Tell what recordings and texts are taken, before one is sent."""
    limits = services.converter.limits
    return MessageLimits(
        recording_bytes_max=limits.bytes_max,
        recording_seconds_min=limits.seconds_min,
        recording_seconds_max=limits.seconds_max,
        formats=list(NAMES),
        text_length_max=TEXT_LENGTH_MAX,
        speech_engine=_engine_name(),
    )


@router.post(
    "/messages/recordings",
    name="upload_message",
    status_code=201,
    responses=refuses(*KEEPING, *RECORDING_REFUSALS),
    openapi_extra=file_in_body("audio/*"),
)
@needs(Permission.SETTINGS_CHANGE)
async def upload_message(
    request: Request,
    who: GivenPrincipal,
    services: GivenServices,
    name: Annotated[str | None, Query(max_length=100, examples=["Summer opening hours"])] = None,
) -> MessageView:
    """Keep a recording as a message: as a form with `file` and `name`, or as the bare body.

    WAV, MP3, M4A, AAC, Ogg and WebM are taken; what is heard is trimmed at its ends and made as
    loud as the ready messages. The same recording under the same name is kept once.
    """
    async with received(request, name) as (file, declared, called):
        try:
            async with services.converter.converted(file, declared) as made:
                message = _recorded(made, called)
                await services.messages.keep(made.path_stem, message, who.actor)
        except RecordingRefused as refused:
            raise EdgeRefused(EdgeCode(refused.code), **refused.data) from refused
    return _view(services, message.prompt)


@router.post(
    "/messages/texts",
    name="keep_spoken_message",
    status_code=201,
    responses=refuses(*KEEPING, *SPEECH_REFUSALS),
)
@needs(Permission.SETTINGS_CHANGE)
async def keep_spoken_message(
    wanted: NamedText, who: GivenPrincipal, services: GivenServices
) -> MessageView:
    """Have a text spoken and keep it as a message."""
    spoken = await previewed(services, wanted.text, wanted.language)
    message = KeptMessage(
        prompt=KEPT + digest_of_message(spoken.path_stem),
        name=wanted.name.strip(),
        seconds=round(spoken.seconds, 2),
        text=wanted.text,
        language=wanted.language.value,
    )
    await services.messages.keep(spoken.path_stem, message, who.actor)
    return _view(services, message.prompt)


@router.post("/messages/preview", name="preview_message", responses=refuses(*SPEECH_REFUSALS))
@needs(Permission.SETTINGS_CHANGE)
async def preview_message(wanted: SpokenText, services: GivenServices) -> SpokenView:
    """Have a text spoken, to be listened to before anything is saved; it does not stay."""
    spoken = await previewed(services, wanted.text, wanted.language)
    return SpokenView(prompt=PREVIEW + spoken.path_stem.name, seconds=spoken.seconds)


@router.patch(
    "/messages/{prompt:path}",
    name="rename_message",
    responses=refuses(_R.UNKNOWN_MESSAGE, _R.MESSAGE_NAME_TAKEN),
)
@needs(Permission.SETTINGS_CHANGE)
async def rename_message(
    prompt: str, wanted: NewName, who: GivenPrincipal, services: GivenServices
) -> MessageView:
    await services.engine.request(RenameMessage(prompt, wanted.name.strip()), who.actor)
    return _view(services, prompt)


@router.delete(
    "/messages/{prompt:path}",
    name="remove_message",
    status_code=204,
    responses=refuses(_R.UNKNOWN_MESSAGE, _R.MESSAGE_IN_USE),
)
@needs(Permission.SETTINGS_CHANGE)
async def remove_message(prompt: str, who: GivenPrincipal, services: GivenServices) -> None:
    """Remove a message that no line, flow in force, callback or call uses."""
    await services.messages.remove(prompt, who.actor)


def uploads(services: Services) -> Mapping[str, Bound]:
    """Tell how large a body may be, where it may be larger than elsewhere."""
    bytes_max = services.converter.limits.bytes_max + ENVELOPE_BYTES_MAX
    return {RECORDINGS_PATH: Bound(bytes_max, EdgeCode.RECORDING_TOO_LARGE)}


def _recorded(made: Converted, name: str) -> KeptMessage:
    return KeptMessage(prompt=KEPT + made.digest, name=name, seconds=round(made.seconds, 2))


def _view(services: Services, prompt: str) -> MessageView:
    world = services.engine.world
    return view_of(world, prompt, uses_of(world, prompt))


def _engine_name() -> str | None:
    try:
        return find_engine().name
    except SpeechRefused:
        return None
