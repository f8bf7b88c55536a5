"""Contacts: customers, each with one number and one name."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Body, Response

from ringback.access.permissions import Permission
from ringback.api.compatible.errors import disabled, not_found, unprocessable, wrong
from ringback.api.compatible.inquiry import GivenInquiry, Inquiry, number_in
from ringback.api.compatible.paging import ITEMS_MAX, GivenPaging, Json, Paging
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.api.reach import sees_contact
from ringback.contacts import ContactFilter, DatedContact
from ringback.core.ids import CustomerId
from ringback.runtime.customers import NAME_LENGTH_MAX
from ringback.runtime.numbers import read_international

router = APIRouter(prefix="/contacts", route_class=LoggedRoute)
Given = Annotated[dict[str, Any], Body()]


@router.get("", name="compatible_list_contacts")
@needs(Permission.CALLS_SEE)
async def list_contacts(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    """List the contacts, those known first first."""
    which = ContactFilter(known_from=paging.since, known_before=paging.until)
    return await _listed(which, inquiry, paging)


@router.get("/search", name="compatible_search_contacts")
@needs(Permission.CALLS_SEE)
async def search_contacts(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    """Find a contact by the number; contacts have no email here."""
    asked = inquiry.request.query_params
    digits = "".join(sign for sign in asked.get("phone_number", "") if sign in "0123456789")
    if not digits or asked.get("email"):
        return paging.of("contacts", [], total=0)
    which = ContactFilter(number=f"+{digits}", known_from=paging.since, known_before=paging.until)
    return await _listed(which, inquiry, paging)


@router.get("/{number}", name="compatible_get_contact")
@needs(Permission.CALLS_SEE)
async def get_contact(number: str, inquiry: GivenInquiry) -> Json:
    return await _one(inquiry, await _known(number, inquiry))


@router.post("", name="compatible_create_contact", status_code=201)
@needs(Permission.AGENTS_DIRECT)
async def create_contact(given: Given, inquiry: GivenInquiry) -> Json:
    """Know a customer before any call; one known by that number is given the name."""
    numbers = given.get("phone_numbers")
    first = numbers[0] if isinstance(numbers, list) and numbers else None
    value = first.get("value") if isinstance(first, dict) else None
    if not isinstance(value, str):
        raise wrong("phone_numbers must hold a number; contacts are known by it.")
    read = read_international(value.strip())
    if read.written is None or not read.written.startswith("+"):
        raise unprocessable("The first of phone_numbers is no number in E.164.")
    contacts = inquiry.services.desks.contacts
    customer_id = await contacts.add(read.written, _name_in(given), inquiry.who.actor)
    return await _one(inquiry, await _found(customer_id, inquiry))


@router.post("/{number}", name="compatible_change_contact")
@needs(Permission.AGENTS_DIRECT)
async def change_contact(number: str, given: Given, inquiry: GivenInquiry) -> Json:
    """Give a contact another name; nothing else is kept of customers."""
    known = await _known(number, inquiry)
    before, _, after = (known.contact.name or "").partition(" ")
    name = _name_in({"first_name": before, "last_name": after, **given})
    if name != known.contact.name:
        contacts = inquiry.services.desks.contacts
        await contacts.name(known.contact.id, name, None, inquiry.who.actor)
    return await _one(inquiry, await _found(known.contact.id, inquiry))


@router.delete("/{number}", name="compatible_delete_contact", status_code=204)
@needs(Permission.CUSTOMERS_ERASE)
async def delete_contact(number: str, inquiry: GivenInquiry) -> Response:
    """Erase a customer for good, as this product does: open callbacks end as well (R49)."""
    known = await _known(number, inquiry)
    await inquiry.services.privacy.eraser.erase(known.contact.id, inquiry.who.actor)
    return Response(status_code=204)


@router.post("/{number}/phone_details", name="compatible_add_phone_number")
@router.put("/{number}/phone_details/{entry}", name="compatible_change_phone_number")
@router.delete("/{number}/phone_details/{entry}", name="compatible_remove_phone_number")
@router.post("/{number}/email_details", name="compatible_add_email")
@router.put("/{number}/email_details/{entry}", name="compatible_change_email")
@router.delete("/{number}/email_details/{entry}", name="compatible_remove_email")
@needs(Permission.AGENTS_DIRECT)
async def not_there(number: str, inquiry: GivenInquiry) -> Response:
    """Refuse: a contact is one number, and has no email."""
    await _known(number, inquiry)
    raise disabled("More than one number, or an email, of a contact")


async def _listed(which: ContactFilter, inquiry: Inquiry, paging: Paging) -> Json:
    archive = inquiry.services.archive
    total = min(ITEMS_MAX, await archive.count_contacts(which))
    wanted = min(paging.per_page, ITEMS_MAX - paging.offset)
    found = (
        await archive.dated_contacts(
            which, descending=paging.descending, offset=paging.offset, limit=wanted
        )
        if wanted > 0
        else ()
    )
    seen = [each for each in found if await _is_seen(each.contact.id, inquiry)]
    await inquiry.ready()
    shown = (inquiry.show.contact(each, unknown_since=inquiry.known_since) for each in seen)
    return paging.of("contacts", [each for each in shown if each is not None], total=total)


async def _known(number: str, inquiry: Inquiry) -> DatedContact:
    wanted = number_in(number)
    if wanted is None or not await _is_seen(CustomerId(f"c{wanted}"), inquiry):
        raise not_found("contact")
    return await _found(CustomerId(f"c{wanted}"), inquiry)


async def _found(customer_id: CustomerId, inquiry: Inquiry) -> DatedContact:
    which = replace(ContactFilter(), id=customer_id)
    found = await inquiry.services.archive.dated_contacts(
        which, descending=False, offset=0, limit=1
    )
    if not found:
        raise not_found("contact")
    return found[0]


async def _is_seen(customer_id: CustomerId, inquiry: Inquiry) -> bool:
    return await sees_contact(customer_id, inquiry.sight, inquiry.services)


async def _one(inquiry: Inquiry, found: DatedContact) -> Json:
    await inquiry.ready()
    return {"contact": inquiry.show.contact(found, unknown_since=inquiry.known_since)}


def _name_in(given: Given) -> str | None:
    parts = (given.get("first_name"), given.get("last_name"))
    name = " ".join(part for part in parts if isinstance(part, str) and part)
    if len(name) > NAME_LENGTH_MAX:
        raise wrong(f"A name has at most {NAME_LENGTH_MAX} characters.")
    return name or None
