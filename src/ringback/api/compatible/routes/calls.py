"""Calls: lists, one of them, and what is put on them."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Body, Response

from ringback.access.permissions import Permission
from ringback.api.compatible.archiving import archive_tag
from ringback.api.compatible.errors import disabled, not_found, unprocessable, wrong
from ringback.api.compatible.inquiry import GivenInquiry, Inquiry, number_in
from ringback.api.compatible.paging import GivenPaging, Json, Paging
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.core.ids import LineId, TagId
from ringback.core.inputs import TagCall, UntagCall
from ringback.core.outcomes import Tag
from ringback.history import CallFilter
from ringback.runtime.note_desk import NoteRefused

COMMENTS_MAX = 5
ASKED_TAGS_MAX = 20
router = APIRouter(prefix="/calls", route_class=LoggedRoute)
Given = Annotated[dict[str, Any], Body()]


@router.get("", name="compatible_list_calls")
@needs(Permission.CALLS_SEE)
async def list_calls(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    """List all calls, the oldest first unless otherwise asked."""
    return await _listed(_within(inquiry, paging), inquiry, paging)


@router.get("/search", name="compatible_search_calls")
@needs(Permission.CALLS_SEE)
async def search_calls(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    """List the calls that fit all that is given."""
    asked = inquiry.request.query_params
    which = _within(inquiry, paging)
    direction = asked.get("direction") or None
    if direction not in (None, "inbound", "outbound"):
        raise wrong("direction must be inbound or outbound.")
    which = replace(which, direction=direction)
    if asked.get("user_id"):
        person = inquiry.people.find(asked["user_id"])
        if person is None or person.agent is None:
            return paging.of("calls", [], total=0)
        which = replace(which, agent_id=person.agent.id)
    if asked.get("phone_number"):
        digits = "".join(sign for sign in asked["phone_number"] if sign in "0123456789")
        if not digits:
            return paging.of("calls", [], total=0)
        which = replace(which, number=f"+{digits}")
    tags = _tags_asked(inquiry)
    if tags is None:
        return paging.of("calls", [], total=0)
    return await _listed(replace(which, also_tagged=tags), inquiry, paging)


@router.get("/{number}", name="compatible_get_call")
@needs(Permission.CALLS_SEE)
async def get_call(number: str, inquiry: GivenInquiry) -> Json:
    return await _one(inquiry, await inquiry.call(number))


@router.post("/{number}/comments", name="compatible_comment_call", status_code=201)
@needs(Permission.AGENTS_DIRECT)
async def comment_call(number: str, given: Given, inquiry: GivenInquiry) -> Json:
    """Write a note about a call; nobody is its author."""
    found = await inquiry.call(number)
    content = given.get("content")
    if not isinstance(content, str):
        raise wrong("content must be a text.")
    by_programs = [note for note in found.notes if note.agent_id is None]
    if len(by_programs) >= COMMENTS_MAX:
        raise unprocessable(f"A call has at most {COMMENTS_MAX} comments of the API.")
    call, notes = found.call, inquiry.services.desks.notes
    try:
        await notes.write(call.id, call.customer_id, None, content, inquiry.who.actor)
    except NoteRefused as refused:
        raise unprocessable(f"The comment cannot be kept: {refused.problem}.") from refused
    return await _one(inquiry, await inquiry.call_again(call.id))


@router.post("/{number}/tags", name="compatible_tag_call", status_code=201)
@needs(Permission.AGENTS_DIRECT)
async def tag_call(number: str, given: Given, inquiry: GivenInquiry) -> Json:
    """Put tags on a call; those of the system follow from what became of it (S14)."""
    found = await inquiry.call(number)
    tag_ids = _tags_given(given, inquiry)
    for tag_id in tag_ids:
        if tag_id not in found.own_tags:
            request = TagCall(found.call.id, tag_id, None)
            await inquiry.services.engine.request(request, inquiry.who.actor)
    return await _one(inquiry, await inquiry.call_again(found.call.id))


@router.put("/{number}/archive", name="compatible_archive_call")
@needs(Permission.AGENTS_DIRECT)
async def archive_call(number: str, inquiry: GivenInquiry) -> Json:
    found = await inquiry.call(number)
    tag_id = await archive_tag(inquiry.services, inquiry.who.actor)
    if tag_id not in found.own_tags:
        request = TagCall(found.call.id, tag_id, None)
        await inquiry.services.engine.request(request, inquiry.who.actor)
    return await _one(inquiry, await inquiry.call_again(found.call.id))


@router.put("/{number}/unarchive", name="compatible_unarchive_call")
@needs(Permission.AGENTS_DIRECT)
async def unarchive_call(number: str, inquiry: GivenInquiry) -> Json:
    found = await inquiry.call(number)
    tag_id = await archive_tag(inquiry.services, inquiry.who.actor)
    if tag_id in found.own_tags:
        request = UntagCall(found.call.id, tag_id, None)
        await inquiry.services.engine.request(request, inquiry.who.actor)
    return await _one(inquiry, await inquiry.call_again(found.call.id))


@router.delete("/{number}/voicemail", name="compatible_delete_voicemail", status_code=204)
@needs(Permission.VOICEMAILS_DELETE)
async def delete_voicemail(number: str, inquiry: GivenInquiry) -> Response:
    found = await inquiry.call(number)
    if found.call.voicemail_seconds is None:
        raise not_found("voicemail")
    await inquiry.services.voicemails.delete(found.call.id)
    return Response(status_code=204)


@router.delete("/{number}/recording", name="compatible_delete_recording")
@router.post("/{number}/pause_recording", name="compatible_pause_recording")
@router.post("/{number}/resume_recording", name="compatible_resume_recording")
@needs(Permission.CALLS_SEE)
async def recording(number: str, inquiry: GivenInquiry) -> Response:
    """Refuse: conversations are not recorded."""
    await inquiry.call(number)
    raise disabled("Recording")


@router.post("/{number}/transfers", name="compatible_transfer_call")
@router.post("/{number}/insight_cards", name="compatible_add_insight_cards")
@router.post("/{number}/link", name="compatible_link_call")
@router.post("/{number}/metadata", name="compatible_add_metadata")
@needs(Permission.CALLS_SEE)
async def not_there(number: str, inquiry: GivenInquiry) -> Response:
    """Refuse what this product does not do to calls from here."""
    await inquiry.call(number)
    raise disabled("This feature")


@router.get("/{number}/transcription", name="compatible_get_transcription")
@router.get("/{number}/realtime_transcription", name="compatible_get_realtime_transcription")
@router.get("/{number}/summary", name="compatible_get_summary")
@router.get("/{number}/topics", name="compatible_get_topics")
@router.get("/{number}/sentiments", name="compatible_get_sentiments")
@router.get("/{number}/action_items", name="compatible_get_action_items")
@router.get("/{number}/playbook_result", name="compatible_get_playbook_result")
@router.get("/{number}/evaluations", name="compatible_get_evaluations")
@router.get("/{number}/predicted_csat", name="compatible_get_predicted_csat")
@router.get("/{number}/custom_summary_result", name="compatible_get_custom_summary_result")
@needs(Permission.CALLS_SEE)
async def nothing_made_of_it(number: str, inquiry: GivenInquiry) -> Response:
    """Say that there is nothing, as for a call of which nothing was made."""
    await inquiry.call(number)
    raise not_found("content for this call")


async def _listed(which: CallFilter, inquiry: Inquiry, paging: Paging) -> Json:
    found, total = await inquiry.calls.page(which, paging)
    return paging.of("calls", await inquiry.shown_calls(found), total=total)


async def _one(inquiry: Inquiry, found: Any) -> Json:
    return {"call": await inquiry.shown_call(found)}


def _within(inquiry: Inquiry, paging: Paging) -> CallFilter:
    hidden: tuple[LineId, ...] = tuple(sorted(inquiry.sight.hidden))
    return CallFilter(began_from=paging.since, began_before=paging.until, hidden_line_ids=hidden)


def _tags_asked(inquiry: Inquiry) -> tuple[str, ...] | None:
    """Name the tags that a search wants; None where no call can have them."""
    asked = inquiry.request.query_params
    written = [*asked.getlist("tags"), *asked.getlist("tags[]")]
    numbers = [part.strip() for text in written for part in text.strip("[]").split(",")]
    wanted = [number for number in numbers if number]
    if len(wanted) > ASKED_TAGS_MAX:
        raise wrong(f"At most {ASKED_TAGS_MAX} tags can be searched for.")
    known = {str(shown["id"]) for shown in inquiry.show.tags()}
    if not known >= set(wanted):
        return None
    return tuple(inquiry.tag_id(number) for number in wanted)


def _tags_given(given: Given, inquiry: Inquiry) -> list[TagId]:
    tags = given.get("tags")
    if not isinstance(tags, list) or not tags or any(number_in(each) is None for each in tags):
        raise wrong("tags must be a list of the ids of tags.")
    tag_ids = [inquiry.tag_id(str(each)) for each in tags[:ASKED_TAGS_MAX]]
    if set(tag_ids) & set(Tag):
        raise unprocessable("Tags of the system are set by what becomes of a call alone.")
    return tag_ids
