"""Contacts: customers as people look them up, and all that went on with each (R35)."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from ringback.access.permissions import Permission
from ringback.api.call_views import call_shown
from ringback.api.dependencies import (
    GivenPresenter,
    GivenServices,
    GivenSight,
    actor_of,
)
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.presenter import Presenter
from ringback.api.reach import sees_contact
from ringback.api.services import Services
from ringback.api.views import CallbackView, CallRecordView, ItemKind, View
from ringback.contacts import Contact
from ringback.core.ids import AgentId, CustomerId
from ringback.core.refusals import RefusalCode
from ringback.records.archive import CallOfThePast, ConversationEntry, place_in_conversation
from ringback.runtime.customers import NAME_LENGTH_MAX, displayable

from .history_filters import Cursor, SeenBy, hidden_line_ids

_R, _E = RefusalCode, EdgeCode
router = APIRouter(prefix="/contacts", tags=["contacts"])


class ContactView(View):
    id: str = Field(examples=["c12"])
    number: str | None = Field(examples=["+33612345678"])
    name: str | None = Field(examples=["Marie Dupont"])


class ContactPage(View):
    contacts: list[ContactView]
    next_cursor: str | None = Field(description="Send it as `after` to read on; None at the end.")


class ContactName(BaseModel):
    name: str | None = Field(
        max_length=NAME_LENGTH_MAX, examples=["Marie Dupont"], description="None is no name."
    )
    agent_id: str | None = Field(
        default=None, max_length=100, description="Who gives it; none is no agent."
    )


class ConversationEntryView(View):
    """A call, in either direction, with its message, notes and tags; or a callback."""

    kind: ItemKind
    at: datetime = Field(description="When the call began, or the callback was requested.")
    call: CallRecordView | None
    callback: CallbackView | None


class ContactConversation(View):
    contact: ContactView
    entries: list[ConversationEntryView] = Field(description="The newest first.")
    next_cursor: str | None = Field(description="Send it as `after` to read on; None at the end.")


@router.get("", name="list_contacts", responses=refuses(_E.UNKNOWN_CURSOR))
@needs(Permission.CALLS_SEE)
async def list_contacts(
    services: GivenServices,
    sight: GivenSight,
    search: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=100,
            description="A part of the name or of the number; a whole number with its plus sign.",
            examples=["dupont"],
        ),
    ] = None,
    after: Annotated[str | None, Cursor] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> ContactPage:
    """List contacts, a page at a time, the newest first."""
    page = await services.archive.contacts(search, cursor=after, limit=limit)
    contacts = [
        contact_shown(contact)
        for contact in page.items
        if await sees_contact(contact.id, sight, services)
    ]
    return ContactPage(contacts=contacts, next_cursor=page.next_cursor)


@router.get("/{contact_id}", name="get_contact", responses=refuses(_E.UNKNOWN_CONTACT))
@needs(Permission.CALLS_SEE)
async def get_contact(contact_id: str, services: GivenServices) -> ContactView:
    return contact_shown(await _contact(services, contact_id))


@router.put(
    "/{contact_id}",
    name="name_contact",
    responses=refuses(_E.UNKNOWN_CONTACT, _R.UNKNOWN_AGENT),
)
@needs(Permission.AGENT_WORK)
async def name_contact(
    contact_id: str, wanted: ContactName, who: GivenPrincipal, services: GivenServices
) -> ContactView:
    """Give a contact another name; it is kept beside the journal, never in it."""
    if not services.desks.contacts.knows(CustomerId(contact_id)):
        raise EdgeRefused(_E.UNKNOWN_CONTACT, contact_id=contact_id)
    agent_id = None if wanted.agent_id is None else AgentId(wanted.agent_id)
    actor = actor_of(who, wanted.agent_id)
    await services.desks.contacts.name(CustomerId(contact_id), wanted.name, agent_id, actor)
    return contact_shown(await _contact(services, contact_id))


@router.get(
    "/{contact_id}/conversation",
    name="get_conversation",
    responses=refuses(_E.UNKNOWN_CONTACT, _R.UNKNOWN_AGENT, _E.UNKNOWN_CURSOR),
)
@needs(Permission.CALLS_SEE)
async def get_conversation(
    contact_id: str,
    services: GivenServices,
    show: GivenPresenter,
    sight: GivenSight,
    seen_by: Annotated[str | None, SeenBy] = None,
    after: Annotated[str | None, Cursor] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> ContactConversation:
    """Show all that went on with a contact, a page at a time, the newest first (R35, R40)."""
    contact = await _contact(services, contact_id)
    hidden = hidden_line_ids(services, sight, seen_by)
    page = await services.archive.conversation(
        contact.id, hidden_line_ids=hidden, cursor=after, limit=limit
    )
    await services.engine.committed()
    return ContactConversation(
        contact=contact_shown(contact),
        entries=[entry_shown(services, show, each) for each in page.items],
        next_cursor=page.next_cursor,
    )


async def _contact(services: Services, contact_id: str) -> Contact:
    found = await services.archive.contact(CustomerId(contact_id))
    if found is None or found.number is None:
        raise EdgeRefused(_E.UNKNOWN_CONTACT, contact_id=contact_id)
    return found


def entry_shown(
    services: Services, show: Presenter, entry: ConversationEntry
) -> ConversationEntryView:
    at, _ = place_in_conversation(entry)
    if isinstance(entry, CallOfThePast):
        call = call_shown(show, services.voicemails, entry)
        return ConversationEntryView(kind=ItemKind.CALL, at=at, call=call, callback=None)
    callback = show.callback(entry)
    return ConversationEntryView(kind=ItemKind.CALLBACK, at=at, call=None, callback=callback)


def contact_shown(contact: Contact) -> ContactView:
    return ContactView(id=contact.id, number=contact.number, name=displayable(contact.name))
