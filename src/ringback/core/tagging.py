"""What people put on calls: the company's own tags, and notes; and how they name customers (R30).

Whether there is such a call, note or customer, whoever asks has seen beside the journal.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from .agent import known
from .events import (
    CallTagged,
    CallUntagged,
    CustomerNamed,
    Event,
    Fact,
    NoteDeleted,
    NoteEdited,
    NoteWritten,
    TagConfigured,
)
from .ids import AgentId, NoteId, TagId
from .inputs import (
    ConfigureTag,
    DeleteNote,
    EditNote,
    NameCustomer,
    TagCall,
    UntagCall,
    WriteNote,
)
from .outcomes import Tag
from .refusals import Refusal, RefusalCode
from .settings import OwnTag
from .world import World

TAGS_MAX = 500
SYSTEM_TAGS = frozenset(tag.value for tag in Tag)


# ---- decide ------------------------------------------------------------------------------


def decide_tag(world: World, request: ConfigureTag, at: datetime) -> Iterator[Event]:
    """Set a tag of the company's own; two of them in use never bear the same name."""
    tag = request.tag
    _refuse_system(tag.id)
    if not tag.archived:
        _refuse_taken(world, tag)
    if tag.id not in world.tags and len(world.tags) >= TAGS_MAX:
        raise Refusal(RefusalCode.TOO_MANY_TAGS, maximum=TAGS_MAX)
    if world.tags.get(tag.id) != tag:
        yield TagConfigured(tag)


def decide_tag_call(world: World, request: TagCall, at: datetime) -> Iterator[Event]:
    _refuse_unknown(world, request.agent_id)
    if _known(world, request.tag_id).archived:
        raise Refusal(RefusalCode.TAG_ARCHIVED, tag_id=request.tag_id)
    yield CallTagged(request.call_id, request.tag_id, request.agent_id)


def decide_untag_call(world: World, request: UntagCall, at: datetime) -> Iterator[Event]:
    """Take a tag off, an archived one too."""
    _refuse_unknown(world, request.agent_id)
    _known(world, request.tag_id)
    yield CallUntagged(request.call_id, request.tag_id, request.agent_id)


def decide_write(world: World, request: WriteNote, at: datetime) -> Iterator[Event]:
    """R49: nothing is written about a customer who was erased; it would stay."""
    _refuse_unknown(world, request.agent_id)
    if request.customer_id in world.erased:
        raise Refusal(RefusalCode.CUSTOMER_ERASED, customer_id=request.customer_id)
    note_id = NoteId(f"note{world.next_sequence()}")
    yield NoteWritten(note_id, request.call_id, request.agent_id)


def decide_edit(world: World, request: EditNote, at: datetime) -> Iterator[Event]:
    _refuse_unknown(world, request.agent_id)
    yield NoteEdited(request.note_id, request.call_id, request.agent_id)


def decide_delete(world: World, request: DeleteNote, at: datetime) -> Iterator[Event]:
    _refuse_unknown(world, request.agent_id)
    yield NoteDeleted(request.note_id, request.call_id, request.agent_id)


def decide_name(world: World, request: NameCustomer, at: datetime) -> Iterator[Event]:
    _refuse_unknown(world, request.agent_id)
    yield CustomerNamed(request.customer_id, request.agent_id, request.is_new)


def _refuse_unknown(world: World, agent_id: AgentId | None) -> None:
    if agent_id is not None:
        known(world, agent_id)


def _refuse_system(tag_id: TagId) -> None:
    """The three tags of the system follow from what became of a call, and from nothing else."""
    if tag_id in SYSTEM_TAGS:
        raise Refusal(RefusalCode.SYSTEM_TAG, tag_id=tag_id)


def _known(world: World, tag_id: TagId) -> OwnTag:
    _refuse_system(tag_id)
    tag = world.tags.get(tag_id)
    if tag is None:
        raise Refusal(RefusalCode.UNKNOWN_TAG, tag_id=tag_id)
    return tag


def _refuse_taken(world: World, tag: OwnTag) -> None:
    for other in world.tags.values():
        same_name = other.name.casefold() == tag.name.casefold()
        if same_name and other.id != tag.id and not other.archived:
            raise Refusal(RefusalCode.TAG_NAME_TAKEN, name=other.name, tag_id=other.id)


# ---- evolve ------------------------------------------------------------------------------


def _configured(world: World, fact: Fact, event: TagConfigured) -> None:
    world.tags[event.tag.id] = event.tag


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    ConfigureTag: decide_tag,
    TagCall: decide_tag_call,
    UntagCall: decide_untag_call,
    WriteNote: decide_write,
    EditNote: decide_edit,
    DeleteNote: decide_delete,
    NameCustomer: decide_name,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    TagConfigured: _configured,
}
