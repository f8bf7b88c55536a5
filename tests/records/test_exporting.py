"""Exports: what stands in a row, and that no spreadsheet takes a caller's name for a formula."""

import csv
import io
import json
from dataclasses import replace

import pytest
from tests.core.seeded_run import run
from tests.records.facts import CALLBACK, INBOUND, OUTBOUND, Told
from tests.records.test_book import completed

from ringback.core.ids import AccountId, AgentId, CustomerId, LineId
from ringback.history import CallbackFilter, CallFilter, CallType
from ringback.ports import Customer
from ringback.records.archive import Archive
from ringback.records.book import RecordBook
from ringback.records.exporting import Export, ExportFormat, Names
from ringback.storage.memory import MemoryJournal

ACME = AccountId("acme")
NAMES = Names(lines={LineId("london"): "London"}, agents={AgentId("tom"): "Tom"})
EVERY_CALL = Export(CallFilter(), ExportFormat.CSV, NAMES)


async def archive_of(told: Told, name: str | None = "Marie Dupont") -> Archive:
    journal, book = MemoryJournal(), RecordBook()
    marie = Customer(CustomerId("c1"), "+442079460102", name)
    await journal.append(ACME, 0, told.facts, [marie], book.fold(told.facts))
    return Archive(ACME, book, journal.records)


async def text_of(archive: Archive, export: Export) -> str:
    return "".join([text async for text, _ in archive.exported(export)])


async def csv_of(archive: Archive, export: Export) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(await text_of(archive, export))))


async def test_row_of_a_call_has_its_customer_tags_links_and_callback_fields() -> None:
    """R42: the link to the original call, the reason, and the wait."""
    archive = await archive_of(completed())

    inbound, outbound = await csv_of(archive, EVERY_CALL)

    assert (inbound["id"], outbound["id"]) == (INBOUND, OUTBOUND)
    assert inbound["number"] == "+442079460102"
    assert inbound["name"] == "Marie Dupont"
    assert inbound["line_name"] == "London"
    assert inbound["tags"] == "queue_callback queue_called_back"
    assert outbound["callback_details"] == INBOUND
    assert outbound["linked_calls"] == INBOUND
    assert outbound["callback_wait_seconds"] == "109.0"
    assert outbound["callback_failure_reason"] == ""
    assert outbound["agent_name"] == "Tom"


async def test_json_lines_hold_the_same_with_their_types() -> None:
    """One object a line; nothing is quoted against formulas there."""
    archive = await archive_of(completed(), name="=1+1")
    export = replace(EVERY_CALL, format=ExportFormat.JSON_LINES)

    rows = [json.loads(line) for line in (await text_of(archive, export)).splitlines()]

    assert [row["id"] for row in rows] == [INBOUND, OUTBOUND]
    assert rows[0]["name"] == "=1+1"
    assert rows[0]["tags"] == ["queue_callback", "queue_called_back"]
    assert rows[1]["callback_wait_seconds"] == 109.0


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
async def test_callers_name_is_no_formula_in_a_spreadsheet(name: str) -> None:
    """Callers' names are hostile until the last exit."""
    archive = await archive_of(completed(), name=name)

    for row in await csv_of(archive, EVERY_CALL):
        assert row["name"] == f"'{name}"
        assert row["number"] == "+442079460102"


async def test_name_with_commas_and_lines_stays_one_cell() -> None:
    """What a reader of CSV reads back is what was written."""
    archive = await archive_of(completed(), name='Marie, "la\nbelle"')

    rows = await csv_of(archive, EVERY_CALL)

    assert [row["name"] for row in rows] == ['Marie, "la\nbelle"'] * 2


async def test_closed_callbacks_are_exported_with_outcome_and_agents() -> None:
    """With who was tried and who took it."""
    archive = await archive_of(completed())
    closed = CallbackFilter(open=False)

    [row] = await csv_of(archive, replace(EVERY_CALL, which=closed))

    assert row["id"] == CALLBACK
    assert (row["outcome"], row["reason"]) == ("completed", "")
    assert (row["agent"], row["agents_tried"]) == ("tom", "tom")
    assert row["wait_seconds"] == "109.0"


async def test_export_of_nothing_has_its_heading_alone() -> None:
    """A program that reads it finds the columns."""
    archive = await archive_of(completed())

    text = await text_of(archive, replace(EVERY_CALL, which=CallFilter(type=CallType.VOICEMAIL)))

    assert text.startswith("began,ended,id,direction,type,line,")
    assert text.count("\r\n") == 1


@pytest.mark.parametrize("seed", [5, 8])
async def test_every_call_is_exported_once_in_its_order(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many parts it takes."""
    monkeypatch.setattr("ringback.records.exporting.ROWS_AT_ONCE", 4)
    told = Told()
    told.facts = list(run(seed, steps=400, only=()).facts)
    archive = await archive_of(told)
    whole = RecordBook(recent_max=len(told.facts))
    whole.fold(told.facts)

    rows = await csv_of(archive, EVERY_CALL)

    ended = [call for call in whole.calls(len(told.facts)) if call.ended_at is not None]
    assert len(rows) > 8
    assert sorted(row["id"] for row in rows) == sorted(call.id for call in ended)
    assert [row["began"] for row in rows] == sorted(row["began"] for row in rows)
