"""The log: who changed what, when and from where, read page by page and exported."""

import csv
import io
import json
import re
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute
from tests.api.office import MARIE, Office
from tests.api.signed_in import code_of, enrol, signed_in
from tests.api.test_walk import routers

from ringback.api.logged import CHANGES_NOTHING, LOGGED, LoggedRoute, is_logged
from ringback.api.permitting import permission_needed
from ringback.api.routes.audit_log import NotedAction
from ringback.people import Rights, Role

ADA = "ada@example.org"


async def ada_renames_a_team(office: Office, name: str = "Front") -> str:
    """Let an admin change a setting; give their id."""
    user = await enrol(office, ADA, Rights(role=Role.ADMIN))
    async with signed_in(office, ADA) as http:
        answer = await http.put("/api/v1/teams/front", json={"name": name, "members": ["lea"]})
    assert answer.status_code == httpx.codes.OK, answer.text
    return user.id


async def test_change_of_a_setting_is_logged_with_who_when_where_and_what(office: Office) -> None:
    """In the journal it stands under the same actor."""
    user_id = await ada_renames_a_team(office)

    [entry] = (await office.get("/audit-log?action=set-team"))["entries"]

    assert (entry["actor"], entry["name"], entry["address"]) == (
        f"user:{user_id}",
        "Ada",
        "192.0.2.1",
    )
    assert entry["at"].startswith("2026-03-02T09:00:0")
    assert entry["subject"] == "front"
    assert entry["details"] == {"given": {"name": "Front", "members": ["lea"]}}


async def test_refused_and_reading_requests_are_not_logged(office: Office) -> None:
    """What changed nothing is no entry; a secret that was given is in none."""
    await office.refused("PUT", "/teams/front", {"name": "X", "members": ["nobody"]})
    await office.get("/teams")
    await office.post("/messages/preview", {"text": "Hello.", "language": "en"})
    await office.post(
        "/webhooks", {"name": "CRM", "url": "http://127.0.0.1:9/secret-path", "events": []}
    )

    entries = (await office.get("/audit-log"))["entries"]

    assert [entry["action"] for entry in entries] == ["create-webhook"]
    assert entries[0]["details"] == {}


async def test_export_and_erasure_of_a_customer_are_logged_without_their_number(
    office: Office,
) -> None:
    """By a reference alone: the log is never erased (R49)."""
    await office.online()
    await office.ask_for_callback()
    await office.until(lambda: not office.world.calls)
    [contact] = (await office.get("/contacts"))["contacts"]
    path = f"/contacts/{contact['id']}"

    exported = await office.http.get(f"/api/v1{path}/export")
    await office.post(f"{path}/erase")

    assert exported.status_code == httpx.codes.OK
    log = await office.get("/audit-log?limit=2")
    assert [(entry["action"], entry["subject"]) for entry in log["entries"]] == [
        ("erase-contact", contact["id"]),
        ("export-contact", contact["id"]),
    ]
    assert MARIE not in repr(log)


async def test_large_change_is_logged_by_its_size(office: Office) -> None:
    """The log is kept for good."""
    await office.put("/teams/front", {"name": "Front", "members": ["lea"] * 900})

    [entry] = (await office.get("/audit-log"))["entries"]

    assert list(entry["details"]) == ["given_bytes"]


async def test_log_is_read_by_page_filter_and_nothing_else(office: Office) -> None:
    """Who reads on misses nothing and sees nothing twice."""
    for number in range(5):
        await office.put(f"/teams/team{number}", {"name": "Team", "members": []})

    first = await office.get("/audit-log?limit=3")
    second = await office.get(f"/audit-log?limit=3&after={first['next_cursor']}")
    status, error = await office.refused("GET", "/audit-log?after=x")
    nobody = await office.get("/audit-log?actor=user:nobody")
    later = await office.get("/audit-log?since=2026-03-03T00:00:00Z")

    subjects = [entry["subject"] for page in (first, second) for entry in page["entries"]]
    assert subjects == [f"team{number}" for number in (4, 3, 2, 1, 0)]
    assert second["next_cursor"] is None
    assert (status, error["code"]) == (422, "unknown-cursor")
    assert (nobody["entries"], later["entries"]) == ([], [])


async def test_export_is_an_entry_and_no_formula(office: Office) -> None:
    """In CSV what a spreadsheet would compute is led by an apostrophe; in JSON nothing is."""
    by = "=HYPERLINK(0)@example.org"
    await enrol(office, by, Rights(role=Role.ADMIN))
    async with signed_in(office, by) as http:
        await http.put("/api/v1/teams/front", json={"name": "Front", "members": []})

    as_csv = await office.http.get("/api/v1/audit-log/export")
    as_lines = await office.http.get("/api/v1/audit-log/export?format=jsonl&action=set-team")

    rows = list(csv.DictReader(io.StringIO(as_csv.text)))
    assert [row["action"] for row in rows] == [
        "export-audit-log",
        "set-team",
        "signed-in",
        "user-added",
    ]
    assert rows[1]["name"] == "'=hyperlink(0)"
    assert json.loads(rows[1]["details"]) == {"given": {"name": "Front", "members": []}}
    [line] = [json.loads(line) for line in as_lines.text.splitlines()]
    assert (line["action"], line["name"]) == ("set-team", "=hyperlink(0)")


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AGENT])
async def test_log_is_for_owners_and_admins(office: Office, role: Role) -> None:
    """Read or exported."""
    rights = Rights(role=role, agent_id=office.world.agents["lea"].id)
    await enrol(office, ADA, rights)
    async with signed_in(office, ADA) as http:
        answers = [await http.get(f"/api/v1/audit-log{path}") for path in ("", "/export")]

    assert [(answer.status_code, code_of(answer)) for answer in answers] == [
        (403, "not-permitted")
    ] * 2


def test_no_change_of_settings_is_forgotten() -> None:
    """Whoever adds a route that changes settings has it logged."""
    routes = [route for _, router in routers() for route in router.routes]
    changing = [
        route
        for route in routes
        if isinstance(route, APIRoute)
        and permission_needed(route.endpoint) in LOGGED
        and "GET" not in (route.methods or ())
        and route.name not in CHANGES_NOTHING
    ]

    assert len(changing) > 20
    for route in changing:
        assert isinstance(route, LoggedRoute), route.name
        assert is_logged(route), route.name


def test_every_entry_has_words_in_the_app() -> None:
    """Whoever adds something that is logged says in both languages what it is."""
    root = Path(__file__).parents[2]
    routes = [route for _, router in routers() for route in router.routes]
    actions = {
        route.name.replace("_", "-")
        for route in routes
        if isinstance(route, APIRoute) and is_logged(route)
    }
    actions |= {action.value for action in NotedAction}
    for file in (root / "src" / "ringback").glob("**/*.py"):
        actions |= set(re.findall(r'[Dd]eed\(\w+, "([a-z-]+)"', file.read_text()))
        actions |= set(re.findall(r'_keep\(\w+, \w+, "([a-z-]+)"', file.read_text()))

    for language in ("en", "fr"):
        words = json.loads(
            (root / "web" / "src" / "i18n" / language / "integrations.json").read_text()
        )
        assert actions - set(words["action"]) == set()
    assert {"signed-in", "user-added", "api-key-made", "set-team"} <= actions
