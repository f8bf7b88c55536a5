"""All that is kept of one customer, to be handed over: one document, and recordings beside it."""

import json
import os
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from ringback.core.events import Fact
from ringback.core.ids import CallId, CustomerId
from ringback.history import Note
from ringback.ports import NumberBook

from .archive import Archive, CallOfThePast
from .book import RecordBook
from .listing import call_rows, callback_rows
from .narration import Narrator

DOCUMENT = "customer.json"
RECORDINGS = "voicemails"
FORMAT = 1
EVERYTHING = 1_000_000_000


async def customer_file(
    archive: Archive,
    number_book: NumberBook,
    customer_id: CustomerId,
    *,
    recording_of: Callable[[CallId], Path | None],
    at: datetime,
) -> IO[bytes]:
    """Write a ZIP of all that is kept of a customer, and give it, to be read from the beginning.

    It is a file that has no name: nothing of it stays when it is closed.
    """
    book, facts = await archive.story_of(customer_id)
    notes = await archive.notes_about(customer_id)
    calls = book.calls(EVERYTHING)
    recordings = {
        call.id: path
        for call in calls
        if call.voicemail_seconds is not None and (path := recording_of(call.id)) is not None
    }
    shown = await archive.annotated([CallOfThePast(call, None) for call in calls])
    known = number_book.customer(customer_id)
    document = {
        "ringback_customer": FORMAT,
        "at": _instant(at),
        "customer": {"id": customer_id, "number": known.number, "name": known.name},
        "calls": list(reversed(call_rows(shown, number_book))),
        "callbacks": list(reversed(callback_rows(book.callbacks(EVERYTHING), number_book))),
        "timeline": _timeline(book, facts, number_book),
        "notes": [_note(note, number_book) for note in notes],
        "voicemails": {call_id: _name(path) for call_id, path in recordings.items()},
    }
    return _packed(document, tuple(recordings.values()))


def _timeline(
    book: RecordBook, facts: Sequence[Fact], number_book: NumberBook
) -> Sequence[Mapping[str, Any]]:
    narrator = Narrator(book, number_book)
    return [
        {"at": _instant(fact.at), "event": type(fact.event).__name__, "what": narrator.tell(fact)}
        for fact in facts
    ]


def _note(note: Note, number_book: NumberBook) -> Mapping[str, Any]:
    writer = None if note.agent_id is None else number_book.agent(note.agent_id).name
    return {
        "call": note.call_id,
        "written": _instant(note.written_at),
        "edited": None if note.edited_at is None else _instant(note.edited_at),
        "by": writer,
        "text": note.text,
    }


def _packed(document: Mapping[str, Any], recordings: Sequence[Path]) -> IO[bytes]:
    file = TemporaryFile()  # noqa: SIM115 - whoever is given it closes it
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT, json.dumps(document, indent=1, ensure_ascii=False) + "\n")
        for path in recordings:
            if path.exists():
                archive.write(path, _name(path))
    file.seek(0, os.SEEK_SET)
    return file


def _name(recording: Path) -> str:
    return f"{RECORDINGS}/{recording.name}"


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
