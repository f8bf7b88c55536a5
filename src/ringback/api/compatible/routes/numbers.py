"""Numbers: the lines of the company."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Body, Response

from ringback.access.permissions import Permission
from ringback.api.compatible.errors import disabled, wrong
from ringback.api.compatible.inquiry import GivenInquiry
from ringback.api.compatible.paging import GivenPaging, Json
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.core.inputs import ConfigureLine

NAME_LENGTH_MAX = 100
router = APIRouter(prefix="/numbers", route_class=LoggedRoute)
Given = Annotated[dict[str, Any], Body()]


@router.get("", name="compatible_list_numbers")
@needs(Permission.SETTINGS_SEE)
async def list_numbers(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    await inquiry.ready()
    return paging.cut("numbers", list(map(inquiry.show.line, inquiry.lines)))


@router.get("/{number}", name="compatible_get_number")
@needs(Permission.SETTINGS_SEE)
async def get_number(number: str, inquiry: GivenInquiry) -> Json:
    await inquiry.ready()
    return {"number": inquiry.show.line(inquiry.line(number))}


@router.put("/{number}", name="compatible_change_number")
@needs(Permission.SETTINGS_CHANGE)
async def change_number(number: str, given: Given, inquiry: GivenInquiry) -> Json:
    """Change a line's name and priority; its messages are kept in the library."""
    line = inquiry.line(number)
    name = given.get("name", line.name)
    if not isinstance(name, str) or not 0 < len(name.strip()) <= NAME_LENGTH_MAX:
        raise wrong(f"name must be a text of 1 to {NAME_LENGTH_MAX} characters.")
    priority = given.get("priority", int(line.priority))
    if priority not in (None, 0, 1):
        raise wrong("priority must be null, 0 or 1.")
    changed = replace(line, name=name.strip(), priority=priority == 1)
    if changed != line:
        await inquiry.services.engine.request(ConfigureLine(changed), inquiry.who.actor)
    await inquiry.ready()
    return {"number": inquiry.show.line(inquiry.line(number))}


@router.get("/{number}/registration_status", name="compatible_get_registration_status")
@router.get("/{number}/messages/configuration", name="compatible_get_message_configuration")
@router.get("/{number}/templates", name="compatible_list_templates")
@router.get("/{number}/whatsapp_status", name="compatible_get_whatsapp_status")
@router.post("/{number}/messages/configuration", name="compatible_configure_messages")
@router.delete("/{number}/messages/configuration", name="compatible_stop_messages")
@router.post("/{number}/messages/send", name="compatible_send_message")
@router.post("/{number}/messages/native/send", name="compatible_send_native_message")
@router.post("/{number}/messages/group/send", name="compatible_send_group_message")
@router.post("/{number}/messages/group/native/send", name="compatible_send_native_group_message")
@needs(Permission.SETTINGS_SEE)
async def not_there(number: str, inquiry: GivenInquiry) -> Response:
    """Refuse: this product sends no messages."""
    inquiry.line(number)
    raise disabled("Messaging")
