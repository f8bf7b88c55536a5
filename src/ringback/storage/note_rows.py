"""Notes as rows, in the SQL that all our databases share, and back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from ringback.core.ids import AccountId, AgentId, CallId, CustomerId, NoteId
from ringback.history import Note
from ringback.ports import JournalRefused

from .codec import checksum, storable
from .record_queries import Query
from .record_statements import Row, Statement, instant, microseconds

COLUMNS = "id, call_id, customer_id, agent_id, written_at, edited_at, text, checksum"
_CHANGED = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS.split(", ") if name != "id")
_STORE = (
    f"INSERT INTO note (account, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    f" ON CONFLICT (account, id) DO UPDATE SET {_CHANGED} WHERE note.text IS NOT NULL"
)
_SELECT = f"SELECT {COLUMNS} FROM note WHERE account = ?"


def storable_note(note: Note) -> Note:
    """Replace what no database can keep."""
    return replace(note, text=storable(note.text))


def note_row(account_id: AccountId, note: Note) -> Row:
    row = (
        account_id,
        note.id,
        note.call_id,
        note.customer_id,
        note.agent_id,
        microseconds(note.written_at),
        None if note.edited_at is None else microseconds(note.edited_at),
        storable(note.text),
    )
    return (*row, checksum(*row))


def statements_of_notes(account_id: AccountId, notes: Sequence[Note]) -> Iterator[Statement]:
    """Store notes; one without a text stays so, whichever way it lost it."""
    if notes:
        yield _STORE, [note_row(account_id, note) for note in notes]


def notes_query(account_id: AccountId, after: NoteId | None, limit: int) -> Query:
    return Query(f"{_SELECT} AND id > ? ORDER BY id LIMIT ?", (account_id, after or "", limit))


def notes_of_query(account_id: AccountId, call_ids: Sequence[CallId]) -> Query:
    marks = ", ".join("?" for _ in call_ids) or "NULL"
    return Query(
        f"{_SELECT} AND call_id IN ({marks}) AND text IS NOT NULL ORDER BY written_at, id",
        (account_id, *call_ids),
    )


def notes_about_query(account_id: AccountId, customer_id: CustomerId) -> Query:
    return Query(
        f"{_SELECT} AND customer_id = ? AND text IS NOT NULL ORDER BY written_at, id",
        (account_id, customer_id),
    )


def notes_before_query(account_id: AccountId, before: datetime, limit: int) -> Query:
    return Query(
        f"{_SELECT} AND written_at < ? AND text IS NOT NULL ORDER BY written_at, id LIMIT ?",
        (account_id, microseconds(before), limit),
    )


def note_query(account_id: AccountId, note_id: NoteId) -> Query:
    return Query(f"{_SELECT} AND id = ?", (account_id, note_id))


def read_note(row: Row) -> Note:
    note_id, call_id, customer_id, agent_id, written_at, edited_at, text, _ = row
    return Note(
        id=NoteId(note_id),
        call_id=CallId(call_id),
        customer_id=None if customer_id is None else CustomerId(customer_id),
        agent_id=None if agent_id is None else AgentId(agent_id),
        written_at=instant(written_at),
        edited_at=_edited(edited_at),
        text=text,
    )


def notes_of(place: object, account_id: AccountId, rows: Iterable[Row]) -> Sequence[Note]:
    """Read notes. Raises `JournalRefused` at a damaged row."""
    notes = []
    for row in rows:
        if row[-1] != checksum(account_id, *row[:-1]):
            raise JournalRefused(
                f"Note {row[0]} of account {account_id} is damaged in {place}:"
                " restore the journal from a backup."
            )
        notes.append(read_note(row))
    return notes


def _edited(at: int | None) -> datetime | None:
    return None if at is None else instant(at)
