"""Checks of what people put on calls: only tags of their own that are in use (R30)."""

from collections.abc import Iterator

from ringback.core import events as e
from ringback.core.events import Fact
from ringback.core.outcomes import Tag

from .ledger import Ledger

SYSTEM = [str(tag) for tag in Tag]


def tags_in_use(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """S14: a tag that is put on is the company's own and in use; no two in use bear one name."""
    match fact.event:
        case e.CallTagged(tag_id=tag_id) | e.CallUntagged(tag_id=tag_id):
            tag = ledger.tags.get(tag_id)
            if tag is None or (tag.archived and isinstance(fact.event, e.CallTagged)):
                yield f"{fact.event} puts on what is not in use"
        case e.TagConfigured(tag=tag):
            others = [other for other in ledger.tags.values() if other.id != tag.id]
            names = {other.name.casefold() for other in others if not other.archived}
            if tag.id in SYSTEM or (not tag.archived and tag.name.casefold() in names):
                yield f"{tag} is of the system, or bears the name of another"
        case _:
            pass
