"""Call lists over the API: kept, examined, replayed, and refused with their codes."""

import gzip
from typing import Any

import pytest
from tests.api.office import Office
from tests.api.test_what_if import answer_of, facts_of_a_day, http_to

from ringback.simulation.what_if import WhatIfDesk

HEAD = "arrival,wait,service,outcome,agent,line\n"
ROWS = "".join(
    f"2026-03-02T09:{minute:02}:{second:02},{wait},180,{outcome},{agent},support\n"
    for minute in range(30)
    for second, wait, outcome, agent in (
        (0, 5, "served", "anna"),
        (20, 40, "served", "ben"),
        (40, 90, "abandoned", ""),
    )
)


@pytest.fixture
async def desk() -> Any:
    opened = WhatIfDesk(facts_of_a_day)
    yield opened
    opened.close()


def a_list(content: str | bytes) -> dict[str, Any]:
    data = content.encode() if isinstance(content, str) else content
    return {"files": {"file": ("calls.csv", data, "text/csv")}, "data": {"name": "February"}}


async def test_list_is_replayed_without_callbacks_and_with_them(
    office: Office, desk: WhatIfDesk
) -> None:
    """As it was, without callbacks, and as chosen, side by side and by the hour."""
    async with http_to(office, desk) as http:
        kept = await http.post(
            "/what-if/call-lists", **a_list(gzip.compress((HEAD + ROWS).encode()))
        )
        shown = await http.get(f"/what-if/call-lists/{kept.json()['id']}")
        asked = {
            "call_list_id": kept.json()["id"],
            "agents": 4,
            "callbacks": {"retries": 2},
            "press_share": 1,
        }
        begun = await http.post("/what-if/of-call-list", json=asked)
        study = await answer_of(http, desk, begun.json()["id"])

    assert kept.status_code == 201, kept.text
    assert shown.json() == kept.json()
    assert (kept.json()["calls"], kept.json()["knows_agents"]) == (90, True)
    assert (kept.json()["name"], kept.json()["lines"]) == ("February", ["support"])
    assert study["state"] == "done", study
    assert study["asked"] == asked
    result = study["result"]
    assert (result["as_it_was"]["served"], result["as_it_was"]["abandoned"]) == (60, 30)
    assert result["same_settings"]["callbacks"]["requested"] == 0
    assert result["other_settings"]["callbacks"]["requested"] > 0
    assert [each["hour"] for each in result["as_it_was"]["hours"]] == [9]


async def test_list_that_does_not_say_who_served_needs_a_team(
    office: Office, desk: WhatIfDesk
) -> None:
    """The study ends refused, with a code that the page has words for."""
    async with http_to(office, desk) as http:
        listed = a_list("arrival,service,outcome\n2026-03-02T09:00:00,60,served\n")
        kept = await http.post("/what-if/call-lists", **listed)
        begun = await http.post("/what-if/of-call-list", json={"call_list_id": kept.json()["id"]})
        study = await answer_of(http, desk, begun.json()["id"])

    assert kept.json()["knows_agents"] is False
    assert (study["state"], study["code"]) == ("refused", "call-list-agents-unknown")


@pytest.mark.parametrize(
    ("content", "code", "details"),
    [
        ("", "call-list-empty", {}),
        (HEAD, "call-list-empty", {}),
        (
            "when,wait\n2026-03-02T09:00:00,3\n",
            "call-list-column-missing",
            {"column": "arrival", "columns": ["wait", "when"]},
        ),
        (HEAD + "yesterday,1,1,served,anna,support\n", "call-list-row-wrong", {"line": 2}),
        (HEAD + "2026-03-02T09:00:00,1\n", "call-list-row-wrong", {"line": 2}),
        (b"\x1f\x8b\x00 not packed", "call-list-unreadable", {}),
        (b"\xff\xfe\x00\x01", "call-list-unreadable", {}),
    ],
)
async def test_wrong_lists_are_refused_and_not_kept(
    office: Office, desk: WhatIfDesk, content: str | bytes, code: str, details: dict[str, object]
) -> None:
    """Each with its code, and where in the file it is."""
    async with http_to(office, desk) as http:
        refused = await http.post("/what-if/call-lists", **a_list(content))

    assert refused.status_code == 422, refused.text
    error = refused.json()["error"]
    assert error["code"] == code
    assert error["details"].items() >= details.items()


async def test_other_names_of_columns_are_taken(office: Office, desk: WhatIfDesk) -> None:
    """The page asks which column holds the arrivals, and sends the list again."""
    async with http_to(office, desk) as http:
        kept = await http.post(
            "/what-if/call-lists?arrival=when", **a_list("when\n2026-03-02T09:00:00\n")
        )

    assert kept.status_code == 201, kept.text
    assert kept.json()["begins"] == "2026-03-02T09:00:00Z"


async def test_only_the_last_lists_are_kept(office: Office, desk: WhatIfDesk) -> None:
    """An older one, or one that never was, is unknown."""
    one = "arrival\n2026-03-02T09:00:00\n"
    async with http_to(office, desk) as http:
        ids = [
            (await http.post("/what-if/call-lists", **a_list(one))).json()["id"] for _ in range(6)
        ]
        gone = await http.get(f"/what-if/call-lists/{ids[0]}")
        asked = await http.post("/what-if/of-call-list", json={"call_list_id": ids[0]})
        kept = await http.get(f"/what-if/call-lists/{ids[1]}")

    assert gone.json()["error"]["code"] == asked.json()["error"]["code"] == "unknown-call-list"
    assert kept.status_code == 200


async def test_list_without_a_name_or_file_is_refused_as_a_list(
    office: Office, desk: WhatIfDesk
) -> None:
    """Nothing is said of messages or recordings, which are sent in the same way."""
    async with http_to(office, desk) as http:
        unnamed = await http.post("/what-if/call-lists", content=HEAD + ROWS)
        fileless = await http.post("/what-if/call-lists", files={"other": ("x", b"x")})
    problems = [answer.json()["error"]["details"]["fields"][0] for answer in (unnamed, fileless)]

    assert [each["field"] for each in problems] == ["name", "file"]
    assert not any(word in str(problems) for word in ("message", "recording"))
