"""Archived calls: this product says it with one of the company's own tags, which people see too."""

from ringback.api.services import Services
from ringback.core.ids import TagId
from ringback.core.inputs import ConfigureTag
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.settings import OwnTag

from .showing import ARCHIVED

NAMES = ("Archived", "Archived (API)")
COLOUR = "#8A8F98"


async def archive_tag(services: Services, actor: str) -> TagId:
    """Give the tag of archived calls, which is made when it is first needed."""
    tag_id = TagId(ARCHIVED)
    known = services.engine.world.tags.get(tag_id)
    if known is not None and not known.archived:
        return tag_id
    try:
        await _make(services, tag_id, NAMES[0], actor)
    except Refusal as refusal:
        if refusal.code is not RefusalCode.TAG_NAME_TAKEN:
            raise
        await _make(services, tag_id, NAMES[1], actor)
    return tag_id


async def _make(services: Services, tag_id: TagId, name: str, actor: str) -> None:
    await services.engine.request(ConfigureTag(OwnTag(tag_id, name, COLOUR)), actor)
