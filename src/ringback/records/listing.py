"""Records as plain rows, for tables and JSON."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ringback.contacts import Contact
from ringback.core.ids import AgentId, CallbackId, CallId, CustomerId
from ringback.ports import NumberBook

from .archive import CallOfThePast, ConversationEntry
from .book import RecordBook
from .callbacks import CallbackRecord
from .calls import CallRecord
from .fairness import OVERTAKING_RULES, FairnessAccount
from .narration import Narrator, outcome_words

Row = dict[str, Any]


def call_rows(calls: Iterable[CallOfThePast], number_book: NumberBook) -> Sequence[Row]:
    """Give calls in their order."""
    return [
        {
            "began": _instant(call.began_at),
            "id": call.id,
            "direction": call.direction.value,
            "line": number_book.line(call.line_id).name or call.line_id,
            "customer": _customer(number_book, call.customer_id),
            "agent": _agent(number_book, call.agent_id),
            "talked": _seconds(call.talked_for),
            "ending": None if call.ending is None else call.ending.value,
            "missed": None if call.missed_reason is None else call.missed_reason.value,
            "redirected": [
                number_book.customer(CustomerId(one)).number or one for one in call.redirected_to
            ],
            "tags": [*(tag.value for tag in call.tags), *found.own_tags],
            "notes": len(found.notes),
            "callback": call.callback_id,
            "linked": list(call.linked_call_ids),
        }
        for found in calls
        for call in (found.call,)
    ]


def contact_rows(contacts: Iterable[Contact], number_book: NumberBook) -> Sequence[Row]:
    """Give contacts in their order."""
    return [
        {
            "id": contact.id,
            "number": contact.number,
            "name": number_book.customer(contact.id).name,
        }
        for contact in contacts
    ]


def conversation_rows(
    entries: Iterable[ConversationEntry], number_book: NumberBook
) -> Sequence[Row]:
    """Give what went on with a contact: calls with their notes and tags, and callbacks."""
    return [
        _call_entry(entry, number_book)
        if isinstance(entry, CallOfThePast)
        else _callback_entry(entry, number_book)
        for entry in entries
    ]


def _call_entry(found: CallOfThePast, number_book: NumberBook) -> Row:
    call = found.call
    voicemail = call.voicemail_seconds
    return {
        "at": _instant(call.began_at),
        "kind": f"{call.direction.value} call",
        "id": call.id,
        "line": number_book.line(call.line_id).name or call.line_id,
        "agent": _agent(number_book, call.agent_id),
        "what": "going on" if call.ended_at is None else call.type.value,
        "voicemail": None if voicemail is None else f"{voicemail:.0f} s",
        "tags": [*(tag.value for tag in call.tags), *found.own_tags],
        "notes": [_one_line(note.text) for note in found.notes],
    }


def _callback_entry(callback: CallbackRecord, number_book: NumberBook) -> Row:
    outcome = callback.outcome
    return {
        "at": _instant(callback.requested_at),
        "kind": f"{callback.mode.value} callback",
        "id": callback.id,
        "line": number_book.line(callback.line_id).name or callback.line_id,
        "agent": _agent(number_book, callback.agent_id),
        "what": callback.progress.value if outcome is None else outcome_words(outcome),
        "voicemail": None,
        "tags": [],
        "notes": [],
    }


def _one_line(text: str | None) -> str:
    """Write a note so that nothing in it moves a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text or "")


def voicemail_rows(
    calls: Iterable[CallRecord],
    number_book: NumberBook,
    file_of: Callable[[CallId], Path | None],
) -> Sequence[Row]:
    """Give the messages that callers left, with the files they are kept in."""
    return [
        {
            "began": _instant(call.began_at),
            "call": call.id,
            "line": number_book.line(call.line_id).name or call.line_id,
            "customer": _customer(number_book, call.customer_id),
            "seconds": round(call.voicemail_seconds or 0),
            "file": None if (file := file_of(call.id)) is None else str(file),
        }
        for call in calls
    ]


def callback_rows(callbacks: Iterable[CallbackRecord], number_book: NumberBook) -> Sequence[Row]:
    """Give callbacks in their order."""
    return [
        {
            "requested": _instant(callback.requested_at),
            "id": callback.id,
            "line": number_book.line(callback.line_id).name or callback.line_id,
            "customer": _customer(number_book, callback.customer_id),
            "mode": callback.mode.value,
            "progress": callback.progress.value,
            "outcome": None if callback.outcome is None else outcome_words(callback.outcome),
            "attempts": f"{callback.attempt_number}/{callback.attempts_max}",
            "wait": _seconds(callback.wait),
            "inbound": list(callback.inbound_call_ids),
            "outbound": list(callback.outbound_call_ids),
        }
        for callback in callbacks
    ]


def to_call_rows(callbacks: Iterable[CallbackRecord], number_book: NumberBook) -> Sequence[Row]:
    """Give callbacks to call by hand, with who is on them (R35, R39)."""
    return [
        {
            "since": _instant(callback.to_call_since),
            "id": callback.id,
            "line": number_book.line(callback.line_id).name or callback.line_id,
            "customer": _customer(number_book, callback.customer_id),
            "why": "manual" if callback.outcome is None else outcome_words(callback.outcome),
            "claimed": _agent(number_book, callback.claimed_by),
            "calling": _agent(number_book, callback.calling_by),
            "inbound": list(callback.inbound_call_ids),
            "outbound": list(callback.outbound_call_ids),
        }
        for callback in callbacks
    ]


def timeline_rows(records: RecordBook, number_book: NumberBook, callback_id: str) -> Sequence[Row]:
    """Give every event of a callback and its calls, with time, cause and actor (R43)."""
    narrator = Narrator(records, number_book)
    return [
        {
            "at": _instant(fact.at),
            "event": type(fact.event).__name__,
            "cause": fact.cause,
            "actor": fact.actor,
            "what": narrator.tell(fact),
        }
        for fact in records.timeline(CallbackId(callback_id))
    ]


def fairness_rows(
    records: RecordBook, number_book: NumberBook, account: FairnessAccount
) -> Sequence[Row]:
    """Give who was served before a callback, in order; nothing in `overtook` who came earlier."""
    rows = []
    for served in account.served_before:
        item_id, why = served.service.item_id, served.overtook
        callback = records.callback(CallbackId(item_id))
        record = callback or records.call(CallId(item_id))
        rows.append(
            {
                "served": _instant(served.service.at),
                "joined": _instant(served.joined_at),
                "kind": "call" if callback is None else "callback",
                "id": item_id,
                "customer": _customer(number_book, record.customer_id if record else None),
                "agent": _agent(number_book, served.service.agent_id),
                "overtook": None if why is None else why.value,
                "rule": None if why is None else OVERTAKING_RULES[why],
            }
        )
    return rows


def _customer(number_book: NumberBook, customer_id: CustomerId | None) -> str | None:
    if customer_id is None:
        return None
    known = number_book.customer(customer_id)
    return " ".join(part for part in (known.name, known.number) if part) or customer_id


def _agent(number_book: NumberBook, agent_id: AgentId | None) -> str | None:
    return None if agent_id is None else number_book.agent(agent_id).name


def _instant(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


def _seconds(duration: timedelta | None) -> str | None:
    return None if duration is None else f"{duration.total_seconds():.0f} s"
