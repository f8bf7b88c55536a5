"""What people put on calls: tags of the company's own, and notes."""

import asyncio
import csv
import io
from datetime import timedelta
from typing import Any

import httpx
import pytest
from tests.api.office import MARIE, Office

from ringback.core.events import NoteWritten
from ringback.core.ids import NoteId

HOSTILE = (
    '=HYPERLINK("http://x")<img src=x onerror=alert(1)>\n@SUM(A1)\'; DROP TABLE note; --\u202e'
)
VIP = {"name": "VIP", "colour": "#7A5AF8", "description": "Answer at once.", "archived": False}


async def calls_and_hangs_up(office: Office) -> str:
    """Let Léa talk to Marie, then both be done, and give the call."""
    await office.online("lea")
    await office.talk()
    call_id = str(office.world.agents["lea"].call_id)
    await office.post("/agents/lea/hang-up")
    await office.pass_time(timedelta(minutes=1))
    return call_id


async def delete(office: Office, path: str) -> Any:
    answer = await office.http.delete(f"/api/v1{path}")
    assert answer.status_code == httpx.codes.OK, answer.text
    return answer.json()


# ---- tags --------------------------------------------------------------------------------


async def test_tag_of_ones_own_is_made_renamed_and_archived(office: Office) -> None:
    """R30: listed beside the three of the system."""
    made = await office.put("/tags/vip", VIP)
    renamed = await office.put("/tags/vip", VIP | {"name": "Very important", "archived": True})

    tags = await office.get("/tags")

    assert made == {"id": "vip", **VIP}
    assert tags["own"] == [renamed] == [{**made, "name": "Very important", "archived": True}]
    assert [tag["id"] for tag in tags["system"]] == [
        "queue_callback",
        "queue_called_back",
        "follow_up_self_assign",
    ]
    assert tags["system"][0]["name_fr"] == "Demande de rappel"


@pytest.mark.parametrize(
    ("tag_id", "change", "code"),
    [
        ("queue_callback", {}, "system-tag"),
        ("other", {"name": "vip"}, "tag-name-taken"),
        ("other", {"name": "O", "colour": "red"}, "validation-failed"),
        ("other", {"name": ""}, "validation-failed"),
        ("other", {"name": "x" * 51}, "validation-failed"),
        ("not%20an%20id", {}, "validation-failed"),
    ],
)
async def test_unfit_tag_is_refused(
    office: Office, tag_id: str, change: dict[str, object], code: str
) -> None:
    """S14: and what is refused changes nothing."""
    await office.put("/tags/vip", VIP)

    _, error = await office.refused("PUT", f"/tags/{tag_id}", VIP | change)

    assert error["code"] == code
    assert len((await office.get("/tags"))["own"]) == 1


async def test_tag_is_put_on_a_live_call_and_taken_off_the_past_one(office: Office) -> None:
    """R30: it shows in the call, its timeline, the lists and their filter; twice is no error."""
    await office.put("/tags/vip", VIP)
    await office.online("lea")
    await office.talk()
    call_id = str(office.world.agents["lea"].call_id)

    during = await office.put(f"/calls/{call_id}/tags/vip", {"agent_id": "lea"})
    again = await office.put(f"/calls/{call_id}/tags/vip", {"agent_id": "lea"})
    await office.post("/agents/lea/hang-up")
    await office.pass_time(timedelta(minutes=1))
    listed = await office.get("/calls?tag=vip")

    assert during["own_tags"] == [{"id": "vip", "name": "VIP", "colour": "#7A5AF8"}]
    assert again["own_tags"] == during["own_tags"]
    assert [call["id"] for call in listed["calls"]] == [call_id]
    assert listed["calls"][0]["own_tags"] == during["own_tags"]
    off = await delete(office, f"/calls/{call_id}/tags/vip?agent_id=lea")
    again_off = await delete(office, f"/calls/{call_id}/tags/vip")
    assert off["own_tags"] == again_off["own_tags"] == []
    assert (await office.get("/calls?tag=vip"))["calls"] == []
    events = (await office.get(f"/calls/{call_id}"))["events"]
    told = [(each["name"], each["actor"], each["tag_id"]) for each in events if "tag_id" in each]
    assert told == [("call-tagged", "agent:lea", "vip"), ("call-untagged", "agent:lea", "vip")]


async def test_system_tag_is_neither_put_on_nor_taken_off(office: Office) -> None:
    """S14: it follows from what became of the call."""
    call_id = await calls_and_hangs_up(office)

    on = await office.refused("PUT", f"/calls/{call_id}/tags/queue_called_back", {})
    off = await office.refused("DELETE", f"/calls/{call_id}/tags/queue_callback")

    assert (on[0], on[1]["code"]) == (off[0], off[1]["code"]) == (409, "system-tag")


async def test_tagging_what_there_is_not_is_refused(office: Office) -> None:
    """Calls, tags and agents are looked up."""
    await office.put("/tags/vip", VIP)
    await office.put("/tags/old", VIP | {"name": "Old", "archived": True})
    call_id = await calls_and_hangs_up(office)

    codes = [
        (await office.refused("PUT", path, {"agent_id": agent_id}))[1]["code"]
        for path, agent_id in (
            ("/calls/none/tags/vip", "lea"),
            (f"/calls/{call_id}/tags/none", "lea"),
            (f"/calls/{call_id}/tags/old", "lea"),
            (f"/calls/{call_id}/tags/vip", "nobody"),
        )
    ]

    assert codes == ["unknown-call", "unknown-tag", "tag-archived", "unknown-agent"]


async def test_calls_are_counted_by_tag(office: Office) -> None:
    """R30: those of the system and one's own alike; a call with two tags counts in both."""
    await office.put("/tags/vip", VIP)
    await office.online("lea")
    await office.ask_for_callback()
    await office.pass_time(timedelta(minutes=1))
    [call] = (await office.get("/calls?direction=inbound"))["calls"]
    await office.put(f"/calls/{call['id']}/tags/vip", {})

    period = "since=2026-03-01T00:00:00Z&until=2026-03-05T00:00:00Z"
    rows = (await office.get(f"/analytics?by=tag&{period}"))["rows"]

    counted = {(row["key"], row["name"]): row["calls"]["inbound"] for row in rows}
    assert counted == {("vip", "VIP"): 1, ("queue_callback", "Callback Request"): 1}


# ---- notes -------------------------------------------------------------------------------


async def test_note_is_written_edited_and_deleted(office: Office) -> None:
    """R30: with its author and times; a deleted one is gone from everything but the story."""
    call_id = await calls_and_hangs_up(office)
    text = {"agent_id": "lea", "text": "Asks for Tuesday."}

    [written] = (await office.post(f"/calls/{call_id}/notes", text))["notes"]
    await office.pass_time(timedelta(minutes=2))
    path = f"/notes/{written['id']}"
    [edited] = (await office.put(path, text | {"text": "Asks for Monday."}))["notes"]

    assert (written["text"], written["agent_id"]) == ("Asks for Tuesday.", "lea")
    assert written["edited_at"] is None
    assert edited["text"] == "Asks for Monday."
    assert edited["written_at"] == written["written_at"] < edited["edited_at"]
    assert (await delete(office, f"{path}?agent_id=lea"))["notes"] == []
    events = (await office.get(f"/calls/{call_id}"))["events"]
    names = [each["name"] for each in events if "note_id" in each]
    assert names == ["note-written", "note-edited", "note-deleted"]
    assert (await office.refused("PUT", path, text))[1]["code"] == "unknown-note"
    assert (await office.refused("DELETE", path))[1]["code"] == "unknown-note"


async def test_text_of_a_note_is_nowhere_in_the_journal(office: Office) -> None:
    """The journal holds its id alone, so that erasing it leaves the journal whole."""
    call_id = await calls_and_hangs_up(office)

    await office.post(f"/calls/{call_id}/notes", {"agent_id": "lea", "text": "Secret words"})

    events = (await office.get(f"/calls/{call_id}"))["events"]
    assert "Secret" not in repr(events)
    call = await office.services.archive.call(office.services.records.calls(1)[0].id)
    assert call is not None
    [fact] = [each for each in call.call.facts if isinstance(each.event, NoteWritten)]
    assert "Secret" not in repr(fact)
    assert [note.text for note in call.notes] == ["Secret words"]


async def test_note_belongs_to_its_author(office: Office) -> None:
    """R30: colleagues do not change it; who is no agent, a supervisor for one, may delete it."""
    call_id = await calls_and_hangs_up(office)
    mine = {"agent_id": "lea", "text": "Mine."}
    [note] = (await office.post(f"/calls/{call_id}/notes", mine))["notes"]
    path = f"/notes/{note['id']}"

    edited = await office.refused("PUT", path, {"agent_id": "tom", "text": "His."})
    by_nobody = await office.refused("PUT", path, {"text": "Theirs."})
    deleted = await office.refused("DELETE", f"{path}?agent_id=tom")

    for status, error in (edited, by_nobody, deleted):
        assert (status, error["code"]) == (403, "note-of-another-agent")
    assert (await delete(office, path))["notes"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "note-empty"),
        (" \n\t", "note-empty"),
        ("x" * 4_001, "note-too-long"),
        ("x" * 8_001, "validation-failed"),
    ],
)
async def test_unfit_note_is_refused(office: Office, text: str, code: str) -> None:
    """It has a bound, and holds something."""
    call_id = await calls_and_hangs_up(office)

    _, error = await office.refused("POST", f"/calls/{call_id}/notes", {"text": text})

    assert error["code"] == code
    assert (await office.get(f"/calls/{call_id}"))["call"]["notes"] == []


async def test_notes_of_one_call_have_a_limit(office: Office) -> None:
    """Everything has one."""
    call_id = await calls_and_hangs_up(office)
    for number in range(100):
        await office.post(f"/calls/{call_id}/notes", {"text": f"No. {number}"})

    status, error = await office.refused("POST", f"/calls/{call_id}/notes", {"text": "More"})

    assert (status, error["code"], error["details"]) == (409, "too-many-notes", {"maximum": 100})


async def test_hostile_note_is_only_text(office: Office) -> None:
    """In JSON and in CSV it is what was written, and no spreadsheet takes it for a formula."""
    await office.put("/tags/vip", VIP | {"name": "=1+1"})
    call_id = await calls_and_hangs_up(office)
    await office.put(f"/calls/{call_id}/tags/vip", {})

    [note] = (await office.post(f"/calls/{call_id}/notes", {"text": HOSTILE}))["notes"]
    [row] = await exported(office)

    assert note["text"] == HOSTILE
    assert row["notes"].endswith(f" -: {HOSTILE}")
    assert row["own_tags"] == "vip"
    assert row["own_tag_names"] == "'=1+1"
    assert not any(cell.startswith(("=", "@", "-")) for cell in row.values())


async def exported(office: Office) -> list[dict[str, str]]:
    """Write the CSV of all calls as an export does."""
    from ringback.history import CallFilter
    from ringback.records.exporting import Export, ExportFormat, Names

    tags = {tag.id: tag.name for tag in office.world.tags.values()}
    export = Export(CallFilter(), ExportFormat.CSV, Names(tags=tags))
    text = "".join([part async for part, _ in office.services.archive.exported(export)])
    return list(csv.DictReader(io.StringIO(text, newline="")))


async def test_note_about_an_unknown_call_is_refused(office: Office) -> None:
    """There is nothing to write about."""
    status, error = await office.refused("POST", "/calls/none/notes", {"text": "Hello"})

    assert (status, error["code"]) == (404, "unknown-call")


# ---- contacts ----------------------------------------------------------------------------


async def test_contact_is_found_from_a_call_and_by_its_number(office: Office) -> None:
    """R35: the call leads to the contact, and so does the number."""
    call_id = await calls_and_hangs_up(office)
    call = (await office.get(f"/calls/{call_id}"))["call"]
    contact_id = call["customer"]["contact_id"]

    by_id = await office.get(f"/contacts/{contact_id}")
    by_number = await office.http.get("/api/v1/contacts", params={"search": MARIE})

    assert by_id["number"] == MARIE
    assert by_number.json() == {"contacts": [by_id], "next_cursor": None}


async def test_contact_is_named_for_good(office: Office) -> None:
    """R35: everywhere; what the network calls the customer later does not matter."""
    call_id = await calls_and_hangs_up(office)
    contact = (await office.get("/contacts"))["contacts"][0]

    named = await office.put(f"/contacts/{contact['id']}", {"name": "Marie\u202e D."})
    call = (await office.get(f"/calls/{call_id}"))["call"]

    assert named == {"id": contact["id"], "number": MARIE, "name": "Marie D."}
    assert call["customer"]["name"] == "Marie D."
    assert (await office.get("/contacts?search=marie%20d."))["contacts"] == [named]
    await calls_and_hangs_up(office)
    assert (await office.get(f"/contacts/{contact['id']}"))["name"] == "Marie D."
    nameless = await office.put(f"/contacts/{contact['id']}", {"name": None})
    assert nameless["name"] is None


async def test_conversation_tells_both_directions_notes_tags_and_callbacks(
    office: Office,
) -> None:
    """R35, R40: one list, the newest first, from the request over the call back to now."""
    await office.put("/tags/vip", VIP)
    await office.online("lea")
    callback_id = await office.ask_for_callback()
    offer = await office.offer_of("lea")
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    await office.until(lambda: bool(office.world.outbound_calls))
    [outbound_id] = office.world.outbound_calls
    await office.post(f"/calls/{outbound_id}/notes", {"agent_id": "lea", "text": "Called."})
    [inbound] = (await office.get("/calls?direction=inbound"))["calls"]
    await office.put(f"/calls/{inbound['id']}/tags/vip", {})
    contact_id = inbound["customer"]["contact_id"]

    told = await office.get(f"/contacts/{contact_id}/conversation")

    kinds = [(each["kind"], (each["call"] or each["callback"])["id"]) for each in told["entries"]]
    assert kinds == [("call", outbound_id), ("callback", callback_id), ("call", inbound["id"])]
    outbound, _, first = told["entries"]
    assert outbound["call"]["ended_at"] is None
    assert [note["text"] for note in outbound["call"]["notes"]] == ["Called."]
    assert [tag["id"] for tag in first["call"]["own_tags"]] == ["vip"]
    assert first["call"]["tags"] == ["queue_callback"]
    assert told["contact"]["number"] == MARIE
    page = await office.get(f"/contacts/{contact_id}/conversation?limit=1")
    rest = await office.get(f"/contacts/{contact_id}/conversation?after={page['next_cursor']}")
    ids = [(each["call"] or each["callback"])["id"] for each in page["entries"] + rest["entries"]]
    assert ids == [outbound_id, callback_id, inbound["id"]]


async def test_unknown_contact_is_refused(office: Office) -> None:
    """Nothing is told of nobody."""
    await calls_and_hangs_up(office)

    for method, path, body in (
        ("GET", "/contacts/c99", None),
        ("PUT", "/contacts/c99", {"name": "Nobody"}),
        ("GET", "/contacts/c99/conversation", None),
    ):
        status, error = await office.refused(method, path, body)
        assert (status, error["code"]) == (404, "unknown-contact")
    _, error = await office.refused("GET", "/contacts?after=nonsense")
    assert error["code"] == "unknown-cursor"


async def test_note_deleted_while_it_is_edited_is_gone(office: Office) -> None:
    """R30: of two changes at once the second sees the first; a text never comes back."""
    call_id = await calls_and_hangs_up(office)
    [note] = (await office.post(f"/calls/{call_id}/notes", {"text": "First."}))["notes"]
    desk, note_id = office.services.desks.notes, NoteId(note["id"])

    results = await asyncio.gather(
        desk.delete(note_id, None, "operator"),
        desk.edit(note_id, None, "Second.", "operator"),
        desk.delete(note_id, None, "operator"),
        return_exceptions=True,
    )

    assert results[0] == call_id
    assert [str(each) for each in results[1:]] == ["unknown-note", "unknown-note"]
    call = (await office.get(f"/calls/{call_id}"))["call"]
    assert call["notes"] == []
