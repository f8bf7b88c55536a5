"""The company's own tags, beside the three of the system."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenServices
from ringback.api.errors import refuses
from ringback.api.exact import Flag
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.views import View
from ringback.core.ids import TagId
from ringback.core.inputs import ConfigureTag
from ringback.core.refusals import RefusalCode
from ringback.core.settings import (
    TAG_COLOUR,
    TAG_DESCRIPTION_LENGTH_MAX,
    TAG_ID,
    TAG_NAME_LENGTH_MAX,
    OwnTag,
)
from ringback.records.tags import TAG_LOOKS

_R = RefusalCode
router = APIRouter(prefix="/tags", tags=["settings"], route_class=LoggedRoute)
GivenTagId = Annotated[str, Path(pattern=TAG_ID, examples=["vip"])]


class SystemTagView(View):
    """A tag that follows from what became of a call."""

    id: str = Field(examples=["queue_callback"])
    name_en: str = Field(examples=["Callback Request"])
    name_fr: str = Field(examples=["Demande de rappel"])
    colour: str = Field(examples=["#29C8FF"])


class TagSettings(BaseModel):
    """One of the company's own tags."""

    name: str = Field(min_length=1, max_length=TAG_NAME_LENGTH_MAX, examples=["VIP"])
    colour: str = Field(pattern=TAG_COLOUR, examples=["#7A5AF8"])
    description: str | None = Field(default=None, max_length=TAG_DESCRIPTION_LENGTH_MAX)
    archived: Flag = Field(
        default=False, description="Put on no further call; those that bear it keep it."
    )


class OwnTagView(View, TagSettings):
    id: str = Field(examples=["vip"])


class TagsView(View):
    system: list[SystemTagView]
    own: list[OwnTagView] = Field(description="Archived ones too, in the order of their making.")


@router.get("", name="list_tags", responses=refuses())
@needs(Permission.BOARD_SEE)
async def list_tags(services: GivenServices) -> TagsView:
    """List all tags: those of the system, and the company's own."""
    return TagsView(
        system=[
            SystemTagView(
                id=tag.value, name_en=look.english, name_fr=look.french, colour=look.colour
            )
            for tag, look in TAG_LOOKS.items()
        ],
        own=[_view(tag) for tag in services.engine.world.tags.values()],
    )


@router.put(
    "/{tag_id}",
    name="set_tag",
    responses=refuses(_R.SYSTEM_TAG, _R.TAG_NAME_TAKEN, _R.TOO_MANY_TAGS),
)
@needs(Permission.SETTINGS_CHANGE)
async def set_tag(
    tag_id: GivenTagId, wanted: TagSettings, who: GivenPrincipal, services: GivenServices
) -> OwnTagView:
    """Set one of the company's own tags, whole; an unknown one is created."""
    tag = OwnTag(id=TagId(tag_id), **wanted.model_dump())
    await services.engine.request(ConfigureTag(tag), who.actor)
    return _view(tag)


def _view(tag: OwnTag) -> OwnTagView:
    return OwnTagView(
        id=tag.id,
        name=tag.name,
        colour=tag.colour,
        description=tag.description,
        archived=tag.archived,
    )
