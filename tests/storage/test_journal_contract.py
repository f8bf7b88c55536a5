"""What every journal promises, whatever keeps it."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.storage.examples import ACME, EVENT_TYPES, NOON, OTHER, examples, fact, facts

from ringback.core.ids import AccountId, AgentId, CallId, CustomerId, NoteId
from ringback.history import Note
from ringback.ports import Customer, Journal, JournalFailed, JournalFenced

MARIE = Customer(CustomerId("customer-1"), "+33612345678", "Marie Dupont")
PAUL = Customer(CustomerId("customer-2"), None, None)
POLITE = Note(
    id=NoteId("note-1"),
    call_id=CallId("call-1"),
    customer_id=MARIE.id,
    agent_id=AgentId("lea"),
    written_at=NOON,
    text="Asks for Tuesday.",
)
SHORT = replace(POLITE, id=NoteId("note-2"), customer_id=None, agent_id=None, text="?")


def _at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


async def test_facts_are_read_as_they_were_appended(journal: Journal) -> None:
    """S21: in order, and equal."""
    events = [example for event_type in EVENT_TYPES for example in examples(event_type)]
    written = [fact(sequence, event) for sequence, event in enumerate(events, 1)]

    await journal.append(ACME, 0, written[:20])
    await journal.append(ACME, 20, written[20:])

    assert list(await journal.read(ACME, 0, 1000)) == written


async def test_empty_journal_reads_as_nothing(journal: Journal) -> None:
    """A new journal is no special case."""
    assert list(await journal.accounts()) == []
    assert list(await journal.read(ACME, 0, 10)) == []
    assert list(await journal.customers(ACME)) == []


async def test_facts_are_read_by_the_page(journal: Journal) -> None:
    """A long journal is read a limited number of facts at a time."""
    await journal.append(ACME, 0, facts(1, 7))

    assert list(await journal.read(ACME, 0, 3)) == facts(1, 3)
    assert list(await journal.read(ACME, 3, 3)) == facts(4, 6)
    assert list(await journal.read(ACME, 6, 3)) == facts(7, 7)
    assert list(await journal.read(ACME, 7, 3)) == []
    assert list(await journal.read(ACME, 99, 3)) == []


@pytest.mark.parametrize(
    ("expected_sequence", "sentence"),
    [
        (0, "Stop the other server"),
        (2, "Stop the other server"),
        (4, "was set back: it ends at fact 3, but held 4 before"),
        (9, "was set back"),
    ],
)
async def test_append_elsewhere_than_at_the_end_is_fenced(
    journal: Journal, expected_sequence: int, sentence: str
) -> None:
    """S22: neither an overlap nor a gap."""
    await journal.append(ACME, 0, facts(1, 3))

    with pytest.raises(JournalFenced, match=sentence):
        await journal.append(
            ACME, expected_sequence, facts(expected_sequence + 1, expected_sequence + 2), [MARIE]
        )

    assert list(await journal.read(ACME, 0, 99)) == facts(1, 3)
    assert list(await journal.customers(ACME)) == []


async def test_append_after_a_fenced_one_still_counts_from_the_end(journal: Journal) -> None:
    """S22: what was fenced has left nothing behind, not even a number."""
    await journal.append(ACME, 0, facts(1, 3))

    results = await asyncio.gather(
        journal.append(ACME, 1, facts(2, 2)),
        journal.append(ACME, 3, facts(4, 4)),
        journal.append(ACME, 4, facts(5, 6)),
        journal.append(ACME, 4, facts(5, 5)),
        return_exceptions=True,
    )

    assert [type(result) for result in results] == [
        JournalFenced,
        type(None),
        type(None),
        JournalFenced,
    ]
    assert list(await journal.read(ACME, 0, 99)) == facts(1, 6)


@pytest.mark.parametrize("numbers", [[1, 3], [2, 3], [1, 1], [2, 1], [0, 1]])
async def test_misnumbered_facts_are_a_bug(journal: Journal, numbers: list[int]) -> None:
    """S22: the journal has no gaps, and no caller may make one."""
    with pytest.raises(AssertionError):
        await journal.append(ACME, 0, [fact(number) for number in numbers])

    assert list(await journal.read(ACME, 0, 99)) == []


async def test_customers_are_committed_with_the_facts(journal: Journal) -> None:
    """A fact never refers to a customer who is not there."""
    await journal.append(ACME, 0, facts(1, 1), [PAUL, MARIE])

    assert list(await journal.customers(ACME)) == [MARIE, PAUL]


async def test_customer_stored_again_is_replaced(journal: Journal) -> None:
    """Erasing a customer's data leaves the journal whole."""
    erased = Customer(MARIE.id, None, None)
    await journal.append(ACME, 0, facts(1, 1), [MARIE])

    await journal.append(ACME, 1, [], [erased])

    assert list(await journal.customers(ACME)) == [erased]
    assert list(await journal.read(ACME, 0, 99)) == facts(1, 1)


async def test_any_name_a_stranger_sends_can_be_kept(journal: Journal) -> None:
    """A caller's name is hostile until the last exit; it must not stop the server."""
    hostile = Customer(MARIE.id, "+33612345678", "a\udcffb\0c'); DROP TABLE journal; -- é€😀")

    await journal.append(ACME, 0, facts(1, 1), [hostile])

    (kept,) = await journal.customers(ACME)
    assert kept.name == "a?b?c'); DROP TABLE journal; -- é€😀"


async def test_notes_are_committed_with_the_facts(journal: Journal) -> None:
    """A fact never names a note that is not there."""
    await journal.append(ACME, 0, facts(1, 1), [MARIE], None, [SHORT, POLITE])

    assert list(await journal.notes(ACME, None, 9)) == [POLITE, SHORT]
    assert list(await journal.notes(ACME, None, 1)) == [POLITE]
    assert list(await journal.notes(ACME, POLITE.id, 9)) == [SHORT]
    assert list(await journal.notes(OTHER, None, 9)) == []


async def test_notes_of_a_fenced_append_are_not_kept(journal: Journal) -> None:
    """S22: all of an append, or nothing of it."""
    await journal.append(ACME, 0, facts(1, 3))

    with pytest.raises(JournalFenced):
        await journal.append(ACME, 1, facts(2, 2), (), None, [POLITE])

    assert list(await journal.notes(ACME, None, 9)) == []


async def test_note_stored_again_is_replaced(journal: Journal) -> None:
    """Editing keeps who wrote it, and when."""
    edited = replace(POLITE, text="Asks for Monday.", edited_at=NOON + timedelta(days=1))
    await journal.append(ACME, 0, facts(1, 1), (), None, [POLITE])

    await journal.append(ACME, 1, facts(2, 2), (), None, [edited])

    assert list(await journal.notes(ACME, None, 9)) == [edited]


async def test_note_without_text_stays_so(journal: Journal) -> None:
    """What was erased does not come back by an edit that arrives late."""
    erased = replace(POLITE, text=None)
    await journal.append(ACME, 0, facts(1, 1), (), None, [POLITE])

    await journal.append(ACME, 1, [], (), None, [erased])
    await journal.append(ACME, 1, facts(2, 2), (), None, [replace(POLITE, text="Late.")])

    assert list(await journal.notes(ACME, None, 9)) == [erased]
    assert list(await journal.read(ACME, 0, 99)) == facts(1, 2)
    assert list(await journal.records.notes_of(ACME, [POLITE.call_id])) == []


async def test_notes_are_found_by_their_calls(journal: Journal) -> None:
    """In the order in which they were written, and of the account alone."""
    notes = [replace(POLITE, id=NoteId(f"note{n}"), written_at=_at(9 - n)) for n in range(9)]
    other_call = replace(POLITE, id=NoteId("other"), call_id=CallId("call-2"))
    await journal.append(ACME, 0, facts(1, 1), (), None, [*notes, other_call])
    await journal.append(OTHER, 0, facts(1, 1), (), None, [SHORT])
    records = journal.records

    assert list(await records.notes_of(ACME, [POLITE.call_id])) == notes[::-1]
    assert list(await records.notes_of(ACME, [CallId("call-2"), CallId("none")])) == [other_call]
    assert list(await records.notes_of(ACME, [])) == []
    assert await records.note(ACME, other_call.id) == other_call
    assert await records.note(ACME, SHORT.id) is None
    assert await records.note(OTHER, SHORT.id) == SHORT


async def test_any_text_of_a_note_can_be_kept(journal: Journal) -> None:
    """What people paste must not stop the server."""
    hostile = replace(POLITE, text="=cmd|' /C calc'!A0 \udcff\0'); DROP TABLE note; -- <b>é😀\n")

    await journal.append(ACME, 0, facts(1, 1), (), None, [hostile])

    (kept,) = await journal.notes(ACME, None, 9)
    assert kept.text == "=cmd|' /C calc'!A0 ??'); DROP TABLE note; -- <b>é😀\n"


async def test_customers_without_an_account_are_a_bug(journal: Journal) -> None:
    """An account begins with a fact."""
    with pytest.raises(AssertionError):
        await journal.append(ACME, 0, [], [MARIE])


async def test_accounts_are_kept_apart(journal: Journal) -> None:
    """S24: each account has its own numbering, facts and customers."""
    await journal.append(OTHER, 0, facts(1, 1))
    await journal.append(ACME, 0, facts(1, 2), [MARIE])

    assert list(await journal.accounts()) == [ACME, OTHER]
    assert list(await journal.read(ACME, 0, 99)) == facts(1, 2)
    assert list(await journal.read(OTHER, 0, 99)) == facts(1, 1)
    assert list(await journal.customers(OTHER)) == []


async def test_many_appenders_at_once_all_get_their_place(journal: Journal) -> None:
    """S22: far more appends than one commit takes, of many accounts, interleave without harm."""
    accounts = [AccountId(f"account-{number:02}") for number in range(40)]

    async def append_all(account_id: AccountId) -> None:
        appends = [
            journal.append(account_id, last, facts(last + 1, last + 2)) for last in range(0, 40, 2)
        ]
        await asyncio.gather(*appends)

    await asyncio.gather(*map(append_all, accounts))

    assert list(await journal.accounts()) == accounts
    for account_id in accounts:
        assert list(await journal.read(account_id, 0, 99)) == facts(1, 40)


async def test_cancelled_append_harms_no_other(journal: Journal) -> None:
    """Who stops waiting for an append does not stop it."""
    cancelled = asyncio.create_task(journal.append(ACME, 0, facts(1, 1)))
    await asyncio.sleep(0)
    cancelled.cancel()

    await journal.append(OTHER, 0, facts(1, 1))

    assert list(await journal.read(OTHER, 0, 9)) == facts(1, 1)


async def test_closed_journal_fails(journal: Journal) -> None:
    """Closing twice is harmless; using it afterwards is not possible."""
    await journal.close()
    await journal.close()

    with pytest.raises(JournalFailed):
        await journal.append(ACME, 0, facts(1, 1))
    with pytest.raises(JournalFailed):
        await journal.read(ACME, 0, 1)
