"""What people put on calls, live or past: the company's own tags, and notes."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from ringback.access.permissions import Permission
from ringback.api.call_views import call_shown
from ringback.api.dependencies import GivenPresenter, GivenServices, actor_of
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.presenter import Presenter
from ringback.api.services import Services
from ringback.api.views import CallRecordView
from ringback.core.ids import AgentId, CallId, NoteId, TagId
from ringback.core.inputs import TagCall, UntagCall
from ringback.core.refusals import RefusalCode
from ringback.records.archive import CallOfThePast
from ringback.runtime.note_desk import TEXT_LENGTH_MAX, NoteRefused

_R, _E = RefusalCode, EdgeCode
BODY_LENGTH_MAX = 2 * TEXT_LENGTH_MAX
"""Somewhat too much is told with its bound."""
router = APIRouter(tags=["calls"])

Agent = Annotated[str | None, Query(max_length=100, description="Who does it; none is no agent.")]


class Tagging(BaseModel):
    """Who puts the tag on."""

    agent_id: str | None = Field(default=None, max_length=100, examples=["lea"])


class NoteText(BaseModel):
    """What is written, and by whom; none is no agent."""

    agent_id: str | None = Field(default=None, max_length=100, examples=["lea"])
    text: str = Field(max_length=BODY_LENGTH_MAX, repr=False, examples=["Asks for Tuesday."])


@router.put(
    "/calls/{call_id}/tags/{tag_id}",
    name="tag_call",
    responses=refuses(
        _E.UNKNOWN_CALL, _R.UNKNOWN_AGENT, _R.UNKNOWN_TAG, _R.SYSTEM_TAG, _R.TAG_ARCHIVED
    ),
)
@needs(Permission.AGENT_WORK)
async def tag_call(
    call_id: str,
    tag_id: str,
    by: Tagging,
    who: GivenPrincipal,
    services: GivenServices,
    show: GivenPresenter,
) -> CallRecordView:
    """Put one of the company's own tags on a call; again is no error."""
    found = await _call(services, CallId(call_id))
    if tag_id not in found.own_tags:
        request = TagCall(found.call.id, TagId(tag_id), _agent(by.agent_id))
        await services.engine.request(request, actor_of(who, by.agent_id))
    return await _shown(services, show, found.call.id)


@router.delete(
    "/calls/{call_id}/tags/{tag_id}",
    name="untag_call",
    responses=refuses(_E.UNKNOWN_CALL, _R.UNKNOWN_AGENT, _R.UNKNOWN_TAG, _R.SYSTEM_TAG),
)
@needs(Permission.AGENT_WORK)
async def untag_call(
    call_id: str,
    tag_id: str,
    who: GivenPrincipal,
    services: GivenServices,
    show: GivenPresenter,
    agent_id: Agent = None,
) -> CallRecordView:
    """Take one of the company's own tags off a call; again is no error."""
    found = await _call(services, CallId(call_id))
    is_known = tag_id in services.engine.world.tags
    if tag_id in found.own_tags or not is_known:
        request = UntagCall(found.call.id, TagId(tag_id), _agent(agent_id))
        await services.engine.request(request, actor_of(who, agent_id))
    return await _shown(services, show, found.call.id)


@router.post(
    "/calls/{call_id}/notes",
    name="write_note",
    responses=refuses(
        _E.UNKNOWN_CALL,
        _R.UNKNOWN_AGENT,
        _R.CUSTOMER_ERASED,
        _E.NOTE_EMPTY,
        _E.NOTE_TOO_LONG,
        _E.TOO_MANY_NOTES,
    ),
)
@needs(Permission.AGENT_WORK)
async def write_note(
    call_id: str,
    wanted: NoteText,
    who: GivenPrincipal,
    services: GivenServices,
    show: GivenPresenter,
) -> CallRecordView:
    """Write something about a call, up to 4,000 characters."""
    call = (await _call(services, CallId(call_id))).call
    agent_id = _agent(wanted.agent_id)
    try:
        await services.desks.notes.write(
            call.id, call.customer_id, agent_id, wanted.text, actor_of(who, wanted.agent_id)
        )
    except NoteRefused as refused:
        raise _edge(refused) from refused
    return await _shown(services, show, call.id)


@router.put(
    "/notes/{note_id}",
    name="edit_note",
    responses=refuses(
        _E.UNKNOWN_NOTE,
        _E.NOTE_OF_ANOTHER_AGENT,
        _R.UNKNOWN_AGENT,
        _E.NOTE_EMPTY,
        _E.NOTE_TOO_LONG,
    ),
)
@needs(Permission.AGENT_WORK)
async def edit_note(
    note_id: str,
    wanted: NoteText,
    who: GivenPrincipal,
    services: GivenServices,
    show: GivenPresenter,
) -> CallRecordView:
    """Write a note of one's own anew."""
    actor = actor_of(who, wanted.agent_id)
    try:
        call_id = await services.desks.notes.edit(
            NoteId(note_id), _agent(wanted.agent_id), wanted.text, actor
        )
    except NoteRefused as refused:
        raise _edge(refused) from refused
    return await _shown(services, show, call_id)


@router.delete(
    "/notes/{note_id}",
    name="delete_note",
    responses=refuses(_E.UNKNOWN_NOTE, _E.NOTE_OF_ANOTHER_AGENT, _R.UNKNOWN_AGENT),
)
@needs(Permission.AGENT_WORK)
async def delete_note(
    note_id: str,
    who: GivenPrincipal,
    services: GivenServices,
    show: GivenPresenter,
    agent_id: Agent = None,
) -> CallRecordView:
    """Delete a note for good: an agent one of their own, who is no agent any."""
    try:
        call_id = await services.desks.notes.delete(
            NoteId(note_id), _agent(agent_id), actor_of(who, agent_id)
        )
    except NoteRefused as refused:
        raise _edge(refused) from refused
    return await _shown(services, show, call_id)


async def _call(services: Services, call_id: CallId) -> CallOfThePast:
    found = await services.archive.call(call_id)
    if found is None:
        raise EdgeRefused(_E.UNKNOWN_CALL, call_id=call_id)
    return found


async def _shown(services: Services, show: Presenter, call_id: CallId) -> CallRecordView:
    found = await _call(services, call_id)
    await services.engine.committed()
    return call_shown(show, services.voicemails, found)


def _edge(refused: NoteRefused) -> EdgeRefused:
    return EdgeRefused(EdgeCode(refused.problem), **refused.details)


def _agent(agent_id: str | None) -> AgentId | None:
    return None if agent_id is None else AgentId(agent_id)
