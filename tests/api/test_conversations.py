"""The list of conversations: whom people had to do with last, found, filtered and scoped (R35)."""

from typing import Any

import httpx
import pytest
from tests.api.office import MARIE, Office
from tests.api.signed_in import enrol, signed_in

from ringback.core.ids import AgentId, LineId
from ringback.people import Rights, Role, Scope

PAUL, AMINA = "+33199002113", "+33199002111"
PARIS_ONLY = "paris@example.org"
LONDON_ONLY = "london@example.org"


async def _conversations(office: Office, **query: Any) -> list[dict[str, Any]]:
    answer = await office.http.get("/api/v1/conversations", params=query)
    assert answer.status_code == httpx.codes.OK, answer.text
    found: list[dict[str, Any]] = answer.json()["conversations"]
    return found


def _numbers(found: list[dict[str, Any]]) -> list[str]:
    return [each["contact"]["number"] for each in found]


async def _hangs_up(office: Office, number: str, line_id: str = "paris") -> None:
    await office.wait_in_queue(number, line_id)
    call_id = list(office.world.calls)[-1]
    await office.post(f"/booth/phones/{number}/hang-up")
    await office.until(lambda: call_id not in office.world.calls)


@pytest.fixture
async def busy(office: Office) -> Office:
    """Paul was missed, Marie waits to be called back, Amina talks with Léa."""
    await office.online()
    await office.talk("lea", AMINA)
    await _hangs_up(office, PAUL)
    await office.ask_for_callback(MARIE)
    return office


async def test_newest_stands_first_with_what_happened_last(busy: Office) -> None:
    """R35: a missed call, a callback that waits; a call that goes on is told when it has ended."""
    marie, paul = await _conversations(busy)

    assert (marie["contact"]["number"], paul["contact"]["number"]) == (MARIE, PAUL)
    assert (marie["newest"]["kind"], marie["pending_callbacks"]) == ("callback", 1)
    assert (paul["newest"]["kind"], paul["pending_callbacks"]) == ("call", 0)
    assert paul["newest"]["call"]["missed_reason"] is not None

    await busy.post("/agents/lea/hang-up")
    await busy.settle()
    assert _numbers(await _conversations(busy)) == [MARIE, PAUL, AMINA]


async def test_only_those_with_a_pending_callback(busy: Office) -> None:
    """R35: the filter; together with a search too."""
    assert _numbers(await _conversations(busy, pending=True)) == [MARIE]
    assert _numbers(await _conversations(busy, pending=True, search=PAUL)) == []
    assert _numbers(await _conversations(busy, pending=True, search="0199002112")) == [MARIE]


async def test_pages_go_on_where_the_last_one_ended(busy: Office) -> None:
    """A cursor of another list is refused."""
    page = await busy.get("/conversations?limit=1")
    behind = await busy.get(f"/conversations?limit=1&after={page['next_cursor']}")
    status, error = await busy.refused("GET", "/conversations?after=nonsense")

    assert _numbers(page["conversations"]) == [MARIE]
    assert _numbers(behind["conversations"]) == [PAUL]
    assert (status, error["code"]) == (422, "unknown-cursor")


async def test_note_about_the_newest_call_is_told(busy: Office) -> None:
    """R30: what was written about it stands with it."""
    paul = (await _conversations(busy, search=PAUL))[0]
    call_id = paul["newest"]["call"]["id"]

    await busy.post(f"/calls/{call_id}/notes", {"agent_id": "lea", "text": "Call on Tuesday."})

    [told] = await _conversations(busy, search=PAUL)
    assert [note["text"] for note in told["newest"]["call"]["notes"]] == ["Call on Tuesday."]


async def test_people_see_the_conversations_of_their_lines(busy: Office) -> None:
    """R36: agents by their assignment, supervisors by their scope; nor are callbacks counted."""
    settings = await busy.get("/lines/paris/settings")
    await busy.put("/lines/paris/settings", settings | {"assigned_agents": ["lea"]})
    await enrol(busy, "lea@example.org", Rights(role=Role.AGENT, agent_id=AgentId("lea")))
    await enrol(busy, "tom@example.org", Rights(role=Role.AGENT, agent_id=AgentId("tom")))
    for email, line_id in ((PARIS_ONLY, "paris"), (LONDON_ONLY, "london")):
        scope = Scope((LineId(line_id),), ())
        await enrol(busy, email, Rights(role=Role.SUPERVISOR, supervises=scope))
    await busy.online("tom")
    await _hangs_up(busy, MARIE, "london")

    told: dict[str, list[tuple[str, str, int]]] = {}
    for email in ("lea@example.org", "tom@example.org", PARIS_ONLY, LONDON_ONLY):
        async with signed_in(busy, email) as http:
            found = (await http.get("/api/v1/conversations")).json()["conversations"]
        told[email] = [
            (each["contact"]["number"], each["newest"]["kind"], each["pending_callbacks"])
            for each in found
        ]

    in_london = [(MARIE, "call", 0)]
    assert told["tom@example.org"] == told[LONDON_ONLY] == in_london
    assert told[PARIS_ONLY] == [(MARIE, "callback", 1), (PAUL, "call", 0)]
    assert told["lea@example.org"] == [(MARIE, "call", 1), (PAUL, "call", 0)]
    assert _numbers(await _conversations(busy, seen_by="tom")) == [MARIE]
    status, error = await busy.refused("GET", "/conversations?seen_by=nobody")
    assert (status, error["code"]) == (404, "unknown-agent")
