"""Facts to and from their stored form; the names and shapes in here are a file format.

A journal is read by every later release (S21): see `stored_names` for how the format may grow.
"""

from datetime import UTC, datetime
from typing import Any, NamedTuple
from zlib import crc32

import msgspec

from ringback.core.events import Event, Fact
from ringback.core.ids import AccountId
from ringback.ports import JournalRefused

from .shapes import Shape, shape_of
from .stored_names import STORED_NAMES


class StoredEvent(NamedTuple):
    """An event as it is kept: the parts of its stored name, and its fields as JSON."""

    type: str
    version: int
    data: bytes


class StoredFact(NamedTuple):
    """A row of the journal. `checksum` covers all other fields and the account."""

    sequence: int
    type: str
    version: int
    at: str
    cause: str
    actor: str
    data: str
    checksum: int


def encode_event(event: Event) -> StoredEvent:
    """Write an event; one that could not be read back is a bug and is never stored."""
    form = _FORM_OF_EVENT[type(event)]
    data = _ENCODER.encode(form.shape.store(event))
    assert form.shape.revive(form.decoder.decode(data)) == event, f"{event} cannot be stored"
    return StoredEvent(form.type, form.version, data)


def decode_event(stored: StoredEvent) -> Event:
    """Read an event; refuses what this release does not know exactly."""
    form = _FORM_OF_NAME.get((stored.type, stored.version))
    if form is None:
        raise JournalRefused(
            f"it holds {stored.type}.v{stored.version}, which was written by a newer release"
            " of Ringback; install that release"
        )
    try:
        event: Event = form.shape.revive(form.decoder.decode(stored.data))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise JournalRefused(
            f"it is damaged, or was written by a newer release of Ringback ({error});"
            " install that release or restore the journal from a backup"
        ) from error
    return event


def encode_fact(account_id: AccountId, fact: Fact) -> StoredFact:
    """Write a fact as a row of an account's journal."""
    assert fact.at.utcoffset() is not None, f"{fact.at} has no time zone"
    stored = encode_event(fact.event)
    row = StoredFact(
        sequence=fact.sequence,
        type=stored.type,
        version=stored.version,
        at=fact.at.astimezone(UTC).isoformat(timespec="microseconds"),
        cause=fact.cause,
        actor=fact.actor,
        data=stored.data.decode(),
        checksum=0,
    )
    return row._replace(checksum=_checksum_of_fact(account_id, row))


def decode_fact(account_id: AccountId, row: StoredFact) -> Fact:
    """Read a row of an account's journal; refuses it, by its number, unless it is intact."""
    try:
        _refuse_unless_intact(account_id, row)
        event = decode_event(StoredEvent(row.type, row.version, row.data.encode()))
    except JournalRefused as refused:
        raise JournalRefused(
            f"Fact {row.sequence} of account {account_id} cannot be read: {refused}."
        ) from refused
    return Fact(
        sequence=row.sequence,
        at=datetime.fromisoformat(row.at),
        cause=row.cause,
        actor=row.actor,
        event=event,
    )


def checksum(*fields: str | int | None) -> int:
    """Sum up a row's fields, so that a damaged row is noticed."""
    return crc32("\n".join(map(str, fields)).encode())


def storable(text: str | None) -> str | None:
    """Replace what no database can keep: people's texts are whatever a stranger has sent."""
    if text is None:
        return None
    return text.encode("utf-8", "replace").decode().replace("\0", "?")


def _refuse_unless_intact(account_id: AccountId, row: StoredFact) -> None:
    if row.checksum != _checksum_of_fact(account_id, row):
        raise JournalRefused("it is damaged; restore the journal from a backup")


def _checksum_of_fact(account_id: AccountId, row: StoredFact) -> int:
    return checksum(account_id, *row[:-1])


class _Form(NamedTuple):
    type: str
    version: int
    shape: Shape
    decoder: msgspec.json.Decoder[Any]


def _form(name: str, event_type: Any) -> _Form:
    stored_type, _, version = name.rpartition(".v")
    shape = shape_of(event_type)
    return _Form(stored_type, int(version), shape, msgspec.json.Decoder(shape.stored_type))


_ENCODER = msgspec.json.Encoder()
_FORM_OF_EVENT = {event_type: _form(name, event_type) for name, event_type in STORED_NAMES.items()}
_FORM_OF_NAME = {(form.type, form.version): form for form in _FORM_OF_EVENT.values()}
