"""Worked out by hand, from the facts alone: wall clocks, and what records must say."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from ringback.core.ids import CallId
from ringback.core.outcomes import Tag
from ringback.records.book import RecordBook
from tests.core.ledger import CallbackNote, Ledger

WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)
SUNDAY = 6


def in_paris(at: datetime) -> datetime:
    """Read the wall clock of Paris: an hour ahead, two between the last Sundays of two months."""
    is_summer = _change(at.year, 3) <= at < _change(at.year, 10)
    return at + (SUMMER if is_summer else WINTER)


def _change(year: int, month: int) -> datetime:
    day = datetime(year, month, 31, 1, tzinfo=UTC)
    while day.weekday() != SUNDAY:
        day -= timedelta(days=1)
    return day


def wrong_records(ledger: Ledger, book: RecordBook) -> Iterator[str]:
    """S14: one inbound record per request, one outbound per dial, linked; tags follow."""
    for call_id in ledger.calls:
        if book.call(call_id) is None:
            yield f"{call_id} has no record"
    for callback in ledger.callbacks.values():
        yield from _wrong_links(ledger, callback, book)


def _wrong_links(ledger: Ledger, callback: CallbackNote, book: RecordBook) -> Iterator[str]:
    dials = [
        dial
        for dial in ledger.dials.values()
        if dial.intended.callback_id == callback.request.callback_id
    ]
    dialled = [dial.intended.call_id for dial in dials]
    called_back = sum(dial.reached for dial in dials) > callback.corrections
    record = book.callback(callback.request.callback_id)
    if record is None or record.outbound_call_ids != dialled:
        yield f"{callback.id} was dialled by {dialled}, which its record does not say"
        return
    if record.inbound_call_ids != callback.inbound_call_ids:
        yield f"{callback.id} was asked for by {callback.inbound_call_ids}"
    for call_id in callback.inbound_call_ids:
        yield from _wrong_inbound(call_id, set(dialled), book, called_back=called_back)
    for dial in dials:
        outbound = book.call(dial.intended.call_id)
        if outbound is None or not set(callback.inbound_call_ids) <= set(outbound.linked_call_ids):
            yield f"{dial.intended.call_id} is not linked to {callback.inbound_call_ids}"


def _wrong_inbound(
    call_id: CallId, dialled: set[CallId], book: RecordBook, *, called_back: bool
) -> Iterator[str]:
    inbound = book.call(call_id)
    if inbound is None or Tag.CALLBACK_REQUEST not in inbound.tags:
        yield f"{call_id} asked and bears no tag of it"
    elif not dialled <= set(inbound.linked_call_ids):
        yield f"{call_id} is not linked to {dialled}"
    elif (Tag.CALLED_BACK in inbound.tags) is not called_back:
        yield f"{call_id} is tagged {inbound.tags}, called back: {called_back}"
