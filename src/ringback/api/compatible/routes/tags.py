"""Tags: the three of the system, and the company's own."""

import re
import unicodedata
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Body, Response

from ringback.access.permissions import Permission
from ringback.api.compatible.errors import unprocessable, wrong
from ringback.api.compatible.inquiry import GivenInquiry, Inquiry
from ringback.api.compatible.paging import GivenPaging, Json
from ringback.api.free_ids import free_id
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.core.ids import TagId
from ringback.core.inputs import ConfigureTag
from ringback.core.outcomes import Tag
from ringback.core.settings import (
    TAG_COLOUR,
    TAG_DESCRIPTION_LENGTH_MAX,
    TAG_NAME_LENGTH_MAX,
    OwnTag,
)
from ringback.core.tagging import SYSTEM_TAGS

SHORT_COLOUR = re.compile("#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])")
router = APIRouter(prefix="/tags", route_class=LoggedRoute)
Given = Annotated[dict[str, Any], Body()]


@router.get("", name="compatible_list_tags")
@needs(Permission.BOARD_SEE)
async def list_tags(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    await inquiry.ready()
    return paging.cut("tags", inquiry.show.tags())


@router.get("/{number}", name="compatible_get_tag")
@needs(Permission.BOARD_SEE)
async def get_tag(number: str, inquiry: GivenInquiry) -> Json:
    await inquiry.ready()
    return _shown(inquiry, inquiry.tag_id(number))


@router.post("", name="compatible_create_tag", status_code=201)
@needs(Permission.SETTINGS_CHANGE)
async def create_tag(given: Given, inquiry: GivenInquiry) -> Json:
    taken = {*inquiry.world.tags, *SYSTEM_TAGS}
    tag_id = TagId(free_id(str(given.get("name", "")), taken, otherwise="tag"))
    tag = _changed(OwnTag(tag_id, "", ""), given)
    if not tag.name or not tag.colour:
        raise wrong("name and color are needed.")
    return await _set(inquiry, tag)


@router.put("/{number}", name="compatible_change_tag")
@needs(Permission.SETTINGS_CHANGE)
async def change_tag(number: str, given: Given, inquiry: GivenInquiry) -> Json:
    return await _set(inquiry, _changed(_own(number, inquiry), given))


@router.delete("/{number}", name="compatible_delete_tag", status_code=204)
@needs(Permission.SETTINGS_CHANGE)
async def delete_tag(number: str, inquiry: GivenInquiry) -> Response:
    """Archive a tag: calls that bear it do not show it any more."""
    archived = replace(_own(number, inquiry), archived=True)
    await inquiry.services.engine.request(ConfigureTag(archived), inquiry.who.actor)
    return Response(status_code=204)


async def _set(inquiry: Inquiry, tag: OwnTag) -> Json:
    await inquiry.services.engine.request(ConfigureTag(tag), inquiry.who.actor)
    await inquiry.ready()
    return _shown(inquiry, tag.id)


def _shown(inquiry: Inquiry, tag_id: TagId) -> Json:
    own = inquiry.world.tags.get(tag_id)
    show = inquiry.show
    return {"tag": show.system_tag(Tag(tag_id)) if own is None else show.own_tag(own)}


def _own(number: str, inquiry: Inquiry) -> OwnTag:
    tag_id = inquiry.tag_id(number)
    if tag_id in SYSTEM_TAGS:
        raise unprocessable("Tags of the system cannot be changed.")
    return inquiry.world.tags[tag_id]


def _changed(tag: OwnTag, given: Given) -> OwnTag:
    name, colour = given.get("name", tag.name), given.get("color", tag.colour)
    description = given.get("description", tag.description)
    if not isinstance(name, str) or len(name.strip()) > TAG_NAME_LENGTH_MAX:
        raise wrong(f"name must be a text of at most {TAG_NAME_LENGTH_MAX} characters.")
    if not isinstance(colour, str) or not _is_colour(colour):
        raise wrong("color must be #rgb or #rrggbb.")
    if description is not None and not isinstance(description, str):
        raise wrong("description must be a text.")
    short = description[:TAG_DESCRIPTION_LENGTH_MAX] if description else None
    full = SHORT_COLOUR.fullmatch(colour)
    if full is not None:
        colour = "#" + "".join(2 * sign for sign in full.groups())
    return replace(tag, name=_plain(name), colour=colour, description=short)


def _is_colour(colour: str) -> bool:
    return not colour or bool(re.match(TAG_COLOUR, colour) or SHORT_COLOUR.fullmatch(colour))


def _plain(name: str) -> str:
    """Leave out what is no letter, digit or sign of writing: emojis, for one."""
    kept = (sign for sign in name if unicodedata.category(sign) not in ("So", "Cs", "Cc", "Cf"))
    return "".join(kept).strip()
