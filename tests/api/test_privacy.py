"""Handing a customer's data over, erasing a customer, and how long things are kept (R49)."""

import io
import json
import os
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.api.office import MARIE, START, Office
from tests.api.test_voicemails import is_kept, leaves_message

from ringback.core.ids import AgentId, CallId, CustomerId, NoteId
from ringback.core.inputs import EraseCustomer
from ringback.history import Note
from ringback.ports import Journal

KARIM = "+33199002145"
HIS_NOTE = "Asks for Tuesday, and sounds unhappy."


async def _contact(office: Office, number: str = MARIE) -> str:
    found = office.account.customers.with_number(number)
    assert found is not None
    return str(found.id)


def _journal(office: Office) -> Journal:
    journal: Journal = vars(office.services.privacy.eraser)["_journal"]
    return journal


async def _write_note(office: Office, call_id: str, customer_id: str) -> None:
    note = Note(
        id=NoteId("note1"),
        call_id=CallId(call_id),
        customer_id=CustomerId(customer_id),
        agent_id=AgentId("lea"),
        written_at=START,
        text=HIS_NOTE,
    )
    await _journal(office).keep_notes(office.account.engine.account_id, [note])


async def _notes(office: Office) -> list[str | None]:
    account_id = office.account.engine.account_id
    return [note.text for note in await _journal(office).notes(account_id, None, 10)]


async def _exported(office: Office, contact: str) -> tuple[Any, zipfile.ZipFile]:
    answer = await office.http.get(f"/api/v1/contacts/{contact}/export")
    assert answer.status_code == httpx.codes.OK
    assert answer.headers["content-type"] == "application/zip"
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    return json.loads(packed.read("customer.json")), packed


async def test_everything_kept_of_a_customer_is_handed_over(office: Office) -> None:
    """Number, name, calls, what happened, notes, and the message as it was left; of nobody else."""
    call_id = await leaves_message(office)
    await is_kept(office, call_id)
    contact = await _contact(office)
    await _write_note(office, call_id, contact)
    await office.online()
    await office.ask_for_callback(KARIM)

    document, packed = await _exported(office, contact)

    assert document["customer"] == {"id": contact, "number": MARIE, "name": "Marie Dupont"}
    assert [call["id"] for call in document["calls"]] == [call_id]
    assert document["callbacks"] == []
    assert [note["text"] for note in document["notes"]] == [HIS_NOTE]
    assert any("left a message" in (each["what"] or "") for each in document["timeline"])
    [name] = document["voicemails"].values()
    assert packed.read(name)[:4] == b"RIFF"
    assert "Karim" not in json.dumps(document)


async def test_open_callback_is_handed_over_too(office: Office) -> None:
    """What waits at this moment is kept as well."""
    await office.online()
    callback_id = await office.ask_for_callback()

    document, _ = await _exported(office, await _contact(office))

    assert [callback["id"] for callback in document["callbacks"]] == [callback_id]
    assert document["callbacks"][0]["outcome"] is None


async def test_erased_customer_is_nowhere(office: Office) -> None:
    """R49: the callback is cancelled; message, note, number and name go; again is no error."""
    call_id = await leaves_message(office)
    await is_kept(office, call_id)
    contact = await _contact(office)
    await _write_note(office, call_id, contact)
    await office.online()
    callback_id = await office.ask_for_callback()

    erased = await office.post(f"/contacts/{contact}/erase")

    callback = await office.get(f"/callbacks/{callback_id}")
    call = (await office.get(f"/calls/{call_id}"))["call"]
    assert (erased["contact_id"], erased["finished"], erased["found_in"]) == (contact, True, [])
    assert callback["callback"]["outcome"] == {"kind": "cancelled", "reason": "erased"}
    assert (call["customer"]["number"], call["customer"]["name"]) == (None, None)
    assert call["voicemail"]["kept"] is False
    assert await _notes(office) == [None]
    assert (await office.post(f"/contacts/{contact}/erase"))["finished"] is True
    document, _ = await _exported(office, contact)
    assert (document["customer"]["number"], document["notes"]) == (None, [])


async def test_nothing_is_written_about_an_erased_customer(office: Office) -> None:
    """R49: refused with a code; whoever writes in the wrap-up of the last call is told."""
    call_id = await leaves_message(office)
    contact = await _contact(office)
    await office.post(f"/contacts/{contact}/erase")

    note = {"agent_id": "lea", "text": HIS_NOTE}
    status, error = await office.refused("POST", f"/calls/{call_id}/notes", note)

    assert (status, error["code"]) == (409, "customer-erased")
    assert await _notes(office) == []


async def test_customer_on_a_call_is_not_erased(office: Office) -> None:
    """R49: refused with a code, and nothing has changed."""
    await office.online()
    await office.wait_in_queue()
    contact = await _contact(office)

    status, error = await office.refused("POST", f"/contacts/{contact}/erase")

    assert (status, error["code"]) == (409, "erasure-too-early")
    assert office.account.customers.with_number(MARIE) is not None


async def test_unknown_contact_is_refused(office: Office) -> None:
    """Neither handed over nor erased."""
    for method, what in (("GET", "export"), ("POST", "erase")):
        status, error = await office.refused(method, f"/contacts/c999/{what}")
        assert (status, error["code"]) == (404, "unknown-contact")


async def test_caller_after_the_erasure_is_somebody_new(office: Office) -> None:
    """A reference is never given twice."""
    await office.online()
    await office.ask_for_callback()
    before = await _contact(office)
    await office.post(f"/contacts/{before}/erase")
    await office.pass_time(timedelta(minutes=1))

    await office.ask_for_callback()

    after = await _contact(office)
    assert after != before
    document, _ = await _exported(office, after)
    assert len(document["calls"]) == 1


async def test_erasing_empties_logs_and_removes_what_was_replaced(
    office: Office, tmp_path: Path
) -> None:
    """What Ringback may change is clean; where else the number stands is told."""
    await office.online()
    await office.ask_for_callback()
    log = tmp_path / "asterisk/state/log/messages.log"
    theirs, replaced = tmp_path / "list.txt", tmp_path / "replaced-20260301T120000"
    for folder in (log.parent, replaced):
        folder.mkdir(parents=True)
    log.write_text(f"[2026-03-01 09:00:00.000] WARNING: call from {MARIE}\n")
    (replaced / "ringback.db").write_bytes(MARIE.encode())
    theirs.write_text("Marie: 01 99 00 21 12 or 0199002112\n")

    erased = await office.post(f"/contacts/{await _contact(office)}/erase")

    assert log.read_text() == ""
    assert not replaced.exists()
    assert erased["found_in"] == ["list.txt"]


async def test_old_customers_and_notes_are_forgotten_and_calls_stay(office: Office) -> None:
    """Shown first, then removed, as much as was shown."""
    await office.online()
    await office.ask_for_callback()
    await office.post(f"/callbacks/{next(iter(office.world.callbacks))}/cancel", {})
    call = (await office.get("/calls"))["calls"][0]
    await _write_note(office, call["id"], await _contact(office))
    assert _counts(await office.get("/retention")) == {"customers": 0, "notes": 0}

    await office.pass_time(timedelta(days=1096))
    shown = _counts(await office.get("/retention"))
    removed = _counts(await office.post("/retention/run"))

    assert shown == removed
    assert shown["notes"] == 1
    assert office.account.customers.with_number(MARIE) is None
    assert await _notes(office) == [None]
    assert [each["id"] for each in (await office.get("/calls"))["calls"]].count(call["id"]) == 1
    assert _counts(await office.get("/retention"))["notes"] == 0


def _counts(rows: Any) -> dict[str, int]:
    return {row["kind"]: row["count"] for row in rows if row["kind"] in ("customers", "notes")}


async def test_spoken_messages_in_use_are_kept(office: Office, tmp_path: Path) -> None:
    """A line's own and what an old version of a flow names stay; the rest goes by its age."""
    spoken = tmp_path / "spoken"
    spoken.mkdir(exist_ok=True)
    for name in ("used", "unused", "fresh"):
        for ending in (".wav", ".wav16"):
            (spoken / f"{name}{ending}").write_bytes(b"RIFF")
            age = START.timestamp() if name != "fresh" else START.timestamp() + 200 * 86_400
            os.utime(spoken / f"{name}{ending}", (age, age))
    settings = await office.get("/lines/paris/settings")
    settings["callbacks"]["confirmation_prompt"] = "spoken/used"
    await office.put("/lines/paris/settings", settings)
    await office.pass_time(timedelta(days=201))

    rows = await office.post("/retention/run")

    assert next(row["count"] for row in rows if row["kind"] == "spoken") == 2
    assert sorted(path.stem for path in spoken.glob("*.wav")) == ["fresh", "used"]


@pytest.mark.parametrize("unfinished", [True, False])
async def test_erasing_goes_on_after_a_crash(office: Office, unfinished: bool) -> None:
    """The fact is in the journal; whether or not its reference was noted, the rest follows."""
    call_id = await leaves_message(office)
    await is_kept(office, call_id)
    contact = CustomerId(await _contact(office))
    await _write_note(office, call_id, contact)
    eraser = office.services.privacy.eraser
    references = vars(eraser)["_references"]
    await office.account.engine.request(EraseCustomer(contact), "operator")
    if unfinished:
        references.begin(contact)

    await eraser.settle()

    assert list(references.erased) == [contact]
    assert list(references.unfinished) == []
    assert await _notes(office) == [None]
    assert office.services.voicemails.kept(CallId(call_id)) is None


async def test_whom_a_restore_brings_back_is_erased_again(office: Office) -> None:
    """R49: by a reference that this journal does not know as erased; no id is given twice."""
    await office.online()
    callback_id = await office.ask_for_callback()
    contact = CustomerId(await _contact(office))
    eraser = office.services.privacy.eraser
    vars(eraser)["_references"].begin(contact)
    vars(eraser)["_references"].finish(contact)

    await eraser.settle()

    callback = (await office.get(f"/callbacks/{callback_id}"))["callback"]
    assert callback["outcome"] == {"kind": "cancelled", "reason": "erased"}
    assert office.account.customers.with_number(MARIE) is None


async def test_crash_between_note_and_commit_erases_at_the_next_start(office: Office) -> None:
    """R49: the reference is on disk before the fact, so that no restore goes before it."""
    await office.online()
    await office.ask_for_callback()
    contact = CustomerId(await _contact(office))
    references = vars(office.services.privacy.eraser)["_references"]
    noted: list[bool] = []
    office.account.engine.subscribe(lambda _: noted.append(contact in references.unfinished))

    await office.post(f"/contacts/{contact}/erase")

    assert noted
    assert all(noted[:1])
    assert (list(references.erased), list(references.unfinished)) == ([contact], [])


async def test_refused_erasure_leaves_no_reference(office: Office, tmp_path: Path) -> None:
    """R49: nobody is erased at the next start to whom it was refused."""
    await office.online()
    await office.wait_in_queue()
    contact = await _contact(office)

    await office.refused("POST", f"/contacts/{contact}/erase")

    kept = json.loads((tmp_path / "erased-customers.json").read_text())
    assert kept == {"erased": [], "unfinished": [], "wipe_owed": False}


async def test_wipe_that_a_crash_prevented_is_made_up_for(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was forgotten may stand in gaps of the store's files until they are wiped."""
    wiped: list[bool] = []

    async def scrub(*, thorough: bool) -> None:
        wiped.append(thorough)

    retention = office.services.privacy.retention
    monkeypatch.setattr(vars(retention)["_journal"], "scrub", scrub)
    await retention.let_go()
    assert wiped == []
    vars(retention)["_references"].owe_wipe(True)

    await retention.let_go()
    await retention.let_go()

    assert wiped == [True]
