"""Tags of the company's own, and notes, on calls that go on and on calls of the past (R30)."""

from dataclasses import replace

import pytest

from ringback.core.events import (
    CallTagged,
    CallUntagged,
    CustomerNamed,
    NoteDeleted,
    NoteEdited,
    NoteWritten,
    TagConfigured,
)
from ringback.core.ids import AgentId, CallId, CustomerId, NoteId, TagId
from ringback.core.inputs import (
    ConfigureTag,
    DeleteNote,
    EditNote,
    Input,
    NameCustomer,
    TagCall,
    UntagCall,
    WriteNote,
)
from ringback.core.outcomes import Tag
from ringback.core.refusals import RefusalCode
from ringback.core.settings import OwnTag
from ringback.core.tagging import TAGS_MAX
from tests.scenarios.stage import Stage

LEA = AgentId("lea")
VIP = OwnTag(TagId("vip"), "VIP", "#7A5AF8")
PRAISE = OwnTag(TagId("praise"), "Praise", "#12B76A", "The caller was happy.")
LONG_AGO = CallId("call-of-last-year")
NOTE = NoteId("note7")


def with_tags(stage: Stage) -> Stage:
    stage.give(ConfigureTag(VIP))
    stage.give(ConfigureTag(PRAISE))
    return stage


def test_tag_is_put_on_a_call_during_and_after_it() -> None:
    """R30: while the agent talks, in wrap-up, and on a call that ended long ago."""
    stage = with_tags(Stage("lea"))
    stage.online("lea")
    call_id = stage.arrive()
    stage.take("lea")

    stage.give(TagCall(call_id, VIP.id, LEA))
    stage.hang_up("lea")
    stage.give(TagCall(call_id, PRAISE.id, LEA))
    stage.give(TagCall(LONG_AGO, VIP.id, None))
    stage.give(UntagCall(call_id, VIP.id, LEA))

    assert stage.events(CallTagged) == [
        CallTagged(call_id, VIP.id, LEA),
        CallTagged(call_id, PRAISE.id, LEA),
        CallTagged(LONG_AGO, VIP.id, None),
    ]
    assert stage.events(CallUntagged) == [CallUntagged(call_id, VIP.id, LEA)]


@pytest.mark.parametrize("tag", Tag)
def test_tags_of_the_system_are_nobodys_to_set(tag: Tag) -> None:
    """S14: they follow from what became of a call; they are neither put on, taken off nor made."""
    stage = with_tags(Stage("lea"))
    tag_id = TagId(tag.value)

    refused = [
        stage.refuses(request)
        for request in (
            TagCall(LONG_AGO, tag_id, LEA),
            UntagCall(LONG_AGO, tag_id, LEA),
            ConfigureTag(replace(VIP, id=tag_id, name="Mine")),
        )
    ]

    assert {refusal.code for refusal in refused} == {RefusalCode.SYSTEM_TAG}
    assert all(refusal.data == {"tag_id": tag_id} for refusal in refused)


def test_archived_tag_is_put_on_no_further_call() -> None:
    """R30: it can be taken off, and be put on again once it is in use again."""
    stage = with_tags(Stage("lea"))
    stage.give(TagCall(LONG_AGO, VIP.id, LEA))

    stage.give(ConfigureTag(replace(VIP, archived=True)))

    assert stage.refuses(TagCall(LONG_AGO, VIP.id, LEA)).code is RefusalCode.TAG_ARCHIVED
    stage.give(UntagCall(LONG_AGO, VIP.id, LEA))
    stage.give(ConfigureTag(VIP))
    stage.give(TagCall(LONG_AGO, VIP.id, LEA))
    assert len(stage.events(CallTagged)) == 2


def test_tags_in_use_never_bear_one_name() -> None:
    """R30: agents choose tags by their names, in whatever case; an archived one gives its up."""
    stage = with_tags(Stage("lea"))

    taken = stage.refuses(ConfigureTag(OwnTag(TagId("new"), "vip", "#000000")))
    renamed = stage.refuses(ConfigureTag(replace(PRAISE, name="Vip")))
    stage.give(ConfigureTag(replace(VIP, archived=True)))
    stage.give(ConfigureTag(OwnTag(TagId("new"), "vip", "#000000")))
    back = stage.refuses(ConfigureTag(VIP))

    assert taken.code is renamed.code is back.code is RefusalCode.TAG_NAME_TAKEN
    assert taken.data == {"name": "VIP", "tag_id": VIP.id}


def test_tag_is_renamed_and_kept_as_it_is_replayed() -> None:
    """S21: the same configuration again is no event; a replay knows the tags."""
    stage = with_tags(Stage("lea"))
    renamed = replace(VIP, name="Very important", colour="#FFFFFF")

    stage.give(ConfigureTag(renamed))
    stage.give(ConfigureTag(renamed))

    assert len(stage.events(TagConfigured)) == 3
    assert stage.replayed().tags == {VIP.id: renamed, PRAISE.id: PRAISE}


def test_tags_have_a_limit() -> None:
    """R30: everything has one; those there are can still be changed."""
    stage = Stage("lea")
    for number in range(TAGS_MAX):
        stage.give(ConfigureTag(OwnTag(TagId(f"t{number}"), f"No. {number}", "#000000")))

    refusal = stage.refuses(ConfigureTag(VIP))

    assert refusal.code is RefusalCode.TOO_MANY_TAGS
    assert refusal.data == {"maximum": TAGS_MAX}
    stage.give(ConfigureTag(OwnTag(TagId("t0"), "The first", "#000000")))


def test_notes_get_ids_of_their_own_and_the_journal_no_text() -> None:
    """R43: who wrote, edited and deleted which note is told; what it says is not."""
    stage = Stage("lea")

    stage.give(WriteNote(LONG_AGO, LEA))
    stage.give(WriteNote(LONG_AGO, None))

    first, second = stage.events(NoteWritten)
    assert first.note_id != second.note_id
    assert (first.agent_id, second.agent_id) == (LEA, None)
    stage.give(EditNote(first.note_id, LONG_AGO, LEA))
    stage.give(DeleteNote(second.note_id, LONG_AGO, None))
    assert stage.events(NoteEdited) == [NoteEdited(first.note_id, LONG_AGO, LEA)]
    stage.give(DeleteNote(first.note_id, LONG_AGO, LEA))
    deleted = [
        NoteDeleted(second.note_id, LONG_AGO, None),
        NoteDeleted(first.note_id, LONG_AGO, LEA),
    ]
    assert stage.events(NoteDeleted) == deleted


def test_naming_a_customer_is_told_without_the_name() -> None:
    """R43: the name itself is kept beside the journal."""
    stage = Stage("lea")

    stage.give(NameCustomer(CustomerId("c1"), LEA))

    assert stage.events(CustomerNamed) == [CustomerNamed(CustomerId("c1"), LEA)]


@pytest.mark.parametrize(
    "request_of_nobody",
    [
        TagCall(LONG_AGO, VIP.id, AgentId("tim")),
        UntagCall(LONG_AGO, VIP.id, AgentId("tim")),
        WriteNote(LONG_AGO, AgentId("tim")),
        EditNote(NOTE, LONG_AGO, AgentId("tim")),
        DeleteNote(NOTE, LONG_AGO, AgentId("tim")),
        NameCustomer(CustomerId("c1"), AgentId("tim")),
    ],
)
def test_who_is_unknown_puts_nothing_on_a_call(request_of_nobody: Input) -> None:
    """R43: whoever did it is somebody."""
    stage = with_tags(Stage("lea"))

    assert stage.refuses(request_of_nobody).code is RefusalCode.UNKNOWN_AGENT


@pytest.mark.parametrize("request_type", [TagCall, UntagCall])
def test_unknown_tag_is_refused(request_type: type[TagCall | UntagCall]) -> None:
    """R30: a tag is made before it is used."""
    stage = with_tags(Stage("lea"))

    refusal = stage.refuses(request_type(LONG_AGO, TagId("vpi"), LEA))

    assert refusal.code is RefusalCode.UNKNOWN_TAG
    assert refusal.data == {"tag_id": "vpi"}
