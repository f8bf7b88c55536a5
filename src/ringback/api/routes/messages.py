"""The messages callers hear: which there are, and which of them offer callbacks (R3)."""

import asyncio
from collections.abc import Iterator

from fastapi import APIRouter
from pydantic import Field

from ringback.api.configuration import Configuration
from ringback.api.dependencies import OPERATOR, GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.messages import recording_of
from ringback.api.services import Services
from ringback.api.views import View
from ringback.core.inputs import MarkMessage
from ringback.core.offering import offers_callbacks
from ringback.speech.catalogue import Language, Prompt, prompt_text

router = APIRouter(tags=["messages"])


class MessageView(View):
    prompt: str = Field(examples=["en/offer"])
    text: str | None = Field(description="The words of a ready message.")
    offers_callbacks: bool = Field(description="Whether it tells callers to press `*` (R3).")


class MessageMarks(Configuration):
    offers_callbacks: bool


@router.get("/messages", name="list_messages", responses=refuses())
async def list_messages(services: GivenServices) -> list[MessageView]:
    """List ready and spoken messages, and whether each tells callers to press `*` (R3)."""
    spoken = await asyncio.to_thread(lambda: list(_spoken(services)))
    known = [*_ready(), *((prompt, None) for prompt in spoken)]
    return [_view(services, prompt, text) for prompt, text in known]


@router.put(
    "/messages/{prompt:path}", name="mark_message", responses=refuses(EdgeCode.UNKNOWN_PROMPT)
)
async def mark_message(prompt: str, marks: MessageMarks, services: GivenServices) -> MessageView:
    """Say whether a message tells callers to press `*`; the ready offer does of itself (R3)."""
    if recording_of(services.number_book, prompt) is None:
        raise EdgeRefused(EdgeCode.UNKNOWN_PROMPT)
    await services.engine.request(MarkMessage(prompt, marks.offers_callbacks), OPERATOR)
    return _view(services, prompt, dict(_ready()).get(prompt))


def _ready() -> Iterator[tuple[str, str]]:
    for language in Language:
        for key in Prompt:
            yield f"{language.value}/{key.value}", prompt_text(key, language)


def _spoken(services: Services) -> Iterator[str]:
    folder = services.spoken_prompts
    if folder is not None and folder.is_dir():
        yield from (f"spoken/{path.stem}" for path in sorted(folder.glob("*.wav")))


def _view(services: Services, prompt: str, text: str | None) -> MessageView:
    offers = offers_callbacks(services.engine.world, prompt)
    return MessageView(prompt=prompt, text=text, offers_callbacks=offers)
