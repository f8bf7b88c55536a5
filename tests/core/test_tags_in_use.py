"""Whatever people do, calls bear only tags of the company's own that are in use (R30, S14)."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from ringback.core.events import CallTagged, NoteWritten
from ringback.core.ids import CallId, TagId
from ringback.core.inputs import ConfigureTag, Input, TagCall, UntagCall, WriteNote
from ringback.core.outcomes import Tag
from ringback.core.refusals import Refusal
from ringback.core.settings import OwnTag
from tests.scenarios.stage import Stage

from .annotation_properties import tags_in_use
from .folding import fold
from .ledger import Ledger

TAGS = (TagId("one"), TagId("two"), TagId(Tag.FOLLOW_UP))
NAMES = ("One", "Two", "one")
DEEDS = ("configure", "archive", "tag", "untag", "write")
deeds = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.sampled_from(TAGS), st.sampled_from(NAMES)), max_size=40
)


@settings(deadline=None)
@given(deeds=deeds)
def test_only_own_tags_in_use_are_put_on_calls(deeds: list[tuple[str, TagId, str]]) -> None:
    """S14, S21: judged by a second bookkeeping; a replay knows the same tags."""
    stage, ledger = Stage("x"), Ledger()

    for deed, tag_id, name in deeds:
        with suppress(Refusal):
            stage.give(_request(deed, tag_id, name))

    for fact in stage.facts:
        assert list(tags_in_use(ledger, fact)) == []
        fold(ledger, fact)
    assert stage.replayed().tags == stage.world.tags == ledger.tags
    tagged = [event for event in stage.events(CallTagged) if event.tag_id == TAGS[2]]
    assert not tagged
    notes = [event.note_id for event in stage.events(NoteWritten)]
    assert len(notes) == len(set(notes))


def _request(deed: str, tag_id: TagId, name: str) -> Input:
    call_id = CallId(f"call-of-{name}")
    match deed:
        case "tag":
            return TagCall(call_id, tag_id, None)
        case "untag":
            return UntagCall(call_id, tag_id, None)
        case "write":
            return WriteNote(call_id, None)
        case _:
            tag = OwnTag(tag_id, name, "#000000", archived=deed == "archive")
            return ConfigureTag(tag)
