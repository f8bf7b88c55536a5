"""The messages callers hear: which there are, and which of them offer callbacks (R3)."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from fastapi import APIRouter
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.configuration import Configuration
from ringback.api.dependencies import GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.exact import Flag
from ringback.api.logged import LoggedRoute
from ringback.api.messages import recording_of
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.views import View
from ringback.core.inputs import MarkMessage
from ringback.core.library import Use, UseKind, all_uses, uses_of
from ringback.core.offering import offers_callbacks
from ringback.core.world import World
from ringback.speech.catalogue import Language, Prompt, prompt_text

router = APIRouter(tags=["messages"], route_class=LoggedRoute)


class MessageKind(StrEnum):
    """Where a message comes from."""

    READY = "ready"
    """Ringback brings it along."""
    RECORDING = "recording"
    """Somebody uploaded it."""
    TEXT = "text"
    """It was spoken from a text, and kept."""
    SPOKEN = "spoken"
    """It was spoken from a text for whoever uses it, without a name of its own."""


class UseView(View):
    kind: UseKind
    id: str = Field(description="The line, or the flow.", examples=["support"])
    count: int = Field(description="How many callbacks or calls; 1 for a line or a flow.")


class MessageView(View):
    prompt: str = Field(examples=["en/offer", "message/0f3a"])
    kind: MessageKind
    name: str | None = Field(description="What people call it; null where it has no name.")
    text: str | None = Field(description="The words, where they are known.")
    language: str | None
    seconds: float | None = Field(description="How long a kept message is.")
    offers_callbacks: Flag = Field(description="Whether it tells callers to press `*` (R3).")
    used_by: list[UseView] = Field(
        description="All that keeps it from being removed: lines, flows in force, callbacks that"
        " wait or are listed, and calls."
    )


class MessageMarks(Configuration):
    offers_callbacks: bool


@router.get("/messages", name="list_messages", responses=refuses())
@needs(Permission.SETTINGS_SEE)
async def list_messages(services: GivenServices) -> list[MessageView]:
    """List the company's own messages, those spoken that are in use, and the ready ones."""
    world = services.engine.world
    uses = all_uses(world)
    spoken = [prompt for prompt in uses if prompt.startswith("spoken/")]
    return [
        view_of(world, prompt, uses.get(prompt, ()))
        for prompt in (*world.messages, *sorted(spoken), *_READY)
    ]


@router.put(
    "/messages/{prompt:path}", name="mark_message", responses=refuses(EdgeCode.UNKNOWN_PROMPT)
)
@needs(Permission.SETTINGS_CHANGE)
async def mark_message(
    prompt: str, marks: MessageMarks, who: GivenPrincipal, services: GivenServices
) -> MessageView:
    """Say whether a message tells callers to press `*`; the ready offer does of itself (R3)."""
    if recording_of(services.number_book, prompt) is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_PROMPT)
    await services.engine.request(MarkMessage(prompt, marks.offers_callbacks), who.actor)
    return view_of(services.engine.world, prompt, uses_of(services.engine.world, prompt))


def view_of(world: World, prompt: str, uses: Iterable[Use]) -> MessageView:
    """Show a message, whether it is kept, ready or spoken."""
    kept, ready = world.messages.get(prompt), _READY.get(prompt)
    view = MessageView(
        prompt=prompt,
        kind=MessageKind.SPOKEN if ready is None else MessageKind.READY,
        name=None,
        text=ready,
        language=None if ready is None else prompt.partition("/")[0],
        seconds=None,
        offers_callbacks=offers_callbacks(world, prompt),
        used_by=[UseView(kind=use.kind, id=use.id, count=use.count) for use in uses],
    )
    if kept is None:
        return view
    return view.model_copy(
        update={
            "kind": MessageKind.RECORDING if kept.text is None else MessageKind.TEXT,
            "name": kept.name,
            "text": kept.text,
            "language": kept.language,
            "seconds": kept.seconds,
        }
    )


_READY: Mapping[str, str] = {
    f"{language.value}/{key.value}": prompt_text(key, language)
    for language in Language
    for key in Prompt
}
