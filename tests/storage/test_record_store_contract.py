"""What every store of records promises: rows are found, sorted, paged and made again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.core.seeded_run import run

from ringback.bootstrap.kept_records import rebuild, recover_for_writing
from ringback.core.events import Fact
from ringback.core.ids import AccountId, CallbackId, CallId, CustomerId, ItemId
from ringback.core.outcomes import OutcomeKind, Tag
from ringback.figures import FiguresWanted, GroupBy
from ringback.history import (
    CallbackFilter,
    CallbackOrder,
    CallFilter,
    CallOrder,
    CallType,
    CursorUnknown,
)
from ringback.ports import Customer, Journal
from ringback.records.archive import Archive
from ringback.records.book import RecordBook
from ringback.records.callbacks import CallbackRecord
from ringback.records.calls import CallDirection, CallRecord
from ringback.records.documents import RECORDS_VERSION

ACME = AccountId("acme")
SEEDS = (3, 11, 29)
STEPS = 400
EVERYTHING = 10_000


@dataclass(slots=True)
class Past:
    """A life of an account, in a store that soon forgets and in a book that forgets nothing."""

    journal: Journal
    facts: Sequence[Fact]
    archive: Archive
    whole: RecordBook

    @property
    def calls(self) -> list[CallRecord]:
        return [call for call in self.whole.calls(EVERYTHING) if call.ended_at is not None]

    @property
    def callbacks(self) -> Sequence[CallbackRecord]:
        return self.whole.callbacks(EVERYTHING)


@pytest.fixture(params=SEEDS)
async def past(journal: Journal, request: pytest.FixtureRequest) -> Past:
    facts = run(request.param, steps=STEPS, only=()).facts
    return Past(journal, facts, await _write(journal, facts, at_once=7), _whole(facts))


async def _write(journal: Journal, facts: Sequence[Fact], *, at_once: int) -> Archive:
    book = RecordBook(recent_max=2)
    numbers = {
        customer_id: f"+3361234{index:04}" for index, customer_id in enumerate(_customers_of(facts))
    }
    customers = [Customer(each, number, None) for each, number in numbers.items()]
    for start in range(0, len(facts), at_once):
        some = facts[start : start + at_once]
        await journal.append(ACME, start, some, customers if not start else (), book.fold(some))
    await journal.records.stamp_records(ACME, RECORDS_VERSION)
    return Archive(ACME, book, journal.records)


def _customers_of(facts: Sequence[Fact]) -> dict[CustomerId, None]:
    named = (getattr(fact.event, "customer_id", None) for fact in facts)
    return {customer_id: None for customer_id in named if customer_id is not None}


def _whole(facts: Sequence[Fact]) -> RecordBook:
    book = RecordBook(recent_max=EVERYTHING)
    book.fold(facts)
    return book


async def _all_calls(archive: Archive, which: CallFilter, **how: Any) -> list[CallId]:
    """Read page after page, three calls at a time."""
    found: list[CallId] = []
    page = await archive.calls(which, limit=3, **how)
    while True:
        found += [each.call.id for each in page.items]
        if page.next_cursor is None:
            return found
        page = await archive.calls(which, limit=3, cursor=page.next_cursor, **how)


async def _all_callbacks(archive: Archive, which: CallbackFilter, **how: Any) -> list[CallbackId]:
    found: list[CallbackId] = []
    page = await archive.callbacks(which, limit=3, **how)
    while True:
        found += [each.id for each in page.items]
        if page.next_cursor is None:
            return found
        page = await archive.callbacks(which, limit=3, cursor=page.next_cursor, **how)


async def test_every_ended_call_is_found_as_it_was(past: Past) -> None:
    """The record of a call that was forgotten is that of a book that forgets nothing."""
    calls = past.calls
    assert len(calls) > 10
    assert len(past.archive.book.calls(EVERYTHING)) < len(calls)

    for call in calls:
        found = await past.archive.call(call.id)
        assert found is not None
        assert _without_facts(found.call) == _without_facts(call)
        callback = past.whole.callback(call.callback_id) if call.callback_id else None
        if callback is not None and callback.outcome is not None:
            assert found.callback is not None
            assert _without_facts(found.callback) == _without_facts(callback)
    assert await past.archive.call(CallId("none")) is None


async def test_calls_are_found_by_the_fact_with_which_they_began(past: Past) -> None:
    """Its number tells a call from every other for good; what else happened began none."""
    found = [await past.archive.numbered_call(call.sequence) for call in past.calls]

    assert [each and each.call.id for each in found] == [call.id for call in past.calls]
    assert await past.archive.numbered_call(1) is None


async def test_calls_are_read_from_any_place_in_the_list(past: Past) -> None:
    """A page by its number holds what the same page by cursors does."""
    every = await _all_calls(past.archive, CallFilter(), descending=False)
    parts = [
        await past.archive.calls(CallFilter(), descending=False, offset=offset, limit=5)
        for offset in range(0, len(every) + 1, 5)
    ]

    assert [each.call.id for part in parts for each in part.items] == every


async def test_every_callback_is_found_as_it_is(past: Past) -> None:
    """Closed ones from the store, open ones from the book."""
    assert past.callbacks

    for callback in past.callbacks:
        found = await past.archive.callback(callback.id)
        assert found is not None
        assert _without_facts(found) == _without_facts(callback)
    assert await past.archive.callback(CallbackId("none")) is None


def _without_facts(record: CallRecord | CallbackRecord) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).__slots__ if name != "facts"}


async def test_timelines_are_whole(past: Past) -> None:
    """R43: every fact of the pair, late ones too, whether the book knows it still or not."""
    for callback in past.callbacks:
        assert await past.archive.timeline(callback.id) == past.whole.timeline(callback.id)
    for call in past.calls:
        if call.callback_id is None:
            assert list(await past.archive.call_timeline(call.id)) == call.facts
        else:
            timeline = await past.archive.call_timeline(call.id)
            assert set(call.facts) <= set(timeline)


async def test_fairness_is_that_of_a_book_that_forgets_nothing(past: Past) -> None:
    """R47: services of the past are found where they are needed."""
    for callback in past.callbacks:
        story = await past.archive.story_among_others(callback.id)
        assert story.fairness(callback.id) == past.whole.fairness(callback.id)


CALL_FILTERS: dict[str, tuple[Callable[[CallRecord], CallFilter], Callable[..., bool]]] = {
    "line": (
        lambda one: CallFilter(line_ids=(one.line_id,)),
        lambda one, other: other.line_id == one.line_id,
    ),
    "hidden line": (
        lambda one: CallFilter(hidden_line_ids=(one.line_id,)),
        lambda one, other: other.line_id != one.line_id,
    ),
    "no line": (lambda one: CallFilter(line_ids=()), lambda one, other: False),
    "agent": (
        lambda one: CallFilter(agent_id=one.agent_id),
        lambda one, other: one.agent_id in (None, other.agent_id),
    ),
    "direction": (
        lambda one: CallFilter(direction=one.direction.value),
        lambda one, other: other.direction is one.direction,
    ),
    "type": (
        lambda one: CallFilter(type=one.type),
        lambda one, other: other.type is one.type,
    ),
    "from": (
        lambda one: CallFilter(began_from=one.began_at),
        lambda one, other: other.began_at >= one.began_at,
    ),
    "before": (
        lambda one: CallFilter(began_before=one.began_at),
        lambda one, other: other.began_at < one.began_at,
    ),
    "tag": (
        lambda one: CallFilter(tag=one.tags[0] if one.tags else Tag.CALLED_BACK),
        lambda one, other: (one.tags[0] if one.tags else Tag.CALLED_BACK) in other.tags,
    ),
}


@pytest.mark.parametrize("name", CALL_FILTERS)
async def test_filter_finds_just_the_calls_that_fit(past: Past, name: str) -> None:
    """Page by page, the newest first, each once; and as many as are counted."""
    make, fits = CALL_FILTERS[name]

    for one in past.calls[:8]:
        found = await _all_calls(past.archive, make(one))

        fitting = [other for other in past.calls if fits(one, other)]
        assert sorted(found) == sorted(other.id for other in fitting)
        began = [past.whole.call(call_id).began_at for call_id in found]  # type: ignore[union-attr]
        assert began == sorted(began, reverse=True)
        assert await past.archive.count_calls(make(one), limit=EVERYTHING) == len(found)


async def test_calls_are_found_by_the_outcome_of_their_callback(past: Past) -> None:
    """R42: both linked calls, by outcome and by reason."""
    for callback in past.callbacks:
        if callback.outcome is None:
            continue
        kind, reason = callback.outcome.kind, callback.outcome.reason
        which = CallFilter(outcomes=(kind.value,), reason=reason.value if reason else None)
        expected = [
            call.id
            for call in past.calls
            if (its := past.whole.callback(call.callback_id) if call.callback_id else None)
            and its.outcome is not None
            and its.outcome.kind is kind
            and (reason is None or its.outcome.reason is reason)
        ]
        assert sorted(await _all_calls(past.archive, which)) == sorted(expected)


async def test_calls_are_found_by_number(past: Past) -> None:
    """A whole number, a part of one, or as it is dialled at home or from abroad."""
    numbers = {each.id: each.number for each in await past.journal.customers(ACME)}
    numbered = {call.id: numbers[call.customer_id] for call in past.calls if call.customer_id}
    number = next(iter(numbered.values()))
    assert number is not None

    whole = await _all_calls(past.archive, CallFilter(number=number))
    part = await _all_calls(past.archive, CallFilter(number=number[-4:]))
    at_home = await _all_calls(past.archive, CallFilter(number=f"0{number[3]} {number[4:]}"))
    abroad = await _all_calls(past.archive, CallFilter(number=f"00 {number[1:]}"))
    none = await _all_calls(past.archive, CallFilter(number="+49"))

    expected = [call_id for call_id, its in numbered.items() if its == number]
    assert sorted(whole) == sorted(part) == sorted(expected)
    assert sorted(at_home) == sorted(abroad) == sorted(expected)
    assert none == []


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("order", list(CallOrder))
async def test_calls_are_sorted(past: Past, order: CallOrder, *, descending: bool) -> None:
    """Those without a wait or a talk are left out where it is what they are sorted by."""
    name = {
        CallOrder.BEGAN: "began_at",
        CallOrder.WAITED: "waited_for",
        CallOrder.TALKED: "talked_for",
    }[order]
    key = attrgetter(name)

    found = await _all_calls(past.archive, CallFilter(), order=order, descending=descending)

    expected = [call for call in past.calls if key(call) is not None]
    values = [key(past.whole.call(call_id)) for call_id in found]
    assert sorted(found) == sorted(call.id for call in expected)
    assert values == sorted(values, reverse=descending)


async def test_callbacks_are_found_by_what_became_of_them(past: Past) -> None:
    """Open ones, closed ones, those of an outcome, and sorted by their wait."""
    archive = past.archive
    opened = [one.id for one in past.callbacks if one.outcome is None]
    closed = [one for one in past.callbacks if one.outcome is not None]
    assert closed

    assert sorted(await _all_callbacks(archive, CallbackFilter(open=True))) == sorted(opened)
    found = await _all_callbacks(archive, CallbackFilter(open=False))
    assert sorted(found) == sorted(one.id for one in closed)
    for kind in OutcomeKind:
        found = await _all_callbacks(archive, CallbackFilter(outcomes=(kind.value,)))
        expected = [one.id for one in closed if one.outcome and one.outcome.kind is kind]
        assert sorted(found) == sorted(expected)
    by_wait = await _all_callbacks(
        archive, CallbackFilter(), order=CallbackOrder.WAITED, descending=False
    )
    waits = [past.whole.callback(each).wait for each in by_wait]  # type: ignore[union-attr]
    assert waits == sorted(each for each in waits if each is not None)
    assert len(waits) == len(closed)


async def test_cursor_of_another_list_is_refused(past: Past) -> None:
    """Neither a cursor of another order nor one that was made up."""
    page = await past.archive.calls(CallFilter(), limit=1)

    for cursor in (page.next_cursor, "x", "W10", "é"):
        with pytest.raises(CursorUnknown):
            await past.archive.calls(CallFilter(), order=CallOrder.TALKED, cursor=cursor, limit=1)


async def test_count_stops_at_its_limit(past: Past) -> None:
    """Nobody needs a count of millions."""
    assert await past.archive.count_calls(CallFilter(), limit=5) == 5
    assert await past.archive.count_callbacks(CallbackFilter(), limit=1) == 1


async def test_rebuilding_gives_the_same_rows(past: Past) -> None:
    """Architecture 9: dropped and made again from the journal, in other parts."""
    before = await _rows(past)

    rebuilt = await rebuild(past.journal, past.journal.records, ACME)

    assert await _rows(past) == before
    assert len(before) > len(past.calls)
    assert rebuilt.archive.book.to_call(EVERYTHING) == past.archive.book.to_call(EVERYTHING)


async def test_records_of_another_version_are_made_again_at_the_start(past: Past) -> None:
    """An upgrade, or a rebuild that was interrupted."""
    before = await _rows(past)
    await past.journal.records.drop_records(ACME)
    assert await past.journal.records.records_version(ACME) is None

    await recover_for_writing(past.journal, ACME)

    assert await past.journal.records.records_version(ACME) == RECORDS_VERSION
    assert await _rows(past) == before


async def _rows(past: Past) -> list[Any]:
    """Give all that the store holds, as far as a question can bring it to light."""
    records = past.journal.records
    calls = await records.calls(ACME, CallFilter(), limit=EVERYTHING)
    callbacks = await records.callbacks(ACME, CallbackFilter(), limit=EVERYTHING)
    last = len(past.facts) + 1
    services = await records.served_between(ACME, 0, last, EVERYTHING)
    items: list[ItemId] = [*(call.id for call in past.calls), *(one.id for one in past.callbacks)]
    late = await records.late_facts(ACME, items)
    counts = [
        await records.count_calls(ACME, which, limit=EVERYTHING)
        for which in (
            *(CallFilter(tag=tag) for tag in Tag),
            *(CallFilter(type=kind) for kind in CallType),
            *(CallFilter(direction=direction.value) for direction in CallDirection),
            *(CallFilter(outcomes=(kind.value,)) for kind in OutcomeKind),
        )
    ]
    figures = await records.figures(
        ACME,
        FiguresWanted(
            since=past.facts[0].at,
            until=past.facts[-1].at + timedelta(hours=1),
            by=GroupBy.AGENT,
            time_zone=ZoneInfo("UTC"),
            within=timedelta(seconds=20),
        ),
    )
    return [*figures, *calls.items, *callbacks.items, *services, *late, *counts]


async def test_records_of_a_refused_append_are_not_kept(journal: Journal) -> None:
    """S22: facts and rows land together or not at all."""
    facts = run(SEEDS[0], steps=STEPS, only=()).facts
    await _write(journal, facts[:5], at_once=5)
    book = RecordBook()
    changes = book.fold(facts)

    with pytest.raises(Exception, match="Stop the other server"):
        await journal.append(ACME, 0, facts, (), changes)

    assert (await journal.records.calls(ACME, CallFilter(), limit=5)).items == []


async def test_accounts_see_their_own_records_alone(past: Past) -> None:
    """S24: the same questions for another company find nothing."""
    other = AccountId("other")
    records = past.journal.records
    first = past.calls[0]

    assert (await records.calls(other, CallFilter(), limit=5)).items == []
    assert (await records.callbacks(other, CallbackFilter(), limit=5)).items == []
    assert await records.call(other, first.id) is None
    assert await records.late_facts(other, [first.id]) == []
    assert await records.served_between(other, 0, EVERYTHING, 5) == []
