"""Two companies in one server: a program of one learns nothing of the other, nor changes it."""

import re
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from tests.api.office import Office, open_offices
from tests.api.test_companies import everything_of
from tests.compatible.programs import callback_made, program_of
from tests.compatible.test_walk import SERVED_IN_A_MINUTE, walk

CALLER, SECRET = "+33199002177", "zebulon"
TRACES = (SECRET, CALLER, CALLER.removeprefix("+33"))


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[Sequence[Office]]:
    async with open_offices(tmp_path, ["acme"]) as offices:
        yield offices


async def test_program_of_another_company_finds_and_changes_nothing(
    two: Sequence[Office],
) -> None:
    """S24: every route there is, with the numbers that are the first company's."""
    ours, theirs = two
    pair = await callback_made(ours, number=CALLER)
    await ours.post(f"/calls/{pair.inbound_id}/notes", {"text": SECRET, "agent_id": "lea"})
    [contact] = (await ours.get("/contacts"))["contacts"]
    await ours.put(f"/contacts/{contact['id']}", {"name": SECRET})
    async with program_of(ours) as program:
        calls = (await program.get("/v1/calls"))["calls"]
        [shown] = (await program.get("/v1/contacts"))["contacts"]
    numbers = (str(shown["id"]), *(str(call["id"]) for call in calls))
    before = await everything_of(ours)
    told, asked = [], 0

    async with program_of(theirs) as program:
        assert (await program.get("/v1/calls"))["meta"]["total"] == 0
        assert (await program.get("/v1/calls/search", phone_number=CALLER))["calls"] == []
        for method, path in _addresses(numbers):
            if asked % SERVED_IN_A_MINUTE == 0:
                await theirs.pass_time(timedelta(minutes=1))
            asked += 1
            answer = await program.http.request(method, path, json={})
            if any(trace in answer.text for trace in TRACES):
                told.append((method, path, answer.text[:200]))

    assert len(calls) == 2
    assert told == []
    assert asked > 150
    assert await everything_of(ours) == before


def _addresses(numbers: Sequence[str]) -> list[tuple[str, str]]:
    """Give every method and address with each of these numbers."""
    templates = {(method, re.sub(r"\b999\b", "{}", path)) for method, path, _ in walk()}
    return sorted(
        (method, path.replace("{}", number)) for method, path in templates for number in numbers
    )
